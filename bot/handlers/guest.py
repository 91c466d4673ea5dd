"""Guest mode: somebody mentions the bot in a chat that it is not in, and it answers once."""

from __future__ import annotations

from telegram import Message, Update
from telegram.error import BadRequest

from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.handlers.addressing import asked_as_guest, asker_of
from bot.handlers.context import Context
from bot.handlers.inline import result
from bot.handlers.misses import abstained, asking
from bot.handlers.sending import is_expired


async def on_guest_message(update: Update, context: Context) -> None:
    """Answers a guest query: an answer, the choices as buttons, or one short line."""
    message = update.guest_message
    if message is None or message.guest_query_id is None:
        return
    text = asked_as_guest(message, context.bot.bot)
    reply = _reply(message, text, context)
    context.services.note(update.update_id, "guest", reply)
    answered = result(context.services.dialogue.title(reply), reply, asker_of(message) or None)
    query_id = message.guest_query_id
    try:
        sent = await context.services.delivery.once(
            update.update_id, message.chat_id, lambda _: context.bot.answer_guest_query(query_id, answered)
        )
    except BadRequest as error:
        if not is_expired(error):
            raise
        return
    miss = abstained(text, "guest", reply, asking(message))
    if sent is not None and miss is not None:
        # After "done": a crash may lose it then, but does not make it count twice.
        await context.services.delivery.put_down(lambda: context.services.store.misses.add(miss))


def _reply(message: Message, text: str, context: Context) -> Reply:
    dialogue = context.services.dialogue
    code = message.from_user.language_code if message.from_user else None
    question = Question(text, code)
    return dialogue.as_guest(question) if question.text else dialogue.without_words(question).without_buttons()
