"""References: whom a name, a noun or a pronoun stands for."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.drafting.descriptions import Descriptions
from knowledge.drafting.entities import Entities
from knowledge.drafting.entity import Entity
from knowledge.drafting.languages import Grammar
from knowledge.drafting.outlets import is_outlet
from knowledge.drafting.present_people import NEARBY_PASSAGES, PresentPeople
from knowledge.drafting.reference import Reference
from knowledge.drafting.words import Word

# Paragraphs that speak of somebody before they give a name.
_OPENING = 2
# Endings of nouns for people who do something.
_AGENTIVE = re.compile(r"(?:eur|euse|iste|ien|ienne|ier|ière|ant|ante|er|or|ist|man|old)$")


class References:
    """A reader of references, in the order of the page.

    Args:
        entities: Those of the page.

    Attributes:
        presence: The people who are spoken of.
    """

    def __init__(self, entities: Entities) -> None:
        self._entities = entities
        self._known: Grammar = entities.known
        self._passages = entities.page.passages
        self._descriptions = Descriptions(entities)
        self.presence = PresentPeople(entities)

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
            return self.presence.pronoun(passage, whole, start)
        if lower in self._known.pronouns and (lower not in self._known.articles or end - start == 1):
            return self.presence.pronoun(passage, lower, start)
        named = self._named(passage, start, end)
        return named or self._described(passage, start, end)

    def _named(self, passage: int, start: int, end: int) -> Reference | None:
        words = self._passages[passage].words
        for entity, name in self._entities.at(passage, start, end):
            if name.start == start + 1 and (bearer := self._bearer(passage, words[start], entity)) is not None:
                return bearer
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

    def _bearer(self, passage: int, article: Word, entity: Entity) -> Reference | None:
        """Return the person called by a town, country or party: "la Lorientaise", "the Conservative"."""
        if is_outlet(f"{article.text} {entity.name}") or not self._known.demonym(article.lower, entity.name.lower()):
            return None
        return self.presence.epithet(passage, "", self._known.articles.get(article.lower, ""))

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
        """Resolve a noun phrase without a name of its own."""
        words = self._passages[passage].words
        head = self._descriptions.head(words, start, end)
        if head is None:
            return self._unknown_noun(passage, start, end)
        lead = words[start].lower
        plural = self._known.articles.get(lead) == "p"
        noun = words[head].lower if plural else self._known.person_noun(words[head].lower) or words[head].lower
        named_behind = noun in self._known.generic and head + 1 < end and words[head + 1].is_capital
        own = self._descriptions.text(words, head + 1 if named_behind else start, end)
        if noun in self._known.person_nouns and not plural:
            found = self._somebody(passage, noun, lead) if noun in self._known.anybody else None
            found = found or self._by_role(passage, self._descriptions.nouns(words, head, end), own, lead)
        else:
            followed = words[head + 1].lower if head + 1 < end else ""
            found = self._by_body(passage, head, own, lead, is_complete=followed not in self._known.complements)
        if found is not None:
            return found
        known = self._descriptions.same(own, noun)
        if known is not None and (lead not in self._known.indefinite or noun in known.nouns):
            return Reference(known)
        if noun in self._known.person_nouns and not plural:
            found = self._without_role(passage, lead, noun)
            bare = start == 0 and lead == noun
            if found is None and (bare or lead in self._known.definite):
                gender = self._known.articles.get(lead, "")
                found = self.presence.epithet(passage, noun, gender or self._known.gender_of_noun(noun))
            if found is None and own.lower() == noun:
                found = self._fallen_back(passage, noun, lead)
            if found is None and lead in self._known.definite and self._passages[passage].paragraph <= _OPENING:
                # "The captain of the Isle Maid said …": the name follows.
                soon = self.presence.unintroduced(passage)
                found = Reference(soon, certain=False) if soon is not None else None
        return found or Reference(self._descriptions.entity(own, noun, passage, lead))

    def _unknown_noun(self, passage: int, start: int, end: int) -> Reference | None:
        """Resolve a noun that no table has: one learnt from the text, or a word for somebody present."""
        words = self._passages[passage].words
        lead = words[start].lower
        name = self._descriptions.text(words, start, end)
        found = self._by_learnt_noun(passage, words, start, end)
        if found is not None:
            return found
        singular = lead in self._known.definite and self._known.articles.get(lead) != "p"
        document = any(each.lower in self._known.venue_nouns for each in words[start:end])
        if lead in self._known.possessives and document:
            return self.presence.owner(passage, lead)
        if singular and not document and self._descriptions.same(name, "") is None:
            gender = self._known.articles.get(lead, "")
            telling = [each.lower for each in words[start + 1 : end]]
            agent = bool(telling) and _AGENTIVE.search(telling[0 if self._known.code == "fr" else -1])
            found = self.presence.epithet(passage, "", gender) if agent else None
            found = found or self.presence.present(passage, gender)
            found = Reference(found.entity, certain=False) if found is not None else None
        if found is None and name:
            found = Reference(self._descriptions.entity(name, "", passage, lead))
        return found

    def _somebody(self, passage: int, noun: str, lead: str) -> Reference | None:
        """Resolve a noun for anybody, which points back: "the man", "la jeune femme"."""
        if lead not in self._known.definite:
            return None
        found = self.presence.person(passage, self._known.articles.get(lead, "") or self._known.gender_of_noun(noun))
        return Reference(found.entity, certain=False) if found is not None else None

    def _by_body(self, passage: int, head: int, own: str, lead: str, *, is_complete: bool) -> Reference | None:
        """The organisation that a noun stands for: by its fullest description, or by a name."""
        if lead in self._known.indefinite and not self._passages[passage].is_heading:
            return None
        noun = self._passages[passage].words[head].lower
        fullest = self._descriptions.fullest(passage, head, own)
        if fullest is not None:
            return Reference(self._descriptions.entity(fullest, noun, passage, lead))
        if is_complete and lead not in self._known.possessives:
            return self._by_organisation(passage, noun, own)
        return None

    def _without_role(self, passage: int, lead: str, noun: str) -> Reference | None:
        """The person spoken of in the sentence before, whose office is told only now: "L'ancien directeur …"."""
        if lead not in self._known.definite:
            return None
        gender = self._known.articles.get(lead, "") or self._known.gender_of_noun(noun)
        found = self.presence.present(passage, gender)
        if found is None or found.entity.role or found.entity.nouns or not found.entity.has_name:
            return None
        if not any(where in (passage, passage - 1) for where, each in self.presence.focus if each is found.entity):
            return None
        found.entity.nouns.add(noun)
        return Reference(found.entity)

    def _fallen_back(self, passage: int, noun: str, lead: str) -> Reference | None:
        """Resolve an office that nobody was given: somebody present who has no other one."""
        if lead in self._known.possessives:
            unintroduced = self.presence.unintroduced(passage)
            return Reference(unintroduced, certain=False) if unintroduced is not None else None
        if lead not in self._known.definite:
            return None
        gender = self._known.articles.get(lead, "") or self._known.gender_of_noun(noun)
        found = self.presence.person(passage, gender)
        if found is None or (found.entity.nouns & self._known.person_nouns.keys() and found.entity.role):
            return None
        return Reference(found.entity, certain=False)

    def _by_learnt_noun(self, passage: int, words: Sequence[Word], start: int, end: int) -> Reference | None:
        """Return the one called so before, or with the word in their name: "the corps", "le tailleur"."""
        if words[start].lower not in self._known.definite or end - start > 4:
            return None
        telling = {each.lower for each in words[start:end] if not self._known.is_function(each.lower)}
        called = [each for each in self._entities.named if telling & each.nouns]
        best = self.presence.nearest(passage, called)
        if best is not None:
            return Reference(best)
        named = [
            each
            for each in self._entities.named
            if each.is_person is not True and len(telling) == 1 and telling & set(each.name.lower().split()[-4:])
        ]
        return Reference(named[0]) if len(named) == 1 else None

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
            exact = [each for each in exact if self._descriptions.may_have_role(each, own)]
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
                best = self.presence.nearest(passage, overlapping or fitting)
                if best is not None:
                    return Reference(best, certain=group is exact or len(fitting) == 1)
        return None

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
        for where, entity in reversed(self.presence.focus):
            if entity.may_speak_for_itself and passage - where <= NEARBY_PASSAGES and not is_outlet(entity.name):
                return Reference(entity, certain=False)
        spoke = {
            id(each): each for _, each in self.presence.focus if each.may_speak_for_itself and not is_outlet(each.name)
        }
        if len(spoke) == 1:
            return Reference(next(iter(spoke.values())), certain=False)
        near = [
            (place, each)
            for each in self._entities.named
            for place in each.places
            if each.is_person is None and each.may_speak_for_itself and passage - 2 <= place[0] < passage
        ]
        return Reference(max(near, key=lambda found: found[0])[1], certain=False) if near else None
