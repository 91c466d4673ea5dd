"""Models leave memory, those first that were not used for longest."""

from knowledge.model_memory import ModelMemory


class Model:
    """A model that notes that it was let go."""

    def __init__(self) -> None:
        self.is_forgotten = False

    def evict(self) -> None:
        self.is_forgotten = True


def test_models_that_were_not_used_for_longest_leave_memory() -> None:
    memory = ModelMemory(most_variants=200)
    models = [Model() for _ in range(30)]
    for model in models:
        memory.use(model, 10)
        memory.use(models[0], 10)
    assert [model.is_forgotten for model in models] == [False] + [True] * 10 + [False] * 19
