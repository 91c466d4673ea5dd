"""The articles that a chat is answered from, and the one that it talks of."""

from __future__ import annotations

from telegram import MaybeInaccessibleMessage, Message
from telegram.constants import ChatType

from bot.answering.addressing import links_of
from bot.answering.context import Services
from bot.answering.sending import thread_of
from bot.dialogue.interpreter import CONTEXT_SECONDS, may_go_on
from bot.dialogue.question import Question
from bot.store.contexts import AnsweredEntry
from bot.turn import Turn
from knowledge.library import ArticleChoice

ChatTopic = tuple[int, int]
"""A chat, and a topic of it; 0 where there are none."""


async def choice_in(services: Services, turn: Turn, message: MaybeInaccessibleMessage) -> ArticleChoice:
    """Return the articles that the chat of a message is answered from, and the one that is talked of in its topic."""
    return await _choice(services, turn, chat_topic_of(message))


async def choice_of(services: Services, turn: Turn) -> ArticleChoice:
    """Return the articles for somebody who asks in a chat that the bot does not see: as in private."""
    return await _choice(services, turn, (turn.asker_id, 0))


async def question_in(services: Services, turn: Turn, message: Message, text: str, about: str = "") -> Question:
    """Return the question that a message asks, with what tells which article it is about.

    An article's address in the message, or in the one that it answers, selects that article. In an answer of the bot's
    it only tells what is talked of: the question may turn to another.

    Args:
        services: Of all handlers.
        turn: Of the update.
        message: The message.
        text: The words of the question.
        about: Those of the message that it stands under.
    """
    choice, original = await choice_in(services, turn, message), message.reply_to_message
    links = links_of(message)
    if original is not None and original.from_user is not None and original.from_user.id == message.get_bot().id:
        talked_of = services.dialogue.linked(links_of(original))
        if talked_of is not None:
            choice = ArticleChoice(choice.among, talked_of)
    elif original is not None:
        links = (*links, *links_of(original))
    language_code = message.from_user.language_code if message.from_user else None
    before = await _answered_before(services, turn, message, text)
    after, spoken = before if before is not None else (None, None)
    return Question(text, language_code, choice, links, about, after, spoken, message.message_id)


async def _answered_before(services: Services, turn: Turn, message: Message, text: str) -> AnsweredEntry | None:
    """Return the entry that a message goes on from, as `Question.after` has it.

    That is the one of the bot's message that it answers; in private, without one, the last one's of a while.
    """
    if not may_go_on(text):
        return None
    contexts, original = services.store.contexts, message.reply_to_message
    if original is not None:
        is_the_bots = original.from_user is not None and original.from_user.id == message.get_bot().id
        return await contexts.of(message.chat_id, original.message_id) if is_the_bots else None
    if message.chat.type != ChatType.PRIVATE:
        return None
    return await contexts.last(message.chat_id, message.message_id, turn.sent_at - CONTEXT_SECONDS)


def note_article(services: Services, turn: Turn, message: Message, entry_key: str) -> None:
    """Put down that an answer was given where a message stands, so that its article is talked of there."""
    slug = services.dialogue.article_of(entry_key)
    if slug is not None:
        services.recent_articles.put(chat_topic_of(message), slug, turn.sent_at)


def chat_topic_of(message: MaybeInaccessibleMessage) -> ChatTopic:
    """Return the chat and the topic of a message; no topic where Telegram does not show the message any more."""
    return message.chat.id, (thread_of(message) or 0) if isinstance(message, Message) else 0


async def _choice(services: Services, turn: Turn, topic: ChatTopic) -> ArticleChoice:
    recent = services.recent_articles.find(topic, turn.sent_at)
    return services.dialogue.choice(await services.settings_of(topic[0]), recent)
