"""The tables, as the newest migration leaves them. Times are whole seconds since 1970, in UTC."""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Index, Integer, LargeBinary, MetaData, Table, Text, false

SCHEMA = "0001"
"""The newest revision; `migrations/versions` leads to it from every earlier one."""

METADATA = MetaData()

INBOX = Table(
    "inbox",
    METADATA,
    Column("update_id", BigInteger, primary_key=True, autoincrement=False),
    Column("state", Text, nullable=False),
    Column("received_at", Integer, nullable=False),
    Column("changed_at", Integer, nullable=False),
    # The update as Telegram wrote it; none once it is handled.
    Column("body", Text),
    # Why it is quarantined.
    Column("error", Text),
    # Whether the administrators were told of a send that may or may not have arrived.
    Column("reported", Boolean, nullable=False, server_default=false()),
)
Index("inbox_by_state", INBOX.c.state, INBOX.c.received_at, INBOX.c.update_id)

REPLIES = Table(
    "replies",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    # None where the reply may or may not have arrived.
    Column("reply_id", BigInteger),
    # A keyed digest of what was asked.
    Column("asked", LargeBinary),
    Column("sent_at", Integer, nullable=False),
)
Index("replies_by_age", REPLIES.c.sent_at)

CHATS = Table(
    "chats",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    # Whether it was told that a question needs words.
    Column("told_without_words", Boolean, nullable=False, server_default=false()),
    # Since when it does not let the bot write.
    Column("closed_at", Integer),
)

KEYS = Table(
    "keys",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    Column("made_at", Integer, nullable=False),
)
"""Random keys, made when first needed."""
