"""Keys of variants, by which a question that was typed just as one of them is recognised."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from knowledge.parameters import Parameters
from knowledge.text.normalise import question_key


@dataclass(frozen=True, slots=True)
class QuestionKeys:
    """The keys of some variants, in their order; to work them out takes longer than to restore a small model.

    Attributes:
        keys: As `question_key` gives them; empty for a variant without a letter or digit.
    """

    keys: tuple[str, ...]

    @classmethod
    def learn(cls, texts: Iterable[str]) -> QuestionKeys:
        """Work out the keys of some texts."""
        return cls(tuple(map(question_key, texts)))

    def parameters(self) -> Parameters:
        """Return parameters from which `restore` makes the same keys."""
        return Parameters({}, {"keys": list(self.keys)})

    @classmethod
    def restore(cls, parameters: Parameters, variants: int) -> QuestionKeys:
        """Restore keys from their parameters.

        Raises:
            ValueError: They are not those of so many variants.
        """
        keys = parameters.strings("keys")
        if len(keys) != variants:
            raise ValueError(f"There are not {variants} keys.")
        return cls(tuple(keys))
