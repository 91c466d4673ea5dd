"""The language of words that go on from an answer: a few of them tell it only together with that answer's."""

from __future__ import annotations

from bot.dialogue.intent import known_words, readings
from knowledge.text.normalise import alphabet, fold
from knowledge.text.question_detection import word_count
from knowledge.text.utterances import LANGUAGES

# Words from which on a text tells its language by itself.
_ENOUGH_WORDS = 4
_FEW_WORDS = 2
# Letters that only one of two languages with the same alphabet has.
_LETTERS = {"uk": "іїєґ", "ru": "ыэъё", "fr": "àâçéèêëîïôûùœ", "en": ""}
_ALPHABETS = {"uk": "CYRILLIC", "ru": "CYRILLIC", "fr": "LATIN", "en": "LATIN"}


def spoken_language(text: str, told: str | None, before: str | None) -> str | None:
    """Return the language of an utterance: the one before it, unless the words clearly are of another.

    Args:
        text: The utterance.
        told: The language that the words tell by themselves, as ISO 639-1 code; None if they tell none.
        before: The language of the answer before; None without one, or if that is not known.

    Returns:
        An ISO 639-1 code; None if nothing tells.
    """
    if before not in LANGUAGES or told == before or (told is not None and told not in LANGUAGES):
        return told
    if alphabet(text) == "CYRILLIC" != _ALPHABETS[before]:
        return told
    return before if told is None or not _is_clear(text, told, before) else told


def listed_language(text: str, first: str | None, before: str | None, app: str | None) -> str | None:
    """Return the language of an utterance that closed lists cover.

    Args:
        text: The utterance.
        first: The language whose lists covered it first, as ISO 639-1 code; None for signs alone.
        before: The language of the answer before; None without one, or if that is not known.
        app: The language that the chat or the person has settled; None if none is known.

    Returns:
        `first` for three words or more. Of fewer, the only language whose lists have them; of several, the one before,
        else the app's.
    """
    if first is None or len(text.split()) > _FEW_WORDS:
        return first or before or app
    every = [each for each in readings(text) if not _is_foreign(text, each.language)]
    having = [each.language for each in every if each.courtesy.is_complete or each.pointing.is_complete]
    having = having or [each.language for each in every if each.facets.is_complete]
    if before in having or len(having) == 1:
        return before if before in having else having[0]
    if before is not None and first != before:
        return first
    return before or app or first


def _is_foreign(text: str, language: str) -> bool:
    """Tell whether a letter stands in a text that another language of the alphabet has, and not this one."""
    return any(
        letter in text.lower()
        for code, letters in _LETTERS.items()
        if code != language and _ALPHABETS[code] == _ALPHABETS[language]
        for letter in letters
    )


def _is_clear(text: str, told: str, before: str) -> bool:
    """Tell whether a text is of one language, and hardly of another: by its length, its letters or its words."""
    if _ALPHABETS[told] == _ALPHABETS[before] and _is_foreign(text, before) != _is_foreign(text, told):
        return _is_foreign(text, before)
    if _ALPHABETS[told] == _ALPHABETS[before] and word_count(text) >= _ENOUGH_WORDS:
        return True
    words = fold(text).replace("?", " ").split()
    return sum(word in known_words(told) for word in words) > sum(word in known_words(before) for word in words)
