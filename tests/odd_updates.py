"""Updates as Telegram sends them, and as it should not: made by chance, real ones recorded, and what spoils them.

All of it takes its chance from a `Random`: a seeded one for the same updates each time, or Hypothesis's.
"""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Callable, Iterator
from functools import cache
from random import Random
from typing import Any

import httpx
from botapi.chats import Status, chat_member
from botapi.entities import found_in
from botapi.server import BotApiServer
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.callback_data import ButtonSigner, Press, chat_place, guest_place
from bot.dialogue.actions import (
    BrowsePeople,
    BrowsePerson,
    BrowseTopic,
    BrowseTopics,
    ChooseEntry,
    OpenEntry,
    OpenSettings,
    RejectChoices,
    RemoveReply,
    Settle,
)
from bot.dialogue.names import Names
from bot.dialogue.pressers import ADMINISTRATORS, ANYBODY, Asker
from knowledge.files import load_library

Json = dict[str, Any]

TOKEN = "123456:test-token-of-nobody"
BOT = "SelonTestBot"
BOT_ID = 123456
NAME = "Zaphodine"
"""A name and a word of most texts: nothing that the bot logs may hold it."""
ANNA = {"id": 7, "is_bot": False, "first_name": NAME, "language_code": "fr"}
BORIS = {"id": 8, "is_bot": False, "first_name": NAME, "language_code": "en"}
GROUP, FORUM = -1002000000001, -1002000000002

ODD_NUMBERS = (0, -1, -7, 1 << 31, 1 << 52, (1 << 63) - 1, 1 << 63, -(1 << 63), 1 << 64, 10**30, -(10**30))
CHATS: tuple[Json, ...] = (
    {"id": 7, "type": "private", "first_name": NAME},
    {"id": 8, "type": "private", "first_name": NAME},
    {"id": GROUP, "type": "supergroup", "title": NAME},
    {"id": FORUM, "type": "supergroup", "title": NAME, "is_forum": True},
)
# Where characters begin and end: Latin, controls, accents, Cyrillic, marks of direction, halves of pairs, emoji, all.
_SCRIPTS = (
    *((0x20, 0x7F), (0, 0x20), (0xA0, 0x250), (0x300, 0x370), (0x400, 0x530)),
    *((0x2000, 0x2070), (0xD800, 0xE000), (0xFE00, 0x10000), (0x1F300, 0x1FB00), (0, 0x110000)),
)
_SURROGATES = ("\ud800", "\udc00", "\udc00\ud800", f"{NAME} \ud83d", "\ude00 Who is Marc Fogel? \ud800")
HUGE = (
    "😀" * 4096,
    "\u202e" * 4096,
    f"<b>{NAME}</b><a href='" * 150,
    "&lt;" * 1024,
    "\u0000" * 4096,
    "\ud800" * 4096,
    "/ask@" * 800,
    "e\u0301\u0300" * 1300,
    "Trump " * 682,
)
TEXTS = (
    "Who is Marc Fogel?",
    "Хто такий Марк Фогель?",
    f"/ask {NAME}",
    f"/ask@{BOT} Qui est Marc Fogel ?",
    f"@{BOT} Кто такой Марк Фогель?",
    f"@{BOT}",
    f"😀😀 @{BOT} Marc Fogel 😀",
    "/start fogel-who",
    f"/start {NAME}",
    f"/topics@{BOT}",
    "/who",
    "/sources",
    "/privacy",
    "/settings",
    f"/language@{BOT} fr",
    "/language \u202e\ud800",
    f"/start settings_{GROUP}",
    "/start settings_-9999999999999999",
    "/help",
    "/",
    "",
    " ",
    "\u202eWho is\u202c \u2066Marc Fogel?\ufeff",
    f"<script>{NAME}</script> & </blockquote>",
    *_SURROGATES,
)
ENTITIES = (
    "mention hashtag cashtag bot_command url email phone_number bold italic underline strikethrough spoiler blockquote "
    "expandable_blockquote code pre text_link text_mention custom_emoji date_time no_such_entity"
).split()
KEY = bytes(range(32))
"""Makes the tags of the buttons, in a bot that is given it."""
PRESSES = tuple(
    Press(action, language, pressers)
    for language in ("fr", "en")
    for pressers in (ANYBODY, ADMINISTRATORS, Asker(7))
    for action in (
        OpenEntry("appel-trump-poutine/fogel-who"),
        ChooseEntry("appel-trump-poutine/fogel-who"),
        OpenEntry("no-such-entry"),
        RejectChoices(),
        BrowseTopics(),
        BrowseTopic("no/topic", 1),
        BrowsePeople(),
        BrowsePerson("trump", 0),
        RemoveReply(),
        OpenSettings(GROUP),
        OpenSettings(7, "l"),
        Settle(FORUM, "a", "on"),
        Settle(8, "l", "fr"),
        Settle(-9999999999999999, "r", "600"),
    )
)
FORGED = (
    "",
    "2",
    "2:::::::",
    "1:fr:n",
    "2:zz::T",
    "2:éé::o:fogel-who",
    "2:fr:zzzzzzzzzzzzz:r",
    "2:fr:-1:r",
    "2:fr::t:x:999",
    "2:fr::p:trump:٣",
    "2:fr::o:" + "a" * 5000,
    f"2:fr::o:{NAME}\ud800",
    "\u202e\u0000",
)


