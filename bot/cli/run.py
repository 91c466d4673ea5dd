"""`selon run`."""

from __future__ import annotations

import asyncio

from bot.app import serve
from bot.logs import set_up_logs
from bot.settings import read_settings
from knowledge.files import load_library


def run() -> int:
    """Runs the bot until it is told to stop."""
    settings = read_settings()
    set_up_logs(settings.log_level, [settings.token(), settings.secret()], style=settings.log_format)
    asyncio.run(serve(settings, load_library(settings.knowledge_dir, cache=settings.cache_dir)))
    return 0
