"""A draft in a terminal: its sentences with what is quoted of them, its statements and its words."""

from __future__ import annotations

import re
from collections.abc import Mapping

from rich.console import Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from bot.printable import one_line
from bot.rendering.terminal import plain_text
from knowledge.model import Article, Entry, Statement
from knowledge.text.sentences import Sentence

QUOTED, SAID = "bold green", "green"
SPEAKER, CUE = "cyan", "underline"
_OUTLET, _VENUE = "yellow", "magenta"
_MOST_QUESTIONS = 3
_INDENT = (0, 0, 0, 2)


def draft_view(article: Article, entry: Entry, sentences: Mapping[int, Sentence]) -> RenderableType:
    """Return a draft for a terminal.

    Args:
        article: The article that has it.
        entry: The draft.
        sentences: All sentences of the article by number.
    """
    table = Table.grid(padding=(0, 1))
    table.add_column(justify="right", style="dim")
    table.add_column()
    for number in entry.evidence:
        table.add_row(str(number), _marked(article, entry, sentences[number]))
    statements = [_statement(article, position, each) for position, each in enumerate(entry.statements, start=1)]
    words = Table.grid(padding=(0, 1))
    words.add_column(style="bold")
    words.add_column()
    for code in article.served:
        words.add_row(code, plain_text(entry.answers[code]))
        questions = entry.questions(code)
        more = len(questions) - _MOST_QUESTIONS
        asked = " · ".join(map(one_line, questions[:_MOST_QUESTIONS])) + (f" · and {more} more" if more > 0 else "")
        words.add_row("", Text(asked, style="dim"))
    return Group(table, Text(), *(Padding(each, _INDENT, expand=False) for each in statements), Text(), words)


def chain(speaker: str | None, venue: str | None, outlet: str | None) -> Text:
    """Return who says something, where, and through which outlet, with arrows between; a dash for nobody."""
    some = ((speaker or "–", SPEAKER), (venue, _VENUE), (outlet, _OUTLET))
    return Text(" → ").join(plain_text(one_line(text), style) for text, style in some if text)


def _marked(article: Article, entry: Entry, sentence: Sentence) -> Text:
    """A sentence with the quotes, speakers and outlets of a draft's statements in colour."""
    text = plain_text(sentence.text)
    for each in entry.statements:
        names = [article.people[each.speaker]] if each.speaker else []
        for bearer, style in ((names, SPEAKER), ([article.outlets[each.via]] if each.via else [], _OUTLET)):
            for some in bearer:
                aliases = some.aliases.get(article.language, ())
                text.highlight_words([some.name[article.language], *aliases], style)
        if each.sentence == sentence.number:
            for fragment in each.quote:
                words = r"\s+".join(map(re.escape, fragment.split()))
                text.highlight_regex(re.sub("['’]", "['’]", words), QUOTED)
    return text


def _statement(article: Article, position: int, statement: Statement) -> Text:
    language = article.language
    speaker = article.people[statement.speaker].name[language] if statement.speaker else None
    venue = article.venues[statement.venue][language] if statement.venue else None
    outlet = article.outlets[statement.via].name[language] if statement.via else None
    line = Text.assemble((f"{position}. ", "bold"), chain(speaker, venue, outlet), f" ({statement.kind})")
    if statement.quote_line:
        line.append_text(Text(f" “{one_line(statement.quote_line)}”", style=QUOTED))
    return line
