"""Invented articles with questions about them: names and words of their own among everyday words that all share."""

from __future__ import annotations

import random
from dataclasses import dataclass

from knowledge.model import Article, ArticleDate, Entry, Outlet, Person, Statement, StatementKind, Wording

LANGUAGES = ("en", "fr")
# Ten wordings of each are variants, one is held back as a question.
_FRAMES = {
    "en": (
        "when did {who} {act} the {thing} in {where}",
        "what did {who} say when asked to {act} the {thing}",
        "{who} {act} {thing}",
        "is it true that {who} will {act} the {thing}",
        "how much does it cost {who} to {act} the {thing} of {where}",
        "why does {who} want to {act} the {thing}",
        "did {who} promise {where} to {act} the {thing}",
        "so what about {who} and the {thing} they {act}",
        "who told {outlet} that {who} would {act} the {thing}",
        "{where} {thing} {act} latest",
        "has {who} been allowed to {act} the {thing}",
    ),
    "fr": (
        "quand {who} a décidé de {act} le {thing} à {where}",
        "qu'a dit {who} sur l'idée de {act} le {thing}",
        "{who} {act} {thing}",
        "est-il vrai que {who} va {act} le {thing}",
        "combien coûte à {who} de {act} le {thing} de {where}",
        "pourquoi {who} veut {act} le {thing}",
        "{who} a promis à {where} de {act} le {thing}",
        "et alors {who} et le {thing} qu'il faut {act}",
        "qui a dit à {outlet} que {who} voulait {act} le {thing}",
        "{where} {thing} {act} dernières nouvelles",
        "{who} a le droit de {act} le {thing} ou pas",
    ),
}
_OUT_OF_SCOPE = {
    "en": ("how old is {who}", "where was {who} born", "what is the weather in {where}", "how big is the {thing}"),
    "fr": ("quel âge a {who}", "où est né {who}", "quel temps fait-il à {where}", "de quelle taille est le {thing}"),
}
# The same deeds and things in each language, in this order.
_ACTS = {
    "en": "open close sell buy repair inspect paint move replace finance insure measure clean photograph rent defend "
    "restore guard enlarge demolish".split(),
    "fr": "ouvrir fermer vendre acheter réparer inspecter peindre déplacer remplacer financer assurer mesurer nettoyer "
    "photographier louer défendre restaurer garder agrandir démolir".split(),
}
_THINGS = {
    "en": "bridge market school hospital station tunnel museum library stadium harbour airport prison theatre factory "
    "tower garden road canal square theatre dam mine church castle".split(),
    "fr": "pont marché lycée hôpital quai tunnel musée dépôt stade port aéroport pénitencier théâtre moulin "
    "donjon jardin chemin canal parvis cinéma barrage puits temple château".split(),
}
# Half of the wordings say more than they need to.
_MORE = {
    "en": "last week|this year|for the workers|without a permit|after the election|despite the protests|"
    "with public money|before winter|against the advice of experts|for the children|in secret|"
    "because of the flood|at night|with the army|next month|since the strike|under pressure|for tourists|"
    "on television|according to the newspapers|"
    "without asking the council|for a friend|by mistake|for the third time|in spite of the court|with foreign help|"
    "during the holidays|at any price|as the minister ordered|for good".split("|"),
    "fr": "la semaine dernière|cette année|pour les ouvriers|sans permis|après les élections|"
    "malgré les manifestations|avec de l'argent public|avant l'hiver|contre l'avis des experts|pour les enfants|"
    "en secret|à cause des inondations|la nuit|avec l'armée|le mois prochain|depuis la grève|"
    "sous la pression|pour les touristes|à la télévision|"
    "d'après les journaux|sans consulter le conseil|pour un ami|"
    "par erreur|pour la troisième fois|malgré le tribunal|"
    "avec une aide étrangère|pendant les vacances|à tout prix|sur ordre du ministre|pour de bon".split("|"),
}
_SYLLABLES = [a + b for a in "bcdfglmnprstvz" for b in ("a", "e", "i", "o", "u", "an", "er", "il", "on")]
# Each article has names that a few others have too, and things with words of its own.
_NAMED, _PLACES, _OWN_THINGS, _OUTLETS = 5, 3, 12, 30
_OUT_OF_SCOPE_EXAMPLES = 20


@dataclass(frozen=True, slots=True)
class InventedQuestion:
    """A wording held back from an entry's variants.

    Attributes:
        article: The slug of the entry's article.
        entry: The key of the entry.
        text: As a person would type it.
    """

    article: str
    entry: str
    text: str


