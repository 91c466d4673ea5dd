"""Messages to the administrators: what is wrong with articles, in their language and as long as Telegram takes it."""

from __future__ import annotations

from pathlib import Path

import pytest
from exchange import LANGUAGES
from invented import village

from bot.answering.administrators import refusals
from bot.answering.live import Refusals
from bot.phrases import phrases
from knowledge.errors import Finding
from knowledge.loading import LoadedArticle


def damaged(slug: str, *problems: str, held: bool = False) -> LoadedArticle:
    findings = tuple(Finding(Path(slug) / "fr.yaml", 1, None, problem) for problem in problems)
    return LoadedArticle(slug, b"", village() if held else None, findings=findings)


@pytest.mark.parametrize("language", LANGUAGES)
def test_articles_that_are_left_out_and_those_that_stay_are_told_apart(language: str) -> None:
    words = phrases(language)
    text = refusals(language, [damaged("pont", "It is no list."), damaged("bac", "It is empty.", held=True)])
    assert text.split("\n\n") == [
        f"{words('article-left-out', article='pont')}\n• pont/fr.yaml:1: It is no list.",
        f"{words('article-kept', article='bac')}\n• bac/fr.yaml:1: It is empty.",
    ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_however_much_is_wrong_the_message_can_be_sent_and_says_how_much_it_leaves_out(language: str) -> None:
    problems = [f"{number}: {'x' * 1000}" for number in range(60)]
    text = refusals(language, [damaged(f"article-{number}", *problems) for number in range(5)])
    assert len(text) <= 4096
    shown = text.count("•")
    assert shown > 3
    assert text.endswith(phrases(language)("more-findings", count=300 - shown))


def test_findings_are_told_once_until_they_change_or_come_back() -> None:
    told, pont, bac = Refusals(), damaged("pont", "It is no list."), damaged("bac", "It is empty.")
    assert told.news({"pont": pont}) == [pont]
    assert told.news({"pont": pont, "bac": bac}) == [bac]
    other = damaged("pont", "It is no mapping.")
    assert told.news({"pont": other, "bac": bac}) == [other]
    assert told.news({}) == []
    assert told.news({"bac": bac}) == [bac]
