"""Questions of a draft as an editor would word them, in the article's own language and in others."""

from __future__ import annotations

import pytest

from knowledge.drafting.drafting import propose
from knowledge.drafting.statements import read_statements

SERVED = ("fr", "en", "ru", "uk")
FRENCH = """Le pont fermé
« Rien ne bouge », a dit Anna Ortiz, présidente de l'association des riverains.
La ville compte onze écoles.
Le retrait des barrières constitue le principal obstacle.
D'après un diplomate européen, le texte comportait onze points.
« C'est faux », a rétorqué le préfet, Luc Morel.
"""
ENGLISH = """Bridge shut
“Nothing moves,” said the mayor, Ada Quill. “It is safe,” she added.
According to a builder, the cracked deck holds the cables.
"""


def asked(text: str, language: str, code: str) -> set[str]:
    proposal = propose(read_statements(text, language), SERVED, longest_quote=9)
    return {question for entry in proposal.entries for texts in entry.questions[code].values() for question in texts}


@pytest.fixture(scope="module")
def french() -> set[str]:
    return asked(FRENCH, "fr", "fr")


def test_french_is_elided_before_a_name_that_begins_with_a_vowel(french: set[str]) -> None:
    assert "C’est vrai qu’Anna Ortiz a parlé ?" in french
    assert not any("que Anna" in each or "de Anna" in each for each in french)


def test_somebody_who_is_only_described_has_an_article_in_sentences(french: set[str]) -> None:
    assert "Qu’a dit le diplomate européen ?" in french
    assert "Qu’a dit diplomate européen ?" not in french
    assert "What did the builder say?" in asked(ENGLISH, "en", "en")


def test_a_matter_ends_before_its_verb(french: set[str]) -> None:
    assert any("le retrait des barrières" in each for each in french)
    assert not any("sur le retrait des barrières constitue" in each for each in french)
    assert not any("sur le texte comportait" in each for each in french)
    assert not any("about the cracked deck holds" in each for each in asked(ENGLISH, "en", "en"))


def test_what_a_number_in_words_counts_is_asked_for(french: set[str]) -> None:
    assert "Combien d’écoles ?" in french
    assert "Combien de points ?" in french


def test_a_body_is_asked_for_by_whoever_speaks_for_it(french: set[str]) -> None:
    assert "Que dit l'association des riverains ?" in french
    assert "Qui parle au nom de l'association des riverains ?" in french


def test_an_office_has_its_article_in_french(french: set[str]) -> None:
    assert "Qu’a dit le préfet ?" in french
    translated = asked(ENGLISH, "en", "fr")
    assert "Qu’a dit maire ?" not in translated
    assert "Qu’a dit la maire ?" in translated
    assert "C’est vrai qu’Ada Quill a parlé ?" in translated


def test_no_question_asks_for_a_number_that_only_the_draft_knows(french: set[str]) -> None:
    assert not any("numéro" in each for each in french)
