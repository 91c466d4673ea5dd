"""The updates that tests build, as python-telegram-bot reads them, and the answers to queries."""

from __future__ import annotations

import pytest
from botapi.chats import Status
from botapi.server import BotApiServer
from botapi.wire import Json
from telegram import (
    Bot,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputTextMessageContent,
    Message,
    Update,
)
from telegram.error import BadRequest

ALL = list(Update.ALL_TYPES)


def article(number: int, text: str = "Texte", *, label: str = "") -> InlineQueryResultArticle:
    markup = InlineKeyboardMarkup.from_button(InlineKeyboardButton(label, callback_data="d")) if label else None
    return InlineQueryResultArticle(
        str(number), f"Titre {number}", InputTextMessageContent(text), reply_markup=markup, description="Extrait"
    )


async def only_update(bot: Bot) -> Update:
    updates = await bot.get_updates(offset=-1, allowed_updates=ALL)
    assert len(updates) == 1
    return updates[0]


async def only_message(bot: Bot) -> Message:
    message = (await only_update(bot)).message
    assert message
    return message


@pytest.mark.asyncio
async def test_entities_count_in_utf16(server: BotApiServer, bot: Bot) -> None:
    anna, boris = server.user(7, "Anna"), server.user(8, "Boris")
    group = server.group("Paris")
    text = "👋 /ask@SelonTestBot dis, @anna_b et Boris : https://example.org/a. #climat 👋/no a/yes x@no.fr"
    server.message(group, anna, text, mentions={"Boris": boris})
    message = await only_message(bot)
    assert [(entity.type, message.parse_entity(entity)) for entity in message.entities] == [
        ("bot_command", "/ask@SelonTestBot"),
        ("mention", "@anna_b"),
        ("text_mention", "Boris"),
        ("url", "https://example.org/a"),
        ("hashtag", "#climat"),
        ("bot_command", "/no"),
        ("email", "x@no.fr"),
    ]
    assert message.entities[0].offset == 3


@pytest.mark.asyncio
async def test_replies_quotes_and_captions(server: BotApiServer, bot: Bot) -> None:
    anna = server.user(7, "Anna")
    group = server.group("Paris")
    first = server.message(group, anna, "👋 Une phrase. Une autre.", caption_of="photo")
    server.message(group, anna, "/ask", reply_to=first, quote="Une autre.")
    message = await only_message(bot)
    assert message.reply_to_message
    assert message.reply_to_message.caption == "👋 Une phrase. Une autre."
    assert message.reply_to_message.photo
    assert message.quote
    assert (message.quote.text, message.quote.position, message.quote.is_manual) == ("Une autre.", 15, True)
    assert message.message_thread_id == first["message_id"]
    other = server.group("Autre")
    server.message(other, anna, "ailleurs", reply_to=first)
    away = await only_message(bot)
    assert away.reply_to_message is None
    assert away.external_reply
    assert away.external_reply.message_id == first["message_id"]


@pytest.mark.asyncio
async def test_senders_that_are_chats(server: BotApiServer, bot: Bot) -> None:
    anna = server.user(7, "Anna")
    group, channel = server.group("Paris"), server.channel("Journal")
    server.message(group, None, "anonyme", sender_chat=group)
    assert (await only_message(bot)).from_user.username == "GroupAnonymousBot"  # type: ignore[union-attr]
    post = server.message(channel, None, "Un article")
    assert (await only_update(bot)).channel_post
    server.message(group, None, "Un article", sender_chat=channel, is_automatic_forward=True, forward=post)
    forwarded = await only_message(bot)
    assert forwarded.is_automatic_forward
    assert forwarded.from_user
    assert forwarded.from_user.id == 777000
    assert forwarded.forward_origin
    assert forwarded.forward_origin.type == "channel"
    for source, kind in ((anna, "user"), ("Caché", "hidden_user"), (channel, "channel"), (group, "chat")):
        server.message(group, anna, "vu", forward=source)
        origin = (await only_message(bot)).forward_origin
        assert origin
        assert origin.type == kind
    server.message(group, anna, "vu", via_bot=server.bot)
    assert (await only_message(bot)).via_bot
    server.edit(post, "Un article corrigé")
    assert (await only_update(bot)).edited_channel_post
    for line in ("anonymous admin (#1): anonyme", "Journal (#2, forwarded from Journal): Un article"):
        assert line in server.transcript()


@pytest.mark.asyncio
async def test_edits_are_seen_later_too(server: BotApiServer, bot: Bot) -> None:
    anna = server.user(7, "Anna")
    first = server.message(server.private(anna), anna, "avant")
    server.edit(first, "/ask après")
    update = await only_update(bot)
    assert update.edited_message
    assert update.edited_message.edit_date
    assert update.edited_message.entities[0].type == "bot_command"
    reply = await bot.send_message(7, "x", reply_to_message_id=first["message_id"])
    assert reply.reply_to_message
    assert reply.reply_to_message.text == "/ask après"


