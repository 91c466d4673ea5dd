"""Questions in private chats and in groups, new and edited."""

from __future__ import annotations

from telegram import Message, Update

from bot.answering.addressing import AddressedQuestion, Trigger, asked_of, author_of, claim_of, person_of
from bot.answering.articles import choice_in, question_in
from bot.answering.context import Context, Services
from bot.answering.decoration import removable, votable
from bot.answering.limits import Act, LimitDecision
from bot.answering.meaning import prepare
from bot.answering.misses import abstained
from bot.answering.quiet import (
    put_to_nobody,
    remember,
    say,
    stands_already,
    tell_too_much,
    verdict,
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
from bot.turn import Turn
from bot.updates.postponements import Postponed, Subject, SubjectKind, Superseding
from knowledge.matcher import Outcome

_SURFACES = {Trigger.PRIVATE: Surface.PRIVATE, Trigger.AMBIENT: Surface.AMBIENT}


async def on_message(update: Update, context: Context) -> None:
    """Answer a message if it is meant for the bot and there is something to say."""
    message, services = update.message, context.services
    if message is None:
        return
    asked = asked_of(message, context.bot.bot) or await put_to_nobody(services, message)
    if asked is None:
        return
    if asked.manner is Trigger.PRIVATE:
        await services.delivery.open(message.chat_id)
    if (
        asked.text
        and asked.manner is not Trigger.AMBIENT
        and await _is_courteous(services, context.turn, message, asked)
    ):
        await _answer_courtesy(context, message, asked)
    else:
        await answer(services, context.turn, message, asked)


async def on_edited_message(update: Update, context: Context) -> Postponed | Superseding | None:
    """Edit the reply to an edited question; a question that becomes one only by the edit is answered.

    Beyond the limits the edit is postponed, and handled then only if no later one has taken its place.
    """
    message, services, turn = update.edited_message, context.services, context.turn
    if message is None:
        return None
    asked = asked_of(message, context.bot.bot) or await put_to_nobody(services, message)
    if asked is None or not asked.text:
        return None
    remembered = services.store.replies
    answered = await remembered.recall(message.chat_id, message.message_id)
    if answered is None:
        # What is put to nobody has been read by everybody: an edit does not put it to the bot.
        if asked.manner is Trigger.AMBIENT:
            return None
        # An older one may have been answered and forgotten: silence, never a second message.
        if message.date.timestamp() >= await remembered.since():
            await answer(services, turn, message, asked)
        return None
    if answered.reply_id is None:
        return None
    subject = Subject(SubjectKind.EDIT, message.chat_id, message.message_id, author_of(message).id)
    if answered.asked(asked.text):
        return Superseding(subject)
    if verdict(services, turn, Act.EDIT, message, silently=True) is not LimitDecision.ANSWER:
        pause = services.limits.pause(Act.EDIT, subject.person_id, message.chat_id, turn.sent_at)
        return Postponed(subject, pause)
    reply = await _reply(services, turn, message, asked)
    services.note(turn, Surface.EDIT, reply)
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
    sent = replies.Sent(_question(message, asked, reply), answered.reply_id)
    await remembered.remember(sent)
    return Superseding(subject)


async def answer(services: Services, turn: Turn, message: Message, asked: AddressedQuestion) -> None:
    """Send what there is to say to a message that is meant for the bot, which may be nothing."""
    surface = _surface(asked)
    is_overheard = asked.manner in (Trigger.AMBIENT, Trigger.REPLY)
    if is_overheard and verdict(services, turn, Act.HEAR, message, silently=True) is not LimitDecision.ANSWER:
        return
    if not is_overheard and not await _may_ask(services, turn, message, asked):
        return
    reply = await _said_to(services, turn, message, asked)
    if reply is None or (asked.manner is Trigger.REPLY and reply.outcome is Outcome.ABSTAIN):
        if asked.manner is not Trigger.AMBIENT:
            services.note(turn, surface, None)
        return
    is_unasked = asked.manner is Trigger.AMBIENT
    if is_unasked and await stands_already(services, turn, message, reply):
        return
    if is_overheard and not await _may_ask(services, turn, message, asked, reply):
        return
    services.note(turn, surface, reply)
    question, pressers, person = _question(message, asked, reply), pressers_of(message), person_of(message)
    looked_up = asked.about if reply.is_lookup else asked.text
    claim = claim_of(message, looked_up, message.get_bot().bot)
    await say(
        services,
        turn,
        message,
        reply,
        pressers=pressers,
        person=person,
        question=question,
        claim=claim,
        is_new=is_unasked,
    )
    if not asked.text and asked.manner is Trigger.PRIVATE and not asked.command:
        await services.store.chats.told(message.chat_id, turn.sent_at)
    if message.forward_origin is not None and reply.outcome is Outcome.ABSTAIN:
        # What points to it afterwards is not about an earlier answer.
        nothing = AnsweredEntry(NOTHING, reply.language)
        await services.store.contexts.put(message.chat_id, message.message_id, nothing, turn.sent_at)


async def _is_courteous(services: Services, turn: Turn, message: Message, asked: AddressedQuestion) -> bool:
    """Tell whether a message is nothing but courtesy, which is no question."""
    return services.dialogue.is_courtesy(await question_in(services, turn, message, asked.text, asked.about))


async def _answer_courtesy(context: Context, message: Message, asked: AddressedQuestion) -> None:
    """Send a short line to what is nothing but courtesy, a few a minute; silence to a mere reply in a group.

    None of them costs a question.

    Whoever asks for a language in private gets the page where it is settled.
    """
    services, turn = context.services, context.turn
    act = Act.HEAR if asked.manner is Trigger.REPLY else Act.COURTESY
    if verdict(services, turn, act, message, silently=True) is not LimitDecision.ANSWER:
        return
    if asked.manner is Trigger.REPLY:
        services.note(turn, _surface(asked), None)
        return
    if asked.manner is Trigger.PRIVATE and services.dialogue.asks_for_a_language(asked.text):
        reply = await settings.opened(message, context, LANGUAGE)
    else:
        reply = await _reply(services, turn, message, asked)
    services.note(turn, _surface(asked), reply)
    question = _question(message, asked, reply)
    await say(services, turn, message, reply, pressers=pressers_of(message), question=question)


async def _may_ask(
    services: Services, turn: Turn, message: Message, asked: AddressedQuestion, reply: Reply | None = None
) -> bool:
    """Tell whether somebody may ask one thing more; once in a while they are told if not, in the reply's language."""
    found = verdict(services, turn, Act.ASK, message, silently=asked.manner is Trigger.AMBIENT)
    if found is LimitDecision.NOTICE:
        reply = reply or await _said_to(services, turn, message, asked)
        language = reply.language if reply is not None else await services.language_for(message)
        await tell_too_much(services, turn, message, language)
    return found is LimitDecision.ANSWER


async def _said_to(services: Services, turn: Turn, message: Message, asked: AddressedQuestion) -> Reply | None:
    if asked.manner is Trigger.AMBIENT:
        return await _reply_unasked(services, turn, message, asked)
    if asked.manner is Trigger.REPLY and (await choice_in(services, turn, message)).admits_none:
        return None
    if asked.text:
        return await _reply(services, turn, message, asked)
    return await _reply_without_words(services, turn, message, asked)


async def _reply_unasked(services: Services, turn: Turn, message: Message, asked: AddressedQuestion) -> Reply | None:
    """Return the reply to a question that is put to nobody; None unless it is answered beyond doubt."""
    chat_settings = await services.settings_of(message.chat_id)
    question = await question_in(services, turn, message, asked.text)
    await prepare(services, question)
    reply = services.dialogue.ask_unasked(question, chat_settings)
    return None if reply is None else removable(votable(reply))


async def _reply(services: Services, turn: Turn, message: Message, asked: AddressedQuestion) -> Reply:
    question = await question_in(services, turn, message, asked.text, asked.about)
    chat_settings = await services.settings_of(message.chat_id)
    await prepare(services, question)
    in_group = asked.manner is not Trigger.PRIVATE
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
    if asked.manner is Trigger.PRIVATE and not asked.command:
        was_told = await services.store.chats.was_told(message.chat_id, turn.sent_at)
        return None if was_told else reply
    return None if asked.manner is Trigger.REPLY else reply.without_buttons()


def _surface(asked: AddressedQuestion) -> Surface:
    return _SURFACES.get(asked.manner, Surface.GROUP)


def _question(message: Message, asked: AddressedQuestion, reply: Reply) -> replies.QuestionMessage:
    """Return what is kept of a question, with its miss if it was asked of the bot in vain."""
    miss = None
    if asked.manner is not Trigger.AMBIENT:
        miss = abstained(asked.text, _surface(asked), reply, author_of(message).id)
    return replies.QuestionMessage(message.chat_id, message.message_id, asked.text, miss)


def _language_code(message: Message) -> str | None:
    return message.from_user.language_code if message.from_user else None
