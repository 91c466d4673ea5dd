"""Phrasing: the templates of answers and questions in each served language.

A language is a module with the names of `Phrasing`'s tables in capitals. Names stand in the nominative, and nothing
agrees with them; what is not translated stands in quotation marks, so that nothing has to be declined. The slots:
{name} of the speaker, {role} in brackets, {matter} or {quote} from the text, {words} to search by, {list} the same
with commas, {noun} that is counted, {of} before it in French, {via} the outlet, {ordinal} of the sentence,
{body} that somebody speaks for, {of_body} the same with the French preposition.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import import_module

from knowledge.model import Wording

_MODULES = {"fr": "french", "en": "english", "ru": "russian", "uk": "ukrainian"}

Templates = Mapping[Wording, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Phrasing:
    """The templates of one language.

    Attributes:
        answers: By kind: "quote", "paraphrase", "reported" with the verb of the article,
            "report", "overview", "speakers", "outlet", "summary".
        via: The words that are added for an outlet.
        own: Questions about one statement or fact, its matter in this language.
        foreign: The same, its matter quoted in the language of the text.
        of_detail: Questions for one detail, by its kind, as `Detail` names it.
        translated: Questions with the words of the matter in this language.
        detail_translated: The same, for one detail.
        of_speaker: Questions about all that somebody said.
        of_somebody: Questions about who somebody is whose part is known.
        of_role: Questions that name somebody by an office in this language.
        of_body: Questions that name the body that somebody speaks for; none where names would have to be declined.
        of_speakers: Questions about who speaks at all.
        of_outlet: Questions about what an outlet relayed.
        of_summary: Questions about the article as a whole.
        topics: The labels of topics.
        article: The words that stand for a speaker where there is none.
        about_something: Questions about a matter that hardly any article answers.
        out_of_scope: Questions that hardly any article answers about its own matter.
    """

    answers: Mapping[str, str]
    via: str
    own: Templates
    foreign: Templates
    of_detail: Mapping[str, Templates]
    translated: Templates
    detail_translated: Mapping[str, Templates]
    of_speaker: Templates
    of_somebody: Templates
    of_role: Templates
    of_body: Templates
    of_speakers: Templates
    of_outlet: Templates
    of_summary: Templates
    topics: Mapping[str, str]
    article: str
    about_something: Sequence[str]
    out_of_scope: Sequence[str]


@lru_cache(maxsize=8)
def phrasing(language: str) -> Phrasing:
    """Return the templates of a served language, by its ISO 639-1 code.

    Raises:
        KeyError: The language is not served.
    """
    tables = import_module(f"{__name__}.{_MODULES[language]}")
    return Phrasing(
        answers=tables.ANSWERS,
        via=tables.VIA,
        own=_by_wording(tables.OWN),
        foreign=_by_wording(tables.FOREIGN),
        of_detail={kind: _by_wording(text) for kind, text in tables.OF_DETAIL.items()},
        translated=_by_wording(tables.TRANSLATED),
        detail_translated={kind: _by_wording(text) for kind, text in tables.DETAIL_TRANSLATED.items()},
        of_speaker=_by_wording(tables.OF_SPEAKER),
        of_somebody=_by_wording(tables.OF_SOMEBODY),
        of_role=_by_wording(tables.OF_ROLE),
        of_body=_by_wording(tables.OF_BODY),
        of_speakers=_by_wording(tables.OF_SPEAKERS),
        of_outlet=_by_wording(tables.OF_OUTLET),
        of_summary=_by_wording(tables.OF_SUMMARY),
        topics=tables.TOPICS,
        article=tables.ARTICLE,
        about_something=tuple(tables.ABOUT_SOMETHING.strip().splitlines()),
        out_of_scope=tuple(tables.OUT_OF_SCOPE.strip().splitlines()),
    )


def _by_wording(text: str) -> Templates:
    """Group templates by the wording that stands before a colon on their line."""
    found: dict[Wording, list[str]] = {}
    for line in text.strip().splitlines():
        wording, template = line.split(": ", 1)
        found.setdefault(Wording(wording), []).append(template)
    return found
