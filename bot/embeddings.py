"""The embeddings that are set: the vectors by which questions are matched beside words."""

from __future__ import annotations

from bot.errors import SettingsError
from bot.settings import Settings
from knowledge.embedding import EmbeddingFailed, EmbeddingsChoice
from knowledge.embedding.question_vectors import QuestionVectors


def embeddings_choice(settings: Settings) -> EmbeddingsChoice | None:
    """Return the embeddings that are set; None where words alone decide."""
    if settings.embeddings is None:
        return None
    return EmbeddingsChoice(settings.embeddings, settings.embeddings_model, settings.embeddings_secret() or None)


def question_vectors(settings: Settings, *, makes_at_once: bool = True) -> QuestionVectors | None:
    """Return the vectors of questions, made by the embeddings that are set; None where words alone decide.

    Args:
        settings: Of this run.
        makes_at_once: As of `QuestionVectors`.

    Raises:
        SettingsError: The extra that EMBEDDINGS needs is not installed.
    """
    choice = embeddings_choice(settings)
    if choice is None:
        return None
    try:
        return QuestionVectors(choice.embedder(), makes_at_once=makes_at_once)
    except EmbeddingFailed as error:
        raise SettingsError("EMBEDDINGS", f"cannot be used: {error}") from error
