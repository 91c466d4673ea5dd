"""Buttons: every press is answered, and in groups only some may press."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import cycle
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import (
    KNOWN,
    LANGUAGES,
    OTHER,
    OTHER_ENTRY,
    Json,
    answer,
    answered_id,
    at_once,
    data,
    edited,
    heard,
    labels,
    silent,
    toasts,
)
from invented import crowded
from running import Running, Sealed, Settle, started

from bot.callback_data import ButtonSigner, Press, chat_place, guest_place
from bot.dialogue.actions import BrowsePeople, BrowseTopic, ChooseEntry, OpenEntry, RejectChoices, RemoveReply
from bot.dialogue.browse import QUESTIONS_A_PAGE, STATEMENTS_A_PAGE
from bot.dialogue.names import Names
from bot.dialogue.pressers import ANYBODY, Asker
from bot.phrases import phrases
from bot.settings import Settings
from bot.store.posted_answers import PostedAnswer, PostedAnswers
from knowledge.library import Library

Rows = Callable[[str], list[tuple[Any, ...]]]


async def offered(server: BotApiServer, chat: Json, asker: Json, text: str, thread: Any = None) -> Json:
    """Return the choice that a question leaves."""
    server.message(chat, asker, f"/ask {text}", thread=thread)
    return (await heard(server, chat))[-1]


def chosen(library: Library, message: Json, title: str, language: str) -> bool:
    """Tell whether a message now holds the answer of the entry with that title."""
    [entry] = [entry for entry in library.entries.values() if entry.label(language) == title]
    return str(message["text"]).startswith(entry.answers[language])


# Choices.


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_choice_in_private_is_answered_in_place(
    server: BotApiServer, running: Running, library: Library, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    chat = server.private(anna)
    async with running():
        choice = await offered(server, chat, anna, ambiguous[language])
        title = labels(choice)[1]
        server.press(anna, choice, title)
        await edited(server)
        [reply] = await heard(server, chat)
        assert await toasts(server) == [""]
    assert chosen(library, reply, title, language)
    assert reply["message_id"] == choice["message_id"]
    assert 3 <= len(labels(reply)) <= 4
    assert labels(reply)[-2:] == ["👍", "👎"]


@pytest.mark.parametrize("language", ["en", "uk"])
async def test_none_of_these_says_so_in_place(
    server: BotApiServer, running: Running, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    chat, words = server.private(anna), phrases(language)
    async with running():
        choice = await offered(server, chat, anna, ambiguous[language])
        server.press(anna, choice, words("none-of-these"))
        await edited(server)
        [reply] = await heard(server, chat)
    assert reply["text"] == words("rejected")
    assert labels(reply) == [words("topics-button")]


@pytest.mark.parametrize(("who", "language"), [("asker", "fr"), ("administrator", "ru")])
async def test_the_asker_and_administrators_choose_in_a_group(
    server: BotApiServer,
    running: Running,
    library: Library,
    anna: Json,
    root: Json,
    place: Any,
    ambiguous: dict[str, str],
    who: str,
    language: str,
) -> None:
    server.administrator(place.chat, root)
    async with running():
        choice = await offered(server, place.chat, anna, ambiguous[language], place.thread)
        title = labels(choice)[0]
        server.press(anna if who == "asker" else root, choice, title)
        await edited(server)
        [reply] = await heard(server, place.chat)
    assert chosen(library, reply, title, language)
    assert labels(reply)[-1] == phrases(language)("remove-button")


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_others_may_not_choose_in_a_group_and_are_told_so(
    server: BotApiServer, running: Running, anna: Json, boris: Json, ambiguous: dict[str, str], language: str
) -> None:
    group, words = server.group("Débat"), phrases(language)
    server.member(group, boris)
    async with running():
        choice = await offered(server, group, anna, ambiguous[language])
        for label in labels(choice):
            server.press(boris, choice, label)
        told = await toasts(server, len(labels(choice)))
        await silent(server, group, anna, already=1)
    assert told == [words("not-yours")] * len(labels(choice))
    assert server.sent[group["id"]][0] == choice


async def test_two_quick_presses_on_one_choice_edit_once(
    server: BotApiServer, running: Running, library: Library, anna: Json, ambiguous: dict[str, str]
) -> None:
    chat = server.private(anna)
    async with running():
        choice = await offered(server, chat, anna, ambiguous["fr"])
        title = labels(choice)[0]
        taps = [data(choice, title)] * 2
        with at_once(server):
            for tap in taps:
                server.callback(anna, choice, tap)
        assert await toasts(server, 2) == ["", ""]
        [reply] = await heard(server, chat)
    assert chosen(library, reply, title, "fr")


async def test_of_two_choices_pressed_quickly_one_is_shown(
    server: BotApiServer, running: Running, library: Library, anna: Json, ambiguous: dict[str, str]
) -> None:
    chat = server.private(anna)
    async with running():
        choice = await offered(server, chat, anna, ambiguous["en"])
        first, second = labels(choice)[:2]
        with at_once(server):
            server.press(anna, choice, first)
            server.press(anna, choice, second)
        assert len(await toasts(server, 2)) == 2
        [reply] = await heard(server, chat)
    assert chosen(library, reply, first, "en") or chosen(library, reply, second, "en")


async def test_a_button_still_works_after_a_restart(
    server: BotApiServer, running: Running, library: Library, anna: Json, ambiguous: dict[str, str]
) -> None:
    chat = server.private(anna)
    async with running():
        choice = await offered(server, chat, anna, ambiguous["ru"])
    async with running():
        title = labels(choice)[0]
        server.press(anna, choice, title)
        await edited(server)
        [reply] = await heard(server, chat)
    assert chosen(library, reply, title, "ru")


# Related questions.


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_a_related_question_is_a_reply_of_its_own_and_belongs_to_whoever_pressed(
    server: BotApiServer,
    running: Running,
    library: Library,
    anna: Json,
    boris: Json,
    place: Any,
    language: str,
) -> None:
    server.message(place.chat, anna, f"/ask {KNOWN[language]}", thread=place.thread)
    server.member(place.chat, boris)
    async with running():
        [first] = await heard(server, place.chat)
        title = labels(first)[0]
        server.press(boris, first, title)
        before, second = await heard(server, place.chat, 2)
        assert before == first
        assert chosen(library, second, title, language)
        assert answered_id(second) == first["message_id"]
        assert second["message_thread_id"] == first["message_thread_id"]
        server.press(anna, second, phrases(language)("remove-button"))
        server.press(boris, second, phrases(language)("remove-button"))
        assert await toasts(server, 3) == ["", phrases(language)("not-yours"), ""]
    assert server.sent[place.chat["id"]] == [first]


# Browsing.


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_a_topic_turns_its_pages_in_place(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    words, olha = phrases(language), server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    article = library.articles[0]
    topic = next(
        topic
        for topic, number in Counter(entry.topic for entry in article.entries).items()
        if number > QUESTIONS_A_PAGE
    )
    titles = [entry.label(language) for entry in article.entries if entry.topic == topic]
    server.message(chat, olha, "/topics")
    async with running():
        [page] = await heard(server, chat)
        shown = []
        for count, label in enumerate((f"{article.topics[topic][language]} (", "next-page", "previous-page"), 1):
            server.press(olha, page, words(label) if "page" in label else label)
            await edited(server, count)
            [page] = await heard(server, chat)
            shown.append(labels(page))
    more, back, browse = words("next-page"), words("previous-page"), words("topics-button")
    assert shown[0] == [*titles[:QUESTIONS_A_PAGE], more, browse]
    assert shown[1] == [*titles[QUESTIONS_A_PAGE:], back, browse]
    assert shown[2] == shown[0]


@pytest.mark.parametrize("language", ["en", "fr"])
async def test_what_a_person_said_turns_its_pages_in_place(
    server: BotApiServer, settings: Settings, language: str
) -> None:
    words, olha = phrases(language), server.user(31, "Olha", language_code=language)
    library = Library((crowded(STATEMENTS_A_PAGE + 1),))
    chat, name = server.private(olha), library.articles[0].people["mayor"].name[language]
    server.message(chat, olha, "/who")
    async with started(settings, library):
        [page] = await heard(server, chat)
        texts = []
        for count, label in enumerate((name, words("next-page"), words("previous-page")), 1):
            server.press(olha, page, label)
            await edited(server, count)
            [page] = await heard(server, chat)
            texts.append(page["text"])
            assert page["text"].startswith(name)
            assert labels(page)[-1] == words("people-title")
    assert texts[0] != texts[1]
    assert texts[0] == texts[2]


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_in_a_group_only_the_asker_or_an_administrator_turns_pages(
    server: BotApiServer, running: Running, library: Library, boris: Json, root: Json, language: str
) -> None:
    group, olha = server.group("Débat"), server.user(31, "Olha", language_code=language)
    server.administrator(group, root)
    server.member(group, boris)
    topics = [topic[language] for topic in library.articles[0].topics.values()]
    server.message(group, olha, "/topics")
    async with running():
        [page] = await heard(server, group)
        server.press(boris, page, topics[0])
        assert await toasts(server) == [phrases(language)("not-yours")]
        assert server.sent[group["id"]] == [page]
        server.press(olha, page, topics[0])
        await edited(server)
        server.press(root, page, phrases(language)("topics-button"))
        await edited(server, 2)
        [after] = await heard(server, group)
    assert labels(after) == labels(page)
    assert labels(after)[-1] == phrases(language)("remove-button")


# Removing.


@pytest.mark.parametrize(("who", "language"), [("asker", "fr"), ("administrator", "en"), ("owner", "uk")])
async def test_the_asker_and_administrators_remove_a_reply(
    server: BotApiServer, running: Running, anna: Json, root: Json, place: Any, who: str, language: str
) -> None:
    server.administrator(place.chat, root, owner=who == "owner")
    server.message(place.chat, anna, f"/ask {KNOWN[language]}", thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
        server.press(anna if who == "asker" else root, reply, phrases(language)("remove-button"))
        assert await toasts(server) == [""]
    assert place.chat["id"] not in server.sent


@pytest.mark.parametrize("status", ["member", "left", "kicked"])
async def test_others_may_not_remove_a_reply_and_are_told_so(
    server: BotApiServer, running: Running, anna: Json, boris: Json, status: Any
) -> None:
    group = server.group("Débat")
    server.member(group, boris, status)
    server.message(group, anna, f"/ask {KNOWN['ru']}")
    async with running():
        [reply] = await heard(server, group)
        server.press(boris, reply, phrases("ru")("remove-button"))
        assert await toasts(server) == [phrases("ru")("not-yours")]
    assert server.sent[group["id"]] == [reply]
    assert server.calls_of("deleteMessage") == []


@pytest.mark.parametrize("speaker", ["anonymous administrator", "channel"])
async def test_what_nobody_by_name_asked_is_for_administrators_only(
    server: BotApiServer, running: Running, boris: Json, root: Json, speaker: str
) -> None:
    group = server.group("Débat")
    server.administrator(group, root, anonymous=True)
    server.member(group, boris)
    sender = group if speaker == "anonymous administrator" else server.channel("La chaîne")
    server.message(group, None, f"/ask {KNOWN['fr']}", sender_chat=sender)
    remove = phrases("fr")("remove-button")
    async with running():
        [reply] = await heard(server, group)
        server.press(boris, reply, remove)
        assert await toasts(server) == [phrases("fr")("not-yours")]
        server.press(root, reply, remove)
        assert await toasts(server, 2) == [phrases("fr")("not-yours"), ""]
    assert group["id"] not in server.sent


@pytest.mark.parametrize(
    ("description", "toast"),
    [
        ("Bad Request: message can't be deleted for everyone", phrases("en")("not-removed")),
        ("Bad Request: message to delete not found", ""),
    ],
)
async def test_a_reply_that_telegram_does_not_delete_is_told_of_unless_it_is_gone(
    server: BotApiServer, running: Running, anna: Json, description: str, toast: str
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['en']}")
    async with running():
        [reply] = await heard(server, group)
        server.fail_next("deleteMessage", status=400, description=description)
        server.press(anna, reply, phrases("en")("remove-button"))
        assert await toasts(server) == [toast]


async def test_two_quick_presses_on_remove_are_both_answered(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        with at_once(server):
            server.press(anna, reply, "Retirer")
            server.press(anna, reply, "Retirer")
        assert len(await toasts(server, 2)) == 2
        await silent(server, group, anna)


# Stale, foreign and forged data.

FORGED = [
    "",
    "x",
    ":" * 20,
    "1:fr:o:fogel-who",
    "0:fr::n",
    "2:zz::o:fogel-who",
    "2:fr:!:o:fogel-who",
    "2:fr::o:no-such-entry",
    "2:fr::t:x:9",
    "2:fr:" + "z" * 50 + ":r",
    "\u202e",
    "😀" * 16,
]


async def test_forged_data_gets_a_toast_in_the_language_of_the_app_and_changes_nothing(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["fr"])
    async with running():
        [reply] = await heard(server, chat)
        for forged in FORGED:
            server.callback(anna, reply, forged)
        assert await toasts(server, len(FORGED)) == [phrases("fr")("stale")] * len(FORGED)
    assert server.sent[chat["id"]] == [reply]


@pytest.mark.parametrize("language", ["fr", "uk"])
async def test_data_that_is_well_formed_but_not_under_the_message_gets_a_toast(
    server: BotApiServer, running: Running, sealed: Sealed, anna: Json, language: str
) -> None:
    group, olha = server.group("Débat"), server.user(31, "Olha", language_code=language)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    presses = [
        Press(RemoveReply(), "fr", Asker(31)),
        Press(RemoveReply(), "fr", ANYBODY),
        Press(OpenEntry(OTHER_ENTRY), "fr", Asker(31)),
        Press(ChooseEntry(OTHER_ENTRY), "fr", ANYBODY),
        Press(RejectChoices(), "fr", Asker(31)),
        Press(BrowsePeople(), "fr", Asker(31)),
        Press(BrowseTopic("appel-trump-poutine/call", 0), "en", ANYBODY),
    ]
    async with running():
        [reply] = await heard(server, group)
        for press in presses:
            server.callback(olha, reply, sealed(press, chat_place(group["id"])))
        assert await toasts(server, len(presses)) == [phrases(language)("stale")] * len(presses)
        await silent(server, group, anna, already=1)
    assert server.sent[group["id"]][0] == reply


async def test_a_button_of_a_message_that_can_no_longer_be_read_gets_a_toast(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["fr"])
    async with running():
        [reply] = await heard(server, chat)
        server.delete_message(reply)
        server.callback(anna, reply, data(reply, labels(reply)[0]))
        assert await toasts(server) == [phrases("fr")("stale")]
        await silent(server, chat, anna)


async def test_a_press_without_data_or_message_gets_a_toast(server: BotApiServer, running: Running, anna: Json) -> None:
    chat = server.private(anna)
    server.push_raw({"callback_query": {"id": "1", "from": anna, "chat_instance": "1", "game_short_name": "game"}})
    server.push_raw({"callback_query": {"id": "2", "from": anna, "chat_instance": "1"}})
    async with running():
        await toasts(server, 2)
        await silent(server, chat, anna)


@pytest.mark.parametrize("language", ["fr", "en"])
async def test_a_press_that_waited_too_long_is_acted_on_all_the_same(
    server: BotApiServer, running: Running, library: Library, anna: Json, ambiguous: dict[str, str], language: str
) -> None:
    chat = server.private(anna)
    async with running():
        choice = await offered(server, chat, anna, ambiguous[language])
    title = labels(choice)[0]
    server.expire(server.press(anna, choice, title))
    async with running():
        await edited(server)
        [reply] = await heard(server, chat)
    assert not server.calls_of("answerCallbackQuery")[0].ok
    assert chosen(library, reply, title, language)


@pytest.mark.parametrize(("method", "status"), [("getChatMember", 429), ("getChatMember", 500), ("deleteMessage", 500)])
async def test_a_press_is_answered_although_telegram_fails_meanwhile(
    server: BotApiServer,
    running: Running,
    anna: Json,
    root: Json,
    failures_expected: None,
    method: str,
    status: int,
) -> None:
    group = server.group("Débat")
    server.administrator(group, root)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        server.fail_next(method, status=status, retry_after=1 if status == 429 else None)
        server.press(root, reply, phrases("fr")("remove-button"))
        assert len(await toasts(server)) == 1


# Messages sent inline or as a guest.


@pytest.mark.parametrize("language", ["fr", "ru"])
async def test_a_guest_message_is_edited_in_place_and_only_for_its_asker(
    server: BotApiServer,
    running: Running,
    library: Library,
    anna: Json,
    boris: Json,
    ambiguous: dict[str, str],
    language: str,
) -> None:
    server.guest_message(anna, f"@SelonTestBot {ambiguous[language]}")
    async with running():
        await server.called("answerGuestQuery")
        [identifier] = server.inline
        before = server.inline[identifier]
        title = labels(before)[0]
        server.press(boris, identifier, title)
        assert await toasts(server) == [phrases(language)("not-yours")]
        assert server.inline[identifier] == before
        server.press(anna, identifier, title)
        await edited(server)
    assert chosen(library, server.inline[identifier], title, language)
    assert labels(server.inline[identifier]) == []
    assert server.calls_of("editMessageText")[0].body["inline_message_id"] == identifier


async def test_two_quick_presses_on_a_guest_message_edit_it_once(
    server: BotApiServer, running: Running, library: Library, anna: Json, ambiguous: dict[str, str]
) -> None:
    server.guest_message(anna, f"@SelonTestBot {ambiguous['fr']}")
    async with running():
        await server.called("answerGuestQuery")
        [identifier] = server.inline
        title = labels(server.inline[identifier])[0]
        with at_once(server):
            server.press(anna, identifier, title)
            server.press(anna, identifier, title)
        assert await toasts(server, 2) == ["", ""]
    assert chosen(library, server.inline[identifier], title, "fr")


async def test_forged_data_on_an_inline_message_crashes_nothing(
    server: BotApiServer, running: Running, sealed: Sealed, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    guest = server.guest_message(anna, f"@SelonTestBot {KNOWN['fr']}")
    place = guest_place(guest["guest_query_id"])
    async with running():
        await server.called("answerGuestQuery")
        [identifier] = server.inline
        before = server.inline[identifier]
        forged = [*FORGED, *(sealed(Press(RemoveReply(), "fr", who), place) for who in (ANYBODY, Asker(anna["id"])))]
        for text in forged:
            server.callback_inline(anna, identifier, text)
        choose = sealed(Press(ChooseEntry(OTHER_ENTRY), "fr", Asker(anna["id"])), place)
        server.callback_inline(anna, "no-such-message", choose)
        stale, outdated = phrases("fr")("stale"), phrases("fr")("outdated")
        expected = [outdated if text.startswith(("1:", "2:")) else stale for text in forged]
        assert await toasts(server, len(forged) + 1) == [*expected, stale]
        server.message(chat, anna, OTHER["uk"])
        [reply] = await heard(server, chat)
    assert server.inline[identifier] == before
    assert server.calls_of("editMessageText") == []
    assert reply["text"].startswith(answer(library, "uk", OTHER_ENTRY))


async def choice_of(server: BotApiServer, person: Json, text: str) -> tuple[str, Json]:
    """Return somebody's choice as a guest: its inline id, and its words."""
    before = set(server.inline)
    server.guest_message(person, f"@SelonTestBot {text}")
    await server.until(lambda: set(server.inline) - before, what="another guest message")
    await server.idle()
    [identifier] = set(server.inline) - before
    return identifier, server.inline[identifier]