@cache
def signer() -> ButtonSigner:
    """Return a signer of buttons' data."""
    return ButtonSigner(KEY, Names(load_library()))


def text(chance: Random) -> str:
    """A question, a command, the longest there is, or noise of every script, lone surrogates and NUL among it."""
    kind = chance.randrange(10)
    if kind < 5:
        return chance.choice(TEXTS)
    if kind < 6:
        return chance.choice(HUGE)
    noise = "".join(chr(chance.randrange(*chance.choice(_SCRIPTS))) for _ in range(chance.randrange(12)))
    return f"/ask {noise}" if kind < 8 else noise


def number(chance: Random, *usual: int) -> int:
    """One of those named, mostly; any other; or one that no database and no server takes."""
    kind = chance.randrange(10)
    if kind < 8:
        return chance.choice(usual)
    return chance.randrange(-(10**13), 10**11) if kind < 9 else chance.choice(ODD_NUMBERS)


def user(chance: Random) -> Json:
    """A person, a bot, or an id that nobody has."""
    if chance.randrange(2):
        return chance.choice((ANNA, BORIS))
    made: Json = {"id": number(chance, 7, 8, BOT_ID), "is_bot": chance.choice((True, False))}
    made["first_name"] = chance.choice((NAME, "", "\ud800"))
    if chance.randrange(2):
        made["language_code"] = chance.choice(("fr", "en-US", "uk", "x" * 500, "", text(chance)))
    if chance.randrange(2):
        made["username"] = chance.choice((BOT, NAME, ""))
    return made


def chat(chance: Random) -> Json:
    """A private chat, a group, a forum, a channel, or a kind that does not exist."""
    if chance.randrange(2):
        return chance.choice(CHATS)
    made: Json = {"id": number(chance, 7, 8, GROUP, FORUM)}
    made["type"] = chance.choice(("private", "group", "supergroup", "channel", "sender", "no_such_kind"))
    for name in ("is_forum", "is_direct_messages"):
        if chance.randrange(4) == 0:
            made[name] = chance.choice((True, False))
    return made


def entities(chance: Random, words: str) -> list[Json]:
    """Those that Telegram finds in some words; or odd ones, anywhere, of any kind, over one another."""
    if chance.randrange(4):
        return found_in(words)
    return [
        {
            "type": chance.choice(ENTITIES),
            "offset": number(chance, -1, 0, 1, 5, 4095, len(words)),
            "length": number(chance, -1, 0, 1, 2, 8191, len(words)),
            **({"user": user(chance)} if chance.randrange(2) else {}),
        }
        for _ in range(chance.randrange(5))
    ]


def message(chance: Random, *, nested: bool = False) -> Json:
    """A message with up to three of the fields that the bot looks at, or that it does not."""
    made: Json = {"message_id": number(chance, 1, 2, 3), "date": chance.choice(_DATES), "chat": chat(chance)}
    if chance.randrange(5):
        made["from"] = user(chance)
    for name in chance.sample(_NAMES, chance.randrange(4)):
        made[name] = _OPTIONAL[name](chance)
    if not nested and chance.randrange(3) == 0:
        made["reply_to_message"] = message(chance, nested=True)
    name, spans = chance.choice((*[("text", "entities")] * 5, ("caption", "caption_entities"), ("", "")))
    if name:
        made[name] = text(chance)
        made[spans] = entities(chance, made[name])
    return made


