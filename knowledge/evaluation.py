"""Evaluation of a library on questions that somebody has labelled with what answers them."""

from __future__ import annotations

import json
import re
from codecs import BOM_UTF8
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from itertools import groupby
from pathlib import Path
from typing import Any

from knowledge.errors import Finding, InvalidQuestions
from knowledge.library import Library
from knowledge.matcher import Match, Outcome

ALL = "all"
"""The group of figures that every question belongs to; the others are languages."""
_LANGUAGE = re.compile("[a-z]{2}")
_EXAMPLE = '{"lang": "en", "question": "…", "gold": [3]}'


class QuestionKind(StrEnum):
    """The distance of a question from what the articles answer."""

    IN = "in"
    NEAR = "near"
    FAR = "far"
    CHAT = "chat"


class Verdict(StrEnum):
    """The worth of a match: the first four for a question of kind `in`, the others for any other.

    `RIGHT`: answered with an entry that answers. `OFFERED`: such an entry is among those to choose from.
    `MISSED`: abstained. `WRONG`: answered or offered something else. `QUIET`: abstained, as it should.
    `NUDGE`: offered a choice. `FALSE`: answered.
    """

    RIGHT = "right"
    OFFERED = "offered"
    MISSED = "missed"
    WRONG = "wrong"
    QUIET = "quiet"
    NUDGE = "nudge"
    FALSE = "false"


IN_SCOPE = (Verdict.RIGHT, Verdict.OFFERED, Verdict.MISSED, Verdict.WRONG)
OUT_OF_SCOPE = (Verdict.QUIET, Verdict.NUDGE, Verdict.FALSE)
_WELL = frozenset({Verdict.RIGHT, Verdict.OFFERED, Verdict.QUIET})


@dataclass(frozen=True, slots=True)
class LabelledQuestion:
    """A question with what is expected of it.

    Attributes:
        id: As its line gives it, else the number of the line.
        language: ISO 639-1 code.
        text: The question as a person typed it.
        kind: Only of kind `in` are the two labels below looked at.
        gold: Numbers of sentences: an entry that rests on any of them answers. They are not told apart by article.
        entries: Keys of entries that answer; empty where `gold` says it.
    """

    id: str
    language: str
    text: str
    kind: QuestionKind
    gold: frozenset[int] = frozenset()
    entries: frozenset[str] = frozenset()

    def is_answered_by(self, key: str, evidence: Sequence[int]) -> bool:
        """Tell whether an entry, which rests on these sentences, is one that was expected."""
        return key in self.entries or not self.gold.isdisjoint(evidence)


@dataclass(frozen=True, slots=True)
class JudgedQuestion:
    """A question with what came of it.

    Attributes:
        question: With its labels.
        match: The matcher's reading of it.
        language: Of the reply, ISO 639-1.
        verdict: The verdict on the match.
        first_answers: True if the best candidate was expected, shown or not.
        is_served: True if any article has answers in the language of the label.
    """

    question: LabelledQuestion
    match: Match
    language: str
    verdict: Verdict
    first_answers: bool
    is_served: bool = True

    @property
    def score(self) -> float:
        """The best candidate's score, 0 to 100; 0 where there is none."""
        return self.match.candidates[0].score if self.match.candidates else 0.0

    @property
    def is_in_scope(self) -> bool:
        """True if the articles answer it."""
        return self.question.kind is QuestionKind.IN

    @property
    def fell_short(self) -> bool:
        """True if it was neither answered, nor offered, nor left unanswered as it should be."""
        return self.verdict not in _WELL


@dataclass(frozen=True, slots=True)
class RiskCoverage:
    """The risk and coverage of answering some questions and not the others.

    Attributes:
        coverage: The share, 0 to 1, of the questions in scope that are answered, rightly or not.
        risk: The share, 0 to 1, of the answers that are wrong; any to a question out of scope is.
    """

    coverage: float
    risk: float


