"""Questions that tests ask the bot on Telegram, and waiting for what it says, or for its silence."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from botapi.chats import Topic
from botapi.server import BotApiServer

from bot.phrases import phrases
from knowledge.library import Library

Json = dict[str, Any]

_QUIET = 0.02
LANGUAGES = ("fr", "en", "ru", "uk")
KNOWN_ENTRY = "appel-trump-poutine/fogel-who"
KNOWN = {
    "fr": "Qui est Marc Fogel ?",
    "en": "Who is Marc Fogel?",
    "ru": "Кто такой Марк Фогель?",
    "uk": "Хто такий Марк Фогель?",
}
"""Questions that the article answers, all with the same entry."""
OTHER_ENTRY = "appel-trump-poutine/call-duration"
OTHER = {
    "fr": "Combien de temps a duré l'appel entre Trump et Poutine ?",
    "en": "How long was the call with Putin?",
    "ru": "Сколько длился разговор Трампа и Путина?",
    "uk": "Скільки тривала розмова Трампа й Путіна?",
}
"""Questions that another entry answers."""
BUNDLED_TITLE = {
    "fr": "L’appel téléphonique Trump-Poutine",
    "en": "The Trump–Putin telephone call",
    "ru": "Телефонный разговор Трампа и Путина",
    "uk": "Телефонна розмова Трампа й Путіна",
}
"""The bundled article's title."""
UNKNOWN = {
    "fr": "Où trouver une recette de la ratatouille ?",
    "en": "What is the capital of Australia?",
    "ru": "Как приготовить борщ?",
    "uk": "Скільки коштує квиток до Львова?",
}
"""Questions that the article does not answer."""


def answer(library: Library, language: str, key: str = KNOWN_ENTRY) -> str:
    """The sentences that an entry, named by its key, answers with."""
    return str(library.entries[key].answers[language])


def short_line(language: str) -> str:
    """Return the line that is said where the article is silent and others read along."""
    title = BUNDLED_TITLE[language]
    return phrases(language)("abstain-short", title=phrases(language).quoted(title))


def labels(message: Json) -> list[str]:
    """The buttons under a message, from the top."""
    return [button["text"] for row in message.get("reply_markup", {}).get("inline_keyboard", []) for button in row]


def data(message: Json, label: str) -> str:
    """Return a button's data."""
    rows = message["reply_markup"]["inline_keyboard"]
    return str(next(button["callback_data"] for row in rows for button in row if button["text"] == label))


def answered_id(message: Json) -> int | None:
    """The id of the message that one of the bot's answers."""
    replied = message.get("reply_to_message")
    return None if replied is None else int(replied["message_id"])


@contextmanager
def at_once(server: BotApiServer) -> Iterator[None]:
    """Let the bot see the updates that are pushed in the block only when all of them have been pushed."""
    with server._monitor.changing():
        yield


async def heard(server: BotApiServer, chat: Json, count: int = 1, *, timeout: float = 5) -> list[Json]:
    """Return the bot's messages that stand in a chat, once there are that many; fail if there are more."""

    def said() -> list[Json]:
        messages = server.sent.get(chat["id"], [])
        return messages if len(messages) >= count else []

    await server.until(said, timeout, what=f"message {count} in chat {chat['id']}")
    await server.idle(quiet=_QUIET)
    messages = server.sent[chat["id"]]
    assert len(messages) == count, server.transcript()
    return messages


async def edited(server: BotApiServer, count: int = 1, *, timeout: float = 5) -> None:
    """Wait until the bot has edited that often, or fail after some seconds."""
    await server.called("editMessageText", count, timeout)
    await server.idle(quiet=_QUIET)


async def toasts(server: BotApiServer, count: int = 1) -> list[str]:
    """The texts with which so many presses were answered, empty where the wait just ended."""
    calls = await server.called("answerCallbackQuery", count)
    await server.idle(quiet=_QUIET)
    return [call.body.get("text", "") for call in calls]


async def silent(
    server: BotApiServer, chat: Json, sender: Json, *, already: int = 0, thread: Topic | None = None
) -> None:
    """Fail if the bot said more than `already` messages before it answered a question that is asked now."""
    later = server.message(chat, sender, f"/ask {UNKNOWN['fr']}", thread=thread)
    await server.until(
        lambda: [m for m in server.sent.get(chat["id"], []) if answered_id(m) == later["message_id"]],
        what="the answer to a later question",
    )
    since = server.sent[chat["id"]][already:]
    assert [answered_id(message) for message in since] == [later["message_id"]], server.transcript()
