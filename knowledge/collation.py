"""Collation: the comparison of an article's files with its text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from knowledge.article_files import ArticleFiles
from knowledge.article_shapes import ArticleShapes
from knowledge.errors import Finding
from knowledge.evidence import EvidenceLock
from knowledge.quotes import QuotedSentence
from knowledge.text.marks import DOUBLE_MARKS, OPENING_MARKS
from knowledge.text.sentences import Sentence, number_sentences

_LEFT_OUT = re.compile(r"\[?(?:…|\.\.\.)\]?")
_AROUND_A_QUOTE = f"{OPENING_MARKS}{DOUBLE_MARKS}’' \u00a0\u202f.,;:!?…"


def collate(files: ArticleFiles, article: bytes) -> tuple[EvidenceLock, list[Finding]]:
    """Compare an article's files with its text.

    Args:
        files: Its documents.
        article: The text, in UTF-8.

    Returns:
        The lock as it should be, and all that is wrong: another text, quotes that do not stand in it.
    """
    shapes = ArticleShapes.of(files)
    sentences = {sentence.number: sentence for sentence in number_sentences(article.decode())}
    findings: list[Finding] = []
    quotes: list[tuple[int, Sequence[str]]] = []
    for place, entry, statement in shapes.statements():
        if not shapes.faq.fits(*place, "sentence") or not shapes.faq.fits(*place, "quote"):
            continue
        if statement.sentence < 0:
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
    lock = EvidenceLock.of(article, quotes, shapes.locked_entries())
    if shapes.article.fits("sha256") and lock.article != shapes.article.value.sha256:
        problem = f"sha256 is not that of this article, which is {lock.article}: is it the right file?"
        findings.append(files.article.finding(problem, "sha256"))
    return lock, findings


def _misquoted(sentence: Sentence, fragments: Sequence[str]) -> str | None:
    """The fault of a quote that is taken from a sentence; None if it has none."""
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
    """Say how a fragment is written in the sentence, if it stands there with other letters; None if it does not."""
    if text.missing([fragment]) is None:
        return "it has to come after the fragment before it, with at least one word left out between"
    parts = [part.strip() for part in _LEFT_OUT.split(fragment)]
    if len(parts) > 1 and text.missing(parts) is None:
        return "write what stands before and after […] as two items of the list"
    if text.missing([fragment.strip(_AROUND_A_QUOTE)]) is None:
        return "without quotation marks and full stops around them"
    return None
