"""Replies on their way to Telegram: sent, edited, deleted, or refused by the Bot API."""

from __future__ import annotations

import secrets
from collections.abc import Mapping
from functools import lru_cache, partial
from typing import NamedTuple

from telegram import Bot, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated
from telegram.ext import ExtBot

from bot.answering.addressing import Claim
from bot.answering.context import Services
from bot.callback_data import ButtonSigner, Press, chat_place
from bot.delivery.delivery import SentMessage
from bot.delivery.failures import mentions
from bot.delivery.transport import RequestUnanswered
from bot.dialogue.names import Names
from bot.dialogue.parts import Part
from bot.dialogue.pressers import ANYBODY, Pressers
from bot.dialogue.reply import Button, Reply
from bot.rendering.html import LONGEST_CAPTION, html
from bot.rendering.keyboard import keyboard
from bot.store.replies import QuestionMessage
from bot.turn import Turn

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_PREVIEW = NO_PREVIEW.to_json()
_MOST_ANSWERS = 1000
# Its ending tells that it is a PNG file.
_PICTURE = "selon.png"
# Nothing that anybody writes holds it.
_TAG = secrets.token_hex()
_UNCHANGED = "message is not modified"
_NOTHING_TO_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")
UNCHANGED_OR_GONE = (_UNCHANGED, *_NOTHING_TO_EDIT)
"""The refusals of an edit of what is so already, or is there no more."""
_NOT_QUOTED = ("quote_text_invalid", "quote not found")
_NOTHING_TO_STAND_UNDER = "Message to be replied not found"
_GONE = ("message to delete not found",)
_NOT_DELETABLE = ("message can't be deleted",)


async def send(
    services: Services,
    turn: Turn,
    to: Message,
    reply: Reply,
    *,
    pressers: Pressers,
    question_message: QuestionMessage | None = None,
    under: int | None = None,
    claim: Claim | None = None,
) -> SentMessage | None:
    """Send a reply to a message, in its thread, and at most once.

    Args:
        services: Of all handlers.
        turn: Of the update that the reply answers.
        to: The message that is answered; if it is gone meanwhile, the reply stands alone.
        reply: The reply.
        pressers: Those who may press the reply's buttons.
        question_message: Remembered of the message, so that its edit edits the reply.
        under: Another message that the reply is to stand under, instead of that which is answered.
        claim: The message that was looked up: the reply stands under it, with the fragment that was meant.

    Returns:
        The message that was sent; None if the chat does not let the bot write, or if nobody knows whether it arrived.

    Raises:
        BadRequest: Telegram refuses it for good, or the other message is gone.
    """
    bot, thread = to.get_bot(), thread_of(to)
    rendered = _rendered(services.signer, reply, pressers, bot.username)
    placed = {"message_thread_id": str(thread)} if thread is not None else {}

    async def sent(chat_id: int) -> SentMessage:
        answered = _answered(to, chat_id, under, claim)
        try:
            return await _sent(services, bot, chat_id, {**placed, **_replying(answered)}, rendered)
        except BadRequest as error:
            # The claim was edited meanwhile.
            if claim is None or answered is None or answered.quote is None or not mentions(error, _NOT_QUOTED):
                raise
        whole = _answered(to, chat_id, under, Claim(claim.message_id, None))
        return await _sent(services, bot, chat_id, {**placed, **_replying(whole)}, rendered)

    return await services.delivery.send_once(turn, to.chat_id, sent, question_message)


async def post(
    services: Services, turn: Turn, bot: ExtBot[None], chat_id: int, reply: Reply, *, pressers: Pressers
) -> SentMessage | None:
    """Send a reply that answers no message to a chat, at most once.

    Args:
        services: Of all handlers.
        turn: Of the update that it follows.
        bot: Sends.
        chat_id: The chat.
        reply: The reply.
        pressers: Those who may press the reply's buttons.

    Returns:
        The message that was sent, as `send` returns it.
    """
    rendered = _rendered(services.signer, reply, pressers, bot.username)

    async def sent(chat_id: int) -> SentMessage:
        return await _sent(services, bot, chat_id, {}, rendered)

    return await services.delivery.send_once(turn, chat_id, sent)


