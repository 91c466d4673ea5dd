"""Errors that end a command: a sentence for standard error and an exit status."""

from __future__ import annotations

INTERRUPTED = 130
"""The exit status after Ctrl+C, as shells have it."""


class SelonError(Exception):
    """An error that the person at the terminal can put right.

    Attributes:
        exit_status: Of the process; 2 for a setting or an argument, 1 for what happened while running.
    """

    exit_status = 1


class SettingsError(SelonError):
    """A setting is missing or malformed."""

    exit_status = 2

    def __init__(self, name: str, problem: str) -> None:
        super().__init__(f"{name} {problem}")
        self.name = name


class WrongToken(SelonError):
    """Telegram does not know the token."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__("TELEGRAM_BOT_TOKEN is not a token that Telegram knows: copy it again from @BotFather.")


class RequestRefused(SelonError):
    """Telegram refuses what the bot asks for at the start."""

    def __init__(self, method: str, description: str) -> None:
        super().__init__(f"Telegram refuses {method}: {description.rstrip('.')}.")


class TelegramUnreachable(SelonError):
    """The Bot API server did not answer, or what answers is none."""

    def __init__(self, url: str, seconds: float, reason: str) -> None:
        super().__init__(
            f"The Bot API server at {url} could not be reached for {seconds:.0f} seconds ({reason}): "
            "check the network, or TELEGRAM_API_URL."
        )


class SecondInstance(SelonError):
    """Another process polls with the same token."""

    def __init__(self) -> None:
        super().__init__(
            "Another process already receives this bot's updates: stop it first, since only one may run per token."
        )
