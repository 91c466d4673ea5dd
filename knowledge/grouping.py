"""Questions that many people asked in their own words, brought together.

Two questions are alike where they share most of what they say, word by word: a ratio over whole strings makes
"Trump and Putin on NATO" and "Trump and Putin on borders" alike, since the names are long. Words count by their
stems, names, notions and synonyms as one thing however they are written, typos repaired (rapidfuzz, against the
words that several questions have); what many of the questions say weighs little, function words nothing. Questions
that ask for different kinds of thing ("when" and "why"), or about different people, are never alike.
Each question is held against the first of a group only, the one that was asked most: no chain of neighbours joins
what is far apart. Nobody makes it slow by what they ask: a long question is compared by its wording alone, any other
with a few, those that share its rarest words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Container, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import islice
from math import log

from knowledge.lexicon import Lexicon, found_in
from knowledge.text.languages import TELLING_KINDS, AnswerKind
from knowledge.text.neighbours import Neighbours
from knowledge.text.normalise import same_question
from knowledge.text.spelling import Spelling
from knowledge.text.tokens import Token, tokenizer

# Of what two questions say together, the share that both have to say.
_ALIKE = 0.7
# Of what one of two like questions says, the least that the other can say of it.
_LEAST_SHARED = _ALIKE / (2 - _ALIKE)
# A word of fewer questions may be a typo.
_KNOWN_FROM = 2
# As if there were so many more questions, which say other things: among few, all would be what everybody says.
_OTHERS = 20
_SCALE = 1_000_000
# Characters: a longer question is like none that is worded in another way.
_LONGEST = 200
# Whatever people send, a question takes little: so many words are repaired of it, so many that no other has are read,
# so many known ones are repaired by, and it is held against so many others. Ordinary questions come nowhere near.
_MOST_STRANGE = 4
_MOST_OWN = 12
_MOST_KNOWN = 5_000
_MOST_COMPARED = 24
_NAME, _NOTION, _SYNONYM, _KIND, _NOTHING = "@#~?-"

Spelled = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class AskedQuestion:
    """A question that somebody asked.

    Attributes:
        language: ISO 639-1 code.
        text: As it was typed.
    """

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class QuestionGroup:
    """Questions that are alike.

    Attributes:
        text: The wording that was used most; the oldest of several.
        language: Of all of them.
        positions: Where they stand among all questions, ascending.
    """

    text: str
    language: str
    positions: tuple[int, ...]


def groups(questions: Sequence[AskedQuestion], lexicon: Lexicon | None = None) -> list[QuestionGroup]:
    """Bring questions together as `Grouping.groups` does, once."""
    return Grouping(lexicon).groups(questions)


class Grouping:
    """Groups of questions, made again and again as more are asked: how those of the last time were read is kept.

    Not for several threads at once.

    Args:
        lexicon: Names and notions to recognise; none are needed.
    """

    def __init__(self, lexicon: Lexicon | None = None) -> None:
        self._lexicon = lexicon or Lexicon()
        self._readers: dict[str, _Reader] = {}

    def groups(self, questions: Sequence[AskedQuestion]) -> list[QuestionGroup]:
        """Bring questions of one language that are alike together.

        The time it takes grows with their number, whatever they are: of ten thousand, about a second.

        Args:
            questions: The oldest first.

        Returns:
            Each question in one group; the most asked first, then the oldest. Which are together does not depend on
            the order of the questions.
        """
        by_language: dict[str, list[int]] = {}
        for position, question in enumerate(questions):
            by_language.setdefault(question.language, []).append(position)
        self._readers = {language: self._reader(language) for language in by_language}
        found = [
            QuestionGroup(_most_used([questions[position].text for position in positions]), language, tuple(positions))
            for language, own in by_language.items()
            for positions in _together(own, self._readers[language].gists([questions[each].text for each in own]))
        ]
        return sorted(found, key=lambda group: (-len(group.positions), group.positions))

    def _reader(self, language: str) -> _Reader:
        return self._readers.get(language) or _Reader(language, self._lexicon)


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


class _Reader:
    """Reads the questions of one language.

    Args:
        language: ISO 639-1 code.
        lexicon: Names and notions.
    """

    def __init__(self, language: str, lexicon: Lexicon) -> None:
        self._tokenizer = reader = tokenizer(language)
        self._concepts = lexicon.table(language)
        self._concept_words = lexicon.words(language)
        self._kinds = {
            token.stem: kind for word, kind in reader.language.kind_words.items() for token in reader.tokens([word])
        }
        self._spelled: dict[str, Spelled] = {}
        self._gists: dict[Spelled, _Gist] = {}

    def gists(self, texts: Sequence[str]) -> list[_Gist]:
        """What each of some questions says, given that the others say what they say."""
        self._spelled = {text: self._spelled.get(text) or self._words(text) for text in texts}
        each = set(self._spelled.values())
        counts = Counter(word for spelled in each for word in set(spelled))
        several = {word: count for word, count in counts.items() if count >= _KNOWN_FROM}
        spelling = self._spelling(several)
        meant = {spelled: self._repaired(spelled, several, spelling) for spelled in each}
        self._gists = {spelled: self._gists.get(spelled) or self._gist(spelled) for spelled in set(meant.values())}
        return [self._gists[meant[self._spelled[text]]] for text in texts]

    def _words(self, text: str) -> Spelled:
        """The words of a question; a long one is one word, which no other question has."""
        if len(text) > _LONGEST:
            return tuple(filter(None, [same_question(text)]))
        return tuple(self._tokenizer.without_markers(self._tokenizer.words(text)))

    def _spelling(self, several: Mapping[str, int]) -> Spelling:
        """Repairs words by those that several questions have and those of names and notions."""
        most = nsmallest(_MOST_KNOWN, several, key=lambda word: (-several[word], word))
        known = {word: several[word] for word in most}
        known.update({word: 1 for word in sorted(self._concept_words) if word not in known})
        return Spelling(
            known,
            language=self._tokenizer.language.code,
            prefixes=self._tokenizer.language.elisions,
            neighbours=Neighbours(known).of,
        )

    def _repaired(self, spelled: Spelled, several: Container[str], spelling: Spelling) -> Spelled:
        """The words, typos repaired; where many are strange, what is meant by them cannot be told.

        Where very many are, all of them are one word: no other question can say as much of the same.
        """
        own = [word for word in spelled if word not in several and word not in self._tokenizer.known_words]
        if len(own) > _MOST_OWN:
            return ("".join(spelled),)
        strange = list(islice(filter(spelling.is_strange, own), _MOST_STRANGE + 1))
        if not 0 < len(strange) <= _MOST_STRANGE:
            return spelled
        repaired = {word: spelling.repair(word) for word in strange}
        return tuple(meant for word in spelled for meant in repaired.get(word, (word,)))

    def _gist(self, spelled: Spelled) -> _Gist:
        """What a question says; one of function words only says these."""
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

    Whatever two like questions share, they share one of the units that are rare in each: the commonest ones, which
    weigh less together than they have to share, cannot be all. So each is looked for by its rare units only.

    Args:
        gists: All that there are, each once.
    """

    def __init__(self, gists: Collection[_Gist]) -> None:
        counts = Counter(unit for gist in gists for unit in gist.units)
        size = len(gists) + _OTHERS
        # Whole numbers: their sum is the same in whatever order they are added.
        self._weights = {unit: round(_SCALE * log(size / count)) for unit, count in counts.items()}
        self._leaders: list[tuple[_Gist, int]] = []
        self._having: dict[str, list[int]] = {}

    def of(self, gist: _Gist) -> _Gist:
        """The leader that a question is most like, the first of several; itself, from now on, if it is like none."""
        own = self._weight(gist.units)
        rare = self._rare(gist, own)
        best = min(self._alike(gist, own, rare), default=None)
        if best is not None:
            return self._leaders[best[1]][0]
        for unit in rare:
            having = self._having.setdefault(unit, [])
            if len(having) < _MOST_COMPARED:
                having.append(len(self._leaders))
        self._leaders.append((gist, own))
        return gist

    def _alike(self, gist: _Gist, own: int, rare: Sequence[str]) -> Iterator[tuple[float, int]]:
        """The leaders that a question is like, by their numbers, with how much: the less, the more."""
        near = {number: None for unit in rare for number in self._having.get(unit, ())}
        for number in islice(near, _MOST_COMPARED):
            leader, weight = self._leaders[number]
            both = self._weight(gist.units & leader.units)
            if 2 * both >= _ALIKE * (own + weight) and not gist.contradicts(leader):
                yield -both / (own + weight), number

    def _rare(self, gist: _Gist, own: int) -> list[str]:
        """The rarest of what a question says; what is left out weighs less than a like question has to share."""
        ordered = sorted(gist.units, key=lambda unit: (-self._weights[unit], unit))
        rest = own
        for position, unit in enumerate(ordered):
            if rest < _LEAST_SHARED * own:
                return ordered[:position]
            rest -= self._weights[unit]
        return ordered

    def _weight(self, units: Iterable[str]) -> int:
        return sum(map(self._weights.__getitem__, units))
