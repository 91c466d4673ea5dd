"""Alignment of an article's former sentences, known by their digests, with the sentences of its corrected text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from rapidfuzz.distance import Indel

from knowledge.evidence import LockedSentence, digest
from knowledge.text.normalise import canonical
from knowledge.text.sentences import Sentence

LEAST_LIKENESS = 60
"""The least likeness, of 100, of a sentence and what it was before.

It is the share of words that both have in the same order. Two different sentences of one article shared at most 32 in
four articles; of a sentence in which two words of five are replaced, 60 remains.
"""
MARGIN = 15
"""Points by which the best candidate has to be ahead of the next, on both sides; else neither is taken."""
_SAME_PLACE = 10
"""Points that a candidate gets ahead of others for standing between the same neighbours as before."""
_GAIN = 3
"""Points by which several sentences together have to be more alike than the best of them alone."""
_MOST_PARTS = 3
MOST_PAIRS = 4_000_000
"""The most pairs that are compared by their words, which takes some seconds."""
_WORD = re.compile(r"\w+")


class Fate(StrEnum):
    """The ways in which a former sentence stands in the present text."""

    KEPT = "kept"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Aligned:
    """A former sentence and what became of it.

    Attributes:
        number: Its number in the former text.
        fate: The way in which it stands in the present text.
        found: Numbers in the present text: its own, those of its parts if it was split, that of the sentence it became
            a part of, or all that it may be.
        former: Its words, where the former text is at hand.
        present: The words of the sentence that it is now, if it is one.
        likeness: Of former and present words, up to 100; None where digests decided.
    """

    number: int
    fate: Fate
    found: tuple[int, ...] = ()
    former: str | None = None
    present: str | None = None
    likeness: float | None = None

    @property
    def now(self) -> int | None:
        """The number that it has now; None if it is not certain which sentence it is."""
        return self.found[0] if self.fate in (Fate.KEPT, Fate.REWORDED) else None


def align(
    former: Sequence[LockedSentence], present: Sequence[Sentence], wordings: Mapping[str, str]
) -> tuple[Aligned, ...]:
    """Find each former sentence in the present text.

    Equal digests come first, those of sentences that stand there more than once by their neighbours, then by their
    order between sentences that are certain. What is left is compared by its words, as far as these are known: first
    for sentences that were split or merged, then one to one, the clearest first. No sentence is taken twice, and where
    two would do, none is.

    Args:
        former: All sentences, in order.
        present: All sentences, in order.
        wordings: The words of former sentences by their digest; empty where the former text is not at hand.

    Returns:
        One for each former sentence, in order.
    """
    return _Alignment(former, present, wordings).aligned()


def likeness(one: str, other: str) -> float:
    """Return the share, up to 100, of words that two texts have in the same order (normalised Indel similarity)."""
    return 100 * Indel.normalized_similarity(_words(one), _words(other))


def _words(text: str) -> list[str]:
    return _WORD.findall(canonical(text).casefold())


class _Alignment:
    """The state of one alignment; positions count from 0."""

    def __init__(
        self, former: Sequence[LockedSentence], present: Sequence[Sentence], wordings: Mapping[str, str]
    ) -> None:
        self._former = former
        self._present = present
        self._before = [sentence.sha256 for sentence in former]
        self._after = [digest(sentence.text) for sentence in present]
        self._texts = [wordings.get(each) for each in self._before]
        self._matches: dict[int, int] = {}
        self._taken: set[int] = set()
        self._others: dict[int, Aligned] = {}

    def aligned(self) -> tuple[Aligned, ...]:
        """Return one result for each former sentence."""
        self._match_unique()
        self._match_neighbours()
        self._match_order()
        self._note_ambiguous()
        self._note_split_digests()
        self._compare_words()
        return tuple(self._result(position) for position in range(len(self._former)))

    def _result(self, position: int) -> Aligned:
        number = self._former[position].number
        if position in self._matches:
            sentence = self._present[self._matches[position]]
            text = self._texts[position]
            if self._before[position] == self._after[self._matches[position]]:
                return Aligned(number, Fate.KEPT, (sentence.number,), sentence.text, sentence.text)
            alike = likeness(text or "", sentence.text)
            return Aligned(number, Fate.REWORDED, (sentence.number,), text, sentence.text, alike)
        return self._others.get(position) or Aligned(number, Fate.GONE, former=self._texts[position])

    def _match(self, position: int, found: int) -> None:
        self._matches[position] = found
        self._taken.add(found)

    def _note(self, position: int, fate: Fate, found: Iterable[int]) -> None:
        numbers = tuple(self._present[each].number for each in found)
        self._others[position] = Aligned(self._former[position].number, fate, numbers, self._texts[position])

    def _left(self) -> list[int]:
        """The former sentences of which nothing is known yet."""
        return [each for each in range(len(self._former)) if each not in self._matches and each not in self._others]

    def _free(self) -> list[int]:
        """The present sentences that are no former one yet."""
        return [each for each in range(len(self._present)) if each not in self._taken]

    def _match_unique(self) -> None:
        before, after = Counter(self._before), Counter(self._after)
        places = {each: place for place, each in enumerate(self._after)}
        for position, each in enumerate(self._before):
            if before[each] == after[each] == 1:
                self._match(position, places[each])

    def _match_neighbours(self) -> None:
        """Match what stands several times beside the neighbour that it had, from what is certain outwards."""
        proposed: dict[int, set[int]] = {}
        proposers: dict[int, set[int]] = {}
        edges = [(-1, -1), (len(self._before), len(self._after))]
        certain = [*self._matches.items(), *edges]
        while certain:
            touched = []
            for position, found in certain:
                for step in (-1, 1):
                    pair = position + step, found + step
                    if self._equal(*pair):
                        proposed.setdefault(pair[0], set()).add(pair[1])
                        proposers.setdefault(pair[1], set()).add(pair[0])
                        touched.append(pair)
            certain = []
            for position, found in touched:
                unmatched = position not in self._matches and found not in self._taken
                if unmatched and len(proposed[position]) == len(proposers[found]) == 1:
                    self._match(position, found)
                    certain.append((position, found))

    def _equal(self, position: int, found: int) -> bool:
        if not (0 <= position < len(self._before) and 0 <= found < len(self._after)):
            return False
        free = position not in self._matches and found not in self._taken
        return free and self._before[position] == self._after[found]

    def _match_order(self) -> None:
        """Match what stands as many times as before between the same sentences, by order."""
        spans = self._spans()
        groups: dict[tuple[str, int, int], list[int]] = {}
        for position in self._left():
            groups.setdefault((self._before[position], *spans[position]), []).append(position)
        free: dict[str, list[int]] = {}
        for each in self._free():
            free.setdefault(self._after[each], []).append(each)
        for (sha256, low, high), positions in groups.items():
            found = [each for each in free.get(sha256, ()) if low < each < high]
            if len(found) == len(positions):
                for pair in zip(positions, found, strict=True):
                    self._match(*pair)

    def _spans(self) -> list[tuple[int, int]]:
        """The present sentences, for each former one, between which it stands if the order is what it was."""
        anchors = dict(_increasing(sorted(self._matches.items())))
        lows, low = [], -1
        for position in range(len(self._before)):
            lows.append(low)
            low = anchors.get(position, low)
        highs, high = [], len(self._after)
        for position in reversed(range(len(self._before))):
            highs.append(high)
            high = anchors.get(position, high)
        return list(zip(lows, reversed(highs), strict=True))

    def _note_ambiguous(self) -> None:
        free: dict[str, list[int]] = {}
        for each in self._free():
            free.setdefault(self._after[each], []).append(each)
        for position in self._left():
            if self._before[position] in free:
                self._note(position, Fate.AMBIGUOUS, free[self._before[position]])
        self._taken |= {each for found in free.values() if self._after[found[0]] in self._before for each in found}

    def _note_split_digests(self) -> None:
        """Note what stands there word for word, but as several sentences: a line was broken."""
        left = {self._before[position]: position for position in self._left()}
        for run in _runs(self._free()) if left else ():
            position = left.get(digest(" ".join(self._present[each].text for each in run)))
            if position is not None and not self._taken.intersection(run):
                self._note(position, Fate.SPLIT, run)
                self._taken.update(run)

    def _compare_words(self) -> None:
        known = {each: _words(text) for each in self._left() if (text := self._texts[each]) is not None}
        free = {each: _words(self._present[each].text) for each in self._free()}
        if not known or not free or len(known) * len(free) > MOST_PAIRS:
            return
        alike = {
            (position, found): score
            for position, one in known.items()
            for found, other in free.items()
            if (score := 100 * Indel.normalized_similarity(one, other)) >= LEAST_LIKENESS / _MOST_PARTS
        }
        for position, run in _divided(known, free, alike):
            self._note(position, Fate.SPLIT, run)
            self._taken.update(run)
        free = {each: words for each, words in free.items() if each not in self._taken}
        known = {each: words for each, words in known.items() if each not in self._others}
        swapped = {(found, position): score for (position, found), score in alike.items()}
        for found, run in _divided(free, known, swapped):
            for position in run:
                self._note(position, Fate.MERGED, [found])
            self._taken.add(found)
        self._match_alike({pair: score for pair, score in alike.items() if score >= LEAST_LIKENESS})

    def _match_alike(self, alike: Mapping[tuple[int, int], float]) -> None:
        spans = self._spans()
        while True:
            scores = {
                (position, found): score + _SAME_PLACE * (spans[position][0] < found < spans[position][1])
                for (position, found), score in alike.items()
                if position not in self._matches and position not in self._others and found not in self._taken
            }
            clear = _clear(scores)
            if not clear:
                break
            for pair in clear:
                self._match(*pair)
        for position in {position for position, _ in scores}:
            self._note(position, Fate.AMBIGUOUS, sorted(found for each, found in scores if each == position))


def _clear(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return the pairs that are ahead of every other that has one of the two."""
    best: dict[tuple[int, int], list[float]] = {}
    for pair, score in scores.items():
        for side in (0, 1):
            two = best.setdefault((side, pair[side]), [])
            two[:] = sorted((*two, score), reverse=True)[:2]
    return [
        pair
        for pair, score in scores.items()
        if all(
            score == first and all(score >= second + MARGIN for second in rest)
            for first, *rest in (best[side, pair[side]] for side in (0, 1))
        )
    ]