async def test_a_button_of_ones_own_guest_message_edits_nobody_elses(
    server: BotApiServer, running: Running, anna: Json, boris: Json, ambiguous: dict[str, str]
) -> None:
    async with running():
        await server.until(lambda: server.is_polled)
        annas, before = await choice_of(server, anna, ambiguous["fr"])
        own, choice = await choice_of(server, boris, ambiguous["fr"])
        for label in labels(choice):
            server.callback_inline(boris, annas, data(choice, label))
        await toasts(server, len(labels(choice)))
        # Nor does a button that another may press, here or there.
        server.callback_inline(anna, annas, data(choice, labels(choice)[0]))
        server.callback_inline(anna, own, data(choice, labels(choice)[0]))
        told = await toasts(server, len(labels(choice)) + 2)
    stale = [phrases("en")("stale")] * len(labels(choice))
    assert told == [*stale, phrases("fr")("stale"), phrases("fr")("not-yours")]
    assert server.inline == {annas: before, own: choice}
    assert server.calls_of("editMessageText") == []


async def test_an_inline_message_takes_no_button_of_a_chat_nor_of_another_bot_nor_of_an_earlier_version(
    server: BotApiServer,
    running: Running,
    sealed: Sealed,
    library: Library,
    anna: Json,
    boris: Json,
    ambiguous: dict[str, str],
) -> None:
    """Refuse all that a client sends: Telegram passes on any data for an inline message."""
    chat = server.private(boris)
    server.message(chat, boris, ambiguous["en"])
    async with running():
        [offered_in_private] = await heard(server, chat)
        identifier, before = await choice_of(server, anna, ambiguous["fr"])
        query_id = next(iter(server.answers.guest.answers))
        place, choose = guest_place(query_id), ChooseEntry(OTHER_ENTRY)
        foreign = ButtonSigner(b"another bot's key", Names(library))
        presses = [Press(choose, "fr", Asker(each["id"])) for each in (anna, boris)] + [Press(choose, "fr", ANYBODY)]
        forged = [data(offered_in_private, label) for label in labels(offered_in_private)]
        forged += [foreign.data(press, place) for press in presses]
        forged += [sealed(press, chat_place(chat["id"])) for press in presses]
        forged += [sealed(press, guest_place(f"{query_id}0")) for press in presses]
        earlier = ["2:fr::c:call-duration", "2:fr:7:c:call-duration", "2:fr::o:call-duration", "2:fr::T", "2:fr:8:n"]
        told: list[str] = []
        for person in (anna, boris):
            for text in (*forged, *earlier):
                server.callback_inline(person, identifier, text)
            told = await toasts(server, len(told) + len(forged + earlier))
    for language, said in (("fr", told[: len(told) // 2]), ("en", told[len(told) // 2 :])):
        words = phrases(language)
        assert said == [words("stale")] * len(forged) + [words("outdated")] * len(earlier)
    assert server.inline[identifier] == before
    assert server.calls_of("editMessageText") == []


async def test_a_choice_of_a_guest_still_works_after_a_restart(
    server: BotApiServer, running: Running, library: Library, anna: Json, ambiguous: dict[str, str]
) -> None:
    async with running():
        await server.until(lambda: server.is_polled)
        identifier, choice = await choice_of(server, anna, ambiguous["uk"])
    async with running():
        server.press(anna, identifier, labels(choice)[0])
        await edited(server)
    assert chosen(library, server.inline[identifier], labels(choice)[0], "uk")


async def test_what_nobody_by_name_asked_as_a_guest_is_chosen_by_nobody(
    server: BotApiServer, running: Running, anna: Json, boris: Json, ambiguous: dict[str, str]
) -> None:
    """An anonymous administrator or a channel: who administers a chat that it is not in the bot cannot know."""
    there = server.group("Ailleurs", bot_status="left")
    asked = server.guest_message(anna, f"@SelonTestBot {ambiguous['fr']}", chat=there)
    server.updates.drop()
    server.push_raw({"guest_message": {**asked, "from": server.user(1087968824, "Group"), "sender_chat": there}})
    async with running():
        await server.called("answerGuestQuery")
        [identifier] = server.inline
        before = server.inline[identifier]
        for person in (anna, boris):
            server.press(person, identifier, labels(before)[0])
        assert await toasts(server, 2) == [phrases("fr")("not-yours")] * 2
    assert server.inline == {identifier: before}


# Under messages of chats, where Telegram itself says which buttons a message holds.


async def under(server: BotApiServer, message: Json, person: Json, text: str) -> None:
    """Press a button that a message is said to hold."""
    keyboard = {"inline_keyboard": [[{"text": "!", "callback_data": text}]]}
    query = {"id": "1", "from": person, "chat_instance": "1", "data": text}
    server.push_raw({"callback_query": {**query, "message": {**message, "reply_markup": keyboard}}})
    server.answers.callback.ask("1", query)


async def test_a_tag_is_asked_for_even_where_a_message_holds_the_button(
    server: BotApiServer, running: Running, sealed: Sealed, library: Library, anna: Json
) -> None:
    group, other = server.group("Débat"), server.group("Ailleurs")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        press = Press(RemoveReply(), "fr", Asker(anna["id"]))
        own = sealed(press, chat_place(group["id"]))
        body, _, tag = own.rpartition(":")
        forged = [
            sealed(press, chat_place(other["id"])),
            sealed(press, guest_place("1")),
            ButtonSigner(b"another bot's key", Names(library)).data(press, chat_place(group["id"])),
            f"{body.replace(':7:', ':8:')}:{tag}",
            f"{body.replace(':7:', '::')}:{tag}",
            f"{body}:{tag[:-1]}",
            body,
        ]
        for count, text in enumerate(forged, 1):
            await under(server, reply, anna, text)
            assert await toasts(server, count) == [phrases("fr")("stale")] * count
        assert server.sent[group["id"]] == [reply]
        await under(server, reply, anna, own)
        await toasts(server, len(forged) + 1)
    assert group["id"] not in server.sent


CHANGING = "7:r 7:c:call-duration 7:n :u:fogel-who :d:fogel-who :s:7:l:uk :s:-100:a:on :S:7: :R :j:1-2:k :U:1"
CHANGING += " :v:1-2:fogel-who :e:1-2:fogel-who"


@pytest.mark.parametrize(("rest", "language"), list(zip(CHANGING.split(), cycle(LANGUAGES), strict=False)))
async def test_a_button_from_before_an_update_changes_nothing_and_says_so(
    server: BotApiServer, running: Running, rows: Rows, anna: Json, rest: str, language: str
) -> None:
    person = {**anna, "language_code": language}
    group, chat = server.group("Débat"), server.private(anna)
    for where in (group, chat):
        server.message(where, anna, f"/ask {KNOWN['fr']}")
    async with running():
        replies = [(await heard(server, where))[0] for where in (group, chat)]
        for count, reply in enumerate(replies, 1):
            await under(server, reply, person, f"2:fr:{rest}")
            assert await toasts(server, count) == [phrases(language)("outdated")] * count
        assert [server.sent[where["id"]] for where in (group, chat)] == [[reply] for reply in replies]
    for table in ("votes", "misses", "taught"):
        assert rows(f"SELECT * FROM {table}") == []
    assert rows("SELECT * FROM chats WHERE language IS NOT NULL OR ambient IS NOT NULL") == []


async def test_a_button_from_before_an_update_still_opens_and_browses(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    server.member(group, boris)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [reply] = await heard(server, group)
        await under(server, reply, boris, "2:fr:7:o:call-duration")
        _, opened = await heard(server, group, 2)
        await under(server, reply, boris, "2:fr:7:T")
        await under(server, reply, anna, "2:fr:7:T")
        await edited(server)
        assert await toasts(server, 3) == ["", phrases("fr")("not-yours"), ""]
        page, _ = await heard(server, group, 2)
        server.press(anna, page, labels(page)[0])
        await edited(server, 2)
    assert opened["text"].startswith(answer(library, "fr", OTHER_ENTRY))
    assert page["text"] == phrases("fr")("topics-title")


# Pressed again and again.


async def test_a_related_question_tapped_fast_in_private_is_answered_once(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, KNOWN["fr"])
    async with running():
        [first] = await heard(server, chat)
        title = labels(first)[0]
        with at_once(server):
            for _ in range(3):
                server.press(anna, first, title)
        assert await toasts(server, 3) == [""] * 3
        _, second = await heard(server, chat, 2)
    async with running():
        server.press(anna, first, title)
        assert await toasts(server, 4) == [""] * 4
        server.press(anna, first, labels(first)[1])
        _, same, third = await heard(server, chat, 3)
    assert same == second
    assert chosen(library, second, title, "fr")
    assert chosen(library, third, labels(first)[1], "fr")


@pytest.mark.parametrize("repeat_seconds", [0, 600])
async def test_a_related_question_tapped_by_several_in_a_group_is_answered_once_and_pointed_to_once_each(
    server: BotApiServer,
    running: Running,
    settle: Settle,
    library: Library,
    anna: Json,
    boris: Json,
    place: Any,
    repeat_seconds: int,
) -> None:
    server.message(place.chat, anna, f"/ask {KNOWN['en']}", thread=place.thread)
    server.member(place.chat, boris)
    await settle(place.chat, repeat_seconds=repeat_seconds)
    async with running():
        [first] = await heard(server, place.chat)
        title = labels(first)[0]
        with at_once(server):
            for person in (anna, anna, boris, anna, boris, boris):
                server.press(person, first, title)
        assert await toasts(server, 6) == [""] * 6
        _, second, pointer = await heard(server, place.chat, 3)
    async with running():
        for count, person in enumerate((anna, boris), 7):
            server.press(person, first, title)
            await toasts(server, count)
        assert await heard(server, place.chat, 3) == [first, second, pointer]
    assert chosen(library, second, title, "en")
    assert answered_id(pointer) == second["message_id"]
    assert "Boris" in pointer["text"]


async def test_a_related_answer_that_was_removed_is_given_again(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['en']}")
    async with running():
        [first] = await heard(server, group)
        title = labels(first)[0]
        server.press(anna, first, title)
        _, second = await heard(server, group, 2)
        server.press(anna, second, phrases("en")("remove-button"))
        await toasts(server, 2)
        server.press(anna, first, title)
        _, third = await heard(server, group, 2)
    assert third["message_id"] != second["message_id"]
    assert chosen(library, third, title, "en")


async def test_an_earlier_answer_is_looked_up_once_for_each_press_on_a_related_question(
    server: BotApiServer, running: Running, anna: Json, monkeypatch: pytest.MonkeyPatch
) -> None:
    looked_up: list[str] = []
    find = PostedAnswers.find

    async def counted(self: PostedAnswers, spot: PostedAnswer, now: int, seconds: int) -> int | None:
        looked_up.append(spot.entry_key)
        return await find(self, spot, now, seconds)

    monkeypatch.setattr(PostedAnswers, "find", counted)
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['en']}")
    async with running():
        [first] = await heard(server, group)
        for count in (1, 2):
            server.press(anna, first, labels(first)[0])
            _, second = await heard(server, group, 2)
            server.press(anna, second, phrases("en")("remove-button"))
            await toasts(server, 2 * count)
    assert Counter(looked_up).most_common()[0][1] == 2
    assert len(looked_up) == 3, "of the question itself too"


@pytest.mark.parametrize("restart", [False, True])
async def test_a_choice_tapped_again_when_it_has_become_the_answer_is_met_with_silence(
    server: BotApiServer,
    running: Running,
    library: Library,
    anna: Json,
    root: Json,
    place: Any,
    ambiguous: dict[str, str],
    *,
    restart: bool,
) -> None:
    server.administrator(place.chat, root)
    async with running():
        choice = await offered(server, place.chat, anna, ambiguous["fr"], place.thread)
        title = labels(choice)[0]
        tapped = data(choice, title)
        server.press(anna, choice, title)
        await edited(server)
        if not restart:
            server.callback(anna, choice, tapped)
            assert await toasts(server, 2) == ["", ""]
    async with running():
        for count, person in enumerate((anna, root), 2 if restart else 3):
            server.callback(person, choice, tapped)
            assert await toasts(server, count) == [""] * count
        [reply] = await heard(server, place.chat)
    assert chosen(library, reply, title, "fr")
    assert len(server.calls_of("editMessageText")) == 1


async def test_a_choice_of_a_guest_tapped_again_is_met_with_silence(
    server: BotApiServer, running: Running, anna: Json, ambiguous: dict[str, str]
) -> None:
    async with running():
        await server.until(lambda: server.is_polled)
        identifier, choice = await choice_of(server, anna, ambiguous["ru"])
        tapped = data(choice, labels(choice)[0])
        for count in (1, 2, 3):
            server.callback_inline(anna, identifier, tapped)
            assert await toasts(server, count) == [""] * count
        await server.idle()
    assert len(server.calls_of("editMessageText")) == 1


async def test_a_page_that_is_turned_and_a_reply_that_is_removed_take_a_second_tap_in_silence(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, "/topics@SelonTestBot")
    async with running():
        [page] = await heard(server, group)
        topic, remove = labels(page)[0], phrases("fr")("remove-button")
        taps = data(page, topic), data(page, remove)
        server.press(anna, page, topic)
        await edited(server)
        server.callback(anna, page, taps[0])
        [turned] = await heard(server, group)
        server.press(anna, turned, phrases("fr")("topics-button"))
        await edited(server, 2)
        # Turned to and fro, the same button of the same message does the same again.
        server.press(anna, page, topic)
        await edited(server, 3)
        [again] = await heard(server, group)
        assert (again["text"], labels(again)) == (turned["text"], labels(turned))
        server.press(anna, turned, remove)
        await toasts(server, 5)
        server.callback(anna, page, taps[1])
        assert await toasts(server, 6) == [""] * 6
    assert group["id"] not in server.sent
