"""A draft editor: drafts accepted, corrected, split, merged and dropped in their files, each change verified."""

from __future__ import annotations

import dataclasses
from collections import Counter
from collections.abc import Iterator, Mapping
from copy import deepcopy
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from knowledge.article_files import ArticleFiles
from knowledge.article_shapes import ArticleShapes
from knowledge.collation import collate
from knowledge.composer import YamlPath
from knowledge.construction import construct
from knowledge.documents import Document
from knowledge.drafting.alphabets import name_in
from knowledge.drafting.fragments import RunLimit
from knowledge.drafting.identifiers import Identifiers
from knowledge.drafting.outlets import outlet_names
from knowledge.drafting.venues import venue_kind, venue_words
from knowledge.errors import Finding, InvalidKnowledge
from knowledge.former_keys import with_present_keys
from knowledge.model import FRAGMENT_SEPARATOR, Article, Entry
from knowledge.proofreading import proofread
from knowledge.removal import remove_items
from knowledge.round_trip import dumped, loaded
from knowledge.shape import ArticleShape, FaqShape, LanguageShape
from knowledge.shortfalls import shortfalls
from knowledge.text.normalise import canonical, fold
from knowledge.validation import validate

_ADDED = "+"
_LONGEST_BASE = 24


class UnfitEdit(Exception):
    """A change that cannot be made; the message is a sentence that says what to do."""


@dataclass(frozen=True, slots=True)
class Edit:
    """A change that holds.

    Attributes:
        contents: The new content of each file that changes, evidence.lock among them, by path.
        remarks: The warnings and shortfalls of the changed entry.
    """

    contents: Mapping[Path, str]
    remarks: tuple[Finding, ...]


