"""Inline mode: `@bot words` in any chat lists entries to send."""

from __future__ import annotations

from hashlib import blake2b

from telegram import (
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest
from telegram.helpers import create_deep_linked_url

from bot.answering.articles import choice_of
from bot.answering.context import Context
from bot.answering.limits import Act, LimitDecision
from bot.answering.meaning import prepare
from bot.answering.sending import NO_PREVIEW, is_expired
from bot.dialogue.carried_words import carried
from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.phrases import phrases
from bot.rendering.html import html, summary

RESULTS_A_PAGE = 10
# Answers change only when the knowledge does; titles depend on the person's language.
_CACHE_SECONDS = 60
DEEP_LINK = "inline"
# Telegram takes no more; the longest slug with a slash and the longest id has one more.
_LONGEST_ID, _DIGEST_BYTES = 64, 8


async def on_inline_query(update: Update, context: Context) -> None:
    """List the entries that fit the words, best first, a page at a time; without words, the main topics."""
    query = update.inline_query
    if query is None:
        return
    if context.services.decide(context.turn, Act.INLINE, silently=True) is not LimitDecision.ANSWER:
        return
    choice = await choice_of(context.services, context.turn)
    question = Question(query.query, query.from_user.language_code, choice)
    await prepare(context.services, question)
    dialogue = context.services.dialogue
    replies = dialogue.listed(question)
    start = int(query.offset) if query.offset.isascii() and query.offset.isdigit() and len(query.offset) < 6 else 0
    page = replies[start : start + RESULTS_A_PAGE]
    following = start + RESULTS_A_PAGE
    button = None
    if not replies:
        code = dialogue.interface_language(question.language_code)
        payload = carried(query.query) or DEEP_LINK
        button = InlineQueryResultsButton(phrases(code)("inline-button"), start_parameter=payload)
    results = [
        result(
            dialogue.label(reply.entry_key or "", reply.language),
            reply,
            _way_in(reply, context),
            article=dialogue.article_title(reply),
            username=context.bot.username,
        )
        for reply in page
    ]
    context.turn.conclude(page[0] if page else None)
    try:
        await context.services.delivery.send_brief(
            lambda: query.answer(
                results,
                cache_time=_CACHE_SECONDS,
                is_personal=True,
                next_offset=str(following) if following < len(replies) else "",
                button=button,
            )
        )
    except BadRequest as error:
        # The person has typed on: the query has expired.
        if not is_expired(error):
            raise


def _way_in(reply: Reply, context: Context) -> InlineKeyboardMarkup | None:
    """Return the button that opens an answer in the private chat, with all that leads on from it there."""
    if reply.entry_key is None:
        return None
    payload = context.services.dialogue.names.payload(reply.entry_key)
    url = create_deep_linked_url(context.bot.username, payload)
    return InlineKeyboardMarkup.from_button(InlineKeyboardButton(phrases(reply.language)("open-in-private"), url=url))


def _result_id(key: str) -> str:
    """Return the id of a result: the entry's key, of one that is too long the end after its digest."""
    if len(key.encode()) <= _LONGEST_ID:
        return key
    digest = blake2b(key.encode(), digest_size=_DIGEST_BYTES).hexdigest()
    return digest + key[-(_LONGEST_ID - len(digest)) :]


def result(
    title: str,
    reply: Reply,
    markup: InlineKeyboardMarkup | None = None,
    *,
    article: str | None = None,
    username: str | None = None,
) -> InlineQueryResultArticle:
    """Return a reply as a result to send inline or as a guest.

    Args:
        title: Its line in a list.
        reply: The reply.
        markup: Its buttons.
        article: The title of its article, where there are several.
        username: The bot's, for the link to the article's card.
    """
    return InlineQueryResultArticle(
        id=_result_id(reply.entry_key or "reply"),
        title=title,
        description=" · ".join(filter(None, [summary(reply), article])),
        input_message_content=InputTextMessageContent(
            html(reply, username=username), parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=markup,
    )
