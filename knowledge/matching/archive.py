"""The variants of a newsroom's archive: too many to compare each with each other.

A question's rarest words pick a few dozen variants, and everything else happens among these: what `ridge`
learns once over all variants is learnt here for each question, over its own candidates. Character
n-grams, and the fit of names and of what is asked for, are left out: at this size they cost more memory
than they bring.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.evidence import Evidence
from knowledge.matching.features import FeatureReader, Reading
from knowledge.matching.ridge import curved
from knowledge.matching.vectors import Floats, Integers, VectorSpace
from knowledge.parameters import Parameters
from knowledge.text.spelling import Spelling
from knowledge.text.tokens import tokenizer

# More variants of one language than this make an archive: the ridge over all of them would take a minute to learn.
LARGEST_INDEX = 6_000
CANDIDATES = 48
_RIDGE = 1.0
_UNKNOWN_WORD = 1.0
# A word of one variant in a large archive is as likely a typo as a word to repair others to.
_KNOWN_FROM = 3


@dataclass(frozen=True, slots=True)
class Archive:
    """What the variants of one language have taught, where they are many; it answers as an `Index` does.

    Attributes:
        language: ISO 639-1 code.
        owners: The entry number of each variant, shape (variants,); -1 for a negative example.
        reader: Reads texts into features.
        spelling: Repairs words that the variants do not have.
        words: The variants' word features.
    """

    language: str
    owners: Integers
    reader: FeatureReader
    spelling: Spelling
    words: VectorSpace

    def parameters(self) -> Parameters:
        """Parameters, language and owners apart, from which `restored` makes the same archive."""
        return Parameters.joined(
            {
                "reader": self.reader.parameters(),
                "spelling": self.spelling.parameters(),
                "words": self.words.parameters(),
            }
        )

    @classmethod
    def restored(cls, parameters: Parameters, language: str, owners: Sequence[int]) -> Archive:
        """An archive from its parameters.

        Raises:
            ValueError: They are not those of an archive of so many variants.
        """
        prefixes = tokenizer(language).language.elisions
        return cls(
            language=language,
            owners=np.asarray(owners, dtype=np.intp),
            reader=FeatureReader.restored(parameters.part("reader"), language),
            spelling=Spelling.restored(parameters.part("spelling"), len(owners), language=language, prefixes=prefixes),
            words=VectorSpace.restored(parameters.part("words"), len(owners)),
        )

    def read(self, question: str) -> Reading:
        """The question as this language reads it, misspelled words repaired; without n-grams."""
        return self.reader.read_question(question, self.spelling, grams=False)

    def nearest(self, reading: Reading, most: int) -> tuple[Integers, Floats]:
        """The variants most like the question, the nearest first, and how like it they are."""
        return self.words.nearest(reading.words, most)

    def evidence(self, reading: Reading) -> Evidence:
        """What the question's nearest variants say."""
        return self.evidence_without(reading, np.zeros(0, dtype=np.intp))

    def evidence_without(self, reading: Reading, hidden: Integers) -> Evidence:
        """The same, as if some variants were not there."""
        rows, similarities = self.words.nearest(reading.words, CANDIDATES + len(hidden))
        if len(hidden):
            kept = ~np.isin(rows, hidden)
            rows, similarities = rows[kept], similarities[kept]
        owners = self.owners[rows]
        numbers = np.unique(owners[owners >= 0])
        targets = (owners[:, None] == numbers[None, :]).astype(np.float64)
        entries = self._votes(rows, targets, similarities) if len(numbers) else np.zeros(0)
        ones = np.ones(len(numbers))
        return Evidence(
            numbers,
            entries,
            fit=ones,
            complete=ones,
            nearest=float(similarities[owners >= 0].max(initial=0.0)),
            nearest_negative=float(similarities[owners < 0].max(initial=0.0)),
        )

    def _votes(self, rows: Integers, targets: Floats, similarities: Floats) -> Floats:
        kernel = curved(self.words.among(rows)) + _RIDGE * np.eye(len(rows))
        return np.asarray(curved(similarities) @ np.linalg.solve(kernel, targets))


class ArchiveTraining:
    """Learns from many variants; `index` is the result.

    Args:
        language: ISO 639-1 code.
        texts: The variants.
        owners: The entry number of each; -1 for a negative example.
        lexicon: Names and notions to recognise.
    """

    def __init__(self, language: str, texts: Sequence[str], owners: Sequence[int], lexicon: Lexicon) -> None:
        reader = FeatureReader.learnt(language, lexicon)
        counts: Counter[str] = Counter()

        def features() -> Iterator[dict[str, float]]:
            for text in texts:
                spelled = reader.spelled(text)
                counts.update(dict.fromkeys(spelled, 1))
                yield dict(reader.read(spelled, grams=False).words)

        words = VectorSpace.learnt(features(), owners, unknown=_UNKNOWN_WORD)
        vocabulary = {word: count for word, count in counts.items() if count >= _KNOWN_FROM}
        vocabulary.update({word: 1 for word in sorted(lexicon.words(language)) if word not in vocabulary})
        self._texts = texts
        self.index = Archive(
            language=language,
            owners=np.asarray(owners, dtype=np.intp),
            reader=reader,
            spelling=Spelling(vocabulary, language=language, prefixes=tokenizer(language).language.elisions),
            words=words,
        )

    def evidence_without(self, variant: int, hidden: Integers) -> Evidence:
        """What one of the texts would have said if neither it nor some others had been seen."""
        spelled = self.index.reader.spelled(self._texts[variant])
        left_out = np.concatenate(([variant], hidden)).astype(np.intp)
        return self.index.evidence_without(self.index.reader.read(spelled, grams=False), left_out)
