"""What must be true of an article's files before anybody is answered from them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from knowledge.documents import Document, Shape
from knowledge.errors import Finding, InvalidKnowledge
from knowledge.evidence import EvidenceLock, locked_quote, missing_fragment
from knowledge.model import (
    FRAGMENT_SEPARATOR,
    Article,
    ArticleDate,
    Entry,
    Outlet,
    Person,
    Statement,
    StatementKind,
    Wording,
)
from knowledge.shape import ArticleShape, EntryShape, FaqShape, LanguageShape, StatementShape
from knowledge.text.normalise import canonical, same_question
from knowledge.text.sentences import number_sentences
from knowledge.text.tokens import tokenizer

LONGEST_SLUG = 24
LONGEST_FRAGMENT = 9
LONGEST_TITLE = 64
FEWEST_VARIANTS = 8
# Slugs travel in buttons with a topic, in 64 bytes.
_SLUG = re.compile(rf"[a-z0-9][a-z0-9-]{{0,{LONGEST_SLUG - 1}}}")


@dataclass(frozen=True, slots=True)
class ArticleFiles:
    """The documents of one article, and its lock if there is one.

    Attributes:
        slug: The name of its folder.
        article: article.yaml.
        faq: faq.yaml.
        languages: The language files that are there, by code.
        lock: evidence.lock; None before it was first written.
    """

    slug: str
    article: Document
    faq: Document
    languages: Mapping[str, Document]
    lock: EvidenceLock | None


def validated(files: ArticleFiles, *, locked: bool = True) -> Article:
    """The article that the files describe.

    Args:
        files: Its documents.
        locked: Whether evidence.lock must hold every quote; not while it is about to be written.

    Raises:
        InvalidKnowledge: Everything that is wrong with them.
    """
    shapes = _Shapes.of(files)
    findings = list(_Validation(files, shapes, locked=locked).findings())
    if findings:
        raise InvalidKnowledge(findings)
    return _build(files, shapes)


def against_article(files: ArticleFiles, article: bytes) -> tuple[EvidenceLock, list[Finding]]:
    """Holds the files against the article's text.

    Returns:
        The lock as it should be, and what is wrong: another text, quotes that do not stand in it, a stale lock.
    """
    shapes = _Shapes.of(files)
    sentences = {sentence.number: sentence for sentence in number_sentences(article.decode())}
    findings = []
    quotes = []
    for place, entry, statement in shapes.statements():
        sentence = sentences.get(statement.sentence)
        if sentence is None:
            problem = f"The article has no sentence {statement.sentence}; its last is {len(sentences)}."
            findings.append(files.faq.finding(problem, *place, entry_id=entry))
            continue
        missing = missing_fragment(sentence, statement.quote or [])
        if missing is not None:
            problem = f"Sentence {sentence.number} does not quote “{missing}” (in this order): copy its words exactly."
            findings.append(files.faq.finding(problem, *place, entry_id=entry))
        else:
            quotes.append((sentence.number, statement.quote or []))
    lock = EvidenceLock.of(article, quotes)
    if lock.article != shapes.article.sha256:
        problem = f"sha256 is not that of this article, which is {lock.article}: is it the right file?"
        findings.append(files.article.finding(problem, "sha256"))
    return lock, findings


def shortfalls(files: ArticleFiles) -> list[Finding]:
    """What a curator still owes an article that can be served: too few variants, wordings that are missing."""
    shapes = _Shapes.of(files)
    return [
        finding
        for code, shape in shapes.languages.items()
        for entry_id in shape.entries
        for finding in _entry_shortfalls(files.languages[code], code, entry_id, shape)
    ]


def _entry_shortfalls(document: Document, code: str, entry_id: str, shape: LanguageShape) -> Iterator[Finding]:
    entry = shape.entries[entry_id]
    place = ("entries", entry_id, "questions")
    count = sum(len(texts) for texts in entry.questions.values())
    if count < FEWEST_VARIANTS:
        problem = f"{count} variants are too few: write at least {FEWEST_VARIANTS}."
        yield document.finding(problem, *place, entry_id=entry_id)
    for wording in Wording:
        if not entry.questions.get(wording):
            problem = f"There is no variant of the kind “{wording}”: write at least one."
            yield document.finding(problem, *place, entry_id=entry_id)
    title = (entry.questions.get(Wording.QUESTION) or [""])[0]
    if len(title) > LONGEST_TITLE:
        problem = f"The first question is shown on buttons: make it {LONGEST_TITLE} characters or fewer."
        yield document.finding(problem, *place, Wording.QUESTION, entry_id=entry_id)
    answer = _content_stems(code, entry.answer)
    for position, text in enumerate(entry.questions.get(Wording.OBLIQUE, [])):
        shared = _content_stems(code, text).keys() & answer.keys()
        if shared:
            problem = f"“{text}” shares “{answer[min(shared)]}” with the answer: word it without, or file it elsewhere."
            yield document.finding(problem, *place, Wording.OBLIQUE, position, entry_id=entry_id)


def _content_stems(code: str, text: str) -> dict[str, str]:
    """The stems of a text's content words, each with the word."""
    reader = tokenizer(code)
    tokens = reader.tokens(reader.words(text))
    known = reader.known_words
    return {token.stem: token.word for token in tokens if not token.function and token.word not in known}


