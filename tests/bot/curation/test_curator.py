"""The curator's dialogue, whatever shows it: what it keeps, what it lets go of, what it takes for the same."""

from __future__ import annotations

import asyncio
import random
import string
import time
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

import pytest
from invented import village
from sqlalchemy import insert

from bot.curation.curator import Curator
from bot.dialogue.actions import JudgeGroup, ReviewQueue, ReviewVariant, ReviewVerdict, TeachVariant, UndoAct
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.reply import Reply
from bot.dialogue.surface import Surface
from bot.knowledge_base import KnowledgeBase
from bot.phrases import phrases
from bot.rendering.html import LONGEST_MESSAGE, plain, utf16_length
from bot.store.errors import StoreUnavailable
from bot.store.misses import Miss
from bot.store.store import Store, open_store
from bot.store.tables import MISSES
from bot.store.writer import Work
from knowledge.library import Library
from knowledge.model import Wording

_Result = TypeVar("_Result")
LIBRARY = Library((village(),))
WORDS = phrases("en")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """A new store."""
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as opened:
        yield opened


async def asked_in_vain(store: Store, *texts: str, language: str = "en") -> None:
    """Keep some questions as if they had been asked and not answered."""
    for text in texts:
        await store.misses.add(Miss(text, language, Surface.PRIVATE, MissReason.ABSTAINED, None, None))


def teach_button(page: Reply) -> ReviewVariant:
    """The first entry that a page offers."""
    action = page.buttons[0].action
    assert isinstance(action, ReviewVariant)
    return action


async def taught(store: Store) -> list[str]:
    """The texts of all taught variants."""
    return [variant.text for variant in await store.taught.all()]


async def test_a_page_shows_so_many_wordings_and_teaches_no_others(store: Store) -> None:
    await asked_in_vain(store, *(f"any gendarmes barring way {'again ' * number}?" for number in range(1, 15)))
    curator = Curator(store, KnowledgeBase(store, LIBRARY))
    page = await curator.act(ReviewQueue(), "en")
    left_out = 2
    assert WORDS("review-more", count=left_out) in plain(page)
    action = teach_button(page)
    await curator.act(TeachVariant(action.group, action.entry_key), "en")
    assert len(await taught(store)) == 14 - left_out
    assert len(await store.misses.undecided()) == left_out


async def test_what_is_grouped_before_is_shown_like_what_is_grouped_when_asked(store: Store) -> None:
    await asked_in_vain(store, "How high is the tower?", "how high is teh tower", "Who paid for the lamps?")
    knowledge_base = KnowledgeBase(store, LIBRARY)
    prepared, other = Curator(store, knowledge_base), Curator(store, knowledge_base)
    await prepared.prepare()
    assert await prepared.act(ReviewQueue(), "en") == await other.act(ReviewQueue(), "en")