@dataclass(frozen=True)
class Evaluation:
    """Judged questions, and the figures that sum them up.

    Attributes:
        judged: In the order of the questions.
    """

    judged: tuple[JudgedQuestion, ...]

    @cached_property
    def tally(self) -> Mapping[tuple[str, QuestionKind], Counter[Verdict]]:
        """The count of each verdict, by group (`ALL` and the languages) and kind, sorted by both."""
        tally: dict[tuple[str, QuestionKind], Counter[Verdict]] = {}
        for each in self.judged:
            for group in (ALL, each.question.language):
                tally.setdefault((group, each.question.kind), Counter())[each.verdict] += 1
        return dict(sorted(tally.items()))

    @cached_property
    def figures(self) -> Mapping[str, float | int]:
        """The verdicts and languages as numbers, by name.

        `GROUP.KIND.VERDICT`, in per cent with one decimal, of the `GROUP.KIND.n` questions; `language.right`, the
        replies in the language of the label, in per cent of the `language.n` questions whose language could be told;
        `language.untold.right` and `language.untold.n` likewise of those whose could not.
        """
        figures: dict[str, float | int] = {}
        for (group, kind), counts in self.tally.items():
            for verdict in verdicts(kind):
                figures[f"{group}.{kind}.{verdict}"] = _percent(counts[verdict], counts.total())
            figures[f"{group}.{kind}.n"] = counts.total()
        for name, replies in (("language", self.language_identified), ("language.untold", self.language_unidentified)):
            right = sum(each.language == each.question.language for each in replies)
            figures[f"{name}.right"], figures[f"{name}.n"] = _percent(right, len(replies)), len(replies)
        return figures

    @property
    def language_identified(self) -> tuple[JudgedQuestion, ...]:
        """The questions in a language that is served, and that the matcher could tell, be it rightly or not."""
        return tuple(each for each in self.judged if each.is_served and each.match.language is not None)

    @property
    def language_unidentified(self) -> tuple[JudgedQuestion, ...]:
        """The questions in a language that is served, of which the matcher could tell none, as of "Trump NATO"."""
        return tuple(each for each in self.judged if each.is_served and each.match.language is None)

    @property
    def misses(self) -> tuple[JudgedQuestion, ...]:
        """The questions that fell short, in order."""
        return tuple(each for each in self.judged if each.fell_short)

    def scores(self, *, in_scope: bool) -> tuple[float, ...]:
        """The best score, 0 to 100, of each question in scope, or of each out of scope."""
        return tuple(each.score for each in self.judged if each.is_in_scope is in_scope)

    @cached_property
    def risk_coverage(self) -> tuple[RiskCoverage, ...]:
        """The risk and coverage of answering with the best candidate at every score threshold, from the highest down.

        One point for each score that occurs, with all the questions that reach it answered; close seconds, which
        make the matcher offer a choice, are left out of account. Empty where no question is in scope.
        """
        ranked = sorted((each for each in self.judged if each.match.candidates), key=lambda each: -each.score)
        answered: list[JudgedQuestion] = []
        points = []
        for _, level in groupby(ranked, key=lambda each: each.score):
            answered.extend(level)
            points.append(self._answering(answered))
        return tuple(point for point in points if point is not None)

    @property
    def operating_point(self) -> RiskCoverage | None:
        """The risk and coverage of the answers that were given; None without answers or questions in scope."""
        return self._answering([each for each in self.judged if each.match.outcome is Outcome.ANSWER])

    def _answering(self, answered: Sequence[JudgedQuestion]) -> RiskCoverage | None:
        in_scope = sum(each.is_in_scope for each in self.judged)
        if not in_scope or not answered:
            return None
        right = sum(each.is_in_scope and each.first_answers for each in answered)
        covered = sum(each.is_in_scope for each in answered)
        return RiskCoverage(covered / in_scope, (len(answered) - right) / len(answered))


def verdicts(kind: QuestionKind) -> tuple[Verdict, ...]:
    """The verdicts that a question of a kind can get."""
    return IN_SCOPE if kind is QuestionKind.IN else OUT_OF_SCOPE


def judge(question: LabelledQuestion, match: Match, language: str, library: Library) -> JudgedQuestion:
    """Compare a match with the expected entries.

    Args:
        question: With its labels.
        match: The reading of it by the library's matcher.
        language: Of the reply, ISO 639-1.
        library: That has the entries of the match.
    """

    def answers(key: str) -> bool:
        return question.is_answered_by(key, library.entries[key].evidence)

    first = bool(match.candidates) and answers(match.candidates[0].entry_id)
    shown = any(answers(candidate.entry_id) for candidate in match.shown_candidates)
    is_served = any(question.language in article.served for article in library.articles)
    return JudgedQuestion(
        question, match, language, _verdict(question.kind, match.outcome, shown=shown), first, is_served
    )


def _verdict(kind: QuestionKind, outcome: Outcome, *, shown: bool) -> Verdict:
    """The verdict on an outcome; `shown` is true if an expected entry is among those that it shows."""
    match outcome:
        case Outcome.ABSTAIN:
            return Verdict.MISSED if kind is QuestionKind.IN else Verdict.QUIET
        case Outcome.ANSWER if kind is not QuestionKind.IN:
            return Verdict.FALSE
        case Outcome.CHOOSE if kind is not QuestionKind.IN:
            return Verdict.NUDGE
        case Outcome.ANSWER if shown:
            return Verdict.RIGHT
        case Outcome.CHOOSE if shown:
            return Verdict.OFFERED
    return Verdict.WRONG


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 1) if whole else 0.0


