"""Names in a page: of people, organisations and places, as they are written."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from knowledge.drafting.languages import Grammar
from knowledge.drafting.page import Page, Passage
from knowledge.drafting.words import Word
from knowledge.text.marks import ALL_MARKS

_PARTICLES = frozenset("de du des d' von van der den del della di da dos bin ben ibn al el la le y zu ter".split())
_JOINING = frozenset(("of", "for"))
_ORDINALS = frozenset("premier première premiers premières vice prime grand".split())
_INITIAL = re.compile(r"[A-ZА-ЯЁІЇЄ]")


@dataclass(frozen=True, slots=True)
class NameMention:
    """A name at one place of a page.

    Attributes:
        passage: The index of its passage.
        start: The position of its first word there.
        end: The position after its last word.
        text: As it stands, a title and a role before it left out.
        title: The title or role noun in capitals right before it, in lower case; empty without one.
    """

    passage: int
    start: int
    end: int
    text: str
    title: str = ""

    @cached_property
    def last(self) -> str:
        """Return its last word in lower case."""
        return self.text.split()[-1].lower().replace("’", "'")


class NameFinder:
    """A finder of names by their capitals.

    Args:
        page: The page; a word that it writes small elsewhere begins no name where a sentence begins.
        known: The grammar of its language.
    """

    def __init__(self, page: Page, known: Grammar) -> None:
        self._page = page
        self._known = known
        self._small = {
            word.lower for passage in page.passages for word in passage.words if word.is_word and word.text[0].islower()
        }
        self._capital = {
            word.lower
            for passage in page.passages
            for before, word in pairwise(passage.words)
            if word.is_capital and (before.is_word or before.text in ",(") and not word.quoted
        }

    def names(self) -> Iterator[NameMention]:
        """Yield the names in order."""
        for index, passage in enumerate(self._page.passages):
            position = 0
            while position < len(passage.words):
                end = self._end(passage, position)
                if end > position:
                    yield from self._name(index, passage, position, end)
                position = max(end, position + 1)

    def _end(self, passage: Passage, position: int) -> int:
        """The position after the run of capitals that begins at a position; that position itself if none does."""
        words = passage.words
        known_code = self._known.code
        if not self._may_begin(words, position):
            return position
        end = position + 1
        lead = end if self._is_article_of_name(words, position) else position
        while end < len(words):
            word = words[end]
            if word.is_word and word.is_capital and not (word.quoted and not words[position].quoted):
                if (
                    self._known.is_function(word.lower)
                    and word.lower not in _PARTICLES
                    and word.lower in self._known.pronouns
                ):
                    break
                end += 1
            elif word.lower in _JOINING and known_code == "en" and (after := self._after_joining(words, position, end)):
                end = after
            elif (
                word.text.isdigit()
                and len(word.text) <= 2
                and end == position + 1
                and words[position].lower not in self._known.times
            ) or (
                word.text == "."
                and self._is_abbreviation(words[end - 1])
                and end + 1 < len(words)
                and words[end + 1].is_capital
            ):
                end += 1
            elif word.text == "&" and end + 1 < len(words) and words[end + 1].is_capital:
                end += 2
            elif (word.lower in (*_PARTICLES, "l'") and (after := self._after_particles(words, lead, end))) or (
                word.quoted and not words[position].quoted and (after := self._after_nickname(words, end))
            ):
                end = after
            else:
                break
        return end

    def _may_begin(self, words: Sequence[Word], position: int) -> bool:
        word = words[position]
        if self._is_article_of_name(words, position):
            return True
        if not (word.is_word and word.is_capital) or word.inverted or word.text.endswith(("'", "’")):
            return False
        if self._known.is_function(word.lower):
            return False
        following = words[position + 1] if position + 1 < len(words) else None
        if (
            following is not None
            and following.text[0].islower()
            and self._known.person_noun(following.lower)
            and word.lower in _ORDINALS
        ):
            return False
        begins = (
            position == 0
            or (not words[position - 1].is_word and words[position - 1].text not in ",(–—-.'’")
            or (words[position - 1].text == ".")
        )
        if not begins:
            return True
        if following is not None and following.is_word and following.is_capital and word.lower not in self._known.verbs:
            return True
        if word.lower in self._known.titles and following is not None and following.text == ".":
            return True
        if word.lower in self._small or word.lower in self._known.verbs or self._is_noun(word.lower):
            return False
        # A sentence's first word has its capital for that alone, unless the name stands elsewhere, or acts.
        acts = following is not None and (
            following.lower in self._known.auxiliaries
            or following.lower in self._known.verbs
            or following.lower in self._known.common_verbs
            or following.lower in self._known.reflexives
            or following.lower == "'s"
        )
        nicknamed = (
            following is not None
            and following.quoted
            and not word.quoted
            and bool(self._after_nickname(words, position + 1))
        )
        aged = following is not None and following.text == "," and position + 2 < len(words)
        aged = aged and words[position + 2].text.isdigit()
        return aged or word.lower in self._capital or acts or nicknamed or word.text.isupper()

    def _is_article_of_name(self, words: Sequence[Word], position: int) -> bool:
        """Tell if a French article begins a name, by its capital within a sentence: "à L'Écho vaumois"."""
        if self._known.code != "fr" or not 0 < position < len(words) - 1 or words[position].quoted:
            return False
        word, before, following = words[position], words[position - 1], words[position + 1]
        within = before.is_word and not before.is_capital
        return word.is_capital and word.lower in ("l'", "le", "la", "les") and within and following.is_capital

    def _is_noun(self, lower: str) -> bool:
        return self._known.is_noun(lower)

    def _is_abbreviation(self, word: Word) -> bool:
        return word.lower in self._known.titles or (len(word.text) == 1 and bool(_INITIAL.match(word.text)))

    def _after_particles(self, words: Sequence[Word], start: int, position: int) -> int:
        """The position after a particle and the capital behind it: "Charles de Gaulle", not "ministre de Paris"."""
        if position - start != 1 or words[start].lower in self._known.person_nouns or self._is_noun(words[start].lower):
            return 0
        generic = start > 0 and (
            words[start - 1].lower in self._known.generic or self._is_article_of_name(words, start - 1)
        )
        if words[start].text.isupper() and len(words[start].text) > 1:
            return 0
        end = position
        while (
            end < len(words)
            and end - position < 2
            and (words[end].lower in _PARTICLES or (generic and words[end].lower == "l'"))
        ):
            end += 1
        first = words[start].lower
        if end < len(words) and words[end].is_capital and words[end].is_word and first not in self._small:
            return end + 1
        return 0

    def _after_joining(self, words: Sequence[Word], start: int, position: int) -> int:
        """The position after "of" and a capital in the name of an organisation: "Friends of the River"."""
        part = words[start:position]
        organisation = len(part) == 1 or any(self._known.organisation_noun(each.lower) for each in part)
        if not organisation or any(
            each.lower in self._known.person_nouns or each.lower in self._known.titles for each in part
        ):
            return 0
        end = position + 1
        if end < len(words) and words[end].lower == "the":
            end += 1
        return (
            end + 1
            if end < len(words) and words[end].is_capital and words[end].is_word and not words[end].quoted
            else 0
        )

    def _after_nickname(self, words: Sequence[Word], position: int) -> int:
        """The position after a nickname in quotation marks if the name goes on behind it."""
        end = position
        while end < len(words) and words[end].quoted and end - position < 6:
            end += 1
        goes_on = end < len(words) and words[end].is_word and words[end].is_capital
        return end + 1 if goes_on and words[position].text in ALL_MARKS and end - position <= 5 else 0

    def _with_complement(self, words: Sequence[Word], start: int, end: int) -> int:
        """The position after the rest of an organisation's name that is written small.

        "Fédération des quais", "l'association Rivières vivantes".
        """
        known = self._known
        last = end
        lead = words[start - 1].lower if start else ""
        articled = known.code == "fr" and lead in ("le", "la", "l'", "les", "du", "au")
        if (
            end == start + 1
            and (known.organisation_noun(words[start].lower) or articled)
            and words[start].lower not in known.person_nouns
        ):
            position = end
            adjectives = position
            while (
                adjectives < len(words)
                and adjectives - end < 2
                and words[adjectives].text[0].islower()
                and not (
                    known.is_function(words[adjectives].lower)
                    or words[adjectives].lower in known.verbs
                    or words[adjectives].lower in known.common_verbs
                )
            ):
                adjectives += 1
            organisation = known.organisation_noun(words[start].lower) is not None
            if organisation and adjectives < len(words) and words[adjectives].lower in known.complements:
                position = adjectives
            while (
                position < len(words) and position - end < 6 and words[position].is_word and not words[position].quoted
            ):
                lower = words[position].lower
                if lower in known.complements:
                    position += 1
                    while position < len(words) and words[position].lower in known.articles:
                        position += 1
                    if position < len(words) and words[position].is_word and not words[position].quoted:
                        position += 1
                        last = position
                        continue
                break
        generic = start > 0 and words[start - 1].lower in known.generic
        if generic:
            while (
                last < len(words)
                and last - end < 3
                and words[last].text[0].islower()
                and not (
                    known.is_function(words[last].lower)
                    or words[last].lower in known.verbs
                    or words[last].lower in known.common_verbs
                )
                and words[last].is_word
                and not words[last].quoted
            ):
                last += 1
        return last

    def _with_adjective(self, words: Sequence[Word], end: int) -> int:
        """The position after the last words of a name, written small up to a mark: "Le Lorignan libre,"."""
        for last in range(end, min(end + 3, len(words))):
            word = words[last]
            if not word.is_word or word.quoted:
                return last if not word.quoted else end
            if word.is_capital or self._known.is_function(word.lower) or word.lower in self._known.verbs:
                return end
        return end

    def _name(self, index: int, passage: Passage, start: int, end: int) -> Iterator[NameMention]:
        words = passage.words
        first = start
        for position in range(start, end):
            lower = words[position].lower
            if lower in self._known.titles or lower in self._known.person_nouns:
                if lower not in self._known.titles and position > start and position == end - 1:
                    continue
                first = position + 1
                while first < end and words[first].text == ".":
                    first += 1
        if first >= end or (first > start and self._known.is_function(words[first].lower)):
            # "The Woman Who Listens"
            return
        end = self._with_complement(words, first, end)
        if self._is_article_of_name(words, first):
            end = self._with_adjective(words, end)
        title = words[first - 1].lower if first > start else ""
        if title == ".":
            title = words[first - 2].lower
        text = self._page.text[words[first].start : words[end - 1].end]
        yield NameMention(index, first, end, " ".join(text.split()), title)
