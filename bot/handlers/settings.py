"""The settings of chats, by commands and buttons: in private one's own, in a group by its administrators."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from telegram import CallbackQuery, Chat, Message, User
from telegram.constants import ChatType
from telegram.error import TelegramError

from bot.answering.addressing import author_of
from bot.answering.articles import chat_topic_of
from bot.answering.context import Context
from bot.answering.rights import Permission, administers, reads
from bot.callback_data import Press
from bot.dialogue.actions import (
    AdmitAllArticles,
    AdmitArticle,
    OpenGroupArticles,
    OpenSettings,
    ReleaseArticle,
    Settle,
    SettleArticle,
    Settling,
)
from bot.dialogue.chat_settings import (
    OVERVIEW,
    SettingsView,
    articles_confirmation,
    articles_page,
    articles_page_of,
    change_of,
    confirmation,
    refusal,
    refusal_text,
    settings_page,
    typed_language,
)
from bot.dialogue.reply import Reply
from bot.phrases import phrases
from bot.printable import display_name

_LINKED = re.compile("settings_(-[0-9]{1,16})")


@dataclass(frozen=True, slots=True)
class _Visitor:
    """A visitor of a page of settings.

    Attributes:
        chat: The chat in which the page stands.
        author: The person, or the chat on whose behalf somebody writes.
        language_code: The language of the person's app.
    """

    chat: Chat
    author: User | Chat
    language_code: str | None


@dataclass(frozen=True, slots=True)
class PressResult:
    """The result of a press.

    Attributes:
        toast: Told for a moment; None if there is nothing to say.
        page: Stands in place of the message from now on; None to leave it.
    """

    toast: str | None
    page: Reply | None = None


def may_ask(message: Message) -> bool:
    """Tell whether a command is of a person or an anonymous administrator: not of a channel, and no forward."""
    return message.forward_origin is None and message.sender_chat in (None, message.chat)


async def settings_reply(message: Message, context: Context, page: str, typed: str = "") -> Reply:
    """Return the answer to a command.

    Args:
        message: The command.
        context: Of the update.
        page: The page that it opens.
        typed: The language that is settled at once; if it is none, the page opens all the same.
    """
    visitor, chat_id = _visitor(message), message.chat_id
    may_settle = await _may_settle(visitor, chat_id, context)
    if may_settle is not Permission.GRANTED:
        return refusal(await _language(visitor, chat_id, context), is_told=may_settle is not Permission.UNKNOWN)
    action = typed_language(chat_id, typed)
    if action is not None:
        await _settle(action, context)
    return await _page(visitor, chat_id, page, context) or refusal(await _language(visitor, chat_id, context))


async def linked(message: Message, context: Context, payload: str) -> Reply | None:
    """Return the answer to /start with a link to a group's settings; None if the link leads elsewhere."""
    link = _LINKED.fullmatch(payload)
    if link is None:
        return None
    visitor, chat_id = _visitor(message), await context.services.current_chat(int(link[1]))
    may_settle = await _may_settle(visitor, chat_id, context)
    page = await _page(visitor, chat_id, OVERVIEW, context) if may_settle is Permission.GRANTED else None
    return page or refusal(
        await _language(visitor, message.chat_id, context), is_told=may_settle is not Permission.UNKNOWN
    )


async def pressed(query: CallbackQuery, press: Press, action: Settling, context: Context) -> PressResult:
    """Act on a press on a page of settings: whoever presses must be an administrator at that moment."""
    message, words = query.message, phrases(press.language)
    if not isinstance(message, Message):
        return PressResult(words("settings-gone"))
    # A group that became a supergroup is still known by its old id to the buttons made before.
    chat_id = await context.services.current_chat(action.chat_id)
    visitor = _Visitor(message.chat, query.from_user, query.from_user.language_code)
    may_settle = await _may_settle(visitor, chat_id, context)
    if may_settle is not Permission.GRANTED:
        return PressResult(refusal_text(press.language, is_told=may_settle is not Permission.UNKNOWN))
    action = replace(action, chat_id=chat_id)
    if isinstance(action, OpenSettings | OpenGroupArticles):
        page = await _opened(visitor, action, context)
        return PressResult(None if page else words("settings-gone"), page)
    if not await _settle(action, context):
        return PressResult(words("settings-gone"))
    if isinstance(action, Settle):
        page = await _page(visitor, chat_id, action.setting, context)
        return PressResult(confirmation(action, page.language if page else press.language), page)
    view = await _view(visitor, chat_id, context)
    number = articles_page_of(view, action.article) if isinstance(action, AdmitArticle) else 0
    language = await _language(visitor, chat_id, context)
    return PressResult(articles_confirmation(view, language), articles_page(view, number, language))


