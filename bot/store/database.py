"""Opening the database: checked, locked, migrated."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import quote

from filelock import FileLock, Timeout
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from bot.errors import SettingsError
from bot.store.errors import ForeignDatabase, NewerSchema, OlderSchema, StoreError
from bot.store.schema import check_schema, migrate

_SQLITE = "sqlite:///"
_BUSY_SECONDS = 5
# FULL waits for the disk at each commit: what is committed survives a power failure, not only a crash.
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "journal_size_limit=1048576")


def sqlite_path(url: str) -> Path:
    """The file that a URL names.

    Raises:
        SettingsError: It is no `sqlite:///PATH`.
    """
    path = url.removeprefix(_SQLITE)
    try:
        file = Path(path).expanduser()
    except RuntimeError as error:
        raise SettingsError("DATABASE_URL", f"names a home that is not known ({path}).") from error
    if path in (url, ":memory:") or not file.name:
        raise SettingsError("DATABASE_URL", f"has to be {_SQLITE}PATH.")
    return file


@contextmanager
def opened(path: Path) -> Iterator[Connection]:
    """A connection to the newest schema, which no other bot has; the file is made if it is not there.

    Raises:
        StoreError: The file cannot be used, with the reason; nothing in it is changed.
    """
    with _locked(path):
        engine = _engine(path)
        try:
            try:
                connection = engine.connect()
                migrate(connection)
                with connection.begin():
                    # On a file that may only be read, a transaction begins without complaint: this writes.
                    connection.exec_driver_sql("PRAGMA user_version = 0")
            except (NewerSchema, ForeignDatabase) as error:
                raise StoreError(str(path), str(error)) from error
            except DatabaseError as error:
                raise unusable(path, error) from error
            yield connection
        finally:
            engine.dispose()


def unusable(path: Path, error: DatabaseError) -> StoreError:
    """A refusal of the database as a sentence that says what to do."""
    return StoreError(str(path), _sentence(str(error.orig)))


@contextmanager
def read_only(path: Path) -> Iterator[Connection]:
    """A connection that only reads, also while a bot uses the database.

    Raises:
        StoreError: There is no such file, or it is not of this version.
    """
    if not path.is_file():
        raise StoreError(str(path), "is not there: set DATABASE_URL to the bot's database.")
    address = URL.create("sqlite+pysqlite", database=f"file:{quote(str(path))}", query={"mode": "ro", "uri": "true"})
    engine = create_engine(address, poolclass=StaticPool, connect_args={"timeout": _BUSY_SECONDS})
    try:
        try:
            connection = engine.connect()
            check_schema(connection)
        except (NewerSchema, ForeignDatabase, OlderSchema) as error:
            raise StoreError(str(path), str(error)) from error
        except DatabaseError as error:
            raise unusable(path, error) from error
        yield connection
    finally:
        engine.dispose()


def tidy(connection: Connection) -> None:
    """Empties the write-ahead log, where deleted text would stay until it is overwritten."""
    driver = connection.connection.driver_connection
    if driver is not None:
        driver.execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


@contextmanager
def _locked(path: Path) -> Iterator[None]:
    """Keeps other bots away: SQLite itself would let them take turns."""
    try:
        # One file has one lock, whatever links lead to it.
        file = path.resolve()
        lock = FileLock(file.with_name(f"{file.name}.lock"), timeout=0)
        file.parent.mkdir(parents=True, exist_ok=True)
        lock.acquire()
    except Timeout:
        raise StoreError(
            str(path), "is used by another process: stop that first, or set another DATABASE_URL."
        ) from None
    except (OSError, RuntimeError) as error:
        # A link that leads to itself is a RuntimeError.
        reason = getattr(error, "strerror", None) or error
        raise StoreError(str(path), f"cannot be opened ({reason}): check DATABASE_URL.") from error
    try:
        yield
    finally:
        with contextlib.suppress(OSError):
            lock.release()


def _engine(path: Path) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        poolclass=StaticPool,
        connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False, "isolation_level": None},
    )

    @event.listens_for(engine, "connect")
    def _set_up(connection: Any, _: Any) -> None:
        for pragma in _PRAGMAS:
            connection.execute(f"PRAGMA {pragma}").close()

    # The driver's own transactions begin too late for a consistent read and leave out changes of the schema.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine


def _sentence(reason: str) -> str:
    for said, meant in (
        ("locked", "is locked by another program: close that first."),
        ("readonly", "is read-only: give the bot the right to write it, and its folder."),
        ("unable to open", "cannot be opened: check that the bot may write it, and its folder."),
        ("full", "cannot be written since the disk is full: make room."),
        ("disk I/O", "cannot be written (disk I/O error): check the disk and the room on it."),
        ("not a database", "is no SQLite database: set DATABASE_URL to another file."),
        ("malformed", "is damaged: restore a copy, or set DATABASE_URL to another file."),
    ):
        if said in reason:
            return meant
    return f"cannot be used ({reason})."
