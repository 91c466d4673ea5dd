"""PresentPeople: who is most in a reader's mind at a place of a page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cached_property

from knowledge.drafting.entities import Entities
from knowledge.drafting.entity import Entity
from knowledge.drafting.languages import Grammar
from knowledge.drafting.reference import Reference

NEARBY_PASSAGES = 6
_SPOKEN_OF = 1.4
_AGREES = 1.0
_IS_PERSON = 1.5
_HAS_NAME = 0.5
_PROTAGONIST = 1.0


class PresentPeople:
    """The order in which somebody was spoken of, while a page is read.

    Args:
        entities: Those of the page.
    """

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._known: Grammar = entities.known
        self._passages = entities.page.passages
        self.focus: list[tuple[int, Entity]] = []

    def mention(self, passage: int, entity: Entity) -> None:
        """Take note that somebody is spoken of, as a subject or as a speaker."""
        self.focus.append((passage, entity))

    def pronoun(self, passage: int, pronoun: str, position: int = 0) -> Reference | None:
        """Return whom a pronoun at a position of a passage stands for."""
        gender = self._known.pronouns.get(pronoun, "")
        if pronoun.startswith("l'intéress") and (spoken_of := self._spoken_of(gender)) is not None:
            return spoken_of
        if gender in ("m", "f", ""):
            found = self.person(passage, gender, position)
            if found is not None:
                return found
        recent = [(where, entity) for where, entity in reversed(self.focus) if passage - where <= NEARBY_PASSAGES]
        for _, entity in recent:
            if self._may_be(entity, gender):
                if gender in ("m", "f") and not entity.gender and entity.is_person is not False:
                    entity.gender = gender
                return Reference(entity)
        for entity in self._before(passage):
            if self._may_be(entity, gender):
                return Reference(entity, certain=False)
        return Reference(recent[0][1], certain=False) if recent else None

    def _spoken_of(self, gender: str) -> Reference | None:
        """The person of whom somebody else has just spoken: "l'intéressé"."""
        last = self.focus[-1][1] if self.focus else None
        for _, each in reversed(self.focus):
            if each is not last and each.is_person and each.gender == gender:
                return Reference(each)
        return None

    def subject_of(self, passage: int) -> Reference | None:
        """Return the person whom a passage was last about; None without one."""
        for where, each in reversed(self.focus):
            if where == passage and each.is_person:
                return Reference(each)
            if where < passage:
                break
        return None

    def other_than(self, passage: int, entity: Entity | None) -> Reference | None:
        """Return the person spoken of last who is not a given one."""
        for where, each in reversed(self.focus):
            if each is not entity and each.is_person and passage - where <= NEARBY_PASSAGES:
                return Reference(each, certain=False)
        return None

    def _subject_before(self, passage: int, position: int) -> Entity | None:
        """The one who is named first in a passage, before a quotation that stands before a position.

        Nobody behind a preposition: "Le maire est déçu : « … », a-t-il dit".
        """
        words = self._passages[passage].words
        for entity, name in self._entities.at(passage, 0, position):
            before = words[name.start - 1].lower if name.start else ""
            behind = before in self._known.prepositions | self._known.complements and before not in self._known.definite
            quoted = any(each.quoted for each in words[: name.end])
            parted = any(each.quoted for each in words[name.end : position])
            return None if behind or quoted or not parted or entity.is_person is False else entity
        return None

    @cached_property
    def protagonist(self) -> Entity | None:
        """Return the only person whom the headline names, whom the article is about; None if it names more, or none."""
        if not self._passages:
            return None
        named = {id(each): each for each, _ in self._entities.at(0, 0, len(self._passages[0].words))}
        people = [each for each in named.values() if self._is_likely(each)]
        return people[0] if len(people) == 1 else None

    def _is_likely(self, entity: Entity) -> bool:
        """Tell if an entity may be a person as far as its name goes: one of two words that nothing speaks against."""
        return entity.is_person is True or (
            entity.is_person is None and entity.has_name and len(entity.name.split()) > 1
        )

    def person(self, passage: int, gender: str, position: int = 0) -> Reference | None:
        """Return the person who is most present where a pronoun stands, and who agrees with it; None without anybody.

        Whoever spoke or was a subject is more present than somebody who was only named; whoever was spoken of last
        more than others. An organisation is meant only if nobody else was spoken of in the paragraph.

        Args:
            passage: The index of the passage.
            gender: "m" or "f"; empty if nothing tells.
            position: That of the pronoun in the passage.
        """
        body = self._lone_body(passage, gender)
        if body is not None:
            return Reference(body)
        here = (each for each in self._in_paragraph(passage) if self._is_likely(each))
        bonus = 0.0 if any(self._may_be(each, gender) for each in here) else _PROTAGONIST
        best: Entity | None = None
        most = float("-inf")
        for entity, presence in self._presences(passage, position):
            if entity.is_person is False or not self._may_be(entity, gender):
                continue
            agrees = entity.has_name and gender and entity.gender == gender
            value = presence + sum(
                (
                    bonus if entity is self.protagonist else 0.0,
                    _AGREES if agrees else 0.0,
                    _IS_PERSON if self._is_likely(entity) else 0.0,
                    _HAS_NAME if entity.has_name else 0.0,
                )
            )
            if value > most:
                best, most = entity, value
        if best is None:
            return None
        best.gender = best.gender or gender
        if gender and best.is_person is None:
            best.is_person = True
        return Reference(best)

    def _lone_body(self, passage: int, gender: str) -> Entity | None:
        """The organisation that a paragraph has spoken of last if it has spoken of no person: "Le groupe … Il"."""
        if not gender or self._known.code == "en":
            return None
        paragraph = self._passages[passage].paragraph
        last: Entity | None = None
        for where, each in reversed(self.focus):
            if self._passages[where].paragraph != paragraph:
                break
            if each.is_person:
                return None
            last = last or each
        if last is None or last.is_person is not False:
            return None
        unknown = not last.gender and not last.has_name
        return last if last.gender == gender or unknown else None

    def _presences(self, passage: int, position: int) -> Iterator[tuple[Entity, float]]:
        """Each who was spoken of or named nearby, once, with how present they are: one less for each passage since."""
        presence: dict[int, float] = {}
        found: dict[int, Entity] = {}
        for number, (where, entity) in enumerate(reversed(self.focus)):
            if passage - where > NEARBY_PASSAGES:
                break
            value = _SPOKEN_OF - (passage - where) + 1 - number / len(self.focus)
            found.setdefault(id(entity), entity)
            presence.setdefault(id(entity), value)
        for entity in self._entities.named:
            before = bisect_left(entity.places, (passage, 0)) - 1
            distance = passage - entity.places[before][0] if before >= 0 else NEARBY_PASSAGES + 1
            if entity.is_person is not False and distance <= NEARBY_PASSAGES:
                presence[id(entity)] = max(-float(distance), presence.get(id(entity), float("-inf")))
                found[id(entity)] = entity
        subject = self._subject_before(passage, position)
        if subject is not None:
            presence[id(subject)], found[id(subject)] = _SPOKEN_OF + 1.0, subject
        if self.protagonist is not None:
            found.setdefault(id(self.protagonist), self.protagonist)
            presence.setdefault(id(self.protagonist), -float(NEARBY_PASSAGES))
        for key, entity in found.items():
            yield entity, presence[key]

    def _in_paragraph(self, passage: int) -> Iterator[Entity]:
        """All who were spoken of or named in the paragraph before a passage, the last first, with repetitions."""
        paragraph = self._passages[passage].paragraph
        for where, entity in reversed(self.focus):
            if where <= passage and self._passages[where].paragraph < paragraph:
                break
            if where <= passage and self._passages[where].paragraph == paragraph:
                yield entity
        where = passage - 1
        while where >= 0 and self._passages[where].paragraph == paragraph:
            for entity, _ in self._entities.at(where, 0, len(self._passages[where].words)):
                yield entity
            where -= 1

    def present(self, passage: int, gender: str) -> Reference | None:
        """The person who is most present, if that is somebody of the same paragraph or the protagonist."""
        found = self.person(passage, gender if gender in ("m", "f") else "")
        if found is None:
            return None
        here = any(each is found.entity for each in self._in_paragraph(passage))
        return Reference(found.entity, certain=False) if here or found.entity is self.protagonist else None

    def _may_be(self, entity: Entity, gender: str) -> bool:
        if gender in ("mp", "fp", "p"):
            return entity.is_person is not True or entity.name[:1].islower()
        if gender == "n":
            return entity.is_person is not True
        if self._known.code == "en" and gender in ("m", "f") and entity.is_person is False:
            return False
        return not gender or not entity.gender or entity.gender == gender

    def _before(self, passage: int) -> Iterator[Entity]:
        """The persons named before a passage, the last first."""
        named = [
            (place, each)
            for each in self._entities.named
            for place in each.places
            if place[0] <= passage and each.is_person
        ]
        for _, entity in sorted(named, key=lambda each: each[0], reverse=True):
            yield entity

    def owner(self, passage: int, lead: str) -> Reference | None:
        """Return the owner of a document that speaks: "its website says", "son communiqué"; None if nobody is near."""
        gender = {"his": "m", "her": "f", "its": "n"}.get(lead, "")
        if gender == "n":
            for where, entity in reversed(self.focus):
                if entity.may_speak_for_itself and passage - where <= NEARBY_PASSAGES:
                    return Reference(entity, certain=False)
            return None
        return self.person(passage, gender)

    def epithet(self, passage: int, noun: str, gender: str) -> Reference | None:
        """The person of the paragraph, or of the sentence before, whom a noun tells more of: "la navigatrice"."""
        soon = [entity for where, entity in reversed(self.focus) if passage - where in (0, 1)]
        fitting: dict[int, Entity] = {}
        for each in (*self._in_paragraph(passage), *soon):
            likely = each.has_name and (self._is_likely(each) or self._is_subject(each))
            if likely and self._may_be(each, gender) and not self._has_other_office(each, noun):
                fitting[id(each)] = each
        if not fitting and self.protagonist is not None:
            alone = self.protagonist
            if self._may_be(alone, gender) and not self._has_other_office(alone, noun):
                return Reference(alone)
        if not fitting:
            return None
        found = next(iter(fitting.values()))
        found.is_person = True
        return Reference(found, certain=len(fitting) == 1)

    def _is_subject(self, entity: Entity) -> bool:
        """Tell if an entity that may be a person was a subject or spoke."""
        return entity.is_person is None and any(each is entity for _, each in self.focus)

    def _has_other_office(self, entity: Entity, noun: str) -> bool:
        """Tell if a noun is an office, and an entity has another one."""
        if noun not in self._known.offices:
            return False
        own = {each for each in entity.nouns if each in self._known.offices}
        return bool(own) and not own & self._known.person_nouns.get(noun, frozenset())

    def nearest(self, passage: int, group: Sequence[Entity]) -> Entity | None:
        """The one of some persons who was spoken of last before a passage, or who comes first after it."""
        if not group:
            return None
        for where, entity in reversed(self.focus):
            if entity in group and passage - where <= NEARBY_PASSAGES:
                return entity
        before = [
            (max(p for p in each.places if p[0] <= passage), each) for each in group if min(each.places)[0] <= passage
        ]
        if before:
            return max(before, key=lambda each: each[0])[1]
        return min(group, key=lambda each: min(each.places))

    def unintroduced(self, passage: int) -> Entity | None:
        """The next person that is named without a role: "its director announced" comes before the name."""
        for entity in sorted(self._entities.named, key=lambda each: each.places[0]):
            soon = entity.places[0][0] in (passage, passage + 1, passage + 2)
            if soon and entity.is_person and not entity.nouns & self._known.person_nouns.keys():
                return entity
        return None
