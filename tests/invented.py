"""Articles that nobody published: as values, and as files that `selon check` accepts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from hashlib import sha256
from pathlib import Path
from typing import Any

from bot.dialogue.conversation import Dialogue
from bot.dialogue.question import Question
from bot.dialogue.reply import Reply
from knowledge.files import check_article
from knowledge.library import Library
from knowledge.matcher import Candidate, Match, Outcome
from knowledge.model import Article, ArticleDate, Entry, Outlet, Person, Statement, StatementKind, Wording

CLOSED = Statement(None, StatementKind.REPORT, None, None, (), 1)
SINCE = Statement(None, StatementKind.REPORT, None, "gazette", (), 2)
REOPENS = Statement("mayor", StatementKind.QUOTE, "hall", "radio", ("Le pont rouvrira", "avant les vendanges"), 3)
SAFE = Statement("mayor", StatementKind.QUOTE, "hall", "radio", ("personne ne courait de danger",), 4)
PROMISE = Statement("mayor", StatementKind.PARAPHRASE, None, None, (), 5)
VOTE = Statement("council", StatementKind.PARAPHRASE, None, "radio", ("à l'unanimité",), 6)


def entry(id: str, topic: str, *statements: Statement, article: str = "pont") -> Entry:
    """An entry whose question and answer hold its id, in French and English."""
    return Entry(
        id=id,
        article=article,
        topic=topic,
        evidence=tuple(sorted({statement.sentence for statement in statements})),
        statements=statements,
        variants={
            "fr": {Wording.QUESTION: [f"Question {id} ?"]},
            "en": {Wording.QUESTION: [f"The question {id}?"]},
        },
        answers={"fr": f"Réponse {id}.", "en": f"The answer {id}."},
    )


def village() -> Article:
    """A French article on a closed bridge, served in French and English."""
    return Article(
        slug="pont",
        title={"fr": "Le pont fermé", "en": "The closed bridge"},
        language="fr",
        served=("fr", "en"),
        date=ArticleDate(3, 5, None),
        place=None,
        publisher=None,
        url=None,
        people={
            "mayor": Person(
                "mayor",
                {"fr": "Odile Marchand", "en": "Mrs Odile Marchand"},
                {"fr": "maire de Valmorel", "en": "mayor of Valmorel"},
                {},
            ),
            "council": Person("council", {"fr": "Le conseil municipal", "en": "The town council"}, None, {}),
        },
        outlets={
            "radio": Outlet("radio", {"fr": "Radio Vallée", "en": "Valley Radio"}, {}),
            "gazette": Outlet("gazette", {"fr": "La Gazette", "en": "The Gazette"}, {}),
        },
        notions={},
        topics={"bridge": {"fr": "Le pont", "en": "The bridge"}, "vote": {"fr": "Le vote", "en": "The vote"}},
        venues={"hall": {"fr": "à la mairie", "en": "at the town hall"}},
        translations={
            "fr": {},
            "en": {
                "Le pont rouvrira […] avant les vendanges": "The bridge will reopen […] before the grape harvest",
                "personne ne courait de danger": "nobody was in danger",
                "à l'unanimité": "unanimously",
            },
        },
        paragraphs={1: 1, 2: 2, 3: 2, 4: 2, 5: 3, 6: 3},
        entries=(
            entry("closed", "bridge", CLOSED),
            entry("since", "bridge", SINCE),
            entry("reopens", "bridge", REOPENS),
            entry("safe", "bridge", SAFE, REOPENS),
            entry("promise", "bridge", PROMISE),
            entry("vote", "vote", VOTE),
            entry("everything", "vote", SINCE, REOPENS, PROMISE, VOTE),
        ),
        out_of_scope={"fr": [], "en": []},
    )


def crowded(entries: int) -> Article:
    """The village's article with so many entries in one topic, each with a quote of the mayor."""
    statements = [replace(REOPENS, sentence=number) for number in range(1, entries + 1)]
    return replace(
        village(),
        topics={"bridge": {"fr": "Le pont", "en": "The bridge"}},
        paragraphs=dict.fromkeys(range(1, entries + 1), 1),
        entries=tuple(entry(f"entry-{statement.sentence}", "bridge", statement) for statement in statements),
    )


class Foreseen(Dialogue):
    """A dialogue whose matcher's verdict is given: the replies do not depend on how it scores."""

    def __init__(self, library: Library, verdict: Match, *, default_language: str | None = None) -> None:
        super().__init__(library, default_language=default_language)
        self._verdict = verdict

    def match(self, question: Question) -> Match:
        """The verdict, whatever the question."""
        return self._verdict


def verdict(outcome: Outcome, scores: dict[str, float], language: str | None = None) -> Match:
    """Return the verdict of a matcher."""
    return Match(outcome, tuple(Candidate(entry, score) for entry, score in scores.items()), language)


def every_reply(dialogue: Dialogue, language: str) -> Iterator[Reply]:
    """Every reply that the buttons lead to, from the first pages on; fails on a button that leads nowhere."""
    browse = dialogue.browse
    waiting = [browse.help(language), browse.topics(language), browse.people(language), browse.sources(language)]
    pressed: set[Any] = set()
    while waiting:
        reply = waiting.pop()
        yield reply
        for button in reply.buttons:
            if button.action not in pressed:
                pressed.add(button.action)
                following = dialogue.act(button.action, reply.language)
                assert following is not None, f"{button} leads nowhere"
                waiting.append(following)


