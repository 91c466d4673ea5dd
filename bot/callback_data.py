"""The data of a button: an action, a language and who may press it, in at most 64 bytes, with a tag.

The tag is a digest that only whoever has the bot's key can make. It is made over the full names of what the button is
about and over the place where the button stands, neither of which are in the data: a button pressed elsewhere is
refused as a forged one is, and so is one whose short name has come to stand for something else.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from typing import NewType

from bot.dialogue.names import Kind, Names
from bot.dialogue.pressers import ADMINISTRATORS, ANYBODY, Administrators, Anybody, Asker, Pressers
from bot.dialogue.reply import (
    Action,
    BrowsePeople,
    BrowsePerson,
    BrowseTopic,
    BrowseTopics,
    ChooseEntry,
    Curating,
    JudgeGroup,
    OpenEntry,
    OpenSettings,
    RejectChoices,
    RemoveReply,
    ReviewQueue,
    ReviewVariant,
    ReviewVerdict,
    Settle,
    TeachVariant,
    UndoAct,
    Vote,
)

LONGEST = 64
"""Bytes that Telegram lets a button carry."""
_VERSION = "3"
_EARLIER = re.compile("[12]:")
# Bytes, and characters that they take in base 64. Whoever could try a thousand tags a second would need, on average,
# 290 million years to hit the one of a button.
_TAG_SIZE, _TAG_LENGTH = 8, 11
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_LANGUAGE = re.compile("[a-z]{2}")
_BASE36 = re.compile("[0-9a-z]{0,13}")
_GROUP = re.compile("[0-9a-z]{1,7}-[0-9a-z]{1,7}")
_ACT = re.compile("[0-9]{1,15}")
_SETTINGS_PAGE = re.compile("(-?[0-9]{1,16}):([a-z]?)")
_SETTING = re.compile("(-?[0-9]{1,16}):([a-z]):([a-z0-9]{1,8})")

Place = NewType("Place", str)
"""Where a button stands."""
_Naming = Callable[[Kind, str], str]


def in_chat(chat_id: int) -> Place:
    """Under a message of a chat."""
    return Place(f"chat {chat_id}")


def as_guest(query_id: str) -> Place:
    """Under the answer to one guest query, in a chat that the bot is not in."""
    return Place(f"guest {query_id}")


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button.

    Attributes:
        action: What it does.
        language: ISO 639-1 code of the reply that it stands under.
        pressers: Who may press it.
    """

    action: Action
    language: str
    pressers: Pressers = ANYBODY


class Seal:
    """Makes the data of buttons, and recognises its own.

    Args:
        key: Makes the tags, at most 64 bytes.
        names: Of what buttons are about.
    """

    def __init__(self, key: bytes, names: Names) -> None:
        self.names = names
        self._tag = blake2b(key=key, digest_size=_TAG_SIZE, person=b"button")

    def data(self, press: Press, place: Place) -> str:
        """The data of a button.

        Raises:
            ValueError: It would be longer than Telegram allows, which ids are kept short enough for.
        """
        data = f"{self.body(press)}:{self.tag(self.meaning(press), place)}"
        if len(data.encode()) > LONGEST:
            raise ValueError(f"{data!r} has more than {LONGEST} bytes: shorten the ids in it.")
        return data

    def press(self, data: str, place: Place) -> Press | None:
        """The press that data stands for in a place; None for what was not made for it, or is about what is gone."""
        body, _, tag = data.rpartition(":")
        given = tag.encode(errors="surrogatepass")
        for press in _presses(body, self.names):
            own = self.tag(self.meaning(press), place).encode()
            # A body that would be written otherwise is not the bot's own, though it may mean the same.
            if compare_digest(own, given) and self.body(press) == body:
                return press
        return None

    def body(self, press: Press) -> str:
        """The data of a button without its tag."""
        return _written(press, lambda kind, identifier: self.names.name(kind, identifier).short)

    def meaning(self, press: Press) -> str:
        """What a button's tag is made over besides its place."""
        return _written(press, lambda kind, identifier: self.names.name(kind, identifier).full)

    def tag(self, meaning: str, place: Place) -> str:
        """The tag of a button that has a meaning in a place."""
        digest = self._tag.copy()
        digest.update(f"{place}\n{meaning}".encode(errors="surrogatepass"))
        return urlsafe_b64encode(digest.digest())[:_TAG_LENGTH].decode()


def is_earlier(data: str) -> bool:
    """Whether data looks like that of an earlier version, which had no tags: anybody can have made it."""
    return _EARLIER.match(data) is not None


def earlier_press(data: str) -> Press | None:
    """The press of a button of version 2 that only shows something; None for any other.

    Only of a message that Telegram says holds that button.
    """
    version, language, asker, kind, value = (*data.split(":", 4), "", "", "", "", "")[:5]
    if version != "2" or not _LANGUAGE.fullmatch(language) or not _BASE36.fullmatch(asker):
        return None
    for action in _actions(kind, value, lambda _, identifier: (identifier,)):
        if isinstance(action, OpenEntry | BrowseTopics | BrowseTopic | BrowsePeople | BrowsePerson):
            return Press(action, language, _pressers(asker))
    return None


