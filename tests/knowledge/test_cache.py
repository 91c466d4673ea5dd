"""Trained models are kept for the next run, named after what they were learnt from, and are only ever a copy."""

import io
import json
import os
import pickle
import resource
import shutil
import signal
import struct
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import cast

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from knowledge.cache import TrainedCache
from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matcher import Match, Matcher, Variant
from knowledge.matching.archive import Archive
from knowledge.matching.index import Index
from knowledge.parameters import Parameters
from knowledge.text.identify import LanguageIdentifier

LEARNT_FROM = ("en", ["Who sells fish?"], {"fish": 1})
FAQ = [
    Variant("opening", "en", "When does the market open?"),
    Variant("opening", "en", "market opening hours"),
    Variant("fish", "en", "Who sells fish?"),
    Variant("fish", "fr", "Qui vend du poisson ?"),
    Variant(None, "en", "Who owns the market?"),
]
QUESTIONS = ("when does it open", "who sells fsh", "qui vend du poisson", "Who owns the market?", "thanks", "")
ROOT = Path(__file__).parents[2]

# Saves numbers from the first argument's folder on, each learnt from itself, and loads each again.
_SAVES = """
import sys
from pathlib import Path
import numpy as np
from knowledge.cache import TrainedCache
from knowledge.parameters import Parameters

cache = TrainedCache(Path(sys.argv[1]))
for number in range(int(sys.argv[2])):
    cache.save(number, Parameters({"number": np.full(20_000, number)}, {}))
    kept = cache.load(number, lambda parameters: int(parameters.integers("number", (20_000,), most=99)[-1]))
    assert kept in (number, None), kept
"""


# Ends with 0 if a folder, the first argument, has what was learnt from the texts of these tests.
_HOLDS = f"""
from pathlib import Path
from knowledge.cache import TrainedCache

sys.exit(not TrainedCache(Path(sys.argv[1])).holds({LEARNT_FROM!r}))
"""


@cache
def matches() -> list[Match]:
    """The matches of a matcher that knows no cache."""
    return [Matcher(FAQ).match(question) for question in QUESTIONS]


@dataclass
class Planted:
    """Bytes that are written with all seals, as if they were parameters."""

    content: bytes

    def to_bytes(self) -> bytes:
        """Return the bytes as they are."""
        return self.content


def planted(folder: Path, content: bytes) -> None:
    """Leave some bytes where what was learnt would be."""
    TrainedCache(folder).save(LEARNT_FROM, cast(Parameters, Planted(content)))
    assert kept(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "selon" / "trained"


def number(value: int) -> Parameters:
    """The parameters of a model that knows one number."""
    return Parameters({"number": np.array([value])}, {"names": ["the number"]})


def known(parameters: Parameters) -> int:
    return int(parameters.integers("number", (1,), most=1000)[0])


def own(folder: Path) -> Path:
    """The cache's own folder."""
    return folder / "selon-trained"


def kept(folder: Path) -> list[Path]:
    """The finished files of a cache."""
    return sorted(own(folder).glob("[0-9a-f]*[0-9a-f]")) if own(folder).is_dir() else []


def mode(path: Path) -> int:
    return path.stat().st_mode & 0o777


def saved(folder: Path, value: int = 1) -> Path:
    """The file of a number that was saved."""
    TrainedCache(folder).save(LEARNT_FROM, number(value))
    [path] = kept(folder)
    return path


def loaded(folder: Path) -> int | None:
    return TrainedCache(folder).load(LEARNT_FROM, known)


def saving(folder: Path, numbers: int = 1, **options: object) -> subprocess.Popen[bytes]:
    """A process that saves."""
    command = [sys.executable, "-c", _SAVES, str(folder), str(numbers)]
    return subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, **options)  # type: ignore[call-overload,no-any-return]


def test_what_was_saved_is_loaded_by_the_next_run(folder: Path) -> None:
    saved(folder, 7)
    assert loaded(folder) == 7


def test_the_cache_holds_what_it_would_load(folder: Path) -> None:
    cache = TrainedCache(folder)
    assert not cache.holds(LEARNT_FROM)
    path = saved(folder)
    assert cache.holds(LEARNT_FROM)
    assert not cache.holds((*LEARNT_FROM, "more"))
    path.chmod(0o666)
    assert not cache.holds(LEARNT_FROM)


