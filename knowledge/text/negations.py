"""Negations, restrictions and conditions: words whose omission turns the meaning of a statement."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from knowledge.text.languages import AnswerKind
from knowledge.text.normalise import fold, words
from knowledge.text.stances import stance
from knowledge.text.tokens import tokenizer
from knowledge.text.verbs_of_saying import verbs_of_saying

_NEGATIONS: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        "ne n pas jamais rien aucun aucune ni sans non guere seulement uniquement seul seule seuls seules".split()
    ),
    "en": frozenset("not no never only without nothing nobody none neither nor hardly cannot".split()),
    "ru": frozenset("не ни нет лишь только никогда ничего никто без вряд едва нельзя".split()),
    "uk": frozenset("не ні нема немає лише тільки ніколи нічого ніхто без навряд ледве".split()),
}
# The words at the start among which a question word asks.
_START = 2
# A negation after one of these leaves the question open: "or not?"
_ALTERNATIVES = frozenset("ou or или чи або".split())
# Phrases whose negation turns nothing: "not only", "no more than an hour", "n'est-ce pas".
_HARMLESS: Mapping[str, Sequence[tuple[str, ...]]] = {
    code: tuple(tuple(phrase.split()) for phrase in phrases.split(", "))
    for code, phrases in {
        "fr": "pas seulement, pas que, pas uniquement, non seulement, n est ce pas, pas plus de, pas plus d"
        ", pas moins de, pas moins d, pas contre",
        "en": "not only, not just, not merely, no more than, no less than, no later, nothing but, if not, not against"
        ", not least, no fewer",
        "ru": "не только, не просто, не более, не больше, не менее, не меньше, не раньше, не позже, не против, как не"
        ", если не",
        "uk": "не тільки, не лише, не просто, не більш, не більше, не менш, не менше, не раніше, не пізніше, не проти"
        ", як не, якщо не",
    }.items()
}
_THAT: Mapping[str, frozenset[str]] = {
    "fr": frozenset(("que", "qu")),
    "en": frozenset(("that",)),
    "ru": frozenset(("что", "будто")),
    "uk": frozenset(("що", "ніби", "буцім")),
}
# They negate after "ne" alone; how many words before them it may stand.
_FRENCH_AFTER_NE, _NE_WITHIN = frozenset("personne plus point".split()), 6
_SHORTENED = re.compile(r"n['’]t\b")
_FULL_NEGATIONS = frozenset("pas point plus jamais rien aucun aucune personne guere ni".split())
# What makes a statement hold only in some case; left out of a quote, it holds in all.
_CONDITIONS: Mapping[str, Sequence[str]] = {
    "fr": ("si", "sauf", "a moins"),
    "en": ("if", "unless", "except"),
    "ru": ("если", "кроме"),
    "uk": ("якщо", "крім", "окрім", "хіба"),
}
# Words that another language may put a negation or restriction for: "refuse" for "will not", "un-" for "pas".
_LIKE_NEGATIONS: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(
        r"(?:refus|dement|deni|ni[ea]|interdi|empech|impossib|irreal|inca|inex|inconn|manqu|echou|contest|rejet|exclu"
        r"|absen|ecart|ignor|simple|juste|excep|uniqu|sauf|faute)\w*"
    ),
    "en": re.compile(
        r"(?:refus|den[iy]|declin|reject|fail|rul(?:es|ed|ing)$|impossib|impract|unable|in(?:a|e|con|su)|lack|absen"
        r"|exclu|sole|single|merely|just|alone|except|unless|forb[ai]d|un(?!der|i|til|to))\w*"
    ),
    "ru": re.compile(
        r"(?:отказ|отверг|отриц|опроверг|отсутств|исключ|единств|одн|запре|кроме|не[а-я]{3}|без[а-я]{3}|бес)\w*"
    ),
    "uk": re.compile(
        r"(?:відмов|відки|запереч|спрост|відсутн|виключ|єдин|одн|заборон|крім|окрім|не[а-яіїєґ]{3}|без[а-яіїєґ]{3})\w*"
    ),
}


def negations(text: str, language: str) -> list[str]:
    """Return the words that negate or restrict; the French "ne" only beside another one or "que".

    Args:
        text: Any text; its first 4,096 characters are read.
        language: ISO 639-1 code; in a language without a table there are none.
    """
    found = _plain_words(text)
    negating = [word for word in found if word in _NEGATIONS.get(language, ())]
    if language == "en" and _SHORTENED.search(text):
        negating.append("not")
    if language == "fr" and set(negating) <= {"ne", "n"} and not {"que", "qu", *_FULL_NEGATIONS} & set(found):
        return []
    return negating


def asks_in_the_negative(spelled: Sequence[str], language: str) -> bool:
    """Tell if a question is negated ("who did not come?").

    A claim with a negation asks if it is so, and whoever asks who said that something is not so asks for what was said.

    Args:
        spelled: The words of a question, as a tokenizer spells them out.
        language: ISO 639-1 code; in a language without a table nothing negates.
    """
    negating = _negating(spelled, language)
    if not negating:
        return False
    # Further on, "what" is "that" in some languages: "he says that … not".
    asking = [
        found
        for found in tokenizer(language).question_phrases(spelled)
        if found.start <= _START and found.value is not AnswerKind.YES_NO
    ]
    start = min((found.end for found in asking), default=len(spelled))
    return any(start <= number and not _is_reported(spelled[start:number], language) for number in negating)


def _negating(spelled: Sequence[str], language: str) -> list[int]:
    """The places of the words that negate by themselves."""
    table = tokenizer(language).language.negations
    negating = [number for number, word in enumerate(spelled) if word in table]
    if language == "fr":
        # Of "n'est pas", the second word negates; the first alone may be "n'importe qui".
        negating = [number for number in negating if spelled[number] != "n"]
        negating += [
            number
            for number, word in enumerate(spelled)
            if word in _FRENCH_AFTER_NE and {"ne", "n"} & set(spelled[max(0, number - _NE_WITHIN) : number])
        ]
    if not negating:
        return negating
    harmless = {
        start + place
        for phrase in _HARMLESS.get(language, ())
        for start in range(len(spelled) - len(phrase) + 1)
        if tuple(spelled[start : start + len(phrase)]) == phrase
        for place in range(len(phrase))
    }
    return [
        number
        for number in negating
        if number not in harmless and (not number or spelled[number - 1] not in _ALTERNATIVES)
    ]


def _is_reported(between: Sequence[str], language: str) -> bool:
    """Tell if a negation is part of what somebody says, by the words between the question word and it."""
    stances = [stance(word, language) for word in between]
    first = next((number for number, each in enumerate(stances) if each is not None), None)
    if first is None:
        return False
    after = between[first + 1 :]
    # English leaves "that" out: "who says Ukraine cannot join?"
    return bool(_THAT.get(language, frozenset()) & set(after)) or (
        language == "en" and stances[first] == "say" and bool(after)
    )


def may_negate(text: str, language: str) -> bool:
    """Tell if a text may express a negation or restriction of another language, if only by a verb ("refuses").

    Args:
        text: Any text; its first 4,096 characters are read.
        language: ISO 639-1 code; in a language without a table any text may.
    """
    like = _LIKE_NEGATIONS.get(language)
    if like is None or negations(text, language):
        return True
    return any(like.fullmatch(word) for word in _plain_words(text))


def turning_words(before: str, left_out: str, language: str, *, saying: bool = True) -> str | None:
    """Return the words that a quote omits if they turn its meaning; None if they do not.

    Args:
        before: The words that the quote has before it, which may begin a French "ne … que".
        left_out: The words that it leaves out.
        language: ISO 639-1 code.
        saying: True if verbs of saying and thinking turn it, as negations, restrictions and conditions do.
    """
    dropped = _plain_words(left_out)
    kept = _plain_words(before)
    turning = [condition for condition in _CONDITIONS.get(language, ()) if f" {condition} " in f" {' '.join(dropped)} "]
    turning += negations(left_out, language)
    if not turning and language == "fr" and "que" in [*dropped, *("que" for word in dropped if word == "qu")]:
        after = kept[max((number for number, word in enumerate(kept) if word in ("ne", "n")), default=len(kept)) :]
        turning = ["que"] if after and not _FULL_NEGATIONS & set(after) else []
    if turning or (saying and verbs_of_saying(left_out, language)):
        return " ".join(left_out.split()).strip(",;:. ")
    return None


def _plain_words(text: str) -> list[str]:
    return words(fold(text.replace("'", " ").replace("’", " ")))
