"""Replacement: a thing that a question names in the place of that of a variant ("the brewery" for "the lighthouse")."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.text.tokens import Token

_DETERMINERS: Mapping[str, frozenset[str]] = {
    "en": frozenset("the this that these those a an his her their its".split()),
    "fr": frozenset("le la les l du des au aux ce cet cette ces un une son sa ses leur leurs d de".split()),
}


def replacement(asked: Sequence[Token], variant: Sequence[Token], language: str) -> tuple[str, str] | None:
    """Return the stems of the thing asked about and of the one in its place in a variant; None if there are none.

    All other words of content are the same, and both things follow a determiner, which verbs and most paraphrases do
    not.

    Args:
        asked: The tokens of the question.
        variant: Those of the variant.
        language: ISO 639-1 code; one without articles tells none.
    """
    determiners = _DETERMINERS.get(language)
    if determiners is None:
        return None
    ours, theirs = _content(asked), _content(variant)
    if len(ours) != len(theirs) or len(ours) < 2:
        return None
    different = [
        (mine, other) for mine, other in zip(ours, theirs, strict=True) if asked[mine].stem != variant[other].stem
    ]
    if len(different) != 1:
        return None
    [(mine, other)] = different
    if not (_follows(asked, mine, determiners) and _follows(variant, other, determiners)):
        return None
    return asked[mine].stem, variant[other].stem


def things_asked_about(asked: Sequence[Token], language: str) -> frozenset[str]:
    """Return the stems of the words of content that follow a determiner.

    Args:
        asked: The tokens of a question.
        language: ISO 639-1 code; one without articles has none.
    """
    determiners = _DETERMINERS.get(language, frozenset())
    return frozenset(asked[number].stem for number in _content(asked) if _follows(asked, number, determiners))


def _content(tokens: Sequence[Token]) -> list[int]:
    return [number for number, token in enumerate(tokens) if not token.function]


def _follows(tokens: Sequence[Token], number: int, words: frozenset[str]) -> bool:
    return number > 0 and tokens[number - 1].word in words
