"""Passages of a long message that may be its question.

"Hi all! We saw the news last night and my uncle talks nonsense again. So how long did they talk? Thanks!" Matched
as a whole, a question drowns in what stands around it. What asks is taken by itself, and together with the sentence
before it, which often names whom it is about.
"""

from __future__ import annotations

from knowledge.text.question_detection import begins_as_a_question, message_sentences, word_count

# A message with fewer words is one question, however many sentences it has.
_FEWEST_WORDS = 20
_LONGEST_PAIR = 30
_FEWEST_WORDS_THAT_ASK = 2
# Nobody asks more than that at once; it bounds the work.
_MOST_QUESTIONS = 6


def passages(text: str, languages: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts of a message that may be its question.

    Args:
        text: The message.
        languages: ISO 639-1 codes of the languages that it may be in: a sentence without a question mark asks
            if it begins with a question word of one of them.

    Returns:
        The text alone, if it is short, is one sentence, or nothing in it asks; else each sentence that asks, without
        and with the one before it.
    """
    every = message_sentences(text)
    if len(every) < 2 or word_count(text) < _FEWEST_WORDS:
        return (text,)
    asking = [number for number, sentence in enumerate(every) if "?" in sentence] or [
        number for number, sentence in enumerate(every) if begins_as_a_question(sentence, languages)
    ]
    found: list[str] = []
    for number in asking[:_MOST_QUESTIONS]:
        if word_count(every[number]) >= _FEWEST_WORDS_THAT_ASK:
            found.append(every[number])
        pair = " ".join(every[max(0, number - 1) : number + 1])
        if number and word_count(pair) <= _LONGEST_PAIR:
            found.append(pair)
    return tuple(found) or (text,)
