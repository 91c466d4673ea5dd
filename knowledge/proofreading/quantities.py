"""Quantities that one text states and another does not."""

from __future__ import annotations

from collections.abc import Sequence

from knowledge.text.quantities import Quantity


def unmatched_quantities(stated: Sequence[Quantity], known: Sequence[Quantity]) -> list[Quantity]:
    """Return the stated quantities that equal none of the known ones."""
    return [each for each in stated if each.must_be_stated and not any(each.equals(other) for other in known)]


def missing_quantities(stated: Sequence[Quantity], other: Sequence[Quantity]) -> list[Quantity]:
    """Return the quantities that one answer states and another does not.

    Small numbers in words only if that has others in their place.
    """
    exchanged = any(_is_small(each) for each in unmatched_quantities(other, stated))
    return [each for each in unmatched_quantities(stated, other) if exchanged or not _is_small(each)]


def _is_small(quantity: Quantity) -> bool:
    return quantity.written[:1].isalpha() and all(kind == "number" and value <= 10 for kind, value in quantity.values)
