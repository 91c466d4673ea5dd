"""Strangers: somebody or something that a question names and an article does not have.

"What did John Weir say?" is another question than "What did Tomas Weir say?", however alike the two are. A capital
letter within a sentence tells a name; so does a first name before the surname of somebody else.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import pairwise

from rapidfuzz import fuzz, process

from knowledge.lexicon import Lexicon
from knowledge.text.languages import LANGUAGES
from knowledge.text.marks import APOSTROPHES, DIALOGUE_DASHES, DOUBLE_MARKS
from knowledge.text.normalise import fold, words
from knowledge.text.tokens import tokenizer
from knowledge.text.transliteration import phonetic_form

_WORDS = re.compile(r"[^\W\d_]+")
# After one of these, any word has a capital letter.
_SENTENCE_ENDS = frozenset((*".?!…:;\n'-*>#", *DOUBLE_MARKS, *DIALOGUE_DASHES))
_APOSTROPHES = frozenset(("'", *APOSTROPHES))
# Of the letters of a word, as it sounds, 0 to 100: "Вейр" is "Weir", "Hegset" is "Hegseth".
_SAME_NAME = 72.0
_SHORTEST, _LONGEST_ACRONYM = 3, 4
# Longer texts are cut, as those of questions are.
_MOST_WORDS = 400
# What stands in capital letters and names nobody.
_NO_NAMES = frozenset(
    "ok lol wtf omg mdr ptdr url sms pdf faq pls imho btw сми змі mr mrs ms dr sir mme mlle president président".split()
)


class Strangers:
    """The names and words of an article, by which strangers to it are told.

    Args:
        lexicon: Its names and notions.
        texts: Its answers and statements.
        is_known: Tells if a word is one of its questions, in any language.
    """

    def __init__(self, lexicon: Lexicon, texts: Iterable[str], is_known: Callable[[str], bool]) -> None:
        self._is_known = is_known
        self._words = {word for text in texts for word in words(fold(text))}
        for alias in lexicon.aliases:
            self._words.update(words(fold(alias.text)))
        self._first: dict[str, set[str]] = {}
        self._last: dict[str, set[str]] = {}
        for bearer, name in lexicon.full_names:
            # "The Kremlin" has no first name.
            *first, last = [word for word in words(fold(name)) if not _is_common(word)] or [""]
            if first:
                self._last.setdefault(last, set()).add(bearer)
            for word in first:
                self._first.setdefault(word, set()).add(bearer)
        self._sounds = sorted({phonetic_form(word) for word in self._words if len(word) >= _SHORTEST})

    def first_in(self, text: str) -> str | None:
        """Return the first stranger that a text names, as it stands there; None if there is none.

        A text most of whose words have capital letters tells no names by them.

        Args:
            text: Its first 400 words are read.
        """
        found = [match for match, _ in zip(_WORDS.finditer(text), range(_MOST_WORDS), strict=False)]
        within = [match.group() for match in found if not _begins_sentence(text, match.start())]
        capital = [word for word in within if word[0].isupper()]
        if 2 * len(capital) <= len(within) or len(within) <= 1:
            unknown = next((word for word in capital if self._is_stranger(word)), None)
            if unknown is not None:
                return unknown
        return next(self._mixed_names([match.group() for match in found]), None)

    def _is_stranger(self, word: str) -> bool:
        folded = fold(word)
        is_acronym = word.isupper() and len(word) > 1
        if len(word) < _SHORTEST or (is_acronym and len(word) > _LONGEST_ACRONYM) or folded in _NO_NAMES:
            return False
        if folded in self._words or self._is_known(word) or _is_common(folded):
            return False
        return (
            process.extractOne(phonetic_form(folded), self._sounds, scorer=fuzz.ratio, score_cutoff=_SAME_NAME) is None
        )

    def _mixed_names(self, spelled: Iterable[str]) -> Iterator[str]:
        """The names that mix one person's first name with another's surname."""
        for first, last in pairwise(spelled):
            bearers, others = self._last.get(fold(last), set()), self._first.get(fold(first), set())
            if bearers and others and bearers.isdisjoint(others):
                yield f"{first} {last}"


def _is_common(word: str) -> bool:
    """Tell if a word is a function word, or one of questions and small talk, which people stress by capital letters."""
    readers = map(tokenizer, LANGUAGES)
    return any(word in each.known_words or any(token.function for token in each.tokens([word])) for each in readers)


def _begins_sentence(text: str, start: int) -> bool:
    before = text[:start].rstrip(" \t\u00a0\u202f")
    if not before:
        return True
    if before[-1] in _APOSTROPHES:
        # Of "l'OTAN", the second word is within the sentence all the same.
        return len(before) < 2 or not before[-2].isalpha()
    return before[-1] in _SENTENCE_ENDS and not (before[-1] in "-–" and before[-2:-1].isalpha())
