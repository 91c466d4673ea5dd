"""Buttons under a reply."""

from __future__ import annotations

from dataclasses import replace

from telegram import CallbackQuery, InlineKeyboardMarkup, Message, Update
from telegram.constants import ChatType
from telegram.error import BadRequest, TelegramError

from bot.answering.articles import choice_in
from bot.answering.context import Context
from bot.answering.decoration import removable, votable
from bot.answering.limits import Act, LimitDecision
from bot.answering.misses import keep_rejection
from bot.answering.posted_answers import forget_answer, note_answer, say, stands_already
from bot.answering.rights import Permission, administers
from bot.answering.sending import delete, edit, is_expired
from bot.answering.votes import show_votes, vote
from bot.callback_data import ButtonPlace, Press, chat_place, earlier_press, guest_place, is_earlier
from bot.delivery.delivery import BRIEF_SECONDS
from bot.dialogue.actions import (
    ChooseEntry,
    Curating,
    OpenEntry,
    RejectChoices,
    ReleaseArticle,
    RemoveReply,
    SettleArticle,
    Settling,
    Vote,
)
from bot.dialogue.pressers import ANYBODY, Anybody, Asker
from bot.dialogue.question import AUTOMATIC
from bot.dialogue.reply import Reply
from bot.handlers import review, settings
from bot.phrases import phrases
from bot.store.taps import AGAIN_SECONDS, POSTPONED, Tap, TimedTap
from bot.turn import Postponed, SubjectKind, Superseding


async def on_callback_query(update: Update, context: Context) -> Postponed | Superseding | None:
    """Do what a button stands for; every query is answered, a stale, foreign or forged one with a toast.

    Beyond the limits there is no more than a toast, and none if many are on their way; a vote is postponed, and cast
    then as the last press has it.
    """
    query = update.callback_query
    if query is None:
        return None
    press = await _press(query, context)
    decision = context.services.decide(context.turn, _act(press))
    if decision is not LimitDecision.ANSWER:
        return await _answer_beyond_limits(query, press, decision, context)
    if press is None:
        await _toast(query, context, await _refusal(query, context))
        return None
    await _do(query, press, context)
    return Superseding(context.turn.subject(SubjectKind.VOTE)) if _is_vote(query, press) else None


def _act(press: Press | None) -> Act:
    """Return the act that a press is."""
    match press.action if press is not None else None:
        case Vote():
            return Act.VOTE
        case OpenEntry():
            return Act.ASK
        case _:
            return Act.PRESS


async def _answer_beyond_limits(
    query: CallbackQuery, press: Press | None, decision: LimitDecision, context: Context
) -> Postponed | None:
    """Answer a press beyond the limits."""
    language = press.language if press is not None else await _language(query, context)
    if decision is LimitDecision.NOTICE:
        await _toast(query, context, phrases(language)("too-much"))
    else:
        await _toast(query, context, None, patience=0)
    if not _is_vote(query, press):
        return None
    timed = _timed(query, context, query.from_user.id)
    postponed = replace(timed.tap, data=POSTPONED)
    await context.services.store.taps.put(postponed, timed.update_id, timed.tapped_at, timed.update_id)
    return Postponed(context.turn.subject(SubjectKind.VOTE), context.services.pause(context.turn, Act.VOTE))


def _is_vote(query: CallbackQuery, press: Press | None) -> bool:
    """Tell whether a press is a vote on an answer that Telegram shows."""
    return press is not None and isinstance(press.action, Vote) and isinstance(query.message, Message)


