"""Guest mode: somebody mentions the bot in a chat that it is not in, and it answers once."""

from __future__ import annotations

from functools import partial

from telegram import SentGuestMessage, Update
from telegram.error import BadRequest

from bot.answering.addressing import about_of, asked_as_guest
from bot.answering.articles import question_in
from bot.answering.context import Context
from bot.answering.decoration import for_guest
from bot.answering.limits import Act, LimitDecision
from bot.answering.meaning import prepare
from bot.answering.misses import abstained
from bot.answering.rights import asker_alone
from bot.answering.sending import is_expired
from bot.callback_data import guest_place
from bot.dialogue.surface import Surface
from bot.handlers.inline import result
from bot.rendering.keyboard import keyboard


async def on_guest_message(update: Update, context: Context) -> None:
    """Answer a guest query: an answer, the choices as buttons, or one short line."""
    message = update.guest_message
    if message is None or message.guest_query_id is None:
        return
    if context.services.decide(context.turn, Act.ASK, silently=True) is not LimitDecision.ANSWER:
        return
    text = asked_as_guest(message, context.bot.bot)
    about = about_of(message, context.bot.bot)
    question = await question_in(context.services, context.turn, message, text, about)
    await prepare(context.services, question)
    dialogue = context.services.dialogue
    reply = for_guest(dialogue.ask(question, brief=True) if text else dialogue.without_words(question))
    title = dialogue.title(reply)
    context.turn.conclude(reply)
    query_id = str(message.guest_query_id)
    markup = keyboard(reply, partial(context.services.signer.data, place=guest_place(query_id)), asker_alone(message))
    answered = result(title, reply, markup, username=context.bot.username)

    async def sent_answer(_: int) -> SentGuestMessage:
        sent = await context.bot.answer_guest_query(query_id, answered)
        if markup is not None:
            # Before anybody presses a button.
            await context.services.store.guests.put(sent.inline_message_id, query_id)
        return sent

    try:
        sent = await context.services.delivery.send_once(context.turn, None, sent_answer)
    except BadRequest as error:
        if not is_expired(error):
            raise
        return
    miss = abstained(text, Surface.GUEST, reply, context.turn.asker_id)
    if sent is not None and miss is not None:
        # After "done": a crash may lose it then, but does not make it count twice.
        await context.services.store.misses.add(miss)
