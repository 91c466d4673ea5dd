"""The settings of chats through Telegram: who may, where, what becomes of it, and what forged buttons come to."""

from __future__ import annotations

from typing import Any

import pytest
from botapi.server import BotApiServer
from exchange import (
    KNOWN,
    LANGUAGES,
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
from running import Running, Sealed

from bot.callback_data import Press, chat_place, guest_place
from bot.dialogue.actions import Action, OpenSettings, Settle
from bot.dialogue.chat_settings import OWN_NAMES, confirmation
from bot.dialogue.pressers import ANYBODY, Asker
from bot.dialogue.question import ChatSettings
from bot.phrases import phrases
from bot.settings import Settings
from bot.store.chats import StoredSettings
from bot.store.store import open_store
from knowledge.library import Library

PLACES = pytest.mark.parametrize("place", ["group", "supergroup", "topic", "general"], indirect=True)
UNTOLD = "Trump NATO"
UNTOLD_ENTRY = "appel-trump-poutine/nato-trump"


def current(message: Json) -> list[str]:
    """The choices that are marked."""
    return [label.removeprefix("✓ ") for label in labels(message) if label.startswith("✓ ")]


def line(setting: str, value: str, language: str) -> str:
    """A setting and its value, as the overview shows them."""
    return confirmation(Settle(-1, setting, value), language).removeprefix("✓ ")


def link(message: Json) -> str:
    """Return the address that the button leads to which opens a private chat."""
    rows = message["reply_markup"]["inline_keyboard"]
    [url] = [button["url"] for row in rows for button in row if "url" in button]
    return str(url)


def payload(message: Json) -> str:
    """Return the text that comes to the bot from whoever follows that link."""
    return link(message).removeprefix("https://t.me/SelonTestBot?start=")


async def settled(settings: Settings) -> dict[int, StoredSettings]:
    """Return the settings that the database holds."""
    with open_store(settings.database_url) as store:
        return await store.chats.all_settings()


# In private.


@pytest.mark.parametrize("command", ["/settings", "/language"])
@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_language_is_chosen_in_private_and_the_page_speaks_it_at_once(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, command: str, language: str
) -> None:
    chat = server.private(anna)
    asked = server.message(chat, anna, command)
    async with running():
        [page] = await heard(server, chat)
        assert answered_id(page) == asked["message_id"]
        assert current(page) == [phrases("fr")("settings-automatic")]
        assert phrases("fr")("settings-of-groups") in page["text"]
        server.press(anna, page, OWN_NAMES[language])
        await edited(server)
        [after] = await heard(server, chat)
        assert await toasts(server) == [confirmation(Settle(7, "l", language), language)]
    assert after["message_id"] == page["message_id"]
    assert after["text"].startswith(phrases(language)("settings-language"))
    assert current(after) == [OWN_NAMES[language]]
    assert (await settled(settings))[7].language == language


async def test_the_language_can_become_automatic_again(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, "/language uk")
    async with running():
        [page] = await heard(server, chat)
        server.press(anna, page, phrases("uk")("settings-automatic"))
        await edited(server)
        [after] = await heard(server, chat)
    assert current(after) == [phrases("fr")("settings-automatic")]
    assert (await settled(settings))[7].language is None


@pytest.mark.parametrize("typed", ["uk", "UK", "Українська"])
async def test_a_language_can_be_typed(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, typed: str
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, f"/language {typed}")
    async with running():
        [page] = await heard(server, chat)
    assert current(page) == [OWN_NAMES["uk"]]
    assert page["text"].startswith(phrases("uk")("settings-language"))
    assert (await settled(settings))[7].language == "uk"


@pytest.mark.parametrize("typed", ["de", "klingon", "fr en", "\u202efr", "😀" * 2000, "<b>"])
async def test_what_is_typed_and_no_language_opens_the_page_and_settles_nothing(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, typed: str
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, f"/language {typed}")
    async with running():
        [page] = await heard(server, chat)
    assert current(page) == [phrases("fr")("settings-automatic")]
    assert await settled(settings) == {}


@pytest.mark.parametrize("language", LANGUAGES)
async def test_everything_speaks_the_settled_language_where_the_question_does_not_tell(
    server: BotApiServer, running: Running, library: Library, language: str
) -> None:
    olha = server.user(31, "Olha", language_code="fr" if language == "en" else "en")
    chat, words = server.private(olha), phrases(language)
    server.message(chat, olha, f"/language {language}")
    server.message(chat, olha, UNTOLD)
    server.message(chat, olha, "/help")
    server.message(chat, olha, "/topics")
    server.message(chat, olha, "/start nato-trump")
    server.message(chat, olha, "", caption_of="photo")
    async with running():
        _, untold, help_page, topics, started, photo = await heard(server, chat, 6)
        server.callback(olha, untold, "forged")
        assert await toasts(server) == [words("stale")]
    assert untold["text"].startswith(answer(library, language, UNTOLD_ENTRY))
    assert help_page["text"].startswith(words("welcome"))
    assert topics["text"] == words("topics-title")
    assert started["text"].startswith(answer(library, language, UNTOLD_ENTRY))
    assert photo["text"] == words("no-words")


async def test_a_question_that_tells_its_language_is_answered_in_it_all_the_same(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, "/language uk")
    for language in LANGUAGES:
        server.message(chat, anna, KNOWN[language])
    async with running():
        _, *replies = await heard(server, chat, 5)
    for language, reply in zip(LANGUAGES, replies, strict=True):
        assert reply["text"].startswith(answer(library, language))


async def test_settings_of_one_chat_are_not_those_of_another(
    server: BotApiServer, running: Running, library: Library, anna: Json, boris: Json
) -> None:
    server.message(server.private(anna), anna, "/language uk")
    async with running():
        await heard(server, server.private(anna))
        server.message(server.private(boris), boris, UNTOLD)
        [reply] = await heard(server, server.private(boris))
    assert reply["text"].startswith(answer(library, "en", UNTOLD_ENTRY))


async def test_what_is_settled_outlives_the_process(
    server: BotApiServer, running: Running, library: Library, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, "/settings")
    async with running():
        [page] = await heard(server, chat)
        server.press(anna, page, OWN_NAMES["ru"])
        await edited(server)
    async with running():
        server.message(chat, anna, UNTOLD)
        _, reply = await heard(server, chat, 2)
        server.press(anna, page, OWN_NAMES["en"])
        await edited(server, 2)
        page, _ = await heard(server, chat, 2)
    assert reply["text"].startswith(answer(library, "ru", UNTOLD_ENTRY))
    assert current(page) == [OWN_NAMES["en"]], "a page from before the restart can be used"


# In groups.


@PLACES
async def test_an_administrator_settles_everything_in_a_group_by_buttons(
    server: BotApiServer, running: Running, settings: Settings, root: Json, place: Any
) -> None:
    server.administrator(place.chat, root)
    asked = server.message(place.chat, root, "/settings", thread=place.thread)
    ru, fr = phrases("ru"), phrases("fr")
    steps = [
        (line("l", "auto", "ru"), None),
        (OWN_NAMES["fr"], confirmation(Settle(-1, "l", "fr"), "fr")),
        (fr("previous-page"), None),
        (line("a", "off", "fr"), None),
        (fr("settings-on"), confirmation(Settle(-1, "a", "on"), "fr")),
        (fr("previous-page"), None),
        (line("r", "600", "fr"), None),
        (fr("settings-no-wait"), confirmation(Settle(-1, "r", "0"), "fr")),
        (fr("previous-page"), None),
    ]
    async with running():
        [page] = await heard(server, place.chat)
        assert answered_id(page) == asked["message_id"]
        assert page.get("is_topic_message", False) == (place.thread is not None)
        assert page["text"].startswith(ru("settings-title"))
        assert labels(page)[-1] == ru("remove-button")
        for count, (label, toast) in enumerate(steps, 1):
            server.press(root, page, label)
            await edited(server, count)
            assert (await toasts(server, count))[-1] == (toast or "")
            [page] = await heard(server, place.chat)
            assert labels(page)[-1] in (ru("remove-button"), fr("remove-button"))
            if toast:
                assert current(page) == [label]
        server.press(root, page, fr("remove-button"))
        await server.called("deleteMessage")
    assert labels(page)[:3] == [line("l", "fr", "fr"), line("a", "on", "fr"), line("r", "0", "fr")]
    assert await settled(settings) == {place.chat["id"]: StoredSettings("fr", ambient=True, repeat_seconds=0)}


@PLACES
@pytest.mark.parametrize("command", ["/settings", "/language@SelonTestBot fr"])
async def test_others_get_one_polite_line_in_a_group(
    server: BotApiServer, running: Running, settings: Settings, boris: Json, place: Any, command: str
) -> None:
    server.message(place.chat, boris, command, thread=place.thread)
    async with running():
        [reply] = await heard(server, place.chat)
    assert reply["text"] == phrases("en")("settings-administrators")
    assert labels(reply) == [phrases("en")("remove-button")]
    assert await settled(settings) == {}


@pytest.mark.parametrize("status", ["member", "left", "kicked"])
async def test_others_press_in_vain(
    server: BotApiServer, running: Running, settings: Settings, boris: Json, root: Json, status: Any
) -> None:
    group, words = server.group("Débat"), phrases("ru")
    server.administrator(group, root)
    server.member(group, boris, status)
    server.message(group, root, "/language")
    async with running():
        [page] = await heard(server, group)
        pressed = [OWN_NAMES["uk"], words("previous-page")]
        for label in pressed:
            server.press(boris, page, label)
        assert await toasts(server, 2) == [words("settings-administrators")] * 2
        server.press(boris, page, words("remove-button"))
        assert (await toasts(server, 3))[-1] == words("not-yours")
        assert await heard(server, group) == [page]
    assert await settled(settings) == {}


async def test_any_administrator_may_press_what_another_opened(
    server: BotApiServer, running: Running, settings: Settings, boris: Json, root: Json
) -> None:
    group = server.group("Débat")
    server.administrator(group, root)
    server.administrator(group, boris, owner=True)
    server.message(group, root, "/language")
    async with running():
        [page] = await heard(server, group)
        server.press(boris, page, OWN_NAMES["uk"])
        await edited(server)
        [after] = await heard(server, group)
    assert current(after) == [OWN_NAMES["uk"]]
    assert (await settled(settings))[group["id"]].language == "uk"


@pytest.mark.parametrize("where", ["group", "private"])
async def test_who_lost_the_rights_since_the_page_was_opened_presses_in_vain(
    server: BotApiServer, running: Running, settings: Settings, root: Json, where: str
) -> None:
    group = server.group("Débat")
    server.administrator(group, root)
    chat = group if where == "group" else server.private(root)
    server.message(chat, root, "/settings" if where == "group" else f"/start settings_{group['id']}")
    async with running():
        [page] = await heard(server, chat)
        server.press(root, page, line("a", "off", "ru"))
        await edited(server)
        server.member(group, root)
        [page] = await heard(server, chat)
        for label in (phrases("ru")("settings-on"), phrases("ru")("previous-page")):
            server.press(root, page, label)
        refused = phrases("ru")("settings-administrators")
        assert await toasts(server, 3) == ["", refused, refused]
        assert await heard(server, chat) == [page]
    assert await settled(settings) == {}


@pytest.mark.parametrize("place", ["supergroup", "topic"], indirect=True)
async def test_an_anonymous_administrator_asks_as_the_group_and_presses_by_name(
    server: BotApiServer, running: Running, settings: Settings, boris: Json, root: Json, place: Any
) -> None:
    server.administrator(place.chat, root, anonymous=True)
    server.member(place.chat, boris)
    server.message(place.chat, None, "/language", sender_chat=place.chat, thread=place.thread)
    words = phrases("en")
    async with running():
        [page] = await heard(server, place.chat)
        assert page["text"].startswith(words("settings-language")), "the default: nobody's app is known"
        for label in (OWN_NAMES["fr"], words("remove-button")):
            server.press(boris, page, label)
        assert await toasts(server, 2) == [words("settings-administrators"), words("not-yours")]
        server.press(root, page, OWN_NAMES["fr"])
        await edited(server)
        server.message(place.chat, None, "/language uk", sender_chat=place.chat, thread=place.thread)
        _, typed = await heard(server, place.chat, 2)
    assert current(typed) == [OWN_NAMES["uk"]]
    assert (await settled(settings))[place.chat["id"]].language == "uk"


@pytest.mark.parametrize("command", ["/settings", "/language fr"])
async def test_channels_bots_and_forwards_are_met_with_silence(
    server: BotApiServer, running: Running, settings: Settings, anna: Json, root: Json, command: str
) -> None:
    group, channel = server.group("Débat"), server.channel("La chaîne")
    server.administrator(group, root)
    other = server.user(99, "Other", username="OtherBot", is_bot=True)
    server.administrator(group, other)
    server.message(group, None, command, sender_chat=channel)
    server.message(group, None, command, sender_chat=channel, is_automatic_forward=True)
    server.message(group, other, command)
    server.message(group, root, command, via_bot=other)
    server.message(group, root, command, forward=anna)
    server.message(group, root, command.replace(" ", "@OtherBot ") if " " in command else f"{command}@OtherBot")
    server.message(server.private(anna), anna, command, forward=root)
    async with running():
        await silent(server, group, anna)
        assert server.private(anna)["id"] not in server.sent
    assert await settled(settings) == {}


async def test_a_groups_title_stands_in_its_place_and_on_one_line(
    server: BotApiServer, running: Running, root: Json
) -> None:
    group, chat = server.group("Dé\u202ebat\nב" + "\u0e49" * 40), server.private(root)
    server.administrator(group, root)
    server.message(chat, root, f"/start settings_{group['id']}")
    async with running():
        [page] = await heard(server, chat)
    assert "\u2068Dé bat ב" + "\u0e49" * 8 + "\u2069" in page["text"]


@pytest.mark.parametrize(("method", "status"), [("getChatMember", 403), ("getChatMember", 400), ("getChat", 400)])
async def test_where_telegram_does_not_say_who_administers_nobody_does(
    server: BotApiServer, running: Running, settings: Settings, root: Json, method: str, status: int
) -> None:
    group, chat = server.group("Débat"), server.private(root)
    server.administrator(group, root)
    server.fail_next(method, status=status)
    server.message(chat, root, f"/start settings_{group['id']}")
    async with running():
        [page] = await heard(server, chat)
    if method == "getChat":
        assert page["text"].startswith(phrases("ru")("settings-title")), "a name is not worth failing for"
        assert "Débat" not in page["text"]
    else:
        assert page["text"] == phrases("ru")("settings-administrators")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("language", "fault"),
    [
        ("fr", {"status": 429, "retry_after": 1}),
        ("en", {"status": 500}),
        ("ru", {"status": 502}),
        ("uk", {"drop": "after_reading"}),
    ],
)
async def test_where_telegram_cannot_be_asked_administrators_are_told_to_try_again(
    server: BotApiServer, running: Running, fault: Any, language: str
) -> None:
    group, root = server.group("Débat"), server.user(9, "Root", language_code=language)
    server.administrator(group, root)
    words = phrases(language)
    async with running():
        server.message(group, root, "/settings")
        [page] = await heard(server, group)
        server.fail_next("getChatMember", **fault, times=9)
        server.message(group, root, "/settings")
        _, refused = await heard(server, group, 2)
        before = server.mark()
        server.press(root, page, page["reply_markup"]["inline_keyboard"][0][0]["text"])
        await server.called("answerCallbackQuery", after=before)
    assert refused["text"] == words("administrators-unknown")
    [toast] = server.recorder.of("answerCallbackQuery", before)
    assert toast.body["text"] == words("administrators-unknown")