async def _do(query: CallbackQuery, press: Press, context: Context) -> None:
    """Do what a button stands for, if it may be pressed, and answer the query."""
    if isinstance(press.action, Settling | SettleArticle | ReleaseArticle):
        await _settle(query, press, press.action, context)
        return
    may_press = await _may_press(query, press, context)
    if may_press is not Permission.GRANTED:
        refused = "not-yours" if may_press is Permission.REFUSED else "administrators-unknown"
        await _toast(query, context, phrases(press.language)(refused))
        return
    if isinstance(press.action, Curating):
        if not await _is_first(query, context):
            await _toast(query, context, None)
            return
        await _toast(query, context, review.progress_notice(press.action, press.language))
        await review.on_press(query, press, press.action, context)
        return
    if isinstance(press.action, RemoveReply):
        await _remove(query, press, context)
        return
    if isinstance(press.action, Vote):
        toast, ballot = await vote(
            query, press.action, _timed(query, context, query.from_user.id), press.language, context
        )
        await _toast(query, context, toast)
        if ballot is not None and isinstance(query.message, Message):
            await show_votes(query.message, ballot, context)
        return
    reply = await _opened(query, press, context)
    if reply is None:
        await _toast(query, context, phrases(press.language)("stale"))
        return
    await _toast(query, context, None)
    if isinstance(press.action, OpenEntry) and isinstance(query.message, Message):
        await _answer_related(query, query.message, press, reply, context)
    elif await _is_first(query, context) or not isinstance(press.action, ChooseEntry | RejectChoices):
        # A page may be turned to and fro.
        await _show(query, press, reply, context)


async def _opened(query: CallbackQuery, press: Press, context: Context) -> Reply | None:
    """Return what a button opens in its chat; None if that is gone."""
    services, message = context.services, query.message
    if message is None:
        return services.dialogue.act(press.action, press.language)
    choice = await choice_in(services, context.turn, message)
    if choice.admits_none:
        return services.dialogue.articles_gone(press.language)
    return services.dialogue.act(press.action, press.language, choice, await services.settings_of(message.chat.id))


async def _settle(
    query: CallbackQuery, press: Press, action: Settling | SettleArticle | ReleaseArticle, context: Context
) -> None:
    """Press a button that settles something, which has a rule of its own for who may press."""
    if isinstance(action, SettleArticle | ReleaseArticle):
        pressed = await settings.article_pressed(query, press, action, context)
    else:
        pressed = await settings.pressed(query, press, action, context)
    await _toast(query, context, pressed.toast)
    if pressed.page is not None:
        await _is_first(query, context)
        await _show(query, press, pressed.page, context)


async def _answer_related(query: CallbackQuery, message: Message, press: Press, reply: Reply, context: Context) -> None:
    """Answer a related question in a reply of its own, unless the same person has got it by this button."""
    services, turn, is_private = context.services, context.turn, message.chat.type == ChatType.PRIVATE
    is_again = not await _is_first(query, context, query.from_user.id)
    # One that was removed since is given again.
    if is_again and (is_private or await stands_already(services, turn, message, reply, AGAIN_SECONDS)):
        return
    turn.conclude(reply)
    reply = votable(reply) if is_private else removable(votable(reply))
    pressers = ANYBODY if press.pressers == ANYBODY else Asker(query.from_user.id)
    # Somebody else may have opened it just now, where the group has settled that answers may be repeated at once.
    at_least = 0 if await _is_first(query, context) else AGAIN_SECONDS
    person = query.from_user
    await say(services, turn, message, reply, pressers=pressers, person=person, at_least=at_least, is_new=is_again)


async def _show(query: CallbackQuery, press: Press, reply: Reply, context: Context) -> None:
    """Show a reply in place of the message that the button stands under."""
    services, turn, message = context.services, context.turn, query.message
    turn.conclude(reply)
    if message is None:
        # Sent inline or as a guest: nothing can be sent after it, so it holds the answer and no way on.
        await edit(
            services,
            context.bot,
            reply,
            owner=query.from_user.id,
            pressers=press.pressers,
            inline_message_id=query.inline_message_id,
        )
        return
    reply = votable(reply)
    if message.chat.type != ChatType.PRIVATE:
        reply = removable(reply)
    stands = await edit(
        services,
        context.bot,
        reply,
        owner=message.chat.id,
        pressers=press.pressers,
        chat_id=message.chat.id,
        message_id=message.message_id,
    )
    if stands and isinstance(message, Message):
        await note_answer(services, turn, message, message.message_id, reply)
    if isinstance(press.action, RejectChoices) and isinstance(message, Message):
        await keep_rejection(message, query.from_user.id, press.language, context)


