"""The record of what is understood and answered: the JSON that `selon ask --json` prints."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from bot.dialogue.conversation import Dialogue
from bot.dialogue.facet import LEADING_ON
from bot.dialogue.follow_up import FacetAnswer
from bot.dialogue.parts import Footnote, Item, MainText, Part, QuoteLine, Title
from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.dialogue.understood import Understood
from knowledge.library import Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Article, Entry, Statement


def record(library: Library, dialogue: Dialogue, question: Question, *, whole: bool = False) -> dict[str, Any]:
    """Return the outcome with its entries, best first, names and venues in the answer's language.

    What goes on from something has besides: `intent`, the text of the `reply`, and the key of the entry that the
    conversation goes on from then, as `subject`. Where several questions were answered, `answers` holds one object
    each, and the outer one is the first.

    Args:
        library: The articles.
        dialogue: Answers from them.
        question: The words that were said.
        whole: True if what goes on from nothing has all that, too.
    """
    understood = dialogue.understand(question)
    whole = whole or bool(question.after or question.about)
    said = _record(library, dialogue, replace(understood, parts=()), question.text, whole=whole)
    if len(understood.parts) > 1:
        said["answers"] = [_record(library, dialogue, each, each.typed_text, whole=whole) for each in understood.parts]
    return said


def _record(library: Library, dialogue: Dialogue, understood: Understood, asked: str, *, whole: bool) -> dict[str, Any]:
    reply = dialogue.reply(understood)
    if understood.match is not None:
        outcome, entries = understood.match.outcome, _matched(library, dialogue, understood, understood.match)
    else:
        answers = dialogue.facets(understood)
        outcome, entries = _answered(library, understood, answers, reply)
    said: dict[str, Any] = {
        "question": asked,
        "outcome": outcome.value,
        "language": reply.language,
        "entries": entries,
    }
    if whole:
        context_key = reply.context_key or reply.entry_key
        said |= {"intent": understood.kind.value, "reply": _text(reply), "subject": context_key}
    return said


def _matched(library: Library, dialogue: Dialogue, understood: Understood, match: Match) -> list[dict[str, Any]]:
    language = dialogue.language(understood).code
    return [_entry(library, candidate, language) for candidate in match.shown_candidates]


def _answered(
    library: Library, understood: Understood, answers: Sequence[FacetAnswer], reply: Reply
) -> tuple[Outcome, list[dict[str, Any]]]:
    """The outcome and the entries of what was asked about the answer before; certain, hence 100."""
    if not answers and understood.entry_key is not None:
        return Outcome.ANSWER, [_entry(library, Candidate(understood.entry_key, 100.0), reply.language)]
    found = [(answer, entry) for answer in answers for entry in _shown(answer)]
    entries = [
        _entry(library, Candidate(entry.key, 100.0), reply.language, answer.statements) for answer, entry in found
    ]
    return Outcome.ANSWER if entries else Outcome.ABSTAIN, entries


def _shown(answer: FacetAnswer) -> Sequence[Entry]:
    """The entries that an answer gives in words; those that only lead on are buttons."""
    return answer.entries[:1] if answer.facet in LEADING_ON else answer.entries


def _entry(
    library: Library, candidate: Candidate, language: str, statements: Sequence[Statement] = ()
) -> dict[str, Any]:
    entry = library.entries[candidate.entry_id]
    article = library.article_of(entry)
    served = article.served_language(language)
    return {
        "id": entry.id,
        "article": article.slug,
        "score": candidate.score,
        "evidence": list(entry.evidence),
        "question": entry.title(served),
        "answer": entry.answers[served],
        "attribution": [_statement(article, statement, served) for statement in statements or entry.statements],
    }


def _statement(article: Article, statement: Statement, language: str) -> dict[str, Any]:
    return {
        "speaker": article.people[statement.speaker].name[language] if statement.speaker else None,
        "kind": statement.kind.value,
        "venue": article.venues[statement.venue][language] if statement.venue else None,
        "via": article.outlets[statement.via].name[language] if statement.via else None,
        "quote": statement.quote_line,
        "translation": article.translation(statement, language),
        "sentence": statement.sentence,
    }


def _text(reply: Reply) -> str:
    """The text of a reply, a part a line."""
    return "\n".join(line for part in reply.parts for line in _lines(part))


def _lines(part: Part) -> Sequence[str]:
    match part:
        case Title(text) | MainText(text):
            return (text,)
        case Footnote():
            return (part.text,)
        case QuoteLine(text, _, translation):
            return (text,) if translation is None else (text, translation)
        case Item():
            return (part.text, *part.details)
        case _:
            return (part.text,)
