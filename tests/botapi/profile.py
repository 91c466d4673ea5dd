"""The bot's profile: commands by scope and language, name and descriptions by language."""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from typing import Any

from botapi.wire import Arguments, Json, bad_request

_COMMAND = re.compile(r"[a-z0-9_]{1,32}")
_LANGUAGE = re.compile(r"([a-z]{2})?")
_TEXTS = {"Name": ("name", 64), "Description": ("description", 512), "ShortDescription": ("short_description", 120)}


class Profile:
    """Commands and texts, as set.

    Attributes:
        commands: Lists of BotCommand by scope (its JSON with sorted keys) and language code ("" for all).
        texts: By field (``name``, ``description``, ``short_description``) and language code.
    """

    def __init__(self, bot: Json) -> None:
        self._bot = bot
        self.commands: dict[tuple[str, str], list[Json]] = {}
        self.texts: dict[tuple[str, str], str] = {("name", ""): bot["first_name"]}

    def methods(self) -> dict[str, Callable[[Arguments], Any]]:
        """Return what this class answers, by method."""
        found: dict[str, Callable[[Arguments], Any]] = {
            "getMe": lambda _: self._bot,
            "logOut": lambda _: True,
            "close": lambda _: True,
            "setMyCommands": self.set_my_commands,
            "getMyCommands": lambda arguments: self.commands.get(_commands_key(arguments), []),
            "deleteMyCommands": self.delete_my_commands,
        }
        for name, (text, longest) in _TEXTS.items():
            found[f"setMy{name}"] = self._setter(text, longest)
            found[f"getMy{name}"] = self._getter(text)
        return found

    def set_my_commands(self, arguments: Arguments) -> bool:
        """Keep the commands of a scope and a language."""
        commands = arguments.json("commands")
        if not isinstance(commands, list):
            raise bad_request("can't parse commands JSON object")
        if len(commands) > 100:
            raise bad_request("BOT_COMMANDS_TOO_MUCH")
        for command in commands:
            if not _COMMAND.fullmatch(command["command"].removeprefix("/")):
                raise bad_request("BOT_COMMAND_INVALID")
            if not 1 <= len(command["description"]) <= 256:
                raise bad_request("BOT_COMMAND_DESCRIPTION_INVALID")
        self.commands[_commands_key(arguments)] = commands
        return True

    def delete_my_commands(self, arguments: Arguments) -> bool:
        """Forget the commands of a scope and a language."""
        self.commands.pop(_commands_key(arguments), None)
        return True

    def _setter(self, name: str, longest: int) -> Callable[[Arguments], bool]:
        def set_text(arguments: Arguments) -> bool:
            text, language = arguments.text(name), _language(arguments)
            if len(text) > longest:
                raise bad_request(f"bot {name.replace('_', ' ')} is too long")
            if text:
                self.texts[name, language] = text
            else:
                self.texts.pop((name, language), None)
            return True

        return set_text

    def _getter(self, name: str) -> Callable[[Arguments], Json]:
        def get_text(arguments: Arguments) -> Json:
            general = self.texts.get((name, ""), "")
            return {name: self.texts.get((name, _language(arguments)), general)}

        return get_text


def _language(arguments: Arguments) -> str:
    language = arguments.text("language_code")
    if not _LANGUAGE.fullmatch(language):
        raise bad_request("LANG_CODE_INVALID")
    return language


def _commands_key(arguments: Arguments) -> tuple[str, str]:
    scope = arguments.json("scope") or {"type": "default"}
    return json.dumps(scope, sort_keys=True), _language(arguments)
