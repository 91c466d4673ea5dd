"""Updates as Telegram sends them, and as it should not: strategies, real ones recorded, and what spoils them."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from functools import cache
from random import Random
from typing import Any

import httpx
from botapi.chats import Status, chat_member
from botapi.entities import found_in
from botapi.server import BotApiServer
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

from bot.callback_data import Press, encode
from bot.dialogue.reply import (
    BrowsePeople,
    BrowsePerson,
    BrowseTopic,
    BrowseTopics,
    ChooseEntry,
    OpenEntry,
    RejectChoices,
    RemoveReply,
)

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
PRESSES = tuple(
    encode(Press(action, language, asker))
    for language in ("fr", "en")
    for asker in (None, 0, 7)
    for action in (
        OpenEntry("fogel-who"),
        ChooseEntry("fogel-who"),
        OpenEntry("no-such-entry"),
        RejectChoices(),
        BrowseTopics(),
        BrowseTopic("no/topic", 1),
        BrowsePeople(),
        BrowsePerson("trump", 0),
        RemoveReply(),
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


def texts() -> SearchStrategy[str]:
    """Questions, commands, noise of every script, lone surrogates and NUL among it, and the longest there are."""
    noise = st.text(st.characters(), max_size=60)
    return st.one_of(st.sampled_from(TEXTS), noise, noise.map(f"/ask {NAME}".__add__), st.sampled_from(HUGE))


def ids(*usual: int) -> SearchStrategy[int]:
    """Those named, mostly; any others; and those that no database and no server takes."""
    return st.one_of(*[st.sampled_from(usual)] * 3, st.integers(-(10**13), 10**11), st.sampled_from(ODD_NUMBERS))


def users() -> SearchStrategy[Json]:
    """People, bots, and ids that nobody has."""
    return st.one_of(
        st.sampled_from([ANNA, BORIS]),
        st.fixed_dictionaries(
            {"id": ids(7, 8, BOT_ID), "is_bot": st.booleans(), "first_name": st.sampled_from([NAME, "", "\ud800"])},
            optional={
                "language_code": st.one_of(st.sampled_from(["fr", "en-US", "uk", "x" * 500, ""]), texts()),
                "username": st.sampled_from([BOT, NAME, ""]),
            },
        ),
    )


def chats() -> SearchStrategy[Json]:
    """Private chats, groups, forums, channels, and kinds that do not exist."""
    kinds = st.sampled_from(["private", "group", "supergroup", "channel", "sender", "no_such_kind"])
    return st.one_of(
        st.sampled_from(
            [
                {"id": 7, "type": "private", "first_name": NAME},
                {"id": 8, "type": "private", "first_name": NAME},
                {"id": GROUP, "type": "supergroup", "title": NAME},
                {"id": FORUM, "type": "supergroup", "title": NAME, "is_forum": True},
            ]
        ),
        st.fixed_dictionaries(
            {"id": ids(7, 8, GROUP, FORUM), "type": kinds},
            optional={"title": texts(), "is_forum": st.booleans(), "is_direct_messages": st.booleans()},
        ),
    )


def odd_entities() -> SearchStrategy[list[Json]]:
    """Entities anywhere, of any kind, over one another."""
    places = st.one_of(st.integers(-3, 30), st.sampled_from([4095, 8191, *ODD_NUMBERS]))
    entity = st.fixed_dictionaries(
        {"type": st.sampled_from(ENTITIES), "offset": places, "length": places},
        optional={"user": users(), "url": st.just("tg://user?id=7"), "unix_time": st.sampled_from([0, -1, 1 << 64])},
    )
    return st.lists(entity, max_size=5)


@st.composite
def messages(draw: st.DrawFn) -> Json:
    """Messages with every field that the bot looks at, together or not, and some that it does not."""
    message: Json = {"message_id": draw(_MESSAGE_IDS), "date": draw(_DATES), "chat": draw(_CHATS)}
    if draw(_MOSTLY):
        message["from"] = draw(_USERS)
    for name in draw(_NAMES):
        message[name] = draw(_OPTIONAL[name])
    name, spans = draw(_SPEECH)
    if name:
        message[name] = draw(_TEXTS)
        message[spans] = found_in(message[name]) if draw(_MOSTLY) else draw(_ENTITIES)
    return message


# Made once: Hypothesis looks through every strategy anew.
_TEXTS, _USERS, _CHATS, _ENTITIES, _MESSAGE_IDS = texts(), users(), chats(), odd_entities(), ids(1, 2, 3)
_MOSTLY = st.sampled_from([True, True, True, False])
_SPEECH = st.sampled_from([("text", "entities")] * 5 + [("caption", "caption_entities"), ("", "")])
_DATES = st.sampled_from([*[1_700_000_000, 1_900_000_000] * 8, 0, -1, 1 << 40, 1 << 64])
_FILE = {"file_id": "x", "file_unique_id": "x", "width": 1, "height": 1}
_OPTIONAL: dict[str, SearchStrategy[Any]] = {
    "message_thread_id": ids(1, 2, 3),
    "is_topic_message": st.booleans(),
    "sender_chat": chats(),
    "via_bot": users(),
    "is_automatic_forward": st.booleans(),
    "edit_date": st.sampled_from([1_800_000_000, *ODD_NUMBERS[:5]]),
    "guest_query_id": st.one_of(st.integers(1, 1 << 62).map(str), st.sampled_from(["", "x", "\ud800"])),
    "business_connection_id": texts(),
    "forward_origin": st.sampled_from(
        [
            {"type": "hidden_user", "date": 1_700_000_000, "sender_user_name": NAME},
            {"type": "no_such_origin", "date": 0},
        ]
    ),
    "quote": st.fixed_dictionaries({"text": texts(), "position": st.integers(-1, 5)}),
    "external_reply": st.just({"origin": {"type": "user", "date": 0, "sender_user": ANNA}}),
    "migrate_to_chat_id": ids(GROUP),
    "new_chat_members": st.lists(users(), max_size=2),
    "photo": st.just([_FILE]),
    "sticker": st.just({**_FILE, "type": "regular", "is_animated": False, "is_video": False}),
    "dice": st.just({"emoji": "🎲", "value": 6}),
    "forum_topic_created": st.just({"name": NAME, "icon_color": 0}),
    "reply_markup": st.sampled_from([{"inline_keyboard": []}, {"inline_keyboard": [[]]}]),
    "pinned_message": st.just({"message_id": 1, "date": 0, "chat": {"id": 7, "type": "private"}}),
    "reply_to_message": st.deferred(messages),
    "no_such_field": texts(),
}
_NAMES = st.lists(st.sampled_from(sorted(_OPTIONAL)), max_size=3)


@st.composite
def callback_queries(draw: st.DrawFn) -> Json:
    """Presses: of buttons that stand there, stale and forged ones, in chats and on inline messages."""
    data = draw(_DATA)
    query: Json = {"id": draw(_QUERY_IDS), "from": draw(_USERS), "chat_instance": "1", "data": data}
    if draw(st.booleans()):
        query["message"] = draw(_MESSAGES)
        if draw(_MOSTLY):
            query["message"]["reply_markup"] = {"inline_keyboard": [[{"text": NAME, "callback_data": data}]]}
    else:
        query["inline_message_id"] = draw(_INLINE_IDS)
    return query


_MESSAGES = messages()
_DATA = st.one_of(st.sampled_from(PRESSES), st.sampled_from(FORGED), _TEXTS)
_QUERY_IDS = st.one_of(
    st.integers(1, 1 << 62).map(str), st.integers(1, 1 << 62).map(str), st.sampled_from(["", "\ud800"])
)
_INLINE_IDS = st.sampled_from(["x", "", NAME, "\ud800", "\u0000"])


def inline_queries() -> SearchStrategy[Json]:
    """What is typed after the bot's name, with offsets that the bot has not given."""
    return st.fixed_dictionaries(
        {
            "id": st.integers(1, 1 << 62).map(str),
            "from": _USERS,
            "query": _TEXTS,
            "offset": st.one_of(st.sampled_from(["", "10", "-10", "٣", "99999999", "1e3"]), _TEXTS),
        },
        optional={"chat_type": st.sampled_from(["sender", "private", "no_such_type"])},
    )