@pytest.mark.asyncio
async def test_buttons_are_pressed_by_their_text(server: BotApiServer, bot: Bot) -> None:
    anna = server.user(7, "Anna")
    server.private(anna)
    markup = InlineKeyboardMarkup.from_row(
        [InlineKeyboardButton("Oui", callback_data="y"), InlineKeyboardButton("Non", callback_data="n")]
    )
    await bot.send_message(7, "Sûr ?", reply_markup=markup)
    server.press(anna, server.sent[7][0], "Non")
    query = (await only_update(bot)).callback_query
    assert query
    assert query.data == "n"
    assert isinstance(query.message, Message)
    assert query.message.text == "Sûr ?"
    await query.answer("Dommage", show_alert=True)
    with pytest.raises(AssertionError, match="Peut-être"):
        server.press(anna, server.sent[7][0], "Peut-être")
    stale = server.callback(anna, server.sent[7][0], "old data")
    server.expire(stale)
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_callback_query(stale["id"])
    assert server.transcript() == (
        "[Anna, private] @SelonTestBot (#1): Sûr ?\n    [Oui] [Non]\n"
        "[Anna, private] Anna presses [Non] on #1\n    (alert to Anna: Dommage)\n"
        "[Anna, private] Anna presses [a button that is gone: old data] on #1"
    )


@pytest.mark.asyncio
async def test_inline_queries_are_answered_and_results_chosen(server: BotApiServer, bot: Bot) -> None:
    anna = server.user(7, "Anna")
    typed = server.inline_query(anna, "climat")
    query = (await only_update(bot)).inline_query
    assert query
    button = InlineQueryResultsButton("Demander", start_parameter="ask")
    with pytest.raises(BadRequest, match=r"(?i)RESULTS_TOO_MUCH"):
        await query.answer([article(n) for n in range(51)])
    with pytest.raises(BadRequest, match=r"(?i)RESULT_ID_DUPLICATE"):
        await query.answer([article(1), article(1)])
    await query.answer([article(1), article(2, "Réponse", label="Suite")], next_offset="2", button=button)
    with pytest.raises(BadRequest, match="Query is too old"):
        await query.answer([])
    assert server.answers.inline.answers[typed["id"]]["next_offset"] == "2"
    assert "inline_message_id" not in server.chosen_inline_result(anna, typed, "1")
    server.chosen_inline_result(anna, typed, "2")
    chosen = (await only_update(bot)).chosen_inline_result
    assert chosen
    assert chosen.inline_message_id
    server.press(anna, chosen.inline_message_id, "Suite")
    pressed = (await only_update(bot)).callback_query
    assert pressed
    await pressed.edit_message_text("Autre réponse")
    assert server.inline[chosen.inline_message_id] == {"text": "Autre réponse"}
    with pytest.raises(BadRequest, match="not modified"):
        await pressed.edit_message_text("Autre réponse")
    assert "2 results for 'climat'\n    (Demander)\n    1. Titre 1 – Extrait" in server.transcript()


@pytest.mark.asyncio
async def test_guest_messages_take_one_answer(server: BotApiServer, bot: Bot) -> None:
    anna, boris = server.user(7, "Anna"), server.user(8, "Boris")
    there = server.group("Ailleurs", bot_status="left")
    said = {"message_id": 3, "from": boris, "chat": there, "date": 1, "text": "Il a dit cela. Vraiment."}
    server.guest_message(anna, "@SelonTestBot vrai ?", chat=there, reply_to=said, quote="Vraiment.")
    message = (await only_update(bot)).guest_message
    assert message
    assert message.guest_query_id
    assert message.reply_to_message
    assert message.quote
    assert message.entities[0].type == "mention"
    sent = await bot.answer_guest_query(message.guest_query_id, article(1, "Oui", label="Sources"))
    assert server.inline[sent.inline_message_id]["text"] == "Oui"
    with pytest.raises(BadRequest, match="Query is too old"):
        await bot.answer_guest_query(message.guest_query_id, article(1))
    server.press(boris, sent.inline_message_id, "Sources")
    query = (await only_update(bot)).callback_query
    assert query
    assert query.inline_message_id == sent.inline_message_id
    assert "the guest bot answers #1" in server.transcript()


@pytest.mark.asyncio
async def test_the_bot_hears_of_its_own_status(server: BotApiServer, bot: Bot) -> None:
    anna = server.user(7, "Anna")
    cases: list[tuple[Json, Status]] = [(server.group("Paris"), "administrator"), (server.private(anna), "kicked")]
    for chat, status in cases:
        server.my_chat_member(chat, anna, status)
        update = await only_update(bot)
        assert update.my_chat_member
        assert update.my_chat_member.old_chat_member.status == "member"
        assert update.my_chat_member.new_chat_member.status == status
