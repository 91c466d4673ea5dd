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
from collections.abc import Collection, Iterator, Mapping, Sequence, Sized
from dataclasses import dataclass
from functools import cached_property
from heapq import nsmallest
from itertools import chain, islice
from math import log

from knowledge.lexicon import Lexicon, find_concepts
from knowledge.text.languages import TELLING_KINDS, AnswerKind
from knowledge.text.neighbours import Neighbours
from knowledge.text.normalise import question_key
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
_LONGEST = 150
# Whatever people send, a question takes little: so many of its words are read, so many things that it says, so many
# words are repaired of it, so many that no other has are read, so many known ones are repaired by, so many questions
# are found by one word, and it is held against so many of them. Of 14,000 variants none is longer or has more words,
# and one in a thousand says more than ten things.
_MOST_WORDS = 25
_MOST_SAID = 12
_MOST_STRANGE = 2
_MOST_OWN = 12
_MOST_KNOWN = 5_000
_MOST_HAVING = 24
_MOST_COMPARED = 16
_NAME, _NOTION, _SYNONYM, _KIND, _WORDING, _NOTHING = "@#~?=-"

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
        positions: Their positions among all questions, ascending.
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
    if len(texts) == 1:
        return texts[0]
    counts = Counter(map(question_key, texts))
    return max(texts, key=lambda text: counts[question_key(text)])


@dataclass(frozen=True)
class _Gist:
    """The features of a question: stems, and names, notions, synonyms and kinds of answer behind a mark of each."""

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
        """Tell whether two questions ask for different kinds of thing, or about different people."""
        if self.kinds and other.kinds and self.kinds.isdisjoint(other.kinds):
            return True
        return not (self.names <= other.names or other.names <= self.names)


