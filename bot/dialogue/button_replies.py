"""The replies that buttons open: answers, help, and pages to browse."""

from __future__ import annotations

from typing import assert_never

from bot.dialogue.abstention import Abstention
from bot.dialogue.actions import (
    Action,
    AdmitAllArticles,
    AdmitArticle,
    AnswerInLanguage,
    BrowseArticle,
    BrowseArticlePeople,
    BrowseArticles,
    BrowseArticleTopics,
    BrowsePeople,
    BrowsePerson,
    BrowseSources,
    BrowseTopic,
    BrowseTopics,
    Browsing,
    ChooseEntry,
    HelpInLanguage,
    JudgeGroup,
    OpenEntry,
    OpenGroupArticles,
    OpenSettings,
    RejectChoices,
    ReleaseArticle,
    RemoveReply,
    ReviewQueue,
    ReviewVariant,
    Settle,
    SettleArticle,
    ShowHelp,
    ShowPrivacy,
    TeachVariant,
    UndoAct,
    Vote,
)
from bot.dialogue.answers import Answers
from bot.dialogue.articles import ArticlePages
from bot.dialogue.browse import Browser
from bot.dialogue.question import ChatSettings
from bot.dialogue.reply import Reply
from knowledge.library import ArticleChoice, Library


class ButtonReplies:
    """The replies that the buttons of a dialogue open.

    Args:
        library: The articles.
        answers: From them.
        abstention: The words for what nothing was found for.
        browse: The pages of topics, people and sources.
        article_pages: The pages of articles.
    """

    def __init__(
        self, library: Library, answers: Answers, abstention: Abstention, browse: Browser, article_pages: ArticlePages
    ) -> None:
        self._library = library
        self._answers = answers
        self._abstention = abstention
        self._browse = browse
        self._article_pages = article_pages

    def reply(self, action: Action, language: str, choice: ArticleChoice, settings: ChatSettings) -> Reply | None:
        """Return the reply that a button opens; None if its target is gone, or if it opens none.

        Args:
            action: The action of the button.
            language: Of the reply.
            choice: The articles that the chat is answered from, and the one that it talks of.
            settings: Of the chat.
        """
        match action:
            case AnswerInLanguage(entry_key, spoken):
                return self._answers.answer(entry_key, spoken)
            case HelpInLanguage(spoken):
                return self._browse.help(spoken, choice=choice)
            case OpenEntry(name) | ChooseEntry(name):
                # Buttons of earlier versions have the id alone.
                key = self._library.key_of(name)
                return self._answers.answer(key, language) if key is not None else None
            case RejectChoices():
                return self._abstention.rejection(language, choice)
            case ShowHelp():
                return self._browse.help(language, choice=choice)
            case ShowPrivacy():
                return self._browse.whole_privacy(language)
            case RemoveReply() | Vote() | SettleArticle() | ReleaseArticle():
                return None
            case OpenSettings() | Settle() | OpenGroupArticles() | AdmitArticle() | AdmitAllArticles():
                return None
            case ReviewQueue() | ReviewVariant() | TeachVariant() | JudgeGroup() | UndoAct():
                return None
            case _:
                return self._page(action, language, choice, settings)

    def _page(self, action: Browsing, language: str, choice: ArticleChoice, settings: ChatSettings) -> Reply | None:
        """Return the page that a button turns to; None if it is gone."""
        match action:
            case BrowseTopics():
                return self._browse.topics(language, choice)
            case BrowseTopic(topic, page):
                return self._browse.topic(topic, page, language)
            case BrowsePeople():
                return self._browse.people(language, choice)
            case BrowsePerson(person, page):
                return self._browse.person(person, page, language, choice)
            case BrowseSources(page):
                return self._browse.sources_page(page, language, choice)
            case BrowseArticles(page):
                return self._article_pages.articles(language, choice, page, settings.article)
            case BrowseArticle(slug):
                return self._article_pages.article(slug, language, settings.article)
            case BrowseArticleTopics(slug):
                return self._browse.topics_of(slug, language, choice)
            case BrowseArticlePeople(slug):
                return self._browse.people_of(slug, language, choice)
            case _:
                assert_never(action)
