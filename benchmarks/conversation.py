"""Score conversations, and messages that are no questions of their own, against what readers labelled.

    python benchmarks/conversation.py [FOLDER] [--language fr] [--misses]

FOLDER has, for each language, two files of one JSON object a line; by default those beside this script:

LANG.conversations.jsonl  id, lang, surface, turns: say, gold (numbers of the sentences that answer; [] where silence is
                          right), aspect ("own" for a question of its own, else what the turn goes on with), and expect
                          (strings, one of which the reply has to hold; none if anything will do)
LANG.messages.jsonl       id, lang, kind (pointing, courtesy, card, question), say; gold; about (the message that it
                          stands under)

A turn goes on from the answer that the turn before was really given. With an answer from the gold sentences, in which
an expected string stands, it is right; offered, if one of at most three choices is; missed, if nothing was found; and
wrong, if anything else was answered. Where silence is right, a choice is offered, and an answer is wrong.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from bot.cli.library import ready_library
from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import Question
from bot.dialogue.record import record
from bot.settings import read_settings
from knowledge.library import ANY_ARTICLE, Library

_FOLDER = Path(__file__).parent / "conversations"
_RESULTS = ("right", "offered", "missed", "wrong")
_KINDS = {"courtesy": "courtesy", "card": "card"}

Labelled = Mapping[str, Any]


def verdict(label: Labelled, said: Labelled) -> str:
    """Return what a reply is worth, as the module docstring says.

    Args:
        label: With gold and, perhaps, expect.
        said: As `selon ask --jsonl` prints it.
    """
    gold, outcome = set(label["gold"]), said["outcome"]
    hits = [bool(gold & set(entry["evidence"])) for entry in said["entries"][:3]]
    if not gold:
        return {"abstain": "right", "choose": "offered", "answer": "wrong"}[outcome]
    if outcome == "answer":
        text = said["reply"].lower()
        expected = [each.lower() for each in label.get("expect") or ()]
        is_told = not expected or any(each in text for each in expected)
        return "right" if any(hits[:1]) and is_told else "wrong"
    if outcome == "choose":
        return "offered" if any(hits) else "wrong"
    return "missed"


def turns(library: Library, dialogue: Dialogue, conversation: Labelled) -> Iterator[tuple[Labelled, Labelled, str]]:
    """Yield each turn with what was said to it and what that is worth."""
    after = None
    for turn in conversation["turns"]:
        said = record(library, dialogue, Question(turn["say"], choice=ANY_ARTICLE, after=after), whole=True)
        yield turn, said, verdict(turn, said)
        after = said["subject"] or after


def message(library: Library, dialogue: Dialogue, label: Labelled) -> tuple[Labelled, str]:
    """Return what was said to a message, and what that is worth: courtesy and the card are right as such."""
    said = record(library, dialogue, Question(label["say"], about=label.get("about", "")), whole=True)
    kind = _KINDS.get(label["kind"])
    if kind is not None:
        if said["intent"] == kind:
            return said, "right"
        return said, "missed" if said["outcome"] == "abstain" else "wrong"
    if label["kind"] == "question" and said["intent"] in _KINDS:
        return said, "wrong"
    return said, verdict(label, said)


def main() -> None:
    """Print the figures of each language."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("folder", nargs="?", type=Path, default=_FOLDER)
    parser.add_argument("--language", action="append", help="only this one; may be given several times")
    parser.add_argument("--misses", action="store_true", help="list every line that is not right")
    args = parser.parse_args()
    library = ready_library(read_settings())
    dialogue = Dialogue(library)
    tally: Counter[tuple[str, str, str]] = Counter()

    def count(language: str, kind: str, result: str, shown: str) -> None:
        tally[language, kind, result] += 1
        if args.misses and result != "right":
            print(f"{result:8} {kind:12} {shown}")

    for path in sorted([*args.folder.glob("*.conversations.jsonl"), *args.folder.glob("*.messages.jsonl")]):
        language, _, rest = path.name.partition(".")
        if args.language and language not in args.language:
            continue
        for label in map(json.loads, path.read_text(encoding="utf-8").splitlines()):
            if rest.startswith("conversations"):
                before = ""
                for turn, said, result in turns(library, dialogue, label):
                    ids = [entry["id"] for entry in said["entries"][:3]]
                    shown = f"{label['id']} {before!r} → {turn['say']!r} gold={turn['gold']} got={said['intent']}:{ids}"
                    count(language, turn["aspect"], result, shown)
                    if turn["aspect"] != "own":
                        tally[language, "FOLLOW-UPS", result] += 1
                    before = turn["say"]
            else:
                said, result = message(library, dialogue, label)
                ids = [entry["id"] for entry in said["entries"][:3]]
                shown = f"{label['id']} {label['say']!r} gold={label.get('gold')} got={said['intent']}:{ids}"
                count(language, label["kind"].upper(), result, f"{shown} about={label.get('about', '')!r}")
    print(f"{'':4}{'':14}{'n':>5}  " + "  ".join(f"{each:>8}" for each in _RESULTS) + "   (%)")
    for language, kind in sorted({key[:2] for key in tally}):
        numbers = [tally[language, kind, each] for each in _RESULTS]
        n = sum(numbers)
        shares = "  ".join(f"{100 * each / n:8.1f}" for each in numbers)
        print(f"{language:4}{kind:14}{n:>5}  {shares}")


if __name__ == "__main__":
    main()
