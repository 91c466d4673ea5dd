"""Construction of an article, as answers need it, from files that hold."""

from __future__ import annotations

from collections.abc import Mapping

from knowledge.article_files import ArticleFiles
from knowledge.article_shapes import ArticleShapes
from knowledge.errors import InvalidKnowledge
from knowledge.model import Article, ArticleDate, Entry, Outlet, Person, Statement, Summary
from knowledge.shape import ArticleShape, EntryShape, FaqShape, LanguageShape
from knowledge.text.normalise import canonical
from knowledge.validation import validate


def construct(files: ArticleFiles) -> Article:
    """Construct the article that files describe.

    Args:
        files: Its documents.

    Raises:
        InvalidKnowledge: Everything that is wrong with them.
    """
    shapes = ArticleShapes.of(files)
    findings = validate(shapes)
    if findings:
        raise InvalidKnowledge(findings)
    article, faq = shapes.article.value, shapes.faq.value
    served = {code: shape.value for code, shape in shapes.languages.items()}
    lock = files.lock
    return Article(
        slug=files.slug,
        title=article.title,
        language=article.language,
        served=tuple(article.served),
        date=ArticleDate(article.date.day, article.date.month, article.date.year),
        place=article.place,
        publisher=article.publisher,
        url=article.url,
        people={key: Person(key, each.name, each.role, each.aliases) for key, each in article.people.items()},
        outlets={key: Outlet(key, each.name, each.aliases) for key, each in article.outlets.items()},
        notions=article.notions,
        topics={
            topic: {code: served[code].topics[topic] for code in article.served}
            for topic in dict.fromkeys(entry.topic for entry in faq.entries)
        },
        venues={
            each.venue: {code: served[code].venues[each.venue] for code in article.served}
            for entry in faq.entries
            for each in entry.statements
            if each.venue
        },
        translations={
            code: {canonical(quote): translation for quote, translation in served[code].quotes.items()}
            for code in article.served
        },
        paragraphs={sentence.number: sentence.paragraph for sentence in lock.sentences} if lock else {},
        entries=tuple(_entry(files.slug, entry, article, served) for entry in faq.entries),
        out_of_scope={code: served[code].out_of_scope for code in article.served},
        longest_quote=article.longest_quote,
        text_is_public=article.text_is_public,
        author=article.author,
        summary=_summary(faq, served),
    )


def _summary(faq: FaqShape, languages: Mapping[str, LanguageShape]) -> Summary | None:
    if faq.summary is None:
        return None
    texts = {code: shape.summary for code, shape in languages.items() if shape.summary is not None}
    return Summary(texts, tuple(faq.summary.evidence))


def _entry(slug: str, entry: EntryShape, article: ArticleShape, languages: Mapping[str, LanguageShape]) -> Entry:
    return Entry(
        id=entry.id,
        article=slug,
        topic=entry.topic,
        evidence=tuple(entry.evidence),
        statements=tuple(
            Statement(each.speaker, each.kind, each.venue, each.via, tuple(each.quote or ()), each.sentence)
            for each in entry.statements
        ),
        variants={code: languages[code].entries[entry.id].questions for code in article.served},
        answers={code: languages[code].entries[entry.id].answer for code in article.served},
        labels={code: label for code in article.served if (label := languages[code].entries[entry.id].label)},
    )
