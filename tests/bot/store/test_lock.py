"""A database is one process's, by whatever name it is called."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from bot.store.database import open_database, open_read_only
from bot.store.errors import StoreError

ROOT = Path(__file__).parents[3]
IN_USE = "is used by another process: stop that first, or set another DATABASE_URL."

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="Here a file beside the database is locked.")

_OPENS_IT = """
import sys
from pathlib import Path
from bot.store.database import open_database
from bot.store.errors import StoreError

try:
    with open_database(Path(sys.argv[1])):
        print("open", flush=True)
        sys.stdin.read()
except StoreError as error:
    print(error, flush=True)
"""


@contextmanager
def another_process(path: Path) -> Iterator[str]:
    """Another process that opens a database, and has it for as long as the block lasts; what it says."""
    with subprocess.Popen(
        [sys.executable, "-c", _OPENS_IT, str(path)],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        yield other.stdout.readline().strip()
        other.communicate(timeout=20)


def renamed(path: Path, how: str) -> Path:
    """Another name of a database."""
    other = path.with_name("folder") / "other.db"
    other.parent.mkdir()
    if how == "hard link":
        other.hardlink_to(path)
    elif how == "symbolic link":
        other.symlink_to(path)
    else:
        path.with_name(f"{path.name}.lock").unlink(missing_ok=True)
        return path
    return other


@pytest.mark.parametrize("how", ["hard link", "symbolic link", "no lock file"])
def test_another_process_is_refused_by_whatever_name_it_calls_it(path: Path, how: str) -> None:
    with open_database(path) as connection:
        other = renamed(path, how)
        with another_process(other) as said:
            assert said == f"The database {other} {IN_USE}"
        with connection.begin():
            connection.exec_driver_sql("INSERT INTO chats (chat_id) VALUES (7)")


@pytest.mark.slow
@pytest.mark.parametrize("how", ["hard link", "symbolic link", "no lock file"])
def test_a_refusal_in_the_same_process_lifts_no_lock(path: Path, how: str) -> None:
    with open_database(path):
        other = renamed(path, how)
        with pytest.raises(StoreError) as refused, open_database(other):
            pass
        assert str(refused.value) == f"The database {other} {IN_USE}"
        with another_process(path) as said:
            assert said == f"The database {path} {IN_USE}"


def test_a_reader_in_the_same_process_lifts_no_lock(path: Path) -> None:
    with open_database(path):
        with open_read_only(path):
            pass
        path.read_bytes()
        with another_process(path) as said:
            assert said == f"The database {path} {IN_USE}"


def test_a_lock_file_of_an_earlier_version_is_harmless(path: Path) -> None:
    path.with_name(f"{path.name}.lock").write_text("4711")
    with open_database(path):
        pass
    with open_database(path):
        pass


def test_readers_need_no_lock(path: Path) -> None:
    with another_process(path) as said:
        assert said == "open"
        with open_read_only(path) as connection:
            assert connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one() == 0
