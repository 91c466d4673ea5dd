"""`selon chat`: the dialogue of Telegram in a terminal, with numbers for buttons."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from commandline import Selon
from invented import CLOSED_QUESTIONS, REOPENING_QUESTIONS, Foreseen, verdict, village
from two_articles import BRIDGE, BRIDGE_ONLY, BRIDGE_URL, EITHER, MUSEUM, two_articles

from bot.cli.chat import TerminalChat
from bot.dialogue.actions import BrowsePeople, BrowseTopic, BrowseTopics, RejectChoices, ReleaseArticle, SettleArticle
from bot.dialogue.conversation import Dialogue
from bot.dialogue.parts import MainText
from bot.dialogue.reply import Reply
from bot.phrases import LANGUAGES, phrases
from knowledge.library import Library
from knowledge.matcher import Outcome


def chatting(language: str = "fr") -> TerminalChat:
    """Return a chat that has greeted, about the village's bridge."""
    chat = TerminalChat(Dialogue(Library((village(),))), language)
    chat.greeting()
    return chat


def said(chat: TerminalChat, line: str) -> Reply:
    """Return the reply to a line of a chat that goes on."""
    reply = chat.reply(line)
    assert reply is not None
    return reply


def lead(reply: Reply) -> str:
    """Return the first text of a reply."""
    return reply.parts[0].text


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_command_opens_the_page_that_telegram_shows(library: Library, language: str) -> None:
    dialogue = Dialogue(library)
    chat = TerminalChat(dialogue, language)
    assert said(chat, "/topics") == dialogue.browse.topics(language)
    assert said(chat, "/who") == dialogue.browse.people(language)
    assert said(chat, "/sources") == dialogue.browse.sources(language)
    assert said(chat, "/help") == chat.greeting()


@pytest.mark.parametrize("typed", ["/TOPICS", "  /topics  ", "/Topics"])
def test_a_command_may_be_typed_in_any_case(typed: str) -> None:
    chat = chatting()
    assert said(chat, typed) == said(chat, "/topics")


def test_the_greeting_names_every_command_that_works_and_no_other() -> None:
    chat = chatting("en")
    text = str(chat.greeting().parts)
    commands = re.findall(r"/([a-z]+) —", text)
    assert commands
    for command in commands:
        if command != "quit":
            assert phrases("en")("unknown-command", command=f"/{command}") not in str(said(chat, f"/{command}").parts)
    assert {"topics", "who", "sources", "help", "quit"} <= set(commands)


@pytest.mark.parametrize("typed", ["/nonsense", "/", "/ask", "/[bold]", "/run away"])
def test_an_unknown_command_is_named_and_asked_of_nobody(typed: str) -> None:
    reply = said(chatting("en"), typed)
    assert reply.entry_key is None
    assert lead(reply) == phrases("en")("unknown-command", command=typed.partition(" ")[0])


def test_ask_with_a_question_behind_it_asks_it() -> None:
    chat = TerminalChat(Foreseen(Library((village(),)), verdict(Outcome.ANSWER, {"pont/vote": 90.0}, "en")), "fr")
    assert said(chat, "/ask who voted?").entry_key == "pont/vote"


def test_a_number_presses_the_button_of_the_last_reply() -> None:
    chat = chatting()
    assert [button.action for button in said(chat, "/topics").buttons[:2]] == [
        BrowseTopic("pont/bridge"),
        BrowseTopic("pont/vote"),
    ]
    topic = said(chat, "2")
    assert lead(topic) == "Le vote"
    assert said(chat, "1").entry_key == "pont/vote"


def test_a_number_chooses_among_close_questions() -> None:
    close = verdict(Outcome.CHOOSE, {"pont/closed": 60.0, "pont/since": 59.0}, "en")
    for number, entry in (("1", "pont/closed"), ("2", "pont/since")):
        chat = TerminalChat(Foreseen(Library((village(),)), close), "fr")
        assert said(chat, "bridge").buttons[-1].action == RejectChoices()
        assert said(chat, number).entry_key == entry
    chat = TerminalChat(Foreseen(Library((village(),)), close), "fr")
    said(chat, "bridge")
    assert lead(said(chat, "3")) == phrases("en")("rejected")


