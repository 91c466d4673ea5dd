"""Questions asked in groups and in private: what is answered, where, and what is met with silence."""

from __future__ import annotations

from typing import Any

import pytest
from botapi.server import BotApiServer
from botapi.speech import Media
from exchange import (
    KNOWN,
    LANGUAGES,
    OTHER,
    OTHER_ENTRY,
    UNKNOWN,
    Json,
    answer,
    answered_id,
    heard,
    labels,
    short_line,
    silent,
)
from running import Running

from bot.phrases import phrases
from bot.store.contexts import AnsweredEntry, Contexts
from knowledge.library import Library
from knowledge.matcher import Match, Matcher

PLACES = pytest.mark.parametrize("place", ["group", "supergroup", "topic", "general"], indirect=True)
MEDIA: tuple[Media, ...] = ("photo", "voice", "sticker")
CHANNEL_BOT_ID = 136817688


def is_in(message: Json, thread: Any) -> bool:
    """Tell whether a message stands in a topic, or in none if there is none."""
    if thread is None:
        return "is_topic_message" not in message
    return bool(message["message_thread_id"] == thread.message_thread_id and message["is_topic_message"])


# In groups: what is answered.


@pytest.mark.parametrize(
    ("place", "language"),
    [("group", "fr"), ("supergroup", "en"), ("topic", "ru"), ("general", "uk")],
    indirect=["place"],
)
async def test_ask_with_words_is_answered_as_a_reply_in_the_same_thread(
    server: BotApiServer, running: Running, library: Library, anna: Json, place: Any, language: str
) -> None:
    asked = server.message(place.chat, anna, f"/ask {KNOWN[language]}", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
    assert reply["text"].startswith(answer(library, language))
    assert answered_id(reply) == asked["message_id"]
    assert is_in(reply, place.thread)
    assert labels(reply)[-3:] == ["👍", "👎", phrases(language)("remove-button")]
    assert len(labels(reply)) == 5
    body = server.calls_of("sendMessage")[0].body
    assert ("message_thread_id" in body) == (place.thread is not None)


@PLACES
async def test_a_mention_is_answered_in_the_same_thread(
    server: BotApiServer, running: Running, library: Library, anna: Json, place: Any
) -> None:
    asked = server.message(place.chat, anna, f"@SelonTestBot {KNOWN['fr']}", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
    assert reply["text"].startswith(answer(library, "fr"))
    assert answered_id(reply) == asked["message_id"]
    assert is_in(reply, place.thread)


@pytest.mark.parametrize(
    "text",
    [
        "/ask@SelonTestBot Qui est Marc Fogel ?",
        "/ASK@selontestbot Qui est Marc Fogel ?",
        "/ask\nQui est\nMarc Fogel ?",
        "/ask@SelonTestBot @SelonTestBot Qui est Marc Fogel ?",
        "/ask @SelonTestBot Кто такой Марк Фогель?",
        "@SelonTestBot Кто такой Марк Фогель?",
        "@selontestbot, qui est Marc Fogel ?",
        "Qui est @SelonTestBot Marc Fogel ?",
        "Хто такий Марк Фогель? @SelonTestBot",
        "🎉🇺🇦 @SelonTestBot Qui est Marc Fogel ?",
        "👩🏽\u200d🚀👩🏽\u200d🚀 Кто такой @SelonTestBot Марк Фогель? 🎉",
        "@SelonTestBot @SelonTestBot Хто такий Марк Фогель?",
    ],
)
async def test_the_address_may_stand_anywhere_and_is_no_part_of_the_question(
    server: BotApiServer, running: Running, library: Library, anna: Json, text: str
) -> None:
    group = server.group("Débat")
    server.message(group, anna, text)
    async with running():
        [reply] = await heard(server, group)
    assert any(reply["text"].startswith(answer(library, language)) for language in LANGUAGES)


@pytest.mark.parametrize("text", ["Selon, qui est Marc Fogel ?", "🎉🎉 Qui est Marc Fogel, Selon ?"])
async def test_a_mention_without_a_username_is_a_mention(
    server: BotApiServer, running: Running, library: Library, anna: Json, text: str
) -> None:
    group = server.group("Débat")
    bot = {"id": server.bot["id"], "is_bot": True, "first_name": "Selon", "username": "SelonTestBot"}
    server.message(group, anna, text, mentions={"Selon": bot})
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, "fr"))


