"""A reply's buttons as Telegram's inline keyboard."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from invented import Foreseen, every_reply, verdict

from bot.callback_data import ButtonSigner, Press, chat_place
from bot.dialogue.actions import BrowseTopics, ChooseEntry, OpenEntry, RejectChoices
from bot.dialogue.conversation import Dialogue
from bot.dialogue.names import Names
from bot.dialogue.parts import MainText
from bot.dialogue.pressers import ADMINISTRATORS, ANYBODY, Asker, Pressers
from bot.dialogue.question import Question
from bot.dialogue.reply import Button, Reply
from bot.phrases import LANGUAGES
from bot.rendering.keyboard import keyboard
from knowledge.library import Library
from knowledge.matcher import Outcome

LONGEST_DATA = 64
PLACE = chat_place(-(2**52))


def nothing(_: Press) -> str:
    """The data of buttons that nobody presses."""
    return "-"


def pressed(reply: Reply, signer: ButtonSigner, pressers: Pressers = ANYBODY) -> list[Press | None]:
    """Return what comes back when each button of a reply is tapped; fails on data that Telegram would refuse."""
    markup = keyboard(reply, lambda press: signer.data(press, PLACE), pressers)
    presses = []
    for row in markup.inline_keyboard if markup else ():
        for button in row:
            data = button.callback_data
            assert isinstance(data, str)
            assert 1 <= len(data.encode()) <= LONGEST_DATA
            presses.append(signer.press(data, PLACE))
    return presses


def test_a_reply_without_buttons_has_no_keyboard() -> None:
    assert keyboard(Reply("en", (MainText("!"),)), nothing, ANYBODY) is None


def test_there_is_one_button_a_row_in_order() -> None:
    buttons = (Button("A", OpenEntry("a")), Button("B", BrowseTopics()), Button("C", RejectChoices()))
    markup = keyboard(Reply("uk", (MainText("?"),), buttons), nothing, ANYBODY)
    assert markup is not None
    assert [[button.text for button in row] for row in markup.inline_keyboard] == [["A"], ["B"], ["C"]]


def test_a_tapped_button_comes_back_with_its_action_and_the_language_of_the_reply(library: Library) -> None:
    entry_key = next(iter(library.entries))
    reply = Reply("uk", (MainText("?"),), (Button("A", ChooseEntry(entry_key)), Button("B", BrowseTopics())))
    presses = [Press(ChooseEntry(entry_key), "uk", ANYBODY), Press(BrowseTopics(), "uk", ANYBODY)]
    assert pressed(reply, ButtonSigner(b"key", Names(library))) == presses


@given(label=st.text(min_size=1, max_size=300))
def test_a_long_label_is_shortened_and_says_so(label: str) -> None:
    markup = keyboard(Reply("en", (MainText("?"),), (Button(label, BrowseTopics()),)), nothing, ANYBODY)
    assert markup is not None
    text = markup.inline_keyboard[0][0].text
    assert len(text) <= 64
    assert text == label or (text.endswith("…") and label.startswith(text[:-1]))
    assert text == label or len(label) > 64


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_of_every_reply_survives_the_way_through_telegram(library: Library, language: str) -> None:
    dialogue = Dialogue(library)
    choice = Foreseen(library, verdict(Outcome.CHOOSE, dict.fromkeys(list(library.entries)[:3], 50.0), language))
    silence = Foreseen(library, verdict(Outcome.ABSTAIN, dict.fromkeys(list(library.entries)[:3], 39.0), language))
    replies = [*every_reply(dialogue, language), choice.ask(Question("?")), silence.ask(Question("?"))]
    signer = ButtonSigner(b"key", dialogue.names)
    for reply in replies:
        for who in (ANYBODY, ADMINISTRATORS, Asker(2**52 - 1)):
            assert pressed(reply, signer, who) == [
                Press(button.action, reply.language, who) for button in reply.buttons
            ]


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_label_of_the_library_has_to_be_shortened(library: Library, language: str) -> None:
    for reply in every_reply(Dialogue(library), language):
        markup = keyboard(reply, nothing, ANYBODY)
        rows = markup.inline_keyboard if markup else ()
        assert [row[0].text for row in rows] == [button.label for button in reply.buttons]


def test_a_button_that_leads_somewhere_does_nothing_else() -> None:
    url = "https://t.me/SelonTestBot?start=settings_-5"
    buttons = (Button("A", OpenEntry("a"), url=url), Button("B", OpenEntry("b")))
    markup = keyboard(Reply("en", (MainText("!"),), buttons), nothing, ANYBODY)
    assert markup is not None
    [link], [action] = markup.inline_keyboard
    assert (link.url, link.callback_data) == (url, None)
    assert action.url is None