def test_nothing_is_loaded_where_nothing_was_saved(folder: Path) -> None:
    assert loaded(folder) is None
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
def test_what_was_learnt_from_something_else_is_something_else(folder: Path, other: object) -> None:
    cache = TrainedCache(folder)
    cache.save(LEARNT_FROM, number(1))
    assert cache.load(other, known) is None
    cache.save(other, number(2))
    assert (cache.load(LEARNT_FROM, known), cache.load(other, known)) == (1, 2)


@pytest.mark.parametrize("version", ["numpy.__version__ = '0.1'", "unicodedata.unidata_version = '1.1.0'"])
def test_what_was_learnt_with_another_library_is_something_else(folder: Path, version: str) -> None:
    saved(folder)
    for set_version, is_held in (("pass", True), (version, False)):
        program = f"import sys, unicodedata, numpy; {set_version}\n{_HOLDS}"
        held = subprocess.run([sys.executable, "-c", program, folder], cwd=ROOT, check=False)
        assert held.returncode == int(not is_held)


def test_what_is_learnt_again_replaces_what_was_kept(folder: Path) -> None:
    saved(folder, 1)
    saved(folder, 2)
    assert loaded(folder) == 2
    assert len(kept(folder)) == 1


class Boom:
    """An object that runs code when it is unpickled."""

    def __init__(self, marker: Path) -> None:
        self.marker = marker

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return os.mkdir, (str(self.marker),)


def zipped(array: object) -> bytes:
    file = io.BytesIO()
    np.savez_compressed(file, votes=np.asarray(array))
    return file.getvalue()


def tensors(header: object, content: bytes = b"") -> bytes:
    """A file of safetensors with any header."""
    text = json.dumps(header).encode()
    return struct.pack("<Q", len(text)) + text + content


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"not a cache",
        b"\x80\x05",
        pickle.dumps({"number": 1}),
        zipped(np.zeros(1_000_000)),
        zipped(np.array([object()], dtype=object)),
        tensors({"number": {"dtype": "I32", "shape": [1], "data_offsets": [0, 4]}}, b"\1\0\0\0"),
    ],
    ids=["empty", "text", "cut pickle", "pickle", "zip bomb", "objects in a zip", "bare tensors"],
)
def test_a_foreign_file_is_as_good_as_none(folder: Path, content: bytes) -> None:
    saved(folder).write_bytes(content)
    assert loaded(folder) is None
    saved(folder, 2)
    assert loaded(folder) == 2


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff" * 100,
        struct.pack("<Q", 2**62),
        tensors([]),
        tensors({}),
        tensors({"number": {"dtype": "I32", "shape": [2**40], "data_offsets": [0, 2**42]}}),
        tensors({"number": {"dtype": "I32", "shape": [2**62, 4], "data_offsets": [0, 4]}}, bytes(4)),
        tensors({"number": {"dtype": "I32", "shape": [1], "data_offsets": [4, 0]}}, bytes(4)),
        tensors({"number": {"dtype": "no", "shape": [1], "data_offsets": [0, 4]}}, bytes(4)),
        tensors({"words": {"dtype": "U8", "shape": [2], "data_offsets": [0, 2]}}, b"[]"),
        tensors({"words": {"dtype": "U8", "shape": [2], "data_offsets": [0, 2]}}, b"{}"),
        tensors({"words": {"dtype": "U8", "shape": [100_000], "data_offsets": [0, 100_000]}}, b"[" * 100_000),
        tensors({"words": {"dtype": "U8", "shape": [9], "data_offsets": [0, 9]}}, b'{"a":"\xff"'),
        Parameters({"number": np.array([1001])}, {}).to_bytes(),
        Parameters({"number": np.array([-1])}, {}).to_bytes(),
        Parameters({"number": np.array([1.0])}, {}).to_bytes(),
        Parameters({"number": np.array([1, 2])}, {}).to_bytes(),
        Parameters({"numbers": np.array([1])}, {}).to_bytes(),
    ],
)
def test_a_file_that_was_planted_with_all_its_seals_is_as_good_as_none(folder: Path, content: bytes) -> None:
    planted(folder, content)
    assert loaded(folder) is None


