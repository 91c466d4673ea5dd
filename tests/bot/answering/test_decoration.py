"""A reply gets buttons, and loses some, on its way into a chat."""

from __future__ import annotations

from dataclasses import replace

import pytest
from invented import Foreseen, verdict, village

from bot.answering.decoration import for_guest, pointer, removable, votable
from bot.dialogue.actions import RemoveReply, Vote
from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import Mention, Pointer
from bot.dialogue.question import Question
from bot.phrases import phrases
from knowledge.library import Library
from knowledge.matcher import Outcome

LIBRARY = Library((village(),))


def test_a_reply_that_can_be_removed_has_one_button_more() -> None:
    dialogue = Dialogue(LIBRARY)
    reply = dialogue.answer("pont/vote", "en")
    decorated = removable(reply)
    assert replace(decorated, buttons=reply.buttons) == reply
    assert decorated.buttons[:-1] == reply.buttons
    assert decorated.buttons[-1].action == RemoveReply()
    assert dialogue.act(RemoveReply(), "en") is None


def test_an_answer_can_be_voted_on_beside_the_button_that_removes_it() -> None:
    dialogue = Dialogue(LIBRARY)
    reply = dialogue.answer("pont/vote", "en")
    decorated = votable(reply)
    up, down = decorated.buttons[-2:]
    assert (up.action, down.action) == (Vote("pont/vote", up=True), Vote("pont/vote", up=False))
    assert [button.beside for button in removable(decorated).buttons[-3:]] == [False, True, True]
    assert not removable(reply).buttons[-1].beside
    assert replace(decorated, buttons=reply.buttons) == reply
    assert dialogue.act(up.action, "en") is None


def test_what_is_no_answer_cannot_be_voted_on() -> None:
    silent = Foreseen(LIBRARY, verdict(Outcome.ABSTAIN, {}, "en")).ask(Question("?"))
    for reply in (Dialogue(LIBRARY).browse.topics("en"), silent):
        assert votable(reply) == reply


def test_a_guests_reply_keeps_its_buttons_only_to_choose() -> None:
    for outcome in Outcome:
        reply = Foreseen(LIBRARY, verdict(outcome, {"pont/closed": 70.0, "pont/since": 69.0}, "en")).ask(Question("?"))
        assert for_guest(reply).parts == reply.parts
        assert bool(for_guest(reply).buttons) == (outcome is Outcome.CHOOSE)
    assert for_guest(Dialogue(LIBRARY).without_words(Question(""))).buttons == ()


@pytest.mark.parametrize("language", ["fr", "en", "ru", "uk"])
def test_a_pointer_is_one_line_in_the_language_of_the_answer(library: Library, language: str) -> None:
    known = Dialogue(library).answer("appel-trump-poutine/fogel-who", language)
    [named] = pointer(known, url="https://t.me/c/1/2", mention=Mention("Anna", 7)).parts
    [unnamed] = pointer(known, url=None, mention=None).parts
    assert named == Pointer(phrases(language)("pointer-named"), "https://t.me/c/1/2", Mention("Anna", 7))
    assert unnamed == Pointer(phrases(language)("pointer"))
