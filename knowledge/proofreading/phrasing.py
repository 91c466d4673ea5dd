"""Phrases that warnings share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def join_names(names: Iterable[str]) -> str:
    """Return names, with commas between."""
    return ", ".join(names)


def silent_evidence(numbers: Sequence[int]) -> str:
    """Return the words for evidence, by the numbers of its sentences, that does not state what an answer states."""
    if len(numbers) == 1:
        return f"sentence {numbers[0]} of the article, its evidence, does not"
    return f"sentences {ranges(numbers)} of the article, its evidence, do not"


def ranges(numbers: Sequence[int]) -> str:
    """Return numbers as people list them: "2, 5–7"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(str(run[0]) if len(run) == 1 else f"{run[0]}–{run[-1]}" for run in runs)
