"""Questions in private chats and in groups, new and edited."""

from __future__ import annotations

from telegram import Message, Update

from bot.answering.addressing import AddressedQuestion, Trigger, asked_of, claim_of, person_of
from bot.answering.ambient_question import ambient_question
from bot.answering.articles import choice_in, question_in
from bot.answering.context import Context, Services
from bot.answering.decoration import removable, votable
from bot.answering.limit_notice import tell_too_much
from bot.answering.limits import Act, LimitDecision
from bot.answering.meaning import prepare
from bot.answering.misses import abstained
from bot.answering.posted_answers import note_answer, say, stands_already
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
    addressed = asked_of(message, context.bot.bot) or await ambient_question(services, message)
    if addressed is None:
        return
    turn.surface = _surface(addressed)
    if addressed.trigger is Trigger.PRIVATE:
        await services.delivery.open(message.chat_id)
    question = None
    if addressed.text and addressed.trigger is not Trigger.AMBIENT:
        question = await question_in(services, turn, message, addressed.text, addressed.about)
        if services.dialogue.is_courtesy(question):
            await _answer_courtesy(context, message, addressed, question)
            return
    await answer(services, turn, message, addressed, question)


async def on_edited_message(update: Update, context: Context) -> Postponed | Superseding | None:
    """Edit the reply to an edited question; a question that becomes one only by the edit is answered.

    Beyond the limits the edit is postponed, and handled then only if no later one has taken its place.
    """
    message, services, turn = update.edited_message, context.services, context.turn
    if message is None:
        return None
    addressed = asked_of(message, context.bot.bot) or await ambient_question(services, message)
    if addressed is None or not addressed.text:
        return None
    earlier = await services.store.replies.find(message.chat_id, message.message_id)
    if earlier is None:
        # What is put to nobody has been read by everybody: an edit does not put it to the bot.
        if addressed.trigger is Trigger.AMBIENT:
            return None
        # An older one may have been answered and forgotten: silence, never a second message.
        if message.date.timestamp() >= await services.store.replies.since():
            await answer(services, turn, message, addressed)
        return None
    if earlier.reply_id is None:
        return None
    subject = turn.subject(SubjectKind.EDIT)
    if earlier.answers(addressed.text):
        return Superseding(subject)
    if services.decide(turn, Act.EDIT, silently=True) is not LimitDecision.ANSWER:
        return Postponed(subject, services.pause(turn, Act.EDIT))
    question = await question_in(services, turn, message, addressed.text, addressed.about)
    reply = await _reply(services, message, addressed, question)
    turn.conclude(reply)
    stands = await edit(
        services,
        context.bot,
        reply,
        owner=message.chat_id,
        pressers=pressers_of(message),
        chat_id=message.chat_id,
        message_id=earlier.reply_id,
    )
    if stands:
        await note_answer(services, turn, message, earlier.reply_id, reply)
        if reply.context_key is None and reply.entry_key is None:
            # What is asked next is not about the answer that stood there.
            nothing = AnsweredEntry(NOTHING, reply.language)
            await services.store.contexts.put(message.chat_id, earlier.reply_id, nothing, turn.sent_at)
    sent = replies.SentReply(_question_message(turn, addressed, reply), earlier.reply_id)
    await services.store.replies.remember(sent)
    return Superseding(subject)


async def answer(
    services: Services, turn: Turn, message: Message, addressed: AddressedQuestion, question: Question | None = None
) -> None:
    """Send what there is to say to a message that is meant for the bot, if whoever asks may ask one thing more.

    Args:
        services: Of all handlers.
        turn: Of the update.
        message: The message.
        addressed: The question that it asks.
        question: The same with what it is about, if that is known already.
    """
    if _is_overheard(addressed):
        if services.decide(turn, Act.HEAR, silently=True) is not LimitDecision.ANSWER:
            return
    elif not await _may_ask(services, turn, message, addressed, question):
        return
    await answer_within_limits(services, turn, message, addressed, question)


async def answer_within_limits(
    services: Services, turn: Turn, message: Message, addressed: AddressedQuestion, question: Question | None = None
) -> None:
    """Send what there is to say to a message that is meant for the bot, which may be nothing.

    What was overheard costs a question only if there is an answer. The arguments are those of `answer`.
    """
    turn.surface = _surface(addressed)
    is_ambient = addressed.trigger is Trigger.AMBIENT
    reply = await _reply_to(services, turn, message, addressed, question)
    if reply is None or (addressed.trigger is Trigger.REPLY and reply.outcome is Outcome.ABSTAIN):
        if not is_ambient:
            turn.conclude(None)
        return
    if is_ambient and await stands_already(services, turn, message, reply):
        return
    if _is_overheard(addressed) and not await _may_ask(services, turn, message, addressed, reply=reply):
        return
    turn.conclude(reply)
    looked_up = addressed.about if reply.is_lookup else addressed.text
    await say(
        services,
        turn,
        message,
        reply,
        pressers=pressers_of(message),
        person=person_of(message),
        question_message=_question_message(turn, addressed, reply),
        claim=claim_of(message, looked_up, message.get_bot().bot),
        is_new=is_ambient,
    )
    if not addressed.text and addressed.trigger is Trigger.PRIVATE and not addressed.command:
        await services.store.chats.put_usage_hint(message.chat_id, turn.sent_at)
    if message.forward_origin is not None and reply.outcome is Outcome.ABSTAIN:
        # What points to it afterwards is not about an earlier answer.
        nothing = AnsweredEntry(NOTHING, reply.language)
        await services.store.contexts.put(message.chat_id, message.message_id, nothing, turn.sent_at)


