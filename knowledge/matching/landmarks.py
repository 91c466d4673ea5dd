"""Landmarks: the variants that stand for all where not all can have a vector."""

from __future__ import annotations

import numpy as np

from knowledge.matching.vectors import Integers

# Of them, the most that out-of-scope examples make up.
_NEGATIVE_SHARE = 0.25


def choose_landmarks(owners: Integers, languages: Integers, most: int) -> Integers:
    """Choose variants, spread evenly over entries and languages, and over the variants of each.

    Args:
        owners: The entry number of each variant, shape (variants,); -1 for an out-of-scope example.
        languages: The number of the language of each, shape (variants,).
        most: The most to choose; all variants if there are no more.

    Returns:
        Their numbers in order.
    """
    if len(owners) <= most:
        return np.arange(len(owners))
    negatives = _cells(owners, languages, negative=True)
    positives = _cells(owners, languages, negative=False)
    room = min(int(_NEGATIVE_SHARE * most), sum(map(len, negatives)))
    chosen = _spread(negatives, room) + _spread(positives, most - room)
    return np.sort(np.concatenate(chosen))


def _cells(owners: Integers, languages: Integers, *, negative: bool) -> list[Integers]:
    """The variants of each entry in each language, or the out-of-scope examples of each language."""
    every = np.flatnonzero((owners < 0) == negative)
    keys = (owners[every] + 1) * (languages.max(initial=0) + 1) + languages[every]
    order = np.argsort(keys, kind="stable")
    return np.split(every[order], np.flatnonzero(np.diff(keys[order])) + 1) if len(every) else []


def _spread(cells: list[Integers], most: int) -> list[Integers]:
    """Return the same number of variants from each cell, or all of a cell that has fewer."""
    depth = 0
    while sum(min(len(cell), depth + 1) for cell in cells) <= most and depth < most:
        depth += 1
    return [cell[np.linspace(0, len(cell) - 1, min(len(cell), depth)).round().astype(np.intp)] for cell in cells]
