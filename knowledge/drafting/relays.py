"""Relays and venues: the outlet through which a statement came, and where or on what medium it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from knowledge.drafting.entities import Entities
from knowledge.drafting.languages import Grammar
from knowledge.drafting.outlets import is_outlet, known_outlet
from knowledge.drafting.phrases import is_break
from knowledge.drafting.span import Span
from knowledge.drafting.words import Word

_LONGEST_NAME = 5
_BEFORE_OUTLETS = frozenset(
    """telling
    dont que qu' à au aux l' le la les told to with by par sur de du d' via the dans chez on for agence agency
    quotidien newspaper daily chaîne radio journal magazine broadcaster site hebdomadaire network channel station
    interrogé in телеканалу агентству газете изданию агенції каналу виданню""".split()
)
_STRONG = frozenset("told telling".split())
# Pairs of words that only outlets follow.
_STAGES = frozenset("plateau micro antenne colonnes ondes".split())
# Words before the name of an outlet that are no part of it.
_OVER = ("par", "by", "l'", "the", "la", "le", "les", "agence", "agency", "news", "state")
_OF = ("de", "du", "des")
_SPEAKING = frozenset((("speaking", "to"), ("talking", "to"), ("interview", "with"), ("interview", "to")))
_CITING = frozenset(
    """consulté consultée consultés obtenu obtenue obtenus seen obtained reached jointe joint cité citée cités
    quoted cited rapportés rapporté rapportées interrogé interrogée""".split()
)
_GERUNDS = frozenset("citant citing quoting".split())
_CITES = frozenset("cite citent citait cites cited quotes quoted".split())
_PUBLIC = frozenset("congress parliament reporters journalists lawmakers mps senators court police councillors".split())
_VENUE_LEADS = frozenset(
    "sur dans devant lors depuis via au en à on in at during outside before through inside из в во на у під".split()
)


@dataclass(frozen=True, slots=True)
class Relay:
    """An outlet at one place of a passage."""

    name: str
    start: int
    end: int


def relays(words: Sequence[Word], start: int, end: int, entities: Entities, passage: int) -> Iterator[Relay]:
    """Yield the outlets that words between two positions credit with having passed on what was said."""
    position = start
    while position < end:
        found = _outlet_at(words, position, end, entities)
        if found is None:
            found = _told_to(words, position, end, entities, passage)
        if found is None:
            found = _named_like_paper(words, position, entities, passage)
        if found is not None:
            yield found
            position = found.end
        else:
            position += 1


def _outlet_at(words: Sequence[Word], position: int, end: int, entities: Entities) -> Relay | None:
    word = words[position]
    if word.quoted or not word.is_word:
        return None
    capital = word.is_capital or (
        position + 1 < end and word.lower in ("l'", "le", "la", "les", "the") and words[position + 1].is_capital
    )
    if not capital:
        return None
    text = entities.page.text
    for most in range(min(_LONGEST_NAME, end - position), 0, -1):
        size = most
        last = words[position + size - 1]
        if not last.is_word or last.quoted:
            continue
        name = " ".join(text[word.start : last.end].split())
        plain = name if word.is_capital else name[0].upper() + name[1:]
        known = known_outlet(plain)
        capitals = all(
            each.is_capital or each.lower in ("de", "du", "the", "des", "l'")
            for each in words[position : position + size]
        )
        longer = position + size < end and words[position + size].is_capital and words[position + size].is_word
        if known is None and not (capitals and size < 5 and word.is_capital and not longer and is_outlet(plain)):
            continue
        if longer and known is not None and word.is_capital:
            # "Sky Sports", "BBC Sport".
            while size < end - position and words[position + size].is_capital and words[position + size].is_word:
                size += 1
            name = " ".join(text[word.start : words[position + size - 1].end].split())
        if size == 1 and len(name) <= 2 and name != "AP":
            continue
        return Relay(name if word.is_capital or known is None else known, position, position + size)
    return None


def _told_to(words: Sequence[Word], position: int, end: int, entities: Entities, passage: int) -> Relay | None:
    """An outlet that no table knows, after a word that only outlets follow."""
    lower = words[position].lower
    following = position + 1
    speaking = position > 0 and (words[position - 1].lower, lower) in _SPEAKING
    stage = lower in _STAGES and following < end and words[following].lower in _OF
    media = lower in entities.known.media_nouns or stage
    while (
        following < end
        and not _outlet_at(words, following, end, entities)
        and not (words[following].is_capital and words[following].lower in entities.known.articles)
        and words[following].lower in (*_OVER, *_OF)
    ):
        following += 1
    if not (lower in _STRONG or speaking or media) and not (lower in _CITING and following > position + 1):
        return None
    if following < end and (known := _outlet_at(words, following, end, entities)):
        return known
    for entity, name in entities.at(passage, following, min(end, following + 2)):
        if name.start != following or entity.is_person or name.text.lower() in _PUBLIC or entity.nouns:
            return None
        if name.end < end and words[name.end].lower in entities.known.media_nouns:
            # "an interview with the Dutch daily Het Baken"
            return None
        if any(part.lower() in entities.known.organisation_nouns for part in name.text.split()):
            return None
        return Relay(name.text, name.start, name.end)
    return None


def _named_like_paper(words: Sequence[Word], position: int, entities: Entities, passage: int) -> Relay | None:
    """An outlet that no table knows, by a name as papers have: "a-t-il dit à L'Écho vaumois"."""
    if words[position].lower not in ("à", "par") or position + 1 >= len(words):
        return None
    for entity, name in entities.at(passage, position + 1, position + 2):
        words_of_name = name.text.replace("’", "' ").replace("'", "' ").split()
        like = words_of_name[0] in ("L'", "Le", "La", "Les") and words_of_name[-1].islower()
        if like and entity.is_person is not True:
            return Relay(name.text, name.start, name.end)
    return None


def cited(words: Sequence[Word], start: int) -> int | None:
    """Return the position of the first word at or after one by which an outlet cites somebody; None without any."""
    for position in range(start, len(words) - 1):
        lower = words[position].lower
        before = words[position - 1].lower if position else ""
        if not words[position].quoted and (
            lower in _GERUNDS or (lower in _CITES and before in ("qui", "which", "who"))
        ):
            return position
    return None


def is_credited(words: Sequence[Word], relay: Relay) -> bool:
    """Tell if the word before an outlet is one by which it is credited."""
    before = relay.start - 1
    while before >= 0 and words[before].lower in ("l'", "le", "la", "les", "the", "agence", "agency", "news", "state"):
        before -= 1
    return before >= 0 and (words[before].lower in _BEFORE_OUTLETS or words[before].lower in _CITING)


def venue(words: Sequence[Word], start: int, end: int, known: Grammar) -> Span | None:
    """Return the words that say where or on what medium something was said; None without any."""
    position = start
    while position < end:
        word = words[position]
        if word.quoted or word.lower not in _VENUE_LEADS:
            position += 1
            continue
        last = position + 1
        while (
            last < end
            and not is_break(words[last])
            and words[last].text not in (".", "?", "!")
            and not words[last].quoted
        ):
            if last > position + 1 and words[last].lower in (
                "avant",
                "après",
                "que",
                "qu'",
                "that",
                "after",
                "where",
                "qui",
            ):
                break
            last += 1
        inside = words[position + 1 : last]
        lowers = {each.lower for each in inside}
        place = lowers & known.venue_nouns or lowers & known.platforms
        physical = word.lower in ("devant", "outside", "depuis") and inside
        only_time = lowers <= known.times | known.articles.keys()
        if (place or physical) and inside and not only_time:
            return Span(word.start, words[last - 1].end)
        position += 1
    return None
