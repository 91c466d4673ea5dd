"""A match as JSON: exactly the contract's keys, in the answer's language."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest
from contract import LANGUAGES, check_record
from invented import REOPENS, Foreseen, entry, verdict, village

from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import Question
from bot.dialogue.record import record
from knowledge.library import Library
from knowledge.matcher import Match, Outcome


def recorded(match: Match, library: Library | None = None, default_language: str | None = None) -> dict[str, object]:
    """Return the record of what the matcher makes of a question, through JSON and back."""
    library = library or Library((village(),))
    dialogue = Foreseen(library, match, default_language=default_language)
    printed = json.loads(json.dumps(record(library, dialogue, Question("Quoi ?"))))
    check_record(printed)
    assert isinstance(printed, dict)
    return printed


def test_an_answer_is_one_entry_with_its_whole_attribution() -> None:
    printed = recorded(verdict(Outcome.ANSWER, {"pont/safe": 91.5, "pont/closed": 40.0}, "en"))
    assert printed == {
        "question": "Quoi ?",
        "outcome": "answer",
        "language": "en",
        "entries": [
            {
                "id": "safe",
                "article": "pont",
                "score": 91.5,
                "evidence": [3, 4],
                "question": "The question safe?",
                "answer": "The answer safe.",
                "attribution": [
                    {
                        "speaker": "Mrs Odile Marchand",
                        "kind": "quote",
                        "venue": "at the town hall",
                        "via": "Valley Radio",
                        "quote": "personne ne courait de danger",
                        "translation": "nobody was in danger",
                        "sentence": 4,
                    },
                    {
                        "speaker": "Mrs Odile Marchand",
                        "kind": "quote",
                        "venue": "at the town hall",
                        "via": "Valley Radio",
                        "quote": "Le pont rouvrira […] avant les vendanges",
                        "translation": "The bridge will reopen […] before the grape harvest",
                        "sentence": 3,
                    },
                ],
            }
        ],
    }


def test_what_is_not_there_is_null() -> None:
    printed = recorded(verdict(Outcome.ANSWER, {"pont/closed": 91.5}, "fr"))
    entries = printed["entries"]
    assert isinstance(entries, list)
    assert entries[0]["attribution"] == [
        {
            "speaker": None,
            "kind": "report",
            "venue": None,
            "via": None,
            "quote": None,
            "translation": None,
            "sentence": 1,
        }
    ]


def test_a_quote_in_the_answers_own_language_has_no_translation() -> None:
    entries = recorded(verdict(Outcome.ANSWER, {"pont/reopens": 91.5}, "fr"))["entries"]
    assert isinstance(entries, list)
    assert entries[0]["attribution"][0]["quote"] == REOPENS.quote_line
    assert entries[0]["attribution"][0]["translation"] is None


@pytest.mark.parametrize(
    ("outcome", "shown"),
    [
        (Outcome.ANSWER, ["closed"]),
        (Outcome.CHOOSE, ["closed", "since", "vote"]),
        (Outcome.ABSTAIN, ["closed", "since", "vote"]),
    ],
)
def test_entries_are_the_one_answer_the_choices_or_the_nearest(outcome: Outcome, shown: list[str]) -> None:
    scores = {"pont/closed": 60.0, "pont/since": 59.0, "pont/vote": 58.0, "pont/promise": 20.0}
    entries = recorded(verdict(outcome, scores, "fr"))["entries"]
    assert isinstance(entries, list)
    assert [each["id"] for each in entries] == shown
    assert [each["score"] for each in entries] == [scores[f"pont/{entry_id}"] for entry_id in shown]


def test_an_abstention_may_have_no_entries() -> None:
    assert recorded(verdict(Outcome.ABSTAIN, {}, "en")) == {
        "question": "Quoi ?",
        "outcome": "abstain",
        "language": "en",
        "entries": [],
    }


def test_the_language_is_the_answers_where_the_questions_is_not_served() -> None:
    assert recorded(verdict(Outcome.ANSWER, {"pont/closed": 90.0}, "de"), default_language="en")["language"] == "fr"


def test_the_language_is_the_default_where_the_questions_cannot_be_told() -> None:
    assert recorded(verdict(Outcome.ANSWER, {"pont/closed": 90.0}), default_language="en")["language"] == "en"


def test_an_entry_of_an_article_that_is_not_served_in_the_language_speaks_its_own() -> None:
    french = replace(
        village(), slug="autre", served=("fr",), entries=(entry("elsewhere", "bridge", REOPENS, article="autre"),)
    )
    library = Library((village(), french))
    entries = recorded(verdict(Outcome.CHOOSE, {"pont/closed": 90.0, "autre/elsewhere": 89.0}, "en"), library)[
        "entries"
    ]
    assert isinstance(entries, list)
    assert [each["answer"] for each in entries] == ["The answer closed.", "Réponse elsewhere."]
    assert [each["article"] for each in entries] == ["pont", "autre"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_entry_of_the_library_keeps_the_contract_in_every_language(library: Library, language: str) -> None:
    article = library.articles[0]
    for each in article.entries:
        printed = recorded(verdict(Outcome.ANSWER, {each.key: 90.0}, language), library)
        entries = printed["entries"]
        assert isinstance(entries, list)
        assert entries[0]["answer"] == each.answers[language]
        for statement in entries[0]["attribution"]:
            translated = statement["translation"] is not None
            assert translated == (statement["quote"] is not None and language != article.language)


@pytest.mark.parametrize("text", ["Qui est Marc Fogel ?", "Who is Marc Fogel?", "Trump NATO", "", "🦆" * 50])
def test_whatever_is_asked_the_record_keeps_the_contract(library: Library, text: str) -> None:
    printed = record(library, Dialogue(library), Question(text))
    check_record(printed)
    assert printed["question"] == text
