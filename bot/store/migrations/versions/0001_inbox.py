"""The inbox of updates, replies that edits find, chats, keys."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the first tables."""
    op.create_table(
        "inbox",
        sa.Column("update_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("received_at", sa.Integer, nullable=False),
        sa.Column("changed_at", sa.Integer, nullable=False),
        sa.Column("body", sa.Text),
        sa.Column("error", sa.Text),
        sa.Column("reported", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    op.create_index("inbox_by_state", "inbox", ["state", "received_at", "update_id"])
    op.create_table(
        "replies",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("reply_id", sa.BigInteger),
        sa.Column("asked", sa.LargeBinary),
        sa.Column("sent_at", sa.Integer, nullable=False),
    )
    op.create_index("replies_by_age", "replies", ["sent_at"])
    op.create_table(
        "chats",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("told_without_words", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("closed_at", sa.Integer),
    )
    op.create_table(
        "keys",
        sa.Column("name", sa.Text, primary_key=True),
        sa.Column("value", sa.LargeBinary, nullable=False),
        sa.Column("made_at", sa.Integer, nullable=False),
    )