def labelled_questions(path: Path, content: bytes, library: Library) -> tuple[LabelledQuestion, ...]:
    """Read labelled questions, one JSON object a line; blank lines are skipped.

    Args:
        path: Of the file, to name it where something is wrong.
        content: The text of the file.
        library: That has the entries and sentences which the labels name.

    Raises:
        InvalidQuestions: Everything that is wrong, by line; also if there is no question at all.
    """
    questions: list[LabelledQuestion] = []
    findings: list[Finding] = []
    for number, line in enumerate(content.removeprefix(BOM_UTF8).splitlines(), start=1):
        try:
            text = line.decode()
            if text.strip():
                questions.append(_labelled(text, number, library))
        except UnicodeDecodeError:
            findings.append(Finding(path, number, None, "This is not UTF-8 text."))
        except _Unusable as error:
            findings.append(Finding(path, number, None, str(error)))
    if not questions and not findings:
        findings.append(Finding(path, 1, None, f"There is no question: write one a line, as in {_EXAMPLE}."))
    if findings:
        raise InvalidQuestions(findings)
    return tuple(questions)


class _Unusable(Exception):
    """Say what is wrong with a line, as a sentence."""


def _labelled(line: str, number: int, library: Library) -> LabelledQuestion:
    try:
        fields = json.loads(line)
    except (ValueError, RecursionError):
        fields = None
    if not isinstance(fields, dict):
        raise _Unusable(f"This is no JSON object: write {_EXAMPLE} on one line.")
    text, language, name = fields.get("question"), fields.get("lang"), fields.get("id")
    if not isinstance(text, str) or not _is_printable(text):
        raise _Unusable('"question" has to be a text that is not empty.')
    if not isinstance(language, str) or not _LANGUAGE.fullmatch(language):
        raise _Unusable('"lang" has to be the two letters of a language, as in "fr".')
    if not (name is None or _is_whole(name) or (isinstance(name, str) and _is_printable(name))):
        raise _Unusable('"id" has to be a text or a number, or to be left out.')
    gold, names = frozenset(_gold(fields.get("gold"))), frozenset(_entries(fields.get("entry")))
    if gold and names:
        raise _Unusable('It has both "gold" and "entry": keep the one that says what answers it.')
    entries = _keys(names, library)
    numbers = {sentence for article in library.articles for sentence in article.paragraphs}
    if unknown_numbers := sorted(gold - numbers):
        raise _Unusable(f"No article has {_listed('a sentence', 'any of the sentences', map(str, unknown_numbers))}.")
    kind = _kind(fields, labelled=bool(gold or names))
    return LabelledQuestion(str(number if name is None else name), language, text, kind, gold, entries)


def _keys(names: frozenset[str], library: Library) -> frozenset[str]:
    """The keys of entries that are named by their keys, or by ids that one article has."""
    keys = {name: library.key_of(name) for name in names}
    having = {name: [key for key in library.entries if key.endswith(f"/{name}")] for name in names if not keys[name]}
    if unknown := sorted(name for name, found in having.items() if not found):
        raise _Unusable(f"No article has {_listed('an entry', 'any of the entries', map(repr, unknown))}.")
    for name, found in sorted(having.items()):
        raise _Unusable(f"Several articles have an entry {name!r}: write {' or '.join(found)}.")
    return frozenset(key for key in keys.values() if key is not None)


def _kind(fields: Mapping[str, Any], *, labelled: bool) -> QuestionKind:
    """The kind of a question; `labelled` is true if sentences or entries are given as its answer."""
    kind = fields.get("kind")
    if kind is None:
        if labelled:
            return QuestionKind.IN
        if fields.get("gold") is None and fields.get("entry") is None:
            raise _Unusable('It has no label: add "gold" or "entry", or a "kind" if nothing answers it.')
        return QuestionKind.FAR
    if kind not in list(QuestionKind):
        raise _Unusable(f'"kind" has to be one of {", ".join(QuestionKind)}.')
    if kind == QuestionKind.IN and not labelled:
        raise _Unusable('It is of kind "in" and does not say what answers it: add "gold" or "entry".')
    return QuestionKind(kind)


def _gold(value: object) -> list[int]:
    if value is None:
        return []
    if not isinstance(value, list) or not all(_is_whole(number) for number in value):
        raise _Unusable('"gold" has to be a list of the numbers of sentences, as in [3, 4].')
    return value


def _entries(value: object) -> list[str]:
    if value is None:
        return []
    entries = value if isinstance(value, list) else [value]
    if not all(isinstance(entry, str) for entry in entries):
        raise _Unusable('"entry" has to be the id or the key of an entry, or a list of them.')
    return [str(entry) for entry in entries]


def _listed(one: str, several: str, names: Iterator[str]) -> str:
    listed = list(names)
    return f"{one if len(listed) == 1 else several} {', '.join(listed)}"


def _is_whole(value: object) -> bool:
    return isinstance(value, int) and not isinstance(value, bool)


def _is_printable(text: str) -> bool:
    """Tell whether a text is not blank and holds no half of a surrogate pair, which nothing could print."""
    return bool(text.strip()) and not re.search("[\ud800-\udfff]", text)
