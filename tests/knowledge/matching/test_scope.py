"""Scope is scored on one scale, learnt from the FAQ's own variants and negative examples."""

from collections.abc import Sequence
from dataclasses import replace
from math import log

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexicon import Lexicon
from knowledge.library import Library
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.index import Index
from knowledge.matching.options import DEFAULT_OPTIONS
from knowledge.matching.scope import Scope
from knowledge.matching.scorer import Scorer, train_scorer
from knowledge.matching.training import Training
from knowledge.matching.trials import Trial

OFFER_SCORE, ANSWER_SCORE = DEFAULT_OPTIONS.decision.offer_threshold, DEFAULT_OPTIONS.decision.answer_threshold

# What is asked of every trader of an invented market, in several wordings …
ASKED = {
    "opening": [
        "When does {} open?",
        "{} opening hours",
        "what time is {} open",
        "is {} open on sunday",
        "open hours {}",
    ],
    "price": ["How much does {} cost?", "{} price", "what is the price at {}", "is {} expensive", "how much 4 {}"],
    "place": [
        "Where is {}?",
        "{} place on the market",
        "which row is {} in",
        "how do i find {}",
        "where can i find {}",
    ],
}
TRADERS = ("the fish stall", "the cheese shop", "the bakery", "the flower lady")
# … and what nobody can tell.
SILENT = (
    "Who owns {}?",
    "Since when does {} exist?",
    "How old is the seller of {}?",
    "who founded {}",
    "{} phone number",
)


def faq() -> tuple[list[str], list[int]]:
    """Return variants with the numbers of their entries, negative examples last."""
    texts: list[str] = []
    owners: list[int] = []
    entries = [(wordings, trader) for trader in TRADERS for wordings in ASKED.values()]
    for number, (wordings, trader) in enumerate(entries):
        texts.extend(wording.format(trader) for wording in wordings)
        owners.extend([number] * len(wordings))
    negatives = [wording.format(trader) for wording in SILENT for trader in TRADERS]
    return texts + negatives, owners + [-1] * len(negatives)


TEXTS, OWNERS = faq()


ENTRIES = max(OWNERS) + 1


@pytest.fixture(scope="module")
def scorer() -> Scorer:
    return train_scorer("en", TEXTS, OWNERS, ENTRIES, Lexicon()).scorer


@pytest.fixture(scope="module")
def index(scorer: Scorer) -> Index:
    assert isinstance(scorer.index, Index)
    return scorer.index


@pytest.fixture(scope="module")
def scope(scorer: Scorer) -> Scope:
    return scorer.scope


@pytest.fixture(scope="module")
def entry_scores(index: Index) -> EntryScores:
    return index.scores(index.read("When does the fish stall open?"))


def scores(
    scope: Scope, texts: Sequence[str], owners: Sequence[int], hidden: Sequence[Sequence[int]], language: str = "en"
) -> list[float]:
    """The score of the first of each of some groups of variants, as if none of the group had been seen."""
    groups = [np.asarray(group, dtype=np.intp) for group in hidden]
    trials = [Trial(group, group[:1]) for group in groups]
    training = Training(language, texts, owners, max(owners) + 1, Lexicon(), trials=trials)
    return [scope.score(entry_scores) for entry_scores in training.scores]


def share(values: Sequence[float], least: float) -> float:
    """The share of the values that reach `least`."""
    return sum(value >= least for value in values) / len(values)


def test_hidden_variants_mostly_pass_and_hidden_negative_examples_mostly_do_not(scope: Scope) -> None:
    inside = scores(scope, TEXTS, OWNERS, [[number] for number, owner in enumerate(OWNERS) if owner >= 0])
    outside = scores(scope, TEXTS, OWNERS, [[number] for number, owner in enumerate(OWNERS) if owner < 0])
    assert share(inside, OFFER_SCORE) > 0.8
    assert share(outside, OFFER_SCORE) < 0.2


@pytest.mark.slow
@pytest.mark.parametrize("language", ["ru", "uk"])
def test_the_librarys_own_hidden_variants_mostly_pass_and_its_out_of_scope_examples_mostly_do_not(
    library: Library, language: str
) -> None:
    entries = list(library.entries.values())
    examples = [text for article in library.articles for text in article.out_of_scope[language]]
    texts = [text for entry in entries for text in entry.questions(language)]
    owners = [number for number, entry in enumerate(entries) for _ in entry.questions(language)]
    every, every_owner = texts + examples, owners + [-1] * len(examples)
    scope = train_scorer(language, every, every_owner, len(entries), Lexicon()).scorer.scope
    inside = scores(scope, every, every_owner, [[number] for number in range(0, len(texts), 3)], language)
    outside = scores(scope, every, every_owner, [[number] for number in range(len(texts), len(every))], language)
    assert share(inside, OFFER_SCORE) > 0.7
    # Out-of-scope examples are as near to the variants as can be: many are worth offering something to, few an answer.
    assert share(outside, ANSWER_SCORE) < 0.35
    assert np.median(inside) > ANSWER_SCORE > np.median(outside)


