"""The README's pictures show real replies; nothing here needs a browser."""

from __future__ import annotations

import importlib.util
import re
import struct
import sys
from html import escape
from pathlib import Path
from types import ModuleType

import pytest

from bot.answering.decoration import removable
from bot.dialogue.actions import OpenEntry
from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import Footnote, MainText, QuoteLine
from bot.dialogue.question import Question
from bot.dialogue.reply import Button, Reply
from bot.rendering.html import html, summary
from knowledge.library import Library
from knowledge.matcher import Outcome

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
NAMES = ("private", "group", "choice", "inline")
HOSTILE = 'Who <b>said</b> "a & b"?'


def script() -> ModuleType:
    specification = importlib.util.spec_from_file_location("pictures", ROOT / "docs" / "pictures.py")
    assert specification is not None
    assert specification.loader is not None
    module = importlib.util.module_from_spec(specification)
    sys.modules[specification.name] = module
    specification.loader.exec_module(module)
    return module


pictures = script()


class Heard(Dialogue):
    """A dialogue that keeps what it was asked and what it said."""

    def __init__(self, library: Library) -> None:
        super().__init__(library)
        self.replies: list[Reply] = []

    def ask(self, question: Question, *args: object, **options: object) -> Reply:
        reply = super().ask(question, *args, **options)  # type: ignore[arg-type]
        self.replies.append(reply)
        return reply

    def listed(self, question: Question) -> list[Reply]:
        replies = super().listed(question)
        self.replies.extend(replies)
        return replies


@pytest.fixture
def dialogue(library: Library) -> Heard:
    return Heard(library)


def shown(text: str) -> str:
    """A message without the line breaks that its quotations swallow."""
    return text.replace("</blockquote>\n", "</blockquote>")


def unfolded(page: str) -> str:
    """A page without what folds its long quotations."""
    page = page.replace("<blockquote expandable><p>", "<blockquote expandable>")
    return page.replace("</p></blockquote>", "</blockquote>")


def test_there_are_four_pictures() -> None:
    assert tuple(pictures.PICTURES) == NAMES


@pytest.mark.parametrize(
    ("name", "outcome"), [("private", Outcome.ANSWER), ("group", Outcome.ANSWER), ("choice", Outcome.CHOOSE)]
)
def test_a_picture_of_a_chat_holds_the_message_as_it_is_sent(name: str, outcome: Outcome, dialogue: Heard) -> None:
    page = pictures.PICTURES[name](dialogue)
    (reply,) = dialogue.replies
    assert reply.outcome is outcome
    assert shown(html(reply, username=pictures.USERNAME)) in unfolded(page)
    for button in reply.buttons:
        assert f"<li>{escape(button.label, quote=False)}</li>" in page


@pytest.mark.parametrize("name", ["private", "group"])
def test_a_picture_of_an_answer_has_a_quotation_and_an_attribution(name: str, dialogue: Heard) -> None:
    pictures.PICTURES[name](dialogue)
    (reply,) = dialogue.replies
    assert any(isinstance(part, QuoteLine) for part in reply.parts)
    assert sum(isinstance(part, Footnote) for part in reply.parts) >= 2


def test_the_group_shows_whom_the_command_and_the_answer_reply_to(dialogue: Heard) -> None:
    page = pictures.group(dialogue)
    claim = re.search(r'class="name orange">Camille</b><div class="text">([^<]+)<', page)
    assert claim is not None
    assert page.count(f"<b>Camille</b><p>{claim.group(1)}</p>") == 2, "the command, and the answer under the claim"
    assert removable(dialogue.replies[0]).buttons[-1].label in page


def test_the_list_holds_title_and_description_of_the_first_results(dialogue: Heard) -> None:
    page = pictures.inline(dialogue)
    rows = re.findall(r"<li><i>.*?</i><div><b>(.*?)</b><p>(.*?)</p></div></li>", page)
    assert 3 <= len(rows) <= len(dialogue.replies)
    for (title, description), reply in zip(rows, dialogue.replies, strict=False):
        assert title == escape(dialogue.label(str(reply.entry_key), reply.language), quote=False)
        assert description == escape(summary(reply), quote=False)


def test_the_pictures_speak_several_languages(dialogue: Heard) -> None:
    for build in pictures.PICTURES.values():
        build(dialogue)
    assert {reply.language for reply in dialogue.replies} >= {"en", "ru"}


def test_what_people_and_replies_say_never_becomes_markup() -> None:
    someone = pictures.Person(HOSTILE, "green")
    asked = pictures.Bubble(someone, pictures.typed(HOSTILE), "9:41")
    button = Button(HOSTILE, OpenEntry("none"))
    answer = pictures.said(Reply("en", (MainText(HOSTILE),), (button,)), "9:41", asked)
    page = pictures.page("en", pictures.header(someone, HOSTILE), pictures.chat([asked, answer], in_group=True))
    assert "<b>said</b>" not in page
    assert page.count("&lt;b&gt;said&lt;/b&gt;") == 8


def test_a_command_that_is_typed_stands_out() -> None:
    assert pictures.typed("/ask <i>") == "<a>/ask</a> &lt;i&gt;"


def test_a_page_fetches_nothing(dialogue: Heard) -> None:
    for build in pictures.PICTURES.values():
        # Where a link leads is fetched by nobody.
        page = re.sub(r'<a href="[^"]*">', "<a>", build(dialogue))
        assert not re.search(r"https?://|\bsrc=|url\(|@import", page)


def test_without_a_browser_one_sentence_says_what_is_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(pictures, "FOLDER", tmp_path / "pictures")
    assert pictures.main() == 1
    told = capsys.readouterr()
    assert told.out == ""
    assert told.err.count("\n") == 1
    assert "apt-get install chromium" in told.err
    assert not (tmp_path / "pictures").exists()


@pytest.mark.parametrize("name", NAMES)
def test_the_readme_shows_each_picture_and_it_is_small_enough_to_load(name: str) -> None:
    assert f'src="docs/pictures/{name}.png"' in README
    picture = (ROOT / "docs" / "pictures" / f"{name}.png").read_bytes()
    width, _ = struct.unpack(">II", picture[16:24])
    assert picture.startswith(b"\x89PNG")
    assert width == 2 * pictures.WIDTH
    assert len(picture) < 250_000


def test_the_picture_of_statements_is_what_the_script_draws_and_fetches_nothing() -> None:
    drawn = pictures.statements()
    assert drawn == (ROOT / "docs" / "pictures" / "statements.svg").read_text(encoding="utf-8")
    assert not re.search(r"url\(\s*['\"]?http|href=", drawn)
    assert "Noah&#160;Pell" in drawn
