"""An inquiry: one question put to several articles, and their answers compared on one scale."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import exp

from knowledge.article_index import AS_LIKELY, TEMPER, ArticleIndex, relative_likelihood
from knowledge.article_model import ArticleModel
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.matching.match import outcome_of
from knowledge.matching.options import DEFAULT_OPTIONS
from knowledge.model import entry_key

_DECISION = DEFAULT_OPTIONS.decision
# An article that cannot score more than this is not shown.
_LEAST_SHOWN = 15.0
# As logarithms. What another article has more of the question than the first is worth telling them apart by. A
# question that has less than the second of every article names nothing. What an article is not sure to answer is
# offered from it only if it has the third of the question.
_TELLING, _NAMING, _LEAST_OFFERED = 0.7, 1.8, 1.3
# The share of the nearest variant's similarity from which on a variant of another article is as near.
_AS_NEAR = 0.95
# The share up to which the variants of the newest article are much farther than those of another.
_MUCH_FARTHER = 0.6
# The score of a variant that equals the question. Where all that is named is another article's, too, the nearest entry
# of that is offered from the second score on, unless the best article is likelier by more than the third, a logarithm:
# the most that one word is worth.
_VERBATIM, _NAMESAKE, _ONE_WORD = 100.0, 30.0, 3.3
# How much nearer an out-of-scope example of another article has to be for an answer to be in doubt: than the variants
# of the answering article, and than those of its own.
_NEARER, _PLAINLY = 1.3, 2.0


class Inquiry:
    """One question put to several articles, each of which is asked at most once.

    Args:
        text: The question.
        models: Of all articles, by slug.
        index: Of the articles.
        likelihoods: Of the question, as the index gives them.
        candidates: The most that a match is to have.
    """

    def __init__(
        self,
        text: str,
        models: Mapping[str, ArticleModel],
        index: ArticleIndex,
        likelihoods: Mapping[str, float],
        candidates: int,
    ) -> None:
        self._text = text
        self._models = models
        self._index = index
        self._likelihoods = likelihoods
        self._most = candidates
        self._asked: dict[str, Match] = {}
        self._nearest: dict[str, tuple[float, float]] = {}

    def match(self, slugs: Sequence[str], fallback: str, *, is_talked_of: bool, is_current: bool = False) -> Match:
        """Return one match of the articles that are worth asking.

        The one that is talked of answers or offers whatever it has, unless the words are more another's. Else the best
        article answers if no other comes near; of several, there is a choice.

        Args:
            slugs: Of the articles, the likeliest first.
            fallback: One of them, which a question is about that names nothing.
            is_talked_of: True if that answers by itself; else a choice is offered.
            is_current: True if it does so however near a variant of an article is that is as likely.
        """
        may_answer = is_talked_of and self._may_mean(fallback) and (is_current or self._is_near(fallback, slugs))
        if may_answer and self.match_of(fallback).outcome is not Outcome.ABSTAIN:
            return self._in_scope(self.match_of(fallback), slugs)
        matches = self._matches(slugs, fallback if is_talked_of else None)
        best = max(matches, key=lambda slug: (_best_score(matches[slug]), self._likelihood(slug)))
        if matches[best].outcome is Outcome.ABSTAIN:
            return matches[best]
        rivals = [slug for slug in matches if slug == best or self._is_rival(slug, best, matches)]
        if len(rivals) == 1 and matches[best].outcome is Outcome.ANSWER:
            namesakes = [slug for slug in slugs if slug != best and self._is_namesake(slug, best)]
            matches |= {slug: self.match_of(slug) for slug in namesakes}
            rivals += namesakes
        return self._in_scope(self._merged({slug: matches[slug] for slug in rivals}, best), slugs)

    def match_of(self, slug: str) -> Match:
        """Return the match of one article, with the keys of its entries."""
        if slug not in self._asked:
            match = self._models[slug].matcher.match(self._text, candidates=self._most)
            keyed = tuple(Candidate(entry_key(slug, each.entry_id), each.score) for each in match.candidates)
            self._asked[slug] = replace(match, candidates=keyed)
        return self._asked[slug]

    def _matches(self, slugs: Sequence[str], talked_of: str | None) -> dict[str, Match]:
        """The matches of some articles, their scores weighted by the likelihood that the article is asked about.

        Those that are too unlikely to come near the best, whatever they would answer, are not asked.
        """
        matches: dict[str, Match] = {}
        least = 0.0
        for slug in slugs:
            factor = relative_likelihood(self._likelihoods, slug)
            if 100.0 * factor < least:
                continue
            match = self.match_of(slug)
            if match.outcome is Outcome.CHOOSE and self._likelihood(slug) < _LEAST_OFFERED and slug != talked_of:
                match = _below(match, _DECISION.offer_threshold)
            matches[slug] = _weighed(match, factor)
            least = max(least, _DECISION.ambiguity_ratio * _best_score(matches[slug]), _LEAST_SHOWN)
        return matches

    def _is_rival(self, slug: str, best: str, matches: Mapping[str, Match]) -> bool:
        """Tell whether an article may be meant as well as the best one.

        Few variants score lower than many: what is as likely by the words, or as near, counts, too. Beside an answer,
        what is not sure is offered only where it is as near, where nothing is named, or where both have the same words.
        """
        match = matches[slug]
        if match.outcome is Outcome.ABSTAIN:
            return False
        if self._variant(slug) >= _AS_NEAR * self._variant(best):
            return True
        if self._names_nothing:
            return True
        is_sure = self.match_of(best).outcome is Outcome.ANSWER and self.match_of(slug).outcome is not Outcome.ANSWER
        if is_sure and self._index.words_of(slug, self._text) != self._index.words_of(best, self._text):
            return False
        if _best_score(match) >= _DECISION.ambiguity_ratio * _best_score(matches[best]):
            return True
        return slug in self._likelihoods and self._likelihood(slug) >= self._likelihood(best) - _TELLING

    def _is_namesake(self, slug: str, best: str) -> bool:
        """Tell whether a question equals a variant, but all that it names is another article's, too, and may be meant.

        Such a variant leaves no doubt within its article, and tells nothing of the others.
        """
        is_certain = _best_score(self.match_of(best)) >= _VERBATIM
        if not is_certain or self._likelihood(best) - self._likelihood(slug) > _ONE_WORD:
            return False
        languages = self.match_of(best).plausible
        named = self._models[best].lexicon.names_in(self._text, languages)
        if not named or named != self._models[slug].lexicon.names_in(self._text, languages):
            return False
        return _best_score(self.match_of(slug)) >= _NAMESAKE

    def _merged(self, rivals: Mapping[str, Match], best: str) -> Match:
        """One match of those of several articles: the best one's, or a choice."""
        if len(rivals) == 1:
            return rivals[best]
        nearest = (each for match in rivals.values() for each in match.candidates[:1])
        every = sorted(nearest, key=lambda each: -each.score)
        return replace(rivals[best], outcome=Outcome.CHOOSE, candidates=tuple(every[: self._most]))

    def _in_scope(self, match: Match, slugs: Sequence[str]) -> Match:
        """The match, or an abstention where another article has an out-of-scope example that is nearer.

        Few examples tell an article's own scope; those of the others help, as far as those articles are likely.
        """
        answering = {each.entry_id.partition("/")[0] for each in match.shown_candidates}
        variant = max(self._variant(slug) for slug in answering)
        likeliest = max(map(self._likelihood, answering))
        for slug in slugs:
            more = self._likelihood(slug) - likeliest
            weight = exp(TEMPER * min(more, max(0.0, more - AS_LIKELY)))
            # Nothing is nearer than 1. Of many articles, none that was not asked is read for what is that unlikely.
            is_read = slug in self._asked or len(slugs) == len(self._models)
            is_in_doubt = match.outcome is Outcome.ANSWER and _NEARER * variant < 1.0
            may_tell = weight > variant or (is_read and is_in_doubt)
            if slug not in answering and may_tell:
                own, example = self._nearest_of(slug)
                if example * weight > variant:
                    return _below(match, _DECISION.offer_threshold)
                if match.outcome is Outcome.ANSWER and example > max(_NEARER * variant, _PLAINLY * own):
                    match = _below(match, _DECISION.answer_threshold)
        return match

    def _may_mean(self, slug: str) -> bool:
        """Tell whether a question may be about an article, as its words do not clearly favour another one."""
        return self._names_nothing or self._likelihood(slug) >= max(self._likelihoods.values()) - _TELLING

    def _is_near(self, slug: str, others: Sequence[str]) -> bool:
        """Tell whether an article has a variant not much farther than those of the others that are as likely."""
        as_likely = [other for other in others if other != slug and self._likelihood(other) >= self._likelihood(slug)]
        return all(self._variant(slug) >= _MUCH_FARTHER * self._variant(other) for other in as_likely)

    @property
    def _names_nothing(self) -> bool:
        return max(self._likelihoods.values(), default=0.0) < _NAMING

    def _likelihood(self, slug: str) -> float:
        return self._likelihoods.get(slug, 0.0)

    def _variant(self, slug: str) -> float:
        """The similarity of an article's nearest variant, 0 to 1."""
        return self._nearest_of(slug)[0]

    def _nearest_of(self, slug: str) -> tuple[float, float]:
        """The similarities of an article's nearest variant and of its nearest out-of-scope example, 0 to 1."""
        if slug not in self._nearest:
            self._nearest[slug] = self._models[slug].matcher.nearest_examples(self._text)
        return self._nearest[slug]


def _weighed(match: Match, factor: float) -> Match:
    """The match with its scores times a factor, 0 to 1, and its new outcome."""
    if factor == 1.0:
        return match
    candidates = tuple(Candidate(each.entry_id, round(each.score * factor, 2)) for each in match.candidates)
    outcome = outcome_of(candidates, _DECISION)
    # What was too little to be answered is not enough now.
    return replace(match, candidates=candidates, outcome=match.outcome if outcome is Outcome.ANSWER else outcome)


def _below(match: Match, threshold: float) -> Match:
    """The match with all scores capped below a threshold, and its new outcome."""
    candidates = tuple(Candidate(each.entry_id, min(each.score, threshold - 1.0)) for each in match.candidates)
    return replace(match, candidates=candidates, outcome=outcome_of(candidates, _DECISION))


def _best_score(match: Match) -> float:
    return match.candidates[0].score if match.candidates else 0.0
