"""Verdicts on matches, figures that a person can recompute, and labels that cannot be used."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import verdict, village

from knowledge.errors import InvalidQuestions
from knowledge.evaluation import (
    Evaluation,
    JudgedQuestion,
    LabelledQuestion,
    QuestionKind,
    RiskCoverage,
    Verdict,
    judge,
    labelled_questions,
)
from knowledge.files import load_library
from knowledge.library import Library
from knowledge.matcher import Outcome
from knowledge.model import entry_key

# Its entries rest on: closed 1; since 2; reopens 3; safe 3, 4; promise 5; vote 6; everything 2, 3, 5, 6.
VILLAGE = Library((village(),))
FILE = Path("asked.jsonl")
ANSWER, CHOOSE, ABSTAIN = Outcome


def judged(
    language: str,
    kind: str,
    outcome: Outcome,
    scores: dict[str, float],
    *,
    gold: set[int] | None = None,
    entries: set[str] | None = None,
    answered_in: str | None = None,
    told: bool = True,
) -> JudgedQuestion:
    """A question of the village with a verdict that is given; entries go by their ids."""
    keys = frozenset(entry_key("pont", each) for each in entries or ())
    question = LabelledQuestion("q", language, "?", QuestionKind(kind), frozenset(gold or ()), keys)
    match = verdict(
        outcome, {entry_key("pont", each): score for each, score in scores.items()}, language if told else None
    )
    return judge(question, match, answered_in or language, VILLAGE)


def read(*lines: Any) -> tuple[LabelledQuestion, ...]:
    """The questions of a file with these lines; what is no text is written as JSON."""
    texts = (line if isinstance(line, str) else json.dumps(line, ensure_ascii=False) for line in lines)
    return labelled_questions(FILE, "\n".join(texts).encode(), VILLAGE)


def problem(line: Any) -> str:
    """Return the problem of a line that cannot be used, without the place."""
    with pytest.raises(InvalidQuestions) as raised:
        read(line)
    (sentence,) = str(raised.value).splitlines()
    place, _, said = sentence.partition(": ")
    assert place == f"{FILE}:1"
    return said


@pytest.mark.parametrize(
    ("outcome", "scores", "expected"),
    [
        (ANSWER, {"safe": 90}, Verdict.RIGHT),
        (ANSWER, {"closed": 90, "safe": 60}, Verdict.WRONG),
        (CHOOSE, {"closed": 60, "safe": 55}, Verdict.OFFERED),
        (CHOOSE, {"closed": 60, "since": 55, "safe": 50}, Verdict.OFFERED),
        (CHOOSE, {"closed": 60, "since": 59, "vote": 58, "safe": 57}, Verdict.WRONG),
        (CHOOSE, {"closed": 60, "since": 55, "safe": 5}, Verdict.WRONG),
        (ABSTAIN, {"safe": 20}, Verdict.MISSED),
        (ABSTAIN, {}, Verdict.MISSED),
    ],
)
def test_a_question_in_scope_is_right_offered_missed_or_wrong(
    outcome: Outcome, scores: dict[str, float], expected: Verdict
) -> None:
    assert judged("fr", "in", outcome, scores, gold={4, 1000}).verdict is expected
    assert judged("fr", "in", outcome, scores, entries={"safe", "vanished"}).verdict is expected


@pytest.mark.parametrize("kind", ["near", "far", "chat"])
@pytest.mark.parametrize(
    ("outcome", "expected"), [(ABSTAIN, Verdict.QUIET), (CHOOSE, Verdict.NUDGE), (ANSWER, Verdict.FALSE)]
)
def test_a_question_out_of_scope_is_quiet_a_nudge_or_false(kind: str, outcome: Outcome, expected: Verdict) -> None:
    scores = {"closed": 60.0, "since": 55.0}
    assert judged("fr", kind, outcome, scores).verdict is expected
    assert judged("fr", kind, outcome, scores, gold={1}).verdict is expected, "a label changes nothing there"


def test_an_entry_answers_though_another_rests_on_the_same_sentences() -> None:
    assert judged("en", "in", ANSWER, {"everything": 80}, entries={"vote"}).verdict is Verdict.WRONG
    assert judged("en", "in", ANSWER, {"everything": 80}, gold={6}).verdict is Verdict.RIGHT


ASKED = (
    judged("fr", "in", ANSWER, {"closed": 90}, gold={1}),  # right
    judged("fr", "in", CHOOSE, {"since": 60, "safe": 55}, gold={3}, answered_in="en"),  # offered, not in French
    judged("fr", "in", ABSTAIN, {"vote": 20}, gold={6}),  # missed
    judged("en", "in", ANSWER, {"everything": 80}, entries={"vote"}),  # wrong
    judged("en", "in", ANSWER, {"everything": 70}, entries={"vote", "everything"}),  # right
    judged("en", "in", CHOOSE, {"closed": 60, "since": 55}, gold={4}),  # wrong
    judged("en", "in", ABSTAIN, {}, gold={2}, answered_in="fr", told=False),  # missed
    judged("fr", "near", ABSTAIN, {"vote": 20}),  # quiet
    judged("fr", "near", ANSWER, {"closed": 85}),  # false
    judged("fr", "near", ABSTAIN, {}),  # quiet
    judged("en", "far", CHOOSE, {"closed": 60, "vote": 58}),  # a nudge
    judged("en", "chat", ABSTAIN, {}, answered_in="fr", told=False),  # quiet
)


def test_the_figures_are_those_computed_by_hand() -> None:
    figures = Evaluation(ASKED).figures
    assert list(figures.items()) == [
        ("all.chat.quiet", 100.0),
        ("all.chat.nudge", 0.0),
        ("all.chat.false", 0.0),
        ("all.chat.n", 1),
        ("all.far.quiet", 0.0),
        ("all.far.nudge", 100.0),
        ("all.far.false", 0.0),
        ("all.far.n", 1),
        ("all.in.right", 28.6),
        ("all.in.offered", 14.3),
        ("all.in.missed", 28.6),
        ("all.in.wrong", 28.6),
        ("all.in.n", 7),
        ("all.near.quiet", 66.7),
        ("all.near.nudge", 0.0),
        ("all.near.false", 33.3),
        ("all.near.n", 3),
        ("en.chat.quiet", 100.0),
        ("en.chat.nudge", 0.0),
        ("en.chat.false", 0.0),
        ("en.chat.n", 1),
        ("en.far.quiet", 0.0),
        ("en.far.nudge", 100.0),
        ("en.far.false", 0.0),
        ("en.far.n", 1),
        ("en.in.right", 25.0),
        ("en.in.offered", 0.0),
        ("en.in.missed", 25.0),
        ("en.in.wrong", 50.0),
        ("en.in.n", 4),
        ("fr.in.right", 33.3),
        ("fr.in.offered", 33.3),
        ("fr.in.missed", 33.3),
        ("fr.in.wrong", 0.0),
        ("fr.in.n", 3),
        ("fr.near.quiet", 66.7),
        ("fr.near.nudge", 0.0),
        ("fr.near.false", 33.3),
        ("fr.near.n", 3),
        # Of all that told their language, but the one that was offered in another.
        ("language.right", 90.0),
        ("language.n", 10),
        ("language.untold.right", 0.0),
        ("language.untold.n", 2),
    ]


def test_a_silence_in_another_language_counts_and_a_label_that_is_not_served_does_not() -> None:
    silent = judged("en", "chat", ABSTAIN, {}, answered_in="fr")
    unserved = judged("de", "chat", ABSTAIN, {}, answered_in="fr")
    figures = Evaluation((silent, unserved)).figures
    assert (figures["language.right"], figures["language.n"], figures["language.untold.n"]) == (0.0, 1, 0)


def test_the_misses_are_what_fell_short_in_order() -> None:
    misses = Evaluation(ASKED).misses
    assert [miss.verdict.value for miss in misses] == ["missed", "wrong", "wrong", "missed", "false", "nudge"]


def test_risk_and_coverage_are_those_computed_by_hand() -> None:
    points = Evaluation(ASKED).risk_coverage
    assert points == (
        RiskCoverage(1 / 7, 0 / 1),  # from 90 up: a right answer
        RiskCoverage(1 / 7, 1 / 2),  # 85: one to a question out of scope
        RiskCoverage(2 / 7, 2 / 3),  # 80: a wrong one
        RiskCoverage(3 / 7, 2 / 4),  # 70: a right one
        RiskCoverage(5 / 7, 5 / 7),  # 60: three at once, whose best candidates are all wrong
        RiskCoverage(6 / 7, 6 / 9),  # 20: a right one, and one out of scope; nothing ever answers the last
    )


def test_the_point_of_the_answers_as_given_leaves_choices_and_silence_out() -> None:
    assert Evaluation(ASKED).operating_point == RiskCoverage(3 / 7, 2 / 4)


def test_the_scores_are_told_apart_by_scope_and_are_0_without_a_candidate() -> None:
    evaluation = Evaluation(ASKED)
    assert evaluation.scores(in_scope=True) == (90, 60, 20, 80, 70, 60, 0)
    assert evaluation.scores(in_scope=False) == (20, 85, 0, 60, 0)


def test_nothing_in_scope_or_nothing_at_all_is_no_error() -> None:
    for some in ((), (judged("fr", "far", ANSWER, {"closed": 90}),)):
        evaluation = Evaluation(some)
        assert (evaluation.risk_coverage, evaluation.operating_point) == ((), None)
        assert evaluation.figures["language.right"] == (100.0 if some else 0.0)


@given(
    st.lists(
        st.tuples(
            st.sampled_from(["in", "far"]),
            st.sampled_from(Outcome),
            st.dictionaries(st.sampled_from(["closed", "since", "vote"]), st.integers(1, 100), min_size=2),
        )
    )
)
def test_shares_stay_shares_and_coverage_only_grows(asked: list[tuple[str, Outcome, dict[str, float]]]) -> None:
    ranked = [
        (kind, outcome, dict(sorted(scores.items(), key=lambda each: -each[1]))) for kind, outcome, scores in asked
    ]
    evaluation = Evaluation(tuple(judged("en", kind, outcome, scores, gold={1}) for kind, outcome, scores in ranked))
    points = evaluation.risk_coverage
    assert all(before.coverage <= after.coverage for before, after in pairwise(points))
    assert all(0 <= share <= 1 for point in points for share in (point.coverage, point.risk))
    assert not points or points[-1].coverage == 1, "every one of them has a candidate"
    for (group, kind), counts in evaluation.tally.items():
        shares = [figure for name, figure in evaluation.figures.items() if name.startswith(f"{group}.{kind}.")]
        assert shares[-1] == counts.total()
        assert sum(shares[:-1]) == pytest.approx(100, abs=0.3)


def test_a_line_is_read_with_all_that_it_says() -> None:
    line = {"id": "d7", "lang": "fr", "question": "Qui ?", "kind": "in", "gold": [3, 1, 3], "style": "plain"}
    assert read(line) == (LabelledQuestion("d7", "fr", "Qui ?", QuestionKind.IN, frozenset({1, 3})),)


def test_id_and_kind_may_be_left_out() -> None:
    asked = read(
        {"lang": "fr", "question": "Qui ?", "gold": [1]},
        "",
        {"lang": "fr", "question": "Qui ?", "entry": "vote"},
        {"lang": "fr", "question": "Qui ?", "entry": ["vote", "safe"], "gold": []},
        {"lang": "fr", "question": "Qui ?", "gold": []},
        {"lang": "de", "question": "Wer?", "entry": []},
        {"lang": "en", "question": "Thanks", "kind": "chat", "id": 12},
    )
    assert [each.id for each in asked] == ["1", "3", "4", "5", "6", "12"]
    assert [each.kind.value for each in asked] == ["in", "in", "in", "far", "far", "chat"]
    assert [sorted(each.entries) for each in asked[:3]] == [[], ["pont/vote"], ["pont/safe", "pont/vote"]]


def test_an_entry_is_named_by_its_key_or_by_an_id_that_one_article_has() -> None:
    other = replace(village(), slug="gare", entries=tuple(replace(each, article="gare") for each in village().entries))
    library = Library((replace(other, entries=other.entries[:1]), village()))
    asked = {"lang": "fr", "question": "Qui ?", "entry": ["gare/closed", "vote", "pont/vote"]}
    (question,) = labelled_questions(FILE, json.dumps(asked).encode(), library)
    assert question.entries == {"gare/closed", "pont/vote"}
    with pytest.raises(
        InvalidQuestions, match=r"Several articles have an entry 'closed': .*gare/closed or pont/closed"
    ):
        labelled_questions(FILE, json.dumps({**asked, "entry": "closed"}).encode(), library)


def test_line_ends_of_every_system_and_a_byte_order_mark_are_read() -> None:
    line = b'{"lang": "en", "question": "Who\xe2\x80\xa8?", "gold": [1]}'
    for end in (b"\n", b"\r\n", b"\r"):
        asked = labelled_questions(FILE, b"\xef\xbb\xbf" + line + end + b"  " + end + line, VILLAGE)
        assert [each.id for each in asked] == ["1", "3"]
        assert asked[0].text == "Who\u2028?", "which ends no line"


@pytest.mark.parametrize(
    "line",
    [
        "nonsense",
        '{"question": "unfinished',
        "[]",
        "null",
        '"text"',
        pytest.param("[" * 100_000, id="nested too deep"),
        pytest.param('{"gold": [' + "9" * 5000 + "]}", id="a number too long"),
    ],
)
def test_a_line_that_is_no_object_is_told_what_to_be(line: str) -> None:
    assert problem(line).startswith("This is no JSON object: ")


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"question": None}, '"question" has to be a text'),
        ({"question": " "}, '"question" has to be a text'),
        ({"question": 5}, '"question" has to be a text'),
        ({"lang": None}, '"lang" has to be'),
        ({"lang": "all"}, '"lang" has to be'),
        ({"lang": "fr\n"}, '"lang" has to be'),
        ({"lang": ["fr"]}, '"lang" has to be'),
        ({"id": ""}, '"id" has to be'),
        ({"id": True}, '"id" has to be'),
        ({"id": ["a"]}, '"id" has to be'),
        ({"kind": "out"}, '"kind" has to be one of in, near, far, chat.'),
        ({"kind": ["in"]}, '"kind" has to be one of in, near, far, chat.'),
        ({"gold": 1}, '"gold" has to be a list'),
        ({"gold": [1.0]}, '"gold" has to be a list'),
        ({"gold": [True]}, '"gold" has to be a list'),
        ({"gold": ["1"]}, '"gold" has to be a list'),
        ({"gold": [0, 1, 7]}, "No article has any of the sentences 0, 7."),
        ({"gold": [7], "kind": "near"}, "No article has a sentence 7."),
        ({"gold": None, "entry": 3}, '"entry" has to be the id'),
        ({"gold": None, "entry": ["vote", 3]}, '"entry" has to be the id'),
        ({"gold": None, "entry": ""}, "No article has an entry ''."),
        ({"gold": None, "entry": "votes"}, "No article has an entry 'votes'."),
        ({"gold": None, "entry": ["votes", "vote", "No\n"]}, "No article has any of the entries 'No\\n', 'votes'."),
        ({"entry": "vote"}, 'It has both "gold" and "entry"'),
        ({"gold": None}, "It has no label: "),
        ({"gold": [], "kind": "in"}, 'It is of kind "in" and does not say what answers it'),
        ({"gold": None, "kind": "in"}, 'It is of kind "in" and does not say what answers it'),
    ],
)
def test_what_is_wrong_with_a_line_is_one_sentence(change: dict[str, Any], said: str) -> None:
    sound = {"lang": "fr", "question": "Qui ?", "gold": [1]}
    assert len(read(sound)) == 1
    assert problem({**sound, **change}).startswith(said)


def test_half_a_character_is_named_and_never_printed() -> None:
    for line in (
        r'{"lang": "en", "question": "a \ud83d", "gold": [1]}',
        r'{"lang": "en", "id": "\ud83d", "question": "a", "gold": [1]}',
        r'{"lang": "en", "question": "a", "entry": "\ud83d"}',
        r'{"lang": "en", "question": "a", "kind": "\ud83d"}',
    ):
        assert problem(line).encode()


def test_everything_that_is_wrong_is_named_by_its_line() -> None:
    sound = b'{"lang": "en", "question": "Who?", "gold": [1]}'
    content = b"\n".join([sound, b"broken", b"", sound, b'"caf\xe9"', sound.replace(b"[1]", b"[9]")])
    with pytest.raises(InvalidQuestions) as raised:
        labelled_questions(FILE, content, VILLAGE)
    assert [finding.line for finding in raised.value.findings] == [2, 5, 6]
    assert re.findall(r"^asked\.jsonl:(\d): .+\.$", str(raised.value), re.MULTILINE) == ["2", "5", "6"]
    assert "UTF-8" in raised.value.findings[1].problem


@pytest.mark.parametrize("content", [b"", b"\n \n", b"\xef\xbb\xbf", "\u00a0\n".encode()])
def test_a_file_without_questions_is_told_what_to_hold(content: bytes) -> None:
    with pytest.raises(InvalidQuestions, match=r"^asked\.jsonl:1: There is no question: .+\.$"):
        labelled_questions(FILE, content, VILLAGE)


def test_a_matchers_own_variants_score_100_and_its_out_of_scope_examples_0(folder: Path) -> None:
    library = load_library(folder)
    lines = [
        json.dumps({"lang": language, "question": text, "entry": entry.key})
        for entry in library.entries.values()
        for language in ("fr", "en")
        for text in entry.questions(language)
    ]
    lines += [
        json.dumps({"lang": language, "question": text, "kind": "near"})
        for language, examples in library.articles[0].out_of_scope.items()
        for text in examples
    ]
    questions = labelled_questions(FILE, "\n".join(lines).encode(), library)
    figures = Evaluation(
        tuple(judge(each, library.match(each.text), each.language, library) for each in questions)
    ).figures
    assert (figures["all.in.right"], figures["all.in.n"]) == (100.0, 8)
    assert (figures["all.near.quiet"], figures["all.near.n"]) == (100.0, 2)
    assert figures["language.right"] == 100.0
