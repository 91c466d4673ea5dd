"""Names and notions of an article: the many ways to write them, in every language."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from hashlib import sha256

from knowledge.text.memo import Memo
from knowledge.text.normalise import alphabet, fold, words
from knowledge.text.phrases import PhraseMatch, PhraseTable
from knowledge.text.tokens import ALL_TABLES, Token, TokenizerOptions, tokenizer


@dataclass(frozen=True, slots=True)
class Concept:
    """A name or a notion.

    Attributes:
        id: Unique within a lexicon.
        is_name: True if it names one person or organisation, whatever the spelling. A notion's
            synonyms differ in shade, so the word itself still counts beside the notion.
    """

    id: str
    is_name: bool


@dataclass(frozen=True, slots=True)
class Alias:
    """One way to write a concept, in one language."""

    concept: Concept
    language: str
    text: str


class Lexicon:
    """Names and notions, to be found in the tokens of a text."""

    def __init__(self, aliases: Iterable[Alias] = ()) -> None:
        self.aliases = tuple(aliases)

    @cached_property
    def digest(self) -> str:
        """The SHA-256 of all aliases in their order, as 64 hexadecimal digits."""
        return sha256(repr(self.aliases).encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def international_words(self) -> frozenset[str]:
        """Folded words that tell no language: those of names, and those that several languages write alike."""
        languages: dict[str, set[str]] = {}
        names: set[str] = set()
        for alias in self.aliases:
            for word in words(fold(alias.text)):
                languages.setdefault(word, set()).add(alias.language)
                if alias.concept.is_name and len(alias.text.split()) == 1:
                    names.add(word)
        return frozenset(names | {word for word, codes in languages.items() if len(codes) > 1})

    @cached_property
    def full_names(self) -> frozenset[tuple[str, str]]:
        """The id of each name with what a language calls it: the first alias, as the others are what people type."""
        return frozenset((concept.id, text) for (concept, _), text in self._first_aliases.items() if concept.is_name)

    @cached_property
    def _first_aliases(self) -> dict[tuple[Concept, str], str]:
        """The first alias of each concept in each language."""
        first: dict[tuple[Concept, str], str] = {}
        for alias in self.aliases:
            first.setdefault((alias.concept, alias.language), alias.text)
        return first

    @cached_property
    def own_words(self) -> dict[str, frozenset[str]]:
        """The folded words that only one language's name of somebody has ("Poutine", "зеленський"), by language.

        The first alias of a concept in a language is its name there; the others are whatever people type.
        """
        named: dict[str, set[str]] = {}
        for (concept, language), text in self._first_aliases.items():
            if concept.is_name:
                named.setdefault(language, set()).update(words(fold(text)))
        return {
            language: frozenset(own.difference(*(each for code, each in named.items() if code != language)))
            for language, own in named.items()
        }

    def words(self, language: str, options: TokenizerOptions = ALL_TABLES) -> frozenset[str]:
        """Return the words that the aliases of a language are made of."""
        reader = tokenizer(language, options)
        return frozenset(
            word for alias in self.aliases if alias.language == language for word in reader.words(alias.text)
        )

    def names_somebody(self, text: str, languages: Iterable[str]) -> bool:
        """Tell whether a name stands in a text, as one of some languages reads it."""
        return bool(self.names_in(text, languages))

    def names_in(self, text: str, languages: Iterable[str]) -> frozenset[tuple[str, ...]]:
        """Return the names in a text, each as its stems, as some languages read it."""
        named: set[tuple[str, ...]] = set()
        for language in languages:
            reader = tokenizer(language)
            tokens = reader.tokens(reader.words(text))
            named.update(
                tuple(token.stem for token in tokens[found.start : found.end])
                for found in find_concepts(self.tables[language], tokens)
                if found.value.is_name
            )
        return frozenset(named)

    def sole_name(self, text: str, languages: Iterable[str]) -> str | None:
        """Return the id of the only name that a text consists of, function words aside; None if it says anything else.

        Args:
            text: Any text.
            languages: Those that may read it, by their ISO 639-1 codes; the first that reads it so decides.
        """
        for language in languages:
            reader = tokenizer(language)
            tokens = reader.tokens(reader.words(text))
            every = find_concepts(self.tables[language], tokens)
            ids = {found.value.id for found in every if found.value.is_name}
            named = {position for found in every for position in range(found.start, found.end)}
            asks = reader.question_phrases([token.word for token in tokens])
            rest = (token.function for position, token in enumerate(tokens) if position not in named)
            if len(ids) == 1 and not asks and all(rest) and all(found.value.is_name for found in every):
                return ids.pop()
        return None

    def concepts_in(self, tokens: Sequence[Token], language: str) -> list[PhraseMatch[Concept]]:
        """Return the names and notions that stand in tokens, as a language reads them, from left to right."""
        return find_concepts(self.tables[language], tokens)

    @cached_property
    def tables(self) -> Memo[str, PhraseTable[Concept]]:
        """The phrases of stems to look up in texts of a language, by its ISO 639-1 code; see `table`."""
        return Memo(self.table)

    def notion_synonyms(
        self, language: str, seen: Container[str], options: TokenizerOptions = ALL_TABLES
    ) -> dict[str, tuple[str, ...]]:
        """Return the words that texts of a language use for every one-word notion that they do not use.

        Args:
            language: ISO 639-1 code.
            seen: The words of the texts.
            options: Those by which the texts were cut into words.
        """
        reader = tokenizer(language, options)
        spelled = [(alias, tuple(reader.words(alias.text))) for alias in self.aliases if not alias.concept.is_name]
        preferred: dict[str, tuple[str, ...]] = {}
        for alias, some in spelled:
            if alias.language == language and all(word in seen for word in some):
                preferred.setdefault(alias.concept.id, some)
        return {
            some[0]: preferred[alias.concept.id]
            for alias, some in spelled
            if len(some) == 1 and some[0] not in seen and alias.concept.id in preferred
        }

    def table(self, language: str, options: TokenizerOptions = ALL_TABLES) -> PhraseTable[Concept]:
        """The phrases of stems to look up in texts of a language: its own aliases, then those of others.

        Of others', names, and what is written in another alphabet, which no word of this language can be.

        An alias that is one function word in this language ("us") is left out: it would be found everywhere.
        """
        reader = tokenizer(language, options)
        own = [alias for alias in self.aliases if alias.language == language]
        alphabets = {alphabet(alias.text) for alias in own}
        foreign = [
            alias
            for alias in self.aliases
            if alias.language != language and (alias.concept.is_name or alphabet(alias.text) not in alphabets)
        ]
        phrases: list[tuple[Sequence[str], Concept]] = []
        for alias in (*own, *foreign):
            tokens = reader.tokens(reader.words(alias.text))
            if tokens and not all(token.function for token in tokens):
                phrases.append(([token.stem for token in tokens], alias.concept))
        return PhraseTable(phrases)


def find_concepts(table: PhraseTable[Concept], tokens: Sequence[Token]) -> list[PhraseMatch[Concept]]:
    """The concepts that stand in tokens, from left to right."""
    return table.find([token.stem for token in tokens])
