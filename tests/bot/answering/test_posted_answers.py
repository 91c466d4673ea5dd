"""An answer that was given moments ago is pointed to in one line, or given again if it is gone."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import (
    KNOWN,
    OTHER,
    OTHER_ENTRY,
    UNKNOWN,
    Json,
    answer,
    answered_id,
    edited,
    heard,
    labels,
    short_line,
    toasts,
)
from running import Running, Settle

from bot.phrases import phrases
from knowledge.library import Library

PLACES = pytest.mark.parametrize("place", ["group", "supergroup", "topic", "general"], indirect=True)


def line(language: str, name: str) -> str:
    """Return the line that points to an answer, for somebody."""
    return f"{name}, {phrases(language)('pointer-named')}"


def links(message: Json) -> list[str]:
    """The addresses that a message links to."""
    return [entity["url"] for entity in message.get("entities", []) if entity["type"] == "text_link"]


def notified(message: Json) -> list[int]:
    """The people whom a message mentions."""
    return [entity["user"]["id"] for entity in message.get("entities", []) if entity["type"] == "text_mention"]


@pytest.mark.slow
@PLACES
@pytest.mark.parametrize("way", ["command", "mention", "reply"])
async def test_an_answer_that_stands_is_pointed_to_in_one_line_for_the_asker(
    server: BotApiServer, running: Running, anna: Json, boris: Json, place: Any, way: str
) -> None:
    chat = place.chat
    server.message(chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
    async with running():
        [first] = await heard(server, chat)
        match way:
            case "command":
                server.message(chat, boris, f"/ask {KNOWN['fr']}", thread=place.thread)
            case "mention":
                server.message(chat, boris, f"@SelonTestBot {KNOWN['fr']}", thread=place.thread)
            case _:
                server.message(chat, boris, KNOWN["fr"], reply_to=first)
        _, second = await heard(server, chat, 2)
    assert second["text"] == line("fr", "Boris")
    assert "\n" not in second["text"]
    assert answered_id(second) == first["message_id"]
    assert notified(second) == [boris["id"]]
    assert labels(second) == [phrases("fr")("remove-button")]
    assert second.get("is_topic_message") == first.get("is_topic_message")
    body = server.calls_of("sendMessage")[-1].body
    assert '"allow_sending_without_reply": true' not in body["reply_parameters"]


async def test_a_link_leads_to_the_answer_where_the_chat_has_links(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    forum = server.group("Forum", forum=True)
    topic = server.topic(forum, "Politique")
    public = server.group("Public", username="lepublic")
    public_forum = server.group("Public forum", forum=True, username="leforum")
    public_topic = server.topic(public_forum, "Politique")
    places = [
        (server.group("Plain", supergroup=False), None),
        (server.group("Supergroup"), None),
        (forum, topic),
        (forum, None),
        (public, None),
        (public_forum, public_topic),
    ]
    found: list[list[str]] = []
    expected: list[list[str]] = []
    async with running():
        for number, (chat, thread) in enumerate(places):
            already = len(server.sent.get(chat["id"], []))
            for _ in range(2):
                server.message(chat, anna, f"/ask {KNOWN['en']}", thread=thread)
            messages = await heard(server, chat, already + 2)
            found.append(links(messages[-1]))
            base = f"https://t.me/c/{str(chat['id']).removeprefix('-100')}"
            message_id = messages[-2]["message_id"]
            expected.append(
                [
                    [],
                    [f"{base}/{message_id}"],
                    [f"{base}/{topic.message_thread_id}/{message_id}"],
                    [f"{base}/{message_id}"],
                    [f"https://t.me/lepublic/{message_id}"],
                    [f"https://t.me/leforum/{public_topic.message_thread_id}/{message_id}"],
                ][number]
            )
    assert found == expected


async def test_in_private_an_answer_is_always_given(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    for _ in range(2):
        server.message(chat, anna, KNOWN["uk"])
    async with running():
        replies = await heard(server, chat, 2)
    assert all(reply["text"].startswith(answer(library, "uk")) for reply in replies)


async def test_only_the_same_entry_in_the_same_language_and_topic_is_a_repetition(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    forum = server.group("Débat", forum=True)
    politics, sports = server.topic(forum, "Politique"), server.topic(forum, "Sports")
    asked = [
        server.message(forum, anna, f"/ask {text}", thread=thread)
        for text, thread in (
            (KNOWN["fr"], politics),
            (KNOWN["en"], politics),
            (OTHER["fr"], politics),
            (KNOWN["fr"], sports),
            (KNOWN["fr"], None),
        )
    ]
    elsewhere = server.group("Ailleurs")
    server.message(elsewhere, anna, f"/ask {KNOWN['fr']}")
    async with running():
        replies = await heard(server, forum, 5)
        await heard(server, elsewhere)
    assert [answered_id(reply) for reply in replies] == [message["message_id"] for message in asked]
    assert server.sent[elsewhere["id"]][0]["text"].startswith(answer(library, "fr"))


@pytest.mark.parametrize("seconds", [0, 60])
async def test_an_answer_counts_as_long_as_the_group_has_settled(
    server: BotApiServer,
    running: Running,
    settle: Settle,
    rows: Callable[[str], Any],
    library: Library,
    anna: Json,
    seconds: int,
) -> None:
    group = server.group("Débat")
    await settle(group, repeat_seconds=seconds)
    server.message(group, anna, f"/ask {KNOWN['ru']}")
    async with running():
        await heard(server, group)
        rows(f"UPDATE posted SET sent_at = sent_at - {seconds}")
        server.message(group, anna, f"/ask {KNOWN['ru']}")
        *_, again = await heard(server, group, 2)
        assert again["text"].startswith(answer(library, "ru"))
        if seconds:
            server.message(group, anna, f"/ask {KNOWN['ru']}")
            *_, pointer = await heard(server, group, 3)
            assert answered_id(pointer) == again["message_id"], "the latest answer is the one that counts"


@PLACES
async def test_an_answer_that_is_gone_is_given_again_and_counts_from_then_on(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json, place: Any
) -> None:
    server.message(place.chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
    async with running():
        [first] = await heard(server, place.chat)
        server.delete_message(first)
        asked = server.message(place.chat, boris, f"/ask {KNOWN['fr']}", thread=place.thread)
        [second] = await heard(server, place.chat)
        server.message(place.chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
        _, third = await heard(server, place.chat, 2)
    assert second["text"].startswith(answer(library, "fr"))
    assert answered_id(second) == asked["message_id"]
    assert third["text"] == line("fr", "Anna")
    assert answered_id(third) == second["message_id"]


@pytest.mark.parametrize("place", ["supergroup", "topic"], indirect=True)
async def test_after_a_restart_the_answer_is_still_pointed_to(
    server: BotApiServer, running: Running, anna: Json, place: Any
) -> None:
    server.message(place.chat, anna, f"/ask {KNOWN['uk']}", thread=place.thread)
    async with running():
        [first] = await heard(server, place.chat)
    server.message(place.chat, anna, f"/ask {KNOWN['uk']}", thread=place.thread)
    async with running():
        _, second = await heard(server, place.chat, 2)
    assert answered_id(second) == first["message_id"]


async def test_a_removed_answer_is_given_again(
    server: BotApiServer, running: Running, library: Library, anna: Json, root: Json
) -> None:
    group = server.group("Débat")
    server.administrator(group, root)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [first] = await heard(server, group)
        server.press(root, first, phrases("fr")("remove-button"))
        await server.called("deleteMessage")
        await toasts(server)
        mark = server.mark()
        server.message(group, anna, f"/ask {KNOWN['fr']}")
        [again] = await heard(server, group)
    assert again["text"].startswith(answer(library, "fr"))
    assert len([call for call in server.calls[mark:] if call.method == "sendMessage"]) == 1, "nothing is tried in vain"


async def test_a_pointer_is_removed_by_its_asker(
    server: BotApiServer, running: Running, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    server.message(group, boris, f"/ask {KNOWN['fr']}")
    async with running():
        first, second = await heard(server, group, 2)
        server.press(anna, second, phrases("fr")("remove-button"))
        assert await toasts(server) == [phrases("fr")("not-yours")]
        server.press(boris, second, phrases("fr")("remove-button"))
        await server.called("deleteMessage")
        server.message(group, anna, f"/ask {KNOWN['fr']}")
        _, third = await heard(server, group, 2)
    assert answered_id(third) == first["message_id"]


async def test_an_answer_that_was_edited_counts_as_what_it_says_now(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    asked = server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        [first] = await heard(server, group)
        server.edit(asked, f"/ask {OTHER['fr']}")
        await edited(server)
        server.message(group, boris, f"/ask {OTHER['fr']}")
        server.message(group, boris, f"/ask {KNOWN['fr']}")
        _, pointer, full = await heard(server, group, 3)
        assert answered_id(pointer) == first["message_id"]
        assert full["text"].startswith(answer(library, "fr"))
        server.edit(asked, f"/ask {UNKNOWN['fr']}")
        await edited(server, 2)
        server.message(group, boris, f"/ask {OTHER['fr']}")
        *_, again = await heard(server, group, 4)
    assert again["text"].startswith(answer(library, "fr", OTHER_ENTRY))


async def test_an_edit_of_a_question_that_got_a_pointer_edits_the_pointer(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    group = server.group("Débat")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    asked = server.message(group, boris, f"/ask {KNOWN['fr']}")
    async with running():
        _, pointer = await heard(server, group, 2)
        server.edit(asked, f"/ask {OTHER['en']}")
        await edited(server)
        _, after = await heard(server, group, 2)
        assert after["message_id"] == pointer["message_id"]
        assert after["text"].startswith(answer(library, "en", OTHER_ENTRY))
        server.edit(asked, f"/ask {UNKNOWN['en']}")
        await edited(server, 2)
        _, after = await heard(server, group, 2)
    assert after["text"] == short_line("en")


@pytest.mark.parametrize("place", ["group", "topic"], indirect=True)
async def test_a_choice_that_was_made_counts_as_an_answer(
    server: BotApiServer, running: Running, anna: Json, boris: Json, place: Any, ambiguous: dict[str, str]
) -> None:
    server.message(place.chat, anna, f"/ask {ambiguous['fr']}", thread=place.thread)
    async with running():
        [choice] = await heard(server, place.chat)
        chosen = labels(choice)[0]
        server.press(anna, choice, chosen)
        await edited(server)
        server.message(place.chat, boris, f"/ask {chosen}", thread=place.thread)
        _, pointer = await heard(server, place.chat, 2)
    assert pointer["text"] == line("fr", "Boris")
    assert answered_id(pointer) == choice["message_id"]


@PLACES
async def test_a_related_question_that_was_opened_already_is_pointed_to(
    server: BotApiServer, running: Running, anna: Json, boris: Json, place: Any
) -> None:
    server.message(place.chat, anna, f"/ask {KNOWN['fr']}", thread=place.thread)
    async with running():
        [first] = await heard(server, place.chat)
        related = labels(first)[0]
        server.press(anna, first, related)
        _, opened = await heard(server, place.chat, 2)
        server.press(boris, first, related)
        *_, pointer = await heard(server, place.chat, 3)
        assert await toasts(server, 2) == ["", ""]
    assert opened["text"] != pointer["text"] == line("fr", "Boris")
    assert answered_id(pointer) == opened["message_id"]
    assert pointer.get("message_thread_id") == opened.get("message_thread_id")


@pytest.mark.parametrize("sender", ["administrator", "channel"])
async def test_nobody_is_named_where_no_person_asks(
    server: BotApiServer, running: Running, anna: Json, sender: str
) -> None:
    group = server.group("Débat")
    sender_chat = group if sender == "administrator" else server.channel("La chaîne")
    server.message(group, anna, f"/ask {KNOWN['ru']}")
    server.message(group, None, f"/ask {KNOWN['ru']}", sender_chat=sender_chat)
    async with running():
        _, pointer = await heard(server, group, 2)
    assert pointer["text"] == phrases("ru")("pointer")
    assert notified(pointer) == []


@pytest.mark.parametrize("name", ["<b>Анна</b> & Co", "  Anna\n\nB  ", "🎉", '"</a>', "x" * 64])
async def test_any_name_is_said_as_it_is_in_one_line(server: BotApiServer, running: Running, name: str) -> None:
    group, somebody = server.group("Débat"), server.user(12, name)
    for _ in range(2):
        server.message(group, somebody, f"/ask {KNOWN['en']}")
    async with running():
        _, pointer = await heard(server, group, 2)
    assert pointer["text"] == line("en", " ".join(name.split()))
    assert notified(pointer) == [12]


async def test_in_a_group_that_becomes_a_supergroup_the_answer_is_given_again(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    group = server.group("Débat", supergroup=False)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        await heard(server, group)
        supergroup = server.migrate(group)
        server.message(supergroup, anna, f"/ask {KNOWN['fr']}")
        [again] = await heard(server, supergroup)
        # Its buttons were made for the group that it was to be sent to at first.
        server.press(anna, again, "👍")
        assert await toasts(server) == [phrases("fr")("vote-up")]
    assert again["text"].startswith(answer(library, "fr"))


async def test_a_pointer_on_its_way_when_the_group_moves_becomes_the_answer(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    group = server.group("Débat", supergroup=False)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        await heard(server, group)
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    supergroup = server.migrate(group)
    async with running():
        [again] = await heard(server, supergroup)
        # Its buttons were made for the group that it was to be sent to at first.
        server.press(anna, again, "👍")
        assert await toasts(server) == [phrases("fr")("vote-up")]
    assert again["text"].startswith(answer(library, "fr"))


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("\u202eevE\x1b[31m", "evE [31m"),
        ("Bo\u200bris\u2069\u2068", "Boris"),
        ("\u05e9\u05e8\u05d4", "\u2068\u05e9\u05e8\u05d4\u2069"),
        ("\u200b\u200d\u2060", ""),
        ("\u3164\u2800", ""),
    ],
    ids=ascii,
)
async def test_a_name_turns_no_line_around_and_one_that_cannot_be_seen_is_none(
    server: BotApiServer, running: Running, anna: Json, name: str, shown: str
) -> None:
    group = server.group("Débat")
    odd = server.user(41, name, language_code="fr")
    server.message(group, anna, f"/ask {KNOWN['fr']}")
    async with running():
        await heard(server, group)
        server.message(group, odd, f"/ask {KNOWN['fr']}")
        _, second = await heard(server, group, 2)
    assert second["text"] == (line("fr", shown) if shown else phrases("fr")("pointer"))