class _Reader:
    """A reader of the questions of one language.

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
        """Read each of some questions, given the words of the others."""
        self._spelled = {text: self._spelled.get(text) or self._words(text) for text in texts}
        each = set(self._spelled.values())
        counts = Counter(chain.from_iterable(map(frozenset, each)))
        several = {word: count for word, count in counts.items() if count >= _KNOWN_FROM}
        spelling = self._spelling(several)
        read = self._tokenizer.known_words.union(several)
        meant = {spelled: self._repaired(spelled, read, spelling) for spelled in each}
        self._gists = {spelled: self._gists.get(spelled) or self._gist(spelled) for spelled in set(meant.values())}
        return [self._gists[meant[self._spelled[text]]] for text in texts]

    def _words(self, text: str) -> Spelled:
        """The words of a question; a long one is one word, which no other question has."""
        if len(text) <= _LONGEST:
            words = self._tokenizer.words(text)
            if len(words) <= _MOST_WORDS:
                return tuple(self._tokenizer.without_markers(words))
        return _one_word(question_key(text))

    def _spelling(self, several: Mapping[str, int]) -> Spelling:
        """Return a spelling that repairs words by those that several questions have, and those of names and notions."""
        most = nsmallest(_MOST_KNOWN, several, key=lambda word: (-several[word], word))
        known = {word: several[word] for word in most}
        known.update({word: 1 for word in sorted(self._concept_words) if word not in known})
        return Spelling(
            known,
            language=self._tokenizer.language.code,
            prefixes=self._tokenizer.language.elisions,
            neighbours=Neighbours(known).of,
        )

    def _repaired(self, spelled: Spelled, read: frozenset[str], spelling: Spelling) -> Spelled:
        """The words, typos repaired; where many are strange, what is meant by them cannot be told.

        Where very many are, all of them are one word: no other question can say as much of the same.
        """
        if spelled and spelled[0].startswith(_WORDING):
            return spelled
        own = frozenset(spelled) - read
        if len(own) > _MOST_OWN:
            return _one_word("".join(spelled))
        strange = list(islice(filter(spelling.is_strange, own), _MOST_STRANGE + 1))
        if not 0 < len(strange) <= _MOST_STRANGE:
            return spelled
        repaired = {word: spelling.repair(word) for word in strange}
        return tuple(meant for word in spelled for meant in repaired.get(word, (word,)))

    def _gist(self, spelled: Spelled) -> _Gist:
        """Return the gist of a question: its function words if it has no others, its wording if it is very long."""
        if spelled and spelled[0].startswith(_WORDING):
            return _Gist(frozenset(spelled))
        tokens = self._tokenizer.tokens(spelled)
        marked: list[str] = [""] * len(tokens)
        for start, end, unit in self._marked(spelled, tokens):
            if not any(marked[start:end]):
                marked[start:end] = [unit] * (end - start)
        said = {unit or token.stem for unit, token in zip(marked, tokens, strict=True) if unit or not token.function}
        units = frozenset(said - {_NOTHING}) or frozenset(token.stem for token in tokens)
        return _Gist(units if len(units) <= _MOST_SAID else frozenset(_one_word("".join(spelled))))

    def _marked(self, spelled: Sequence[str], tokens: Sequence[Token]) -> Iterator[tuple[int, int, str]]:
        """Yield the phrases that count as one unit, the most important first: start, end and unit."""
        for concept in find_concepts(self._concepts, tokens):
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


def _one_word(wording: str) -> Spelled:
    """Return a wording as a single unit, which no other question has; nothing for an empty one."""
    return (f"{_WORDING}{wording}",) if wording else ()


def _together(positions: Sequence[int], gists: Sequence[_Gist]) -> Iterator[list[int]]:
    """Yield the positions of the questions of each group.

    Args:
        positions: Of some questions.
        gists: The gist of each of them.
    """
    members: dict[frozenset[str], list[int]] = {}
    for position, gist in zip(positions, gists, strict=True):
        members.setdefault(gist.units, []).append(position)
    groups: dict[frozenset[str], list[int]] = {}
    for own, leader in _with_leaders(list({gist.units: gist for gist in gists}.values()), members):
        groups.setdefault(leader, []).extend(members[own])
    return map(sorted, groups.values())


def _with_leaders(
    gists: Sequence[_Gist], members: Mapping[frozenset[str], Sized]
) -> Iterator[tuple[frozenset[str], frozenset[str]]]:
    """Yield the units of each question with those of the question that leads its group."""
    weighing = _Weighing(gists)
    leaders = _Leaders(weighing.weights)
    weighed = map(weighing.weigh, gists)
    for question in sorted(weighed, key=lambda question: (-len(members[question.gist.units]), *question.order)):
        yield question.gist.units, leaders.of(question).gist.units


@dataclass(frozen=True, slots=True)
class _Weighed:
    """The units of a question, weighed by how few other questions have them.

    Attributes:
        gist: The gist of the question.
        shared: The numbers of what others say too, the rarest first.
        alone: Some of what no other says; empty if there is nothing.
        weight: Of all that it says.
        rest: The weight of what others say too.
        units: The same as `shared`.
    """

    gist: _Gist
    shared: list[int]
    alone: str
    weight: int
    rest: int
    units: frozenset[int]

    @property
    def order(self) -> tuple[list[int], int, str]:
        """The key by which questions are sorted, the same in whatever order they came."""
        return self.shared, self.weight, self.alone


class _Weighing:
    """Weights of units of questions: the rarer a unit, the higher.

    Args:
        gists: All that there are, each once.

    Attributes:
        weights: Of what several questions say, by its number: the rarest first.
    """

    def __init__(self, gists: Collection[_Gist]) -> None:
        counts = Counter(chain.from_iterable(gist.units for gist in gists))
        size = len(gists) + _OTHERS
        several = sorted((count, unit) for unit, count in counts.items() if count > 1)
        # Whole numbers: their sum is the same in whatever order they are added.
        self.weights = [round(_SCALE * log(size / count)) for count, _ in several]
        self._numbers = {unit: number for number, (_, unit) in enumerate(several)}
        self._alone = round(_SCALE * log(size))

    def weigh(self, gist: _Gist) -> _Weighed:
        """Return the weights of the units of a question, and which of them other questions have too."""
        alone = gist.units.difference(self._numbers)
        shared = sorted(map(self._numbers.__getitem__, gist.units - alone))
        rest = sum(map(self.weights.__getitem__, shared))
        return _Weighed(gist, shared, min(alone, default=""), rest + len(alone) * self._alone, rest, frozenset(shared))


class _Leaders:
    """The leaders of groups: questions that others are compared with.

    Whatever two like questions share, they share one of the units that are rare in each: the commonest ones, which
    weigh less together than they have to share, cannot be all. So each is looked for by its rare units only, and held
    against those that have most of them.

    Args:
        weights: Of what several questions say, the rarest first.
    """

    def __init__(self, weights: Sequence[int]) -> None:
        self._weights = weights
        self._leaders: list[_Weighed] = []
        self._having: dict[int, list[int]] = {}

    def of(self, question: _Weighed) -> _Weighed:
        """The leader that a question is most like, the first of several; itself, from now on, if it is like none."""
        rare = self._rare(question)
        best = min(self._alike(question, rare), default=None)
        if best is not None:
            return self._leaders[best[1]]
        for unit in rare:
            having = self._having.setdefault(unit, [])
            if len(having) < _MOST_HAVING:
                having.append(len(self._leaders))
        self._leaders.append(question)
        return question

    def _alike(self, question: _Weighed, rare: Sequence[int]) -> Iterator[tuple[float, int]]:
        """The leaders that a question is like, by their numbers, with how much: the less, the more."""
        near = Counter(chain.from_iterable(self._having[unit] for unit in rare if unit in self._having))
        for number, _ in near.most_common(_MOST_COMPARED):
            leader = self._leaders[number]
            both = sum(map(self._weights.__getitem__, question.units & leader.units))
            every = question.weight + leader.weight
            if 2 * both >= _ALIKE * every and not question.gist.contradicts(leader.gist):
                yield -both / every, number

    def _rare(self, question: _Weighed) -> list[int]:
        """Return the rarest units shared with others; the rest weighs less than a like question has to share."""
        rest, least = question.rest, _LEAST_SHARED * question.weight
        for position, unit in enumerate(question.shared):
            if rest < least:
                return question.shared[:position]
            rest -= self._weights[unit]
        return question.shared
