"""`selon review --drafts`."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from rich.console import Console

from bot.cli.article_with_text import read_with_text
from bot.cli.streams import explained_input_errors
from bot.errors import SelonError
from bot.printable import one_line, printable
from bot.rendering.drafts import draft_view
from bot.rendering.terminal import console, plain_text
from bot.settings import read_settings
from knowledge.article_folders import article_folders
from knowledge.drafting.draft_editor import DraftEditor, Edit, UnfitEdit
from knowledge.errors import InvalidKnowledge
from knowledge.files import text_of
from knowledge.model import Entry
from knowledge.regular_files import read, replace
from knowledge.text.sentences import number_sentences

_HELP = """accept — the draft holds: its line `draft: true` becomes `accepted:` with today's date
edit answer LANGUAGE — write another answer, as in `edit answer en`
edit speaker|outlet|venue [NUMBER] — put a statement right; the first unless a number says which
split SENTENCE — make a second draft of that sentence and those after it
merge ID — take another draft in, which goes
drop — remove the draft
next — leave it as it is for now
quit — leave; the drafts that are left come again"""
_ACTIONS = ("accept", "edit", "split", "merge", "drop", "next", "quit", "help")
_COUNTED = {"accept": "accepted", "drop": "dropped"}
_NOTHING = "-"


class UnfitReview(SelonError):
    """Arguments of `selon review --drafts` that do not go together."""

    exit_status = 2


class _Left(Exception):
    """The end of input, or of the reviewer's time."""


def run(folder: Path | None, article: Path | None) -> int:
    """Review the drafts of a folder one by one until there are none left, `quit`, or the end of input.

    What is done is written at once.

    Args:
        folder: Of articles, or of one; KNOWLEDGE_DIR if None.
        article: The article's text; the file beside its folder, under its name, if None.

    Returns:
        The exit status, 0.

    Raises:
        UnfitReview: There are several articles, but one text.
        OtherText: The text is missing, or another one.
        KnowledgeError: The files do not hold, or cannot be read or written.
    """
    folders = article_folders(folder or read_settings().knowledge_dir)
    if article is not None and len(folders) > 1:
        raise UnfitReview("--article belongs to one article: name its folder with --folder.")
    terminal = console()
    try:
        for each in folders:
            _Review(each, article, terminal).hold()
    except _Left:
        pass
    return 0


