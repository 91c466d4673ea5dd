"""Draws the README's pictures: real replies, as they look in Telegram on a telephone.

    python docs/pictures.py

writes `docs/pictures/{private,group,choice,inline}.png`, and `statements.svg`: an invented article with its statements
as `selon draft --statements` marks them. What the bot says comes from the dialogue and its rendering, with the article
that comes with Selon; only what people ask, and their names, is made up here. The pages are drawn by headless Chromium
(Debian: `apt-get install chromium fonts-roboto-unhinted fonts-noto-color-emoji`).
"""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from html import escape
from io import StringIO
from pathlib import Path

from rich._export_format import CONSOLE_SVG_FORMAT
from rich.console import Console

from bot.answering.decoration import removable, votable
from bot.dialogue.conversation import Dialogue
from bot.dialogue.pressers import ANYBODY
from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.rendering.html import html, summary
from bot.rendering.keyboard import keyboard
from bot.rendering.statements import marked_article
from knowledge.drafting.statements import read_statements
from knowledge.files import load_library

FOLDER = Path(__file__).parent / "pictures"
WIDTH = 360
USERNAME = "YourSelonBot"
_RESULTS_IN_SIGHT = 4
_COLUMNS = 104
_ARTICLE = "\n".join(
    (
        "Larkmead footbridge shut until the harvest",
        "The footbridge at Larkmead has been shut since 3 May.",
        "“We will reopen it before the harvest,” the mayor, Ada Quill, told Reuters. She promised “a free ferry.”",
        "According to the builder, Noah Pell, rust has eaten through two of the cables.",
        "“Nobody looked at them for years,” he said in a statement.",
        "The county declined to comment.",
    )
)
_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    "--force-device-scale-factor=2",
    "--default-background-color=00000000",
)
_SECONDS = 60


class CannotDraw(Exception):
    """The pictures cannot be drawn; the message is a sentence for standard error."""


@dataclass(frozen=True, slots=True)
class Person:
    """Somebody in a chat.

    Attributes:
        name: As others see it.
        colour: One of the classes that colour a name.
    """

    name: str
    colour: str


BOT = Person("Selon", "blue")


@dataclass(frozen=True, slots=True)
class Bubble:
    """A message in a chat.

    Attributes:
        author: The name of its author.
        text: Telegram's HTML.
        time: As it stands in the corner.
        own: True if the one who holds the telephone wrote it.
        answered: The message that this one answers.
        buttons: The labels of the buttons below it, by row.
    """

    author: Person
    text: str
    time: str
    own: bool = False
    answered: Bubble | None = None
    buttons: tuple[tuple[str, ...], ...] = ()


def typed(text: str) -> str:
    """Return typed text as HTML, its command highlighted as Telegram does."""
    return re.sub(r"^/\w+", r"<a>\g<0></a>", escape(text, quote=False))


def said(reply: Reply, time: str, answered: Bubble) -> Bubble:
    """The bot's message for a reply, with the buttons that it is sent with."""
    markup = keyboard(reply, lambda _: "-", ANYBODY)
    rows = markup.inline_keyboard if markup else ()
    labels = tuple(tuple(button.text for button in row) for row in rows)
    return Bubble(BOT, html(reply, username=USERNAME), time, answered=answered, buttons=labels)


def private(dialogue: Dialogue) -> str:
    """A question in a private chat, and the answer with its buttons."""
    question = "What did Hegseth say about Ukraine joining NATO?"
    asked = Bubble(Person("Ada", "green"), typed(question), "9:41", own=True)
    return page("en", header(BOT, "bot"), chat([asked, said(votable(dialogue.ask(Question(question))), "9:41", asked)]))


def group(dialogue: Dialogue) -> str:
    """Draw somebody's message in a group, another member's /ask in reply to it, and the bot's answer, as HTML."""
    claim = "Trump dit que la paix est proche !"
    written = Bubble(Person("Camille", "orange"), typed(claim), "18:02")
    asked = Bubble(Person("Noé", "violet"), typed("/ask"), "18:03", own=True, answered=written)
    reply = removable(votable(dialogue.ask(Question(claim), brief=True)))
    title = header(Person("Revue de presse", "violet"), "12 membres")
    return page("fr", title, chat([written, asked, said(reply, "18:03", written)], in_group=True))


