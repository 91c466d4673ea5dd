"""A question put to several articles is answered from the one that it is about, offered as a choice, or not at all."""

from __future__ import annotations

from dataclasses import replace

import pytest
from pool_and_museum import MUSEUM, POOL, asked

from knowledge.library import ArticleChoice, Library
from knowledge.matcher import Outcome
from knowledge.model import Article, Outlet, Person

TOMORROW = {"tomorrow": ["What will happen tomorrow?", "what is planned for tomorrow", "plans for tomorrow"]}
NEITHER_IS_CURRENT = ArticleChoice(newest=False)


def relayed(article: Article, outlet: str) -> Article:
    """The article, which credits an outlet."""
    return replace(article, outlets={"outlet": Outlet("outlet", {"en": outlet}, {})})


def shown(library: Library, question: str, choice: ArticleChoice = NEITHER_IS_CURRENT) -> tuple[Outcome, set[str]]:
    """The outcome of a question with the keys of the entries that it shows."""
    match = library.decide(question, choice)
    return match.outcome, {each.entry_id for each in match.shown_candidates}


@pytest.fixture(scope="module")
def denials() -> Library:
    """Two articles in which something is denied; the pool's variants are nearer to "who denied it?"."""
    pool = asked("pool", {**POOL, "denied": ["Who denied the closure?", "who denied it", "closure denial"]}, day=1)
    museum = {**MUSEUM, "denied": ["Who denied the theft?", "theft denial", "who says the vase was not stolen"]}
    return Library((pool, asked("museum", museum, day=2)))


@pytest.mark.parametrize(
    ("choice", "outcome", "entries"),
    [
        (NEITHER_IS_CURRENT, Outcome.CHOOSE, {"pool/denied", "museum/denied"}),
        (ArticleChoice(), Outcome.ANSWER, {"museum/denied"}),
        (ArticleChoice(current="pool"), Outcome.ANSWER, {"pool/denied"}),
    ],
)
def test_a_variant_that_equals_the_question_does_not_tell_its_article(
    denials: Library, choice: ArticleChoice, outcome: Outcome, entries: set[str]
) -> None:
    assert shown(denials, "Who denied it?", choice) == (outcome, entries)


def test_an_out_of_scope_example_of_another_article_counts_as_far_as_it_is_nearer() -> None:
    pool = asked("pool", {**POOL, **TOMORROW}, day=1)
    museum = asked("museum", MUSEUM, day=2)
    question = "what weather do they expect in London tomorrow"
    assert shown(Library((pool, museum)), question, ArticleChoice(current="pool"))[0] is Outcome.CHOOSE
    warned = replace(museum, out_of_scope={"en": ["What is the weather in London tomorrow?"]})
    assert shown(Library((pool, warned)), question, ArticleChoice(current="pool"))[0] is Outcome.ABSTAIN
    assert shown(Library((pool, warned)), "What is planned for tomorrow?") == (Outcome.ANSWER, {"pool/tomorrow"})


def test_entries_that_are_not_sure_are_offered_from_the_article_that_is_talked_of_alone() -> None:
    library = Library((asked("pool", {**POOL, **TOMORROW}, day=1), asked("museum", MUSEUM, day=2)))
    question = "what weather do they expect in London tomorrow"
    assert shown(library, question, ArticleChoice(current="pool"))[0] is Outcome.CHOOSE
    assert shown(library, question)[0] is Outcome.ABSTAIN
    assert shown(library, question, ArticleChoice(current="museum"))[0] is Outcome.ABSTAIN


def test_a_question_whose_names_are_those_of_two_articles_is_a_choice() -> None:
    relays = {"relay": ["What did AP report?", "AP report", "what does AP tell"]}
    pool = relayed(asked("pool", {"relay": relays["relay"], **POOL}, day=1), "AP")
    theft = {**MUSEUM, "thief": ["Who told AP about the thief?", "AP on the theft", "what did AP hear of the theft"]}
    museum = asked("museum", theft, day=2)
    assert shown(Library((pool, museum)), "What did AP report?")[1] == {"pool/relay"}
    both = Library((pool, relayed(museum, "AP")))
    assert shown(both, "What did AP report?") == (Outcome.CHOOSE, {"pool/relay", "museum/thief"})
    assert shown(both, "What did AP hear of the theft?") == (Outcome.ANSWER, {"museum/thief"})


def test_a_question_that_only_shares_its_names_with_another_article_is_answered_from_its_own() -> None:
    def relay(of: str) -> dict[str, list[str]]:
        return {
            "relay": [f"What did AP tell of the {of}?", f"AP on the {of}", f"{of} according to AP", f"AP and the {of}"]
        }

    pool = relayed(asked("pool", {**POOL, **relay("swim")}, day=1), "AP")
    museum = relayed(asked("museum", {**MUSEUM, **relay("vase")}, day=2), "AP")
    assert shown(Library((pool, museum)), "what does AP tell of a swim") == (Outcome.ANSWER, {"pool/relay"})


def with_mayor(article: Article, name: str) -> Article:
    """The article with a mayor of that name."""
    mayor = Person("mayor", {"en": name}, {"en": "mayor"}, {"en": ("the mayor", "mayor")})
    return replace(article, people={"mayor": mayor})


@pytest.fixture(scope="module")
def mayors() -> Library:
    """Two articles with a mayor each; nobody asks for the pool's without naming the water."""
    pool = {
        **POOL,
        "water": ["What did the mayor order for the water?", "mayor water order", "the mayor and the water supplies"],
        "source": ["Who says so?", "who says that"],
    }
    museum = {**MUSEUM, "vase": ["What did the mayor say of it?", "mayor vase"]}
    return Library(
        (
            with_mayor(asked("pool", pool, day=1), "Olof Brandt"),
            with_mayor(asked("museum", museum, day=2), "Ada Quill"),
        )
    )


def test_the_article_that_is_talked_of_offers_what_it_has_unless_another_is_named(mayors: Library) -> None:
    question = "Does the mayor say no?"
    assert shown(mayors, question, ArticleChoice(frozenset({"pool"})))[0] is Outcome.CHOOSE
    outcome, entries = shown(mayors, question, ArticleChoice(current="pool"))
    assert outcome is Outcome.CHOOSE
    assert "pool/water" in entries
    assert not any(key.startswith("museum/") for key in entries)
    assert shown(mayors, question, ArticleChoice(current="museum")) == (Outcome.ANSWER, {"museum/vase"})
    named = "What did the mayor say about the vase?"
    assert shown(mayors, named, ArticleChoice(current="pool")) == (Outcome.ANSWER, {"museum/vase"})


def test_words_that_two_articles_have_alike_are_a_choice_though_only_one_is_sure(mayors: Library) -> None:
    outcome, entries = shown(mayors, "What did the mayor say?")
    assert outcome is Outcome.CHOOSE
    assert {"pool/water", "museum/vase"} <= entries
