"""Question reader: from a text as it was typed to the question as it was meant, and the languages that it may be in."""

from __future__ import annotations

from collections.abc import Collection

from knowledge.matching.options import QuestionOptions
from knowledge.matching.variant import Variant
from knowledge.text.enclosures import without_enclosures
from knowledge.text.homoglyphs import unify_alphabet
from knowledge.text.identify import LanguageIdentifier
from knowledge.text.languages import LANGUAGES
from knowledge.text.layout import corrected_layout
from knowledge.text.normalise import LONGEST_TEXT
from knowledge.text.passages import passages

# Fewer words of a language that is rarely asked in here are more likely misspelled ones of another.
_FEWEST_FOREIGN_WORDS = 4


class QuestionReader:
    """A reader of questions.

    Args:
        identifier: Tells the languages of texts.
        languages: Those that variants are in, as ISO 639-1 codes.
        options: Of finding the question in a text.
    """

    def __init__(self, identifier: LanguageIdentifier, languages: Collection[str], options: QuestionOptions) -> None:
        self._identifier, self._languages, self._options = identifier, languages, options

    def without_enclosures(self, text: str) -> str:
        """Return the text up to the longest length, without enclosures, unless there is nothing else."""
        text = text[:LONGEST_TEXT]
        if not self._options.enclosures:
            return text
        return without_enclosures(text, self._identifier.names) or text

    def corrected(self, text: str) -> str:
        """Return a text as it was meant: without enclosures, in one alphabet, in the keyboard layout that it fits."""
        return self._in_own_layout(self._in_one_alphabet(text))

    def read_variant(self, variant: Variant) -> str:
        """Return the text of a variant as `corrected` gives it.

        The identifier knows all words of a variant in its language's alphabet, so that no layout knows more.
        """
        text = self._in_one_alphabet(variant.text)
        is_known = text == variant.text and self._identifier.is_in_alphabet(text, variant.language)
        return text if is_known else self._in_own_layout(text)

    def passages(self, meant: str) -> tuple[str, ...]:
        """Return the passages of a corrected text that may be its question."""
        return passages(meant, self._identifier.plausible(meant)) if self._options.passages else (meant,)

    def readings(self, text: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return the passages of a text that may be its question, each with the languages that read it."""
        return tuple((passage, self.languages_of(passage)) for passage in self.passages(self.corrected(text)))

    def languages_of(self, passage: str) -> tuple[str, ...]:
        """Return the languages that a passage may be in, likely enough to be matched."""
        likely, least = self._identifier.probabilities(passage), self._options.language_probability
        return tuple(language for language, probability in likely.items() if probability >= least)

    def foreign_language(self, passage: str) -> str | None:
        """Return the language of a passage, if no variant is in it; else None.

        In an alphabet that is theirs, misspelled words and model numbers look like another language, too.
        """
        language = self._identifier.identify(passage)
        if language is None or language in self._languages:
            return None
        is_of_ours = language in LANGUAGES or len(passage.split()) >= _FEWEST_FOREIGN_WORDS
        return language if is_of_ours or not self._identifier.plausible(passage) else None

    def _in_one_alphabet(self, text: str) -> str:
        text = self.without_enclosures(text)
        return unify_alphabet(text, self._identifier.knows) if self._options.homoglyphs else text

    def _in_own_layout(self, text: str) -> str:
        identifier = self._identifier
        if not self._options.layout_correction:
            return text
        return corrected_layout(text, identifier.known_share, names=identifier.names)
