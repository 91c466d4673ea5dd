"""Opinions are asked of the bot in vain, and nobody in the article answers in its place."""

from __future__ import annotations

import pytest

from bot.dialogue.conversation import Dialogue
from bot.dialogue.intent import IntentKind
from bot.dialogue.question import Question
from bot.phrases import phrases
from knowledge.library import Library
from knowledge.matcher import Outcome

CLAIM = "Trump spoke with Putin for 90 minutes."


@pytest.mark.parametrize("after", [None, "peace-path"])
@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "what do you think?"),
        ("en", "whose side are you on?"),
        ("en", "do you support Ukraine?"),
        ("fr", "tu en penses quoi ?"),
        ("fr", "vous êtes de quel côté ?"),
        ("fr", "ton avis ?"),
        ("ru", "а ты что думаешь?"),
        ("ru", "на чьей ты стороне?"),
        ("ru", "ты за Трампа?"),
        ("uk", "що ти про це думаєш?"),
        ("uk", "на чиєму ти боці?"),
        ("uk", "твоя думка?"),
    ],
)
def test_the_bot_has_no_opinion_and_nobody_s_stance_stands_for_it(
    library: Library, language: str, text: str, after: str | None
) -> None:
    dialogue = Dialogue(library)
    question = Question(text, after=after)
    understood = dialogue.understand(question)
    lines = {phrases(language)("courtesy-opinion", number=number) for number in range(3)}
    assert understood.kind is IntentKind.COURTESY
    assert dialogue.reply(understood).parts[0].text in lines
    assert dialogue.is_courtesy(question)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "How long do you think the call with Putin lasted?"),
        ("fr", "tu penses que l'appel avec Poutine a duré combien de temps ?"),
        ("ru", "как ты думаешь, сколько длился разговор с Путиным?"),
        ("uk", "як ти думаєш, скільки тривала розмова з Путіним?"),
    ],
)
def test_a_question_about_the_article_stays_one_whatever_the_bot_may_think(
    library: Library, language: str, text: str
) -> None:
    understood = Dialogue(library).understand(Question(text, language))
    assert understood.kind is IntentKind.QUESTION
    assert understood.match is not None
    assert understood.match.candidates[0].entry_id.endswith("/call-duration")


def test_under_another_message_an_opinion_is_about_what_it_says(library: Library) -> None:
    reply = Dialogue(library).ask(Question("what do you think?", about=CLAIM))
    assert reply.is_lookup
    assert reply.outcome is Outcome.ANSWER


@pytest.mark.parametrize("after", [None, "peace-path", "call-duration"])
@pytest.mark.parametrize(
    "text",
    ["who has won?", "who's right?", "qui a raison ?", "qui a gagné ?", "кто победил?", "кто прав?", "хто правий?"],
)
def test_who_is_right_or_has_won_is_not_answered_with_a_speaker(library: Library, text: str, after: str | None) -> None:
    reply = Dialogue(library).ask(Question(text, after=after))
    assert reply.outcome is Outcome.ABSTAIN
    assert reply.entry_key is None
