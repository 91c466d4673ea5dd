"""Statistics: figures that blow nothing up, in four languages, and what a picture shows of them."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from botapi.html_text import parse_html
from hypothesis import given
from hypothesis import strategies as st
from invented import village

from bot.dialogue.conversation import Dialogue
from bot.dialogue.count import Count
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.statistics import Statistics
from bot.dialogue.surface import Surface
from bot.phrases import LANGUAGES, phrases
from bot.rendering.html import LONGEST_CAPTION, html, plain, utf16_length
from knowledge.library import Library

DAYS = ("2026-11-25", "2026-11-26", "2026-11-27")
DIALOGUE = Dialogue(Library((village(),)))


def counted(
    number: int,
    *,
    day: str = DAYS[-1],
    surface: Surface = Surface.PRIVATE,
    language: str = "fr",
    outcome: ReplyOutcome = ReplyOutcome.ANSWER,
    entry_key: str = "",
) -> Counter[Count]:
    """Return that many updates that came to the same."""
    return Counter({Count(day, surface, language, outcome, entry_key): number})


def summed(*counts: Counter[Count], **votes: tuple[int, int]) -> Statistics:
    """The statistics of some counts."""
    together: Counter[Count] = Counter()
    for each in counts:
        together.update(each)
    return Statistics(DIALOGUE, DAYS, together.items(), votes, 3)


def text(statistics: Statistics, language: str = "en", *, drawn: bool = True) -> str:
    """Return the text of the statistics."""
    return plain(statistics.reply(language, drawn=drawn))


EVERYTHING = summed(
    counted(1200, entry_key="closed"),
    counted(30, day=DAYS[0], language="en", surface=Surface.GROUP, outcome=ReplyOutcome.CHOOSE),
    counted(270, surface=Surface.GUEST, outcome=ReplyOutcome.ABSTAIN, language="en"),
    counted(60, surface=Surface.BUTTON, outcome=ReplyOutcome.ABSTAIN),
    counted(40, surface=Surface.BUTTON, entry_key="since"),
    counted(5000, surface=Surface.INLINE),
    counted(7, surface=Surface.EDIT, entry_key="closed"),
    counted(9, surface=Surface.GROUP, outcome=ReplyOutcome.SILENT, language=""),
    closed=(10, 2),
    since=(1, 0),
)


def test_a_question_is_what_is_asked_in_words_and_replied_to() -> None:
    assert EVERYTHING.questions == 1500
    assert pytest.approx((270 + 60) / 1500) == EVERYTHING.misses


def test_each_figure_is_told_in_english() -> None:
    said = text(EVERYTHING)
    for line in (
        "Statistics: 25 November – 27 November (UTC)",
        "1,500 questions",
        "answered: 1,200 (80%)",
        "a choice offered: 30 (2%)",
        "no answer found: 270 (18%)",
        "in private: 1,200 (80%)",
        "in guest mode: 270 (18%)",
        "French: 1,200 (80%)",
        "Asked in vain: 22%",
        "“None of these”: 60",
        "open for review: 3",
        "inline queries: 5,000",
        "answers by button: 40",
        "corrected questions: 7",
        "messages left unanswered: 9",
        "The last 3 days: 1,500",
        "25 November: 30",
        "26 November: 0",
        "27 November: 1,470",
    ):
        assert line in said.splitlines() or f"   {line}" in said.splitlines() or f"• {line}" in said.splitlines(), line


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        ("fr", ("1\u202f500 questions", "une réponse\u00a0: 1\u202f200 (80\u00a0%)", "27 novembre\u00a0: 1\u202f470")),
        ("ru", ("1\u00a0500 вопросов", "ответ дан: 1\u00a0200 (80\u00a0%)", "27 ноября: 1\u00a0470")),
        ("uk", ("1\u00a0500 запитань", "відповідь дано: 1\u00a0200 (80%)", "27 листопада: 1\u00a0470")),
    ],
)
def test_numbers_are_written_as_the_language_writes_them(language: str, lines: tuple[str, ...]) -> None:
    said = text(EVERYTHING, language)
    for line in lines:
        assert line in said


def test_entries_are_called_by_their_questions_and_those_that_are_gone_by_their_ids() -> None:
    statistics = summed(
        counted(3, entry_key="closed"),
        counted(2, surface=Surface.BUTTON, entry_key="closed"),
        counted(9, entry_key="gone-now"),
    )
    title = village().entries[0].title("fr")
    assert village().entries[0].id == "closed"
    said = text(statistics, "fr")
    assert f"5 × {title}" in said
    assert "9 × gone-now" in said
    chart = statistics.chart("fr")
    assert chart is not None
    assert chart.entries == (("gone-now", 9), (title, 5))


def test_votes_are_told_of_the_entries_with_most() -> None:
    votes = {f"entry-{number}": (number, 1) for number in range(9)}
    said = text(summed(**votes))
    assert "entry-8 👍 8 👎 1" in said
    assert "entry-6 👍 6 👎 1" in said
    assert "entry-5" not in said


def test_what_earlier_versions_counted_by_an_id_alone_is_counted_together_with_the_key() -> None:
    votes = {"closed": (2, 1), "pont/closed": (3, 0)}
    statistics = Statistics(
        DIALOGUE, DAYS, (counted(3, entry_key="closed") + counted(4, entry_key="pont/closed")).items(), votes, 0
    )
    title, said = village().entries[0].title("en"), text(statistics)
    assert f"7 × {title}" in said
    assert said.count(" × ") == 1
    assert f"{title} 👍 5 👎 1" in said


def test_an_id_that_two_articles_have_is_counted_with_neither() -> None:
    other = replace(village(), slug="gare", entries=tuple(replace(each, article="gare") for each in village().entries))
    dialogue = Dialogue(Library((other, village())))
    counts = counted(3, entry_key="closed") + counted(4, entry_key="pont/closed")
    chart = Statistics(dialogue, DAYS, counts.items(), {}, 0).chart("en")
    assert chart is not None
    assert chart.entries == ((village().entries[0].title("en"), 4), ("closed", 3))


def test_a_long_title_is_cut_at_a_word() -> None:
    said = text(summed(counted(1, entry_key="some words " * 20), counted(1, entry_key="b" * 200)), drawn=False)
    lines = [line.strip() for line in said.splitlines() if " × " in line]
    assert all(len(line) <= 64 and line.endswith("…") for line in lines)
    assert any(line.endswith("words…") for line in lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_nothing_asked_is_said_and_not_drawn(language: str) -> None:
    nothing = summed()
    assert phrases(language)("stats-questions", count=0) in text(nothing, language)
    assert nothing.misses == 0
    assert nothing.chart(language) is None
    assert phrases(language)("stats-no-picture") not in text(nothing, language, drawn=False)


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_a_picture_it_says_what_draws_one(language: str) -> None:
    line = phrases(language)("stats-no-picture")
    assert line in text(EVERYTHING, language, drawn=False)
    assert line not in text(EVERYTHING, language, drawn=True)


def test_days_without_a_question_are_in_the_chart() -> None:
    chart = EVERYTHING.chart("en")
    assert chart is not None
    assert chart.days == ("25 November", "26 November", "27 November")
    assert [numbers for _, numbers in chart.outcomes] == [(0, 0, 1200), (30, 0, 0), (0, 0, 270)]


def test_days_that_were_not_asked_for_do_not_count() -> None:
    assert summed(counted(5, day="2026-11-24"), counted(5, day="2026-11-28")).questions == 0


def test_one_day_is_not_a_period() -> None:
    statistics = Statistics(DIALOGUE, DAYS[-1:], counted(2).items(), {}, 0)
    said = text(statistics)
    assert said.startswith("Statistics: 27 November (UTC)\n")
    assert "The last" not in said


COUNTS = st.dictionaries(
    st.builds(
        Count,
        st.sampled_from(DAYS),
        st.sampled_from(Surface),
        st.sampled_from(("fr", "en", "ru", "uk", "de", "")),
        st.sampled_from(ReplyOutcome),
        st.one_of(st.just(""), st.sampled_from(("closed", "since")), st.text(max_size=300)),
    ),
    st.integers(0, 10**9),
    max_size=40,
)
VOTES = st.dictionaries(st.text(max_size=300), st.tuples(st.integers(0, 10**6), st.integers(0, 10**6)), max_size=9)


@given(COUNTS, VOTES, st.sampled_from(LANGUAGES), st.booleans())
def test_whatever_was_counted_it_fits_and_the_shares_are_shares(
    counts: dict[Count, int], votes: dict[str, tuple[int, int]], language: str, drawn: bool
) -> None:
    statistics = Statistics(DIALOGUE, DAYS, counts.items(), votes, 10**6)
    reply = statistics.reply(language, drawn=drawn)
    assert 0 <= statistics.misses <= 1
    assert utf16_length(plain(reply)) <= 4096
    caption, _ = parse_html(html(reply, LONGEST_CAPTION))
    assert utf16_length(caption) <= LONGEST_CAPTION
    assert phrases(language)("stats-questions", count=statistics.questions) in caption
    chart = statistics.chart(language)
    if chart is not None:
        assert sum(sum(numbers) for _, numbers in chart.outcomes) == statistics.questions


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_full_caption_has_the_answers_read_most(library: Library, language: str) -> None:
    dialogue, days = Dialogue(library), [f"2026-11-{day:02}" for day in range(1, 31)]
    longest = sorted(library.entries, key=lambda entry: len(library.title(entry, language)))[-5:]
    together: Counter[Count] = Counter()
    for day in days:
        for surface in (Surface.PRIVATE, Surface.GROUP, Surface.AMBIENT, Surface.GUEST):
            for spoken in LANGUAGES:
                for entry in longest:
                    together[Count(day, surface, spoken, ReplyOutcome.ANSWER, entry)] += 1234
                together[Count(day, surface, spoken, ReplyOutcome.CHOOSE, "")] += 123
                together[Count(day, surface, spoken, ReplyOutcome.ABSTAIN, "")] += 123
        for surface in (Surface.INLINE, Surface.EDIT, Surface.BUTTON):
            together[Count(day, surface, "fr", ReplyOutcome.ANSWER, "")] += 123
        together[Count(day, Surface.PRIVATE, "fr", ReplyOutcome.SILENT, "")] += 123
    statistics = Statistics(dialogue, days, together.items(), dict.fromkeys(longest, (123, 45)), 678)
    caption, _ = parse_html(html(statistics.reply(language, drawn=True), LONGEST_CAPTION))
    assert phrases(language)("stats-entries") in caption
