"""The message alone tells if it is meant for the bot, and what it asks."""

from __future__ import annotations

from typing import Any

import pytest
from botapi.entities import found_in, utf16_length
from hypothesis import given
from hypothesis import strategies as st
from telegram import Message, User

from bot.answering.addressing import (
    AddressedQuestion,
    Trigger,
    asked_as_guest,
    asked_of,
    author_of,
    is_from_a_person,
    person_of,
    question_of,
)

Json = dict[str, Any]

BOT = User(123456, "Selon", is_bot=True, username="SelonTestBot")
ANNA: Json = {"id": 7, "is_bot": False, "first_name": "Anna"}
BORIS: Json = {"id": 8, "is_bot": False, "first_name": "Boris"}
OTHER_BOT: Json = {"id": 99, "is_bot": True, "first_name": "Other", "username": "OtherBot"}
GROUP: Json = {"id": -1002000000001, "type": "supergroup", "title": "Débat"}
CHANNEL: Json = {"id": -1003000000001, "type": "channel", "title": "La chaîne"}
PRIVATE: Json = {"id": 7, "type": "private", "first_name": "Anna"}
QUESTION = "Qui est Marc Fogel ?"


def message(text: str | None, *, chat: Json = GROUP, caption: str | None = None, **fields: Any) -> Message:
    """A message of Anna's as the bot gets it, with the entities that Telegram finds."""
    value: Json = {"message_id": 5, "date": 1_700_000_000, "from": ANNA, "chat": chat}
    if text is not None:
        value |= {"text": text, "entities": found_in(text)}
    if caption is not None:
        value |= {"caption": caption, "caption_entities": found_in(caption)}
    return Message.de_json({**value, **fields}, None)


def original(text: str | None, sender: Json = BORIS, **fields: Any) -> Json:
    """The message that another one answers."""
    words = {} if text is None else {"text": text}
    return {"message_id": 4, "date": 1_700_000_000, "from": sender, "chat": GROUP, **words, **fields}


def from_the_bot() -> Json:
    """A message of the bot's that another one answers."""
    return original("Selon l'article …", BOT.to_dict())


# Commands.


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("/ask Qui ?", "Qui ?"),
        ("/ask@SelonTestBot Qui ?", "Qui ?"),
        ("/ASK@selontestbot  Qui ?", "Qui ?"),
        ("/ask\nQui ?\nQuand ?", "Qui ?\nQuand ?"),
        ("/ask 🎉 Хто?", "🎉 Хто?"),
        ("/ask", ""),
        ("/ask@SelonTestBot", ""),
        ("/ask   ", ""),
    ],
)
def test_ask_asks_what_follows_it(text: str, asked: str) -> None:
    found = asked_of(message(text), BOT)
    assert found is not None
    assert found.trigger is Trigger.COMMAND
    assert found.text.split() == asked.split()


@pytest.mark.parametrize(
    "text",
    ["/ask@OtherBot Qui ?", "/asks Qui ?", "/topics", "/start@SelonTestBot", "Dis /ask Qui ?", "ask Qui ?", "/ askQui"],
)
def test_other_commands_and_those_of_other_bots_ask_nothing(text: str) -> None:
    assert asked_of(message(text), BOT) is None


def test_a_command_that_telegram_did_not_mark_as_one_asks_nothing() -> None:
    assert asked_of(message("/ask Qui ?", entities=[]), BOT) is None


def test_a_command_in_a_caption_asks() -> None:
    photo = [{"file_id": "f", "file_unique_id": "f", "width": 9, "height": 9}]
    assert asked_of(message(None, caption="/ask Qui ?", photo=photo), BOT) == AddressedQuestion(
        Trigger.COMMAND, "Qui ?"
    )


def test_the_mention_after_a_command_is_no_part_of_the_question() -> None:
    assert asked_of(message("/ask @SelonTestBot Qui ?"), BOT) == AddressedQuestion(Trigger.COMMAND, "Qui ?")