@pytest.mark.parametrize("typed", ["0", "99", "100000", "007000"])
def test_a_number_without_a_button_is_said_so_and_the_buttons_stay(typed: str) -> None:
    chat = chatting()
    buttons = said(chat, "/topics").buttons
    wrong = said(chat, typed)
    assert wrong.buttons == buttons
    assert lead(wrong) == phrases("fr")("terminal-no-button", number=int(typed))
    assert lead(said(chat, "2")) == "Le vote"


@pytest.mark.parametrize("typed", ["²", "①", "5" * 5000])
def test_a_digit_that_is_no_number_of_a_button_does_not_end_the_chat(typed: str) -> None:
    chat = chatting()
    said(chat, "/topics")
    assert said(chat, typed).parts


def test_a_number_where_no_button_is_shown_is_a_question() -> None:
    chat = TerminalChat(Foreseen(Library((village(),)), verdict(Outcome.ANSWER, {"pont/vote": 90.0}, "en")), "fr")
    assert said(chat, "2014").entry_key == "pont/vote"


def test_a_wrong_command_leaves_the_buttons_to_press() -> None:
    chat = chatting()
    said(chat, "/topics")
    said(chat, "/nonsense")
    assert lead(said(chat, "2")) == "Le vote"


def test_the_chat_follows_the_language_of_the_last_question() -> None:
    chat = TerminalChat(Foreseen(Library((village(),)), verdict(Outcome.ANSWER, {"pont/vote": 90.0}, "en")), "fr")
    chat.greeting()
    assert chat.language == "fr"
    said(chat, "who voted?")
    assert chat.language == "en"
    assert lead(said(chat, "/topics")) == phrases("en")("topics-title")


@pytest.mark.parametrize("typed", ["/quit", "/exit", " /QUIT "])
def test_quit_ends_the_chat(typed: str) -> None:
    assert chatting().reply(typed) is None


def test_the_people_page_leads_back_to_the_people() -> None:
    chat = chatting()
    said(chat, "/who")
    person = said(chat, "1")
    assert "Odile Marchand" in lead(person)
    assert person.buttons[-1].action == BrowsePeople()
    assert said(chat, str(len(person.buttons))) == said(chat, "/who")


def test_an_abstention_can_be_browsed_from() -> None:
    chat = TerminalChat(Foreseen(Library((village(),)), verdict(Outcome.ABSTAIN, {}, "en")), "fr")
    silent = said(chat, "what?")
    assert isinstance(silent.parts[0], MainText)
    assert silent.buttons[-1].action == BrowseTopics()
    assert said(chat, str(len(silent.buttons))) == said(chat, "/topics")


@pytest.mark.usefixtures("knowledge")
def test_the_end_of_input_ends_the_chat_and_blank_lines_do_not(selon: Selon) -> None:
    ran = selon("chat", typed=f"\n   \n{CLOSED_QUESTIONS['fr']}\n")
    assert (ran.status, ran.err) == (0, "")
    assert "Il l’est depuis le 3 mai" in ran.out


@pytest.mark.usefixtures("knowledge")
def test_nothing_is_read_after_quit(selon: Selon) -> None:
    ran = selon("chat", typed=f"/quit\n{CLOSED_QUESTIONS['fr']}\n")
    assert ran.status == 0
    assert "Il l’est depuis le 3 mai" not in ran.out


@pytest.mark.usefixtures("knowledge")
def test_default_language_greets(selon: Selon, monkeypatch: pytest.MonkeyPatch) -> None:
    for language in ("en", "uk"):
        monkeypatch.setenv("DEFAULT_LANGUAGE", language)
        assert phrases(language)("welcome") in selon("chat", typed="/quit\n").out


@pytest.mark.slow
def test_a_whole_chat_through_a_pipe_in_two_languages(knowledge: Path, environment: dict[str, str]) -> None:
    lines = ["/who", "1", REOPENING_QUESTIONS["en"], "/topics", "1", "2", "/sources", "/nonsense", "/help", "77"]
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "chat"],
        input="\n".join([*lines, CLOSED_QUESTIONS["fr"], "/quit", ""]),
        capture_output=True,
        env={**environment, "COLUMNS": "300"},
        cwd=knowledge.parent,
        encoding="utf-8",
        check=False,
        timeout=60,
    )
    assert (ran.returncode, ran.stderr) == (0, "")
    expected = [
        phrases("fr")("welcome"),
        phrases("fr")("people-title"),
        "Odile Marchand (maire)",
        "Before autumn, the official promises.",
        phrases("en")("topics-title"),
        "The bridge",
        "Before autumn, the official promises.",
        phrases("en")("sources-title"),
        phrases("en")("unknown-command", command="/nonsense"),
        phrases("en")("welcome"),
        phrases("en")("terminal-no-button", number=77),
        "Il l’est depuis le 3 mai",
    ]
    position = 0
    for text in expected:
        found = ran.stdout.find(text, position)
        assert found >= 0, f"{text!r} is not where it should be"
        position = found + 1
    assert "\x1b" not in ran.stdout, "no colours in a pipe"


