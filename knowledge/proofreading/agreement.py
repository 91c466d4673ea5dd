"""Agreement: answers and translations that say something else in one language than in another."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from knowledge.errors import Finding, WarningKind
from knowledge.model import FRAGMENT_SEPARATOR, Entry
from knowledge.proofreading.phrasing import join_names
from knowledge.proofreading.proof import Proof
from knowledge.proofreading.quantities import missing_quantities, unmatched_quantities
from knowledge.text.negations import may_negate, negations
from knowledge.text.normalise import canonical
from knowledge.text.quantities import quantities

# A text is up to a third longer in one language than in another; twice as long says more.
LONGEST_RATIO = 2.0
_SHORT = 60
# An answer may begin with it before it says the same in a sentence.
_YES_OR_NO = re.compile(r"^(?:non|no|нет|ні)\b(?=\s*[.,:;—–!])", re.IGNORECASE)


def agreement(proof: Proof, entry: Entry) -> Iterator[Finding]:
    """Yield the warnings about what the languages of an entry do not share."""
    yield from _languages(proof, entry)
    yield from _length(proof, entry)


def _languages(proof: Proof, entry: Entry) -> Iterator[Finding]:
    """Yield warnings of numbers, outlets and people that one answer has and another does not."""
    own = proof.article.language
    stated = {code: proof.quantities(entry, code) for code in proof.article.served}
    for code in proof.article.served:
        omitted = [
            f"{quantity.written} ({other})"
            for other in proof.article.served
            for quantity in missing_quantities(stated[other], stated[code])
        ]
        if omitted:
            problem = f"It does not state what the answer in another language does: {join_names(omitted)}."
            yield proof.answer_warning(code, entry, problem, WarningKind.LANGUAGES)
        if code != own:
            yield from _exchanged(proof, entry, own, code)
    yield from _turned(proof, entry)
    for statement in entry.statements:
        if statement.quote:
            yield from _translated(proof, statement.quote)


def _turned(proof: Proof, entry: Entry) -> Iterator[Finding]:
    """Yield warnings of answers that negate or restrict nothing where those in other languages do."""
    told = {code: _YES_OR_NO.sub("", entry.answers[code]) for code in proof.article.served}
    negating = [code for code in told if negations(told[code], code)]
    for code, answer in told.items():
        if negating and not may_negate(answer, code):
            others = join_names(negating)
            problem = f"It denies and restricts nothing, other than the answer in {others}: do they say the same?"
            yield proof.answer_warning(code, entry, problem, WarningKind.LANGUAGES)


def _translated(proof: Proof, fragments: Sequence[str]) -> Iterator[Finding]:
    """Yield warnings of translations of a quote that lose a number, a negation or a restriction."""
    own = proof.article.language
    quote = FRAGMENT_SEPARATOR.join(fragments)
    for code in proof.article.served:
        translation = proof.article.translations[code].get(canonical(quote))
        if code == own or translation is None:
            continue
        given, got = quantities(quote, own), quantities(translation, code)
        problems = [f"does not state {each.written}" for each in missing_quantities(given, got)]
        problems += [f"states {each.written}" for each in unmatched_quantities(got, given)]
        if negations(quote, own) and not may_negate(translation, code):
            problems.append("denies and restricts nothing")
        if negations(translation, code) and not may_negate(quote, own):
            problems.append("denies or restricts something")
        if problems:
            problem = f"Other than the quote “{quote}”, its translation {' and '.join(problems)}."
            document = proof.files.languages[code]
            key = next(each for each in document.data["quotes"] if canonical(each) == canonical(quote))
            yield replace(document.finding(problem, "quotes", key), warning=WarningKind.LANGUAGES)


def _exchanged(proof: Proof, entry: Entry, own: str, code: str) -> Iterator[Finding]:
    """Yield warnings of outlets that only one of two answers names, and of people that each names for others."""
    ours, theirs = (proof.names.people_and_outlets(entry.answers[each], each) for each in (own, code))
    outlets = proof.article.outlets.keys()
    if ours - theirs and theirs - ours:
        more, less = theirs - ours, ours - theirs
    else:
        more, less = (theirs - ours) & outlets, (ours - theirs) & outlets
    ours, theirs = (proof.names.places(entry.answers[each], each) for each in (own, code))
    if ours - theirs and theirs - ours:
        problem = (
            f"Other than the answer in {own}, it names {proof.names.notions_of(theirs - ours, code)}"
            f" and does not name {proof.names.notions_of(ours - theirs, own)}."
        )
        yield proof.answer_warning(code, entry, problem, WarningKind.LANGUAGES)
    parts = [f"names {proof.names.names_of(more)}"] if more else []
    parts += [f"does not name {proof.names.names_of(less)}"] if less else []
    if parts:
        problem = f"Other than the answer in {own}, it {' and '.join(parts)}."
        yield proof.answer_warning(code, entry, problem, WarningKind.LANGUAGES)


def _length(proof: Proof, entry: Entry) -> Iterator[Finding]:
    lengths = {code: len(entry.answers[code]) for code in proof.article.served}
    longest, shortest = max(lengths, key=lambda code: lengths[code]), min(lengths, key=lambda code: lengths[code])
    if lengths[longest] > max(LONGEST_RATIO * lengths[shortest], lengths[shortest] + _SHORT):
        problem = (
            f"The answer in {longest} has {lengths[longest]} characters, the one in {shortest}"
            f" {lengths[shortest]}: do they say the same?"
        )
        yield proof.answer_warning(shortest, entry, problem, WarningKind.LENGTH)
