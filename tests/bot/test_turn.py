"""A turn knows what its update is about, and what it comes to."""

from __future__ import annotations

import pytest
from states import NOW, turn

from bot.dialogue.parts import MainText
from bot.dialogue.reply import Reply
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.store.inbox import UpdateState
from bot.turn import Subject, SubjectKind, TurnOver
from knowledge.matcher import Outcome

EDIT = {"update_id": 1, "edited_message": {"message_id": 3, "chat": {"id": -5}, "from": {"id": 7}}}


@pytest.mark.parametrize("kind", SubjectKind)
def test_the_subject_is_a_persons_message_in_its_chat(kind: SubjectKind) -> None:
    assert turn(EDIT).subject(kind) == Subject(kind, chat_id=-5, message_id=3, person_id=7)


def test_it_is_dated_and_numbered_as_its_update() -> None:
    assert (turn(EDIT).update_id, turn(EDIT).sent_at, turn(EDIT).chat_id) == (1, NOW, -5)


def test_an_answer_is_concluded_with_its_entry_and_silence_without_a_language() -> None:
    made = turn(EDIT)
    made.conclude(Reply("fr", (MainText("Oui."),), entry_key="a/b", outcome=Outcome.ANSWER))
    assert (made.outcome, made.language, made.entry_key) == (ReplyOutcome.ANSWER, "fr", "a/b")
    made.conclude(None)
    assert (made.outcome, made.language, made.entry_key) == (ReplyOutcome.SILENT, None, None)


def test_a_second_message_is_refused_in_a_sentence_that_says_what_to_do() -> None:
    assert str(TurnOver(5, UpdateState.DONE)) == (
        "The turn of update 5 is over, its row is done: send all that answers it in one message."
    )