@pytest.mark.usefixtures("knowledge")
def test_what_is_typed_commands_no_terminal(selon: Selon) -> None:
    ran = selon("chat", typed="/\x1b]52;c;eA==\x07\x9b2J\u202e[link=https://example.org]x[/link]\n")
    assert ran.status == 0
    assert "[link=https://example.org]x[/link]" in ran.out
    assert not set("\x1b\x07\x9b\u202e") & set(ran.out)


def test_a_language_is_settled_until_it_is_automatic_again() -> None:
    chat = chatting("fr")
    assert "✓ English" in [button.label for button in said(chat, "/language en").buttons]
    assert lead(said(chat, "/topics")) == phrases("en")("topics-title")
    said(chat, "Depuis quand le pont est-il fermé ?")
    assert lead(said(chat, "/topics")) == phrases("en")("topics-title")
    assert f"✓ {phrases('en')('settings-automatic')}" in [
        button.label for button in said(chat, "/language auto").buttons
    ]
    said(chat, "Depuis quand le pont est-il fermé ?")
    assert lead(said(chat, "/topics")) == phrases("fr")("topics-title")


@pytest.mark.parametrize("typed", ["/language", "/settings", "/language klingon", "/LANGUAGE"])
def test_the_language_is_chosen_by_number_too(typed: str) -> None:
    chat = chatting("fr")
    page = said(chat, typed)
    assert lead(page) == phrases("fr")("settings-language")
    assert phrases("fr")("settings-of-groups") not in str(page)
    number = next(number for number, button in enumerate(page.buttons, 1) if button.label == "Українська")
    assert lead(said(chat, str(number))) == phrases("uk")("settings-language")
    assert chat.language == "uk"


@pytest.mark.parametrize("language", LANGUAGES)
def test_commands_of_telegram_are_explained(language: str) -> None:
    chat, words = chatting(language), phrases(language)
    for name in ("review", "stats"):
        assert lead(said(chat, f"/{name}")) == words("terminal-own-command", command=f"selon {name}")
    for name in ("privacy", "forget"):
        assert lead(said(chat, f"/{name}")) == words("terminal-keeps-nothing")


def test_the_chat_talks_of_the_article_that_it_was_answered_from_last() -> None:
    chat = TerminalChat(Dialogue(two_articles()), "en")
    answers = [said(chat, question).entry_key for question in (EITHER, BRIDGE_ONLY, EITHER)]
    assert answers == [f"{MUSEUM}/closed", f"{BRIDGE}/closed", f"{BRIDGE}/closed"]
    assert said(chat, "/topics").parts[0].text.endswith("The bridge at Valmorel is closed")


def test_articles_are_searched_opened_and_settled_by_number() -> None:
    chat = TerminalChat(Dialogue(two_articles()), "en")
    card = said(chat, "/articles rust")
    number = 1 + [button.action for button in card.buttons].index(SettleArticle(BRIDGE))
    settled = said(chat, str(number))
    assert settled.parts[-1].text == phrases("en")("article-settled")
    assert said(chat, EITHER).entry_key == f"{BRIDGE}/closed"
    released = said(chat, "/articles rust")
    assert released.buttons[number - 1].action == ReleaseArticle(BRIDGE)
    assert said(chat, str(number)).parts[-1].text == phrases("en")("article-released")
    assert said(chat, EITHER).entry_key == f"{MUSEUM}/closed"


def test_a_link_is_answered_with_the_card_of_its_article() -> None:
    chat = TerminalChat(Dialogue(two_articles()), "en")
    assert said(chat, BRIDGE_URL) == said(chat, "/articles rust")
