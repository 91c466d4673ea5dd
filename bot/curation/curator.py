"""The curator's dialogue: what was asked in vain is shown, decided, taught, undone.

The same in a private chat and in a terminal: presses in, replies out.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from bot.callback_data import base36
from bot.dialogue.reply import (
    Curating,
    JudgeGroup,
    Reply,
    ReviewQueue,
    ReviewVariant,
    ReviewVerdict,
    TeachVariant,
    UndoAct,
)
from bot.dialogue.review import CountedWording, MissGroup, done_note, plain_note, queue_page, refusal_note, variant_page
from bot.printable import one_line
from bot.store.misses import Decision, Miss
from bot.store.store import Store
from bot.store.taught import TaughtVariant
from knowledge.grouping import AskedQuestion, Grouping
from knowledge.library import Library
from knowledge.matcher import Variant
from knowledge.teaching import Refusal, taught, teach, written
from knowledge.text.normalise import same_question

# As many as a page shows and a curator can look over.
_MOST_WORDINGS = 12
_NEAREST = 3
# As many as seven digits tell apart.
_TOKENS = 36**7
_DECISIONS = {
    ReviewVerdict.WANTED: Decision.WANTED,
    ReviewVerdict.OUT_OF_SCOPE: Decision.EXCLUDED,
    ReviewVerdict.SKIPPED: Decision.SKIPPED,
}


class Curator:
    """Reviews what was asked in vain.

    Args:
        store: Where misses and lessons are.
        library: The articles as their files have them.

    Attributes:
        library: The articles with all that was taught; another one after each lesson.
    """

    def __init__(self, store: Store, library: Library) -> None:
        self.library = library
        self._written = library
        self._store = store
        self._deciding = asyncio.Lock()
        self._grouping = Grouping(library.lexicon)
        self._grouped: list[list[Miss]] = []
        self._grouped_from: list[Miss] = []

    async def recall(self) -> None:
        """Takes in what was taught before, and forgets what the files have got since."""
        lessons = await self._store.taught.all()
        in_files = set(written(self._written, [_variant(lesson) for lesson in lessons]))
        if in_files:
            await self._store.taught.forget([lesson for lesson in lessons if _variant(lesson) in in_files])
        self.library = await asyncio.to_thread(_learnt, self._written, lessons)

    async def act(self, action: Curating, language: str) -> Reply:
        """What a press comes to.

        Args:
            action: What was pressed.
            language: Of the reply.

        Raises:
            StoreUnavailable: It could not be put down; nothing has changed then.
        """
        async with self._deciding:
            match action:
                case ReviewQueue():
                    return await self._queue(language)
                case ReviewVariant(token, entry_id):
                    group = await self._group(token)
                    if group is None or entry_id not in self.library.entries:
                        return await self._changed(language)
                    return variant_page(group[0], entry_id, self.library, language)
                case TeachVariant(token, entry_id):
                    return await self._decide(token, Decision.TAUGHT, entry_id, language)
                case JudgeGroup(token, verdict):
                    return await self._decide(token, _DECISIONS[verdict], None, language)
                case UndoAct(act):
                    return await self._undo(act, language)

    async def _decide(self, token: str, decision: Decision, entry_id: str | None, language: str) -> Reply:
        found = await self._group(token)
        if found is None or (entry_id is not None and entry_id not in self.library.entries):
            return await self._changed(language)
        group, misses = found
        library, lessons = self.library, list[TaughtVariant]()
        if decision in (Decision.TAUGHT, Decision.EXCLUDED):
            # Misses of an earlier version may hold what commands a terminal.
            variants = [Variant(entry_id, group.language, one_line(wording.text)) for wording in group.wordings]
            learnt = await asyncio.to_thread(teach, self.library, variants)
            if isinstance(learnt, Refusal):
                return await self._queue(language, refusal_note(learnt, self.library, language))
            library = learnt
            article = self._article(entry_id or next(iter(group.nearest), None))
            lessons = [TaughtVariant(article, entry_id, group.language, variant.text) for variant in variants]
        misses = [*misses, *await self._asked_since(misses)]
        act = await self._store.curation.decide([miss.id for miss in misses], decision, lessons)
        if act is None:
            return await self._changed(language)
        self.library = library
        question = group.wordings[0].text if entry_id is None else self.library.title(entry_id, language)
        note = done_note(decision, len(group.wordings), question, act, language)
        return await self._queue(language, note)

    async def _asked_since(self, misses: Sequence[Miss]) -> list[Miss]:
        """The misses of the same wordings that have come meanwhile."""
        wordings = {(miss.language, same_question(miss.text)) for miss in misses}
        later = await self._store.misses.open(after=max(miss.id for miss in misses))
        return [miss for miss in later if (miss.language, same_question(miss.text)) in wordings]

    async def _undo(self, act: int, language: str) -> Reply:
        if not await self._store.curation.undo(act):
            return await self._queue(language, plain_note("review-not-undone", language))
        await self.recall()
        return await self._queue(language, plain_note("review-undone", language))

    async def _queue(self, language: str, note: Reply | None = None) -> Reply:
        waiting = await self._groups()
        group = await asyncio.to_thread(self._shown, waiting[0]) if waiting else None
        return queue_page(group, len(waiting), self.library, language, note)

    async def _changed(self, language: str) -> Reply:
        """What is shown where a group is not as it was any more."""
        return await self._queue(language, plain_note("review-changed", language))

    async def _group(self, token: str) -> tuple[MissGroup, list[Miss]] | None:
        """The group of a token with its misses; None if other wordings are together than were shown."""
        oldest = int(token.partition("-")[0], 36)
        for misses in await self._groups():
            if any(miss.id == oldest for miss in misses):
                group = await asyncio.to_thread(self._shown, misses)
                shown = [miss for some in _wordings(misses)[:_MOST_WORDINGS] for miss in some]
                return (group, shown) if group.token == token else None
        return None

    async def _groups(self) -> list[list[Miss]]:
        """The open misses that are alike, the most asked first."""
        misses = await self._store.misses.open()
        if misses != self._grouped_from:
            self._grouped = await asyncio.to_thread(self._together, misses)
            self._grouped_from = misses
        return self._grouped

    def _together(self, misses: Sequence[Miss]) -> list[list[Miss]]:
        found = self._grouping.groups([AskedQuestion(miss.language, miss.text) for miss in misses])
        return [[misses[position] for position in group.positions] for group in found]

    def _shown(self, misses: Sequence[Miss]) -> MissGroup:
        wordings = _wordings(misses)
        shown = wordings[:_MOST_WORDINGS]
        every = [miss for some in shown for miss in some]
        return MissGroup(
            _token(shown),
            every[0].language,
            tuple(CountedWording(some[0].text, len(some)) for some in shown),
            len(wordings) - len(shown),
            Counter(miss.why.value for miss in every),
            min(miss.day for miss in every),
            max(miss.day for miss in every),
            self._nearest([some[0].text for some in shown]),
        )

    def _nearest(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The entries that come nearest to any of some questions, the nearest first."""
        best: dict[str, float] = {}
        for text in texts:
            for candidate in self.library.matcher.match(text, candidates=_NEAREST).candidates:
                best[candidate.entry_id] = max(candidate.score, best.get(candidate.entry_id, 0.0))
        return tuple(sorted(best, key=lambda entry_id: -best[entry_id])[:_NEAREST])

    def _article(self, entry_id: str | None) -> str:
        """The article that a lesson belongs to."""
        if entry_id is None:
            return self.library.articles[0].slug
        return self.library.entries[entry_id].article


