"""Commands that browse and settle, in the chat's language if it has settled one, else in that of the person's app."""

from __future__ import annotations

from collections.abc import Callable

from telegram import Message, Update
from telegram.constants import ChatType

from bot.answering.addressing import AddressedQuestion, Trigger, author_of, is_from_a_person, person_of
from bot.answering.articles import choice_in
from bot.answering.context import Context
from bot.answering.decoration import removable, votable
from bot.answering.limit_notice import tell_too_much
from bot.answering.limits import Act, LimitDecision
from bot.answering.menu import greet_curator
from bot.answering.posted_answers import say
from bot.answering.rights import pressers_of
from bot.dialogue.browse import COMMANDS, CURATING_COMMANDS, HELP
from bot.dialogue.carried_words import carried_words
from bot.dialogue.chat_settings import LANGUAGE, OVERVIEW
from bot.dialogue.conversation import Dialogue
from bot.dialogue.reply import Reply
from bot.dialogue.surface import Surface
from bot.handlers import settings
from bot.handlers.chats import is_first_greeting
from bot.handlers.questions import answer_within_limits
from knowledge.library import ArticleChoice


async def on_start(update: Update, context: Context) -> None:
    """Answer /start: an entry, a card, a question or settings if a link asks for them, else what the bot does."""
    message = update.message
    if message is None:
        return
    language = await context.services.language_for(message)
    if message.chat.type != ChatType.PRIVATE:
        if _is_addressed(message, context) and await _is_to_be_answered(message, context):
            # A link that adds the bot to a group says so too.
            is_first = await is_first_greeting(context.services, context.turn, message.chat_id)
            if is_first or not context.args:
                await _send(context, message, await _help(message, context, language))
        return
    if not await _may_ask(message, context):
        return
    payload = (context.args or [""])[0]
    entry = context.services.dialogue.follow(payload, language)
    words = carried_words(payload) if entry is None else None
    if words is not None:
        addressed = AddressedQuestion(Trigger.PRIVATE, words)
        await answer_within_limits(context.services, context.turn, message, addressed)
        return
    linked = entry or await settings.linked(message, context, payload)
    if linked is None:
        is_first = payload != HELP
        await _send(context, message, await _help(message, context, language, is_first=is_first))
    else:
        await _send(context, message, votable(linked))
    await greet_curator(context.services, context.bot, message.chat_id)


def _is_addressed(message: Message, context: Context) -> bool:
    """Tell whether a command names the bot: one that does not is every bot's in a group."""
    return (message.text or "").split()[0].lower().endswith(f"@{context.bot.username}".lower())


async def on_help(update: Update, context: Context) -> None:
    """Answer /help, with examples that work where it is sent."""
    message = update.message
    if message is not None and await _is_to_be_answered(message, context):
        await _send(context, message, await _help(message, context, await context.services.language_for(message)))


async def _help(message: Message, context: Context, language: str, *, is_first: bool = False) -> Reply:
    choice = await choice_in(context.services, context.turn, message)
    if choice.admits_none:
        return context.services.dialogue.articles_gone(language)
    browse = context.services.dialogue.browse
    if message.chat.type != ChatType.PRIVATE:
        is_ambient = (await context.services.settings_of(message.chat_id)).ambient
        return browse.greeting(language, context.bot.username, choice=choice, is_ambient=is_ambient)
    if is_first:
        return browse.help(language, (), choice=choice)
    # A private chat has the id of its person.
    curates = message.chat_id in context.services.admin_ids
    return browse.help(language, (*CURATING_COMMANDS, *COMMANDS) if curates else COMMANDS, choice=choice)


async def on_article(update: Update, context: Context) -> None:
    """Answer /article: the card of the one that is talked of, else of the newest."""
    message = update.message
    if message is None:
        return
    settled = (await context.services.settings_of(message.chat_id)).article
    await _browse(
        update,
        context,
        lambda dialogue, language, choice: dialogue.article_pages.current(language, choice, settled),
    )