@dataclass(frozen=True, slots=True)
class _Shapes:
    article: ArticleShape
    faq: FaqShape
    languages: Mapping[str, LanguageShape]

    @classmethod
    def of(cls, files: ArticleFiles) -> _Shapes:
        """Every document in its shape; what is wrong with several is said at once."""
        findings: list[Finding] = []

        def shaped(document: Document, shape: type[Shape]) -> Shape | None:
            try:
                return document.shaped(shape)
            except InvalidKnowledge as error:
                findings.extend(error.findings)
                return None

        article = shaped(files.article, ArticleShape)
        faq = shaped(files.faq, FaqShape)
        languages = {code: shaped(document, LanguageShape) for code, document in files.languages.items()}
        if article is None or faq is None or findings:
            raise InvalidKnowledge(findings)
        return cls(article, faq, {code: shape for code, shape in languages.items() if shape is not None})

    def statements(self) -> Iterator[tuple[tuple[str | int, ...], str | None, StatementShape]]:
        """Every statement with its place in faq.yaml and its entry."""
        for number, statement in enumerate(self.faq.statements):
            yield ("statements", number), None, statement
        for number, entry in enumerate(self.faq.entries):
            for position, statement in enumerate(entry.said):
                yield ("entries", number, "said", position), entry.id, statement


