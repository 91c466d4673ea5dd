"""Entities: those whom a page names or describes, each with all that it says of them."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from knowledge.drafting.first_names import gender_of, is_first_name
from knowledge.drafting.languages import Grammar
from knowledge.drafting.names import NameFinder, NameMention
from knowledge.drafting.outlets import is_outlet
from knowledge.drafting.page import Page
from knowledge.drafting.words import Word

_ABBREVIATION = re.compile(r"[A-ZÀ-Ý]{2,6}")
# Endings of nouns for those who do something, right before a name: "l'océanographe Nils …".
_AGENT_NOUN = re.compile(r"(?:eur|euse|iste|graphe|logue|ien|ienne|trice)$")
# Words that have no letter in an abbreviation.
_UNINITIALLED = frozenset("de du des d' la le les l' et à au aux en pour sur of the and for in on at to".split())
# Before a place.
_PLACED = frozenset("in at near from à en vers to around outside towards across dans sur".split())


@dataclass(slots=True)
class Entity:
    """Somebody or something with a name or a description.

    Attributes:
        name: The fullest form in the page, without an article.
        nouns: What the page calls it, as nouns in lower case.
        gender: "m", "f" or empty if nothing tells.
        is_person: True, False, or None if nothing tells.
        has_name: False if it is only described.
        role: The words of its role as they stand; empty without one.
        places: Where it is named: the index of the passage and the position there.
    """

    name: str
    nouns: set[str] = field(default_factory=set)
    gender: str = ""
    is_person: bool | None = None
    has_name: bool = True
    role: str = ""
    role_lead: str = ""
    places: list[tuple[int, int]] = field(default_factory=list)

    @property
    def may_speak_for_itself(self) -> bool:
        """Tell if it may be an organisation: no person, and nothing with a gender."""
        return self.is_person is False or (self.is_person is None and self.has_name and not self.gender)

    @property
    def last(self) -> str:
        """Return the last word of the name, in lower case."""
        return self.name.split()[-1].lower().replace("’", "'")


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
        for name in names:
            self._describe(name)
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

    def _describe(self, name: NameMention) -> None:
        """Take up the role that stands beside a name."""
        entity = self._at[name.passage, name.start][0]
        words = self.page.passages[name.passage].words
        before = None if self._is_media(words, name) else self._role_before(words, name.start)
        if before:
            self._take_role(entity, words, *before)
        self._take_part(entity, words, name.start)
        lead = words[name.start - 1].lower if name.start else ""
        placed = lead in self.known.prepositions or (self.known.code == "fr" and lead in self.known.definite)
        after = None if placed else self._role_after(words, name.end)
        if after:
            self._take_role(entity, words, *after)
        title = words[name.start - 1] if name.start else None
        if title is not None and title.is_capital and title.lower in self.known.abbreviations:
            entity.nouns.add(self.known.abbreviations[title.lower])
            entity.is_person = True
        if name.title and name.title not in self.known.media_nouns:
            entity.nouns.add(name.title)
            if name.title in self.known.abbreviations:
                entity.nouns.add(self.known.abbreviations[name.title])
            if name.title in self.known.person_nouns and not entity.role:
                start = name.start - 1
                while (
                    start > 0
                    and words[start - 1].is_capital
                    and words[start - 1].is_word
                    and not self.known.is_function(words[start - 1].lower)
                ):
                    start -= 1
                entity.role = self.page.text[words[start].start : words[name.start - 1].end].rstrip(". ")
        if entity.is_person is not True:
            told = self._is_person(entity, name, words)
            entity.is_person = entity.is_person if told is None else told

    def _is_media(self, words: Sequence[Word], name: NameMention) -> bool:
        """Tell if a noun for media stands before a name: "the broadcaster TVK", "l'hebdomadaire Travelling"."""
        return name.start > 0 and words[name.start - 1].lower in self.known.media_nouns

    def _acts(self, words: Sequence[Word], position: int) -> bool:
        """Tell if a noun is a verb here: "Kaminaga accused Maranga", "a prévenu Mme Dragosav"."""
        if words[position].lower not in self.known.verbs:
            return False
        before = words[position - 1].lower if position else ""
        return before not in self.known.articles and before not in self.known.possessives

    def _take_part(self, entity: Entity, words: Sequence[Word], start: int) -> None:
        """Take up the part that a participle tells: "le jury, présidé par l'acteur Léopold …"."""
        position = start - 1
        while (
            position > 0
            and start - position < 6
            and words[position].lower not in self.known.agent
            and words[position].is_word
        ):
            position -= 1
        if position > 0 and words[position].lower in self.known.agent:
            noun = self.known.role_verbs.get(words[position - 1].lower)
            if noun is not None:
                entity.nouns.add(noun)
                entity.is_person = True

    def _is_person(self, entity: Entity, name: NameMention, words: Sequence[Word]) -> bool | None:
        parts = entity.name.split()
        lowers = {part.lower() for part in parts}
        previous = words[name.start - 1].lower if name.start else ""
        if is_outlet(entity.name) or previous in self.known.media_nouns or previous in self.known.generic:
            return False
        if entity.nouns & self.known.person_nouns.keys():
            return True
        if lowers & self.known.organisation_nouns or "&" in parts or (len(parts) == 1 and entity.name.isupper()):
            return False
        if is_first_name(parts[0]) and (previous not in _PLACED or len(parts) > 1):
            return True
        if self._has_age(words, name.end) or self._speaks(words, name):
            return True
        if previous in _PLACED:
            return False if len(parts) == 1 else None
        if previous in self.known.definite or previous in self.known.complements:
            return None if len(parts) > 1 and previous in self.known.complements else False
        return None

    def _has_age(self, words: Sequence[Word], position: int) -> bool:
        """Tell if an age follows a name: ", 44," or "(44 ans)"."""
        if position + 1 >= len(words) or words[position].text not in (",", "("):
            return False
        age = words[position + 1].text
        return age.isdigit() and 10 <= int(age) <= 110

    def _speaks(self, words: Sequence[Word], name: NameMention) -> bool:
        """Tell if a name of two words and more speaks in the first person of a quotation's cue."""
        if len(name.text.split()) < 2:
            return False
        before = words[name.start - 1].lower if name.start else ""
        after = words[name.end].lower if name.end < len(words) else ""
        quoted_before = name.start > 1 and any(each.quoted for each in words[max(0, name.start - 4) : name.start])
        return (before in self.known.verbs and quoted_before) or (after in self.known.verbs and quoted_before)

    def _role_before(self, words: Sequence[Word], start: int) -> tuple[int, int] | None:
        """The positions of a role before a name: "la maire de Corvigny, Solène …", "l'ailier Teddy …"."""
        end = start
        while (
            end
            and (words[end - 1].text == "." or words[end - 1].lower in self.known.titles)
            and words[end - 1].lower not in self.known.person_nouns
        ):
            end -= 1
        comma = end > 0 and words[end - 1].text == ","
        if comma:
            end -= 1
        if (
            not comma
            and end
            and (words[end - 1].lower in self.known.articles or words[end - 1].lower in self.known.prepositions)
        ):
            return None
        if not comma and end > 1 and self._is_agent(words[end - 2].lower, words[end - 1].lower):
            return end - 2, end
        first, nouns = end, 0
        position = end - 1
        while position >= 0 and end - position <= 14:
            word = words[position]
            if (word.lower not in self.known.person_nouns or self._acts(words, position)) and (
                not word.is_word
                or word.quoted
                or word.lower in self.known.verbs
                or word.lower in self.known.relatives
                or word.lower in self.known.auxiliaries
                or word.lower in self.known.negations
                or word.lower in self.known.common_verbs
            ):
                break
            if word.lower in self.known.person_nouns:
                nouns, first = nouns + 1, position
            if not comma and word.lower in self.known.complements and not nouns:
                # "le bureau de Marie Dupont" is not her role; "l'entraîneur de Lormelle" has its noun further left.
                return None
            position -= 1
        if not nouns:
            return None
        while first > 0 and words[first - 1].is_word and first > end - 15:
            lower = words[first - 1].lower
            if lower in self.known.articles:
                first -= 1
                break
            if (
                lower in self.known.verbs
                or lower in self.known.prepositions
                or lower in self.known.relatives
                or lower in ("et", "and", "qu'", "que", "'s")
            ):
                break
            first -= 1
        return first, end

    def _is_agent(self, article: str, noun: str) -> bool:
        """Tell if an article and a noun before a name tell what somebody does: "l'océanographe Nils …"."""
        definite = article in self.known.definite and article not in self.known.prepositions
        return definite and self.known.organisation_noun(noun) is None and _AGENT_NOUN.search(noun) is not None

    def _role_after(self, words: Sequence[Word], end: int) -> tuple[int, int] | None:
        """The positions of a role after a name and a comma: "…, maraîcher installé depuis trente ans"."""
        if end >= len(words) or words[end].text not in (",", "(", "—", "–"):
            return None
        position = end + 1
        if words[end].text == "(" and position < len(words) and words[position].text.isdigit():
            return None
        first = words[position].lower if position < len(words) else ""
        if first in self.known.auxiliaries or first in self.known.common_verbs or first in self.known.clitics:
            return None
        if first in self.known.negations:
            return None
        # "68 ans," goes before it.
        while position + 1 < len(words) and (
            words[position].text.isdigit() or words[position].lower in ("ans", ",", "years", "old")
        ):
            position += 1
        last = position
        noun = -1
        while last < len(words) and last - position < 12:
            word = words[last]
            if not word.is_word or word.lower in self.known.relatives:
                break
            if noun < 0:
                if self.known.person_noun(word.lower):
                    noun = last
                elif word.lower in self.known.prepositions and word.lower not in self.known.articles:
                    return None
                elif (word.lower in self.known.verbs and word.lower not in self.known.articles) or last - position > 4:
                    return None
            last += 1
        if noun < 0 and not self._is_bare_role(words, position, last):
            return None
        return position, last

    def _is_bare_role(self, words: Sequence[Word], start: int, end: int) -> bool:
        """Tell if what follows a name and a comma is a role whose noun no table has: "…, tailleur de pierre,"."""
        if start >= end or (end < len(words) and words[end].text not in (",", ".", ")", "—", "–")):
            return False
        first = words[start]
        small = all(not each.is_capital for each in words[start : start + 2])
        if self.known.code == "en":
            return first.lower in ("a", "an", "the") and end - start <= 6 and small
        function = self.known.is_function(first.lower) or first.lower in self.known.verbs
        participle = first.lower.endswith(("é", "ée", "és", "ées", "ant", "nu", "nue", "is", "ise"))
        return self.known.code == "fr" and small and not function and not participle and first.text.isalpha()

    def _take_role(self, entity: Entity, words: Sequence[Word], start: int, end: int) -> None:
        nouns = list(self._nouns(words, start, end)) or list(self._bare_noun(words, start, end))
        entity.nouns.update(nouns)
        if nouns and self.known.organisation_noun(nouns[0]) and not self.known.person_noun(nouns[0]):
            entity.is_person = False
            return
        lead = words[start].lower
        gender = self.known.articles.get(lead, "")
        if not entity.gender:
            first = next(iter(nouns), "")
            if gender in ("m", "f"):
                entity.gender = gender
            elif lead in self.known.possessives or not gender:
                entity.gender = self.known.gender_of_noun(first)
        entity.is_person = True
        if not entity.role:
            entity.role_lead = lead if lead in self.known.articles else ""
            begin = start + 1 if entity.role_lead else start
            if begin < end:
                entity.role = self.page.text[words[begin].start : words[end - 1].end].strip(" ,")

    def _bare_noun(self, words: Sequence[Word], start: int, end: int) -> Iterator[str]:
        """The noun of a role that no table has: the first word in French, the last before a complement in English."""
        part = [each.lower for each in words[start:end] if each.lower not in self.known.articles]
        stop = next((p for p, lower in enumerate(part) if lower in self.known.complements), len(part))
        if stop:
            yield part[stop - 1] if self.known.code == "en" else part[0]

    def _nouns(self, words: Sequence[Word], start: int, end: int) -> Iterator[str]:
        """The person nouns of a role; those of a complement ("fille du ministre") are not its own."""
        for position in range(start, end):
            lower = words[position].lower
            own = position == start or words[position - 1].lower not in self.known.complements
            known = self.known.person_noun(lower)
            if known and (own or lower.startswith("porte")):
                yield lower
                yield known
                if position + 1 < end:
                    pair = f"{lower} {words[position + 1].lower}"
                    if pair in self.known.person_nouns:
                        yield pair
                    for size in (3, 4):
                        phrase = " ".join(each.lower for each in words[position : position + size])
                        if phrase in self.known.person_nouns:
                            yield phrase
            elif own and lower.removeprefix("ex-") in self.known.person_nouns:
                yield lower.removeprefix("ex-")
            elif f"{lower} {words[position + 1].lower if position + 1 < end else ''}" in self.known.person_nouns:
                yield f"{lower} {words[position + 1].lower}"


def _initials(words: Sequence[str]) -> str:
    """The initials of a name's words in capitals, those of small words left out."""
    return "".join(word[0] for word in words if word.lower() not in _UNINITIALLED and word[0].isalpha()).upper()