def takes_long(action: Curating) -> bool:
    """Whether a press teaches something, which takes seconds."""
    match action:
        case TeachVariant() | JudgeGroup(verdict=ReviewVerdict.OUT_OF_SCOPE):
            return True
    return False


def _learnt(library: Library, lessons: Sequence[TaughtVariant]) -> Library:
    """The library with some lessons, ready to answer but for what can be restored quickly."""
    learnt = taught(library, [_variant(lesson) for lesson in lessons])
    learnt.matcher.warm_up(restore=False)
    return learnt


def _variant(lesson: TaughtVariant) -> Variant:
    return Variant(lesson.entry_id, lesson.language, lesson.text)


def _wordings(misses: Sequence[Miss]) -> list[list[Miss]]:
    """Misses of one wording together, the most asked first, then the oldest."""
    found: dict[str, list[Miss]] = {}
    for miss in misses:
        found.setdefault(same_question(miss.text), []).append(miss)
    return sorted(found.values(), key=lambda some: (-len(some), some[0].id))


def _token(shown: Sequence[Sequence[Miss]]) -> str:
    """The name of what is shown: that of its oldest miss and its wordings, however often each is asked again."""
    wordings = "\n".join(sorted(same_question(some[0].text) for some in shown))
    digest = int.from_bytes(blake2b(wordings.encode()).digest()[:8]) % _TOKENS
    return f"{base36(min(miss.id for some in shown for miss in some))}-{base36(digest)}"