async def _sent(
    services: Services, bot: Bot, chat_id: int, placed: Mapping[str, str], rendered: _Rendered
) -> SentMessage:
    """Make the request; `placed` has the fields that tell where in the chat the message is to stand."""
    fields = {"text": rendered.text, "parse_mode": ParseMode.HTML, "link_preview_options": _NO_PREVIEW, **placed}
    result = await services.transport.call(
        f"{bot.base_url}/sendMessage",
        {"chat_id": str(chat_id), **fields, **_buttons(rendered, services.signer, chat_id)},
    )
    return SentMessage(chat_id, _message_id(result))


def _replying(answered: ReplyParameters | None) -> dict[str, str]:
    return {"reply_parameters": answered.to_json()} if answered is not None else {}


def _message_id(result: object) -> int:
    """Return the id of a message that Telegram has taken.

    Raises:
        RequestUnanswered: It does not say.
    """
    number = result.get("message_id") if isinstance(result, dict) else None
    if not isinstance(number, int):
        raise RequestUnanswered("The answer names no message")
    return number


async def send_picture(services: Services, turn: Turn, to: Message, png: bytes, reply: Reply) -> SentMessage | None:
    """Send a picture in reply to a message, with the reply's text as its caption, at most once.

    One message holds both: where the text is too long for a caption, it is the end of it that goes.

    Args:
        services: Of all handlers.
        turn: Of the update that it answers.
        to: The message that is answered.
        png: The picture, a PNG file.
        reply: The caption; its buttons are left out.

    Returns:
        The message that was sent, as `send` returns it.
    """
    caption = html(reply, LONGEST_CAPTION)

    async def sent(chat_id: int) -> SentMessage:
        message = await to.get_bot().send_photo(
            chat_id,
            png,
            caption,
            filename=_PICTURE,
            parse_mode=ParseMode.HTML,
            message_thread_id=thread_of(to),
            reply_parameters=_answered(to, chat_id),
        )
        return SentMessage(chat_id, message.message_id)

    return await services.delivery.send_once(turn, to.chat_id, sent)


class _Rendered(NamedTuple):
    """A reply as it is sent, but for the tags of its buttons, which each chat has its own of.

    Attributes:
        text: HTML.
        markup: The field of the buttons, split where their tags belong; empty if there are none.
        meanings: The texts that the tags are made over, one fewer.
    """

    text: str
    markup: tuple[str, ...]
    meanings: tuple[str, ...]


def _rendered(signer: ButtonSigner, reply: Reply, pressers: Pressers, username: str) -> _Rendered:
    """Return a reply as it is sent; answers with buttons for anybody are kept: they are few."""
    if reply.entry_key is None or pressers != ANYBODY:
        return _render(signer, reply, pressers, username)
    return _rendered_answer(signer.names, reply.language, reply.parts, reply.buttons, username)


@lru_cache(maxsize=_MOST_ANSWERS)
def _rendered_answer(
    names: Names, language: str, parts: tuple[Part, ...], buttons: tuple[Button, ...], username: str
) -> _Rendered:
    # No tag is made with this key.
    return _render(ButtonSigner(b"", names), Reply(language, parts, buttons), ANYBODY, username)


def _render(signer: ButtonSigner, reply: Reply, pressers: Pressers, username: str) -> _Rendered:
    meanings: list[str] = []

    def without_tag(press: Press) -> str:
        meanings.append(signer.signed_text(press))
        return f"{signer.body(press)}:{_TAG}"

    markup = keyboard(reply, without_tag, pressers)
    return _Rendered(
        html(reply, username=username), tuple(markup.to_json().split(_TAG)) if markup else (), tuple(meanings)
    )