@pytest.mark.parametrize("caption", ["/ask {}", "@SelonTestBot {}", "🎉 {} @SelonTestBot"])
async def test_a_caption_asks_like_a_text(
    server: BotApiServer, running: Running, library: Library, anna: Json, caption: str
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, caption.format(KNOWN["uk"]), caption_of="photo")
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, "uk"))
    assert answered_id(reply) == asked["message_id"]


@pytest.mark.parametrize(
    "address", ["/ask", "/ask@SelonTestBot", "@SelonTestBot", "👆 @SelonTestBot", "@SelonTestBot ?"]
)
async def test_an_address_alone_in_reply_to_a_message_looks_that_message_up(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, place: Any, address: str
) -> None:
    original = server.message(place.chat, boris, KNOWN["ru"], thread=place.thread)
    server.message(place.chat, anna, address, reply_to=original)
    async with running():
        [reply] = await heard(server, place.chat)
    assert reply["text"].startswith(answer(library, "ru"))
    assert is_in(reply, place.thread)
    assert answered_id(reply) == original["message_id"]


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_the_caption_of_a_photo_is_looked_up(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, language: str
) -> None:
    group = server.group("Débat")
    original = server.message(group, boris, KNOWN[language], caption_of="photo")
    server.message(group, anna, "/ask", reply_to=original)
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, language))


@pytest.mark.parametrize(
    ("original", "language"), [("/ask@SelonTestBot {}", "fr"), ("@SelonTestBot {}", "en"), ("/ask {}", "fr")]
)
async def test_the_address_in_a_message_that_is_looked_up_is_no_part_of_the_question(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, original: str, language: str
) -> None:
    group = server.group("Débat")
    missed = server.message(group, server.user(5, "Other", is_bot=True), original.format(KNOWN[language]))
    server.message(group, anna, "@SelonTestBot", reply_to=missed)
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, language))


@pytest.mark.parametrize(("address", "language"), [("/ask", "fr"), ("@SelonTestBot", "ru")])
async def test_only_the_fragment_that_the_reply_quotes_is_looked_up(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, address: str, language: str
) -> None:
    group = server.group("Débat")
    original = server.message(group, boris, f"{UNKNOWN[language]} 🎉 {OTHER[language]} {UNKNOWN[language]}")
    server.message(group, anna, address, reply_to=original, quote=OTHER[language])
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, language, OTHER_ENTRY))


async def test_words_of_ones_own_go_before_the_message_that_is_replied_to(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    original = server.message(group, boris, KNOWN["en"])
    server.message(group, anna, f"/ask {OTHER['en']}", reply_to=original, quote=KNOWN["en"])
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, "en", OTHER_ENTRY))


