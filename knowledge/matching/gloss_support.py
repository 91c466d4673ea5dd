"""Support by glosses: how far an entry has what a question of any language is about."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.glosses import Gloss, GlossReader
from knowledge.matching.support import EntrySupport, Support, SupportTraining
from knowledge.matching.training import NO_TEXTS, FurtherTexts
from knowledge.matching.vectors import Integers
from knowledge.parameters import Parameters

# A thing that a question is about and that no entry has weighs more than this, 0 to 1.
_WHOLLY_UNEXPLAINED = 0.9


@dataclass(frozen=True, slots=True)
class GlossSupport:
    """The glosses that each entry has.

    Attributes:
        reader: Reads texts into glosses.
        support: The units of the glosses of each entry's variants and texts.
    """

    reader: GlossReader
    support: Support

    def of(self, gloss: Gloss) -> EntrySupport:
        """Return the support of each entry for a question."""
        return self.support.of(gloss.units, negated=gloss.negated)

    def parameters(self) -> Parameters:
        """Return parameters, names apart, from which `restore` makes the same."""
        return self.support.parameters()

    @classmethod
    def restore(cls, parameters: Parameters, entries: int, lexicon: Lexicon) -> GlossSupport:
        """Restore a support from its parameters.

        Args:
            parameters: Its own.
            entries: The number of entries.
            lexicon: Names and notions to recognise.

        Raises:
            ValueError: They are not those of a support of so many entries.
        """
        return cls(GlossReader(lexicon), Support.restore(parameters, entries))


class GlossSupportTraining:
    """A training of the glosses of entries.

    Args:
        texts: The language of each variant, by its ISO 639-1 code, and the text.
        owners: The entry number of each; -1 for an out-of-scope example.
        entries: The number of entries.
        lexicon: Names and notions to recognise.
        further: Other texts of an entry, by its number and their language.

    Attributes:
        glosses: Of the variants.
        languages: The number of the language of each variant.
        learnt: The glosses that each entry has.
    """

    def __init__(
        self,
        texts: Sequence[tuple[str, str]],
        owners: Integers,
        entries: int,
        lexicon: Lexicon,
        *,
        further: FurtherTexts = NO_TEXTS,
    ) -> None:
        reader = GlossReader(lexicon)
        self.glosses = [reader.read(text, language) for language, text in texts]
        codes = [language for language, _ in texts]
        numbers = {code: number for number, code in enumerate(dict.fromkeys(codes))}
        self.languages: Integers = np.array([numbers[code] for code in codes], dtype=np.intp)
        self._owners, self._entries = owners, entries
        self._units = {
            number: [reader.read(text, code).units for code, own in texts_of.items() for text in own]
            for number, texts_of in further.items()
        }
        self.learnt = GlossSupport(reader, self._trained(np.arange(len(owners))))

    def without_language(self, rows: Integers, left_out: int) -> list[EntrySupport]:
        """Return the support of all entries for some variants as questions, as if a language was not there.

        Args:
            rows: The numbers of the variants.
            left_out: The number of the language.
        """
        found = self._trained(np.flatnonzero(self.languages != left_out))
        return [found.of(self.glosses[row].units, negated=self.glosses[row].negated) for row in rows]

    def _trained(self, rows: Integers) -> Support:
        some = [self.glosses[row] for row in rows]
        return SupportTraining(
            [gloss.units for gloss in some],
            [gloss.negated for gloss in some],
            self._owners[rows].tolist(),
            self._entries,
            self._units,
        ).support


def unexplained_entries(support: EntrySupport) -> list[int]:
    """Return the numbers of the entries that lack something which a question is about and which no entry has."""
    return np.flatnonzero(support.heaviest_unexplained > _WHOLLY_UNEXPLAINED).tolist()
