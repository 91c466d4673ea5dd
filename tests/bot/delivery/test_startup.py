"""A start waits for a network that is not there, and a refusal names the setting that is to be put right."""

from __future__ import annotations

import pytest
from botapi.faults import Fault
from botapi.server import BotApiServer
from running import Running, sentence

from bot.app import serve
from bot.errors import TelegramUnreachable, WrongToken
from bot.settings import Settings
from knowledge.library import Library


async def test_a_wrong_token_ends_at_once(
    server: BotApiServer, library: Library, settings: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TELEGRAM_BOT_TOKEN", "1:wrong")
    with pytest.raises(WrongToken, match="TELEGRAM_BOT_TOKEN"):
        await serve(Settings(), library)


async def test_no_network_is_said_after_trying(server: BotApiServer, library: Library, settings: Settings) -> None:
    server.stop_listening()
    with pytest.raises(TelegramUnreachable, match="TELEGRAM_API_URL"):
        await serve(settings, library, patience=1)


@pytest.mark.parametrize(
    ("method", "description", "said"),
    [
        ("getMe", "Bad Request: something new", "Telegram refuses getMe: Something new."),
        ("getMe", "Bad Request: Logged out", "TELEGRAM_API_URL names a server that the bot has left (Logged out)"),
        ("deleteWebhook", "Bad Request: something new", "Telegram refuses deleteWebhook: Something new."),
    ],
)
async def test_a_refusal_at_the_start_says_who_refuses_what(
    server: BotApiServer, library: Library, settings: Settings, method: str, description: str, said: str
) -> None:
    server.on_request = lambda asked, body, nth: Fault(status=400, description=description) if asked == method else None
    error = await sentence(settings, library)
    assert str(error).startswith(said)
    assert error.exit_status == (2 if "API_URL" in said else 1)


@pytest.mark.parametrize(
    ("description", "said"),
    [
        ("Bad Request: bad webhook: An HTTPS URL must be provided for webhook", "WEBHOOK_URL is refused by Telegram"),
        ("Bad Request: secret token contains unallowed characters", "WEBHOOK_SECRET is refused by Telegram"),
        ("Bad Request: something new", "Telegram refuses setWebhook: Something new."),
    ],
)
async def test_a_webhook_that_is_refused_names_its_setting(
    server: BotApiServer, library: Library, settings: Settings, description: str, said: str
) -> None:
    server.fail_next("setWebhook", status=400, description=description)
    webhook = {"webhook_url": "http://127.0.0.1:1/x", "webhook_listen": "127.0.0.1:0"}
    assert str(await sentence(settings.model_copy(update=webhook), library)).startswith(said)


@pytest.mark.slow
@pytest.mark.parametrize("status", [200, 401, 404, 502])
async def test_what_is_no_bot_api_says_nothing_of_the_token(
    server: BotApiServer, library: Library, settings: Settings, status: int
) -> None:
    server.fail_next("getMe", status=status, html=True, times=9)
    error = await sentence(settings, library)
    assert isinstance(error, TelegramUnreachable)
    assert "TELEGRAM_API_URL" in str(error)
    assert str(status) in str(error)


async def test_what_is_no_bot_api_for_a_moment_is_waited_for(server: BotApiServer, running: Running) -> None:
    server.fail_next("getMe", status=404, html=True)
    server.fail_next("deleteWebhook", status=401, description="Unauthorized")
    async with running():
        await server.until(lambda: server.is_polled, timeout=6)


async def test_neither_the_name_nor_the_password_in_the_address_of_a_server_is_shown(
    library: Library, settings: Settings
) -> None:
    hidden = settings.model_copy(update={"telegram_api_url": "http://anna:secret@127.0.0.1:1"})
    error = await sentence(hidden, library)
    assert "http://127.0.0.1:1 " in str(error)
    assert "secret" not in str(error)
