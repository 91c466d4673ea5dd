"""`selon run`."""

from __future__ import annotations

import asyncio
import gc
import logging

from bot.app import serve
from bot.delivery.transport import proxy_passwords
from bot.logs import set_up_logs
from bot.settings import read_settings
from knowledge.files import load_library

_LOG = logging.getLogger(__name__)
_MOST_UNCOLLECTED = 50_000


def run() -> int:
    """Run the bot until it is told to stop; the exit status is 0."""
    settings = read_settings()
    secrets = [settings.token(), settings.secret(), *proxy_passwords()]
    set_up_logs(settings.log_level, secrets, style=settings.log_format)
    gc.set_threshold(_MOST_UNCOLLECTED)
    library = load_library(settings.knowledge_dir, cache=settings.cache_dir)
    for warning in library.warnings:
        _LOG.warning("%s", warning)
    _spare_the_collector()
    asyncio.run(serve(settings, library))
    return 0


def _spare_the_collector() -> None:
    """Collect garbage seldom: what was loaded stays, and updates leave few cycles; it took a tenth of the time."""
    gc.collect()
    gc.freeze()
