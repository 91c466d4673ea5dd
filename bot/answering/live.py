"""Changes of the articles' files, taken up while the bot runs."""

from __future__ import annotations

import asyncio
import logging
from collections.abc import Iterable, Mapping, Sequence

from telegram.ext import ExtBot

from bot.answering.administrators import tell_of_no_articles, tell_of_refusals
from bot.answering.context import Services
from bot.live_articles import LiveArticles, LoadingFailed
from bot.logs import error_location
from knowledge.errors import Finding, KnowledgeNotFound
from knowledge.loading import LoadedArticle, LoadedArticles

_LOG = logging.getLogger(__name__)
# Whoever changes several files one after the other is not told of what does not hold in between.
_SETTLED_SECONDS = 3


class Refusals:
    """The findings that somebody has been told, so that each is told once.

    Args:
        told: The articles whose findings are known.
    """

    def __init__(self, told: Mapping[str, LoadedArticle] | None = None) -> None:
        self._told: dict[str, tuple[Finding, ...]] = {}
        self.news(told or {})

    def news(self, refused: Mapping[str, LoadedArticle]) -> list[LoadedArticle]:
        """Return the articles that somebody has to be told of, and take it that this is done.

        Args:
            refused: All that do not hold now; the others may be told of again once they do not.
        """
        news = [each for slug, each in refused.items() if self._told.get(slug) != each.findings]
        self._told = {slug: each.findings for slug, each in refused.items()}
        return news


async def follow_articles(services: Services, bot: ExtBot[None], admin_ids: Sequence[int], live: LiveArticles) -> None:
    """Take up the articles whenever their files have changed, until cancelled.

    Args:
        services: Of all handlers.
        bot: Tells the administrators what does not hold.
        admin_ids: The administrators.
        live: The articles.
    """
    try:
        await _follow(services, bot, admin_ids, live)
    finally:
        await live.close()


async def _follow(services: Services, bot: ExtBot[None], admin_ids: Sequence[int], live: LiveArticles) -> None:
    logged, told, told_reason = Refusals(live.loaded.refused_articles), Refusals(), ""
    refused, reason = live.loaded.refused_articles, ""
    while True:
        if await _rests(live.may_have_changed):
            if news := told.news(refused):
                await tell_of_refusals(services, bot, admin_ids, news)
            if reason and reason != told_reason:
                await tell_of_no_articles(services, bot, admin_ids, reason)
            told_reason = reason
            await live.may_have_changed.wait()
        live.may_have_changed.clear()
        try:
            loaded = await live.load_changed(await services.store.taught.all())
            refused = (loaded or live.loaded).refused_articles
            for finding in (finding for each in logged.news(refused) for finding in each.findings):
                _LOG.warning("%s", finding)
            reason = await _take_up(services, live, loaded) if loaded is not None else ""
        except KnowledgeNotFound as error:
            _LOG.warning("%s Answers go on from the articles as they were.", error)
            reason = str(error)
        except LoadingFailed as error:
            _LOG.error("%s Answers go on from the articles as they were.", error)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with a change, the next one may be right
            _LOG.error("The articles could not be taken up anew: %s.", error_location(error))


async def _take_up(services: Services, live: LiveArticles, loaded: LoadedArticles) -> str:
    """Answer from the articles that were loaded; return the reason if there is none to answer from."""
    if not loaded.articles:
        reason = "No article in KNOWLEDGE_DIR holds any more."
        _LOG.warning("%s Answers go on from the articles as they were.", reason)
        return reason
    before, after = ({each.slug: each for each in some.articles} for some in (live.loaded, loaded))
    if before != after or any(before[slug] is not each for slug, each in after.items()):
        first = await services.store.first_loads.of(after)
        await services.knowledge_base.reload(loaded.articles, loaded.warnings, first)
        for warning in (each for each in loaded.warnings if each not in live.loaded.warnings):
            _LOG.warning("%s", warning)
        _LOG.info(
            "Articles taken up: %s changed, %s added, %s removed.",
            _named(slug for slug, each in after.items() if slug in before and before[slug] is not each),
            _named(after.keys() - before.keys()),
            _named(before.keys() - after.keys()),
        )
    live.loaded = loaded
    return ""


def _named(slugs: Iterable[str]) -> str:
    """Return some slugs as a line of the log has them."""
    return ", ".join(sorted(slugs)) or "none"


async def _rests(changed: asyncio.Event) -> bool:
    """Tell whether nothing changes for a while."""
    try:
        async with asyncio.timeout(_SETTLED_SECONDS):
            await changed.wait()
    except TimeoutError:
        return True
    return False
