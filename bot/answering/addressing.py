"""The address of a message: its trigger, and the question that it asks of the bot."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from telegram import Chat, Message, MessageEntity, TextQuote, User
from telegram.constants import ChatType

_DECORATION = (
    MessageEntity.BOLD,
    MessageEntity.ITALIC,
    MessageEntity.UNDERLINE,
    MessageEntity.CUSTOM_EMOJI,
)


class Trigger(StrEnum):
    """The way in which a message turns to the bot; some are answered in fewer words than others."""

    PRIVATE = "private"
    COMMAND = "command"
    MENTION = "mention"
    REPLY = "reply"
    AMBIENT = "ambient"


@dataclass(frozen=True, slots=True)
class AddressedQuestion:
    """The question that a message asks of the bot.

    Attributes:
        trigger: The way in which it turns to the bot.
        text: The question; empty if there are no words.
        about: The words of the message that it stands under; empty for none, or one of the bot's.
        command: The command that it begins with, as it was typed; empty for none.
    """

    trigger: Trigger
    text: str
    about: str = field(default="", compare=False)
    command: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class Claim:
    """A message of somebody's that is looked up.

    Attributes:
        message_id: Its id, in the same chat.
        quote: The fragment of it that is meant; None for the whole.
    """

    message_id: int
    quote: TextQuote | None


def asked_of(message: Message, bot: User) -> AddressedQuestion | None:
    """Return the question that a message asks of the bot; None if it is not meant for it."""
    if not is_from_a_person(message):
        return None
    text, entities = _text_and_entities(message)
    if message.chat.type == ChatType.PRIVATE:
        typed = (_command(text, entities) or "").partition("@")[0]
        return AddressedQuestion(Trigger.PRIVATE, _words(text, entities, bot), about_of(message, bot), typed)
    if message.forward_origin is not None:
        return None
    command = _command(text, entities)
    if command is not None:
        name, _, addressee = command.partition("@")
        if name.lower() != "/ask" or (addressee and addressee.lower() != str(bot.username).lower()):
            return None
        return AddressedQuestion(Trigger.COMMAND, _words_or_looked_up(message, bot), about_of(message, bot), "/ask")
    if any(_mentions(entity, text, bot) for entity in entities):
        return AddressedQuestion(Trigger.MENTION, _words_or_looked_up(message, bot), about_of(message, bot))
    return AddressedQuestion(Trigger.REPLY, text.strip()) if _replies_to(message, bot) else None


def asked_of_nobody(message: Message) -> AddressedQuestion | None:
    """Return the words of a group's message that is put to nobody at all; None if it may be put to somebody.

    A comment below a post and a message in a thread of replies answer something, though Telegram may not say what.
    """
    if message.chat.type == ChatType.PRIVATE or not is_from_a_person(message) or not message.text:
        return None
    original = message.reply_to_message
    answers = (original is not None and original.forum_topic_created is None) or any(
        given is not None for given in (message.external_reply, message.quote, message.reply_to_story)
    )
    in_replies = message.message_thread_id is not None and not message.is_topic_message
    if answers or in_replies or message.forward_origin is not None:
        return None
    if any(entity.type not in _DECORATION for entity in message.entities):
        return None
    return AddressedQuestion(Trigger.AMBIENT, message.text.strip())


def claim_of(message: Message, text: str, bot: User) -> Claim | None:
    """Return the claim that a group's message has looked up; None if it asks in words of its own.

    Args:
        message: The message.
        text: The question that it asks.
        bot: The bot, whose own messages are no claims.
    """
    original = message.reply_to_message
    if message.chat.type == ChatType.PRIVATE or original is None or _replies_to(message, bot):
        return None
    return Claim(original.message_id, message.quote) if text and text == _looked_up(message, bot) else None


def asked_as_guest(message: Message, bot: User) -> str:
    """Return a guest message's question: its words besides the mention, else those of the message that it answers."""
    return _words_or_looked_up(message, bot)


def about_of(message: Message, bot: User) -> str:
    """Return the words of the message that a question stands under, or those that it quotes; empty for the bot's own.

    Where it has no words of its own, those of the other message are the question itself.
    """
    own = _words(*_text_and_entities(message), bot)
    original = message.reply_to_message
    is_the_bots = original is not None and original.from_user is not None and original.from_user.id == bot.id
    if is_the_bots or not any(map(str.isalnum, own)):
        return ""
    return _looked_up(message, bot)


