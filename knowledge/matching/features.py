"""Weighted features of a text, which two texts may share: words, pairs of neighbours, names, notions, n-grams."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from types import MappingProxyType

import numpy as np

from knowledge.lexicon import Concept, Lexicon, find_concepts
from knowledge.matching.grams import weighted_grams
from knowledge.matching.options import DEFAULT_OPTIONS, FeatureOptions
from knowledge.parameters import Parameters
from knowledge.text.languages import TELLING_KINDS, AnswerKind
from knowledge.text.memo import Memo
from knowledge.text.negations import asks_in_the_negative
from knowledge.text.normalise import alphabet
from knowledge.text.phrases import PhraseMatch, PhraseTable
from knowledge.text.spelling import Spelling
from knowledge.text.stances import OPPOSITES, stance
from knowledge.text.tokens import Token, tokenizer

# Words of content whose order tells; of more there are too many pairs, and no question has them.
_MOST_ORDERED = 16


@dataclass(frozen=True, slots=True)
class Unit:
    """A word or a name.

    Attributes:
        feature: Its stem or name.
        related: The notions, synonyms, stance and kind of thing that it stands for, and the stance that answers it.
        weight: 0 to 1, as of `FeatureOptions`.
    """

    feature: str
    related: tuple[str, ...] = ()
    weight: float = 1.0

    @property
    def features(self) -> tuple[str, ...]:
        """All of them."""
        return (self.feature, *self.related)


@dataclass(frozen=True, slots=True)
class Reading:
    """A text as one language reads it.

    Attributes:
        words: Word features and their weights: stems, names, notions, synonyms, pairs of neighbours.
        gram_words: The words whose letters tell something: all but names and notions in another alphabet.
        tokens: The tokens after repair.
        repairs: Misspelled words with what they were taken for.
        names: The ids of the people and organisations that it names.
        kinds: The kinds of thing that it asks for, as far as they tell entries apart.
        small_talk: True if it is nothing but greetings, thanks and the like.
        units: The units that it is about, in its order.
        negated: True if it asks who did not, or what was not.
    """

    words: Mapping[str, float]
    gram_words: Sequence[str]
    tokens: Sequence[Token]
    repairs: Mapping[str, tuple[str, ...]]
    names: frozenset[str]
    kinds: frozenset[str]
    small_talk: bool
    units: Sequence[Unit]
    negated: bool

    @property
    def grams(self) -> Mapping[str, float]:
        """Character n-grams and their weights, worked out anew."""
        return weighted_grams(self.gram_words)


class FeatureReader:
    """A reader of one language's texts into features.

    Args:
        language: ISO 639-1 code.
        concepts: Names and notions to recognise, as phrases of stems.
        alphabet: That the language's own names and notions are written in; empty if it has none.
        options: Weights, and the tables of the tokenizer.
    """

    def __init__(
        self,
        language: str,
        concepts: PhraseTable[Concept],
        alphabet: str,
        options: FeatureOptions = DEFAULT_OPTIONS.features,
    ) -> None:
        self.language = language
        self._options = options
        self._tokenizer = tokenizer(language, options.tokens)
        self._concepts = concepts
        self._alphabet = alphabet
        # Most words of many variants are the same few.
        self._known_units = Memo(self._unit)

    @classmethod
    def learn(
        cls, language: str, lexicon: Lexicon, options: FeatureOptions = DEFAULT_OPTIONS.features
    ) -> FeatureReader:
        """Make the reader of a language that recognises the names and notions of a lexicon."""
        own = " ".join(alias.text for alias in lexicon.aliases if alias.language == language)
        return cls(language, lexicon.table(language, options.tokens), alphabet(own), options)

    def parameters(self) -> Parameters:
        """Return parameters, language and options apart, from which `restore` makes the same reader."""
        concepts = list(self._concepts.values())
        return Parameters(
            {"is_name": np.array([concept.is_name for concept in concepts], dtype=np.intp)},
            {
                "phrases": list(self._concepts),
                "concepts": [concept.id for concept in concepts],
                "alphabet": [self._alphabet],
            },
        )

    @classmethod
    def restore(
        cls, parameters: Parameters, language: str, options: FeatureOptions = DEFAULT_OPTIONS.features
    ) -> FeatureReader:
        """Restore a reader from its parameters.

        Raises:
            ValueError: They are not those of a reader.
        """
        phrases, ids = parameters.groups("phrases"), parameters.strings("concepts")
        are_names = parameters.integers("is_name", (len(ids),), most=1).tolist()
        concepts = [Concept(each, is_name=bool(is_name)) for each, is_name in zip(ids, are_names, strict=True)]
        [letters] = parameters.strings("alphabet")
        return cls(language, PhraseTable(zip(phrases, concepts, strict=True)), letters, options)

    def content_words(self, text: str) -> list[str]:
        """Return the words of a text that carry its content, those wrapped around a claim left out."""
        return self._tokenizer.without_markers(self._tokenizer.words(text))

    def read_question(self, text: str, spelling: Spelling) -> Reading:
        """Read a question, with the words that the spelling does not know repaired."""
        spelled: list[str] = []
        repairs: dict[str, tuple[str, ...]] = {}
        words = self.content_words(text)
        for word, repaired in zip(words, spelling.repaired(words), strict=True):
            if repaired != (word,):
                repairs[word] = repaired
            spelled.extend(repaired)
        return self.read(spelled, repairs)

    def read(self, spelled: Sequence[str], repairs: Mapping[str, tuple[str, ...]] = MappingProxyType({})) -> Reading:
        """Read words that are spelled as they should be."""
        tokens = self._tokenizer.tokens(spelled)
        concepts = find_concepts(self._concepts, tokens)
        parts = self._parts(tokens, concepts)
        words = dict(self._word_features(parts))
        asking = self._tokenizer.question_phrases(spelled)
        names = frozenset(stem[1:] for stem in parts.stems if stem.startswith("@"))
        return Reading(
            words,
            self._lettered(tokens, concepts),
            tokens,
            repairs,
            names,
            kinds=frozenset(found.value.value for found in asking if found.value in TELLING_KINDS),
            small_talk=self._tokenizer.is_small_talk(spelled),
            units=self._units(parts, spelled, asking),
            negated=asks_in_the_negative(spelled, self.language),
        )

    def _lettered(self, tokens: Sequence[Token], concepts: Sequence[PhraseMatch[Concept]]) -> list[str]:
        """Return the words other than names and notions in another alphabet."""
        words = [token.word for token in tokens]
        for found in reversed(concepts):
            if self._alphabet not in ("", alphabet(" ".join(words[found.start : found.end]))):
                del words[found.start : found.end]
        return words

    def _parts(self, tokens: Sequence[Token], concepts: Sequence[PhraseMatch[Concept]]) -> _Parts:
        """Return a text as stems, with names in place of their words, and the notions and synonyms in it."""
        stems: list[str] = []
        functions: list[bool] = []
        starts: list[int] = []
        groups: list[tuple[str, int, int]] = []
        position = 0

        def take(end: int) -> None:
            some = tokens[position:end]
            stems.extend([token.stem for token in some])
            functions.extend([token.function for token in some])
            starts.extend(range(position, end))

        for found in concepts:
            take(found.start)
            if found.value.is_name:
                stems.append(f"@{found.value.id}")
                functions.append(False)
                starts.append(found.start)
            else:
                groups.append((f"#{found.value.id}", len(stems), len(stems) + found.end - found.start))
                position = found.start
                take(found.end)
            position = found.end
        take(len(tokens))
        notions = len(groups)
        groups.extend((f"~{found.value}", found.start, found.end) for found in self._tokenizer.synonyms.find(stems))
        return _Parts(stems, functions, starts, groups, notions)

    def _word_features(self, parts: _Parts) -> Iterator[tuple[str, float]]:
        options = self._options
        for number, (group, _, _) in enumerate(parts.groups):
            yield group, options.notion_weight if number < parts.notions else options.synonym_weight
        units = list(zip(parts.stems, parts.functions, strict=True))
        for unit, function in units:
            yield unit, options.function_word_weight if function else 1.0
        for (left, left_function), (right, right_function) in pairwise(units):
            weight = options.pair_weight
            yield f"{left} {right}", weight / 2 if left_function and right_function else weight
        telling = [unit for unit, function in units if not function] if options.order_weight else []
        for left, right in combinations(telling[:_MOST_ORDERED], 2):
            yield f"{left} > {right}", options.order_weight

    def _units(self, parts: _Parts, spelled: Sequence[str], asking: Sequence[PhraseMatch[AnswerKind]]) -> list[Unit]:
        kinds = {found.start: found.value for found in asking}
        groups: dict[int, tuple[str, ...]] = {}
        for group, first, end in parts.groups:
            for place in range(first, end):
                groups[place] = (*groups.get(place, ()), group)
        known = self._known_units
        return [
            known[
                stem,
                None if stem.startswith("@") else spelled[start],
                function,
                kinds.get(start),
                groups.get(place, ()),
            ]
            for place, (stem, function, start) in enumerate(
                zip(parts.stems, parts.functions, parts.starts, strict=True)
            )
        ]

    def _unit(self, key: tuple[str, str | None, bool, AnswerKind | None, tuple[str, ...]]) -> Unit:
        """Return the unit of a stem or name.

        Args:
            key: The stem, the word (None for a name), True for a function word, the kind asked for, the groups.
        """
        stem, word, function, kind, groups = key
        akin = [*groups]
        if kind in TELLING_KINDS:
            akin.append(f"?{kind}")
        taken = None if word is None else stance(word, self.language)
        if taken is not None:
            akin.append(f"!{taken}")
            if taken in OPPOSITES:
                akin.append(f"!{OPPOSITES[taken]}")
        # "Against" is a function word, and the whole question.
        is_little = function and taken in (None, "say")
        says_little = is_little or (kind is not None and kind not in TELLING_KINDS)
        weight = self._options.function_word_weight if says_little else 1.0
        return Unit(stem, tuple(akin), weight)


@dataclass(frozen=True, slots=True)
class _Parts:
    """A text as stems and names.

    Attributes:
        stems: Stems, and names as "@" with their ids.
        functions: True for each that is a function word.
        starts: The number of the first token of each.
        groups: Notions, as "#" with their ids, then synonyms, as "~" with their group: where each begins and ends among
            the stems.
        notions: The number of notions among them.
    """

    stems: list[str]
    functions: list[bool]
    starts: list[int]
    groups: list[tuple[str, int, int]]
    notions: int
