"""The settings that a chat may change, and the pages on which it does."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from bot.dialogue.actions import AdmitAllArticles, AdmitArticle, OpenGroupArticles, OpenSettings, Settle
from bot.dialogue.articles import distinct_title
from bot.dialogue.labels import cut
from bot.dialogue.parts import Footnote, MainText, Part, Title
from bot.dialogue.question import ChatSettings
from bot.dialogue.reply import Button, Reply
from bot.phrases import LANGUAGES, Phrases, phrases
from knowledge.model import Article
from knowledge.text.languages import primary_subtag

OVERVIEW, LANGUAGE, AMBIENT, REPEAT = "", "l", "a", "r"
"""The pages; all but the first are settings too."""
OWN_NAMES = {"fr": "Français", "en": "English", "ru": "Русский", "uk": "Українська"}
"""The names of languages in themselves: whoever cannot read the page finds their own."""
REPEAT_SECONDS = (0, 600, 3600, 24 * 3600, 7 * 24 * 3600)
ARTICLES_A_PAGE = 8
# Of characters: what Telegram shows for a moment has at most 200.
_LONGEST_TITLE = 120
_AUTOMATIC = "auto"
_OFF, _ON = "off", "on"
_UNITS = ((24 * 3600, "settings-days"), (3600, "settings-hours"), (60, "settings-minutes"))

Change = Callable[[ChatSettings], ChatSettings]
"""A function from the settings of a chat to its new ones."""


@dataclass(frozen=True, slots=True)
class SettingsView:
    """The values that the pages of a chat show.

    Attributes:
        chat_id: The chat; groups have negative ids.
        settings: The settings that it has.
        name: The group's name, where the page stands in another chat.
        url: The link by which the group is set up from a private chat; None where the page stands in one.
        articles: All articles, in the order of the page that lists them.
        can_read: False if the bot is to answer unasked where Telegram does not show it what is written.
    """

    chat_id: int
    settings: ChatSettings
    name: str | None = None
    url: str | None = None
    articles: tuple[Article, ...] = ()
    can_read: bool = True


@dataclass(frozen=True, slots=True)
class _Setting:
    """One thing to settle: its phrases, the values it may have, and what they mean."""

    name: str
    about: str
    values: tuple[str, ...]
    label: Callable[[str, Phrases], str]
    value: Callable[[ChatSettings], str]
    settled: Callable[[ChatSettings, str], ChatSettings]


def _language_label(value: str, words: Phrases) -> str:
    return OWN_NAMES.get(value) or words("settings-automatic")


def _ambient_label(value: str, words: Phrases) -> str:
    return words("settings-on" if value == _ON else "settings-off")


def _repeat_label(value: str, words: Phrases) -> str:
    seconds = int(value)
    for size, unit in _UNITS:
        if seconds >= size:
            return words(unit, count=seconds // size)
    return words("settings-no-wait")


_SETTINGS = {
    LANGUAGE: _Setting(
        "settings-language",
        "settings-language-about",
        (_AUTOMATIC, *LANGUAGES),
        _language_label,
        lambda settings: settings.language or _AUTOMATIC,
        lambda settings, value: replace(settings, language=None if value == _AUTOMATIC else value),
    ),
    AMBIENT: _Setting(
        "settings-ambient",
        "settings-ambient-about",
        (_OFF, _ON),
        _ambient_label,
        lambda settings: _ON if settings.ambient else _OFF,
        lambda settings, value: replace(settings, ambient=value == _ON),
    ),
    REPEAT: _Setting(
        "settings-repeat",
        "settings-repeat-about",
        tuple(map(str, REPEAT_SECONDS)),
        _repeat_label,
        lambda settings: str(settings.repeat_seconds),
        lambda settings, value: replace(settings, repeat_seconds=int(value)),
    ),
}


def change_of(action: Settle | AdmitArticle | AdmitAllArticles) -> Change | None:
    """Return the change that a button makes; None if such a chat lacks the setting, or if it cannot have the value."""
    if not isinstance(action, Settle):
        return (lambda settings: _admitted(settings, action)) if action.chat_id < 0 else None
    setting = _settings_of(action.chat_id).get(action.setting)
    if setting is None or action.value not in setting.values:
        return None
    return lambda settings: setting.settled(settings, action.value)


def typed_language(chat_id: int, words: str) -> Settle | None:
    """Return the setting for a typed language: its own name, its code, or "auto"; None for anything else."""
    wanted = words.strip().casefold()
    for code, name in OWN_NAMES.items():
        if wanted == name.casefold() or primary_subtag(wanted) == code:
            return Settle(chat_id, LANGUAGE, code)
    return Settle(chat_id, LANGUAGE, _AUTOMATIC) if wanted == _AUTOMATIC else None


def settings_page(view: SettingsView, page: str, language: str) -> Reply | None:
    """Return a page; None if such a chat does not have it. A private chat has but one: its language."""
    in_group = view.chat_id < 0
    if in_group and page == OVERVIEW:
        return _overview(view, language)
    letter = page or LANGUAGE
    setting = _settings_of(view.chat_id).get(letter)
    if setting is None:
        return None
    words = phrases(language)
    parts = (*_heading(words(setting.name), view), MainText(words(setting.about)))
    if letter == AMBIENT:
        parts = (*parts, *_cannot_read(view, words))
    buttons = [
        Button(_marked(setting, value, view, words), Settle(view.chat_id, letter, value)) for value in setting.values
    ]
    if not in_group:
        return Reply(language, (*parts, Footnote(words("settings-of-groups"))), tuple(buttons))
    return Reply(language, parts, (*buttons, Button(words("previous-page"), OpenSettings(view.chat_id))))


def articles_page(view: SettingsView, page: int, language: str) -> Reply | None:
    """Return a page of the articles that a group may be answered from; None if there is no such page.

    Args:
        view: Of a group; only where there are several articles is there anything to choose.
        page: From 0.
        language: Of the reply.
    """
    shown = view.articles[page * ARTICLES_A_PAGE : (page + 1) * ARTICLES_A_PAGE]
    if view.chat_id >= 0 or page < 0 or not shown or not _has_articles_to_choose(view):
        return None
    words, admitted = phrases(language), view.settings.articles or frozenset()
    buttons = [Button(_checked(words("settings-articles-all"), not admitted), AdmitAllArticles(view.chat_id))]
    for article in shown:
        is_in = article.slug in admitted
        title = distinct_title(article, view.articles, language)
        buttons.append(Button(cut(_checked(title, is_in)), AdmitArticle(view.chat_id, article.slug, not is_in)))
    for other in (page - 1, page + 1):
        if 0 <= other * ARTICLES_A_PAGE < len(view.articles):
            turn = words("next-page" if other > page else "settings-articles-previous")
            buttons.append(Button(turn, OpenGroupArticles(view.chat_id, other)))
    buttons.append(Button(words("previous-page"), OpenSettings(view.chat_id)))
    parts = (*_heading(words("settings-articles"), view), MainText(words("settings-articles-about")))
    return Reply(language, parts, tuple(buttons))


def articles_page_of(view: SettingsView, slug: str) -> int:
    """Return the number of the page that lists an article, from 0."""
    slugs = [article.slug for article in view.articles]
    return slugs.index(slug) // ARTICLES_A_PAGE if slug in slugs else 0


def articles_confirmation(view: SettingsView, language: str) -> str:
    """Return the line that says which articles a group is answered from."""
    return f"✓ {_articles_line(view, phrases(language))}"


def confirmation(action: Settle, language: str) -> str:
    """Return the line that says what was settled."""
    return f"✓ {_line(_SETTINGS[action.setting], action.value, phrases(language))}"


def refusal(language: str, *, is_told: bool = True) -> Reply:
    """Return the reply to those who may not settle anything.

    Args:
        language: Of the reply.
        is_told: True if it is known that they may not; if not, they are asked to try again.
    """
    return Reply(language, (MainText(refusal_text(language, is_told=is_told)),))


def refusal_text(language: str, *, is_told: bool = True) -> str:
    """Return the words of a refusal, as `refusal` has them."""
    return phrases(language)("settings-administrators" if is_told else "administrators-unknown")


def _settings_of(chat_id: int) -> dict[str, _Setting]:
    return _SETTINGS if chat_id < 0 else {LANGUAGE: _SETTINGS[LANGUAGE]}


def _overview(view: SettingsView, language: str) -> Reply:
    words = phrases(language)
    buttons = [
        Button(_line(setting, setting.value(view.settings), words), OpenSettings(view.chat_id, letter))
        for letter, setting in _SETTINGS.items()
    ]
    if _has_articles_to_choose(view):
        buttons.append(Button(cut(_articles_line(view, words)), OpenGroupArticles(view.chat_id)))
    if view.url is not None:
        buttons.append(Button(words("settings-in-private"), OpenSettings(view.chat_id), url=view.url))
    parts = (
        *_heading(words("settings-title"), view),
        *_cannot_read(view, words),
        Footnote(words("settings-administrators")),
    )
    return Reply(language, parts, tuple(buttons))


def _cannot_read(view: SettingsView, words: Phrases) -> tuple[Part, ...]:
    return () if view.can_read else (MainText(words("settings-cannot-read")),)


def _heading(title: str, view: SettingsView) -> tuple[Part, ...]:
    # On a line of its own: a name may turn the direction of what follows it.
    return (Title(title),) if view.name is None else (Title(title), MainText(view.name))


def _marked(setting: _Setting, value: str, view: SettingsView, words: Phrases) -> str:
    return _checked(setting.label(value, words), value == setting.value(view.settings))


def _checked(label: str, is_checked: bool) -> str:
    return f"✓ {label}" if is_checked else label


def _admitted(settings: ChatSettings, action: AdmitArticle | AdmitAllArticles) -> ChatSettings:
    """The settings with an article more or fewer; all articles where none would be left."""
    if isinstance(action, AdmitAllArticles):
        return replace(settings, articles=None)
    before, own = settings.articles or frozenset(), frozenset({action.article})
    return replace(settings, articles=(before | own if action.admitted else before - own) or None)


def _has_articles_to_choose(view: SettingsView) -> bool:
    """Tell whether there are several articles, or one that takes the place of those that were chosen."""
    return len(view.articles) > 1 or view.settings.articles is not None


def _articles_line(view: SettingsView, words: Phrases) -> str:
    """The articles that a group is answered from, as many as they are."""
    chosen = [article for article in view.articles if article.slug in (view.settings.articles or ())]
    value = words("settings-articles-all" if view.settings.articles is None else "settings-articles-gone")
    if len(chosen) == 1:
        [article] = chosen
        value = distinct_title(article, view.articles, words.language)[:_LONGEST_TITLE]
    elif chosen:
        value = words("settings-articles-some", count=len(chosen), number=len(view.articles))
    return words("settings-line", name=words("settings-articles"), value=value)


def _line(setting: _Setting, value: str, words: Phrases) -> str:
    return words("settings-line", name=words(setting.name), value=setting.label(value, words))
