"""The data of a button: an action, a language and its pressers, in at most 64 bytes, with a tag.

The tag is a digest that only whoever has the bot's key can make. It is made over the full names of what the button is
about and over the place where the button stands, neither of which are in the data: a button pressed elsewhere is
refused as a forged one is, and so is one whose short name has come to stand for something else.
"""

from __future__ import annotations

import re
from base64 import urlsafe_b64encode
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import blake2b
from hmac import compare_digest
from typing import NewType

from bot import action_codes
from bot.dialogue.actions import Action, BrowsePeople, BrowsePerson, BrowseTopic, BrowseTopics, OpenEntry
from bot.dialogue.names import Names
from bot.dialogue.pressers import Pressers
from bot.field_codecs import LANGUAGE, PRESSERS, Lookup, Naming

LONGEST = 64
"""Bytes that Telegram lets a button carry."""
_VERSION = "3"
_EARLIER = re.compile("[12]:")
# Bytes, and characters that they take in base 64. Whoever could try a thousand tags a second would need, on average,
# 290 million years to hit the one of a button.
_TAG_SIZE, _TAG_LENGTH = 8, 11

ButtonPlace = NewType("ButtonPlace", str)
"""The chat, or the answer to a guest query, that a button belongs to."""


def chat_place(chat_id: int) -> ButtonPlace:
    """Return the place of a button under a message of a chat."""
    return ButtonPlace(f"chat {chat_id}")


def guest_place(query_id: str) -> ButtonPlace:
    """Return the place of a button under the answer to a guest query, in a chat that the bot is not in."""
    return ButtonPlace(f"guest {query_id}")


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button.

    Attributes:
        action: The action that it triggers.
        language: ISO 639-1 code of the reply that it stands under.
        pressers: Those who may press it.
    """

    action: Action
    language: str
    pressers: Pressers


class ButtonSigner:
    """A maker of buttons' data, which recognises its own.

    Args:
        key: Makes the tags, at most 64 bytes.
        names: Of what buttons are about.
    """

    def __init__(self, key: bytes, names: Names) -> None:
        self.names = names
        self._tag = blake2b(key=key, digest_size=_TAG_SIZE, person=b"button")

    def data(self, press: Press, place: ButtonPlace) -> str:
        """Return the data of a button.

        Raises:
            ValueError: It would be longer than Telegram allows, which ids are kept short enough for.
        """
        data = f"{self.body(press)}:{self.tag(self.signed_text(press), place)}"
        if len(data.encode()) > LONGEST:
            raise ValueError(f"{data!r} has more than {LONGEST} bytes: shorten the ids in it.")
        return data

    def press(self, data: str, place: ButtonPlace) -> Press | None:
        """Return the press that a button's data encode; None if its tag is of another place, or its subject is gone."""
        body, _, tag = data.rpartition(":")
        given = tag.encode(errors="surrogatepass")
        for press in _unpack(body, _VERSION, self.names.ids):
            own = self.tag(self.signed_text(press), place).encode()
            # A body that would be written otherwise is not the bot's own, though it may mean the same.
            if compare_digest(own, given) and self.body(press) == body:
                return press
        return None

    def body(self, press: Press) -> str:
        """Return the data of a button without its tag."""
        return _pack(press, lambda kind, identifier: self.names.name(kind, identifier).short)

    def signed_text(self, press: Press) -> str:
        """Return the text that a button's tag signs, besides its place."""
        return _pack(press, lambda kind, identifier: self.names.name(kind, identifier).full)

    def tag(self, meaning: str, place: ButtonPlace) -> str:
        """Return the tag that signs a button's text in a place."""
        digest = self._tag.copy()
        digest.update(f"{place}\n{meaning}".encode(errors="surrogatepass"))
        return urlsafe_b64encode(digest.digest())[:_TAG_LENGTH].decode()


def is_earlier(data: str) -> bool:
    """Tell whether data look like those of an earlier version, which had no tags: anybody can have made them."""
    return _EARLIER.match(data) is not None


def earlier_press(data: str) -> Press | None:
    """Return the press of a button of version 2 that only shows something; None for any other.

    Only of a message that Telegram says holds that button.
    """
    for press in _unpack(data, "2", lambda _, identifier: (identifier,)):
        if isinstance(press.action, OpenEntry | BrowseTopics | BrowseTopic | BrowsePeople | BrowsePerson):
            return press
    return None


def _pack(press: Press, naming: Naming) -> str:
    who, action = PRESSERS.pack(press.pressers, naming), action_codes.pack(press.action, naming)
    return f"{_VERSION}:{press.language}:{who}:{action}"


def _unpack(body: str, of_version: str, lookup: Lookup) -> Iterator[Press]:
    """Yield the presses that a body may stand for: several only if things have the same short name."""
    version, language, pressers, action = (*body.split(":", 3), "", "", "", "")[:4]
    if version == of_version:
        for spoken in LANGUAGE.unpack(language, lookup):
            for who in PRESSERS.unpack(pressers, lookup):
                for each in action_codes.unpack(action, lookup):
                    yield Press(each, spoken, who)