# Mentions.


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("@SelonTestBot Qui ?", "Qui ?"),
        ("@selontestbot Qui ?", "Qui ?"),
        ("Qui ? @SelonTestBot", "Qui ?"),
        ("Qui est @SelonTestBot Fogel ?", "Qui est Fogel ?"),
        ("🎉🇺🇦 @SelonTestBot Хто такий 🎉 Фогель?", "🎉🇺🇦 Хто такий 🎉 Фогель?"),
        ("@SelonTestBot Qui ? @SelonTestBot", "Qui ?"),
        ("@OtherBot @SelonTestBot Qui ?", "@OtherBot Qui ?"),
        ("@SelonTestBot", ""),
    ],
)
def test_a_mention_asks_the_words_around_it(text: str, asked: str) -> None:
    assert asked_of(message(text), BOT) == AddressedQuestion(Trigger.MENTION, asked)


@pytest.mark.parametrize(
    "text", ["@OtherBot Qui ?", "@SelonTestBots Qui ?", "me@SelonTestBot.org Qui ?", "SelonTestBot"]
)
def test_mentions_of_others_ask_nothing(text: str) -> None:
    assert asked_of(message(text), BOT) is None


def test_a_mention_by_id_counts_for_the_bot_only() -> None:
    text = "🎉 Selon, qui ?"
    entity = {"type": "text_mention", "offset": 3, "length": 5}
    asked = asked_of(message(text, entities=[{**entity, "user": BOT.to_dict()}]), BOT)
    assert asked == AddressedQuestion(Trigger.MENTION, "🎉 , qui ?")
    assert asked_of(message(text, entities=[{**entity, "user": BORIS}]), BOT) is None


def test_half_a_character_disturbs_neither_the_address_nor_the_words() -> None:
    for half in ("\ud83c", "\udf89"):
        assert asked_of(message(f"{half} @SelonTestBot Qui ?"), BOT) == AddressedQuestion(
            Trigger.MENTION, "\ufffd Qui ?"
        )
        assert asked_of(message(f"/ask Qui {half}?"), BOT) == AddressedQuestion(Trigger.COMMAND, "Qui \ufffd?")


WORDS = st.lists(
    st.text(st.characters(exclude_categories=("Cs", "Cc", "Zs", "Zl", "Zp", "Cf")), min_size=1), max_size=6
)


@given(WORDS, WORDS)
def test_wherever_the_mention_stands_the_other_words_are_kept_whole(before: list[str], after: list[str]) -> None:
    head = "".join(f"{word} " for word in before)
    text = head + "@SelonTestBot" + "".join(f" {word}" for word in after)
    entity = {"type": "mention", "offset": utf16_length(head), "length": len("@SelonTestBot")}
    asked = asked_of(message(text, entities=[entity]), BOT)
    assert asked == AddressedQuestion(Trigger.MENTION, " ".join(" ".join([*before, *after]).split()))


# Messages that are looked up.


@pytest.mark.parametrize(("text", "trigger"), [("/ask", Trigger.COMMAND), ("@SelonTestBot", Trigger.MENTION)])
def test_an_address_alone_asks_what_the_message_says_that_it_answers(text: str, trigger: Trigger) -> None:
    assert asked_of(message(text, reply_to_message=original(QUESTION)), BOT) == AddressedQuestion(trigger, QUESTION)


def test_an_address_alone_asks_what_the_caption_says_that_it_answers() -> None:
    photo = [{"file_id": "f", "file_unique_id": "f", "width": 9, "height": 9}]
    answered = original(None, photo=photo, caption=QUESTION)
    assert asked_of(message("/ask", reply_to_message=answered), BOT) == AddressedQuestion(Trigger.COMMAND, QUESTION)


@pytest.mark.parametrize("text", ["/ask", "@SelonTestBot"])
def test_of_a_quoted_message_only_the_quote_is_asked(text: str) -> None:
    quote = {"text": "Marc Fogel", "position": 9, "is_manual": True}
    asked = asked_of(message(text, reply_to_message=original(QUESTION), quote=quote), BOT)
    assert asked is not None
    assert asked.text == "Marc Fogel"


