"""Telegram's words about a failure tell the fate of the request, and whether the chat can be written to."""

from __future__ import annotations

import pytest
from botapi.server import BotApiServer
from telegram import Bot
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.delivery.failures import Failure, Fate, failure_of, mentions
from bot.delivery.transport import GarbledResponse, RequestNotWritten, RequestUnanswered, Transport

REFUSED_FOR_GOOD = ["message is too long", "can't parse entities", "BUTTON_DATA_INVALID", "message text is empty"]
CLOSED = [
    *"CHAT_RESTRICTED CHAT_WRITE_FORBIDDEN CHAT_SEND_PLAIN_FORBIDDEN CHAT_SEND_PHOTOS_FORBIDDEN".split(),
    *"CHAT_SEND_MEDIA_FORBIDDEN CHAT_GUEST_SEND_FORBIDDEN CHAT_FORBIDDEN CHAT_ADMIN_REQUIRED CHAT_ID_INVALID".split(),
    *"CHANNEL_PRIVATE CHANNEL_INVALID TOPIC_CLOSED TOPIC_DELETED PEER_ID_INVALID USER_IS_BLOCKED USER_IS_BOT".split(),
    *"INPUT_USER_DEACTIVATED USER_DEACTIVATED YOU_BLOCKED_USER USER_BANNED_IN_CHANNEL USER_RESTRICTED".split(),
    *"PRIVACY_PREMIUM_REQUIRED ALLOW_PAYMENT_REQUIRED ALLOW_PAYMENT_REQUIRED_50 VOICE_MESSAGES_FORBIDDEN".split(),
    "chat not found",
    "group chat was deactivated",
    "message thread not found",
    "not enough rights to send photos to the chat",
    "have no rights to send a message",
    "need administrator rights in the channel chat",
    "bot was kicked from the supergroup chat",
    "bot is not a member of the channel chat",
    "bot can't initiate conversation with a user",
]


async def failed(server: BotApiServer) -> TelegramError:
    """The error that a message comes to."""
    server.private(server.user(7, "Anna"))
    async with Bot(
        "123456:test-token-of-nobody", base_url=f"{server.url}/bot", request=Transport(server.url, 1)
    ) as bot:
        with pytest.raises(TelegramError) as caught:
            await bot.send_message(7, "one")
    return caught.value


@pytest.mark.parametrize("said", CLOSED)
async def test_whoever_cannot_be_written_to_is_a_closed_chat(server: BotApiServer, said: str) -> None:
    server.fail_next("sendMessage", status=400, description=f"Bad Request: {said}")
    assert failure_of(await failed(server)).fate is Fate.CLOSED


@pytest.mark.parametrize("said", REFUSED_FOR_GOOD)
async def test_what_is_wrong_with_a_message_closes_no_chat(server: BotApiServer, said: str) -> None:
    server.fail_next("sendMessage", status=400, description=f"Bad Request: {said}")
    assert failure_of(await failed(server)).fate is Fate.REFUSED


@pytest.mark.parametrize(
    ("error", "fate", "seconds"),
    [
        (RetryAfter(7), Fate.WAIT, 7.0),
        (NetworkError("Internal Server Error"), Fate.WAIT, None),
        (InvalidToken("Unauthorized"), Fate.WAIT, None),
        (RequestNotWritten("ConnectionError"), Fate.WAIT, None),
        (Forbidden("Forbidden: bot was blocked by the user"), Fate.FORBIDDEN, None),
        (BadRequest("Chat not found"), Fate.CLOSED, None),
        (BadRequest("Message is too long"), Fate.REFUSED, None),
        (ChatMigrated(-100), Fate.REFUSED, None),
        (RequestUnanswered("TimeoutError"), Fate.UNKNOWN, None),
        (GarbledResponse(502, b"<html>"), Fate.UNKNOWN, None),
        (Conflict("terminated by other getUpdates request"), Fate.UNKNOWN, None),
    ],
)
def test_each_kind_of_error_tells_a_fate(error: TelegramError, fate: Fate, seconds: float | None) -> None:
    assert failure_of(error) == Failure(fate, error, seconds)


def test_a_sentence_is_found_however_it_is_spelled() -> None:
    error = BadRequest("Bad Request: Message is NOT modified")
    assert mentions(error, ("chat not found", "is not modified"))
    assert not mentions(error, ("chat not found",))
