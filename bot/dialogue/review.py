"""The pages on which curators review misses."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.dialogue.actions import JudgeGroup, ReviewQueue, ReviewVariant, ReviewVerdict, TeachVariant, UndoAct
from bot.dialogue.decision import Decision
from bot.dialogue.miss_reason import MissReason
from bot.dialogue.parts import Footnote, Item, MainText, Part, Title
from bot.dialogue.reply import Button, Reply
from bot.phrases import Phrases, phrases
from knowledge.library import Library
from knowledge.teaching import OutcomeFlip, Refusal, UnusableVariant, VariantCollision

_LONGEST_WORDING = 160
_REASONS = {
    MissReason.ABSTAINED: "review-abstained",
    MissReason.REJECTED: "review-rejected",
    MissReason.VOTED_DOWN: "review-down",
}


@dataclass(frozen=True, slots=True)
class CountedWording:
    """One wording of a question, counted.

    Attributes:
        text: As it was typed first.
        count: The number of times that it was asked.
    """

    text: str
    count: int


@dataclass(frozen=True, slots=True)
class MissGroup:
    """Misses that are much alike.

    Attributes:
        token: Names the group with just these wordings, judged by the scope of the same article.
        language: ISO 639-1 code.
        wordings: The most asked first.
        left_out: The number of further wordings, which are dealt with another time.
        reasons: The number of misses by their reason.
        first_day: Of the first of them, as 2026-11-27.
        last_day: Of the last.
        nearest: The entries that come nearest, the nearest first.
    """

    token: str
    language: str
    wordings: tuple[CountedWording, ...]
    left_out: int
    reasons: Mapping[MissReason, int]
    first_day: str
    last_day: str
    nearest: tuple[str, ...]

    @property
    def count(self) -> int:
        """The number of times that it was asked."""
        return sum(wording.count for wording in self.wordings)


def queue_page(
    group: MissGroup | None, waiting: int, library: Library, language: str, note: Reply | None = None
) -> Reply:
    """Return the page of the group that was asked most, or the line that there is none.

    Args:
        group: The one to show, if there is one.
        waiting: The number of all groups.
        library: The articles.
        language: Of the page.
        note: A reply whose parts stand above the page, and whose buttons stand below it.
    """
    words = phrases(language)
    above, below = (note.parts, note.buttons) if note is not None else ((), ())
    if group is None:
        return Reply(language, (*above, MainText(words("review-none"))), below)
    parts: tuple[Part, ...] = (
        *above,
        Title(words("review-title", groups=waiting)),
        *_wordings(group, words),
        Footnote(_told(group, words)),
    )
    buttons = [
        Button(
            words("review-variant", question=library.title(entry_key, language)), ReviewVariant(group.token, entry_key)
        )
        for entry_key in group.nearest
    ]
    judged = (
        Button(words("review-wanted"), JudgeGroup(group.token, ReviewVerdict.WANTED)),
        Button(words("review-outside"), JudgeGroup(group.token, ReviewVerdict.OUT_OF_SCOPE), beside=True),
        Button(words("review-skip"), JudgeGroup(group.token, ReviewVerdict.SKIPPED), beside=True),
    )
    return Reply(language, parts, (*buttons, *judged, *below))


def variant_page(group: MissGroup, entry_key: str, library: Library, language: str) -> Reply:
    """Return the page of the wordings that an entry would be taught, with its answer: the last look before it is."""
    words = phrases(language)
    entry = library.entries[entry_key]
    served = library.article_of(entry).served_language(language)
    parts: tuple[Part, ...] = (
        Title(entry.title(served)),
        MainText(entry.answers[served]),
        Footnote(words("review-same")),
        *_wordings(group, words),
    )
    buttons = (
        Button(words("review-teach", count=len(group.wordings)), TeachVariant(group.token, entry_key)),
        Button(words("review-back"), ReviewQueue(), beside=True),
    )
    return Reply(language, parts, buttons)


def done_note(decision: Decision, count: int, question: str, act: int, language: str) -> Reply:
    """Return the note of a decision, with a button that undoes it.

    Args:
        decision: The decision.
        count: The number of wordings that it concerns.
        question: The entry's, or the first of the wordings.
        act: The number of the decision.
        language: Of the note.
    """
    words = phrases(language)
    quoted = words.quoted(question)
    match decision:
        case Decision.TAUGHT:
            told = words("review-taught", count=count, question=quoted)
        case Decision.EXCLUDED:
            told = words("review-excluded", count=count, question=quoted)
        case Decision.WANTED:
            told = words("review-is-wanted", question=quoted)
        case Decision.SKIPPED:
            told = words("review-skipped", question=quoted)
    return Reply(language, (MainText(told),), (Button(words("review-undo"), UndoAct(act)),))


def plain_note(key: str, language: str) -> Reply:
    """Return a line above a page, by its phrase: `review-changed`, `review-undone`, `review-not-undone`."""
    return Reply(language, (MainText(phrases(language)(key)),))


def refusal_note(refusal: Refusal, library: Library, language: str) -> Reply:
    """Return the line that says why something is not taught."""
    words = phrases(language)
    match refusal:
        case UnusableVariant(text):
            told = words("review-refused-unusable", text=words.quoted(text))
        case VariantCollision(text, None):
            told = words("review-refused-negative", text=words.quoted(text))
        case VariantCollision(text, key):
            question = words.quoted(library.title(str(key), language))
            told = words("review-refused-collision", text=words.quoted(text), question=question)
        case OutcomeFlip(variant, now):
            told = words("review-refused-flip", text=words.quoted(variant.text))
            if now is not None:
                question = words.quoted(library.title(now, language))
                told = words("review-refused-flip-to", text=words.quoted(variant.text), question=question)
    return Reply(language, (MainText(told),))


def _wordings(group: MissGroup, words: Phrases) -> tuple[Item, ...]:
    items = [
        Item(_shortened(wording.text), (words("review-times", count=wording.count),) if wording.count > 1 else ())
        for wording in group.wordings
    ]
    if group.left_out:
        items.append(Item(words("review-more", count=group.left_out)))
    return tuple(items)


def _told(group: MissGroup, words: Phrases) -> str:
    """Return the line of a group's language, days and reasons, each counted."""
    counted: Sequence[str] = [
        words(key, count=group.reasons[reason]) for reason, key in _REASONS.items() if group.reasons.get(reason)
    ]
    days = group.first_day if group.first_day == group.last_day else f"{group.first_day} – {group.last_day}"
    return " · ".join([words(f"language-{group.language}"), days, *counted])


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= _LONGEST_WORDING else text[: _LONGEST_WORDING - 1].rstrip() + "…"
