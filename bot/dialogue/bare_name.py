"""A bare name, sent as a question: "Trump", "Зеленский", "CNN?".

Nobody can tell what is asked about somebody of whom there is a lot to say: what the matcher finds best is one of
several, so the entries about that name are offered, beside the page of all that its bearer says.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from knowledge.library import ArticleChoice, Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Article, Entry
from knowledge.text.question_detection import word_count

# Longer than "président des États-Unis d'Amérique", and no name.
_MOST_WORDS = 7
_MOST_CANDIDATES = 50
_MOST_OFFERED = 5
_FEWEST_OFFERED = 2
# The score of a variant typed as it stands.
_VERBATIM = 100.0


@dataclass(frozen=True, slots=True)
class BareName:
    """A name that is all that a question says.

    Attributes:
        article: The article that has it.
        bearer: The id of the person or outlet.
    """

    article: Article
    bearer: str


def bare_name(library: Library, text: str, choice: ArticleChoice, candidates: Iterable[Candidate]) -> BareName | None:
    """Return the name that a text consists of; None if it says anything else, or nobody is called so.

    Args:
        library: The articles.
        text: The question.
        choice: The articles that may answer.
        candidates: Those of its match: of several articles, that of the first is looked at.
    """
    if not 0 < word_count(text) <= _MOST_WORDS:
        return None
    slugs = [library.entries[each.entry_id].article for each in candidates]
    if not slugs:
        slugs = [slug for slug in (choice.current, *(choice.among or ())) if slug in library.by_slug]
        slugs = slugs or [article.slug for article in library.newest_first]
    article = library.by_slug[slugs[0]]
    bearer = library.models[article.slug].lexicon.sole_name(text, article.served)
    return None if bearer is None else BareName(article, bearer)


def offer_entries(library: Library, text: str, name: BareName, match: Match) -> Match:
    """Turn the answer to a bare name into a choice of the entries about its bearer, where there are several.

    Args:
        library: The articles.
        text: The question, which says the name and nothing else.
        name: That name.
        match: The match of the text, which answers it.

    Returns:
        A choice of the entries about the name, the best first. The match stays as it is if there is only one such
        entry; or if the text is a variant, word for word, and its bearer says nothing in the article: then the
        variant asks who that is.
    """
    credited = [entry.key for entry in name.article.entries if _credits(entry, name.bearer)]
    if not credited and match.candidates[0].score == _VERBATIM:
        return match
    choice = ArticleChoice(frozenset({name.article.slug}))
    found = library.match(text, choice, candidates=_MOST_CANDIDATES).candidates
    scores = {each.entry_id: each.score for each in found}
    near = [each.entry_id for each in found if each.is_near]
    every = sorted(dict.fromkeys((*near, *credited)), key=lambda key: -scores.get(key, 0.0))
    if len(every) < _FEWEST_OFFERED:
        return match
    candidates = tuple(Candidate(key, scores.get(key, 0.0)) for key in every[:_MOST_OFFERED])
    return replace(match, outcome=Outcome.CHOOSE, candidates=candidates)


def _credits(entry: Entry, bearer: str) -> bool:
    return any(bearer in (statement.speaker, statement.via) for statement in entry.statements)