@PLACES
async def test_a_question_in_reply_to_the_bot_is_answered(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, place: Any
) -> None:
    server.message(place.chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
    async with running():
        [first] = await heard(server, place.chat)
        asked = server.message(place.chat, boris, OTHER["en"], reply_to=first)
        _, second = await heard(server, place.chat, 2)
    assert second["text"].startswith(answer(library, "en", OTHER_ENTRY))
    assert answered_id(second) == asked["message_id"]
    assert is_in(second, place.thread)


@pytest.mark.parametrize(
    ("address", "language"),
    [("/ask", "fr"), ("@SelonTestBot", "en"), ("/ask@SelonTestBot", "ru"), ("👋 @SelonTestBot", "uk")],
)
async def test_what_the_article_does_not_answer_is_one_short_line_to_a_command_or_mention(
    server: BotApiServer, running: Running, anna: Json, address: str, language: str
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"{address} {UNKNOWN[language]}")
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"] == short_line(language)
    assert "\n" not in reply["text"]
    assert labels(reply) == []
    assert answered_id(reply) == asked["message_id"]


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_choice_in_a_group_has_its_questions_none_of_these_and_remove(
    server: BotApiServer, running: Running, anna: Json, place: Any, ambiguous: dict[str, str], language: str
) -> None:
    server.message(place.chat, anna, f"/ask {ambiguous[language]}", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
    words = phrases(language)
    assert reply["text"] == words("choose")
    assert labels(reply)[-2:] == [words("none-of-these"), words("remove-button")]
    assert 4 <= len(labels(reply)) <= 5


@pytest.mark.parametrize("language", ["ru", "uk"])
async def test_bare_ask_is_told_that_a_question_needs_words(
    server: BotApiServer, running: Running, place: Any, language: str
) -> None:
    olha = server.user(11, "Olha", language_code=language)
    asked = server.message(place.chat, olha, "/ask", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
    assert reply["text"] == phrases(language)("no-words")
    assert answered_id(reply) == asked["message_id"]
    assert labels(reply) == []


@pytest.mark.parametrize(("address", "medium"), [("/ask", "photo"), ("@SelonTestBot", "voice"), ("/ask", "sticker")])
async def test_an_address_in_reply_to_a_medium_without_words_is_one_line(
    server: BotApiServer, running: Running, anna: Json, boris: Json, address: str, medium: Any
) -> None:
    group = server.group("Débat")
    photo = server.message(group, boris, "", caption_of=medium)
    server.message(group, anna, address, reply_to=photo)
    async with running():
        [reply] = await heard(server, group)
        assert reply["text"] == phrases("fr")("no-words")
        await silent(server, group, boris, already=1)


# In groups: who asks.


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_an_anonymous_administrator_is_answered(
    server: BotApiServer, running: Running, library: Library, place: Any, language: str
) -> None:
    server.message(place.chat, None, f"/ask {KNOWN[language]}", sender_chat=place.chat, thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
    assert reply["text"].startswith(answer(library, language))
    assert is_in(reply, place.thread)


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_a_channel_that_speaks_in_a_group_is_answered(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    group, channel = server.group("Débat"), server.channel("La chaîne")
    asked = server.message(group, None, f"@SelonTestBot {KNOWN[language]}", sender_chat=channel)
    assert asked["from"]["id"] == CHANNEL_BOT_ID
    async with running():
        [reply] = await heard(server, group)
    assert reply["text"].startswith(answer(library, language))
    assert answered_id(reply) == asked["message_id"]


# In groups: what is met with silence.


NOT_FOR_THE_BOT = (
    "Qui est Marc Fogel ?",
    "Кто такой Марк Фогель?",
    "SelonTestBot, qui est Marc Fogel ?",
    "@OtherBot Qui est Marc Fogel ?",
    "@SelonTestBotX Qui est Marc Fogel ?",
    "x@SelonTestBot.org Хто такий Марк Фогель?",
    "/ask@OtherBot Qui est Marc Fogel ?",
    "/asking Qui est Marc Fogel ?",
    "/start",
    "/topics@OtherBot",
    "/nothing",
    "Et /ask Qui est Marc Fogel ?",
)


@PLACES
async def test_what_is_not_meant_for_the_bot_is_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, place: Any
) -> None:
    for text in NOT_FOR_THE_BOT:
        server.message(place.chat, anna, text, thread=place.thread)
    async with running():
        await silent(server, place.chat, anna, thread=place.thread)


async def test_a_reply_to_somebody_else_is_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, boris: Json, place: Any
) -> None:
    original = server.message(place.chat, boris, KNOWN["en"], thread=place.thread)
    server.message(place.chat, anna, KNOWN["fr"], reply_to=original)
    async with running():
        await silent(server, place.chat, anna)


async def test_a_topic_that_the_bot_opened_makes_nothing_in_it_a_reply_to_the_bot(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    forum = server.group("Débat", forum=True)
    chat = {**forum}
    opened = {
        "message_id": 50, "message_thread_id": 50, "is_topic_message": True, "chat": chat, "date": 1_700_000_000,
        "from": {"id": server.bot["id"], "is_bot": True, "first_name": "Selon", "username": "SelonTestBot"},
        "forum_topic_created": {"name": "Selon", "icon_color": 7322096},
    }  # fmt: skip
    written = {"message_thread_id": 50, "is_topic_message": True, "reply_to_message": opened, "text": KNOWN["fr"]}
    server.push_raw({"message": {**opened, **written, "message_id": 51, "from": anna} | {"forum_topic_created": None}})
    async with running():
        await silent(server, forum, anna)


@PLACES
async def test_a_mere_reply_that_asks_nothing_is_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, place: Any
) -> None:
    server.message(place.chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
        for text in ("thanks", "lol", "merci", "спасибо", "дякую", "👍", "😂😂", "ok", "?", UNKNOWN["en"]):
            server.message(place.chat, anna, text, reply_to=reply)
        await silent(server, place.chat, anna, already=1, thread=place.thread)


async def test_a_medium_without_words_is_met_with_silence_even_in_reply_to_the_bot(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        for medium in MEDIA:
            server.message(group, anna, "", caption_of=medium)
            server.message(group, anna, "", caption_of=medium, reply_to=reply)
        await silent(server, group, anna, already=1)


@pytest.mark.parametrize("address", ["/ask", "@SelonTestBot"])
async def test_other_bots_forwards_and_what_bots_wrote_for_people_are_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, boris: Json, address: str
) -> None:
    group, channel = server.group("Débat"), server.channel("La chaîne")
    other_bot = server.user(99, "Other", username="OtherBot", is_bot=True)
    text = f"{address} {KNOWN['fr']}"
    server.message(group, other_bot, text)
    server.message(group, anna, text, via_bot=other_bot)
    server.message(group, anna, text, via_bot=server.bot)
    server.message(group, None, text, sender_chat=channel, is_automatic_forward=True)
    server.message(group, anna, text, forward=boris)
    server.message(group, anna, text, forward=channel)
    server.message(group, anna, text, forward="Somebody who hides")
    async with running():
        await silent(server, group, anna)


async def test_comings_and_goings_are_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    server.service(group, anna, new_chat_members=[boris])
    server.service(group, anna, left_chat_member=boris)
    server.service(group, anna, new_chat_title=KNOWN["fr"])
    server.my_chat_member(group, anna, "administrator")
    async with running():
        await silent(server, group, anna)


# What happens to chats and messages meanwhile.


@pytest.mark.parametrize("place", ["group", "topic", "general"], indirect=True)
@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_a_question_that_was_deleted_meanwhile_is_still_answered_in_its_thread(
    server: BotApiServer, running: Running, library: Library, anna: Json, place: Any, language: str
) -> None:
    asked = server.message(place.chat, anna, f"/ask {KNOWN[language]}", thread=place.thread)
    server.delete_message(asked)
    async with running():
        [reply] = await heard(server, place.chat)
    assert reply["text"].startswith(answer(library, language))
    assert answered_id(reply) != asked["message_id"]
    assert is_in(reply, place.thread)


async def test_a_closed_and_a_deleted_topic_are_left_alone_and_others_are_answered(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    forum = server.group("Débat", forum=True)
    closed, deleted, open_topic = (server.topic(forum, name) for name in ("Fermé", "Supprimé", "Ouvert"))
    for topic in (closed, deleted, open_topic):
        server.message(forum, anna, f"/ask {KNOWN['fr']}", thread=topic)
    server.close_topic(closed)
    server.delete_topic(deleted)
    async with running():
        [reply] = await heard(server, forum)
    assert is_in(reply, open_topic)
    assert len(server.calls_of("sendMessage")) == 3


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_question_from_before_the_migration_is_answered_in_the_supergroup(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    group = server.group("Débat", supergroup=False)
    server.message(group, anna, f"/ask {KNOWN[language]}")
    supergroup = server.migrate(group)
    later = server.message(supergroup, anna, f"/ask {OTHER[language]}")
    async with running():
        before, after = await heard(server, supergroup, 2)
    by_entry = {answered_id(before): before["text"], answered_id(after): after["text"]}
    assert by_entry[later["message_id"]].startswith(answer(library, language, OTHER_ENTRY))
    assert by_entry[None].startswith(answer(library, language))
    assert group["id"] not in server.sent


@pytest.mark.parametrize("status", ["kicked", "left"])
async def test_a_group_that_the_bot_is_no_longer_in_holds_nobody_else_up(
    server: BotApiServer, running: Running, library: Library, anna: Json, status: Any
) -> None:
    gone, group = server.group("Partis"), server.group("Débat")
    server.message(gone, anna, f"/ask {KNOWN['fr']}")
    server.my_chat_member(gone, anna, status)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        await heard(server, group)
        await server.called("sendMessage", 2)
        await server.idle()
    assert gone["id"] not in server.sent
    assert len(server.calls_of("sendMessage")) == 2


async def test_a_person_who_blocked_the_bot_is_not_tried_again_and_is_answered_after_unblocking(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["fr"])
    server.my_chat_member(chat, anna, "kicked")
    async with running():
        await server.called("sendMessage")
        await server.idle()
        assert len(server.calls_of("sendMessage")) == 1
        server.my_chat_member(chat, anna, "member")
        server.message(chat, anna, KNOWN["uk"])
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, "uk"))


# In private.


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_private_the_same_reply_has_no_remove_button(
    server: BotApiServer, running: Running, library: Library, anna: Json, language: str
) -> None:
    chat = server.private(anna)
    asked = server.message(chat, anna, KNOWN[language])
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, language))
    assert answered_id(reply) == asked["message_id"]
    assert labels(reply)[-2:] == ["👍", "👎"]
    assert 3 <= len(labels(reply)) <= 4
    assert phrases(language)("remove-button") not in labels(reply)


@pytest.mark.slow
@pytest.mark.parametrize("text", ["/ask {}", "/ask@SelonTestBot {}", "@SelonTestBot {}", "{} @SelonTestBot", "{} 🎉"])
@pytest.mark.parametrize("language", ["en", "uk"])
async def test_in_private_an_address_is_not_needed_and_does_no_harm(
    server: BotApiServer, running: Running, library: Library, anna: Json, text: str, language: str
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, text.format(KNOWN[language]))
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(answer(library, language))


async def test_in_private_a_forwarded_question_is_answered(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["ru"], forward=boris)
    server.message(chat, anna, OTHER["en"], forward=server.channel("La chaîne"), caption_of="photo")
    async with running():
        first, second = await heard(server, chat, 2)
    assert first["text"].startswith(answer(library, "ru"))
    assert second["text"].startswith(answer(library, "en", OTHER_ENTRY))


@pytest.mark.parametrize("language", LANGUAGES)
async def test_in_private_an_abstention_says_so_and_shows_a_way_to_browse(
    server: BotApiServer, running: Running, anna: Json, language: str
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, UNKNOWN[language])
    async with running():
        [reply] = await heard(server, chat)
    words = phrases(language)
    near = len(labels(reply)) - 1
    assert reply["text"] == (words("abstain-near", count=near) if near else words("abstain"))
    assert labels(reply)[-1] == words("topics-button")


@pytest.mark.parametrize("kind", ["private", "group"])
async def test_a_question_is_matched_once_and_what_was_answered_before_is_looked_up_once(
    server: BotApiServer, running: Running, anna: Json, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    decided: list[str] = []
    looked_up: list[int] = []
    decide, last, of = Matcher.decide, Contexts.last, Contexts.of

    def counted_decide(self: Matcher, text: str) -> Match:
        decided.append(text)
        return decide(self, text)

    async def counted_last(self: Contexts, chat_id: int, before: int, since: int) -> AnsweredEntry | None:
        looked_up.append(before)
        return await last(self, chat_id, before, since)

    async def counted_of(self: Contexts, chat_id: int, message_id: int) -> AnsweredEntry | None:
        looked_up.append(message_id)
        return await of(self, chat_id, message_id)

    monkeypatch.setattr(Matcher, "decide", counted_decide)
    monkeypatch.setattr(Contexts, "last", counted_last)
    monkeypatch.setattr(Contexts, "of", counted_of)
    in_group = kind == "group"
    chat = server.group("Débat") if in_group else server.private(anna)
    server.message(chat, anna, f"/ask {OTHER['fr']}" if in_group else OTHER["fr"])
    async with running():
        [first] = await heard(server, chat)
        decided.clear()
        looked_up.clear()
        # It may go on from what was answered: it is short.
        server.message(chat, anna, KNOWN["fr"], reply_to=first if in_group else None)
        await heard(server, chat, 2)
    assert decided.count(KNOWN["fr"]) == 1
    assert len(looked_up) == 1


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_in_private_messages_without_words_are_told_so_once(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha, vera = (server.user(number, "Olha", language_code=language) for number in (21, 22))
    chat, other = server.private(olha), server.private(vera)
    for medium in MEDIA:
        server.message(chat, olha, "", caption_of=medium)
    server.message(other, vera, "", caption_of="voice")
    server.message(chat, olha, KNOWN[language])
    async with running():
        told, replied = await heard(server, chat, 2)
        [told_too] = await heard(server, other)
    assert told["text"] == told_too["text"] == phrases(language)("no-words")
    assert replied["text"].startswith(answer(library, language))


async def test_a_private_chat_that_could_not_be_told_is_told_later(
    server: BotApiServer, running: Running, anna: Json, failures_expected: None
) -> None:
    chat = server.private(anna)
    server.fail_next("sendMessage", status=400)
    server.message(chat, anna, "", caption_of="photo")
    server.message(chat, anna, "", caption_of="voice")
    async with running():
        [told] = await heard(server, chat)
    assert told["text"] == phrases("fr")("no-words")
