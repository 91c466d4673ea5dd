"""The tables, as the newest migration leaves them.

Times are whole seconds since 1970, days are written 2026-11-27, both in UTC.

Statements that run for many updates are constants of the modules beside this one: to make one costs several times what
it costs to run it.
"""

from __future__ import annotations

from sqlalchemy import BigInteger, Boolean, Column, Float, Index, Integer, LargeBinary, MetaData, Table, Text, false

SCHEMA = "0008"
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
    # What orders it: its chat, or else whoever sent it; 0 where neither is known.
    Column("chat_id", BigInteger, nullable=False, server_default="0"),
    # When it was made, by Telegram's clock.
    Column("sent_at", Integer, nullable=False, server_default="0"),
)
Index("inbox_by_state", INBOX.c.state, INBOX.c.received_at, INBOX.c.update_id)
Index(
    "inbox_waiting",
    INBOX.c.chat_id,
    INBOX.c.received_at,
    INBOX.c.update_id,
    sqlite_where=INBOX.c.state == "new",
)

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
    # Since when it does not let the bot write.
    Column("closed_at", Integer),
    # What it has settled; none for what is automatic, or the default.
    Column("language", Text),
    Column("ambient", Boolean),
    Column("repeat_seconds", Integer),
    # The slug of the article that it talks of.
    Column("article", Text),
    # The slugs of the articles that it is answered from, as a JSON array; none for all.
    Column("articles", Text),
    # The supergroup that it has become: nothing else is known of it then.
    Column("moved_to", BigInteger),
    # When it was last told that a question needs words.
    Column("told_at", Integer),
)

CONTEXTS = Table(
    "contexts",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    # Of the bot's message.
    Column("message_id", BigInteger, primary_key=True, autoincrement=False),
    # Empty for what was looked up in vain.
    Column("entry_id", Text, nullable=False),
    Column("answered_at", Integer, nullable=False),
    # Of the answer, as ISO 639-1 code; not known of answers before this column.
    Column("language", Text),
)
"""The entries that the bot's messages are about."""
Index("contexts_by_age", CONTEXTS.c.answered_at)

POSTED = Table(
    "posted",
    METADATA,
    Column("chat_id", BigInteger, primary_key=True, autoincrement=False),
    # 0 where there are no topics.
    Column("thread_id", BigInteger, primary_key=True, autoincrement=False),
    Column("entry_id", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("message_id", BigInteger, nullable=False),
    Column("sent_at", Integer, nullable=False),
)
"""The latest answer with each entry in each group."""
Index("posted_by_age", POSTED.c.sent_at)

TAPS = Table(
    "taps",
    METADATA,
    # A keyed digest of the button, of where it stands and, where that makes a difference, of who pressed it.
    Column("tap", LargeBinary, primary_key=True),
    Column("update_id", BigInteger, nullable=False),
    # When the message had last been edited: 0 for never.
    Column("version", BigInteger, nullable=False),
    Column("tapped_at", Integer, nullable=False),
)
"""Buttons that were pressed lately."""
Index("taps_by_age", TAPS.c.tapped_at)

GUESTS = Table(
    "guests",
    METADATA,
    # A keyed digest of the message.
    Column("message", LargeBinary, primary_key=True),
    Column("query_id", Text, nullable=False),
    Column("sent_at", Integer, nullable=False),
)
"""Choices that were offered in chats that the bot is not in."""
Index("guests_by_age", GUESTS.c.sent_at)

VOTES = Table(
    "votes",
    METADATA,
    # Keyed digests of who votes and of the message that is voted on.
    Column("voter", LargeBinary, primary_key=True),
    Column("answer", LargeBinary, primary_key=True),
    Column("entry_id", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("up", Boolean, nullable=False),
    Column("day", Text, nullable=False),
)
Index("votes_by_age", VOTES.c.day)

MISSES = Table(
    "misses",
    METADATA,
    Column("id", Integer, primary_key=True),
    # What was asked, with links, names and numbers of people taken out.
    Column("text", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("surface", Text, nullable=False),
    # abstain, rejected or down
    Column("outcome", Text, nullable=False),
    # The best candidate and its score; none where nothing was near.
    Column("entry_id", Text),
    Column("score", Float),
    Column("day", Text, nullable=False),
    # A keyed digest of the answer that was voted down, or of the choice that was rejected: each counts once.
    Column("answer", LargeBinary, unique=True),
    # What a curator made of it: taught, wanted, excluded or skipped; none while it is open.
    Column("decision", Text),
    # With what else that was decided, so that it can be undone.
    Column("act", Integer),
    # A keyed digest of who asked; none once the day is over.
    Column("asker", LargeBinary),
    # No id is given twice: buttons name misses.
    sqlite_autoincrement=True,
)
"""Questions that were asked in vain."""
Index("misses_by_age", MISSES.c.day)
Index("misses_by_asker", MISSES.c.asker, MISSES.c.day)

TAUGHT = Table(
    "taught",
    METADATA,
    Column("id", Integer, primary_key=True),
    Column("article", Text, nullable=False),
    # None for a question that nothing here answers.
    Column("entry_id", Text),
    Column("language", Text, nullable=False),
    Column("text", Text, nullable=False),
    Column("day", Text, nullable=False),
    # With what else it was taught.
    Column("act", Integer, nullable=False),
)
"""Variants that curators have taught the matcher since the knowledge was written."""

COUNTS = Table(
    "counts",
    METADATA,
    Column("day", Text, primary_key=True),
    Column("surface", Text, primary_key=True),
    Column("language", Text, primary_key=True),
    Column("outcome", Text, primary_key=True),
    # Empty where no entry was answered with.
    Column("entry_id", Text, primary_key=True),
    Column("number", Integer, nullable=False),
)
"""Numbers of questions by day and outcome."""

KEYS = Table(
    "keys",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", LargeBinary, nullable=False),
    Column("made_at", Integer, nullable=False),
)
"""Random keys, made when first needed."""
