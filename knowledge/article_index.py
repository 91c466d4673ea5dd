"""The index of articles: the ones worth asking a question, by its words, without asking all of them.

A word speaks for an article as far as it belongs to it (naive Bayes: the shares of its entries' variants, smoothed).
What the words say together for another article speaks against this one. So an article that is added trains nothing
anew, and yet takes the questions that are its own off the others.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from math import exp, log1p

from knowledge.article_model import Vocabulary, content_stems

_MOST_ASKED = 5
# What a word is worth to an article that does not have it, as a share of variants.
_SMOOTHING = 0.04
# Words of a question repeat each other: together they say less than their product.
_TEMPER = 0.5


class ArticleIndex:
    """The words of all articles, with the articles that have each.

    Args:
        vocabularies: By the slug of the article.
    """

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        self._slugs = tuple(vocabularies)
        self._having: dict[str, dict[str, list[tuple[str, float]]]] = {}
        for slug, vocabulary in vocabularies.items():
            for language, shares in vocabulary.items():
                having = self._having.setdefault(language, {})
                for stem, share in shares.items():
                    having.setdefault(stem, []).append((slug, log1p(share / _SMOOTHING)))

    def likelihoods(self, text: str) -> dict[str, float]:
        """Return how likely each article is to be asked about, those that have none of the words left out.

        The question is read in the language in which its words are known best.

        Args:
            text: Any text; its misspelled words count for nothing.

        Returns:
            By slug, the logarithm of how much likelier the words are there than in an article that has none of them,
            above 0; the likeliest first.
        """
        readings = [self._reading(text, language) for language in self._having]
        best = max(readings, key=lambda reading: max(reading.values(), default=0.0), default={})
        return dict(sorted(best.items(), key=lambda item: -item[1]))

    def worth_asking(self, likelihoods: Mapping[str, float], always: Iterable[str]) -> list[str]:
        """Return the slugs of the articles to ask: all if they are few, else the likeliest.

        Args:
            likelihoods: Of the question, by slug, the likeliest first.
            always: Slugs of articles that are asked besides.
        """
        if len(self._slugs) <= _MOST_ASKED:
            return list(self._slugs)
        return list(dict.fromkeys((*list(likelihoods)[:_MOST_ASKED], *always)))

    def _reading(self, text: str, language: str) -> dict[str, float]:
        having = self._having[language]
        logs: dict[str, float] = {}
        for stem in content_stems(text, language):
            for slug, value in having.get(stem, ()):
                logs[slug] = logs.get(slug, 0.0) + value
        return logs


def relative_likelihood(likelihoods: Mapping[str, float], slug: str) -> float:
    """Return how likely an article is beside the likeliest one, above 0 and up to 1.

    Args:
        likelihoods: Logarithms, by slug.
        slug: The article.
    """
    return exp(_TEMPER * (likelihoods.get(slug, 0.0) - max(likelihoods.values(), default=0.0)))
