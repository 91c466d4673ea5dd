"""Sources: what is said "selon …" or "according to …"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from knowledge.drafting.cues import find_sources
from knowledge.drafting.languages import Frame
from knowledge.drafting.passage_reader import PassageReader
from knowledge.drafting.phrases import phrase_end, with_apposition
from knowledge.drafting.quoted_passage import PassageState
from knowledge.drafting.reference import Reference
from knowledge.drafting.relays import cited, relays
from knowledge.drafting.span import Span
from knowledge.drafting.words import Word

# Sources that say nothing: their numbers are the article's.
_DATA = frozenset(
    "sondage baromètre chiffres statistiques données rapport poll survey figures statistics data report".split()
)
# "selon des propos rapportés par …" names who passed on what somebody else has said.
_WORDS_OF_OTHERS = frozenset("propos paroles mots déclarations remarks".split())


class SourceReader(PassageReader):
    """A reader of statements with a preposition for a cue."""

    def _sources(self, state: PassageState) -> None:
        words, known = state.words, self._known
        for start, end, beside in find_sources(words, known):
            if end >= len(words) or words[end].quoted:
                continue
            gerund = words[start].lower in ("citant", "citing", "quoting")
            passed_on = {each.lower for each in words[end : end + 2]} & _WORDS_OF_OTHERS
            if gerund or passed_on or words[start].lower == "per":
                continue
            who_end = phrase_end(words, end, known)
            if who_end == end:
                continue
            who_end = self._whole_source(state, end, with_apposition(words, who_end, known))
            if any(each.lower in _DATA for each in words[end:who_end]):
                continue
            reference = self._references.resolve(state.index, end, who_end)
            if reference is None or (beside and not self._may_view(state, end, who_end)):
                continue
            opens = start == 0 or self._opens_clause(words, start)
            if opens:
                self._source_before(state, start, (end, who_end), reference, beside=beside)
            elif not beside and words[start - 1].text == ",":
                self._source_after(state, start, (end, who_end), reference)

    def _whole_source(self, state: PassageState, start: int, end: int) -> int:
        """The position after a source without a name: "two people familiar with the process"."""
        words = state.words
        if any(True for _ in self._entities.at(state.index, start, end)):
            return end
        while end < len(words) and words[end].is_word and not words[end].quoted:
            if words[end].lower in self._known.relatives or words[end].lower in self._known.auxiliaries:
                break
            end += 1
        return end

    def _may_view(self, state: PassageState, start: int, end: int) -> bool:
        reference = self._references.resolve(state.index, start, end)
        return reference is not None and (
            reference.entity.is_person is True or reference.entity.has_name or self._is_organisation(reference.entity)
        )

    def _opens_clause(self, words: Sequence[Word], start: int) -> bool:
        position = start - 1
        while position >= 0 and (
            words[position].lower
            in ("toujours", "mais", "et", "or", "but", "and", "however", "pourtant", "encore", "car")
        ):
            position -= 1
        return (
            position < 0
            or words[position].text in (".", ":", ";")
            or (words[position].text == "," and position < start - 1)
        )

    def _source_before(
        self, state: PassageState, start: int, who: tuple[int, int], reference: Reference, *, beside: bool
    ) -> None:
        words = state.words
        position = who[1]
        # Appositions, participles and relative clauses up to the comma before what is said.
        commas = [p for p in range(position, len(words)) if words[p].text == "," and not words[p].quoted]
        if position < len(words) and words[position].quoted:
            begin = position
        elif not commas:
            return
        else:
            begin = commas[0] + 1
            for number, comma in enumerate(commas[:-1]):
                following = words[comma + 1]
                apposed = (
                    following.lower in self._known.relatives
                    or following.lower
                    in (
                        "cité",
                        "citée",
                        "cités",
                        "citées",
                        "interrogé",
                        "interrogée",
                        "quoted",
                        "cited",
                        "citant",
                        "quoting",
                        "citing",
                        "who",
                        "joint",
                        "contacté",
                    )
                    or (following.is_capital and following.is_word and commas[number + 1] - comma <= 4)
                )
                if not apposed:
                    break
                begin = commas[number + 1] + 1
        content = self._content(state, begin, None)
        if content is None:
            return
        quotes = self._quotes_in(state, content)
        if beside and not quotes:
            return
        if any(cue.start >= begin and not cue.denied for cue in state.cues) and not quotes and beside:
            return
        relay = self._relay(state, start, begin, reference)
        cue_span = Span(words[start].start, words[who[0] - 1].end)
        citing = cited(words[:begin], who[1])
        quoted = self._source_cited(state, citing, begin) if citing is not None else None
        if quoted is not None:
            # "Selon AP, qui cite des témoins, …"
            relay = relay or self._citing_relay(reference)
            reference, who = quoted.reference, quoted.who or who
        self._finish(state, content, reference, who=who, cue=cue_span, relay=relay)

    def _source_after(self, state: PassageState, start: int, who: tuple[int, int], reference: Reference) -> None:
        words = state.words
        begin = 0
        covering = [each for each in state.found if each.sentence == state.passage.number]
        if covering:
            relay = next(relays(words, start, len(words), self._entities, state.index), None)
            if relay is not None:
                state.found[-1] = replace(state.found[-1], outlet=relay.name)
            return
        rest = words[who[1] : who[1] + 2]
        if rest and rest[0].text == "," and any(word.is_word for word in words[who[1] + 1 :]) and begin == 0:
            following = words[who[1] + 1].lower if who[1] + 1 < len(words) else ""
            if following not in self._known.relatives and following not in (
                "citant",
                "citing",
                "cité",
                "citée",
                "quoted",
            ):
                # "La ville, selon X, a …": what is said is interrupted.
                return
        active = [
            cue
            for cue in state.cues
            if cue.start < start and not cue.denied and not cue.dependent and cue.frames & Frame.THAT
        ]
        if active:
            return
        content = self._span_of(state, begin, start - 1)
        relay = self._relay(state, start, len(words), reference)
        if content is not None and len(content.of(self._text).split()) > 2:
            self._finish(
                state, content, reference, who=who, cue=Span(words[start].start, words[who[0] - 1].end), relay=relay
            )
