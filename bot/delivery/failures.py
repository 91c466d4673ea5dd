"""Failures of requests, and what Telegram's words tell of the fate of the request."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum, auto

from telegram.error import BadRequest, ChatMigrated, Forbidden, InvalidToken, NetworkError, RetryAfter, TelegramError

from bot.delivery.transport import RequestUnanswered, waiting_time

# A chat, topic or person that the bot may not write to just now, as the Bot API says it besides 403. A refusal that
# Telegram's servers name in capitals comes as 400, even where it is 403 for them.
_CLOSED = (
    "not enough rights",
    "have no rights to send",
    "have no write access",
    "need administrator rights",
    "chat not found",
    "channel not found",
    "user not found",
    "group chat was deactivated",
    "group chat is deactivated",
    "message thread not found",
    "bot was kicked",
    "bot was blocked",
    "bot is not a member",
    "bot can't initiate conversation",
    "bot can't send messages to",
    "user is deactivated",
    "topic_closed",
    "topic_deleted",
    "topic_id_invalid",
    "chat_restricted",
    "chat_forbidden",
    "chat_admin_required",
    "chat_id_invalid",
    "peer_id_invalid",
    "channel_private",
    "channel_invalid",
    "input_user_deactivated",
    "user_deactivated",
    "user_is_blocked",
    "user_is_bot",
    "user_id_invalid",
    "user_banned_in_channel",
    "user_not_participant",
    "user_restricted",
    "you_blocked_user",
    "privacy_premium_required",
    "allow_payment_required",
    "right_forbidden",
    "voice_messages_forbidden",
)
# chat_write_forbidden, chat_send_plain_forbidden, chat_guest_send_forbidden and their kind.
_CLOSED_KIND = re.compile(r"\bchat_(?:\w+_)?forbidden\b")


class Fate(Enum):
    """The fate of a request that failed."""

    REFUSED = auto()
    CLOSED = auto()
    FORBIDDEN = auto()
    WAIT = auto()
    UNKNOWN = auto()


@dataclass(frozen=True, slots=True)
class Failure:
    """The failure of a request.

    Attributes:
        fate: The fate of the request.
        error: As python-telegram-bot tells it.
        seconds: The wait that Telegram asks for; None where it does not say.
    """

    fate: Fate
    error: TelegramError
    seconds: float | None = None


def failure_of(error: TelegramError) -> Failure:
    """Return the failure that an error of a request stands for.

    Only what the Bot API itself says tells that Telegram has not done it, be it 5xx; a gateway's page does not.
    """
    match error:
        case RetryAfter():
            return Failure(Fate.WAIT, error, waiting_time(error))
        case Forbidden():
            return Failure(Fate.FORBIDDEN, error)
        case BadRequest() if mentions(error, _CLOSED) or _CLOSED_KIND.search(error.message.lower()):
            return Failure(Fate.CLOSED, error)
        case BadRequest() | ChatMigrated():
            return Failure(Fate.REFUSED, error)
        case RequestUnanswered():
            return Failure(Fate.UNKNOWN, error)
        case NetworkError() | InvalidToken():
            return Failure(Fate.WAIT, error)
    return Failure(Fate.UNKNOWN, error)


def mentions(error: TelegramError, texts: tuple[str, ...]) -> bool:
    """Tell whether Telegram's sentence holds one of some texts, which are in small letters."""
    message = error.message.lower()
    return any(text in message for text in texts)
