"""Telegram's HTML: a text with tags in, a plain text with entities out, or Telegram's complaint."""

from __future__ import annotations

import re
from dataclasses import dataclass

from botapi.entities import in_order, utf16_length
from botapi.wire import Json, bad_request

_KINDS = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "span": "spoiler",
    "tg-spoiler": "spoiler", "code": "code", "pre": "pre", "a": "text_link", "blockquote": "blockquote",
    "tg-emoji": "custom_emoji", "tg-time": "date_time",
}  # fmt: skip
_REFERENCE = re.compile(r"&(?:#x(?P<hex>[0-9a-fA-F]{1,6})|#(?P<dec>[0-9]{1,7})|(?P<name>[a-zA-Z]+));?")
_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_START = re.compile(r"<(?P<name>[^\s>]*)")
_ATTRIBUTE = re.compile(
    r"""\s*(?P<name>[^\s=>]+)(?:\s*=\s*(?:"(?P<double>[^"]*)"|'(?P<single>[^']*)'|(?P<bare>[\w.-]+)))?"""
)
_CLOSE = re.compile(r"\s*>")
_END = re.compile(r"</(?P<name>[^\s>]*)\s*(?P<close>>?)")
_USER_LINK = re.compile(r"tg://user\?id=(\d+)")
_LINK = re.compile(r"(?:[a-z][a-z0-9+.-]*://)?[^\s/?#]+\.[^\s]+|tg://\S+|https?://[^\s/]+\S*", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Tag:
    name: str
    attributes: dict[str, str]
    offset: int
    first_piece: int


def parse_html(source: str) -> tuple[str, list[Json]]:
    """Read a text in Telegram's HTML.

    Returns:
        The text without tags, and its entities sorted by offset.

    Raises:
        ApiError: "can't parse entities: …", in Telegram's words.
    """
    return _Scanner(source).read()


def _complaint(reason: str) -> Exception:
    return bad_request(f"can't parse entities: {reason}")


def _character(match: re.Match[str]) -> str:
    """Return what a character reference stands for; one that Telegram does not know stands for itself."""
    if match["name"] is not None:
        return _NAMED.get(match["name"], match[0])
    code = int(match["hex"], 16) if match["hex"] else int(match["dec"])
    return chr(code) if 0 < code < 0x10FFFF else match[0]


class _Scanner:
    def __init__(self, source: str) -> None:
        self.source = source
        self.at = 0
        self.pieces: list[str] = []
        self.length = 0
        self.open: list[_Tag] = []
        self.entities: list[Json] = []

    def read(self) -> tuple[str, list[Json]]:
        while self.at < len(self.source):
            if self.source.startswith("</", self.at):
                self._end_tag()
            elif self.source[self.at] == "<":
                self._start_tag()
            else:
                self._text()
        if self.open:
            raise _complaint(f'Can\'t find end tag corresponding to start tag "{self.open[-1].name}"')
        return "".join(self.pieces), in_order(self.entities)

    def _byte(self, at: int) -> int:
        return len(self.source[:at].encode())

    def _text(self) -> None:
        end = self.source.find("<", self.at)
        end = len(self.source) if end < 0 else end
        piece = _REFERENCE.sub(_character, self.source[self.at : end])
        self.pieces.append(piece)
        self.length += utf16_length(piece)
        self.at = end

    def _start_tag(self) -> None:
        begin = self.at
        match = _START.match(self.source, begin)
        assert match is not None
        name = match["name"].lower()
        where = f"at byte offset {self._byte(begin)}"
        if match.end() == len(self.source):
            raise _complaint(f"Unclosed start tag {where}")
        if name not in _KINDS:
            raise _complaint(f'Unsupported start tag "{name}" {where}')
        self.at = match.end()
        attributes = self._attributes(name, where)
        if name == "span" and attributes.get("class") != "tg-spoiler":
            raise _complaint(f'Tag "span" must have class "tg-spoiler" {where}')
        self.open.append(_Tag(name, attributes, self.length, len(self.pieces)))

    def _attributes(self, name: str, where: str) -> dict[str, str]:
        attributes: dict[str, str] = {}
        while (close := _CLOSE.match(self.source, self.at)) is None:
            match = _ATTRIBUTE.match(self.source, self.at)
            if match is None:
                raise _complaint(f'Unclosed start tag "{name}" {where}')
            value = match["double"] or match["single"] or match["bare"] or ""
            attributes[match["name"].lower()] = _REFERENCE.sub(_character, value)
            self.at = match.end()
        self.at = close.end()
        return attributes

    def _end_tag(self) -> None:
        where = f"at byte offset {self._byte(self.at)}"
        if not self.open:
            raise _complaint(f"Unexpected end tag {where}")
        match = _END.match(self.source, self.at)
        assert match is not None
        if not match["close"]:
            raise _complaint(f"Unclosed end tag {where}")
        tag, name = self.open.pop(), match["name"].lower()
        if name and name != tag.name:
            raise _complaint(f'Unmatched end tag {where}, expected "</{tag.name}>", found "</{name}>"')
        self.at = match.end()
        if self.length > tag.offset:
            self._close(tag)

    def _close(self, tag: _Tag) -> None:
        entity: Json = {"type": _KINDS[tag.name], "offset": tag.offset, "length": self.length - tag.offset}
        if tag.name == "a":
            self._close_link(tag, entity)
        elif tag.name == "pre":
            self._close_pre(entity)
        else:
            self.entities.append(_detailed(tag, entity))

    def _close_link(self, tag: _Tag, entity: Json) -> None:
        url = tag.attributes.get("href") or "".join(self.pieces[tag.first_piece :])
        if match := _USER_LINK.fullmatch(url):
            user = {"id": int(match[1]), "is_bot": False, "first_name": "Mentioned"}
            self.entities.append({**entity, "type": "text_mention", "user": user})
        elif _LINK.fullmatch(url):  # a link that is none loses its entity without a word, as on Telegram
            self.entities.append({**entity, "url": url if "://" in url else f"http://{url}/"})

    def _close_pre(self, entity: Json) -> None:
        inner = self.entities[-1] if self.entities else None
        same = inner is not None and (inner["offset"], inner["length"]) == (entity["offset"], entity["length"])
        if inner is not None and same and inner["type"] == "code":
            self.entities.pop()
            entity |= {"language": inner["language"]} if "language" in inner else {}
        self.entities.append(entity)


def _detailed(tag: _Tag, entity: Json) -> Json:
    """Add what the attributes of a tag say to its entity."""
    language = tag.attributes.get("class", "").removeprefix("language-")
    if tag.name == "code" and language:
        entity["language"] = language
    elif tag.name == "blockquote" and "expandable" in tag.attributes:
        entity["type"] = "expandable_blockquote"
    elif tag.name == "tg-emoji":
        if not tag.attributes.get("emoji-id", "").isdigit():
            raise _complaint("Invalid custom emoji identifier specified")
        entity["custom_emoji_id"] = tag.attributes["emoji-id"]
    elif tag.name == "tg-time":
        entity |= {"unix_time": int(tag.attributes.get("unix", "0"))}
    return entity