@pytest.mark.parametrize("language", LANGUAGES)
async def test_a_reply_in_a_group_speaks_its_settled_language_where_the_question_does_not_tell(
    server: BotApiServer, running: Running, library: Library, boris: Json, root: Json, place: Any, language: str
) -> None:
    server.administrator(place.chat, root)
    server.message(place.chat, root, f"/language {language}", thread=place.thread)
    async with running():
        await heard(server, place.chat)
        server.message(place.chat, boris, f"/ask {UNTOLD}", thread=place.thread)
        server.message(place.chat, boris, "/ask", thread=place.thread)
        server.message(place.chat, boris, "/topics", thread=place.thread)
        _, reply, wordless, topics = await heard(server, place.chat, 4)
    assert reply["text"].startswith(answer(library, language, UNTOLD_ENTRY))
    assert wordless["text"] == phrases(language)("no-words")
    assert topics["text"] == phrases(language)("topics-title")


# A group from a private chat.


async def test_a_group_is_set_up_from_a_private_chat(
    server: BotApiServer, running: Running, settings: Settings, library: Library, boris: Json, root: Json
) -> None:
    group, chat = server.group("Débat <b> & \u202e"), server.private(root)
    server.administrator(group, root, anonymous=True)
    server.message(group, None, "/settings", sender_chat=group)
    async with running():
        [at_home] = await heard(server, group)
        assert link(at_home) == f"https://t.me/SelonTestBot?start=settings_{group['id']}"
        server.message(chat, root, f"/start {payload(at_home)}")
        [page] = await heard(server, chat)
        assert page["text"].startswith(phrases("ru")("settings-title"))
        assert "Débat <b> &" in page["text"].splitlines()
        assert not any("url" in button for row in page["reply_markup"]["inline_keyboard"] for button in row)
        server.press(root, page, line("l", "auto", "ru"))
        await edited(server)
        server.press(root, page, OWN_NAMES["uk"])
        await edited(server, 2)
        [page] = await heard(server, chat)
        server.message(group, boris, f"/ask {UNTOLD}")
        server.message(chat, root, UNTOLD)
        _, in_group = await heard(server, group, 2)
        _, in_private = await heard(server, chat, 2)
    assert current(page) == [OWN_NAMES["uk"]]
    assert page["text"].startswith(phrases("uk")("settings-language")), "the page speaks what was chosen"
    assert in_group["text"].startswith(answer(library, "uk", UNTOLD_ENTRY))
    assert in_private["text"].startswith(answer(library, "ru", UNTOLD_ENTRY)), "as the app, where nothing else tells"
    assert {chat_id: each.language for chat_id, each in (await settled(settings)).items()} == {group["id"]: "uk"}


