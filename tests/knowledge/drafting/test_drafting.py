"""Drafting: a proposal whose files hold, and that copies no more of the text than it may."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from knowledge.drafting.drafting import propose
from knowledge.drafting.fragments import RunLimit
from knowledge.drafting.proposal import Proposal
from knowledge.drafting.statements import read_statements
from knowledge.drafting.writing import written
from knowledge.files import check_article, load_library
from knowledge.loading import load_articles
from knowledge.model import StatementKind
from knowledge.text.quotations import pair_quotation_marks

TEXTS = {
    "fr": """Larkmead : la passerelle fermée jusqu’à l’été
La passerelle de Larkmead est fermée depuis le 3 mai à cause de la rouille qui ronge ses câbles.
« Nous la rouvrirons avant la moisson », a déclaré la maire, Ada Quill, à l’AFP. Elle a promis « un bac gratuit ».
Selon l’ingénieur Ben Stone, les travaux coûteront 40 000 euros. « Il faut tout changer », a-t-il insisté.
""",
    "en": """Larkmead footbridge shut until summer
The footbridge at Larkmead has been shut since 3 May because rust is eating through its cables.
“We will reopen it before the harvest,” the mayor, Ada Quill, told Reuters. She promised “a free ferry.”
According to the engineer Ben Stone, the work will cost 40,000 pounds. “Everything must go,” he insisted.
""",
    "ru": """Мост в Ларкмиде закрыт
Мост закрыт с 3 мая, сообщила мэрия.
«Мы откроем его до жатвы», — заявила мэр Ада Квилл. «Тросы проржавели», — добавила она.
""",
}
SERVED = ("fr", "en", "ru", "uk")


def proposed(language: str, longest_quote: int = 9) -> Proposal:
    return propose(read_statements(TEXTS[language], language), SERVED, longest_quote=longest_quote)


def write(folder: Path, language: str) -> Path:
    """Write a proposal into a folder; return the article's text beside it."""
    folder.mkdir(parents=True)
    article = folder.parent / f"{language}.txt"
    article.write_text(TEXTS[language], encoding="utf-8")
    for name, text in written(proposed(language), sha256(TEXTS[language].encode()).hexdigest()).items():
        (folder / name).write_text(text, encoding="utf-8")
    return article


@pytest.mark.parametrize("language", TEXTS)
def test_the_files_of_a_proposal_hold(language: str, tmp_path: Path) -> None:
    article = write(tmp_path / "bridge", language)
    assert check_article(tmp_path / "bridge", article, write_lock=True) == []


def test_every_sentence_is_the_evidence_of_an_entry() -> None:
    entries = proposed("fr").entries
    assert {number for entry in entries for number in entry.evidence} == set(range(1, 7))


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.parametrize("longest", [9, 4])
def test_nothing_holds_more_words_of_the_text_than_it_may(language: str, longest: int) -> None:
    limit = RunLimit(TEXTS[language], longest)
    for entry in proposed(language, longest).entries:
        quotes = [fragment for statement in entry.statements for fragment in statement.quote]
        for text in (*entry.answers.values(), *quotes):
            assert limit.allows(text)


def test_a_speaker_has_a_name_in_the_other_alphabet_and_an_office_in_each_language() -> None:
    quill = next(person for person in proposed("fr").people if person.id == "quill")
    assert quill.name["en"] == "Ada Quill"
    assert quill.name["ru"].isupper() is False
    assert quill.name["ru"].startswith("Ада")
    assert quill.role == {"fr": "maire", "en": "mayor", "ru": "мэр", "uk": "мер"}


def test_a_quote_names_its_speaker_and_outlet() -> None:
    statement = next(each for entry in proposed("en").entries for each in entry.statements if each.quote)
    assert (statement.speaker, statement.kind, statement.via) == ("quill", StatementKind.QUOTE, "reuters")
    assert statement.quote == ("We will reopen it before the harvest",)


