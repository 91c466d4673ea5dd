"""Attribution in words: the speaker, the venue, and the outlet that relayed it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from bot.dialogue.parts import Footnote, Item, Part, QuoteLine
from bot.phrases import Phrases, phrases, quoted
from knowledge.model import Article, Entry, Statement, StatementKind

# An overview sets many statements side by side: then each gets one item instead of a block of its own.
_MOST_IN_FULL = 2


def statement_parts(article: Article, statements: Sequence[Statement], language: str) -> Iterator[Part]:
    """Yield the attribution of a few statements in full, of many as a list."""
    if len(statements) > _MOST_IN_FULL:
        yield from _listed(article, statements, language)
        return
    lines = [attribution_line(article, statement, language) for statement in statements]
    for statement, line, following in zip(statements, lines, [*lines[1:], None], strict=True):
        if statement.quote:
            yield quotation(article, statement, language)
        # Where nobody but the article tells it, the line that names the article as the source says so.
        if line != following and any((statement.speaker, statement.venue, statement.via)):
            yield Footnote(line)


def quotation(article: Article, statement: Statement, language: str) -> QuoteLine:
    """Return a statement's quote in the article's language, with its translation for a reader of another."""
    words = phrases(language)
    original = quoted(str(statement.quote_line), article.language)
    translation = article.translation(statement, language)
    if translation is None:
        return QuoteLine(original)
    label = words("original", language=words(f"language-{article.language}"))
    return QuoteLine(original, label, words("translation", text=words.quoted(translation)))


def statement_item(article: Article, statement: Statement, language: str) -> Item:
    """Return a statement as one item of a list: speaker, venue and outlet, then the quote."""
    speaker = article.people[statement.speaker].name[language] if statement.speaker else None
    text = " · ".join(filter(None, [speaker, circumstances(article, statement, language)]))
    return Item(text, own_words(article, statement, language), folded=True)


def _listed(article: Article, statements: Sequence[Statement], language: str) -> Iterator[Item]:
    """The statements as items; what the article tells by itself is one of them, with every paragraph."""
    told = [statement for statement in statements if statement.speaker is None and statement.via is None]
    paragraphs = sorted({article.paragraphs[statement.sentence] for statement in told})
    for statement in statements:
        if statement not in told:
            yield statement_item(article, statement, language)
        elif statement is told[0]:
            yield Item(f"{phrases(language)('told')} · § {', '.join(map(str, paragraphs))}", folded=True)


def own_words(article: Article, statement: Statement, language: str) -> tuple[str, ...]:
    """Return the quote of a statement and its translation, as lines; none if it has none."""
    if not statement.quote:
        return ()
    shown = quotation(article, statement, language)
    return (shown.text,) if shown.translation is None else (shown.text, shown.translation)


def circumstances(article: Article, statement: Statement, language: str) -> str:
    """Return the venue and the outlet of a statement, with its paragraph: "at … · quoted by AP · § 4"."""
    paragraph = f"§ {article.paragraphs[statement.sentence]}"
    return " · ".join([*_circumstances(article, statement, language), paragraph])


def attribution_line(article: Article, statement: Statement, language: str) -> str:
    """Return speaker and role, venue, and the outlet that relayed it: "Pete Hegseth (…) · at … · quoted by AP"."""
    speaker = None
    if statement.speaker is not None:
        person = article.people[statement.speaker]
        role = person.role[language] if person.role else None
        speaker = f"{person.name[language]} ({role})" if role else person.name[language]
    return " · ".join(filter(None, [speaker, *_circumstances(article, statement, language)]))


def source_line(article: Article, entry: Entry, language: str) -> Footnote:
    """Return the line that names the article, its date as far as the text gives one, and the paragraphs."""
    words = phrases(language)
    numbers = sorted({article.paragraphs[sentence] for sentence in entry.evidence})
    values: dict[str, str | int] = {
        "title": article.title[language],
        "count": len(numbers),
        "paragraphs": ", ".join(str(number) for number in numbers),
    }
    dated = events(article, words)
    if dated is None:
        return Footnote(words("source-without-date", **values), article.url, article.slug)
    return Footnote(words("source", events=dated, **values), article.url, article.slug)


def events(article: Article, words: Phrases) -> str | None:
    """Return the day that the article tells of, as far as its text gives it: "events of 12 February".

    Args:
        article: The article; its date is that of what happened, not of its publication.
        words: The phrases of the reader's language.

    Returns:
        The day, the month or the year, worded as the date of the events; None if the text gives none.
    """
    date = article.date
    if date.month is None:
        return words("events-of-year", year=str(date.year)) if date.year else None
    if date.day:
        dated = words("events-of-day", date=words("date", day=date.day, month=date.month))
    else:
        dated = words("events-of-month", month=date.month)
    return words("in-year", date=dated, year=str(date.year)) if date.year else dated


def _circumstances(article: Article, statement: Statement, language: str) -> Iterator[str]:
    words = phrases(language)
    if statement.venue is not None:
        yield article.venues[statement.venue][language]
    how = _how(statement)
    if statement.via is None:
        yield words(how)
    else:
        yield words(f"{how}-via", outlet=article.outlets[statement.via].name[language])


def _how(statement: Statement) -> str:
    """The phrase for the way in which the article gives a statement."""
    match statement.kind:
        case StatementKind.REPORT:
            return "told"
        case StatementKind.QUOTE:
            return "said-quote"
        case StatementKind.PARAPHRASE:
            return "said-partly" if statement.quote else "said-paraphrase"