async def test_a_page_of_a_group_without_a_language_speaks_that_of_the_private_chat(
    server: BotApiServer, running: Running, root: Json
) -> None:
    group, chat = server.group("Débat"), server.private(root)
    server.administrator(group, root)
    server.message(chat, root, "/language fr")
    server.message(chat, root, f"/start settings_{group['id']}")
    async with running():
        _, page = await heard(server, chat, 2)
    assert page["text"].startswith(phrases("fr")("settings-title"))


@pytest.mark.parametrize("status", ["member", "left"])
async def test_who_administers_nothing_there_opens_no_group_from_a_private_chat(
    server: BotApiServer, running: Running, boris: Json, status: Any
) -> None:
    group, elsewhere, chat = server.group("Débat"), server.group("Ailleurs", bot_status="kicked"), server.private(boris)
    server.member(group, boris, status)
    server.administrator(elsewhere, boris)
    for chat_id in (group["id"], elsewhere["id"], -1, -9999999999999999):
        server.message(chat, boris, f"/start settings_{chat_id}")
    async with running():
        replies = await heard(server, chat, 4)
    assert [reply["text"] for reply in replies] == [phrases("en")("settings-administrators")] * 4
    assert all(labels(reply) == [] for reply in replies)


async def test_nobody_by_name_opens_no_group_from_a_private_chat(
    server: BotApiServer, running: Running, anna: Json
) -> None:
    group, chat = server.group("Débat"), server.private(anna)
    command = {"type": "bot_command", "offset": 0, "length": 6}
    nameless = {"message_id": 1, "date": 0, "chat": chat, "entities": [command]}
    for sender in ({}, {"from": anna, "sender_chat": group}, {"from": anna, "sender_chat": chat}):
        server.push_raw({"message": {**nameless, **sender, "text": f"/start settings_{group['id']}"}})
    async with running():
        replies = await heard(server, chat, 3)
    assert {reply["text"] for reply in replies} == {phrases("en")("settings-administrators")}


