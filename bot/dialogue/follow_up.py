"""Follow-ups: what is asked in one word about an answer, answered from its statements or from entries beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.dialogue.attribution import attribution_line, quotation
from bot.dialogue.facet import (
    Facet,
    addresses,
    beside,
    credited,
    explained_by_spokesman,
    further,
    is_about,
    names_addressee,
    others,
    siblings,
    tells_time,
)
from bot.dialogue.parts import Footnote, MainText, Part
from bot.phrases import phrases
from knowledge.model import Article, Entry, Statement, StatementKind
from knowledge.text.languages import AnswerKind

# Names in the report of an outlet from which on it tells what one of them told another.
_FEWEST_TOLD = 2
_MOST_FURTHER = 3


@dataclass(frozen=True, slots=True)
class FacetAnswer:
    """The answer to one thing asked about an entry.

    Attributes:
        facet: The thing.
        entries: The entry that answers, those that lead on after it; none if the article does not tell.
        statements: Those of the statements that tell it; none if the answer of the entry does.
    """

    facet: Facet
    entries: tuple[Entry, ...] = ()
    statements: tuple[Statement, ...] = ()

    @property
    def is_known(self) -> bool:
        """True if the article tells it."""
        return bool(self.entries)


def facet_answer(facet: Facet, entry: Entry, article: Article) -> FacetAnswer:
    """Return what the article tells of one thing asked about an entry.

    Args:
        facet: The thing.
        entry: The entry that was answered with before.
        article: Its article.
    """
    every = entry.statements
    match facet:
        case Facet.SPEAKER | Facet.IDENTITY:
            return _told(facet, entry, [each for each in every if each.speaker or each.via])
        case Facet.VENUE:
            return _at_venue(facet, entry, article)
        case Facet.OUTLET:
            relayed = [each for each in every if each.via]
            return _told(facet, entry, relayed) if relayed else _at_venue(facet, entry, article)
        case Facet.QUOTE:
            return _told(facet, entry, every)
        case Facet.DATE:
            return _dated(entry, article)
        case Facet.REASON:
            reasons = [entry] if is_about(entry, article, AnswerKind.REASON) else []
            beside_it = siblings(entry, article, AnswerKind.REASON)
            return FacetAnswer(facet, tuple([*reasons, *beside_it, *explained_by_spokesman(entry, article)][:1]))
        case Facet.ADDRESSEE:
            every_entry = (entry, *(other for other in beside(entry, article) if _same_speakers(entry, other)))
            told_to = [other for other in every_entry if names_addressee(other, article)]
            if _is_told_by_outlet(entry, article):
                told_to.insert(0, entry)
            placed = _at_venue(facet, entry, article)
            addressed = any(addresses(each, article) for each in placed.statements)
            return placed if addressed and entry not in told_to else FacetAnswer(facet, tuple(told_to[:1]))
        case Facet.OTHERS:
            return FacetAnswer(facet, tuple(_of_each_speaker(others(entry, article))[: 1 + _MOST_FURTHER]))
        case Facet.EXPLANATION:
            reasons = siblings(entry, article, AnswerKind.REASON)
            return FacetAnswer(facet, tuple([*reasons, *explained_by_spokesman(entry, article)][: 1 + _MOST_FURTHER]))
        case Facet.MORE | Facet.ELSE:
            # Nothing goes on from an entry of several sentences but what it tells last.
            every_further = further(entry, article) or ([entry] if _has_several_sentences(entry) else [])
            return FacetAnswer(facet, tuple(every_further[: 1 + _MOST_FURTHER]))


def facet_parts(answer: FacetAnswer, article: Article, language: str) -> Iterator[Part]:
    """Yield the answer to one thing asked about an entry, without the source.

    Args:
        answer: The answer.
        article: That of the entry that was answered with before.
        language: One that the article is served in.
    """
    words = phrases(language)
    if not answer.is_known:
        yield MainText(words(f"facet-{answer.facet}-unknown"))
        return
    if answer.facet is Facet.QUOTE:
        yield from _quoted(answer.statements, article, language)
        return
    if not answer.statements:
        yield MainText(answer.entries[0].answers[language])
        yield from map(Footnote, _lines(answer.entries[0].statements, article, language))
        return
    told = dict.fromkeys(_told_line(answer.facet, each, article, language) for each in answer.statements)
    yield from map(MainText, told)


def _of_each_speaker(entries: Sequence[Entry]) -> list[Entry]:
    """Return the first entry of each speaker, or outlet, in order."""
    first: dict[str | None, Entry] = {}
    for entry in entries:
        first.setdefault(credited(entry.statements[0]), entry)
    return list(first.values())


def _told(facet: Facet, entry: Entry, statements: Sequence[Statement]) -> FacetAnswer:
    return FacetAnswer(facet, (entry,) if statements else (), tuple(statements))


def _at_venue(facet: Facet, entry: Entry, article: Article) -> FacetAnswer:
    """The venue of a statement, with the entry whose sentence is the first that has it in its paragraph."""
    placed = tuple(each for each in entry.statements if each.venue)
    if not placed:
        return FacetAnswer(facet)
    first = placed[0]
    same = [
        other
        for other in article.entries
        for each in other.statements
        if (each.speaker, each.venue) == (first.speaker, first.venue)
        and article.paragraphs[each.sentence] == article.paragraphs[first.sentence]
        and min(other.evidence) < min(entry.evidence)
        and len(other.statements) == 1
    ]
    return FacetAnswer(facet, (min(same, key=lambda other: min(other.evidence), default=entry),), placed)


def _dated(entry: Entry, article: Article) -> FacetAnswer:
    """The entry that tells the time of what an entry tells: itself, or the most particular one beside it."""
    said = any(each.speaker for each in entry.statements)
    own = [entry] if is_about(entry, article, AnswerKind.TIME) or tells_time(entry, article) else []
    asked = () if said else siblings(entry, article, AnswerKind.TIME)
    told = (other for other in beside(entry, article) if tells_time(other, article))
    # What is told of one event, its day tells, too.
    topical = (
        other
        for other in article.entries
        if not said
        and other.topic == entry.topic
        and (is_about(other, article, AnswerKind.TIME) or _is_before(other, entry, article))
    )
    return FacetAnswer(Facet.DATE, tuple([*asked, *own, *told, *topical][:1]))


def _is_before(other: Entry, entry: Entry, article: Article) -> bool:
    """Tell whether an entry puts into time the report in the sentence before that of another, in its paragraph."""
    [last], first = other.evidence[-1:], min(entry.evidence)
    is_report = len(other.statements) == 1 and other.statements[0].kind is StatementKind.REPORT
    near = last + 1 == first and article.paragraphs[last] == article.paragraphs[first]
    return is_report and near and tells_time(other, article)


def _has_several_sentences(entry: Entry) -> bool:
    """Tell whether an entry gives the words of one speaker from several sentences."""
    sentences = {each.sentence for each in entry.statements}
    speakers = {each.speaker for each in entry.statements}
    return len(sentences) > 1 and len(speakers) == 1 and speakers != {None}


def _same_speakers(one: Entry, other: Entry) -> bool:
    """Tell whether the statements of two entries are of the same people, and of any."""
    speakers = {each.speaker for each in one.statements}
    return speakers != {None} and speakers == {each.speaker for each in other.statements}


def _is_told_by_outlet(entry: Entry, article: Article) -> bool:
    """Tell whether an outlet reports what somebody told somebody, both of whom the entry's title names."""
    title = entry.title(article.language)
    named = sum(person.name[article.language].split()[-1] in title for person in article.people.values())
    is_report = all(each.kind is StatementKind.REPORT for each in entry.statements)
    return is_report and named >= _FEWEST_TOLD