class _Review:
    """The review of one article's drafts.

    Args:
        folder: The article's folder.
        article: Its text; the file beside the folder, under its name, if None.
        terminal: The terminal in which it is held.
    """

    def __init__(self, folder: Path, article: Path | None, terminal: Console) -> None:
        self._folder = folder
        self._path = article
        self._terminal = terminal
        self._passed: set[str] = set()
        self._counts = dict.fromkeys(_COUNTED.values(), 0)
        self._read()

    def hold(self) -> None:
        """Show each draft, and do what is typed.

        Raises:
            _Left: The input ends, or the reviewer leaves.
        """
        try:
            while (entry := self._next()) is not None:
                self._show(entry)
                self._decide(entry)
        finally:
            left = len(self._editor.drafts)
            done = ", ".join(f"{count} {what}" for what, count in self._counts.items())
            self._say(f"{self._editor.article.slug}: {done}, {left} {'draft is' if left == 1 else 'drafts are'} left.")

    def _read(self) -> None:
        files, text = read_with_text(self._folder, self._path)
        self._contents = {each.path: text_of(each.path, read(each.path, self._folder)) for each in files.documents}
        self._editor = DraftEditor(files, self._contents, text)
        self._sentences = {each.number: each for each in number_sentences(text)}

    def _next(self) -> Entry | None:
        return next((each for each in self._editor.drafts if each.id not in self._passed), None)

    def _show(self, entry: Entry) -> None:
        left = [each for each in self._editor.drafts if each.id not in self._passed]
        self._terminal.print()
        self._terminal.print(plain_text(f"{entry.id} · {len(left)} to look at", "bold reverse"))
        self._terminal.print(draft_view(self._editor.article, entry, self._sentences), highlight=False)
        self._terminal.print()

    def _decide(self, entry: Entry) -> None:
        """Ask until the draft is passed, gone or changed."""
        is_decided = False
        while not is_decided:
            action, *rest = self._ask("accept, edit, split, merge, drop, next, quit or help").split() or [""]
            fitting = [each for each in _ACTIONS if action and each.startswith(action.lower())]
            if len(fitting) != 1:
                self._say(f"“{action}” is none of these: type {', '.join(_ACTIONS)}, or their first letter.")
                continue
            is_decided = self._do(fitting[0], entry, rest)

    def _do(self, action: str, entry: Entry, rest: list[str]) -> bool:
        """Do what was typed; return if the draft is to be shown no more, or anew."""
        match action:
            case "quit":
                raise _Left
            case "help":
                self._say(_HELP)
                return False
            case "next":
                self._passed.add(entry.id)
                return True
        is_done = self._is_done(lambda: self._edit(action, entry, rest))
        if is_done and action in _COUNTED and entry.id not in {each.id for each in self._editor.drafts}:
            self._counts[_COUNTED[action]] += 1
        return is_done

    def _is_done(self, change: Callable[[], Edit]) -> bool:
        """Make a change and write it; say why where it does not hold, and nothing is written then."""
        if self._is_changed():
            self._say("The files have changed meanwhile and were read again: look at the draft once more.")
            return True
        try:
            edit = change()
        except UnfitEdit as error:
            self._say(str(error))
            return False
        except InvalidKnowledge as error:
            self._say(f"That does not hold, nothing is written:\n{error}")
            return False
        replace(edit.contents, self._folder)
        self._contents.update({path: text for path, text in edit.contents.items() if path in self._contents})
        for each in edit.remarks:
            self._say(str(each))
        return True

    def _is_changed(self) -> bool:
        """Tell if somebody else has written the files since they were read, and read them again then."""
        if all(text_of(path, read(path, self._folder)) == text for path, text in self._contents.items()):
            return False
        self._read()
        return True

    def _edit(self, action: str, entry: Entry, rest: list[str]) -> Edit:
        match action, rest:
            case "accept", []:
                return self._editor.accept(entry.id, datetime.now(UTC).date())
            case "drop", []:
                return self._editor.drop(entry.id)
            case "merge", [other]:
                return self._editor.merge(entry.id, other)
            case "split", [number] if number.isdecimal():
                return self._split(entry, int(number))
            case "edit", ["answer", code] if code in self._editor.article.served:
                return self._editor.reword(entry.id, code, self._words(f"answer in {code}"))
            case "edit", [("speaker" | "outlet" | "venue") as part, *numbers] if _is_number(numbers):
                return self._put_right(entry, part, int(numbers[0]) if numbers else 1)
        line = next(each for each in _HELP.splitlines() if each.startswith(action))
        if action == "edit":
            served = ", ".join(self._editor.article.served)
            raise UnfitEdit(
                f"Type `edit answer` and one of {served}, or `edit speaker`, `edit outlet` or `edit venue`."
            )
        raise UnfitEdit(f"Type `{line.partition(' — ')[0]}` and no more.")

    def _put_right(self, entry: Entry, part: str, number: int) -> Edit:
        if not 1 <= number <= len(entry.statements):
            raise UnfitEdit(f"It has {len(entry.statements)} statements: name one by its number.")
        if part == "venue":
            return self._place(entry, number)
        article = self._editor.article
        known = article.people if part == "speaker" else article.outlets
        self._say(f"Known: {', '.join(known) or 'none yet'}.")
        typed = self._words(f"{part}, {_NOTHING} for none, + before a new name")
        return self._editor.credit(
            entry.id, number, "speaker" if part == "speaker" else "via", None if typed == _NOTHING else typed
        )

    def _place(self, entry: Entry, number: int) -> Edit:
        article = self._editor.article
        self._say(f"Known: {', '.join(article.venues) or 'none yet'}.")
        typed = self._words(f"venue in {article.language}, as the end of a line, {_NOTHING} for none")
        if typed == _NOTHING:
            return self._editor.place(entry.id, number, None)
        if (known := self._editor.venue_of(typed)) is not None:
            return self._editor.place(entry.id, number, known)
        others = [code for code in article.served if code != article.language]
        words = {code: self._words(f"the same in {code}") for code in others}
        return self._editor.place(entry.id, number, {article.language: typed, **words})

    def _split(self, entry: Entry, sentence: int) -> Edit:
        self._editor.require_splitting(entry.id, sentence)
        words = {}
        for code in self._editor.article.served:
            question = self._words(f"first question of the new draft in {code}")
            words[code] = (question, self._ask(f"its answer in {code}, nothing to keep this one"))
        return self._editor.split(entry.id, sentence, words)

    def _words(self, prompt: str) -> str:
        """Ask for words, until there are some."""
        while not (typed := self._ask(prompt)):
            self._say("Type some words, or end the input (Ctrl+D) to leave all as it is.")
        return typed

    def _ask(self, prompt: str) -> str:
        try:
            with explained_input_errors():
                return one_line(self._terminal.input(plain_text(f"{prompt} › ", "bold")))
        except EOFError:
            self._terminal.print()
            raise _Left from None

    def _say(self, text: str) -> None:
        self._terminal.print(plain_text(printable(text)), highlight=False)


def _is_number(words: list[str]) -> bool:
    return not words or (len(words) == 1 and words[0].isdecimal())
