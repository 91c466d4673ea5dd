"""Validation: the findings in an article's files, all of which are put right before anybody is answered from them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from rapidfuzz import fuzz, process

from knowledge.article_folders import LONGEST_SLUG, SLUG
from knowledge.article_shapes import ArticleShapes
from knowledge.composer import YamlPath
from knowledge.errors import Finding
from knowledge.evidence import EvidenceLock, locked_quote
from knowledge.model import FRAGMENT_SEPARATOR, StatementKind, Wording
from knowledge.shape import LANGUAGE_CODE, LanguageShape, StatementShape
from knowledge.text.normalise import canonical, question_key

# Of 100; two quotes of one article are hardly beyond 50, but for one that is a part of another.
_ALIKE = 70


def validate(shapes: ArticleShapes, *, locked: bool = True) -> list[Finding]:
    """Return everything that is wrong with an article's files: of shape first, then of content.

    Args:
        shapes: Its documents in their shapes.
        locked: True if evidence.lock must hold every quote; not while it is about to be written.
    """
    return [*shapes.findings(), *_Validation(shapes, locked=locked).findings()]


def lost_sentences(shapes: ArticleShapes) -> Iterator[Finding]:
    """Yield a finding for each number below zero: that of a sentence which a correction of the article has removed."""
    entries = shapes.faq.value.entries
    evidence: list[tuple[YamlPath, str | None, int]] = [
        (("entries", number, "evidence", position), entry.id, sentence)
        for number, entry in enumerate(entries)
        for position, sentence in enumerate(entry.evidence)
    ]
    listed = {(entry.id, sentence) for entry in entries for sentence in entry.evidence}
    summary = shapes.faq.value.summary
    evidence += [
        (("summary", "evidence", position), None, sentence)
        for position, sentence in enumerate(summary.evidence if summary is not None else ())
    ]
    statements = [
        ((*place, "sentence"), entry, statement.sentence)
        for place, entry, statement in shapes.statements()
        if (entry, statement.sentence) not in listed
    ]
    for place, entry_id, sentence in (*evidence, *statements):
        if sentence < 0:
            problem = (
                f"{sentence} stands for sentence {-sentence} of the article before it was corrected, which it has no"
                " more as it was: put the number of the sentence that says it now (`selon sentences FILE` prints them),"
                " or remove what rests on it."
            )
            yield shapes.files.faq.finding(problem, *place, entry_id=entry_id)


class _Validation:
    """The checks of content, one method each; values at misshapen places are skipped."""

    def __init__(self, shapes: ArticleShapes, *, locked: bool) -> None:
        self._files = shapes.files
        self._shapes = shapes
        self._article = shapes.article.value
        self._entries = shapes.faq.value.entries
        self._locked = locked

    def findings(self) -> Iterator[Finding]:
        """Yield everything that is wrong."""
        if not SLUG.fullmatch(self._files.slug):
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
        yield from lost_sentences(self._shapes)
        yield from self._evidence()
        yield from self._summary()
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
        """Yield findings on texts that YAML cuts off at a number sign."""
        problem = "The text ends before #, which begins a comment: put the text in quotation marks."
        for document in self._files.documents:
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
            if entry.draft and entry.accepted is not None:
                problem = "It is a draft and accepted: remove one of `draft` and `accepted`."
                yield from self._of_faq(problem, "entries", number, "accepted", entry_id=entry.id)

    def _statements(self) -> Iterator[Finding]:
        for place, entry, statement in self._shapes.statements():
            for keys, problem in self._statement_problems(statement):
                if all(self._shapes.faq.fits(*place, key) for key in keys):
                    yield self._files.faq.finding(problem, *place, entry_id=entry)

    def _statement_problems(self, statement: StatementShape) -> Iterator[tuple[tuple[str, ...], str]]:
        """The faults of a statement, each with the keys that it is about."""
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
            if count > self._article.longest_quote and fits("longest_quote"):
                problem = f"The fragment “{fragment}” has {count} words: {self._article.longest_quote} are the most"
                yield ("quote",), f"{problem} (`longest_quote` in article.yaml)."

    def _evidence(self) -> Iterator[Finding]:
        lock = self._files.lock
        numbers = {sentence.number for sentence in lock.sentences} if lock else set()
        for number, entry in enumerate(self._entries):
            place = ("entries", number)
            for position, statement in enumerate(entry.statements):
                number_of_sentence = (*place, "statements", position, "sentence")
                listed = statement.sentence in entry.evidence or statement.sentence < 0
                if not listed and self._shapes.faq.fits(*place, "evidence"):
                    problem = (
                        f"`statements` names sentence {statement.sentence}, which `evidence` does not list: add it."
                    )
                    if self._shapes.faq.fits(*number_of_sentence):
                        yield self._files.faq.finding(problem, *place, "statements", entry_id=entry.id)
            for sentence, count in Counter(each for each in entry.evidence if each > 0).items():
                if count > 1:
                    problem = f"`evidence` lists sentence {sentence} twice: remove one."
                    yield from self._of_faq(problem, *place, "evidence", entry_id=entry.id)
                if self._locked and lock and sentence not in numbers:
                    problem = f"evidence.lock knows no sentence {sentence}: correct it, or write the lock anew."
                    yield from self._of_faq(problem, *place, "evidence", entry_id=entry.id)
        if self._locked:
            yield from self._lock(lock)

    def _summary(self) -> Iterator[Finding]:
        """Yield findings on a summary that a language lacks, without evidence, or with unknown sentences."""
        lock, summary = self._files.lock, self._shapes.faq.value.summary
        for code, shape in self._shapes.languages.items():
            if summary is not None and shape.value.summary is None:
                yield from self._of_language(code, "The summary is missing: write it.", "summary")
            elif summary is None and shape.value.summary is not None and self._shapes.faq.fits("summary"):
                problem = "It rests on nothing: put `summary: {evidence: […]}` into faq.yaml, or remove it here."
                yield from self._of_language(code, problem, "summary")
        if summary is None or lock is None or not self._locked:
            return
        numbers = {sentence.number for sentence in lock.sentences}
        for sentence in summary.evidence:
            if sentence > 0 and sentence not in numbers:
                problem = f"evidence.lock knows no sentence {sentence}: correct it, or write the lock anew."
                yield from self._of_faq(problem, "summary", "evidence")

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
            if statement.sentence < 0:
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
        used = ((each.venue, entry.id) for entry in self._entries for each in entry.statements)
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
        """Yield each value that entries use, with the first entry that does."""
        first: dict[str, str] = {}
        for thing, entry_id in uses:
            first.setdefault(thing, entry_id)
        yield from first.items()

    def _translations(self, code: str) -> Iterator[Finding]:
        shape = self._shapes.languages[code].value
        used = [statement for _, _, statement in self._shapes.statements()]
        quotes = {canonical(FRAGMENT_SEPARATOR.join(statement.quote)) for statement in used if statement.quote}
        translated = {canonical(quote) for quote in shape.quotes}
        untranslated = sorted(quotes - translated)
        if code == self._article.language or not self._shapes.article.fits("language"):
            untranslated = []
        strays = [quote for quote in shape.quotes if canonical(quote) not in quotes and self._quotes_fit()]
        # One that was corrected in faq.yaml alone is both.
        meant = _likely_quotes(strays, untranslated)
        for quote in untranslated:
            if quote not in meant.values():
                yield from self._of_language(code, f"The quote “{quote}” has no translation.", "quotes", quote)
        for quote in strays:
            remedy = (
                f"correct it to “{meant[quote]}”, which has no translation"
                if quote in meant
                else "correct it or remove its translation"
            )
            problem = f"No statement has the quote “{quote}”: {remedy}."
            yield self._files.languages[code].finding(problem, "quotes", quote)

    def _quotes_fit(self) -> bool:
        places = [place for place, _, _ in self._shapes.statements()]
        return all(self._shapes.faq.fits(*place, "quote") for place in (*places, ("entries", len(self._entries))))

    def _equal_variants(self) -> Iterator[Finding]:
        for code, shape in self._shapes.languages.items():
            document = self._files.languages[code]
            seen: dict[str, int | None] = {}
            for place, entry_id, text in _variants(shape.value):
                key = question_key(text)
                if not key:
                    yield from self._of_language(code, f"“{text}” holds no word.", *place, entry_id=entry_id)
                elif key in seen:
                    problem = f"“{text}” equals the variant on line {seen[key]} once case, accents and punctuation"
                    yield document.finding(f"{problem} are ignored: remove one.", *place, entry_id=entry_id)
                else:
                    seen[key] = document.line(*place)


def _likely_quotes(strays: Iterable[str], untranslated: Iterable[str]) -> dict[str, str]:
    """Return the untranslated quote that each unknown one is likely to be, none twice."""
    meant: dict[str, str] = {}
    left = list(untranslated)
    for stray in strays:
        found = process.extractOne(canonical(stray), left, scorer=fuzz.ratio, score_cutoff=_ALIKE)
        if found is not None:
            meant[stray] = found[0]
            left.remove(found[0])
    return meant


def _is_text(in_article: bool, in_faq: bool, place: YamlPath) -> bool:
    """Tell if the value at a path is text that people read; after ids, codes and numbers a number sign is a comment."""
    if in_article:
        return place[0] not in ("language", "served", "date", "sha256")
    return "quote" in place if in_faq else True


def _variants(shape: LanguageShape) -> Iterator[tuple[tuple[str | int, ...], str | None, str]]:
    for entry_id, entry in shape.entries.items():
        for wording, texts in entry.questions.items():
            for position, text in enumerate(texts):
                yield ("entries", entry_id, "questions", wording.value, position), entry_id, text
    for position, text in enumerate(shape.out_of_scope):
        yield ("out_of_scope", position), None, text
