"""Strangers to an article are told by capital letters, and by a first name before another's surname."""

import pytest

from knowledge.lexicon import Alias, Concept, Lexicon
from knowledge.matching.strangers import Strangers

NAMES = {
    "weir": {"en": "Tomas Weir", "ru": "Томас Вейр"},
    "finch": {"en": "Nora Finch"},
    "skerry": {"en": "Radio Skerry"},
    "kremlin": {"en": "the Kremlin"},
}
KNOWN = frozenset("what did say about sale lighthouse island brennock tower radio que dit de la vente".split())


@pytest.fixture
def strangers() -> Strangers:
    """Those of an article on a lighthouse."""
    lexicon = Lexicon(
        Alias(Concept(bearer, is_name=True), language, text)
        for bearer, names in NAMES.items()
        for language, text in names.items()
    )
    return Strangers(lexicon, ["Ivo Marsh kept it for thirty years."], lambda word: word.lower() in KNOWN)


@pytest.mark.parametrize(
    ("text", "stranger"),
    [
        ("What did John Weir say about the sale?", "John"),
        ("What did Macron say about the sale?", "Macron"),
        ("Que dit l'OTAN de la vente ?", "OTAN"),
        ("Who bought Twitter?", "Twitter"),
        ("What did Nora Weir say?", "Nora Weir"),
        ("what did nora weir say", "nora weir"),
        ("Что сказал Макрон о продаже?", "Макрон"),
        ("The tower. Sold to whom, Boris?", "Boris"),
    ],
)
def test_a_stranger_is_found(strangers: Strangers, text: str, stranger: str) -> None:
    assert strangers.first_in(text) == stranger


@pytest.mark.parametrize(
    "text",
    [
        "What did Tomas Weir say about the sale?",
        "What did Weir say about the Lighthouse?",
        "What did Thomas Weyr say?",
        "Что сказал Вейр о продаже?",
        "Что сказал Томас Вейр?",
        "What did Ivo Marsh say?",
        "what did macron say",
        "WHAT DID MACRON SAY ABOUT THE SALE",
        "Macron said what about the sale?",
        "what did Weir REALLY say",
        "WTF did weir say LOL",
        "did the Kremlin say it",
        "It was sold. Gladly?",
        "",
        "👍" * 50,
    ],
)
def test_of_others_there_is_none(strangers: Strangers, text: str) -> None:
    assert strangers.first_in(text) is None
