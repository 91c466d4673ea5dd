"""Tokens of a folded text: words in one language, shorthand spelled out, with their stems."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache

from knowledge.text.languages import AnswerKind, Language, language
from knowledge.text.memo import Memo
from knowledge.text.normalise import fold, words
from knowledge.text.phrases import PhraseMatch, PhraseTable
from knowledge.text.stems import stem
from knowledge.text.synonyms import synonyms


@dataclass(frozen=True, slots=True)
class Token:
    """One word of a text.

    Attributes:
        word: Folded, shorthand and contractions spelled out.
        stem: Its stem in the text's language.
        function: True for a function word, which says little of what the text is about.
    """

    word: str
    stem: str
    function: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class TokenizerOptions:
    """Tables and rules that a tokenizer uses.

    Attributes:
        stems: Cut inflected forms to their stem; else each word is its own.
        abbreviations: Spell out chat shorthand.
        contractions: Take contractions apart.
        claim_markers: Leave out phrases wrapped around a claim.
        small_talk: Tell greetings and thanks from questions.
    """

    stems: bool = True
    abbreviations: bool = True
    contractions: bool = True
    claim_markers: bool = True
    small_talk: bool = True


ALL_TABLES = TokenizerOptions()


class Tokenizer:
    """A reader of texts of one language; `tokenizer(code)` keeps one for each.

    Args:
        language: The tables of the language.
        options: Those of them to use.
    """

    def __init__(self, language: Language, options: TokenizerOptions = ALL_TABLES) -> None:
        if not options.abbreviations:
            language = replace(language, abbreviations={})
        if not options.contractions:
            language = replace(language, contractions={})
        if not options.claim_markers:
            language = replace(language, claim_markers=())
        self.language = language
        self._options = options
        self._tokens = Memo(self._token)
        self._shorthand = language.contractions.keys() | language.abbreviations.keys()
        self._markers = PhraseTable((self._plain_words(marker), True) for marker in language.claim_markers)
        self._kinds = PhraseTable((self._plain_words(phrase), kind) for phrase, kind in language.question_words.items())
        self._question_words = frozenset(
            word for phrase in language.question_words for word in self._plain_words(phrase)
        ) - (language.stop_words)
        self._small_talk = PhraseTable((self._plain_words(phrase), True) for phrase in language.small_talk)
        talk = {word for phrase in self._small_talk for word in phrase}
        self._may_be_small_talk: Memo[str, bool] = Memo(lambda word: word in talk or self._is_function(word))
        self.known_words = (
            language.stop_words
            | language.negations
            | self._question_words
            | frozenset(word for phrase in language.small_talk for word in phrase.split())
        )

    def words(self, text: str) -> list[str]:
        """Return the words of a text, contractions and chat shorthand spelled out, elisions split."""
        folded = fold(text)
        if "'" not in folded and self._shorthand.isdisjoint(found := words(folded)):
            return found
        spelled: list[str] = []
        for word in self._plain_words(folded):
            meant = self.language.abbreviations.get(word)
            spelled.extend(self._plain_words(meant) if meant else [word])
        return spelled

    def without_markers(self, spelled: Sequence[str]) -> list[str]:
        """Return the words without those wrapped around a claim ("is it true that …"), unless nothing else is left."""
        kept = list(spelled)
        for found in reversed(self._markers.find(spelled)):
            del kept[found.start : found.end]
        return kept or list(spelled)

    def tokens(self, spelled: Sequence[str]) -> list[Token]:
        """Return the tokens of words that `words` spelled out."""
        return [self._tokens[word] for word in spelled]

    def _token(self, word: str) -> Token:
        return Token(word, self._stem(word), self._is_function(word))

    def _stem(self, word: str) -> str:
        return stem(word, self.language.code) if self._options.stems else word

    def question_phrases(self, spelled: Sequence[str]) -> list[PhraseMatch[AnswerKind]]:
        """Return the phrases that ask, with the kind of thing that each asks for."""
        return self._kinds.find(spelled)

    def answer_kinds(self, spelled: Sequence[str]) -> frozenset[AnswerKind]:
        """Return the kinds of thing that the words ask for (a person, a duration, a reason …)."""
        return frozenset(found.value for found in self.question_phrases(spelled))

    def is_begun_by_a_question_word(self, spelled: Sequence[str]) -> bool:
        """Tell if nothing but function words stands before the first question word ("so who is …")."""
        first = next(iter(self._kinds.find(spelled)), None)
        return first is not None and all(self._is_function(word) for word in spelled[: first.start])

    @cached_property
    def synonyms(self) -> PhraseTable[str]:
        """Everyday synonyms as phrases of stems; the value is the first member of their group."""
        return PhraseTable(
            ([self._stem(word) for word in self._plain_words(member)], group[0])
            for group in synonyms(self.language.code)
            for member in group
        )

    def is_small_talk(self, spelled: Sequence[str]) -> bool:
        """Tell if the words are nothing but greetings, thanks, laughter and function words."""
        if not self._options.small_talk or not all(map(self._may_be_small_talk.__getitem__, spelled)):
            return False
        talk = self._small_talk.find(spelled)
        covered = {position for found in talk for position in range(found.start, found.end)}
        return bool(talk) and all(
            position in covered or self._is_function(word) for position, word in enumerate(spelled)
        )

    def _is_function(self, word: str) -> bool:
        return word in self.language.stop_words or (len(word) == 1 and not word.isdigit())

    def _plain_words(self, folded: str) -> list[str]:
        plain: list[str] = []
        for word in words(folded):
            plain.extend(self._apart(word))
        return plain

    def _apart(self, word: str) -> list[str]:
        """A word without contractions and elisions: "what's" is "what is", "l'appel" is "l appel"."""
        meant = self.language.contractions.get(word)
        if meant is not None:
            return meant.replace("'", " ").split()
        if "'" not in word:
            return [word]
        pieces = word.split("'")
        if pieces[-1] == "s" and self.language.code == "en":
            pieces.pop()
        # What follows an elision may be a contraction itself: "qu'aujourd'hui".
        rest = "'".join(pieces[1:])
        meant = self.language.contractions.get(rest)
        return [pieces[0], *(meant.replace("'", " ").split() if meant else pieces[1:])]


def tokenizer(code: str, options: TokenizerOptions = ALL_TABLES) -> Tokenizer:
    """Return the tokenizer of a language, by its ISO 639-1 code; the same for the same code and options."""
    return _tokenizer(code, options)


@lru_cache(maxsize=32)
def _tokenizer(code: str, options: TokenizerOptions) -> Tokenizer:
    return Tokenizer(language(code), options)
