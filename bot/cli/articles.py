"""The articles of a command: one with errors in its files takes none of the others down."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from bot.errors import SelonError
from bot.printable import one_line
from bot.settings import Settings
from knowledge.library import Library
from knowledge.loading import LoadedArticle, load_articles

ONLY_DRAFTS = "All entries are drafts: remove the line `draft: true` in faq.yaml from those that are right."


class NoArticles(SelonError):
    """No article can be answered from: its findings have to be put right first."""

    exit_status = 2

    @classmethod
    def of(cls, refused: Iterable[LoadedArticle]) -> NoArticles:
        """Return the error with the findings of some articles, one a line."""
        return cls("\n".join(str(finding) for each in refused for finding in each.findings))


def open_library(
    settings: Settings, *, folder: Path | None = None, needed: str | None = None, drafts: bool = False
) -> Library:
    """Return the library of the articles without errors; the others are named on standard error.

    Args:
        settings: The folder of the articles, and that of the cache.
        folder: Of the articles, instead.
        needed: The slug of an article without which there is nothing to do.
        drafts: Take in entries that nobody has accepted yet.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
        NoArticles: No article holds or has an entry that was accepted, or the one that is needed does not.
    """
    loaded = load_articles(folder or settings.knowledge_dir, settings.cache_dir, drafts=drafts)
    refused = loaded.refused_articles
    if needed is not None and needed in refused:
        raise NoArticles.of([refused[needed]])
    if not loaded.articles and not refused:
        raise NoArticles(f"{ONLY_DRAFTS} `selon ask --drafts` answers from them.")
    if not loaded.articles:
        raise NoArticles.of(refused.values())
    if refused:
        slugs = one_line(", ".join(refused))
        print(f"Left out, since their files do not hold: {slugs}. `selon check` says why.", file=sys.stderr)
    return loaded.library(settings.cache_dir)
