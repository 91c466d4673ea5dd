"""`selon review`."""

from __future__ import annotations

import asyncio
import re
from contextlib import nullcontext

from bot.cli.articles import open_library
from bot.cli.streams import explained_input_errors
from bot.curation.curator import Curator, takes_long
from bot.dialogue.actions import Curating, ReviewQueue
from bot.dialogue.reply import Button, Reply
from bot.knowledge_base import KnowledgeBase
from bot.phrases import phrases
from bot.rendering.terminal import console, show
from bot.settings import read_settings
from bot.store.database import require_database, sqlite_path
from bot.store.store import open_store

_QUIT = ("q", "quit", "/quit", "exit")
_NUMBER = re.compile("[0-9]{1,3}")


def run() -> int:
    """Review the misses until there are none left, /quit, or the end of input; the exit status is 0."""
    settings = read_settings()
    require_database(sqlite_path(settings.database_url))
    library = open_library(settings)
    language = settings.language or library.articles[0].language
    with open_store(settings.database_url, settings.votes()) as store, asyncio.Runner() as runner:
        knowledge_base = KnowledgeBase(store, library)
        runner.run(knowledge_base.load_taught())
        _review(Curator(store, knowledge_base), language, runner)
    return 0


def _review(curator: Curator, language: str, runner: asyncio.Runner) -> None:
    """Read answers outside of the event loop, which would swallow Ctrl+C."""
    terminal, words = console(), phrases(language)
    reply = runner.run(curator.act(ReviewQueue(), language))
    while True:
        show(reply, terminal, numbered=True)
        if not reply.buttons:
            return
        terminal.print()
        try:
            with explained_input_errors():
                typed = terminal.input(f"[bold]{words('review-prompt')} ›[/] ").strip()
        except EOFError:
            return
        if typed.lower() in _QUIT:
            return
        terminal.print()
        button = _button(reply, typed)
        if button is not None and isinstance(button.action, Curating):
            with terminal.status(words("review-learning")) if takes_long(button.action) else nullcontext():
                reply = runner.run(curator.act(button.action, language))


def _button(shown: Reply, typed: str) -> Button | None:
    number = int(typed) if _NUMBER.fullmatch(typed) else 0
    return shown.buttons[number - 1] if 1 <= number <= len(shown.buttons) else None
