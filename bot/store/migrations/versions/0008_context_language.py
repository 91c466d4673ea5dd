"""The language of the answers that conversations go on from."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add the column."""
    op.add_column("contexts", sa.Column("language", sa.Text))
