"""Training on the variants of a FAQ, and the same without some of them."""

from collections.abc import Sequence

import numpy as np
import pytest

from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.index import Index
from knowledge.matching.ridge import with_squares
from knowledge.matching.training import Training
from knowledge.matching.trials import Trial
from knowledge.matching.vectors import Floats

FAQ = {
    0: [
        "When does the market open?",
        "market opening hours",
        "what time do they open the market",
        "from what hour can one shop there",
    ],
    1: ["Who sells fish?", "name of the fish seller", "whos the fish guy", "From whom can I buy trout?"],
    2: [
        "How much does a stall cost?",
        "stall rent price",
        "how much 4 a stall",
        "What must a trader pay Odile Marchand?",
    ],
    -1: ["Who owns the market?", "When was the market founded?"],
}
TEXTS = [text for texts in FAQ.values() for text in texts]
OWNERS = [owner for owner, texts in FAQ.items() for _ in texts]
LEXICON = Lexicon([Alias(Concept("mayor", is_name=True), "en", text) for text in ("Odile Marchand", "the mayor")])


def scores_without(variant: int, hidden: Sequence[int], *, negatives: bool = True) -> EntryScores:
    """The scores of a variant as if neither it nor some others had been seen."""
    trial = Trial(np.asarray([variant, *hidden], dtype=np.intp), np.asarray([variant], dtype=np.intp))
    size = len(TEXTS) if negatives else len(TEXTS) - len(FAQ[-1])
    [entry_scores] = Training("en", TEXTS[:size], OWNERS[:size], 3, LEXICON, trials=[trial]).scores
    return entry_scores


@pytest.fixture(scope="module")
def training() -> Training:
    return Training("en", TEXTS, OWNERS, 3, LEXICON)


@pytest.fixture(scope="module")
def without_negatives() -> Training:
    positive = [(text, owner) for text, owner in zip(TEXTS, OWNERS, strict=True) if owner >= 0]
    return Training("en", [text for text, _ in positive], [owner for _, owner in positive], 3, LEXICON)


@pytest.fixture(scope="module")
def kernel(training: Training) -> Floats:
    """The similarity of every variant to every other, curved, through what a question would be compared with."""
    index = training.index
    readings = [index.reader.read(index.reader.content_words(text)) for text in TEXTS]
    return with_squares(np.array([index.similarities(reading) for reading in readings]))


@pytest.fixture(scope="module")
def targets() -> Floats:
    return np.asarray(np.asarray(OWNERS)[:, None] == np.arange(3), dtype=np.float64)


@pytest.fixture(scope="module")
def ridge(training: Training, kernel: Floats, targets: Floats) -> float:
    """Return the ridge penalty λ, as the dual coefficients (K + λI)⁻¹ Y tell it."""
    coefficients = training.index.dual_coefficients
    left = targets - kernel @ coefficients
    ridge = float((left * coefficients).sum() / (coefficients * coefficients).sum())
    assert ridge > 0.0
    assert np.allclose(left, ridge * coefficients, atol=1e-6)
    return ridge


def strongest(index: Index, question: str) -> int:
    return int(index.scores(index.read(question)).relevance.argmax())


def test_an_index_knows_its_variants_and_entries(training: Training) -> None:
    index = training.index
    assert index.language == "en"
    assert index.owners.tolist() == OWNERS
    assert index.dual_coefficients.shape == (len(TEXTS), 3)
    assert index.words.size == index.grams.size == len(TEXTS)


@pytest.mark.parametrize(("text", "owner"), [pair for pair in zip(TEXTS, OWNERS, strict=True) if pair[1] >= 0])
def test_every_variant_is_most_relevant_to_its_own_entry(training: Training, text: str, owner: int) -> None:
    entry_scores = training.index.scores(training.index.read(text))
    assert int(entry_scores.relevance.argmax()) == owner
    assert np.isclose(entry_scores.nearest, 1.0)


@pytest.mark.parametrize("text", FAQ[-1])
def test_a_negative_example_speaks_for_no_entry(training: Training, text: str) -> None:
    entry_scores = training.index.scores(training.index.read(text))
    assert np.isclose(entry_scores.nearest_negative, 1.0)
    assert entry_scores.nearest < 1.0
    assert entry_scores.relevance.max() < 0.5


@pytest.mark.parametrize(
    ("question", "owner"), [("when do they open", 0), ("buy a trout", 1), ("whats the pirce of a stall", 2)]
)
def test_a_question_is_most_relevant_to_the_entry_that_words_it_most_alike(
    training: Training, question: str, owner: int
) -> None:
    assert strongest(training.index, question) == owner


@pytest.mark.parametrize("hidden", [[], [1], [0, 2, 3], [12], [4, 5, 6, 7, 12, 13]])
@pytest.mark.parametrize("variant", [8, 9, 11])
def test_what_a_variant_would_have_said_is_what_a_model_without_it_says(
    kernel: Floats, targets: Floats, ridge: float, variant: int, hidden: list[int]
) -> None:
    left_out = [variant, *hidden]
    seen = np.setdiff1d(np.arange(len(TEXTS)), left_out)
    coefficients = np.linalg.solve(kernel[np.ix_(seen, seen)] + ridge * np.eye(len(seen)), targets[seen])
    assert np.allclose(scores_without(variant, hidden).relevance, kernel[variant, seen] @ coefficients, atol=1e-5)


