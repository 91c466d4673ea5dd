"""`selon chat`."""

from __future__ import annotations

import re
import sys
import time
from dataclasses import replace

from bot.cli.library import ready_library
from bot.cli.streams import explained_input_errors
from bot.dialogue.actions import ReleaseArticle, Settle, SettleArticle
from bot.dialogue.chat_settings import LANGUAGE, SettingsView, change_of, settings_page, typed_language
from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import Footnote, MainText
from bot.dialogue.question import AUTOMATIC, Question
from bot.dialogue.recent_articles import RecentArticles
from bot.dialogue.reply import Reply
from bot.phrases import phrases
from bot.rendering.terminal import console, show
from bot.settings import read_settings
from knowledge.library import ArticleChoice

_COMMANDS = ("article", "articles", "topics", "who", "sources", "language", "settings", "help", "quit")
# Of Telegram, with the command that does the same here.
_ELSEWHERE = {"review": "selon review", "stats": "selon stats"}
_NUMBER = re.compile("[0-9]{1,6}")
_CHAT = 0
"""The number of this one: as of private chats, it is not negative."""


class TerminalChat:
    """One conversation: the last reply's buttons can be pressed by number.

    Args:
        dialogue: Answers.
        language: The terminal's; until /language settles one, that of the last reply takes its place.
    """

    def __init__(self, dialogue: Dialogue, language: str) -> None:
        self._dialogue = dialogue
        self._spoken = language
        self._settings = AUTOMATIC
        self._recent_articles = RecentArticles()
        self._shown: Reply | None = None
        self._context_key: str | None = None
        self._asked = 0

    @property
    def language(self) -> str:
        """The language that /language has settled, else that of the last reply."""
        return self._settings.language or self._spoken

    def greeting(self) -> Reply:
        """Return the reply at the start."""
        return self._show(self._dialogue.browse.help(self.language, _COMMANDS, choice=self._choice()))

    def reply(self, line: str) -> Reply | None:
        """Return the reply to a line; None where the chat is over."""
        typed = line.strip()
        if typed.startswith("/"):
            return self._command(typed)
        if _NUMBER.fullmatch(typed) and self._shown is not None and self._shown.buttons:
            return self._press(int(typed))
        return self._ask(typed)

    def _ask(self, question: str) -> Reply:
        self._asked += 1
        asked = Question(
            question,
            self.language,
            self._choice(),
            after=self._context_key,
            spoken=self._spoken if self._context_key else None,
            number=self._asked,
        )
        return self._show(self._dialogue.ask(asked, self._settings))

    def _choice(self) -> ArticleChoice:
        return self._dialogue.choice(self._settings, self._recent_articles.find(_CHAT, int(time.monotonic())))

    def _command(self, typed: str) -> Reply | None:
        command, _, rest = typed[1:].partition(" ")
        browse = self._dialogue.browse
        match command.lower():
            case "quit" | "exit":
                return None
            case "article":
                pages, settled = self._dialogue.article_pages, self._settings.article
                return self._show(pages.current(self.language, self._choice(), settled))
            case "articles":
                pages, settled = self._dialogue.article_pages, self._settings.article
                return self._show(pages.overview(rest, self.language, self._choice(), settled))
            case "topics":
                return self._show(browse.topics(self.language, self._choice()))
            case "who":
                return self._show(browse.people(self.language, self._choice()))
            case "sources":
                return self._show(browse.sources(self.language, self._choice()))
            case "help" | "start":
                return self.greeting()
            case "ask" if rest.strip():
                return self._ask(rest)
            case "language" | "settings":
                return self._settle(typed_language(_CHAT, rest))
            case "privacy" | "forget":
                return self._remark(phrases(self.language)("terminal-keeps-nothing"))
            case "review" | "stats" as name:
                return self._remark(phrases(self.language)("terminal-own-command", command=_ELSEWHERE[name]))
        unknown = phrases(self.language)("unknown-command", command=f"/{command}")
        return self._remark(unknown)

    def _remark(self, text: str) -> Reply:
        """Show a line of its own, after which the buttons of the last reply can still be pressed."""
        return self._show(Reply(self.language, (MainText(text),), self._shown.buttons if self._shown else ()))

    def _settle(self, action: Settle | None) -> Reply:
        """Show the page of the language, once something is settled by an action."""
        change = change_of(action) if action is not None else None
        if change is not None:
            self._settings = change(self._settings)
        page = settings_page(SettingsView(_CHAT, self._settings), LANGUAGE, self.language)
        assert page is not None, "every chat has that page"
        # What is in small type is about groups.
        return self._show(replace(page, parts=tuple(part for part in page.parts if not isinstance(part, Footnote))))

    def _press(self, number: int) -> Reply:
        buttons = self._shown.buttons if self._shown else ()
        words = phrases(self.language)
        if not 1 <= number <= len(buttons):
            return self._remark(words("terminal-no-button", number=number))
        action = buttons[number - 1].action
        if isinstance(action, Settle):
            return self._settle(action)
        if isinstance(action, SettleArticle | ReleaseArticle):
            return self._talk_of(action)
        pressed = self._dialogue.act(action, self.language, self._choice(), self._settings)
        return self._show(pressed or Reply(self.language, (MainText(words("stale")),)))

    def _talk_of(self, action: SettleArticle | ReleaseArticle) -> Reply:
        settled = action.article if isinstance(action, SettleArticle) else None
        self._settings = replace(self._settings, article=settled)
        self._recent_articles.forget(_CHAT)
        card = self._dialogue.article_pages.article(action.article, self.language, settled)
        assert card is not None, "what is shown is of the library that answers"
        words = phrases(self.language)
        told = Footnote(words("article-settled" if settled else "article-released"))
        return self._show(replace(card, parts=(*card.parts, told)))

    def _show(self, reply: Reply) -> Reply:
        slug = self._dialogue.article_of(reply.entry_key) if reply.entry_key is not None else None
        if slug is not None:
            self._recent_articles.put(_CHAT, slug, int(time.monotonic()))
        self._context_key = reply.context_key or reply.entry_key or self._context_key
        self._shown = reply
        self._spoken = reply.language
        return reply


def run() -> int:
    """Hold the dialogue until /quit or the end of input; with arrow-key history where there is a terminal."""
    settings = read_settings()
    library = ready_library(settings)
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
            with explained_input_errors():
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