def member_changes() -> SearchStrategy[Json]:
    """What becomes of the bot in a chat."""
    statuses: list[Status] = ["creator", "administrator", "member", "left", "kicked"]
    member = st.one_of(
        st.builds(chat_member, _USERS, st.sampled_from(statuses)),
        st.fixed_dictionaries({"status": st.sampled_from([*statuses, "restricted", "no_such_status"]), "user": _USERS}),
    )
    return st.fixed_dictionaries(
        {"chat": _CHATS, "from": _USERS, "date": _DATES, "old_chat_member": member, "new_chat_member": member}
    )


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
_PRIVATE = {"id": 7, "type": "private", "first_name": NAME}
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
    "chosen_inline_result": {"result_id": "fogel-who", "from": ANNA, "query": NAME},
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
HANDLED = ("message", "edited_message", "guest_message", "callback_query", "inline_query", "my_chat_member")


def updates() -> SearchStrategy[Json]:
    """Updates of every kind, without `update_id`: as the types allow them, and spoilt."""
    sound = st.one_of(
        *[_MESSAGES.map(lambda message, kind=kind: {kind: message}) for kind in HANDLED[:3]],  # type: ignore[misc]
        callback_queries().map(lambda query: {"callback_query": query}),
        inline_queries().map(lambda query: {"inline_query": query}),
        member_changes().map(lambda change: {"my_chat_member": change}),
        st.sampled_from([{kind: content} for kind, content in UNHANDLED.items()]),
        st.sampled_from([{}, {"no_such_kind": {"chat": {"id": 7}}}, {"no_such_kind": None}]),
    )
    real = st.deferred(lambda: st.sampled_from(recorded()))
    chances = st.randoms(use_true_random=False)
    return st.one_of(sound, st.builds(spoilt, st.one_of(real, real, sound), chances))


