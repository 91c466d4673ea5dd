"""Questions that hardly any FAQ answers: general ones, and near ones about the people in an article.

One module a language, a question a line: GENERAL holds chat, other news and general knowledge; ABOUT_SOMEBODY asks of
somebody, `{}` in the nominative, what few articles tell. An article may answer one of them all the same, so only those
count that have a word which none of its entries has.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import cycle
from types import MappingProxyType, ModuleType

from knowledge.text.languages import TELLING_KINDS
from knowledge.text.stances import stance
from knowledge.text.tokens import tokenizer

from . import english, french, russian, ukrainian

_MODULES: Mapping[str, ModuleType] = MappingProxyType({"fr": french, "en": english, "ru": russian, "uk": ukrainian})
_MOST_ABOUT_ONE = 5


def telling_words(language: str, texts: Iterable[str]) -> frozenset[str]:
    """Return the telling words of texts: kinds of thing asked for, stances, and stems of other content words.

    Args:
        language: ISO 639-1 code.
        texts: Of a FAQ, the variants and answers of its entries.
    """
    return frozenset(word for text in texts for word in _telling(language, text))


def general_questions(language: str, known: frozenset[str]) -> tuple[str, ...]:
    """Return general questions that hardly any FAQ answers, without those with words that this one has.

    Args:
        language: ISO 639-1 code; in a language without a table there are none.
        known: The telling words of the FAQ.
    """
    return tuple(_unknown(language, known, ((question, "") for question in _lines(language, "GENERAL"))))


def questions_about(language: str, known: frozenset[str], names: Sequence[str]) -> tuple[str, ...]:
    """Return questions about the people of an article that it does not answer.

    Args:
        language: ISO 639-1 code; in a language without a table there are none.
        known: The telling words of the article.
        names: Of the people, in the nominative.
    """
    wordings = _lines(language, "ABOUT_SOMEBODY")
    asked = zip(cycle(wordings), (name for name in names for _ in range(_MOST_ABOUT_ONE)), strict=False)
    return tuple(_unknown(language, known, asked))


def unanswered(language: str, known: frozenset[str], wordings: Sequence[str], things: Sequence[str]) -> tuple[str, ...]:
    """Return questions about the things of an article, one each, that it does not answer.

    Args:
        language: ISO 639-1 code.
        known: The telling words of the article.
        wordings: Questions with `{}` for a thing.
        things: As they stand in a question.
    """
    return tuple(_unknown(language, known, zip(cycle(wordings), things, strict=False)))


def _unknown(language: str, known: frozenset[str], asked: Iterable[tuple[str, str]]) -> Iterator[str]:
    """The questions, each a wording with a name, of which a word is not known."""
    for wording, name in asked:
        if not known.issuperset(_telling(language, wording.replace("{}", ""))):
            yield wording.replace("{}", name)


def _telling(language: str, text: str) -> frozenset[str]:
    """The telling words of one text."""
    reader = tokenizer(language)
    spelled = reader.words(text)
    asked = reader.question_phrases(spelled)
    asking = {place for found in asked for place in range(found.start, found.end)}
    kinds = frozenset(f"?{found.value}" for found in asked if found.value in TELLING_KINDS)
    return kinds | frozenset(
        f"!{taken}" if (taken := stance(token.word, language)) is not None else token.stem
        for place, token in enumerate(reader.tokens(spelled))
        if not token.function and place not in asking
    )


def _lines(language: str, table: str) -> tuple[str, ...]:
    module = _MODULES.get(language)
    return tuple(getattr(module, table).strip().splitlines()) if module is not None else ()
