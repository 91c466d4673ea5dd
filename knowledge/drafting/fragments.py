"""Fragments: words of an article as a FAQ may carry them, short and with something left out between two."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from knowledge.text.marks import DOUBLE_CLOSING_MARKS
from knowledge.text.quotations import pair_quotation_marks

_WORD = re.compile(r"\w+")
_ENDS = " \t\n\u00a0\u202f,;:.–—-"
_CLOSING = re.compile(rf"[.,!?…]?[ \u00a0\u202f]?[{DOUBLE_CLOSING_MARKS}\"]")
_MOST_FRAGMENTS = 3
LEFT_OUT = " […]"
"""The mark behind a fragment after which something was left out."""
# Never left out: without them the words say something else.
_TURNING = frozenset(
    """ne n pas plus jamais rien aucun aucune ni sans que seul seule seulement sauf non not no never nothing nor neither
    only unless except without hardly не ни нет никогда только без ні немає ніколи лише тільки""".split()
)

# Articles, prepositions and conjunctions.
_LEADING = frozenset(
    """le la les un une des du de à au aux en et ou dans sur sous par pour avec son sa ses leur leurs ce cette ces the a
    an of to in on at by for with from and or his her its their that which и в на с о из от к по и а і й у з до від про
    та для""".split()
)


def fragments(text: str, longest: int, *, ends_whole: bool = False) -> tuple[str, ...]:
    """Cut a text into fragments of which none has too many words.

    One word is left out between two fragments, never one that turns the meaning. What is beyond the third fragment is
    left out.

    Args:
        text: One sentence or more.
        longest: The most words of a fragment, at least 2; what an apostrophe parts counts as two.
        ends_whole: End no fragment that is cut in a word that leads to the next one ("avec les").

    Returns:
        The fragments in order, as they stand in the text; none if it has no word.
    """
    words = list(_WORD.finditer(text))
    found: list[str] = []
    begin = 0
    while begin < len(words) and len(found) < _MOST_FRAGMENTS:
        end = min(begin + longest, len(words))
        if end < len(words):
            # The word behind the fragment is left out; so it must not be one that turns the meaning.
            while end > begin + 1 and not _may_be_left_out(text, words, end):
                end -= 1
            loose = end
            while ends_whole and loose > begin + 2 and _leads_on(text, words, loose - 1):
                loose -= 1
            if _may_be_left_out(text, words, loose):
                end = loose
        part = _closed(text, words[begin].start(), words[end - 1].end()).strip(_ENDS)
        if part:
            found.append(part)
        begin = end + 1
    return tuple(found)


def _closed(text: str, start: int, end: int) -> str:
    """The part of a text, with the mark that closes a quotation in it if that stands right behind."""
    part = text[start:end]
    closing = _CLOSING.match(text, end)
    if (
        closing is None
        or not pair_quotation_marks(part).unpaired
        or pair_quotation_marks(text[start : closing.end()]).unpaired
    ):
        return part
    return text[start : closing.end()]


def excerpts(text: str, longest: int) -> tuple[str, ...]:
    """Cut a text into fragments, each with " […]" at its end if more of the text follows.

    Args:
        text: One sentence or more.
        longest: The most words of a fragment, as of `fragments`.
    """
    found = fragments(text, longest, ends_whole=True)
    if not found:
        return ()
    *others, last = found
    rest = text[text.rindex(last) + len(last) :]
    return (*(f"{each}{LEFT_OUT}" for each in others), f"{last}{LEFT_OUT}" if _WORD.search(rest) else last)


def _leads_on(text: str, words: Sequence[re.Match[str]], position: int) -> bool:
    following = text[words[position].end() :][:1]
    return words[position][0].lower() in _LEADING and following.isspace()


def _may_be_left_out(text: str, words: Sequence[re.Match[str]], position: int) -> bool:
    word = words[position]
    apart = text[word.start() - 1 : word.start()] not in tuple("'’-") and text[
        word.end() : word.end() + 1
    ] not in tuple("'’-")
    return apart and word[0].lower() not in _TURNING and not word[0].isdigit()


class RunLimit:
    """A limit to how many words in a row a text may have in common with an article, case and marks aside.

    Args:
        article: The text of the article.
        longest: The most words in a row.
    """

    def __init__(self, article: str, longest: int) -> None:
        self._size = longest + 1
        self._runs = set(self._runs_of(article))

    def allows(self, text: str) -> bool:
        """Tell if no more words in a row than may be are those of the article."""
        return self._runs.isdisjoint(self._runs_of(text))

    def _runs_of(self, text: str) -> Iterator[tuple[str, ...]]:
        words = [each.lower() for each in _WORD.findall(text)]
        return (tuple(words[first : first + self._size]) for first in range(len(words) - self._size + 1))
