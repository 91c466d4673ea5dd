"""Buttons pressed lately, and the guest queries that choices answer."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"


def upgrade() -> None:
    """Add both tables."""
    op.create_table(
        "taps",
        sa.Column("tap", sa.LargeBinary, primary_key=True),
        sa.Column("update_id", sa.BigInteger, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("tapped_at", sa.Integer, nullable=False),
    )
    op.create_index("taps_by_age", "taps", ["tapped_at"])
    op.create_table(
        "guests",
        sa.Column("message", sa.LargeBinary, primary_key=True),
        sa.Column("query_id", sa.Text, nullable=False),
        sa.Column("sent_at", sa.Integer, nullable=False),
    )
    op.create_index("guests_by_age", "guests", ["sent_at"])