async def article_pressed(
    query: CallbackQuery, press: Press, action: SettleArticle | ReleaseArticle, context: Context
) -> PressResult:
    """Settle which article the chat of a button talks of; in a group, only its administrators may."""
    message, services, words = query.message, context.services, phrases(press.language)
    if not isinstance(message, Message):
        return PressResult(words("stale"))
    visitor = _Visitor(message.chat, query.from_user, query.from_user.language_code)
    chat_id = await services.current_chat(message.chat.id)
    may_settle = await _may_settle(visitor, chat_id, context)
    if may_settle is not Permission.GRANTED:
        return PressResult(refusal_text(press.language, is_told=may_settle is not Permission.UNKNOWN))
    settled = action.article if isinstance(action, SettleArticle) else None
    page = services.dialogue.article_pages.article(action.article, press.language, settled)
    if page is None:
        return PressResult(words("stale"))
    await services.chat_settings.change(chat_id, lambda settings: replace(settings, article=settled))
    # Until something else is answered, that is what is talked of.
    services.recent_articles.forget(chat_topic_of(message))
    return PressResult(words("article-settled" if settled else "article-released"), page)


def _visitor(message: Message) -> _Visitor:
    author = author_of(message)
    return _Visitor(message.chat, author, author.language_code if isinstance(author, User) else None)


async def _may_settle(visitor: _Visitor, chat_id: int, context: Context) -> Permission:
    """Tell whether somebody may settle a chat: their own, or a group that they administer.

    A group is settled in private or in itself.
    """
    in_private = visitor.chat.type == ChatType.PRIVATE
    if chat_id >= 0:
        return Permission.given(in_private and chat_id == visitor.chat.id == visitor.author.id)
    here = await context.services.current_chat(visitor.chat.id) == chat_id
    if not here and not in_private:
        return Permission.REFUSED
    if isinstance(visitor.author, Chat):
        # Only its anonymous administrators write on behalf of a group.
        return Permission.given(here and visitor.author.id == visitor.chat.id)
    return await administers(context, chat_id, visitor.author.id)


async def _settle(action: Settle | AdmitArticle | AdmitAllArticles, context: Context) -> bool:
    """Settle something; False if there is no such setting or value."""
    change = change_of(action)
    if change is None:
        return False
    services = context.services
    await services.chat_settings.change(action.chat_id, change)
    return True


async def _page(visitor: _Visitor, chat_id: int, page: str, context: Context) -> Reply | None:
    return await _opened(visitor, OpenSettings(chat_id, page), context)


async def _opened(visitor: _Visitor, action: OpenSettings | OpenGroupArticles, context: Context) -> Reply | None:
    language = await _language(visitor, action.chat_id, context)
    view = await _view(visitor, action.chat_id, context)
    if isinstance(action, OpenSettings):
        return settings_page(view, action.page, language)
    return articles_page(view, action.page, language)


async def _view(visitor: _Visitor, chat_id: int, context: Context) -> SettingsView:
    settings = await context.services.settings_of(chat_id)
    name = url = None
    if visitor.chat.type != ChatType.PRIVATE:
        url = f"https://t.me/{context.bot.username}?start=settings_{chat_id}"
    elif chat_id < 0:
        name = await _name(chat_id, context)
    articles = context.services.knowledge_base.current.library.newest_first
    can_read = not (chat_id < 0 and settings.ambient) or await reads(context, chat_id)
    return SettingsView(chat_id, settings, name, url, articles, can_read)


async def _language(visitor: _Visitor, chat_id: int, context: Context) -> str:
    """Return the language that the chat has settled; else that of the chat where it is read; else the app's."""
    services = context.services
    settings = await services.settings_of(chat_id)
    if settings.language is None:
        settings = await services.settings_of(visitor.chat.id)
    return services.dialogue.interface_language(visitor.language_code, settings)


async def _name(chat_id: int, context: Context) -> str | None:
    """Return the group's name; None if Telegram does not say it."""
    try:
        chat = await context.services.delivery.send_brief(lambda: context.bot.get_chat(chat_id))
    except TelegramError:
        return None
    return display_name(chat.title or "") or None if chat is not None else None
