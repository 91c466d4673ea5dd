"""Score who is said to say what in articles whose statements readers have annotated.

    python benchmarks/attribution.py [FILE ...] [--misses]

A FILE holds one JSON object a line: id, language, text, and statements, each with content and quotes (offsets in the
text), speaker (the fullest form of the name in the text), outlet and venue; by default those beside this script:

articles.jsonl  six invented articles, annotated before the mechanisms were mended with them; two corrections since
later.jsonl     four more, mended with in turn
last.jsonl      three more, for which nothing was changed

A found statement matches an annotated one if more than half of their union is shared. Contents are given as F1;
speaker and outlet as the share of the matched ones in which they are right, "of the certain" as that of those that
are not marked unsure; and "all" as the F1 of statements in which content, speaker and outlet are right.
"""

from __future__ import annotations

import argparse
import json
import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from knowledge.drafting.statement import FoundStatement
from knowledge.drafting.statements import read_statements

_FOLDER = Path(__file__).parent / "attribution"
_LEAST_SHARED = 0.5

Annotated = Mapping[str, Any]


def same_name(one: str | None, other: str | None) -> bool:
    """Tell if two names are the same but for case and accents, or end in the same word."""
    first, second = _folded(one), _folded(other)
    return first == second or (bool(first and second) and first.split()[-1] == second.split()[-1])


def matched(
    annotated: Sequence[Annotated], found: Sequence[FoundStatement]
) -> Iterator[tuple[Annotated, FoundStatement]]:
    """Yield the pairs that share most, each statement used once."""
    shares: list[tuple[float, int, int]] = []
    for number, gold in enumerate(annotated):
        start, end = gold["content"]
        for other, each in enumerate(found):
            common = min(end, each.content.end) - max(start, each.content.start)
            union = end - start + each.content.end - each.content.start - common
            if common > 0 and common / union > _LEAST_SHARED:
                shares.append((common / union, number, other))
    used: set[tuple[str, int]] = set()
    for _, number, other in sorted(shares, reverse=True):
        if not {("gold", number), ("found", other)} & used:
            used |= {("gold", number), ("found", other)}
            yield annotated[number], found[other]


def main() -> None:
    """Print the figures of each file, in per cent."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("files", nargs="*", type=Path, metavar="FILE")
    parser.add_argument("--misses", action="store_true", help="list the statements with another speaker or outlet")
    arguments = parser.parse_args()
    for file in arguments.files or sorted(_FOLDER.glob("*.jsonl")):
        counts: Counter[str] = Counter()
        for line in file.read_text(encoding="utf-8").splitlines():
            _count(json.loads(line), counts, misses=arguments.misses)
        pairs = max(1, counts["pairs"])
        print(
            f"{file.name}: {counts['gold']} statements  contents {_f1(counts['pairs'], counts):.1f}"
            f"  speaker {100 * counts['speaker'] / pairs:.1f}"
            f" (of the certain {100 * counts['certain right'] / max(1, counts['certain']):.1f})"
            f"  outlet {100 * counts['outlet'] / pairs:.1f}  all {_f1(counts['all'], counts):.1f}"
        )


def _count(article: Annotated, counts: Counter[str], *, misses: bool) -> None:
    found = read_statements(article["text"], article["language"]).statements
    counts["gold"] += len(article["statements"])
    counts["found"] += len(found)
    for gold, each in matched(article["statements"], found):
        speaker = same_name(gold["speaker"], each.speaker)
        outlet = same_name(gold["outlet"], each.outlet)
        certain = "speaker" not in each.unsure
        counts.update(pairs=1, speaker=speaker, outlet=outlet, all=speaker and outlet, certain=certain)
        counts["certain right"] += certain and speaker
        if misses and not (speaker and outlet):
            print(f"{article['id']}: {gold['speaker']}, {gold['outlet']} – found {each.speaker}, {each.outlet}")


def _f1(hits: int, counts: Counter[str]) -> float:
    return 200 * hits / max(1, counts["gold"] + counts["found"])


def _folded(name: str | None) -> str:
    text = unicodedata.normalize("NFKD", (name or "").casefold())
    return "".join(char for char in text if not unicodedata.combining(char)).replace("’", "'")


if __name__ == "__main__":
    main()
