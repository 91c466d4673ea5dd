"""Translation: the words of a sentence that the glossary has, as another language writes them.

Base forms stand one beside the other, as people type them into a search box, so that nothing has to agree.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from rapidfuzz.distance import Prefix

from knowledge.text.glossary import glossary
from knowledge.text.normalise import fold
from knowledge.text.phrases import PhraseTable
from knowledge.text.stances import stance
from knowledge.text.tokens import tokenizer

_ACTS = {
    "agree": ("accord", "agreement", "согласие", "згода"),
    "refuse": ("refus", "refusal", "отказ", "відмова"),
    "hide": ("dissimulation", "concealment", "сокрытие", "приховування"),
    "promise": ("promesse", "promise", "обещание", "обіцянка"),
    "demand": ("exigence", "demand", "требование", "вимога"),
    "threaten": ("menace", "threat", "угроза", "погроза"),
    "fear": ("crainte", "fear", "опасение", "побоювання"),
    "apologise": ("excuses", "apology", "извинение", "вибачення"),
    "confirm": ("confirmation", "confirmation", "подтверждение", "підтвердження"),
    "deny": ("démenti", "denial", "опровержение", "спростування"),
    "accuse": ("accusation", "accusation", "обвинение", "звинувачення"),
    "praise": ("éloge", "praise", "похвала", "похвала"),
    "suspect": ("soupçon", "suspicion", "подозрение", "підозра"),
    "invite": ("invitation", "invitation", "приглашение", "запрошення"),
    "propose": ("proposition", "proposal", "предложение", "пропозиція"),
    "support": ("soutien", "support", "поддержка", "підтримка"),
    "hope": ("espoir", "hope", "надежда", "надія"),
    "withdraw": ("retrait", "withdrawal", "отказ", "відмова"),
    "sign": ("signature", "signing", "подписание", "підписання"),
    "attack": ("attaque", "attack", "нападение", "напад"),
    "order": ("ordre", "order", "приказ", "наказ"),
}
_LANGUAGES = ("fr", "en", "ru", "uk")


def translated(words: Sequence[str], source: str, target: str, *, choice: int = 0) -> tuple[str, ...]:
    """Return the things that words stand for in another language, in their order; none twice.

    Args:
        words: Telling words of a text, without function words.
        source: Their language, by its ISO 639-1 code.
        target: The other one, or the same; both are served.
        choice: Of the words for a thing, which one, from 0; it begins again after the last.
    """
    reader = tokenizer(source)
    spelled = [part for word in words for part in reader.words(word)]
    tokens = reader.tokens(spelled)
    own, forms = glossary(source), glossary(target)
    found: dict[int, str] = {}
    covered: set[int] = set()
    for match in _things(source).find([token.stem for token in tokens]):
        covered.update(range(match.start, match.end))
        written = " ".join(spelled[match.start : match.end])
        # Stems are alike by chance, too: "fermera" is nearer to "fermer" than to "fermier".
        thing = max(match.value, key=lambda each: max(_alike(written, form) for form in own[each]))
        found[match.start] = forms[thing][choice % len(forms[thing])]
    for place, token in enumerate(tokens):
        act = stance(token.word, source)
        if act in _ACTS and place not in covered:
            found[place] = fold(_ACTS[act][_LANGUAGES.index(target)])
    return tuple(dict.fromkeys(found[place] for place in sorted(found)))


def _alike(word: str, form: str) -> tuple[bool, int]:
    """Return the likeness of a form to a word, to sort by: equality, then the letters that both begin with."""
    return word == form, Prefix.similarity(word, form)


@lru_cache(maxsize=8)
def _things(language: str) -> PhraseTable[tuple[str, ...]]:
    """The things that phrases of stems stand for."""
    reader = tokenizer(language)
    found: dict[tuple[str, ...], list[str]] = {}
    for thing, forms in glossary(language).items():
        for form in forms:
            stems = tuple(token.stem for token in reader.tokens(reader.words(form)))
            found.setdefault(stems, []).append(thing)
    return PhraseTable((stems, tuple(dict.fromkeys(things))) for stems, things in found.items())