class _Validation:
    """The checks, one method each."""

    def __init__(self, files: ArticleFiles, shapes: _Shapes, *, locked: bool) -> None:
        self._files = files
        self._shapes = shapes
        self._locked = locked

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong."""
        if not _SLUG.fullmatch(self._files.slug):
            problem = (
                f"The folder's name, {self._files.slug}, has to be 1 to {LONGEST_SLUG} of a-z, 0-9 and -: rename it."
            )
            yield Finding(self._files.article.path.parent, None, None, problem)
        yield from self._served_languages()
        yield from self._names()
        yield from self._shared_ids()
        yield from self._entry_ids()
        yield from self._statements()
        yield from self._evidence()
        for code in self._shapes.languages:
            yield from self._language(code)
        yield from self._equal_variants()

    def _served_languages(self) -> Iterator[Finding]:
        article, document = self._shapes.article, self._files.article
        if article.language not in article.served:
            yield document.finding(f"The article's own language, {article.language}, must be served too.", "served")
        for code in article.served:
            if code not in self._files.languages:
                yield document.finding(f"{code} is served, but {code}.yaml is missing: write it.", "served")
            if code not in article.title:
                yield document.finding(f"The title in {code} is missing.", "title")

    def _names(self) -> Iterator[Finding]:
        article, document = self._shapes.article, self._files.article
        for group, bearers in (("people", article.people), ("outlets", article.outlets)):
            for name, bearer in bearers.items():
                for code in article.served:
                    if code not in bearer.name:
                        yield document.finding(f"The name of {name} in {code} is missing.", group, name, "name")
        for name, person in article.people.items():
            for code in article.served:
                if person.role is not None and code not in person.role:
                    yield document.finding(f"The role of {name} in {code} is missing.", "people", name, "role")

    def _shared_ids(self) -> Iterator[Finding]:
        article, document = self._shapes.article, self._files.article
        for key in sorted(article.outlets.keys() & article.people.keys()):
            yield document.finding(f"A person has the id {key} too: rename one.", "outlets", key)

    def _entry_ids(self) -> Iterator[Finding]:
        seen: set[str] = set()
        for number, entry in enumerate(self._shapes.faq.entries):
            if entry.id in seen:
                problem = "Another entry has this id: give it one of its own."
                yield self._files.faq.finding(problem, "entries", number, "id", entry_id=entry.id)
            seen.add(entry.id)

    def _statements(self) -> Iterator[Finding]:
        article = self._shapes.article
        for place, entry, statement in self._shapes.statements():
            for problem in _statement_problems(statement, article):
                yield self._files.faq.finding(problem, *place, entry_id=entry)

    def _evidence(self) -> Iterator[Finding]:
        lock = self._files.lock
        numbers = {sentence.number for sentence in lock.sentences} if lock else set()
        for number, entry in enumerate(self._shapes.faq.entries):
            place = ("entries", number)
            for statement in entry.said:
                if statement.sentence not in entry.evidence:
                    problem = f"`said` names sentence {statement.sentence}, which `evidence` does not list: add it."
                    yield self._files.faq.finding(problem, *place, "said", entry_id=entry.id)
            for sentence in entry.evidence:
                if self._locked and lock and sentence not in numbers:
                    problem = f"evidence.lock knows no sentence {sentence}: correct it, or write the lock anew."
                    yield self._files.faq.finding(problem, *place, "evidence", entry_id=entry.id)
        if self._locked:
            yield from self._lock(lock)

    def _lock(self, lock: EvidenceLock | None) -> Iterator[Finding]:
        if lock is None:
            problem = "evidence.lock is missing: run `selon check --article FILE --write-lock`."
            yield Finding(self._files.faq.path.with_name("evidence.lock"), None, None, problem)
            return
        if lock.article != self._shapes.article.sha256:
            problem = "evidence.lock was written for another text: run `selon check --article FILE --write-lock`."
            yield self._files.article.finding(problem, "sha256")
        for place, entry, statement in self._shapes.statements():
            if statement.quote and locked_quote(statement.sentence, statement.quote) not in lock.quotes:
                quote = FRAGMENT_SEPARATOR.join(statement.quote)
                problem = (
                    f"evidence.lock does not hold the quote “{quote}” of sentence {statement.sentence}: undo the"
                    " change, or hold it against the article with `selon check --article FILE --write-lock`."
                )
                yield self._files.faq.finding(problem, *place, entry_id=entry)

    def _language(self, code: str) -> Iterator[Finding]:
        shape, document = self._shapes.languages[code], self._files.languages[code]
        ids = [entry.id for entry in self._shapes.faq.entries]
        for entry_id in ids:
            if entry_id not in shape.entries:
                yield document.finding("Its questions and answer are missing.", "entries", entry_id=entry_id)
            elif not shape.entries[entry_id].questions.get(Wording.QUESTION):
                problem = "It needs a variant of the kind “question”: the first is its title."
                yield document.finding(problem, "entries", entry_id, entry_id=entry_id)
        for entry_id in shape.entries:
            if entry_id not in ids:
                problem = "faq.yaml has no such entry: add it there or remove it here."
                yield document.finding(problem, "entries", entry_id, entry_id=entry_id)
        for topic, entry_id in self._first_use((entry.topic, entry.id) for entry in self._shapes.faq.entries):
            if topic not in shape.topics:
                yield document.finding(f"The label of the topic “{topic}” is missing.", "topics", entry_id=entry_id)
        used = ((said.venue, entry.id) for entry in self._shapes.faq.entries for said in entry.said)
        for venue, entry_id in self._first_use((venue, entry_id) for venue, entry_id in used if venue):
            if venue not in shape.venues:
                yield document.finding(f"The venue “{venue}” is not worded.", "venues", entry_id=entry_id)
        yield from self._translations(code)

    @staticmethod
    def _first_use(uses: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Each thing that entries use, with the first entry that does."""
        first: dict[str, str] = {}
        for thing, entry_id in uses:
            first.setdefault(thing, entry_id)
        yield from first.items()

    def _translations(self, code: str) -> Iterator[Finding]:
        shape, document = self._shapes.languages[code], self._files.languages[code]
        used = [statement for _, _, statement in self._shapes.statements()]
        quotes = {canonical(FRAGMENT_SEPARATOR.join(statement.quote)) for statement in used if statement.quote}
        translated = {canonical(quote) for quote in shape.quotes}
        if code != self._shapes.article.language:
            for quote in sorted(quotes - translated):
                yield document.finding(f"The quote “{quote}” has no translation.", "quotes")
        for quote in shape.quotes:
            if canonical(quote) not in quotes:
                problem = f"No statement has the quote “{quote}”: correct it or remove its translation."
                yield document.finding(problem, "quotes", quote)

    def _equal_variants(self) -> Iterator[Finding]:
        for code, shape in self._shapes.languages.items():
            document = self._files.languages[code]
            seen: dict[str, int | None] = {}
            for place, entry_id, text in _variants(shape):
                key = same_question(text)
                if not key:
                    yield document.finding(f"“{text}” holds no word.", *place, entry_id=entry_id)
                elif key in seen:
                    problem = f"“{text}” equals the variant on line {seen[key]} once case, accents and punctuation"
                    yield document.finding(f"{problem} are ignored: remove one.", *place, entry_id=entry_id)
                else:
                    seen[key] = document.line(*place)


