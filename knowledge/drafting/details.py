"""Details: what a sentence tells that people ask for by a question word of its own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum
from itertools import pairwise

from knowledge.drafting.languages import Grammar
from knowledge.drafting.numerals import NUMERALS
from knowledge.drafting.page import Passage
from knowledge.drafting.words import Word
from knowledge.text.quantities import quantities

_WHERE: Mapping[str, frozenset[str]] = {
    "fr": frozenset("à en près vers depuis dans sur".split()),
    "en": frozenset("at in near off outside from to on".split()),
    "ru": frozenset("в во на из под около".split()),
    "uk": frozenset("в у на з із під біля".split()),
}
_WHY: Mapping[str, tuple[str, ...]] = {
    "fr": ("parce qu", "à cause d", "en raison d", "faute d", "car ", "après ", "grâce ", "puisqu", "à la suite d"),
    "en": ("because", "due to", "after ", "owing to", "over ", "thanks to", "following "),
    "ru": ("потому что", "чтобы ", "из-за", "после ", "так как", "благодаря"),
    "uk": ("тому що", "щоб ", "через ", "після ", "бо ", "завдяки"),
}


class Detail(StrEnum):
    """A kind of detail."""

    PERSON = "person"
    OUTLET = "outlet"
    TIME = "time"
    PLACE = "place"
    NUMBER = "number"
    DURATION = "duration"
    REASON = "reason"


def details(passage: Passage, known: Grammar, text: str) -> Iterator[Detail]:
    """Yield the details of a passage that its words tell: times, places, numbers, durations, reasons; none twice.

    Args:
        passage: The passage.
        known: The grammar of its language.
        text: The whole text.
    """
    written = passage.span.of(text)
    units = {unit for each in quantities(written, known.code) if each.must_be_stated for unit, _ in each.values}
    lasting = _lasts(written, known.code)
    if units & {"weekday", "month"}:
        yield Detail.TIME
    if lasting:
        yield Detail.DURATION
    if "number" in units and not lasting:
        yield Detail.NUMBER
    if any(first.lower in _WHERE[known.code] and _is_name(second, known) for first, second in pairwise(passage.words)):
        yield Detail.PLACE
    lower = f" {written.lower()}"
    if any(f" {sign}" in lower for sign in _WHY[known.code]) or _has_purpose(passage, known):
        yield Detail.REASON


def counted(passage: Passage, known: Grammar, text: str) -> Iterator[str]:
    """Yield the nouns that a number stands before, in lower case, as they stand ("barrels")."""
    for first, second in pairwise(passage.words):
        if (
            (first.text[0].isdigit() or first.lower in NUMERALS)
            and second.text.isalpha()
            and second.text.islower()
            and len(second.text) > 3
            and not known.is_function(second.lower)
            and not _lasts(f"1 {second.text}", known.code)
        ):
            yield text[second.start : second.end]


def _has_purpose(passage: Passage, known: Grammar) -> bool:
    """Tell if French words say for what something is done: "pour protester"."""
    return known.code == "fr" and any(
        first.lower == "pour" and second.text.islower() and second.lower.endswith(("er", "ir", "re"))
        for first, second in pairwise(passage.words)
    )


def _lasts(text: str, language: str) -> bool:
    """Tell if a text gives a length of time."""
    return any(unit in ("minutes", "months") for each in quantities(text, language) for unit, _ in each.values)


def _is_name(word: Word, known: Grammar) -> bool:
    return word.is_capital and not known.is_function(word.lower) and word.lower not in known.times