def question_of(message: Message, bot: User) -> str:
    """Return the question of a message that the bot has replied to; empty if it asks none, or none can be told."""
    if not is_from_a_person(message):
        return ""
    command = _command(*_text_and_entities(message))
    if command is not None and command.partition("@")[0].lower() != "/ask":
        return ""
    return _words_or_looked_up(message, bot)


def links_of(message: Message) -> tuple[str, ...]:
    """Return the addresses that a message links to, shown or behind words, and that of its preview."""
    text, entities = _text_and_entities(message)
    shown = [
        _utf16_slice(text, entity.offset, entity.length) for entity in entities if entity.type == MessageEntity.URL
    ]
    hidden = [entity.url for entity in entities if entity.type == MessageEntity.TEXT_LINK and entity.url]
    previews = (each.link_preview_options for each in (message, message.external_reply) if each is not None)
    return (*shown, *hidden, *(each.url for each in previews if each is not None and isinstance(each.url, str)))


def is_from_a_person(message: Message) -> bool:
    """Tell whether a person wrote it: also as an anonymous administrator or a channel, but no bot and not via one."""
    if message.via_bot is not None or message.is_automatic_forward:
        return False
    if message.sender_chat is not None:
        return True
    return message.from_user is not None and not message.from_user.is_bot


def author_of(message: Message) -> User | Chat:
    """Return the author of a message: a person, or the chat on whose behalf it is written.

    That chat is the message's own for an anonymous administrator and for a post, another one for a channel in a group.
    """
    return message.sender_chat or message.from_user or message.chat


def person_of(message: Message) -> User | None:
    """Return the person who wrote a message; None if its author is a chat."""
    author = author_of(message)
    return author if isinstance(author, User) else None


def _text_and_entities(message: Message) -> tuple[str, Iterable[MessageEntity]]:
    if message.text is not None:
        return message.text, message.entities
    return message.caption or "", message.caption_entities


def _command(text: str, entities: Iterable[MessageEntity]) -> str | None:
    for entity in entities:
        if entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0:
            return _utf16_slice(text, 0, entity.length)
    return None


def _mentions(entity: MessageEntity, text: str, bot: User) -> bool:
    if entity.type == MessageEntity.MENTION:
        return _utf16_slice(text, entity.offset, entity.length).lower() == f"@{bot.username}".lower()
    return entity.type == MessageEntity.TEXT_MENTION and entity.user is not None and entity.user.id == bot.id


def _replies_to(message: Message, bot: User) -> bool:
    """Tell whether it answers a message of the bot; the message that opened a topic is one that all others "answer"."""
    original = message.reply_to_message
    return (
        original is not None
        and original.forum_topic_created is None
        and original.from_user is not None
        and original.from_user.id == bot.id
    )


def _words(text: str, entities: Iterable[MessageEntity], bot: User) -> str:
    """Return the text without the command that it begins with and the mentions of the bot."""
    addresses = [
        entity
        for entity in entities
        if _mentions(entity, text, bot) or (entity.type == MessageEntity.BOT_COMMAND and entity.offset == 0)
    ]
    return _without(text, addresses) if addresses else text.strip()


def _words_or_looked_up(message: Message, bot: User) -> str:
    """Return the words besides the address; where there are only signs, those of the message that this one answers."""
    words = _words(*_text_and_entities(message), bot)
    return words if any(character.isalnum() for character in words) else _looked_up(message, bot) or words


def _looked_up(message: Message, bot: User) -> str:
    """Return the words of the message that this one answers, or only those that it quotes of it."""
    if message.quote is not None:
        return message.quote.text
    original = message.reply_to_message
    if original is None or original.forum_topic_created is not None:
        return ""
    return _words(*_text_and_entities(original), bot)


def _without(text: str, entities: Iterable[MessageEntity]) -> str:
    """Return the text without the words that some entities cover, single spaces in their place."""
    units = _utf16(text)
    for entity in sorted(entities, key=lambda entity: entity.offset, reverse=True):
        start, end = 2 * entity.offset, 2 * (entity.offset + entity.length)
        units = units[:start] + " ".encode("utf-16-le") + units[end:]
    return " ".join(units.decode("utf-16-le", "replace").split())


def _utf16_slice(text: str, offset: int, length: int) -> str:
    """Return the text of an entity, whose offset and length count UTF-16 units, not characters."""
    return _utf16(text)[2 * offset : 2 * (offset + length)].decode("utf-16-le", "replace")


def _utf16(text: str) -> bytes:
    """Encode a text; half a surrogate pair, which JSON can carry, stays half a pair."""
    return text.encode("utf-16-le", "surrogatepass")
