"""Loose quotations: those without a cue of their own, and those of headings."""

from __future__ import annotations

from dataclasses import replace

from knowledge.drafting.page import Passage
from knowledge.drafting.passage_reader import PassageReader
from knowledge.drafting.phrases import begins_phrase, phrase_end, segments, with_apposition
from knowledge.drafting.quoted_passage import PassageState, Quoted
from knowledge.drafting.reference import Reference
from knowledge.drafting.relays import venue
from knowledge.drafting.span import Span
from knowledge.drafting.statement import FoundStatement
from knowledge.text.normalise import fold

_FEWEST_WORDS = 2
# Words with which the labels of an interview's parts begin.
_LABELS = frozenset("on about sur".split())
_LONGEST_LABEL = 14
_ANSWERS = frozenset("réponse réplique riposte reply answer response".split())


class LooseQuotationReader(PassageReader):
    """A reader of quotations that no cue stands beside."""

    def _alone(self, state: PassageState) -> None:
        words = state.words
        for quoted in state.quotes:
            if quoted.used or self._is_name(state, quoted):
                continue
            if state.passage.is_heading:
                self._heading(state, quoted)
                continue
            noun = self._speech_noun(state, quoted)
            if noun:
                continue
            outside = [word for word in (*words[: quoted.first], *words[quoted.last :]) if word.is_word]
            if outside:
                self._in_somebodys_words(state, quoted)
                continue
            before = self._page.passages[state.index - 1] if state.index else None
            announced = self._announced(before, state) if before is not None else None
            if announced is not None:
                quoted.used = True
                self._add(state, quoted.span, (quoted.span,), announced)
                continue
            if not self._statements:
                continue
            previous = self._statements[-1]
            following = (
                self._said_by_next(state) if before is None or before.paragraph != state.passage.paragraph else None
            )
            if following is not None and following.entity is not previous.entity:
                quoted.used = True
                self._add(state, quoted.span, (quoted.span,), Reference(following.entity, certain=False))
                continue
            if (
                before is not None
                and previous.sentence >= before.number
                and (before.paragraph == state.passage.paragraph or previous.kind == "direct")
            ):
                quoted.used = True
                self._add(state, quoted.span, (quoted.span,), Reference(previous.entity) if previous.entity else None)
            elif before is not None and before.paragraph == state.passage.paragraph:
                reference = (
                    self._answering(before)
                    or self._references.presence.subject_of(state.index - 1)
                    or self._references.presence.pronoun(state.index, "")
                )
                quoted.used = True
                self._add(state, quoted.span, (quoted.span,), reference)

    def _answering(self, before: Passage) -> Reference | None:
        """The protagonist, who speaks under a label: "On fear. “Everybody has it.”"."""
        protagonist = self._references.presence.protagonist
        label = before.words[0].lower in _LABELS and len(before.words) <= _LONGEST_LABEL
        verb = any(each.lower in self._known.pronouns for each in before.words)
        return Reference(protagonist) if protagonist is not None and label and not verb else None

    def _announced(self, before: Passage, state: PassageState) -> Reference | None:
        """Return the subject of a sentence that ends in a colon: "Brannigan went further:"."""
        words = before.words
        if not words or words[-1].text != ":" or words[-1].quoted:
            return None
        found = self._references.presence.subject_of(state.index - 1)
        people = {id(each): each for each, _ in self._entities.at(state.index - 1, 0, len(words)) if each.is_person}
        if found is None and len(people) == 1:
            return Reference(next(iter(people.values())), certain=False)
        return found

    def _in_somebodys_words(self, state: PassageState, quoted: Quoted) -> None:
        """Take words in marks for those of the person whom the sentence is about: "Elle y voit « un aveu tardif »"."""
        text = quoted.span.of(self._text)
        if len(text.split()) < _FEWEST_WORDS or state.found or any(cue.denied for cue in state.cues):
            return
        if quoted.first == 0:
            self._beside_somebody(state, quoted)
            return
        if not text[:1].islower():
            return
        who = self._subject_of(state, 0, quoted.first)
        reference = self._references.resolve(state.index, *who) if who is not None else None
        if reference is None or not (reference.entity.is_person and reference.certain):
            return
        quoted.used = True
        self._add(state, quoted.span, (quoted.span,), reference, who=who)

    def _beside_somebody(self, state: PassageState, quoted: Quoted) -> None:
        """Give a quotation that begins a sentence to the one person whom the rest of it names."""
        following = state.words[quoted.last].text if quoted.last < len(state.words) else ""
        ended = following in (",", ":", "–", "—") or self._text[quoted.span.end - 1] in ",!?…"
        names = self._entities.at(state.index, quoted.last, len(state.words))
        persons = {id(each): (each, name) for each, name in names if each.is_person}
        if not ended or len(persons) != 1:
            return
        [(entity, name)] = persons.values()
        quoted.used = True
        self._add(state, quoted.span, (quoted.span,), Reference(entity, certain=False), who=(name.start, name.end))

    def _said_by_next(self, state: PassageState) -> Reference | None:
        """The person whom the sentence behind a quotation is about, where nothing else tells who speaks."""
        index = state.index + 1
        if index >= len(self._page.passages) or self._page.passages[index].paragraph != state.passage.paragraph:
            return None
        words = self._page.passages[index].words
        if not begins_phrase(words, 0, self._known):
            return None
        reference = self._references.resolve(index, 0, phrase_end(words, 0, self._known))
        return reference if reference is not None and reference.entity.is_person and reference.entity.has_name else None

    def _speech_noun(self, state: PassageState, quoted: Quoted) -> bool:
        """A noun of speech before a colon: "Réponse de la témoin : « … »", or a name alone there."""
        words, known = state.words, self._known
        if not quoted.first or words[quoted.first - 1].text != ":":
            return False
        begin = quoted.first - 1
        while begin > 0 and words[begin - 1].text not in (".", "»", "”") and not words[begin - 1].quoted:
            begin -= 1
        part = range(begin, quoted.first - 1)
        noun = next((p for p in part if words[p].lower in known.speech_nouns), None)
        who: tuple[int, int] | None = None
        if noun is not None:
            for position in range(noun + 1, quoted.first - 1):
                if words[position].lower in ("de", "du", "d'", "of", "from") or words[position - 1].lower in (
                    "de",
                    "du",
                    "d'",
                    "of",
                    "from",
                ):
                    start = position if words[position].lower in known.articles else position + 1
                    if begins_phrase(words, start, known):
                        end = phrase_end(words, start, known, quoted.first - 1)
                        who = (start, with_apposition(words, end, known))
                        break
            cue = Span(words[noun].start, words[noun].end)
        elif begin < quoted.first - 1 and phrase_end(words, begin, known, quoted.first - 1) == quoted.first - 1:
            who, cue = (begin, quoted.first - 1), None
        if who is None and self._statements is not None:
            who, cue = self._subject_of(state, begin, quoted.first - 1), None
        if who is None:
            people = {id(e): n for e, n in self._entities.at(state.index, begin, quoted.first - 1) if e.is_person}
            if len(people) != 1:
                return False
            [name] = people.values()
            who = (name.start, name.end)
        reference = self._references.resolve(state.index, *who)
        if reference is None:
            return False
        if noun is not None and not reference.certain and words[noun].lower in _ANSWERS and self._statements:
            reference = self._references.presence.other_than(state.index, self._statements[-1].entity) or reference
        quoted.used = True
        where = venue(words, who[1], quoted.first - 1, known)
        self._add(state, quoted.span, (quoted.span,), reference, who=who, cue=cue, where=where)
        return True

    def _subject_of(self, state: PassageState, begin: int, end: int) -> tuple[int, int] | None:
        """The subject of a clause before a colon, if it is somebody who can speak: "Ann was blunt: “…”"."""
        words, known = state.words, self._known
        for first, last in segments(words, begin, end):
            if words[first].lower in known.prepositions or words[first].lower in known.times:
                continue
            if not begins_phrase(words, first, known):
                return None
            who = first, with_apposition(words, phrase_end(words, first, known, last), known)
            reference = self._references.resolve(state.index, *who)
            somebody = reference is not None and (reference.entity.is_person or self._is_organisation(reference.entity))
            return who if somebody else None
        return None

    def _heading(self, state: PassageState, quoted: Quoted) -> None:
        """A quotation in a heading: said by whoever stands before the colon, or by whoever says it in the text."""
        words, known = state.words, self._known
        who: tuple[int, int] | None = None
        colon = quoted.first and words[quoted.first - 1].text == ":"
        begin = 0
        for position in range(quoted.first - 1):
            if words[position].text == ":":
                begin = position + 1
        if colon:
            who = (0, quoted.first - 1) if phrase_end(words, 0, known) >= quoted.first - 1 else None
        else:
            for first, last in segments(words, begin, quoted.first):
                if begins_phrase(words, first, known):
                    end = phrase_end(words, first, known, last)
                    who = (first, end) if end == quoted.first else None
        reference = None
        if who is None and quoted.last < len(words) and words[quoted.last].text == ":":
            # "« Jamais » : Ada Quill se confie"
            named = [n for e, n in self._entities.at(state.index, quoted.last, len(words)) if e.is_person is not False]
            who = (named[0].start, named[0].end) if named and named[0].start == quoted.last + 1 else None
            if who is not None:
                reference = self._references.resolve(state.index, *who)
                if reference is not None:
                    reference.entity.is_person = True
                self._add(state, quoted.span, (quoted.span,), reference, who=who)
                return
        if who is not None:
            reference = self._references.resolve(state.index, *who)
            names = [each for each, _ in self._entities.at(state.index, *who)]
            told = reference is not None and (
                reference.entity.is_person or self._is_organisation(reference.entity) or bool(names)
            )
            # "les soigneurs « épuisés »": a title would begin with a capital.
            small = quoted.span.of(self._text)[:1].islower() and words[who[0]].lower in known.articles
            if not told and (colon or not small):
                reference = None
            if colon and not (reference is not None and reference.entity.is_person is True) and not names:
                reference, who = None, None
        self._add(state, quoted.span, (quoted.span,), reference, who=who if reference else None)

    def _resolve_headings(self) -> None:
        """Give quotations of headings the speaker of the same words in the text; those that nobody says are dropped."""
        kept: list[FoundStatement] = []
        body = [each for each in self._statements if not self._page.passage(each.sentence).is_heading]
        for each in self._statements:
            heading = self._page.passage(each.sentence).is_heading
            if not heading or each.cue is not None:
                kept.append(each)
                continue
            words = fold(each.content.of(self._text)).strip(".,!?… ")
            same = next((other for other in body if words and words in fold(other.content.of(self._text))), None)
            if each.speaker is None and same is not None:
                kept.append(replace(each, speaker=same.speaker, entity=same.entity, unsure=frozenset()))
            elif each.speaker is not None and (same is not None or (each.entity is not None and each.entity.is_person)):
                kept.append(each)
        self._statements = kept
