"""Refusals of a reply by the Bot API, and what becomes of it."""

from __future__ import annotations

import asyncio
import time

import pytest
from botapi.faults import Fault
from botapi.html_text import parse_html
from botapi.server import BotApiServer
from exchange import KNOWN, OTHER, OTHER_ENTRY, Json, answer, edited, heard, labels, silent, toasts
from hypothesis import given
from hypothesis import strategies as st
from running import Running
from states import receive, states, turn

from bot.app import build_application
from bot.callback_data import Press, guest_place
from bot.dialogue.actions import BrowseTopics
from bot.dialogue.parts import Footnote, Item, MainText, QuoteLine, Title
from bot.dialogue.pressers import ANYBODY
from bot.dialogue.reply import Reply
from bot.handlers.processing import process
from bot.phrases import phrases
from bot.rendering.html import html
from bot.settings import Settings
from bot.store.inbox import UpdateState
from bot.store.store import open_store
from knowledge.library import Library


async def test_a_chat_that_has_to_wait_holds_up_no_other(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    waiting, other = server.private(anna), server.private(boris)
    server.fail_next("sendMessage", status=429, retry_after=1)
    async with running():
        server.message(waiting, anna, KNOWN["fr"])
        await server.called("sendMessage")
        server.message(waiting, anna, OTHER["fr"])
        server.message(other, boris, KNOWN["en"])
        [quick] = await heard(server, other)
        assert waiting["id"] not in server.sent
        first, second = await heard(server, waiting, 2)
    assert quick["text"].startswith(answer(library, "en"))
    assert first["text"].startswith(answer(library, "fr"))
    assert second["text"].startswith(answer(library, "fr", OTHER_ENTRY))
    refused, _, again, _ = server.calls_of("sendMessage")
    assert again.at - refused.at >= 1
    assert refused.body == again.body


async def test_an_edit_that_has_to_wait_is_made_after_the_wait(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    asked = server.message(chat, anna, KNOWN["fr"])
    async with running():
        await heard(server, chat)
        server.fail_next("editMessageText", status=429, retry_after=1)
        server.edit(asked, OTHER["uk"])
        await edited(server, 2)
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, "uk", OTHER_ENTRY))


@pytest.mark.slow
async def test_a_chat_that_always_has_to_wait_keeps_nobody_else_waiting(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, failures_expected: None
) -> None:
    waiting, other = server.private(anna), server.private(boris)
    server.on_request = lambda method, body, nth: (
        Fault(status=429, retry_after=1) if method == "sendMessage" and body["chat_id"] == str(anna["id"]) else None
    )
    async with running():
        server.message(waiting, anna, KNOWN["fr"])
        await server.called("sendMessage", 2, timeout=10)
        server.message(other, boris, KNOWN["en"])
        [reply] = await heard(server, other)
        await server.called("sendMessage", 4, timeout=10)
    assert reply["text"].startswith(answer(library, "en"))


@pytest.mark.parametrize(
    "description",
    [
        "Forbidden: bot was blocked by the user",
        "Forbidden: user is deactivated",
        "Forbidden: bot was kicked from the supergroup chat",
        "Forbidden: bot can't initiate conversation with a user",
    ],
)
async def test_a_chat_that_is_forbidden_is_not_tried_again(
    server: BotApiServer, running: Running, anna: Json, boris: Json, description: str
) -> None:
    chat, other = server.private(anna), server.private(boris)
    server.fail_next("sendMessage", status=403, description=description)
    async with running():
        server.message(chat, anna, KNOWN["fr"])
        await server.called("sendMessage")
        await silent(server, other, boris)
        await silent(server, chat, anna)
    assert len(server.calls_of("sendMessage")) == 3


@pytest.mark.parametrize(
    "description",
    [
        "Bad Request: not enough rights to send text messages to the chat",
        "Bad Request: have no rights to send a message",
        "Bad Request: CHAT_WRITE_FORBIDDEN",
        "Bad Request: TOPIC_CLOSED",
        "Bad Request: message thread not found",
        "Bad Request: chat not found",
        "Bad Request: CHAT_RESTRICTED",
        "Bad Request: CHAT_SEND_PLAIN_FORBIDDEN",
    ],
)
async def test_a_group_that_lets_nobody_write_is_left_alone(
    server: BotApiServer, running: Running, anna: Json, boris: Json, description: str
) -> None:
    group = server.group("Débat")
    server.fail_next("sendMessage", status=400, description=description)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        await server.called("sendMessage")
        await silent(server, group, boris)
    assert len(server.calls_of("sendMessage")) == 2


async def test_a_message_that_is_not_modified_is_no_failure(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, "/topics")
    async with running():
        [page] = await heard(server, chat)
        topic = labels(page)[0]
        server.fail_next(
            "editMessageText",
            status=400,
            description="Bad Request: message is not modified: specified new message content and reply markup are "
            "exactly the same as a current content and reply markup of the message",
        )
        server.press(anna, page, topic)
        assert await toasts(server) == [""]
        server.press(anna, page, topic)
        await edited(server, 2)
        [after] = await heard(server, chat)
    assert labels(after)[-1] == phrases("fr")("topics-button")


