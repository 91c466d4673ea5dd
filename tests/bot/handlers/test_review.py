"""Curators review in their private chat: groups, variants taught and undone, what is refused, who may."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from shutil import copytree

import pytest
from botapi.server import BotApiServer
from exchange import (
    KNOWN,
    KNOWN_ENTRY,
    LANGUAGES,
    UNKNOWN,
    Json,
    answer,
    at_once,
    data,
    edited,
    heard,
    labels,
    short_line,
    toasts,
)
from invented import village
from running import Running, started

from bot.cli import export
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.phrases import phrases
from bot.settings import Settings
from bot.store.misses import Miss
from bot.store.store import open_store
from knowledge.article_folders import BUNDLED
from knowledge.files import load_library
from knowledge.library import Library

THREE_WAYS = ("did the chinwag drag on?", "has the chinwag dragged on", "chinwag dragged on?")
A_FOURTH_WAY = "was it a chinwag that dragged on"
MEANT = "appel-trump-poutine/call-duration"
WORDS = phrases("en")


@pytest.fixture
def curator(server: BotApiServer, monkeypatch: pytest.MonkeyPatch, request: pytest.FixtureRequest) -> Json:
    """An administrator of the bot; the settings are read after that."""
    user = server.user(21, "Clara", language_code=getattr(request, "param", "en"))
    monkeypatch.setenv("ADMIN_IDS", "21")
    return user


@pytest.fixture
def settings(curator: Json, settings: Settings) -> Settings:
    """Return settings that name the curator."""
    return Settings()


async def asked_in_vain(settings: Settings, texts: Sequence[str], language: str = "en") -> None:
    """Keep some questions as if they had been asked and not answered."""
    with open_store(settings.database_url) as store:
        for text in texts:
            await store.misses.add(
                Miss(text, language, Surface.PRIVATE, MissReason.ABSTAINED, None, None, "2026-11-20")
            )


async def pressed(server: BotApiServer, curator: Json, label: str, times: int) -> Json:
    """The review once the curator has pressed a button, the so-manieth press of the test."""
    chat = server.private(curator)
    server.press(curator, server.sent[chat["id"]][-1], label)
    # Teaching takes seconds.
    await edited(server, times, timeout=60)
    return server.sent[chat["id"]][-1]


async def ask(server: BotApiServer, user: Json, text: str, count: int) -> Json:
    """The reply to a question in private, the so-manieth message of the bot there."""
    server.message(server.private(user), user, text)
    return (await heard(server, server.private(user), count))[-1]


def same_as(library: Library, entry_key: str = MEANT) -> str:
    """The button that teaches an entry."""
    return WORDS("review-variant", question=library.entries[entry_key].title("en"))


@pytest.mark.slow
async def test_what_was_asked_three_ways_is_taught_in_two_taps_and_stays_taught(
    server: BotApiServer,
    running: Running,
    settings: Settings,
    library: Library,
    anna: Json,
    boris: Json,
    curator: Json,
    learnt: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    group = server.group("Débat")
    async with running():
        assert (await ask(server, anna, THREE_WAYS[0], 1))["text"].startswith(WORDS("abstain"))
        assert (await ask(server, boris, UNKNOWN["en"], 1))["text"].startswith(WORDS("abstain"))
        for number, text in enumerate(THREE_WAYS[1:], start=1):
            server.message(group, boris, f"/ask {text}")
            await heard(server, group, number)
        page = await ask(server, curator, "/review", 1)
        assert WORDS("review-title", groups=2) in page["text"]
        assert all(text in page["text"] for text in THREE_WAYS)
        assert UNKNOWN["en"] not in page["text"]
        page = await pressed(server, curator, same_as(library), 1)
        assert answer(library, "en", MEANT) in page["text"]
        page = await pressed(server, curator, WORDS("review-teach", count=3), 2)
        assert WORDS("review-title", groups=1) in page["text"]
        assert UNKNOWN["en"] in page["text"]
        reply = await ask(server, anna, A_FOURTH_WAY, 2)
        assert reply["text"].startswith(answer(library, "en", MEANT))
    async with running():
        reply = await ask(server, anna, A_FOURTH_WAY, 3)
        assert reply["text"].startswith(answer(library, "en", MEANT)), "a restart forgets nothing"
    knowledge = tmp_path / "articles"
    copytree(BUNDLED, knowledge)
    monkeypatch.setenv("KNOWLEDGE_DIR", str(knowledge))
    assert export.run(None, dry_run=False) == 0
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'empty.db'}")
    exported = load_library(knowledge, cache=learnt)
    exported.warm_up()
    async with started(Settings(), exported):
        reply = await ask(server, anna, A_FOURTH_WAY, 4)
        assert reply["text"].startswith(answer(library, "en", MEANT)), "the files have it"
    with open_store(Settings().database_url) as store:
        assert await store.taught.all() == []


@pytest.fixture
def at_the_bridge(settings: Settings) -> Running:
    """The bot with a small article, which is taught in no time."""
    return lambda: started(settings, Library((village(),)))


async def test_what_was_taught_can_be_undone(
    server: BotApiServer, at_the_bridge: Running, settings: Settings, anna: Json, curator: Json
) -> None:
    barred = "any gendarmes barring that way?"
    taught = Library((village(),)).entries["pont/closed"]
    await asked_in_vain(settings, [barred])
    async with at_the_bridge():
        await ask(server, curator, "/review", 1)
        await pressed(server, curator, WORDS("review-variant", question=taught.title("en")), 1)
        page = await pressed(server, curator, WORDS("review-teach", count=1), 2)
        assert await toasts(server, 2) == ["", WORDS("review-learning")]
        assert WORDS("review-none") in page["text"]
        assert (await ask(server, anna, barred, 1))["text"].startswith(taught.answers["en"])
        stale = data(page, WORDS("review-undo"))
        page = await pressed(server, curator, WORDS("review-undo"), 3)
        assert all(text in page["text"] for text in (barred, WORDS("review-undone")))
        assert (await ask(server, anna, barred, 2))["text"].startswith(WORDS("abstain"))
        # Pressed once more on a phone that was slow to redraw: the button is gone by now.
        server.callback(curator, page, stale)
        assert (await toasts(server, 4))[-1] == ""


async def test_a_decision_that_is_tapped_twice_is_taken_once_and_can_still_be_undone(
    server: BotApiServer, running: Running, settings: Settings, curator: Json
) -> None:
    await asked_in_vain(settings, [UNKNOWN["en"]])
    async with running():
        page = await ask(server, curator, "/review", 1)
        with at_once(server):
            for _ in range(2):
                server.press(curator, page, WORDS("review-skip"))
        assert await toasts(server, 2) == ["", ""]
        [page] = await heard(server, server.private(curator))
        assert WORDS("review-changed") not in page["text"]
        page = await pressed(server, curator, WORDS("review-undo"), 2)
        # The group is there again, and so is the very button.
        page = await pressed(server, curator, WORDS("review-skip"), 3)
        assert WORDS("review-undo") in labels(page)
    assert len(server.calls_of("editMessageText")) == 3


@pytest.mark.parametrize(
    ("label", "told"),
    [("review-wanted", "review-is-wanted"), ("review-skip", "review-skipped"), ("review-outside", "review-excluded")],
)
async def test_a_group_is_judged_in_one_tap_and_taken_up_again_in_another(
    server: BotApiServer, running: Running, settings: Settings, curator: Json, label: str, told: str
) -> None:
    text = UNKNOWN["en"]
    await asked_in_vain(settings, [text])
    async with running():
        await ask(server, curator, "/review", 1)
        page = await pressed(server, curator, WORDS(label), 1)
        values = {"count": 1} if told == "review-excluded" else {}
        assert WORDS(told, question=WORDS.quoted(text), **values) in page["text"]
        assert WORDS("review-none") in page["text"]
        assert labels(page) == [WORDS("review-undo")]
        page = await pressed(server, curator, WORDS("review-undo"), 2)
        assert text in page["text"].split("\n\n", 1)[1]


async def test_what_is_out_of_scope_is_not_answered_any_more(
    server: BotApiServer, at_the_bridge: Running, settings: Settings, anna: Json, curator: Json
) -> None:
    beside = "the question vote of the whole region?"
    vote = Library((village(),)).entries["pont/vote"]
    await asked_in_vain(settings, [beside])
    async with at_the_bridge():
        assert (await ask(server, anna, beside, 1))["text"].startswith(vote.answers["en"]), "it is answered at first"
        await ask(server, curator, "/review", 1)
        await pressed(server, curator, WORDS("review-outside"), 1)
        assert (await ask(server, anna, beside, 2))["text"].startswith(WORDS("abstain"))


async def test_a_variant_of_another_entry_is_refused_with_the_reason(
    server: BotApiServer, running: Running, settings: Settings, library: Library, anna: Json, curator: Json
) -> None:
    # It was voted down: the entry that has it as a variant is not the one that was meant.
    await asked_in_vain(settings, [KNOWN["en"]])
    async with running():
        page = await ask(server, curator, "/review", 1)
        other = next(label for label in labels(page)[:3] if label != same_as(library, KNOWN_ENTRY))
        await pressed(server, curator, other, 1)
        page = await pressed(server, curator, WORDS("review-teach", count=1), 2)
        question = library.entries[KNOWN_ENTRY].title("en")
        refused = WORDS("review-refused-collision", text=WORDS.quoted(KNOWN["en"]), question=WORDS.quoted(question))
        assert refused in page["text"]
        assert WORDS("review-title", groups=1) in page["text"], "it is still to review"
        assert (await ask(server, anna, KNOWN["en"], 1))["text"].startswith(answer(library, "en"))
    with open_store(settings.database_url) as store:
        assert await store.taught.all() == []


async def test_a_group_that_has_changed_meanwhile_is_shown_anew(
    server: BotApiServer, running: Running, settings: Settings, library: Library, curator: Json
) -> None:
    await asked_in_vain(settings, [THREE_WAYS[0]])
    async with running():
        await ask(server, curator, "/review", 1)
        await pressed(server, curator, same_as(library), 1)
    await asked_in_vain(settings, [THREE_WAYS[1]])
    async with running():
        page = await pressed(server, curator, WORDS("review-teach", count=1), 2)
        assert page["text"].startswith(WORDS("review-changed"))
        assert all(text in page["text"] for text in THREE_WAYS[:2])


@pytest.mark.parametrize("curator", LANGUAGES, indirect=True)
async def test_each_language_reviews_in_its_own_words(
    server: BotApiServer, running: Running, settings: Settings, curator: Json
) -> None:
    language = curator["language_code"]
    words = phrases(language)
    async with running():
        assert (await ask(server, curator, "/review", 1))["text"] == words("review-none")
    await asked_in_vain(settings, [UNKNOWN[language]] * 2, language)
    async with running():
        page = await ask(server, curator, "/review", 2)
        assert words("review-title", groups=1) in page["text"]
        assert words("review-times", count=2) in page["text"]
        assert labels(page)[-3:] == [words("review-wanted"), words("review-outside"), words("review-skip")]


async def test_to_others_the_command_is_a_question_like_any_other(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, curator: Json
) -> None:
    await asked_in_vain(settings, [UNKNOWN["en"]])
    async with running():
        reply = await ask(server, anna, "/review", 1)
        assert UNKNOWN["en"] not in reply["text"]


async def test_a_curator_reviews_in_no_group(
    server: BotApiServer, running: Running, settings: Settings, curator: Json
) -> None:
    await asked_in_vain(settings, [UNKNOWN["en"]])
    group = server.group("Débat")
    server.message(group, curator, "/review@SelonTestBot")
    later = server.message(group, curator, f"/ask {UNKNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
    assert reply["reply_to_message"]["message_id"] == later["message_id"]
    assert reply["text"] == short_line("fr")


async def test_nobody_else_presses_a_button_of_a_review(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, curator: Json
) -> None:
    await asked_in_vain(settings, [UNKNOWN["en"]])
    async with running():
        page = await ask(server, curator, "/review", 1)
        mine = await ask(server, anna, KNOWN["fr"], 1)
        # A button that stands under no message of theirs, and one of another chat.
        server.callback(anna, mine, data(page, WORDS("review-skip")))
        server.callback(anna, page, data(page, WORDS("review-skip")))
        assert sorted(await toasts(server, 2)) == sorted([phrases("fr")("stale"), WORDS("not-yours")])
    with open_store(settings.database_url) as store:
        assert [miss.text for miss in await store.misses.undecided()] == [UNKNOWN["en"]]


async def test_markup_in_a_question_is_shown_as_it_was_typed(
    server: BotApiServer, running: Running, settings: Settings, curator: Json
) -> None:
    text = "<b>Who</b> & \u202ewhy {$count} </a>"
    await asked_in_vain(settings, [text, "x" * 4096])
    async with running():
        page = await ask(server, curator, "/review", 1)
        assert text in page["text"]
        await pressed(server, curator, WORDS("review-skip"), 1)
