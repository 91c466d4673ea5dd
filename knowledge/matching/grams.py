"""Character n-grams of texts: of one, or of many at once, which is several times as quick for each."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from math import log

import numpy as np

from knowledge.matching.vectors import Integers, VectorSpace

_LENGTHS = (3, 4)
# Grams repeat what the words say; what is beyond this many characters adds cost and tells nothing.
_LONGEST_TEXT = 400


def weighted_grams(spelled: Sequence[str]) -> dict[str, float]:
    """Return the n-grams of words and the spaces between them with their weights, which grow with the count."""
    text = _padded(spelled)
    every = [text[start : start + length] for length in _LENGTHS for start in range(len(text) - length + 1)]
    weights = dict.fromkeys(every, 1.0)
    if len(weights) < len(every):
        weights.update((gram, 1.0 + log(count)) for gram, count in Counter(every).items() if count > 1)
    return weights


def gram_space(texts: Sequence[Sequence[str]], owners: Sequence[int], *, unknown: float) -> VectorSpace:
    """Learn the space of the n-grams of variants, each as `weighted_grams` weighs them.

    Args:
        texts: The words of each variant.
        owners: The entry number of each variant.
        unknown: As of `VectorSpace.learn`.
    """
    padded = [_padded(spelled) for spelled in texts]
    joined = "".join(padded)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), np.uint32)
    letters, characters = np.unique(points, return_inverse=True)
    text_numbers = np.repeat(np.arange(len(padded)), list(map(len, padded)))
    # Each n-gram as a number: its length, then its characters as digits.
    numbers, starts = [np.zeros(0, dtype=np.int64)], [np.zeros(0, dtype=np.intp)]
    for length in _LENGTHS:
        count = max(0, len(joined) - length + 1)
        number = np.full(count, length, dtype=np.int64)
        for place in range(length):
            number = number * len(letters) + characters[place : place + count]
        within = np.flatnonzero(text_numbers[:count] == text_numbers[len(joined) - count :])
        numbers.append(number[within])
        starts.append(within)
    distinct, examples, features = _distinct(np.concatenate(numbers))
    rows = text_numbers[np.concatenate(starts)]
    pairs, counts = np.unique(rows * len(distinct) + features, return_counts=True)
    rows, features = np.divmod(pairs, max(len(distinct), 1))
    lengths = np.repeat(_LENGTHS, list(map(len, starts[1:])))[examples]
    places = np.concatenate(starts)[examples]
    columns = {
        joined[start : start + length]: number
        for number, (start, length) in enumerate(zip(places.tolist(), lengths.tolist(), strict=True))
    }
    sizes = np.bincount(rows, minlength=len(padded))
    return VectorSpace.from_columns(columns, features, sizes, 1.0 + np.log(counts), owners, unknown=unknown)


def _padded(spelled: Sequence[str]) -> str:
    return f" {' '.join(spelled)[:_LONGEST_TEXT]} "


def _distinct(numbers: Integers) -> tuple[Integers, Integers, Integers]:
    """Return the distinct numbers in order, a position of each, and the index of each number among them."""
    order = np.argsort(numbers)
    is_first = np.ones(len(numbers), dtype=np.bool_)
    is_first[1:] = numbers[order[1:]] != numbers[order[:-1]]
    which = np.empty_like(order)
    which[order] = np.cumsum(is_first) - 1
    return numbers[order[is_first]], order[is_first], which
