"""Votes under an answer: anybody's, one each, changeable; and /forget, which deletes them."""

from __future__ import annotations

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import replace
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import (
    KNOWN,
    KNOWN_ENTRY,
    OTHER,
    OTHER_ENTRY,
    UNKNOWN,
    Json,
    at_once,
    data,
    edited,
    heard,
    labels,
    silent,
    toasts,
)
from pydantic import SecretStr
from running import Running, Sealed, started

from bot.answering.limits import BUDGETS, Act, Budget, Budgets
from bot.app import serve
from bot.callback_data import Press, chat_place, guest_place
from bot.dialogue.actions import Vote
from bot.dialogue.pressers import ANYBODY
from bot.phrases import phrases
from bot.settings import Settings
from bot.store.database import sqlite_path
from knowledge.library import Library

UP, DOWN = "👍", "👎"


def rows(settings: Settings, columns: str = "entry_id, language, up", table: str = "votes") -> list[tuple[Any, ...]]:
    """Return the rows of the database, also while the bot runs."""
    with closing(sqlite3.connect(sqlite_path(settings.database_url))) as connection:
        return sorted(connection.execute(f"SELECT {columns} FROM {table}"))


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_an_answer_in_private_can_be_voted_on_side_by_side(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, language: str
) -> None:
    chat, words = server.private(anna), phrases(language)
    server.message(chat, anna, KNOWN[language])
    async with running():
        [reply] = await heard(server, chat)
        assert [button["text"] for button in reply["reply_markup"]["inline_keyboard"][-1]] == [UP, DOWN]
        server.press(anna, reply, UP)
        assert await toasts(server) == [words("vote-up")]
        assert rows(settings) == [(KNOWN_ENTRY, language, True)]
        [shown] = server.sent[chat["id"]]
        assert labels(shown) == [*labels(reply)[:-2], f"{UP} 1", DOWN]
        server.press(anna, shown, f"{UP} 1")
        assert (await toasts(server, 2))[-1] == words("vote-withdrawn")
        assert rows(settings) == []
    [shown] = server.sent[chat["id"]]
    assert labels(shown) == labels(reply)


