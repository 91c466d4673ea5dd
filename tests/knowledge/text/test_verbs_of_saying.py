"""Verbs of saying are known by their forms, and nouns like them are none."""

import pytest

from knowledge.text.verbs_of_saying import verbs_of_saying


@pytest.mark.parametrize(
    ("language", "text", "verbs"),
    [
        ("fr", "[...] disaient que", ["disaient"]),
        ("fr", "a-t-elle répondu, dit-il", ["répondu", "dit"]),
        ("fr", "la déclaration et l'affirmation", []),
        ("fr", "Poursuivre cet objectif ne fera que prolonger", []),
        ("fr", "Nous croyons que vous pensez", ["croyons", "pensez"]),
        ("ru", "Думаю, в Думе так думаем", ["Думаю", "думаем"]),
        ("uk", "Думаю, ми думаємо", ["Думаю", "думаємо"]),
        ("en", "said the mayor, who thinks", ["said", "thinks"]),
        ("en", "the United States and its statement", []),
        ("ru", "как заявил мэр", ["заявил"]),
        ("uk", "як сказала мерка", ["сказала"]),
        ("de", "sagte er", []),
    ],
)
def test_verbs_of_saying_are_found_in_their_forms(language: str, text: str, verbs: list[str]) -> None:
    assert verbs_of_saying(text, language) == verbs
