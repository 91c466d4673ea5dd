"""The server accepts and refuses the messages of a real Bot as Telegram does."""

from __future__ import annotations

import struct

import pytest
from botapi.html_text import parse_html
from botapi.server import BotApiServer
from botapi.wire import ApiError
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeChat,
    ChatMemberAdministrator,
    ChatMemberLeft,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    Message,
    MessageEntity,
    ReplyParameters,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, ChatMigrated, Forbidden


def keyboard(*labels: str) -> InlineKeyboardMarkup:
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=f"data {label}")] for label in labels])


def group_with_message(server: BotApiServer) -> tuple[int, int]:
    group, anna = server.group("Paris"), server.user(7, "Anna")
    return group["id"], server.message(group, anna, "Qui a dit quoi ? Qui ?")["message_id"]


@pytest.mark.asyncio
async def test_html_becomes_text_and_entities(server: BotApiServer, bot: Bot) -> None:
    server.private(server.user(7, "Anna"))
    html = " 👋 <b>Gras <i>et</i></b> &lt;3 <a href='https://example.org/?a=1&amp;b=2'>lien</a> @anna_b "
    message = await bot.send_message(7, html, parse_mode=ParseMode.HTML)
    assert message.text == "👋 Gras et <3 lien @anna_b"
    assert message.parse_entities() == {
        MessageEntity("bold", 3, 7): "Gras et",
        MessageEntity("italic", 8, 2): "et",
        MessageEntity("text_link", 14, 4, url="https://example.org/?a=1&b=2"): "lien",
        MessageEntity("mention", 19, 7): "@anna_b",
    }
    assert message.from_user
    assert message.from_user.username == "SelonTestBot"
    assert message.message_id == 1


