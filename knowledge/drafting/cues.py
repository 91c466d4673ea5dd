"""Cues: the words by which a text tells that somebody has said something."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.drafting.languages import Frame, Grammar, Verb
from knowledge.drafting.languages.inflection import Mood
from knowledge.drafting.words import Word

_FARTHEST = 7
# Words that may stand between a French auxiliary and its participle.
_BETWEEN = frozenset("voulu souhaité pu su dû à de d' en un peu ton ores et".split())
_BEING = frozenset("est sont était étaient serait".split())
_OBJECTS = frozenset("le la les l'".split())
_KEPT_APART = frozenset("le la les nous vous".split())
_CLEAR = frozenset("made makes make it".split())
_MODALS = frozenset("could can might may should must shall".split())


@dataclass(frozen=True, slots=True)
class Cue:
    """A group of verbs that says that something was said.

    Attributes:
        start: The position of its first word among those of its passage.
        end: The position after its last word.
        verb: The position of the verb of speech.
        frames: The ways in which it may take what is said.
        lemmas: The verb of speech in its base form.
        inverted: The position of a pronoun joined to it ("a-t-il dit"); None without one.
        denied: True if the text says that it was not said.
        dependent: True of a gerund, or a participle whose auxiliary is that of the cue before.
    """

    start: int
    end: int
    verb: int
    frames: Frame
    lemmas: tuple[str, ...]
    inverted: int | None = None
    denied: bool = False
    dependent: bool = False


def find_cues(words: Sequence[Word], known: Grammar, *, quoted: bool = False) -> Iterator[Cue]:
    """Yield the verbal cues among words, in order.

    Args:
        words: Those of a passage.
        known: The grammar of its language.
        quoted: Look inside quotation marks rather than outside.
    """
    taken = -1
    for position, word in enumerate(words):
        verb = known.verbs.get(word.lower)
        if verb is None or word.quoted is not quoted or position < taken:
            continue
        if word.is_capital and not (Mood.GERUND in verb.moods and (position == 0 or _begins(words, position))):
            continue
        reading = _french if known.code == "fr" else _english if known.code == "en" else _cyrillic
        cue = reading(words, position, verb, known)
        if cue is not None:
            taken = cue.end
            yield cue


def _begins(words: Sequence[Word], position: int) -> bool:
    return not words[position - 1].is_word


@dataclass(frozen=True, slots=True)
class _Group:
    """The words before a French verb that belong to its group.

    Attributes:
        auxiliary: The position of the auxiliary; None without one.
        inverted: The position of a pronoun joined to it; None without one.
        between: The words between auxiliary and verb.
    """

    auxiliary: int | None
    inverted: int | None
    between: tuple[str, ...]


def _group_before(words: Sequence[Word], position: int, known: Grammar) -> _Group:
    auxiliary, inverted = None, None
    between: list[str] = []
    for i in range(position - 1, max(-1, position - _FARTHEST - 1), -1):
        word = words[i]
        if word.lower in known.auxiliaries:
            auxiliary = i
            break
        if word.inverted:
            inverted = i
        elif word.text != "," and not _may_stand_between(word.lower, known):
            break
        between.append(word.lower)
    return _Group(auxiliary, inverted, tuple(between))


def _may_stand_between(lower: str, known: Grammar) -> bool:
    return (
        lower in known.within
        or lower in known.negations
        or lower in known.been
        or lower in known.leading_into
        or lower in _BETWEEN
    )


def _french(words: Sequence[Word], position: int, verb: Verb, known: Grammar) -> Cue | None:
    group = _group_before(words, position, known)
    if Mood.PARTICIPLE in verb.moods and group.auxiliary is not None and _is_clean(group.between):
        return _perfect(words, position, verb, known, group)
    if Mood.INFINITIVE in verb.moods and Mood.FINITE not in verb.moods:
        return _infinitive(words, position, verb, known)
    previous = words[position - 1].lower if position else ""
    if position + 1 < len(words) and words[position + 1].inverted:
        addressed = words[position + 1].lower in ("je", "nous", "vous", "ce")
        return None if addressed else _complete(words, position, position, verb, known, inverted=position + 1)
    if Mood.GERUND in verb.moods:
        opens = previous in ("", "en", "tout") or not words[position - 1].is_word
        return Cue(position, position + 1, position, verb.frames, verb.lemmas, dependent=True) if opens else None
    if Mood.FINITE in verb.moods:
        return _finite(words, position, verb, known)
    joined = previous in ("et", "puis", ",", "mais", "ou") and position + 1 < len(words)
    if joined and words[position + 1].lower not in ("par", "comme"):
        return Cue(position, position + 1, position, verb.frames, verb.lemmas, dependent=True)
    return None


def _is_clean(between: tuple[str, ...]) -> bool:
    """Tell if no noun phrase stands between an auxiliary and a participle; "d'ores et déjà" is none."""
    return "ores" in between or not {"de", "d'", "en", "et"} & set(between)


def _perfect(words: Sequence[Word], position: int, verb: Verb, known: Grammar, group: _Group) -> Cue | None:
    """A cue in the perfect; the passive, and what "être" tells of a state, are none."""
    assert group.auxiliary is not None
    if {"été", "étant"} & set(group.between):
        return None
    reflexive = group.auxiliary > 0 and words[group.auxiliary - 1].lower in known.reflexives
    if words[group.auxiliary].lower in _BEING and not reflexive:
        return None
    return _complete(words, group.auxiliary, position, verb, known, inverted=group.inverted)


def _finite(words: Sequence[Word], position: int, verb: Verb, known: Grammar) -> Cue | None:
    """A cue in a simple tense; one that looks like a noun behind an article is none."""
    previous = words[position - 1].lower if position else ""
    before = position - 1
    while before >= 0 and words[before].lower in known.clitics and words[before].lower not in _OBJECTS:
        before -= 1
    lower = words[before].lower if before >= 0 else ""
    articled = lower in known.articles and lower not in ("tout", "tous") and before == position - 1
    if articled or previous in _OBJECTS or lower in ("de", "d'", "une", "en", "par", "pour", "sans"):
        named = position + 1 < len(words) and words[position + 1].is_capital
        object_first = previous in _OBJECTS and Mood.PARTICIPLE not in verb.moods and not named
        if not (object_first and _subject_before(words, position - 1)):
            return None
    if Mood.PARTICIPLE in verb.moods and lower in known.auxiliaries:
        return None
    return _complete(words, before + 1, position, verb, known)


def _subject_before(words: Sequence[Word], position: int) -> bool:
    """Tell if an object pronoun at a position follows a subject: "la présidente l'interrompt"."""
    return position > 0 and (words[position - 1].text == "," or words[position - 1].is_capital)


def _infinitive(words: Sequence[Word], position: int, verb: Verb, known: Grammar) -> Cue | None:
    previous = words[position - 1].lower if position else ""
    following = words[position + 1].text if position + 1 < len(words) else ""
    if previous in ("de", "d'") and position > 1:
        if following == ":":
            # "Et Mme Castaing de conclure : « … »"
            return Cue(position - 1, position + 1, position, verb.frames | Frame.THAT, verb.lemmas)
        if words[position - 2].lower == "avant":
            return Cue(position, position + 1, position, verb.frames, verb.lemmas, dependent=True)
    i = position - 1
    while (
        i >= 0
        and position - i <= 4
        and (words[i].inverted or words[i].lower in ("à", "de", "d'", "jusqu'", *known.clitics, *known.within))
    ):
        i -= 1
    if i < 0 or words[i].lower not in known.leading_into:
        return None
    start = i
    while start > 0 and position - start <= _FARTHEST:
        lower = words[start - 1].lower
        if (
            lower in known.auxiliaries
            or lower in known.clitics
            or lower in known.within
            or lower in known.negations
            or words[start - 1].inverted
        ):
            start -= 1
        else:
            break
    denied = any(each.lower in known.negations for each in words[max(0, start - 2) : position])
    inverted = next((k for k in range(start, position) if words[k].inverted), None)
    return Cue(start, position + 1, position, verb.frames | Frame.THAT, verb.lemmas, inverted, denied)


def _complete(
    words: Sequence[Word], start: int, position: int, verb: Verb, known: Grammar, *, inverted: int | None = None
) -> Cue:
    """A French cue with the clitics before it, and its negation."""
    while start > 0 and words[start - 1].lower in known.clitics and words[start - 1].lower not in _KEPT_APART:
        start -= 1
    before = list(words[max(0, start - 2) : start])
    while before and any(not each.is_word for each in before):
        del before[0]
    around = (*before, *words[start:position])
    denied = any(each.lower in known.negations for each in around)
    if position + 1 < len(words) and words[position + 1].lower in known.negations - {"ne", "n'"}:
        denied = True
    end = position + 2 if inverted == position + 1 else position + 1
    return Cue(start, end, position, verb.frames, verb.lemmas, inverted, denied)


def _english(words: Sequence[Word], position: int, verb: Verb, known: Grammar) -> Cue | None:
    lower = words[position].lower
    previous = words[position - 1].lower if position else ""
    following = words[position + 1].lower if position + 1 < len(words) else ""
    by_somebody = following == "by" and Mood.PARTICIPLE in verb.moods and lower != "said"
    by_somebody = by_somebody or (lower, following) == ("accused", "of")
    if by_somebody or (lower == "clear" and previous not in _CLEAR):
        return None
    if lower in verb.lemmas and known.is_noun(following) and position and not words[position - 1].is_word:
        # ", state senator Cody Brandt,"
        return None
    start = _group_start(words, position, known)
    group = [each.lower for each in words[start:position]]
    led = any(each in known.leading_into or each in known.negations for each in group)
    if previous == "to" and not led:
        return None
    if Mood.GERUND in verb.moods:
        return _gerund(words, position, verb)
    if Mood.PARTICIPLE in verb.moods and any(each in known.been for each in group):
        return None
    modal = any(each in _MODALS for each in group)
    future = lower == verb.lemmas[0] and ("will" in group or "would" in group)
    denied = modal or any(each in known.negations or each.endswith("n't") for each in group)
    if future and not denied:
        return None
    noun = previous in known.articles or previous in known.possessives or previous in ("'s", "of", "for", "such", "no")
    if noun or (position and words[position - 1].text in ("$", "-")):
        return None
    return Cue(start, position + 1, position, verb.frames, verb.lemmas, None, denied)


def _group_start(words: Sequence[Word], position: int, known: Grammar) -> int:
    """The position of the first auxiliary, modal or negation that belongs to an English verb."""
    start = position
    clear = words[position].lower == "clear"
    for i in range(position - 1, max(-1, position - _FARTHEST - 1), -1):
        each = words[i].lower
        negated = each in known.negations or each.endswith("n't")
        if (
            each in known.auxiliaries
            or negated
            or each in known.leading_into
            or each in _MODALS
            or (clear and each in _CLEAR)
        ):
            start = i
        elif not (each in known.within or each.endswith("ly") or each in ("to", "on", "immediately", "respond")):
            break
    return start


def _gerund(words: Sequence[Word], position: int, verb: Verb) -> Cue | None:
    """A cue in -ing: behind a comma, or behind "quoted … as"."""
    previous = words[position - 1].lower if position else ""
    if previous == "as" and {"quoted", "cited"} & {each.lower for each in words[max(0, position - 8) : position]}:
        return Cue(position, position + 1, position, verb.frames, verb.lemmas)
    if previous in ("", "and", "by") or not words[position - 1].is_word:
        return Cue(position, position + 1, position, verb.frames, verb.lemmas, dependent=True)
    return None


def _cyrillic(words: Sequence[Word], position: int, verb: Verb, known: Grammar) -> Cue | None:
    before = [each.lower for each in words[max(0, position - 2) : position]]
    denied = any(each in known.negations for each in before[-1:])
    if Mood.FINITE not in verb.moods:
        return None
    return Cue(position, position + 1, position, verb.frames, verb.lemmas, None, denied)


def find_sources(words: Sequence[Word], known: Grammar) -> Iterator[tuple[int, int, bool]]:
    """Yield the prepositions by which a source is given ("selon", "according to").

    Yields:
        The positions where the preposition starts and ends, and True if it gives a source beside a quotation only.
    """
    for phrases, beside in ((known.according, False), (known.view, True)):
        for phrase in phrases:
            parts = phrase.replace("'", "' ").split()
            for position in range(len(words) - len(parts)):
                if (
                    not words[position].quoted
                    and [each.lower for each in words[position : position + len(parts)]] == parts
                ):
                    yield position, position + len(parts), beside
