"""Reports: what somebody is said to have said, in the words of the article."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.drafting.beginnings import BeginningReader
from knowledge.drafting.cues import Cue
from knowledge.drafting.languages import Frame
from knowledge.drafting.passage_reader import SpeakerMention
from knowledge.drafting.phrases import begins_phrase, phrase_end, segments, subject, with_apposition
from knowledge.drafting.quoted_passage import PassageState
from knowledge.drafting.reference import Reference
from knowledge.drafting.relays import Relay, cited, relays, venue
from knowledge.drafting.span import Span
from knowledge.drafting.words import Word

_FEWEST_WORDS = 3
_PARTICIPLE_ENDINGS = tuple("oint ointe oints ert erte é ée és ées ant u ue us ues is ise it ite ed ing".split())
_NEARBY_COLON = 25
_JOINING = frozenset(("et", "and", "puis", "but", "mais", ","))
# Nouns that stand for what others have said.
_SAYINGS = frozenset(
    """accusation accusations propos allégation allégations information informations rumeur rumeurs version critiques
    charge charges report reports claim claims allegation allegations rumour rumours rumor rumors accusation
    accusations verdict""".split()
)
_SUBORDINATING = frozenset("after because since until once lorsque quand puisque".split())
_ADVERBIAL = frozenset("asked speaking writing if when according in on".split())
# Verbs by which a part of a clause is no apposition.
_FINITE = frozenset(
    """est sont a ont sera seront était étaient va vont doit doivent peut avait aurait serait n' ne is are was were has
    have will would""".split()
)


class ReportReader(BeginningReader):
    """A reader of reported speech."""

    def _reports(self, state: PassageState) -> None:
        last: SpeakerMention | None = None
        self._closing(state)
        for number, cue in enumerate(state.cues):
            at = state.words[cue.verb].start
            if cue.denied or any(each.content.start <= at < each.content.end for each in state.found):
                continue
            taken = [each for each in state.found if each.cue is not None and each.cue.start <= at < each.cue.end]
            if taken:
                last = SpeakerMention(Reference(taken[0].entity), None) if taken[0].entity is not None else None
                continue
            last = self._report(state, number, cue, last) or last

    def _closing(self, state: PassageState) -> None:
        """Read a cue that ends a sentence before the cues inside it: "The envoys had rejected the plan, he said."."""
        if state.found or not state.cues or state.passage.is_heading:
            return
        cue = state.cues[-1]
        words = state.words
        if len(state.cues) < 2 or cue.denied or cue.dependent or not cue.frames & Frame.THAT or not cue.start:
            return
        if any(each.lower in self._known.complementisers for each in words[: cue.start] if not each.quoted):
            return
        pronoun = cue.inverted is not None or words[cue.start - 1].lower in self._known.pronouns
        begin = self._clause_begin(state, cue)
        after = self._follows_clause(state, cue, begin) if pronoun and begin == 0 else None
        if after is not None and not any(each.is_word for each in words[max(cue.end, after[1][1]) :]):
            self._report_after(state, cue, begin, after)

    def _report(self, state: PassageState, number: int, cue: Cue, last: SpeakerMention | None) -> SpeakerMention | None:
        """Make a statement of a cue and what follows or precedes it; return who speaks, if that can be told."""
        words = state.words
        begin = self._clause_begin(state, cue)
        after_clause = self._follows_clause(state, cue, begin)
        if after_clause is not None:
            return self._report_after(state, cue, begin, after_clause)
        said = self._speaker(state, cue, begin, last)
        if said is None or self._interrupts(state, cue, said):
            return said
        relative = cue.start > 0 and words[cue.start - 1].lower in self._known.relatives
        found = self._said(state, number, cue, relative=relative)
        if found is None:
            return said
        content_begin, content = found
        relay = self._relay(state, cue.start if cue.dependent else begin, content_begin, said.reference)
        if relay is None:
            relay = self._relay(state, self._position(words, content.end), len(words), said.reference, citing=True)
        cited = self._cited(state, cue)
        quoted_as = self._quoted_as(state, cue)
        if cited is not None:
            relay = relay or self._citing_relay(said.reference)
            said = cited
        elif quoted_as is not None:
            relay = relay or quoted_as[1]
        where = venue(words, begin, content_begin, self._known)
        span = Span(words[cue.start].start, words[cue.end - 1].end)
        self._finish(state, content, said.reference, who=said.who, cue=span, relay=relay, where=where)
        return said

    def _interrupts(self, state: PassageState, cue: Cue, said: SpeakerMention) -> bool:
        """Tell if a cue and its subject interrupt what is said: "The bubbles, she explains, hold …"."""
        words = state.words
        if said.who is None or cue.end >= len(words) or self._known.code != "en":
            return False
        before = words[said.who[0] - 1] if said.who[0] else None
        inside = before is not None and before.text == "," and not before.quoted and words[cue.end].text == ","
        return inside and said.who[1] == cue.start and not words[cue.end].quoted and words[said.who[0] - 2].is_word

    def _speaker(self, state: PassageState, cue: Cue, begin: int, last: SpeakerMention | None) -> SpeakerMention | None:
        """Return the speaker of a cue in front of its content; None if nobody can be told."""
        words = state.words
        previous = words[cue.start - 1].lower if cue.start else ""
        relative = previous in self._known.relatives - self._known.complementisers
        if last is not None and cue.inverted is None:
            joined = previous in _JOINING and not self._has_subject(words, begin, cue)
            if relative:
                return SpeakerMention(last.reference, (cue.start - 1, cue.start))
            if cue.dependent or joined:
                return last
        who = self._who(state, cue, begin, relative=relative)
        if who is not None:
            reference = self._references.resolve(state.index, *who)
            return SpeakerMention(reference, who) if reference is not None else None
        if cue.start <= 2 and self._statements and not state.found and self._statements[-1].entity is not None:
            # "Et d'ajouter : « … »"
            return SpeakerMention(Reference(self._statements[-1].entity), None)
        return None

    def _somebody_at(self, words: Sequence[Word], begin: int, end: int) -> tuple[int, int] | None:
        """Return the positions of the body that "on" stands for: "Au ministère de l'Industrie, on assure …"."""
        lead = words[begin].lower if begin < end else ""
        if lead not in ("à", "au", "aux", "chez") or words[end].lower != "on":
            return None
        start = begin if lead in self._known.articles else begin + 1
        return (start, phrase_end(words, start, self._known, end))

    def _who(self, state: PassageState, cue: Cue, begin: int, *, relative: bool) -> tuple[int, int] | None:
        """The positions of the words that stand for whoever speaks."""
        words, known = state.words, self._known
        if cue.inverted is not None:
            on = words[cue.inverted].lower == "on"
            return self._behind_on(words, cue.end) if on else (cue.inverted, cue.inverted + 1)
        if relative:
            return subject(words, begin, cue.start - 1, known)
        if cue.dependent:
            return self._main_subject(state, cue)
        quoted_as = self._quoted_as(state, cue)
        if quoted_as is not None:
            return quoted_as[0]
        found = subject(words, begin, cue.start, known) or (self._main_subject(state, cue) if begin else None)
        return found and (self._somebody_at(words, begin, found[0]) or found)

    def _has_subject(self, words: Sequence[Word], begin: int, cue: Cue) -> bool:
        """Tell if a noun phrase stands between a comma or conjunction and a cue."""
        position = cue.start
        while (
            position > begin
            and words[position - 1].is_word
            and words[position - 1].lower not in ("et", "and", "mais", "but")
        ):
            position -= 1
        return position < cue.start and any(begins_phrase(words, p, self._known) for p in range(position, cue.start))

    def _main_subject(self, state: PassageState, cue: Cue) -> tuple[int, int] | None:
        """The subject of the clause that a gerund hangs on."""
        words = state.words
        for first, last in segments(words, 0, cue.start):
            if words[first].quoted:
                continue
            if begins_phrase(words, first, self._known) and not (
                words[first].lower in self._known.prepositions and words[first].lower not in self._known.articles
            ):
                end = phrase_end(words, first, self._known, last)
                return first, with_apposition(words, end, self._known)
        return None

    def _quoted_as(self, state: PassageState, cue: Cue) -> tuple[tuple[int, int], Relay | None] | None:
        """Return the positions of the speaker, and the outlet, in "AFP quoted a diplomat as warning"."""
        words = state.words
        if self._known.code != "en" or cue.start < 2 or words[cue.start - 1].lower != "as":
            return None
        position = cue.start - 2
        while position >= 0 and words[position].lower not in ("quoted", "cited", "reported"):
            position -= 1
        if position < 0:
            return None
        if position == cue.start - 2:
            start = position
            while start > 0 and words[start - 1].lower in self._known.auxiliaries:
                start -= 1
            who = subject(words, self._clause_begin(state, cue), start, self._known)
            return (who, None) if who else None
        by = next((r for r in relays(words, max(0, position - 5), position, self._entities, state.index)), None)
        return (position + 1, cue.start - 1), by

    def _cited(self, state: PassageState, cue: Cue) -> SpeakerMention | None:
        """Return the source of an outlet: "rapporte AP, citant des témoins", "TVK, quoting a source, reported"."""
        words = state.words
        start = cue.start
        if start > 3 and words[start - 1].text == ",":
            # A part in front of the cue: the last one between commas.
            start -= 2
            while start > 0 and words[start].text != ",":
                start -= 1
        found = cited(words, start)
        return self._source_cited(state, found) if found is not None else None

    def _clause_begin(self, state: PassageState, cue: Cue) -> int:
        """Return the beginning of a clause: behind the statement before it, or a conjunction with a new subject."""
        words = state.words
        begin = 0
        for each in state.found:
            position = self._position(words, each.content.end)
            if position <= cue.start:
                begin = max(begin, position)
        for position in range(cue.start - 1, begin, -1):
            word = words[position]
            if word.quoted:
                continue
            if word.text in (":", ";"):
                return position + 1
            subordinate = word.lower in _SUBORDINATING and begins_phrase(words, position + 1, self._known)
            if subordinate and phrase_end(words, position + 1, self._known) == cue.start:
                # "Patients face a long trip after the surgery announced that …"
                return position + 1
            joined = word.lower in ("et", "and", "mais", "but", "while", "tandis", "alors", "or", "as", "though")
            if (
                joined
                and words[position - 1].text == ","
                and begins_phrase(words, position + 1 + (words[position + 1].lower in ("qu'", "que")), self._known)
            ):
                return position + 1
        return begin

    def _follows_clause(self, state: PassageState, cue: Cue, begin: int) -> tuple[int, tuple[int, int]] | None:
        """Return the end of a clause in front of its cue ("…, officials say"), and the positions of the speaker."""
        if cue.dependent or cue.start <= begin + 1:
            return None
        if self._known.code == "en":
            return self._follows_clause_english(state, cue, begin)
        words, end = state.words, cue.start - 1
        if words[end].text != "," or words[end].quoted or self._is_apposition_chain(words, begin, end):
            return None
        if cue.inverted is None:
            who = self._who_after(state, cue.end)
        elif words[cue.inverted].lower == "on":
            who = self._behind_on(words, cue.end)
        else:
            who = (cue.inverted, cue.inverted + 1)
        return (end, who) if who is not None else None

    def _follows_clause_english(self, state: PassageState, cue: Cue, begin: int) -> tuple[int, tuple[int, int]] | None:
        words = state.words
        comma = cue.start - 1
        while comma > begin and (words[comma].text != "," or words[comma].quoted):
            comma -= 1
        if (
            not cue.frames & Frame.THAT
            or comma <= begin + 2
            or self._is_adverbial(words, begin, comma)
            or not self._ends_after(state, cue)
        ):
            return None
        who = subject(words, comma + 1, cue.start, self._known)
        if who is None or who[0] != comma + 1:
            return None
        apposition = comma - begin <= 6 and self._is_apposition_chain(words, begin, comma)
        return None if apposition else (comma, who)

    def _is_adverbial(self, words: Sequence[Word], begin: int, end: int) -> bool:
        """Tell if a part before a comma is no clause: it begins with a preposition and has no verb that can be told."""
        lower = words[begin].lower
        if lower == "asked":
            return True
        starts = lower in self._known.prepositions or lower in _ADVERBIAL
        return starts and not any(each.lower in self._known.auxiliaries for each in words[begin:end])

    def _ends_after(self, state: PassageState, cue: Cue) -> bool:
        """Tell if no clause follows a cue: the sentence ends there, or a time, place or gerund follows."""
        words, known = state.words, self._known
        position = cue.end
        while position < len(words):
            word = words[position]
            if not word.is_word:
                return True
            if word.quoted:
                return False
            if word.lower in known.complementisers or word.lower in known.pronouns:
                return False
            if word.lower in known.times or word.lower in known.within:
                position += 1
                continue
            if word.lower in known.prepositions:
                rest = words[position:]
                return not any(
                    each.lower in known.complementisers or each.lower in known.auxiliaries for each in rest[:12]
                ) or any(each.text == "," for each in rest[:5])
            return False
        return True

    def _is_apposition_chain(self, words: Sequence[Word], begin: int, end: int) -> bool:
        """Tell if what stands before a comma is a subject with its apposition: "La maire, Solène Audrezac,"."""
        parts = segments(words, begin, end)
        if len(parts) < 2:
            return False
        last = words[parts[-1][0] : parts[-1][1]]
        first_part = next((part for part in parts if self._begins_subject(words, part[0])), None)
        if first_part is None or first_part == parts[-1]:
            return False
        relative = last[0].lower in self._known.relatives
        lower = last[0].lower
        apposed = lower.endswith(_PARTICIPLE_ENDINGS) and not lower.endswith("ait")
        apposed = apposed or begins_phrase(words, parts[-1][0], self._known) or not lower.isalpha()
        if not (relative or apposed):
            # "L'école (312 élèves) fermera en mai," is a clause.
            return False
        first_words = {each.lower for each in words[slice(*first_part)]}
        return not first_words & _FINITE and (relative or not {each.lower for each in last} & _FINITE)

    def _begins_subject(self, words: Sequence[Word], position: int) -> bool:
        lower = words[position].lower
        placed = lower in self._known.prepositions and lower not in self._known.articles
        return begins_phrase(words, position, self._known) and not placed

    def _report_after(
        self, state: PassageState, cue: Cue, begin: int, found: tuple[int, tuple[int, int]]
    ) -> SpeakerMention | None:
        """Make a statement of the clause before a cue."""
        words = state.words
        end, who = found
        content = self._span_of(state, begin, end)
        reference = self._references.resolve(state.index, *who)
        if content is None or reference is None or len(content.of(self._text).split()) < _FEWEST_WORDS:
            return None
        relay = self._relay(state, cue.start, len(words), reference)
        said = self._cited(state, cue)
        if said is None:
            said = SpeakerMention(reference, who)
        else:
            relay = relay or self._citing_relay(reference)
        where = venue(words, max(cue.end, who[1]), len(words), self._known)
        span = Span(words[cue.start].start, words[cue.end - 1].end)
        self._finish(state, content, said.reference, who=said.who, cue=span, relay=relay, where=where)
        return said

    def _said(self, state: PassageState, number: int, cue: Cue, *, relative: bool) -> tuple[int, Span] | None:
        """Return the position at which the content of a cue begins, and its span; None if nothing counts."""
        words = state.words
        limit = self._limit(state, number, cue)
        colon = self._colon(words, cue)
        if colon is not None:
            quoted = next((each for each in state.quotes if each.first == colon + 1 and not each.used), None)
            if quoted is not None:
                return colon, quoted.span
            if colon + 1 < len(words) and words[colon + 1].quoted:
                return None
            if colon + 2 < len(words) and cue.frames & Frame.THAT:
                content = self._content(state, colon + 1, limit)
                return (colon, content) if content is not None else None
        begin = self._begin_of_said(state, cue, limit) if cue.end < len(words) else None
        if begin is None:
            return None
        content = self._content(state, begin, limit, relative=relative)
        if content is None or self._is_anaphoric(state, begin, content):
            return None
        if words[begin - 1].lower not in self._known.complementisers and cue.frames & Frame.OBJECT:
            content = self._without_relative(state, begin, content)
        return begin, self._without_adjunct(state, begin, content)

    def _is_anaphoric(self, state: PassageState, begin: int, content: Span) -> bool:
        """Tell if an object only points back to what others have said: "these accusations", "le rapport"."""
        words = state.words
        inside = [each for each in words[begin : begin + 4] if each.end <= content.end]
        lead = inside[0].lower if inside else ""
        pointing = lead in self._known.definite or lead in self._known.possessives
        return pointing and len(inside) in (2, 3) and inside[-1].end == content.end and inside[-1].lower in _SAYINGS

    def _without_relative(self, state: PassageState, begin: int, content: Span) -> Span:
        """An object without the clause that tells more of its last noun: "la fermeture du site, qui emploie …"."""
        words = state.words
        for position in range(begin + 1, len(words) - 1):
            if words[position].end > content.end:
                break
            relative = words[position + 1].lower in self._known.relatives - self._known.complementisers
            if words[position].text == "," and not words[position].quoted and relative:
                return self._span_of(state, begin, position) or content
        return content

    def _without_adjunct(self, state: PassageState, begin: int, content: Span) -> Span:
        """The quotation alone where a time or place follows it: "dénonce « une provocation » après l'incident"."""
        quoted = next((each for each in state.quotes if each.first == begin), None)
        inside = [each for each in state.quotes if content.holds(each.span)]
        if quoted is None or len(inside) != 1 or quoted.last >= len(state.words):
            return content
        lower = state.words[quoted.last].lower
        adjunct = lower in self._known.prepositions - self._known.complements or lower in self._known.times
        return quoted.span if adjunct else content

    def _colon(self, words: Sequence[Word], cue: Cue) -> int | None:
        """The position of a colon that no reported clause stands before."""
        for position in range(cue.end, min(len(words), cue.end + _NEARBY_COLON)):
            if words[position].lower in self._known.complementisers:
                return None
            if words[position].text == ":" and not words[position].quoted:
                return position
        return None

    def _limit(self, state: PassageState, number: int, cue: Cue) -> int:
        """Return the beginning of the next cue with a clause of its own, or the end of the passage."""
        words = state.words
        for later in state.cues[number + 1 :]:
            before = later.start - 1
            lower = words[before].lower if before >= 0 else ""
            if later.denied and lower in ("but", "mais") and before > cue.end:
                return before
            if later.denied or {"citer", "cite", "quote"} & set(later.lemmas):
                continue
            if (
                lower in ("et", "and", "puis")
                and before > cue.end
                and later.frames & (Frame.THAT | Frame.OBJECT | Frame.QUOTED_OBJECT)
            ):
                return before
            if later.dependent and words[before].text == "," and before > cue.end:
                return before
            if later.inverted is not None and words[before].text == ",":
                return before
            position = later.start - 1
            while position > cue.end and not (
                words[position - 1].text == ","
                and words[position].lower in ("et", "and", "mais", "but", "while", "tandis", "alors")
            ):
                position -= 1
            if position > cue.end and begins_phrase(
                words, position + 1 + (words[position + 1].lower in ("qu'", "que")), self._known
            ):
                return position - 1
        return len(words)
