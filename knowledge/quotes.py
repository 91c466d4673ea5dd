"""Comparison of quotes with the sentence that they are taken from."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise, takewhile

from knowledge.text.marks import DOUBLE_MARKS, SINGLE_GUILLEMETS
from knowledge.text.normalise import canonical
from knowledge.text.sentences import Sentence

# What no text holds: characters that Unicode keeps free for a program's own use.
_START, _END = "\ufdd0", "\ufdd1"
_NEXT_WORD = re.compile(r"\W*\w+")
# Letters of another alphabet that look the same.
_LOOKALIKES = str.maketrans("асеорхуіјѕԁһАВСЕНКМОРТХІЈЅ", "aceopxyijsdhABCEHKMOPTXIJS")
_MARKS = str.maketrans(dict.fromkeys((*DOUBLE_MARKS, *SINGLE_GUILLEMETS), '"'))


@dataclass(frozen=True, slots=True)
class QuotedSentence:
    """A sentence as quotes are compared with it.

    Attributes:
        text: In its canonical form.
        quoted: The parts inside quotation marks, as offsets of the start and the end.
    """

    text: str
    quoted: tuple[tuple[int, int], ...]

    @classmethod
    def of(cls, sentence: Sentence) -> QuotedSentence:
        """Bring a sentence into its canonical form, with the offsets of what it quotes."""
        marked: list[str] = []
        last = 0
        for start, end in sentence.quoted:
            part = sentence.text[start:end]
            blank = len(part) - len(part.lstrip())
            marked += [sentence.text[last:start], part[:blank], _START, part.strip(), _END, part[len(part.rstrip()) :]]
            last = end
        text = canonical("".join((*marked, sentence.text[last:])))
        edges = [found.start() - number for number, found in enumerate(re.finditer(f"[{_START}{_END}]", text))]
        return cls(text.replace(_START, "").replace(_END, ""), tuple(zip(edges[::2], edges[1::2], strict=True)))

    def places(self, fragments: Sequence[str]) -> list[tuple[int, int]]:
        """Find fragments in the text, in order and at least one word after each other.

        A fragment has to be whole words inside quotation marks.

        Returns:
            The offsets of those found, up to the first that is not.
        """
        found: list[tuple[int, int]] = []
        for fragment in fragments:
            start = 0
            if found:
                left_out = _NEXT_WORD.match(self.text, found[-1][1])
                start = left_out.end() if left_out else found[-1][1]
            place = next(self._occurrences(canonical(fragment), self.text, start), None)
            if place is None:
                break
            found.append(place)
        return found

    def missing(self, fragments: Sequence[str]) -> str | None:
        """Return the first fragment that is not quoted after the ones before it; None if all are."""
        found = len(self.places(fragments))
        return fragments[found] if found < len(fragments) else None

    def left_out(self, fragments: Sequence[str]) -> list[str]:
        """Return what the text quotes between each two fragments that stand in it."""
        return [self._quoted_between(before[1], after[0]) for before, after in pairwise(self.places(fragments))]

    def context_of(self, fragments: Sequence[str]) -> tuple[str, str]:
        """Return the text before and after fragments in the quotations that they are taken from."""
        places = self.places(fragments)
        if not places:
            return "", ""
        (start, _), (_, end) = places[0], places[-1]
        before = next(first for first, last in self.quoted if first <= start < last)
        after = next(last for first, last in self.quoted if first < end <= last)
        return self.text[before:start], self.text[end:after]

    def _quoted_between(self, start: int, end: int) -> str:
        parts = ((max(start, first), min(end, last)) for first, last in self.quoted)
        return " ".join(self.text[first:last] for first, last in parts if first < last)

    def difference(self, fragment: str) -> str | None:
        """Say how a fragment differs from the look-alike words of the sentence; None if there are none."""
        plain = canonical(fragment)
        seen, offsets = _without_look_alikes(self.text)
        for start, end in self._occurrences(_without_look_alikes(plain)[0], seen, 0, offsets):
            words = self.text[start:end]
            same = sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(plain, words, strict=False)))
            if same < min(len(plain), len(words)):
                return f"character {same + 1} is {_named(plain[same])}, in the article it is {_named(words[same])}"
        return None

    def _occurrences(
        self, plain: str, text: str, start: int, offsets: Sequence[int] | None = None
    ) -> Iterator[tuple[int, int]]:
        """The places of whole words inside quotation marks, as offsets in this sentence's text."""
        if not plain:
            return
        for found in re.compile(rf"(?<!\w){re.escape(plain)}(?!\w)").finditer(text, start):
            first, last = found.start(), found.end()
            if offsets is not None:
                first, last = offsets[first], offsets[last - 1] + 1
            if any(begin <= first and last <= end for begin, end in self.quoted):
                yield first, last


def _without_look_alikes(text: str) -> tuple[str, list[int]]:
    """Return a text with look-alike characters made equal, and the offset of each character's source."""
    characters: list[str] = []
    offsets: list[int] = []
    for offset, char in enumerate(text):
        alike = "-" if unicodedata.category(char) == "Pd" or char == "−" else unicodedata.normalize("NFKC", char)
        alike = alike.translate(_LOOKALIKES).translate(_MARKS)
        characters.append(alike)
        offsets.extend([offset] * len(alike))
    return "".join(characters), offsets


def _named(char: str) -> str:
    return f"U+{ord(char):04X} ({char}, {unicodedata.name(char, 'without a name').lower()})"
