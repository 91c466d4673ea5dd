"""`selon chat`."""

from __future__ import annotations

import re
import sys

from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import Question
from bot.dialogue.reply import Lead, Reply
from bot.phrases import phrases
from bot.rendering.terminal import console, show
from bot.settings import read_settings
from knowledge.files import load_library

_COMMANDS = ("topics", "who", "sources", "help", "quit")
_NUMBER = re.compile("[0-9]{1,6}")


class TerminalChat:
    """One conversation: the last reply's buttons can be pressed by number.

    Args:
        dialogue: Who answers.
        language: The terminal's; it follows the language of the last question.
    """

    def __init__(self, dialogue: Dialogue, language: str) -> None:
        self._dialogue = dialogue
        self.language = language
        self._shown: Reply | None = None

    def greeting(self) -> Reply:
        """What is shown at the start."""
        return self._show(self._dialogue.browse.help(self.language, _COMMANDS))

    def reply(self, line: str) -> Reply | None:
        """The reply to a line; None where the chat is over."""
        typed = line.strip()
        if typed.startswith("/"):
            return self._command(typed)
        if _NUMBER.fullmatch(typed) and self._shown is not None and self._shown.buttons:
            return self._press(int(typed))
        return self._show(self._dialogue.ask(Question(typed, self.language)))

    def _command(self, typed: str) -> Reply | None:
        command, _, rest = typed[1:].partition(" ")
        browse = self._dialogue.browse
        match command.lower():
            case "quit" | "exit":
                return None
            case "topics":
                return self._show(browse.topics(self.language))
            case "who":
                return self._show(browse.people(self.language))
            case "sources":
                return self._show(browse.sources(self.language))
            case "help" | "start":
                return self.greeting()
            case "ask" if rest.strip():
                return self._show(self._dialogue.ask(Question(rest, self.language)))
        unknown = phrases(self.language)("unknown-command", command=f"/{command}")
        return self._show(Reply(self.language, (Lead(unknown),), self._shown.buttons if self._shown else ()))

    def _press(self, number: int) -> Reply:
        buttons = self._shown.buttons if self._shown else ()
        words = phrases(self.language)
        if not 1 <= number <= len(buttons):
            missing = Reply(self.language, (Lead(words("terminal-no-button", number=number)),), buttons)
            return self._show(missing)
        pressed = self._dialogue.act(buttons[number - 1].action, self.language)
        return self._show(pressed or Reply(self.language, (Lead(words("stale")),)))

    def _show(self, reply: Reply) -> Reply:
        self._shown = reply
        self.language = reply.language
        return reply


def run() -> int:
    """Holds the dialogue until /quit or the end of input; with arrow-key history where there is a terminal."""
    settings = read_settings()
    library = load_library(settings.knowledge_dir, cache=settings.cache_dir)
    chat = TerminalChat(
        Dialogue(library, default_language=settings.language), settings.language or library.articles[0].language
    )
    terminal = console()
    if sys.stdin.isatty():
        # Line editing and history with the arrow keys come with this import.
        import readline  # noqa: F401
    show(chat.greeting(), terminal, numbered=True)
    while True:
        terminal.print()
        try:
            line = terminal.input(f"[bold]{phrases(chat.language)('terminal-prompt')} ›[/] ")
        except EOFError:
            return 0
        if not line.strip():
            continue
        reply = chat.reply(line)
        if reply is None:
            return 0
        terminal.print()
        show(reply, terminal, numbered=True)
