"""A bare name is answered by a choice of what to know about its bearer."""

from __future__ import annotations

import pytest

from bot.dialogue.actions import BrowsePerson, ChooseEntry
from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import Question
from knowledge.library import Library
from knowledge.matcher import Outcome

CREDITED = {
    "trump": ["Trump", "Donald Trump ?", "Дональд Трамп", "президент США"],
    "zelensky": ["Zelensky", "Зеленский", "Зеленський", "Volodymyr Zelensky"],
    "hegseth": ["hegseth", "Хегсет"],
    "peskov": ["Peskov", "Песков?"],
    "kremlin": ["Kremlin", "Кремль"],
    "cnn": ["CNN", "cnn?", "@bot CNN", "CNN https://t.me/news/17"],
}


@pytest.mark.parametrize(("bearer", "text"), [(bearer, text) for bearer, texts in CREDITED.items() for text in texts])
def test_a_bare_name_is_a_choice_beside_the_page_of_what_its_bearer_says(
    library: Library, bearer: str, text: str
) -> None:
    reply = Dialogue(library).ask(Question(text, "en"))
    assert reply.outcome is Outcome.CHOOSE
    offered = [button.action for button in reply.buttons]
    assert 2 <= sum(isinstance(action, ChooseEntry) for action in offered) <= 3
    assert BrowsePerson(bearer) in offered


@pytest.mark.parametrize("text", ["Poutine", "Putin", "Путин", "Володимир Путін", "АП", "AP"])
def test_somebody_who_has_no_page_is_a_choice_all_the_same(library: Library, text: str) -> None:
    reply = Dialogue(library).ask(Question(text, "en"))
    assert reply.outcome is Outcome.CHOOSE
    assert not any(isinstance(button.action, BrowsePerson) for button in reply.buttons)


@pytest.mark.parametrize("text", ["Marc Fogel", "fogel", "Фогель"])
def test_who_says_nothing_can_only_be_asked_who_he_is(library: Library, text: str) -> None:
    reply = Dialogue(library).ask(Question(text, "en"))
    assert str(reply.entry_key).endswith("/fogel-who")


@pytest.mark.parametrize("text", ["Qui est Pete Hegseth ?", "Who is Peskov?", "Кто такой Песков?", "CNN Trump"])
def test_a_name_with_anything_else_is_answered_as_before(library: Library, text: str) -> None:
    assert Dialogue(library).ask(Question(text, "en")).outcome is Outcome.ANSWER


def test_a_choice_has_its_best_candidate_first(library: Library) -> None:
    match = Dialogue(library).match(Question("CNN"))
    scores = [each.score for each in match.candidates]
    assert scores == sorted(scores, reverse=True)
    assert match.shown_candidates[0].entry_id.endswith("/cnn-relayed")
