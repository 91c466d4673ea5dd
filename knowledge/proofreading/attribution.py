"""Attribution: speakers, outlets and venues that do not stand where the article gives a statement."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from knowledge.composer import YamlPath
from knowledge.errors import Finding, WarningKind
from knowledge.model import Statement
from knowledge.proofreading.cited_speakers import other_speakers
from knowledge.proofreading.proof import Proof, unquoted_text
from knowledge.text.normalise import fold, words
from knowledge.text.sentences import Sentence
from knowledge.text.tokens import tokenizer

_PRONOUNS: Mapping[str, frozenset[str]] = {
    "fr": frozenset("il elle ils elles on dernier derniere".split()),
    "en": frozenset("he she they it latter".split()),
    "ru": frozenset("он она они тот та те последний".split()),
    "uk": frozenset("він вона вони той та ті останній".split()),
}


def attribution(proof: Proof, statement: Statement, place: YamlPath) -> Iterator[Finding]:
    """Yield the warnings about the chain behind the statement at a place of faq.yaml."""
    sentence = proof.sentences[statement.sentence - 1]
    chain = (
        (statement.speaker, proof.article.people.keys(), WarningKind.SPEAKER),
        (statement.via, proof.article.outlets.keys(), WarningKind.OUTLET),
    )
    for name, kind_of, warning in chain:
        near = _near(proof, sentence, frozenset(kind_of))
        if name is not None and name not in near:
            instead = f", but {proof.names.names_of(near)}" if near else ""
            problem = f"{proof.names.name(name)} is not named where sentence {sentence.number} gives this{instead}."
            yield proof.statement_warning(problem, place, warning)
    sayers = other_speakers(proof, statement)
    if statement.speaker is not None and sayers:
        speaker, others = proof.names.name(statement.speaker), proof.names.names_of(sayers)
        problem = f"Sentence {sentence.number} gives the quote to {others}, not to {speaker}: were they exchanged?"
        yield proof.statement_warning(problem, place, WarningKind.SPEAKER)
    if statement.venue is not None:
        yield from _venue(proof, statement.venue, sentence, place)


def _venue(proof: Proof, venue: str, sentence: Sentence, place: YamlPath) -> Iterator[Finding]:
    """Yield a warning if no word of a venue is in the sentence, nor in the nearest one before that has some."""
    language = proof.article.language
    known = {key: _content(worded[language], language) for key, worded in proof.article.venues.items()}
    if not known[venue]:
        return
    for each in reversed(proof.context_of(sentence.number)):
        stems = _content(each.text, language)
        if known[venue] & stems:
            return
        # Of another venue a single word in common ("message") says little.
        others = [key for key, own in known.items() if len(own & stems) > len(own) / 2]
        if others:
            instead = ", ".join(f"“{proof.article.venues[key][language]}”" for key in others)
            break
    else:
        instead = ""
    worded = proof.article.venues[venue][language]
    problem = f"Nothing of “{worded}” stands where sentence {sentence.number} gives this"
    yield proof.statement_warning(f"{problem}{f', but {instead}' if instead else ''}.", place, WarningKind.VENUE)


def _content(text: str, language: str) -> set[str]:
    """The stems of a text's content words."""
    reader = tokenizer(language)
    return {token.stem for token in reader.tokens(reader.words(text)) if not token.function}


def _near(proof: Proof, sentence: Sentence, wanted: frozenset[str]) -> set[str]:
    """The people or outlets that a sentence may mean as its speaker.

    Those that it names outside its quotations; if there are none, or a pronoun stands for somebody else, those
    of the nearest sentence before that names any.
    """
    told = unquoted_text(sentence)
    near = proof.names.people_and_outlets(told, proof.article.language) & wanted
    pronouns = _PRONOUNS.get(proof.article.language, frozenset())
    if near and not pronouns & set(words(fold(told.replace("-", " ")))):
        return near
    for each in reversed(proof.context_of(sentence.number)[:-1]):
        before = proof.names.people_and_outlets(unquoted_text(each), proof.article.language) & wanted
        if before:
            return near | before
    return near
