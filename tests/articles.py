"""The models of articles that tests ask by themselves."""

from __future__ import annotations

from knowledge.article_model import ArticleModel
from knowledge.library import Library


def sole(library: Library) -> ArticleModel:
    """The model of the only article of a library."""
    [model] = library.models.values()
    return model