@pytest.mark.parametrize(
    ("html", "complaint"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("é<br>", 'Unsupported start tag "br" at byte offset 2'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("1 < 2", 'Unsupported start tag "" at byte offset 2'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ('<a href="x', 'Unclosed start tag "a" at byte offset 0'),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler" at byte offset 0'),
    ],
)
def test_bad_html_is_refused_in_the_words_of_telegram(html: str, complaint: str) -> None:
    with pytest.raises(ApiError) as refused:
        parse_html(html)
    assert refused.value.description == f"Bad Request: can't parse entities: {complaint}"


def test_html_knows_every_tag() -> None:
    text, entities = parse_html(
        '<pre><code class="language-py">x</code></pre><blockquote expandable>q</blockquote>'
        '<span class="tg-spoiler">s</span><a href="tg://user?id=5">u</a>&copy;&#233;&#x1F44B;'
    )
    assert text == "xqsu&copy;é👋"
    assert [entity["type"] for entity in entities] == ["pre", "expandable_blockquote", "spoiler", "text_mention"]
    assert entities[0]["language"] == "py"


@pytest.mark.asyncio
async def test_texts_have_limits_after_parsing(server: BotApiServer, bot: Bot) -> None:
    server.private(server.user(7, "Anna"))
    await bot.send_message(7, f"<b>{'&lt;' * 4096}</b>", parse_mode="HTML")
    await bot.send_message(7, "👋" * 2048)
    with pytest.raises(BadRequest, match="Message is too long"):
        await bot.send_message(7, "👋" * 2048 + "x")
    with pytest.raises(BadRequest, match="Message text is empty"):
        await bot.send_message(7, "")
    with pytest.raises(BadRequest, match="Text must be non-empty"):
        await bot.send_message(7, "<b> </b>", parse_mode="HTML")
    with pytest.raises(BadRequest, match="Message caption is too long"):
        await bot.send_photo(7, b"x", caption="x" * 1025)
    photo = await bot.send_photo(7, b"12345", caption="<i>c</i>", parse_mode="HTML")
    assert photo.caption == "c"
    assert photo.photo[-1].file_size == 5


def png_of(width: int, height: int) -> bytes:
    """The beginning of a PNG file, as far as its size is told."""
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + struct.pack(">II", width, height)


@pytest.mark.asyncio
async def test_a_photo_comes_in_sizes_and_has_limits(server: BotApiServer, bot: Bot) -> None:
    server.private(server.user(7, "Anna"))
    small = await bot.send_photo(7, png_of(300, 200))
    assert [(size.width, size.height) for size in small.photo] == [(90, 60), (300, 200)]
    large = await bot.send_photo(7, png_of(2000, 1000))
    assert [(size.width, size.height) for size in large.photo] == [(90, 45), (320, 160), (800, 400), (1280, 640)]
    assert server.photos[large.photo[-1].file_id] == png_of(2000, 1000)
    assert len({size.file_id for size in large.photo}) == 4
    for width, height in ((9000, 1001), (21, 1), (1, 0)):
        with pytest.raises(BadRequest, match=r"(?i)PHOTO_INVALID_DIMENSIONS"):
            await bot.send_photo(7, png_of(width, height))
    with pytest.raises(BadRequest, match="too big for a photo"):
        await bot.send_photo(7, png_of(9, 9) + bytes(10 << 20))
    assert len(server.photos) == 2


@pytest.mark.asyncio
async def test_buttons_are_checked(server: BotApiServer, bot: Bot) -> None:
    server.private(server.user(7, "Anna"))
    fits = InlineKeyboardMarkup.from_button(InlineKeyboardButton("x", callback_data="é" * 32))
    message = await bot.send_message(7, "x", reply_markup=fits)
    assert message.reply_markup == fits
    for button in (InlineKeyboardButton("x", callback_data="é" * 33), InlineKeyboardButton("x", callback_data="")):
        with pytest.raises(BadRequest, match=r"(?i)BUTTON_DATA_INVALID"):
            await bot.send_message(7, "x", reply_markup=InlineKeyboardMarkup.from_button(button))


@pytest.mark.asyncio
async def test_replies_need_their_message(server: BotApiServer, bot: Bot) -> None:
    group, number = group_with_message(server)
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(group, "x", reply_parameters=ReplyParameters(999))
    alone = await bot.send_message(group, "x", reply_parameters=ReplyParameters(999, allow_sending_without_reply=True))
    assert alone.reply_to_message is None
    quoting = await bot.send_message(
        group, "x", reply_parameters=ReplyParameters(number, quote="Qui", quote_position=17)
    )
    assert quoting.quote
    assert quoting.quote.position == 17
    assert quoting.message_thread_id == number
    with pytest.raises(BadRequest, match=r"(?i)QUOTE_TEXT_INVALID"):
        await bot.send_message(group, "x", reply_parameters=ReplyParameters(number, quote="Who"))
    server.delete_message(server.sent[group][-1])
    with pytest.raises(BadRequest, match="Message to be replied not found"):
        await bot.send_message(group, "x", reply_to_message_id=quoting.message_id)


@pytest.mark.asyncio
async def test_topics_are_kept_and_refused(server: BotApiServer, bot: Bot) -> None:
    forum, anna = server.group("Forum", forum=True), server.user(7, "Anna")
    topic = server.topic(forum, "Climat")
    asked = server.message(forum, anna, "?", thread=topic)
    assert asked["reply_to_message"]["forum_topic_created"]["name"] == "Climat"
    answer = await bot.send_message(forum["id"], "!", reply_to_message_id=asked["message_id"])
    assert answer.message_thread_id == topic.message_thread_id
    assert answer.is_topic_message
    named = await bot.send_message(forum["id"], "!", message_thread_id=topic.message_thread_id)
    assert named.message_thread_id == topic.message_thread_id
    general = server.message(forum, anna, "?")
    assert "message_thread_id" not in general
    for number in (1, 999):
        with pytest.raises(BadRequest, match="Message thread not found"):
            await bot.send_message(forum["id"], "!", message_thread_id=number)
    elsewhere = await bot.send_message(
        forum["id"], "!", message_thread_id=topic.message_thread_id, reply_to_message_id=general["message_id"]
    )
    assert elsewhere.external_reply
    assert elsewhere.reply_to_message is None
    server.close_topic(topic)
    with pytest.raises(BadRequest, match=r"(?i)TOPIC_CLOSED"):
        await bot.send_message(forum["id"], "!", message_thread_id=topic.message_thread_id)
    server.administrator(forum, server.bot)
    await bot.send_message(forum["id"], "!", message_thread_id=topic.message_thread_id)
    server.delete_topic(topic)
    with pytest.raises(BadRequest, match="Message thread not found"):
        await bot.send_message(forum["id"], "!", message_thread_id=topic.message_thread_id)
    assert "[Forum, supergroup › Climat] Anna (#3): ?" in server.transcript()


@pytest.mark.asyncio
async def test_chats_may_be_closed_to_the_bot(server: BotApiServer, bot: Bot) -> None:
    anna = server.user(7, "Anna")
    private, group = server.private(anna), server.group("Paris")
    server.my_chat_member(private, anna, "kicked")
    with pytest.raises(Forbidden, match="bot was blocked by the user"):
        await bot.send_message(7, "x")
    server.my_chat_member(group, anna, "kicked")
    with pytest.raises(Forbidden, match="bot was kicked from the supergroup chat"):
        await bot.send_message(group["id"], "x")
    server.member(group, server.bot, "left")
    with pytest.raises(Forbidden, match="bot is not a member of the supergroup chat"):
        await bot.get_chat(group["id"])
    with pytest.raises(BadRequest, match="Chat not found"):
        await bot.send_message(12345, "x")


@pytest.mark.asyncio
async def test_a_basic_group_migrates(server: BotApiServer, bot: Bot) -> None:
    group = server.group("Petit groupe", supergroup=False)
    server.message(group, server.user(7, "Anna"), "Bonjour")
    new = server.migrate(group)
    with pytest.raises(ChatMigrated) as migrated:
        await bot.send_message(group["id"], "x")
    assert migrated.value.new_chat_id == new["id"]
    updates = await bot.get_updates()
    assert [u.message.migrate_to_chat_id for u in updates if u.message] == [None, new["id"], None]
    assert updates[2].message
    assert updates[2].message.migrate_from_chat_id == group["id"]
    await bot.send_message(new["id"], "x")


@pytest.mark.asyncio
async def test_edits_replace_and_must_change_something(server: BotApiServer, bot: Bot) -> None:
    group, number = group_with_message(server)
    message = await bot.send_message(group, "<b>a</b>", parse_mode="HTML", reply_markup=keyboard("1"))
    with pytest.raises(BadRequest, match="Message is not modified: specified new message content and reply markup"):
        await message.edit_text("<b>a</b>", parse_mode="HTML", reply_markup=keyboard("1"))
    edited = await message.edit_text("<b>a</b>", parse_mode="HTML", reply_markup=keyboard("2"))
    assert isinstance(edited, Message)
    assert edited.edit_date
    await message.edit_text("b")
    assert "reply_markup" not in server.sent[group][0]
    assert "entities" not in server.sent[group][0]
    await message.edit_reply_markup(keyboard("3"))
    assert server.sent[group][0]["text"] == "b"
    with pytest.raises(BadRequest, match="not modified"):
        await message.edit_reply_markup(keyboard("3"))
    with pytest.raises(BadRequest, match="Message can't be edited"):
        await bot.edit_message_text("x", group, number)
    with pytest.raises(BadRequest, match="Message to edit not found"):
        await bot.edit_message_text("x", group, 999)
    with pytest.raises(BadRequest, match=r"(?i)MESSAGE_TOO_LONG"):
        await message.edit_text("x" * 4097)
    with pytest.raises(BadRequest, match=r"(?i)MESSAGE_ID_INVALID"):
        await bot.edit_message_text("x", inline_message_id="none")


@pytest.mark.asyncio
async def test_deletions_leave_nothing(server: BotApiServer, bot: Bot) -> None:
    group, number = group_with_message(server)
    message = await bot.send_message(group, "x", reply_markup=keyboard("1"))
    await message.delete()
    assert server.sent == {}
    with pytest.raises(BadRequest, match="Message to delete not found"):
        await message.delete()
    with pytest.raises(BadRequest, match="Message can't be deleted"):
        await bot.delete_message(group, number)
    server.administrator({"id": group}, server.bot)
    await bot.delete_message(group, number)
    query = server.callback(server.user(7, "Anna"), {"chat": {"id": group}, "message_id": 2}, "data 1")
    assert query["message"]["date"] == 0


@pytest.mark.asyncio
async def test_members_and_administrators(server: BotApiServer, bot: Bot) -> None:
    anna, boris, other = server.user(7, "Anna"), server.user(8, "Boris"), server.user(9, "Aide", is_bot=True)
    group = server.group("Paris", bot_status="administrator")
    server.message(group, boris, "Bonjour")
    server.administrator(group, anna, anonymous=True)
    server.administrator(group, other)
    chief = await bot.get_chat_member(group["id"], 7)
    assert isinstance(chief, ChatMemberAdministrator)
    assert chief.is_anonymous
    assert (await bot.get_chat_member(group["id"], 8)).status == "member"
    server.member(group, boris, "left")
    assert isinstance(await bot.get_chat_member(group["id"], 8), ChatMemberLeft)
    assert (await bot.get_chat_member(group["id"], server.bot["id"])).status == "administrator"
    assert {m.user.id for m in await bot.get_chat_administrators(group["id"])} == {7, server.bot["id"]}
    assert (await bot.get_chat(group["id"])).title == "Paris"
    await bot.leave_chat(group["id"])
    with pytest.raises(Forbidden):
        await bot.send_message(group["id"], "x")
    hidden = server.message(server.group("Autre"), None, "x", sender_chat=group)
    assert hidden["from"]["username"] == "Channel_Bot"


@pytest.mark.asyncio
async def test_commands_and_texts_are_kept_by_scope_and_language(server: BotApiServer, bot: Bot) -> None:
    await bot.set_my_commands([BotCommand("ask", "Ask a question")])
    await bot.set_my_commands([BotCommand("ask", "Poser une question")], language_code="fr")
    await bot.set_my_commands([BotCommand("x", "Here")], scope=BotCommandScopeChat(5))
    assert (await bot.get_my_commands(language_code="fr"))[0].description == "Poser une question"
    assert (await bot.get_my_commands(BotCommandScopeChat(5)))[0].command == "x"
    await bot.delete_my_commands(language_code="fr")
    assert await bot.get_my_commands(language_code="fr") == ()
    with pytest.raises(BadRequest, match=r"(?i)BOT_COMMANDS_TOO_MUCH"):
        await bot.set_my_commands([BotCommand("a", "b")] * 101)
    await bot.set_my_description("Répond", language_code="fr")
    await bot.set_my_description("Answers")
    await bot.set_my_short_description("Short")
    await bot.set_my_name("Selon", language_code="fr")
    assert (await bot.get_my_description("fr")).description == "Répond"
    assert (await bot.get_my_description("uk")).description == "Answers"
    assert (await bot.get_my_short_description()).short_description == "Short"
    assert (await bot.get_my_name("fr")).name == "Selon"
    assert await bot.log_out()
