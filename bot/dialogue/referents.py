"""The referents of an answer: the people and the matter that "he", "they" and "that" stand for after it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from bot.dialogue.facet import speaks_for
from bot.dialogue.gender import Gender, genders
from knowledge.lexicon import Concept, Lexicon
from knowledge.model import Article, Entry
from knowledge.text.phrases import PhraseMatch
from knowledge.text.tokens import Token, tokenizer
from knowledge.text.utterances import utterances
from knowledge.text.verbs_of_saying import verbs_of_saying

# Of an entry: the variants that a name is put into, and the people that a pronoun may stand for. Each costs a match.
_MOST_VARIANTS = 4
_MOST_PEOPLE = 3
_AND: Mapping[str, str] = {"fr": "et", "en": "and", "ru": "и", "uk": "і"}


class Referents:
    """The referents of an entry that was answered with, for a question in one language.

    Args:
        entry: The entry.
        article: Its article.
        lexicon: Of the article.
        language: ISO 639-1 code of the question.
    """

    def __init__(self, entry: Entry, article: Article, lexicon: Lexicon, language: str) -> None:
        self._entry = entry
        self._article = article
        self._lexicon = lexicon
        self._language = article.served_language(language)

    @property
    def names(self) -> list[str]:
        """The names of the people that the entry is about: who speaks in it, then whom its question and answer name."""
        speakers = [each.speaker for each in self._entry.statements if each.speaker]
        people = self._article.people
        ids = [each for each in self.identifiers if each in people]
        # Who speaks for somebody, and is named beside them, is the one that is spoken of.
        if not speakers:
            ids = sorted(ids, key=lambda each: not any(speaks_for(each, other, self._article) for other in ids))
        return [people[each].name[self._language] for each in ids]

    @property
    def identifiers(self) -> list[str]:
        """The ids of those whom the entry names: who speaks in it, then who stands in its question and its answer."""
        speakers = [each.speaker for each in self._entry.statements if each.speaker]
        texts = (self._entry.title(self._language), self._entry.answers[self._language])
        return list(dict.fromkeys((*speakers, *(found for text in texts for found in self.named_in(text)))))

    @property
    def are_several(self) -> bool:
        """True if "they" may be among those whom the entry names: two of them, or a body such as a ministry."""
        people = self._article.people
        found = [each for each in self.identifiers if each in people]
        return len(found) > 1 or any(map(self._is_body, found))

    def has_somebody(self, gender: Gender) -> bool:
        """Tell whether somebody whom the entry names is of a gender, or of none that is known."""
        known = genders(self._article, self._lexicon)
        return any(known.get(each, gender) == gender for each in self.identifiers if each in self._article.people)

    def _is_body(self, identifier: str) -> bool:
        """Tell whether a speaker has one name and no role, as institutions do."""
        person = self._article.people[identifier]
        tokens = tokenizer(self._language).tokens(tokenizer(self._language).words(person.name[self._language]))
        return person.role is None and sum(not each.function for each in tokens) == 1

    def named_in(self, text: str) -> list[str]:
        """Return the ids of those who are named in a text, in their order."""
        reader = tokenizer(self._language)
        found = self._lexicon.concepts_in(reader.tokens(reader.words(text)), self._language)
        return list(dict.fromkeys(each.value.id for each in found if each.value.is_name))

    def resolved(self, words: Sequence[str], pronouns: Sequence[str]) -> Iterator[str]:
        """Yield a question with the names that its pronouns may stand for, and with those that it may leave out.

        Args:
            words: The question.
            pronouns: The kinds of pronouns in it.
        """
        names = self.names[:_MOST_PEOPLE]
        if not names:
            return
        both = f" {_AND[self._language]} ".join(names[:2])
        if "person" in pronouns:
            if len(names) > 1 and self._count(words, "person") > 1:
                # "He … him" are two people.
                yield self._with_name(words, "person", both)
            speakers = len({each.speaker for each in self._entry.statements if each.speaker})
            yield from (self._with_name(words, "person", name) for name in names[: speakers or None])
        if "people" in pronouns:
            yield self._with_name(words, "people", both)
        yield f"{' '.join(words)} {both}"

    @property
    def matter(self) -> str:
        """The words of content in the question that stands for the entry, names among them."""
        reader = tokenizer(self._language)
        spelled = reader.words(self._entry.title(self._language))
        asking = {place for found in reader.question_phrases(spelled) for place in range(found.start, found.end)}
        tokens = reader.tokens(spelled)
        return " ".join(each.word for place, each in enumerate(tokens) if place not in asking and not each.function)

    def with_counterpart(self, name: str) -> Iterator[tuple[str, str]]:
        """Yield the question of the entry with another name in the place of each that stands in it.

        The question is the first of the variants that names somebody, but not whose name it is, if there is one.

        Yields:
            The question, and the id of whose name has gone.
        """
        reader, others = tokenizer(self._language), self.named_in(name)
        read = [reader.words(text) for text in self._entry.questions(self._language)[:_MOST_VARIANTS]]
        names = [(spelled, list(self._names_among(reader.tokens(spelled)))) for spelled in read]
        of_somebody = [(spelled, named) for spelled, named in names if named]
        without = (one for one in of_somebody if all(each.value.id not in others for each in one[1]))
        spelled, named = next(without, next(iter(of_somebody), ([], [])))
        for each in named:
            yield " ".join([*spelled[: each.start], name, *spelled[each.end :]]), each.value.id

    def stands_alone(self, identifier: str) -> bool:
        """Tell whether the entry tells of somebody as much as of others: it is asked with their name and no other's.

        The names of those who speak in it are left aside.
        """
        if identifier not in self.named_in(self._entry.answers[self._language]):
            return False
        speakers = {each.speaker for each in self._entry.statements} - {identifier}
        alone = set[str]()
        for text in self._entry.questions(self._language):
            named = set(self.named_in(text)) - speakers
            if len(named) == 1:
                alone |= named
        return identifier in alone and len(alone & set(self._article.people)) > 1

    def explained(self, text: str) -> float:
        """Return the share of the words of content in a text that the entry has in any form, 0 to 1; 1 without any."""
        reader = tokenizer(self._language)
        spelled = reader.words(text)
        tokens = reader.tokens(spelled)
        asking = {place for found in reader.question_phrases(spelled) for place in range(found.start, found.end)}
        left_out = asking | {place for each in self._names_among(tokens) for place in range(each.start, each.end)}
        words = [token for place, token in enumerate(tokens) if place not in left_out and not token.function]
        generic = utterances(self._language).generic
        matter = [token.stem for token in words if not verbs_of_saying(token.word, self._language)]
        # Without a matter the verb tells it: "promised".
        told = matter or [token.stem for token in words if token.word not in generic]
        return sum(stem in self._stems for stem in told) / len(told) if told else 1.0

    def has_names_of(self, text: str, apart: str) -> bool:
        """Tell whether the entry's questions and answer have all the names in a text, apart from one of them.

        Args:
            text: The text.
            apart: The id of whoever is left aside.
        """
        return set(self.named_in(text)) - {apart} <= self._names

    def notions_in(self, text: str) -> frozenset[str]:
        """Return the ids of the notions in a text."""
        return frozenset(each.id for each in self._concepts_in(text) if not each.is_name)

    @cached_property
    def notions(self) -> frozenset[str]:
        """The ids of the notions in the entry's questions and answer."""
        return frozenset(each.id for each in self._concepts if not each.is_name)

    def _concepts_in(self, text: str) -> set[Concept]:
        reader = tokenizer(self._language)
        return {each.value for each in self._lexicon.concepts_in(reader.tokens(reader.words(text)), self._language)}

    def _names_among(self, tokens: Sequence[Token]) -> Iterator[PhraseMatch[Concept]]:
        return (each for each in self._lexicon.concepts_in(tokens, self._language) if each.value.is_name)

    def explains(self, word: str) -> bool:
        """Tell whether a word of the question stands in the entry's questions or answer, in any form."""
        return tokenizer(self._language).tokens([word])[0].stem in self._stems

    @cached_property
    def _names(self) -> frozenset[str]:
        return frozenset(each.id for each in self._concepts if each.is_name)

    @cached_property
    def _concepts(self) -> frozenset[Concept]:
        texts = (*self._entry.questions(self._language), self._entry.answers[self._language])
        return frozenset(each for text in texts for each in self._concepts_in(text))

    @cached_property
    def _stems(self) -> frozenset[str]:
        reader = tokenizer(self._language)
        texts = (*self._entry.questions(self._language), self._entry.answers[self._language])
        return frozenset(token.stem for text in texts for token in reader.tokens(reader.words(text)))

    def _count(self, words: Sequence[str], kind: str) -> int:
        """The number of pronouns of a kind."""
        kinds = utterances(self._language).pronouns
        return sum(kinds.get((word,)) == kind for word in words)

    def _with_name(self, words: Sequence[str], kind: str, name: str) -> str:
        """The words with a name in the place of the first pronoun of a kind; the others of that kind go."""
        kinds = utterances(self._language).pronouns
        places = [place for place, word in enumerate(words) if kinds.get((word,)) == kind]
        return " ".join(
            name if place == places[0] else word for place, word in enumerate(words) if place not in places[1:]
        )
