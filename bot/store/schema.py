"""Migration of a database to the newest schema."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, table
from sqlalchemy import column as named

from bot.store.errors import ForeignDatabase, NewerSchema, OlderSchema
from bot.store.tables import METADATA, SCHEMA

_VERSION = table("alembic_version", named("version_num"))


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema and the way to it.

    Attributes:
        revision: The number of its newest migration, as `0008`.
        migrations: The folder of Alembic's environment, with all migrations up to that.
    """

    revision: str = SCHEMA
    migrations: Path = Path(__file__).parent / "migrations"


NEWEST = Schema()
"""The schema of this version of Selon."""


def migrate(connection: Connection, schema: Schema = NEWEST) -> None:
    """Make the tables of a new database, or bring those of an older one up to date.

    Alembic is loaded only for the latter: a database that is new or current needs none of it.

    Raises:
        NewerSchema: A later version of Selon has written it.
        ForeignDatabase: Another program has.
    """
    with connection.begin():
        if not own_tables(connection):
            METADATA.create_all(connection)
            connection.exec_driver_sql("CREATE TABLE alembic_version (version_num VARCHAR(32) NOT NULL PRIMARY KEY)")
            connection.execute(insert(_VERSION).values(version_num=schema.revision))
            return
        revision = connection.execute(select(_VERSION.c.version_num)).scalar()
    if revision != schema.revision:
        upgrade(connection, revision, schema=schema)


def own_tables(connection: Connection) -> list[str]:
    """Return the names of the tables that there are, none in a new database.

    Raises:
        ForeignDatabase: Another program has made them.
    """
    found = inspect(connection).get_table_names()
    if found and "alembic_version" not in found:
        raise ForeignDatabase
    return found


def check_schema(connection: Connection) -> None:
    """Make sure that a database is of the newest schema, and change nothing.

    Raises:
        ForeignDatabase: Another program has written it.
        OlderSchema: An earlier version of Selon has.
        NewerSchema: A later version has.
    """
    if not own_tables(connection):
        raise ForeignDatabase
    revision = connection.execute(select(_VERSION.c.version_num)).scalar()
    if revision != NEWEST.revision:
        raise (
            OlderSchema
            if revision in {path.name[:4] for path in (NEWEST.migrations / "versions").glob("[0-9]*.py")}
            else NewerSchema(str(revision))
        )


def upgrade(connection: Connection, revision: str | None, target: str = "head", *, schema: Schema = NEWEST) -> None:
    """Run the migrations from a revision on.

    Raises:
        NewerSchema: The revision is unknown here.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(schema.migrations).replace("%", "%%"))
    config.attributes["connection"] = connection
    if revision is not None and revision not in {
        known.revision for known in ScriptDirectory.from_config(config).walk_revisions()
    }:
        raise NewerSchema(revision)
    command.upgrade(config, target)
