"""Quantities that entries give: questions of how long, how many or how old need a number as an answer."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from knowledge.text.languages import AnswerKind
from knowledge.text.quantities import quantities

_LENGTHS = frozenset(("minutes", "months"))
_QUANTITIES: Mapping[str, str] = {
    AnswerKind.DURATION.value: "length",
    AnswerKind.NUMBER.value: "number",
    AnswerKind.AGE.value: "number",
}


class TextQuantities:
    """The quantities in each entry's own texts.

    Args:
        texts: By entry number and language, its answer and statements.
    """

    def __init__(self, texts: Mapping[int, Mapping[str, Sequence[str]]]) -> None:
        self._given = {number: frozenset(_given(own)) for number, own in texts.items()}

    def entries_without(self, kind: str) -> frozenset[int]:
        """Return the entries that give no quantity of a kind.

        Args:
            kind: Asked for, a value of `AnswerKind`; one that is no quantity lacks nowhere.
        """
        wanted = _QUANTITIES.get(kind)
        return frozenset(number for number, own in self._given.items() if wanted is not None and wanted not in own)


def _given(texts: Mapping[str, Sequence[str]]) -> Iterable[str]:
    for language, some in texts.items():
        for text in some:
            for quantity in quantities(text, language):
                yield "number"
                if any(kind in _LENGTHS for kind, _ in quantity.values):
                    yield "length"
