"""What must be true of an article's files before anybody is answered from them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.composer import Place
from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge
from knowledge.evidence import EvidenceLock, locked_quote
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
from knowledge.quotes import QuotedSentence
from knowledge.shape import LANGUAGE_CODE, ArticleShape, EntryShape, FaqShape, LanguageShape, StatementShape
from knowledge.shaping import Shaped, shaped
from knowledge.text.marks import DOUBLE_MARKS, OPENING_MARKS
from knowledge.text.normalise import canonical, same_question
from knowledge.text.sentences import Sentence, number_sentences
from knowledge.text.tokens import tokenizer

LONGEST_SLUG = 24
LONGEST_FRAGMENT = 9
LONGEST_TITLE = 64
FEWEST_VARIANTS = 8
_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?")
_AROUND_A_QUOTE = f"{OPENING_MARKS}{DOUBLE_MARKS}’' \u00a0\u202f.,;:!?…"
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
    findings = [*shapes.findings(), *_Validation(files, shapes, locked=locked).findings()]
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
    findings: list[Finding] = []
    quotes: list[tuple[int, Sequence[str]]] = []
    for place, entry, statement in shapes.statements():
        if not shapes.faq.fits(*place, "sentence") or not shapes.faq.fits(*place, "quote"):
            continue
        sentence = sentences.get(statement.sentence)
        if sentence is None:
            problem = f"The article has no sentence {statement.sentence}; its last is {len(sentences)}."
            findings.append(files.faq.finding(problem, *place, entry_id=entry))
            continue
        misquoted = _misquoted(sentence, statement.quote or [])
        if misquoted is not None:
            findings.append(files.faq.finding(misquoted, *place, entry_id=entry))
        else:
            quotes.append((sentence.number, statement.quote or []))
    lock = EvidenceLock.of(article, quotes)
    if shapes.article.fits("sha256") and lock.article != shapes.article.value.sha256:
        problem = f"sha256 is not that of this article, which is {lock.article}: is it the right file?"
        findings.append(files.article.finding(problem, "sha256"))
    return lock, findings


def _misquoted(sentence: Sentence, fragments: Sequence[str]) -> str | None:
    """What is wrong with a quote that is taken from a sentence; None if nothing is."""
    text = QuotedSentence.of(sentence)
    if fragments and sentence.unpaired:
        mark = sentence.text[sentence.unpaired[0]]
        problem = f"Sentence {sentence.number} has a quotation mark without its partner, “{mark}”"
        return f"{problem}: where its quotations begin and end cannot be told, so nothing can be quoted from it."
    missing = text.missing(fragments)
    if missing is None:
        return None
    problem = f"Sentence {sentence.number} does not quote “{missing}” (in this order): copy its words exactly."
    reason = text.difference(missing) or _written_unlike_a_fragment(text, missing)
    return problem if reason is None else f"{problem[:-1]}; {reason}."


def _written_unlike_a_fragment(text: QuotedSentence, fragment: str) -> str | None:
    """How to write a fragment that is there in another way; None if it is not."""
    if text.missing([fragment]) is None:
        return "it has to come after the fragment before it, with at least one word left out between"
    parts = [part.strip() for part in _LEFT_OUT.split(fragment)]
    if len(parts) > 1 and text.missing(parts) is None:
        return "write what stands before and after […] as two items of the list"
    if text.missing([fragment.strip(_AROUND_A_QUOTE)]) is None:
        return "without quotation marks and full stops around them"
    return None


def shortfalls(files: ArticleFiles) -> list[Finding]:
    """What a curator still owes an article that can be served: too few variants, wordings that are missing."""
    shapes = _Shapes.of(files)
    return [
        finding
        for code, shape in shapes.languages.items()
        for entry_id in shape.value.entries
        for finding in _entry_shortfalls(files.languages[code], code, entry_id, shape.value)
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
    article: Shaped[ArticleShape]
    faq: Shaped[FaqShape]
    languages: Mapping[str, Shaped[LanguageShape]]

    @classmethod
    def of(cls, files: ArticleFiles) -> _Shapes:
        """Every document in its shape, as far as it fits."""
        return cls(
            shaped(files.article, ArticleShape),
            shaped(files.faq, FaqShape),
            {code: shaped(document, LanguageShape) for code, document in files.languages.items()},
        )

    def findings(self) -> Iterator[Finding]:
        """What does not fit."""
        yield from self.article.findings
        yield from self.faq.findings
        for each in self.languages.values():
            yield from each.findings

    def statements(self) -> Iterator[tuple[Place, str | None, StatementShape]]:
        """Every statement with its place in faq.yaml and its entry."""
        for number, statement in enumerate(self.faq.value.statements):
            yield ("statements", number), None, statement
        for number, entry in enumerate(self.faq.value.entries):
            for position, statement in enumerate(entry.said):
                yield ("entries", number, "said", position), entry.id, statement


class _Validation:
    """The checks of content, one method each; what a misshapen place would make look wrong is passed over."""

    def __init__(self, files: ArticleFiles, shapes: _Shapes, *, locked: bool) -> None:
        self._files = files
        self._shapes = shapes
        self._article = shapes.article.value
        self._entries = shapes.faq.value.entries
        self._locked = locked

    def findings(self) -> Iterator[Finding]:
        """Everything that is wrong."""
        if not _SLUG.fullmatch(self._files.slug):
            problem = (
                f"The folder's name, {self._files.slug}, has to be 1 to {LONGEST_SLUG} of a-z, 0-9 and -: rename it."
            )
            yield Finding(self._files.article.path.parent, None, None, problem)
        yield from self._comments()
        yield from self._served_languages()
        yield from self._names()
        yield from self._shared_ids()
        yield from self._entry_ids()
        yield from self._statements()
        yield from self._evidence()
        for code in self._shapes.languages:
            yield from self._language(code)
        yield from self._equal_variants()

    def _of_article(self, problem: str, *place: str | int) -> Iterator[Finding]:
        if self._shapes.article.fits(*place):
            yield self._files.article.finding(problem, *place)

    def _of_faq(self, problem: str, *place: str | int, entry_id: str | None = None) -> Iterator[Finding]:
        if self._shapes.faq.fits(*place):
            yield self._files.faq.finding(problem, *place, entry_id=entry_id)

    def _of_language(
        self, code: str, problem: str, *place: str | int, entry_id: str | None = None
    ) -> Iterator[Finding]:
        if self._shapes.languages[code].fits(*place):
            yield self._files.languages[code].finding(problem, *place, entry_id=entry_id)

    def _comments(self) -> Iterator[Finding]:
        """Texts that YAML cuts off at a number sign."""
        problem = "The text ends before #, which begins a comment: put the text in quotation marks."
        for document in (self._files.article, self._files.faq, *self._files.languages.values()):
            for place in sorted(document.commented, key=lambda place: document.line(*place) or 0):
                if _is_text(document is self._files.article, document is self._files.faq, place):
                    yield document.finding(problem, *place, entry_id=document.entry_at(place))

    def _served_languages(self) -> Iterator[Finding]:
        article = self._article
        if self._shapes.article.fits("language") and article.language not in article.served:
            yield from self._of_article(
                f"The article's own language, {article.language}, must be served too.", "served"
            )
        for position, code in enumerate(article.served):
            if code in article.served[:position]:
                yield from self._of_article(f"{code} stands twice: remove one.", "served", position)
                continue
            if code not in self._files.languages:
                yield from self._of_article(
                    f"{code} is served, but {code}.yaml is missing: write it, or do not serve {code}.",
                    "served",
                    position,
                )
            if code not in article.title and LANGUAGE_CODE.fullmatch(code):
                yield from self._of_article(f"The title in {code} is missing.", "title", code)

    def _names(self) -> Iterator[Finding]:
        article = self._article
        codes = [code for code in article.served if LANGUAGE_CODE.fullmatch(code)]
        for group, bearers in (("people", article.people), ("outlets", article.outlets)):
            for name, bearer in bearers.items():
                for code in codes:
                    if code not in bearer.name:
                        yield from self._of_article(f"The name of {name} in {code} is missing.", group, name, "name")
        for name, person in article.people.items():
            for code in codes:
                if person.role is not None and code not in person.role:
                    yield from self._of_article(f"The role of {name} in {code} is missing.", "people", name, "role")

    def _shared_ids(self) -> Iterator[Finding]:
        for key in sorted(self._article.outlets.keys() & self._article.people.keys()):
            yield from self._of_article(f"A person has the id {key} too: rename one.", "outlets", key)

    def _entry_ids(self) -> Iterator[Finding]:
        seen: set[str] = set()
        for number, entry in enumerate(self._entries):
            if entry.id in seen:
                problem = "Another entry has this id: give it one of its own."
                yield from self._of_faq(problem, "entries", number, "id", entry_id=entry.id)
            seen.add(entry.id)

    def _statements(self) -> Iterator[Finding]:
        for place, entry, statement in self._shapes.statements():
            for keys, problem in self._statement_problems(statement):
                if all(self._shapes.faq.fits(*place, key) for key in keys):
                    yield self._files.faq.finding(problem, *place, entry_id=entry)

    def _statement_problems(self, statement: StatementShape) -> Iterator[tuple[tuple[str, ...], str]]:
        """What is wrong with a statement, with the keys that it is about."""
        people, outlets = self._article.people, self._article.outlets
        fits = self._shapes.article.fits
        if statement.speaker is not None and statement.speaker not in people and fits("people"):
            yield ("speaker",), f"The speaker “{statement.speaker}” is not among the people of article.yaml."
        if statement.via is not None and statement.via not in outlets and fits("outlets"):
            yield ("via",), f"The outlet “{statement.via}” is not among the outlets of article.yaml."
        if (statement.kind is StatementKind.REPORT) != (statement.speaker is None):
            yield ("kind", "speaker"), "A report names no speaker, and a quote or paraphrase names one."
        if statement.kind is StatementKind.QUOTE and not statement.quote:
            yield ("quote",), "A statement of the kind “quote” needs its quote."
        for fragment in statement.quote or []:
            count = len(re.findall(r"\w+", fragment))
            if count > LONGEST_FRAGMENT:
                yield ("quote",), f"The fragment “{fragment}” has {count} words: {LONGEST_FRAGMENT} are the most."

    def _evidence(self) -> Iterator[Finding]:
        lock = self._files.lock
        numbers = {sentence.number for sentence in lock.sentences} if lock else set()
        for number, entry in enumerate(self._entries):
            place = ("entries", number)
            for position, statement in enumerate(entry.said):
                said = (*place, "said", position, "sentence")
                if statement.sentence not in entry.evidence and self._shapes.faq.fits(*place, "evidence"):
                    problem = f"`said` names sentence {statement.sentence}, which `evidence` does not list: add it."
                    if self._shapes.faq.fits(*said):
                        yield self._files.faq.finding(problem, *place, "said", entry_id=entry.id)
            for sentence, count in Counter(entry.evidence).items():
                if count > 1:
                    problem = f"`evidence` lists sentence {sentence} twice: remove one."
                    yield from self._of_faq(problem, *place, "evidence", entry_id=entry.id)
                if self._locked and lock and sentence not in numbers:
                    problem = f"evidence.lock knows no sentence {sentence}: correct it, or write the lock anew."
                    yield from self._of_faq(problem, *place, "evidence", entry_id=entry.id)
        if self._locked:
            yield from self._lock(lock)

    def _lock(self, lock: EvidenceLock | None) -> Iterator[Finding]:
        if lock is None:
            problem = "evidence.lock is missing: run `selon check --article FILE --write-lock`."
            yield Finding(self._files.faq.path.with_name("evidence.lock"), None, None, problem)
            return
        if lock.article != self._article.sha256:
            problem = "evidence.lock was written for another text: run `selon check --article FILE --write-lock`."
            yield from self._of_article(problem, "sha256")
        for place, entry, statement in self._shapes.statements():
            if not all(self._shapes.faq.fits(*place, key) for key in ("quote", "sentence")):
                continue
            if statement.quote and locked_quote(statement.sentence, statement.quote) not in lock.quotes:
                quote = FRAGMENT_SEPARATOR.join(statement.quote)
                problem = (
                    f"evidence.lock does not hold the quote “{quote}” of sentence {statement.sentence}: undo the"
                    " change, or hold it against the article with `selon check --article FILE --write-lock`."
                )
                yield self._files.faq.finding(problem, *place, entry_id=entry)

    def _language(self, code: str) -> Iterator[Finding]:
        shape = self._shapes.languages[code].value
        for number, entry in enumerate(self._entries):
            if not self._shapes.faq.fits("entries", number, "id"):
                continue
            if entry.id not in shape.entries:
                yield from self._of_language(
                    code, "Its questions and answer are missing.", "entries", entry.id, entry_id=entry.id
                )
            elif not shape.entries[entry.id].questions.get(Wording.QUESTION):
                problem = "It needs a variant of the kind “question”: the first is its title."
                if self._shapes.languages[code].fits("entries", entry.id, "questions"):
                    yield self._files.languages[code].finding(problem, "entries", entry.id, entry_id=entry.id)
        yield from self._unknown_entries(code, shape)
        topics = (
            (entry.topic, entry.id)
            for number, entry in enumerate(self._entries)
            if self._shapes.faq.fits("entries", number, "topic")
        )
        for topic, entry_id in self._first_use(topics):
            if topic not in shape.topics:
                problem = f"The label of the topic “{topic}” is missing."
                yield from self._of_language(code, problem, "topics", topic, entry_id=entry_id)
        used = ((said.venue, entry.id) for entry in self._entries for said in entry.said)
        for venue, entry_id in self._first_use((venue, entry_id) for venue, entry_id in used if venue):
            if venue not in shape.venues:
                yield from self._of_language(
                    code, f"The venue “{venue}” is not worded.", "venues", venue, entry_id=entry_id
                )
        yield from self._translations(code)

    def _unknown_entries(self, code: str, shape: LanguageShape) -> Iterator[Finding]:
        if not all(self._shapes.faq.fits("entries", number, "id") for number in range(max(1, len(self._entries)))):
            return
        ids = {entry.id for entry in self._entries}
        for entry_id in shape.entries:
            if entry_id not in ids:
                problem = "faq.yaml has no such entry: add it there or remove it here."
                yield self._files.languages[code].finding(problem, "entries", entry_id, entry_id=entry_id)

    @staticmethod
    def _first_use(uses: Iterable[tuple[str, str]]) -> Iterator[tuple[str, str]]:
        """Each thing that entries use, with the first entry that does."""
        first: dict[str, str] = {}
        for thing, entry_id in uses:
            first.setdefault(thing, entry_id)
        yield from first.items()

    def _translations(self, code: str) -> Iterator[Finding]:
        shape = self._shapes.languages[code].value
        used = [statement for _, _, statement in self._shapes.statements()]
        quotes = {canonical(FRAGMENT_SEPARATOR.join(statement.quote)) for statement in used if statement.quote}
        translated = {canonical(quote) for quote in shape.quotes}
        if code != self._article.language and self._shapes.article.fits("language"):
            for quote in sorted(quotes - translated):
                yield from self._of_language(code, f"The quote “{quote}” has no translation.", "quotes", quote)
        for quote in shape.quotes:
            if canonical(quote) not in quotes and self._quotes_fit():
                problem = f"No statement has the quote “{quote}”: correct it or remove its translation."
                yield self._files.languages[code].finding(problem, "quotes", quote)

    def _quotes_fit(self) -> bool:
        places = [place for place, _, _ in self._shapes.statements()]
        return all(self._shapes.faq.fits(*place, "quote") for place in (*places, ("entries", len(self._entries))))

    def _equal_variants(self) -> Iterator[Finding]:
        for code, shape in self._shapes.languages.items():
            document = self._files.languages[code]
            seen: dict[str, int | None] = {}
            for place, entry_id, text in _variants(shape.value):
                key = same_question(text)
                if not key:
                    yield from self._of_language(code, f"“{text}” holds no word.", *place, entry_id=entry_id)
                elif key in seen:
                    problem = f"“{text}” equals the variant on line {seen[key]} once case, accents and punctuation"
                    yield document.finding(f"{problem} are ignored: remove one.", *place, entry_id=entry_id)
                else:
                    seen[key] = document.line(*place)


def _is_text(in_article: bool, in_faq: bool, place: Place) -> bool:
    """Tell if people read what stands at a place; after ids, codes and numbers a comment is meant as one."""
    if in_article:
        return place[0] not in ("language", "served", "date", "sha256")
    return "quote" in place if in_faq else True


def _variants(shape: LanguageShape) -> Iterator[tuple[tuple[str | int, ...], str | None, str]]:
    for entry_id, entry in shape.entries.items():
        for wording, texts in entry.questions.items():
            for position, text in enumerate(texts):
                yield ("entries", entry_id, "questions", wording.value, position), entry_id, text
    for position, text in enumerate(shape.silences):
        yield ("silences", position), None, text


def _build(files: ArticleFiles, shapes: _Shapes) -> Article:
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
            said.venue: {code: served[code].venues[said.venue] for code in article.served}
            for entry in faq.entries
            for said in entry.said
            if said.venue
        },
        translations={
            code: {canonical(quote): translation for quote, translation in served[code].quotes.items()}
            for code in article.served
        },
        paragraphs={sentence.number: sentence.paragraph for sentence in lock.sentences} if lock else {},
        entries=tuple(_build_entry(files.slug, entry, article, served) for entry in faq.entries),
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