@pytest.mark.parametrize(
    ("place", "language"),
    [("group", "fr"), ("supergroup", "uk"), ("topic", "en"), ("general", "ru")],
    indirect=["place"],
)
async def test_anybody_in_a_group_has_one_vote_that_can_be_changed(
    server: BotApiServer,
    running: Running,
    settings: Settings,
    anna: Json,
    boris: Json,
    place: Any,
    language: str,
) -> None:
    words = phrases(language)
    server.member(place.chat, boris)
    server.message(place.chat, anna, f"/ask {KNOWN[language]}", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
        row = [button["text"] for button in reply["reply_markup"]["inline_keyboard"][-1]]
        assert row == [UP, DOWN, words("remove-button")]
        up, down = words("vote-up"), words("vote-down")
        presses = (anna, UP, up), (boris, DOWN, down), (boris, UP, up), (boris, DOWN, down), (anna, DOWN, down)
        for number, (person, label, toast) in enumerate(presses, start=1):
            server.press(person, reply, label)
            assert (await toasts(server, number))[-1] == toast
    assert rows(settings) == [(KNOWN_ENTRY, language, False)] * 2
    [shown] = server.sent[place.chat["id"]]
    assert labels(shown)[-3:] == [UP, f"{DOWN} 2", words("remove-button")]
    assert server.calls_of("getChatMember") == []


async def test_whoever_sees_an_answer_that_nobody_by_name_asked_for_may_vote(
    server: BotApiServer, running: Running, settings: Settings, boris: Json
) -> None:
    group = server.group("Débat")
    server.member(group, boris)
    server.message(group, None, f"/ask {KNOWN['fr']}", sender_chat=group)
    async with running():
        [reply] = await heard(server, group)
        server.press(boris, reply, DOWN)
        assert await toasts(server) == [phrases("fr")("vote-down")]
    assert rows(settings) == [(KNOWN_ENTRY, "fr", False)]


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_an_answer_that_was_chosen_or_opened_can_be_voted_on(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, ambiguous[language])
    async with running():
        [choice] = await heard(server, chat)
        assert UP not in labels(choice)
        server.press(anna, choice, labels(choice)[0])
        await edited(server)
        [chosen] = await heard(server, chat)
        server.press(anna, chosen, labels(chosen)[0])
        _, opened = await heard(server, chat, 2)
        server.press(anna, chosen, DOWN)
        server.press(anna, opened, UP)
        assert await toasts(server, 4) == ["", "", phrases(language)("vote-down"), phrases(language)("vote-up")]
    assert len(rows(settings)) == 2


async def test_an_entry_that_a_link_opens_can_be_voted_on_and_is_no_question(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, "/start fogel-who")
    async with running():
        [reply] = await heard(server, chat)
        server.press(anna, reply, DOWN)
        await toasts(server)
    assert rows(settings) == [(KNOWN_ENTRY, "fr", False)]
    assert rows(settings, "text", "misses") == []


@pytest.mark.parametrize("text", [UNKNOWN["fr"], "/topics", "/help", "/who", "/privacy", "🎉"])
async def test_what_is_no_answer_has_no_votes(server: BotApiServer, running: Running, anna: Json, text: str) -> None:
    chat = server.private(anna)
    server.message(chat, anna, text)
    async with running():
        [reply] = await heard(server, chat)
    assert {UP, DOWN}.isdisjoint(labels(reply))


async def test_two_quick_presses_count_once(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat, words = server.private(anna), phrases("en")
    server.message(chat, anna, KNOWN["en"])
    async with running():
        [reply] = await heard(server, chat)
        with at_once(server):
            server.press(anna, reply, DOWN)
            server.press(anna, reply, DOWN)
        assert await toasts(server, 2) == [words("vote-down")] * 2
    assert len(rows(settings)) == len(rows(settings, "text", "misses")) == 1


async def test_a_reply_that_answers_something_else_after_an_edit_is_voted_on_anew(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat = server.private(anna)
    async with running():
        await server.until(lambda: server.is_polled)
        asked = server.message(chat, anna, KNOWN["fr"])
        [reply] = await heard(server, chat)
        server.press(anna, reply, UP)
        await toasts(server)
        server.edit(asked, OTHER["fr"])
        await edited(server)
        server.press(anna, reply, UP)
        assert await toasts(server, 2) == [phrases("fr")("vote-up")] * 2
        assert rows(settings) == [(OTHER_ENTRY, "fr", True), (KNOWN_ENTRY, "fr", True)]


async def test_votes_that_are_forged_stale_or_of_no_entry_count_for_nothing(
    server: BotApiServer, running: Running, settings: Settings, sealed: Sealed, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    guest = server.guest_message(anna, f"@SelonTestBot {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        await server.called("answerGuestQuery")
        [identifier] = server.inline
        for entry_key in (OTHER_ENTRY, "no-such-entry", "'; DROP TABLE votes; --"):
            server.callback(
                boris, reply, sealed(Press(Vote(entry_key, up=True), "fr", ANYBODY), chat_place(group["id"]))
            )
        vote = sealed(Press(Vote(KNOWN_ENTRY, up=False), "en", ANYBODY), guest_place(guest["guest_query_id"]))
        server.callback_inline(boris, identifier, vote)
        gone = data(reply, UP)
        server.delete_message(reply)
        server.callback(boris, reply, gone)
        stale = phrases("en")("stale")
        assert await toasts(server, 5) == [stale] * 5
        await silent(server, group, anna)
    assert rows(settings) == []


async def test_an_entry_that_is_gone_since_cannot_be_voted_on(
    server: BotApiServer,
    running: Running,
    settings: Settings,
    sealed: Sealed,
    anna: Json,
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["fr"])
    async with running():
        [reply] = await heard(server, chat)
        gone = Press(Vote("appel-trump-poutine/gone", up=True), "fr", ANYBODY)
        server.callback(anna, reply, sealed(gone, chat_place(chat["id"])))
        assert await toasts(server) == [phrases("fr")("stale")]
    assert rows(settings) == []


async def test_inline_and_guest_answers_have_no_votes(
    server: BotApiServer, running: Running, anna: Json, ambiguous: dict[str, str]
) -> None:
    server.guest_message(anna, f"@SelonTestBot {ambiguous['fr']}")
    query = server.inline_query(anna, KNOWN["fr"])
    async with running():
        await server.called("answerGuestQuery")
        await server.called("answerInlineQuery")
        [identifier] = server.inline
        server.press(anna, identifier, labels(server.inline[identifier])[0])
        await edited(server)
        sent = server.answers.inline.answers[query["id"]]["results"]
    assert labels(server.inline[identifier]) == []
    assert sent
    assert all(UP not in labels(result) for result in sent)


async def test_vote_key_makes_the_digests(
    server: BotApiServer, settings: Settings, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["en"])
    own = settings.model_copy(update={"vote_key": SecretStr("a key of one's own")})
    task = asyncio.create_task(serve(own, library))
    [reply] = await heard(server, chat)
    server.press(anna, reply, UP)
    await toasts(server)
    task.cancel()
    await asyncio.wait([task])
    assert len(rows(settings)) == 1
    assert ("vote",) not in rows(settings, "name", "keys")


# /forget.


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_forget_deletes_the_votes_of_whoever_sends_it_everywhere_and_no_others(
    server: BotApiServer, running: Running, settings: Settings, boris: Json, place: Any, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    chat, words = server.private(olha), phrases(language)
    server.member(place.chat, boris)
    server.message(chat, olha, KNOWN[language])
    server.message(place.chat, olha, f"/ask {OTHER[language]}", thread=place.thread)
    async with running():
        [private], [public] = await heard(server, chat), await heard(server, place.chat)
        for person, reply, label in ((olha, private, DOWN), (olha, public, DOWN), (boris, public, UP)):
            server.press(person, reply, label)
        await toasts(server, 3)
        assert len(rows(settings, "text", "misses")) == 2
        server.message(chat, olha, "/forget")
        _, forgotten = await heard(server, chat, 2)
        server.message(place.chat, olha, "/forget@SelonTestBot", thread=place.thread)
        _, again = await heard(server, place.chat, 2)
    assert forgotten["text"] == words("forgotten", count=2)
    assert again["text"] == words("forgotten", count=0)
    assert labels(again) == [words("remove-button")]
    assert rows(settings) == [(OTHER_ENTRY, language, True)]
    assert rows(settings, "text", "misses") == []


async def test_forget_of_an_anonymous_administrator_deletes_nobodys_votes(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        server.press(anna, reply, UP)
        await toasts(server)
        server.message(group, None, "/forget", sender_chat=group)
        _, told = await heard(server, group, 2)
    assert told["text"] == phrases("en")("forgotten", count=0)
    assert len(rows(settings)) == 1


async def test_forget_of_others_forwarded_or_of_bots_is_met_with_silence(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        server.press(anna, reply, UP)
        await toasts(server)
        server.message(group, anna, "/forget", forward=boris)
        server.message(group, anna, "/forget@OtherBot")
        await silent(server, group, anna, already=1)
    assert len(rows(settings)) == 1


def votes(number: int, seconds: float) -> Budgets:
    """The bot's budgets, but for so many votes in private within some seconds."""
    return replace(BUDGETS, in_private={**BUDGETS.in_private, Act.VOTE: (Budget("votes", ((number, seconds),)),)})


async def test_a_vote_that_waits_is_not_cast_after_whose_it_is_asked_to_be_forgotten(
    server: BotApiServer, settings: Settings, library: Library, anna: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEND_RATE", "1000")
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["fr"])
    server.message(chat, anna, OTHER["fr"])
    async with started(Settings(), library, budgets=votes(1, 2.0)):
        first, second = await heard(server, chat, 2)
        server.press(anna, first, UP)
        server.press(anna, second, DOWN)
        await toasts(server, 2)
        assert rows(settings, "count(*)", "inbox WHERE state = 'new'") == [(1,)]
        server.message(chat, anna, "/forget")
        *_, told = await heard(server, chat, 3)
        assert told["text"] == phrases("fr")("forgotten", count=1)
        await server.until(lambda: rows(settings, "count(*)", "inbox WHERE state = 'new'") == [(0,)])
    assert rows(settings) == []


@pytest.mark.slow
async def test_of_too_many_votes_the_last_counts_also_if_an_earlier_one_waits(
    server: BotApiServer, settings: Settings, library: Library, anna: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SEND_RATE", "1000")
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["fr"])
    server.message(chat, anna, OTHER["fr"])
    async with started(Settings(), library, budgets=votes(2, 1.0)):
        first, second = await heard(server, chat, 2)
        for number in range(7):
            server.press(anna, first, UP if number % 2 else DOWN)
        await toasts(server, 7)
        server.press(anna, second, DOWN)
        server.press(anna, first, UP)
        server.press(anna, second, UP)
        wanted = [(OTHER_ENTRY, "fr", True), (KNOWN_ENTRY, "fr", True)]
        await server.until(lambda: rows(settings) == wanted)
        await server.until(lambda: rows(settings, "count(*)", "inbox WHERE state = 'new'") == [(0,)])
        assert rows(settings) == wanted
