"""`selon ask`."""

from __future__ import annotations

import gc
import json
import sys
from collections.abc import Iterable
from io import TextIOWrapper
from typing import TextIO

from rich.console import Console
from rich.text import Text

from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import Question
from bot.dialogue.record import record
from bot.errors import SelonError
from bot.printable import json_line
from bot.rendering.terminal import console, show
from bot.settings import read_settings
from knowledge.files import load_library
from knowledge.library import Library


class NoQuestion(SelonError):
    """`selon ask` was given nothing to ask."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__('There is no question: write one, as in `selon ask "Who called whom?"`, or use --jsonl.')


def run(question: str | None, *, as_json: bool, jsonl: bool, explain: bool = False) -> int:
    """Answers; the exit status is 1 if a line of --jsonl was broken, 0 otherwise, also when the article is silent."""
    if not jsonl:
        # A process that answers once has nothing to collect: a tenth of its time.
        gc.disable()
    settings = read_settings()
    library = load_library(settings.knowledge_dir, cache=settings.cache_dir)
    dialogue = Dialogue(library, default_language=settings.language)
    if jsonl:
        if isinstance(sys.stdin, TextIOWrapper):
            sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
        return answer_lines(library, dialogue, sys.stdin, sys.stdout, sys.stderr)
    if question is None or not question.strip():
        raise NoQuestion
    if as_json:
        print(json_line(record(library, dialogue, Question(question))), flush=True)
    else:
        show(dialogue.ask(Question(question)), console(), numbered=False)
    if explain:
        from bot.rendering.explanation import explained

        explaining = Console(stderr=True) if as_json else console()
        explaining.print(Text(), explained(library.matcher, question, library.matcher.match(question)))
    return 0


def answer_lines(
    library: Library, dialogue: Dialogue, questions: Iterable[str], answers: TextIO, errors: TextIO
) -> int:
    """Answers each line in order and at once; a broken line is reported.

    Returns:
        1 if any line was broken, else 0.
    """
    broken = 0
    for number, line in enumerate(questions, start=1):
        if not line.strip():
            continue
        question = _question_in(line)
        if question is None:
            broken = 1
            print(f'Line {number} is not {{"question": "…"}}; it is skipped.', file=errors, flush=True)
            continue
        print(json_line(record(library, dialogue, Question(question))), file=answers, flush=True)
    return broken


def _question_in(line: str) -> str | None:
    """The question of a line; None if the line is broken, which also text that is not UTF-8 makes it."""
    try:
        parsed = json.loads(line)
        question = parsed.get("question") if isinstance(parsed, dict) else None
        return question if isinstance(question, str) and question.encode() is not None else None
    except (ValueError, RecursionError):
        return None
