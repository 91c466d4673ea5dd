"""The library that commands ask: its models ready, with the meaning of variants where embeddings are set."""

from __future__ import annotations

import sys
from dataclasses import replace

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from bot.cli.articles import open_library
from bot.embeddings import question_vectors
from bot.settings import Settings
from knowledge.embedding import EmbeddingFailed
from knowledge.library import Library


def ready_library(settings: Settings, *, needed: str | None = None, drafts: bool = False) -> Library:
    """Return the library of the articles that are set, ready to be asked.

    What its variants mean is learnt now, with a bar on standard error if that is a terminal, or restored. Where no
    vectors are to be had, words alone decide, and a line on standard error says so.

    Args:
        settings: The folder of the articles, that of the cache, and the embeddings.
        needed: The slug of an article without which there is nothing to do.
        drafts: Take in entries that nobody has accepted yet.

    Raises:
        SettingsError: The extra that EMBEDDINGS needs is not installed.
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
        NoArticles: No article holds, or the one that is needed does not.
    """
    library = replace(open_library(settings, needed=needed, drafts=drafts), vectors=question_vectors(settings))
    if library.vectors is not None:
        columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn()
        error = Console(stderr=True)
        with Progress(*columns, console=error, transient=True, disable=not sys.stderr.isatty()) as progress:
            tasks = {slug: progress.add_task(slug, total=None) for slug in library.models}
            try:
                library.learn_meaning(
                    lambda slug, done, every: progress.update(tasks[slug], completed=done, total=every)
                )
            except EmbeddingFailed as failure:
                print(f"{failure} Words alone decide.", file=sys.stderr)
    return library
