"""A database that cannot be used is refused in a sentence that says what to do, and is left as it is."""

from __future__ import annotations

import asyncio
import os
import random
import socket
import sqlite3
import stat
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

import pytest
from sqlalchemy import Engine, delete, event, select
from sqlalchemy.exc import OperationalError
from states import receive

from bot.errors import SettingsError
from bot.store.database import open_database, open_read_only, sqlite_path
from bot.store.errors import StoreError
from bot.store.store import open_store
from bot.store.tables import INBOX

ROOT = Path(__file__).parents[3]
NOBODY = 65534
FULL = "cannot be written since the disk is full: make room."
DISK_ERROR = "cannot be written (disk I/O error): check the disk and the room on it."
LOCKED = "is locked by another program: close that first."
READ_ONLY = "is read-only: give the bot the right to write it, and its folder."
UNOPENABLE = "cannot be opened: check that the bot may write it, and its folder."
NO_DATABASE = "is no SQLite database: set DATABASE_URL to another file."
DAMAGED = "is damaged: restore a copy, or set DATABASE_URL to another file."
NO_FILE = "is no regular file: set DATABASE_URL to another one."
IN_USE = "is used by another process: stop that first, or set another DATABASE_URL."

_HOLDS_IT = """
import sys
from bot.store.store import open_store
from bot.store.tables import INBOX

with open_store(sys.argv[1]):
    print("open", flush=True)
    sys.stdin.read()
"""


@pytest.fixture
def filled(path: Path) -> Path:
    """A database that holds 300 updates, closed."""

    async def fill() -> None:
        with open_store(f"sqlite:///{path}") as store:
            await receive(store, [{"update_id": number, "text": "x" * 500} for number in range(300)])

    asyncio.run(fill())
    return path


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that every user reaches; pytest's own are private."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder).chmod(0o777)
        yield Path(folder)