def test_variants_that_are_hidden_together_are_scored_as_if_each_was_asked_by_itself() -> None:
    every = Trial(np.asarray([4, 6, 7], dtype=np.intp), np.asarray([4, 7], dtype=np.intp))
    other = Trial(np.asarray([13], dtype=np.intp), np.asarray([13], dtype=np.intp))
    together = Training("en", TEXTS, OWNERS, 3, LEXICON, trials=[every, other]).scores
    apart = [scores_without(4, [6, 7]), scores_without(7, [4, 6]), scores_without(13, [])]
    for one, another in zip(together, apart, strict=True):
        assert np.allclose(one.relevance, another.relevance, atol=1e-5)
        assert one.nearest == pytest.approx(another.nearest)
        assert one.nearest_negative == pytest.approx(another.nearest_negative)


@pytest.mark.parametrize("question", ["", "?!", "🙂"])
def test_a_question_without_words_is_relevant_to_no_entry(
    training: Training, without_negatives: Training, question: str
) -> None:
    for index in (training.index, without_negatives.index):
        assert index.scores(index.read(question)).ranking.tolist() == [0.0, 0.0, 0.0]


def test_the_fewer_siblings_are_seen_the_less_a_variant_says() -> None:
    said = [float(scores_without(0, range(1, hidden), negatives=False).relevance[0]) for hidden in (1, 3, 4)]
    assert said == sorted(said, reverse=True)
    assert said[0] > said[-1]


def test_what_is_hidden_is_no_longer_near(training: Training) -> None:
    index = training.index
    similarities = index.similarities(index.reader.read(index.reader.content_words(TEXTS[0])))
    entry_scores = scores_without(0, [1, 2])
    positive = [number for number, owner in enumerate(OWNERS) if owner >= 0 and number > 2]
    assert np.isclose(entry_scores.nearest, similarities[positive].max())
    assert np.isclose(entry_scores.nearest_negative, similarities[-2:].max())


def test_a_hidden_negative_example_is_no_longer_near() -> None:
    both = scores_without(len(TEXTS) - 1, [len(TEXTS) - 2])
    assert both.nearest_negative == 0.0


def test_a_variant_says_less_for_its_entry_when_its_siblings_are_hidden_too() -> None:
    alone, orphan = scores_without(0, []), scores_without(0, [1, 2, 3])
    assert orphan.relevance[0] < alone.relevance[0]


def test_words_of_the_variants_and_of_names_are_spelled_right_and_others_repaired(training: Training) -> None:
    spelling = training.index.spelling
    assert spelling.repair("market") == ("market",)
    assert spelling.repair("marchand") == ("marchand",)
    assert spelling.repair("markte") == ("market",)
    assert spelling.repair("marchnad") == ("marchand",)


def test_small_talk_is_relevant_to_no_entry_unless_one_is_for_it(training: Training) -> None:
    polite = Training("en", [*TEXTS, "thanks", "thank you so much"], [*OWNERS, 3, 3], 4, LEXICON).index
    assert np.all(training.index.scores(training.index.read("thank you")).relevance == 0.0)
    assert strongest(polite, "thank you") == 3


def test_a_name_fits_the_entry_that_mentions_it(training: Training) -> None:
    entry_scores = training.index.scores(training.index.read("What must one pay the mayor?"))
    assert entry_scores.compatibility[2] > entry_scores.compatibility[0]
    assert entry_scores.compatibility[2] > entry_scores.compatibility[1]


def test_the_nearest_variants_come_first(training: Training) -> None:
    index = training.index
    rows, similarities = index.nearest(index.read("Who sells fish?"), 3)
    assert TEXTS[int(rows[0])] == "Who sells fish?"
    assert similarities.tolist() == sorted(similarities, reverse=True)
    assert len(rows) == 3


@pytest.mark.parametrize(
    ("texts", "owners", "entries"),
    [
        ([], [], 0),
        ([], [], 2),
        (["fish"], [-1], 0),
        (["fish"], [0], 1),
        (["", "?"], [0, 1], 2),
        (["a", "a"], [0, 1], 2),
    ],
)
def test_the_smallest_faqs_can_be_learnt_from(texts: list[str], owners: list[int], entries: int) -> None:
    index = Training("en", texts, owners, entries, Lexicon()).index
    entry_scores = index.scores(index.read("Who sells fish?"))
    assert entry_scores.relevance.shape == (entries,)
    assert np.all(np.isfinite(entry_scores.relevance))


def test_learning_twice_gives_the_same(training: Training) -> None:
    again = Training("en", TEXTS, OWNERS, 3, LEXICON)
    assert np.array_equal(again.index.dual_coefficients, training.index.dual_coefficients)
