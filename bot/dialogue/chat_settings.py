"""The settings that a chat may change, and the pages on which it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.dialogue.question import ChatSettings
from bot.dialogue.reply import Button, Lead, OpenSettings, Part, Reply, Settle, Small, Title
from bot.phrases import LANGUAGES, Phrases, phrases
from knowledge.text.languages import primary_subtag

OVERVIEW, LANGUAGE, AMBIENT, REPEAT = "", "l", "a", "r"
"""The pages; all but the first are settings too."""
OWN_NAMES = {"fr": "Français", "en": "English", "ru": "Русский", "uk": "Українська"}
"""The names of languages in themselves: whoever cannot read the page finds their own."""
REPEAT_SECONDS = (0, 600, 3600, 24 * 3600, 7 * 24 * 3600)
_AUTOMATIC = "auto"
_OFF, _ON = "off", "on"
_UNITS = ((24 * 3600, "settings-days"), (3600, "settings-hours"), (60, "settings-minutes"))

Change = Callable[[ChatSettings], ChatSettings]
"""A function from the settings of a chat to its new ones."""


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The values that the pages of a chat show.

    Attributes:
        chat_id: The chat; groups have negative ids.
        settings: What it has settled.
        name: The group's name, where the page stands in another chat.
        url: Where the group is set up from a private chat; None where the page stands in one.
    """

    chat_id: int
    settings: ChatSettings
    name: str | None = None
    url: str | None = None


@dataclass(frozen=True, slots=True)
class _Setting:
    """One thing to settle: its phrases, the values it may have, and what they mean."""

    name: str
    about: str
    values: tuple[str, ...]
    label: Callable[[str, Phrases], str]
    value: Callable[[ChatSettings], str]
    settled: Callable[[ChatSettings, str], ChatSettings]


def _language_label(value: str, words: Phrases) -> str:
    return OWN_NAMES.get(value) or words("settings-automatic")


def _ambient_label(value: str, words: Phrases) -> str:
    return words("settings-on" if value == _ON else "settings-off")


def _repeat_label(value: str, words: Phrases) -> str:
    seconds = int(value)
    for size, unit in _UNITS:
        if seconds >= size:
            return words(unit, count=seconds // size)
    return words("settings-no-wait")


_SETTINGS = {
    LANGUAGE: _Setting(
        "settings-language",
        "settings-language-about",
        (_AUTOMATIC, *LANGUAGES),
        _language_label,
        lambda settings: settings.language or _AUTOMATIC,
        lambda settings, value: replace(settings, language=None if value == _AUTOMATIC else value),
    ),
    AMBIENT: _Setting(
        "settings-ambient",
        "settings-ambient-about",
        (_OFF, _ON),
        _ambient_label,
        lambda settings: _ON if settings.ambient else _OFF,
        lambda settings, value: replace(settings, ambient=value == _ON),
    ),
    REPEAT: _Setting(
        "settings-repeat",
        "settings-repeat-about",
        tuple(map(str, REPEAT_SECONDS)),
        _repeat_label,
        lambda settings: str(settings.repeat_seconds),
        lambda settings, value: replace(settings, repeat_seconds=int(value)),
    ),
}


def change_of(action: Settle) -> Change | None:
    """Return the change that a button makes; None if such a chat lacks the setting, or if it cannot have the value."""
    setting = _settings_of(action.chat_id).get(action.setting)
    if setting is None or action.value not in setting.values:
        return None
    return lambda settings: setting.settled(settings, action.value)


def typed_language(chat_id: int, words: str) -> Settle | None:
    """Return the setting for a typed language: its own name, its code, or "auto"; None for anything else."""
    wanted = words.strip().casefold()
    for code, name in OWN_NAMES.items():
        if wanted == name.casefold() or primary_subtag(wanted) == code:
            return Settle(chat_id, LANGUAGE, code)
    return Settle(chat_id, LANGUAGE, _AUTOMATIC) if wanted == _AUTOMATIC else None


def settings_page(view: SettingsView, page: str, language: str) -> Reply | None:
    """Return a page; None if such a chat does not have it. A private chat has but one: its language."""
    in_group = view.chat_id < 0
    if in_group and page == OVERVIEW:
        return _overview(view, language)
    letter = page or LANGUAGE
    setting = _settings_of(view.chat_id).get(letter)
    if setting is None:
        return None
    words = phrases(language)
    parts = (*_heading(words(setting.name), view), Lead(words(setting.about)))
    buttons = [
        Button(_marked(setting, value, view, words), Settle(view.chat_id, letter, value)) for value in setting.values
    ]
    if not in_group:
        return Reply(language, (*parts, Small(words("settings-of-groups"))), tuple(buttons))
    return Reply(language, parts, (*buttons, Button(words("previous-page"), OpenSettings(view.chat_id))))


def told(action: Settle, language: str) -> str:
    """Return the line that says what was settled."""
    return f"✓ {_line(_SETTINGS[action.setting], action.value, phrases(language))}"


def refusal(language: str, *, is_told: bool = True) -> Reply:
    """Return the reply to those who may not settle anything.

    Args:
        language: Of the reply.
        is_told: Whether it is known that they may not; if not, they are asked to try again.
    """
    return Reply(language, (Lead(refusal_text(language, is_told=is_told)),))


def refusal_text(language: str, *, is_told: bool = True) -> str:
    """Return the words of a refusal, as `refusal` has them."""
    return phrases(language)("settings-administrators" if is_told else "administrators-unknown")


def _settings_of(chat_id: int) -> dict[str, _Setting]:
    return _SETTINGS if chat_id < 0 else {LANGUAGE: _SETTINGS[LANGUAGE]}


def _overview(view: SettingsView, language: str) -> Reply:
    words = phrases(language)
    buttons = [
        Button(_line(setting, setting.value(view.settings), words), OpenSettings(view.chat_id, letter))
        for letter, setting in _SETTINGS.items()
    ]
    if view.url is not None:
        buttons.append(Button(words("settings-in-private"), OpenSettings(view.chat_id), url=view.url))
    parts = (*_heading(words("settings-title"), view), Small(words("settings-administrators")))
    return Reply(language, parts, tuple(buttons))


def _heading(title: str, view: SettingsView) -> tuple[Part, ...]:
    # On a line of its own: a name may turn the direction of what follows it.
    return (Title(title),) if view.name is None else (Title(title), Lead(view.name))


def _marked(setting: _Setting, value: str, view: SettingsView, words: Phrases) -> str:
    label = setting.label(value, words)
    return f"✓ {label}" if value == setting.value(view.settings) else label


def _line(setting: _Setting, value: str, words: Phrases) -> str:
    return words("settings-line", name=words(setting.name), value=setting.label(value, words))
