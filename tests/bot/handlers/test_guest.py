"""Guest mode: the bot is summoned into a chat that it is not in, and answers once."""

from __future__ import annotations

import time

import pytest
from botapi.chats import Status
from botapi.server import BotApiServer
from exchange import KNOWN, LANGUAGES, OTHER, OTHER_ENTRY, UNKNOWN, Json, answer, heard, labels, short_line
from running import Running

from bot.phrases import phrases
from knowledge.library import Library


async def guest_answer(server: BotApiServer, count: int = 1) -> Json:
    """The latest message that the bot sent as a guest."""
    calls = await server.called("answerGuestQuery", count)
    await server.idle()
    assert len(calls) == count
    return list(server.inline.values())[-1]


def elsewhere(server: BotApiServer, sender: Json, text: str, *, photo: bool = False) -> Json:
    """A message of a chat that the bot is not in: it hears of it only by a guest message that answers it."""
    chat = server.group("Ailleurs", bot_status="left")
    message = {"message_id": 77, "from": sender, "chat": chat, "date": int(time.time())}
    if not photo:
        return {**message, "text": text}
    size = {"file_id": "f", "file_unique_id": "f", "width": 9, "height": 9}
    return {**message, "photo": [size], **({"caption": text} if text else {})}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_guest_is_answered_once_with_the_attribution_and_no_buttons(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    server.guest_message(anna, f"@SelonTestBot {KNOWN[language]}")
    async with running():
        message = await guest_answer(server)
    assert message["text"].startswith(answer(library, language))
    assert library.articles[0].title[language] in message["text"]
    assert labels(message) == []
    assert server.sent == {}


@pytest.mark.parametrize("text", ["{} @SelonTestBot", "🎉🎉 @selontestbot {}", "/ask@SelonTestBot {}"])
@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_the_address_may_stand_anywhere_in_a_guest_message(
    server: BotApiServer, running: Running, library: Library, anna: Json, text: str, language: str
) -> None:
    server.guest_message(anna, text.format(OTHER[language]))
    async with running():
        message = await guest_answer(server)
    assert message["text"].startswith(answer(library, language, OTHER_ENTRY))


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_choice_comes_with_buttons_on_the_guest_message(
    server: BotApiServer, running: Running, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    server.guest_message(anna, f"@SelonTestBot {ambiguous[language]}")
    async with running():
        message = await guest_answer(server)
    assert message["text"] == phrases(language)("choose")
    assert 3 <= len(labels(message)) <= 4
    assert labels(message)[-1] == phrases(language)("none-of-these")


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_none_of_these_on_a_guest_message_leaves_no_button(
    server: BotApiServer, running: Running, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    server.guest_message(anna, f"@SelonTestBot {ambiguous[language]}")
    async with running():
        await guest_answer(server)
        [identifier] = server.inline
        server.press(anna, identifier, phrases(language)("none-of-these"))
        await server.called("editMessageText")
        await server.idle()
    assert server.inline[identifier]["text"] == phrases(language)("rejected")
    assert labels(server.inline[identifier]) == []


@pytest.mark.parametrize("language", LANGUAGES)
async def test_what_the_article_does_not_answer_is_one_short_line_to_a_guest(
    server: BotApiServer, running: Running, anna: Json, language: str
) -> None:
    server.guest_message(anna, f"@SelonTestBot {UNKNOWN[language]}")
    async with running():
        message = await guest_answer(server)
    assert message["text"] == short_line(language)
    assert labels(message) == []


@pytest.mark.parametrize(("photo", "language"), [(False, "fr"), (True, "uk")])
async def test_a_mention_alone_looks_up_the_message_that_it_answers(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, photo: bool, language: str
) -> None:
    original = elsewhere(server, boris, KNOWN[language], photo=photo)
    server.guest_message(anna, "@SelonTestBot", chat=original["chat"], reply_to=original)
    async with running():
        message = await guest_answer(server)
    assert message["text"].startswith(answer(library, language))


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_only_the_quoted_fragment_is_looked_up_for_a_guest(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, language: str
) -> None:
    original = elsewhere(server, boris, f"{UNKNOWN[language]} {OTHER[language]}")
    server.guest_message(anna, "@SelonTestBot", chat=original["chat"], reply_to=original, quote=OTHER[language])
    async with running():
        message = await guest_answer(server)
    assert message["text"].startswith(answer(library, language, OTHER_ENTRY))


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_a_guest_without_words_is_told_that_a_question_needs_them(
    server: BotApiServer, running: Running, boris: Json, language: str
) -> None:
    olha = server.user(31, "Olha", language_code=language)
    photo = elsewhere(server, boris, "", photo=True)
    server.guest_message(olha, "@SelonTestBot")
    server.guest_message(olha, "@SelonTestBot", chat=photo["chat"], reply_to=photo)
    async with running():
        await guest_answer(server, 2)
    assert [message["text"] for message in server.inline.values()] == [phrases(language)("no-words")] * 2
    assert all(labels(message) == [] for message in server.inline.values())


async def test_a_guest_query_that_expired_holds_up_nothing(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.expire(server.guest_message(anna, f"@SelonTestBot {KNOWN['fr']}"))
    server.message(chat, anna, OTHER["fr"])
    async with running():
        [reply] = await heard(server, chat)
        await server.called("answerGuestQuery")
    assert reply["text"].startswith(answer(library, "fr", OTHER_ENTRY))
    assert server.inline == {}


async def test_a_guest_message_without_a_query_is_met_with_silence(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    lost = elsewhere(server, anna, f"@SelonTestBot {KNOWN['fr']}")
    server.push_raw({"guest_message": lost})
    server.message(chat, anna, OTHER["uk"])
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, "uk", OTHER_ENTRY))
    assert server.calls_of("answerGuestQuery") == []


async def test_a_guest_query_that_telegram_asks_to_wait_with_is_answered_after_the_wait(
    server: BotApiServer, running: Running, library: Library, anna: Json, failures_expected: None
) -> None:
    server.fail_next("answerGuestQuery", status=429, retry_after=1)
    server.guest_message(anna, f"@SelonTestBot {KNOWN['fr']}")
    async with running():
        message = await guest_answer(server, 2)
    assert message["text"].startswith(answer(library, "fr"))


@pytest.mark.parametrize("status", ["left", "kicked"])
async def test_a_group_that_has_put_the_bot_out_is_a_chat_that_it_is_not_in(
    server: BotApiServer, running: Running, library: Library, anna: Json, status: Status
) -> None:
    group = server.group("Débat")
    async with running():
        server.message(group, anna, f"/ask {KNOWN['fr']}")
        await heard(server, group)
        server.my_chat_member(group, anna, status)
        server.guest_message(anna, f"@SelonTestBot {OTHER['fr']}", chat=group)
        message = await guest_answer(server)
    assert message["text"].startswith(answer(library, "fr", OTHER_ENTRY))


async def test_a_guest_who_cannot_be_answered_closes_no_chat(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    group = server.group("Ailleurs", bot_status="left")
    server.fail_next("answerGuestQuery", status=403)
    server.guest_message(anna, f"@SelonTestBot {KNOWN['fr']}", chat=group)
    server.guest_message(anna, f"@SelonTestBot {OTHER['fr']}", chat=group)
    async with running():
        await server.until(lambda: server.inline)
    assert list(server.inline.values())[-1]["text"].startswith(answer(library, "fr", OTHER_ENTRY))
