"""The command /stats: the outcomes of questions, for the bot's administrators."""

from __future__ import annotations

import asyncio

from telegram import Update

from bot.answering.context import Context, Services
from bot.answering.sending import send, send_picture
from bot.dialogue.parts import MainText
from bot.dialogue.pressers import ANYBODY
from bot.dialogue.reply import Reply
from bot.dialogue.statistics import Chart, Statistics
from bot.dialogue.surface import Surface
from bot.phrases import phrases
from bot.rendering.chart import png
from bot.store.days import last_days

_USUAL_DAYS = 30


async def on_stats(update: Update, context: Context) -> None:
    """Answer /stats or /stats 7 in words and, if it can be drawn, by a picture; an edited command is answered anew."""
    message, services, turn = update.effective_message, context.services, context.turn
    if message is None:
        return
    turn.surface = Surface.COMMAND
    await services.delivery.open(message.chat_id)
    language = await services.language_for(message)
    days = days_wanted(context.args or [], services.retention_days)
    if days is None:
        reply = Reply(language, (MainText(phrases(language)("stats-which-days", count=services.retention_days)),))
        turn.conclude(reply)
        await send(services, turn, message, reply, pressers=ANYBODY)
        return
    statistics = await _statistics(services, days)
    picture = await _picture(statistics.chart(language))
    reply = statistics.reply(language, drawn=picture is not None)
    turn.conclude(reply)
    if picture is None:
        await send(services, turn, message, reply, pressers=ANYBODY)
    else:
        await send_picture(services, turn, message, picture, reply)


def days_wanted(arguments: list[str], most: int) -> int | None:
    """Return the number of days that a command asks for, 1 to `most`; None if it names no such number.

    Where it names none, that is 30, or fewer if fewer are kept.
    """
    if not arguments:
        return min(_USUAL_DAYS, most)
    text = arguments[0]
    if len(arguments) > 1 or not (text.isascii() and text.isdigit() and len(text) < 6):
        return None
    days = int(text)
    return days if 1 <= days <= most else None


async def _statistics(services: Services, count: int) -> Statistics:
    store = services.store
    # So that this minute is counted too.
    await services.tally.flush()
    days = last_days(count)
    counted = await store.counts.since(days[0])
    votes = await store.votes.tally()
    open_misses = await store.misses.undecided()
    return Statistics(services.dialogue, days, counted.items(), votes, len(open_misses))


async def _picture(chart: Chart | None) -> bytes | None:
    """Return the picture as PNG; None if there is nothing to draw, or nothing to draw it with."""
    if chart is None:
        return None
    try:
        return await asyncio.to_thread(png, chart)
    except ImportError:
        return None
