"""The facets of an answer: what can be asked about a statement in one word."""

from __future__ import annotations

from enum import StrEnum
from functools import lru_cache

from knowledge.model import Article, Entry, Statement
from knowledge.text.languages import AnswerKind
from knowledge.text.phrases import PhraseTable
from knowledge.text.tokens import tokenizer
from knowledge.text.utterances import LANGUAGES, utterances


class Facet(StrEnum):
    """One thing to ask about a statement; the tables of utterances have these as kinds."""

    SPEAKER = "speaker"
    IDENTITY = "identity"
    VENUE = "venue"
    DATE = "date"
    ADDRESSEE = "addressee"
    OUTLET = "outlet"
    QUOTE = "quote"
    REASON = "reason"
    MORE = "more"
    ELSE = "else"
    EXPLANATION = "explanation"
    OTHERS = "others"


LEADING_ON = frozenset({Facet.MORE, Facet.ELSE, Facet.EXPLANATION, Facet.OTHERS})
"""The facets that lead on from an answer to another entry."""

# The least share of an entry's variants that ask for something, for it to be about that.
_LEAST_SHARE = {AnswerKind.TIME: 0.15, AnswerKind.REASON: 0.1, AnswerKind.PLACE: 0.15}
_LEAST_ADDRESSEES, _LEAST_IDENTITIES = 0.04, 0.04
# An entry with more statements is an overview.
_MOST_STATEMENTS = 2


class _Variants:
    """The variants of an entry as an argument of what is kept: the same object is the same key."""

    def __init__(self, entry: Entry) -> None:
        self.entry = entry

    def __hash__(self) -> int:
        return id(self.entry)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Variants) and other.entry is self.entry


def asked_share(entry: Entry, article: Article, kind: AnswerKind) -> float:
    """Return the share of an entry's variants that ask for a kind of thing, 0 to 1."""
    return _asked_share(_Variants(entry), article.served, kind)


@lru_cache(maxsize=4096)
def _asked_share(variants: _Variants, languages: tuple[str, ...], kind: AnswerKind) -> float:
    every = hits = 0
    for code in languages:
        reader = tokenizer(code)
        for text in variants.entry.questions(code):
            every += 1
            hits += kind in reader.answer_kinds(reader.words(text))
    return hits / every if every else 0.0


def is_about(entry: Entry, article: Article, kind: AnswerKind) -> bool:
    """Tell whether an entry answers questions for a time, a place or a reason."""
    return asked_share(entry, article, kind) >= _LEAST_SHARE[kind]


@lru_cache(maxsize=4096)
def _facet_share(variants: _Variants, languages: tuple[str, ...], facet: Facet) -> float:
    """Return the share of the variants of an entry in which a phrase asks for a facet, 0 to 1."""
    every = hits = 0
    for code in languages:
        if code in LANGUAGES:
            table, reader = _facet_table(code), tokenizer(code)
            for text in variants.entry.questions(code):
                every += 1
                hits += any(found.value == facet for found in table.find(reader.words(text)))
    return hits / every if every else 0.0


@lru_cache(maxsize=len(LANGUAGES))
def _facet_table(code: str) -> PhraseTable[str]:
    return PhraseTable(utterances(code).facets.items())


def names_addressee(entry: Entry, article: Article) -> bool:
    """Tell whether the answer of an entry tells to whom something was said.

    Its variants ask for that, or it tells what one person told another, without quoting them.
    """
    return _facet_share(_Variants(entry), article.served, Facet.ADDRESSEE) >= _LEAST_ADDRESSEES


def tells_identity(entry: Entry, article: Article) -> bool:
    """Tell whether an entry is asked for who somebody is."""
    return _facet_share(_Variants(entry), article.served, Facet.IDENTITY) >= _LEAST_IDENTITIES


def tells_time(entry: Entry, article: Article) -> bool:
    """Tell whether a word in the answer of an entry puts things before or after one another, or names a month."""
    for code in article.served:
        if code in LANGUAGES:
            words = tokenizer(code).words(entry.answers[code])
            if utterances(code).temporal.isdisjoint(words):
                return False
    return True


def addresses(statement: Statement, article: Article) -> bool:
    """Tell whether the venue of a statement tells to whom it was made."""
    if statement.venue is None:
        return False
    venues = article.venues[statement.venue]
    known = [code for code in article.served if code in LANGUAGES]
    return any(not utterances(code).addressing.isdisjoint(tokenizer(code).words(venues[code])) for code in known)


