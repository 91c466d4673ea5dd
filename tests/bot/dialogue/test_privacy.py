"""The statements of /privacy are true: each column of the store is spoken of, each duration is the code's."""

from __future__ import annotations

import re
from dataclasses import astuple, replace
from pathlib import Path

import pytest
from exchange import LANGUAGES
from invented import village

from bot.dialogue.browse import Browser
from bot.dialogue.conversation import Dialogue
from bot.dialogue.retention import Retention
from bot.phrases import phrases
from bot.rendering.html import html, plain
from bot.settings import Settings
from bot.store import inbox, replies, store, taps
from bot.store.retention import retention
from bot.store.tables import METADATA
from knowledge.library import Library

_DAY = 24 * 3600
LIBRARY = Library((village(),))
SPOKEN_OF = {
    "inbox": {"privacy-messages": "update_id state received_at changed_at body error reported chat_id sent_at"},
    "replies": {"privacy-replies": "chat_id message_id reply_id asked sent_at"},
    "chats": {"privacy-chats": ("chat_id told_at closed_at language ambient repeat_seconds article articles moved_to")},
    "contexts": {"privacy-context": "chat_id message_id entry_id answered_at language"},
    "posted": {"privacy-posted": "chat_id thread_id entry_id language message_id sent_at"},
    "taps": {"privacy-taps": "tap update_id version tapped_at"},
    "guests": {"privacy-replies": "message query_id sent_at"},
    "votes": {"privacy-votes": "voter answer entry_id language up day"},
    "misses": {"privacy-misses": "id text language surface outcome entry_id score day answer asker decision act"},
    "taught": {"privacy-taught": "id article entry_id language text day act"},
    "counts": {"privacy-counts": "day surface language outcome entry_id number"},
    "keys": {"privacy-keys": "name value made_at"},
}
"""The phrase on each column. Whoever adds one: say in all languages what is kept in it, then name it here."""


def shown(language: str, retention: Retention | None = None) -> str:
    """Return the whole page on privacy."""
    return plain(Browser(LIBRARY, None, retention).whole_privacy(language))


def test_every_column_of_the_store_is_spoken_of() -> None:
    tables = {name: sorted(column.name for column in table.columns) for name, table in METADATA.tables.items()}
    assert {
        name: sorted(column for columns in spoken.values() for column in columns.split())
        for name, spoken in SPOKEN_OF.items()
    } == tables


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_phrase_that_speaks_of_a_column_is_shown(language: str) -> None:
    text = shown(language)
    values = dict.fromkeys(("handled", "failed", "days", "hours"), "￼")
    for key in {key for spoken in SPOKEN_OF.values() for key in spoken}:
        for part in phrases(language)(key, **values).split("\ufffc"):
            assert part in text, key


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_duration_is_a_number_that_is_handed_in(language: str) -> None:
    retention = Retention(handled=11, failed=13, replies=17, posted=19, votes=23, presses_hours=29)
    numbers = [int(number) for number in re.findall(r"\d+", shown(language, retention))]
    assert numbers == [11, 13, 17, 17, 19, 29, 23, 23, 23]
    said = re.findall(
        r"\b(?:deux|trois|sept|two|three|seven|два|две|семь|дві|сім|week|semaine|недел|тижд)", shown(language)
    )
    assert said == [], "no duration in words"


def test_the_durations_are_those_of_the_store_and_the_settings(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("RETENTION_DAYS", "33")
    told = retention(Settings().retention_days)
    assert (told.handled * _DAY, told.failed * _DAY) == (inbox.ID_SECONDS, inbox.QUARANTINE_SECONDS)
    assert (told.replies * _DAY, told.posted * _DAY) == (replies.KEPT_SECONDS, store.POSTED_SECONDS)
    assert told.votes == 33
    assert told.presses_hours * 3600 == taps.AGAIN_SECONDS


def test_the_durations_that_are_told_by_default_are_the_defaults(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.delenv("RETENTION_DAYS", raising=False)
    monkeypatch.chdir(tmp_path)
    assert retention(Settings().retention_days) == Retention()


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_dialogue_hands_the_durations_on(language: str) -> None:
    retention = replace(Retention(), votes=3650)
    assert plain(Dialogue(LIBRARY, retention=retention).browse.whole_privacy(language)) == shown(language, retention)
    assert 3650 in astuple(retention)


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_fits_in_one_message_with_room_to_spare(language: str) -> None:
    reply = Browser(LIBRARY, "c" * 300).whole_privacy(language)
    assert len(plain(reply)) < 3950
    assert plain(reply) in re.sub("<[^>]+>", "", html(reply)).replace("&#x27;", "'")


@pytest.mark.parametrize(
    ("language", "days"),
    [
        ("fr", {1: "1 jour", 2: "2 jours", 21: "21 jours"}),
        ("en", {1: "1 day", 2: "2 days", 21: "21 days"}),
        ("ru", {1: "1 дня", 2: "2 дней", 5: "5 дней", 11: "11 дней", 21: "21 дня"}),
        ("uk", {1: "1 дня", 2: "2 днів", 5: "5 днів", 11: "11 днів", 21: "21 дня"}),
    ],
)
def test_days_agree_with_their_number(language: str, days: dict[int, str]) -> None:
    for count, text in days.items():
        assert phrases(language)("days", count=count) == text


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_server_that_questions_are_sent_to_is_named(language: str) -> None:
    with_server = plain(Browser(LIBRARY, None, None, "vectors.example").whole_privacy(language))
    assert phrases(language)("privacy-embeddings", host="vectors.example") in with_server
    assert "vectors.example" not in shown(language)
