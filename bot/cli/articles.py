"""The articles of a command: one that does not hold takes none of the others down."""

from __future__ import annotations

import sys

from bot.printable import one_line
from bot.settings import Settings
from knowledge.errors import InvalidKnowledge
from knowledge.library import Library
from knowledge.loading import load_articles


def open_library(settings: Settings, *, needed: str | None = None) -> Library:
    """Return the library of the articles that hold; those that do not are named on standard error.

    Args:
        settings: The folder of the articles, and that of the cache.
        needed: The slug of an article without which there is nothing to do.

    Raises:
        KnowledgeNotFound: The folder is missing, unreadable or holds no article.
        InvalidKnowledge: No article holds, or the one that is needed does not.
    """
    loaded = load_articles(settings.knowledge_dir, settings.cache_dir)
    refused = loaded.refused
    if needed is not None and needed in refused:
        raise InvalidKnowledge(refused[needed].findings)
    if not loaded.articles:
        raise InvalidKnowledge([finding for each in refused.values() for finding in each.findings])
    if refused:
        slugs = one_line(", ".join(refused))
        print(f"Left out, since their files do not hold: {slugs}. `selon check` says why.", file=sys.stderr)
    return loaded.library(settings.cache_dir)
