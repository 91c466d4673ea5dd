"""What a button carries through Telegram: an action, a language and who asked, in at most 64 bytes, versioned."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
    Settle,
    TeachVariant,
    UndoAct,
    Verdict,
    Vote,
)

LONGEST = 64
_VERSION = "2"
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"
_BASE36 = re.compile("[0-9a-z]{0,13}")
_GROUP = re.compile("[0-9a-z]{1,7}-[0-9a-z]{1,7}")
_ACT = re.compile("[0-9]{1,15}")
_SETTINGS_PAGE = re.compile("(-?[0-9]{1,16}):([a-z]?)")
_SETTING = re.compile("(-?[0-9]{1,16}):([a-z]):([a-z0-9]{1,8})")


@dataclass(frozen=True, slots=True)
class Press:
    """A pressed button.

    Attributes:
        action: What it does.
        language: Of the reply it stands under.
        asker: The id of the person who may press it besides administrators; 0 for administrators only, None
            for anybody.
    """

    action: Action
    language: str
    asker: int | None = None


def encode(press: Press) -> str:
    """The data of a button.

    Raises:
        ValueError: It would be longer than Telegram allows, which ids are kept short enough for, or the asker is
            no person: those have positive ids.
    """
    if press.asker is not None and press.asker < 0:
        raise ValueError("Nobody has a negative id.")
    asker = "" if press.asker is None else base36(press.asker)
    data = ":".join((_VERSION, press.language, asker, *_fields(press.action)))
    if len(data.encode()) > LONGEST:
        raise ValueError(f"{data!r} has more than {LONGEST} bytes: shorten the ids in it.")
    return data


def decode(data: str) -> Press | None:
    """The press that data stands for; None for data of another version, stale or forged."""
    version, language, asker, kind, value = (*data.split(":", 4), "", "", "", "", "")[:5]
    if version != _VERSION or len(language) != 2 or not language.isalpha() or not _BASE36.fullmatch(asker):
        return None
    action = _action(kind, value)
    return Press(action, language, int(asker, 36) if asker else None) if action else None


def base36(number: int) -> str:
    """A number from 0 on in base 36: an id of Telegram's in at most eleven characters."""
    digits = ""
    while number:
        number, digit = divmod(number, 36)
        digits = _DIGITS[digit] + digits
    return digits or "0"


def _fields(action: Action) -> tuple[str, ...]:
    match action:
        case OpenEntry(entry_id):
            return ("o", entry_id)
        case ChooseEntry(entry_id):
            return ("c", entry_id)
        case RejectChoices():
            return ("n",)
        case BrowseTopics():
            return ("T",)
        case BrowseTopic(topic, page):
            return ("t", topic, str(page))
        case BrowsePeople():
            return ("P",)
        case BrowsePerson(person, page):
            return ("p", person, str(page))
        case RemoveReply():
            return ("r",)
        case Vote(entry_id, up):
            return ("u" if up else "d", entry_id)
        case OpenSettings(chat_id, page):
            return ("S", str(chat_id), page)
        case Settle(chat_id, setting, value):
            return ("s", str(chat_id), setting, value)
        case _:
            return _curating_fields(action)


def _curating_fields(action: Curating) -> tuple[str, ...]:
    match action:
        case ReviewQueue():
            return ("R",)
        case ReviewVariant(group, entry_id):
            return ("e", group, entry_id)
        case TeachVariant(group, entry_id):
            return ("v", group, entry_id)
        case JudgeGroup(group, verdict):
            return ("j", group, verdict)
        case UndoAct(act):
            return ("U", str(act))


def _action(kind: str, value: str) -> Action | None:
    name, _, number = value.rpartition(":")
    page = int(number) if number.isascii() and number.isdigit() and len(number) < 4 else None
    match kind:
        case "o" if value:
            return OpenEntry(value)
        case "c" if value:
            return ChooseEntry(value)
        case "n" if not value:
            return RejectChoices()
        case "T" if not value:
            return BrowseTopics()
        case "P" if not value:
            return BrowsePeople()
        case "r" if not value:
            return RemoveReply()
        case "u" | "d" if value:
            return Vote(value, kind == "u")
        case "S" | "s":
            return _settings_action(kind, value)
        case "R" | "e" | "v" | "j" | "U":
            return _curating(kind, value)
        case "t" if name and page is not None:
            return BrowseTopic(name, page)
        case "p" if name and page is not None:
            return BrowsePerson(name, page)
    return None


def _settings_action(kind: str, value: str) -> Action | None:
    found = _SETTING.fullmatch(value) if kind == "s" else _SETTINGS_PAGE.fullmatch(value)
    if found is None:
        return None
    chat_id, *rest = found.groups()
    return Settle(int(chat_id), *rest) if kind == "s" else OpenSettings(int(chat_id), *rest)


def _curating(kind: str, value: str) -> Action | None:
    group, _, rest = value.partition(":")
    is_group = _GROUP.fullmatch(group) is not None
    match kind:
        case "R" if not value:
            return ReviewQueue()
        case "e" if is_group and rest:
            return ReviewVariant(group, rest)
        case "v" if is_group and rest:
            return TeachVariant(group, rest)
        case "j" if is_group and rest in tuple(Verdict):
            return JudgeGroup(group, Verdict(rest))
        case "U" if _ACT.fullmatch(value):
            return UndoAct(int(value))
    return None
