"""Filling: what somebody has filled into a brief, verified against the article and taken in as drafts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from knowledge.article_files import ArticleFiles
from knowledge.construction import construct
from knowledge.documents import Document
from knowledge.drafting.brief import ANSWER, TRANSLATION, FilledLine, filled_lines, quotes_of
from knowledge.drafting.fragments import RunLimit
from knowledge.errors import Finding, InvalidKnowledge, WarningKind
from knowledge.model import Article, Entry, Wording
from knowledge.proofreading import proofread
from knowledge.round_trip import dumped, loaded
from knowledge.shape import LONGEST_QUOTE
from knowledge.text.normalise import words
from knowledge.text.quotations import pair_quotation_marks

_FORM = "Write it as `[entry] language kind: words`."
# Warnings for which an answer from outside is refused.
_UNFOUNDED = frozenset((WarningKind.NUMBER, WarningKind.NAME))


@dataclass(frozen=True, slots=True)
class RefusedLine:
    """A line that is not taken in.

    Attributes:
        number: The number of the line, from 1.
        reason: The fault and its remedy, as a sentence.
    """

    number: int
    reason: str


@dataclass(frozen=True, slots=True)
class Filling:
    """A filled brief as far as it holds.

    Attributes:
        contents: The new content of each language file that changes, by its path.
        taken: The number of lines that were taken in.
        refusals: The others, in order.
    """

    contents: Mapping[Path, str]
    taken: int
    refusals: tuple[RefusedLine, ...]


def fill(files: ArticleFiles, contents: Mapping[str, str], text: str, filled: str) -> Filling:
    """Verify a filled brief line by line against an article, and put what holds into its language files.

    Nothing that a person has accepted is changed. The files keep their comments.

    Args:
        files: The article's documents, which hold.
        contents: The content of each language file, by code.
        text: The article's text.
        filled: The brief with what was filled in.
    """
    return _Filler(files, contents, text).filling(filled)


class _Filler:
    """One brief, taken in line after line."""

    def __init__(self, files: ArticleFiles, contents: Mapping[str, str], text: str) -> None:
        self._files = files
        self._article: Article = construct(files)
        self._text = text
        self._words = f" {' '.join(words(text))} "
        self._entries: dict[str, Entry] = {each.id: each for each in self._article.entries}
        self._limit = RunLimit(text, files.article.data.get("longest_quote") or LONGEST_QUOTE)
        self._contents = dict(contents)
        self._unfounded = self._warned(files, self._article)

    def filling(self, filled: str) -> Filling:
        refusals: list[RefusedLine] = []
        changed: set[str] = set()
        taken = 0
        # Translations first: answers may hold them.
        lines = sorted(filled_lines(filled), key=lambda each: isinstance(each, FilledLine) and each.kind == ANSWER)
        for line in lines:
            if not isinstance(line, FilledLine):
                refusals.append(RefusedLine(line[0], f"It has not the form of a line to fill in. {_FORM}"))
                continue
            reason = self._fault(line) or self._take(line)
            if reason is not None:
                refusals.append(RefusedLine(line.number, reason))
                continue
            taken += 1
            changed.add(line.language)
        paths = {self._files.languages[code].path: self._contents[code] for code in sorted(changed)}
        return Filling(paths, taken, tuple(sorted(refusals, key=lambda each: each.number)))

    def _fault(self, line: FilledLine) -> str | None:
        """Say what is wrong with a line by itself; None if nothing is."""
        entry = self._entries.get(line.entry_id)
        if entry is None:
            return f"There is no entry {line.entry_id}: copy its id from the brief."
        if not entry.draft:
            return f"Somebody has accepted {line.entry_id} already: change it in its files."
        if line.language not in self._contents:
            return f"{line.language} is not served: use one of {', '.join(self._contents)}."
        kinds = (ANSWER, TRANSLATION, *Wording)
        if line.kind not in kinds:
            return f"{line.kind} is no kind of words: use one of {', '.join(kinds)}."
        if line.kind == TRANSLATION:
            quotes = quotes_of(entry)
            if line.language == self._article.language:
                return "The article is in that language: its quotes need no translation."
            if line.which is None or not 1 <= line.which <= len(quotes):
                return f"{line.entry_id} has {len(quotes)} quotes: say which one, as in `{TRANSLATION} 1`."
        if not self._limit.allows(line.text):
            return "It has more words of the article in a row than it may: say it in your own words."
        return self._misquoted(line) if line.kind == ANSWER else None

    def _misquoted(self, line: FilledLine) -> str | None:
        """Say which quotation of an answer is neither the article's nor a translation; None if none is."""
        translations = Document.parse(Path(line.language), self._contents[line.language]).data.get("quotes") or {}
        told = " ".join(f" {' '.join(words(each))} " for each in translations.values())
        for each in pair_quotation_marks(line.text).quotations:
            for part in line.text[each.start : each.end].split("[…]"):
                run = " ".join(words(part))
                if run and f" {run} " not in self._words and f" {run} " not in told:
                    return f"“{part.strip()}” is neither in the article nor among the translations: quote it verbatim."
        return None

    def _take(self, line: FilledLine) -> str | None:
        """Put a line into its file; return why it does not hold there, or None."""
        before = self._contents[line.language]
        after = self._with(line, before)
        document = self._files.languages[line.language]
        try:
            files = replace(
                self._files, languages={**self._files.languages, line.language: Document.parse(document.path, after)}
            )
            article = construct(files)
        except InvalidKnowledge as error:
            return error.findings[0].problem
        warned = self._warned(files, article)
        new = [each for each in warned if each not in self._unfounded]
        if new and line.kind == ANSWER:
            return new[0][1]
        self._files, self._unfounded, self._contents[line.language] = files, warned, after
        return None

    def _warned(self, files: ArticleFiles, article: Article) -> list[tuple[str | None, str]]:
        """The numbers and names without evidence, each as its entry and the warning."""
        found: Sequence[Finding] = proofread(files, article, self._text)
        return [(each.entry_id, each.problem) for each in found if each.warning in _UNFOUNDED]

    def _with(self, line: FilledLine, content: str) -> str:
        """A language file with a line put in."""
        data = loaded(content)
        entry = data["entries"][line.entry_id]
        if line.kind == ANSWER:
            entry["answer"] = line.text
        elif line.kind == TRANSLATION and line.which is not None:
            key = quotes_of(self._entries[line.entry_id])[line.which - 1]
            data["quotes"][key] = line.text
            if key in (data.get("untranslated") or ()):
                data["untranslated"].remove(key)
            if "untranslated" in data and not data["untranslated"]:
                del data["untranslated"]
        else:
            some = entry["questions"].setdefault(line.kind, [])
            if line.text not in some:
                some.append(line.text)
        return dumped(data)
