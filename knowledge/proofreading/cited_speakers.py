"""Cited speakers: the people whom a sentence itself gives a quotation to, by a verb of saying beside it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from itertools import pairwise

from knowledge.model import Statement
from knowledge.proofreading.proof import Proof, unquoted_text
from knowledge.quotes import QuotedSentence
from knowledge.text.verbs_of_saying import verbs_of_saying

# A clause beside a quotation ends with these.
_CLAUSE_END = re.compile(r"[.;!?]\s|\b(?:mais|tandis|alors que|puis|but|while|whereas|а|но|але|тоді)\b", re.IGNORECASE)
# "a déclaré", "the mayor, Ada Quill, told": so many words after a quotation its verb is among the first.
_FIRST_WORDS = 5
_SOURCE: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(r"\b(?:selon|d['’]après|pour)\b", re.IGNORECASE),
    "en": re.compile(r"\baccording to\b", re.IGNORECASE),
    "ru": re.compile(r"\bпо словам\b", re.IGNORECASE),
    "uk": re.compile(r"\bза словами\b", re.IGNORECASE),
}
_NAME = r"[A-ZÀ-Ý][\w’'-]*(?:\s[A-ZÀ-Ý][\w’'-]*)*"
# Whoever follows these is spoken to …
_ADDRESSED: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(rf"\b(?:à|au|aux|avec)\s(?:l[ea]s?\s|l['’])?{_NAME}"),
    "en": re.compile(rf"\b(?:to|with|told)\s(?:the\s)?{_NAME}"),
}
# … and whoever follows these may be spoken about, or belong to the speaker's title.
_RELATED: Mapping[str, re.Pattern[str]] = {
    "fr": re.compile(rf"\b(?:par|de|du|des|d['’]|que|qu['’])\s*(?:l[ea]s?\s|l['’])?{_NAME}"),
    "en": re.compile(rf"\b(?:by|of|that)\s(?:the\s)?{_NAME}"),
}


def other_speakers(proof: Proof, statement: Statement) -> set[str]:
    """Return the ids of the people whom its sentence gives a statement's quote to, instead of its speaker.

    Only what stands beside the quotation counts: a name with a verb of saying after it, or else one before it. None
    where that names nobody, or the speaker too, or where the sentence does not name the speaker elsewhere.
    """
    if statement.speaker is None or not statement.quote:
        return set()
    sentence = proof.sentences[statement.sentence - 1]
    if statement.speaker not in proof.names.people_and_outlets(unquoted_text(sentence), proof.article.language):
        return set()
    quoted = QuotedSentence.of(sentence)
    places = quoted.places(statement.quote)
    if not places:
        return set()
    edges = [(0, 0), *quoted.quoted, (len(quoted.text), len(quoted.text))]
    before = next(quoted.text[end:start] for (_, end), (start, last) in pairwise(edges) if places[0][0] < last)
    after = next(quoted.text[end:start] for (_, end), (start, _) in pairwise(edges[1:]) if places[-1][1] <= end)
    language = proof.article.language
    led_in, followed = _CLAUSE_END.split(before)[-1], _CLAUSE_END.split(after)[0]
    if verbs_of_saying(" ".join(followed.split()[:_FIRST_WORDS]), language):
        # "Mrs Quill, who called it “safe”, said the council would not": the verb may go on with something else.
        return _others(proof, f"{led_in} … {followed}", statement.speaker)
    source = _SOURCE.get(language)
    if verbs_of_saying(led_in, language) or (source is not None and source.search(led_in)):
        return _others(proof, led_in, statement.speaker)
    return set()


def _others(proof: Proof, told: str, speaker: str) -> set[str]:
    language = proof.article.language
    told = _without(_ADDRESSED.get(language), told)
    if speaker in proof.names.people_and_outlets(told, language):
        return set()
    return (
        proof.names.people_and_outlets(_without(_RELATED.get(language), told), language) & proof.article.people.keys()
    )


def _without(pattern: re.Pattern[str] | None, text: str) -> str:
    return pattern.sub(" … ", text) if pattern is not None else text
