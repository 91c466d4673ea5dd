"""The order of the updates of a chat, and the times at which they were made."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_CHAT = """coalesce(
    json_extract(body, '$.message.chat.id'),
    json_extract(body, '$.edited_message.chat.id'),
    json_extract(body, '$.callback_query.message.chat.id'),
    json_extract(body, '$.callback_query.from.id'),
    json_extract(body, '$.inline_query.from.id'),
    json_extract(body, '$.guest_message.chat.id'),
    json_extract(body, '$.my_chat_member.chat.id')
)"""


def upgrade() -> None:
    """Add both columns; for updates that wait already, both are read off the update."""
    op.add_column("inbox", sa.Column("chat_id", sa.BigInteger, nullable=False, server_default="0"))
    op.add_column("inbox", sa.Column("sent_at", sa.Integer, nullable=False, server_default="0"))
    op.execute("UPDATE inbox SET sent_at = received_at")
    op.execute(
        f"UPDATE inbox SET chat_id = {_CHAT} WHERE state = 'new' AND json_valid(body) AND typeof({_CHAT}) = 'integer'"  # noqa: S608
    )
    op.create_index(
        "inbox_waiting",
        "inbox",
        ["chat_id", "received_at", "update_id"],
        sqlite_where=sa.text("state = 'new'"),
    )
