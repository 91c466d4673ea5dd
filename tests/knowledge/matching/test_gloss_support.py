"""A question of any language is held against what each entry has, in whatever language that stands."""

import numpy as np

from knowledge.lexicon import Lexicon
from knowledge.matching.gloss_support import GlossSupport, GlossSupportTraining, unexplained_entries
from knowledge.parameters import Parameters

TEXTS = [
    ("fr", "Quand le pont ferme-t-il ?"),
    ("fr", "Qui est le maire ?"),
    ("en", "When does the bridge close?"),
    ("en", "Who is the mayor?"),
]
TRAINING = GlossSupportTraining(TEXTS, np.array([0, 1, 0, 1]), 2, Lexicon())


def unexplained_share(learnt: GlossSupport, text: str, language: str) -> list[float]:
    return [float(each) for each in learnt.of(learnt.reader.read(text, language)).unexplained]


def test_a_question_in_another_language_is_explained_by_its_entry() -> None:
    closed, mayor = unexplained_share(TRAINING.learnt, "Когда закрывается мост?", "ru")
    assert closed < mayor
    closed, mayor = unexplained_share(TRAINING.learnt, "Хто мер міста?", "uk")
    assert mayor < closed


def test_a_thing_that_no_entry_has_is_told() -> None:
    learnt = TRAINING.learnt
    assert unexplained_entries(learnt.of(learnt.reader.read("Когда закрывается школа?", "ru"))) == [0, 1]
    assert unexplained_entries(learnt.of(learnt.reader.read("Когда закрывается мост?", "ru"))) == []


def test_a_language_can_be_left_out() -> None:
    [without_french] = TRAINING.without_language(np.array([0]), 0)
    [without_english] = TRAINING.without_language(np.array([0]), 1)
    assert max(without_french.unexplained[0], without_english.unexplained[0]) < 0.3


def test_what_was_learnt_is_restored() -> None:
    kept = Parameters.from_bytes(TRAINING.learnt.parameters().to_bytes())
    restored = GlossSupport.restore(kept, 2, Lexicon())
    question = "Коли закриють міст?", "uk"
    assert unexplained_share(restored, *question) == unexplained_share(TRAINING.learnt, *question)