def test_the_file_of_something_else_is_as_good_as_none(folder: Path) -> None:
    path = saved(folder)
    TrainedCache(folder).save("something else", number(2))
    [other] = set(kept(folder)) - {path}
    shutil.copyfile(other, path)
    assert loaded(folder) is None


def test_a_planted_pickle_runs_nothing(folder: Path, tmp_path: Path) -> None:
    boom = pickle.dumps(Boom(tmp_path / "ran"))
    path = saved(folder)
    path.write_bytes(boom)
    assert loaded(folder) is None
    planted(folder, boom)
    assert loaded(folder) is None
    assert not (tmp_path / "ran").exists()


@pytest.mark.parametrize("size", [2**30 + 1, 2**40])
def test_a_huge_file_is_not_read(folder: Path, size: int) -> None:
    with saved(folder).open("r+b") as file:
        file.truncate(size)
    assert loaded(folder) is None


def test_what_would_not_be_read_is_not_written(folder: Path) -> None:
    TrainedCache(folder, largest_file=100).save(LEARNT_FROM, number(1))
    assert kept(folder) == []


@given(
    st.lists(st.tuples(st.floats(0, 1, exclude_max=True), st.integers(0, 255)), max_size=4),
    st.one_of(st.none(), st.floats(0, 1)),
    st.binary(max_size=3),
)
def test_a_file_damaged_anywhere_is_as_good_as_none(
    tmp_path_factory: pytest.TempPathFactory, flips: list[tuple[float, int]], cut: float | None, more: bytes
) -> None:
    folder = tmp_path_factory.getbasetemp() / "damaged"
    path = saved(folder, 5)
    whole = path.read_bytes()
    content = bytearray(whole)
    for place, byte in flips:
        content[int(place * len(whole))] = byte
    damaged = bytes(content[: None if cut is None else int(cut * len(whole))]) + more
    path.write_bytes(damaged)
    assert loaded(folder) == (5 if damaged == whole else None)


@pytest.mark.parametrize("bits", [0o777, 0o770, 0o702])
def test_nothing_is_loaded_from_a_folder_that_others_can_write_to(folder: Path, bits: int) -> None:
    saved(folder)
    own(folder).chmod(bits)
    assert loaded(folder) is None


def test_nothing_is_saved_in_a_folder_that_others_can_write_to(folder: Path) -> None:
    own(folder).mkdir(parents=True)
    own(folder).chmod(0o777)
    TrainedCache(folder).save(LEARNT_FROM, number(1))
    assert list(own(folder).iterdir()) == []
    assert mode(own(folder)) == 0o777


@pytest.mark.parametrize("bits", [0o666, 0o620])
def test_a_file_that_others_can_write_to_is_not_loaded(folder: Path, bits: int) -> None:
    saved(folder).chmod(bits)
    assert loaded(folder) is None


@pytest.mark.skipif(os.geteuid() != 0, reason="Only root can give files away.")
@pytest.mark.parametrize("theirs", [own, saved])
def test_what_others_own_is_not_loaded(folder: Path, theirs: Callable[[Path], Path]) -> None:
    saved(folder)
    os.chown(theirs(folder), 65534, 65534)
    assert loaded(folder) is None


