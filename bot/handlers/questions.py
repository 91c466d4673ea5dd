"""Questions in private chats and in groups, new and edited."""

from __future__ import annotations

from telegram import Message, Update

from bot.answering.addressing import AddressedQuestion, Trigger, asked_of, claim_of, person_of
from bot.answering.articles import choice_in, question_in
from bot.answering.context import Context, Services
from bot.answering.decoration import removable, votable
from bot.answering.limits import Act, LimitDecision
from bot.answering.meaning import prepare
from bot.answering.misses import abstained
from bot.answering.quiet import (
    ambient_question,
    remember,
    say,
    stands_already,
    tell_too_much,
)
from bot.answering.rights import pressers_of
from bot.answering.sending import edit
from bot.dialogue.chat_settings import LANGUAGE
from bot.dialogue.intent import IntentKind
from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from bot.dialogue.surface import Surface
from bot.handlers import settings
from bot.store import replies
from bot.store.contexts import NOTHING, AnsweredEntry
from bot.turn import Postponed, SubjectKind, Superseding, Turn
from knowledge.matcher import Outcome

_SURFACES = {Trigger.PRIVATE: Surface.PRIVATE, Trigger.AMBIENT: Surface.AMBIENT}


async def on_message(update: Update, context: Context) -> None:
    """Answer a message if it is meant for the bot and there is something to say."""
    message, services, turn = update.message, context.services, context.turn
    if message is None:
        return
    asked = asked_of(message, context.bot.bot) or await ambient_question(services, message)
    if asked is None:
        return
    turn.surface = _surface(asked)
    if asked.trigger is Trigger.PRIVATE:
        await services.delivery.open(message.chat_id)
    question = None
    if asked.text and asked.trigger is not Trigger.AMBIENT:
        question = await question_in(services, turn, message, asked.text, asked.about)
        if services.dialogue.is_courtesy(question):
            await _answer_courtesy(context, message, asked, question)
            return
    await answer(services, turn, message, asked, question)


async def on_edited_message(update: Update, context: Context) -> Postponed | Superseding | None:
    """Edit the reply to an edited question; a question that becomes one only by the edit is answered.

    Beyond the limits the edit is postponed, and handled then only if no later one has taken its place.
    """
    message, services, turn = update.edited_message, context.services, context.turn
    if message is None:
        return None
    asked = asked_of(message, context.bot.bot) or await ambient_question(services, message)
    if asked is None or not asked.text:
        return None
    remembered = services.store.replies
    answered = await remembered.find(message.chat_id, message.message_id)
    if answered is None:
        # What is put to nobody has been read by everybody: an edit does not put it to the bot.
        if asked.trigger is Trigger.AMBIENT:
            return None
        # An older one may have been answered and forgotten: silence, never a second message.
        if message.date.timestamp() >= await remembered.since():
            await answer(services, turn, message, asked)
        return None
    if answered.reply_id is None:
        return None
    subject = turn.subject(SubjectKind.EDIT)
    if answered.asked(asked.text):
        return Superseding(subject)
    if services.decide(turn, Act.EDIT, silently=True) is not LimitDecision.ANSWER:
        return Postponed(subject, services.pause(turn, Act.EDIT))
    question = await question_in(services, turn, message, asked.text, asked.about)
    reply = await _reply(services, message, asked, question)
    turn.conclude(reply)
    stands = await edit(
        services,
        context.bot,
        reply,
        owner=message.chat_id,
        pressers=pressers_of(message),
        chat_id=message.chat_id,
        message_id=answered.reply_id,
    )
    if stands:
        await remember(services, turn, message, answered.reply_id, reply)
        if reply.subject is None and reply.entry_key is None:
            # What is asked next is not about the answer that stood there.
            nothing = AnsweredEntry(NOTHING, reply.language)
            await services.store.contexts.put(message.chat_id, answered.reply_id, nothing, turn.sent_at)
    sent = replies.SentReply(_question_message(turn, asked, reply), answered.reply_id)
    await remembered.remember(sent)
    return Superseding(subject)


async def answer(
    services: Services, turn: Turn, message: Message, asked: AddressedQuestion, question: Question | None = None
) -> None:
    """Send what there is to say to a message that is meant for the bot, if whoever asks may ask one thing more.

    Args:
        services: Of all handlers.
        turn: Of the update.
        message: The message.
        asked: The question that it asks.
        question: The same with what it is about, if that is known already.
    """
    if _is_overheard(asked):
        if services.decide(turn, Act.HEAR, silently=True) is not LimitDecision.ANSWER:
            return
    elif not await _may_ask(services, turn, message, asked, question):
        return
    await answer_within_limits(services, turn, message, asked, question)


async def answer_within_limits(
    services: Services, turn: Turn, message: Message, asked: AddressedQuestion, question: Question | None = None
) -> None:
    """Send what there is to say to a message that is meant for the bot, which may be nothing.

    What was overheard costs a question only if there is an answer. The arguments are those of `answer`.
    """
    turn.surface = _surface(asked)
    is_ambient = asked.trigger is Trigger.AMBIENT
    reply = await _reply_to(services, turn, message, asked, question)
    if reply is None or (asked.trigger is Trigger.REPLY and reply.outcome is Outcome.ABSTAIN):
        if not is_ambient:
            turn.conclude(None)
        return
    if is_ambient and await stands_already(services, turn, message, reply):
        return
    if _is_overheard(asked) and not await _may_ask(services, turn, message, asked, reply=reply):
        return
    turn.conclude(reply)
    looked_up = asked.about if reply.is_lookup else asked.text
    await say(
        services,
        turn,
        message,
        reply,
        pressers=pressers_of(message),
        person=person_of(message),
        question=_question_message(turn, asked, reply),
        claim=claim_of(message, looked_up, message.get_bot().bot),
        is_new=is_ambient,
    )
    if not asked.text and asked.trigger is Trigger.PRIVATE and not asked.command:
        await services.store.chats.put_usage_hint(message.chat_id, turn.sent_at)
    if message.forward_origin is not None and reply.outcome is Outcome.ABSTAIN:
        # What points to it afterwards is not about an earlier answer.
        nothing = AnsweredEntry(NOTHING, reply.language)
        await services.store.contexts.put(message.chat_id, message.message_id, nothing, turn.sent_at)


