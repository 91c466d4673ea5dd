"""The asker of a miss, for the day: a keyed digest, so that one person adds so many at most."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the digest."""
    op.add_column("misses", sa.Column("asker", sa.LargeBinary))
    op.create_index("misses_by_asker", "misses", ["asker", "day"])
