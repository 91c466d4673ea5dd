"""The pages on which a chat settles things: what is marked, what may be chosen, and what no button can choose."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from two_articles import many_articles

from bot.callback_data import LONGEST, ButtonSigner, Press, chat_place
from bot.dialogue.actions import AdmitAllArticles, AdmitArticle, OpenGroupArticles, OpenSettings, Settle
from bot.dialogue.chat_settings import (
    ARTICLES_A_PAGE,
    OWN_NAMES,
    REPEAT_SECONDS,
    SettingsView,
    articles_confirmation,
    articles_page,
    articles_page_of,
    change_of,
    confirmation,
    settings_page,
    typed_language,
)
from bot.dialogue.names import Names
from bot.dialogue.parts import MainText
from bot.dialogue.pressers import Asker
from bot.dialogue.question import AUTOMATIC, ChatSettings
from bot.dialogue.reply import Reply
from bot.phrases import LANGUAGES, phrases
from bot.store.store import POSTED_SECONDS
from knowledge.library import Library
from knowledge.shape import LONGEST_BUTTON

GROUP, PERSON = -100_1234567890, 7
PAGES = ("", "l", "a", "r")
SETTINGS = st.builds(ChatSettings, st.sampled_from([None, *LANGUAGES]), st.booleans(), st.sampled_from(REPEAT_SECONDS))


def page(chat_id: int, name: str, language: str = "en", settings: ChatSettings = AUTOMATIC) -> Reply:
    shown = settings_page(SettingsView(chat_id, settings), name, language)
    assert shown is not None
    return shown


def choices(shown: Reply) -> list[Settle]:
    return [button.action for button in shown.buttons if isinstance(button.action, Settle)]


def marked(shown: Reply) -> list[str]:
    return [button.label.removeprefix("✓ ") for button in shown.buttons if button.label.startswith("✓")]


def test_no_answer_is_held_back_longer_than_it_is_known_where_it_stands() -> None:
    assert max(REPEAT_SECONDS) <= POSTED_SECONDS
    assert AUTOMATIC.repeat_seconds in REPEAT_SECONDS


def test_every_language_has_its_own_name() -> None:
    assert set(OWN_NAMES) == set(LANGUAGES)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_each_page_of_a_group_is_worded_in_each_language_and_leads_on(name: str, language: str) -> None:
    shown = page(GROUP, name, language)
    assert shown.language == language
    targets = [button.action for button in shown.buttons]
    signer, place = ButtonSigner(b"key", Names(Library(()))), chat_place(GROUP)
    presses = (Press(target, language, Asker(2**52 - 1)) for target in targets)
    assert all(len(signer.data(press, place).encode()) <= LONGEST for press in presses)
    assert len({button.label for button in shown.buttons}) == len(shown.buttons)
    assert all(len(button.label) <= 40 for button in shown.buttons), "fits a phone"
    if name:
        assert targets[-1] == OpenSettings(GROUP)
    else:
        assert targets == [OpenSettings(GROUP, "l"), OpenSettings(GROUP, "a"), OpenSettings(GROUP, "r")]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_private_chat_settles_its_language_only(language: str) -> None:
    shown = page(PERSON, "", language)
    assert shown == page(PERSON, "l", language)
    assert [choice.setting for choice in choices(shown)] == ["l"] * (1 + len(LANGUAGES))
    assert all(isinstance(button.action, Settle) for button in shown.buttons)
    assert settings_page(SettingsView(PERSON, AUTOMATIC), "a", language) is None
    assert settings_page(SettingsView(PERSON, AUTOMATIC), "r", language) is None


@pytest.mark.parametrize("name", ["x", "A", "ll", "é"])
@pytest.mark.parametrize("chat_id", [GROUP, PERSON])
def test_a_page_that_there_is_not_is_nothing(chat_id: int, name: str) -> None:
    assert settings_page(SettingsView(chat_id, AUTOMATIC), name, "en") is None


@given(before=SETTINGS, name=st.sampled_from(PAGES[1:]), language=st.sampled_from(LANGUAGES), number=st.integers(0, 9))
def test_what_is_chosen_is_settled_marked_and_told_and_nothing_else_changes(
    before: ChatSettings, name: str, language: str, number: int
) -> None:
    shown = page(GROUP, name, language, before)
    assert len(marked(shown)) == 1
    choice = choices(shown)[number % len(choices(shown))]
    change = change_of(choice)
    assert change is not None
    after = change(before)
    label = shown.buttons[choices(shown).index(choice)].label.removeprefix("✓ ")
    assert marked(page(GROUP, name, language, after)) == [label]
    for other in set(PAGES[1:]) - {name}:
        assert marked(page(GROUP, other, language, after)) == marked(page(GROUP, other, language, before))
    line = confirmation(choice, language).removeprefix("✓ ")
    assert label in line
    assert line in [button.label for button in page(GROUP, "", language, after).buttons]
    assert len(line) <= 200, "fits a toast"


@pytest.mark.parametrize(
    ("choice", "after"),
    [
        (Settle(GROUP, "l", "auto"), ChatSettings(None, ambient=True, repeat_seconds=3600)),
        (Settle(GROUP, "l", "uk"), ChatSettings("uk", ambient=True, repeat_seconds=3600)),
        (Settle(GROUP, "a", "off"), ChatSettings("fr", ambient=False, repeat_seconds=3600)),
        (Settle(GROUP, "r", "0"), ChatSettings("fr", ambient=True, repeat_seconds=0)),
        (Settle(GROUP, "r", "604800"), ChatSettings("fr", ambient=True, repeat_seconds=604800)),
        (Settle(PERSON, "l", "ru"), ChatSettings("ru", ambient=True, repeat_seconds=3600)),
    ],
)
def test_each_setting_becomes_what_its_value_says(choice: Settle, after: ChatSettings) -> None:
    change = change_of(choice)
    assert change is not None
    assert change(ChatSettings("fr", ambient=True, repeat_seconds=3600)) == after


@pytest.mark.parametrize(
    ("setting", "value"),
    [("l", "de"), ("l", ""), ("l", "on"), ("l", "FR"), ("a", "auto"), ("a", "1"), ("r", "601"), ("r", "-1"),
     ("r", "99999999"), ("r", "٣"), ("r", "auto"), ("x", "on"), ("", "fr")],
)  # fmt: skip
@pytest.mark.parametrize("chat_id", [GROUP, PERSON])
def test_a_value_that_no_button_has_changes_nothing(chat_id: int, setting: str, value: str) -> None:
    assert change_of(Settle(chat_id, setting, value)) is None


@given(chat_id=st.sampled_from([GROUP, PERSON]), setting=st.text(max_size=2), value=st.text(max_size=8))
def test_forged_values_change_only_what_a_button_could(chat_id: int, setting: str, value: str) -> None:
    action = Settle(chat_id, setting, value)
    offered = [choice for name in "lar" if name == "l" or chat_id < 0 for choice in choices(page(chat_id, name))]
    assert (change_of(action) is not None) == (action in offered)


@pytest.mark.parametrize(("setting", "value"), [("a", "on"), ("r", "0")])
def test_a_private_chat_has_no_settings_of_groups(setting: str, value: str) -> None:
    assert change_of(Settle(PERSON, setting, value)) is None


@pytest.mark.parametrize(
    ("typed", "value"),
    [("fr", "fr"), ("FR", "fr"), (" uk ", "uk"), ("ru-RU", "ru"), ("Français", "fr"), ("english", "en"),
     ("РУССКИЙ", "ru"), ("українська", "uk"), ("auto", "auto"), ("AUTO", "auto")],
)  # fmt: skip
def test_a_language_may_be_typed(typed: str, value: str) -> None:
    assert typed_language(GROUP, typed) == Settle(GROUP, "l", value)


@pytest.mark.parametrize("typed", ["", "de", "french fries", "\u202efr", "l", "on", "✓", "😀" * 4096])
def test_anything_else_that_is_typed_is_no_language(typed: str) -> None:
    assert typed_language(GROUP, typed) is None


@given(typed=st.text(max_size=20))
def test_whatever_is_typed_settles_what_a_button_could_or_nothing(typed: str) -> None:
    action = typed_language(PERSON, typed)
    assert action is None or change_of(action) is not None


def test_a_group_is_named_where_its_page_stands_elsewhere_and_linked_where_it_stands_at_home() -> None:
    name = "Débat \u202e<b>"
    view = SettingsView(GROUP, AUTOMATIC, name)
    for each in PAGES:
        shown = settings_page(view, each, "fr")
        assert shown is not None
        assert name in [part.text for part in shown.parts], "on a line of its own"
        assert all(button.url is None for button in shown.buttons)
    url = "https://t.me/SelonTestBot?start=settings_-1001234567890"
    at_home = settings_page(replace(view, name=None, url=url), "", "fr")
    assert at_home is not None
    assert [button.label for button in at_home.buttons if button.url == url] == [phrases("fr")("settings-in-private")]


@pytest.mark.parametrize(
    ("language", "lines"),
    [
        (
            "fr",
            [
                "Répétitions\u00a0: toujours",
                "après 10 minutes",
                "après 1 heure",
                "après 1 jour",
                "après 7 jours",
            ],
        ),
        ("en", ["Repeats: always", "after 10 minutes", "after 1 hour", "after 1 day", "after 7 days"]),
        ("ru", ["Повторы: всегда", "через 10 минут", "через 1 час", "через 1 день", "через 7 дней"]),
        ("uk", ["Повтори: завжди", "через 10 хвилин", "через 1 годину", "через 1 день", "через 7 днів"]),
    ],
)
def test_durations_are_worded_with_their_numbers(language: str, lines: list[str]) -> None:
    for seconds, line in zip(REPEAT_SECONDS, lines, strict=True):
        assert confirmation(Settle(GROUP, "r", str(seconds)), language).endswith(line)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_button_is_cut_on_a_small_telephone(language: str) -> None:
    for seconds in REPEAT_SECONDS:
        settings = ChatSettings(language="uk", ambient=True, repeat_seconds=seconds)
        view = SettingsView(GROUP, settings, url="https://t.me/SelonTestBot?start=settings_-100")
        pages = [settings_page(view, each, language) for each in PAGES]
        assert max(len(button.label) for each in pages if each for button in each.buttons) <= LONGEST_BUTTON


@pytest.mark.parametrize("language", LANGUAGES)
def test_where_the_bot_cannot_read_it_says_so_above_everything_about_unasked_answers(language: str) -> None:
    view = SettingsView(GROUP, ChatSettings(ambient=True), can_read=False)
    unreadable = MainText(phrases(language)("settings-cannot-read"))
    shown = {each: settings_page(view, each, language) for each in PAGES}
    assert [each for each, reply in shown.items() if reply and unreadable in reply.parts] == ["", "a"]


@pytest.mark.parametrize("seconds", [1, 59, 61, 5400, 10**9])
def test_a_duration_that_no_button_offers_is_shown_and_nothing_is_marked(seconds: int) -> None:
    settings = ChatSettings(repeat_seconds=seconds)
    assert marked(page(GROUP, "r", settings=settings)) == []
    assert page(GROUP, "", settings=settings).buttons


# The articles of a group.


def articles_view(settings: ChatSettings = AUTOMATIC, number: int = 3, chat_id: int = GROUP) -> SettingsView:
    """A chat where there are so many articles."""
    return SettingsView(chat_id, settings, articles=many_articles(number).articles)


def admitted(*actions: AdmitArticle | AdmitAllArticles) -> frozenset[str] | None:
    """The articles that are left once a group has pressed some buttons."""
    settings = AUTOMATIC
    for action in actions:
        change = change_of(action)
        assert change is not None
        settings = change(settings)
    return settings.articles


def test_a_group_is_answered_from_all_articles_until_it_chooses_some_and_again_when_it_drops_the_last() -> None:
    one, other = AdmitArticle(GROUP, "pont-1", admitted=True), AdmitArticle(GROUP, "pont-2", admitted=True)
    assert admitted(one) == admitted(one, one) == frozenset({"pont-1"})
    assert admitted(one, other) == frozenset({"pont-1", "pont-2"})
    assert admitted(one, other, AdmitArticle(GROUP, "pont-1", admitted=False)) == frozenset({"pont-2"})
    assert admitted(one, AdmitArticle(GROUP, "pont-1", admitted=False)) is None
    assert admitted(one, other, AdmitAllArticles(GROUP)) is None
    assert change_of(AdmitArticle(PERSON, "pont-1", admitted=True)) is change_of(AdmitAllArticles(PERSON)) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_overview_of_a_group_leads_to_its_articles_where_there_are_several(language: str) -> None:
    words, chosen = phrases(language), replace(AUTOMATIC, articles=frozenset({"pont-1", "pont-2", "gone"}))
    for settings, value in (
        (AUTOMATIC, words("settings-articles-all")),
        (chosen, words("settings-articles-some", count=2, number=3)),
        (replace(AUTOMATIC, articles=frozenset({"gone"})), words("settings-articles-gone")),
    ):
        shown = settings_page(articles_view(settings), "", language)
        assert shown is not None
        [line] = [button.label for button in shown.buttons if button.action == OpenGroupArticles(GROUP)]
        assert line == words("settings-line", name=words("settings-articles"), value=value)
        assert articles_confirmation(articles_view(settings), language) == f"✓ {line}"
    for settings, is_there in ((AUTOMATIC, False), (replace(AUTOMATIC, articles=frozenset({"gone"})), True)):
        only = settings_page(articles_view(settings, number=1), "", language)
        assert only is not None
        assert (OpenGroupArticles(GROUP) in [button.action for button in only.buttons]) is is_there


def test_the_page_of_a_group_s_articles_marks_those_that_are_chosen_and_turns() -> None:
    view = articles_view(replace(AUTOMATIC, articles=frozenset({"pont-2"})), number=ARTICLES_A_PAGE + 1)
    first, second = articles_page(view, 0, "en"), articles_page(view, 1, "en")
    assert first is not None
    assert second is not None
    assert marked(first) == ["Bridge number 2"]
    assert AdmitArticle(GROUP, "pont-2", admitted=False) in [button.action for button in first.buttons]
    assert OpenGroupArticles(GROUP, 1) in [button.action for button in first.buttons]
    assert OpenGroupArticles(GROUP, 0) in [button.action for button in second.buttons]
    assert articles_page_of(view, f"pont-{ARTICLES_A_PAGE + 1}") == 1
    assert articles_page_of(view, "gone") == 0


@pytest.mark.parametrize(("chat_id", "number", "page"), [(PERSON, 3, 0), (GROUP, 1, 0), (GROUP, 3, 1), (GROUP, 3, -1)])
def test_there_is_no_page_of_articles_where_there_is_nothing_to_choose(chat_id: int, number: int, page: int) -> None:
    assert articles_page(articles_view(number=number, chat_id=chat_id), page, "en") is None
