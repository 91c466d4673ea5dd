"""The entries that conversations go on from, and the time of a chat's hint that a question needs words."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the table, and a time in place of a mark; whoever had the mark is told again."""
    op.create_table(
        "contexts",
        sa.Column("chat_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("message_id", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("entry_id", sa.Text, nullable=False),
        sa.Column("answered_at", sa.Integer, nullable=False),
    )
    op.create_index("contexts_by_age", "contexts", ["answered_at"])
    op.add_column("chats", sa.Column("told_at", sa.Integer))
    op.drop_column("chats", "told_without_words")
