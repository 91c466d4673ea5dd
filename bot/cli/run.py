"""`selon run`."""

from __future__ import annotations

import asyncio
import gc
import logging
import sys
from contextlib import ExitStack
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.app import serve
from bot.cli.articles import ONLY_DRAFTS, NoArticles
from bot.delivery.transport import proxy_passwords
from bot.embeddings import embeddings_choice, question_vectors
from bot.live_articles import LiveArticles
from bot.logs import set_up_logs
from bot.settings import read_settings
from bot.signals import ignore_hangups
from knowledge.article_folders import unread_articles
from knowledge.errors import Finding, KnowledgeNotFound
from knowledge.loading import LoadedArticles, load_articles

_LOG = logging.getLogger(__name__)
_MOST_UNCOLLECTED = 50_000
# Seconds after which a thread that takes changed articles up lets the one that answers go on; Python's 5 ms are waited
# for again at each of the dozen writes and reads of an answer.
_THREAD_TURN = 0.0005


def run() -> int:
    """Run the bot until it is told to stop; the exit status is 0.

    Raises:
        NoArticles: None of the articles holds.
    """
    ignore_hangups()
    settings = read_settings()
    secrets = [settings.token(), settings.secret(), settings.embeddings_secret(), *proxy_passwords()]
    set_up_logs(settings.log_level, secrets, style=settings.log_format)
    gc.set_threshold(_MOST_UNCOLLECTED)
    sys.setswitchinterval(_THREAD_TURN)
    vectors = question_vectors(settings, makes_at_once=False)
    with ExitStack() as stack:
        # By which a model that was trained beside this process is handed over to it.
        cache = settings.cache_dir or Path(stack.enter_context(_temporary_folder()))
        loaded = _loaded(settings.knowledge_dir, cache)
        library = loaded.library(cache, vectors)
        _spare_the_collector()
        live = LiveArticles(settings.knowledge_dir, cache, loaded, embeddings_choice(settings))
        asyncio.run(serve(settings, library, live))
    return 0


def _temporary_folder() -> TemporaryDirectory[str]:
    # A thread that still learns when the bot is stopped may put a file there meanwhile.
    return TemporaryDirectory(prefix="selon-", ignore_cleanup_errors=True)


def _loaded(folder: Path, cache: Path) -> LoadedArticles:
    """Load the articles of a folder, from the cache where possible; errors in some of them are logged."""
    try:
        loaded = load_articles(folder, cache)
    except KnowledgeNotFound as error:
        raise NoArticles(str(error)) from error
    findings: list[Finding] = [finding for each in loaded.refused_articles.values() for finding in each.findings]
    if not loaded.articles and loaded.only_drafts and not findings:
        raise NoArticles(ONLY_DRAFTS)
    if not loaded.articles:
        raise NoArticles.of(loaded.refused_articles.values())
    for finding in (*findings, *unread_articles(folder), *loaded.warnings):
        _LOG.warning("%s", finding)
    return loaded


def _spare_the_collector() -> None:
    """Collect garbage seldom: it took a tenth of the time, and updates leave few cycles."""
    gc.collect()
    gc.freeze()