class DraftEditor:
    """The files of one article, changed in memory; each change is verified as `selon check` does.

    Args:
        files: The article's documents, which hold.
        contents: The content of each of them, by path.
        text: The article's text.

    Attributes:
        article: The article as the files describe it now.
    """

    def __init__(self, files: ArticleFiles, contents: Mapping[Path, str], text: str) -> None:
        self.article: Article = construct(files)
        self._files = files
        self._contents = dict(contents)
        self._text = text
        self._limit = RunLimit(text, self.article.longest_quote)

    @property
    def drafts(self) -> tuple[Entry, ...]:
        """The entries that nobody has accepted yet, in order."""
        return tuple(each for each in self.article.entries if each.draft)

    def accept(self, entry_id: str, day: date) -> Edit:
        """Accept a draft on a day.

        Raises:
            InvalidKnowledge: It does not hold.
        """
        faq = self._loaded(self._files.faq)
        entry = _entry(faq, entry_id)
        place = list(entry).index("draft")
        del entry["draft"]
        entry.insert(place, "accepted", day)
        comments = entry.ca.items
        if "draft" in comments:
            comments["accepted"] = comments.pop("draft")
        return self._verified(entry_id, {self._files.faq.path: dumped(faq)})

    def reword(self, entry_id: str, language: str, answer: str) -> Edit:
        """Give a draft another answer in a language.

        Raises:
            UnfitEdit: The language is not served, or the answer has too many words of the article in a row.
            InvalidKnowledge: It does not hold.
        """
        document = self._language(language)
        self._require_own_words(answer)
        data = self._loaded(document)
        data["entries"][entry_id]["answer"] = answer
        return self._verified(entry_id, {document.path: dumped(data)})

    def credit(self, entry_id: str, number: int, key: str, who: str | None) -> Edit:
        """Give a statement of a draft another speaker or outlet.

        Args:
            entry_id: Of the draft.
            number: Of the statement, from 1.
            key: "speaker" or "via".
            who: An id or a name; one behind a plus sign is added to article.yaml; None for nobody.

        Raises:
            UnfitEdit: There is no such statement, or nobody of that name.
            InvalidKnowledge: It does not hold.
        """
        faq = self._loaded(self._files.faq)
        statement = _statement(_entry(faq, entry_id), number, faq)
        changed = {}
        group = "people" if key == "speaker" else "outlets"
        if who is None:
            statement[key] = None
        elif who.startswith(_ADDED):
            article = self._loaded(self._files.article)
            statement[key] = self._added(article, group, who.removeprefix(_ADDED).strip())
            changed[self._files.article.path] = dumped(article)
        else:
            statement[key] = self._known(group, who)
        if key == "speaker":
            if who is None:
                statement["kind"] = "report"
            elif statement["kind"] == "report":
                statement["kind"] = "paraphrase"
        return self._verified(entry_id, {**changed, self._files.faq.path: dumped(faq)})

    def venue_of(self, words: str) -> str | None:
        """Return the id of the venue that some words name; None if each language has to be asked for its words."""
        for key, worded in self.article.venues.items():
            if fold(words) in (fold(key), *map(fold, worded.values())):
                return key
        return venue_kind(words)

    def place(self, entry_id: str, number: int, venue: str | Mapping[str, str] | None) -> Edit:
        """Give a statement of a draft another venue.

        Args:
            entry_id: Of the draft.
            number: Of the statement, from 1.
            venue: An id from `venue_of`, words by language for a new one, or None for none.

        Raises:
            UnfitEdit: There is no such statement.
            InvalidKnowledge: It does not hold.
        """
        faq = self._loaded(self._files.faq)
        statement = _statement(_entry(faq, entry_id), number, faq)
        changed = {}
        if venue is None or (isinstance(venue, str) and venue in self.article.venues):
            statement["venue"] = venue
        else:
            words = venue_words(venue) if isinstance(venue, str) else venue
            key = venue if isinstance(venue, str) else self._new_venue(venue)
            statement["venue"] = key
            for code, document in self._files.languages.items():
                data = self._loaded(document)
                if "venues" not in data:
                    data.insert(1, "venues", {})
                data["venues"].setdefault(key, words[code])
                changed[document.path] = dumped(data)
        return self._verified(entry_id, {**changed, self._files.faq.path: dumped(faq)})

    def split(self, entry_id: str, sentence: int, words: Mapping[str, tuple[str, str]]) -> Edit:
        """Split a draft in two at a sentence, which becomes the first of a new draft behind it.

        Args:
            entry_id: Of the draft.
            sentence: The number of a sentence that it rests on, not the first.
            words: The new draft's question and answer by language; an empty answer is that of the old one.

        Raises:
            UnfitEdit: It cannot be split there.
            InvalidKnowledge: It does not hold.
        """
        self.require_splitting(entry_id, sentence)
        faq = self._loaded(self._files.faq)
        entry = _entry(faq, entry_id)
        given = Identifiers()
        for each in self.article.entries:
            given.of(each.id, each.id)
        new = deepcopy(dict(entry))
        new["id"] = given.of("", f"{entry_id[:_LONGEST_BASE]}-s{sentence}")
        for half, is_second in ((entry, False), (new, True)):
            half["evidence"] = [each for each in half["evidence"] if (each >= sentence) is is_second]
            some = [each for each in half["statements"] if (each["sentence"] >= sentence) is is_second]
            half["statements"] = some or [_report(half["evidence"][0])]
        faq["entries"].insert(faq["entries"].index(entry) + 1, new)
        changed = {self._files.faq.path: dumped(faq)}
        for code, document in self._files.languages.items():
            question, answer = words[code]
            self._require_own_words(answer)
            data = self._loaded(document)
            old = data["entries"][entry_id]
            after = list(data["entries"]).index(entry_id) + 1
            worded = {"questions": {"question": [question]}, "answer": answer or old["answer"]}
            data["entries"].insert(after, new["id"], worded)
            changed[document.path] = dumped(data)
        return self._verified(new["id"], changed)

    def require_splitting(self, entry_id: str, sentence: int) -> None:
        """Require that a draft can be split at a sentence.

        Raises:
            UnfitEdit: It cannot.
        """
        some = self._draft(entry_id).evidence
        if len(some) < 2:
            raise UnfitEdit("It rests on one sentence: nothing can be split from it.")
        if sentence not in some or sentence == min(some):
            numbers = ", ".join(map(str, sorted(some)[1:]))
            raise UnfitEdit(f"Name the sentence that the second part begins with: one of {numbers}.")

    def merge(self, entry_id: str, other_id: str) -> Edit:
        """Take another draft's sentences, statements, answers and questions into a draft; the other one goes.

        Raises:
            UnfitEdit: The other is no draft, or the same.
            InvalidKnowledge: It does not hold.
        """
        self._draft(other_id)
        if other_id == entry_id:
            raise UnfitEdit("That is this draft: name another one.")
        faq = self._loaded(self._files.faq)
        entry, other = _entry(faq, entry_id), _entry(faq, other_id)
        entry["evidence"] = sorted({*entry["evidence"], *other["evidence"]})
        entry["statements"].extend(deepcopy(each) for each in other["statements"] if each not in entry["statements"])
        changed = self._without(other_id, {self._files.faq.path: dumped(faq)})
        for document in self._files.languages.values():
            words = self._loaded(document)["entries"][other_id]
            data = loaded(changed[document.path])
            own = data["entries"][entry_id]
            if fold(words["answer"]) != fold(own["answer"]):
                own["answer"] = f"{own['answer']} {words['answer']}"
            for kind, texts in words["questions"].items():
                own["questions"].setdefault(kind, []).extend(texts)
            changed[document.path] = dumped(data)
        return self._verified(entry_id, changed)

    def drop(self, entry_id: str) -> Edit:
        """Drop a draft with its words, and with the translations that nothing else needs.

        Raises:
            UnfitEdit: It is the only entry.
            InvalidKnowledge: It does not hold.
        """
        self._draft(entry_id)
        if len(self.article.entries) == 1:
            raise UnfitEdit("It is the only entry, and an article needs one: edit it instead.")
        return self._verified(entry_id, self._without(entry_id, {}))

    def _without(self, entry_id: str, changed: Mapping[Path, str]) -> dict[Path, str]:
        """The contents of files without an entry and its words."""
        path = self._files.faq.path
        contents = {**self._contents, **changed}
        position = next(n for n, each in enumerate(self._files.faq.data["entries"]) if each["id"] == entry_id)
        without = {path: remove_items(path, contents[path], [("entries", position)])}
        quotes = _quotes(Document.parse(path, without[path]).data)
        for document in self._files.languages.values():
            places: list[YamlPath] = [("entries", entry_id)]
            places += _unused_quotes(document.data, quotes)
            without[document.path] = remove_items(document.path, contents[document.path], places)
        return without

    def _draft(self, entry_id: str) -> Entry:
        found = next((each for each in self.article.entries if each.id == entry_id), None)
        if found is None:
            raise UnfitEdit(f"There is no entry {entry_id}: copy its id from faq.yaml.")
        if not found.draft:
            raise UnfitEdit(f"{entry_id} is accepted already: change it in its files.")
        return found

    def _language(self, code: str) -> Document:
        if code not in self._files.languages:
            raise UnfitEdit(f"{code} is not served: name one of {', '.join(self.article.served)}.")
        return self._files.languages[code]

    def _require_own_words(self, answer: str) -> None:
        if not self.article.text_is_public and not self._limit.allows(answer):
            most = self.article.longest_quote
            raise UnfitEdit(f"It has more than {most} words of the article in a row: say it in your own words.")

    def _loaded(self, document: Document) -> Any:
        return loaded(self._contents[document.path])

    def _known(self, group: str, who: str) -> str:
        bearers = self.article.people if group == "people" else self.article.outlets
        for key, bearer in bearers.items():
            aliases = (alias for some in bearer.aliases.values() for alias in some)
            if fold(who) in map(fold, (key, *bearer.name.values(), *aliases)):
                return key
        names = ", ".join(bearers) or "none yet"
        raise UnfitEdit(
            f"{who} is not among the {group} ({names}): name one of them, or put {_ADDED} before a new one."
        )

    def _added(self, article: Any, group: str, name: str) -> str:
        """Add somebody to article.yaml; return the id."""
        if not any(map(str.isalpha, name)):
            raise UnfitEdit(f"Write the name behind {_ADDED}.")
        given = Identifiers()
        for key in (*self.article.people, *self.article.outlets):
            given.of(key, key)
        key = given.of("", name.rsplit(maxsplit=1)[-1] if group == "people" else name)
        names = outlet_names(name) if group == "outlets" else {}
        added = {code: names.get(code) or name_in(name, code) for code in self.article.served}
        if not article.get(group):
            article[group] = {}
        article[group][key] = {"name": added}
        return key

    def _new_venue(self, words: Mapping[str, str]) -> str:
        given = Identifiers()
        for key in self.article.venues:
            given.of(key, key)
        return given.of("", words[self.article.language], "venue")

    def _verified(self, entry_id: str, changed: Mapping[Path, str]) -> Edit:
        """Verify new contents, and go on from them."""
        contents = {**self._contents, **changed}
        files = self._parsed(contents)
        lock, findings = collate(files, self._text.encode())
        findings.extend(validate(ArticleShapes.of(files), locked=False))
        if findings:
            raise InvalidKnowledge(findings)
        files = dataclasses.replace(files, lock=lock)
        article = construct(files)
        remarks = (*shortfalls(files), *proofread(files, article, self._text))
        self._files, self._contents, self.article = files, contents, article
        lock_path = self._files.faq.path.with_name("evidence.lock")
        return Edit(
            {**changed, lock_path: lock.to_json()}, tuple(each for each in remarks if each.entry_id == entry_id)
        )

    def _parsed(self, contents: Mapping[Path, str]) -> ArticleFiles:
        def parsed(document: Document, shape: type[ArticleShape | FaqShape | LanguageShape]) -> Document:
            return with_present_keys(Document.parse(document.path, contents[document.path]), shape)

        return dataclasses.replace(
            self._files,
            article=parsed(self._files.article, ArticleShape),
            faq=parsed(self._files.faq, FaqShape),
            languages={code: parsed(each, LanguageShape) for code, each in self._files.languages.items()},
        )