async def _answer_courtesy(
    context: Context, message: Message, addressed: AddressedQuestion, question: Question
) -> None:
    """Send a short line to what is nothing but courtesy, a few a minute; silence to a mere reply in a group.

    None of them costs a question.

    Whoever asks for a language in private gets the page where it is settled.
    """
    services, turn = context.services, context.turn
    act = Act.HEAR if addressed.trigger is Trigger.REPLY else Act.COURTESY
    if services.decide(turn, act, silently=True) is not LimitDecision.ANSWER:
        return
    if addressed.trigger is Trigger.REPLY:
        turn.conclude(None)
        return
    if addressed.trigger is Trigger.PRIVATE and services.dialogue.asks_for_a_language(addressed.text):
        reply = await settings.settings_reply(message, context, LANGUAGE)
    else:
        reply = await _reply(services, message, addressed, question)
    turn.conclude(reply)
    question_message = _question_message(turn, addressed, reply)
    await say(services, turn, message, reply, pressers=pressers_of(message), question_message=question_message)


async def _may_ask(
    services: Services,
    turn: Turn,
    message: Message,
    addressed: AddressedQuestion,
    question: Question | None = None,
    *,
    reply: Reply | None = None,
) -> bool:
    """Tell whether somebody may ask one thing more; once in a while they are told if not, in the reply's language."""
    decision = services.decide(turn, Act.ASK, silently=addressed.trigger is Trigger.AMBIENT)
    if decision is LimitDecision.NOTICE:
        # The notice is in the language that the answer would have been in, which only a reply tells; it is sent once in
        # a while, so that what is worked out for it costs little.
        reply = reply or await _reply_to(services, turn, message, addressed, question)
        language = reply.language if reply is not None else await services.language_for(message)
        await tell_too_much(services, turn, message, language)
    return decision is LimitDecision.ANSWER


async def _reply_to(
    services: Services, turn: Turn, message: Message, addressed: AddressedQuestion, question: Question | None
) -> Reply | None:
    """Return the reply to a message that is meant for the bot; None for silence."""
    if addressed.trigger is Trigger.REPLY and (await choice_in(services, turn, message)).admits_none:
        return None
    if not addressed.text:
        return await _reply_without_words(services, turn, message, addressed)
    question = question or await question_in(services, turn, message, addressed.text, addressed.about)
    if addressed.trigger is Trigger.AMBIENT:
        return await _reply_unasked(services, message, question)
    return await _reply(services, message, addressed, question)


async def _reply_unasked(services: Services, message: Message, question: Question) -> Reply | None:
    """Return the reply to a question that is put to nobody; None unless it is answered beyond doubt."""
    chat_settings = await services.settings_of(message.chat_id)
    await prepare(services, question)
    reply = services.dialogue.ask_unasked(question, chat_settings)
    return None if reply is None else removable(votable(reply))


async def _reply(services: Services, message: Message, addressed: AddressedQuestion, question: Question) -> Reply:
    """Return the reply to a question in words, with the buttons of its place."""
    chat_settings = await services.settings_of(message.chat_id)
    await prepare(services, question)
    in_group = addressed.trigger is not Trigger.PRIVATE
    dialogue = services.dialogue
    understood = dialogue.understand(question, chat_settings)
    reply = votable(dialogue.reply(understood, chat_settings, brief=in_group))
    stays = reply.outcome is Outcome.ABSTAIN or understood.kind is IntentKind.COURTESY
    return removable(reply) if in_group and not stays else reply


async def _reply_without_words(
    services: Services, turn: Turn, message: Message, addressed: AddressedQuestion
) -> Reply | None:
    """Return the hint to ask in words: once a day in private, in a group to a command or mention, not to a reply.

    To a command without words it is always given; one that there is not gets a line that says so.
    """
    chat_settings = await services.settings_of(message.chat_id)
    reply = services.dialogue.without_words(Question("", _language_code(message)), chat_settings)
    if addressed.command and addressed.command.lower() != "/ask":
        return services.dialogue.unknown_command(reply.language)
    if addressed.trigger is Trigger.PRIVATE and not addressed.command:
        was_told = await services.store.chats.has_usage_hint(message.chat_id, turn.sent_at)
        return None if was_told else reply
    return None if addressed.trigger is Trigger.REPLY else reply.without_buttons()


def _is_overheard(addressed: AddressedQuestion) -> bool:
    """Tell whether a message is not put to the bot by name, so that it is met with silence unless it is answered."""
    return addressed.trigger in (Trigger.AMBIENT, Trigger.REPLY)


def _surface(addressed: AddressedQuestion) -> Surface:
    return _SURFACES.get(addressed.trigger, Surface.GROUP)


def _question_message(turn: Turn, addressed: AddressedQuestion, reply: Reply) -> replies.QuestionMessage:
    """Return what is kept of a question, with its miss if it was asked of the bot in vain."""
    miss = None
    if addressed.trigger is not Trigger.AMBIENT:
        miss = abstained(addressed.text, _surface(addressed), reply, turn.asker_id)
    return replies.QuestionMessage(turn.chat_id, turn.message_id, addressed.text, miss)


def _language_code(message: Message) -> str | None:
    return message.from_user.language_code if message.from_user else None