@pytest.mark.parametrize("text", ["settings_", "settings_7", "settings_-", "settings_-1x", "settings_--1", "settings"])
async def test_a_link_that_is_none_is_help(server: BotApiServer, running: Running, anna: Json, text: str) -> None:
    chat = server.private(anna)
    server.message(chat, anna, f"/start {text}")
    async with running():
        [reply] = await heard(server, chat)
    assert reply["text"].startswith(phrases("fr")("welcome"))


# Forged.


def foreign(message: Json, group: Json, other: Json) -> list[Press]:
    """Well-formed presses that stand under no message of the bot's."""
    return [
        Press(Settle(group["id"], "l", "uk"), "fr", ANYBODY),
        Press(Settle(other["id"], "l", "uk"), "fr", Asker(7)),
        Press(Settle(8, "l", "uk"), "fr", ANYBODY),
        Press(Settle(7, "a", "on"), "fr", ANYBODY),
        Press(Settle(7, "l", "xx"), "fr", ANYBODY),
        Press(Settle(0, "l", "fr"), "fr", ANYBODY),
        Press(OpenSettings(group["id"], "z"), "fr", ANYBODY),
        Press(OpenSettings(other["id"]), "fr", ANYBODY),
        Press(OpenSettings(8), "fr", ANYBODY),
    ]


