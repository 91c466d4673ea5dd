"""Proofreading: warnings of all that a careful editor would ask about, in an article's files that hold."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from knowledge.article_files import ArticleFiles
from knowledge.errors import Finding
from knowledge.model import Article, Entry
from knowledge.proofreading.agreement import agreement
from knowledge.proofreading.attribution import attribution
from knowledge.proofreading.coverage import coverage
from knowledge.proofreading.omissions import omissions
from knowledge.proofreading.proof import SUMMARY, Proof
from knowledge.proofreading.support import support
from knowledge.text.sentences import number_sentences


def proofread(files: ArticleFiles, article: Article, text: str | None = None) -> list[Finding]:
    """Return warnings of all that a careful editor would ask about.

    Args:
        files: The article's documents.
        article: The article that they describe.
        text: The article's text, if it is at hand; most can only be asked with it.

    Returns:
        Warnings, without those of the kinds that `allow` names in the entry or, where none is meant, in article.yaml.
    """
    proof = Proof(files, article, number_sentences(text) if text is not None else ())
    return list(_warnings(proof))


def _warnings(proof: Proof) -> Iterator[Finding]:
    """Yield all warnings, apart from those that `allow` names."""
    allowed = frozenset(proof.files.article.data.get("allow") or ())
    yield from (each for each in coverage(proof) if each.warning not in allowed)
    yield from (each for each in _of_summary(proof) if each.warning not in allowed)
    asked: dict[tuple[Path, int | None, str], Finding] = {}
    answered: set[tuple[Path, int | None, str]] = set()
    for number, entry in enumerate(proof.article.entries):
        allowed = frozenset(proof.files.faq.data["entries"][number].get("allow") or ())
        for finding in _of_entry(proof, number, entry):
            # Several entries may point to one statement: it is asked about once, and allowed once.
            key = (finding.path, finding.line, finding.problem)
            asked.setdefault(key, replace(finding, entry_id=entry.id))
            if finding.warning in allowed:
                answered.add(key)
    yield from (finding for key, finding in asked.items() if key not in answered)


def _of_summary(proof: Proof) -> Iterator[Finding]:
    """Return the warnings about an answer as warnings about the summary."""
    summary = proof.article.summary
    if summary is None:
        return
    entry = Entry(SUMMARY, proof.article.slug, "", summary.evidence, (), {}, summary.texts)
    found = (*agreement(proof, entry), *(support(proof, entry) if proof.sentences else ()))
    yield from (replace(each, problem=each.problem.replace("The answer", "The summary", 1)) for each in found)


def _of_entry(proof: Proof, number: int, entry: Entry) -> Iterator[Finding]:
    yield from agreement(proof, entry)
    if proof.sentences:
        yield from support(proof, entry)
        for position, statement in enumerate(entry.statements):
            place = ("entries", number, "statements", position)
            yield from attribution(proof, statement, place)
            yield from omissions(proof, statement, place)
