"""References: whom a name, a noun or a pronoun stands for."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from knowledge.drafting.entities import Entities, Entity
from knowledge.drafting.languages import Grammar
from knowledge.drafting.outlets import is_outlet
from knowledge.drafting.phrases import phrase_end
from knowledge.drafting.words import Word

_NEARBY_PASSAGES = 6
# Prepositions that may stand inside a description: "source proche du dossier", "people familiar with the matter".
# Paragraphs that speak of somebody before they give a name.
_OPENING = 2
_SPOKEN_OF = 1.4
_AGREES = 1.0
_IS_PERSON = 1.5
_HAS_NAME = 0.5
_PROTAGONIST = 1.0
# Endings of nouns for people who do something.
_AGENTIVE = re.compile(r"(?:eur|euse|iste|ien|ienne|ier|ière|ant|ante|er|or|ist|man|old)$")
# Words of number that belong to a description: "two aides", "deux témoins".
_NUMERALS = frozenset(
    """one two three four five six some several many deux trois quatre cinq six sept huit dix plusieurs""".split()
)
_INSIDE = frozenset("with to on in à en".split())


@dataclass(frozen=True, slots=True)
class Reference:
    """An entity that words stand for.

    Attributes:
        entity: Whoever is meant.
        certain: False if it was told by nearness alone.
    """

    entity: Entity
    certain: bool = True


class References:
    """A reader of references, in the order of the page.

    Args:
        entities: Those of the page.
    """

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._known: Grammar = entities.known
        self._passages = entities.page.passages
        self._focus: list[tuple[int, Entity]] = []
        self._descriptions: dict[str, list[tuple[int, int, int]]] = {}
        for index, passage in enumerate(self._passages):
            for position, word in enumerate(passage.words):
                if not word.quoted and self._is_noun(word.lower):
                    self._descriptions.setdefault(word.lower, []).append((index, position, 0))

    def mention(self, passage: int, entity: Entity) -> None:
        """Take note that somebody is spoken of, as a subject or as a speaker."""
        self._focus.append((passage, entity))

    def resolve(self, passage: int, start: int, end: int) -> Reference | None:
        """Return whom the words between two positions of a passage stand for; None if they stand for nobody."""
        words = self._passages[passage].words
        while start < end and not words[start].is_word:
            start += 1
        if start >= end:
            return None
        lower = words[start].lower
        whole = "".join(
            f"{each.lower} " if not each.lower.endswith("'") else each.lower for each in words[start:end]
        ).strip()
        if end - start > 1 and whole in self._known.pronouns:
            return self.pronoun(passage, whole, start)
        if lower in self._known.pronouns and (lower not in self._known.articles or end - start == 1):
            return self.pronoun(passage, lower, start)
        named = self._named(passage, start, end)
        return named or self._described(passage, start, end)

    def pronoun(self, passage: int, pronoun: str, position: int = 0) -> Reference | None:
        """Return whom a pronoun at a position of a passage stands for."""
        gender = self._known.pronouns.get(pronoun, "")
        if pronoun.startswith("l'intéress") and (spoken_of := self._spoken_of(passage, gender)) is not None:
            return spoken_of
        if gender in ("m", "f", ""):
            found = self._person(passage, gender, position)
            if found is not None:
                return found
        recent = [(where, entity) for where, entity in reversed(self._focus) if passage - where <= _NEARBY_PASSAGES]
        for _, entity in recent:
            if self._may_be(entity, gender):
                if gender in ("m", "f") and not entity.gender and entity.is_person is not False:
                    entity.gender = gender
                return Reference(entity)
        for entity in self._before(passage):
            if self._may_be(entity, gender):
                return Reference(entity, certain=False)
        return Reference(recent[0][1], certain=False) if recent else None

    def _spoken_of(self, passage: int, gender: str) -> Reference | None:
        """The person of whom somebody else has just spoken: "l'intéressé"."""
        last = self._focus[-1][1] if self._focus else None
        for _, each in reversed(self._focus):
            if each is not last and each.is_person and each.gender == gender:
                return Reference(each)
        return None

    def subject_of(self, passage: int) -> Reference | None:
        """Return the person whom a passage was last about; None without one."""
        for where, each in reversed(self._focus):
            if where == passage and each.is_person:
                return Reference(each)
            if where < passage:
                break
        return None

    @property
    def protagonist(self) -> Entity | None:
        """Return the only person whom the headline names; None if it names nobody, or more."""
        return self._protagonist

    def other_than(self, passage: int, entity: Entity | None) -> Reference | None:
        """Return the person spoken of last who is not a given one."""
        for where, each in reversed(self._focus):
            if each is not entity and each.is_person and passage - where <= _NEARBY_PASSAGES:
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
    def _protagonist(self) -> Entity | None:
        """The only person whom the headline names; the article is about them."""
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

    def _person(self, passage: int, gender: str, position: int = 0) -> Reference | None:
        """The person who is most present where a pronoun stands and agrees with it.

        Whoever spoke or was a subject is more present than somebody who was only named; whoever was spoken of last
        more than others. An organisation is meant only if nobody else was spoken of in the paragraph.
        """
        paragraph = self._passages[passage].paragraph
        nearby = [each for where, each in self._focus if self._passages[where].paragraph == paragraph]
        if gender and self._known.code != "en" and nearby and not any(each.is_person for each in nearby):
            # "Le groupe … Il".
            alone = nearby[-1]
            unknown = not alone.gender and not alone.has_name
            if alone.is_person is False and (alone.gender == gender or unknown):
                return Reference(alone)
        presence: dict[int, float] = {}
        found: dict[int, Entity] = {}
        for order, (where, entity) in enumerate(self._focus):
            if 0 <= passage - where <= _NEARBY_PASSAGES:
                value = _SPOKEN_OF - (passage - where) + order / len(self._focus)
                presence[id(entity)], found[id(entity)] = value, entity
        for entity in self._entities.named:
            places = [where for where, _ in entity.places if where < passage]
            if entity.is_person is not False and places and passage - places[-1] <= _NEARBY_PASSAGES:
                value = -(passage - places[-1]) + 0.0
                presence[id(entity)] = max(value, presence.get(id(entity), value))
                found[id(entity)] = entity
        subject = self._subject_before(passage, position)
        if subject is not None:
            presence[id(subject)], found[id(subject)] = _SPOKEN_OF + 1.0, subject
        if self._protagonist is not None and id(self._protagonist) not in found:
            presence[id(self._protagonist)], found[id(self._protagonist)] = -_NEARBY_PASSAGES, self._protagonist
        bonus = _PROTAGONIST
        if any(self._is_likely(each) and self._may_be(each, gender) for each in self._in_paragraph(passage)):
            bonus = 0.0
        best: Entity | None = None
        most = float("-inf")
        for key, entity in found.items():
            if entity.is_person is False or not self._may_be(entity, gender):
                continue
            likely = self._is_likely(entity)
            value = (
                (bonus if entity is self._protagonist else 0.0)
                + presence[key]
                + (_AGREES if entity.has_name and gender and entity.gender == gender else 0.0)
                + (_IS_PERSON if likely else 0.0)
            )
            value += _HAS_NAME if entity.has_name else 0.0
            if value > most:
                best, most = entity, value
        if best is None:
            return None
        best.gender = best.gender or gender
        if gender and best.is_person is None:
            best.is_person = True
        return Reference(best)

    def _in_paragraph(self, passage: int) -> Iterator[Entity]:
        """All who were spoken of or named in the paragraph before a passage, the last first, with repetitions."""
        paragraph = self._passages[passage].paragraph
        for where, entity in reversed(self._focus):
            if where <= passage and self._passages[where].paragraph == paragraph:
                yield entity
        where = passage - 1
        while where >= 0 and self._passages[where].paragraph == paragraph:
            for entity, _ in self._entities.at(where, 0, len(self._passages[where].words)):
                yield entity
            where -= 1

    def _present(self, passage: int, gender: str) -> Reference | None:
        """The person who is most present, if that is somebody of the same paragraph or the protagonist."""
        found = self._person(passage, gender if gender in ("m", "f") else "")
        if found is None:
            return None
        here = any(each is found.entity for each in self._in_paragraph(passage))
        return Reference(found.entity, certain=False) if here or found.entity is self._protagonist else None

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

    def _named(self, passage: int, start: int, end: int) -> Reference | None:
        words = self._passages[passage].words
        for entity, name in self._entities.at(passage, start, end):
            if (
                name.start == start + 1
                and not is_outlet(f"{words[start].text} {name.text}")
                and self._known.demonym(words[start].lower, entity.name.lower())
            ):
                gender = self._known.articles.get(words[start].lower, "")
                epithet = self._epithet(passage, "", gender or ("f" if entity.name.endswith("e") and gender else ""))
                if epithet is not None:
                    return epithet
            before = words[name.start - 1].lower if name.start > start else ""
            position = name.start - 1
            while position >= start and (
                words[position].text == "."
                or words[position].lower in self._known.titles
                or (words[position].is_capital and words[position].lower not in self._known.articles)
            ):
                position -= 1
            before = words[position].lower if position >= start else ""
            following = words[name.end].lower if name.end < len(words) else ""
            if following == "'s" and name.end < end:
                continue
            if name.end < end and self._is_modifier(words[name.end]):
                continue
            if self._in_participle(words, start, name.start):
                continue
            if self._known.called & {each.lower for each in words[start : name.start]}:
                return Reference(entity)
            if name.start == start or before == "" or words[position].text in (",", "—", "–", "("):
                return Reference(entity)
            if before in self._known.complements and position != start:
                continue
            if before in self._known.prepositions and before not in self._known.articles:
                continue
            if (
                before in self._known.articles
                and position > start
                and words[position - 1].lower in (*self._known.complements, *self._known.prepositions)
            ):
                continue
            return Reference(entity)
        return None

    def _is_modifier(self, following: Word) -> bool:
        """Tell if a name belongs to the noun behind it: "Orsan presidency", "the Ghana international"."""
        if not following.text[0].islower() or following.quoted:
            return False
        if self._known.is_noun(following.lower):
            return True
        verb = (
            following.lower.endswith("ed")
            or following.lower in self._known.verbs
            or following.lower in self._known.common_verbs
        )
        return (
            self._known.code == "en"
            and following.text.isalpha()
            and not verb
            and not self._known.is_function(following.lower)
        )

    def _in_participle(self, words: Sequence[Word], start: int, position: int) -> bool:
        """Tell if a name stands in a participle or relative clause: "le jury, présidé par …", "…, who told Ann"."""
        begin = position
        while begin > start and words[begin - 1].is_word:
            begin -= 1
        if begin == start and words[start].lower not in self._known.relatives:
            return any(each.lower in self._known.relatives for each in words[start:position])
        part = [each.lower for each in words[begin:position]]
        office = any(each in self._known.person_nouns for each in part[1:]) and not set(part) & self._known.agent
        called = bool(self._known.called & set(part)) or office
        return not called and bool(
            set(part) & (self._known.relatives | self._known.agent | self._known.auxiliaries)
            or (part and part[0] in self._known.verbs)
        )

    def _described(self, passage: int, start: int, end: int) -> Reference | None:
        """Whoever a noun phrase without a name of its own stands for."""
        words = self._passages[passage].words
        head = self._head(words, start, end)
        if head is None:
            return self._unknown_noun(passage, start, end)
        lead = words[start].lower
        plural = self._known.articles.get(lead) == "p"
        noun = words[head].lower if plural else self._known.person_noun(words[head].lower) or words[head].lower
        named_behind = noun in self._known.generic and head + 1 < end and words[head + 1].is_capital
        own = self._description(words, head + 1 if named_behind else start, end)
        if noun in self._known.person_nouns and not plural:
            found = self._somebody(passage, noun, lead) if noun in self._known.anybody else None
            found = found or self._by_role(passage, self._nouns(words, head, end), own, lead)
        else:
            followed = words[head + 1].lower if head + 1 < end else ""
            found = self._by_body(passage, head, own, lead, is_complete=followed not in self._known.complements)
        if found is not None:
            return found
        known = self._same_description(own, noun)
        if known is not None and (lead not in self._known.indefinite or noun in known.nouns):
            return Reference(known)
        if noun in self._known.person_nouns and not plural:
            found = self._without_role(passage, lead, noun)
            bare = start == 0 and lead == noun
            if found is None and (bare or lead in self._known.definite):
                gender = self._known.articles.get(lead, "")
                found = self._epithet(passage, noun, gender or self._known.gender_of_noun(noun))
            if found is None and own.lower() == noun:
                found = self._fallen_back(passage, noun, lead)
            if found is None and lead in self._known.definite and self._passages[passage].paragraph <= _OPENING:
                # "The captain of the Isle Maid said …": the name follows.
                soon = self._unintroduced(passage)
                found = Reference(soon, certain=False) if soon is not None else None
        return found or Reference(self._described_entity(own, noun, passage, lead))

    def _unknown_noun(self, passage: int, start: int, end: int) -> Reference | None:
        """Whoever a noun that no table has stands for: one learnt from the text, or whoever is present."""
        words = self._passages[passage].words
        lead = words[start].lower
        name = self._description(words, start, end)
        found = self._by_learnt_noun(passage, words, start, end)
        if found is not None:
            return found
        singular = lead in self._known.definite and self._known.articles.get(lead) != "p"
        document = any(each.lower in self._known.venue_nouns for each in words[start:end])
        if lead in self._known.possessives and document:
            return self._owner(passage, lead)
        if singular and not document and self._same_description(name, "") is None:
            gender = self._known.articles.get(lead, "")
            telling = [each.lower for each in words[start + 1 : end]]
            agent = bool(telling) and _AGENTIVE.search(telling[0 if self._known.code == "fr" else -1])
            found = self._epithet(passage, "", gender) if agent else None
            found = found or self._present(passage, gender)
            found = Reference(found.entity, certain=False) if found is not None else None
        if found is None and name:
            found = Reference(self._described_entity(name, "", passage, lead))
        return found

    def _owner(self, passage: int, lead: str) -> Reference | None:
        """Whoever has a document that speaks: "its website says", "son communiqué"."""
        gender = {"his": "m", "her": "f", "its": "n"}.get(lead, "")
        if gender == "n":
            for where, entity in reversed(self._focus):
                if entity.may_speak_for_itself and passage - where <= _NEARBY_PASSAGES:
                    return Reference(entity, certain=False)
            return None
        return self._person(passage, gender)

    def _somebody(self, passage: int, noun: str, lead: str) -> Reference | None:
        """Whoever a noun for anybody points back to: "the man", "la jeune femme"."""
        if lead not in self._known.definite:
            return None
        found = self._person(passage, self._known.articles.get(lead, "") or self._known.gender_of_noun(noun))
        return Reference(found.entity, certain=False) if found is not None else None

    def _by_body(self, passage: int, head: int, own: str, lead: str, *, is_complete: bool) -> Reference | None:
        """The organisation that a noun stands for: by its fullest description, or by a name."""
        if lead in self._known.indefinite and not self._passages[passage].is_heading:
            return None
        noun = self._passages[passage].words[head].lower
        fullest = self._fullest(passage, head, own)
        if fullest is not None:
            return Reference(self._described_entity(fullest, noun, passage, lead))
        if is_complete and lead not in self._known.possessives:
            return self._by_organisation(passage, noun, own)
        return None

    def _without_role(self, passage: int, lead: str, noun: str) -> Reference | None:
        """The person spoken of in the sentence before, whose office is told only now: "L'ancien directeur …"."""
        if lead not in self._known.definite:
            return None
        gender = self._known.articles.get(lead, "") or self._known.gender_of_noun(noun)
        found = self._present(passage, gender)
        if found is None or found.entity.role or found.entity.nouns or not found.entity.has_name:
            return None
        if not any(where in (passage, passage - 1) for where, each in self._focus if each is found.entity):
            return None
        found.entity.nouns.add(noun)
        return Reference(found.entity)

    def _epithet(self, passage: int, noun: str, gender: str) -> Reference | None:
        """The person of the paragraph, or of the sentence before, whom a noun tells more of: "la navigatrice"."""
        soon = [entity for where, entity in reversed(self._focus) if passage - where in (0, 1)]
        fitting: dict[int, Entity] = {}
        for each in (*self._in_paragraph(passage), *soon):
            likely = each.has_name and (self._is_likely(each) or self._is_subject(each))
            if likely and self._may_be(each, gender) and not self._has_other_office(each, noun):
                fitting[id(each)] = each
        if not fitting and self._protagonist is not None:
            alone = self._protagonist
            if self._may_be(alone, gender) and not self._has_other_office(alone, noun):
                return Reference(alone)
        if not fitting:
            return None
        found = next(iter(fitting.values()))
        found.is_person = True
        return Reference(found, certain=len(fitting) == 1)

    def _is_subject(self, entity: Entity) -> bool:
        """Tell if an entity that may be a person was a subject or spoke."""
        return entity.is_person is None and any(each is entity for _, each in self._focus)

    def _has_other_office(self, entity: Entity, noun: str) -> bool:
        """Tell if a noun is an office, and an entity has another one."""
        if noun not in self._known.offices:
            return False
        own = {each for each in entity.nouns if each in self._known.offices}
        return bool(own) and not own & self._known.person_nouns.get(noun, frozenset())

    def _fallen_back(self, passage: int, noun: str, lead: str) -> Reference | None:
        """Whoever is present, for an office that nobody was given: not whoever has another one."""
        if lead in self._known.possessives:
            unintroduced = self._unintroduced(passage)
            return Reference(unintroduced, certain=False) if unintroduced is not None else None
        if lead not in self._known.definite:
            return None
        gender = self._known.articles.get(lead, "") or self._known.gender_of_noun(noun)
        found = self._person(passage, gender)
        if found is None or (found.entity.nouns & self._known.person_nouns.keys() and found.entity.role):
            return None
        return Reference(found.entity, certain=False)

    def _by_learnt_noun(self, passage: int, words: Sequence[Word], start: int, end: int) -> Reference | None:
        """Whoever the text has called so before, or whose name has the word: "the corps", "le tailleur"."""
        if words[start].lower not in self._known.definite or end - start > 4:
            return None
        telling = {each.lower for each in words[start:end] if not self._known.is_function(each.lower)}
        called = [each for each in self._entities.named if telling & each.nouns]
        best = self._nearest(passage, called)
        if best is not None:
            return Reference(best)
        named = [
            each
            for each in self._entities.named
            if each.is_person is not True and len(telling) == 1 and telling & set(each.name.lower().split()[-4:])
        ]
        return Reference(named[0]) if len(named) == 1 else None

    def _unintroduced(self, passage: int) -> Entity | None:
        """The next person that is named without a role: "its director announced" comes before the name."""
        for entity in sorted(self._entities.named, key=lambda each: each.places[0]):
            soon = entity.places[0][0] in (passage, passage + 1, passage + 2)
            if soon and entity.is_person and not entity.nouns & self._known.person_nouns.keys():
                return entity
        return None

    def _is_noun(self, lower: str) -> bool:
        return self._known.is_noun(lower)

    def _head(self, words: Sequence[Word], start: int, end: int) -> int | None:
        """The position of the noun that a description is about: not one of its complements."""
        for position in range(start, end):
            word = words[position]
            if word.lower in self._known.complements and position > start and word.lower not in self._known.articles:
                if words[start].lower in ("l'", "un", "une", "one") and position - start <= 2:
                    continue
                break
            if word.text in (",", "—", "–") or word.lower in self._known.relatives:
                break
            if self._is_noun(word.lower) or word.lower.removeprefix("ex-") in self._known.person_nouns:
                following = words[position + 1].lower if position + 1 < end else ""
                if following == "'s":
                    continue
                if self._known.code == "en" and self._is_noun(following) and position + 1 < end:
                    continue
                return position
        return None

    def _nouns(self, words: Sequence[Word], head: int, end: int) -> list[str]:
        """The noun at a position, after any of several words that begin there."""
        lowers = [each.lower for each in words[head:end]]
        found = [" ".join(lowers[:size]) for size in (4, 3, 2) if " ".join(lowers[:size]) in self._known.person_nouns]
        if self._known.code == "en" and head and f"{words[head - 1].lower} {lowers[0]}" in self._known.person_nouns:
            found.append(f"{words[head - 1].lower} {lowers[0]}")
        return [*found, lowers[0]]

    def _description(self, words: Sequence[Word], start: int, end: int) -> str:
        """The words of a description without articles, appositions and relative clauses."""
        while start < end and (words[start].lower in self._known.articles or not words[start].is_word):
            start += 1
        if words[start - 1].lower in self._known.articles and words[start - 1].lower in ("one",):
            start -= 1
        last = start
        quoted = start < end and words[start].quoted
        while last < end and not (
            words[last].text in (",", "—", "–", "(")
            or words[last].lower in self._known.relatives
            or words[last].quoted is not quoted
            or (last > start and self._is_aside(words, last, end))
            or (last > start and self._is_outside(words, last, end))
        ):
            last += 1
        if last == start:
            return ""
        text = self._entities.page.text[words[start].start : words[last - 1].end]
        if start and words[start - 1].lower in self._known.articles and words[start - 1].lower in _NUMERALS:
            text = self._entities.page.text[words[start - 1].start : words[last - 1].end]
        return " ".join(text.split())

    def _is_aside(self, words: Sequence[Word], position: int, end: int) -> bool:
        """Tell if an adverb, or a participle with whoever did it, goes on behind a description: "reached by …"."""
        lower = words[position].lower
        if lower in self._known.within and position == end - 1:
            return True
        following = words[position + 1].lower if position + 1 < end else ""
        return following in self._known.agent and lower.endswith(("ed", "é", "ée", "és", "ées", "t", "te", "ts", "tes"))

    def _is_outside(self, words: Sequence[Word], position: int, end: int) -> bool:
        """Tell if a preposition begins what is no part of a description: a time, or a place that has no name."""
        lower = words[position].lower
        if lower not in self._known.prepositions - self._known.complements or lower in self._known.articles:
            return lower in self._known.times and not words[position].is_capital
        following = words[position + 1] if position + 1 < end else None
        return following is None or lower not in _INSIDE or following.lower in self._known.times

    def _by_role(self, passage: int, nouns: Sequence[str], own: str, lead: str) -> Reference | None:
        """The person whose role a noun names, or may stand for."""
        named = self._entities.named
        indefinite = lead in self._known.indefinite
        heading = self._passages[passage].is_heading
        if indefinite and not heading and self._known.code != "en":
            return None
        gender = self._known.articles.get(lead, "")
        words = set(own.lower().split()) - set(nouns)
        for noun in nouns:
            exact = [each for each in named if noun in each.nouns]
            opening = self._passages[passage].paragraph <= _OPENING
            if (
                indefinite
                and not heading
                and not (opening and any(min(each.places)[0] in (passage, passage + 1, passage + 2) for each in exact))
            ):
                return None
            exact = [each for each in exact if self._may_have_role(each, own)]
            alike = (
                []
                if indefinite and not heading
                else [
                    each
                    for each in named
                    if each.is_person and each.nouns & self._known.person_nouns.get(noun, frozenset())
                ]
            )
            # Whoever is introduced only later is not meant by a word that another role suggests.
            alike = [each for each in alike if heading or min(each.places)[0] <= passage]
            if (
                not heading
                and not indefinite
                and lead not in self._known.possessives
                and any(min(each.places)[0] <= passage for each in exact)
            ):
                exact = [each for each in exact if min(each.places)[0] <= passage]
            described = next((each for each in self._entities.described if noun in each.nouns and each.is_person), None)
            if described is not None and not exact and not indefinite:
                return Reference(described)
            for group in (exact, alike):
                fitting = [
                    each
                    for each in group
                    if not (gender in ("m", "f") and each.gender in ("m", "f") and each.gender != gender)
                ] or (group if group is exact else [])
                if len(words & {"ancien", "ancienne", "former"}) and not any(
                    "ancien" in each.role or "former" in each.role.lower() for each in fitting
                ):
                    continue
                overlapping = [
                    each for each in fitting if words and words & set(each.role.lower().replace("’", "'").split())
                ]
                if words - set(self._known.complements) and not overlapping and group is alike and not heading:
                    continue
                best = self._nearest(passage, overlapping or fitting)
                if best is not None:
                    return Reference(best, certain=group is exact or len(fitting) == 1)
        return None

    def _may_have_role(self, entity: Entity, description: str) -> bool:
        """Tell if the complement of a description ("porte-parole de la police") contradicts no role of an entity."""
        mine, role = self._complement(description), self._complement(entity.role)
        return not mine or not role or bool(mine & role)

    def _complement(self, description: str) -> set[str]:
        """The content words behind the first preposition of a description."""
        lowers = description.lower().replace("’", "'").replace("'", "' ").split()
        start = next((position for position, word in enumerate(lowers) if word in self._known.complements), len(lowers))
        return {word for word in lowers[start:] if not self._known.is_function(word)}

    def _nearest(self, passage: int, group: Sequence[Entity]) -> Entity | None:
        """The one of some persons who was spoken of last before a passage, or who comes first after it."""
        if not group:
            return None
        for where, entity in reversed(self._focus):
            if entity in group and passage - where <= _NEARBY_PASSAGES:
                return entity
        before = [
            (max(p for p in each.places if p[0] <= passage), each) for each in group if min(each.places)[0] <= passage
        ]
        if before:
            return max(before, key=lambda each: each[0])[1]
        return min(group, key=lambda each: min(each.places))

    def _fullest(self, passage: int, head: int, own: str) -> str | None:
        """The longest description in the page with the same noun, and with all words of this one."""
        noun = self._passages[passage].words[head].lower
        mine = set(own.lower().split())
        best, longest = None, len(own.split())
        alternatives: set[str] = set()
        for index, position, _ in self._descriptions.get(noun, ()):
            words = self._passages[index].words
            if self._known.code == "en" and position + 1 < len(words) and self._is_noun(words[position + 1].lower):
                continue
            end = phrase_end(words, position, self._known)
            start = position
            while (
                start > 0
                and position - start < 3
                and words[start - 1].is_word
                and words[start - 1].is_capital
                and not self._known.is_function(words[start - 1].lower)
                and self._known.code == "en"
            ):
                start -= 1
            text = self._description(words, start, end)
            extra = text.lower().split()
            if len(extra) > 1 and text.lower() != own.lower():
                alternatives.add(text)
            if mine <= set(extra) and len(extra) > longest:
                best, longest = text, len(extra)
        if best is None and len(mine) <= 2 and len(alternatives) == 1 and self._passages[passage].is_heading:
            return alternatives.pop()
        return best

    def _by_organisation(self, passage: int, noun: str, own: str) -> Reference | None:
        """The organisation with a name that a bare noun stands for: the one spoken of last."""
        if (len(own.split()) > 1 and self._known.code != "en") or len(own.split()) > 3 or "'s" in own or "’s" in own:
            return None
        named = {
            entity.name: entity
            for entity in self._entities.named
            if noun in entity.name.lower().split() and entity.is_person is not True
        }
        if len(named) == 1:
            return Reference(next(iter(named.values())))
        if noun in self._known.unique_bodies:
            return None
        for where, entity in reversed(self._focus):
            if entity.may_speak_for_itself and passage - where <= _NEARBY_PASSAGES and not is_outlet(entity.name):
                return Reference(entity, certain=False)
        spoke = {id(each): each for _, each in self._focus if each.may_speak_for_itself and not is_outlet(each.name)}
        if len(spoke) == 1:
            return Reference(next(iter(spoke.values())), certain=False)
        near = [
            (place, each)
            for each in self._entities.named
            for place in each.places
            if each.is_person is None and each.may_speak_for_itself and passage - 2 <= place[0] < passage
        ]
        return Reference(max(near, key=lambda found: found[0])[1], certain=False) if near else None

    def _same_description(self, own: str, noun: str) -> Entity | None:
        lower = own.lower()
        exact = next((each for each in self._entities.described if noun and lower == noun and noun in each.nouns), None)
        if exact is not None:
            return exact
        for entity in self._entities.described:
            name = entity.name.lower()
            if name == lower or (noun and lower == noun and noun in entity.nouns):
                return entity
            if noun and noun in entity.nouns and set(lower.split()) <= set(name.split()):
                return entity
            if noun and lower == noun and entity.nouns & self._known.person_nouns.get(noun, frozenset()):
                return entity
        return None

    def _described_entity(self, name: str, noun: str, passage: int, lead: str) -> Entity:
        for entity in (*self._entities.named, *self._entities.described):
            if entity.name.lower() == name.lower():
                if noun and not entity.is_person:
                    entity.nouns.add(noun)
                return entity
        entity = Entity(name, {noun} if noun else set(), has_name=False, places=[(passage, 0)])
        entity.is_person = noun in self._known.person_nouns or (
            False if noun in self._known.organisation_nouns else None
        )
        gender = self._known.articles.get(lead, "")
        entity.gender = gender if gender in ("m", "f") else ""
        self._entities.described.append(entity)
        return entity
