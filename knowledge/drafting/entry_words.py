"""Words of entries: their answers and questions in every language."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice

from knowledge.drafting.alphabets import name_in
from knowledge.drafting.cast import Cast
from knowledge.drafting.details import Detail, counted, details
from knowledge.drafting.elision import elided, is_elided_before, with_definite_article
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
from knowledge.drafting.translation import translated
from knowledge.model import FRAGMENT_SEPARATOR
from knowledge.text.out_of_scope import questions_about, telling_words, unanswered

_MOST_OUT_OF_SCOPE = 20
_MOST_THINGS = 2
_MOST_ASKED_ABOUT = 6
_SHORT_QUOTE = 6
_TELLING_LETTERS = 5
_MOST_MATTERS = 2
_LONGEST_TITLE = 9
_MOST_KEYWORDS, _FEW_KEYWORDS = 6, 3
_MOST_WORDS_FOR_A_THING = 3
_DEFINITE = ("the ", "le ", "la ", "les ", "l’", "l'")
_FRENCH_ARTICLES = {"m": "le", "f": "la"}
_ARTICLES = {"fr": "une?|l[ae]|les|des|cet|cette|ces?|l['’]", "en": "an?|the"}
# The body behind an office: "présidente de l’association", "spokesman for the ministry".
_BODY = {
    "fr": re.compile(r"\s(?P<of>de la |de l['’]|du |des )(?P<body>\w.*)"),
    "en": re.compile(r"\s(?:of|for) (?P<of>the )(?P<body>\w.*)"),
}
_NOTHING = re.compile(r"(?!)")
_OVERVIEW_NUMBERS = {"outlet": 5, "speakers": 6, "summary": 7}


@dataclass(frozen=True, slots=True)
class EntryPart:
    """The part of a passage that an entry is about.

    Attributes:
        passage: The passage.
        span: The part.
        kind: Of the answer, as `Phrasing.answers` has it.
        words: The words that the answer quotes.
        number: A number that no other entry has.
        statement: The statement that they are from; None for a fact.
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
        reading: The reading of the article.
        served: ISO 639-1 codes of the languages to word them in.
        longest: The most words in a row of the text that anything may hold.
    """

    def __init__(self, reading: ReadArticle, served: Sequence[str], longest: int) -> None:
        super().__init__(reading, served, longest)
        self._index = {passage.number: index for index, passage in enumerate(reading.page.passages)}
        self._sentences_of: dict[str | None, set[int]] = {}
        for each in reading.statements:
            self._sentences_of.setdefault(each.speaker, set()).add(each.sentence)
        self._told_in = Counter(
            word for passage in reading.page.passages for word in keywords(passage, passage.span, self._known)
        )
        self._writers = {code: QuestionWriter(code) for code in self._served}
        self._phrasings: dict[str, Phrasing] = {code: phrasing(code) for code in self._served}

    def _word(self, entry: ProposedEntry, said: EntryPart) -> None:
        """Give an entry its answers and questions in every language."""
        person = self._people.get(entry.statements[0].speaker or "")
        for code in self._served:
            phrases = self._phrasings[code]
            name = person.name[code] if person else phrases.article
            subject = self._subject(name, said.statement, code) if person else name
            via = entry.statements[0].via
            template = phrases.answers[said.kind]
            entry.answers[code] = template.format(
                name=subject[0].upper() + subject[1:] if template.startswith("{name}") else subject,
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
        subject = self._subject(name, said.statement, code) if said.kind != "report" else name
        values = {"name": name, "subject": subject, "sentence": str(said.number // 10)}
        some = list(matters(said.passage, said.span, self._known, text))[:_MOST_MATTERS]
        for matter in some or [f"« {short} »"]:
            yield (
                phrases.own,
                {**values, "matter": unmarked(matter) if some else matter, "words": " ".join(telling[:_MOST_KEYWORDS])},
            )
        values["matter"] = unmarked(some[0]) if some else ""
        values["noun"] = next(counted(said.passage, self._known, text), "")
        values["of"] = _before(values["noun"])
        asked_for = list(self._details(said))
        if values["noun"] and Detail.NUMBER not in asked_for:
            yield phrases.of_detail[Detail.NUMBER], {"noun": values["noun"], "of": values["of"]}
        for detail in asked_for:
            for group in _groups(telling):
                yield phrases.of_detail[detail], {**values, "words": " ".join(group)}
        # Each pair of telling words is searched for by somebody.
        for first in range(0, len(telling) - 1, 2):
            yield phrases.own, {"words": " ".join(telling[first : first + _FEW_KEYWORDS]), "name": ""}
        for word in telling:
            if self._is_told_once(word):
                yield phrases.own, {"words": word, "name": ""}
        yield phrases.own, {"words": " ".join(telling[:_LONGEST_TITLE]), "name": ""}
        for fragment in fragments(said.passage.span.of(text), self._longest):
            yield phrases.own, {"words": unmarked(fragment), "name": ""}

    def _foreign(self, said: EntryPart, name: str, code: str) -> Iterator[tuple[Templates, Mapping[str, str]]]:
        """Yield templates in another language, with names, numbers and the original words for their slots."""
        places = self._named(said.passage, said.passage.span, code)
        words = anchors(said.passage, said.passage.span, places)
        short = unmarked(next(iter(fragments(said.span.of(self._page.text), _SHORT_QUOTE, ends_whole=True)), ""))
        phrases = self._phrasings[code]
        yield (
            phrases.foreign,
            {"name": name, "quote": short, "words": " ".join(words), "sentence": str(said.number // 10)},
        )
        yield from self._translated(said, name if said.kind != "report" else "", code)
        # Meaning, where it is told, is the same in every language.
        for fragment in fragments(said.passage.span.of(self._page.text), self._longest):
            yield phrases.foreign, {"words": unmarked(fragment), "name": ""}

    def _translated(self, said: EntryPart, name: str, code: str) -> Iterator[tuple[Templates, Mapping[str, str]]]:
        """Yield templates with what the glossary translates of a passage, a few words at a time."""
        phrases = self._phrasings[code]
        span = said.passage.span
        names = frozenset(part for each in self._named(said.passage, span, self._language) for part in each.split())
        telling = [word for word in keywords(said.passage, span, self._known) if word not in names]
        first_name = [each for each in self._named(said.passage, span, code) if each != name][:1]
        things = translated(telling, self._language, code)
        for some in (things, *_groups(things, step=2)):
            yield phrases.translated, {"name": name, **_listed(some)}
            yield phrases.translated, {"name": name, **_listed((*first_name, *some))}
        # Somebody may use another word for the same thing.
        for choice in range(1, _MOST_WORDS_FOR_A_THING):
            for some in _groups(translated(telling, self._language, code, choice=choice)):
                yield phrases.translated, _listed(some)
        for detail in self._details(said):
            for some in _groups(things):
                yield phrases.detail_translated[detail], _listed(some)

    def _details(self, said: EntryPart) -> Iterator[Detail]:
        """Yield the details that somebody may ask an entry for."""
        statement = said.statement
        if statement is not None and statement.speaker is not None:
            yield Detail.PERSON
        if statement is not None and statement.outlet is not None:
            yield Detail.OUTLET
        yield from details(said.passage, self._known, self._page.text)

    def _is_told_once(self, word: str) -> bool:
        """Tell if only one passage has a word, a common one by which people may ask for it alone."""
        return word.islower() and len(word) >= _TELLING_LETTERS and self._told_in[word] == 1

    def _speaks_once(self, statement: FoundStatement) -> bool:
        return len(self._sentences_of[statement.speaker]) == 1

    def _by_name(
        self, person: ProposedPerson, statement: FoundStatement, code: str, number: int
    ) -> Iterator[tuple[Templates, Mapping[str, str]]]:
        phrases = self._phrasings[code]
        name = person.name[code]
        subject = self._subject(name, statement, code)
        yield phrases.of_speaker, {"name": name, "subject": subject, "sentence": str(number // 10)}
        entity = statement.entity
        if entity is None:
            return
        if self._answer_role(person, statement, code):
            yield phrases.of_somebody, {"name": person.name[code]}
        if code == self._language:
            if entity.role and entity.role_lead in ("le", "la", "l'", "the"):
                lead = {"l'": "l’"}.get(entity.role_lead, f"{entity.role_lead} ")
                yield phrases.of_role, {"role": f"{lead}{self._clipped(entity.role)}"}
            elif entity.role and code == "en":
                yield phrases.of_role, {"role": f"the {self._clipped(entity.role)}"}
            elif entity.role and code == "fr" and entity.gender in _FRENCH_ARTICLES:
                office = with_definite_article(self._clipped(entity.role), _FRENCH_ARTICLES[entity.gender])
                yield phrases.of_role, {"role": office}
            if (body := _BODY.get(code, _NOTHING).search(entity.role)) and self._limit.allows(body["body"]):
                lead = {"du ": "le ", "des ": "les "}.get(body["of"], body["of"].removeprefix("de "))
                yield phrases.of_body, {"body": lead + body["body"], "of_body": body["of"] + body["body"]}
        elif role := role_in(entity.nouns, self._language, code):
            if code == "en":
                role = f"the {role}"
            elif code == "fr":
                article = _FRENCH_ARTICLES.get(entity.gender, "")
                role = with_definite_article(role, article) if article else ""
            yield phrases.of_role, {"role": role}

    def _subject(self, name: str, statement: FoundStatement | None, code: str) -> str:
        """A name as a sentence has it: a description in the article's language with its article, made definite."""
        entity = statement.entity if statement is not None else None
        if entity is None or entity.has_name or code != self._language or code not in _ARTICLES:
            return name
        found = re.search(rf"(?<!\w)({_ARTICLES[code]})\s*{re.escape(entity.name)}", self._page.text, re.IGNORECASE)
        if found is None:
            return name
        return with_definite_article(name, found[1].lower().strip()) if code == "fr" else f"the {name}"

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
        slots = {"name": values["name"] if kind == "outlet" else "", "sentence": str(number // 10)}
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

    def _things(self, code: str) -> list[str]:
        """Return what is asked about in vain: bodies that speak, then definite matters; none twice."""
        bodies = (each.entity for each in self._reading.statements if each.entity and not each.entity.is_person)
        found = dict.fromkeys(name_in(each.name, code) for each in bodies if each.name[:1].isupper())
        for passage in self._page.passages:
            if code == self._language:
                some = matters(passage, passage.span, self._known, self._page.text)
                definite: Iterable[str] = (each for each in some if each.startswith(_DEFINITE))
            else:
                telling = keywords(passage, passage.span, self._known)
                definite = translated(telling, self._language, code)
            found.update(dict.fromkeys(islice(definite, _MOST_MATTERS)))
        return [unmarked(each) for each in found]

    def _out_of_scope(self, code: str, entries: Sequence[ProposedEntry]) -> tuple[str, ...]:
        texts = [
            text
            for entry in entries
            for text in (entry.answers[code], *(each for some in entry.questions[code].values() for each in some))
        ]
        named = [each for each in self._reading.entities.named if each.name[:1].isupper()]
        names = [name_in(each.name, code) for each in named if each.is_person or (each.gender and " " in each.name)]
        known = telling_words(code, texts)
        wordings = [each.replace("{matter}", "{}") for each in self._phrasings[code].about_something]
        about = unanswered(code, known, wordings, self._things(code))
        near = questions_about(code, known, names[:_MOST_ASKED_ABOUT])
        if code == "fr":
            near = tuple(map(elided, near))
        return self._writers[code].out_of_scope(
            [*about[:_MOST_THINGS], *near, *self._phrasings[code].out_of_scope], _MOST_OUT_OF_SCOPE
        )


def _groups(words: Sequence[str], *, step: int = _FEW_KEYWORDS) -> Iterator[tuple[str, ...]]:
    """Yield a few neighbouring words at a time, from every so many on; a last one goes with none."""
    for first in range(0, max(1, len(words) - 1), step):
        yield tuple(words[first : first + _FEW_KEYWORDS])


def _listed(words: Sequence[str]) -> Mapping[str, str]:
    """Return words for the slots that take several, plain and with commas."""
    return {"words": " ".join(words), "list": ", ".join(words)}


def _before(noun: str) -> str:
    """Return the French preposition before a noun that is counted."""
    return "d’" if is_elided_before(noun) else "de "
