"""Questions that many people asked in their own words, brought together.

Two questions are alike where they share most of what they say, word by word: a ratio over whole strings makes
"Trump and Putin on NATO" and "Trump and Putin on borders" alike, since the names are long. Words count by their
stems, names, notions and synonyms as one thing however they are written, typos repaired (rapidfuzz, against the
words that several questions have); what many of the questions say weighs little, function words nothing. Questions
that ask for different kinds of thing ("when" and "why"), or about different people, are never alike.
Each question is held against the first of a group only, the one that was asked most: no chain of neighbours joins
what is far apart.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from math import log

from knowledge.lexicon import Lexicon, found_in
from knowledge.text.languages import TELLING_KINDS, AnswerKind
from knowledge.text.normalise import same_question
from knowledge.text.spelling import Spelling
from knowledge.text.tokens import Token, tokenizer

# Of what two questions say together, the share that both have to say.
_ALIKE = 0.7
# A word of fewer questions may be a typo.
_KNOWN_FROM = 2
# As if there were so many more questions, which say other things: among few, all would be what everybody says.
_OTHERS = 20
_NAME, _NOTION, _SYNONYM, _KIND, _NOTHING = "@#~?-"


@dataclass(frozen=True, slots=True)
class Asked:
    """A question that somebody asked.

    Attributes:
        language: ISO 639-1 code.
        text: As it was typed.
    """

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Group:
    """Questions that are alike.

    Attributes:
        text: The wording that was used most; the oldest of several.
        language: Of all of them.
        positions: Where they stand among all questions, ascending.
    """

    text: str
    language: str
    positions: tuple[int, ...]


def groups(questions: Sequence[Asked], lexicon: Lexicon | None = None) -> list[Group]:
    """Brings questions of one language that are alike together.

    Args:
        questions: The oldest first.
        lexicon: Names and notions to recognise; none are needed.

    Returns:
        Each question in one group; the most asked first, then the oldest. Which are together does not depend on
        the order of the questions.
    """
    by_language: dict[str, list[int]] = {}
    for position, question in enumerate(questions):
        by_language.setdefault(question.language, []).append(position)
    found = [
        Group(_most_used([questions[position].text for position in positions]), language, tuple(positions))
        for language, own in by_language.items()
        for positions in _together(own, _gists(language, [questions[each].text for each in own], lexicon))
    ]
    return sorted(found, key=lambda group: (-len(group.positions), group.positions))


def _most_used(texts: Sequence[str]) -> str:
    """The wording that occurs most among texts, the first of several, as it was first typed."""
    counts = Counter(map(same_question, texts))
    return max(texts, key=lambda text: counts[same_question(text)])


@dataclass(frozen=True)
class _Gist:
    """What a question says: stems, and names, notions, synonyms and kinds of answer behind a mark of each."""

    units: frozenset[str]

    @cached_property
    def names(self) -> frozenset[str]:
        return self._marked(_NAME)

    @cached_property
    def kinds(self) -> frozenset[str]:
        return self._marked(_KIND)

    def _marked(self, mark: str) -> frozenset[str]:
        return frozenset(unit for unit in self.units if unit.startswith(mark))

    def contradicts(self, other: _Gist) -> bool:
        """Whether two questions ask for different kinds of thing, or about different people."""
        if self.kinds and other.kinds and self.kinds.isdisjoint(other.kinds):
            return True
        return not (self.names <= other.names or other.names <= self.names)


def _gists(language: str, texts: Sequence[str], lexicon: Lexicon | None) -> list[_Gist]:
    reader = _Reader(language, texts, lexicon or Lexicon())
    return [reader.gist(text) for text in texts]


class _Reader:
    """Reads the questions of one language.

    Args:
        language: ISO 639-1 code.
        texts: All of them: what several have is spelled as it should be.
        lexicon: Names and notions.
    """

    def __init__(self, language: str, texts: Sequence[str], lexicon: Lexicon) -> None:
        self._tokenizer = reader = tokenizer(language)
        self._concepts = lexicon.table(language)
        self._kinds = {
            token.stem: kind for word, kind in reader.language.kind_words.items() for token in reader.tokens([word])
        }
        counts = Counter(word for spelled in {tuple(self._spelled(text)) for text in texts} for word in set(spelled))
        known = {word: count for word, count in counts.items() if count >= _KNOWN_FROM}
        known.update({word: 1 for word in lexicon.words(language) if word not in known})
        self._spelling = Spelling(known, language=language, prefixes=reader.language.elisions)

    def _spelled(self, text: str) -> list[str]:
        return self._tokenizer.without_markers(self._tokenizer.words(text))

    def gist(self, text: str) -> _Gist:
        """What a question says; one of function words only says these."""
        spelled = [meant for word in self._spelled(text) for meant in self._spelling.repair(word)]
        tokens = self._tokenizer.tokens(spelled)
        units: list[str] = [""] * len(tokens)
        for start, end, unit in self._marked(spelled, tokens):
            if not any(units[start:end]):
                units[start:end] = [unit] * (end - start)
        said = {unit or token.stem for unit, token in zip(units, tokens, strict=True) if unit or not token.function}
        return _Gist(frozenset(said - {_NOTHING}) or frozenset(token.stem for token in tokens))

    def _marked(self, spelled: Sequence[str], tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """The phrases that count as one thing, what matters most first: where they stand, and that thing."""
        for concept in found_in(self._concepts, tokens):
            mark = _NAME if concept.value.is_name else _NOTION
            yield concept.start, concept.end, f"{mark}{concept.value.id}"
        for phrase in self._tokenizer.question_phrases(spelled):
            yield phrase.start, phrase.end, self._kind(phrase.value)
        for position, token in enumerate(tokens):
            if token.stem in self._kinds:
                yield position, position + 1, self._kind(self._kinds[token.stem])
        for synonym in self._tokenizer.synonyms.find([token.stem for token in tokens]):
            yield synonym.start, synonym.end, f"{_SYNONYM}{synonym.value}"

    @staticmethod
    def _kind(kind: AnswerKind) -> str:
        return f"{_KIND}{kind}" if kind in TELLING_KINDS else _NOTHING


def _together(positions: Sequence[int], gists: Sequence[_Gist]) -> Iterator[list[int]]:
    """The positions of each group.

    Args:
        positions: Of some questions.
        gists: What each of them says.
    """
    members: dict[_Gist, list[int]] = {}
    for position, gist in zip(positions, gists, strict=True):
        members.setdefault(gist, []).append(position)
    leaders = _Leaders(members)
    groups: dict[_Gist, list[int]] = {}
    for gist in sorted(members, key=lambda gist: (-len(members[gist]), sorted(gist.units))):
        groups.setdefault(leaders.of(gist), []).extend(members[gist])
    return map(sorted, groups.values())


class _Leaders:
    """The questions that hold groups together.

    Args:
        gists: All that there are, each once.
    """

    def __init__(self, gists: Collection[_Gist]) -> None:
        counts = Counter(unit for gist in gists for unit in gist.units)
        size = len(gists) + _OTHERS
        self._weights = {unit: log(size / count) for unit, count in counts.items()}
        self._leaders: list[tuple[_Gist, float]] = []
        self._having: dict[str, list[int]] = {}

    def of(self, gist: _Gist) -> _Gist:
        """The leader that a question is most like, the first of several; itself, from now on, if it is like none."""
        shared: dict[int, float] = {}
        for unit in gist.units:
            weight = self._weights[unit]
            for number in self._having.get(unit, ()):
                shared[number] = shared.get(number, 0.0) + weight
        own = sum(self._weights[unit] for unit in gist.units)
        alike = {number: 2 * weight / (own + self._leaders[number][1]) for number, weight in shared.items()}
        close = (
            number
            for number, share in alike.items()
            if share >= _ALIKE and not gist.contradicts(self._leaders[number][0])
        )
        best = min(close, key=lambda number: (-alike[number], number), default=None)
        if best is not None:
            return self._leaders[best][0]
        for unit in gist.units:
            self._having.setdefault(unit, []).append(len(self._leaders))
        self._leaders.append((gist, own))
        return gist
