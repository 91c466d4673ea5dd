"""An index of entries by the words and names in them, for what goes on from an answer."""

from __future__ import annotations

from collections.abc import Sequence

from bot.dialogue.facet import is_about
from bot.dialogue.referents import Referents
from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.library import Library
from knowledge.matcher import Candidate
from knowledge.model import Entry
from knowledge.text.languages import AnswerKind
from knowledge.text.memo import Memo
from knowledge.text.tokens import tokenizer

# Entries whose referents are kept.
_MOST_KEPT = 500
# Words of content of a short question.
_FEW_WORDS = 2


class EntryIndex:
    """An index of the entries of a library.

    Args:
        library: The articles.
    """

    def __init__(self, library: Library) -> None:
        self._library = library
        self._referents = Memo(self._new_referents, most=_MOST_KEPT)

    def entry(self, candidate: Candidate) -> Entry:
        """Return the entry of a candidate."""
        return self._library.entries[candidate.entry_id]

    def referents(self, entry: Entry, language: str) -> Referents:
        """Return the people and the matter of an entry, for questions in a language (ISO 639-1)."""
        return self._referents[entry.key, language]

    def explains(self, candidate: Candidate, words: Sequence[str], language: str) -> bool:
        """Tell whether an entry has at least one of some words, in any form."""
        return any(map(self.referents(self.entry(candidate), language).explains, words))

    def credits(self, candidate: Candidate, identifier: str) -> bool:
        """Tell whether a person says, or an outlet relays, what an entry tells."""
        return any(identifier in (one.speaker, one.via) for one in self.entry(candidate).statements)

    def credits_nobody(self, candidate: Candidate) -> bool:
        """Tell whether nobody speaks in a statement of an entry, and no outlet relays it."""
        return any(each.speaker is None and each.via is None for each in self.entry(candidate).statements)

    def shares_speakers(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether somebody who speaks in one entry speaks in another."""
        speakers = {each.speaker for each in context.statements} - {None}
        return bool(speakers & {each.speaker for each in self.entry(candidate).statements})

    def shares_evidence(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether an entry rests on a sentence that another rests on."""
        return bool(set(self.entry(candidate).evidence) & set(context.evidence))

    def gives_reasons(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether an entry gives reasons, for what somebody says who speaks in another."""
        entry = self.entry(candidate)
        is_reason = is_about(entry, self._library.article_of(entry), AnswerKind.REASON)
        return self.shares_speakers(candidate, context) and is_reason

    def is_elsewhere(self, candidate: Candidate, each: UtteranceReading, context: Entry) -> bool:
        """Tell whether an entry only seems to answer a short question that may go on from another.

        It has none of the question's words, and rests on no sentence of the other. The other has one of them, or the
        question asks for a time, a place or a reason which the entry does not tell.

        Args:
            candidate: The entry that is nearest to the question by itself.
            each: The question.
            context: The entry that was answered with before.
        """
        content, entry = each.content, self.entry(candidate)
        if not 0 < len(content) <= _FEW_WORDS or self.shares_evidence(candidate, context):
            return False
        if self.explains(candidate, content, each.language):
            return False
        article = self._library.article_of(entry)
        asked = tokenizer(each.language).answer_kinds(each.words) & {
            AnswerKind.TIME,
            AnswerKind.PLACE,
            AnswerKind.REASON,
        }
        is_told = all(is_about(entry, article, kind) for kind in asked)
        return not is_told or any(map(self.referents(context, each.language).explains, content))

    def _new_referents(self, key: tuple[str, str]) -> Referents:
        entry = self._library.entries[key[0]]
        article = self._library.article_of(entry)
        return Referents(entry, article, self._library.models[article.slug].lexicon, key[1])
