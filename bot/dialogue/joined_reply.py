"""The reply to a message of several questions: one, joined of the replies to each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from bot.dialogue.actions import ChooseEntry, OpenEntry
from bot.dialogue.intent import IntentKind
from bot.dialogue.parts import Footnote, MainText, Part
from bot.dialogue.reply import Button, Reply
from bot.dialogue.understood import Understood
from bot.phrases import phrases
from knowledge.matcher import Outcome


def joined(replies: Iterable[tuple[Understood, Reply]], whole: Understood) -> Reply:
    """Return the answers to several questions in one reply, each with its source, and those without one by name.

    Args:
        replies: The questions, each with the reply to it alone; at least one.
        whole: The message, with the questions that are left over.
    """
    parts: list[Part] = []
    buttons: list[Button] = []
    short: list[str] = []
    language, context_key, outcome = "", None, Outcome.ABSTAIN
    for each, reply in replies:
        language = language or reply.language
        if reply.outcome not in (Outcome.ANSWER, Outcome.CHOOSE) and each.kind is not IntentKind.CARD:
            short.append(each.typed_text)
            continue
        if reply.outcome is Outcome.CHOOSE:
            words = phrases(reply.language)
            parts.append(MainText(words("choose-for", question=phrases(language).quoted(each.typed_text))))
            buttons.extend(_opening(reply.buttons))
        else:
            parts.extend(reply.parts)
            context_key = reply.context_key or reply.entry_key or context_key
        outcome = Outcome.ANSWER
    words = phrases(language)
    parts.extend(Footnote(words("several-short", question=words.quoted(each))) for each in short)
    if whole.unanswered:
        left = " ".join(words.quoted(each) for each in whole.unanswered)
        parts.append(Footnote(words("several-beyond", questions=left)))
    return Reply(language, tuple(dict.fromkeys(parts)), tuple(buttons), outcome=outcome, context_key=context_key)


def _opening(buttons: Iterable[Button]) -> Iterator[Button]:
    """Yield the choices as buttons that open an answer: one that is made must not take the place of the others."""
    for button in buttons:
        match button.action:
            case ChooseEntry(entry_key):
                yield replace(button, action=OpenEntry(entry_key))
