"""Articles that hold are kept by the digest of their files, and read again as they were."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path

import pytest

from knowledge.article_folders import BUNDLED
from knowledge.cache import TrainedCache
from knowledge.kept_articles import KeptArticles
from knowledge.loading import load_articles
from knowledge.model import Article
from knowledge.parameters import Parameters

DIGEST = b"\0" * 16


def kept(folder: Path) -> KeptArticles:
    return KeptArticles(TrainedCache(folder))


def assert_alike(one: object, other: object) -> None:
    """Fail unless two values are the same in type and in order, too."""
    assert type(one) is type(other)
    if is_dataclass(one):
        for field in fields(one):
            assert_alike(getattr(one, field.name), getattr(other, field.name))
    elif isinstance(one, Mapping):
        assert isinstance(other, Mapping)
        assert list(one) == list(other)
        for key, value in one.items():
            assert_alike(value, other[key])
    else:
        assert one == other


@pytest.fixture(params=["bundled", "small"])
def article(request: pytest.FixtureRequest, folder: Path) -> Article:
    """An article as its files have it."""
    [loaded] = load_articles(BUNDLED if request.param == "bundled" else folder).articles
    return loaded


def test_an_article_is_found_again_as_it_was(article: Article, tmp_path: Path) -> None:
    kept(tmp_path).keep(article, DIGEST)
    assert_alike(kept(tmp_path).find(article.slug, DIGEST), article)


def test_an_article_of_other_files_or_of_another_name_is_not_found(article: Article, tmp_path: Path) -> None:
    kept(tmp_path).keep(article, DIGEST)
    assert kept(tmp_path).find(article.slug, b"\1" * 16) is None
    assert kept(tmp_path).find("another", DIGEST) is None


def test_articles_are_loaded_from_the_cache_as_from_their_files_and_anew_once_these_change(
    folder: Path, tmp_path: Path
) -> None:
    cache, path = tmp_path / "cache", folder / "en.yaml"
    first = load_articles(folder, cache)
    assert any(cache.rglob("*"))
    again = load_articles(folder, cache)
    assert again == first
    assert_alike(again.articles, first.articles)
    text = path.read_text(encoding="utf-8")
    path.write_text(f"{text}\nno_such_key: 1\n", encoding="utf-8")
    assert load_articles(folder, cache).refused_articles
    path.write_text(text, encoding="utf-8")
    assert load_articles(folder, cache) == first


def test_an_article_with_a_warning_is_read_from_its_files_each_time(folder: Path, tmp_path: Path) -> None:
    path = folder / "fr.yaml"
    content = path.read_text(encoding="utf-8")
    assert "out_of_scope:" in content
    path.write_text(content.replace("out_of_scope:", "silences:"), encoding="utf-8")
    cache = tmp_path / "cache"
    warnings = load_articles(folder, cache).warnings
    assert warnings
    assert load_articles(folder, cache).warnings == warnings


@pytest.mark.parametrize("damage", ["{", "[]", '{"slug": "passerelle"}'])
def test_a_kept_article_that_is_none_is_not_used(folder: Path, tmp_path: Path, damage: str) -> None:

    [article] = load_articles(folder).articles
    trained = TrainedCache(tmp_path)
    trained.save(("article", article.slug, DIGEST), Parameters({}, {"article": [damage]}))
    assert kept(tmp_path).find(article.slug, DIGEST) is None


def test_an_article_that_no_file_can_hold_is_not_kept(folder: Path, tmp_path: Path) -> None:
    [article] = load_articles(folder).articles
    odd = replace(article, title={"fr": "half a character: \ud83d"})
    kept(tmp_path).keep(odd, DIGEST)
    assert kept(tmp_path).find(odd.slug, DIGEST) is None
