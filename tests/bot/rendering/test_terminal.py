"""A reply in a terminal: every word as it is, buttons by number."""

from __future__ import annotations

from io import StringIO

import pytest
from invented import every_reply
from rich.console import Console

from bot.dialogue.actions import BrowseTopics
from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import Footnote, Item, MainText, Part, Pointer, QuoteLine, Title
from bot.dialogue.reply import Button, Reply
from bot.phrases import LANGUAGES
from bot.rendering.terminal import show
from knowledge.library import Library

BUTTONS = (Button("First [red]one[/red]", BrowseTopics()), Button("Second", BrowseTopics()))


def shown(*parts: Part, buttons: tuple[Button, ...] = (), numbered: bool = False, width: int = 500) -> str:
    """Return what a reply prints."""
    console = Console(file=StringIO(), width=width, color_system=None)
    show(Reply("en", parts, buttons), console, numbered=numbered)
    assert isinstance(console.file, StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("kind", [Title, MainText, QuoteLine, Footnote, Item])
def test_brackets_are_text_and_no_markup(kind: type[Title | MainText | QuoteLine | Footnote | Item]) -> None:
    assert "[bold]a […] b[/bold] :smile: <i>" in shown(kind("[bold]a […] b[/bold] :smile: <i>"))


def test_buttons_are_numbered_from_one() -> None:
    lines = shown(MainText("?"), buttons=BUTTONS, numbered=True).splitlines()
    assert [line.split(maxsplit=1) for line in lines[-2:]] == [["1", "First [red]one[/red]"], ["2", "Second"]]


def test_one_answer_alone_shows_no_buttons() -> None:
    assert shown(MainText("!"), buttons=BUTTONS) == "!\n"


def test_a_quotation_names_its_language_and_is_followed_by_its_translation() -> None:
    lines = [line.strip() for line in shown(QuoteLine("« oui »", "in French", "Translation: “yes”")).splitlines()]
    assert lines == ["« oui » (in French)", "Translation: “yes”"]


def test_a_source_shows_its_address() -> None:
    assert shown(Footnote("Source", "https://example.org/")).split() == ["Source", "https://example.org/"]


def test_an_address_that_is_its_own_text_stands_once() -> None:
    assert shown(Footnote("https://example.org/", "https://example.org/")).count("https://example.org/") == 1


def test_a_pointer_shows_its_address() -> None:
    assert shown(Pointer("Just above.", "https://t.me/c/1/2")) == "Just above. https://t.me/c/1/2\n"
    assert shown(Pointer("Just above.")) == "Just above.\n"


def test_an_item_has_its_details_below_it() -> None:
    assert [line.strip() for line in shown(Item("Who", ("what", "where"))).splitlines()] == ["• Who", "what", "where"]


def test_a_narrow_terminal_loses_no_word() -> None:
    words = [f"word{number}" for number in range(40)]
    assert shown(MainText(" ".join(words)), width=30).split() == words


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_text_of_every_reply_is_printed(library: Library, language: str) -> None:
    for reply in every_reply(Dialogue(library), language):
        printed = shown(*reply.parts, buttons=reply.buttons, numbered=True, width=5000)
        for part in reply.parts:
            assert part.text in printed
            if isinstance(part, Item):
                assert all(detail in printed for detail in part.details)
            if isinstance(part, QuoteLine):
                assert (part.translation or "") in printed
        assert all(button.label in printed for button in reply.buttons)


@pytest.mark.parametrize("sign", ["\x1b", "\x9b", "\x90", "\x07", "\u202e", "\u2066", "\u200b"], ids=ascii)
def test_nobody_commands_the_terminal(sign: str) -> None:
    said = f"a{sign}]52;c;eA=={sign}b"
    parts = (Title(said), MainText(said), QuoteLine(said, said, said), Footnote(said, said), Pointer(said, said))
    printed = shown(*parts, Item(said, (said,)), buttons=(Button(said, BrowseTopics()),), numbered=True)
    assert sign not in printed
    assert printed.count("]52;c;eA==") == 11
