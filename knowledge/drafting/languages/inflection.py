"""Inflection: the forms in which the press writes verbs of speech, all of them in the third person."""

from __future__ import annotations

from collections.abc import Iterator
from enum import Flag, auto


class Mood(Flag):
    """A mood of a verb; one form may be of several."""

    FINITE = auto()
    PARTICIPLE = auto()
    INFINITIVE = auto()
    GERUND = auto()


_FRENCH_FINITE = "e ent ait aient a èrent".split()
_FRENCH_PARTICIPLES = "é ée és ées".split()


def french_forms(infinitive: str) -> Iterator[tuple[str, Mood]]:
    """Yield the forms of a regular French verb in -er, and of one in -ir like "avertir"."""
    if infinitive.endswith("ir"):
        stem = infinitive[:-2]
        for ending in "it issent issait issaient irent".split():
            yield stem + ending, Mood.FINITE
        for ending in ("i", "ie", "is", "ies"):
            yield stem + ending, Mood.PARTICIPLE
        yield infinitive, Mood.INFINITIVE
        yield stem + "issant", Mood.GERUND
        return
    stem = infinitive[:-2]
    for ending in _FRENCH_FINITE:
        for each in {stem, _before(stem, ending)}:
            yield each + ending, Mood.FINITE
    for ending in _FRENCH_PARTICIPLES:
        yield stem + ending, Mood.PARTICIPLE
    yield infinitive, Mood.INFINITIVE
    yield _before(stem, "a") + "ant", Mood.GERUND


def _before(stem: str, ending: str) -> str:
    """A stem as it is written before an ending: ç and ge before a, è or a double letter before a silent e."""
    if ending.startswith("a"):
        return stem[:-1] + "ç" if stem.endswith("c") else stem + "e" if stem.endswith("g") else stem
    if not ending.startswith("e") or len(stem) < 3:
        return stem
    if stem[-2] == "é":
        return f"{stem[:-2]}è{stem[-1]}"
    if stem[-2] == "e" and stem[-1] in "lt" and stem[-3:] in ("pel", "jet"):
        return stem + stem[-1]
    return f"{stem[:-2]}è{stem[-1]}" if stem[-2] == "e" and stem[-1] in "lmntv" else stem


def english_forms(base: str) -> Iterator[tuple[str, Mood]]:
    """Yield the forms of a regular English verb; its base form counts as finite and as an infinitive."""
    yield base, Mood.FINITE | Mood.INFINITIVE
    if base.endswith("e"):
        stem = base[:-1]
        yield base + "s", Mood.FINITE
    elif base.endswith("y") and base[-2] not in "aeiou":
        stem = base
        yield base[:-1] + "ies", Mood.FINITE
        yield base[:-1] + "ied", Mood.FINITE | Mood.PARTICIPLE
        yield base + "ing", Mood.GERUND
        return
    else:
        stem = base + base[-1] if base in _DOUBLED else base
        yield base + ("es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"), Mood.FINITE
    yield stem + "ed", Mood.FINITE | Mood.PARTICIPLE
    yield stem + "ing", Mood.GERUND


_DOUBLED = frozenset("admit quip sob blab snap rebut spit chat commit submit".split())