async def test_a_press_that_stands_under_no_message_changes_nothing(
    server: BotApiServer, running: Running, settings: Settings, sealed: Sealed, anna: Json
) -> None:
    group, other, chat = server.group("Débat"), server.group("Ailleurs"), server.private(anna)
    server.administrator(group, anna)
    server.message(chat, anna, "/settings")
    async with running():
        [page] = await heard(server, chat)
        presses = foreign(page, group, other)
        for press in presses:
            server.callback(anna, page, sealed(press, chat_place(chat["id"])))
        assert await toasts(server, len(presses)) == [phrases("fr")("stale")] * len(presses)
        assert await heard(server, chat) == [page]
    assert await settled(settings) == {}


async def test_forged_settings_do_nothing_even_if_they_stood_under_the_message(
    server: BotApiServer, running: Running, settings: Settings, sealed: Sealed, anna: Json
) -> None:
    """Press buttons as they could stand after a release that drops a setting, or if a page were copied elsewhere."""
    group, other, chat = server.group("Débat"), server.group("Ailleurs"), server.private(anna)
    server.administrator(group, anna)
    server.administrator(other, anna)
    cases: list[tuple[Json, Action, str]] = [
        (chat, Settle(8, "l", "uk"), "settings-administrators"),
        (chat, OpenSettings(8), "settings-administrators"),
        (chat, Settle(7, "a", "on"), "settings-gone"),
        (chat, Settle(7, "l", "xx"), "settings-gone"),
        (chat, OpenSettings(7, "z"), "settings-gone"),
        (chat, Settle(group["id"], "r", "601"), "settings-gone"),
        (chat, Settle(0, "l", "uk"), "settings-administrators"),
        (chat, Settle(-9999999999999999, "l", "uk"), "settings-administrators"),
        (group, Settle(7, "l", "uk"), "settings-administrators"),
        (group, Settle(other["id"], "l", "uk"), "settings-administrators"),
        (group, Settle(group["id"], "x", "on"), "settings-gone"),
    ]
    for where in (chat, group):
        server.message(where, anna, "/settings")
    async with running():
        pages = {where["id"]: (await heard(server, where))[0] for where in (chat, group)}
        for where, action, _ in cases:
            forged = sealed(Press(action, "fr", ANYBODY), chat_place(where["id"]))
            keyboard = {"inline_keyboard": [[{"text": "!", "callback_data": forged}]]}
            query = {"id": "1", "from": anna, "chat_instance": "1", "data": forged}
            server.push_raw({"callback_query": {**query, "message": {**pages[where["id"]], "reply_markup": keyboard}}})
        await server.called("answerCallbackQuery", len(cases))
        await server.idle()
        told_each = {(call.body["text"]) for call in server.calls_of("answerCallbackQuery")}
        assert told_each == {phrases("fr")(key) for _, _, key in cases}
        assert [server.sent[where["id"]] for where in (chat, group)] == [[pages[chat["id"]]], [pages[group["id"]]]]
    assert await settled(settings) == {}


