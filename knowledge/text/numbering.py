"""Numbers of strings, found by digests: a fraction of the memory of a dictionary, and nothing to build at a start."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from knowledge.parameters import Parameters
from knowledge.text.memo import Memo

_LARGEST = 2**31


class Numbering:
    """Distinct strings, numbered from 0.

    Two of a hundred thousand strings have the same digest of 64 bits once in billions of times.

    Args:
        digests: Of the strings, ascending.
        numbers: Of the same strings.
    """

    def __init__(self, digests: NDArray[np.int64], numbers: NDArray[np.int32]) -> None:
        self._digests = digests
        self._numbers = numbers

    @classmethod
    def learn(cls, strings: Iterable[str]) -> Numbering:
        """Number strings, each of them once, in their order."""
        digests = np.frombuffer(b"".join(map(_digest, strings)), dtype="<i8").astype(np.int64)
        order = np.argsort(digests, kind="stable")
        return cls(digests[order], order.astype(np.int32))

    def __len__(self) -> int:
        return len(self._digests)

    def find(self, strings: Collection[str]) -> NDArray[np.intp]:
        """Return the number of each of some strings; -1 where it has none."""
        if not len(self._digests):
            return np.full(len(strings), -1, dtype=np.intp)
        wanted = np.fromiter(map(_digests.__getitem__, strings), np.int64, len(strings))
        places = np.minimum(np.searchsorted(self._digests, wanted), len(self._digests) - 1)
        return np.where(self._digests[places] == wanted, self._numbers[places], -1).astype(np.intp)

    def parameters(self) -> Parameters:
        """Return parameters from which `restore` makes the same numbering."""
        halves = self._digests.view(np.int32).reshape(-1, 2)
        return Parameters({"digests": halves, "numbers": self._numbers}, {})

    @classmethod
    def restore(cls, parameters: Parameters) -> Numbering:
        """Restore a numbering from its parameters.

        Raises:
            ValueError: They are not those of a numbering.
        """
        count = len(np.atleast_1d(parameters.arrays.get("numbers", np.zeros(0))))
        numbers = parameters.integers("numbers", (count,), most=count - 1).astype(np.int32)
        halves = parameters.integers("digests", (count, 2), least=-_LARGEST, most=_LARGEST - 1)
        digests = np.ascontiguousarray(halves.astype(np.int32)).view(np.int64).reshape(-1)
        if (digests[1:] <= digests[:-1]).any():
            raise ValueError("The digests do not ascend.")
        return cls(digests, numbers)


def _digest(string: str) -> bytes:
    return blake2b(string.encode("utf-8", "surrogatepass"), digest_size=8).digest()


# Questions have their words and n-grams from few.
_digests: Memo[str, int] = Memo(lambda string: int.from_bytes(_digest(string), "little", signed=True), most=50_000)
