"""Stances: what asks the bot for an opinion of its own, or for who is right, neither of which an article answers."""

from __future__ import annotations

from functools import lru_cache

from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.lexicon import Lexicon
from knowledge.text.languages import TELLING_KINDS, AnswerKind
from knowledge.text.phrases import PhraseTable
from knowledge.text.tokens import tokenizer
from knowledge.text.utterances import LANGUAGES, utterances

# Words of content beside the phrase, names aside, with which a question is about the article all the same.
_MOST_BESIDE = 1


def asks_for_an_opinion(each: UtteranceReading, lexicon: Lexicon) -> bool:
    """Tell whether an utterance asks for an opinion of the bot, on somebody or on nothing in particular.

    Args:
        each: The utterance.
        lexicon: The names that say nothing of what else is asked.
    """
    places = {place for found in _opinion(each.language).find(each.words) for place in range(found.start, found.end)}
    content = _content(each, lexicon, places)
    asking = tokenizer(each.language).question_phrases(each.words)
    asks_of_the_article = any(one.value in TELLING_KINDS and one.start not in places for one in asking)
    return bool(places) and len(content) <= _MOST_BESIDE and not (content and asks_of_the_article)


def asks_who_is_right(each: UtteranceReading, lexicon: Lexicon) -> bool:
    """Tell whether an utterance asks who is right, who lies or who has won, and nothing else.

    Args:
        each: The utterance.
        lexicon: The names that say nothing of what else is asked.
    """
    if AnswerKind.PERSON not in tokenizer(each.language).answer_kinds(each.words):
        return False
    judging = utterances(each.language).judgement
    asking = [word for word in each.words if word in judging]
    return bool(asking) and set(_content(each, lexicon, set())) <= set(asking)


def _content(each: UtteranceReading, lexicon: Lexicon, left_out: set[int]) -> list[str]:
    """Return the words that say something, besides those at some places and names."""
    reader = tokenizer(each.language)
    fillers = utterances(each.language).fillers
    named = (one for one in lexicon.concepts_in(reader.tokens(each.words), each.language) if one.value.is_name)
    spans = [(found.start, found.end) for found in reader.question_phrases(each.words)]
    spans += [(found.start, found.end) for found in named]
    said = left_out | {place for start, end in spans for place in range(start, end)}
    return [
        word
        for place, word in enumerate(each.words)
        if place not in said and word not in fillers and not each.is_function(word)
    ]


@lru_cache(maxsize=len(LANGUAGES))
def _opinion(code: str) -> PhraseTable[bool]:
    return PhraseTable((phrase, True) for phrase in utterances(code).opinion)