async def _answer_courtesy(context: Context, message: Message, asked: AddressedQuestion, question: Question) -> None:
    """Send a short line to what is nothing but courtesy, a few a minute; silence to a mere reply in a group.

    None of them costs a question.

    Whoever asks for a language in private gets the page where it is settled.
    """
    services, turn = context.services, context.turn
    act = Act.HEAR if asked.trigger is Trigger.REPLY else Act.COURTESY
    if services.decide(turn, act, silently=True) is not LimitDecision.ANSWER:
        return
    if asked.trigger is Trigger.REPLY:
        turn.conclude(None)
        return
    if asked.trigger is Trigger.PRIVATE and services.dialogue.asks_for_a_language(asked.text):
        reply = await settings.settings_reply(message, context, LANGUAGE)
    else:
        reply = await _reply(services, message, asked, question)
    turn.conclude(reply)
    remembered = _question_message(turn, asked, reply)
    await say(services, turn, message, reply, pressers=pressers_of(message), question=remembered)


async def _may_ask(
    services: Services,
    turn: Turn,
    message: Message,
    asked: AddressedQuestion,
    question: Question | None = None,
    *,
    reply: Reply | None = None,
) -> bool:
    """Tell whether somebody may ask one thing more; once in a while they are told if not, in the reply's language."""
    decision = services.decide(turn, Act.ASK, silently=asked.trigger is Trigger.AMBIENT)
    if decision is LimitDecision.NOTICE:
        reply = reply or await _reply_to(services, turn, message, asked, question)
        language = reply.language if reply is not None else await services.language_for(message)
        await tell_too_much(services, turn, message, language)
    return decision is LimitDecision.ANSWER


async def _reply_to(
    services: Services, turn: Turn, message: Message, asked: AddressedQuestion, question: Question | None
) -> Reply | None:
    """Return the reply to a message that is meant for the bot; None for silence."""
    if asked.trigger is Trigger.REPLY and (await choice_in(services, turn, message)).admits_none:
        return None
    if not asked.text:
        return await _reply_without_words(services, turn, message, asked)
    question = question or await question_in(services, turn, message, asked.text, asked.about)
    if asked.trigger is Trigger.AMBIENT:
        return await _reply_unasked(services, message, question)
    return await _reply(services, message, asked, question)


async def _reply_unasked(services: Services, message: Message, question: Question) -> Reply | None:
    """Return the reply to a question that is put to nobody; None unless it is answered beyond doubt."""
    chat_settings = await services.settings_of(message.chat_id)
    await prepare(services, question)
    reply = services.dialogue.ask_unasked(question, chat_settings)
    return None if reply is None else removable(votable(reply))


async def _reply(services: Services, message: Message, asked: AddressedQuestion, question: Question) -> Reply:
    """Return the reply to a question in words, with the buttons of its place."""
    chat_settings = await services.settings_of(message.chat_id)
    await prepare(services, question)
    in_group = asked.trigger is not Trigger.PRIVATE
    dialogue = services.dialogue
    understood = dialogue.understand(question, chat_settings)
    reply = votable(dialogue.reply(understood, chat_settings, brief=in_group))
    stays = reply.outcome is Outcome.ABSTAIN or understood.kind is IntentKind.COURTESY
    return removable(reply) if in_group and not stays else reply


async def _reply_without_words(
    services: Services, turn: Turn, message: Message, asked: AddressedQuestion
) -> Reply | None:
    """Return the hint to ask in words: once a day in private, in a group to a command or mention, not to a reply.

    To a command without words it is always given; one that there is not gets a line that says so.
    """
    chat_settings = await services.settings_of(message.chat_id)
    reply = services.dialogue.without_words(Question("", _language_code(message)), chat_settings)
    if asked.command and asked.command.lower() != "/ask":
        return services.dialogue.unknown_command(reply.language)
    if asked.trigger is Trigger.PRIVATE and not asked.command:
        was_told = await services.store.chats.has_usage_hint(message.chat_id, turn.sent_at)
        return None if was_told else reply
    return None if asked.trigger is Trigger.REPLY else reply.without_buttons()


def _is_overheard(asked: AddressedQuestion) -> bool:
    """Tell whether a message is not put to the bot by name, so that it is met with silence unless it is answered."""
    return asked.trigger in (Trigger.AMBIENT, Trigger.REPLY)


def _surface(asked: AddressedQuestion) -> Surface:
    return _SURFACES.get(asked.trigger, Surface.GROUP)


def _question_message(turn: Turn, asked: AddressedQuestion, reply: Reply) -> replies.QuestionMessage:
    """Return what is kept of a question, with its miss if it was asked of the bot in vain."""
    miss = None
    if asked.trigger is not Trigger.AMBIENT:
        miss = abstained(asked.text, _surface(asked), reply, turn.asker_id)
    return replies.QuestionMessage(turn.chat_id, turn.message_id, asked.text, miss)


def _language_code(message: Message) -> str | None:
    return message.from_user.language_code if message.from_user else None