def test_a_quote_from_another_chat_is_asked() -> None:
    origin = {"type": "user", "date": 1_700_000_000, "sender_user": BORIS}
    quote = {"text": "Marc Fogel", "position": 0}
    asked = asked_of(message("/ask", external_reply={"origin": origin}, quote=quote), BOT)
    assert asked == AddressedQuestion(Trigger.COMMAND, "Marc Fogel")


@pytest.mark.parametrize("address", ["/ask@SelonTestBot ", "@SelonTestBot ", "/ask "])
def test_the_address_in_the_message_that_is_looked_up_is_no_part_of_the_question(address: str) -> None:
    answered = original(address + QUESTION, entities=found_in(address + QUESTION))
    assert asked_of(message("@SelonTestBot", reply_to_message=answered), BOT) == AddressedQuestion(
        Trigger.MENTION, QUESTION
    )


def test_words_of_ones_own_are_asked_and_not_the_message_that_they_answer() -> None:
    asked = asked_of(message("/ask Quand ?", reply_to_message=original(QUESTION)), BOT)
    assert asked == AddressedQuestion(Trigger.COMMAND, "Quand ?")


@pytest.mark.parametrize("address", ["/ask", "@SelonTestBot"])
def test_a_message_without_words_gives_none(address: str) -> None:
    sticker = {"file_id": "f", "file_unique_id": "f", "width": 9, "height": 9, "type": "regular"}
    answered = original(None, sticker={**sticker, "is_animated": False, "is_video": False})
    asked = asked_of(message(address, reply_to_message=answered), BOT)
    assert asked is not None
    assert asked.text == ""


# Replies.


@pytest.mark.parametrize("text", ["Quand ?", "lol", "👍"])
def test_a_reply_to_the_bot_asks_its_words(text: str) -> None:
    assert asked_of(message(text, reply_to_message=from_the_bot()), BOT) == AddressedQuestion(Trigger.REPLY, text)


def test_a_reply_to_the_bot_that_mentions_it_is_a_mention() -> None:
    asked = asked_of(message("@SelonTestBot Quand ?", reply_to_message=from_the_bot()), BOT)
    assert asked == AddressedQuestion(Trigger.MENTION, "Quand ?")


@pytest.mark.parametrize("sender", [BORIS, OTHER_BOT])
def test_a_reply_to_somebody_else_asks_nothing(sender: Json) -> None:
    assert asked_of(message("Quand ?", reply_to_message=original(QUESTION, sender)), BOT) is None


def test_the_message_that_opened_a_topic_is_answered_by_nothing_in_it() -> None:
    opened = original(None, BOT.to_dict(), forum_topic_created={"name": "Selon", "icon_color": 7322096})
    assert (
        asked_of(message("Quand ?", reply_to_message=opened, message_thread_id=4, is_topic_message=True), BOT) is None
    )
    assert asked_of(message("/ask", reply_to_message=opened), BOT) == AddressedQuestion(Trigger.COMMAND, "")


# Private chats.


@pytest.mark.parametrize(
    ("text", "asked"), [("Qui ?", "Qui ?"), ("/ask Qui ?", "Qui ?"), ("/ask", ""), ("/nothing", ""), ("  🎉 ", "🎉")]
)
def test_in_private_every_text_asks(text: str, asked: str) -> None:
    assert asked_of(message(text, chat=PRIVATE), BOT) == AddressedQuestion(Trigger.PRIVATE, asked)


def test_in_private_a_medium_asks_its_caption_and_a_forward_its_words() -> None:
    origin = {"type": "user", "date": 1_700_000_000, "sender_user": BORIS}
    assert asked_of(message(None, chat=PRIVATE, caption="Qui ?"), BOT) == AddressedQuestion(Trigger.PRIVATE, "Qui ?")
    assert asked_of(message(None, chat=PRIVATE), BOT) == AddressedQuestion(Trigger.PRIVATE, "")
    assert asked_of(message("Qui ?", chat=PRIVATE, forward_origin=origin), BOT) == AddressedQuestion(
        Trigger.PRIVATE, "Qui ?"
    )


# Who asks.


