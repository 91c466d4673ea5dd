"""Opening the database: private, locked, checked, migrated."""

from __future__ import annotations

import errno
import re
import sqlite3
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL
from sqlalchemy.exc import DatabaseError
from sqlalchemy.pool import StaticPool

from bot.errors import SettingsError
from bot.store.errors import (
    DAMAGED,
    IN_USE,
    NO_DATABASE,
    NO_FILE,
    READ_ONLY,
    UNOPENABLE,
    ForeignDatabase,
    NewerSchema,
    OlderSchema,
    StoreError,
    UnusableDatabase,
    problem_of,
)
from bot.store.integrity import is_sound
from bot.store.lock import DatabaseInUse, lock_database
from bot.store.permissions import irregular_path, make_file, restrict_permissions
from bot.store.schema import NEWEST, Schema, check_schema, migrate, own_tables

_SQLITE = "sqlite:///"
_CONTROL = re.compile(r"[\x00-\x1f\x7f]")
BUSY_SECONDS = 5.0
"""Patience with a database that another program has locked."""
_PAGE = 4096
# FULL waits for the disk at each commit: what is committed survives a power failure, not only a crash.
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", "secure_delete=ON", "foreign_keys=ON", "journal_size_limit=1048576")


def sqlite_path(url: str) -> Path:
    """Return the file that a URL names.

    Raises:
        SettingsError: It is no `sqlite:///PATH`.
    """
    path = url.removeprefix(_SQLITE)
    if _CONTROL.search(path):
        raise SettingsError("DATABASE_URL", "holds a control character: remove it.")
    try:
        file = Path(path).expanduser()
    except RuntimeError as error:
        raise SettingsError("DATABASE_URL", f"names a home that is not known ({path}).") from error
    if path in (url, ":memory:") or not file.name:
        raise SettingsError("DATABASE_URL", f"has to be {_SQLITE}PATH.")
    return file


@contextmanager
def open_database(path: Path, *, busy_seconds: float = BUSY_SECONDS, schema: Schema = NEWEST) -> Iterator[Connection]:
    """Open a connection to the newest schema, which no other bot has; the file is made if it is not there.

    Args:
        path: The file.
        busy_seconds: Seconds to wait, at each statement, for another program that has locked it.
        schema: The one that it is brought to.

    Raises:
        StoreError: The file cannot be used, with the reason; nothing in it is changed.
    """
    with _locked(path) as file:
        engine = _engine(file, busy_seconds)
        try:
            with explained_errors(path):
                connection = engine.connect()
                _check(connection, path)
                # Before anything is written, be it to a log that SQLite makes with the database's rights.
                restrict_permissions(file)
                _set_up(connection)
                migrate(connection, schema)
                with connection.begin():
                    # On a file that may only be read, a transaction begins without complaint: this writes.
                    connection.exec_driver_sql("PRAGMA user_version = 0")
            yield connection
        finally:
            engine.dispose()


@contextmanager
def open_read_only(path: Path) -> Iterator[Connection]:
    """Open a connection that only reads, also while a bot uses the database.

    Raises:
        StoreError: There is no such file, it is not of this version, or it is damaged.
    """
    require_database(path)
    _refuse_irregular(path, path.resolve())
    address = URL.create("sqlite+pysqlite", database=f"file:{quote(str(path))}", query={"mode": "ro", "uri": "true"})
    engine = create_engine(address, poolclass=StaticPool, connect_args={"timeout": BUSY_SECONDS})
    try:
        with explained_errors(path):
            connection = engine.connect()
            _check(connection, path)
            check_schema(connection)
            yield connection
    finally:
        engine.dispose()


def require_database(path: Path) -> None:
    """Require a database that a bot has made.

    Raises:
        StoreError: There is no such file, or it cannot be looked for.
    """
    try:
        is_there = path.is_file()
    except OSError as error:
        raise UnusableDatabase(str(path), _refusal(path, error)) from error
    if not is_there:
        raise UnusableDatabase(str(path), "is not there: set DATABASE_URL to the bot's database.")


def checkpoint(connection: Connection) -> None:
    """Empty the write-ahead log, where deleted text would stay until it is overwritten."""
    _driver(connection).execute("PRAGMA wal_checkpoint(TRUNCATE)").close()


@contextmanager
def explained_errors(path: Path) -> Iterator[None]:
    """Raise errors of SQLite and of the schema as sentences while the block lasts.

    Raises:
        StoreError: The database cannot be used.
    """
    try:
        yield
    except ForeignDatabase as error:
        raise UnusableDatabase(str(path), str(error)) from error
    except (NewerSchema, OlderSchema) as error:
        raise StoreError(str(path), str(error)) from error
    except (DatabaseError, sqlite3.DatabaseError) as error:
        problem = problem_of(str(getattr(error, "orig", error)))
        if problem == NO_DATABASE and path.stat().st_size % _PAGE == 0:
            # Whole pages, as nothing else has them but by chance: it was one.
            problem = DAMAGED.problem
        unusable = problem in (UNOPENABLE, READ_ONLY, NO_DATABASE)
        raise (UnusableDatabase if unusable else StoreError)(str(path), problem) from error


@contextmanager
def _locked(path: Path) -> Iterator[Path]:
    """Lock the file that a path leads to while the block lasts; it is made if it is not there."""
    with ExitStack() as held:
        try:
            file = path.resolve()
            _refuse_irregular(path, file)
            make_file(file)
            held.enter_context(lock_database(file))
        except DatabaseInUse:
            raise StoreError(str(path), IN_USE) from None
        except (OSError, RuntimeError) as error:
            # A link that leads to itself is a RuntimeError.
            raise UnusableDatabase(str(path), _refusal(path, error)) from error
        yield file


def _refuse_irregular(path: Path, file: Path) -> None:
    odd = irregular_path(file)
    if odd == file:
        raise UnusableDatabase(str(path), UNOPENABLE if file.is_dir() else NO_FILE)
    if odd is not None:
        raise UnusableDatabase(str(path), f"cannot be opened: {odd} is no regular file; remove it.")


def _refusal(path: Path, error: OSError | RuntimeError) -> str:
    if isinstance(error, IsADirectoryError):
        return UNOPENABLE
    if isinstance(error, OSError) and error.errno in (errno.EACCES, errno.EPERM, errno.EROFS) and _is_there(path):
        return READ_ONLY if _is_readable(path) else UNOPENABLE
    return f"cannot be opened ({getattr(error, 'strerror', None) or error}): check DATABASE_URL."


def _is_there(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _is_readable(path: Path) -> bool:
    try:
        path.open("rb").close()
    except OSError:
        return False
    return True


def _check(connection: Connection, path: Path) -> None:
    """Check that a database is a bot's and not damaged, and change nothing.

    Raises:
        ForeignDatabase: It is another program's.
        StoreError: It is damaged.
    """
    with connection.begin():
        own_tables(connection)
    if not is_sound(_driver(connection)):
        raise StoreError(str(path), DAMAGED.problem)


def _set_up(connection: Connection) -> None:
    for pragma in _PRAGMAS:
        _driver(connection).execute(f"PRAGMA {pragma}").close()


def _driver(connection: Connection) -> sqlite3.Connection:
    driver = connection.connection.driver_connection
    assert isinstance(driver, sqlite3.Connection)
    return driver


def _engine(file: Path, busy_seconds: float) -> Engine:
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(file)),
        poolclass=StaticPool,
        connect_args={"timeout": busy_seconds, "check_same_thread": False, "isolation_level": None},
    )

    # The driver's own transactions begin too late for a consistent read and leave out changes of the schema.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE")

    return engine