def test_folders_and_files_that_the_cache_makes_are_the_owners_alone(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "cache"
    before = os.umask(0)
    try:
        saved(folder)
    finally:
        os.umask(before)
    made = [tmp_path / "new", *(tmp_path / "new").rglob("*")]
    assert {(path.is_dir(), mode(path)) for path in made} == {(True, 0o700), (False, 0o600)}


@pytest.mark.parametrize("bits", [0o755, 0o775, 0o777])
def test_a_folder_that_was_there_is_used_and_keeps_its_mode(folder: Path, bits: int) -> None:
    folder.mkdir(parents=True)
    folder.chmod(bits)
    saved(folder)
    assert loaded(folder) == 1
    assert mode(folder) == bits


def a_file(place: Path) -> None:
    place.write_text("taken")


def a_folder(place: Path) -> None:
    place.mkdir()


def a_link(place: Path) -> None:
    elsewhere = place.parent / "elsewhere"
    elsewhere.mkdir()
    place.symlink_to(elsewhere)


def a_dangling_link(place: Path) -> None:
    place.symlink_to(place.parent / "nowhere")


def a_pipe(place: Path) -> None:
    os.mkfifo(place)


@pytest.mark.parametrize("something", [a_file, a_link, a_dangling_link, a_pipe])
def test_a_place_that_is_taken_by_something_else_does_no_harm(folder: Path, something: Callable[[Path], None]) -> None:
    folder.mkdir(parents=True)
    something(own(folder))
    before = {path: path.lstat().st_mtime_ns for path in folder.rglob("*")}
    TrainedCache(folder).save(LEARNT_FROM, number(1))
    assert loaded(folder) is None
    assert {path: path.lstat().st_mtime_ns for path in folder.rglob("*")} == before


@pytest.mark.parametrize("something", [a_folder, a_link, a_dangling_link, a_pipe])
@pytest.mark.parametrize("name", ["file", "unfinished", "lock"])
def test_a_file_that_is_something_else_does_no_harm(folder: Path, name: str, something: Callable[[Path], None]) -> None:
    path = saved(folder)
    place = path if name == "file" else own(folder) / name
    place.unlink(missing_ok=True)
    something(place)
    assert loaded(folder) == (None if name == "file" else 1)
    TrainedCache(folder).save(LEARNT_FROM, number(1))
    assert loaded(folder) in (1, None)


def test_a_cache_dir_that_is_a_file_does_no_harm(tmp_path: Path) -> None:
    place = tmp_path / "taken"
    place.write_text("a file")
    TrainedCache(place).save(LEARNT_FROM, number(1))
    assert loaded(place) is None
    assert place.read_text() == "a file"


def earlier(what: type, size: int = 100) -> bytes:
    """A pickle as earlier versions kept it: the class of the first thing in it comes first."""
    now, then = what.__module__.encode(), what.__module__.replace(".matching.", ".scoring.").encode()
    pickled = pickle.dumps((what, "x" * size), protocol=5)
    return pickled.replace(bytes((len(now),)) + now, bytes((len(then),)) + then)


def test_the_owners_files_are_never_touched(folder: Path) -> None:
    """CACHE_DIR may be any folder, by mistake or not."""
    files = {f"notes-{number}.txt": b"notes" for number in range(60)} | {
        "selon.db": b"SQLite format 3\0",
        "ab" * 32: b"not a pickle",
        "cd" * 32: pickle.dumps({"their": "model"}),
        "ef" * 32 + ".bak": earlier(Index),
        "EF" * 32: earlier(Index),
        "tmpabcdefgh": b"half a letter",
        "tmp_12345_x": pickle.dumps([Path("theirs")]),
        "tmpabcdefghi": earlier(Index),
        "model.pickle": earlier(Index),
        "unfinished": b"symphony",
        "lock": b"",
        "selon-trained/notes.txt": b"notes",
        "selon-trained/" + "ab" * 32: b"What Selon has learnt is not in here",
        "selon-trained/" + "cd" * 32 + ".bak": b"What Selon has learnt, 1\n",
        "selon-trained/tmpabcdefgh": b"half a letter",
    }
    own(folder).mkdir(parents=True, mode=0o700)
    for name, content in files.items():
        (folder / name).write_bytes(content)
        os.utime(folder / name, (1, 1))
    link = folder / ("12" * 32)
    link.symlink_to(folder / "notes-1.txt")
    Matcher(FAQ, cache=TrainedCache(folder)).warm_up()
    for each in range(50):
        TrainedCache(folder).save(each, number(each))
    assert {name: (folder / name).read_bytes() for name in files} == files
    assert {(folder / name).stat().st_mtime for name in files} == {1.0}
    assert link.is_symlink()
    assert set(folder.iterdir()) == {own(folder), link, *(folder / name for name in files if "/" not in name)}


@pytest.mark.parametrize("what", [Index, Archive, LanguageIdentifier])
@pytest.mark.parametrize("name", ["ab" * 32, "tmpab_1yz09"])
def test_what_earlier_versions_left_is_removed(folder: Path, what: type, name: str) -> None:
    folder.mkdir(parents=True)
    left = folder / name
    left.write_bytes(earlier(what))
    left.chmod(0o600)
    saved(folder)
    assert list(folder.iterdir()) == [own(folder)]


def test_a_link_to_what_an_earlier_version_left_is_left_alone(folder: Path, tmp_path: Path) -> None:
    folder.mkdir(parents=True)
    (tmp_path / "elsewhere").write_bytes(earlier(Index))
    link = folder / ("ab" * 32)
    link.symlink_to(tmp_path / "elsewhere")
    saved(folder)
    assert link.is_symlink()
    assert (tmp_path / "elsewhere").exists()


def test_what_others_own_is_left_alone(folder: Path) -> None:
    folder.mkdir(parents=True)
    left = folder / ("ab" * 32)
    left.write_bytes(earlier(Index))
    left.chmod(0o666)
    saved(folder)
    assert left.exists()


def test_nothing_unfinished_is_left_behind(folder: Path) -> None:
    for each in range(5):
        TrainedCache(folder).save(each, number(each))
    assert {path.name for path in own(folder).iterdir()} == {"lock", *(path.name for path in kept(folder))}
    assert [TrainedCache(folder).load(each, known) for each in range(5)] == list(range(5))


def test_a_disk_that_is_full_is_no_error_and_keeps_nothing_unfinished(folder: Path) -> None:
    def full() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))

    with saving(folder, preexec_fn=full) as process:
        assert process.communicate()[1] == b""
    assert process.returncode == 0
    assert [path.name for path in own(folder).iterdir()] in ([], ["lock"])


