"""The interface's own words, from the Fluent files in `locales/`."""

from __future__ import annotations

from functools import lru_cache
from importlib.resources import files

from fluent.runtime import FluentBundle, FluentResource

from knowledge.text.marks import PRINTED_MARKS

LANGUAGES = ("fr", "en", "ru", "uk")


class Phrases:
    """The phrases of one language; `phrases(language)` keeps one for each."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._bundle = FluentBundle([language], use_isolating=False)
        source = files("bot").joinpath("locales", f"{language}.ftl").read_text(encoding="utf-8")
        self._bundle.add_resource(FluentResource(source))

    def __call__(self, key: str, /, **values: str | float) -> str:
        """Return the phrase of a key, with values put in.

        Raises:
            KeyError: No such phrase.
            ValueError: A value is missing.
        """
        message = self._bundle.get_message(key)
        if message.value is None:
            raise KeyError(key)
        text, errors = self._bundle.format_pattern(message.value, values)
        if errors:
            raise ValueError(f"{self.language}.ftl, {key}: {errors[0]}")
        return str(text)

    def quoted(self, text: str) -> str:
        """Return a text between the quotation marks of this language."""
        return quoted(text, self.language)


def quoted(text: str, language: str) -> str:
    """Return a text between the quotation marks of a language; marks that stand in it become the inner ones."""
    marks = PRINTED_MARKS.get(language, PRINTED_MARKS["en"])
    inner = text.replace(marks.opening, marks.inner_opening).replace(marks.closing, marks.inner_closing)
    return f"{marks.opening}{inner}{marks.closing}"


@lru_cache(maxsize=len(LANGUAGES))
def phrases(language: str) -> Phrases:
    """Return the phrases of a language; English ones for a language without any."""
    return Phrases(language if language in LANGUAGES else "en")
