"""`selon review`: the curator's dialogue in a terminal, with numbers for buttons."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from commandline import Selon
from invented import CLOSED_QUESTIONS

from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.phrases import phrases
from bot.store.misses import Miss
from bot.store.store import open_store

WORDS = phrases("fr")
TEXT = "la gendarmerie barre la route du vieux pont ?"


@pytest.fixture
def database(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The URL of a new database, set as DATABASE_URL."""
    url = f"sqlite:///{tmp_path / 'selon.db'}"
    monkeypatch.setenv("DATABASE_URL", url)
    return url


def asked_in_vain(database: str, *texts: str) -> None:
    """Keep some questions as if they had been asked and not answered."""

    async def keep() -> None:
        with open_store(database) as store:
            for text in texts:
                await store.misses.add(Miss(text, "fr", Surface.GROUP, MissReason.ABSTAINED, "closed", 20.0))

    asyncio.run(keep())


def test_where_nothing_was_asked_in_vain_it_says_so_and_leaves(selon: Selon, knowledge: Path, database: str) -> None:
    asked_in_vain(database)
    ran = selon("review")
    assert (ran.status, ran.err) == (0, "")
    assert WORDS("review-none") in ran.out


def test_a_database_that_is_not_there_is_not_made(selon: Selon, knowledge: Path, database: str, tmp_path: Path) -> None:
    ran = selon("review")
    assert (ran.status, ran.out) == (2, "")
    assert "is not there: set DATABASE_URL to the bot's database." in ran.err
    assert not (tmp_path / "selon.db").exists()


def test_a_variant_is_taught_in_two_numbers_and_undone_in_a_third(selon: Selon, knowledge: Path, database: str) -> None:
    asked_in_vain(database, TEXT)
    ran = selon("review", typed="1\n1\n")
    assert ran.status == 0
    assert TEXT in ran.out
    assert WORDS("review-none") in ran.out
    with open_store(database) as store:
        [taught] = asyncio.run(store.taught.all())
    assert taught.text == TEXT
    # What is decided is undone in the same sitting: the button stands under the page that told of it.
    asked_in_vain(database, "encore une autre question")
    ran = selon("review", typed="4\n1\n")
    assert WORDS("review-undone") in ran.out


@pytest.mark.parametrize("typed", ["", "/quit\n", "q\n", "EXIT\n"])
def test_it_is_left_at_any_time(selon: Selon, knowledge: Path, database: str, typed: str) -> None:
    asked_in_vain(database, TEXT)
    ran = selon("review", typed=typed)
    assert ran.status == 0
    with open_store(database) as store:
        assert len(asyncio.run(store.misses.undecided())) == 1


@pytest.mark.parametrize("typed", ["0", "99", "x", "-1", "1.5", "٣", "9" * 30])
def test_what_is_no_button_shows_the_page_again(selon: Selon, knowledge: Path, database: str, typed: str) -> None:
    asked_in_vain(database, TEXT)
    assert selon("review", typed=f"{typed}\n").out.count(TEXT) == 2


def test_while_a_bot_has_the_database_it_says_what_to_do(selon: Selon, knowledge: Path, database: str) -> None:
    with open_store(database):
        ran = selon("review")
    assert ran.status != 0
    assert "is used by another process" in ran.err


def test_the_answer_that_would_be_given_is_shown_before_it_is_taught(
    selon: Selon, knowledge: Path, database: str
) -> None:
    asked_in_vain(database, TEXT)
    ran = selon("review", typed="1\n")
    assert CLOSED_QUESTIONS["fr"] in ran.out


COMMANDS = "\x1b]52;c;eA==\x07\x9b2J\x90q\x9c\u202e\u2066[link=https://example.org]"


def test_a_question_commands_no_terminal_and_teaches_only_its_words(
    selon: Selon, knowledge: Path, database: str
) -> None:
    asked_in_vain(database, f"{TEXT} {COMMANDS}")
    ran = selon("review", typed="1\n1\n")
    assert ran.status == 0
    assert "[link=https://example.org]" in ran.out
    assert not set("\x1b\x07\x9b\x90\x9c\u202e\u2066") & set(ran.out)
    with open_store(database) as store:
        [taught] = asyncio.run(store.taught.all())
    assert taught.text == f"{TEXT} ]52;c;eA== 2J q [link=https://example.org]"