async def test_two_curators_who_press_at_once_decide_once(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    curator = Curator(store, KnowledgeBase(store, LIBRARY))
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    one, other = await asyncio.gather(
        curator.act(TeachVariant(action.group, action.entry_key), "en"),
        curator.act(JudgeGroup(action.group, ReviewVerdict.OUT_OF_SCOPE), "en"),
    )
    assert WORDS("review-changed") in plain(other)
    assert WORDS("review-changed") not in plain(one)
    assert len(await taught(store)) == 1


async def test_an_act_is_undone_once_though_the_database_is_full_in_between(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    failures: Counter[str] = Counter()
    patient = store.retrying(failures)
    knowledge_base = KnowledgeBase(patient, LIBRARY)
    curator = Curator(patient, knowledge_base)
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    was_taught = await curator.act(TeachVariant(action.group, action.entry_key), "en")
    [undo] = [button.action for button in was_taught.buttons if isinstance(button.action, UndoAct)]
    run, tries = store.writer.run, 0

    async def full_at_the_second(work: Work[_Result]) -> _Result:
        nonlocal tries
        tries += 1
        if tries == 2:
            raise StoreUnavailable("database or disk is full")
        return await run(work)

    monkeypatch.setattr(store.writer, "run", full_at_the_second)
    page = plain(await curator.act(undo, "en"))
    assert failures == {"not-stored": 1}
    assert WORDS("review-undone") in page
    assert knowledge_base.current.library.taught == ()


async def test_an_entry_that_is_gone_is_not_taught(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    curator = Curator(store, KnowledgeBase(store, LIBRARY))
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    for press in (ReviewVariant(action.group, "pont/gone"), TeachVariant(action.group, "pont/gone")):
        assert WORDS("review-changed") in plain(await curator.act(press, "en"))
    assert await taught(store) == []


async def test_a_press_after_the_articles_have_changed_teaches_no_other_article(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    knowledge_base = KnowledgeBase(store, LIBRARY)
    curator = Curator(store, knowledge_base)
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    entries = tuple(replace(entry, article="ferry") for entry in village().entries)
    await knowledge_base.reload((replace(village(), slug="ferry", entries=entries),), (), {})
    judged = JudgeGroup(action.group, ReviewVerdict.OUT_OF_SCOPE)
    assert WORDS("review-changed") in plain(await curator.act(judged, "en"))
    assert await taught(store) == []
    shown = teach_button(await curator.act(ReviewQueue(), "en"))
    await curator.act(JudgeGroup(shown.group, ReviewVerdict.OUT_OF_SCOPE), "en")
    assert [each.article for each in await store.taught.all()] == ["ferry"]


async def test_what_would_take_an_answer_away_is_refused_with_the_variant(store: Store) -> None:
    # What only wraps a claim makes these the same words as the variant's, though not the same question.
    suffers = village().entries[0].variants["en"][Wording.QUESTION][0]
    await asked_in_vain(store, f"is it true: {suffers}")
    knowledge_base = KnowledgeBase(store, LIBRARY)
    curator = Curator(store, knowledge_base)
    group = teach_button(await curator.act(ReviewQueue(), "en")).group
    refused = await curator.act(TeachVariant(group, "pont/vote"), "en")
    titles = [village().entries[0].title(language) for language in village().served]
    assert any(WORDS("review-refused-flip", text=WORDS.quoted(title)) in plain(refused) for title in titles)
    assert await taught(store) == []
    assert len(await store.misses.undecided()) == 1, "it is still to review"
    assert knowledge_base.current.library is LIBRARY


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
async def test_a_page_with_the_longest_questions_fits_a_message(store: Store, language: str) -> None:
    await asked_in_vain(store, *(f"{'gendarmes barring 😀 ' * 25}{number} ways" for number in range(12)))
    page = await Curator(store, KnowledgeBase(store, LIBRARY)).act(ReviewQueue(), language)
    assert utf16_length(plain(page)) <= LONGEST_MESSAGE


async def test_the_same_question_asked_meanwhile_joins_its_group(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?", "are any gendarmes barring the way")
    curator = Curator(store, KnowledgeBase(store, LIBRARY))
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    for text in ("Any gendarmes barring THE WAY", "any gendarmes barring the way?!", "something else altogether"):
        await asked_in_vain(store, text)
        page = await curator.act(ReviewVariant(action.group, action.entry_key), "en")
        assert WORDS("review-changed") not in plain(page)
    page = await curator.act(TeachVariant(action.group, action.entry_key), "en")
    assert WORDS("review-changed") not in plain(page)
    assert len(await taught(store)) == 2
    assert [miss.text for miss in await store.misses.undecided()] == ["something else altogether"]


async def test_the_same_question_asked_while_it_is_taught_joins_its_group(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    curator = Curator(store, KnowledgeBase(store, LIBRARY))
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    deciding = asyncio.create_task(curator.act(TeachVariant(action.group, action.entry_key), "en"))
    while not deciding.done():
        await asked_in_vain(store, "any gendarmes barring the way?")
        if len(await store.misses.undecided()) > 3:
            break
    page = await deciding
    assert WORDS("review-none") in plain(page)
    assert await store.misses.undecided() == []


@pytest.mark.parametrize("other", ["are there gendarmes barring the way", "gendarmes barring any way?"])
async def test_another_wording_asks_for_another_look(store: Store, other: str) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    curator = Curator(store, KnowledgeBase(store, LIBRARY))
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    await asked_in_vain(store, other)
    page = await curator.act(TeachVariant(action.group, action.entry_key), "en")
    assert WORDS("review-changed") in plain(page)
    assert await taught(store) == []


async def test_a_button_of_an_earlier_version_is_stale(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    page = await Curator(store, KnowledgeBase(store, LIBRARY)).act(JudgeGroup("1-1abcde", ReviewVerdict.SKIPPED), "en")
    assert WORDS("review-changed") in plain(page)
    assert len(await store.misses.undecided()) == 1


async def test_after_a_restart_the_buttons_still_work(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes barring the way?")
    action = teach_button(await Curator(store, KnowledgeBase(store, LIBRARY)).act(ReviewQueue(), "en"))
    restarted = Curator(store, KnowledgeBase(store, LIBRARY))
    page = await restarted.act(JudgeGroup(action.group, ReviewVerdict.SKIPPED), "en")
    assert WORDS("review-none") in plain(page)


async def test_what_is_taught_holds_no_controls(store: Store) -> None:
    await asked_in_vain(store, "any gendarmes\x1b barring\u202e the\x9b way\u200b?\n")
    curator = Curator(store, KnowledgeBase(store, LIBRARY))
    action = teach_button(await curator.act(ReviewQueue(), "en"))
    await curator.act(TeachVariant(action.group, action.entry_key), "en")
    assert await taught(store) == ["any gendarmes barring the way?"]


@pytest.mark.slow
async def test_ten_thousand_questions_hold_up_nobody(
    store: Store, library: Library, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(4)
    texts = ["".join(chance.choices(string.printable[:95], k=499)) for _ in range(5000)]
    texts += [" ".join("".join(chance.choices("абвгдabcd", k=6)) for _ in range(28)) for _ in range(5000)]
    rows = [("fr", text) for text in texts]
    await store.writer.run(
        lambda c: c.execute(
            insert(MISSES),
            [
                {"text": text, "language": language, "surface": "private", "outcome": "abstain", "day": "2026-11-20"}
                for language, text in rows
            ],
        )
    )
    library.warm_up()
    curator = Curator(store, KnowledgeBase(store, library))
    stretches: list[float] = []

    async def tick() -> None:
        while True:
            before = time.perf_counter()
            await asyncio.sleep(0)
            stretches.append(time.perf_counter() - before)

    ticking = asyncio.create_task(tick())
    seconds = []
    for text in ("one more", "and another"):
        started = time.process_time()
        await curator.act(ReviewQueue(), "en")
        seconds.append(time.process_time() - started)
        await asked_in_vain(store, text)
    ticking.cancel()
    figures = f"{seconds[0]:.1f} s, then {seconds[1]:.1f} s, the loop waits {1000 * max(stretches):.0f} ms at most"
    record_property("figures", f"Of 10,000 misses a page takes {figures}.")
    assert max(seconds) < 20, "of CPU time, the ticking included"
    assert max(stretches) < 1, "a tenth in the bot, which spares what it has loaded from being looked through"
