"""A variant of an article names its entry by the article, and by the id alone to the article's own matcher."""

from knowledge.article_variant import ArticleVariant
from knowledge.matcher import Variant


def test_a_variant_has_the_key_of_its_entry_and_the_matchers_variant_its_id() -> None:
    variant = ArticleVariant("pool", "closed", "en", "Why is the pool closed?")
    assert variant.key == "pool/closed"
    assert variant.variant == Variant("closed", "en", "Why is the pool closed?")


def test_an_out_of_scope_example_has_no_entry() -> None:
    example = ArticleVariant("pool", None, "en", "How deep is the pool?")
    assert example.key is None
    assert example.variant == Variant(None, "en", "How deep is the pool?")
