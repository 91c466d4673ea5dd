"""Two articles that nobody published, with a person, topics and an entry id in common."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from knowledge.library import Library
from knowledge.model import Article, ArticleDate, Entry, Outlet, Person, Statement, StatementKind, Wording

BRIDGE, MUSEUM = "pont", "musee"
BRIDGE_URL, MUSEUM_URL = "https://www.vallee-info.example/2024/pont", "https://vallee-info.example/2024/musee?id=7"
BRIDGE_ONLY, MUSEUM_ONLY = "Since when has the bridge been closed?", "Since when has the museum been closed?"
"""Questions that name what one article alone is about."""
EITHER = "since when is it closed"
"""A question that does not say which article it is about, and that both answer."""
NEITHER = "What is the capital of Australia?"
BRIDGE_ANSWER, MUSEUM_ANSWER = "The bridge has been closed since 3 May.", "The museum has been closed since 9 June."


def two_articles() -> Library:
    """The bridge, and the museum, which is newer."""
    return Library((_bridge(), _museum()))


def many_articles(number: int) -> Library:
    """The bridge so many times, the later the newer, each under a slug and a title of its own."""
    return Library(tuple(_copy(each) for each in range(1, number + 1)))


def _copy(number: int) -> Article:
    bridge, slug = _bridge(), f"pont-{number}"
    entries = tuple(replace(entry, article=slug) for entry in bridge.entries)
    title = {"en": f"Bridge number {number}", "fr": f"Pont numéro {number}"}
    return replace(bridge, slug=slug, title=title, entries=entries, date=ArticleDate(number, 3, 2024), url=None)


def _bridge() -> Article:
    return _article(
        BRIDGE,
        {"en": "The bridge at Valmorel is closed", "fr": "Le pont de Valmorel est fermé"},
        ArticleDate(3, 5, 2024),
        BRIDGE_URL,
        {
            "closed": (
                {"en": BRIDGE_ANSWER, "fr": "Le pont est fermé depuis le 3 mai."},
                {
                    "en": [BRIDGE_ONLY, "bridge closed since", "how long's the bridge been shut", EITHER],
                    "fr": ["Depuis quand le pont est-il fermé ?", "fermeture pont date", "c'est fermé depuis quand"],
                },
            ),
            "rust": (
                {"en": "Rust has eaten two pillars.", "fr": "La rouille a rongé deux piliers."},
                {
                    "en": ["What damaged the pillars of the bridge?", "rust pillars", "what's wrong with the bridge"],
                    "fr": ["Qu'est-ce qui a abîmé les piliers du pont ?", "rouille piliers", "il a quoi le pont"],
                },
            ),
        },
    )


def _museum() -> Article:
    return _article(
        MUSEUM,
        {"en": "The museum of clocks shuts its doors", "fr": "Le musée des horloges ferme ses portes"},
        ArticleDate(9, 6, 2024),
        MUSEUM_URL,
        {
            "closed": (
                {"en": MUSEUM_ANSWER, "fr": "Le musée est fermé depuis le 9 juin."},
                {
                    "en": [MUSEUM_ONLY, "museum closed since", "how long's the museum been shut", EITHER],
                    "fr": ["Depuis quand le musée est-il fermé ?", "fermeture musée", "c'est fermé depuis quand"],
                },
            ),
            "clocks": (
                {"en": "The clocks go to the town hall.", "fr": "Les horloges vont à la mairie."},
                {
                    "en": ["Where do the clocks of the museum go?", "clocks where", "what happens to the clocks"],
                    "fr": ["Où vont les horloges du musée ?", "horloges où", "elles deviennent quoi les horloges"],
                },
            ),
        },
    )


def _article(
    slug: str,
    title: Mapping[str, str],
    date: ArticleDate,
    url: str,
    entries: Mapping[str, tuple[Mapping[str, str], Mapping[str, Sequence[str]]]],
) -> Article:
    said = Statement("mayor", StatementKind.PARAPHRASE, None, None, (), 1)
    told = Statement(None, StatementKind.REPORT, None, "radio", (), 2)
    return Article(
        slug=slug,
        title=title,
        language="fr",
        served=("fr", "en"),
        date=date,
        place=None,
        publisher="Vallée Info" if slug == BRIDGE else "L'Écho des vallées",
        url=url,
        people={
            "mayor": Person(
                "mayor",
                {"fr": "Odile Marchand", "en": "Odile Marchand"},
                {"fr": "maire de Valmorel", "en": "mayor of Valmorel"},
                {},
            )
        },
        outlets={"radio": Outlet("radio", {"fr": "Radio Vallée", "en": "Valley Radio"}, {})},
        notions={},
        topics={"news": {"fr": "Les faits", "en": "The facts"}},
        venues={},
        translations={"fr": {}, "en": {}},
        paragraphs={1: 1, 2: 2},
        entries=tuple(
            Entry(
                id=identifier,
                article=slug,
                topic="news",
                evidence=(number,),
                statements=(said if number == 1 else told,),
                variants={language: {Wording.QUESTION: texts} for language, texts in variants.items()},
                answers=answers,
            )
            for number, (identifier, (answers, variants)) in enumerate(entries.items(), start=1)
        ),
        out_of_scope={
            "en": ["Who pays for the works?", "How old is the mayor?", NEITHER],
            "fr": ["Qui paie les travaux ?", "Quel âge a le maire ?", "Quelle est la capitale de l'Australie ?"],
        },
    )