def choice(dialogue: Dialogue) -> str:
    """A question that several entries fit, and the choice between them."""
    question = "длительность"
    asked = Bubble(Person("Лев", "green"), typed(question), "12:20", own=True)
    return page("ru", header(BOT, "бот"), chat([asked, said(dialogue.ask(Question(question)), "12:20", asked)]))


def inline(dialogue: Dialogue) -> str:
    """The list of entries over the line in which the bot is mentioned, in a chat that it is not in."""
    words = "Зеленський"
    replies = dialogue.listed(Question(words, "uk"))[:_RESULTS_IN_SIGHT]
    written = Bubble(Person("Оксана", "pink"), typed("А що каже Зеленський?"), "20:15")
    line = f'<footer><p>@{USERNAME} {escape(words)}<i class="caret"></i></p></footer>'
    return page("uk", header(written.author), chat([written]), results(dialogue, replies), line)


PICTURES: dict[str, Callable[[Dialogue], str]] = {
    "private": private,
    "group": group,
    "choice": choice,
    "inline": inline,
}


def page(language: str, *parts: str) -> str:
    """A whole page, as wide as a telephone and as high as its parts."""
    return (
        f'<!doctype html>\n<html lang="{language}"><head><meta charset="utf-8"><style>{_STYLE}</style></head>\n'
        f"<body><main>{''.join(parts)}</main>\n"
        "<script>document.documentElement.dataset.height = "
        'Math.ceil(document.querySelector("main").getBoundingClientRect().height)</script></body></html>\n'
    )


def header(who: Person, status: str = "") -> str:
    """The bar over a chat."""
    below = f"<small>{escape(status)}</small>" if status else ""
    return f"<header>{_BACK}{_avatar(who)}<div><b>{escape(who.name)}</b>{below}</div></header>"


def chat(bubbles: Iterable[Bubble], *, in_group: bool = False) -> str:
    """Return messages as HTML, one below the other; in a group each with its author."""
    return f"<section>{''.join(_bubble(bubble, in_group=in_group) for bubble in bubbles)}</section>"


def results(dialogue: Dialogue, replies: Iterable[Reply]) -> str:
    """The list that inline mode shows: what is sent as title and description of each result."""
    rows = []
    for reply in replies:
        title = dialogue.label(reply.entry_key or "", reply.language)
        text = f"<b>{escape(title, quote=False)}</b><p>{escape(summary(reply), quote=False)}</p>"
        rows.append(f"<li><i>{escape(title[:1])}</i><div>{text}</div></li>")
    return f"<ul>{''.join(rows)}</ul>"


def _bubble(bubble: Bubble, *, in_group: bool) -> str:
    parts = []
    if in_group and not bubble.own:
        parts.append(f'<b class="name {bubble.author.colour}">{escape(bubble.author.name)}</b>')
    if bubble.answered is not None:
        first = re.sub(r"<[^>]*>", "", bubble.answered.text).split("\n")[0]
        colour = bubble.answered.author.colour if not bubble.own else "green"
        parts.append(f'<div class="answered {colour}"><b>{escape(bubble.answered.author.name)}</b><p>{first}</p></div>')
    # A quotation is a block: the line break after it belongs to it.
    text = bubble.text.replace("</blockquote>\n", "</blockquote>")
    # What is folded shows its first three lines.
    text = re.sub("(<blockquote expandable>)(.*?)(</blockquote>)", r"\1<p>\2</p>\3", text, flags=re.DOTALL)
    ticks = _TICKS if bubble.own else ""
    parts.append(f'<div class="text">{text}<span class="time">{bubble.time}{ticks}</span></div>')
    keys = "".join(
        f"<ol>{''.join(f'<li>{escape(label, quote=False)}</li>' for label in row)}</ol>" for row in bubble.buttons
    )
    side = "own" if bubble.own else "theirs"
    avatar = _avatar(bubble.author) if in_group and not bubble.own else ""
    return f'<article class="{side}">{avatar}<div><div class="bubble">{"".join(parts)}</div>{keys}</div></article>'


