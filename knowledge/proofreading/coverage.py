"""Coverage: sentences and out-of-scope examples that an article lacks, marks that its text lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from knowledge.errors import Finding, WarningKind
from knowledge.proofreading.phrasing import join_names, ranges
from knowledge.proofreading.proof import Proof

# With fewer, questions that the article does not answer are answered as often as not; 20 tell most of them.
FEWEST_OUT_OF_SCOPE = 20


def coverage(proof: Proof) -> Iterator[Finding]:
    """Yield the warnings about an article as a whole."""
    yield from _out_of_scope(proof)
    yield from _unlabelled(proof)
    if proof.sentences:
        yield from _uncovered(proof)
        yield from _unpaired(proof)


def _out_of_scope(proof: Proof) -> Iterator[Finding]:
    for code in proof.article.served:
        count = len(proof.article.out_of_scope[code])
        if count < FEWEST_OUT_OF_SCOPE:
            problem = f"{count} out-of-scope examples are few: write at least {FEWEST_OUT_OF_SCOPE} that are near."
            finding = proof.files.languages[code].finding(problem, "out_of_scope")
            yield replace(finding, warning=WarningKind.OUT_OF_SCOPE)


def _unlabelled(proof: Proof) -> Iterator[Finding]:
    entries = proof.article.entries
    if not any(entry.labels for entry in entries):
        return
    for code in proof.article.served:
        without = [entry.id for entry in entries if code not in entry.labels]
        if without:
            problem = f"Buttons show the whole question of {join_names(without)}, cut on a telephone: write a `label`."
            yield replace(proof.files.languages[code].finding(problem, "entries"), warning=WarningKind.LABEL)


def _uncovered(proof: Proof) -> Iterator[Finding]:
    used = {number for entry in proof.article.entries for number in entry.evidence}
    unused = [each.number for each in proof.sentences if each.number not in used | proof.headings]
    if unused:
        which = "sentence" if len(unused) == 1 else "sentences"
        problem = f"No entry rests on {which} {ranges(unused)} of the article."
        yield replace(proof.files.faq.finding(problem, "entries"), warning=WarningKind.UNCOVERED)


def _unpaired(proof: Proof) -> Iterator[Finding]:
    for sentence in proof.sentences:
        if sentence.unpaired:
            mark = sentence.text[sentence.unpaired[0]]
            problem = f"Sentence {sentence.number} of the article has a quotation mark without its partner, “{mark}”."
            yield replace(proof.files.article.finding(problem, "sha256"), warning=WarningKind.UNPAIRED)