def _entry(faq: Any, entry_id: str) -> Any:
    return next(each for each in faq["entries"] if each["id"] == entry_id)


def _statement(entry: Any, number: int, faq: Any) -> Any:
    """The statement of a number; one that other entries share becomes the entry's own."""
    some = entry["statements"]
    if not 1 <= number <= len(some):
        raise UnfitEdit(f"It has {len(some)} statements: name one by its number.")
    shared = Counter(id(each) for other in faq["entries"] for each in other["statements"])
    shared.update(map(id, faq.get("statements") or ()))
    if shared[id(some[number - 1])] > 1:
        some[number - 1] = dict(some[number - 1])
    return some[number - 1]


def _report(sentence: int) -> dict[str, Any]:
    return {"speaker": None, "kind": "report", "venue": None, "via": None, "quote": None, "sentence": sentence}


def _quotes(faq: Any) -> set[str]:
    shared = faq.get("statements") or ()
    every = (*shared, *(each for entry in faq["entries"] for each in entry.get("statements") or entry.get("said")))
    return {canonical(FRAGMENT_SEPARATOR.join(each["quote"])) for each in every if each["quote"]}


def _unused_quotes(words: Any, used: set[str]) -> Iterator[YamlPath]:
    """Yield the places of translations of quotes that no statement has."""
    for quote in words.get("quotes") or ():
        if canonical(quote) not in used:
            yield ("quotes", quote)
    for position, quote in enumerate(words.get("untranslated") or ()):
        if canonical(quote) not in used:
            yield ("untranslated", position)