def _avatar(who: Person) -> str:
    return f'<span class="avatar {who.colour}">{escape(who.name[:1])}</span>'


def browser() -> str:
    """Return the path of Chromium.

    Raises:
        CannotDraw: There is none.
    """
    for name in _BROWSERS:
        found = shutil.which(name)
        if found:
            return found
    raise CannotDraw("There is no Chromium to draw with: install it, on Debian with `apt-get install chromium`.")


def draw(source: str, target: Path, chromium: str) -> None:
    """Draw a page as a PNG of its own size, at two pixels a point.

    Raises:
        CannotDraw: Chromium did not do what it should.
    """
    with tempfile.TemporaryDirectory() as folder:
        written = Path(folder, "page.html")
        written.write_text(source, encoding="utf-8")
        command = [chromium, *_FLAGS, f"--user-data-dir={folder}/profile"]
        dumped = _run([*command, "--dump-dom", written.as_uri()])
        height = re.search(r'data-height="(\d+)"', dumped)
        if height is None:
            raise CannotDraw(f"{chromium} did not say how high {target.name} is.")
        size = f"--window-size={WIDTH},{height.group(1)}"
        _run([*command, size, f"--screenshot={target}", written.as_uri()])
    if not target.exists():
        raise CannotDraw(f"{chromium} did not write {target}.")


def _run(command: list[str]) -> str:
    try:
        done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=_SECONDS)  # noqa: S603 - our own words
    except (OSError, subprocess.SubprocessError) as error:
        raise CannotDraw(f"{command[0]} failed: {error}") from error
    return done.stdout