_DATES = (*[1_700_000_000, 1_900_000_000] * 10, 0, -1, 1 << 40, 1 << 64)
_FILE = {"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}
_OPTIONAL: dict[str, Callable[[Random], Any]] = {
    "message_thread_id": lambda chance: number(chance, 1, 2, 3),
    "is_topic_message": lambda chance: chance.choice((True, False)),
    "sender_chat": chat,
    "via_bot": user,
    "is_automatic_forward": lambda chance: chance.choice((True, False)),
    "edit_date": lambda chance: chance.choice((1_900_000_000, 0, -1)),
    "guest_query_id": lambda chance: chance.choice((str(chance.randrange(1 << 62)), "", "x", "\ud800")),
    "business_connection_id": text,
    "forward_origin": lambda chance: chance.choice(
        (
            {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": NAME},
            {"type": "no_such_origin", "date": 0},
        )
    ),
    "quote": lambda chance: {"text": text(chance), "position": number(chance, 0, 5)},
    "external_reply": lambda _: {"origin": {"type": "user", "date": 0, "sender_user": ANNA}},
    "migrate_to_chat_id": lambda chance: number(chance, GROUP),
    "new_chat_members": lambda chance: [user(chance)],
    "photo": lambda _: [_FILE],
    "sticker": lambda _: {**_FILE, "type": "regular", "is_animated": False, "is_video": False},
    "dice": lambda _: {"emoji": "🎲", "value": 6},
    "forum_topic_created": lambda _: {"name": NAME, "icon_color": 0},
    "reply_markup": lambda chance: {"inline_keyboard": chance.choice(([], [[]]))},
    "pinned_message": lambda _: {"message_id": 1, "date": 0, "chat": CHATS[0]},
    "no_such_field": text,
}
_NAMES = tuple(_OPTIONAL)


def callback_query(chance: Random) -> Json:
    """A press: of a button that stands there, a stale or a forged one, in a chat or on an inline message."""
    own = chance.choice(PRESSES) if chance.randrange(2) else None
    other = chance.choice((chance.choice(FORGED), text(chance)))
    query: Json = {"id": _query_id(chance), "from": user(chance), "chat_instance": "1"}
    if chance.randrange(3) == 0:
        query["data"] = signer().data(own, guest_place("1")) if own else other
        return {**query, "inline_message_id": chance.choice(("x", "", NAME, "\ud800", "\u0000"))}
    query["message"] = message(chance)
    data = query["data"] = signer().data(own, chat_place(query["message"]["chat"]["id"])) if own else other
    if chance.randrange(4):
        query["message"]["reply_markup"] = {"inline_keyboard": [[{"text": NAME, "callback_data": data}]]}
    return query


def inline_query(chance: Random) -> Json:
    """Return an inline query, with an offset that the bot has not given."""
    query: Json = {"id": _query_id(chance), "from": user(chance), "query": text(chance)}
    query["offset"] = chance.choice(("", "", "10", "-10", "٣", "99999999", "1e3", text(chance)))
    if chance.randrange(2):
        query["chat_type"] = chance.choice(("sender", "private", "no_such_type"))
    return query


def member_change(chance: Random) -> Json:
    """Return a change of the bot's membership in a chat."""
    statuses: tuple[Status, ...] = ("creator", "administrator", "member", "left", "kicked")
    old, new = (chat_member(user(chance), chance.choice(statuses)) for _ in range(2))
    if chance.randrange(8) == 0:
        new["status"] = chance.choice(("restricted", "no_such_status", *statuses))
    change: Json = {"chat": chat(chance), "from": user(chance), "date": chance.choice(_DATES)}
    return {**change, "old_chat_member": old, "new_chat_member": new}


def _query_id(chance: Random) -> str:
    return chance.choice((*[str(chance.randrange(1, 1 << 62))] * 10, "", "\ud800"))


_POLL = {
    "id": "1",
    "question": NAME,
    "options": [],
    "total_voter_count": 0,
    "is_closed": False,
    "is_anonymous": True,
    "type": "regular",
    "allows_multiple_answers": False,
    "allows_revoting": False,
    "members_only": False,
}
_PRIVATE = CHATS[0]
_CHANNEL = {"id": -1003000000001, "type": "channel", "title": NAME}
_POST = {"message_id": 1, "date": 1_700_000_000, "chat": _CHANNEL, "sender_chat": _CHANNEL, "text": NAME}
_BUSINESS = {**_POST, "chat": _PRIVATE, "from": ANNA, "business_connection_id": "x"}
_MEMBER = {"status": "member", "user": ANNA}
_CHANGE = {"chat": _CHANNEL, "from": ANNA, "date": 0, "old_chat_member": _MEMBER, "new_chat_member": _MEMBER}
_BOOST = {"boost_id": "x", "source": {"source": "premium", "user": ANNA}}
UNHANDLED: dict[str, Json] = {
    "channel_post": _POST,
    "edited_channel_post": {**_POST, "edit_date": 1_700_000_001},
    "business_connection": {"id": "x", "user": ANNA, "user_chat_id": 7, "date": 0, "is_enabled": True},
    "business_message": _BUSINESS,
    "edited_business_message": {**_BUSINESS, "edit_date": 1_700_000_001},
    "deleted_business_messages": {"business_connection_id": "x", "chat": _PRIVATE, "message_ids": [1]},
    "message_reaction": {
        "chat": _CHANNEL,
        "message_id": 1,
        "user": ANNA,
        "date": 0,
        "old_reaction": [],
        "new_reaction": [{"type": "emoji", "emoji": "👍"}],
    },
    "message_reaction_count": {"chat": _CHANNEL, "message_id": 1, "date": 0, "reactions": []},
    "chosen_inline_result": {"result_id": "appel-trump-poutine/fogel-who", "from": ANNA, "query": NAME},
    "shipping_query": {
        "id": "1",
        "from": ANNA,
        "invoice_payload": NAME,
        "shipping_address": dict.fromkeys(
            ("country_code", "state", "city", "street_line1", "street_line2", "post_code"), NAME
        ),
    },
    "pre_checkout_query": {
        "id": "1",
        "from": ANNA,
        "currency": "XTR",
        "total_amount": 1,
        "invoice_payload": NAME,
    },
    "purchased_paid_media": {"from": ANNA, "paid_media_payload": NAME},
    "poll": _POLL,
    "poll_answer": {"poll_id": "1", "user": ANNA, "option_ids": [0], "option_persistent_ids": []},
    "chat_member": _CHANGE,
    "chat_join_request": {"chat": _CHANNEL, "from": ANNA, "user_chat_id": 7, "date": 0},
    "chat_boost": {"chat": _CHANNEL, "boost": {**_BOOST, "add_date": 0, "expiration_date": 0}},
    "removed_chat_boost": {"chat": _CHANNEL, **_BOOST, "remove_date": 0},
    "managed_bot": {"user": ANNA, "bot": {**ANNA, "is_bot": True}},
}
"""One update of each kind that the bot does not ask for."""
_MADE: dict[str, Callable[[Random], Json]] = {
    "message": message,
    "edited_message": message,
    "guest_message": message,
    "callback_query": callback_query,
    "inline_query": inline_query,
    "my_chat_member": member_change,
}
HANDLED = tuple(_MADE)


def sound(chance: Random) -> Json:
    """An update as the types allow it, however unlikely, or one of an unknown kind; without `update_id`."""
    if chance.randrange(6):
        kind = chance.choice(("message", *HANDLED))
        return {kind: _MADE[kind](chance)}
    kind = chance.choice((*UNHANDLED, "no_such_kind", ""))
    return {kind: UNHANDLED.get(kind)} if kind else {}


def update(chance: Random) -> Json:
    """An update without `update_id`: recorded, sound, or one of these spoilt."""
    known = sound(chance) if chance.randrange(2) else chance.choice(recorded())
    return spoilt(known, chance) if chance.randrange(3) else known


def updates() -> SearchStrategy[Json]:
    """Return updates of every kind, which Hypothesis chooses and makes smaller."""
    return st.builds(update, st.randoms(use_true_random=False))


def scene(server: BotApiServer) -> tuple[Json, Json]:
    """Make the people and places of `recorded` on a server, and return the group and the forum."""
    for user in (ANNA, BORIS):
        server.private(server.user(int(str(user["id"])), NAME, str(user["language_code"])))
    group, forum = server.group(NAME), server.group(NAME, forum=True)
    assert (group["id"], forum["id"]) == (GROUP, FORUM)
    return group, forum


_DATE = re.compile(r'("(?:edit_)?date":) [1-9]\d*')


@cache
def recorded() -> tuple[Json, ...]:
    """Return Telegram's updates of a conversation that uses everything the bot answers; without `update_id`."""
    # One client: to make another takes longer than all the rest.
    with BotApiServer(token=TOKEN, username=BOT) as server, httpx.Client(trust_env=False, verify=False) as client:
        group, forum = scene(server)
        anna, boris = server.user(7, NAME, "fr"), server.user(8, NAME, "en")
        private, topic = server.private(anna), server.topic(forum, NAME)
        for text in TEXTS:
            server.message(private, anna, text)
            server.message(group, boris, text)
        asked = server.message(group, boris, f"/ask@{BOT} Who is Marc Fogel?")
        server.edit(asked, f"/ask@{BOT} How long was the call?")
        server.message(forum, anna, f"/ask@{BOT}", reply_to=asked, quote="Marc", thread=topic)
        server.message(private, anna, NAME, caption_of="photo", forward=boris)
        server.message(group, None, "/ask Marc Fogel", sender_chat=group)
        server.guest_message(anna, f"@{BOT} Marc Fogel", reply_to=asked)
        server.inline_query(boris, "Marc Fogel")
        server.inline_query(boris, "", "10")
        for chat, person in ((private, anna), (group, boris)):
            for data in (signer().data(press, chat_place(chat["id"])) for press in PRESSES):
                server.callback(person, _with_button(client, server, chat["id"], data), data)
        server.callback_inline(anna, "x", signer().data(PRESSES[0], guest_place("1")))
        server.callback(
            anna, {"chat": private, "message_id": 10**6}, signer().data(PRESSES[0], chat_place(private["id"]))
        )
        server.my_chat_member(group, boris, "administrator")
        server.my_chat_member(private, anna, "kicked")
        server.my_chat_member(private, anna, "member")
        server.migrate(server.group(NAME, supergroup=False))
        known = [{k: v for k, v in each.value.items() if k != "update_id"} for each in server.updates.pending]
        # The same each time; and of today or later, since an older question's edit is not answered.
        return tuple(json.loads(_DATE.sub(r"\1 1900000000", json.dumps(known))))


def _with_button(client: httpx.Client, server: BotApiServer, chat_id: int, data: str) -> Json:
    """A message of the bot's with a button."""
    markup = {"inline_keyboard": [[{"text": NAME, "callback_data": data}]]}
    sent = client.post(
        f"{server.base_url}{server.token}/sendMessage",
        json={"chat_id": chat_id, "text": NAME, "reply_markup": markup},
    )
    message: Json = sent.json()["result"]
    return message


_ODD_VALUES: tuple[Any, ...] = (
    *(None, True, False, 1.5, -0.0, float("inf"), "", "7", "no such thing", "\ud800", "\u0000", NAME, [], {}),
    *([[]], [None], [{}], {"id": []}, {"id": "7"}, {"id": 7}, [ANNA], _PRIVATE),
    *ODD_NUMBERS,
    *HUGE,
)
# Of the right type, so that it comes further than the parser.
_ODD_ALIKE: dict[type, tuple[Any, ...]] = {
    int: (*ODD_NUMBERS, 7, BOT_ID, GROUP),
    str: (*TEXTS, *HUGE, *FORGED, "private", "supergroup", "channel", "mention", "bot_command", "text_mention"),
    bool: (True, False),
    list: ([],),
}
_DEPTHS = (2, 30, 300)


def spoilt(update: Json, chance: Random) -> Json:
    """A copy of an update with one to four fields deleted, replaced, renamed, swapped, doubled or nested."""
    update = copy.deepcopy(update)
    for _ in range(chance.choice((1, 1, 1, 2, 4))):
        slots = list(_slots(update))
        if not slots:
            break
        if chance.randrange(20) == 0:
            _nest(*chance.choice(slots), chance)
            break
        _spoil(*chance.choice(slots), slots, chance)
    return update


def _spoil(holder: Any, name: Any, slots: list[tuple[Any, Any]], chance: Random) -> None:
    match chance.choice(("delete", "replace", "replace", "replace", "rename", "swap", "double")):
        case "delete":
            del holder[name]
        case "replace":
            alike = _ODD_ALIKE.get(type(holder[name]), ()) if chance.randrange(3) else ()
            holder[name] = copy.deepcopy(chance.choice(alike or _ODD_VALUES))
        case "rename" if isinstance(holder, dict):
            holder[chance.choice(("no_such_field", "id", "message", "text", "caption", "chat"))] = holder.pop(name)
        case "swap":
            other, elsewhere = chance.choice(slots)
            holder[name] = copy.deepcopy(other[elsewhere])
        case "double" if isinstance(holder, list):
            holder.extend([copy.deepcopy(holder[name])] * chance.choice((1, 20)))


def _nest(holder: Any, name: Any, chance: Random) -> None:
    inner = chance.choice(("reply_to_message", "message", "chat", name))
    for _ in range(chance.choice(_DEPTHS)):
        value = holder[name]
        holder[name] = [value] if isinstance(holder, list) else {**_plain(value), inner: value}


def _plain(value: Any) -> Json:
    """The short plain fields of an object, so that what is nested in it still looks like one."""
    if not isinstance(value, dict):
        return {}
    return {k: v for k, v in value.items() if not isinstance(v, (dict, list)) and len(str(v)) < 100}


def _slots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a value that holds another: the object or list, and the name or index."""
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        for name, inner in list(holder.items()) if isinstance(holder, dict) else enumerate(holder):
            yield holder, name
            if isinstance(inner, (dict, list)):
                waiting.append(inner)
