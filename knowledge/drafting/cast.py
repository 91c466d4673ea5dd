"""Casts: the people, outlets and venues of a proposal."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.drafting.alphabets import name_in
from knowledge.drafting.entity import Entity
from knowledge.drafting.fragments import RunLimit
from knowledge.drafting.identifiers import Identifiers
from knowledge.drafting.languages import grammar
from knowledge.drafting.outlets import outlet_names
from knowledge.drafting.proposal import ProposedPerson
from knowledge.drafting.roles import role_in
from knowledge.drafting.statement import FoundStatement, ReadArticle
from knowledge.drafting.venues import venue_kind, venue_words


class Cast:
    """The people, outlets and venues that a proposal has taken up, each with an id.

    Args:
        reading: The reading of the article.
        served: ISO 639-1 codes of the languages to name them in.
        longest: The most words in a row of the text that anything may hold.
    """

    def __init__(self, reading: ReadArticle, served: Sequence[str], longest: int) -> None:
        self._reading = reading
        self._page = reading.page
        self._language = reading.page.language
        self._known = grammar(self._language)
        self._served = tuple(served)
        self._longest = longest
        self._limit = RunLimit(reading.page.text, longest)
        self._ids = Identifiers()
        self._people: dict[str, ProposedPerson] = {}
        self._outlets: dict[str, Mapping[str, str]] = {}
        self._venues: dict[str, Mapping[str, str]] = {}

    def _person(self, statement: FoundStatement) -> str | None:
        """The id of a speaker, who is entered; None for nobody, or for somebody who is not certain."""
        entity = statement.entity
        if entity is None or "speaker" in statement.unsure or not statement.speaker:
            return None
        key = self._ids.of(f"person {entity.name}", entity.last if entity.has_name else entity.name, "speaker")
        if key not in self._people:
            self._people[key] = self._proposed_person(key, entity)
        return key

    def _proposed_person(self, key: str, entity: Entity) -> ProposedPerson:
        name = {code: self._name(entity, code) for code in self._served}
        aliases: dict[str, tuple[str, ...]] = {}
        for code in self._served:
            some = []
            if entity.has_name and len(entity.name.split()) > 1:
                some.append(name[code].split()[-1])
            if code == self._language and entity.role and self._limit.allows(entity.role):
                some.append(entity.role)
            role = role_in(entity.nouns, self._language, code)
            if role and code != self._language and role not in some:
                some.append(role)
            if some:
                aliases[code] = tuple(dict.fromkeys(some))
        roles = {code: self._role(entity, code) for code in self._served}
        every = all(roles.values())
        return ProposedPerson(key, name, {code: str(role) for code, role in roles.items()} if every else None, aliases)

    def _name(self, entity: Entity, code: str) -> str:
        text = " ".join(self._clipped(entity.name).split())
        return name_in(text, code) if entity.has_name else text

    def _role(self, entity: Entity, code: str) -> str | None:
        if code == self._language:
            return self._clipped(entity.role) if entity.role else None
        return role_in(entity.nouns, self._language, code)

    def _clipped(self, text: str) -> str:
        return text if self._limit.allows(text) else " ".join(text.split()[: self._longest - 2])

    def _outlet(self, statement: FoundStatement) -> str | None:
        if statement.outlet is None or "outlet" in statement.unsure:
            return None
        names = outlet_names(statement.outlet)
        key = self._ids.of(f"outlet {names['en']}", names["en"], "outlet")
        self._outlets[key] = {code: names[code] for code in self._served}
        return key

    def _venue(self, statement: FoundStatement) -> str | None:
        kind = venue_kind(statement.venue) if statement.venue else None
        if kind is None:
            return None
        self._venues[kind] = {code: venue_words(kind)[code] for code in self._served}
        return kind
