"""Processing of one update, from the row in the inbox to what that row says in the end."""

from __future__ import annotations

import logging
from itertools import chain

from telegram import Update

from bot.answering.context import Context, SelonApplication, Services
from bot.handlers.registration import HANDLED_UPDATES
from bot.logs import error_location
from bot.store.inbox import ReceivedUpdate
from bot.turn import Turn
from bot.updates import ids
from bot.updates.postponements import Postponed, Superseding

_LOG = logging.getLogger(__name__)


async def process(application: SelonApplication, received: ReceivedUpdate) -> Postponed | Superseding | None:
    """Handle one update and put down that it is handled; one that cannot be is quarantined and counted.

    Returns:
        When it is to be handled again, or what it has settled, and it stands as it was; None if it has come to its end.
    """
    services: Services = application.bot_data
    inbox, number = services.store.inbox, received.update_id
    try:
        update = Update.de_json(received.raw, application.bot)
        if not ids.are_usable(update):
            raise TypeError("an id is none")
    except Exception as error:  # noqa: BLE001 - whatever the parser stumbles over, the next update must be reached
        services.counts["unparsable"] += 1
        reason = error_location(error)
        _LOG.error("Update %s cannot be parsed; it is quarantined (%s).", number, reason)
        await inbox.quarantine(number, reason)
        return None
    turn, failure = Turn(number, received.sent_at), None
    if all(getattr(update, kind) is None for kind in HANDLED_UPDATES):
        services.counts["unknown"] += 1
    else:
        try:
            end = await _handled(application, update, turn)
        except Exception as error:  # noqa: BLE001 - one update's failure never stops the next
            failure = error_location(error)
        else:
            if end is not None:
                return end
    if failure is None:
        if turn.end is None:
            await inbox.mark_done(number)
    elif turn.end is None:
        services.counts["failed"] += 1
        _LOG.error("Update %s failed; it is quarantined (%s).", number, failure)
        await inbox.quarantine(number, failure)
    else:
        services.counts["failed-late"] += 1
        _LOG.error("Update %s failed after its reply; it stays as %s (%s).", number, turn.end, failure)
    return None


async def _handled(application: SelonApplication, update: Update, turn: Turn) -> Postponed | Superseding | None:
    """Hand an update to the first handler that takes it, with its turn, and return what that returns."""
    for handler in chain.from_iterable(application.handlers.values()):
        check = handler.check_update(update)
        if check is None or check is False:
            continue
        context = Context.from_update(update, application)
        context.turn = turn
        result = await handler.handle_update(update, application, check, context)
        return result if isinstance(result, Postponed | Superseding) else None
    return None
