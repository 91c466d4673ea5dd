"""Courtesy in words that the closed lists do not have, where the article has no answer."""

from __future__ import annotations

from collections.abc import Iterable

from bot.dialogue.intent import IntentKind, readings
from bot.dialogue.question import Question
from bot.dialogue.understood import Understood
from bot.dialogue.utterance_reading import UtteranceReading
from knowledge.library import Library
from knowledge.matcher import Match, Outcome
from knowledge.text.utterances import utterances

# The score of a variant typed as it stands, 0 to 100.
_VERBATIM = 100.0
# Words that may stand beside courtesy where the article has nothing near.
_MOST_BESIDE, _MOST_BESIDE_GREETING, _MOST_BESIDE_INSULT = 3, 1, 1
_MOST_ADDRESSED = 2
# Words of an utterance of which all but one are courtesy.
_FEWEST_WORDS = 3
# Kinds that may as well stand in a question.
_WEAK = frozenset({"reaction", "wellbeing", "help"})
# Kinds that ask the bot something.
_TO_THE_BOT = frozenset({"bot", "maker", "wellbeing", "help"})


def loose_courtesy(
    library: Library, read: Iterable[UtteranceReading], question: Question, bare: Match
) -> Understood | None:
    """Return courtesy among other words, or what speaks to the bot; None if the article may be asked.

    Args:
        library: The articles: nobody whom they name is named in courtesy.
        read: The readings of the words.
        question: The words.
        bare: The match of them by themselves.
    """
    if bare.outcome is Outcome.ANSWER and bare.candidates[0].score >= _VERBATIM:
        return None
    found = next(filter(None, (_spoken(each, bare) for each in read if not goes_on(each, question))), None)
    # To look names up takes longer, and seldom has to be done.
    if found is None or library.lexicon.names_somebody(question.text, library.languages):
        return None
    return Understood(IntentKind.COURTESY, question, None, *found)


def goes_on(each: UtteranceReading, question: Question) -> bool:
    """Tell whether a question leads on from an answer to somebody or something else, as in "and the peace?".

    Args:
        each: The question as it is read.
        question: The same, with what was answered before.
    """
    leads_on = bool(question.after and each.starts_with_counterpart and "?" in question.text)
    return leads_on and _TO_THE_BOT.isdisjoint(each.courtesy.kinds)


def is_courtesy(text: str) -> bool:
    """Tell whether words are nothing but courtesy, by the closed lists of some language."""
    return any(each.courtesy.is_complete for each in readings(text))


def asks_nothing(text: str) -> bool:
    """Tell whether words are courtesy, laughter or fillers, none of which asks anything."""
    return any(
        not each.courtesy.uncovered
        and not each.pronouns
        and not each.starts_with_counterpart
        and not each.has_question_phrase
        for each in readings(text)
    )


def _spoken(each: UtteranceReading, bare: Match) -> tuple[str, tuple[str, ...]] | None:
    """Return the language and the kinds of courtesy in a reading; None if it is none."""
    strong = [kind for kind in each.courtesy.kinds if kind not in _WEAK]
    asks = each.has_question_phrase
    is_nearly_all = len(each.courtesy.uncovered) == 1 and len(each.words) >= _FEWEST_WORDS
    if each.courtesy.kinds and is_nearly_all and not asks:
        return each.language, each.courtesy.kinds
    misspelt = [kind for kind in each.near_courtesy.kinds if kind not in _WEAK]
    if misspelt and each.near_courtesy.is_complete and not asks and bare.outcome is Outcome.ABSTAIN:
        return each.language, tuple(misspelt)
    rest = [word for word in each.courtesy.uncovered if not each.is_function(word)]
    rest = [word for word in rest if word not in utterances(each.language).you]
    most = _MOST_BESIDE_GREETING if set(strong) == {"greeting"} else _MOST_BESIDE
    few = len(each.courtesy.uncovered) <= most
    may_insult = "insult" in strong and len(rest) <= _MOST_BESIDE_INSULT
    if bare.outcome is not Outcome.ABSTAIN and (asks or len(rest) > 1 or not strong):
        return None
    if strong and few and (not asks or may_insult):
        return each.language, tuple(strong)
    if each.speaks_to_the_bot and len(rest) <= _MOST_ADDRESSED:
        return each.language, tuple(strong) or ("bot",)
    return None
