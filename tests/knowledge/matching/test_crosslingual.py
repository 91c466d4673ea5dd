"""A word that one language of a FAQ lacks, another may have; and a question may be in a language without variants."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from knowledge.cache import TrainedCache
from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matcher import Matcher, Outcome, Variant
from knowledge.matching.glosses import GlossReader
from knowledge.matching.options import DEFAULT_OPTIONS, CrossLingualOptions

BRIDGE = {
    "closed": {
        "fr": ["Quand le pont ferme-t-il ?", "date de fermeture du pont", "Le pont va-t-il fermer ?"],
        "en": ["When does the bridge close?", "bridge closure date", "Is the bridge going to close?"],
    },
    "mayor": {
        "fr": ["Qui est le maire ?", "nom du maire de la ville", "Comment s'appelle le maire ?"],
        "en": ["Who is the mayor?", "name of the city's mayor", "What is the mayor called?"],
    },
    "price": {
        "fr": ["Combien coûtent les travaux ?", "prix des travaux", "Quel est le coût du chantier ?"],
        "en": ["How much do the works cost?", "price of the works", "What is the cost of the construction?"],
    },
    "school": {
        "fr": ["Les enfants iront-ils à l'école ?", "école et enfants", "Que devient l'école du village ?"],
        "en": ["Will the children go to school?", "school and children", "What happens to the village school?"],
    },
}
OUTSIDE = {
    "fr": ["Qui a gagné le match hier ?", "Quel temps fera-t-il demain ?", "Qui a tué le roi ?"],
    "en": ["Who won the match yesterday?", "What will the weather be tomorrow?", "Who killed the king?"],
}
VARIANTS = [
    *(Variant(entry, code, text) for entry, own in BRIDGE.items() for code, texts in own.items() for text in texts),
    *(Variant(None, code, text) for code, texts in OUTSIDE.items() for text in texts),
]
ASKED = [
    ("closed", "Когда закрывается мост?"),
    ("mayor", "Кто мэр города?"),
    ("price", "Сколько стоит строительство?"),
    ("school", "Дети пойдут в школу?"),
    ("closed", "Коли закриють міст?"),
    ("mayor", "Як звати мера міста?"),
    ("price", "Яка ціна будівництва?"),
    ("school", "Що буде зі школою в селі?"),
]


@pytest.fixture(scope="module")
def bridge() -> Matcher:
    return Matcher(VARIANTS)


@pytest.mark.parametrize(("entry", "text"), ASKED)
def test_a_question_in_a_language_without_variants_finds_its_entry_by_words(
    bridge: Matcher, entry: str, text: str
) -> None:
    match = bridge.match(text)
    assert match.candidates[0].entry_id == entry
    assert match.outcome is not Outcome.ABSTAIN


@pytest.mark.parametrize("text", ["Кто выиграл чемпионат?", "Яка буде погода взимку?"])
def test_a_question_in_such_a_language_about_something_else_is_not_answered(bridge: Matcher, text: str) -> None:
    assert bridge.match(text).outcome is not Outcome.ANSWER


def test_a_word_that_only_another_language_has_finds_its_entry() -> None:
    only_french = [each for each in VARIANTS if each.entry_id != "school" or each.language == "fr"]
    assert Matcher(only_french).match("children at school").candidates[0].entry_id == "school"


def test_what_was_learnt_is_restored_from_the_cache(tmp_path: Path, bridge: Matcher) -> None:
    for _ in range(2):
        matcher = Matcher(VARIANTS, cache=TrainedCache(tmp_path))
        for _, text in ASKED:
            assert matcher.match(text).candidates == bridge.match(text).candidates


def test_where_variants_are_many_words_alone_decide() -> None:
    options = replace(DEFAULT_OPTIONS, crosslingual=CrossLingualOptions(largest=len(VARIANTS) - 1))
    assert Matcher(VARIANTS, options=options).match("Кто мэр города?").outcome is Outcome.ABSTAIN


def test_texts_that_say_the_same_have_features_in_common_in_every_language() -> None:
    reader = GlossReader(Lexicon())
    russian = reader.read("Кто подписал документ в Брюсселе?", "ru").words
    english = reader.read("Who signed the document in Brussels?", "en").words
    assert {"%sign", "%document", "%brussels", "?person", "!sign"} <= russian.keys() & english.keys()


def test_a_name_is_known_by_its_sound_in_a_language_that_has_no_alias_of_it() -> None:
    reader = GlossReader(Lexicon([Alias(Concept("speaker", is_name=True), "fr", "Bastien Corvelin")]))
    assert "@speaker" in reader.read("Что сказал Бастиен Корвелин?", "ru").words


def test_a_negated_question_in_a_language_without_variants_is_an_offer_at_most(bridge: Matcher) -> None:
    assert bridge.match("Когда мост не закрывается?").outcome is not Outcome.ANSWER
