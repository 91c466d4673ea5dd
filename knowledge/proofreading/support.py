"""Support: numbers and names in an answer that its evidence does not have."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

from knowledge.errors import Finding, WarningKind
from knowledge.model import Entry
from knowledge.proofreading.names import WORD
from knowledge.proofreading.phrasing import join_names, ranges, silent_evidence
from knowledge.proofreading.proof import Proof, unquoted_text
from knowledge.proofreading.quantities import unmatched_quantities
from knowledge.text.marks import ALL_MARKS, DIALOGUE_DASHES
from knowledge.text.normalise import fold, words
from knowledge.text.quantities import Quantity, quantities
from knowledge.text.sentences import Sentence
from knowledge.text.stems import stem

# A sentence, a quotation or a list item may begin after them; a capital letter says nothing there.
_BEGINS_AFTER = tuple(".!?…:;([-•" + ALL_MARKS + DIALOGUE_DASHES)
# Words by which a sentence takes up what was said before.
_ANAPHORS: Mapping[str, frozenset[str]] = {
    "fr": frozenset(
        "il elle ils elles lui leur leurs eux son sa ses celui celle ceux celles ce cet cette ces dernier derniere"
        " meme memes deux trois y en".split()
    ),
    "en": frozenset(
        "he she they him her them his hers their its it this that these those both two three latter".split()
    ),
    "ru": frozenset(
        "он она они его ее их ему ей им ним ней ними этот эта это эти этого этой этих этому этом оба обе двух два две"
        " последний свой своего своей своим своих".split()
    ),
    "uk": frozenset(
        "він вона вони його її їх йому їй їм ним нею ними цей ця це ці цього цієї цих цьому обидва обидві двох два дві"
        " останній свій свого своєї своїм своїх".split()
    ),
}
# "a-t-il ajouté", "he said": whoever speaks.
_WHO_SPEAKS = re.compile(r"-(?:t-)?(?:il|elle|ils|elles|on)\b", re.IGNORECASE)


def support(proof: Proof, entry: Entry) -> Iterator[Finding]:
    """Yield the warnings about numbers and names in an entry's answers that its evidence does not have."""
    yield from _numbers(proof, entry)
    yield from _names(proof, entry)


def _numbers(proof: Proof, entry: Entry) -> Iterator[Finding]:
    known = [each for number in entry.evidence for each in quantities(proof.text(number), proof.article.language)]
    known += _counted(entry)
    for code in proof.article.served:
        strange = unmatched_quantities(proof.quantities(entry, code), known)
        if strange:
            written = join_names(each.written for each in strange)
            elsewhere = _elsewhere(proof, strange, entry)
            problem = f"The answer states {written}; {silent_evidence(entry.evidence)}{elsewhere}."
            yield proof.answer_warning(code, entry, problem, WarningKind.NUMBER)


def _elsewhere(proof: Proof, strange: Sequence[Quantity], entry: Entry) -> str:
    """Say which sentences state the first of some quantities, if all answers do: evidence may be missing."""
    wanted = strange[:1]
    if any(unmatched_quantities(wanted, proof.quantities(entry, code)) for code in proof.article.served):
        return ""
    own = proof.article.language
    stating = [each.number for each in proof.sentences if not unmatched_quantities(wanted, quantities(each.text, own))]
    verb = "does" if len(stating) == 1 else "do"
    return f" ({ranges(stating)} {verb}: add what the answer rests on)" if stating else ""


def _counted(entry: Entry) -> Iterator[Quantity]:
    """Yield the counts of an entry's speakers, outlets and statements, which an answer may state."""
    speakers, outlets = ({getattr(each, key) for each in entry.statements} - {None} for key in ("speaker", "via"))
    for count in {len(speakers), len(outlets), len(entry.statements)}:
        yield Quantity(str(count), frozenset({("number", float(count))}), must_be_stated=False)


def _names(proof: Proof, entry: Entry) -> Iterator[Finding]:
    evidence = [proof.sentences[number - 1] for number in entry.evidence]
    context = " ".join(sentence.text for sentence in evidence)
    if any(_takes_up(proof, sentence) for sentence in evidence):
        context = " ".join(sentence.text for sentence in proof.sentences[: max(entry.evidence)])
    known = proof.names.people_and_outlets(context, proof.article.language)
    known |= {name for each in entry.statements for name in (each.speaker, each.via) if name is not None}
    for code in proof.article.served:
        strange = sorted(proof.names.people_and_outlets(entry.answers[code], code) - known)
        names = [proof.names.name(name) for name in strange]
        if code == proof.article.language:
            names += _strange(entry.answers[code], code, (context, *proof.names.spellings))
        if names:
            problem = f"The answer names {join_names(names)}; {silent_evidence(entry.evidence)}."
            yield proof.answer_warning(code, entry, problem, WarningKind.NAME)


def _takes_up(proof: Proof, sentence: Sentence) -> bool:
    """Tell if a sentence, apart from its quotations and speakers, refers to an earlier one by a pronoun or the like."""
    told = _WHO_SPEAKS.sub(" ", unquoted_text(sentence))
    return bool(_ANAPHORS.get(proof.article.language, frozenset()) & set(words(fold(told.replace("-", " ")))))


def _strange(text: str, language: str, known: Iterable[str]) -> list[str]:
    """The words with a capital letter inside a sentence that no known text has."""
    seen = {stem(word, language) for each in known for word in words(fold(each.replace("’", " ").replace("'", " ")))}
    return [
        found[0]
        for found in WORD.finditer(text)
        if found[0][0].isupper()
        and text[: found.start()].rstrip()[-1:] not in ("", *_BEGINS_AFTER)
        and not all(stem(word, language) in seen for word in words(fold(found[0].replace("-", " "))))
    ]
