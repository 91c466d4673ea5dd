"""Buttons: every press is answered, and in groups only some may press."""

from __future__ import annotations

from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import (
    KNOWN,
    KNOWN_ENTRY,
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
from running import Running

from bot.callback_data import Press, encode
from bot.dialogue.reply import BrowsePeople, BrowseTopic, ChooseEntry, OpenEntry, RejectChoices, RemoveReply
from bot.phrases import phrases
from knowledge.library import Library


async def offered(server: BotApiServer, chat: Json, asker: Json, text: str, thread: Any = None) -> Json:
    """The choice that a question leaves."""
    server.message(chat, asker, f"/ask {text}", thread=thread)
    return (await heard(server, chat))[-1]


def chosen(library: Library, message: Json, title: str, language: str) -> bool:
    """Whether a message now holds the answer of the entry with that title."""
    [entry] = [entry for entry in library.entries.values() if entry.title(language)[:60] == title[:60]]
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
    server: BotApiServer, running: Running, library: Library, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("bot.dialogue.browse.QUESTIONS_A_PAGE", 2)
    words, olha = phrases(language), server.user(31, "Olha", language_code=language)
    chat = server.private(olha)
    article = library.articles[0]
    titles = [entry.title(language) for entry in article.entries if entry.topic == "call"]
    server.message(chat, olha, "/topics")
    async with running():
        [page] = await heard(server, chat)
        shown = []
        for count, label in enumerate((article.topics["call"][language], "next-page", "next-page", "previous-page"), 1):
            server.press(olha, page, words(label) if "page" in label else label)
            await edited(server, count)
            [page] = await heard(server, chat)
            shown.append(labels(page))
    more, back, browse = words("next-page"), words("previous-page"), words("topics-button")
    assert shown[0] == [*titles[:2], more, browse]
    assert shown[1] == [*titles[2:4], back, more, browse]
    assert shown[2] == [*titles[4:], back, browse]
    assert shown[3] == shown[1]


@pytest.mark.parametrize("language", ["en", "ru"])
async def test_what_a_person_said_turns_its_pages_in_place(
    server: BotApiServer, running: Running, library: Library, monkeypatch: pytest.MonkeyPatch, language: str
) -> None:
    monkeypatch.setattr("bot.dialogue.browse.STATEMENTS_A_PAGE", 4)
    words, olha = phrases(language), server.user(31, "Olha", language_code=language)
    chat, name = server.private(olha), library.articles[0].people["trump"].name[language]
    server.message(chat, olha, "/who")
    async with running():
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
    server: BotApiServer, running: Running, anna: Json, boris: Json, language: str
) -> None:
    group, olha = server.group("Débat"), server.user(31, "Olha", language_code=language)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    presses = [
        Press(RemoveReply(), "fr", 31),
        Press(RemoveReply(), "fr"),
        Press(OpenEntry(OTHER_ENTRY), "fr", 31),
        Press(ChooseEntry(OTHER_ENTRY), "fr"),
        Press(RejectChoices(), "fr", 31),
        Press(BrowsePeople(), "fr", 31),
        Press(BrowseTopic("appel-trump-poutine/call", 0), "en"),
    ]
    async with running():
        [reply] = await heard(server, group)
        for press in presses:
            server.callback(olha, reply, encode(press))
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
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.guest_message(anna, f"@SelonTestBot {KNOWN['fr']}")
    async with running():
        await server.called("answerGuestQuery")
        [identifier] = server.inline
        before = server.inline[identifier]
        # Whether it was ever under an inline message cannot be known: what is well formed and leads somewhere is done.
        forged = [text for text in FORGED if KNOWN_ENTRY not in text]
        forged += [encode(Press(RemoveReply(), "fr")), encode(Press(RemoveReply(), "fr", anna["id"]))]
        for text in forged:
            server.callback_inline(anna, identifier, text)
        assert all(await toasts(server, len(forged)))
        server.callback_inline(anna, "no-such-message", encode(Press(ChooseEntry(OTHER_ENTRY), "fr", anna["id"])))
        await toasts(server, len(forged) + 1)
        server.message(chat, anna, OTHER["uk"])
        [reply] = await heard(server, chat)
    assert server.inline[identifier] == before
    assert reply["text"].startswith(answer(library, "uk", OTHER_ENTRY))
