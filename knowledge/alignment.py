"""Alignment of an article's former sentences, known by their digests, with the sentences of its corrected text."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
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


class SentenceFate(StrEnum):
    """The ways in which a former sentence stands in the present text."""

    KEPT = "kept"
    REWORDED = "reworded"
    SPLIT = "split"
    MERGED = "merged"
    AMBIGUOUS = "ambiguous"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class AlignedSentence:
    """A former sentence and what became of it.

    Attributes:
        number: Its number in the former text.
        fate: The way in which it stands in the present text.
        found: Numbers in the present text: its own, those of its parts if it was split, that of the sentence it became
            a part of, or all that it may be.
        former: Its words, where the former text is at hand.
        present: The words of the sentence that it is now, if it is one.
    """

    number: int
    fate: SentenceFate
    found: tuple[int, ...] = ()
    former: str | None = None
    present: str | None = None

    @property
    def present_number(self) -> int | None:
        """The number that it has now; None if it is not certain which sentence it is."""
        return self.found[0] if self.fate in (SentenceFate.KEPT, SentenceFate.REWORDED) else None


def align(
    former: Sequence[LockedSentence], present: Sequence[Sentence], wordings: Mapping[str, str]
) -> tuple[AlignedSentence, ...]:
    """Find each former sentence in the present text.

    Equal digests that stand there once come first. What is left is compared by its words, as far as these are known:
    first for sentences that were split or merged, then one to one, the clearest first. Sentences that stand there more
    than once follow, by their neighbours, then by their order between sentences that are certain; where several of
    their neighbours are unknown, so that these may have changed places, a neighbour on one side decides nothing. No
    sentence is taken twice, and where two would do, none is.

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
        self._others: dict[int, AlignedSentence] = {}
        self._repeated = {*self._before} & {*self._after}
        self._proposed: dict[int, set[int]] = {}
        self._proposers: dict[int, set[int]] = {}
        self._alike: dict[tuple[int, int], float] = {}
        self._compared: tuple[Collection[int], Collection[int]] = ((), ())

    def aligned(self) -> tuple[AlignedSentence, ...]:
        """Return one result for each former sentence."""
        self._match_unique()
        # Before what is repeated: which of several it is, reworded neighbours tell.
        self._note_split_digests(self._left_once(), self._free_once())
        self._compare_words(self._left_once(), self._free_once())
        self._match_repeated()
        self._note_ambiguous()
        self._note_split_digests(self._left(), self._free())
        self._compare_words(self._left(), self._free())
        self._note_alike()
        return tuple(self._result(position) for position in range(len(self._former)))

    def _result(self, position: int) -> AlignedSentence:
        number = self._former[position].number
        if position in self._matches:
            sentence = self._present[self._matches[position]]
            text = self._texts[position]
            if self._before[position] == self._after[self._matches[position]]:
                return AlignedSentence(number, SentenceFate.KEPT, (sentence.number,), sentence.text, sentence.text)
            return AlignedSentence(number, SentenceFate.REWORDED, (sentence.number,), text, sentence.text)
        return self._others.get(position) or AlignedSentence(number, SentenceFate.GONE, former=self._texts[position])

    def _match(self, position: int, found: int) -> None:
        self._matches[position] = found
        self._taken.add(found)

    def _note(self, position: int, fate: SentenceFate, found: Iterable[int]) -> None:
        numbers = tuple(self._present[each].number for each in found)
        self._others[position] = AlignedSentence(self._former[position].number, fate, numbers, self._texts[position])

    def _left(self) -> list[int]:
        """The positions of former sentences without a match yet."""
        return [each for each in range(len(self._former)) if each not in self._matches and each not in self._others]

    def _free(self) -> list[int]:
        """The positions of present sentences without a match yet."""
        return [each for each in range(len(self._present)) if each not in self._taken]

    def _left_once(self) -> list[int]:
        """The positions of unmatched former sentences that do not repeat."""
        return [each for each in self._left() if self._before[each] not in self._repeated]

    def _free_once(self) -> list[int]:
        """The positions of unmatched present sentences that do not repeat."""
        return [each for each in self._free() if self._after[each] not in self._repeated]

    def _match_unique(self) -> None:
        before, after = Counter(self._before), Counter(self._after)
        places = {each: place for place, each in enumerate(self._after)}
        for position, each in enumerate(self._before):
            if before[each] == after[each] == 1:
                self._match(position, places[each])

    def _match_repeated(self) -> None:
        """Match repeated sentences, from certain pairs outwards, as long as any match is found."""
        known = -1
        while known < len(self._matches):
            known = len(self._matches)
            self._match_neighbours()
            self._match_order()
            self._match_last()

    def _match_neighbours(self) -> None:
        """Match repeated sentences beside a neighbour that they had, unless the other neighbour contradicts."""
        interchangeable = self._interchangeable()
        certain = [*self._matches.items(), *self._edges()]
        while certain:
            touched = [pair for each in certain for pair in self._propose(*each)]
            certain = []
            for pair in touched:
                if self._only(*pair) and self._fits(*pair, interchangeable):
                    self._match(*pair)
                    certain.append(pair)

    def _propose(self, position: int, found: int) -> list[tuple[int, int]]:
        """Propose and return the pairs of equal sentences beside a certain pair."""
        pairs = [pair for step in (-1, 1) if self._equal(*(pair := (position + step, found + step)))]
        for one, other in pairs:
            self._proposed.setdefault(one, set()).add(other)
            self._proposers.setdefault(other, set()).add(one)
        return pairs

    def _only(self, position: int, found: int) -> bool:
        """Tell if two sentences are free, and certain neighbours propose neither for another."""
        free = position not in self._matches and found not in self._taken
        return free and len(self._proposed[position]) == len(self._proposers[found]) == 1

    def _match_last(self) -> None:
        """Match the last unmatched one of repeated sentences, if it still has one of its neighbours."""
        before = Counter(self._before[each] for each in self._left())
        after = Counter(self._after[each] for each in self._free())
        for each in [*self._matches.items(), *self._edges()]:
            for pair in self._propose(*each):
                if self._only(*pair) and before[self._before[pair[0]]] == after[self._after[pair[1]]] == 1:
                    self._match(*pair)

    def _edges(self) -> tuple[tuple[int, int], tuple[int, int]]:
        """The places before the first sentences and after the last."""
        return (-1, -1), (len(self._before), len(self._after))

    def _interchangeable(self) -> set[str]:
        """The digests of repeated sentences that stand beside several unknown ones, which may have changed places."""
        before = _neighbours(self._before, self._matches, self._repeated)
        after = _neighbours(self._after, {*self._matches.values()}, self._repeated)
        return {each for sides in (before, after) for each, unknown in sides.items() if len(unknown) > 1}

    def _fits(self, position: int, found: int, interchangeable: Collection[str]) -> bool:
        """Tell if two equal sentences stand between the same certain ones, repeated ones in between being equal.

        In the place of one of the two may be a sentence that was reworded, unless another may be that one.
        """
        for step in (-1, 1):
            one, other = position + step, found + step
            while self._equal(one, other):
                one, other = one + step, other + step
            if self._matches.get(one) == other or (one, other) in self._edges():
                continue
            if self._before[position] in interchangeable or not self._unknown(one, other):
                return False
        return True

    def _unknown(self, position: int, found: int) -> bool:
        """Tell if two sentences are neither certain nor repeated."""
        inside = 0 <= position < len(self._before) and 0 <= found < len(self._after)
        if not inside or position in self._matches or found in self._taken:
            return False
        return self._before[position] not in self._repeated and self._after[found] not in self._repeated

    def _equal(self, position: int, found: int) -> bool:
        if not (0 <= position < len(self._before) and 0 <= found < len(self._after)):
            return False
        free = position not in self._matches and found not in self._taken
        return free and self._before[position] == self._after[found]

    def _match_order(self) -> None:
        """Match repeated sentences by order, where they stand as often as before between the same sentences.

        Only where nothing else stood between these, that may have gone elsewhere and taken one of them along.
        """
        spans = self._spans()
        in_order = {each for each in self._left() if self._before[each] in self._repeated} | self._anchors().keys()
        others = {span for each, span in enumerate(spans) if each not in in_order}
        groups: dict[tuple[str, int, int], list[int]] = {}
        for position in self._left():
            groups.setdefault((self._before[position], *spans[position]), []).append(position)
        free: dict[str, list[int]] = {}
        for each in self._free():
            free.setdefault(self._after[each], []).append(each)
        for (sha256, low, high), positions in groups.items():
            found = [each for each in free.get(sha256, ()) if low < each < high]
            if len(found) == len(positions) and (low, high) not in others:
                for pair in zip(positions, found, strict=True):
                    self._match(*pair)

    def _anchors(self) -> dict[int, int]:
        """The most certain pairs whose order is what it was."""
        return dict(_increasing(sorted(self._matches.items())))

    def _spans(self) -> list[tuple[int, int]]:
        """Return, for each former sentence, the present ones between which it stands if the order is kept."""
        anchors = self._anchors()
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
                self._note(position, SentenceFate.AMBIGUOUS, free[self._before[position]])
        self._taken |= {each for found in free.values() if self._after[found[0]] in self._before for each in found}

    def _note_split_digests(self, former: Sequence[int], present: Sequence[int]) -> None:
        """Match sentences that stand there word for word, but were split in several, as by a line break."""
        left = {self._before[position]: position for position in former}
        for run in _runs(present) if left else ():
            position = left.get(digest(" ".join(self._present[each].text for each in run)))
            if position is not None and not self._taken.intersection(run):
                self._note(position, SentenceFate.SPLIT, run)
                self._taken.update(run)

    def _compare_words(self, former: Sequence[int], present: Sequence[int]) -> None:
        known = {each: _words(text) for each in former if (text := self._texts[each]) is not None}
        free = {each: _words(self._present[each].text) for each in present}
        if not known or not free or len(known) * len(free) > MOST_PAIRS:
            return
        self._alike.update(
            ((position, found), score)
            for position, one in known.items()
            for found, other in free.items()
            if not (position in self._compared[0] and found in self._compared[1])
            if (score := 100 * Indel.normalized_similarity(one, other)) >= LEAST_LIKENESS / _MOST_PARTS
        )
        self._compared = known.keys(), free.keys()
        alike = {pair: score for pair, score in self._alike.items() if pair[0] in known and pair[1] in free}
        for position, run in _divided(known, free, alike):
            self._note(position, SentenceFate.SPLIT, run)
            self._taken.update(run)
        free = {each: words for each, words in free.items() if each not in self._taken}
        known = {each: words for each, words in known.items() if each not in self._others}
        swapped = {(found, position): score for (position, found), score in alike.items()}
        for found, run in _divided(free, known, swapped):
            for position in run:
                self._note(position, SentenceFate.MERGED, [found])
            self._taken.add(found)
        self._match_alike()

    def _match_alike(self) -> None:
        spans = self._spans()
        while clear := _clear(self._scores(spans)):
            for pair in clear:
                self._match(*pair)

    def _note_alike(self) -> None:
        scores = self._scores(self._spans())
        for position in {position for position, _ in scores}:
            self._note(position, SentenceFate.AMBIGUOUS, sorted(found for each, found in scores if each == position))

    def _scores(self, spans: Sequence[tuple[int, int]]) -> dict[tuple[int, int], float]:
        """The likeness of unmatched sentences, with a bonus for the same place."""
        return {
            (position, found): score + _SAME_PLACE * (spans[position][0] < found < spans[position][1])
            for (position, found), score in self._alike.items()
            if score >= LEAST_LIKENESS
            and position not in self._matches
            and position not in self._others
            and found not in self._taken
        }


def _neighbours(digests: Sequence[str], known: Collection[int], repeated: Collection[str]) -> dict[str, set[int]]:
    """Return the unknown sentences beside each repeated one, or beside a row of repeated ones that it stands in."""
    found: dict[str, set[int]] = {}
    for places in (range(len(digests)), reversed(range(len(digests)))):
        beside: int | None = None
        for place in places:
            if place in known:
                beside = None
            elif digests[place] not in repeated:
                beside = place
            elif beside is not None:
                found.setdefault(digests[place], set()).add(beside)
    return found


def _clear(scores: Mapping[tuple[int, int], float]) -> list[tuple[int, int]]:
    """Return the pairs that score clearly higher than all others with the same former or present sentence."""
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
    """Yield each text with the consecutive parts that together are more like it than any of them alone."""
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
    """Return the longest subsequence of pairs, sorted by their first, that is sorted by their second, too."""
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
