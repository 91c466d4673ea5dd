"""Questions among the sentences of a message."""

from __future__ import annotations

import re

from knowledge.text.normalise import fold, words
from knowledge.text.tokens import tokenizer

# The words at the start of a sentence among which a question word makes it a question.
_START = 3
# A message with more words tells something besides, or quotes.
_MOST_WORDS = 20
# Who leaves out the question mark asks in few words, and leaves out the other marks too.
_MOST_WORDS_UNMARKED = 10
_FEWEST_WORDS = 2
_SENTENCE_END = re.compile(r"(?<=[.!?…])\s+|\n+")
_OTHER_MARKS = re.compile(r"[.,;:!…]")


def message_sentences(text: str) -> list[str]:
    """Return the sentences of a message that hold words; each line is at least one."""
    return [sentence.strip() for sentence in _SENTENCE_END.split(text) if word_count(sentence)]


def word_count(text: str) -> int:
    """Count the words of a text."""
    return len(words(fold(text)))


def begins_as_a_question(sentence: str, languages: tuple[str, ...]) -> bool:
    """Tell if one of the first three words is a question word of one of some languages, by their ISO 639-1 codes."""
    return any(tokenizer(code).answer_kinds(tokenizer(code).words(sentence)[:_START]) for code in languages)


def is_one_question(text: str, languages: tuple[str, ...]) -> bool:
    """Tell if a message is a question and nothing else, even if it is not addressed to the bot.

    Args:
        text: The message.
        languages: ISO 639-1 codes of the languages that it may be in.

    Returns:
        True for a short sentence with a question mark at its end, and for a few words without any marks that a
        question word begins.
    """
    folded = fold(text)
    length = len(words(folded))
    if not _FEWEST_WORDS <= length <= _MOST_WORDS or len(message_sentences(text)) != 1:
        return False
    if "?" in folded:
        return not words(folded.rpartition("?")[2])
    if length > _MOST_WORDS_UNMARKED or _OTHER_MARKS.search(folded):
        return False
    return any(tokenizer(code).is_begun_by_a_question_word(tokenizer(code).words(text)) for code in languages)