@contextmanager
def an_ordinary_user() -> Iterator[None]:
    """Run as the user who runs the tests, or as `nobody` if that is root, whom no right is refused."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def refusal(path: Path) -> str:
    """Return the reason with which an attempt to open a database is refused, after its name."""
    with pytest.raises(StoreError) as caught, open_database(path, busy_seconds=0):
        pass
    sentence = str(caught.value)
    assert sentence.startswith(f"The database {path} ")
    assert sentence.endswith(".")
    assert "\n" not in sentence
    assert caught.value.place == str(path)
    is_of_the_moment = any(word in sentence for word in ("used by", "locked by", "damaged", "version of Selon", "disk"))
    assert caught.value.exit_status == (1 if is_of_the_moment else 2)
    return sentence.removeprefix(f"The database {path} ")


def stored(path: Path) -> int:
    """Count the updates in a database, which the bot can open."""
    with open_database(path) as connection, connection.begin():
        assert connection.exec_driver_sql("PRAGMA integrity_check").scalar_one() == "ok"
        return int(connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one())


@pytest.mark.parametrize(
    ("url", "file"),
    [
        ("sqlite:///selon.db", Path("selon.db")),
        ("sqlite:///data/selon.db", Path("data/selon.db")),
        ("sqlite:////var/lib/selon é/selon 100%.db", Path("/var/lib/selon é/selon 100%.db")),
        ("sqlite:///~/selon.db", Path.home() / "selon.db"),
    ],
)
def test_a_url_names_a_file(url: str, file: Path) -> None:
    assert sqlite_path(url) == file


@pytest.mark.parametrize(
    "url",
    [
        "",
        "selon.db",
        "/var/lib/selon.db",
        "sqlite://",
        "sqlite:///",
        "sqlite:////",
        "sqlite:///.",
        "sqlite:///:memory:",
        "sqlite:///~no-such-user/selon.db",
        "sqlite+aiosqlite:///selon.db",
        "SQLITE:///selon.db",
        "postgresql://localhost/selon",
        "sqlite:///selon\0.db",
        "sqlite:///selon.db\n",
    ],
)
def test_a_url_that_names_no_file_is_refused_with_the_name_of_the_setting(url: str) -> None:
    with pytest.raises(SettingsError, match=r"^DATABASE_URL [^\n]*\.$") as caught:
        sqlite_path(url)
    assert caught.value.name == "DATABASE_URL"
    assert caught.value.exit_status == 2


def test_a_new_database_is_made_with_its_folders(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b é 100%" / "selon.db"
    assert stored(path) == 0
    assert path.is_file()


@pytest.mark.parametrize(
    ("pragma", "value"), [("journal_mode", "wal"), ("synchronous", 2), ("secure_delete", 1), ("foreign_keys", 1)]
)
def test_what_is_committed_is_on_the_disk_and_what_is_deleted_is_gone(
    path: Path, pragma: str, value: str | int
) -> None:
    with open_database(path) as connection:
        assert connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one() == value


def test_a_database_whose_pragmas_were_changed_has_them_again(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as other:
        assert other.execute("PRAGMA journal_mode = DELETE").fetchone() == ("delete",)
    with open_database(filled) as connection:
        assert connection.exec_driver_sql("PRAGMA journal_mode").scalar_one() == "wal"
    assert stored(filled) == 300


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_database_that_another_program_has_locked_is_left_to_it(filled: Path, mode: str) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}").fetchone()
        before = filled.read_bytes()
        other.execute("BEGIN EXCLUSIVE")
        assert refusal(filled) == LOCKED
        other.execute("UPDATE inbox SET changed_at = 5")
        other.execute("ROLLBACK")
        assert filled.read_bytes() == before
    assert stored(filled) == 300


@pytest.mark.parametrize("mode", ["wal", "delete"])
def test_a_file_that_may_only_be_read_is_left_as_it_is(open_folder: Path, mode: str) -> None:
    path = open_folder / "selon.db"
    with open_database(path):
        pass
    with closing(sqlite3.connect(path)) as other:
        other.execute(f"PRAGMA journal_mode = {mode}").fetchone()
    path.chmod(0o444)
    before = path.read_bytes()
    with an_ordinary_user():
        assert refusal(path) == READ_ONLY
    assert path.read_bytes() == before
    path.chmod(0o644)
    assert stored(path) == 0


def test_a_file_that_may_not_even_be_read_is_left_as_it_is(open_folder: Path) -> None:
    path = open_folder / "selon.db"
    with open_database(path):
        pass
    before = path.read_bytes()
    path.chmod(0o000)
    with an_ordinary_user():
        assert refusal(path) == UNOPENABLE
    path.chmod(0o644)
    assert path.read_bytes() == before


def test_a_folder_that_may_not_be_written_is_refused(open_folder: Path) -> None:
    path = open_folder / "selon.db"
    open_folder.chmod(0o555)
    with an_ordinary_user():
        assert refusal(path) == "cannot be opened (Permission denied): check DATABASE_URL."
    open_folder.chmod(0o777)
    assert list(open_folder.iterdir()) == []


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="There is no /proc here.")
def test_a_folder_that_cannot_be_made_is_refused() -> None:
    assert refusal(Path("/proc/selon/selon.db")).startswith("cannot be opened (No such file")


def test_a_folder_that_is_a_file_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    assert refusal(tmp_path / "file" / "selon.db").startswith("cannot be opened (")
    assert (tmp_path / "file").read_text() == "mine"


@contextmanager
def socket_at(path: Path) -> Iterator[None]:
    """A socket in the place of a file."""
    with closing(socket.socket(socket.AF_UNIX)) as server:
        server.bind(str(path))
        yield


@pytest.mark.skipif(os.name != "posix", reason="There are no pipes in folders here.")
@pytest.mark.parametrize("reads", [False, True], ids=["the bot", "a reader"])
@pytest.mark.parametrize("suffix", ["-wal", "-shm", "-journal"])
@pytest.mark.parametrize("what", [os.mkfifo, os.mkdir, lambda odd: odd.symlink_to(odd.with_name("victim"))])
def test_something_else_in_the_place_of_a_file_of_sqlites_is_named_and_left(
    filled: Path, suffix: str, what: Callable[[Path], None], reads: bool
) -> None:
    victim = filled.with_name("victim")
    victim.write_text("mine")
    victim.chmod(0o644)
    odd = filled.with_name(f"{filled.name}{suffix}")
    what(odd)
    if reads:
        with pytest.raises(StoreError) as caught, open_read_only(filled):
            pass
        problem = str(caught.value).removeprefix(f"The database {filled} ")
    else:
        problem = refusal(filled)
    assert problem == f"cannot be opened: {odd} is no regular file; remove it."
    assert (victim.read_text(), stat.S_IMODE(victim.stat().st_mode)) == ("mine", 0o644)
    assert os.path.lexists(odd)


@pytest.mark.skipif(os.name != "posix", reason="There are no pipes in folders here.")
def test_a_pipe_or_a_socket_is_no_database(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    assert refusal(tmp_path / "pipe") == NO_FILE
    with socket_at(tmp_path / "socket"):
        assert refusal(tmp_path / "socket") == NO_FILE
    (tmp_path / "link").symlink_to(tmp_path / "pipe")
    assert refusal(tmp_path / "link") == NO_FILE


def test_a_file_that_is_a_folder_is_refused(path: Path) -> None:
    path.mkdir()
    assert refusal(path) == UNOPENABLE
    assert list(path.iterdir()) == []


@pytest.mark.parametrize(
    "content",
    [b"mine", b"My notes.\n" * 1000, random.Random(1).randbytes(50_000), b"SQLite format 2\0" + bytes(5000)],
    ids=["a few letters", "a text", "bytes", "another format"],
)
def test_a_file_that_is_no_database_is_left_as_it_is(path: Path, content: bytes) -> None:
    path.write_bytes(content)
    assert refusal(path) == NO_DATABASE
    assert path.read_bytes() == content


def test_an_empty_file_becomes_a_database(path: Path) -> None:
    path.touch()
    assert stored(path) == 0


@pytest.mark.parametrize("lost", [1, 20, 40])
def test_a_database_of_which_pages_are_cut_off_is_left_as_it_is(filled: Path, lost: int) -> None:
    content = filled.read_bytes()[: -4096 * lost]
    assert len(content) > 4096
    filled.write_bytes(content)
    assert refusal(filled) == DAMAGED
    assert filled.read_bytes() == content


def test_a_database_whose_list_of_tables_is_overwritten_is_left_as_it_is(filled: Path) -> None:
    content = bytearray(filled.read_bytes())
    content[100:4096] = random.Random(1).randbytes(3996)
    filled.write_bytes(content)
    assert refusal(filled) == DAMAGED
    assert filled.read_bytes() == content


def test_a_disk_that_is_full_at_the_start_is_said_and_the_next_start_succeeds(path: Path) -> None:
    def fill_up(connection: sqlite3.Connection, _: object) -> None:
        connection.execute("PRAGMA max_page_count = 3").close()

    event.listen(Engine, "connect", fill_up)
    try:
        assert refusal(path) == FULL
    finally:
        event.remove(Engine, "connect", fill_up)
    with closing(sqlite3.connect(path)) as other:
        assert other.execute("SELECT * FROM sqlite_master").fetchall() == []
    assert stored(path) == 0


def test_a_disk_that_takes_nothing_at_the_start_is_said_and_nothing_is_lost(
    filled: Path, tmp_path: Path, no_file_beyond: Callable[[int], AbstractContextManager[None]]
) -> None:
    before = filled.read_bytes()
    with no_file_beyond(0):
        assert refusal(filled) == DISK_ERROR
        assert refusal(tmp_path / "new.db") == DISK_ERROR
    assert filled.read_bytes() == before
    assert stored(filled) == 300
    assert stored(tmp_path / "new.db") == 0


def test_a_second_use_in_the_same_process_is_refused_while_the_first_lasts(filled: Path) -> None:
    with open_database(filled) as connection:
        assert refusal(filled) == IN_USE
        with connection.begin():
            assert connection.exec_driver_sql("SELECT count(*) FROM inbox").scalar_one() == 300
    assert stored(filled) == 300


def test_a_database_is_in_use_by_whatever_name_it_is_called(filled: Path, tmp_path: Path) -> None:
    link = tmp_path / "link.db"
    link.symlink_to(filled)
    with open_database(filled):
        assert refusal(link) == IN_USE
    with open_database(link):
        assert refusal(filled) == IN_USE
    assert stored(link) == 300


def test_a_link_that_leads_to_itself_is_refused(tmp_path: Path) -> None:
    link = tmp_path / "loop.db"
    link.symlink_to(link)
    assert refusal(link).startswith("cannot be opened (")


def test_a_database_is_free_again_after_it_was_refused(filled: Path) -> None:
    content = filled.read_bytes()
    filled.write_bytes(b"mine" * 1000)
    assert refusal(filled) == NO_DATABASE
    filled.write_bytes(content)
    assert stored(filled) == 300


@pytest.mark.slow
@pytest.mark.parametrize("is_killed", [False, True])
def test_a_database_is_another_processs_until_that_ends_however_it_does(filled: Path, is_killed: bool) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _HOLDS_IT, f"sqlite:///{filled}"],
        cwd=ROOT,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "open\n"
        assert refusal(filled) == IN_USE
        if is_killed:
            other.kill()
        other.communicate(timeout=20)
    assert stored(filled) == 300


@pytest.mark.slow
def test_selon_run_says_in_a_line_that_its_database_is_locked(filled: Path) -> None:
    with closing(sqlite3.connect(filled, isolation_level=None)) as other:
        other.execute("BEGIN EXCLUSIVE")
        ended = selon_run(filled)
    assert ended.returncode == 1
    assert ended.stderr == f"The database {filled} {LOCKED}\n"


@pytest.mark.slow
def test_selon_run_says_in_a_line_that_a_newer_version_has_written_its_database(filled: Path) -> None:
    with closing(sqlite3.connect(filled)) as other, other:
        other.execute("UPDATE alembic_version SET version_num = '9999'")
    ended = selon_run(filled)
    assert ended.returncode == 1
    assert ended.stderr == (
        f"The database {filled} was written by a newer version of Selon (schema 9999): update Selon.\n"
    )


def selon_run(path: Path) -> subprocess.CompletedProcess[str]:
    """`selon run` on a database, which ends before it asks Telegram for anything."""
    return subprocess.run(
        [sys.executable, "-m", "bot", "run"],
        env={
            **{name: value for name, value in os.environ.items() if name in ("PATH", "HOME", "CACHE_DIR")},
            "PYTHONPATH": str(ROOT),
            "TELEGRAM_BOT_TOKEN": "123456:test-token-of-nobody",
            "TELEGRAM_API_URL": "http://127.0.0.1:9",
            "DATABASE_URL": f"sqlite:///{path}",
        },
        cwd=path.parent,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_a_database_of_another_program_is_left_alone(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="belongs to another program"), open_database(path):
        pass
    assert _tables(path) == {"recipes"}


def _tables(path: Path) -> set[str]:
    with closing(sqlite3.connect(path)) as connection:
        return {name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}


def test_a_reader_reads_while_a_bot_writes_and_changes_nothing(path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        asyncio.run(receive(store, [{"update_id": 7}]))
        with open_read_only(path) as connection:
            assert connection.execute(select(INBOX.c.update_id)).scalars().all() == [7]
            with pytest.raises(OperationalError, match="readonly"):
                connection.execute(delete(INBOX))
        asyncio.run(receive(store, [{"update_id": 8}]))


def test_a_reader_refuses_what_is_no_current_database_of_a_bot(path: Path, filled: Path) -> None:
    nowhere = path.with_name("nowhere.db")
    with pytest.raises(StoreError, match="is not there"), open_read_only(nowhere):
        pass
    assert not nowhere.exists()
    for revision, refusal in (("0001", "selon run"), ("9999", "newer version")):
        with closing(sqlite3.connect(filled)) as connection, connection:
            connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
        with pytest.raises(StoreError, match=refusal), open_read_only(filled):
            pass
    foreign = path.with_name("foreign.db")
    with closing(sqlite3.connect(foreign)) as connection, connection:
        connection.execute("CREATE TABLE theirs (x)")
    with pytest.raises(StoreError, match="another program"), open_read_only(foreign):
        pass
    foreign.write_text("no database, but long enough to be looked at as one " * 20)
    with pytest.raises(StoreError, match="no SQLite database"), open_read_only(foreign):
        pass
