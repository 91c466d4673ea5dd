"""The index of articles: the ones worth asking a question, by its words, without asking all of them.

A word speaks for an article as far as it belongs to it (naive Bayes: the shares of its entries' variants, smoothed).
What the words say together for another article speaks against this one. So an article that is added trains nothing
anew, and yet takes the questions that are its own off the others.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Mapping
from functools import cached_property
from math import exp, log1p

import numpy as np
from numpy.typing import NDArray
from rapidfuzz import process
from rapidfuzz.distance import OSA

from knowledge.article_model import Vocabulary, content_stems
from knowledge.text.tokens import tokenizer

_MOST_ASKED = 5
# What a word is worth to an article that does not have it, as a share of variants.
_SMOOTHING = 0.04
# Words of a question repeat each other: together they say less than their product.
TEMPER = 0.5
# As a logarithm: articles that are so much less likely are as likely, since words are often there by chance.
AS_LIKELY = 0.7
# Shorter words are not taken for others: too many resemble them.
_SHORTEST_REPAIRED, _CLOSE_ENOUGH = 5, 0.79
# Strange words of a long text that are looked up; each takes a tenth of a millisecond or more.
_MOST_REPAIRED = 8

# By stem, the numbers of the articles that have it, each followed by what it is worth to that one.
_Postings = dict[str, "array[float]"]


class ArticleIndex:
    """The words of all articles, with the articles that have each; it never changes.

    Args:
        vocabularies: By the slug of the article.
    """

    def __init__(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        # By slug; a number without an article is free for the next one.
        self._numbers: dict[str, int] = {}
        self._postings: dict[str, _Postings] = {}
        self._add(vocabularies)

    def with_changes(self, removed: Mapping[str, Vocabulary], added: Mapping[str, Vocabulary]) -> ArticleIndex:
        """Return the index with other articles; whatever has none of their words is shared with this one.

        Args:
            removed: The vocabularies of the articles to take out, by slug, as the index has them.
            added: The vocabularies of those to put in.
        """
        new = ArticleIndex({})
        new._numbers = {slug: number for slug, number in self._numbers.items() if slug not in removed}
        new._postings = {language: dict(postings) for language, postings in self._postings.items()}
        for slug, vocabulary in removed.items():
            new._remove(self._numbers[slug], vocabulary)
        new._postings = {language: postings for language, postings in new._postings.items() if postings}
        new._add(added)
        return new

    def _add(self, vocabularies: Mapping[str, Vocabulary]) -> None:
        taken = set(self._numbers.values())
        free = (number for number in range(len(taken) + len(vocabularies)) if number not in taken)
        additions: dict[str, dict[str, list[float]]] = {}
        for (slug, vocabulary), number in zip(vocabularies.items(), free, strict=False):
            self._numbers[slug] = number
            for language, shares in vocabulary.items():
                having = additions.setdefault(language, {})
                for stem, share in shares.items():
                    having.setdefault(stem, []).extend((number, log1p(share / _SMOOTHING)))
        for language, having in additions.items():
            postings = self._postings.setdefault(language, {})
            for stem, worth in having.items():
                # A new array each: others may read the one that is there.
                postings[stem] = postings.get(stem, array("d")) + array("d", worth)

    def _remove(self, number: int, vocabulary: Vocabulary) -> None:
        for language, shares in vocabulary.items():
            # A language without a word in any article has none.
            postings = self._postings.get(language, {})
            for stem in shares:
                numbers = postings[stem][::2].tolist()
                place = 2 * numbers.index(number)
                left = postings[stem][:place] + postings[stem][place + 2 :]
                if left:
                    postings[stem] = left
                else:
                    del postings[stem]

    def likelihoods(self, text: str) -> dict[str, float]:
        """Return how likely each article is to be asked about, those that have none of the words left out.

        The question is read in the language that knows most of its words; for an article that has none in that
        language, in the one that knows them best.

        Args:
            text: Any text; a misspelled word counts as the known ones that it resembles most.

        Returns:
            By slug, the logarithm of how much likelier the words are there than in an article that has none of them,
            above 0; the likeliest first.
        """
        if not self._postings:
            return {}
        readings = {language: self._reading(text, language) for language in self._postings}
        read_in = max(readings, key=lambda language: (self._known(text, language), readings[language].max(initial=0.0)))
        elsewhere = np.max(list(readings.values()), axis=0)
        best = np.where(self._served[read_in], readings[read_in], elsewhere)
        order = np.argsort(-best, kind="stable")
        order = order[best[order] > 0.0]
        slugs = self._slugs
        return dict(zip([slugs[number] for number in order.tolist()], best[order].tolist(), strict=True))

    def words_of(self, slug: str, text: str) -> frozenset[str]:
        """Return the stems of a text's words that an article has, as any of its languages reads them."""
        number = self._numbers[slug]
        return frozenset(
            stem
            for language, postings in self._postings.items()
            for stem in content_stems(text, language)
            if stem in postings and number in postings[stem][::2]
        )

    def likely_articles(self, likelihoods: Mapping[str, float], always: Iterable[str]) -> list[str]:
        """Return the slugs of the articles to ask: all if they are few, else the likeliest; the likeliest first.

        Args:
            likelihoods: Of the question, by slug, the likeliest first.
            always: Slugs of articles that are asked besides.
        """
        if self._are_few:
            return list(dict.fromkeys((*likelihoods, *always, *sorted(self._numbers))))
        return list(dict.fromkeys((*list(likelihoods)[:_MOST_ASKED], *always)))

    @property
    def _are_few(self) -> bool:
        return len(self._numbers) <= _MOST_ASKED

    @cached_property
    def _slugs(self) -> list[str]:
        """The slug of each number; empty where it has no article."""
        slugs = [""] * (max(self._numbers.values(), default=-1) + 1)
        for slug, number in self._numbers.items():
            slugs[number] = slug
        return slugs

    @cached_property
    def _served(self) -> dict[str, NDArray[np.bool_]]:
        """The articles with words in each language: by language, True or False at each article's number."""
        served = {language: np.zeros(len(self._slugs), dtype=bool) for language in self._postings}
        for language, postings in self._postings.items():
            for having in postings.values():
                served[language][np.frombuffer(having)[::2].astype(np.intp)] = True
        return served

    def _known(self, text: str, language: str) -> int:
        """Count the words of a text that a language knows, by its tables or from the articles."""
        reader, postings = tokenizer(language), self._postings[language]
        tokens = reader.tokens(reader.words(text))
        return sum(token.function or token.word in reader.known_words or token.stem in postings for token in tokens)

    def _reading(self, text: str, language: str) -> NDArray[np.float64]:
        """The logarithm of each article's likelihood by a text's words in one language, shape (articles,)."""
        postings = self._postings[language]
        logs = np.zeros(len(self._slugs))
        strange: list[str] = []
        # In one order: sums of the same numbers in another may differ.
        for stem in sorted(content_stems(text, language)):
            having = postings.get(stem)
            if having is None:
                strange.append(stem)
            else:
                _add_to(logs, having)
        for stem in self._misspelled(strange)[:_MOST_REPAIRED]:
            meant = np.zeros(len(logs))
            for other in self._resembling(stem, language):
                own = np.zeros(len(logs))
                _add_to(own, postings[other])
                np.maximum(meant, own, out=meant)
            logs += meant
        return logs

    def _misspelled(self, strange: Iterable[str]) -> list[str]:
        """Return the stems that no language has, long enough to be repaired."""
        return [
            stem
            for stem in strange
            if len(stem) >= _SHORTEST_REPAIRED
            and stem.isalpha()
            and not any(stem in postings for postings in self._postings.values())
        ]

    def _resembling(self, stem: str, language: str) -> list[str]:
        """The stems of a language most like a misspelled one: one edit in five letters, same first letter first."""
        edits = max(1, int(len(stem) * (1.0 - _CLOSE_ENOUGH)))
        alike = self._alike[language]
        choices = [
            other
            for length in range(len(stem) - edits, len(stem) + edits + 1)
            for edge in (stem[0], f"…{stem[-1]}")
            for other in alike.get((edge, length), ())
        ]
        found = process.extract(
            stem, choices, scorer=OSA.normalized_similarity, score_cutoff=_CLOSE_ENOUGH, limit=_MOST_ASKED
        )
        return list(dict.fromkeys(other for other, similarity, _ in found if similarity == found[0][1]))

    @cached_property
    def _alike(self) -> dict[str, dict[tuple[str, int], list[str]]]:
        """The stems of each language, by first letter and length, and by last letter and length."""
        alike: dict[str, dict[tuple[str, int], list[str]]] = {}
        for language, postings in self._postings.items():
            own = alike.setdefault(language, {})
            for stem in postings:
                for edge in (stem[0], f"…{stem[-1]}"):
                    own.setdefault((edge, len(stem)), []).append(stem)
        return alike


def _add_to(logs: NDArray[np.float64], having: array[float]) -> None:
    numbers_and_worth = np.frombuffer(having).reshape(-1, 2)
    logs[numbers_and_worth[:, 0].astype(np.intp)] += numbers_and_worth[:, 1]


def relative_likelihood(likelihoods: Mapping[str, float], slug: str) -> float:
    """Return how likely an article is beside the likeliest one, above 0 and up to 1.

    Args:
        likelihoods: Logarithms, by slug.
        slug: The article.
    """
    return exp(-TEMPER * max(0.0, max(likelihoods.values(), default=0.0) - likelihoods.get(slug, 0.0) - AS_LIKELY))
