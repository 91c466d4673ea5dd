"""The article that a chat talks of, and the articles that it is answered from."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add both columns."""
    op.add_column("chats", sa.Column("article", sa.Text))
    op.add_column("chats", sa.Column("articles", sa.Text))
