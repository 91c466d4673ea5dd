"""`selon ask`."""

from __future__ import annotations

import gc
import json
import re
import sys
from codecs import BOM_UTF8, BOM_UTF16_BE, BOM_UTF16_LE
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import BinaryIO, TextIO

from rich.text import Text

from bot.cli.library import ready_library
from bot.cli.streams import explained_input_errors, is_utf8
from bot.dialogue.actions import ChooseEntry, OpenEntry
from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import Item
from bot.dialogue.question import Question
from bot.dialogue.record import record
from bot.dialogue.reply import Reply
from bot.errors import SelonError
from bot.printable import json_line
from bot.rendering.terminal import console, show, table_console
from bot.settings import read_settings
from knowledge.library import ANY_ARTICLE, ArticleChoice, Library
from knowledge.matcher import Match, Outcome
from knowledge.model import Article

_LONGEST_LINE = 1 << 20
"""The most bytes of a line; a question is far shorter."""
_HALF = re.compile("[\ud800-\udfff]")


class NoQuestion(SelonError):
    """`selon ask` was given nothing to ask."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__('There is no question: write one, as in `selon ask "Who called whom?"`, or use --jsonl.')


class UnknownArticle(SelonError):
    """`selon ask --article` names none of the articles.

    Args:
        slug: The slug that was given.
        slugs: Those that there are.
    """

    exit_status = 2

    def __init__(self, slug: str, slugs: Sequence[str]) -> None:
        super().__init__(f"There is no article {slug}: give --article one of {', '.join(slugs)}.")
        self.slug = slug
        self.slugs = slugs


class WrongEncoding(SelonError):
    """Lines for `selon ask --jsonl` are UTF-16 or UTF-32, as some Windows programs write them."""

    exit_status = 2

    def __init__(self) -> None:
        super().__init__("Standard input is UTF-16 or UTF-32: save it as UTF-8, or pipe it through iconv -t UTF-8.")


def run(
    question: str | None,
    *,
    as_json: bool,
    jsonl: bool,
    explain: bool = False,
    article: str | None = None,
    drafts: bool = False,
) -> int:
    """Answer questions; return 1 if a line of --jsonl was malformed, otherwise 0, also when the article is silent.

    Raises:
        NoQuestion: There is nothing to ask.
        UnknownArticle: There is no such article.
        WrongEncoding: The lines are UTF-16 or UTF-32.
    """
    if not jsonl:
        # A process that answers once has nothing to collect: a tenth of its time.
        gc.disable()
    settings = read_settings()
    library = ready_library(settings, needed=article, drafts=drafts)
    dialogue = Dialogue(library, default_language=settings.language)
    choice = _choice(library, article)
    if jsonl:
        with explained_input_errors():
            return answer_lines(library, dialogue, sys.stdin.buffer, sys.stdout, sys.stderr, choice=choice)
    if question is None or not question.strip():
        raise NoQuestion
    asked = Question(question, choice=choice)
    if as_json:
        _write(record(library, dialogue, asked), sys.stdout)
    else:
        show(_with_offers(dialogue, dialogue.ask(asked)), console(), numbered=False)
    if explain:
        from bot.rendering.explanation import explanation_tables

        match = dialogue.match(asked)

        explaining = table_console(stderr=as_json)
        asked_first = _asked_first(library, match)
        title = Text(f"Article: {asked_first.slug}", style="bold")
        explaining.print(Text(), title, explanation_tables(library.models[asked_first.slug].matcher, question, match))
    return 0


def _choice(library: Library, slug: str | None) -> ArticleChoice:
    """Return the choice of one article by its slug, or of all if None; no article counts as the current one."""
    if slug is None:
        return ArticleChoice(newest=False)
    if slug not in library.by_slug:
        raise UnknownArticle(slug, sorted(library.by_slug))
    return ArticleChoice(frozenset({slug}))


def _asked_first(library: Library, match: Match) -> Article:
    """Return the article of the nearest entry to a question."""
    nearest = [library.article_of(library.entries[each.entry_id]) for each in match.candidates[:1]]
    return nearest[0] if nearest else library.newest_first[0]


def _with_offers(dialogue: Dialogue, reply: Reply) -> Reply:
    """Return a reply for an output without buttons: the entries that it offers are listed below it."""
    if reply.outcome is Outcome.ANSWER:
        return reply
    keys = [button.action.entry_key for button in reply.buttons if isinstance(button.action, ChooseEntry | OpenEntry)]
    titled = len({dialogue.article_of(key) for key in keys}) > 1
    offers = (Item(dialogue.offer(key, reply.language, titled=titled)) for key in keys)
    return replace(reply, parts=(*reply.parts, *offers))


def answer_lines(
    library: Library,
    dialogue: Dialogue,
    questions: BinaryIO,
    answers: TextIO,
    errors: TextIO,
    *,
    choice: ArticleChoice = ANY_ARTICLE,
) -> int:
    """Answer each line in order and at once; a broken line is reported.

    Returns:
        1 if any line was broken, else 0.

    Raises:
        WrongEncoding: The lines are UTF-16 or UTF-32.
    """
    status = 0
    for number, line in enumerate(_lines(questions), start=1):
        if _is_wide(line):
            raise WrongEncoding
        try:
            question = _question_in(line)
        except _Broken as error:
            status = 1
            print(f'Line {number} {error}; it is skipped. Write {{"question": "…"}}.', file=errors, flush=True)
            continue
        if question is not None:
            _write(record(library, dialogue, replace(question, choice=choice)), answers)
    return status


def _lines(file: BinaryIO) -> Iterator[bytes]:
    """Yield the lines of a file; a line that is too long is cut just above the limit."""
    while line := file.readline(_LONGEST_LINE + 1):
        rest = line
        while len(rest) > _LONGEST_LINE and not rest.endswith(b"\n"):
            rest = file.readline(_LONGEST_LINE + 1)
        yield line


def _is_wide(line: bytes) -> bool:
    """Tell whether a line is UTF-16 or UTF-32."""
    return line.startswith((BOM_UTF16_LE, BOM_UTF16_BE)) or b"\0" in line[:4]


class _Broken(Exception):
    """The fault of a line, as the end of a sentence."""


def _question_in(line: bytes) -> Question | None:
    """The question of a line, with what was said before it; None if it is blank.

    Raises:
        _Broken: It has none that can be asked.
    """
    if len(line) > _LONGEST_LINE:
        raise _Broken(f"is longer than {_LONGEST_LINE >> 20} MiB")
    try:
        # Files that were put together have a mark at the beginning of each.
        text = line.removeprefix(BOM_UTF8).decode()
    except UnicodeDecodeError:
        raise _Broken("is not UTF-8 text") from None
    if not text.strip():
        return None
    try:
        fields = json.loads(text)
    except (ValueError, RecursionError):
        raise _Broken("is not JSON") from None
    if not isinstance(fields, dict):
        raise _Broken("is not a JSON object")
    if "question" not in fields:
        raise _Broken('has no "question"')
    after, about = _text_of(fields, "after"), _text_of(fields, "about")
    return Question(_text_of(fields, "question"), about=about, after=after or None)


def _text_of(fields: Mapping[str, object], name: str) -> str:
    """The text of a field; empty if there is none, or null.

    Raises:
        _Broken: It is no text, or none that can be written.
    """
    value, article = fields.get(name), "a" if name == "question" else "an"
    if value is None and name != "question":
        return ""
    if not isinstance(value, str):
        raise _Broken(f'has {article} "{name}" that is not text')
    if _HALF.search(value):
        raise _Broken(f'has {article} "{name}" with half a character')
    return value


def _write(value: object, file: TextIO) -> None:
    """Write a value on a line; readers of JSON expect UTF-8, or signs that are the same in every encoding."""
    print(json_line(value, ascii_only=not is_utf8(file)), file=file, flush=True)