async def test_settings_are_not_pressed_under_inline_messages(
    server: BotApiServer, running: Running, settings: Settings, sealed: Sealed, anna: Json
) -> None:
    group = server.group("Débat")
    server.administrator(group, anna)
    actions = (Settle(7, "l", "uk"), Settle(group["id"], "a", "on"), OpenSettings(group["id"]))
    async with running():
        await server.until(lambda: server.is_polled)
        for action in actions:
            server.callback_inline(anna, "no-such-message", sealed(Press(action, "fr", ANYBODY), guest_place("1")))
        assert await toasts(server, 3) == [phrases("fr")("stale")] * 3
    assert await settled(settings) == {}
    assert server.calls_of("editMessageText") == []


async def test_two_quick_presses_on_a_choice_are_both_answered_and_settle_it_once(
    server: BotApiServer, running: Running, settings: Settings, anna: Json
) -> None:
    chat = server.private(anna)
    server.message(chat, anna, "/language")
    async with running():
        [page] = await heard(server, chat)
        with at_once(server):
            for _ in range(2):
                server.callback(anna, page, data(page, OWN_NAMES["en"]))
        assert await toasts(server, 2) == [confirmation(Settle(7, "l", "en"), "en")] * 2
        [after] = await heard(server, chat)
    assert current(after) == [OWN_NAMES["en"]]
    assert (await settled(settings))[7].language == "en"


