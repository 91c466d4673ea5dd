"""Introductions: what a page says of somebody beside their name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.drafting.entity import Entity
from knowledge.drafting.first_names import is_first_name
from knowledge.drafting.languages import Grammar
from knowledge.drafting.names import NameMention
from knowledge.drafting.outlets import is_outlet
from knowledge.drafting.page import Page
from knowledge.drafting.words import Word

# Endings of nouns for those who do something, right before a name: "l'océanographe Nils …".
_AGENT_NOUN = re.compile(r"(?:eur|euse|iste|graphe|logue|ien|ienne|trice)$")
# Words of a role before its noun, at most.
_FARTHEST_NOUN = 4
# Before a place.
_PLACED = frozenset("in at near from à en vers to around outside towards across dans sur".split())


class IntroductionReader:
    """A reader of what stands beside names.

    Args:
        page: The page.
        known: The grammar of its language.
    """

    def __init__(self, page: Page, known: Grammar) -> None:
        self._page = page
        self._known = known

    def take_up(self, entity: Entity, name: NameMention) -> None:
        """Add to an entity what stands beside its name: its role, and that it is a person or none."""
        words = self._page.passages[name.passage].words
        before = None if self._is_media(words, name) else self._role_before(words, name.start)
        if before:
            self._take_role(entity, words, *before)
        self._take_part(entity, words, name.start)
        lead = words[name.start - 1].lower if name.start else ""
        placed = lead in self._known.prepositions or (self._known.code == "fr" and lead in self._known.definite)
        after = None if placed else self._role_after(words, name.end)
        if after:
            self._take_role(entity, words, *after)
        title = words[name.start - 1] if name.start else None
        if title is not None and title.is_capital and title.lower in self._known.abbreviations:
            entity.nouns.add(self._known.abbreviations[title.lower])
            entity.is_person = True
        if name.title and name.title not in self._known.media_nouns:
            entity.nouns.add(name.title)
            if name.title in self._known.abbreviations:
                entity.nouns.add(self._known.abbreviations[name.title])
            if name.title in self._known.person_nouns and not entity.role:
                start = name.start - 1
                while (
                    start > 0
                    and words[start - 1].is_capital
                    and words[start - 1].is_word
                    and not self._known.is_function(words[start - 1].lower)
                ):
                    start -= 1
                entity.role = self._page.text[words[start].start : words[name.start - 1].end].rstrip(". ")
        if entity.is_person is not True:
            told = self._is_person(entity, name, words)
            entity.is_person = entity.is_person if told is None else told

    def _is_media(self, words: Sequence[Word], name: NameMention) -> bool:
        """Tell if a noun for media stands before a name: "the broadcaster TVK", "l'hebdomadaire Travelling"."""
        return name.start > 0 and words[name.start - 1].lower in self._known.media_nouns

    def _acts(self, words: Sequence[Word], position: int) -> bool:
        """Tell if a noun is a verb here: "Kaminaga accused Maranga", "a prévenu Mme Dragosav"."""
        if words[position].lower not in self._known.verbs:
            return False
        before = words[position - 1].lower if position else ""
        return before not in self._known.articles and before not in self._known.possessives

    def _take_part(self, entity: Entity, words: Sequence[Word], start: int) -> None:
        """Take up the part that a participle tells: "le jury, présidé par l'acteur Léopold …"."""
        position = start - 1
        while (
            position > 0
            and start - position < 6
            and words[position].lower not in self._known.agent
            and words[position].is_word
        ):
            position -= 1
        if position > 0 and words[position].lower in self._known.agent:
            noun = self._known.role_verbs.get(words[position - 1].lower)
            if noun is not None:
                entity.nouns.add(noun)
                entity.is_person = True

    def _is_person(self, entity: Entity, name: NameMention, words: Sequence[Word]) -> bool | None:
        parts = entity.name.split()
        lowers = {part.lower() for part in parts}
        previous = words[name.start - 1].lower if name.start else ""
        if is_outlet(entity.name) or previous in self._known.media_nouns or previous in self._known.generic:
            return False
        if entity.nouns & self._known.person_nouns.keys():
            return True
        if lowers & self._known.organisation_nouns or "&" in parts or (len(parts) == 1 and entity.name.isupper()):
            return False
        if is_first_name(parts[0]) and (previous not in _PLACED or len(parts) > 1):
            return True
        if self._has_age(words, name.end) or self._speaks(words, name):
            return True
        if previous in _PLACED:
            return False if len(parts) == 1 else None
        if previous in self._known.definite or previous in self._known.complements:
            return None if len(parts) > 1 and previous in self._known.complements else False
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
        return (before in self._known.verbs and quoted_before) or (after in self._known.verbs and quoted_before)

    def _role_before(self, words: Sequence[Word], start: int) -> tuple[int, int] | None:
        """The positions of a role before a name: "la maire de Corvigny, Solène …", "l'ailier Teddy …"."""
        end = start
        while (
            end
            and (words[end - 1].text == "." or words[end - 1].lower in self._known.titles)
            and words[end - 1].lower not in self._known.person_nouns
        ):
            end -= 1
        comma = end > 0 and words[end - 1].text == ","
        if comma:
            end -= 1
        if (
            not comma
            and end
            and (words[end - 1].lower in self._known.articles or words[end - 1].lower in self._known.prepositions)
        ):
            return None
        if not comma and end > 1 and self._is_agent(words[end - 2].lower, words[end - 1].lower):
            return end - 2, end
        first, nouns = end, 0
        position = end - 1
        while position >= 0 and end - position <= 14:
            word = words[position]
            if (word.lower not in self._known.person_nouns or self._acts(words, position)) and (
                not word.is_word
                or word.quoted
                or word.lower in self._known.verbs
                or word.lower in self._known.relatives
                or word.lower in self._known.auxiliaries
                or word.lower in self._known.negations
                or word.lower in self._known.common_verbs
            ):
                break
            if word.lower in self._known.person_nouns:
                nouns, first = nouns + 1, position
            if not comma and word.lower in self._known.complements and not nouns:
                # "le bureau de Marie Dupont" is not her role; "l'entraîneur de Lormelle" has its noun further left.
                return None
            position -= 1
        if not nouns:
            return None
        while first > 0 and words[first - 1].is_word and first > end - 15:
            lower = words[first - 1].lower
            if lower in self._known.articles:
                first -= 1
                break
            if (
                lower in self._known.verbs
                or lower in self._known.prepositions
                or lower in self._known.relatives
                or lower in ("et", "and", "qu'", "que", "'s")
            ):
                break
            first -= 1
        return first, end

    def _is_agent(self, article: str, noun: str) -> bool:
        """Tell if an article and a noun before a name tell what somebody does: "l'océanographe Nils …"."""
        definite = article in self._known.definite and article not in self._known.prepositions
        return definite and self._known.organisation_noun(noun) is None and _AGENT_NOUN.search(noun) is not None

    def _role_after(self, words: Sequence[Word], end: int) -> tuple[int, int] | None:
        """The positions of a role after a name and a comma: "…, maraîcher installé depuis trente ans"."""
        if end >= len(words) or words[end].text not in (",", "(", "—", "–"):
            return None
        position = end + 1
        if words[end].text == "(" and position < len(words) and words[position].text.isdigit():
            return None
        first = words[position].lower if position < len(words) else ""
        if first in self._known.auxiliaries or first in self._known.common_verbs or first in self._known.clitics:
            return None
        if first in self._known.negations:
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
            if not word.is_word or word.lower in self._known.relatives:
                break
            if noun < 0:
                placed = word.lower in self._known.prepositions and word.lower not in self._known.articles
                acts = word.lower in self._known.verbs and word.lower not in self._known.articles
                if self._known.person_noun(word.lower):
                    noun = last
                elif placed or acts or last - position > _FARTHEST_NOUN:
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
        if self._known.code == "en":
            return first.lower in ("a", "an", "the") and end - start <= 6 and small
        function = self._known.is_function(first.lower) or first.lower in self._known.verbs
        participle = first.lower.endswith(("é", "ée", "és", "ées", "ant", "nu", "nue", "is", "ise"))
        return self._known.code == "fr" and small and not function and not participle and first.text.isalpha()

    def _take_role(self, entity: Entity, words: Sequence[Word], start: int, end: int) -> None:
        nouns = list(self._nouns(words, start, end)) or list(self._bare_noun(words, start, end))
        entity.nouns.update(nouns)
        if nouns and self._known.organisation_noun(nouns[0]) and not self._known.person_noun(nouns[0]):
            entity.is_person = False
            return
        lead = words[start].lower
        gender = self._known.articles.get(lead, "")
        if not entity.gender:
            first = next(iter(nouns), "")
            if gender in ("m", "f"):
                entity.gender = gender
            elif lead in self._known.possessives or not gender:
                entity.gender = self._known.gender_of_noun(first)
        entity.is_person = True
        if not entity.role:
            entity.role_lead = lead if lead in self._known.articles else ""
            begin = start + 1 if entity.role_lead else start
            if begin < end:
                entity.role = self._page.text[words[begin].start : words[end - 1].end].strip(" ,")

    def _bare_noun(self, words: Sequence[Word], start: int, end: int) -> Iterator[str]:
        """The noun of a role that no table has: the first word in French, the last before a complement in English."""
        part = [each.lower for each in words[start:end] if each.lower not in self._known.articles]
        stop = next((p for p, lower in enumerate(part) if lower in self._known.complements), len(part))
        if stop:
            yield part[stop - 1] if self._known.code == "en" else part[0]

    def _nouns(self, words: Sequence[Word], start: int, end: int) -> Iterator[str]:
        """The person nouns of a role; those of a complement ("fille du ministre") are not its own."""
        for position in range(start, end):
            lower = words[position].lower
            own = position == start or words[position - 1].lower not in self._known.complements
            known = self._known.person_noun(lower)
            if known and (own or lower.startswith("porte")):
                yield lower
                yield known
                if position + 1 < end:
                    pair = f"{lower} {words[position + 1].lower}"
                    if pair in self._known.person_nouns:
                        yield pair
                    for size in (3, 4):
                        phrase = " ".join(each.lower for each in words[position : position + size])
                        if phrase in self._known.person_nouns:
                            yield phrase
            elif own and lower.removeprefix("ex-") in self._known.person_nouns:
                yield lower.removeprefix("ex-")
            elif f"{lower} {words[position + 1].lower if position + 1 < end else ''}" in self._known.person_nouns:
                yield f"{lower} {words[position + 1].lower}"
