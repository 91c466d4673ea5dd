"""A scorer is the same after its parameters were kept, and none is made of parameters that would fail later."""

from collections.abc import Callable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matching.archive import Archive
from knowledge.matching.explanation import explain
from knowledge.matching.options import DEFAULT_OPTIONS, ArchiveOptions, MatcherOptions
from knowledge.matching.scorer import Scorer, train_scorer
from knowledge.matching.vectors import Floats
from knowledge.parameters import Parameters

FAQ = {
    0: ["When does the market open?", "market opening hours", "what time do they open the market"],
    1: ["Who sells fish?", "name of the fish seller", "whos the fish guy", "From whom can I buy trout?"],
    2: ["How much does a stall cost?", "stall rent price", "What must a trader pay Odile Marchand?", "thanks a lot"],
    -1: ["Who owns the market?", "When was the market founded?"],
}
TEXTS = [text for texts in FAQ.values() for text in texts]
OWNERS = [owner for owner, texts in FAQ.items() for _ in texts]
ENTRIES = 3
LEXICON = Lexicon(
    [Alias(Concept("mayor", is_name=True), "en", text) for text in ("Odile Marchand", "the mayor")]
    + [Alias(Concept("stall", is_name=False), "en", text) for text in ("stall", "booth", "market stand")]
)
QUESTIONS = [*TEXTS, "when do they opn", "rent of a booth", "the mayer", "thx", "zebra", "", "?!", "où", "a" * 500]


# As many variants as there are here make an archive.
ARCHIVE = MatcherOptions(archive=ArchiveOptions(largest_index=0))


def learnt(options: MatcherOptions = DEFAULT_OPTIONS) -> Scorer:
    return train_scorer("en", TEXTS, OWNERS, ENTRIES, LEXICON, options=options).scorer


def restored(parameters: Parameters, options: MatcherOptions = DEFAULT_OPTIONS) -> Scorer:
    return Scorer.restore(parameters, "en", OWNERS, ENTRIES, options)


@pytest.fixture(params=[DEFAULT_OPTIONS, ARCHIVE], ids=["index", "archive"])
def options(request: pytest.FixtureRequest) -> MatcherOptions:
    options: MatcherOptions = request.param
    return options


@pytest.fixture
def scorer(options: MatcherOptions) -> Scorer:
    """One over few variants, and one over as many as make an archive."""
    return learnt(options)


def said(scorer: Scorer, question: str) -> tuple[object, ...]:
    """Everything that a scorer says of a question."""
    entry_scores = scorer.index.scores(scorer.index.read(question))
    explained = explain(scorer.index, question, probability=1.0, score=0.0, entry_scores=entry_scores)
    return (
        (explained.reading, explained.weights, explained.unknown, explained.nearest),
        *(
            array.tolist()
            for array in (
                entry_scores.numbers,
                entry_scores.relevance,
                entry_scores.compatibility,
                entry_scores.completeness,
            )
        ),
        (entry_scores.nearest, entry_scores.nearest_negative, scorer.scope.score(entry_scores)),
    )


def kept(scorer: Scorer) -> Parameters:
    return Parameters.from_bytes(scorer.parameters().to_bytes())


def test_a_scorer_that_was_kept_says_the_same_to_the_last_bit(scorer: Scorer, options: MatcherOptions) -> None:
    again = restored(kept(scorer), options)
    assert type(again.index) is type(scorer.index)
    for question in QUESTIONS:
        assert said(again, question) == said(scorer, question)


def test_a_scorer_that_was_kept_twice_has_the_same_parameters(scorer: Scorer, options: MatcherOptions) -> None:
    assert restored(kept(scorer), options).parameters().to_bytes() == scorer.parameters().to_bytes()


@pytest.mark.parametrize(
    ("texts", "owners", "entries"), [([], [], 0), ([], [], 2), (["fish"], [-1], 0), ([""], [0], 1)]
)
def test_the_smallest_scorers_are_kept(texts: list[str], owners: list[int], entries: int) -> None:
    scorer = train_scorer("en", texts, owners, entries, Lexicon()).scorer
    again = Scorer.restore(kept(scorer), "en", owners, entries)
    for question in QUESTIONS:
        assert said(again, question) == said(scorer, question)


@pytest.mark.parametrize(
    ("owners", "entries"), [(OWNERS[:-1], ENTRIES), ([*OWNERS, 0], ENTRIES), (OWNERS, ENTRIES + 1), (OWNERS, 2)]
)
def test_the_parameters_of_other_variants_are_refused(owners: list[int], entries: int) -> None:
    with pytest.raises(ValueError, match=r"shape|not between"):
        Scorer.restore(kept(learnt()), "en", owners, entries)


def test_the_parameters_of_an_archive_are_none_of_an_index() -> None:
    index = kept(learnt())
    archive = learnt(ARCHIVE)
    assert isinstance(archive.index, Archive)
    with pytest.raises(ValueError, match=r"array|list"):
        restored(kept(archive))
    assert restored(index)


