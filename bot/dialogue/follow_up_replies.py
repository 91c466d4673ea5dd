"""Replies to what goes on from an answer: "is it true?", "who said that?", "what else?"."""

from __future__ import annotations

from bot.dialogue.actions import OpenEntry
from bot.dialogue.answers import Answers, related
from bot.dialogue.attribution import attribution_line, source_line
from bot.dialogue.facet import LEADING_ON, Facet
from bot.dialogue.follow_up import FacetAnswer, facet_answer, facet_parts
from bot.dialogue.parts import Footnote, MainText, Part
from bot.dialogue.reply import Button, Reply
from bot.dialogue.understood import Understood
from bot.phrases import phrases
from knowledge.library import Library
from knowledge.matcher import Outcome
from knowledge.model import Entry


class FollowUpReplies:
    """The replies to what goes on from an entry.

    Args:
        library: The articles.
        answers: Of its entries.
    """

    def __init__(self, library: Library, answers: Answers) -> None:
        self._library = library
        self._answers = answers

    def facets(self, understood: Understood) -> list[FacetAnswer]:
        """Return the answers to what is asked about the entry that was answered with before; none without one."""
        if understood.entry_key is None:
            return []
        entry = self._entry(understood)
        return [facet_answer(facet, entry, self._library.article_of(entry)) for facet in understood.facets]

    def confirmation(self, understood: Understood, language: str) -> Reply:
        """Return the reply to "is it true?" about an answer: who says so, where, and through whom."""
        entry = self._entry(understood)
        article = self._library.article_of(entry)
        served = article.served_language(language)
        words = phrases(served)
        lines = dict.fromkeys(attribution_line(article, each, served) for each in entry.statements)
        lead = () if "truth" not in understood.details else (MainText(words("not-judged")),)
        parts = (*lead, *map(Footnote, lines), source_line(article, entry, served))
        return Reply(served, parts, outcome=Outcome.ANSWER, context_key=entry.key)

    def reply(self, understood: Understood, language: str) -> Reply:
        """Return the reply to what is asked in one word about an answer."""
        entry = self._entry(understood)
        article = self._library.article_of(entry)
        served = article.served_language(language)
        parts: list[Part] = []
        buttons: list[Button] = []
        context, known = entry, False
        for answer in self.facets(understood):
            known = known or answer.is_known
            if answer.facet in LEADING_ON and answer.is_known:
                context, *others = answer.entries
                parts.extend(self._answers.answer(context.key, served).parts)
                buttons.extend(Button(other.title(served), OpenEntry(other.key)) for other in others)
                continue
            parts.extend(facet_parts(answer, article, served))
            if answer.is_known and answer.facet is Facet.REASON:
                context = answer.entries[0]
            if answer.is_known or answer.facet is Facet.OUTLET:
                # Where no outlet is credited, the article itself is the source.
                parts.append(source_line(article, answer.entries[0] if answer.is_known else entry, served))
            elif answer.facet is Facet.EXPLANATION:
                buttons.extend(Button(other.label(served), OpenEntry(other.key)) for other in related(article, entry))
        outcome = Outcome.ANSWER if known else None
        return Reply(served, tuple(dict.fromkeys(parts)), tuple(buttons), outcome=outcome, context_key=context.key)

    def _entry(self, understood: Understood) -> Entry:
        return self._library.entries[str(understood.entry_key)]
