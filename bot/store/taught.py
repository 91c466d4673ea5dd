"""What curators have taught the matcher since the knowledge was written."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import Connection, delete, insert, select

from bot.store.days import today
from bot.store.tables import TAUGHT
from bot.store.writer import Writer


@dataclass(frozen=True, slots=True)
class Lesson:
    """A variant, or a question that nothing answers.

    Attributes:
        article: The slug of the article that it belongs to.
        entry_id: The entry that answers; None for a negative example.
        language: ISO 639-1 code.
        text: The question.
        id: In the store; 0 before it is there.
    """

    article: str
    entry_id: str | None
    language: str
    text: str
    id: int = 0


class Taught:
    """The lessons.

    Args:
        writer: Of the store.
    """

    def __init__(self, writer: Writer) -> None:
        self._writer = writer

    async def all(self) -> list[Lesson]:
        """All of them, in the order in which they were taught."""
        return await self._writer.run(lessons)

    async def add(self, some: list[Lesson]) -> list[int]:
        """Keeps some, and returns their ids."""
        rows = [
            {
                "article": each.article,
                "entry_id": each.entry_id,
                "language": each.language,
                "text": each.text,
                "day": today(),
            }
            for each in some
        ]

        def work(connection: Connection) -> list[int]:
            return [connection.scalars(insert(TAUGHT).returning(TAUGHT.c.id), row).one() for row in rows]

        return await self._writer.run(work)

    async def remove(self, ids: list[int]) -> None:
        """Forgets some."""
        await self._writer.run(lambda c: c.execute(delete(TAUGHT).where(TAUGHT.c.id.in_(ids))) and None)


def lessons(connection: Connection) -> list[Lesson]:
    """All lessons, in the order in which they were taught."""
    rows = connection.execute(select(TAUGHT).order_by(TAUGHT.c.id))
    return [Lesson(row.article, row.entry_id, row.language, row.text, row.id) for row in rows]
