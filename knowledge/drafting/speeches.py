"""Speeches: quotations with a cue behind, before or inside them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from knowledge.drafting.cues import Cue, find_cues
from knowledge.drafting.languages import Frame
from knowledge.drafting.passage_reader import PassageReader
from knowledge.drafting.phrases import begins_phrase, is_break, phrase_end, subject, with_apposition
from knowledge.drafting.quoted_passage import PassageState, Quoted, is_closed_at, is_dialogue
from knowledge.drafting.reference import Reference
from knowledge.drafting.relays import venue
from knowledge.drafting.span import Span, trimmed
from knowledge.drafting.words import Word
from knowledge.text.marks import ALL_MARKS

_SPACES = " \t\n\u00a0\u202f"

_FARTHEST = 14
_VERB_ENDINGS = ("é", "e", "t", "ée", "is", "u", "i")
_CLAUSE_MARKS = frozenset(".,!?:;")


@dataclass(frozen=True, slots=True)
class _SpeechCue:
    """A cue beside a quotation, by positions: where it starts and ends, who speaks, and where the rest begins."""

    start: int
    end: int
    who: tuple[int, int] | None
    tail: int


def _is_past(word: Word) -> bool:
    return word.lower.endswith("ed") and word.text[0].islower()


class SpeechReader(PassageReader):
    """A reader of direct speech."""

    def _goes_on(self, state: PassageState) -> bool:
        """Join a passage to the quotation that the passage before has left open."""
        if not (state.index and state.quotes and self._statements):
            return False
        before = self._page.passages[state.index - 1]
        first = state.quotes[0]
        if before.paragraph == state.passage.paragraph or not before.quotations:
            return False
        last = before.quotations[-1]
        lead = self._text[state.passage.span.start : first.span.start]
        if self._text[last.start - 1 : last.start] not in tuple(ALL_MARKS + _SPACES) or is_dialogue(
            self._text, last.start
        ):
            return False
        if lead.strip(_SPACES + ALL_MARKS) or is_closed_at(self._text, last.end, before.span.end):
            return False
        previous = self._statements[-1]
        if previous.content.end != last.end:
            return False
        self._statements[-1] = replace(
            previous, content=Span(previous.content.start, first.span.end), quotes=(*previous.quotes, first.span)
        )
        first.used = True
        rest = state.words[first.last :]
        return not any(word.is_word for word in rest)

    def _speeches(self, state: PassageState) -> None:
        for number, quoted in enumerate(state.quotes):
            if quoted.used or not self._leads(state, quoted) or self._split_inside(state, quoted):
                continue
            found = self._cue_after(state, quoted)
            if found is not None:
                self._speech(state, number, found)

    def _leads(self, state: PassageState, quoted: Quoted) -> bool:
        """Tell if a quotation begins a sentence or follows a colon, a dash or a full stop."""
        if quoted.first == 0:
            return True
        before = state.words[quoted.first - 1]
        return not before.is_word and before.text in ".!?…–—:-"

    def _cue_after(self, state: PassageState, quoted: Quoted) -> _SpeechCue | None:
        """The cue behind a quotation, with whoever speaks."""
        words, after = state.words, quoted.last
        while after < len(words) and words[after].text in (",", "-", "–", "—"):
            after += 1
        if after >= len(words):
            return None
        ended = self._text[quoted.span.end - 1] in ",!?…–—" or after > quoted.last
        for cue in state.cues:
            if cue.denied or cue.start < after or cue.start - after > _FARTHEST:
                continue
            if cue.start > after:
                return self._behind_subject(state, cue, after) if ended else None
            found = self._before_speaker(state, cue)
            if found is not None:
                return found
        return self._unknown_cue(state, after) if ended else None

    def _before_speaker(self, state: PassageState, cue: Cue) -> _SpeechCue | None:
        """A cue right behind a quotation, with the speaker behind it: « … », a dit Ann; « … », dit-elle."""
        if cue.inverted is None:
            who = self._who_after(state, cue.end)
            return _SpeechCue(cue.start, cue.end, who, who[1]) if who is not None else None
        if state.words[cue.inverted].lower == "on":
            who = self._behind_on(state.words, cue.end)
            return _SpeechCue(cue.start, cue.end, who, who[1]) if who is not None else None
        return _SpeechCue(cue.start, max(cue.end, cue.inverted + 1), (cue.inverted, cue.inverted + 1), cue.end)

    def _behind_subject(self, state: PassageState, cue: Cue, after: int) -> _SpeechCue | None:
        """A cue with the speaker between it and the quotation: “…,” Ann said."""
        words = state.words
        who = subject(words, after, cue.start, self._known)
        if who is None or who[0] > after + 1:
            return None
        if self._known.code == "fr" and phrase_end(words, after, self._known) < cue.start:
            return None
        clause = cue.end < len(words) and words[cue.end].lower in self._known.complementisers
        return None if clause else _SpeechCue(cue.start, cue.end, who, cue.end)

    def _unknown_cue(self, state: PassageState, after: int) -> _SpeechCue | None:
        """A verb that no table knows where only a cue can stand: behind a quotation, with somebody beside it."""
        if self._known.code == "fr":
            return self._unknown_french(state, after)
        return self._unknown_english(state, after) if self._known.code == "en" else None

    def _unknown_french(self, state: PassageState, after: int) -> _SpeechCue | None:
        words, known = state.words, self._known
        position = after
        while position < len(words) and (
            words[position].inverted
            or words[position].lower in known.clitics
            or words[position].lower in known.auxiliaries
        ):
            position += 1
        if position + 1 >= len(words):
            return None
        verb, following = words[position], words[position + 1]
        if following.inverted and verb.text[0].islower():
            return _SpeechCue(after, position + 2, (position + 1, position + 2), position + 2)
        if (
            verb.is_capital
            or not verb.lower.endswith(_VERB_ENDINGS)
            or verb.lower in known.articles
            or (verb.lower in known.prepositions)
        ):
            return None
        if position > after and words[position - 1].inverted:
            return _SpeechCue(after, position + 1, (position - 1, position), position + 1)
        who = self._who_after(state, position + 1)
        if who is not None and who[0] == position + 1 and self._is_somebody(state, who):
            return _SpeechCue(after, position + 1, who, who[1])
        return None

    def _unknown_english(self, state: PassageState, after: int) -> _SpeechCue | None:
        words, known = state.words, self._known
        if _is_past(words[after]):
            who = self._who_after(state, after + 1)
            if who is not None and self._is_somebody(state, who):
                return _SpeechCue(after, after + 1, who, who[1])
        if not begins_phrase(words, after, known):
            return None
        end = min(phrase_end(words, after, known), len(words) - 1)
        for position in range(after + 1, min(end + 3, len(words))):
            if _is_past(words[position]) and self._is_somebody(state, (after, position)):
                return _SpeechCue(position, position + 1, (after, position), position + 1)
        return None

    def _speech(self, state: PassageState, number: int, found: _SpeechCue) -> None:
        """Make statements of a quotation, and of its second half behind the cue."""
        words, who = state.words, found.who
        reference = self._references.resolve(state.index, *who) if who else None
        cue = Span(words[found.start].start, words[found.end - 1].end)
        end = len(words)
        halves = [state.quotes[number]]
        for other in state.quotes[number + 1 :]:
            joined = words[other.first - 1].text in (",", ":", "–", "—", ";")
            if joined and other.first >= found.tail and self._is_speech(other):
                halves.append(other)
                end = other.first
                break
        # A further clause with a cue of its own is another statement.
        for later in state.cues:
            if later.start >= found.tail and later.start > found.end:
                end = min(end, self._clause_start(words, found.tail, later))
        relay = self._relay(state, min(found.start, found.tail), end, reference)
        where = venue(words, max(found.tail, found.end), end, self._known)
        for each in halves:
            each.used = True
            self._add(state, each.span, (each.span,), reference, who=who, cue=cue, relay=relay, where=where)

    def _is_speech(self, quoted: Quoted) -> bool:
        return len(quoted.span.of(self._text).split()) > 1

    def _clause_start(self, words: Sequence[Word], start: int, cue: Cue) -> int:
        position = cue.start
        while position > start and not is_break(words[position - 1]):
            position -= 1
        return position

    def _split_inside(self, state: PassageState, quoted: Quoted) -> bool:
        """Split a quotation whose cue stands inside its marks: « A, a-t-il dit. B »."""
        if self._known.code != "fr" and not is_dialogue(self._text, quoted.span.start):
            return False
        inside = state.words[quoted.first : quoted.last]
        for cue in find_cues(inside, self._known, quoted=True):
            found = self._cue_inside(inside, cue)
            if found is None or found.who is None:
                continue
            who = (quoted.first + found.who[0], quoted.first + found.who[1])
            reference = self._references.resolve(state.index, *who)
            if reference is None:
                continue
            stop = found.tail
            while stop < len(inside) and inside[stop].text not in _CLAUSE_MARKS:
                stop += 1
            span = Span(inside[found.start].start, inside[found.end - 1].end)
            relay = self._relay(state, quoted.first + found.tail, quoted.first + stop, reference, quoted=True)
            quoted.used = True
            for part in self._parts_around(inside, quoted, found.start, stop):
                self._add(state, part, (part,), reference, who=who, cue=span, relay=relay)
            return True
        return False

    def _cue_inside(self, inside: Sequence[Word], cue: Cue) -> _SpeechCue | None:
        """A cue inside quotation marks, behind a comma or another mark; positions are those inside."""
        if cue.start == 0 or inside[cue.start - 1].text not in (",", "!", "?", "…"):
            return None
        if cue.inverted is not None:
            end = max(cue.end, cue.inverted + 1)
            return _SpeechCue(cue.start, end, (cue.inverted, cue.inverted + 1), end)
        if cue.dependent or cue.end >= len(inside) or not cue.frames & (Frame.THAT | Frame.BESIDE):
            return None
        bare = [word._replace(quoted=False) for word in inside]
        if not begins_phrase(bare, cue.end, self._known) or inside[cue.end].lower in ("il", "elle", "ce", "on"):
            return None
        end = with_apposition(bare, phrase_end(bare, cue.end, self._known), self._known)
        return _SpeechCue(cue.start, cue.end, (cue.end, end), end)

    def _parts_around(self, inside: Sequence[Word], quoted: Quoted, start: int, stop: int) -> Iterator[Span]:
        """The parts of a quotation before and behind a clause inside it that says who speaks."""
        mark = inside[start - 1]
        first = trimmed(self._text, quoted.span.start, mark.start if mark.text == "," else mark.end)
        if first.start < first.end:
            yield first
        if stop + 1 < len(inside):
            rest = trimmed(self._text, inside[stop].end, quoted.span.end)
            if any(char.isalnum() for char in rest.of(self._text)):
                yield rest

    def _as_said(self, state: PassageState) -> None:
        """Read "Comme le dit X, « … »", "As X puts it, “…”" and "In X's words, “…”"."""
        words, known = state.words, self._known
        if len(words) < 4 or words[0].lower not in ("comme", "as", "in"):
            return
        comma = next(
            (p for p in range(len(words) - 1) if words[p].text == "," and words[p + 1].quoted and not words[p].quoted),
            None,
        )
        if comma is None:
            return
        quoted = next((each for each in state.quotes if each.first == comma + 1 and not each.used), None)
        lowers = {each.lower for each in words[:comma]}
        speaks = any(each in known.verbs for each in lowers) or lowers & {"puts", "put"}
        if quoted is None or not (speaks or (words[0].lower == "in" and lowers & {"words"})):
            return
        for position in range(1, comma):
            if begins_phrase(words, position, known) and not (
                words[position].lower in known.clitics and words[position + 1].lower in known.verbs
            ):
                reference = self._references.resolve(state.index, position, phrase_end(words, position, known, comma))
                if words[0].lower == "in":
                    reference = next(
                        (Reference(each) for each, _ in self._entities.at(state.index, position, comma)), None
                    )
                if reference is not None:
                    quoted.used = True
                    self._add(
                        state,
                        quoted.span,
                        (quoted.span,),
                        reference,
                        who=(position, comma),
                        cue=Span(words[0].start, words[comma - 1].end),
                    )
                return
