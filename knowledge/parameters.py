"""The parameters of a trained model, and the bytes that keep them.

They are arrays and words and nothing else, so that reading them runs no code (safetensors). Each is checked as it is
taken out: a model made of them may know the wrong things, but it does not fail later.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from typing import Any

import numpy as np
from numpy.typing import NDArray
from safetensors.numpy import load, save

_WORDS = "words"

Words = Sequence[str] | Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Parameters:
    """Named arrays and words.

    Attributes:
        arrays: Of integers, or of floats in double or single precision.
        words: Lists of words, or of groups of words.
    """

    arrays: Mapping[str, NDArray[Any]]
    words: Mapping[str, Words]

    @classmethod
    def joined(cls, parts: Mapping[str, Parameters]) -> Parameters:
        """The parameters of several parts as those of one thing; `part` takes them apart."""
        return cls(
            {f"{part}.{name}": array for part, own in parts.items() for name, array in own.arrays.items()},
            {f"{part}.{name}": words for part, own in parts.items() for name, words in own.words.items()},
        )

    def part(self, name: str) -> Parameters:
        """The parameters of one part; none if there is no such part."""
        return Parameters(_below(name, self.arrays), _below(name, self.words))

    def floats(self, name: str, shape: tuple[int, ...], *, least: float, most: float) -> NDArray[np.float64]:
        """An array of finite numbers.

        Args:
            name: Of the array.
            shape: That it has to have.
            least: The smallest number that it may hold.
            most: The largest one.

        Raises:
            ValueError: There is no such array, or it is another one.
        """
        array = self._array(name, shape, np.dtype(np.float64))
        _check_range(name, array, least, most)
        return array

    def singles(self, name: str, shape: tuple[int, ...], *, least: float, most: float) -> NDArray[np.float32]:
        """An array of finite numbers in single precision; its arguments and errors are those of `floats`."""
        array = self._array(name, shape, np.dtype(np.float32))
        _check_range(name, array, least, most)
        return array

    def integers(self, name: str, shape: tuple[int, ...], *, least: int = 0, most: int) -> NDArray[np.intp]:
        """An array of integers; its arguments and errors are those of `floats`."""
        array = self._array(name, shape, np.dtype(np.int32))
        _check_range(name, array, least, most)
        return array.astype(np.intp)

    def strings(self, name: str) -> list[str]:
        """A list of words.

        Raises:
            ValueError: There is no such list, or it holds anything else.
        """
        found = self.words.get(name)
        if not isinstance(found, list) or not set(map(type, found)) <= {str}:
            raise ValueError(f"{name} is no list of words.")
        return found

    def numbered(self, name: str) -> dict[str, int]:
        """The words of a list with their positions; its errors are those of `strings`, and that a word repeats."""
        found = self.strings(name)
        numbers = dict(zip(found, range(len(found)), strict=True))
        if len(numbers) < len(found):
            raise ValueError(f"{name} has a word twice.")
        return numbers

    def groups(self, name: str) -> list[tuple[str, ...]]:
        """A list of groups of words; its errors are those of `strings`."""
        found = self.words.get(name)
        if not isinstance(found, list) or not set(map(type, found)) <= {list}:
            raise ValueError(f"{name} is no list of groups of words.")
        if not set(map(type, chain.from_iterable(found))) <= {str}:
            raise ValueError(f"{name} is no list of groups of words.")
        return list(map(tuple, found))

    def to_bytes(self) -> bytes:
        """The bytes from which `from_bytes` reads the same again.

        Raises:
            OverflowError: An integer does not fit into 32 bits.
        """
        words = json.dumps(self.words, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        arrays = {name: np.ascontiguousarray(_narrowed(array)) for name, array in self.arrays.items()}
        return save({**arrays, _WORDS: np.frombuffer(words, np.uint8)})

    @classmethod
    def from_bytes(cls, content: bytes) -> Parameters:
        """Read parameters.

        Raises:
            Exception: Of any kind, if they are damaged or something else.
        """
        arrays = load(content)
        words = json.loads(arrays.pop(_WORDS, np.zeros(0, np.uint8)).tobytes())
        if not isinstance(words, dict):
            raise ValueError("The words have no names.")
        return cls(arrays, words)

    def _array(self, name: str, shape: tuple[int, ...], dtype: np.dtype[Any]) -> NDArray[Any]:
        array = self.arrays.get(name)
        if array is None or array.shape != shape or array.dtype != dtype:
            raise ValueError(f"{name} is no {dtype} array of the shape {shape}.")
        return array


def _below(part: str, values: Mapping[str, Any]) -> dict[str, Any]:
    prefix = f"{part}."
    return {name.removeprefix(prefix): value for name, value in values.items() if name.startswith(prefix)}


def _check_range(name: str, array: NDArray[Any], least: float, most: float) -> None:
    # The least and the largest of numbers of which one is none are none either, and none is in no range.
    if array.size and not least <= array.min() <= array.max() <= most:
        raise ValueError(f"{name} holds a number that is not between {least} and {most}.")


def _narrowed(array: NDArray[Any]) -> NDArray[Any]:
    """Return an array with 32-bit integers: half the size on disk."""
    if array.dtype.kind != "i":
        return array
    narrow = array.astype(np.int32)
    if not np.array_equal(narrow, array):
        raise OverflowError("An integer does not fit into 32 bits.")
    return narrow