def _divided(
    whole: Mapping[int, Sequence[str]], parts: Mapping[int, Sequence[str]], alike: Mapping[tuple[int, int], float]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """Yield each text with the parts that follow each other and together are more like it than any of them alone."""
    wholes: dict[int, dict[int, float]] = {}
    for (each, part), score in alike.items():
        wholes.setdefault(part, {})[each] = score
    candidates = []
    for run in _runs(sorted(parts)):
        likely = [wholes.get(part, {}) for part in run]
        words = [word for part in run for word in parts[part]]
        for each in set.intersection(*map(set, likely)) & whole.keys():
            together = 100 * Indel.normalized_similarity(whole[each], words)
            alone = max(scores[each] for scores in likely)
            # A part that is another text by itself is that one.
            rivals = (score for scores in likely for other, score in scores.items() if other != each)
            if together >= max(LEAST_LIKENESS, alone + _GAIN) and all(score < LEAST_LIKENESS for score in rivals):
                candidates.append((together, each, run))
    used: set[int] = set()
    done: set[int] = set()
    for _, each, run in sorted(candidates, key=lambda candidate: -candidate[0]):
        if each not in done and not used.intersection(run):
            done.add(each)
            used.update(run)
            yield each, run


def _runs(positions: Sequence[int]) -> Iterator[tuple[int, ...]]:
    """Yield two to three positions that follow each other, longer runs later."""
    for length in range(2, _MOST_PARTS + 1):
        for start in range(len(positions) - length + 1):
            run = tuple(positions[start : start + length])
            if run[-1] - run[0] == length - 1:
                yield run


def _increasing(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the most pairs, of some in the order of their first, that are in the order of their second, too."""
    ends: list[int] = []
    chains: list[list[int]] = []
    before: list[int | None] = []
    for index, (_, value) in enumerate(pairs):
        length = bisect_left(ends, value)
        if length == len(ends):
            ends.append(value)
            chains.append([index])
        else:
            ends[length] = value
            chains[length].append(index)
        before.append(chains[length - 1][-1] if length else None)
    longest: list[tuple[int, int]] = []
    index_or_none = chains[-1][-1] if chains else None
    while index_or_none is not None:
        longest.append(pairs[index_or_none])
        index_or_none = before[index_or_none]
    return longest[::-1]
