"""Descriptions: noun phrases that stand for somebody without giving a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.drafting.entities import Entities
from knowledge.drafting.entity import Entity
from knowledge.drafting.languages import Grammar
from knowledge.drafting.phrases import phrase_end
from knowledge.drafting.words import Word

# Words of number that belong to a description: "two aides", "deux témoins".
_NUMERALS = frozenset(
    """one two three four five six some several many deux trois quatre cinq six sept huit dix plusieurs""".split()
)
_POSSESSIVE = re.compile(r"['’]s(?= )")
# Prepositions that may stand inside a description: "source proche du dossier", "people familiar with the matter".
_INSIDE = frozenset("with to on in à en".split())


class Descriptions:
    """A reader of the descriptions of a page.

    Args:
        entities: Those of the page; whoever is only described is added to them.
    """

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._known: Grammar = entities.known
        self._passages = entities.page.passages
        self._places: dict[str, list[tuple[int, int]]] = {}
        for index, passage in enumerate(self._passages):
            for position, word in enumerate(passage.words):
                if not word.quoted and self._is_noun(word.lower):
                    self._places.setdefault(word.lower, []).append((index, position))

    def head(self, words: Sequence[Word], start: int, end: int) -> int | None:
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

    def nouns(self, words: Sequence[Word], head: int, end: int) -> list[str]:
        """The noun at a position, after any of several words that begin there."""
        lowers = [each.lower for each in words[head:end]]
        found = [" ".join(lowers[:size]) for size in (4, 3, 2) if " ".join(lowers[:size]) in self._known.person_nouns]
        if self._known.code == "en" and head and f"{words[head - 1].lower} {lowers[0]}" in self._known.person_nouns:
            found.append(f"{words[head - 1].lower} {lowers[0]}")
        return [*found, lowers[0]]

    def text(self, words: Sequence[Word], start: int, end: int) -> str:
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

    def fullest(self, passage: int, head: int, own: str) -> str | None:
        """The longest description in the page with the same noun, and with all words of this one."""
        noun = self._passages[passage].words[head].lower
        mine = set(own.lower().split())
        best, longest = None, len(own.split())
        alternatives: set[str] = set()
        for index, position in self._places.get(noun, ()):
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
            text = self.text(words, start, end)
            extra = text.lower().split()
            if len(extra) > 1 and text.lower() != own.lower():
                alternatives.add(text)
            if mine <= set(extra) and len(extra) > longest:
                best, longest = text, len(extra)
        if best is None and len(mine) <= 2 and len(alternatives) == 1 and self._passages[passage].is_heading:
            return alternatives.pop()
        return best

    def same(self, own: str, noun: str) -> Entity | None:
        """Return whoever was described before by the same words, or by a related noun; None without anybody.

        Args:
            own: The words of the description, as `text` returns them.
            noun: The noun that it is about, in lower case; empty if no table has it.
        """
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

    def entity(self, name: str, noun: str, passage: int, lead: str) -> Entity:
        """Return whoever bears a name or description; a new entity if nobody does.

        Args:
            name: The name, or the words of the description.
            noun: The noun that it is about, in lower case; empty if no table has it.
            passage: The index of its passage.
            lead: The article before it, in lower case.
        """
        for entity in (*self._entities.named, *self._entities.described):
            if _without_possessive(entity.name) == _without_possessive(name):
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

    def _is_noun(self, lower: str) -> bool:
        return self._known.is_noun(lower)

    def may_have_role(self, entity: Entity, description: str) -> bool:
        """Tell if the complement of a description ("porte-parole de la police") contradicts no role of an entity."""
        mine, role = self._complement(description), self._complement(entity.role)
        return not mine or not role or bool(mine & role)

    def _complement(self, description: str) -> set[str]:
        """The content words behind the first preposition of a description."""
        lowers = description.lower().replace("’", "'").replace("'", "' ").split()
        start = next((position for position, word in enumerate(lowers) if word in self._known.complements), len(lowers))
        return {word for word in lowers[start:] if not self._known.is_function(word)}


def _without_possessive(name: str) -> str:
    """Return a name in lower case; "Orsan’s presidency" is the same body as "the Orsan presidency"."""
    return _POSSESSIVE.sub("", name.lower())
