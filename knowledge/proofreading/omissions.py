"""Omissions: words that a quote leaves out and that may turn its meaning."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.composer import YamlPath
from knowledge.errors import Finding, WarningKind
from knowledge.model import Statement
from knowledge.proofreading.proof import Proof
from knowledge.quotes import QuotedSentence
from knowledge.text.negations import turning_words
from knowledge.text.normalise import fold, words

# Where a clause ends: what follows says something of its own.
_MARK_OF_A_CLAUSE = r"[,;:.!?…()—–]|\s-\s"
_CONJUNCTIONS = r"\b(?:et|ou|mais|and|or|but|и|или|но|і|й|та|або|але)\b"
_CLAUSE = re.compile(f"{_MARK_OF_A_CLAUSE}|{_CONJUNCTIONS}", re.IGNORECASE)
_LAST_CLAUSE = re.compile(
    rf"{_CLAUSE.pattern}|\b(?:qui|dont|où|who|which|that|because|when|while|where)\b", re.IGNORECASE
)
# Shorter ones make no statement that a verb of saying would belong to.
_FEWEST_WORDS_OF_A_STATEMENT = 3
_WORDS_SHOWN = 3


def omissions(proof: Proof, statement: Statement, place: YamlPath) -> Iterator[Finding]:
    """Yield the warnings about the quote of the statement at a place of faq.yaml."""
    sentence = proof.sentences[statement.sentence - 1]
    quoted = QuotedSentence.of(sentence)
    for before, left_out in zip(statement.quote, quoted.left_out(statement.quote), strict=False):
        dropped = turning_words(before, left_out, proof.article.language)
        if dropped:
            problem = f"The quote leaves out “{dropped}” after “{_end(before)}”, which may turn what was said."
            yield proof.statement_warning(problem, place, WarningKind.OMISSION)
    if statement.quote:
        before, after = quoted.context_of(statement.quote)
        yield from _edges(proof, statement.quote, before, after, place)


def _edges(proof: Proof, fragments: Sequence[str], before: str, after: str, place: YamlPath) -> Iterator[Finding]:
    """Yield warnings of words that turn the meaning in the clauses that a quote begins and ends in the midst of."""
    first, last = fragments[0], fragments[-1]
    is_statement = len(words(fold(first))) >= _FEWEST_WORDS_OF_A_STATEMENT
    begun = _CLAUSE.split(before)[-1]
    dropped = turning_words("", begun, proof.article.language, saying=is_statement)
    if dropped:
        problem = f"The quote leaves out “{dropped}” before “{_beginning(first)}”, which may turn what was said."
        yield proof.statement_warning(problem, place, WarningKind.OMISSION)
    dropped = turning_words(last, _LAST_CLAUSE.split(after)[0], proof.article.language, saying=False)
    if dropped:
        problem = f"The quote leaves out “{dropped}” after “{_end(last)}”, which may turn what was said."
        yield proof.statement_warning(problem, place, WarningKind.OMISSION)


def _beginning(fragment: str) -> str:
    return " ".join(fragment.split()[:_WORDS_SHOWN])


def _end(fragment: str) -> str:
    return " ".join(fragment.split()[-_WORDS_SHOWN:])
