"""An article under proofreading."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from functools import cached_property

from knowledge.article_files import ArticleFiles
from knowledge.composer import YamlPath
from knowledge.errors import Finding, WarningKind
from knowledge.model import Article, Entry
from knowledge.proofreading.names import ArticleNames
from knowledge.text.marks import CLOSING_MARKS
from knowledge.text.quantities import Quantity, quantities
from knowledge.text.sentences import Sentence

SUMMARY = ""
"""Stands in the place of an entry's id for the summary."""


@dataclass(frozen=True)
class Proof:
    """An article with its documents and sentences, and warnings about them.

    Attributes:
        files: Its documents.
        article: The article that they describe.
        sentences: Of its text; none where that is not at hand.
    """

    files: ArticleFiles
    article: Article
    sentences: tuple[Sentence, ...]

    @cached_property
    def names(self) -> ArticleNames:
        """The names of the article."""
        return ArticleNames(self.article)

    @cached_property
    def headings(self) -> frozenset[int]:
        """The numbers of sentences that are headings or bylines: a paragraph each, and nothing ends them."""
        sizes = Counter(sentence.paragraph for sentence in self.sentences)
        return frozenset(
            sentence.number
            for sentence in self.sentences
            if sizes[sentence.paragraph] == 1 and not sentence.text.rstrip(CLOSING_MARKS + " )").endswith(tuple(".!?…"))
        )

    def context_of(self, number: int) -> list[Sentence]:
        """Return the sentences of the paragraph before and of its own, headings left out, up to a sentence."""
        own = self.sentences[number - 1].paragraph
        told = [each for each in self.sentences[: number - 1] if each.number not in self.headings]
        before = max((each.paragraph for each in told if each.paragraph < own), default=own)
        return [*(each for each in told if each.paragraph >= before), self.sentences[number - 1]]

    def text(self, number: int) -> str:
        """Return the text of a sentence by its number."""
        return self.sentences[number - 1].text

    def quantities(self, entry: Entry, code: str) -> list[Quantity]:
        """Return the quantities in an entry's answer."""
        return quantities(entry.answers[code], code)

    def answer_warning(self, code: str, entry: Entry, problem: str, kind: WarningKind) -> Finding:
        """Return a warning about an entry's answer in a language."""
        place: YamlPath = ("summary",) if entry.id == SUMMARY else ("entries", entry.id, "answer")
        return replace(self.files.languages[code].finding(problem, *place), warning=kind)

    def statement_warning(self, problem: str, place: YamlPath, kind: WarningKind) -> Finding:
        """Return a warning about the statement at a place of faq.yaml."""
        return replace(self.files.faq.finding(problem, *place), warning=kind)


def unquoted_text(sentence: Sentence) -> str:
    """Return a sentence without what it quotes."""
    text = sentence.text
    for start, end in reversed(sentence.quoted):
        text = f"{text[:start]} … {text[end:]}"
    return text
