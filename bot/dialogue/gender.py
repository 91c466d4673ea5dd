"""The grammatical gender of people, as the entries of an article speak of them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from enum import StrEnum
from functools import lru_cache

from knowledge.lexicon import Lexicon
from knowledge.model import Article
from knowledge.text.tokens import tokenizer
from knowledge.text.utterances import LANGUAGES, utterances
from knowledge.text.verbs_of_saying import verbs_of_saying


class Gender(StrEnum):
    """The genders that pronouns and verbs in the past agree with."""

    FEMININE = "feminine"
    MASCULINE = "masculine"


# The ends of Slavic verbs in the past; "сказалась" is no verb of saying.
_PAST: Mapping[str, tuple[tuple[str, Gender], ...]] = {
    "ru": (("ла", Gender.FEMININE), ("л", Gender.MASCULINE)),
    "uk": (("ла", Gender.FEMININE), ("в", Gender.MASCULINE)),
}
# Of an entry, in a language whose verbs tell.
_MOST_VARIANTS = 12
# Articles whose people are kept.
_MOST_KEPT = 200


class _Texts:
    """An article and its lexicon as an argument of what is kept: the same article is the same key."""

    def __init__(self, article: Article, lexicon: Lexicon) -> None:
        self.article, self.lexicon = article, lexicon

    def __hash__(self) -> int:
        return id(self.article)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Texts) and other.article is self.article


def genders(article: Article, lexicon: Lexicon) -> Mapping[str, Gender]:
    """Return the genders of the people of an article, by their ids.

    Pronouns tell them in answers and titles that name nobody else, and verbs of saying beside a name. Whoever is
    spoken of in neither way is missing.

    Args:
        article: The article.
        lexicon: Its names.
    """
    return _genders(_Texts(article, lexicon))


@lru_cache(maxsize=_MOST_KEPT)
def _genders(texts: _Texts) -> Mapping[str, Gender]:
    article, found = texts.article, dict[str, Counter[Gender]]()
    for code in set(article.served) & set(LANGUAGES):
        for entry in article.entries:
            variants = entry.questions(code)[:_MOST_VARIANTS] if code in _PAST else ()
            for text in (entry.answers[code], entry.title(code), *variants):
                for identifier, gender in _told(text, code, texts.lexicon):
                    found.setdefault(identifier, Counter())[gender] += 1
    return {each: told.most_common(1)[0][0] for each, told in found.items() if each in article.people}


def _told(text: str, code: str, lexicon: Lexicon) -> list[tuple[str, Gender]]:
    reader, tables = tokenizer(code), utterances(code)
    words = reader.words(text)
    named = [each for each in lexicon.concepts_in(reader.tokens(words), code) if each.value.is_name]
    found: list[tuple[str, Gender]] = []
    for each in named:
        beside = (words[each.start - 1] if each.start else "", *words[each.end : each.end + 1])
        for word in beside:
            ends = (gender for end, gender in _PAST.get(code, ()) if word.endswith(end))
            if verbs_of_saying(word, code) and (gender := next(ends, None)) is not None:
                found.append((each.value.id, gender))
    ids = {each.value.id for each in named}
    if len(ids) == 1:
        [identifier] = ids
        found += [(identifier, Gender.FEMININE) for word in words if word in tables.feminine]
        found += [(identifier, Gender.MASCULINE) for word in words if word in tables.masculine]
    return found
