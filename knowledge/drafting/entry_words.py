"""Words of entries: their answers and questions in every language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from knowledge.drafting.alphabets import name_in
from knowledge.drafting.cast import Cast
from knowledge.drafting.fragments import LEFT_OUT, fragments
from knowledge.drafting.inner_marks import unmarked, with_inner_marks
from knowledge.drafting.matter import anchors, keywords, matters
from knowledge.drafting.page import Passage
from knowledge.drafting.phrasing import Phrasing, Templates, phrasing
from knowledge.drafting.proposal import ProposedEntry, ProposedPerson
from knowledge.drafting.questions import QuestionWriter
from knowledge.drafting.roles import role_in
from knowledge.drafting.span import Span
from knowledge.drafting.statement import FoundStatement, ReadArticle
from knowledge.model import FRAGMENT_SEPARATOR
from knowledge.text.out_of_scope import questions_about, telling_words

_MOST_OUT_OF_SCOPE = 20
_MOST_ASKED_ABOUT = 6
_SHORT_QUOTE = 6
_MOST_MATTERS = 2
_LONGEST_TITLE = 9
_MOST_KEYWORDS, _FEW_KEYWORDS = 6, 3
_OVERVIEW_NUMBERS = {"outlet": 5, "speakers": 6, "summary": 7}


@dataclass(frozen=True, slots=True)
class EntryPart:
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


class EntryWriter(Cast):
    """A writer of what entries say and are asked.

    Args:
        reading: What was read in the article.
        served: ISO 639-1 codes of the languages to word them in.
        longest: The most words in a row of the text that anything may hold.
    """

    def __init__(self, reading: ReadArticle, served: Sequence[str], longest: int) -> None:
        super().__init__(reading, served, longest)
        self._index = {passage.number: index for index, passage in enumerate(reading.page.passages)}
        self._sentences_of: dict[str | None, set[int]] = {}
        for each in reading.statements:
            self._sentences_of.setdefault(each.speaker, set()).add(each.sentence)
        self._writers = {code: QuestionWriter(code) for code in self._served}
        self._phrasings: dict[str, Phrasing] = {code: phrasing(code) for code in self._served}

    def _word(self, entry: ProposedEntry, said: EntryPart) -> None:
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
                quote=with_inner_marks(said.words, code),
                via=phrases.via.format(via=self._outlets[via][code]) if via else "",
            )
            templates = list(self._own(said, name, code) if code == self._language else self._foreign(said, name, code))
            if said.kind != "report" and person and said.statement is not None and self._speaks_once(said.statement):
                templates = [*self._by_name(person, said.statement, code, said.number), *templates]
            entry.questions[code] = self._writers[code].questions(templates, entry.answers[code], said.number)

    def _own(self, said: EntryPart, name: str, code: str) -> Iterator[tuple[Templates, Mapping[str, str]]]:
        """Yield templates in the language of the article, with its own words for their slots."""
        text = self._page.text
        phrases = self._phrasings[code]
        telling = keywords(said.passage, said.passage.span, self._known)
        short = unmarked(next(iter(fragments(said.span.of(text), _SHORT_QUOTE, ends_whole=True)), ""))
        values = {"name": name, "number": str(said.number)}
        some = list(matters(said.passage, said.span, self._known, text))[:_MOST_MATTERS]
        for matter in some or [f"« {short} »"]:
            yield (
                phrases.own,
                {**values, "matter": unmarked(matter) if some else matter, "words": " ".join(telling[:_MOST_KEYWORDS])},
            )
        # Each pair of telling words is searched for by somebody.
        for first in range(0, len(telling) - 1, 2):
            yield phrases.own, {"words": " ".join(telling[first : first + _FEW_KEYWORDS]), "name": ""}
        yield phrases.own, {"words": " ".join(telling[:_LONGEST_TITLE]), "name": ""}
        for fragment in fragments(said.passage.span.of(text), self._longest):
            yield phrases.own, {"words": unmarked(fragment), "name": ""}

    def _foreign(self, said: EntryPart, name: str, code: str) -> Iterator[tuple[Templates, Mapping[str, str]]]:
        """Yield templates in another language, with names, numbers and the original words for their slots."""
        places = self._named(said.passage, said.passage.span, code)
        words = anchors(said.passage, said.passage.span, places)
        short = unmarked(next(iter(fragments(said.span.of(self._page.text), _SHORT_QUOTE, ends_whole=True)), ""))
        phrases = self._phrasings[code]
        yield phrases.foreign, {"name": name, "quote": short, "words": " ".join(words), "number": str(said.number)}
        # Meaning, where it is told, is the same in every language.
        for fragment in fragments(said.passage.span.of(self._page.text), self._longest):
            yield phrases.foreign, {"words": unmarked(fragment), "name": ""}

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

    def _word_overview(
        self, entry: ProposedEntry, code: str, kind: str, templates: Templates, values: Mapping[str, str]
    ) -> None:
        number = entry.evidence[0] * 10 + _OVERVIEW_NUMBERS[kind]
        answer = self._phrasings[code].answers[kind]
        entry.answers[code] = answer.format(
            name=values.get("name", ""), quote=with_inner_marks(values.get("quote", ""), code), role="", via=""
        )
        slots = {"name": values["name"] if kind == "outlet" else "", "number": str(number)}
        entry.questions[code] = self._writers[code].questions([(templates, slots)], entry.answers[code], number)

    def _joined(self, parts: Iterable[str]) -> str:
        """Join fragments in one line, as many as give no more words of the text in a row than it may have."""
        joined, is_cut = "", False
        for part in parts:
            words = part.removesuffix(LEFT_OUT)
            longer = f"{joined}{FRAGMENT_SEPARATOR}{words}" if joined else words
            allowed = self._limit.allows(longer)
            joined = longer if allowed else joined
            is_cut = not allowed or words != part
        return f"{joined}{LEFT_OUT}" if joined and is_cut else joined

    def _out_of_scope(self, code: str, entries: Sequence[ProposedEntry]) -> tuple[str, ...]:
        texts = [
            text
            for entry in entries
            for text in (entry.answers[code], *(each for some in entry.questions[code].values() for each in some))
        ]
        names = [person.name[code] for person in self._people.values() if person.name[code][:1].isupper()]
        near = questions_about(code, telling_words(code, texts), names[:_MOST_ASKED_ABOUT])
        return self._writers[code].out_of_scope([*near, *self._phrasings[code].out_of_scope], _MOST_OUT_OF_SCOPE)
