"""A match as the JSON that `selon ask --json` prints."""

from __future__ import annotations

from typing import Any

from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import AUTOMATIC, Question
from knowledge.library import Library
from knowledge.matcher import Candidate
from knowledge.model import Article, Statement


def record(library: Library, dialogue: Dialogue, question: Question) -> dict[str, Any]:
    """Return the outcome with its entries, best first, names and venues in the answer's language."""
    match = dialogue.match(question)
    language, _ = dialogue.language(match, question, AUTOMATIC)
    return {
        "question": question.text,
        "outcome": match.outcome.value,
        "language": language,
        "entries": [_entry(library, candidate, language) for candidate in match.shown],
    }


def _entry(library: Library, candidate: Candidate, language: str) -> dict[str, Any]:
    entry = library.entries[candidate.entry_id]
    article = library.article_of(entry)
    served = article.served_in(language)
    return {
        "id": entry.id,
        "article": article.slug,
        "score": candidate.score,
        "evidence": list(entry.evidence),
        "question": entry.title(served),
        "answer": entry.answers[served],
        "attribution": [_statement(article, statement, served) for statement in entry.statements],
    }


def _statement(article: Article, statement: Statement, language: str) -> dict[str, Any]:
    return {
        "speaker": article.people[statement.speaker].name[language] if statement.speaker else None,
        "kind": statement.kind.value,
        "venue": article.venues[statement.venue][language] if statement.venue else None,
        "via": article.outlets[statement.via].name[language] if statement.via else None,
        "quote": statement.quoted,
        "translation": article.translation(statement, language),
        "sentence": statement.sentence,
    }
