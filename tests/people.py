"""The people of the conversations, and a watch over failures that only the log would tell of: fixtures."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from botapi.chats import Topic
from botapi.server import BotApiServer
from exchange import Json


@pytest.fixture
def anna(server: BotApiServer) -> Json:
    """Somebody who asks."""
    return server.user(7, "Anna", language_code="fr")


@pytest.fixture
def boris(server: BotApiServer) -> Json:
    """Somebody else."""
    return server.user(8, "Boris", language_code="en")


@pytest.fixture
def root(server: BotApiServer) -> Json:
    """Somebody who administers groups, once they are told so."""
    return server.user(9, "Root", language_code="ru")


@dataclass(frozen=True)
class Place:
    """A place where a group talks."""

    chat: Json
    thread: Topic | None


@pytest.fixture
def place(request: pytest.FixtureRequest, server: BotApiServer) -> Place:
    """A group of the kind that the test names, a topic of a forum if it names none."""
    kind = getattr(request, "param", "topic")
    if kind in ("group", "supergroup"):
        return Place(server.group("Débat", supergroup=kind == "supergroup"), None)
    forum = server.group("Débat", forum=True)
    return Place(forum, server.topic(forum, "Politique") if kind == "topic" else None)


@pytest.fixture
def failures_expected() -> None:
    """Named by tests in which a handler has to fail."""


@pytest.fixture(autouse=True)
def no_failure_in_the_log(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail a test in which a handler failed, which the application only logs."""
    yield
    if "failures_expected" not in request.fixturenames:
        errors = [
            record
            for record in caplog.get_records("call")
            if record.levelno >= logging.ERROR and record.name.startswith("bot.")
        ]
        assert not errors, "\n".join(f"{record.getMessage()} {record.exc_info}" for record in errors)