def _buttons(rendered: _Rendered, signer: ButtonSigner, chat_id: int) -> dict[str, str]:
    """Return the field of the buttons as it is sent to a chat."""
    if not rendered.markup:
        return {}
    place, (start, *others) = chat_place(chat_id), rendered.markup
    tags = (signer.tag(meaning, place) for meaning in rendered.meanings)
    return {"reply_markup": start + "".join(tag + part for tag, part in zip(tags, others, strict=True))}


def thread_of(message: Message) -> int | None:
    """Return the topic of a message; None for General, and for a reply in a plain supergroup."""
    return message.message_thread_id if message.is_topic_message else None


async def edit(
    services: Services,
    bot: ExtBot[None],
    reply: Reply,
    *,
    owner: int,
    pressers: Pressers,
    chat_id: int | None = None,
    message_id: int | None = None,
    inline_message_id: str | None = None,
) -> bool:
    """Put a reply in the place of an earlier one, named by chat and message or by its inline id.

    Where it was sent inline or as a guest it stands without buttons: nothing could be sent after it.
    One that says the same already, or is gone, is left alone: so is one of a group that has become a supergroup.

    Args:
        services: Of all handlers.
        bot: Edits.
        reply: The new reply.
        owner: The chat, or whoever pressed a button where the bot sees no chat: the limits are theirs.
        pressers: Those who may press the reply's buttons.
        chat_id: The chat of the earlier one.
        message_id: Its id there.
        inline_message_id: Its id if it was sent inline or as a guest.

    Returns:
        True if the reply stands there now.
    """
    text = html(reply, username=bot.username)
    markup = None
    if chat_id is not None:
        markup = keyboard(reply, partial(services.signer.data, place=chat_place(chat_id)), pressers)

    async def edited() -> Message | bool:
        return await bot.edit_message_text(
            text,
            chat_id=chat_id,
            message_id=message_id,
            inline_message_id=inline_message_id,
            parse_mode=ParseMode.HTML,
            reply_markup=markup,
            link_preview_options=NO_PREVIEW,
        )

    try:
        return bool(await services.delivery.send_repeatable(owner, edited))
    except BadRequest as error:
        if not mentions(error, UNCHANGED_OR_GONE):
            raise
        return mentions(error, (_UNCHANGED,))
    except ChatMigrated as error:
        await services.chat_settings.migrate(owner, error.new_chat_id)
        return False


async def delete(services: Services, message: Message) -> bool:
    """Delete a reply; True too if it is gone already, False if Telegram does not let the bot."""

    async def deleted() -> bool:
        return await message.delete()

    try:
        return bool(await services.delivery.send_repeatable(message.chat_id, deleted))
    except BadRequest as error:
        if mentions(error, (*_GONE, *_NOT_DELETABLE)):
            return mentions(error, _GONE)
        raise


def _answered(
    to: Message, chat_id: int, under: int | None = None, claim: Claim | None = None
) -> ReplyParameters | None:
    """Return the message that a reply stands under.

    Message ids begin anew in a supergroup that the group has become: there is nothing to reply to.

    Raises:
        BadRequest: The message that it has to stand under is in the group that was.
    """
    if chat_id == to.chat_id and claim is not None and under is None:
        if claim.quote is None:
            return ReplyParameters(claim.message_id, allow_sending_without_reply=True)
        return ReplyParameters(
            claim.message_id,
            allow_sending_without_reply=True,
            quote=claim.quote.text,
            quote_entities=claim.quote.entities,
            quote_position=claim.quote.position,
        )
    if chat_id == to.chat_id:
        return ReplyParameters(under or to.message_id, allow_sending_without_reply=under is None)
    if under is not None:
        raise BadRequest(_NOTHING_TO_STAND_UNDER)
    return None


def is_expired(error: BadRequest) -> bool:
    """Tell whether an inline, guest or callback query waited too long to be answered."""
    return mentions(error, ("query is too old", "query id is invalid"))
