"""Articles are told apart by their words, and an index that articles are added to is as one made of them all."""

import pytest

from knowledge.article_index import ArticleIndex
from knowledge.model_memory import ModelMemory

VOCABULARIES = {f"article-{number}": {"en": {f"marchand{number}": 0.2, "bridg": 0.1 * number}} for number in range(8)}
QUESTIONS = ("Who closed the bridge?", "Marchand3 and the bridge", "marchand5", "hello")


def some(*numbers: int) -> dict[str, dict[str, dict[str, float]]]:
    return {f"article-{number}": VOCABULARIES[f"article-{number}"] for number in numbers}


@pytest.mark.parametrize("question", QUESTIONS)
def test_an_index_with_articles_added_and_removed_is_as_one_made_of_the_rest(question: str) -> None:
    first = ArticleIndex(some(0, 1, 2, 3))
    before = first.likelihoods(question)
    changed = first.changed(some(1, 2), some(4, 5, 6, 7))
    assert changed.likelihoods(question) == pytest.approx(ArticleIndex(some(0, 3, 4, 5, 6, 7)).likelihoods(question))
    assert first.likelihoods(question) == before


def test_an_index_without_its_articles_knows_no_word() -> None:
    assert ArticleIndex(some(1, 2)).changed(some(1, 2), {}).likelihoods("Who closed the bridge?") == {}


@pytest.mark.parametrize("typed", ["Valmorle", "almorel", "Valmurel"])
def test_a_misspelled_name_picks_its_article_among_many(typed: str) -> None:
    index = ArticleIndex({**VOCABULARIES, "valmorel": {"en": {"valmorel": 0.2}}})
    assert next(iter(index.likelihoods(f"what about {typed}"))) == "valmorel"


class Model:
    """A model that notes that it was let go."""

    def __init__(self) -> None:
        self.is_forgotten = False

    def forget(self) -> None:
        self.is_forgotten = True


def test_models_that_were_not_used_for_longest_leave_memory() -> None:
    memory = ModelMemory(most_variants=200)
    models = [Model() for _ in range(30)]
    for model in models:
        memory.use(model, 10)
        memory.use(models[0], 10)
    assert [model.is_forgotten for model in models] == [False] + [True] * 10 + [False] * 19
