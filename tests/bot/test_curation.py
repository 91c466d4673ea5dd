"""The curator's dialogue, whatever shows it: what it keeps, what it lets go of, what it takes for the same."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from invented import village

from bot.curation import Curator
from bot.dialogue.reply import JudgeGroup, Reply, ReviewQueue, ReviewVariant, TeachVariant, Verdict
from bot.phrases import phrases
from bot.rendering.html import LONGEST_MESSAGE, plain, utf16_length
from bot.store.misses import Decision, Miss, Why
from bot.store.store import Store, open_store
from bot.store.taught import Lesson
from knowledge.library import Library
from knowledge.model import Wording

LIBRARY = Library((village(),))
WORDS = phrases("en")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as opened:
        yield opened


async def asked_in_vain(store: Store, *texts: str, language: str = "en") -> None:
    """Keeps some questions as if they had been asked and not answered."""
    for text in texts:
        await store.misses.add(Miss(text, language, "private", Why.ABSTAINED, None, None))


def teach_button(page: Reply) -> ReviewVariant:
    """The first entry that a page offers."""
    action = page.buttons[0].action
    assert isinstance(action, ReviewVariant)
    return action


async def taught(store: Store) -> list[str]:
    """The texts of all lessons."""
    return [lesson.text for lesson in await store.taught.all()]


async def test_what_the_files_have_got_since_is_forgotten(store: Store) -> None:
    lessons = [
        Lesson("pont", "closed", "en", "gendarmes barring the way"),
        Lesson("pont", None, "en", "any tram?"),
        Lesson("pont", "closed", "fr", "route barrée"),
    ]
    await store.curation.decide([], Decision.TAUGHT, lessons)
    first = village().entries[0]
    variants = {**first.variants, "en": {Wording.COLLOQUIAL: ["Gendarmes barring the WAY!"]}}
    written = replace(
        village(), entries=(replace(first, variants=variants), *village().entries[1:]), silences={"fr": [], "en": []}
    )
    curator = Curator(store, Library((written,)))
    await curator.recall()
    assert await taught(store) == ["any tram?", "route barrée"]
    assert {lesson.text for lesson in curator.library.lessons} == {"any tram?", "route barrée"}


async def test_a_page_shows_so_many_wordings_and_teaches_no_others(store: Store) -> None:
    await asked_in_vain(store, *(f"any gendarmes barring way {'again ' * number}?" for number in range(1, 15)))
    curator = Curator(store, LIBRARY)
    page = await curator.act(ReviewQueue(), "en")
    left_out = 2
    assert WORDS("review-more", count=left_out) in plain(page)
    action = teach_button(page)
    await curator.act(TeachVariant(action.group, action.entry_id), "en")
    assert len(await taught(store)) == 14 - left_out
    assert len(await store.misses.open()) == left_out


async def test_two_curators_who_press_at_once_decide_once(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    curator = Curator(store, LIBRARY)
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    one, other = await asyncio.gather(
        curator.act(TeachVariant(action.group, action.entry_id), "en"),
        curator.act(JudgeGroup(action.group, Verdict.OUT_OF_SCOPE), "en"),
    )
    assert WORDS("review-changed") in plain(other)
    assert WORDS("review-changed") not in plain(one)
    assert len(await taught(store)) == 1


async def test_an_entry_that_is_gone_is_not_taught(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    curator = Curator(store, LIBRARY)
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    for press in (ReviewVariant(action.group, "gone"), TeachVariant(action.group, "gone")):
        assert WORDS("review-changed") in plain(await curator.act(press, "en"))
    assert await taught(store) == []


async def test_what_would_take_an_answer_away_is_refused_with_the_variant(store: Store) -> None:
    # What only wraps a claim makes these the same words as the variant's, though not the same question.
    suffers = village().entries[0].variants["en"][Wording.QUESTION][0]
    await asked_in_vain(store, f"is it true: {suffers}")
    curator = Curator(store, LIBRARY)
    group = teach_button(await curator.act(ReviewQueue(), "en")).group
    refused = await curator.act(TeachVariant(group, "vote"), "en")
    assert WORDS("review-refused-flip", text=WORDS.quoted(suffers)) in plain(refused)
    assert await taught(store) == []
    assert len(await store.misses.open()) == 1, "it is still to review"
    assert curator.library is LIBRARY


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
async def test_a_page_with_the_longest_questions_fits_a_message(store: Store, language: str) -> None:
    await asked_in_vain(store, *(f"{'gendarmes barring 😀 ' * 25}{number} ways" for number in range(12)))
    page = await Curator(store, LIBRARY).act(ReviewQueue(), language)
    assert utf16_length(plain(page)) <= LONGEST_MESSAGE
