"""A process that trains some languages of an article's model while another trains the others."""

from __future__ import annotations

from pathlib import Path

import pytest
from invented import village

from knowledge.article_model import ArticleModel
from knowledge.cache import TrainedCache
from knowledge.matcher import Variant
from knowledge.training_process import TrainingProcess, TrainingRequest, stop_training

ENTRIES = ("closed", "since", "reopens", "safe", "promise", "vote", "everything")
# Enough of them to be learnt in two processes.
MANY = tuple(
    Variant(ENTRIES[number % len(ENTRIES)], language, text.format(number))
    for number in range(1_000)
    for language, text in (("fr", "Le pont {} est-il fermé ?"), ("en", "Is bridge {} closed?"))
)


def test_it_leaves_in_the_cache_what_it_has_learnt(tmp_path: Path) -> None:
    learnt: list[str] = []
    with TrainingProcess() as process:
        process.train(TrainingRequest(village(), (), TrainedCache(tmp_path), ("en",)), learnt.append)
    assert learnt == ["en"]
    assert ArticleModel(village(), (), TrainedCache(tmp_path)).matcher.unlearnt_languages == ("fr",)


@pytest.mark.parametrize("languages", [("de",), ()])
def test_what_it_has_not_learnt_is_still_to_be_learnt(tmp_path: Path, languages: tuple[str, ...]) -> None:
    with TrainingProcess() as process:
        process.train(TrainingRequest(village(), (), TrainedCache(tmp_path), languages))
    assert ArticleModel(village(), (), TrainedCache(tmp_path)).matcher.unlearnt_languages == ("fr", "en")


def test_one_that_nobody_needs_any_more_is_stopped(tmp_path: Path) -> None:
    with TrainingProcess() as process:
        stop_training()
        process.train(TrainingRequest(village(), (), TrainedCache(tmp_path), ("en",)))
    assert ArticleModel(village(), (), TrainedCache(tmp_path)).matcher.unlearnt_languages == ("fr", "en")


def test_one_that_is_asked_for_nothing_is_not_waited_for() -> None:
    with TrainingProcess():
        pass


@pytest.mark.slow
def test_a_model_of_many_variants_answers_the_same_in_whichever_process_it_has_learnt(tmp_path: Path) -> None:
    alone = ArticleModel(village(), MANY)
    alone.warm_up()
    shared = ArticleModel(village(), MANY, TrainedCache(tmp_path))
    assert not shared.can_answer("Is the bridge closed?")
    shared.warm_up(restore=False)
    assert shared.can_answer("Is the bridge closed?")
    assert shared.matcher.unlearnt_languages == ()
    for question in ("Le pont est-il fermé ?", "When does the bridge reopen?", "is brigde 7 closed"):
        assert shared.matcher.match(question) == alone.matcher.match(question)
