"""The people, outlets and notions that texts name."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from knowledge.model import Article, Outlet, Person
from knowledge.proofreading.phrasing import join_names
from knowledge.text.phrases import PhraseTable
from knowledge.text.tokens import tokenizer

WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")


class ArticleNames:
    """The names of one article, found in texts of the languages that it is served in."""

    def __init__(self, article: Article) -> None:
        self._article = article

    def people_and_outlets(self, text: str, language: str) -> set[str]:
        """Return the ids of the people and outlets that a text names."""
        return self._found(text, language, self._name_tables[language])

    def places(self, text: str, language: str) -> set[str]:
        """Return the ids of the notions in a text that are names, of places mostly."""
        return self._found(text, language, self._place_tables[language])

    @staticmethod
    def _found(text: str, language: str, tables: tuple[PhraseTable[str], PhraseTable[str]]) -> set[str]:
        reader = tokenizer(language)
        stems: list[str] = []
        capitalised: list[str] = []
        for word in WORD.findall(text):
            own = [token.stem for token in reader.tokens(reader.words(word))]
            stems += own
            # "l'AFP" has its capital letter after the article.
            capitalised += own if any(part[:1].isupper() for part in re.split("['’]", word)) else [""] * len(own)
        phrases, single = tables
        return {found.value for found in (*phrases.find(stems), *single.find(capitalised))}

    @cached_property
    def _name_tables(self) -> Mapping[str, tuple[PhraseTable[str], PhraseTable[str]]]:
        """The names of each language that are found as they are, and those that a capital letter tells from words."""
        return {code: self._name_table(code) for code in self._article.served}

    @cached_property
    def _place_tables(self) -> Mapping[str, tuple[PhraseTable[str], PhraseTable[str]]]:
        """The notions of each language that are written with a capital letter in all languages."""
        served = self._article.served
        names = {
            notion: texts
            for notion, texts in self._article.notions.items()
            if all(texts.get(code) and texts[code][0][:1].isupper() for code in served)
        }
        return {code: _tables(code, {notion: texts[code] for notion, texts in names.items()}) for code in served}

    def _name_table(self, code: str) -> tuple[PhraseTable[str], PhraseTable[str]]:
        bearers: Mapping[str, Person | Outlet] = {**self._article.people, **self._article.outlets}
        return _tables(code, {name: (each.name[code], *each.aliases.get(code, ())) for name, each in bearers.items()})

    @cached_property
    def spellings(self) -> tuple[str, ...]:
        """The names and notions of the article as people write them."""
        code = self._article.language
        bearers: tuple[Person | Outlet, ...] = (*self._article.people.values(), *self._article.outlets.values())
        named = [text for each in bearers for text in (each.name[code], *each.aliases.get(code, ()))]
        roles = [each.role[code] for each in self._article.people.values() if each.role is not None]
        notions = [text for each in self._article.notions.values() for text in each.get(code, ())]
        return (*named, *roles, *notions)

    def name(self, name: str) -> str:
        """Return the name of a person or outlet, by id, in the article's language."""
        bearer = self._article.people.get(name) or self._article.outlets[name]
        return bearer.name[self._article.language]

    def names_of(self, ids: Iterable[str]) -> str:
        """Return the names of people and outlets, by id, as a list in words."""
        return join_names(self.name(each) for each in sorted(ids))

    def notions_of(self, notions: Iterable[str], code: str) -> str:
        """Return notions, by id, as a list in words of a language."""
        return join_names(self._article.notions[each][code][0] for each in sorted(notions))


def _tables(language: str, spellings: Mapping[str, Sequence[str]]) -> tuple[PhraseTable[str], PhraseTable[str]]:
    """Return a table of names found as they are, and one of words that a capital letter tells from others."""
    reader = tokenizer(language)
    tables: tuple[list[tuple[list[str], str]], list[tuple[list[str], str]]] = ([], [])
    for name, texts in spellings.items():
        for text in texts:
            tokens = reader.tokens(reader.words(text))
            if tokens and not all(token.function for token in tokens):
                is_capitalised = len(tokens) == 1 and text[:1].isupper()
                tables[is_capitalised].append(([token.stem for token in tokens], name))
    return PhraseTable(tables[0]), PhraseTable(tables[1])