@pytest.mark.parametrize(
    ("fields", "person"),
    [
        ({}, True),
        ({"from": OTHER_BOT}, False),
        ({"from": OTHER_BOT, "sender_chat": GROUP}, True),
        ({"from": OTHER_BOT, "sender_chat": CHANNEL}, True),
        ({"sender_chat": CHANNEL, "is_automatic_forward": True}, False),
        ({"via_bot": OTHER_BOT}, False),
        ({"from": None}, False),
    ],
)
def test_bots_and_what_they_wrote_for_others_are_no_people(fields: Json, person: bool) -> None:
    asked = message(f"/ask {QUESTION}", **fields)
    assert is_from_a_person(asked) is person
    assert (asked_of(asked, BOT) is not None) is person


def test_a_forward_in_a_group_asks_nothing() -> None:
    origin = {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": "Somebody"}
    assert asked_of(message(f"/ask {QUESTION}", forward_origin=origin), BOT) is None


@pytest.mark.parametrize(
    ("fields", "author_id"),
    [
        ({"from": OTHER_BOT, "sender_chat": GROUP}, GROUP["id"]),
        ({"sender_chat": CHANNEL}, CHANNEL["id"]),
        ({"from": None}, GROUP["id"]),
    ],
)
def test_a_chat_is_the_author_where_no_person_is(fields: Json, author_id: int) -> None:
    asked = message("/ask", **fields)
    assert author_of(asked).id == author_id
    assert person_of(asked) is None


def test_a_person_is_the_author_of_their_own_words() -> None:
    asked = message("/ask")
    assert person_of(asked) == author_of(asked)
    assert author_of(asked).id == 7


# Guests.


@pytest.mark.parametrize(
    ("text", "asked"),
    [
        ("@SelonTestBot Qui ?", "Qui ?"),
        ("🎉 Qui ? @selontestbot", "🎉 Qui ?"),
        ("/ask@SelonTestBot Qui ?", "Qui ?"),
        ("@SelonTestBot", ""),
    ],
)
def test_a_guest_asks_the_words_besides_the_address(text: str, asked: str) -> None:
    assert asked_as_guest(message(text), BOT) == asked


def test_a_guest_without_words_asks_the_quote_or_else_the_message_that_it_answers() -> None:
    answered = original(QUESTION)
    assert asked_as_guest(message("@SelonTestBot", reply_to_message=answered), BOT) == QUESTION
    quote = {"text": "Marc Fogel", "position": 9}
    assert asked_as_guest(message("@SelonTestBot", reply_to_message=answered, quote=quote), BOT) == "Marc Fogel"


# What a message asked that the bot has replied to.


@pytest.mark.parametrize("chat", [PRIVATE, GROUP])
@pytest.mark.parametrize(
    ("text", "asked"),
    [
        (QUESTION, QUESTION),
        (f"/ask {QUESTION}", QUESTION),
        (f"/ask@SelonTestBot {QUESTION}", QUESTION),
        (f"🎉 @SelonTestBot {QUESTION}", f"🎉 {QUESTION}"),
        ("/start fogel-who", ""),
        ("/topics", ""),
        ("/ask", ""),
        (None, ""),
    ],
)
def test_what_was_asked_is_told_from_the_question_alone(chat: Json, text: str | None, asked: str) -> None:
    assert question_of(message(text, chat=chat), BOT) == asked


def test_what_was_asked_in_a_caption_or_of_a_quoted_fragment_is_told_too() -> None:
    assert question_of(message(None, caption=f"/ask {QUESTION}"), BOT) == QUESTION
    quoting = message("/ask", quote={"text": QUESTION, "position": 0})
    assert question_of(quoting, BOT) == QUESTION


def test_a_message_of_a_bot_or_one_that_opened_a_topic_asked_nothing() -> None:
    opened = {"name": "Politique", "icon_color": 1}
    assert question_of(Message.de_json(from_the_bot(), None), BOT) == ""
    assert question_of(message(QUESTION, via_bot=OTHER_BOT), BOT) == ""
    assert question_of(message(None, forum_topic_created=opened), BOT) == ""
