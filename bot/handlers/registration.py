"""Registration of the handlers: which of them takes which update."""

from __future__ import annotations

from collections.abc import Sequence

from telegram.ext import (
    CallbackQueryHandler,
    ChatMemberHandler,
    CommandHandler,
    InlineQueryHandler,
    MessageHandler,
    filters,
)

from bot.answering.context import SelonApplication
from bot.handlers import buttons, chats, commands, guest, inline, questions, review, stats

HANDLED_UPDATES = ("message", "edited_message", "callback_query", "inline_query", "guest_message", "my_chat_member")
"""The kinds of updates for which there is a handler, as the Bot API names them."""


def register(application: SelonApplication, admin_ids: Sequence[int]) -> None:
    """Add all handlers to an application; the first that takes an update handles it.

    Args:
        application: Has none yet.
        admin_ids: The administrators, to whom alone some commands are commands.
    """
    # Edited, business and guest messages pass the plain filters too: `update.message` would be None.
    messages = filters.UpdateType.MESSAGE & (filters.ChatType.PRIVATE | filters.ChatType.GROUPS)
    edits = filters.UpdateType.EDITED_MESSAGE & (filters.ChatType.PRIVATE | filters.ChatType.GROUPS)
    for name, callback in (
        ("start", commands.on_start),
        ("help", commands.on_help),
        ("article", commands.on_article),
        ("articles", commands.on_articles),
        ("topics", commands.on_topics),
        ("who", commands.on_who),
        ("sources", commands.on_sources),
        ("privacy", commands.on_privacy),
        ("forget", commands.on_forget),
        ("settings", commands.on_settings),
        ("language", commands.on_language),
    ):
        application.add_handler(CommandHandler(name, callback, messages))
    # To everybody else these are words like others.
    curators = (messages | edits) & filters.ChatType.PRIVATE & filters.User(admin_ids)
    application.add_handler(CommandHandler("review", review.on_review, curators))
    application.add_handler(CommandHandler("stats", stats.on_stats, curators))
    application.add_handler(MessageHandler(messages & filters.StatusUpdate.MIGRATE, chats.on_migration))
    application.add_handler(MessageHandler(messages & ~filters.StatusUpdate.ALL, questions.on_message))
    application.add_handler(MessageHandler(edits, questions.on_edited_message))
    application.add_handler(MessageHandler(filters.UpdateType.GUEST_MESSAGE, guest.on_guest_message))
    application.add_handler(InlineQueryHandler(inline.on_inline_query))
    application.add_handler(CallbackQueryHandler(buttons.on_callback_query))
    application.add_handler(ChatMemberHandler(chats.on_my_chat_member, ChatMemberHandler.MY_CHAT_MEMBER))
