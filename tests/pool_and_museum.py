"""Two short articles in English that have an entry of the same id, for what asks several articles."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from invented import CLOSED, entry, village

from knowledge.model import Article, ArticleDate, Wording

POOL = {
    "closed": ["Why is the pool closed?", "reason of the pool closure", "how come nobody can swim in june"],
    "price": ["How much is a swim?", "pool ticket price", "what does it cost to swim"],
    "lessons": ["When do the swimming lessons start?", "swimming lessons start date", "is there a course for children"],
}
MUSEUM = {
    "closed": ["Why is the museum closed?", "reason of the museum closure", "how come nobody can see the paintings"],
    "thief": ["Who stole the vase?", "vase theft suspect", "have they caught whoever took the vase"],
    "guide": ["Which languages does the guide speak?", "guide languages", "is there a tour in spanish"],
}
"""Questions by the id of the entry that answers them."""


def asked(
    slug: str, questions: Mapping[str, Sequence[str]], *, day: int = 1, out_of_scope: Sequence[str] = ()
) -> Article:
    """An article of a day in January 2026 whose entries have these questions, and no names or notions.

    Args:
        slug: Of the article.
        questions: By the id of the entry; the first of each is its title.
        day: Of January 2026.
        out_of_scope: Questions that it does not answer.
    """
    return replace(
        village(),
        slug=slug,
        title={"en": f"The {slug}"},
        language="en",
        served=("en",),
        date=ArticleDate(day, 1, 2026),
        people={},
        outlets={},
        topics={"news": {"en": "News"}},
        venues={},
        translations={"en": {}},
        entries=tuple(
            replace(
                entry(name, "news", CLOSED, article=slug),
                variants={"en": {Wording.QUESTION: texts[:1], Wording.COLLOQUIAL: texts[1:]}},
                answers={"en": f"The {slug}: {name}."},
            )
            for name, texts in questions.items()
        ),
        out_of_scope={"en": out_of_scope},
    )


def pool_and_museum() -> tuple[Article, Article]:
    """The older article and the newer one."""
    return asked("pool", POOL, day=1), asked("museum", MUSEUM, day=2)
