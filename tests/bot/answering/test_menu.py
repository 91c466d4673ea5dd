"""The list of commands that Telegram shows: published where it differs, and never in the way."""

from __future__ import annotations

import json
import logging
from collections.abc import Mapping, Sequence
from typing import Any

import pytest
from botapi.faults import Fault
from botapi.server import BotApiServer
from exchange import KNOWN, LANGUAGES, Json, answer, heard
from running import Running
from telegram import BotCommandScope

from bot.answering.menu import EVERYBODY
from bot.dialogue.browse import COMMANDS, CURATING_COMMANDS
from bot.phrases import phrases
from knowledge.library import Library

SCOPES = ("all_private_chats", "all_group_chats")
EVERY_LIST = {(scope, code) for scope in SCOPES for code in ("", *LANGUAGES)}


@pytest.fixture
def command_scopes() -> Sequence[BotCommandScope]:
    """All of them."""
    return EVERYBODY


@pytest.fixture(autouse=True)
def _unpublished(server: BotApiServer) -> None:
    """No list stands yet."""
    server.profile.commands.clear()


def published(server: BotApiServer, after: int = 0) -> list[tuple[str, str]]:
    """The lists that were published, by scope and language code, in order."""
    bodies = [call.body for call in server.recorder.of("setMyCommands", after) if call.ok]
    return [(json.loads(body["scope"])["type"], body.get("language_code", "")) for body in bodies]


async def looked_up(server: BotApiServer, after: int = 0) -> None:
    """Wait until every list has been looked at."""
    await server.called("getMyCommands", len(EVERY_LIST), after=after)
    await server.idle()


async def test_the_commands_are_published_once_for_each_scope_and_language(
    server: BotApiServer, running: Running
) -> None:
    async with running():
        await looked_up(server)
    assert sorted(published(server)) == sorted(EVERY_LIST)
    for (_, code), commands in server.profile.commands.items():
        words = phrases(code or "en")
        assert [command["command"] for command in commands] == list(COMMANDS)
        assert [command["description"] for command in commands] == [words(f"command-{name}") for name in COMMANDS]


async def test_a_second_start_publishes_nothing(server: BotApiServer, running: Running) -> None:
    async with running():
        await looked_up(server)
    before = server.mark()
    async with running():
        await looked_up(server, before)
    assert published(server, before) == []


@pytest.mark.parametrize(("scope", "code"), [("all_group_chats", "uk"), ("all_private_chats", "")])
async def test_only_the_list_that_changed_is_published_again(
    server: BotApiServer, running: Running, scope: str, code: str
) -> None:
    async with running():
        await looked_up(server)
    before = server.mark()
    server.profile.commands[json.dumps({"type": scope}), code] = [{"command": "ask", "description": "old words"}]
    async with running():
        await looked_up(server, before)
    assert published(server, before) == [(scope, code)]


async def test_a_command_that_was_added_is_published_everywhere(
    server: BotApiServer, running: Running, menus_for_everybody: dict[tuple[str, str], list[Json]]
) -> None:
    # As an earlier version published them.
    server.profile.commands |= {key: commands[:-1] for key, commands in menus_for_everybody.items()}
    before = server.mark()
    async with running():
        await looked_up(server, before)
    assert sorted(published(server, before)) == sorted(EVERY_LIST)


@pytest.fixture
def curators(monkeypatch: pytest.MonkeyPatch) -> None:
    """Two administrators of the bot; settings are read after that."""
    monkeypatch.setenv("ADMIN_IDS", "20, 21")


