"""Drafting: a proposal for an article out of what was read in it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby

from knowledge.drafting.alphabets import name_in
from knowledge.drafting.entities import Entity
from knowledge.drafting.fragments import RunLimit, fragments
from knowledge.drafting.identifiers import Identifiers
from knowledge.drafting.languages import grammar
from knowledge.drafting.matter import anchors, keywords, matters
from knowledge.drafting.outlets import outlet_names
from knowledge.drafting.page import Passage
from knowledge.drafting.phrasing import Phrasing, Templates, phrasing
from knowledge.drafting.proposal import Proposal, ProposedEntry, ProposedPerson, ProposedStatement
from knowledge.drafting.questions import QuestionWriter
from knowledge.drafting.roles import role_in
from knowledge.drafting.span import Span
from knowledge.drafting.statement import FoundStatement, ReadArticle
from knowledge.drafting.venues import venue_kind, venue_words
from knowledge.model import FRAGMENT_SEPARATOR, StatementKind
from knowledge.text.out_of_scope import questions_about, telling_words

_MOST_OUT_OF_SCOPE = 20
_MOST_ASKED_ABOUT = 6
_MOST_EXAMPLES = 2
_SHORT_QUOTE = 6
_MOST_MATTERS = 2
_MOST_SUMMED_UP = 3
_LONGEST_TITLE = 9
_DENYING = frozenset(
    """nier démentir réfuter contester rejeter refuser écarter deny reject dismiss опровергнуть спростувати
    заперечити""".split()
)
_MOST_KEYWORDS, _FEW_KEYWORDS = 6, 3
_OVERVIEW_NUMBERS = {"outlet": 5, "speakers": 6, "summary": 7}


@dataclass(frozen=True, slots=True)
class _Said:
    """The part of a passage that an entry is about.

    Attributes:
        passage: The passage.
        span: The part.
        kind: Of the answer, as `Phrasing.answers` has it.
        words: What the answer quotes.
        number: A number that no other entry has.
        statement: Who says it; None for a fact.
    """

    passage: Passage
    span: Span
    kind: str
    words: str
    number: int
    statement: FoundStatement | None = None


def propose(reading: ReadArticle, served: Sequence[str], *, longest_quote: int) -> Proposal:
    """Propose people, outlets, entries, their words and out-of-scope examples for an article.

    Args:
        reading: What was read in it.
        served: ISO 639-1 codes of the languages to word it in; the article's own is among them.
        longest_quote: The most words in a row of the text that anything may hold.
    """
    return _Draft(reading, served, longest_quote).proposal()


class _Draft:
    """One proposal in the making."""

    def __init__(self, reading: ReadArticle, served: Sequence[str], longest: int) -> None:
        self._reading = reading
        self._page = reading.page
        self._language = reading.page.language
        self._known = grammar(self._language)
        self._served = tuple(served)
        self._longest = longest
        self._index = {passage.number: index for index, passage in enumerate(reading.page.passages)}
        self._sentences_of: dict[str | None, set[int]] = {}
        for each in reading.statements:
            self._sentences_of.setdefault(each.speaker, set()).add(each.sentence)
        self._limit = RunLimit(reading.page.text, longest)
        self._ids = Identifiers()
        self._entry_ids = Identifiers()
        self._people: dict[str, ProposedPerson] = {}
        self._outlets: dict[str, Mapping[str, str]] = {}
        self._venues: dict[str, Mapping[str, str]] = {}
        self._writers = {code: QuestionWriter(code) for code in self._served}
        self._phrasings: dict[str, Phrasing] = {code: phrasing(code) for code in self._served}

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
        return FRAGMENT_SEPARATOR.join(fragments(first.span.of(self._page.text), _LONGEST_TITLE)[:1])

    # -- people, outlets, venues

    def _person(self, statement: FoundStatement) -> str | None:
        """The id of a speaker, who is entered; None for nobody, or for somebody who is not certain."""
        entity = statement.entity
        if entity is None or "speaker" in statement.unsure or not statement.speaker:
            return None
        key = self._ids.of(f"person {entity.name}", entity.last if entity.has_name else entity.name, "speaker")
        if key not in self._people:
            self._people[key] = self._proposed_person(key, entity)
        return key

    def _proposed_person(self, key: str, entity: Entity) -> ProposedPerson:
        name = {code: self._name(entity, code) for code in self._served}
        aliases: dict[str, tuple[str, ...]] = {}
        for code in self._served:
            some = []
            if entity.has_name and len(entity.name.split()) > 1:
                some.append(name[code].split()[-1])
            if code == self._language and entity.role and self._limit.allows(entity.role):
                some.append(entity.role)
            role = role_in(entity.nouns, self._language, code)
            if role and code != self._language and role not in some:
                some.append(role)
            if some:
                aliases[code] = tuple(dict.fromkeys(some))
        roles = {code: self._role(entity, code) for code in self._served}
        every = all(roles.values())
        return ProposedPerson(key, name, {code: str(role) for code, role in roles.items()} if every else None, aliases)

    def _name(self, entity: Entity, code: str) -> str:
        text = " ".join(self._clipped(entity.name).split())
        return name_in(text, code) if entity.has_name else text

    def _role(self, entity: Entity, code: str) -> str | None:
        if code == self._language:
            return self._clipped(entity.role) if entity.role else None
        return role_in(entity.nouns, self._language, code)

    def _clipped(self, text: str) -> str:
        return text if self._limit.allows(text) else " ".join(text.split()[: self._longest - 2])

    def _outlet(self, statement: FoundStatement) -> str | None:
        if statement.outlet is None or "outlet" in statement.unsure:
            return None
        names = outlet_names(statement.outlet)
        key = self._ids.of(f"outlet {names['en']}", names["en"], "outlet")
        self._outlets[key] = {code: names[code] for code in self._served}
        return key

    def _venue(self, statement: FoundStatement) -> str | None:
        kind = venue_kind(statement.venue) if statement.venue else None
        if kind is None:
            return None
        self._venues[kind] = {code: venue_words(kind)[code] for code in self._served}
        return kind

    # -- statements

    def _proposed(self, statement: FoundStatement) -> ProposedStatement:
        speaker = self._person(statement)
        quote: tuple[str, ...] = ()
        if speaker is not None and statement.quotes:
            first = statement.quotes[0]
            quote = fragments(first.of(self._page.text), self._longest)
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
        parts = (part for span in reported for part in fragments(span.of(self._page.text), self._longest))
        self._word(
            entry,
            _Said(
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
        """What is said, with the verb by which the article gives it where that is no quotation.

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
            words = self._joined(fragments(passage.span.of(self._page.text), self._longest))
            if passage.number in said or not words:
                continue
            entry = ProposedEntry(
                id=self._entry_ids.of(f"fact {passage.number}", f"fact-s{passage.number}"),
                topic="facts",
                evidence=self._sentences(passage),
                statements=(ProposedStatement(None, StatementKind.REPORT, None, None, (), passage.number),),
            )
            self._word(entry, _Said(passage, passage.span, "report", words, passage.number * 10 + 9))
            yield entry

    def _sentences(self, passage: Passage) -> tuple[int, ...]:
        """The numbers of the sentences that a passage holds."""
        following = self._index[passage.number] + 1
        passages = self._page.passages
        last = passages[following].number if following < len(passages) else passage.number + 1
        return tuple(range(passage.number, last))

    # -- words

    def _word(self, entry: ProposedEntry, said: _Said) -> None:
        """Give an entry its answers and questions in every language."""
        person = self._people.get(entry.statements[0].speaker or "")
        for code in self._served:
            phrases = self._phrasings[code]
            name = person.name[code] if person else phrases.article
            via = entry.statements[0].via
            template = phrases.answers[said.kind]
            entry.answers[code] = template.format(
                name=name[0].upper() + name[1:] if template.startswith("{name}") else name,
                role=self._answer_role(person, said.statement, code),
                quote=said.words,
                via=phrases.via.format(via=self._outlets[via][code]) if via else "",
            )
            templates = list(self._own(said, name, code) if code == self._language else self._foreign(said, name, code))
            if said.kind != "report" and person and said.statement is not None and self._speaks_once(said.statement):
                templates = [*self._by_name(person, said.statement, code, said.number), *templates]
            entry.questions[code] = self._writers[code].questions(templates, entry.answers[code], said.number)

    def _own(self, said: _Said, name: str, code: str) -> Iterator[tuple[Templates, Mapping[str, str]]]:
        """Templates in the language of the article, which ask by its own words."""
        text = self._page.text
        phrases = self._phrasings[code]
        telling = keywords(said.passage, said.passage.span, self._known)
        short = next(iter(fragments(said.span.of(text), _SHORT_QUOTE)), "")
        values = {"name": name, "number": str(said.number)}
        some = list(matters(said.passage, said.span, self._known, text))[:_MOST_MATTERS]
        for matter in some or [f"« {short} »"]:
            yield phrases.own, {**values, "matter": matter, "words": " ".join(telling[:_MOST_KEYWORDS])}
        # Each pair of telling words is searched for by somebody.
        for first in range(0, len(telling) - 1, 2):
            yield phrases.own, {"words": " ".join(telling[first : first + _FEW_KEYWORDS]), "name": ""}
        yield phrases.own, {"words": " ".join(telling[:_LONGEST_TITLE]), "name": ""}
        for fragment in fragments(said.passage.span.of(text), self._longest):
            yield phrases.own, {"words": fragment, "name": ""}

    def _foreign(self, said: _Said, name: str, code: str) -> Iterator[tuple[Templates, Mapping[str, str]]]:
        """Templates in another language, which ask by names, numbers and the original words."""
        places = self._named(said.passage, said.passage.span, code)
        words = anchors(said.passage, said.passage.span, places)
        short = next(iter(fragments(said.span.of(self._page.text), _SHORT_QUOTE)), "")
        phrases = self._phrasings[code]
        yield phrases.foreign, {"name": name, "quote": short, "words": " ".join(words), "number": str(said.number)}
        # Meaning, where it is told, is the same in every language.
        for fragment in fragments(said.passage.span.of(self._page.text), self._longest):
            yield phrases.foreign, {"words": fragment, "name": ""}

    def _speaks_once(self, statement: FoundStatement) -> bool:
        return len(self._sentences_of[statement.speaker]) == 1

    def _by_name(
        self, person: ProposedPerson, statement: FoundStatement, code: str, number: int
    ) -> Iterator[tuple[Templates, Mapping[str, str]]]:
        phrases = self._phrasings[code]
        yield phrases.of_speaker, {"name": person.name[code], "number": str(number)}
        entity = statement.entity
        if entity is None:
            return
        if code == self._language:
            if entity.role and entity.role_lead in ("le", "la", "l'", "the"):
                lead = {"l'": "l’"}.get(entity.role_lead, f"{entity.role_lead} ")
                yield phrases.of_role, {"role": f"{lead}{self._clipped(entity.role)}"}
            elif entity.role and code == "en":
                yield phrases.of_role, {"role": f"the {self._clipped(entity.role)}"}
        elif role := role_in(entity.nouns, self._language, code):
            yield phrases.of_role, {"role": f"the {role}" if code == "en" else role}

    def _answer_role(self, person: ProposedPerson | None, statement: FoundStatement | None, code: str) -> str:
        entity = statement.entity if statement is not None else None
        if person is None or entity is None or not entity.has_name:
            return ""
        if code == self._language:
            role = self._clipped(entity.role) if entity.role and entity.role_lead not in self._known.possessives else ""
        else:
            role = role_in(entity.nouns, self._language, code) or ""
        return f" ({role})" if role else ""

    def _named(self, passage: Passage, span: Span, code: str) -> list[str]:
        """The names that stand in a part of a passage, as a language writes them."""
        index = self._index[passage.number]
        found = [
            name.text
            for _, name in self._reading.entities.at(index, 0, len(passage.words))
            if passage.words[name.start].start >= span.start and passage.words[name.end - 1].end <= span.end
        ]
        return [name_in(name, code) for name in dict.fromkeys(found)]

    # -- overviews

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
                    name=person.name[code], role=self._answer_role(person, some[0], code), quote=examples, via=""
                )
                templates = list(self._by_name(person, some[0], code, number))
                entry.questions[code] = self._writers[code].questions(templates, entry.answers[code], number)
            yield entry

    def _examples(self, some: Sequence[FoundStatement]) -> str:
        parts = [
            fragments(self._with_verb(each).of(self._page.text), self._longest)[:1] for each in some[:_MOST_EXAMPLES]
        ]
        return self._joined(part for each in parts for part in each)

    def _joined(self, parts: Iterable[str]) -> str:
        """Fragments in one line, as many as give no more words of the text in a row than it may have."""
        joined = ""
        for part in parts:
            longer = f"{joined}{FRAGMENT_SEPARATOR}{part}" if joined else part
            if self._limit.allows(longer):
                joined = longer
        return joined

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
        parts = (part for each in first for part in fragments(each.span.of(self._page.text), self._longest)[:1])
        words = self._joined(parts)
        for code in self._served:
            self._word_overview(entry, code, "summary", self._phrasings[code].of_summary, {"quote": words})
        return entry

    def _overview(self, name: str, some: Sequence[FoundStatement]) -> ProposedEntry:
        proposed = tuple(dict.fromkeys(self._proposed(each) for each in some))
        evidence = self._evidence(each.sentence for each in some)
        return ProposedEntry(self._entry_ids.of(name, name), "overview", evidence, proposed)

    def _word_overview(
        self, entry: ProposedEntry, code: str, kind: str, templates: Templates, values: Mapping[str, str]
    ) -> None:
        number = entry.evidence[0] * 10 + _OVERVIEW_NUMBERS[kind]
        answer = self._phrasings[code].answers[kind]
        entry.answers[code] = answer.format(name=values.get("name", ""), quote=values.get("quote", ""), role="", via="")
        slots = {"name": values["name"] if kind == "outlet" else "", "number": str(number)}
        entry.questions[code] = self._writers[code].questions([(templates, slots)], entry.answers[code], number)

    # -- out of scope

    def _out_of_scope(self, code: str, entries: Sequence[ProposedEntry]) -> tuple[str, ...]:
        texts = [
            text
            for entry in entries
            for text in (entry.answers[code], *(each for some in entry.questions[code].values() for each in some))
        ]
        names = [person.name[code] for person in self._people.values() if person.name[code][:1].isupper()]
        near = questions_about(code, telling_words(code, texts), names[:_MOST_ASKED_ABOUT])
        return self._writers[code].out_of_scope([*near, *self._phrasings[code].out_of_scope], _MOST_OUT_OF_SCOPE)