def test_what_a_killed_process_left_unfinished_is_removed_by_the_next_one(folder: Path) -> None:
    def killed_while_it_writes() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (30_000, 30_000))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))

    code = f"import signal; signal.signal(signal.SIGXFSZ, signal.SIG_DFL)\n{_SAVES}"
    ended = subprocess.run(
        [sys.executable, "-c", code, str(folder), "1"], cwd=ROOT, preexec_fn=killed_while_it_writes, check=False
    )
    assert ended.returncode == -signal.SIGXFSZ
    [left] = [path for path in own(folder).iterdir() if path.name != "lock"]
    assert left.stat().st_size == 30_000
    assert mode(left) == 0o600
    path = saved(folder)
    assert not left.exists()
    assert path.exists()


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 24 MiB."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=24m,mode=700", "selon", place], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("Only root can mount a disk.")
    yield place
    subprocess.run(["umount", place], check=True)


def free(disk: Path) -> int:
    return shutil.disk_usage(disk).free


def filled(disk: Path, name: str, beginning: bytes = b"") -> None:
    """A file that takes all the room that is left."""
    with (disk / name).open("wb") as file:
        file.write(beginning.ljust(free(disk), b"\0"))
    assert free(disk) == 0


def test_a_disk_that_earlier_versions_have_filled_gets_its_room_back(disk: Path) -> None:
    filled(disk, "tmpabcdefgh", earlier(Index))
    saved(disk)
    assert loaded(disk) == 1
    assert free(disk) > 20 * 2**20


@pytest.mark.parametrize("least_room_left", [0, 16 * 2**20])
def test_a_full_disk_gets_no_fuller(disk: Path, least_room_left: int) -> None:
    saved(disk)
    (disk / "selon.db").write_bytes(bytes(free(disk) - 2**20))
    before = free(disk)
    large = Parameters({"number": np.zeros(2**18)}, {})
    for each in range(3):
        TrainedCache(disk, least_room_left=least_room_left).save(each, large)
    assert free(disk) == before
    assert loaded(disk) == 1


def test_the_last_room_is_left_to_the_database(disk: Path) -> None:
    large = Parameters({"number": np.zeros(2**18)}, {})
    for each in range(12):
        TrainedCache(disk).save(each, large)
    assert len(kept(disk)) >= 3
    assert free(disk) >= 16 * 2**20


@pytest.mark.slow
def test_processes_that_start_together_do_each_other_no_harm(folder: Path) -> None:
    processes = [saving(folder, 60) for _ in range(4)]
    for process in processes:
        with process:
            assert process.communicate()[1] == b""
        assert process.returncode == 0
    assert len(kept(folder)) == 60
    assert {path.name for path in own(folder).iterdir()} == {"lock", *(path.name for path in kept(folder))}


def test_a_process_that_writes_for_too_long_keeps_nobody_waiting(folder: Path) -> None:
    from filelock import FileLock

    saved(folder)
    with FileLock(own(folder) / "lock"):
        TrainedCache(folder, patience=0.05).save(LEARNT_FROM, number(2))
        assert loaded(folder) == 1
    saved(folder, 3)
    assert loaded(folder) == 3