def invented_articles(
    count: int, *, entries: int = 40, seed: int = 1
) -> tuple[tuple[Article, ...], list[InventedQuestion]]:
    """Invent articles.

    Args:
        count: Of articles.
        entries: Of each article.
        seed: The same gives the same articles.

    Returns:
        The articles, each served in English and French with ten variants of an entry in each language, and a question
        of every entry and language; every third has a typo.
    """
    chance = random.Random(seed)
    people = [f"{_word(chance, 2)} {_word(chance, 3)}".title() for _ in range(2 * count + _NAMED)]
    places = [_word(chance, 3).title() for _ in range(count + _PLACES)]
    outlets = [f"{_word(chance, 2)} News".title() for _ in range(_OUTLETS)]
    articles: list[Article] = []
    questions: list[InventedQuestion] = []
    for number in range(count):
        article, asked = _article(f"article-{number:04}", entries, (people, places, outlets), chance)
        articles.append(article)
        questions.extend(asked)
    return tuple(articles), questions


def _article(
    slug: str, size: int, names: tuple[list[str], list[str], list[str]], chance: random.Random
) -> tuple[Article, list[InventedQuestion]]:
    people, places, outlets = names
    named, where = chance.sample(people, _NAMED), chance.sample(places, _PLACES)
    relaying = chance.sample(outlets, 2)
    own = [_word(chance, 2) for _ in range(_OWN_THINGS)]
    entries: list[Entry] = []
    questions: list[InventedQuestion] = []
    meant = chance.sample(range(len(_ACTS["en"]) * _OWN_THINGS), size)
    for number, which in enumerate(meant):
        act, thing = divmod(which, _OWN_THINGS)
        place, outlet = chance.choice(where), chance.choice(relaying)
        # People are called by their last name as often as by both.
        who, common = chance.choice(named), chance.randrange(len(_THINGS["en"]))
        entry = f"entry-{number}"
        variants = {}
        for code in LANGUAGES:
            wordings = [
                frame.format(
                    who=who if chance.random() < 0.5 else who.split()[1],
                    act=_ACTS[code][act],
                    thing=own[thing] if chance.random() < 0.7 else f"{_THINGS[code][common]} {own[thing]}",
                    where=place,
                    outlet=outlet,
                )
                + (f" {chance.choice(_MORE[code])}" if chance.random() < 0.5 else "")
                for frame in _FRAMES[code]
            ]
            held_back = wordings.pop(chance.randrange(len(wordings)))
            text = typo(held_back, chance) if len(questions) % 3 == 0 else held_back
            questions.append(InventedQuestion(slug, f"{slug}/{entry}", text))
            variants[code] = {Wording.QUESTION: wordings}
        statement = Statement(f"person-{named.index(who)}", StatementKind.PARAPHRASE, None, None, (), number + 1)
        answers = {"en": f"{who} said so.", "fr": f"{who} l'a dit."}
        entries.append(Entry(entry, slug, "all", (number + 1,), (statement,), variants, answers))
    out_of_scope = {
        code: tuple(
            chance.choice(_OUT_OF_SCOPE[code]).format(
                who=chance.choice(named), where=chance.choice(where), thing=chance.choice(own)
            )
            for _ in range(_OUT_OF_SCOPE_EXAMPLES)
        )
        for code in LANGUAGES
    }
    return (
        Article(
            slug=slug,
            title=dict.fromkeys(LANGUAGES, f"{named[0]}, {where[0]}"),
            language="en",
            served=LANGUAGES,
            date=ArticleDate(chance.randint(1, 28), chance.randint(1, 12), chance.randint(2000, 2020)),
            place=None,
            publisher=None,
            url=None,
            people={
                f"person-{each}": Person(
                    f"person-{each}",
                    dict.fromkeys(LANGUAGES, name),
                    None,
                    dict.fromkeys(LANGUAGES, (name.split()[1],)),
                )
                for each, name in enumerate(named)
            },
            outlets={
                f"outlet-{each}": Outlet(f"outlet-{each}", dict.fromkeys(LANGUAGES, name), {})
                for each, name in enumerate(relaying)
            },
            notions={},
            topics={"all": {"en": "Everything", "fr": "Tout"}},
            venues={},
            translations={},
            paragraphs={number + 1: 1 for number in range(size)},
            entries=tuple(entries),
            out_of_scope=out_of_scope,
        ),
        questions,
    )


def _word(chance: random.Random, syllables: int) -> str:
    return "".join(chance.choice(_SYLLABLES) for _ in range(syllables))


def typo(text: str, chance: random.Random) -> str:
    """Return a text with two neighbouring letters exchanged."""
    place = chance.randrange(2, len(text) - 2)
    return text[:place] + text[place + 1] + text[place] + text[place + 2 :]
