"""Statistics of questions and their outcomes, for whoever runs the bot: in words, and as the data of a picture."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from bot.dialogue.actions import OpenEntry
from bot.dialogue.conversation import Dialogue
from bot.dialogue.count import Count
from bot.dialogue.parts import Footnote, Item, MainText, Part, Title
from bot.dialogue.reply import Reply
from bot.dialogue.reply_outcome import ReplyOutcome
from bot.dialogue.surface import Surface
from bot.phrases import LANGUAGES, Phrases, phrases

_PLACES = {
    Surface.PRIVATE: "stats-private",
    Surface.GROUP: "stats-group",
    Surface.AMBIENT: "stats-ambient",
    Surface.GUEST: "stats-guest",
}
"""The surfaces on which questions are asked in words, each with its phrase."""
_OUTCOMES = {
    ReplyOutcome.ANSWER: "stats-answer",
    ReplyOutcome.CHOOSE: "stats-choose",
    ReplyOutcome.ABSTAIN: "stats-abstain",
}
_DAYS_IN_WORDS = 7
_ENTRIES, _DRAWN_ENTRIES, _VOTES = 5, 3, 3
_LONGEST_TITLE = 60


@dataclass(frozen=True, slots=True)
class Chart:
    """The data of a picture.

    Attributes:
        language: ISO 639-1 code of its words.
        title: Of the columns, one a day.
        days: The label of each day, oldest first.
        outcomes: The columns' layers from below: the label of each, and its number on each day.
        entries_title: Of the bars, one an entry.
        entries: The label of each entry, and the number of its answers, most first.
    """

    language: str
    title: str
    days: tuple[str, ...]
    outcomes: tuple[tuple[str, tuple[int, ...]], ...]
    entries_title: str
    entries: tuple[tuple[str, int], ...]


class Statistics:
    """Sums over some days.

    A question is what somebody asks in words and gets a reply to. Told apart from that, so that no figure is blown
    up: inline queries, which come at every keystroke; buttons, which belong to a question that was counted when it
    was asked; its correction by an edit; and messages met with silence, most of which asked nothing. Asked in vain is
    a question that the article is silent about, or whose asker wanted none of the choices offered.

    Args:
        dialogue: Knows the titles of the entries.
        days: Those to sum up, oldest first, as 2026-11-27; days without a question too.
        counted: The keys with their numbers. Earlier versions named an entry by its id alone, here and in votes.
        votes: The numbers of votes for and against each entry.
        open_misses: The number of misses that wait for a curator.
    """

    def __init__(
        self,
        dialogue: Dialogue,
        days: Sequence[str],
        counted: Iterable[tuple[Count, int]],
        votes: Mapping[str, tuple[int, int]],
        open_misses: int,
    ) -> None:
        self._dialogue = dialogue
        self._days = tuple(days)
        self._votes = self._by_key(votes)
        self._open_misses = open_misses
        self._by_day: Counter[tuple[str, ReplyOutcome]] = Counter()
        self._places: Counter[Surface] = Counter()
        self._languages: Counter[str] = Counter()
        self._outcomes: Counter[ReplyOutcome] = Counter()
        self._entries: Counter[str] = Counter()
        self._beside: Counter[str] = Counter()
        self._rejected = 0
        known = frozenset(days)
        for each, number in counted:
            if each.day in known:
                self._add(each, number)

    def _add(self, each: Count, number: int) -> None:
        if each.surface in _PLACES and each.outcome in _OUTCOMES:
            self._by_day[each.day, each.outcome] += number
            self._places[each.surface] += number
            self._languages[each.language] += number
            self._outcomes[each.outcome] += number
        elif each.surface is Surface.BUTTON and each.outcome is ReplyOutcome.ABSTAIN:
            self._rejected += number
        elif each.surface is Surface.INLINE:
            self._beside["stats-inline"] += number
        elif each.surface is Surface.EDIT:
            self._beside["stats-edit"] += number
        elif each.surface is Surface.BUTTON:
            self._beside["stats-button"] += number
        elif each.outcome is ReplyOutcome.SILENT:
            self._beside["stats-silent"] += number
        if each.entry_key and (each.surface in _PLACES or each.surface is Surface.BUTTON):
            self._entries[self._key(each.entry_key)] += number

    def _key(self, name: str) -> str:
        """The key of an entry; its name as it was counted if it is gone, or if several articles have such an id."""
        return self._dialogue.key_of(name) or name

    def _by_key(self, votes: Mapping[str, tuple[int, int]]) -> Mapping[str, tuple[int, int]]:
        added: dict[str, tuple[int, int]] = {}
        for name, (ups, downs) in votes.items():
            key = self._key(name)
            earlier_ups, earlier_downs = added.get(key, (0, 0))
            added[key] = earlier_ups + ups, earlier_downs + downs
        return added

    @property
    def questions(self) -> int:
        """The number of questions."""
        return self._outcomes.total()

    @property
    def misses(self) -> float:
        """The share of the questions that were asked in vain, 0 to 1."""
        vain = self._outcomes[ReplyOutcome.ABSTAIN] + self._rejected
        # A choice that was offered before these days may have been rejected in them.
        return min(1.0, vain / self.questions) if self.questions else 0.0

    def reply(self, language: str, *, drawn: bool) -> Reply:
        """Return the statistics in words.

        What matters most stands first: where a caption has no room, the end of it goes, which a picture shows too.

        Args:
            language: ISO 639-1 code of the reply.
            drawn: True if a picture goes with it; if not, and one would show something, the reply says how to get it.
        """
        words = phrases(language)
        parts: list[Part] = [
            Title(words("stats-title", period=self._period(words))),
            MainText(words("stats-questions", count=self.questions)),
        ]
        if self.questions:
            parts += self._questions_in_words(words)
        parts.append(Item(words("stats-misses", share=self.misses), self._misses_in_words(words)))
        if self._entries:
            lines = [words("stats-entry", name=name, number=number) for name, number in self._top(language)]
            parts.append(Item(words("stats-entries"), tuple(lines[:_DRAWN_ENTRIES] if drawn else lines)))
        votes = tuple(
            words("stats-vote", name=self._title(entry_key, language), count=ups, number=downs)
            for entry_key, (ups, downs) in sorted(self._votes.items(), key=lambda vote: (-sum(vote[1]), vote[0]))
        )
        if votes:
            parts.append(Item(words("stats-votes"), votes[:_VOTES]))
        beside = tuple(words("stats-line", name=words(key), number=number) for key, number in self._beside.items())
        if beside:
            parts.append(Item(words("stats-beside"), tuple(sorted(beside))))
        if not drawn and self._is_drawable:
            parts.append(Footnote(words("stats-no-picture")))
        if self.questions and len(self._days) > 1:
            parts.append(self._days_in_words(words))
        return Reply(language, tuple(parts))

    @property
    def _is_drawable(self) -> bool:
        """True if a picture of these days would show something."""
        return bool(self.questions or self._entries)

    def chart(self, language: str) -> Chart | None:
        """Return the data of a picture; None if there is nothing to see."""
        if not self._is_drawable:
            return None
        words = phrases(language)
        return Chart(
            language,
            words("stats-by-day"),
            tuple(_day(day, words) for day in self._days),
            tuple(
                (words(key), tuple(self._by_day[day, outcome] for day in self._days))
                for outcome, key in _OUTCOMES.items()
            ),
            words("stats-entries"),
            tuple(self._top(language)),
        )

    def _questions_in_words(self, words: Phrases) -> Iterator[Part]:
        outcomes = ((words(key), self._outcomes[outcome]) for outcome, key in _OUTCOMES.items())
        places = ((words(_PLACES[place]), number) for place, number in self._places.most_common())
        languages = ((_language(code, words), number) for code, number in self._languages.most_common())
        for title, numbers in (
            (words("stats-outcomes"), outcomes),
            (words("stats-places"), places),
            (words("stats-languages"), languages),
        ):
            yield Item(
                title,
                tuple(
                    words("stats-line-share", name=name, number=number, share=number / self.questions)
                    for name, number in numbers
                ),
            )

    def _misses_in_words(self, words: Phrases) -> tuple[str, ...]:
        return (
            words("stats-line", name=words.quoted(words("none-of-these")), number=self._rejected),
            words("stats-line", name=words("stats-open"), number=self._open_misses),
        )

    def _days_in_words(self, words: Phrases) -> Item:
        last = self._days[-_DAYS_IN_WORDS:]
        numbers = [sum(self._by_day[day, outcome] for outcome in _OUTCOMES) for day in last]
        title = words("stats-days", count=len(last), number=sum(numbers))
        lines = (
            words("stats-line", name=_day(day, words), number=number) for day, number in zip(last, numbers, strict=True)
        )
        return Item(title, tuple(lines))

    def _top(self, language: str) -> Iterator[tuple[str, int]]:
        for entry_key, number in sorted(self._entries.items(), key=lambda each: (-each[1], each[0]))[:_ENTRIES]:
            yield self._title(entry_key, language), number

    def _title(self, entry_key: str, language: str) -> str:
        """An entry's question, cut if it is long; the name of an entry that is gone."""
        reply = self._dialogue.act(OpenEntry(entry_key), language)
        title = self._dialogue.title(reply) if reply is not None else entry_key
        if len(title) <= _LONGEST_TITLE:
            return title
        cut = title[: _LONGEST_TITLE - 1]
        return cut[: cut.rfind(" ")].rstrip(" ,;:—") + "…" if " " in cut else f"{cut}…"

    def _period(self, words: Phrases) -> str:
        first, last = _day(self._days[0], words), _day(self._days[-1], words)
        return last if len(self._days) == 1 else words("stats-period", first=first, last=last)


def _day(day: str, words: Phrases) -> str:
    when = date.fromisoformat(day)
    return words("date", day=when.day, month=when.month)


def _language(code: str, words: Phrases) -> str:
    return words(f"language-{code}") if code in LANGUAGES else code
