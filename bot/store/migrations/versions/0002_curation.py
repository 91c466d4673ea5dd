"""Settings of groups and the answers posted there, votes, misses, taught variants, counts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add the settings of a chat, and the tables that curators work with."""
    op.add_column("chats", sa.Column("language", sa.Text))
    op.add_column("chats", sa.Column("ambient", sa.Boolean))
    op.add_column("chats", sa.Column("repeat_seconds", sa.Integer))
    op.add_column("chats", sa.Column("moved_to", sa.BigInteger))
    op.create_table(
        "posted",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("thread_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("entry_id", sa.Text, primary_key=True),
        sa.Column("language", sa.Text, primary_key=True),
        sa.Column("message_id", sa.BigInteger, nullable=False),
        sa.Column("sent_at", sa.Integer, nullable=False),
    )
    op.create_index("posted_by_age", "posted", ["sent_at"])
    op.create_table(
        "votes",
        sa.Column("voter", sa.LargeBinary, primary_key=True),
        sa.Column("answer", sa.LargeBinary, primary_key=True),
        sa.Column("entry_id", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("up", sa.Boolean, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
    )
    op.create_index("votes_by_age", "votes", ["day"])
    op.create_table(
        "misses",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("surface", sa.Text, nullable=False),
        sa.Column("outcome", sa.Text, nullable=False),
        sa.Column("entry_id", sa.Text),
        sa.Column("score", sa.Float),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("answer", sa.LargeBinary, unique=True),
        sa.Column("decision", sa.Text),
        sa.Column("act", sa.Integer),
        sqlite_autoincrement=True,
    )
    op.create_index("misses_by_age", "misses", ["day"])
    op.create_table(
        "taught",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("entry_id", sa.Text),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("act", sa.Integer, nullable=False),
    )
    op.create_table(
        "counts",
        sa.Column("day", sa.Text, primary_key=True),
        sa.Column("surface", sa.Text, primary_key=True),
        sa.Column("language", sa.Text, primary_key=True),
        sa.Column("outcome", sa.Text, primary_key=True),
        sa.Column("entry_id", sa.Text, primary_key=True),
        sa.Column("number", sa.Integer, nullable=False),
    )
