"""Processing of one update, from the row in the inbox to what that row says in the end."""

from __future__ import annotations

import logging
from itertools import chain

from telegram import Update
from telegram.constants import ChatType

from bot.answering.context import Context, SelonApplication, Services
from bot.dialogue.surface import Surface
from bot.handlers.registration import HANDLED_UPDATES
from bot.logs import error_location
from bot.store.inbox import UpdateState
from bot.turn import Ended, Postponed, Superseding, Turn, TurnEnd
from bot.updates import ids
from bot.updates.quarantine import end_failed

_LOG = logging.getLogger(__name__)


async def process(application: SelonApplication, turn: Turn) -> TurnEnd:
    """Handle one update, count what it came to, and put down how it ended; one that cannot be is quarantined.

    Returns:
        The end of its turn. Its row is as it was if it is postponed, or if it supersedes others that are to end first.
    """
    services: Services = application.bot_data
    inbox, counts, number = services.store.inbox, services.counts, turn.update_id
    try:
        update = Update.de_json(turn.received.raw, application.bot)
        if not ids.are_usable(update):
            raise TypeError("an id is none")
    except Exception as error:  # noqa: BLE001 - whatever the parser stumbles over, the next update must be reached
        counts["unparsable"] += 1
        reason = error_location(error)
        _LOG.error("Update %s cannot be parsed; it is quarantined (%s).", number, reason)
        await inbox.quarantine(number, reason)
        return Ended(UpdateState.FAILED)
    try:
        end = await _handled(application, update, turn)
    except Exception as error:  # noqa: BLE001 - one update's failure never stops the next
        return await end_failed(turn, error, inbox, counts)
    finally:
        services.count(turn)
    if end is None:
        await inbox.mark_done(number)
        return Ended(UpdateState.DONE)
    return end


async def _handled(application: SelonApplication, update: Update, turn: Turn) -> TurnEnd | None:
    """Hand an update to the first handler that takes it, and return how it ended; None if nothing has put that down."""
    if all(getattr(update, kind) is None for kind in HANDLED_UPDATES):
        application.bot_data.counts["unknown"] += 1
        return None
    turn.surface = _surface_of(update)
    for handler in chain.from_iterable(application.handlers.values()):
        check = handler.check_update(update)
        if check is None or check is False:
            continue
        context = Context.from_update(update, application)
        context.turn = turn
        result = await handler.handle_update(update, application, check, context)
        return turn.end or (result if isinstance(result, Postponed | Superseding) else None)
    return None


def _surface_of(update: Update) -> Surface:
    """Return the way in, as far as the kind of an update tells; handlers of commands and the like know better."""
    if update.inline_query is not None:
        return Surface.INLINE
    if update.guest_message is not None:
        return Surface.GUEST
    if update.callback_query is not None:
        return Surface.BUTTON
    if update.edited_message is not None:
        return Surface.EDIT
    chat = update.effective_chat
    return Surface.PRIVATE if chat is not None and chat.type == ChatType.PRIVATE else Surface.GROUP
