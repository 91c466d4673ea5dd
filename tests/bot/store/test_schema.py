"""The migrations lead from every schema that ever was to the tables as they are, with all that was in them."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Boolean, Column, Connection, Float, Integer, LargeBinary, MetaData, insert, select
from states import receive, waiting

from bot.store.database import open_database
from bot.store.errors import StoreError
from bot.store.schema import NEWEST, Schema, migrate, upgrade
from bot.store.store import open_store
from bot.store.tables import METADATA, SCHEMA

Rows = dict[str, list[dict[str, Any]]]

_LATER = '''
"""A later schema: one more column, one more table."""

import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = "{down_revision}"


def upgrade() -> None:
    """Adds both."""
    op.add_column("chats", sa.Column("mood", sa.Text, server_default="calm"))
    op.create_table("moods", sa.Column("name", sa.Text))
    {last}
'''


def scripts() -> ScriptDirectory:
    """The migrations of Selon."""
    config = Config()
    config.set_main_option("script_location", str(NEWEST.migrations))
    return ScriptDirectory.from_config(config)


REVISIONS = [script.revision for script in scripts().walk_revisions()][::-1]


def plausible(column: Column[Any]) -> object:
    """Some value of a column's type."""
    if isinstance(column.type, Boolean):
        return True
    if isinstance(column.type, Integer | Float):
        return 7
    return b"\x00seven" if isinstance(column.type, LargeBinary) else "sept — сім"


def tables(connection: Connection) -> MetaData:
    """The tables as they are, without Alembic's own."""
    found = MetaData()
    found.reflect(connection, only=lambda name, _: name != "alembic_version")
    return found


def content(connection: Connection) -> Rows:
    """The rows of every table."""
    with connection.begin():
        return {
            table.name: [dict(row) for row in connection.execute(select(table)).mappings()]
            for table in tables(connection).sorted_tables
        }


def fill(connection: Connection) -> None:
    """Put a row into every table."""
    with connection.begin():
        for table in tables(connection).sorted_tables:
            connection.execute(insert(table).values({column.name: plausible(column) for column in table.columns}))


def revision(connection: Connection) -> str:
    """The schema that a database says it has."""
    with connection.begin():
        return str(connection.exec_driver_sql("SELECT version_num FROM alembic_version").scalar_one())


def layout(connection: Connection) -> dict[str, Any]:
    """Return the columns and keys of every table, and the columns of every index in order, as SQLite tells them."""

    def told(pragma: str, name: str, since: int) -> list[tuple[Any, ...]]:
        # A column that was added later stands last, where a new table may have it in between.
        return sorted(tuple(row)[since:] for row in connection.exec_driver_sql(f"PRAGMA {pragma}('{name}')"))

    with connection.begin():
        names = connection.exec_driver_sql("SELECT name FROM sqlite_master").scalars().all()
        return {
            name: [told("table_info", name, 1), told("index_list", name, 1), told("index_info", name, 0)]
            for name in names
        }


@pytest.fixture
def plain(tmp_path: Path) -> Iterator[Connection]:
    """Yield a connection as the bot makes it, to a database with nothing in it."""
    with open_database(tmp_path / "plain.db") as connection:
        with connection.begin():
            METADATA.drop_all(connection)
            connection.exec_driver_sql("DROP TABLE alembic_version")
        yield connection


def later_schema(folder: Path, *, last: str = "") -> Schema:
    """Return the schema of a version with one more migration, which ends with a line of its own."""
    migrations = folder / "100% later"
    shutil.copytree(NEWEST.migrations, migrations, ignore=shutil.ignore_patterns("__pycache__"))
    (migrations / "versions" / "9999_later.py").write_text(_LATER.format(down_revision=SCHEMA, last=last))
    return Schema("9999", migrations)


def test_there_is_one_newest_migration_and_it_is_the_schema() -> None:
    assert scripts().get_heads() == [SCHEMA]


def test_the_migrations_lead_to_the_very_tables(plain: Connection, tmp_path: Path) -> None:
    upgrade(plain, None)
    with plain.begin():
        options = {"compare_type": True, "compare_server_default": True}
        assert compare_metadata(MigrationContext.configure(plain, opts=options), METADATA) == []
    with open_database(tmp_path / "made.db") as made:
        assert layout(plain) == layout(made)
        assert revision(plain) == revision(made) == SCHEMA


@pytest.mark.parametrize("old", REVISIONS)
async def test_a_database_of_every_earlier_schema_is_brought_up_to_date_with_its_data(
    plain: Connection, tmp_path: Path, old: str
) -> None:
    upgrade(plain, None, old)
    fill(plain)
    before = content(plain)
    assert before
    assert all(len(rows) == 1 for rows in before.values())
    migrate(plain)
    after = content(plain)
    assert revision(plain) == SCHEMA
    assert set(after) == set(METADATA.tables)
    for name in set(before) & set(after):
        assert len(after[name]) == 1
        kept = set(before[name][0]) & set(after[name][0])
        assert {column: after[name][0][column] for column in kept} == {c: before[name][0][c] for c in kept}
    with plain.begin():
        assert compare_metadata(MigrationContext.configure(plain), METADATA) == []


@pytest.mark.parametrize("old", REVISIONS)
def test_migrating_again_changes_nothing(plain: Connection, old: str) -> None:
    upgrade(plain, None, old)
    fill(plain)
    migrate(plain)
    before = content(plain), layout(plain)
    migrate(plain)
    assert (content(plain), layout(plain)) == before


async def test_the_next_version_of_selon_takes_over_what_this_one_has_written(path: Path, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{path}") as store:
        await receive(store, [{"update_id": 1}])
        await store.chats.close(7)
    with open_store(f"sqlite:///{path}", schema=later_schema(tmp_path)) as store:
        assert await waiting(store) == [{"update_id": 1}]
        assert set(await store.chats.closed_chats()) == {7}
        assert await store.writer.run(lambda c: c.exec_driver_sql("SELECT mood FROM chats").scalars().all()) == ["calm"]
        assert await store.writer.run(lambda c: c.exec_driver_sql("SELECT * FROM moods").all()) == []


async def test_a_migration_that_fails_half_way_leaves_the_database_as_it_was(path: Path, tmp_path: Path) -> None:
    with open_database(path) as connection:
        fill(connection)
        before = content(connection), layout(connection)
    later = later_schema(tmp_path, last='op.execute("INSERT INTO no_such_table VALUES (1)")')
    with pytest.raises(StoreError, match=r"selon\.db .*no_such_table"), open_database(path, schema=later):
        pass
    with open_database(path) as connection:
        assert (content(connection), layout(connection)) == before
        assert revision(connection) == SCHEMA


def test_a_newer_schema_is_refused_and_nothing_is_changed(path: Path) -> None:
    with open_database(path) as connection:
        fill(connection)
        with connection.begin():
            connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    before = path.read_bytes()
    with pytest.raises(StoreError) as caught, open_store(f"sqlite:///{path}"):
        pass
    assert str(caught.value) == (
        f"The database {path} was written by a newer version of Selon (schema 9999): update Selon."
    )
    assert caught.value.place == str(path)
    assert path.read_bytes() == before


def test_a_schema_that_only_the_next_version_knows_is_newer(path: Path, tmp_path: Path) -> None:
    with open_database(path, schema=later_schema(tmp_path)):
        pass
    with closing(sqlite3.connect(path)) as other:
        before = list(other.iterdump())
    with pytest.raises(StoreError, match=r"schema 9999"), open_database(path):
        pass
    with closing(sqlite3.connect(path)) as other:
        assert list(other.iterdump()) == before