async def test_two_administrators_who_settle_different_things_at_once_both_get_theirs(
    server: BotApiServer, running: Running, settings: Settings, boris: Json, root: Json
) -> None:
    group = server.group("Débat")
    pages: dict[int, Json] = {}
    async with running():
        for person, label in ((boris, line("a", "off", "en")), (root, line("r", "600", "ru"))):
            chat = server.private(person)
            server.administrator(group, person)
            server.message(chat, person, f"/start settings_{group['id']}")
            [page] = await heard(server, chat)
            server.press(person, page, label)
            await edited(server, len(pages) + 1)
            pages[person["id"]] = page
        with at_once(server):
            server.press(boris, pages[8], phrases("en")("settings-on"))
            server.press(root, pages[9], phrases("ru")("settings-no-wait"))
        await edited(server, 4)
    assert await settled(settings) == {group["id"]: StoredSettings(None, ambient=True, repeat_seconds=0)}


# Groups that become supergroups.


@pytest.mark.parametrize("told_of_it", [False, True])
async def test_settings_survive_a_migration_and_older_buttons_settle_the_supergroup(
    server: BotApiServer,
    running: Running,
    settings: Settings,
    library: Library,
    boris: Json,
    root: Json,
    *,
    told_of_it: bool,
) -> None:
    group, chat = server.group("Débat", supergroup=False), server.private(root)
    server.administrator(group, root)
    server.message(group, root, "/language uk")
    async with running():
        [at_home] = await heard(server, group)
        server.message(chat, root, f"/start settings_{group['id']}")
        [page] = await heard(server, chat)
        server.press(root, page, line("a", "off", "uk"))
        await edited(server)
        if told_of_it:
            supergroup = server.migrate(group)
            await server.idle()
    if not told_of_it:
        supergroup = server.migrate(group)
        # Then a send or an edit that Telegram refuses is the first word of it.
        server.updates.drop()
        server.message(group, boris, f"/ask {UNTOLD}")
    async with running():
        already = 0 if told_of_it else 1
        if already:
            await heard(server, supergroup)
        server.message(supergroup, boris, f"/ask {UNTOLD}")
        replies = await heard(server, supergroup, already + 1)
        assert all(reply["text"].startswith(answer(library, "uk", UNTOLD_ENTRY)) for reply in replies)
        server.press(root, page, phrases("uk")("settings-on"))
        await edited(server, 2)
        [page] = await heard(server, chat)
    assert current(page) == [phrases("uk")("settings-on")]
    assert (await settled(settings)) == {supergroup["id"]: StoredSettings("uk", ambient=True, repeat_seconds=600)}
    async with running():
        server.press(root, at_home, OWN_NAMES["fr"])
        assert (await toasts(server, 3))[-1] == confirmation(Settle(-1, "l", "fr"), "fr")
        server.member(supergroup, root)
        server.press(root, at_home, OWN_NAMES["en"])
        assert (await toasts(server, 4))[-1] == phrases("uk")("settings-administrators")
    assert (await settled(settings)) == {supergroup["id"]: StoredSettings("fr", ambient=True, repeat_seconds=600)}


async def test_a_press_in_a_group_that_moved_unheard_is_carried_along(
    server: BotApiServer, running: Running, settings: Settings, root: Json
) -> None:
    group = server.group("Débat", supergroup=False)
    server.administrator(group, root)
    server.message(group, root, "/language")
    async with running():
        [page] = await heard(server, group)
    supergroup = server.migrate(group)
    server.updates.drop()
    async with running():
        server.press(root, page, OWN_NAMES["fr"])
        await edited(server)
        assert await toasts(server) == [confirmation(Settle(-1, "l", "fr"), "fr")]
        server.message(supergroup, root, "/language")
        [after] = await heard(server, supergroup)
    assert current(after) == [OWN_NAMES["fr"]]
    assert await settled(settings) == {supergroup["id"]: StoredSettings("fr", ambient=False, repeat_seconds=600)}


def test_the_defaults_are_what_the_pages_of_these_tests_show() -> None:
    assert ChatSettings() == ChatSettings(None, ambient=False, repeat_seconds=600)
