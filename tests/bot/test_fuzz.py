"""Odd updates: no error escapes, every update ends somewhere, and the next question is answered."""

from __future__ import annotations

import asyncio
import json
import re
import time
from collections import Counter
from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any
from uuid import uuid4

import odd_updates
import pytest
from botapi.faults import Fault
from botapi.server import BotApiServer
from botapi.spec import UPDATE_KINDS
from exchange import KNOWN, LANGUAGES, answer
from hypothesis import HealthCheck, given
from hypothesis import settings as sized
from hypothesis import strategies as st
from states import receive, states, turn, waiting
from telegram import Update

from bot.answering.context import SelonApplication
from bot.app import build_application
from bot.clock import TelegramClock
from bot.handlers.processing import process
from bot.settings import Settings
from bot.store import keys
from bot.store.database import open_database, sqlite_path
from bot.store.inbox import RawUpdate, UpdateState
from bot.store.store import Store, open_store
from bot.turn import Ended, Superseding, Turn, TurnEnd
from bot.updates.dispatch import Dispatch
from bot.updates.reception import Reception
from knowledge.library import Library

Json = dict[str, Any]

SEED = 20250212
MANY, A_BATCH = 20_000, 100
NUMBER = re.compile(r"-?\d+")
ASKED = {"from": odd_updates.ANNA, "query": "", "message_id": 1, "chat": {"id": 7, "type": "private"}}
"""The part of a query that this server keeps, whatever of it came to the bot."""
PATIENCE = 10
"""Seconds that an update may take; one that is tried again for ever takes longer."""
NO_UPDATES: list[Any] = [None, 5, "update", [], {}, {"update_id": None}, {"update_id": "7"}, {"update_id": True}]
NO_UPDATES += [{"update_id": 1.5}, {"update_id": 1 << 70}, {"update_id": []}]


@dataclass
class Fuzzed:
    """The application as `selon run` builds it, without what receives updates."""

    server: BotApiServer
    application: SelonApplication
    store: Store
    library: Library
    asked: dict[tuple[int, int], str] = field(default_factory=dict)
    handled: int = 0
    escaped: list[Exception] = field(default_factory=list)

    def numbered(self, update: Json) -> RawUpdate:
        """An update with the next number; Telegram knows the query that it holds."""
        answers = self.server.answers
        for kind, queries, key in (
            ("callback_query", answers.callback, "id"),
            ("inline_query", answers.inline, "id"),
            ("guest_message", answers.guest, "guest_query_id"),
        ):
            query = update.get(kind)
            if isinstance(query, dict) and isinstance(query.get(key), str):
                queries.ask(query[key], ASKED)
        self.handled += 1
        return {**update, "update_id": self.handled}

    def question(self, user_id: int) -> RawUpdate:
        """A question that somebody asks in private, and that has to be answered."""
        user = self.server.user(user_id, odd_updates.NAME, language_code="en")
        language = LANGUAGES[self.handled % len(LANGUAGES)]
        message = self.server.message(self.server.private(user), user, KNOWN[language])
        self.server.updates.drop()
        self.asked[user_id, message["message_id"]] = answer(self.library, language)
        return self.numbered({"message": message})

    async def handle(self, begun: Turn) -> TurnEnd:
        """Handle an update, and keep what escapes."""
        try:
            return await process(self.application, begun)
        except Exception as error:  # noqa: BLE001 - whatever it is, the test tells of it
            self.escaped.append(error)
        return Ended(UpdateState.FAILED)

    def lost(self) -> set[tuple[int, int]]:
        """The questions that were not answered as they should be."""
        answered = set()
        for call in self.server.calls_of("sendMessage"):
            # Not as the server shows it: a forged press may have deleted the question meanwhile.
            to = json.loads(call.body.get("reply_parameters", "{}")).get("message_id")
            expected = self.asked.get((int(call.body["chat_id"]), to)) if call.ok else None
            if expected is not None and call.response["result"]["text"].startswith(expected):
                answered.add((int(call.body["chat_id"]), to))
        return self.asked.keys() - answered

    async def check(self) -> None:
        """Fail unless every update has ended, those that failed in quarantine, and nothing is left behind."""
        services = self.application.bot_data
        counts = await states(self.store)
        assert self.escaped == []
        assert counts[UpdateState.NEW] == counts[UpdateState.SENDING] == 0, await waiting(self.store)
        assert counts[UpdateState.DONE] + counts[UpdateState.FAILED] + counts[UpdateState.UNKNOWN] == self.handled
        assert counts[UpdateState.FAILED] == services.counts["failed"] + services.counts["unparsable"]
        assert counts[UpdateState.UNKNOWN] == services.counts["unknown-sends"] == 0
        assert services.delivery.is_idle
        assert not self.application.chat_data
        assert not self.application.user_data
        assert not self.application._chat_ids_to_be_updated_in_persistence
        assert not self.application._user_ids_to_be_updated_in_persistence


@pytest.fixture(autouse=True)
def _known_key(settings: Settings) -> None:
    """The bot's key is the one with which the buttons are made."""
    with open_database(sqlite_path(settings.database_url)) as connection, connection.begin():
        keys.key(connection, "button", lambda: odd_updates.KEY)


