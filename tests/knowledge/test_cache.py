"""What was learnt is kept for the next run, named after what it was learnt from, and is only ever a copy."""

import os
import pickle
from pathlib import Path

import numpy as np
import pytest

from knowledge.cache import TrainedCache
from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matcher import Matcher, Variant

LEARNT_FROM = ("en", ["Who sells fish?"], {"fish": 1})
FAQ = [
    Variant("opening", "en", "When does the market open?"),
    Variant("opening", "en", "market opening hours"),
    Variant("fish", "en", "Who sells fish?"),
    Variant("fish", "fr", "Qui vend du poisson ?"),
    Variant(None, "en", "Who owns the market?"),
]
QUESTIONS = ("when does it open", "who sells fsh", "qui vend du poisson", "Who owns the market?", "thanks", "")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "selon" / "trained"


def kept(folder: Path) -> list[Path]:
    """The files in a folder, if there is one."""
    return sorted(folder.iterdir()) if folder.is_dir() else []


def test_what_was_saved_is_loaded_by_the_next_run(folder: Path) -> None:
    TrainedCache(folder).save(LEARNT_FROM, {"votes": [1, 2]})
    assert TrainedCache(folder).load(LEARNT_FROM) == {"votes": [1, 2]}


def test_arrays_come_back_as_they_were(folder: Path) -> None:
    votes = np.arange(6.0).reshape(2, 3)
    TrainedCache(folder).save(LEARNT_FROM, votes)
    loaded = TrainedCache(folder).load(LEARNT_FROM)
    assert isinstance(loaded, np.ndarray)
    assert loaded.tolist() == votes.tolist()


def test_nothing_is_loaded_where_nothing_was_saved(folder: Path) -> None:
    assert TrainedCache(folder).load(LEARNT_FROM) is None
    assert not folder.exists()


@pytest.mark.parametrize(
    "other",
    [
        ("fr", ["Who sells fish?"], {"fish": 1}),
        ("en", ["Who sells fish"], {"fish": 1}),
        ("en", ["Who sells fish?", ""], {"fish": 1}),
        ("en", ["Who sells fish?"], {"fish": 2}),
        (),
    ],
)
def test_what_was_learnt_from_something_else_is_not_loaded(folder: Path, other: object) -> None:
    cache = TrainedCache(folder)
    cache.save(LEARNT_FROM, "this")
    assert cache.load(other) is None
    cache.save(other, "that")
    assert (cache.load(LEARNT_FROM), cache.load(other)) == ("this", "that")


def test_what_is_learnt_again_replaces_what_was_kept(folder: Path) -> None:
    cache = TrainedCache(folder)
    cache.save(LEARNT_FROM, "old")
    cache.save(LEARNT_FROM, "new")
    assert cache.load(LEARNT_FROM) == "new"
    assert len(kept(folder)) == 1


@pytest.mark.parametrize("content", [b"", b"not a pickle", b"\x80\x05", b"\x80\x05cno_such_module\nNothing\n."])
def test_a_damaged_file_is_as_good_as_none(folder: Path, content: bytes) -> None:
    cache = TrainedCache(folder)
    cache.save(LEARNT_FROM, "learnt")
    kept(folder)[0].write_bytes(content)
    assert cache.load(LEARNT_FROM) is None
    cache.save(LEARNT_FROM, "learnt again")
    assert cache.load(LEARNT_FROM) == "learnt again"


def test_a_file_cut_short_is_as_good_as_none(folder: Path) -> None:
    cache = TrainedCache(folder)
    cache.save(LEARNT_FROM, list(range(1000)))
    path = kept(folder)[0]
    path.write_bytes(path.read_bytes()[:-100])
    assert cache.load(LEARNT_FROM) is None


