"""Negations and restrictions in four languages."""

from __future__ import annotations

import pytest

from knowledge.text.negations import asks_in_the_negative, may_negate, negations, turning_words
from knowledge.text.tokens import tokenizer


@pytest.mark.parametrize(
    ("language", "text", "found"),
    [
        ("fr", "Il n’est pas venu.", ["n", "pas"]),
        ("fr", "Il ne boit que de l'eau.", ["ne"]),
        ("fr", "Il craint qu'on ne parte.", ["ne"]),
        ("fr", "Avant que ne vienne la nuit", ["ne"]),
        ("fr", "Il part avant nous.", []),
        ("en", "They won’t come.", ["not"]),
        ("en", "Only soldiers came.", ["only"]),
        ("en", "They came.", []),
        ("ru", "Пришли лишь солдаты.", ["лишь"]),
        ("uk", "Прийшли тільки солдати.", ["тільки"]),
        ("de", "Nicht doch.", []),
    ],
)
def test_what_negates_or_restricts_is_found(language: str, text: str, found: list[str]) -> None:
    assert negations(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "may"),
    [
        ("fr", "Il refuse de partir.", True),
        ("fr", "Il part.", False),
        ("en", "She declines to say.", True),
        ("en", "It is unclear when.", True),
        ("en", "She told us.", False),
        ("en", "The stoppage was announced.", False),
        ("ru", "Это нереалистично.", True),
        ("ru", "Это хорошо.", False),
        ("uk", "Він відмовляється.", True),
        ("uk", "Він згоден.", False),
        ("de", "Ja.", True),
    ],
)
def test_a_negation_may_be_worded_without_one(language: str, text: str, may: bool) -> None:
    assert may_negate(text, language) is may


@pytest.mark.parametrize(
    ("language", "before", "left_out", "turning"),
    [
        ("fr", "nous venons", "sauf s'il pleut", True),
        ("fr", "nous venons", "à moins d'un orage", True),
        ("fr", "nous venons", "au moins trois fois", False),
        ("fr", "nous ne venons", "qu'à midi", True),
        ("fr", "nous ne venons pas", "parce que nous sommes las", False),
        ("en", "we come", "if it rains", True),
        ("en", "we come", "with the band", False),
        ("ru", "мы придём", "если будет дождь", True),
        ("uk", "ми прийдемо", "якщо буде дощ", True),
        ("uk", "ми прийдемо", "з оркестром", False),
    ],
)
def test_what_turns_a_statement_is_told(language: str, before: str, left_out: str, turning: bool) -> None:
    assert (turning_words(before, left_out, language) is not None) is turning


def test_verbs_of_saying_count_only_where_they_may() -> None:
    assert turning_words("", "we believe", "en") == "we believe"
    assert turning_words("", "we believe", "en", saying=False) is None


@pytest.mark.parametrize(
    ("language", "text", "asks"),
    [
        ("fr", "Qui n'a pas parlé ?", True),
        ("fr", "Qui a parlé ?", False),
        ("fr", "Qui a signé, ou pas ?", False),
        ("fr", "Il n'a pas signé ?", False),
        ("en", "What didn't they agree on?", True),
        ("en", "Didn't they agree?", False),
        ("en", "Who agreed or not?", False),
        ("ru", "О чём они не договорились?", True),
        ("ru", "Правда, что они не договорились?", False),
        ("uk", "Про що не говорили?", True),
        ("uk", "Він сказав тоді, що не прийде?", False),
        ("de", "Wer kam nicht?", False),
        ("fr", "Qui n'a parlé à personne ?", True),
        ("fr", "Qui n'est plus en prison ?", True),
        ("fr", "Quelle personne est plus âgée ?", False),
        ("en", "Who said nothing?", True),
        ("en", "What did they agree not to do?", True),
        ("en", "Who said that joining was not realistic?", False),
        ("en", "Who says the mayor cannot join?", False),
        ("fr", "Qui a dit que ce n'était pas réaliste ?", False),
        ("uk", "Хто сказав, що вступ не реалістичний?", False),
        ("ru", "Кто сказал, что он не придёт?", False),
        ("en", "How long did it last, no more than an hour?", False),
        ("en", "What did they talk about, not only the bridge?", False),
        ("fr", "Combien de temps, pas plus d'une heure ?", False),
        ("ru", "Кто звонил, как не мэр?", False),
        ("uk", "Скільки тривало, не більше години?", False),
    ],
)
def test_asking_for_what_is_not_so_is_told_from_a_negated_claim(language: str, text: str, asks: bool) -> None:
    reader = tokenizer(language)
    assert asks_in_the_negative(reader.without_markers(reader.words(text)), language) is asks