@pytest.mark.usefixtures("curators")
async def test_curators_see_their_own_commands_besides(server: BotApiServer, running: Running) -> None:
    def never_wrote(_: str, body: Mapping[str, str], __: int) -> Fault | None:
        absent = json.loads(body.get("scope", "{}")).get("chat_id") == 20
        return Fault(status=400, description="Bad Request: chat not found") if absent else None

    server.on_request = never_wrote
    async with running():
        await server.called("getMyCommands", len(EVERY_LIST) + 1 + len(LANGUAGES) + 1)
        await server.idle()
    lists = {key: value for key, value in server.profile.commands.items() if "chat_id" in key[0]}
    assert {json.loads(scope)["chat_id"] for scope, _ in lists} == {21}
    assert {code for _, code in lists} == {"", *LANGUAGES}
    for commands in lists.values():
        assert [command["command"] for command in commands] == [*CURATING_COMMANDS, *COMMANDS]


@pytest.mark.usefixtures("curators")
@pytest.mark.parametrize("command", ["/start", "/review"])
async def test_a_curator_who_writes_later_gets_their_commands_then(
    server: BotApiServer, running: Running, command: str
) -> None:
    has_started = False

    def never_wrote(_: str, body: Mapping[str, str], __: int) -> Fault | None:
        absent = json.loads(body.get("scope", "{}")).get("chat_id") == 20 and not has_started
        return Fault(status=400, description="Bad Request: chat not found") if absent else None

    server.on_request = never_wrote
    curator = server.user(20, "Ada", language_code="en")
    async with running():
        await server.called("getMyCommands", len(EVERY_LIST) + 1 + len(LANGUAGES) + 1)
        await server.idle()
        assert not any("20" in scope for scope, _ in server.profile.commands)
        has_started = True
        before = server.mark()
        server.message(server.private(curator), curator, command)
        await server.called("setMyCommands", 1 + len(LANGUAGES), after=before)
        await server.idle()
        again = server.mark()
        server.message(server.private(curator), curator, command)
        await server.called("sendMessage", after=again)
        await server.idle()
        assert server.recorder.of("getMyCommands", again) == []
    lists = [names for (scope, _), names in server.profile.commands.items() if json.loads(scope).get("chat_id") == 20]
    assert len(lists) == 1 + len(LANGUAGES)


@pytest.mark.usefixtures("curators")
@pytest.mark.parametrize("person_id", [20, 7])
async def test_help_lists_what_curators_have_for_them_alone(
    server: BotApiServer, running: Running, person_id: int
) -> None:
    person = server.user(person_id, "Ada", language_code="en")
    group = server.group("Débat")
    async with running():
        for chat in (server.private(person), group):
            server.message(chat, person, "/help")
            [reply] = await heard(server, chat)
            shown = all(f"/{name} — " in reply["text"] for name in CURATING_COMMANDS)
            assert shown == (person_id == 20 and chat is not group)


@pytest.mark.parametrize("method", ["getMyCommands", "setMyCommands"])
@pytest.mark.parametrize(
    "fault", [{"status": 500}, {"status": 429, "retry_after": 3000}, {"status": 400}, {"drop": "after_reading"}]
)
async def test_a_failure_to_publish_is_only_logged(
    server: BotApiServer,
    running: Running,
    library: Library,
    anna: Json,
    caplog: pytest.LogCaptureFixture,
    method: str,
    fault: Any,
) -> None:
    chat = server.private(anna)
    server.fail_next(method, **fault, times=100)
    with caplog.at_level(logging.WARNING):
        async with running() as serving:
            await server.called(method)
            server.message(chat, anna, KNOWN["uk"])
            [reply] = await heard(server, chat)
            await server.until(lambda: "could not be published" in caplog.text, what="a warning")
            assert not serving.done()
    assert reply["text"].startswith(answer(library, "uk"))


async def test_a_publication_that_takes_long_holds_up_no_answer(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.fail_next("getMyCommands", delay=30)
    server.message(chat, anna, KNOWN["fr"])
    async with running():
        await server.called("sendMessage")
        [reply] = server.sent[chat["id"]]
    assert reply["text"].startswith(answer(library, "fr"))
    assert server.calls_of("getMyCommands") == []