async def _remove(query: CallbackQuery, press: Press, context: Context) -> None:
    message = query.message
    try:
        removed = isinstance(message, Message) and await delete(context.services, message)
    except TelegramError:
        removed = False
    if removed and message is not None:
        await _is_first(query, context)
        await forget_answer(context.services, message.chat.id, message.message_id)
    await _toast(query, context, None if removed else phrases(press.language)("not-removed"))


async def _press(query: CallbackQuery, context: Context) -> Press | None:
    """Return the press of a button where it stands; None for one that was never there, or is there no more."""
    place, data = await _place(query, context), query.data or ""
    if place is None or (query.message is not None and not _stands_under(query)):
        return None
    press = context.services.signer.press(data, place)
    return earlier_press(data) if press is None and query.message is not None else press


async def _refusal(query: CallbackQuery, context: Context) -> str | None:
    """Return the toast for a press that means nothing; None for one of several quick ones, of which the first did."""
    taps, turn = context.services.store.taps, context.turn
    if await taps.has(_tap(query), turn.sent_at):
        return None
    is_outdated = is_earlier(query.data or "") and (query.message is None or _stands_under(query))
    return phrases(await _language(query, context))("outdated" if is_outdated else "stale")


async def _place(query: CallbackQuery, context: Context) -> ButtonPlace | None:
    """Return the place of a button; None for a message of another chat that is no choice, or too old a one."""
    if query.message is not None:
        return chat_place(query.message.chat.id)
    guests, identifier = context.services.store.guests, query.inline_message_id
    if identifier is None:
        return None
    query_id = await guests.query(identifier)
    return None if query_id is None else guest_place(query_id)


def _stands_under(query: CallbackQuery) -> bool:
    """Tell whether Telegram says that a message of a chat holds such a button."""
    message = query.message
    markup = message.reply_markup if isinstance(message, Message) else None
    if not isinstance(markup, InlineKeyboardMarkup):
        return False
    return any(button.callback_data == query.data for row in markup.inline_keyboard for button in row)


async def _is_first(query: CallbackQuery, context: Context, person_id: int | None = None) -> bool:
    """Put a press down, and tell whether it is the first on that button as it stands there, perhaps of a person."""
    timed = _timed(query, context, person_id)
    return await context.services.store.taps.put(timed.tap, timed.update_id, timed.tapped_at, timed.version)


def _timed(query: CallbackQuery, context: Context, person_id: int | None = None) -> TimedTap:
    turn, message = context.turn, query.message
    edited = message.edit_date if isinstance(message, Message) else None
    version = int(edited.timestamp()) if edited is not None else 0
    return TimedTap(_tap(query, person_id), turn.update_id, turn.sent_at, version)


def _tap(query: CallbackQuery, person_id: int | None = None) -> Tap:
    message, data = query.message, query.data or ""
    if message is None:
        return Tap("inline", query.inline_message_id or "", data, person_id)
    return Tap(str(message.chat.id), str(message.message_id), data, person_id)


async def _may_press(query: CallbackQuery, press: Press, context: Context) -> Permission:
    """Tell whether somebody may press a button, in groups by asking Telegram who administers them.

    A related question and a vote are everybody's in a group.
    """
    message = query.message
    if isinstance(press.action, Curating):
        return Permission.given(review.may_review(query, context))
    match press.pressers:
        case Anybody():
            return Permission.GRANTED
        case Asker(person_id) if person_id == query.from_user.id:
            return Permission.GRANTED
    if message is None or message.chat.type == ChatType.PRIVATE:
        return Permission.REFUSED
    if isinstance(press.action, OpenEntry | Vote):
        return Permission.GRANTED
    return await administers(context, message.chat.id, query.from_user.id)


async def _language(query: CallbackQuery, context: Context) -> str:
    """Return the language to speak where the button itself does not tell."""
    chat_settings = AUTOMATIC if query.message is None else await context.services.settings_of(query.message.chat.id)
    return context.services.dialogue.interface_language(query.from_user.language_code, chat_settings)


async def _toast(query: CallbackQuery, context: Context, text: str | None, patience: float = BRIEF_SECONDS) -> None:
    """Answer the query; one that waited too long cannot be answered any more, which is no reason to stop."""
    try:
        await context.services.delivery.send_brief(lambda: query.answer(text), patience=patience)
    except BadRequest as error:
        if not is_expired(error):
            raise
