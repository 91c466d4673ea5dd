"""Entities: those whom a page names or describes, each with all that it says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.drafting.entity import Entity
from knowledge.drafting.first_names import gender_of
from knowledge.drafting.introductions import IntroductionReader
from knowledge.drafting.languages import Grammar
from knowledge.drafting.names import NameFinder, NameMention
from knowledge.drafting.page import Page
from knowledge.drafting.words import Word

_ABBREVIATION = re.compile(r"[A-ZÀ-Ý]{2,6}")
# Words that have no letter in an abbreviation.
_UNINITIALLED = frozenset("de du des d' la le les l' et à au aux en pour sur of the and for in on at to".split())


class Entities:
    """All entities of a page.

    Args:
        page: The page.
        known: The grammar of its language.
    """

    def __init__(self, page: Page, known: Grammar) -> None:
        self.page = page
        self.known = known
        self.named: list[Entity] = []
        self.described: list[Entity] = []
        self._at: dict[tuple[int, int], tuple[Entity, NameMention]] = {}
        names = list(NameFinder(page, known).names())
        for name in sorted(names, key=lambda each: -len(each.text.split())):
            self._enter(name)
        for name in names:
            self._spell_out(name)
        introductions = IntroductionReader(page, known)
        for name in names:
            introductions.take_up(self._at[name.passage, name.start][0], name)
        for entity in self.named:
            entity.places.sort()
            if not entity.gender and entity.is_person is not False:
                entity.gender = gender_of(entity.name.split()[0])

    def at(self, passage: int, start: int, end: int) -> Iterator[tuple[Entity, NameMention]]:
        """Yield the named entities whose names stand between two positions of a passage."""
        for position in range(start, end):
            if found := self._at.get((passage, position)):
                yield found

    def _enter(self, name: NameMention) -> None:
        entity = self._same(name)
        if entity is None:
            entity = Entity(name.text)
            self.named.append(entity)
        entity.places.append((name.passage, name.start))
        self._at[name.passage, name.start] = (entity, name)
        gender = self.known.titles.get(name.title, "")
        if gender in ("m", "f") and not entity.gender:
            entity.gender = gender
        if name.title and name.title not in self.known.media_nouns:
            entity.is_person = True

    def _spell_out(self, name: NameMention) -> None:
        """Take an abbreviation for the name that stands before it in brackets, or whose initials it has."""
        entity = self._at[name.passage, name.start][0]
        if not _ABBREVIATION.fullmatch(entity.name):
            return
        words = self.page.passages[name.passage].words
        full = self._before_brackets(words, name) if name.start and words[name.start - 1].text == "(" else ""
        same = next((each for each in self.named if each is not entity and each.name == full), None) or next(
            (each for each in self.named if _initials(each.name.split()) == entity.name), None
        )
        if same is None and not full:
            return
        if same is None:
            entity.name, entity.is_person = full, False
            return
        for place, (other, where) in list(self._at.items()):
            if other is entity:
                self._at[place] = (same, where)
                same.places.append(place)
        self.named.remove(entity)

    def _before_brackets(self, words: Sequence[Word], name: NameMention) -> str:
        """The words before brackets whose initials an abbreviation in them has; empty if they have others."""
        last = name.start - 1
        for first in range(last - 1, max(-1, last - 12), -1):
            if not words[first].is_word or words[first].quoted:
                break
            part = [each.text for each in words[first:last] if not each.text.endswith(("'", "’"))]
            if _initials(part) == name.text.upper() and words[first].lower not in self.known.articles:
                return " ".join(self.page.text[words[first].start : words[last - 1].end].split())
        return ""

    def _same(self, name: NameMention) -> Entity | None:
        """The entity that a name stands for, longer names being entered first."""
        words = name.text.lower().replace("’", "'").split()
        gender = self.known.titles.get(name.title, "") or self._gender_before(name)
        found: list[Entity] = []
        for entity in self.named:
            own = entity.name.lower().replace("’", "'").split()
            if own == words or (len(words) < len(own) and (own[-len(words) :] == words or own[: len(words)] == words)):
                found.append(entity)
        if len(found) > 1:
            agreeing = [each for each in found if self._agrees(each, name, gender)]
            found = agreeing or found
            before = [each for each in found if min(each.places) < (name.passage, name.start)]
            found = before or found
            if len(before) > 1:
                found = [max(before, key=lambda each: max(p for p in each.places if p < (name.passage, name.start)))]
        return found[0] if found else None

    def _agrees(self, entity: Entity, name: NameMention, gender: str) -> bool:
        own = entity.gender or self._gender_of(entity)
        if name.title and name.title in self._titles_of(entity):
            return True
        return not (gender in ("m", "f") and own in ("m", "f") and own != gender) and not (
            name.title in self.known.person_nouns
            and self._titles_of(entity)
            and name.title not in self._titles_of(entity)
        )

    def _titles_of(self, entity: Entity) -> set[str]:
        titles: set[str] = set()
        for place in entity.places:
            found = self._at.get(place)
            if found and found[1].title:
                titles.add(found[1].title)
        return titles

    def _gender_of(self, entity: Entity) -> str:
        for place in entity.places:
            found = self._at.get(place)
            if found and (gender := self._gender_before(found[1])):
                return gender
        return ""

    def _gender_before(self, name: NameMention) -> str:
        """The gender that the words before a name tell: an article, a noun, or a noun and a comma."""
        words = self.page.passages[name.passage].words
        position = name.start - 1
        steps = 0
        while position >= 0 and steps < 10:
            word = words[position]
            if word.lower in self.known.titles and self.known.titles[word.lower] in ("m", "f"):
                return self.known.titles[word.lower]
            gender = self.known.articles.get(word.lower, "")
            if gender in ("m", "f"):
                noun = words[position + 1].lower if position + 1 < len(words) else ""
                return (
                    gender
                    if noun in self.known.person_nouns or steps <= 1 or self._has_noun(words, position, name.start)
                    else ""
                )
            if word.lower.endswith("woman") or word.lower in ("actress", "mother", "daughter", "wife", "widow"):
                return "f"
            if word.lower.endswith("sman") or word.lower in ("husband", "father", "son", "brother"):
                return "m"
            position -= 1
            steps += 1
        return ""

    def _has_noun(self, words: Sequence[Word], start: int, end: int) -> bool:
        return any(each.lower in self.known.person_nouns for each in words[start:end])


def _initials(words: Sequence[str]) -> str:
    """The initials of a name's words in capitals, those of small words left out."""
    return "".join(word[0] for word in words if word.lower() not in _UNINITIALLED and word[0].isalpha()).upper()
