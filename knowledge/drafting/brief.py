"""Briefs: one plain text with all that a draft still misses, for somebody else to fill in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from knowledge.article_files import ArticleFiles
from knowledge.model import FRAGMENT_SEPARATOR, Article, Entry, Wording
from knowledge.text.sentences import number_sentences

ANSWER = "answer"
TRANSLATION = "translation"
_HOW = """Fill in what you can behind the colons, one line each, and give the whole text back.
- An answer says in a sentence or two who says what, where and through whom. It holds no number and no name that the
  sentences do not have, and at most {longest} of their words in a row.
- A quotation in it is the article's own words, or one of the translations.
- More wordings: copy a line of the same kind. Kinds of questions are {kinds}.
- A line without words behind its colon, and a line that begins with #, is passed over."""
_LINE = re.compile(r"\[([a-z0-9-]{1,40})\]\s+([a-z]{2})\s+([a-z]+)(?:\s+(\d{1,3}))?\s*:(.*)")


@dataclass(frozen=True, slots=True)
class FilledLine:
    """One line that somebody has filled in.

    Attributes:
        number: The number of the line, from 1.
        entry_id: The id of its entry.
        language: ISO 639-1 code.
        kind: "answer", "translation" or a kind of question.
        which: The number of the quote that is translated, from 1; None of other kinds.
        text: The words.
    """

    number: int
    entry_id: str
    language: str
    kind: str
    which: int | None
    text: str


def brief(files: ArticleFiles, article: Article, text: str) -> str:
    """Return the sentences, the statements and the gaps of an article's drafts as plain text.

    Args:
        files: The article's documents.
        article: The article that they describe.
        text: The article's text.
    """
    return "\n".join(_lines(files, article, text)) + "\n"


def filled_lines(text: str) -> Iterator[FilledLine | tuple[int, str]]:
    """Yield the filled lines of a brief; a line that has brackets but not their form as its number and itself."""
    for number, written in enumerate(text.removeprefix("\ufeff").splitlines(), start=1):
        line = written.strip()
        if not line.startswith("["):
            continue
        found = _LINE.fullmatch(line)
        if found is None:
            yield number, line
        elif words := found[5].strip():
            yield FilledLine(number, found[1], found[2], found[3], int(found[4]) if found[4] else None, words)


def _lines(files: ArticleFiles, article: Article, text: str) -> Iterator[str]:
    longest = files.article.data.get("longest_quote") or 9
    yield f"# {article.title[article.language]}"
    yield ""
    yield _HOW.format(longest=longest, kinds=", ".join(Wording))
    yield ""
    yield "# Sentences"
    yield from (f"# {each.number}. {each.text}" for each in number_sentences(text))
    for entry in article.entries:
        if entry.draft:
            yield ""
            yield from _entry(files, article, entry)


def _entry(files: ArticleFiles, article: Article, entry: Entry) -> Iterator[str]:
    yield f"# Entry {entry.id}: sentences {', '.join(map(str, entry.evidence))}"
    for statement in entry.statements:
        speaker = article.people[statement.speaker].name[article.language] if statement.speaker else "nobody certain"
        via = f", through {article.outlets[statement.via].name[article.language]}" if statement.via else ""
        quote = f": {statement.quote_line}" if statement.quote_line else ""
        yield f"# {statement.sentence}. {speaker}{via}{quote}"
    for code in article.served:
        yield f"# now: {files.languages[code].data['entries'][entry.id]['answer']}"
        yield f"[{entry.id}] {code} {ANSWER}:"
        untranslated = files.languages[code].data.get("untranslated") or ()
        for number, quote in enumerate(quotes_of(entry), start=1):
            if quote in untranslated:
                yield f"# {number}: {quote}"
                yield f"[{entry.id}] {code} {TRANSLATION} {number}:"
        yield f"[{entry.id}] {code} {Wording.QUESTION}:"
        yield f"[{entry.id}] {code} {Wording.COLLOQUIAL}:"


def quotes_of(entry: Entry) -> tuple[str, ...]:
    """Return the quotes of an entry as keys of `quotes` in the language files, none twice."""
    some = (FRAGMENT_SEPARATOR.join(each.quote) for each in entry.statements if each.quote)
    return tuple(dict.fromkeys(some))
