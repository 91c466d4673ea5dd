"""The intent of an utterance: courtesy, a word that only points, a question of one word, or a question of its own.

Closed lists decide (`knowledge.text.utterances`): an utterance is what it is only if its phrases leave no word over, so
that no question is taken for courtesy.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from enum import StrEnum
from functools import lru_cache

from bot.dialogue.facet import Facet
from bot.dialogue.spelling_slips import SpellingSlips
from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.text.coverage import Cover, Coverage
from knowledge.text.keyboard import retype
from knowledge.text.memo import Memo
from knowledge.text.normalise import alphabet
from knowledge.text.tokens import tokenizer
from knowledge.text.transliteration import to_cyrillic
from knowledge.text.utterances import LANGUAGES, Utterances, utterances
from knowledge.text.verbs_of_saying import verbs_of_saying

_ALPHABETS = {"fr": "LATIN", "en": "LATIN", "ru": "CYRILLIC", "uk": "CYRILLIC"}
_MOST_WORDS = 16
"""Words of an utterance that is read at all; whoever writes more tells or asks something."""
# Kinds of courtesy that may stand before what points or goes on.
_BESIDE = frozenset({"greeting", "thanks", "reaction", "insult"})
# Words of reading that ask about the article without one for it.
_FEWEST_READING = 2
# Courtesy that is looked for in other letters than those that were typed, and the letters that it has.
_PLAIN = frozenset({"greeting", "wellbeing", "thanks", "farewell", "praise"})
_FEWEST_LETTERS, _MOST_LETTERS = 4, 30
# Readings that are kept, of the last utterances.
_MOST_REMEMBERED = 50
# Words of an utterance in which a short one may be misspelt.
_MOST_MISSPELT = 3
_LAUGHTER = re.compile(
    r"(?:a*(?:ha){2,}h?|(?:ah){2,}a?|h[ei](?:h[ei])+|lo+l+|lmf?ao+|mdr+|ptdr+|x+d+|jaja(?:ja)*|"
    r"[ао]*(?:ха){2,}х?|(?:ах){2,}а?|х[еиі](?:х[еиі])+|лол+|кек+|хд+|ржу+|а{3,}|х{2,})"
)
# Farewells whose sign is no letter.
_LITERAL = {"a+": "farewell", "a++": "farewell", "@+": "farewell"}
# Pictographs, dingbats and symbols that stand for a face, a hand, a heart.
_EMOJI = re.compile("[\U0001f000-\U0001faff\u2600-\u27bf\u2b00-\u2bff\u203c\u2049\u00a9\u00ae]")
# Thumbs down, faces that are angry or sick, and worse.
_UNKIND = re.compile("[\U0001f44e\U0001f620\U0001f621\U0001f624\U0001f92c\U0001f92e\U0001f922\U0001f4a9\U0001f595]")
_SMILEY = re.compile(r"[:;=8xX][-'o]?[()DPpdoO3|/\\]+|<3|\^_?\^|[()]{2,}")


class IntentKind(StrEnum):
    """The kinds of what people say to the bot."""

    COURTESY = "courtesy"
    LANGUAGE = "language"
    POINTING = "pointing"
    CARD = "card"
    FOLLOW_UP = "follow-up"
    QUESTION = "question"


def is_emoji(text: str) -> bool:
    """Tell whether a text is emoji or smileys and nothing else."""
    if any(map(str.isalnum, _SMILEY.sub("", text))):
        return False
    return _EMOJI.search(text) is not None or _SMILEY.search(text) is not None


def sign_of(text: str) -> str | None:
    """Return the kind of courtesy of a text that is emoji, or a sign that stands for words; None for any other."""
    literal = _LITERAL.get("".join(text.lower().split()))
    if literal is not None or not is_emoji(text):
        return literal
    return "insult" if _UNKIND.search(text) else "emoji"


def readings(text: str, preferred: str | None = None) -> Iterator[UtteranceReading]:
    """Yield the readings of an utterance by the languages of its alphabet; none if it is long.

    Args:
        text: The utterance.
        preferred: The language whose reading comes first, as ISO 639-1 code.
    """
    written = alphabet(text)
    is_read = False
    for code in sorted(LANGUAGES, key=lambda code: code != preferred):
        if _ALPHABETS[code] == written:
            words = tokenizer(code).words(text)
            if len(words) <= _MOST_WORDS:
                reading = _reader(code).read(tuple(words))
                is_read = is_read or bool(reading.courtesy.kinds)
                yield reading
    if not is_read and _FEWEST_LETTERS <= sum(map(str.isalpha, text)) <= _MOST_LETTERS:
        yield from _in_other_letters(text, written)


def _in_other_letters(text: str, written: str) -> Iterator[UtteranceReading]:
    """Yield the reading of greetings, thanks and the like typed in another alphabet, or on another layout."""
    transliterated = [cyrillic for cyrillic, _ in to_cyrillic(text)]
    for spelled in dict.fromkeys((*transliterated, *retype(text))):
        for code in LANGUAGES:
            if _ALPHABETS[code] == alphabet(spelled) != written:
                words = tuple(tokenizer(code).words(spelled))
                reading = _reader(code).read(words) if _reader(code).may_be_courtesy(words) else None
                if reading and reading.courtesy.is_complete and not _PLAIN.isdisjoint(reading.courtesy.kinds):
                    yield reading
                    return


def known_words(code: str) -> frozenset[str]:
    """Return the words of a language's tables of utterances, of questions and of grammar, by its ISO 639-1 code."""
    return _reader(code).known