def statements() -> str:
    """Return the terminal's picture of an article with its statements marked, as SVG."""
    recorded = Console(record=True, width=_COLUMNS, file=StringIO(), force_terminal=True)
    recorded.print(marked_article(read_statements(_ARTICLE, "en")), highlight=False)
    # Without the fonts that it would fetch from elsewhere.
    code = re.sub(r"@font-face \{\{.*?\}\}", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
    return recorded.export_svg(title="selon draft bridge.txt --statements", code_format=code, unique_id="statements")


def main() -> int:
    """Draw every picture."""
    dialogue = Dialogue(load_library())
    try:
        chromium = browser()
        FOLDER.mkdir(exist_ok=True)
        (FOLDER / "statements.svg").write_text(statements(), encoding="utf-8")
        for name, build in PICTURES.items():
            target = FOLDER / f"{name}.png"
            target.unlink(missing_ok=True)
            draw(build(dialogue), target, chromium)
            print(f"{target.relative_to(Path.cwd()) if target.is_relative_to(Path.cwd()) else target}")
    except CannotDraw as error:
        print(error, file=sys.stderr)
        return 1
    return 0


_BACK = '<svg width="20" height="20" viewBox="0 0 20 20"><path d="M18 10H3M9 3.5 2.5 10 9 16.5"/></svg>'
_TICKS = '<svg width="17" height="10" viewBox="0 0 17 10"><path d="M1 5.6 4.1 9 10.8 1.2M8 8.2 8.7 9 15.6 1.2"/></svg>'
_STYLE = """
* { box-sizing: border-box; margin: 0; padding: 0; }
body { width: 360px; font: 16px/21px Roboto, "Noto Sans", "DejaVu Sans", sans-serif; color: #111; }
main { width: 360px; overflow: hidden; border: 1px solid #c9cfc9; border-radius: 18px; background: #fff; }
svg { fill: none; stroke: currentColor; stroke-width: 1.6; stroke-linecap: round; stroke-linejoin: round; }
header { display: flex; align-items: center; gap: 12px; height: 58px; padding: 0 16px; background: #fff;
  border-bottom: 1px solid #dfe4df; color: #6d7a73; }
header b { display: block; font-weight: 500; font-size: 17px; line-height: 21px; color: #111; }
header small { display: block; font-size: 13.5px; line-height: 17px; color: #717c76; }
.avatar { flex: none; width: 40px; height: 40px; border-radius: 50%; background: var(--c); color: #fff;
  font-weight: 500; font-size: 18px; line-height: 40px; text-align: center; }
.blue { --c: #2f86c9; } .green { --c: #3a9a2a; } .orange { --c: #d0701c; } .violet { --c: #8d56d2; }
.pink { --c: #c4487f; }
section { padding: 12px 10px 14px; background: #bdd7b3; }
article { display: flex; align-items: flex-end; gap: 8px; margin-top: 8px; }
article:first-child { margin-top: 0; }
article > div { max-width: 322px; }
article .avatar { width: 34px; height: 34px; font-size: 15px; line-height: 34px; }
article .avatar + div { max-width: 296px; }
.own { justify-content: flex-end; }
.bubble { padding: 7px 11px 7px; border-radius: 16px 16px 16px 5px; background: #fff;
  box-shadow: 0 1px 1px rgba(40, 70, 40, .22); }
.own .bubble { border-radius: 16px 16px 5px 16px; background: #e9fbd6; }
.name { display: block; margin-bottom: 2px; font-weight: 500; font-size: 15px; line-height: 20px; color: var(--c); }
.answered { margin: 2px 0 6px; padding: 4px 10px 5px 9px; border-left: 3px solid var(--c); border-radius: 5px;
  background: color-mix(in srgb, var(--c) 11%, transparent); font-size: 14px; line-height: 18px; }
.answered b { display: block; font-weight: 500; color: var(--c); }
.answered p, .text + p { overflow: hidden; white-space: nowrap; text-overflow: ellipsis; }
.text { white-space: pre-wrap; overflow-wrap: break-word; }
.text::after { content: ""; display: block; clear: both; }
.text a { color: #1f7ec2; }
.text blockquote { margin: 2px 0 0; padding: 5px 10px 6px 10px; border-left: 3px solid #2f86c9;
  border-radius: 5px; background: #eaf3fa; font-size: 15px; line-height: 20px; }
.text blockquote[expandable] p { display: -webkit-box; overflow: hidden; -webkit-box-orient: vertical;
  -webkit-line-clamp: 3; }
.text blockquote::before { content: "”"; float: right; height: 16px; margin-left: 8px; color: #2f86c9;
  font: 700 26px/27px Roboto, "Noto Sans", sans-serif; }
.time { float: right; margin: 4px 0 -3px 12px; font-size: 12px; line-height: 18px; color: #78857d;
  white-space: nowrap; }
.own .time { color: #4f9a3c; }
.time svg { margin-left: 3px; vertical-align: -1px; }
ol { display: flex; gap: 4px; margin-top: 4px; list-style: none; }
ol li { flex: 1; min-width: 0; height: 40px; padding: 0 8px; border-radius: 8px; background: rgba(44, 92, 52, .58);
  color: #fff; font-weight: 500; font-size: 14px; line-height: 40px; text-align: center; overflow: hidden;
  white-space: nowrap; text-overflow: ellipsis; }
ol:last-child li:first-child { border-bottom-left-radius: 14px; }
ol:last-child li:last-child { border-bottom-right-radius: 14px; }
ul { list-style: none; border-top: 1px solid #dfe4df; background: #fff; }
ul li { display: flex; gap: 12px; padding: 10px 14px 0; }
ul li > i { flex: none; width: 50px; height: 50px; border-radius: 7px; background: #dfeaf3; color: #2f7fb8;
  font: 500 22px/50px Roboto, "Noto Sans", sans-serif; text-align: center; }
ul li > div { flex: 1; min-width: 0; padding-bottom: 10px; border-bottom: 1px solid #e8ece8; }
ul li:last-child > div { border-bottom: 0; }
ul b { display: block; font-weight: 500; line-height: 21px; overflow: hidden; white-space: nowrap;
  text-overflow: ellipsis; }
ul p { margin-top: 2px; font-size: 14px; line-height: 18px; color: #6d7872; }
footer { padding: 14px 16px 16px; border-top: 1px solid #dfe4df; background: #fff; }
.caret { display: inline-block; width: 2px; height: 20px; margin-left: 1px; background: #2f86c9;
  vertical-align: -4px; }
"""


if __name__ == "__main__":
    sys.exit(main())
