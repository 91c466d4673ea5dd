"""The language of words that are still being typed."""

from __future__ import annotations

from knowledge.matcher import Match

# Of whole words: fewer tell one language from another too rarely.
_FEWEST_WORDS = 2
_WORD_ENDS = tuple(" ?!.…")
_CYRILLIC = ("ru", "uk")


def typed_language(match: Match, text: str, app: str) -> str:
    """Return the language to list entries in while words are being typed: the app's until they clearly are another's.

    Args:
        match: Of the words.
        text: The words; the last one may be a beginning.
        app: The language of the person's app.

    Returns:
        The language of the words once two of them are whole, or of an alphabet that the app's language is not written
        in and names are not typed in for convenience; else the app's.
    """
    if match.plausible and match.plausible[0] in _CYRILLIC and app not in match.plausible:
        return match.language or match.plausible[0]
    whole = text.split() if text.endswith(_WORD_ENDS) else text.split()[:-1]
    is_clear = len(whole) >= _FEWEST_WORDS and match.language in match.plausible
    return match.language if match.language is not None and is_clear else app
