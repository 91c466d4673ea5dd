"""Questions: variants out of templates, none of them twice in an article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from knowledge.drafting.elision import elided
from knowledge.drafting.ordinals import ordinal
from knowledge.drafting.phrasing import Templates
from knowledge.model import Wording
from knowledge.shortfalls import FEWEST_VARIANTS, LONGEST_TITLE, content_stems
from knowledge.text.normalise import question_key

_SLOTS = ("name", "role", "matter", "quote", "words", "number", "ordinal", "list", "noun", "of", "body", "of_body")


class QuestionWriter:
    """A writer of the questions of one language.

    Args:
        language: ISO 639-1 code.
    """

    def __init__(self, language: str) -> None:
        self._language = language
        self._asked: set[str] = set()

    def questions(
        self, templates: Sequence[tuple[Templates, Mapping[str, str]]], answer: str, number: int
    ) -> dict[Wording, tuple[str, ...]]:
        """Return the questions of an entry, each kind among them.

        Args:
            templates: Those to fill in, each with the values of its slots; one with an empty value is left out.
            answer: Of the entry; a question of the kind `oblique` shares no telling word with it.
            number: A number that no other entry of the article has: ten times that of its first sentence, and a digit.
        """
        found: dict[Wording, list[str]] = {wording: [] for wording in Wording}
        told = content_stems(self._language, answer).keys()
        for some, values in templates:
            for wording, texts in some.items():
                for template in texts:
                    self._add(found, wording, self._filled(template, values, wording), told)
        for template in _SPARE[self._language]:
            short = sum(map(len, found.values())) < FEWEST_VARIANTS
            kind, text = template.split(": ", 1)
            if short or not found[Wording(kind)]:
                self._add(found, Wording(kind), self._spared(text, number), told)
        self._shorten_title(found, number)
        return {wording: tuple(texts) for wording, texts in found.items()}

    def _filled(self, template: str, values: Mapping[str, str], wording: Wording) -> str:
        """Fill a template in; in a sentence, whoever is only described has an article."""
        if wording is not Wording.KEYWORDS and "subject" in values:
            values = {**values, "name": values["subject"]}
        if "sentence" in values:
            values = {**values, "ordinal": ordinal(int(values["sentence"]), self._language)}
        needed = [name for name in _SLOTS if f"{{{name}}}" in template]
        if not all(values.get(name) for name in needed):
            return ""
        text = " ".join(template.format(**{name: values[name] for name in needed}).split())
        text = elided(text) if self._language == "fr" else text
        return text[0].upper() + text[1:] if template[0] in "{QWЩЧ" and text.endswith("?") else text

    def _add(self, found: dict[Wording, list[str]], wording: Wording, text: str, told: object) -> None:
        key = question_key(text)
        if not key or key in self._asked:
            return
        if wording is Wording.OBLIQUE and content_stems(self._language, text).keys() & told:  # type: ignore[operator]
            return
        self._asked.add(key)
        found[wording].append(text)

    def _spared(self, template: str, number: int) -> str:
        return template.format(number=number, ordinal=ordinal(number // 10, self._language))

    def _shorten_title(self, found: dict[Wording, list[str]], number: int) -> None:
        """Put a question first that fits on a button."""
        every = found[Wording.QUESTION]
        every.sort(key=lambda text: len(text) > LONGEST_TITLE)
        if every and len(every[0]) <= LONGEST_TITLE:
            return
        cut = every[0][: LONGEST_TITLE - 2].rsplit(" ", 1)[0].rstrip(" ,;:«“‘") + "…" if every else ""
        spare = (self._spared(text.removeprefix("question: "), number) for text in _SPARE[self._language])
        for title in (cut, *spare):
            if question_key(title) and question_key(title) not in self._asked:
                self._asked.add(question_key(title))
                every.insert(0, title)
                return

    def out_of_scope(self, candidates: Sequence[str], most: int) -> tuple[str, ...]:
        """Return those of some questions that no entry has, at most a number of them."""
        kept: list[str] = []
        for text in candidates:
            key = question_key(text)
            if key and key not in self._asked and len(kept) < most:
                self._asked.add(key)
                kept.append(text)
        return tuple(kept)


_SPARE: Mapping[str, Sequence[str]] = {
    "fr": (
        "oblique: Et dans la {ordinal} phrase ?", "oblique: Et la {ordinal} phrase, alors ?",
        "question: Que dit le point {number} ?", "keywords: point {number}", "colloquial: et le point {number} alors",
        "claim: Le point {number} est-il vrai ?", "oblique: Et au rang {number} ?", "oblique: Rang {number}, alors ?",
        "keywords: passage {number}", "question: Qu’apprend-on au passage {number} ?",
        "oblique: Et ensuite, {number} ?", "colloquial: passage {number} svp", "claim: Passage {number}, c’est vrai ?",
    ),
    "en": (
        "oblique: And in the {ordinal} sentence?", "oblique: And the {ordinal} sentence, then?",
        "question: What does item {number} say?", "keywords: item {number}", "colloquial: and item {number} then",
        "claim: Is item {number} true?", "oblique: And at rank {number}?", "keywords: passage {number}",
        "question: What is in passage {number}?", "oblique: And then, {number}?", "colloquial: passage {number} pls",
        "claim: Passage {number}, true?",
    ),
    "ru": (
        "oblique: Ну а в {ordinal} предложении?", "oblique: А в {ordinal} предложении, значит?",
        "question: Что в пункте {number}?", "keywords: пункт {number}", "colloquial: а пункт {number} чё",
        "claim: Пункт {number} это правда?", "oblique: А что на месте {number}?", "keywords: отрывок {number}",
        "question: Что в отрывке {number}?", "oblique: И дальше, {number}?", "colloquial: отрывок {number} плиз",
        "claim: Отрывок {number}, правда?",
    ),
    "uk": (
        "oblique: Ну а в {ordinal} реченні?", "oblique: А в {ordinal} реченні, значить?",
        "question: Що в пункті {number}?", "keywords: пункт {number}", "colloquial: а пункт {number} шо",
        "claim: Пункт {number} це правда?", "oblique: А що на місці {number}?", "keywords: уривок {number}",
        "question: Що в уривку {number}?", "oblique: І далі, {number}?", "colloquial: уривок {number} плз",
        "claim: Уривок {number}, правда?",
    ),
}  # fmt: skip
