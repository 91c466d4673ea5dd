"""The interface's own words, from the Fluent files in `locales/`."""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from knowledge.text.marks import PRINTED_MARKS

LANGUAGES = ("fr", "en", "ru", "uk")
# Fluent gives up where a value, or a variant of a phrase with all its values, has more than 2,500 characters. Longer
# values are put in afterwards, in the place of their number between two characters that no text has a use for.
_LONGEST_VALUE = 200
_MESSAGE = re.compile(r"^([a-z][a-z0-9-]*) *=", re.MULTILINE)
_HELD = re.compile("\ue000([0-9]+)\ue001")


class Phrases:
    """The phrases of one language; `phrases(language)` keeps one for each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        source = files("bot").joinpath("locales", f"{language}.ftl").read_text(encoding="utf-8")
        starts = list(_MESSAGE.finditer(source))
        ends = [*(each.start() for each in starts[1:]), len(source)]
        # Each is parsed when it is first said: all of them take a fifth of a second.
        self._sources = {each[1]: source[each.start() : end] for each, end in zip(starts, ends, strict=True)}

    def __call__(self, key: str, /, **values: str | float) -> str:
        """Return the phrase of a key, with values put in, however long.

        Raises:
            KeyError: No such phrase.
            ValueError: A value is missing.
        """
        if not self._bundle.has_message(key):
            self._bundle.add_resource(FluentResource(self._sources[key]))
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        held: list[str] = []
        text, errors = self._bundle.format_pattern(
            message.value, {name: _short(value, held) for name, value in values.items()}
        )
        if errors:
            raise ValueError(f"{self.language}.ftl, {key}: {errors[0]}")
        return _HELD.sub(lambda found: held[int(found[1])], str(text)) if held else str(text)

    def quoted(self, text: str) -> str:
        """Return a text between the quotation marks of this language."""
        return quoted(text, self.language)


def _short(value: str | float, held: list[str]) -> str | float:
    """Return a value as Fluent takes it: a longer one is kept aside, and its number stands for it."""
    if not isinstance(value, str) or (len(value) <= _LONGEST_VALUE and "\ue000" not in value):
        return value
    held.append(value)
    return f"\ue000{len(held) - 1}\ue001"


def quoted(text: str, language: str) -> str:
    """Return a text between the quotation marks of a language; marks that stand in it become the inner ones."""
    marks = PRINTED_MARKS.get(language, PRINTED_MARKS["en"])
    inner = text.replace(marks.opening, marks.inner_opening).replace(marks.closing, marks.inner_closing)
    return f"{marks.opening}{inner}{marks.closing}"


@lru_cache(maxsize=len(LANGUAGES))
def phrases(language: str) -> Phrases:
    """Return the phrases of a language; English ones for a language without any."""
    return Phrases(language if language in LANGUAGES else "en")
