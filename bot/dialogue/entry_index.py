"""An index of entries by the words and names in them, for what goes on from an answer."""

from __future__ import annotations

import re
from collections.abc import Sequence

from bot.dialogue.facet import is_about, matter, tells_identity, tells_time
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
# What the setting of an event or of a statement is asked for with.
_SETTINGS = frozenset({AnswerKind.TIME, AnswerKind.PLACE})
# The share of the entries of an article from which on a word in them tells none from another.
_COMMON = 0.2
# A word with a capital behind another word, or a comma or an apostrophe.
_CAPITALISED = re.compile(r"(?<=[\w,’'] |\w[’'])[^\W\d_a-zа-яёіїєґ][\w-]*")
_HALF = 0.5
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
        self._proper_stems = Memo(self._new_proper_stems, most=_MOST_KEPT)

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

    def tells_identity(self, candidate: Candidate) -> bool:
        """Tell whether an entry tells who somebody is."""
        entry = self.entry(candidate)
        return tells_identity(entry, self._library.article_of(entry))

    def shares_speakers(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether somebody who speaks in one entry speaks in another."""
        speakers = {each.speaker for each in context.statements} - {None}
        return bool(speakers & {each.speaker for each in self.entry(candidate).statements})

    def shares_evidence(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether an entry rests on a sentence that another rests on."""
        return bool(set(self.entry(candidate).evidence) & set(context.evidence))

    def shares_matter(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether two entries are of one topic, or have a word of content in common in their answers."""
        entry = self.entry(candidate)
        article = self._library.article_of(context)
        return entry.topic == context.topic or bool(matter(entry, article) & matter(context, article))

    def has_notions_of(self, candidate: Candidate, text: str, language: str) -> bool:
        """Tell whether an entry has one of the notions in a text that fewer than half of the entries have.

        A text without such a notion asks for none.
        """
        entry = self.entry(candidate)
        entries = self._library.article_of(entry).entries[:_MOST_KEPT]
        referents = self.referents(entry, language)
        telling = {
            notion
            for notion in referents.notions_in(text)
            if sum(notion in self.referents(one, language).notions for one in entries) < _HALF * len(entries)
        }
        return not telling or not telling.isdisjoint(referents.notions)

    def gives_reasons(self, candidate: Candidate, context: Entry) -> bool:
        """Tell whether an entry gives reasons, for what somebody says who speaks in another."""
        entry = self.entry(candidate)
        is_reason = is_about(entry, self._library.article_of(entry), AnswerKind.REASON)
        return self.shares_speakers(candidate, context) and is_reason

    def is_elsewhere(self, candidate: Candidate, each: UtteranceReading, context: Entry) -> bool:
        """Tell whether an entry only seems to answer a short question that may go on from another.

        It does not tell the time or the place that is asked for, or others say it than "he" may be; or it has none
        of the question's words, and the other has one of them or it does not tell the reason that is asked for.
        Where no time or place is asked for, it rests on no sentence of the other.

        Args:
            candidate: The entry that is nearest to the question by itself.
            each: The question.
            context: The entry that was answered with before.
        """
        content, entry = each.content, self.entry(candidate)
        if not 0 < len(content) <= _FEW_WORDS or entry.key == context.key:
            return False
        asked = tokenizer(each.language).answer_kinds(each.words)
        is_beside = self.shares_evidence(candidate, context)
        untold = {kind for kind in asked & _SETTINGS if not self._tells(entry, kind)}
        # What happens to somebody in a place may be told in a word: "detained".
        told = [word for word in content if self.explains(candidate, [word], each.language)]
        is_particular = is_beside and any(self.is_rare(word, context, each.language) for word in told)
        if untold - ({AnswerKind.PLACE} if is_particular else set()):
            return True
        if asked & _SETTINGS and "person" in each.pronouns and self._is_of_others(entry, context, each.language):
            return True
        if told or (is_beside and not asked & _SETTINGS):
            return False
        is_told = AnswerKind.REASON not in asked or self._tells(entry, AnswerKind.REASON)
        return not is_told or any(map(self.referents(context, each.language).explains, content))

    def _is_of_others(self, entry: Entry, context: Entry, language: str) -> bool:
        """Tell whether people speak in an entry, and none of them is named in another."""
        speakers = {each.speaker for each in entry.statements} - {None}
        return bool(speakers) and speakers.isdisjoint(self.referents(context, language).identifiers)

    def is_rare(self, word: str, entry: Entry, language: str) -> bool:
        """Tell whether a word stands in few entries of the article of an entry, in any form."""
        entries = self._library.article_of(entry).entries[:_MOST_KEPT]
        return sum(self.referents(one, language).explains(word) for one in entries) < _COMMON * len(entries)

    def is_proper(self, word: str, entry: Entry, language: str) -> bool:
        """Tell whether the answers of the article of an entry have a word with a capital that begins no sentence."""
        [token] = tokenizer(language).tokens([word])
        return token.stem in self._proper_stems[entry.article, language]

    def _new_proper_stems(self, key: tuple[str, str]) -> frozenset[str]:
        article = self._library.by_slug[key[0]]
        reader = tokenizer(key[1])
        texts = (entry.answers[article.served_language(key[1])] for entry in article.entries)
        spelled = [word for text in texts for word in _CAPITALISED.findall(text)]
        return frozenset(token.stem for text in spelled for token in reader.tokens(reader.words(text)))

    def _tells(self, entry: Entry, kind: AnswerKind) -> bool:
        """Tell whether the answer of an entry gives a time, a place or a reason."""
        article = self._library.article_of(entry)
        if is_about(entry, article, kind):
            return True
        if kind is AnswerKind.TIME:
            return tells_time(entry, article)
        return kind is AnswerKind.PLACE and any(each.venue for each in entry.statements)

    def _new_referents(self, key: tuple[str, str]) -> Referents:
        entry = self._library.entries[key[0]]
        article = self._library.article_of(entry)
        return Referents(entry, article, self._library.models[article.slug].lexicon, key[1])
