"""An archive answers from the few variants that come nearest, as an index does from all."""

from __future__ import annotations

import numpy as np
import pytest

from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matching.archive import Archive, ArchiveTraining
from knowledge.matching.entry_scores import EntryScores
from knowledge.matching.options import DEFAULT_OPTIONS
from knowledge.matching.vectors import Integers
from knowledge.parameters import Parameters

THINGS = ("bridge", "market", "station", "museum", "library", "harbour", "theatre", "school")
FRAMES = (
    "When does the {} open?",
    "opening hours of the {}",
    "what time can I visit the {} tomorrow",
    "Who built the {}?",
    "name of the architect of the {}",
)
ASKED = [
    (frame.format(thing), 2 * number + (position >= 3))
    for number, thing in enumerate(THINGS)
    for position, frame in enumerate(FRAMES)
]
NEGATIVE = [(f"How much did the {thing} cost?", -1) for thing in THINGS]
TEXTS, OWNERS = map(list, zip(*ASKED, *NEGATIVE, strict=True))
LEXICON = Lexicon(
    [Alias(Concept("museum", is_name=False), "en", text) for text in ("museum", "gallery")]
    + [Alias(Concept("mayor", is_name=True), "en", text) for text in ("Odile Marchand", "the mayor")]
)
NEIGHBOURS = DEFAULT_OPTIONS.archive.neighbours
NONE: Integers = np.zeros(0, dtype=np.intp)


@pytest.fixture(scope="module")
def training() -> ArchiveTraining:
    """Return a training on two questions each about some places, and one that nothing answers."""
    return ArchiveTraining("en", TEXTS, OWNERS, LEXICON)


@pytest.fixture(scope="module")
def archive(training: ArchiveTraining) -> Archive:
    """The archive that it comes to."""
    return training.index


def best(scores: EntryScores) -> int:
    """The entry that scores highest."""
    return int(scores.numbers[scores.relevance.argmax()])


def kept(archive: Archive) -> Parameters:
    """Its parameters as they are read from a file."""
    return Parameters.from_bytes(archive.parameters().to_bytes())


@pytest.mark.parametrize(("text", "owner"), ASKED)
def test_a_variant_speaks_for_its_entry(archive: Archive, text: str, owner: int) -> None:
    scores = archive.scores(archive.read(text))
    assert best(scores) == owner
    assert scores.nearest == pytest.approx(1.0)


@pytest.mark.parametrize("variant", range(len(ASKED)))
def test_a_variant_that_is_hidden_is_still_found_by_the_others(archive: Archive, variant: int) -> None:
    scores = archive.scores_without(archive.read(ASKED[variant][0]), np.array([variant]))
    assert scores.nearest < 0.999
    assert best(scores) // 2 == OWNERS[variant] // 2, "it is about that place at least"


def test_whole_entries_can_be_hidden(archive: Archive) -> None:
    hidden = np.flatnonzero(np.asarray(OWNERS) == 0)
    scores = archive.scores_without(archive.read(TEXTS[0]), hidden)
    assert 0 not in scores.numbers.tolist()


def test_a_negative_example_is_nearest_to_itself(archive: Archive) -> None:
    scores = archive.scores(archive.read(NEGATIVE[0][0]))
    assert scores.nearest_negative == pytest.approx(1.0)
    assert scores.nearest < scores.nearest_negative
    assert -1 not in scores.numbers.tolist()


def test_the_nearest_come_first_and_no_more_than_asked_for(archive: Archive) -> None:
    rows, similarities = archive.nearest(archive.read(TEXTS[0]), 7)
    assert len(rows) == len(similarities) == 7
    assert rows[0] == 0
    assert (np.diff(similarities) <= 0).all()


def test_an_entry_is_found_among_more_variants_than_are_compared() -> None:
    texts = [f"When was house {number} in street {number % 50} built?" for number in range(10 * NEIGHBOURS)]
    archive = ArchiveTraining("en", texts, list(range(len(texts))), Lexicon()).index
    for number in (0, 77, len(texts) - 1):
        scores = archive.scores(archive.read(texts[number]))
        assert best(scores) == number
        assert len(scores.numbers) <= NEIGHBOURS


def test_a_typo_in_a_word_that_is_common_is_repaired(archive: Archive) -> None:
    assert best(archive.scores(archive.read("When does the musuem open?"))) == 2 * THINGS.index("museum")


def test_another_word_for_the_same_notion_finds_the_entry(archive: Archive) -> None:
    assert best(archive.scores(archive.read("When does the gallery open?"))) == 2 * THINGS.index("museum")


@pytest.mark.parametrize("text", ["", "?!", "zebra", "où est la bibliothèque", "a" * 500])
def test_what_nobody_has_asked_scores_nothing_much(archive: Archive, text: str) -> None:
    scores = archive.scores(archive.read(text))
    assert np.isfinite(scores.relevance).all()
    assert scores.nearest < 0.5


def test_an_archive_of_nothing_says_nothing() -> None:
    archive = ArchiveTraining("en", [], [], Lexicon()).index
    scores = archive.scores(archive.read("Who built the bridge?"))
    assert len(scores.numbers) == len(scores.relevance) == 0
    assert scores.nearest == scores.nearest_negative == 0.0


def test_an_archive_that_was_kept_says_the_same(archive: Archive) -> None:
    again = Archive.restore(kept(archive), "en", OWNERS)
    for text in (*TEXTS, "whos the architect", ""):
        before, after = (each.scores(each.read(text)) for each in (archive, again))
        assert after.numbers.tolist() == before.numbers.tolist()
        assert after.relevance.tolist() == before.relevance.tolist()
        assert (after.nearest, after.nearest_negative) == (before.nearest, before.nearest_negative)


def test_the_parameters_of_more_variants_are_refused(archive: Archive) -> None:
    with pytest.raises(ValueError, match="counts"):
        Archive.restore(kept(archive), "en", OWNERS[:-1])