@pytest.mark.parametrize("fault", [{"status": 500}, {"status": 502, "html": False}, {"status": 503, "html": False}])
async def test_a_send_that_telegram_refused_is_sent_again(
    server: BotApiServer,
    running: Running,
    library: Library,
    anna: Json,
    failures_expected: None,
    fault: dict[str, object],
) -> None:
    chat = server.private(anna)
    server.fail_next("sendMessage", **fault)  # type: ignore[arg-type]
    async with running():
        server.message(chat, anna, KNOWN["fr"])
        server.message(chat, anna, OTHER["fr"])
        first, second = await heard(server, chat, 2)
    assert first["text"].startswith(answer(library, "fr"))
    assert second["text"].startswith(answer(library, "fr", OTHER_ENTRY))


@pytest.mark.parametrize(
    "fault", [{"drop": "after_reading"}, {"drop": "after_work"}, {"status": 502}, {"status": 504, "html": True}]
)
async def test_a_send_whose_fate_is_unknown_is_not_repeated_and_what_follows_is_answered(
    server: BotApiServer,
    running: Running,
    library: Library,
    anna: Json,
    failures_expected: None,
    fault: dict[str, object],
) -> None:
    chat = server.private(anna)
    server.fail_next("sendMessage", **fault)  # type: ignore[arg-type]
    async with running():
        server.message(chat, anna, KNOWN["fr"])
        await server.called("sendMessage")
        server.message(chat, anna, OTHER["fr"])
        await server.called("sendMessage", 2)
        await server.idle()
    assert len(server.calls_of("sendMessage")) == 2
    assert server.sent[chat["id"]][-1]["text"].startswith(answer(library, "fr", OTHER_ENTRY))


@pytest.mark.usefixtures("failures_expected")
async def test_an_id_with_half_a_character_is_none_and_is_asked_about_never(
    server: BotApiServer, settings: Settings, library: Library, anna: Json
) -> None:
    identifier = "half a character: \ud800"
    press = {"id": "1", "from": anna, "chat_instance": "1", "inline_message_id": identifier}
    with open_store(settings.database_url) as store:
        application = build_application(settings, library, store)
        await application.initialize()
        try:
            await store.guests.put(identifier, "9")
            data = application.bot_data.signer.data(Press(BrowseTopics(), "fr", ANYBODY), guest_place("9"))
            raw = {"update_id": 1, "callback_query": {**press, "data": data}}
            await receive(store, [raw])
            await asyncio.wait_for(process(application, turn(raw)), 5)
            assert await states(store) == {UpdateState.FAILED: 1}
            assert application.bot_data.counts["unparsable"] == 1
            assert not server.calls_of("editMessageText")
        finally:
            await application.shutdown()


HOSTILE = [
    "<b>Qui est</b> Marc Fogel & <i>",
    "</blockquote></b>Хто такий Марк Фогель?<",
    "&lt;&amp;&#60;&nbsp; Who is Marc Fogel?",
    "<a href='tg://user?id=7'>Marc Fogel</a>",
    "<script>alert('Marc Fogel')</script>",
    "Marc Fogel \u202e\u2066\u0000\ufeff",
    "Marc\u0301 Fogel\u0301" + "\u0301" * 50,
    "Marc Fogel " + "<" * 3000,
]


async def test_no_words_of_a_person_break_a_message(server: BotApiServer, running: Running, anna: Json) -> None:
    chat, group = server.private(anna), server.group("<b>Débat</i> & Co")
    for text in HOSTILE:
        server.message(chat, anna, text)
        server.message(group, anna, f"/ask {text}")
        server.inline_query(anna, text[:256])
        server.guest_message(anna, f"@SelonTestBot {text}")
    async with running():
        await heard(server, chat, len(HOSTILE))
        await heard(server, group, len(HOSTILE))
        await server.called("answerInlineQuery", len(HOSTILE))
        await server.called("answerGuestQuery", len(HOSTILE))
    assert all(call.ok for call in server.calls_of(None))


WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=300)


@given(WORDS, WORDS, WORDS)
def test_telegram_reads_a_reply_as_it_was_written_whatever_its_words(first: str, second: str, third: str) -> None:
    shown = Reply(
        "fr", (Title(first), QuoteLine(second, None, third), Footnote(third), Item(second, (first,)), MainText(first))
    )
    text, entities = parse_html(html(shown))
    for words in (first, second, third):
        assert words in text
    assert {entity["type"] for entity in entities} <= {"bold", "italic", "blockquote"}


async def test_link_previews_are_off_wherever_something_is_sent(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    chat = server.private(anna)
    asked = server.message(chat, anna, KNOWN["fr"])
    async with running():
        await heard(server, chat)
        server.edit(asked, OTHER["fr"])
        await edited(server)
    for method in ("sendMessage", "editMessageText"):
        assert [call.body["link_preview_options"] for call in server.calls_of(method)] == ['{"is_disabled": true}']


async def test_the_reply_comes_soon(server: BotApiServer, running: Running, anna: Json) -> None:
    chat = server.private(anna)
    async with running():
        await server.until(lambda: server.is_polled)
        before = time.monotonic()
        server.message(chat, anna, KNOWN["fr"])
        [call] = await server.called("sendMessage")
    assert call.at - before < 2