def base36(number: int) -> str:
    """A number from 0 on in base 36: an id of Telegram's in at most eleven characters."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def _written(press: Press, naming: _Naming) -> str:
    return ":".join((_VERSION, press.language, _asker(press.pressers), *_fields(press.action, naming)))


def _presses(body: str, names: Names) -> Iterator[Press]:
    """What a body may stand for: several presses only if things have the same short name."""
    version, language, asker, kind, value = (*body.split(":", 4), "", "", "", "", "")[:5]
    if version == _VERSION and _LANGUAGE.fullmatch(language) and _BASE36.fullmatch(asker):
        for action in _actions(kind, value, names.ids):
            yield Press(action, language, _pressers(asker))


def _asker(pressers: Pressers) -> str:
    match pressers:
        case Anybody():
            return ""
        case Administrators():
            return "0"
        case Asker(person_id):
            return base36(person_id)


def _pressers(asker: str) -> Pressers:
    if not asker:
        return ANYBODY
    person_id = int(asker, 36)
    return Asker(person_id) if person_id else ADMINISTRATORS


def _fields(action: Action, name: _Naming) -> tuple[str, ...]:
    match action:
        case OpenEntry(entry_id):
            return ("o", name("entry", entry_id))
        case ChooseEntry(entry_id):
            return ("c", name("entry", entry_id))
        case RejectChoices():
            return ("n",)
        case BrowseTopics():
            return ("T",)
        case BrowseTopic(topic, page):
            return ("t", name("topic", topic), str(page))
        case BrowsePeople():
            return ("P",)
        case BrowsePerson(person, page):
            return ("p", name("person", person), str(page))
        case RemoveReply():
            return ("r",)
        case Vote(entry_id, up):
            return ("u" if up else "d", name("entry", entry_id))
        case OpenSettings(chat_id, page):
            return ("S", str(chat_id), page)
        case Settle(chat_id, setting, value):
            return ("s", str(chat_id), setting, value)
        case _:
            return _curating_fields(action, name)


def _curating_fields(action: Curating, name: _Naming) -> tuple[str, ...]:
    match action:
        case ReviewQueue():
            return ("R",)
        case ReviewVariant(group, entry_id):
            return ("e", group, name("entry", entry_id))
        case TeachVariant(group, entry_id):
            return ("v", group, name("entry", entry_id))
        case JudgeGroup(group, verdict):
            return ("j", group, verdict)
        case UndoAct(act):
            return ("U", str(act))


def _actions(kind: str, value: str, ids: Callable[[Kind, str], tuple[str, ...]]) -> Iterator[Action]:
    """What a kind and a value may mean, for each id that a name in the value may stand for."""
    match kind:
        case "o" if value:
            yield from map(OpenEntry, ids("entry", value))
        case "c" if value:
            yield from map(ChooseEntry, ids("entry", value))
        case "u" | "d" if value:
            for entry_id in ids("entry", value):
                yield Vote(entry_id, kind == "u")
        case "n" if not value:
            yield RejectChoices()
        case "r" if not value:
            yield RemoveReply()
        case "T" | "t" | "P" | "p":
            yield from _browsing(kind, value, ids)
        case "S" | "s":
            yield from _settling(kind, value)
        case "R" | "e" | "v" | "j" | "U":
            yield from _curating(kind, value, ids)


def _browsing(kind: str, value: str, ids: Callable[[Kind, str], tuple[str, ...]]) -> Iterator[Action]:
    name, _, number = value.rpartition(":")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else None
    match kind:
        case "T" if not value:
            yield BrowseTopics()
        case "P" if not value:
            yield BrowsePeople()
        case "t" if name and page is not None:
            for topic in ids("topic", name):
                yield BrowseTopic(topic, page)
        case "p" if name and page is not None:
            for person in ids("person", name):
                yield BrowsePerson(person, page)


def _settling(kind: str, value: str) -> Iterator[Action]:
    found = _SETTING.fullmatch(value) if kind == "s" else _SETTINGS_PAGE.fullmatch(value)
    if found is not None:
        chat_id, *rest = found.groups()
        yield Settle(int(chat_id), *rest) if kind == "s" else OpenSettings(int(chat_id), *rest)


def _curating(kind: str, value: str, ids: Callable[[Kind, str], tuple[str, ...]]) -> Iterator[Action]:
    group, _, rest = value.partition(":")
    is_group = _GROUP.fullmatch(group) is not None
    match kind:
        case "R" if not value:
            yield ReviewQueue()
        case "e" if is_group:
            for entry_id in ids("entry", rest):
                yield ReviewVariant(group, entry_id)
        case "v" if is_group:
            for entry_id in ids("entry", rest):
                yield TeachVariant(group, entry_id)
        case "j" if is_group and rest in tuple(ReviewVerdict):
            yield JudgeGroup(group, ReviewVerdict(rest))
        case "U" if _ACT.fullmatch(value):
            yield UndoAct(int(value))