def drawn(number: int) -> list[Json]:
    """So many updates, the same ones each time."""
    found: list[Json] = []

    @settings(
        max_examples=number,
        derandomize=True,
        database=None,
        deadline=None,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    @given(updates())
    def keep(update: Json) -> None:
        found.append(update)

    keep()
    return found


def stream(number: int, seed: int) -> Iterator[Json]:
    """So many updates, most of them spoilt, the same ones for the same seed."""
    chance = Random(seed)
    sound = [*recorded(), *drawn(number // 10)]
    for _ in range(number):
        update = chance.choice(sound)
        yield spoilt(update, chance) if chance.random() < 0.7 else update


def scene(server: BotApiServer) -> tuple[Json, Json]:
    """Makes the people and places of `recorded` on a server, and returns the group and the forum."""
    for user in (ANNA, BORIS):
        server.private(server.user(int(str(user["id"])), NAME, str(user["language_code"])))
    group, forum = server.group(NAME), server.group(NAME, forum=True)
    assert (group["id"], forum["id"]) == (GROUP, FORUM)
    return group, forum


@cache
def recorded() -> tuple[Json, ...]:
    """What Telegram would tell the bot of a conversation that uses everything it answers; without `update_id`."""
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
            for data in PRESSES:
                server.callback(person, _with_button(client, server, chat["id"], data), data)
        server.callback_inline(anna, "x", PRESSES[0])
        server.callback(anna, {"chat": private, "message_id": 10**6}, PRESSES[0])
        server.my_chat_member(group, boris, "administrator")
        server.my_chat_member(private, anna, "kicked")
        server.my_chat_member(private, anna, "member")
        server.migrate(server.group(NAME, supergroup=False))
        return tuple({k: v for k, v in each.value.items() if k != "update_id"} for each in server.updates.pending)


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
            holder.extend([copy.deepcopy(holder[name])] * chance.choice((1, 200)))


def _nest(holder: Any, name: Any, chance: Random) -> None:
    inner = chance.choice(("reply_to_message", "message", "chat", name))
    for _ in range(chance.choice(_DEPTHS)):
        value = holder[name]
        holder[name] = [value] if isinstance(holder, list) else {**_plain(value), inner: value}


def _plain(value: Any) -> Json:
    """The plain fields of an object, so that what is nested in it still looks like one."""
    return {k: v for k, v in value.items() if not isinstance(v, (dict, list))} if isinstance(value, dict) else {}


def _slots(value: Any) -> Iterator[tuple[Any, Any]]:
    """Every place in a value that holds another: the object or list, and the name or index."""
    waiting = [value]
    while waiting:
        holder = waiting.pop()
        for name, inner in list(holder.items()) if isinstance(holder, dict) else enumerate(holder):
            yield holder, name
            if isinstance(inner, (dict, list)):
                waiting.append(inner)
