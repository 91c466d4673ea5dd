"""Sending, editing and deleting replies, with what the Bot API may say against it."""

from __future__ import annotations

from functools import lru_cache

from telegram import InlineKeyboardMarkup, LinkPreviewOptions, Message, ReplyParameters
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated
from telegram.ext import ExtBot

from bot.dialogue.reply import Button, Part, Reply
from bot.handlers.context import Services
from bot.handlers.delivery import Standing, says
from bot.rendering.html import LONGEST_CAPTION, html
from bot.rendering.keyboard import keyboard
from bot.store.replies import Question
from bot.transport import Unanswered

NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
_NO_PREVIEW = NO_PREVIEW.to_json()
_MOST_ANSWERS = 1000
_UNCHANGED = "message is not modified"
_NOTHING_TO_EDIT = ("message to edit not found", "message can't be edited", "message_id_invalid")
_NOTHING_TO_STAND_UNDER = "Message to be replied not found"
_GONE = ("message to delete not found",)
_NOT_DELETABLE = ("message can't be deleted",)


async def send(
    services: Services,
    update_id: int,
    to: Message,
    reply: Reply,
    *,
    asker: int | None = None,
    question: Question | None = None,
    under: int | None = None,
) -> Standing | None:
    """Sends a reply to a message, in its thread, and at most once.

    Args:
        services: What the handlers share.
        update_id: The update that the reply answers.
        to: The message that is answered; if it is gone meanwhile, the reply stands alone.
        reply: What to say.
        asker: Who may use the reply's buttons besides administrators; None where anybody may.
        question: What is remembered of the message, so that its edit edits the reply.
        under: Another message that the reply is to stand under, instead of that which is answered.

    Returns:
        Where the message stands; None if the chat does not let the bot write, or if nobody knows whether it arrived.

    Raises:
        BadRequest: Telegram refuses it for good, or the other message is gone.
    """
    text, markup = _as_sent(reply, asker)
    fields = {"text": text, "parse_mode": ParseMode.HTML, "link_preview_options": _NO_PREVIEW} | markup
    thread = thread_of(to)
    if thread is not None:
        fields["message_thread_id"] = str(thread)

    async def sent(chat_id: int) -> Standing:
        answered = _answered(to, chat_id, under)
        replying = {"reply_parameters": answered.to_json()} if answered is not None else {}
        result = await services.transport.call(
            f"{to.get_bot().base_url}/sendMessage", {"chat_id": str(chat_id), **fields, **replying}
        )
        return Standing(chat_id, _message_id(result))

    return await services.delivery.once(update_id, to.chat_id, sent, question)


def _message_id(result: object) -> int:
    """The id of a message that Telegram has taken.

    Raises:
        Unanswered: It does not say.
    """
    number = result.get("message_id") if isinstance(result, dict) else None
    if not isinstance(number, int):
        raise Unanswered("The answer names no message")
    return number


async def send_picture(services: Services, update_id: int, to: Message, png: bytes, reply: Reply) -> Standing | None:
    """Sends a picture in reply to a message, with the reply's text as its caption, at most once.

    One message holds both: where the text is too long for a caption, it is the end of it that goes.

    Args:
        services: What the handlers share.
        update_id: The update that it answers.
        to: The message that is answered.
        png: The picture, a PNG file.
        reply: What to say to it; its buttons are left out.

    Returns:
        What `send` returns.
    """
    caption = html(reply, LONGEST_CAPTION)

    async def sent(chat_id: int) -> Standing:
        message = await to.get_bot().send_photo(
            chat_id,
            png,
            caption,
            parse_mode=ParseMode.HTML,
            message_thread_id=thread_of(to),
            reply_parameters=_answered(to, chat_id),
        )
        return Standing(chat_id, message.message_id)

    return await services.delivery.once(update_id, to.chat_id, sent)


def _as_sent(reply: Reply, asker: int | None) -> tuple[str, dict[str, str]]:
    """A reply's text and the field of its buttons; those of an answer that names nobody are kept: they are few."""
    if reply.entry_id is None or asker is not None:
        return html(reply), _buttons(reply, asker)
    return _answer_as_sent(reply.language, reply.parts, reply.buttons)


@lru_cache(maxsize=_MOST_ANSWERS)
def _answer_as_sent(language: str, parts: tuple[Part, ...], buttons: tuple[Button, ...]) -> tuple[str, dict[str, str]]:
    reply = Reply(language, parts, buttons)
    return html(reply), _buttons(reply)


def _buttons(reply: Reply, asker: int | None = None) -> dict[str, str]:
    markup = keyboard(reply, asker)
    return {} if markup is None else {"reply_markup": markup.to_json()}


def thread_of(message: Message) -> int | None:
    """The topic that a message stands in: General has no id, and a reply in a plain supergroup has no topic's."""
    return message.message_thread_id if message.is_topic_message else None


async def edit(
    services: Services,
    bot: ExtBot[None],
    reply: Reply,
    *,
    owner: int,
    asker: int | None = None,
    chat_id: int | None = None,
    message_id: int | None = None,
    inline_message_id: str | None = None,
) -> bool:
    """Puts a reply in the place of an earlier one, named by chat and message or by its inline id.

    One that says the same already, or is gone, is left alone: so is one of a group that has become a supergroup.

    Args:
        services: What the handlers share.
        bot: Who edits.
        reply: What to say instead.
        owner: The chat, or whoever pressed a button where the bot sees no chat: the limits are theirs.
        asker: Who may use the reply's buttons besides administrators; None where anybody may.
        chat_id: Where the earlier one stands.
        message_id: Which it is.
        inline_message_id: Which it is, where it was sent inline or as a guest.

    Returns:
        Whether the reply stands there now.
    """
    text = html(reply)
    markup: InlineKeyboardMarkup | None = keyboard(reply, asker)

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
        return bool(await services.delivery.repeatable(owner, edited))
    except BadRequest as error:
        if not says(error, (_UNCHANGED, *_NOTHING_TO_EDIT)):
            raise
        return says(error, (_UNCHANGED,))
    except ChatMigrated as error:
        moved_to = error.new_chat_id
        await services.delivery.put_down(lambda: services.preferences.migrate(owner, moved_to))
        return False


async def delete(services: Services, message: Message) -> bool:
    """Deletes a reply; True too if it is gone already, False if Telegram does not let the bot."""

    async def deleted() -> bool:
        return await message.delete()

    try:
        return bool(await services.delivery.repeatable(message.chat_id, deleted))
    except BadRequest as error:
        if says(error, (*_GONE, *_NOT_DELETABLE)):
            return says(error, _GONE)
        raise


def _answered(to: Message, chat_id: int, under: int | None = None) -> ReplyParameters | None:
    """What a reply stands under.

    Message ids begin anew in a supergroup that the group has become: there is nothing to reply to.

    Raises:
        BadRequest: The message that it has to stand under is in the group that was.
    """
    if chat_id == to.chat_id:
        return ReplyParameters(under or to.message_id, allow_sending_without_reply=under is None)
    if under is not None:
        raise BadRequest(_NOTHING_TO_STAND_UNDER)
    return None


def is_expired(error: BadRequest) -> bool:
    """Whether an inline, guest or callback query waited too long to be answered."""
    return says(error, ("query is too old", "query id is invalid"))
