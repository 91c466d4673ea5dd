"""Migration of a database to the newest schema."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import Connection, insert, inspect, select, table
from sqlalchemy import column as named

from bot.store.errors import ForeignDatabase, NewerSchema, OlderSchema
from bot.store.tables import METADATA, SCHEMA

_VERSION = table("alembic_version", named("version_num"))
MIGRATIONS = Path(__file__).parent / "migrations"
_REVISIONS = MIGRATIONS / "versions"


def migrate(connection: Connection) -> None:
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
            connection.execute(insert(_VERSION).values(version_num=SCHEMA))
            return
        revision = connection.execute(select(_VERSION.c.version_num)).scalar()
    if revision != SCHEMA:
        upgrade(connection, revision)


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
    if revision != SCHEMA:
        raise (
            OlderSchema
            if revision in {path.name[:4] for path in _REVISIONS.glob("[0-9]*.py")}
            else NewerSchema(str(revision))
        )


def upgrade(connection: Connection, revision: str | None, target: str = "head") -> None:
    """Run the migrations from a revision on.

    Raises:
        NewerSchema: The revision is unknown here.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if revision is not None and revision not in {
        known.revision for known in ScriptDirectory.from_config(config).walk_revisions()
    }:
        raise NewerSchema(revision)
    command.upgrade(config, target)
