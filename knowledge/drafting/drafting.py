"""Drafting: a proposal for an article out of what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from knowledge.drafting.entry_words import EntryPart, EntryWriter
from knowledge.drafting.fragments import excerpts, fragments
from knowledge.drafting.identifiers import Identifiers
from knowledge.drafting.inner_marks import with_inner_marks
from knowledge.drafting.page import Passage
from knowledge.drafting.proposal import Proposal, ProposedEntry, ProposedStatement
from knowledge.drafting.span import Span
from knowledge.drafting.statement import FoundStatement, ReadArticle
from knowledge.model import FRAGMENT_SEPARATOR, StatementKind

_MOST_EXAMPLES = 2
_MOST_SUMMED_UP = 3
_LONGEST_TITLE = 9
_DENYING = frozenset(
    """nier démentir réfuter contester rejeter refuser écarter deny reject dismiss опровергнуть спростувати
    заперечити""".split()
)


def propose(reading: ReadArticle, served: Sequence[str], *, longest_quote: int) -> Proposal:
    """Propose people, outlets, entries, their words and out-of-scope examples for an article.

    Args:
        reading: The reading of it.
        served: ISO 639-1 codes of the languages to word it in; the article's own is among them.
        longest_quote: The most words in a row of the text that anything may hold.
    """
    return _Draft(reading, served, longest_quote).proposal()


class _Draft(EntryWriter):
    """One proposal in the making."""

    def __init__(self, reading: ReadArticle, served: Sequence[str], longest: int) -> None:
        super().__init__(reading, served, longest)
        self._entry_ids = Identifiers()

    def proposal(self) -> Proposal:
        statements = self._reading.statements
        # Those asked for by name alone take the plainest questions first.
        overviews = [*self._speakers_overviews(statements), *self._common_overviews(statements)]
        entries = [*overviews, *self._statement_entries(statements), *self._fact_entries(statements)]
        topics = dict.fromkeys(entry.topic for entry in entries)
        return Proposal(
            title={code: self._title() for code in self._served},
            language=self._language,
            served=self._served,
            people=tuple(self._people.values()),
            outlets=self._outlets,
            venues=self._venues,
            topics={key: {code: self._phrasings[code].topics[key] for code in self._served} for key in topics},
            entries=tuple(entries),
            out_of_scope={code: self._out_of_scope(code, entries) for code in self._served},
        )

    def _title(self) -> str:
        first = self._page.passages[0]
        some = fragments(first.span.of(self._page.text), _LONGEST_TITLE)[:1]
        return with_inner_marks(FRAGMENT_SEPARATOR.join(some), self._language)

    def _proposed(self, statement: FoundStatement) -> ProposedStatement:
        speaker = self._person(statement)
        quote: tuple[str, ...] = ()
        if speaker is not None and statement.quotes:
            first = statement.quotes[0]
            quote = fragments(first.of(self._page.text), self._longest, ends_whole=True)
        kind = StatementKind.REPORT
        if speaker is not None:
            kind = StatementKind.QUOTE if statement.kind == "direct" and quote else StatementKind.PARAPHRASE
        return ProposedStatement(
            speaker, kind, self._venue(statement), self._outlet(statement), quote, statement.sentence
        )

    def _statement_entries(self, statements: Sequence[FoundStatement]) -> Iterator[ProposedEntry]:
        for number, group in groupby(statements, key=lambda each: each.sentence):
            same = list(group)
            for position, speaker in enumerate(dict.fromkeys(each.speaker for each in same)):
                yield self._statement_entry(number, position, [each for each in same if each.speaker == speaker])

    def _statement_entry(self, number: int, position: int, some: Sequence[FoundStatement]) -> ProposedEntry:
        proposed = tuple(dict.fromkeys(self._proposed(each) for each in some))
        passage = self._page.passage(number)
        name = f"{(proposed[0].speaker or 'statement')[:24]}-s{number}" + (f"-{position}" if position else "")
        entry = ProposedEntry(
            id=self._entry_ids.of(f"{number} {position}", name),
            topic="statements",
            evidence=self._sentences(passage),
            statements=proposed,
        )
        reported = [self._with_verb(each) for each in some]
        kind = self._answer_kind(
            proposed, has_verb=any(span != each.content for span, each in zip(reported, some, strict=True))
        )
        parts = (part for span in reported for part in excerpts(span.of(self._page.text), self._longest))
        self._word(
            entry,
            EntryPart(
                passage,
                Span(min(each.content.start for each in some), max(each.content.end for each in some)),
                kind,
                self._joined(parts),
                number * 10 + position,
                some[0],
            ),
        )
        return entry

    def _answer_kind(self, proposed: Sequence[ProposedStatement], *, has_verb: bool) -> str:
        if proposed[0].speaker is None:
            return "report"
        if has_verb:
            return "reported"
        return "quote" if all(each.kind is StatementKind.QUOTE for each in proposed) else "paraphrase"

    def _with_verb(self, statement: FoundStatement) -> Span:
        """Return the content, with the verb by which the article gives it where that is no quotation.

        "Denied that it had been warned" would say the opposite without its verb.
        """
        content, cue = statement.content, statement.cue
        inside = cue is not None and self._page.passage(statement.sentence).span.holds(cue)
        if statement.kind == "direct" and not (cue is not None and self._denies(cue)):
            return content
        if cue is None or not inside:
            return content
        verbal = any(word in self._known.verbs for word in cue.of(self._page.text).lower().replace("’", "'").split())
        if not verbal or (cue.start > content.end and not self._denies(cue)):
            return content
        return Span(min(cue.start, content.start), max(cue.end, content.end))

    def _denies(self, cue: Span) -> bool:
        """Tell if a cue says that something is not so."""
        words = cue.of(self._page.text).lower().replace("’", "'").split()
        return any(_DENYING & set(self._known.verbs[word].lemmas) for word in words if word in self._known.verbs)

    def _fact_entries(self, statements: Sequence[FoundStatement]) -> Iterator[ProposedEntry]:
        said = {each.sentence for each in statements}
        for passage in self._page.passages:
            words = self._joined(excerpts(passage.span.of(self._page.text), self._longest))
            if passage.number in said or not words:
                continue
            entry = ProposedEntry(
                id=self._entry_ids.of(f"fact {passage.number}", f"fact-s{passage.number}"),
                topic="facts",
                evidence=self._sentences(passage),
                statements=(ProposedStatement(None, StatementKind.REPORT, None, None, (), passage.number),),
            )
            self._word(entry, EntryPart(passage, passage.span, "report", words, passage.number * 10 + 9))
            yield entry

    def _sentences(self, passage: Passage) -> tuple[int, ...]:
        """The numbers of the sentences that a passage holds."""
        following = self._index[passage.number] + 1
        passages = self._page.passages
        last = passages[following].number if following < len(passages) else passage.number + 1
        return tuple(range(passage.number, last))

    def _speakers_overviews(self, statements: Sequence[FoundStatement]) -> Iterator[ProposedEntry]:
        by_speaker: dict[str, list[FoundStatement]] = {}
        for each in statements:
            if self._person(each) is not None:
                by_speaker.setdefault(str(self._person(each)), []).append(each)
        for key, some in by_speaker.items():
            numbers = tuple(dict.fromkeys(each.sentence for each in some))
            if len(numbers) < 2:
                continue
            entry = ProposedEntry(
                id=self._entry_ids.of(f"overview {key}", f"{key[:24]}-overview"),
                topic="overview",
                evidence=self._evidence(numbers),
                statements=tuple(dict.fromkeys(self._proposed(each) for each in some)),
            )
            person = self._people[key]
            examples = self._examples(some)
            number = numbers[0] * 10 + 8
            for code in self._served:
                phrases = self._phrasings[code]
                entry.answers[code] = phrases.answers["overview"].format(
                    name=person.name[code],
                    role=self._answer_role(person, some[0], code),
                    quote=with_inner_marks(examples, code),
                    via="",
                )
                templates = list(self._by_name(person, some[0], code, number))
                entry.questions[code] = self._writers[code].questions(templates, entry.answers[code], number)
            yield entry

    def _examples(self, some: Sequence[FoundStatement]) -> str:
        parts = [
            excerpts(self._with_verb(each).of(self._page.text), self._longest)[:1] for each in some[:_MOST_EXAMPLES]
        ]
        return self._joined(part for each in parts for part in each)

    def _evidence(self, numbers: Iterable[int]) -> tuple[int, ...]:
        return tuple(dict.fromkeys(n for number in numbers for n in self._sentences(self._page.passage(number))))

    def _common_overviews(self, statements: Sequence[FoundStatement]) -> Iterator[ProposedEntry]:
        yield self._summary()
        firsts: dict[str, FoundStatement] = {}
        by_outlet: dict[str, list[FoundStatement]] = {}
        for each in statements:
            if (speaker := self._person(each)) is not None:
                firsts.setdefault(speaker, each)
            if (outlet := self._outlet(each)) is not None:
                by_outlet.setdefault(outlet, []).append(each)
        if len(firsts) > 1:
            entry = self._overview("speakers", list(firsts.values()))
            for code in self._served:
                names = ", ".join(person.name[code] for person in self._people.values())
                self._word_overview(entry, code, "speakers", self._phrasings[code].of_speakers, {"name": names})
            yield entry
        for outlet, some in by_outlet.items():
            entry = self._overview(f"{outlet[:24]}-relayed", some)
            for code in self._served:
                values = {"name": self._outlets[outlet][code], "quote": self._examples(some)}
                self._word_overview(entry, code, "outlet", self._phrasings[code].of_outlet, values)
            yield entry

    def _summary(self) -> ProposedEntry:
        first = self._page.passages[:_MOST_SUMMED_UP]
        report = ProposedStatement(None, StatementKind.REPORT, None, None, (), first[0].number)
        evidence = self._evidence(each.number for each in first)
        entry = ProposedEntry(self._entry_ids.of("summary", "summary"), "overview", evidence, (report,))
        parts = (part for each in first for part in excerpts(each.span.of(self._page.text), self._longest)[:1])
        words = self._joined(parts)
        for code in self._served:
            self._word_overview(entry, code, "summary", self._phrasings[code].of_summary, {"quote": words})
        return entry

    def _overview(self, name: str, some: Sequence[FoundStatement]) -> ProposedEntry:
        proposed = tuple(dict.fromkeys(self._proposed(each) for each in some))
        evidence = self._evidence(each.sentence for each in some)
        return ProposedEntry(self._entry_ids.of(name, name), "overview", evidence, proposed)