def _told_line(facet: Facet, statement: Statement, article: Article, language: str) -> str:
    words = phrases(language)
    speaker = article.people[statement.speaker].name[language] if statement.speaker else None
    outlet = article.outlets[statement.via].name[language] if statement.via else None
    if facet is Facet.OUTLET and outlet is not None:
        return words("facet-outlet", outlet=outlet)
    if facet in (Facet.VENUE, Facet.ADDRESSEE, Facet.OUTLET) and statement.venue is not None:
        venue = article.venues[statement.venue][language]
        return f"{speaker} · {venue}" if speaker else venue[0].upper() + venue[1:]
    return attribution_line(article, statement, language)


def _lines(statements: Sequence[Statement], article: Article, language: str) -> Iterator[str]:
    """The lines of attribution, each once."""
    yield from dict.fromkeys(attribution_line(article, each, language) for each in statements)


def _quoted(statements: Sequence[Statement], article: Article, language: str) -> Iterator[Part]:
    """Yield for each statement whether it is in the speaker's own words, with those that the article gives."""
    words, said = phrases(language), set[str]()
    for each in statements:
        match each.kind:
            case StatementKind.QUOTE:
                key = "facet-quote-whole"
            case StatementKind.PARAPHRASE:
                key = "facet-quote-partly" if each.quote else "facet-quote-none"
            case StatementKind.REPORT:
                key = "facet-quote-report"
        if key not in said:
            yield MainText(words(key))
            said.add(key)
        if each.quote:
            yield quotation(article, each, language)
        yield Footnote(attribution_line(article, each, language))