def _variants(shape: LanguageShape) -> Iterator[tuple[tuple[str | int, ...], str | None, str]]:
    for entry_id, entry in shape.entries.items():
        for wording, texts in entry.questions.items():
            for position, text in enumerate(texts):
                yield ("entries", entry_id, "questions", wording.value, position), entry_id, text
    for position, text in enumerate(shape.silences):
        yield ("silences", position), None, text


def _statement_problems(statement: StatementShape, article: ArticleShape) -> Iterator[str]:
    if statement.speaker is not None and statement.speaker not in article.people:
        yield f"The speaker “{statement.speaker}” is not among the people of article.yaml."
    if statement.via is not None and statement.via not in article.outlets:
        yield f"The outlet “{statement.via}” is not among the outlets of article.yaml."
    if (statement.kind is StatementKind.REPORT) != (statement.speaker is None):
        yield "A report names no speaker, and a quote or paraphrase names one."
    if statement.kind is StatementKind.QUOTE and not statement.quote:
        yield "A statement of the kind “quote” needs its quote."
    for fragment in statement.quote or []:
        count = len(re.findall(r"\w+", fragment))
        if count > LONGEST_FRAGMENT:
            yield f"The fragment “{fragment}” has {count} words: {LONGEST_FRAGMENT} are the most."


def _build(files: ArticleFiles, shapes: _Shapes) -> Article:
    article = shapes.article
    served = shapes.languages
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
            for topic in dict.fromkeys(entry.topic for entry in shapes.faq.entries)
        },
        venues={
            said.venue: {code: served[code].venues[said.venue] for code in article.served}
            for entry in shapes.faq.entries
            for said in entry.said
            if said.venue
        },
        translations={
            code: {canonical(quote): translation for quote, translation in served[code].quotes.items()}
            for code in article.served
        },
        paragraphs={sentence.number: sentence.paragraph for sentence in lock.sentences} if lock else {},
        entries=tuple(_build_entry(files.slug, entry, article, served) for entry in shapes.faq.entries),
        silences={code: served[code].silences for code in article.served},
    )


def _build_entry(slug: str, entry: EntryShape, article: ArticleShape, languages: Mapping[str, LanguageShape]) -> Entry:
    return Entry(
        id=entry.id,
        article=slug,
        topic=entry.topic,
        evidence=tuple(entry.evidence),
        said=tuple(
            Statement(said.speaker, said.kind, said.venue, said.via, tuple(said.quote or ()), said.sentence)
            for said in entry.said
        ),
        variants={code: languages[code].entries[entry.id].questions for code in article.served},
        answers={code: languages[code].entries[entry.id].answer for code in article.served},
    )
