"""The curator's dialogue: misses are shown in groups and decided on, and decisions undone.

The same in a private chat and in a terminal: presses in, replies out.
"""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from hashlib import blake2b

from bot.dialogue.actions import Curating, JudgeGroup, ReviewQueue, ReviewVariant, ReviewVerdict, TeachVariant, UndoAct
from bot.dialogue.decision import Decision
from bot.dialogue.reply import Reply
from bot.dialogue.review import CountedWording, MissGroup, done_note, plain_note, queue_page, refusal_note, variant_page
from bot.field_codecs import base36
from bot.knowledge_base import KnowledgeBase
from bot.printable import one_line
from bot.store.misses import Miss
from bot.store.store import Store
from knowledge.article_variant import ArticleVariant
from knowledge.grouping import AskedQuestion, Grouping
from knowledge.teaching import Refusal
from knowledge.text.normalise import question_key

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
    """The review of the misses, one press after another.

    Args:
        store: Holds the misses.
        knowledge_base: Has the articles, and is taught.
    """

    def __init__(self, store: Store, knowledge_base: KnowledgeBase) -> None:
        # As the press that is handled sees them: the same from its group to its page.
        self._library = knowledge_base.current.library
        self._knowledge_base = knowledge_base
        self._store = store
        self._deciding = asyncio.Lock()
        self._articles = self._library.articles
        self._grouping = Grouping(self._library.lexicon)
        self._grouped: list[list[Miss]] = []
        self._grouped_from: list[Miss] = []

    async def prepare(self) -> None:
        """Group the misses that wait for review, in a thread, so that the first page is no slower than others."""
        async with self._deciding:
            await self._groups()

    async def act(self, action: Curating, language: str) -> Reply:
        """Return the reply to a press, once it is done.

        Args:
            action: Of the button that was pressed.
            language: Of the reply, as ISO 639-1 code.

        Raises:
            StoreUnavailable: It could not be put down; nothing has changed then.
        """
        await self._knowledge_base.is_ready.wait()
        async with self._deciding:
            self._library = self._knowledge_base.current.library
            match action:
                case ReviewQueue():
                    return await self._queue(language)
                case ReviewVariant(token, entry_key):
                    group = await self._group(token)
                    if group is None or entry_key not in self._library.entries:
                        return await self._changed(language)
                    return variant_page(group[0], entry_key, self._library, language)
                case TeachVariant(token, entry_key):
                    return await self._decide(token, Decision.TAUGHT, entry_key, language)
                case JudgeGroup(token, verdict):
                    return await self._decide(token, _DECISIONS[verdict], None, language)
                case UndoAct(act):
                    return await self._undo(act, language)

    async def _decide(self, token: str, decision: Decision, entry_key: str | None, language: str) -> Reply:
        found = await self._group(token)
        if found is None or (entry_key is not None and entry_key not in self._library.entries):
            return await self._changed(language)
        group, misses = found

        async def close(variants: Sequence[ArticleVariant] = ()) -> int | None:
            closed = [*misses, *await self._asked_since(misses)]
            return await self._store.curation.decide([miss.id for miss in closed], decision, variants)

        if decision in (Decision.TAUGHT, Decision.EXCLUDED):
            act = await self._knowledge_base.teach(self._variants(group, entry_key), close)
            self._library = self._knowledge_base.current.library
        else:
            act = await close()
        if isinstance(act, Refusal):
            return await self._queue(language, refusal_note(act, self._library, language))
        if act is None:
            return await self._changed(language)
        question = group.wordings[0].text if entry_key is None else self._library.title(entry_key, language)
        note = done_note(decision, len(group.wordings), question, act, language)
        return await self._queue(language, note)

    def _variants(self, group: MissGroup, entry_key: str | None) -> list[ArticleVariant]:
        """The wordings of a group as variants of an entry; as out-of-scope examples if it is None."""
        entry = self._library.entries[entry_key] if entry_key is not None else None
        slug = entry.article if entry is not None else self._article_of(group.nearest)
        # Misses of an earlier version may hold what commands a terminal.
        texts = [one_line(wording.text) for wording in group.wordings]
        return [ArticleVariant(slug, entry.id if entry else None, group.language, text) for text in texts]

    def _article_of(self, nearest: Sequence[str]) -> str:
        """The slug of the article whose scope a group is judged by: the nearest entry's, else the newest."""
        return self._library.entries[nearest[0]].article if nearest else self._library.newest_first[0].slug

    async def _asked_since(self, misses: Sequence[Miss]) -> list[Miss]:
        """Return the misses of the same wordings that came after the group was shown."""
        wordings = {(miss.language, question_key(miss.text)) for miss in misses}
        later = await self._store.misses.undecided(after=max(miss.id for miss in misses))
        return [miss for miss in later if (miss.language, question_key(miss.text)) in wordings]

    async def _undo(self, act: int, language: str) -> Reply:
        was_undone = await self._knowledge_base.undo(act)
        self._library = self._knowledge_base.current.library
        return await self._queue(language, plain_note("review-undone" if was_undone else "review-not-undone", language))

    async def _queue(self, language: str, note: Reply | None = None) -> Reply:
        waiting = await self._groups()
        group = await asyncio.to_thread(self._shown, waiting[0]) if waiting else None
        return queue_page(group, len(waiting), self._library, language, note)

    async def _changed(self, language: str) -> Reply:
        """Return the page for a press on a group that has changed since it was shown."""
        return await self._queue(language, plain_note("review-changed", language))

    async def _group(self, token: str) -> tuple[MissGroup, list[Miss]] | None:
        """Return the group of a token with its misses; None if its wordings are not those that were shown."""
        oldest = int(token.partition("-")[0], 36)
        for misses in await self._groups():
            if any(miss.id == oldest for miss in misses):
                group = await asyncio.to_thread(self._shown, misses)
                shown = [miss for some in _wordings(misses)[:_MOST_WORDINGS] for miss in some]
                return (group, shown) if group.token == token else None
        return None

    async def _groups(self) -> list[list[Miss]]:
        """The open misses that are alike, the most asked first."""
        misses = await self._store.misses.undecided()
        if self._articles is not self._library.articles:
            self._articles = self._library.articles
            self._grouping = await asyncio.to_thread(lambda library: Grouping(library.lexicon), self._library)
            self._grouped, self._grouped_from = [], []
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
        nearest = self._nearest([some[0].text for some in shown])
        return MissGroup(
            _token(shown, self._article_of(nearest)),
            every[0].language,
            tuple(CountedWording(some[0].text, len(some)) for some in shown),
            len(wordings) - len(shown),
            Counter(miss.reason for miss in every),
            min(miss.day for miss in every),
            max(miss.day for miss in every),
            nearest,
        )

    def _nearest(self, texts: Sequence[str]) -> tuple[str, ...]:
        """The entries that come nearest to any of some questions, the nearest first."""
        best: dict[str, float] = {}
        for text in texts:
            for candidate in self._library.match(text, candidates=_NEAREST).candidates:
                best[candidate.entry_id] = max(candidate.score, best.get(candidate.entry_id, 0.0))
        return tuple(sorted(best, key=lambda entry_key: -best[entry_key])[:_NEAREST])


def takes_long(action: Curating) -> bool:
    """Tell whether a press teaches variants, which takes seconds."""
    match action:
        case TeachVariant() | JudgeGroup(verdict=ReviewVerdict.OUT_OF_SCOPE):
            return True
    return False


def _wordings(misses: Sequence[Miss]) -> list[list[Miss]]:
    """Return the misses of each wording together, the most asked first, then the oldest."""
    found: dict[str, list[Miss]] = {}
    for miss in misses:
        found.setdefault(question_key(miss.text), []).append(miss)
    return sorted(found.values(), key=lambda some: (-len(some), some[0].id))


def _token(shown: Sequence[Sequence[Miss]], slug: str) -> str:
    """Return a name of the group shown, made of its oldest miss, its wordings and the article, not of their counts."""
    said = "\n".join([slug, *sorted(question_key(some[0].text) for some in shown)])
    digest = int.from_bytes(blake2b(said.encode()).digest()[:8]) % _TOKENS
    return f"{base36(min(miss.id for some in shown for miss in some))}-{base36(digest)}"
