"""A reply in a terminal: colours, and numbered buttons."""

from __future__ import annotations

from shutil import get_terminal_size

from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.text import Text

from bot.dialogue.parts import Footnote, Item, MainText, Part, Pointer, QuoteLine, Title
from bot.dialogue.reply import Reply
from bot.printable import printable

_INDENT = (0, 0, 0, 2)
# No line of ours is as long: what reads our output from a pipe gets every paragraph on one line.
_UNWRAPPED = 10_000
# As wide as a table becomes where neither a terminal nor COLUMNS says.
_TABLE_WIDTH = 120


def console() -> Console:
    """Return standard output: as wide as the terminal, or without line breaks of its own where there is none."""
    return Console() if Console().is_terminal else Console(width=_UNWRAPPED)


def table_console(*, stderr: bool = False) -> Console:
    """Return standard output or error for a table, which breaks its lines itself: COLUMNS wide, or 120, in a pipe."""
    usual = Console(stderr=stderr)
    return usual if usual.is_terminal else Console(stderr=stderr, width=get_terminal_size((_TABLE_WIDTH, 1)).columns)


def show(reply: Reply, console: Console, *, numbered: bool) -> None:
    """Print a reply.

    Args:
        reply: The reply to print.
        console: The console to print on; it decides on colours and width.
        numbered: True to list the buttons by number, from 1.
    """
    parts = [_rendered(part) for part in reply.parts]
    buttons: list[RenderableType] = []
    if numbered:
        for number, button in enumerate(reply.buttons, start=1):
            buttons.append(Text.assemble((f"{number:>3} ", "bold cyan"), printable(button.label)))
    console.print(Group(*parts, *([Text(), *buttons] if buttons else [])), highlight=False)


def plain_text(text: str, style: str = "") -> Text:
    """Return a text for a terminal: as it is, since it is no markup, but without what would command the terminal.

    Args:
        text: Any text.
        style: As rich names it.
    """
    return Text(printable(text), style=style)


def _rendered(part: Part) -> RenderableType:
    match part:
        case Title(text):
            return plain_text(text, "bold")
        case MainText(text):
            return plain_text(text)
        case QuoteLine(text, label, translation):
            lines = plain_text(f"{text} ({label})" if label else text, "italic")
            if translation is not None:
                lines.append(plain_text(f"\n{translation}", "not italic"))
            return Padding(Text.assemble(lines), _INDENT, style="green", expand=False)
        case Footnote(text, url):
            return plain_text(f"{text} {url}" if url and url != text else text, "dim")
        case Pointer(text, url):
            return plain_text(f"{text} {url}" if url else text)
        case Item(text, details):
            below = (Padding(plain_text(line, "green"), _INDENT, expand=False) for line in details)
            return Group(plain_text(f"• {text}"), *below)