async def on_articles(update: Update, context: Context) -> None:
    """Answer /articles: all of them, or those that the words behind it fit."""
    message = update.message
    if message is None:
        return
    words, settings_of_chat = " ".join(context.args or ()), await context.services.settings_of(message.chat_id)
    await _browse(
        update,
        context,
        lambda dialogue, language, choice: dialogue.article_pages.overview(
            words, language, choice, settings_of_chat.article
        ),
    )


async def on_topics(update: Update, context: Context) -> None:
    """Answer /topics."""
    await _browse(update, context, lambda dialogue, *shown: dialogue.browse.topics(*shown))


async def on_who(update: Update, context: Context) -> None:
    """Answer /who."""
    await _browse(update, context, lambda dialogue, *shown: dialogue.browse.people(*shown))


async def on_sources(update: Update, context: Context) -> None:
    """Answer /sources."""
    await _browse(update, context, lambda dialogue, *shown: dialogue.browse.sources(*shown))


async def on_privacy(update: Update, context: Context) -> None:
    """Answer /privacy."""
    message = update.message
    if message is not None and await _is_to_be_answered(message, context):
        language = await context.services.language_for(message)
        await _send(context, message, context.services.dialogue.browse.privacy(language))


async def on_forget(update: Update, context: Context) -> None:
    """Delete the votes of whoever sends /forget, and what they have asked in vain today."""
    message = update.message
    if message is None or not await _is_to_be_answered(message, context):
        return
    services, person, author = context.services, person_of(message), author_of(message)
    number = 0
    # Votes are those of people, whatever name they write under.
    if person is not None:
        await services.forget_votes(person.id)
        number = await services.store.votes.forget(person.id)
        # A private chat has the id of its person.
        await services.store.contexts.forget(person.id)
    questions = await services.store.misses.forget(author.id)
    language = await services.language_for(message)
    await _send(context, message, services.dialogue.browse.forgotten(number, language, questions=questions))


async def on_settings(update: Update, context: Context) -> None:
    """Answer /settings, for administrators in groups."""
    await _settle(update, context, OVERVIEW)


async def on_language(update: Update, context: Context) -> None:
    """Answer /language, for administrators in groups; with a language behind it, that is settled at once."""
    await _settle(update, context, LANGUAGE, " ".join(context.args or ()))


async def _settle(update: Update, context: Context, page: str, typed: str = "") -> None:
    message = update.message
    if message is not None and settings.may_ask(message) and await _is_to_be_answered(message, context):
        await _send(context, message, await settings.settings_reply(message, context, page, typed))


async def _browse(update: Update, context: Context, page: Callable[[Dialogue, str, ArticleChoice], Reply]) -> None:
    message = update.message
    if message is not None and await _is_to_be_answered(message, context):
        language = await context.services.language_for(message)
        choice = await choice_in(context.services, context.turn, message)
        dialogue = context.services.dialogue
        reply = dialogue.articles_gone(language) if choice.admits_none else page(dialogue, language, choice)
        await _send(context, message, reply)


async def _is_to_be_answered(message: Message, context: Context) -> bool:
    """Tell whether a command is one's own, which it is not where somebody forwards it to a group, and one may ask."""
    is_forward = message.forward_origin is not None and message.chat.type != ChatType.PRIVATE
    return is_from_a_person(message) and not is_forward and await _may_ask(message, context)


async def _may_ask(message: Message, context: Context) -> bool:
    """Tell whether somebody may ask one thing more; once in a while they are told if not."""
    services = context.services
    if message.chat.type == ChatType.PRIVATE:
        await services.delivery.open(message.chat_id)
    decision = services.decide(context.turn, Act.ASK)
    if decision is LimitDecision.NOTICE:
        await tell_too_much(services, context.turn, message, await services.language_for(message))
    return decision is LimitDecision.ANSWER


async def _send(context: Context, message: Message, reply: Reply) -> None:
    services, turn = context.services, context.turn
    in_group = message.chat.type != ChatType.PRIVATE
    if in_group:
        reply = removable(reply)
    turn.surface = Surface.COMMAND
    turn.conclude(reply)
    await say(services, turn, message, reply, pressers=pressers_of(message), person=person_of(message))