def test_without_negative_examples_many_variants_whose_entry_is_unknown_do_not_pass() -> None:
    positive = [number for number, owner in enumerate(OWNERS) if owner >= 0]
    texts, owners = [TEXTS[number] for number in positive], [OWNERS[number] for number in positive]
    scope = train_scorer("en", texts, owners, ENTRIES, Lexicon()).scorer.scope
    entries = [[number for number, owner in enumerate(owners) if owner == entry] for entry in range(ENTRIES)]
    alone = [[number] for number in range(len(texts))]
    assert share(scores(scope, texts, owners, alone), OFFER_SCORE) > 0.6
    # Nothing is known here of what is out of scope but general questions; these are as near as can be.
    assert share(scores(scope, texts, owners, entries), ANSWER_SCORE) < 0.6


def test_variants_as_they_stand_score_as_worth_answering(scope: Scope, index: Index) -> None:
    asked = [
        scope.score(index.scores(index.read(text))) for text, owner in zip(TEXTS, OWNERS, strict=True) if owner >= 0
    ]
    assert share(asked, ANSWER_SCORE) > 0.95


@pytest.mark.parametrize(
    "question", ["What is the capital of Peru?", "xyzzy plugh", "best pizza recipe", "will it rain tomorrow", "", "?!"]
)
def test_questions_about_anything_else_are_not_worth_an_offer(scope: Scope, index: Index, question: str) -> None:
    assert scope.score(index.scores(index.read(question))) < OFFER_SCORE


@given(st.lists(st.floats(-5.0, 5.0), min_size=12, max_size=12), st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_scores_lie_between_0_and_100(
    scope: Scope, entry_scores: EntryScores, entries: list[float], nearest: float, negative: float
) -> None:
    other = replace(entry_scores, relevance=np.array(entries), nearest=nearest, nearest_negative=negative)
    assert 0.0 <= scope.score(other) <= 100.0


@given(st.floats(0.0, 2.0), st.floats(0.0, 2.0))
def test_scores_grow_with_the_strongest_entry(
    scope: Scope, entry_scores: EntryScores, less: float, more: float
) -> None:
    def score(strength: float) -> float:
        entries = np.zeros_like(entry_scores.relevance)
        entries[0] = strength
        return scope.score(replace(entry_scores, relevance=entries))

    low, high = sorted((less, more))
    assert score(low) <= score(high)


@given(st.floats(0.0, 1.0), st.floats(0.0, 1.0))
def test_scores_grow_with_the_nearest_variant_and_fall_with_the_nearest_negative_example(
    scope: Scope, entry_scores: EntryScores, less: float, more: float
) -> None:
    low, high = sorted((less, more))
    assert scope.score(replace(entry_scores, nearest=low)) <= scope.score(replace(entry_scores, nearest=high))
    assert scope.score(replace(entry_scores, nearest_negative=low)) >= scope.score(
        replace(entry_scores, nearest_negative=high)
    )


def test_a_question_that_is_like_nothing_is_not_worth_an_offer(scope: Scope, entry_scores: EntryScores) -> None:
    nothing = replace(entry_scores, relevance=np.zeros_like(entry_scores.relevance), nearest=0.0, nearest_negative=0.0)
    assert scope.score(nothing) < OFFER_SCORE


@pytest.mark.parametrize(("odds", "score"), [(-50.0, 0.0), (0.0, 50.0), (log(3.0), 75.0), (50.0, 100.0)])
def test_the_score_is_the_probability_in_per_cent(entry_scores: EntryScores, odds: float, score: float) -> None:
    scope = Scope(np.zeros(len(entry_scores.scope_features())), bias=odds)
    assert scope.score(entry_scores) == pytest.approx(score)


@pytest.mark.parametrize("count", [0, 1, 4])
def test_a_faq_too_small_to_be_simulated_still_tells_its_own_question_from_another(count: int) -> None:
    texts = ["When does the market open?", "market opening hours", "Who sells fish?", "name of the fishmonger"][:count]
    scorer = train_scorer("en", texts, [0, 0, 1, 1][:count], 2, Lexicon()).scorer
    index, scope = scorer.index, scorer.scope
    assert all(scope.score(index.scores(index.read(text))) >= ANSWER_SCORE for text in texts)
    assert scope.score(index.scores(index.read("What is the capital of Peru?"))) < OFFER_SCORE


def test_learning_twice_gives_the_same(scope: Scope, entry_scores: EntryScores) -> None:
    again = train_scorer("en", TEXTS, OWNERS, ENTRIES, Lexicon()).scorer.scope
    assert again.score(entry_scores) == scope.score(entry_scores)