class _Reader:
    """A reader of utterances of one language."""

    def __init__(self, code: str) -> None:
        self._code = code
        self._tables = tables = utterances(code)
        self.known = _known_words(tables) | tokenizer(code).known_words
        self._courteous = {word for phrase in tables.courtesy for word in phrase} | tables.fillers
        self._slips = SpellingSlips(self.known, (word for phrase in tables.courtesy for word in phrase))
        # An utterance is read several times on its way to a reply.
        self._readings = Memo(self._read, most=_MOST_REMEMBERED)
        self._free = Memo(self._may_stand)
        may_stand, is_filler = self._free.__getitem__, tables.fillers.__contains__
        bot = {phrase: kind for phrase, kind in tables.courtesy.items() if kind in ("bot", "maker")}
        self._courtesy = Cover(tables.courtesy, is_filler)
        self._languages = Cover(dict.fromkeys(tables.languages, "language"), is_filler)
        self._card = Cover(tables.card, may_stand)
        self._bot = Cover(bot, lambda word: may_stand(word) or word in tables.you)
        self._article = Cover({**tables.facets, **tables.card}, self._may_stand_beside_the_article)
        self._pointing = self._alone_and_beside_courtesy(tables.pointing, may_stand)
        self._facets = self._alone_and_beside_courtesy(tables.facets, self._may_stand_in_the_article)

    def read(self, spelled: tuple[str, ...]) -> UtteranceReading:
        return self._readings[spelled]

    def may_be_courtesy(self, spelled: Sequence[str]) -> bool:
        """Tell whether every word stands in some phrase of courtesy, which costs little to find out."""
        words = map(self._slips.repaired, spelled)
        return all(word in self._courteous or _LAUGHTER.fullmatch(word) for word in words)

    def _read(self, spelled: tuple[str, ...]) -> UtteranceReading:
        tables = self._tables
        words = tuple(map(self._slips.repaired, spelled))
        laughing = tuple(word for word in words if not _LAUGHTER.fullmatch(word))
        courtesy = self._courtesy.of(laughing)
        if len(laughing) < len(words) and not courtesy.uncovered:
            courtesy = Coverage((*courtesy.kinds, "reaction"), ())
        plain = laughing or words
        near = courtesy
        if courtesy.uncovered and len(laughing) <= _MOST_MISSPELT:
            near = self._courtesy.of(tuple(map(self._slips.near_courtesy, laughing)))
        card = self._card.of(plain)
        is_certain = card.is_complete
        if not is_certain:
            card = self._about_the_article(plain)
        counterpart = max((size for size in range(1, 5) if words[:size] in tables.counterpart), default=0)
        return UtteranceReading(
            self._code,
            words,
            courtesy,
            self._languages.of(spelled).is_complete,
            _covered_beside_courtesy(plain, *self._pointing),
            _covered_beside_courtesy(plain, *self._facets),
            card,
            self._bot.of(plain),
            tuple(dict.fromkeys(tables.pronouns[(word,)] for word in words if (word,) in tables.pronouns)),
            counterpart,
            is_certain,
            near,
        )

    def _alone_and_beside_courtesy(
        self, kinds: Mapping[tuple[str, ...], str], is_free: Callable[[str], bool]
    ) -> tuple[Cover, Cover]:
        beside = {phrase: kind for phrase, kind in self._tables.courtesy.items() if kind in _BESIDE}
        return Cover(kinds, is_free), Cover({**beside, **kinds}, is_free)

    def _may_stand(self, word: str) -> bool:
        """Tell whether a word says nothing of what is asked about: it is generic, or a verb of saying."""
        return word in self._tables.generic or word in self._tables.fillers or bool(verbs_of_saying(word, self._code))

    def _may_stand_in_the_article(self, word: str) -> bool:
        return self._free[word] or word in self._tables.article

    def _about_the_article(self, words: Sequence[str]) -> Coverage:
        """Cover words that ask about the article itself: by a word for it, or by one of writing and publishing.

        Who speaks in it is asked of its statements, not of itself.
        """
        tables = self._tables
        is_published = any(word in tables.publishing for word in words)
        is_published = is_published or sum(word in tables.reading for word in words) >= _FEWEST_READING
        if not is_published and not any(word in tables.article for word in words):
            return Coverage((), tuple(words))
        found = self._article.of(words)
        speaks = Facet.SPEAKER in found.kinds and not is_published
        return Coverage((), tuple(words)) if speaks else Coverage(found.kinds or ("subject",), found.uncovered)

    def _may_stand_beside_the_article(self, word: str) -> bool:
        tables = self._tables
        return self._may_stand_in_the_article(word) or word in tables.reading or word in tables.publishing


def _covered_beside_courtesy(words: Sequence[str], alone: Cover, beside: Cover) -> Coverage:
    """Cover words with phrases, where a greeting, thanks or a reaction may stand beside them."""
    plain = alone.of(words)
    if not plain.kinds or not plain.uncovered:
        return plain
    found = beside.of(words)
    said = tuple(kind for kind in found.kinds if kind not in _BESIDE)
    return Coverage(said, found.uncovered, found.free_words) if said and not found.uncovered else plain


def _known_words(tables: Utterances) -> frozenset[str]:
    phrases = (
        phrase
        for table in (tables.courtesy, tables.pointing, tables.facets, tables.card, tables.counterpart, tables.opinion)
        for phrase in table
    )
    words = {word for phrase in phrases for word in phrase}
    return frozenset(
        words | tables.generic | tables.fillers | tables.article | tables.reading | tables.publishing | tables.you
    )


@lru_cache(maxsize=len(LANGUAGES))
def _reader(code: str) -> _Reader:
    return _Reader(code)
