"""Articles that hold, kept in the cache: to read them from YAML takes a third of a second more at each start."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter
from pydantic_core import PydanticSerializationError

from knowledge.cache import TrainedCache
from knowledge.model import Article
from knowledge.parameters import Parameters

_TEXT = "article"


class KeptArticles:
    """The articles of a cache, by the digest of their files.

    Args:
        trained: The cache.
    """

    def __init__(self, trained: TrainedCache) -> None:
        self._trained = trained

    def find(self, slug: str, digest: bytes) -> Article | None:
        """Return an article that was kept; None if there is none, or if it is damaged.

        Args:
            slug: Of the article.
            digest: Of its files, their names included.
        """
        return self._trained.load((_TEXT, slug, digest), _restored)

    def keep(self, article: Article, digest: bytes) -> None:
        """Keep an article whose files hold and give no warning; the digest is that of `find`."""
        try:
            text = _adapter().dump_json(article).decode()
        except PydanticSerializationError:
            # Half a character, which UTF-8 has no bytes for.
            return
        self._trained.save((_TEXT, article.slug, digest), Parameters({}, {_TEXT: [text]}))


@cache
def _adapter() -> TypeAdapter[Article]:
    return TypeAdapter(Article)


def _restored(parameters: Parameters) -> Article:
    """The article of some parameters.

    Raises:
        ValueError: They are not those of one.
    """
    [text] = parameters.strings(_TEXT)
    return _adapter().validate_json(text)