ARTICLE = (
    "Le pont de Valmorel reste fermé\n"
    "Le pont de Valmorel est fermé depuis le 3 mai, selon La Gazette. « Nous rouvrirons le pont avant l'automne."
    " Les travaux avancent bien », a déclaré Mme Odile Marchand à la mairie.\n"
)
CLOSED_QUESTIONS = {
    "fr": "Depuis quand le pont est-il fermé ?",
    "en": "Since when has the bridge been closed?",
}
REOPENING_QUESTIONS = {"fr": "Quand le pont rouvrira-t-il ?", "en": "When will the bridge reopen?"}
_QUOTE = "Nous rouvrirons le pont avant l'automne"


def write_article(folder: Path, *, text: str = ARTICLE) -> Path:
    """Write an article's files, without a lock, into a folder and its text beside it; return the text's path."""
    folder.mkdir(parents=True)
    path = folder.parent / f"{folder.name}.txt"
    path.write_text(text, encoding="utf-8")
    for name, content in _files(text).items():
        # JSON is YAML, and on several lines it has line numbers worth naming.
        (folder / name).write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
    return path


def write_crossing(folder: Path, name: str) -> Path:
    """Write an article with its lock into a folder, on a bridge that has another name; return its own folder."""
    text = ARTICLE.replace("pont", name)
    path = write_article(folder / name, text=text)
    for file in (folder / name).glob("*.yaml"):
        content = file.read_text(encoding="utf-8").replace("bridge", name).replace("pont", name)
        file.write_text(content, encoding="utf-8")
    assert check_article(folder / name, path, write_lock=True) == []
    path.unlink()
    return folder / name


def _files(text: str) -> dict[str, Any]:
    names = {"fr": "Odile Marchand", "en": "Odile Marchand"}
    gazette = {"fr": "La Gazette", "en": "La Gazette"}
    return {
        "article.yaml": {
            "title": {"fr": "Le pont de Valmorel", "en": "The bridge at Valmorel"},
            "language": "fr",
            "served": ["fr", "en"],
            "date": {"day": 3, "month": 5, "year": None},
            "place": None,
            "publisher": None,
            "url": None,
            "sha256": sha256(text.encode()).hexdigest(),
            "people": {"mayor": {"name": names, "role": {"fr": "maire", "en": "mayor"}}},
            "outlets": {"gazette": {"name": gazette}},
        },
        "faq.yaml": {
            "entries": [
                {
                    "id": "closed",
                    "topic": "bridge",
                    "evidence": [2],
                    "statements": [_said(None, "report", None, "gazette", 2)],
                },
                {
                    "id": "reopening",
                    "topic": "bridge",
                    "evidence": [3],
                    "statements": [_said("mayor", "quote", "hall", None, 3, _QUOTE)],
                },
            ]
        },
        "fr.yaml": {
            "topics": {"bridge": "Le pont"},
            "venues": {"hall": "à la mairie"},
            "entries": {
                "closed": _words(CLOSED_QUESTIONS["fr"], "Il l’est depuis le 3 mai, d’après la presse.", _CLOSED_FR),
                "reopening": _words(REOPENING_QUESTIONS["fr"], "Avant l’automne, promet l’élue.", _REOPENING_FR),
            },
        },
        "en.yaml": {
            "topics": {"bridge": "The bridge"},
            "venues": {"hall": "at the town hall"},
            "quotes": {_QUOTE: "We will reopen the bridge before autumn"},
            "entries": {
                "closed": _words(CLOSED_QUESTIONS["en"], "It has been since 3 May, the press says.", _CLOSED_EN),
                "reopening": _words(REOPENING_QUESTIONS["en"], "Before autumn, the official promises.", _REOPENING_EN),
            },
        },
    }


def _said(speaker: str | None, kind: str, venue: str | None, via: str | None, sentence: int, *quote: str) -> Any:
    quoted = list(quote) or None
    return {"speaker": speaker, "kind": kind, "venue": venue, "via": via, "quote": quoted, "sentence": sentence}


def _words(title: str, answer: str, variants: Iterable[str]) -> Any:
    question, keywords, more, colloquial, claim, another, oblique = variants
    return {
        "questions": {
            "question": [title, question],
            "keywords": [keywords, more],
            "colloquial": [colloquial],
            "claim": [claim, another],
            "oblique": [oblique],
        },
        "answer": answer,
    }


_CLOSED_FR = (
    "À quelle date le pont a-t-il fermé ?",
    "fermeture pont date",
    "pont fermé depuis",
    "c fermé depuis qd le pont",
    "Le pont a fermé en avril.",
    "Le pont serait fermé depuis hier.",
    "Combien de temps que la traversée est impossible ?",
)
_REOPENING_FR = (
    "À quelle date pourra-t-on repasser le pont ?",
    "réouverture pont",
    "rouvrir pont quand",
    "il rouvre qd le pont",
    "Le pont rouvre en décembre.",
    "Le pont ne rouvrira jamais.",
    "À partir de quel moment la traversée sera-t-elle possible de nouveau ?",
)
_CLOSED_EN = (
    "On which date did the bridge close?",
    "bridge closure date",
    "bridge closed since",
    "how long's the bridge been shut",
    "The bridge closed in April.",
    "I heard the bridge was shut yesterday.",
    "How long has crossing the river been impossible?",
)
_REOPENING_EN = (
    "On which date can we cross the bridge again?",
    "bridge reopening date",
    "reopen bridge when",
    "when's the bridge opening again",
    "The bridge reopens in December.",
    "I heard the bridge will never reopen.",
    "From what moment is crossing the river possible again?",
)
