"""Glosses: a text of any language as features that all languages have in common.

Things of the glossary, names and notions of the article, stances, the kinds of thing that are asked for, numbers; and
n-grams of the words as they sound, in Latin letters, which cognates and names share.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice

from knowledge.lexicon import Concept, Lexicon, find_concepts
from knowledge.matching.features import Unit
from knowledge.matching.grams import weighted_grams
from knowledge.text.glossary import glossary
from knowledge.text.languages import TELLING_KINDS
from knowledge.text.negations import asks_in_the_negative
from knowledge.text.phrases import PhraseMatch, PhraseTable
from knowledge.text.stances import stance
from knowledge.text.synonyms import synonyms
from knowledge.text.tokens import Token, tokenizer
from knowledge.text.transliteration import phonetic_form

# A synonym of a form stands for the same thing less surely; a stance and a kind hold many words.
_SYNONYM, _STANCE, _KIND, _WEAK_KIND = 0.7, 0.8, 0.5, 0.2
# A word by its beginning as it sounds: many a word that no table has is alike in several languages.
_COGNATE, _COGNATE_LETTERS = 0.5, 5


@dataclass(frozen=True, slots=True)
class Gloss:
    """A text as all languages read it.

    Attributes:
        words: Features and their weights.
        sounds: Its words of content as they sound.
        units: The units that it is about, in its order.
        negated: True if it asks who did not, or what was not.
    """

    words: Mapping[str, float]
    sounds: Sequence[str]
    units: Sequence[Unit]
    negated: bool

    @property
    def grams(self) -> Mapping[str, float]:
        """N-grams of the sounds and their weights, worked out anew."""
        return weighted_grams(self.sounds)


class GlossReader:
    """A reader of texts into glosses.

    Args:
        lexicon: Names and notions to recognise.
    """

    def __init__(self, lexicon: Lexicon) -> None:
        self._lexicon = lexicon
        self._named_in = frozenset(alias.language for alias in lexicon.aliases)

    def read(self, text: str, language: str) -> Gloss:
        """Read a text in a language, by its ISO 639-1 code."""
        reader = tokenizer(language)
        return self.read_words(reader.without_markers(reader.words(text)), language)

    def read_words(self, spelled: Sequence[str], language: str) -> Gloss:
        """Read words that are spelled out and repaired."""
        reader = tokenizer(language)
        tokens = reader.tokens(spelled)
        stems = [token.stem for token in tokens]
        # What each word stands for, the surest first.
        meant: list[dict[str, float]] = [{} for _ in tokens]
        covered: set[int] = set()
        for found in self._concepts(tokens, language):
            covered.update(range(found.start, found.end))
            meant[found.start][f"@{found.value.id}" if found.value.is_name else f"#{found.value.id}"] = 1.0
        for things in _things(language).find(stems):
            covered.update(range(things.start, things.end))
            meant[things.start].update((f"%{thing}", weight) for thing, weight in things.value)
        for kind in reader.question_phrases(spelled):
            covered.update(range(kind.start, kind.end))
            meant[kind.start][f"?{kind.value}"] = _KIND if kind.value in TELLING_KINDS else _WEAK_KIND
        sounds = []
        for number, (token, own) in enumerate(zip(tokens, meant, strict=True)):
            taken = stance(token.word, language)
            if taken is not None:
                own[f"!{taken}"] = _STANCE
                covered.add(number)
            if not token.function:
                sounds.append(phonetic_form(token.word))
                if number not in covered:
                    own[f"={sounds[-1][:_COGNATE_LETTERS]}"] = 1.0 if token.word.isdigit() else _COGNATE
        features: dict[str, float] = {}
        for own in meant:
            for feature, weight in own.items():
                features[feature] = max(weight, features.get(feature, 0.0))
        units = [
            Unit(next(iter(own)), tuple(islice(own, 1, None)), min(1.0, max(own.values()))) for own in meant if own
        ]
        return Gloss(features, sounds, units, asks_in_the_negative(spelled, language))

    def _concepts(self, tokens: Sequence[Token], language: str) -> Sequence[PhraseMatch[Concept]]:
        """Return the names and notions in tokens, by their aliases, or as they sound if none is in the language."""
        if language in self._named_in:
            return find_concepts(self._lexicon.tables[language], tokens)
        return self._sounds.find([_heard(token.word) for token in tokens]) or self._sounds.find(
            [_heard(token.stem) for token in tokens]
        )

    @cached_property
    def _sounds(self) -> PhraseTable[Concept]:
        """Names and notions as they sound, for languages that have no alias of them."""
        return PhraseTable(
            ([_heard(word) for word in tokenizer(alias.language).words(alias.text)], alias.concept)
            for alias in self._lexicon.aliases
        )


@lru_cache(maxsize=8)
def _things(language: str) -> PhraseTable[tuple[tuple[str, float], ...]]:
    """The things that phrases of stems stand for, each with a weight, 0 to 1."""
    reader = tokenizer(language)
    groups = {member: group for group in synonyms(language) for member in group}
    found: dict[tuple[str, ...], dict[str, float]] = {}
    for thing, forms in glossary(language).items():
        weights = dict.fromkeys(forms, 1.0)
        for form in forms:
            for member in groups.get(form, ()):
                weights.setdefault(member, _SYNONYM)
        for form, weight in weights.items():
            tokens = reader.tokens(reader.words(form))
            if all(token.function for token in tokens):
                continue
            stems = tuple(token.stem for token in tokens)
            own = found.setdefault(stems, {})
            own[thing] = max(weight, own.get(thing, 0.0))
    return PhraseTable((stems, tuple(own.items())) for stems, own in found.items())


def _heard(word: str) -> str:
    """Return a word or stem in its phonetic form, without the vowels of inflection at its end."""
    sound = phonetic_form(word)
    return sound.rstrip("aeiou") or sound