def halved(array: Floats) -> Floats:
    with np.errstate(over="ignore"):
        return array.astype(np.float16)


def with_last(value: float) -> Callable[[Floats], Floats]:
    def changed(array: Floats) -> Floats:
        copy = array.copy()
        copy.reshape(-1)[-1] = value
        return copy

    return changed


@pytest.mark.parametrize(
    "change",
    [
        lambda array: array[:-1],
        lambda array: np.append(array, array[-1:], axis=0),
        lambda array: array.reshape(1, *array.shape),
        halved,
        lambda array: array.astype(np.uint8),
        lambda array: array.astype(np.int64),
        lambda array: np.zeros(0, dtype=array.dtype),
        with_last(2**31 - 1),
        with_last(-(2**31)),
    ],
    ids=["short", "long", "deep", "half", "bytes", "wide", "empty", "huge", "negative"],
)
def test_no_scorer_is_made_of_arrays_that_are_not_right(
    scorer: Scorer, options: MatcherOptions, change: Callable[[Floats], Floats]
) -> None:
    parameters = kept(scorer)
    for name, array in parameters.arrays.items():
        # The last digest of words may be any number that is above the others.
        if array.size and not (name.endswith("digests") and np.array_equal(change(array)[:-1], array[:-1])):
            with pytest.raises(ValueError, match=r".+"):
                restored(Parameters({**parameters.arrays, name: change(array)}, parameters.words), options)


@pytest.mark.parametrize("value", [np.nan, np.inf, -np.inf, 1e30])
def test_no_scorer_is_made_of_numbers_that_are_not_right(scorer: Scorer, options: MatcherOptions, value: float) -> None:
    parameters = kept(scorer)
    for name, array in parameters.arrays.items():
        if array.size and array.dtype.kind == "f":
            with pytest.raises(ValueError, match="number"):
                restored(Parameters({**parameters.arrays, name: with_last(value)(array)}, parameters.words), options)


def test_no_scorer_is_made_where_something_is_missing(scorer: Scorer, options: MatcherOptions) -> None:
    parameters = kept(scorer)
    for name in (*parameters.arrays, *parameters.words):
        arrays = {other: array for other, array in parameters.arrays.items() if other != name}
        words = {other: some for other, some in parameters.words.items() if other != name}
        with pytest.raises(ValueError, match="is no"):
            restored(Parameters(arrays, words), options)


def answers_everything(scorer: Scorer) -> bool:
    for question in QUESTIONS:
        entry_scores = scorer.index.scores(scorer.index.read(question))
        assert np.isfinite(entry_scores.relevance).all()
        assert 0.0 <= scorer.scope.score(entry_scores) <= 100.0
        explain(scorer.index, question, probability=1.0, score=0.0, entry_scores=entry_scores)
    return True


def lists(draw: st.DrawFn, words: list[str] | list[list[str]]) -> list[object]:
    """Return words in another order, fewer, more, or none."""
    mixed: list[object] = list(draw(st.permutations(words)))
    return draw(st.sampled_from([mixed, mixed[:-1], [*mixed, ""], [*mixed, "\ud800"], [*mixed, []], [""] * len(mixed)]))


@given(st.data(), st.booleans())
def test_a_scorer_that_is_made_at_all_fails_at_no_question(data: st.DataObject, is_archive: bool) -> None:
    parameters = _PARAMETERS[is_archive]
    arrays, words = dict(parameters.arrays), dict(parameters.words)
    for name in data.draw(st.sets(st.sampled_from(sorted(words)), max_size=2)):
        words[name] = data.draw(st.composite(lists)(words[name]))  # type: ignore[arg-type]
    for name in data.draw(st.sets(st.sampled_from(sorted(arrays)), max_size=2)):
        array = arrays[name].copy()
        if array.size:
            numbers = st.sampled_from(sorted({*array.reshape(-1).tolist(), 0, 1}))
            for _ in range(data.draw(st.integers(1, 5))):
                array.reshape(-1)[data.draw(st.integers(0, array.size - 1))] = data.draw(numbers)
        arrays[name] = array
    try:
        scorer = restored(Parameters(arrays, words), ARCHIVE if is_archive else DEFAULT_OPTIONS)
    except ValueError:
        return
    assert answers_everything(scorer)


@given(st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), min_size=1, max_size=3))
def test_a_scorer_made_of_damaged_bytes_fails_at_no_question(flips: list[tuple[float, int]]) -> None:
    """The digest of a file tells damage; even without it, nothing fails later."""
    content = bytearray(_BYTES)
    for place, byte in flips:
        content[int(place * len(content))] = byte
    try:
        scorer = restored(Parameters.from_bytes(bytes(content)))
    except Exception:  # noqa: BLE001 - refused, in whatever way
        return
    assert answers_everything(scorer)


_PARAMETERS = (kept(learnt()), kept(learnt(ARCHIVE)))
_BYTES = _PARAMETERS[0].to_bytes()