def test_windows_knows_no_user_ids(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "geteuid")
    saved(folder).chmod(0o666)
    assert loaded(folder) == 1


def test_many_small_files_stay(folder: Path) -> None:
    cache = TrainedCache(folder)
    for each in range(100):
        cache.save(each, number(each))
    assert all(cache.holds(each) for each in range(100))


def test_the_folder_does_not_grow_forever_and_the_oldest_go_first(folder: Path) -> None:
    size = saved(folder).stat().st_size
    cache = TrainedCache(folder, most_bytes=40 * size)
    for each in range(100):
        cache.save((LEARNT_FROM, each), number(each))
        # Files written within one tick of the clock would have no order.
        newest = max(kept(folder), key=lambda path: path.stat().st_mtime)
        os.utime(newest, (each, each))
    assert 30 <= len(kept(folder)) <= 40
    assert cache.load((LEARNT_FROM, 99), known) == 99
    assert cache.load((LEARNT_FROM, 0), known) is None


def test_files_of_others_take_no_room_from_ours(folder: Path) -> None:
    size = saved(folder).stat().st_size
    (own(folder) / ("ab" * 32)).write_bytes(bytes(100 * size))
    for each in range(3):
        TrainedCache(folder, most_bytes=40 * size).save(each, number(each))
    assert len(kept(folder)) == 5


def test_what_is_used_stays_when_room_is_made(folder: Path) -> None:
    cache = TrainedCache(folder, most_bytes=40 * saved(folder).stat().st_size)
    cache.save((LEARNT_FROM, "used"), number(1))
    for each in range(100):
        cache.save((LEARNT_FROM, each), number(each))
        for path in kept(folder):
            # A second passes.
            os.utime(path, (path.stat().st_mtime - 1,) * 2)
        assert cache.load((LEARNT_FROM, "used"), known) == 1


def test_a_matcher_from_the_cache_matches_as_one_that_learnt(folder: Path) -> None:
    first = Matcher(FAQ, cache=TrainedCache(folder))
    assert [first.match(question) for question in QUESTIONS] == matches()
    written = {path: path.stat().st_ino for path in kept(folder)}
    assert written
    second = Matcher(FAQ, cache=TrainedCache(folder))
    assert [second.match(question) for question in QUESTIONS] == matches()
    assert {path: path.stat().st_ino for path in kept(folder)} == written


def test_warming_up_learns_what_is_not_kept_and_can_leave_the_rest_to_the_first_question(folder: Path) -> None:
    Matcher(FAQ[:3], cache=TrainedCache(folder)).warm_up(restore=False)
    before = set(kept(folder))
    assert len(before) == 3
    matcher = Matcher(FAQ, cache=TrainedCache(folder))
    matcher.warm_up(restore=False)
    written = {path: path.stat().st_ino for path in kept(folder)}
    assert len(written) > len(before)
    again = Matcher(FAQ, cache=TrainedCache(folder))
    again.warm_up(restore=False)
    assert [again.match(question) for question in QUESTIONS] == matches()
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


@pytest.mark.slow
@settings(max_examples=25)
@given(st.data())
def test_a_damaged_cache_changes_no_match_and_is_learnt_anew(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    folder = tmp_path_factory.getbasetemp() / "matched"
    Matcher(FAQ, cache=TrainedCache(folder)).warm_up()
    whole = {path: path.read_bytes() for path in kept(folder)}
    for path in data.draw(st.sets(st.sampled_from(sorted(whole)), min_size=1)):
        content = bytearray(whole[path])
        content[data.draw(st.integers(0, len(content) - 1))] ^= data.draw(st.integers(1, 255))
        path.write_bytes(content[: data.draw(st.sampled_from([None, 0, 10, len(content) // 2]))])
    matcher = Matcher(FAQ, cache=TrainedCache(folder))
    assert [matcher.match(question) for question in QUESTIONS] == matches()
    assert {path: path.read_bytes() for path in kept(folder)} == whole
    again = Matcher(FAQ, cache=TrainedCache(folder))
    assert [again.match(question) for question in QUESTIONS] == matches()
