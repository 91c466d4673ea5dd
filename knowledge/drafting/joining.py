"""Sentences joined to the quotation that they say who speaks of: “Never!” | Ann Pell shouted."""

from __future__ import annotations

from dataclasses import replace

from knowledge.drafting.cues import find_cues
from knowledge.drafting.languages import Grammar
from knowledge.drafting.page import Page, Passage
from knowledge.drafting.phrases import begins_phrase, is_break, phrase_end
from knowledge.drafting.span import Span

_MOST_WORDS_BEFORE = 12


def joined(page: Page, known: Grammar) -> Page:
    """Join what ends in a question or exclamation mark inside quotation marks to the cue that follows it.

    Returns:
        The page with passages that hold more than one sentence where that is so; each keeps the number of its first.
    """
    passages: list[Passage] = []
    for passage in page.passages:
        before = passages[-1] if passages else None
        if before is not None and _is_open(page.text, before, passage) and _tells_who(passage, known):
            passages[-1] = replace(
                before,
                span=Span(before.span.start, passage.span.end),
                quotations=(*before.quotations, *passage.quotations),
                words=(*before.words, *passage.words),
            )
        else:
            passages.append(passage)
    return replace(page, passages=tuple(passages))


def _is_open(text: str, passage: Passage, following: Passage) -> bool:
    """Tell if a passage is a quotation alone that ends in a mark after which a sentence need not end."""
    if passage.paragraph != following.paragraph or not passage.quotations or not following.words:
        return False
    last = passage.quotations[-1]
    return last.of(text)[-1:] in tuple("?!…") and not any(word.is_word and not word.quoted for word in passage.words)


def _tells_who(passage: Passage, known: Grammar) -> bool:
    """Tell if a passage begins with somebody and a cue, and says nothing else: "Ann Pell shouted."."""
    words = passage.words
    if words[0].quoted or not begins_phrase(words, 0, known):
        return False
    cue = next(iter(find_cues(words, known)), None)
    end = phrase_end(words, 0, known)
    if cue is None:
        unknown = end < len(words) - 1 and words[end].lower.endswith("ed") and not words[end + 1].is_word
        return known.code == "en" and unknown
    if cue.denied or cue.start > _MOST_WORDS_BEFORE or cue.dependent:
        return False
    if cue.start > end and not is_break(words[end]):
        return False
    position = cue.end
    while position < len(words) and words[position].is_word and not words[position].quoted:
        if words[position].lower in known.complementisers:
            return False
        position += 1
    if cue.end >= len(words):
        return True
    following = words[cue.end]
    told = "tell" in cue.lemmas or "ask" in cue.lemmas
    return not following.is_word or told or following.lower in known.prepositions or following.lower in known.times
