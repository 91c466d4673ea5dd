"""Support tells which words of a question an entry has, in whatever form, and which it has nowhere."""

from collections.abc import Mapping, Sequence

import numpy as np
import pytest

from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matching.index import Index
from knowledge.matching.support import EntrySupport
from knowledge.matching.training import NO_TEXTS, Training
from knowledge.matching.trials import Trial

# Of a mayor who agreed to move the market, and of a baker who denies a strike.
VARIANTS = {
    0: ["Did the mayor agree to move the market?", "the mayor and the market", "what did Odile Marchand agree to"],
    1: ["Does the baker deny a strike?", "baker strike", "what does the baker say about a strike"],
    -1: ["When was the market founded?"],
}
TEXTS = [text for texts in VARIANTS.values() for text in texts]
OWNERS = [owner for owner, texts in VARIANTS.items() for _ in texts]
LEXICON = Lexicon(
    [Alias(Concept("mayor", is_name=True), "en", text) for text in ("Odile Marchand", "the mayor", "mayor")]
    + [Alias(Concept("baker", is_name=True), "en", text) for text in ("the baker", "baker")]
    + [Alias(Concept("market", is_name=False), "en", text) for text in ("market", "fair")]
)


def index(further: Mapping[int, Mapping[str, Sequence[str]]] = NO_TEXTS) -> Index:
    return Training("en", TEXTS, OWNERS, 2, LEXICON, further=further).index


INDEX = index()
SAID = {0: {"en": ["The mayor agreed to move the market to the school."]}}


def support(question: str, within: Index = INDEX) -> EntrySupport:
    found = within.scores(within.read(question)).support
    assert found is not None
    return found


def test_the_words_of_a_variant_are_explained() -> None:
    found = support("Did the mayor agree to move the market?")
    assert found.unexplained[0] < 0.15
    assert found.unexplained[1] > 0.5


@pytest.mark.parametrize("question", ["Did the mayor agree to move the school?", "did the mayor threaten the market"])
def test_a_word_that_the_entry_has_nowhere_is_not(question: str) -> None:
    assert support(question).heaviest_unexplained[0] > 0.9


@pytest.mark.parametrize(
    ("question", "entry"),
    [("did the mayor consent to moving the fair", 0), ("did odile marchand refuse to move the market", 0)],
)
def test_a_word_of_the_same_meaning_or_the_opposite_stance_explains(question: str, entry: int) -> None:
    assert support(question).heaviest_unexplained[entry] < 0.5


def test_an_answer_explains_words_that_no_variant_has() -> None:
    question = "did the mayor move the market to the station"
    without, within = support(question), support(question, index({0: {"en": ["It moves to the station square."]}}))
    assert within.unexplained[0] < without.unexplained[0]


def test_a_stance_in_an_answer_in_another_language_explains() -> None:
    question = "did the baker threaten a strike"
    within = support(question, index({1: {"fr": ["Le boulanger menace de faire grève."]}}))
    assert within.heaviest_unexplained[1] < support(question).heaviest_unexplained[1]


def test_asking_for_what_is_not_so_is_told() -> None:
    assert support("what did the mayor not agree to").negated.all()
    assert not support("did the mayor not agree to move the market").negated.any()


def test_what_hidden_variants_alone_have_explains_nothing() -> None:
    trial = Trial(np.array([0]), np.array([0]))
    [scores] = Training("en", TEXTS, OWNERS, 2, LEXICON, trials=[trial]).scores
    assert scores.support is not None
    # "move" stands in this variant alone.
    assert scores.support.heaviest_unexplained[0] > 0.9
    assert support(TEXTS[0]).heaviest_unexplained[0] < 0.5


def test_a_text_without_words_is_about_nothing() -> None:
    found = support("?!")
    assert not np.concatenate([found.unexplained, found.heaviest_unexplained, found.negated]).any()


def test_an_entry_of_few_variants_ranks_by_what_it_explains_if_it_has_other_texts() -> None:
    question = "who denies that they agree to move the school"
    without, within = (INDEX.scores(INDEX.read(question)), (own := index(SAID)).scores(own.read(question)))
    assert within.support is not None
    explained = 1.0 - within.support.unexplained
    plain = np.maximum(within.relevance, 0.0) * within.compatibility * within.completeness
    assert within.ranking == pytest.approx(plain * explained)
    plain = np.maximum(without.relevance, 0.0) * without.compatibility * without.completeness
    assert without.ranking == pytest.approx(plain)
