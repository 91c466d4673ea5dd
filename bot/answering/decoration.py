"""Replies as they are posted: with buttons to vote and to remove them, as a pointer, without buttons that lead on."""

from __future__ import annotations

from dataclasses import replace

from bot.dialogue.actions import RemoveReply, Vote
from bot.dialogue.parts import Mention, Pointer
from bot.dialogue.reply import DOWN, UP, Button, Reply
from bot.phrases import phrases
from knowledge.matcher import Outcome


def votable(reply: Reply) -> Reply:
    """Return the reply with buttons to vote on it, if it is an answer."""
    if reply.entry_key is None:
        return reply
    up = Button(UP, Vote(reply.entry_key, up=True))
    down = Button(DOWN, Vote(reply.entry_key, up=False), beside=True)
    return replace(reply, buttons=(*reply.buttons, up, down))


def removable(reply: Reply) -> Reply:
    """Return the reply with a button that removes it, beside those to vote if there are any."""
    beside = bool(reply.buttons) and isinstance(reply.buttons[-1].action, Vote)
    button = Button(phrases(reply.language)("remove-button"), RemoveReply(), beside)
    return replace(reply, buttons=(*reply.buttons, button))


def for_guest(reply: Reply) -> Reply:
    """Return the reply for a chat that the bot is not in.

    Only a choice keeps its buttons: what any other led to could not be sent after it.
    """
    return reply if reply.outcome is Outcome.CHOOSE else reply.without_buttons()


def pointer(reply: Reply, *, url: str | None, mention: Mention | None) -> Reply:
    """Return the line that points to an answer which stands already.

    Args:
        reply: That answer.
        url: Its address, if there are links to it.
        mention: The person whom the line is for; None where nobody is to be named.
    """
    text = phrases(reply.language)("pointer-named" if mention is not None else "pointer")
    return Reply(reply.language, (Pointer(text, url, mention),))