def test_drafts_are_answered_with_to_nobody(tmp_path: Path) -> None:
    article = write(tmp_path / "articles" / "bridge", "en")
    assert check_article(tmp_path / "articles" / "bridge", article, write_lock=True) == []
    [loaded] = load_library(tmp_path / "articles").articles
    assert all(entry.draft for entry in loaded.entries)
    assert load_articles(tmp_path / "articles").articles == ()
    assert load_articles(tmp_path / "articles").only_drafts == ("bridge",)
    assert load_articles(tmp_path / "articles", drafts=True).articles == (loaded,)


def test_an_accepted_entry_is_answered_with(tmp_path: Path) -> None:
    article = write(tmp_path / "articles" / "bridge", "en")
    faq = tmp_path / "articles" / "bridge" / "faq.yaml"
    faq.write_text(faq.read_text("utf-8").replace("    draft: true\n", "", 1), "utf-8")
    assert check_article(tmp_path / "articles" / "bridge", article, write_lock=True) == []
    [loaded] = load_articles(tmp_path / "articles").articles
    assert len(loaded.entries) == 1


def test_a_denial_is_worded_as_one() -> None:
    text = "Larkmead footbridge shut\nThe council denied that it had been warned of the rust.\n"
    entry = next(
        each
        for each in propose(read_statements(text, "en"), SERVED, longest_quote=9).entries
        if each.topic == "statements"
    )
    assert all("denied that it had been warned" in answer for answer in entry.answers.values())


def test_what_is_cut_says_so_and_its_marks_are_in_pairs() -> None:
    text = (
        "Larkmead footbridge shut\n"
        "The mayor, Ada Quill, said that the bridge was “not safe” and that nobody who lives on either bank of the "
        "river should try to cross it before the engineers have looked at each of its rusted cables again.\n"
    )
    [entry] = [
        each
        for each in propose(read_statements(text, "en"), SERVED, longest_quote=9).entries
        if each.topic == "statements"
    ]
    assert "[…]”" in entry.answers["en"]
    assert "‘not safe’" in entry.answers["en"]
    for answer in entry.answers.values():
        assert not pair_quotation_marks(answer).unpaired


def questions(language: str, code: str, entry_id: str) -> list[str]:
    entry = next(each for each in proposed(language).entries if each.id == entry_id)
    return [text for some in entry.questions[code].values() for text in some]


def test_a_fact_is_asked_for_by_its_place_and_time_in_every_language() -> None:
    assert "When was that, the footbridge at Larkmead?" in questions("en", "en", "fact-s2")
    assert any(text.startswith("когда ") for text in questions("en", "ru", "fact-s2"))
    assert any(text.startswith("pourquoi ") for text in questions("en", "fr", "fact-s2"))


def test_the_words_of_a_sentence_are_searched_for_in_the_other_languages() -> None:
    asked = questions("fr", "en", "stone-s5")
    assert "engineer works price" in asked
    assert "how much engineer works price" in asked


def test_a_counted_noun_is_asked_for_with_its_preposition() -> None:
    text = "Larkmead : la passerelle\nLa passerelle porte 300 habitants et 20 chevaux.\n"
    entries = propose(read_statements(text, "fr"), SERVED, longest_quote=9).entries
    asked = [each for entry in entries for some in entry.questions["fr"].values() for each in some]
    assert "Combien d’habitants ?" in asked


def test_nobody_is_said_to_be_known_whose_part_the_text_does_not_tell() -> None:
    text = "Larkmead footbridge shut\nThe council said that the bridge was unsafe.\n"
    entries = propose(read_statements(text, "en"), SERVED, longest_quote=9).entries
    asked = [each for entry in entries for some in entry.questions["en"].values() for each in some]
    assert not any(each.startswith("Who is") for each in asked)


def test_what_the_article_does_not_tell_of_those_it_names_is_out_of_scope() -> None:
    assert "Who leads the footbridge at Larkmead?" in proposed("en").out_of_scope["en"]


def test_an_elided_article_at_the_beginning_of_a_sentence_is_in_lower_case() -> None:
    text = "Larkmead : la passerelle\nL’ingénieur municipal a réparé les câbles.\n"
    entries = propose(read_statements(text, "fr"), SERVED, longest_quote=9).entries
    asked = [each for entry in entries for some in entry.questions["fr"].values() for each in some]
    assert "Que sait-on sur l’ingénieur municipal ?" in asked
