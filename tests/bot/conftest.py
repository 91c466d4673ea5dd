"""A Bot API server on loopback, and the bot as `selon run` builds it."""

from __future__ import annotations

import asyncio
import json
import logging
import os
import re
import shutil
import socket
import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractAsyncContextManager, closing
from hashlib import sha256
from itertools import combinations
from pathlib import Path
from typing import Any

import pytest
from articles import sole
from botapi.server import BotApiServer
from exchange import LANGUAGES
from process import Bot
from running import Running, Sealed, Settle, started
from telegram import BotCommandScope

from bot.answering.menu import EVERYBODY, menus
from bot.callback_data import ButtonPlace, ButtonSigner, Press
from bot.dialogue.browse import COMMANDS
from bot.dialogue.names import Names
from bot.settings import Settings
from bot.store.chats import StoredSettings
from bot.store.database import BUSY_SECONDS, open_database, sqlite_path
from bot.store.store import open_store
from knowledge.library import Library
from knowledge.matcher import Outcome
from knowledge.text.identify import load_widespread

TOKEN = "123456:test-token-of-nobody"
_BY_CHANCE = 8
CALLS_FOLDER = "SELON_TEST_CALLS"
"""The environment variable that names the folder where the calls of each test are kept."""


@pytest.fixture(scope="session")
def menus_for_everybody() -> dict[tuple[str, str], list[Any]]:
    """The lists of commands that the bot publishes where they are not yet."""
    return {
        (json.dumps(scope.to_dict(), sort_keys=True), code): [command.to_dict() for command in commands]
        for scope, code, commands in menus(EVERYBODY, COMMANDS)
    }


@pytest.fixture
def server(
    request: pytest.FixtureRequest,
    caplog: pytest.LogCaptureFixture,
    menus_for_everybody: dict[tuple[str, str], list[Any]],
) -> Iterator[BotApiServer]:
    """A Bot API server on which a bot has published its commands before, since each list costs a request.

    Its calls are kept as JSON lines where `SELON_TEST_CALLS` names a folder.
    """
    caplog.set_level(logging.DEBUG, logger="bot")
    with BotApiServer(token=TOKEN, username="SelonTestBot") as running:
        running.profile.commands |= menus_for_everybody
        yield running
        if folder := os.environ.get(CALLS_FOLDER):
            running.dump_calls(_calls_file(Path(folder), request.node.nodeid))
        _check_logs(running, caplog)


def _check_logs(server: BotApiServer, caplog: pytest.LogCaptureFixture) -> None:
    """Fail if the logs of a test hold the token, or what was sent to the bot."""
    logs = "\n".join(f"{record.getMessage()} {record.exc_text or ''}" for record in caplog.get_records("call"))
    assert server.token not in logs
    own = f"@{server.bot['username']}"
    assert [text for text in _texts(server.updates.pushed) if text in logs and text != own] == []


def _texts(value: object) -> Iterator[str]:
    """Yield the words that people wrote in updates, as far as they are long enough not to stand in a log by chance."""
    if isinstance(value, dict):
        for key, inner in value.items():
            if key in ("text", "caption", "query") and isinstance(inner, str):
                if len(inner.strip()) > _BY_CHANCE:
                    yield inner.strip()
            else:
                yield from _texts(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _texts(inner)


def _calls_file(folder: Path, test: str) -> Path:
    """A file for the calls of a test, in a folder that is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    name = re.sub(r"[^A-Za-z0-9]+", "-", test.removeprefix("tests/"))[:120].strip("-")
    return folder / f"{name}-{sha256(test.encode()).hexdigest()[:8]}.jsonl"


@pytest.fixture
def settings(server: BotApiServer, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Settings:
    """Return the settings for that server."""
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", TOKEN)
    monkeypatch.setenv("TELEGRAM_API_URL", server.url)
    monkeypatch.setenv("DEFAULT_LANGUAGE", "en")
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'selon.db'}")
    monkeypatch.setenv("SEND_RATE", "0")
    return Settings()


@pytest.fixture
def busy_seconds() -> float:
    """Return the bot's own patience; a test that locks the database is parametrized with less."""
    return BUSY_SECONDS


@pytest.fixture(scope="session")
def new_database(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A database as a start makes it, empty: to make its tables takes as long as some answers."""
    path = tmp_path_factory.mktemp("database") / "selon.db"
    with open_database(path):
        pass
    return path


@pytest.fixture
def command_scopes() -> Sequence[BotCommandScope]:
    """The kinds of chat for which lists of commands are looked up at the start; none but in tests about them."""
    return ()


@pytest.fixture
def running(
    settings: Settings,
    library: Library,
    busy_seconds: float,
    command_scopes: Sequence[BotCommandScope],
    new_database: Path,
) -> Running:
    """The bot, started as `selon run` starts it; all that it learns or loads is there before, so that no test waits."""
    library.warm_up()
    load_widespread()
    path = sqlite_path(settings.database_url)

    def run() -> AbstractAsyncContextManager[asyncio.Task[None]]:
        if not path.exists():
            shutil.copyfile(new_database, path)
        return started(settings, library, busy_seconds=busy_seconds, command_scopes=command_scopes)

    return run


@pytest.fixture
def settle(settings: Settings) -> Settle:
    """Return a function that stores settings as chats have made them earlier."""

    async def put_down(chat: dict[str, Any], *, ambient: bool | None = None, repeat_seconds: int | None = None) -> None:
        with open_store(settings.database_url) as store:
            await store.chats.put_settings(chat["id"], StoredSettings(ambient=ambient, repeat_seconds=repeat_seconds))

    return put_down


@pytest.fixture
def rows(settings: Settings) -> Callable[[str], list[tuple[Any, ...]]]:
    """Return a function that runs a statement on the bot's database beside the bot, and returns its rows."""

    def run(statement: str) -> list[tuple[Any, ...]]:
        path = settings.database_url.removeprefix("sqlite:///")
        with closing(sqlite3.connect(path, timeout=5)) as connection, connection:
            return connection.execute(statement).fetchall()

    return run


@pytest.fixture
def sealed(rows: Callable[[str], list[tuple[Any, ...]]], library: Library) -> Sealed:
    """Return a maker of buttons' data, as the bot makes them, once it has run."""

    def data(press: Press, place: ButtonPlace) -> str:
        [(key,)] = rows("SELECT value FROM keys WHERE name = 'button'")
        return ButtonSigner(key, Names(library)).data(press, place)

    return data


@pytest.fixture(scope="session")
def ambiguous(library: Library) -> dict[str, str]:
    """A question of each language that leaves a choice, whatever the matcher makes of the others."""
    return {language: next(_left_open(library, language)) for language in LANGUAGES}


def _left_open(library: Library, language: str) -> Iterator[str]:
    """Two questions in one message, where they leave a choice."""
    for first, second in combinations(library.entries.values(), 2):
        # With question marks they would be answered one by one.
        text = f"{first.title(language)} {second.title(language)}".replace("?", "")
        match = sole(library).matcher.match(text)
        if match.outcome is Outcome.CHOOSE and match.language == language:
            yield text


@pytest.fixture(params=["polling", "webhook"])
def either_way(request: pytest.FixtureRequest, server: BotApiServer, tmp_path: Path, learnt: Path) -> Iterator[Bot]:
    """A bot that asks for updates, and one that they are delivered to."""
    if request.param == "polling":
        yield Bot(server, tmp_path, learnt)
        return
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = int(free.getsockname()[1])
    server.start_webhook_delivery()
    yield Bot(server, tmp_path, learnt, port)
    server.stop_webhook_delivery()
