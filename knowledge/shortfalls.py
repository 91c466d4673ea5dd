"""Shortfalls: variants that an article still lacks, though it can be served."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.article_files import ArticleFiles
from knowledge.article_shapes import ArticleShapes
from knowledge.documents import Document
from knowledge.errors import Finding
from knowledge.model import Wording
from knowledge.shape import LONGEST_BUTTON, LanguageShape
from knowledge.text.tokens import tokenizer

LONGEST_TITLE = 64
FEWEST_VARIANTS = 5
# They tell questions apart, so that matching reads them; of what a text is about they say nothing.
_PREPOSITIONS: Mapping[str, frozenset[str]] = {
    "fr": frozenset("depuis avant contre malgre durant hors sauf outre".split()),
    "en": frozenset(
        "before after during against under over above below across along around behind beside besides beyond despite"
        " except".split()
    ),
    "ru": frozenset("после перед против вокруг согласно".split()),
    "uk": frozenset("після перед проти навколо згідно".split()),
}


def shortfalls(files: ArticleFiles) -> list[Finding]:
    """Return the shortfalls of an article that can be served: too few variants, missing wordings."""
    shapes = ArticleShapes.of(files)
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
    if entry.label is not None and len(entry.label) > LONGEST_BUTTON:
        problem = (
            f"The label is shown on buttons: {len(entry.label)} characters are too many, {LONGEST_BUTTON} the most."
        )
        yield document.finding(problem, "entries", entry_id, "label", entry_id=entry_id)
    title = (entry.questions.get(Wording.QUESTION) or [""])[0]
    if len(title) > LONGEST_TITLE:
        problem = f"The first question is the title in lists: make it {LONGEST_TITLE} characters or fewer."
        yield document.finding(problem, *place, Wording.QUESTION, entry_id=entry_id)
    answer = content_stems(code, entry.answer)
    for position, text in enumerate(entry.questions.get(Wording.OBLIQUE, [])):
        shared = content_stems(code, text).keys() & answer.keys()
        if shared:
            problem = f"“{text}” shares “{answer[min(shared)]}” with the answer: word it without, or file it elsewhere."
            yield document.finding(problem, *place, Wording.OBLIQUE, position, entry_id=entry_id)


def content_stems(code: str, text: str) -> dict[str, str]:
    """Return the stems of a text's content words, each with the word."""
    reader = tokenizer(code)
    tokens = reader.tokens(reader.words(text))
    known = reader.known_words | _PREPOSITIONS.get(code, frozenset())
    return {token.stem: token.word for token in tokens if not token.function and token.word not in known}
