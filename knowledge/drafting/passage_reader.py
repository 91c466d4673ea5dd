"""A reader of passages: what all ways to find a statement have in common."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from knowledge.drafting.entities import Entities
from knowledge.drafting.entity import Entity
from knowledge.drafting.languages import Grammar
from knowledge.drafting.outlets import is_outlet
from knowledge.drafting.page import Page
from knowledge.drafting.phrases import begins_phrase, is_break, phrase_end, with_apposition
from knowledge.drafting.quoted_passage import PassageState, Quoted
from knowledge.drafting.reference import Reference
from knowledge.drafting.references import References
from knowledge.drafting.relays import Relay, is_credited, relays
from knowledge.drafting.span import Span
from knowledge.drafting.statement import FoundStatement
from knowledge.drafting.words import Word
from knowledge.text.normalise import fold

_HUMAN = frozenset("people sources témoins witnesses officials source".split())
_PUBLISHING = frozenset("publie publié publient publiera signe published publishes".split())
_CALLED_SO = frozenset("dit dite dits dites".split())
_LONGEST_LABEL = 6
# "…, a remark that drew groans": a comment of the article's.
_COMMENT = re.compile(r"(?:an?|une?) [\w-]+ (?:that|which|qui|que|dont) ")
_ADVERBIALS = tuple(
    tuple(phrase.split())
    for phrase in (
        "au contraire", "en revanche", "pour sa part", "pour son compte", "de son côté", "à son tour", "en substance",
        "par ailleurs", "de nouveau", "une nouvelle fois", "sans détour", "d' emblée", "en riant", "en souriant",
        "for his part", "for her part", "in turn", "by contrast",
    )
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class SpeakerMention:
    """A speaker, and the positions of the words that stand for them; None if they are implied."""

    reference: Reference
    who: tuple[int, int] | None


class PassageReader:
    """The state of a reading, and the making of statements.

    Args:
        page: The page.
        entities: Those whom it names.
    """

    def __init__(self, page: Page, entities: Entities) -> None:
        self._page = page
        self._text = page.text
        self._known: Grammar = entities.known
        self._entities = entities
        self._references = References(entities)
        self._statements: list[FoundStatement] = []
        self._outlets: list[str] = []

    def _is_organisation(self, entity: Entity) -> bool:
        return bool(entity.nouns & self._known.organisation_nouns)

    def _source_cited(self, state: PassageState, position: int, limit: int | None = None) -> SpeakerMention | None:
        """Return the source behind a word of citing at a position; None for what cannot speak."""
        words, known = state.words[:limit], self._known
        end = phrase_end(words, position + 1, known)
        while end < len(words) and not is_break(words[end]) and words[end].text != ".":
            end += 1
        human = any(known.person_noun(each.lower) or each.lower in _HUMAN for each in words[position + 1 : end])
        named = any(each.is_person for each, _ in self._entities.at(state.index, position + 1, end))
        if not (human or named):
            return None
        reference = self._references.resolve(state.index, position + 1, end)
        return SpeakerMention(reference, (position + 1, end)) if reference is not None else None

    def _is_somebody(self, state: PassageState, who: tuple[int, int]) -> bool:
        reference = self._references.resolve(state.index, *who)
        return reference is not None and (reference.entity.is_person is True or self._is_organisation(reference.entity))

    def _who_after(self, state: PassageState, position: int) -> tuple[int, int] | None:
        """The positions of the speaker behind a cue; adverbs, times and those spoken to are passed over."""
        words = state.words
        limit = min(len(words), position + 16)
        while position < limit:
            word = words[position]
            if word.inverted:
                return position, position + 1
            if word.quoted:
                return None
            if word.text == ",":
                position += 1
                continue
            if not word.is_word:
                return None
            over = over_adverbial(words, position)
            if over:
                position += over
                continue
            if word.lower in self._known.to_outlet or (
                word.lower in self._known.prepositions and word.lower not in self._known.times
            ):
                position = phrase_end(words, position + 1, self._known)
                continue
            if (
                word.lower in self._known.times
                or word.lower in self._known.within
                or word.lower in self._known.negations
            ):
                position += 1
                continue
            if begins_phrase(words, position, self._known):
                end = phrase_end(words, position, self._known)
                return position, with_apposition(words, end, self._known)
            position += 1
        return None

    def _behind_on(self, words: Sequence[Word], position: int) -> tuple[int, int] | None:
        """Return the positions of the speaker of "on": "a-t-on appris de source policière"."""
        found = None
        while position < len(words) and not is_break(words[position]):
            lower = words[position].lower
            if lower in ("de", "d'", "du", "auprès", "à", "au", "chez") and position + 1 < len(words):
                start = position if lower in ("du", "au") else position + 1
                end = phrase_end(words, start if lower not in ("du", "au") else position + 1, self._known)
                if any(self._known.is_noun(each.lower) or each.is_capital for each in words[start:end]):
                    found = (start, end)
                    if lower != "auprès":
                        break
            position += 1
        return found

    def _position(self, words: Sequence[Word], offset: int) -> int:
        """The position of the first word that begins at or after an offset."""
        for position, word in enumerate(words):
            if word.start >= offset:
                return position
        return len(words)

    def _citing_relay(self, reference: Reference) -> Relay | None:
        """Return the outlet that cites somebody else: any organisation that does is one."""
        entity = reference.entity
        organisation = entity.has_name and entity.is_person is not True
        return Relay(entity.name, 0, 0) if organisation else self._own_relay(reference)

    def _own_relay(self, reference: Reference) -> Relay | None:
        return Relay(reference.entity.name, 0, 0) if is_outlet(reference.entity.name) else None

    def _has_quote(self, state: PassageState, position: int, limit: int, *, anywhere: bool = False) -> bool:
        """Tell if an unused quotation begins at a position, or anywhere up to a limit, that is no name."""
        for quoted in state.quotes:
            at = position <= quoted.first < limit if anywhere else quoted.first <= position < quoted.last
            if at and not quoted.used and not self._is_name(state, quoted):
                return True
        return False

    def _is_name(self, state: PassageState, quoted: Quoted) -> bool:
        """Tell if a quotation is a nickname, a title or a label: a word of naming stands before it."""
        position = quoted.first - 1
        steps = 0
        while position >= 0 and steps < 3:
            lower = state.words[position].lower
            if not steps and self._is_label(quoted, lower):
                return True
            if any(cue.verb == position for cue in state.cues):
                return False
            if lower in self._known.naming:
                return not (lower in ("called", "appelle", "appelé") and steps > 0)
            if lower not in self._known.articles and lower not in ("as", "alias"):
                return False
            position -= 1
            steps += 1
        return False

    def _is_label(self, quoted: Quoted, before: str) -> bool:
        """Tell if the word before a quotation makes it a title or a label: "publie « … »", "dit « de … »"."""
        text = quoted.span.of(self._text)
        short = len(text.split()) <= _LONGEST_LABEL
        titled = before in _PUBLISHING and text[:1].isupper()
        return short and (titled or (before in _CALLED_SO and text.startswith(("de ", "du ", "des ", "d’", "d'"))))

    def _content(self, state: PassageState, begin: int, limit: int | None, *, relative: bool = False) -> Span | None:
        """The span of a clause from a position to where it ends."""
        words = state.words
        limit = len(words) if limit is None else limit
        end = limit
        position = begin
        while position < limit:
            word = words[position]
            inside = next((each for each in state.quotes if each.first <= position < each.last), None)
            if inside is not None:
                position = inside.last
                comma = self._known.code == "en" and self._text[inside.span.end - 1] == "," and position < limit
                if comma and (relative or self._ends_clause(words, position)):
                    end = position
                    break
                continue
            if word.text == ";" or (word.text in "–—" and position > begin + 1):
                end = position
                break
            turns = word.lower in ("but", "mais") and position + 1 < limit and position > begin
            if turns and self._acts(words, position + 1):
                end = position
                break
            if word.text == "," and (relative or self._ends_clause(words, position + 1)):
                end = position
                break
            position += 1
        return self._span_of(state, begin, end)

    def _acts(self, words: Sequence[Word], position: int) -> bool:
        """Tell if a verb stands at a position: behind "but", whoever speaks goes on acting."""
        lower = words[position].lower
        known = self._known
        return lower in known.auxiliaries or lower in known.verbs or lower in known.negations

    def _ends_clause(self, words: Sequence[Word], position: int) -> bool:
        if position >= len(words):
            return True
        rest = self._text[words[position].start : words[position].start + 40].lower().replace("’", "'")
        return rest.startswith(self._known.clause_ends) or bool(_COMMENT.match(rest))

    def _span_of(self, state: PassageState, begin: int, end: int) -> Span | None:
        words = state.words
        while begin < end and words[begin].text in (",", ":", "–", "—", "-", ";"):
            begin += 1
        while (
            end > begin
            and not words[end - 1].quoted
            and words[end - 1].text in (",", ":", "–", "—", ";", ".", "?", "!", "…")
        ):
            end -= 1
        if begin >= end:
            return None
        span = Span(words[begin].start, words[end - 1].end)
        for quoted in state.quotes:
            marks = Span(words[quoted.first].start, words[quoted.last - 1].end)
            if marks.holds(span) or span == marks:
                return quoted.span
        if span.end <= span.start:
            return None
        return span

    def _quotes_in(self, state: PassageState, content: Span) -> tuple[Span, ...]:
        return tuple(each.span for each in state.quotes if content.holds(each.span))

    def _finish(
        self,
        state: PassageState,
        content: Span,
        reference: Reference,
        *,
        who: tuple[int, int] | None = None,
        cue: Span | None = None,
        relay: Relay | None = None,
        where: Span | None = None,
    ) -> None:
        if any(each.content == content for each in state.found):
            return
        for quoted in state.quotes:
            if content.holds(quoted.span):
                quoted.used = True
        self._add(
            state, content, self._quotes_in(state, content), reference, who=who, cue=cue, relay=relay, where=where
        )

    def _add(
        self,
        state: PassageState,
        content: Span,
        quotes: tuple[Span, ...],
        reference: Reference | None,
        *,
        who: tuple[int, int] | None = None,
        cue: Span | None = None,
        relay: Relay | None = None,
        where: Span | None = None,
    ) -> None:
        words = state.words
        unsure = set()
        if reference is None or not reference.certain:
            unsure.add("speaker")
        span = None
        if who is not None and who[0] < who[1]:
            span = Span(words[who[0]].start, words[min(who[1], len(words)) - 1].end)
        state.found.append(
            FoundStatement(
                content=content,
                quotes=quotes,
                speaker=reference.entity.name if reference else None,
                speaker_span=span,
                cue=cue,
                outlet=relay.name if relay else None,
                venue=where.of(self._text) if where else None,
                sentence=state.passage.number,
                unsure=frozenset(unsure),
                entity=reference.entity if reference else None,
            )
        )
        if reference is not None:
            self._references.presence.mention(state.index, reference.entity)

    def _relay(
        self,
        state: PassageState,
        start: int,
        end: int,
        reference: Reference | None,
        *,
        quoted: bool = False,
        citing: bool = False,
    ) -> Relay | None:
        words = state.words
        if quoted:
            words = [word._replace(quoted=False) for word in words]
        credited = []
        for relay in relays(words, start, end, self._entities, state.index):
            own = reference is not None and fold(relay.name) in fold(reference.entity.name)
            if own:
                return relay
            if is_credited(words, relay) and not (
                citing and words[relay.start - 1].lower not in ("par", "by", "selon", "l'", "de")
            ):
                credited.append(relay)
        if not credited:
            return self._named_before(state, start, end)
        # "In an interview with Le Monde, quoted by AP": the last in the chain passed it on.
        return next((each for each in credited if _is_cited(words, each)), credited[0])

    def _named_before(self, state: PassageState, start: int, end: int) -> Relay | None:
        """The outlet that a noun stands for: "told the broadcaster", "a indiqué X à l'agence"."""
        words, known = state.words, self._known
        for position in range(start + 1, min(end, len(words))):
            noun = words[position].lower in known.media_nouns and not words[position].quoted
            lead = words[position - 1].lower
            if not noun or lead not in ("the", "la", "l'", "le", "au"):
                continue
            before = words[position - 2].lower if position > 1 else ""
            if before not in ("told", "to", "à") and lead != "au":
                continue
            if position + 1 < len(words) and (
                words[position + 1].is_capital or words[position + 1].lower in known.complements
            ):
                continue
            if self._outlets:
                return Relay(self._outlets[-1], position, position + 1)
        return None


def over_adverbial(words: Sequence[Word], position: int) -> int:
    """Return the number of words of a set phrase that stands beside a cue; 0 if none begins at a position."""
    for phrase in _ADVERBIALS:
        if tuple(each.lower for each in words[position : position + len(phrase)]) == phrase:
            return len(phrase)
    return 0


def _is_cited(words: Sequence[Word], relay: Relay) -> bool:
    """Tell if an outlet is one that quotes another: "quoted by AP", "cité par l'AFP"."""
    before = [each.lower for each in words[max(0, relay.start - 4) : relay.start]]
    return bool({"quoted", "cited", "cité", "citée", "rapportés", "rapporté", "repris", "relayé"} & set(before))
