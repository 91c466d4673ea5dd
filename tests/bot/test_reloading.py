"""The knowledge base takes other articles up, with what curators have taught."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from invented import village

from bot.curation.curator import Curator
from bot.dialogue.actions import ReviewQueue
from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.question import Question
from bot.dialogue.surface import Surface
from bot.knowledge_base import KnowledgeBase
from bot.phrases import phrases
from bot.rendering.html import plain
from bot.store.misses import Miss
from bot.store.store import Store, open_store
from knowledge.article_variant import ArticleVariant
from knowledge.library import Library
from knowledge.model import Article

TAUGHT = ArticleVariant("pont", "closed", "en", "gendarmes barring the way")
PONT, BAC = (
    village(),
    replace(village(), slug="bac", entries=tuple(replace(e, article="bac") for e in village().entries)),
)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as opened:
        yield opened


def answering(article: Article, answer: str) -> Article:
    """The article with another answer of its first entry, in English."""
    first = article.entries[0]
    return replace(article, entries=(replace(first, answers={**first.answers, "en": answer}), *article.entries[1:]))


def texts(knowledge_base: KnowledgeBase) -> list[str]:
    """The taught variants that are answered."""
    return [variant.text for variant in knowledge_base.current.library.taught]


async def taught(store: Store, *articles: Article) -> KnowledgeBase:
    """A knowledge base of some articles, one of which was taught a variant."""
    await store.curation.decide([], Decision.TAUGHT, [TAUGHT])
    knowledge_base = KnowledgeBase(store, Library(articles))
    await knowledge_base.load_taught()
    return knowledge_base


async def test_an_edited_article_is_answered_from_with_what_it_was_taught(store: Store) -> None:
    knowledge_base = await taught(store, PONT, BAC)
    before = knowledge_base.current
    await knowledge_base.reload((answering(PONT, "Since the flood."), BAC), (), {"pont": 5.0, "bac": 4.0})
    after = knowledge_base.current
    assert after.library.models["bac"] is before.library.models["bac"]
    new, old = (each.library.models["pont"].matcher for each in (after, before))
    assert all(new.scorer(language) is old.scorer(language) for language in PONT.served)
    assert after.library.newest_first[0].slug == "pont"
    asked = Question(TAUGHT.text)
    assert "Since the flood." in plain(after.dialogue.ask(asked))
    assert "Since the flood." not in plain(before.dialogue.ask(asked))
    assert texts(knowledge_base) == [TAUGHT.text]


async def test_what_an_article_was_taught_outlives_its_absence(store: Store) -> None:
    knowledge_base = await taught(store, PONT, BAC)
    await knowledge_base.reload((BAC,), (), {})
    assert texts(knowledge_base) == []
    assert await store.taught.all() == [TAUGHT]
    assert set(knowledge_base.current.library.models) == {"bac"}
    await knowledge_base.reload((PONT, BAC), (), {})
    assert texts(knowledge_base) == [TAUGHT.text]


async def test_articles_are_taken_up_and_variants_taught_one_after_the_other(store: Store) -> None:
    knowledge_base = KnowledgeBase(store, Library((PONT,)))
    commit = partial(store.curation.decide, [], Decision.TAUGHT)
    await asyncio.gather(
        knowledge_base.teach([TAUGHT], commit),
        knowledge_base.reload((answering(PONT, "Since the flood."), BAC), (), {}),
        knowledge_base.teach([replace(TAUGHT, text="a rope across the road", entry_id="vote")], commit),
    )
    assert texts(knowledge_base) == [TAUGHT.text, "a rope across the road"]
    assert [article.slug for article in knowledge_base.current.library.articles] == ["pont", "bac"]
    assert knowledge_base.current.library.entries["pont/closed"].answers["en"] == "Since the flood."


async def test_misses_are_grouped_by_the_names_and_notions_of_the_articles_now(store: Store) -> None:
    for text in ("is the gangway slippery", "is the bridge slippery"):
        await store.misses.add(Miss(text, "en", Surface.PRIVATE, MissReason.ABSTAINED, None, None))
    knowledge_base = KnowledgeBase(store, Library((PONT,)))
    curator = Curator(store, knowledge_base)
    title = phrases("en")
    assert title("review-title", groups=2) in plain(await curator.act(ReviewQueue(), "en"))
    notions = {"bridge": {"en": ["bridge", "gangway"], "fr": ["pont"]}}
    await knowledge_base.reload((replace(PONT, notions=notions),), (), {})
    assert title("review-title", groups=1) in plain(await curator.act(ReviewQueue(), "en"))