def beside(entry: Entry, article: Article) -> list[Entry]:
    """Return the other entries that rest on a sentence that an entry rests on, the most particular first."""
    own = set(entry.evidence)
    found = [other for other in article.entries if other.id != entry.id and own & set(other.evidence)]
    return sorted(found, key=lambda other: (len(other.evidence), -len(own & set(other.evidence))))


def siblings(entry: Entry, article: Article, kind: AnswerKind) -> list[Entry]:
    """Return the other entries about the same sentences that answer for a kind of thing, the most particular first."""
    found = [other for other in beside(entry, article) if is_about(other, article, kind)]
    return sorted(found, key=lambda other: (len(other.evidence), -asked_share(other, article, kind)))


def credited(statement: Statement) -> str | None:
    """Return the id of the speaker of a statement, or of the outlet that tells it; None for the article's own."""
    return statement.speaker or statement.via


def speaks_for(identifier: str, other: str, article: Article) -> bool:
    """Tell whether the role of a person names another speaker: "spokesman of the Kremlin" speaks for the Kremlin."""
    person, principal = article.people.get(identifier), article.people.get(other)
    if person is None or principal is None or person.role is None or identifier == other:
        return False
    reader = tokenizer(article.language)
    named = reader.tokens(reader.words(principal.name[article.language]))
    name = {token.stem for token in named if not token.function}
    role = {token.stem for token in reader.tokens(reader.words(person.role[article.language]))}
    return bool(name) and name <= role


def explained_by_spokesman(entry: Entry, article: Article) -> list[Entry]:
    """Return the entries in which those who speak for a speaker go on about the same matter in the next sentence.

    The matter is the same if the answers have a word of content in common, names aside.
    """
    speakers = {statement.speaker for statement in entry.statements} - {None}
    last = max(entry.evidence)

    def goes_on(statement: Statement) -> bool:
        return (
            statement.sentence == last + 1
            and article.paragraphs[statement.sentence] == article.paragraphs[last]
            and statement.speaker is not None
            and any(speaks_for(statement.speaker, speaker, article) for speaker in speakers if speaker)
        )

    return [
        other
        for other in article.entries
        if len(other.statements) == 1
        and goes_on(other.statements[0])
        and matter(entry, article) & matter(other, article)
    ]


def matter(entry: Entry, article: Article) -> frozenset[str]:
    """Return the stems of the words of content in an answer that are written without a capital."""
    reader = tokenizer(article.language)
    words = [
        word for text in entry.answers[article.language].split() if text[:1].islower() for word in reader.words(text)
    ]
    return frozenset(token.stem for token in reader.tokens(words) if not token.function)


def others(entry: Entry, article: Article) -> list[Entry]:
    """Return the entries in which others say something on the same matter.

    Those whose answers have a word of content in common come first, then the nearest in the article.

    Those are of the same topic, or rest on the same sentences, and are credited to nobody whom the entry credits.
    """
    speakers = {credited(statement) for statement in entry.statements} - {None}
    own, last = set(entry.evidence), max(entry.evidence)

    def is_of_others(other: Entry) -> bool:
        theirs = {credited(statement) for statement in other.statements}
        is_near = other.topic == entry.topic or bool(own & set(other.evidence))
        return is_near and len(other.statements) == 1 and None not in theirs and theirs.isdisjoint(speakers)

    own_matter = matter(entry, article)

    def place(other: Entry) -> tuple[bool, int]:
        return not own_matter & matter(other, article), abs(min(other.evidence) - last)

    return sorted(filter(is_of_others, article.entries), key=place)


def further(entry: Entry, article: Article) -> list[Entry]:
    """Return the entries that go on from one: other statements of those that it credits, in the article's order.

    Those with a sentence that the entry does not rest on come first, of these those that stand later in the article,
    then those before; without anybody credited, they are the same topic's.
    """
    speakers = {credited(statement) for statement in entry.statements} - {None}
    known, last = set(entry.statements), max(entry.evidence)

    def is_further(statement: Statement) -> bool:
        # Two things that are told in the same way, of one sentence, are two statements that look alike.
        is_plain = not statement.quote and statement.venue is None
        return credited(statement) in speakers and (statement not in known or is_plain)

    def goes_on(other: Entry) -> bool:
        if other.id == entry.id or len(other.statements) > _MOST_STATEMENTS:
            return False
        if not speakers:
            return other.topic == entry.topic and set(other.evidence) != set(entry.evidence)
        return any(map(is_further, other.statements))

    def place(other: Entry) -> tuple[bool, bool, int]:
        first = min((each.sentence for each in other.statements if is_further(each)), default=min(other.evidence))
        return set(other.evidence) <= set(entry.evidence), first < last, first

    return sorted(filter(goes_on, article.entries), key=place)