class Boom:
    """Runs code when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.marker),)


@pytest.mark.parametrize("mode", [0o777, 0o770, 0o702])
def test_nothing_is_loaded_from_a_folder_that_others_can_write_to(folder: Path, tmp_path: Path, mode: int) -> None:
    cache = TrainedCache(folder)
    cache.save(LEARNT_FROM, "learnt")
    kept(folder)[0].write_bytes(pickle.dumps(Boom(tmp_path / "ran")))
    folder.chmod(mode)
    assert cache.load(LEARNT_FROM) is None
    assert not (tmp_path / "ran").exists()


def test_nothing_is_saved_in_a_folder_that_others_can_write_to(folder: Path) -> None:
    folder.mkdir(parents=True)
    folder.chmod(0o777)
    TrainedCache(folder).save(LEARNT_FROM, "learnt")
    assert kept(folder) == []


def test_a_file_that_others_can_write_to_is_not_loaded(folder: Path, tmp_path: Path) -> None:
    cache = TrainedCache(folder)
    cache.save(LEARNT_FROM, "learnt")
    path = kept(folder)[0]
    path.write_bytes(pickle.dumps(Boom(tmp_path / "ran")))
    path.chmod(0o666)
    assert cache.load(LEARNT_FROM) is None
    assert not (tmp_path / "ran").exists()


def test_the_folder_and_its_files_are_the_owners_alone(folder: Path) -> None:
    TrainedCache(folder).save(LEARNT_FROM, "learnt")
    assert folder.stat().st_mode & 0o077 == 0
    assert all(path.stat().st_mode & 0o077 == 0 for path in kept(folder))


def test_a_place_that_is_no_folder_does_no_harm(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.write_text("a file")
    cache = TrainedCache(place)
    cache.save(LEARNT_FROM, "learnt")
    assert cache.load(LEARNT_FROM) is None
    assert place.read_text() == "a file"


def test_nothing_half_written_is_left_behind(folder: Path) -> None:
    cache = TrainedCache(folder)
    for number in range(5):
        cache.save((LEARNT_FROM, number), list(range(number)))
    assert len(kept(folder)) == 5
    assert [cache.load((LEARNT_FROM, number)) for number in range(5)] == [list(range(number)) for number in range(5)]


def test_the_folder_does_not_grow_forever_and_the_oldest_go_first(folder: Path) -> None:
    cache = TrainedCache(folder)
    for number in range(100):
        cache.save((LEARNT_FROM, number), number)
        # Files written within one tick of the clock would have no order.
        newest = max(kept(folder), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (number, number))
    assert 10 <= len(kept(folder)) < 100
    assert cache.load((LEARNT_FROM, 99)) == 99
    assert cache.load((LEARNT_FROM, 0)) is None


def test_what_is_used_stays_when_room_is_made(folder: Path) -> None:
    cache = TrainedCache(folder)
    cache.save((LEARNT_FROM, "used"), "used")
    for number in range(100):
        cache.save((LEARNT_FROM, number), number)
        for path in kept(folder):
            # A second passes.
            os.utime(path, (path.stat().st_mtime - 1,) * 2)
        assert cache.load((LEARNT_FROM, "used")) == "used"


def test_a_matcher_from_the_cache_matches_as_one_that_learnt(folder: Path) -> None:
    learnt = [Matcher(FAQ).match(question) for question in QUESTIONS]
    first = Matcher(FAQ, cache=TrainedCache(folder))
    assert [first.match(question) for question in QUESTIONS] == learnt
    written = {path: path.stat().st_ino for path in kept(folder)}
    assert written
    second = Matcher(FAQ, cache=TrainedCache(folder))
    assert [second.match(question) for question in QUESTIONS] == learnt
    assert {path: path.stat().st_ino for path in kept(folder)} == written


def test_a_changed_faq_is_learnt_anew(folder: Path) -> None:
    Matcher(FAQ, cache=TrainedCache(folder)).warm_up()
    trout = [*FAQ, Variant("trout", "en", "Where do I buy trout?")]
    matcher = Matcher(trout, cache=TrainedCache(folder))
    assert matcher.match("where do i buy trout").candidates[0].entry_id == "trout"
    assert Matcher(FAQ, cache=TrainedCache(folder)).match("where do i buy trout") == Matcher(FAQ).match(
        "where do i buy trout"
    )


def test_a_changed_name_is_learnt_anew(folder: Path) -> None:
    fishmonger = Concept("fishmonger", is_name=True)
    faq = [Variant("fish", "en", "What does Odile Marchand sell?"), Variant("hours", "en", "When does the hall open?")]

    def lexicon(alias: str) -> Lexicon:
        return Lexicon([Alias(fishmonger, "en", "Odile Marchand"), Alias(fishmonger, "en", alias)])

    Matcher(faq, lexicon=lexicon("the fishmonger"), cache=TrainedCache(folder)).warm_up()
    renamed = Matcher(faq, lexicon=lexicon("the trout lady"), cache=TrainedCache(folder))
    question = "What does the trout lady sell?"
    assert renamed.match(question) == Matcher(faq, lexicon=lexicon("the trout lady")).match(question)


def test_a_damaged_cache_changes_no_match(folder: Path) -> None:
    learnt = [Matcher(FAQ).match(question) for question in QUESTIONS]
    Matcher(FAQ, cache=TrainedCache(folder)).warm_up()
    for path in kept(folder):
        path.write_bytes(path.read_bytes()[:50])
    matcher = Matcher(FAQ, cache=TrainedCache(folder))
    assert [matcher.match(question) for question in QUESTIONS] == learnt