@asynccontextmanager
async def fuzzing(server: BotApiServer, settings: Settings, library: Library) -> AsyncIterator[Fuzzed]:
    """The application with a database of its own."""
    with open_store(settings.database_url) as store:
        server.on_request = malformed
        application = build_application(settings, library, store)
        await application.initialize()
        try:
            yield Fuzzed(server, application, store, library)
        finally:
            await application.shutdown()


@pytest.fixture
def peopled(server: BotApiServer, library: Library) -> BotApiServer:
    """A server that knows the people and the places of the updates; the matcher has learnt before."""
    library.warm_up()
    odd_updates.scene(server)
    return server


def malformed(method: str, body: Mapping[str, str], _: int) -> Fault | None:
    """Return Telegram's refusal of what is no id, which this server would fail at."""
    answered = json.loads(body.get("reply_parameters", "{}")).get("message_id", 0)
    if isinstance(answered, int) and NUMBER.fullmatch(body.get("chat_id", "1")):
        return None
    return Fault(status=400, description="Bad Request: invalid identifier specified")


def some(number: int) -> list[Json]:
    """Return so many updates, the same ones each time."""
    chance = Random(SEED)
    return [odd_updates.update(chance) for _ in range(number)]


async def taken(fuzzed: Fuzzed, updates: Sequence[RawUpdate]) -> None:
    """Store updates and handle them one after the other, none for long."""
    for raw in await receive(fuzzed.store, updates):
        end = await asyncio.wait_for(fuzzed.handle(turn(raw)), PATIENCE)
        if isinstance(end, Superseding):
            await fuzzed.store.inbox.mark_done(raw["update_id"])


def test_every_kind_of_update_is_among_them_and_the_sound_ones_are_parsed() -> None:
    sound = (*odd_updates.recorded(), *({kind: content} for kind, content in odd_updates.UNHANDLED.items()))
    parsed = [Update.de_json({"update_id": 1, **update}, None) for update in sound]
    kinds = {kind for update in sound for kind in update}
    assert kinds == UPDATE_KINDS
    assert all(getattr(update, kind) for update, raw in zip(parsed, sound, strict=True) for kind in raw)


@pytest.mark.slow
@sized(max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(updates=st.lists(odd_updates.updates(), min_size=10, max_size=20))
async def test_whatever_comes_in_ends_and_what_follows_is_answered(
    peopled: BotApiServer,
    settings: Settings,
    library: Library,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
    updates: list[Json],
) -> None:
    own = settings.model_copy(update={"database_url": f"sqlite:///{tmp_path / uuid4().hex}.db"})
    async with fuzzing(peopled, own, library) as fuzzed:
        await taken(fuzzed, [*map(fuzzed.numbered, updates), fuzzed.question(7)])
        await fuzzed.check()
        assert fuzzed.lost() == set()
    assert odd_updates.NAME not in caplog.text


async def test_whatever_was_being_sent_when_the_process_died_the_next_start_gets_over_it(
    settings: Settings, library: Library
) -> None:
    updates = [{**update, "update_id": number} for number, update in enumerate(some(500))]
    with open_store(settings.database_url) as store:
        for raw in await receive(store, updates):
            await store.inbox.mark_sending(raw["update_id"])
    with open_store(settings.database_url) as store:
        assert await store.inbox.recover() == len(updates)
        assert await states(store) == {UpdateState.UNKNOWN: len(updates)}


@pytest.mark.slow
async def test_of_twenty_thousand_updates_none_stops_the_bot_and_no_question_among_them_is_lost(
    peopled: BotApiServer,
    settings: Settings,
    library: Library,
    caplog: pytest.LogCaptureFixture,
    record_property: Callable[[str, object], None],
) -> None:
    chance, started = Random(SEED), time.monotonic()
    updates = some(MANY)
    async with fuzzing(peopled, settings, library) as fuzzed:
        dispatch = Dispatch(fuzzed.store.inbox, fuzzed.handle, Counter(), TelegramClock())
        reception = Reception(fuzzed.store.inbox, dispatch, TelegramClock())
        for start in range(0, MANY, A_BATCH):
            batch = [fuzzed.numbered(update) for update in updates[start : start + A_BATCH]]
            asking = fuzzed.question(chance.choice([7, 8, 1001, 1002, 1003]))
            place = chance.randrange(A_BATCH)
            batch[place:place] = [asking, chance.choice(NO_UPDATES)]
            await asyncio.wait_for(reception.take(batch), 6 * PATIENCE)
        async with asyncio.timeout(300):
            while await fuzzed.store.inbox.count():
                await asyncio.sleep(0.1)
        await dispatch.finish(30)
        await fuzzed.check()
        assert fuzzed.lost() == set()
        assert dispatch.chats == 0
        counts = fuzzed.application.bot_data.counts
        assert min(counts[name] for name in ("unparsable", "failed", "unknown")) > MANY // 100
        assert odd_updates.NAME not in caplog.text
        told = [
            f"{fuzzed.handled} updates handled",
            *(f"{counts[name]} {name}" for name in ("unparsable", "failed", "unknown")),
            f"{len(peopled.calls_of(None))} requests",
            f"{len(fuzzed.asked)} of {len(fuzzed.asked)} questions answered",
            f"{time.monotonic() - started:.0f} s",
        ]
        record_property("figures", ", ".join(told))
