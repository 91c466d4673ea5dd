"""No slur and no lopsided nickname is published, not even where nobody reads it: in variants, aliases and synonyms.

The words themselves would be published here, so their digests stand for them. One more is added with
`python -c "import hashlib; print(hashlib.sha256('the folded stem'.encode()).hexdigest()[:12])"`: a stem of four
letters or more forbids every word that begins with it, a word with a space after it only itself.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from hashlib import sha256

import pytest

from knowledge.library import Library
from knowledge.model import Article
from knowledge.text.languages import LANGUAGES
from knowledge.text.normalise import fold, words
from knowledge.text.synonyms import synonyms

SHORTEST_STEM = 4
LOADED = frozenset(
    """
    00ca29389c12 058846ee1435 1097eb016724 158461e11ef9 18b97928fad7 18e2fc824f8c 1b4c9133da73
    1e4e6d0e4e2b 201f17917b4d 232b996311ac 2d7c51be4d26 2d93e740d652 2e0a4fc3bce9 2f8cf43a5aea 2ffac411ac34
    303dd7736aa9 303f4272759a 315f1b05e121 32b4a1d7867d 34e2fe675123 3690452be895 3b2a9d9581c7 404258696800
    42a74d74e462 459ccb13694b 46512c031ea4 4769bf53ddff 48dbc7c50ffa 4957c528c61e 4b594267afba 4bf55a9ce713
    4c7941a822da 4dfec87fe70f 50c9ba2cc985 5137eda0e265 52968489e447 54dea120ecbf 555293f3bcbc
    55b945bb9ea8 599e972b93fe 5c6467d2eb4a 614073a0d1e7 6ff8d697ee26 70f0adb9a77c 735c42e9c0c3 747d7754e948
    77b196c07cfc 7abb15e9383e 7cda157412a8 7fa6552a6909 822eaf2549c8 833458fd7f87 83c5c590981e
    88a4b87d2c0a 89a77c5c0483 8e0da8324e4e 9479a67d8fc8 98945b718b11 a19af042907c a67fca61fa90 a69c3d7fc054
    a76634a9e018 ab3fe0f59e2b b44ed017379b b524c19592fc b62253218f99 b74189ea00fc ba4938e0ddbb c364c0b7057f
    c60d37958191 c66f6280d458 cbce483165d2 cc942f7bb2f9 cd03fc51a0bb cfccf3832907 d0ffdefe1a95 d29ab8d85019
    d35241bcf03a d3a345400cbe d3e9c03d2bd1 d4f0f0183052 dc80f947c7b5 ddcd67bd6fda de3817b995b9 e2bb5ce201f2
    e9f2848a8534 f2a90a44058f f4a6eae4c34a f99dae52f030 fd8cc779bce4 ff2bdf7dbf55
    d155ad27b618
    """.split()
)


def digest(text: str) -> str:
    """Return the first twelve digits of a text's SHA-256, in hexadecimal."""
    return sha256(text.encode()).hexdigest()[:12]


def loaded(texts: Iterable[str]) -> set[str]:
    """Return the words of texts that are forbidden or begin with a forbidden stem."""
    found = {word for text in texts for word in words(fold(text))}
    return {word for word in found if LOADED.intersection(forms(word))}


def forms(word: str) -> Iterator[str]:
    """Yield the digests that stand for a word: its own, and that of each beginning."""
    yield digest(f"{word} ")
    for length in range(SHORTEST_STEM, len(word) + 1):
        yield digest(word[:length])


def published(article: Article) -> Iterator[str]:
    """Yield every text of an article's files that is a question or a name."""
    for language in article.served:
        for entry in article.entries:
            yield from entry.questions(language)
            yield entry.answers[language]
        yield from article.out_of_scope[language]
    named = [person.aliases for person in article.people.values()]
    named += [outlet.aliases for outlet in article.outlets.values()]
    for names in (*named, *article.notions.values()):
        for aliases in names.values():
            yield from aliases


def test_no_variant_name_or_notion_holds_a_loaded_word(library: Library) -> None:
    for article in library.articles:
        assert loaded(published(article)) == set()


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_synonym_is_a_loaded_word(language: str) -> None:
    assert loaded(member for group in synonyms(language) for member in group) == set()


def test_a_loaded_word_is_found_in_any_inflection() -> None:
    mark = digest("harmles")
    assert mark in set(forms("harmless"))
    assert mark in set(forms("harmles"))
    assert mark not in set(forms("harm"))
