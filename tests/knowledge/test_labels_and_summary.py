"""Short titles of entries, and the summary of an article."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.article_folders import BUNDLED
from knowledge.errors import InvalidKnowledge, WarningKind
from knowledge.files import check_article, load_library, proofread_article, renumber_article
from knowledge.shape import LONGEST_BUTTON

Replace = Callable[[Path, str, str], int]


def with_summary(folder: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "entries:\n", "summary: {evidence: [2, 5]}\nentries:\n")
    replace(folder / "fr.yaml", "topics:\n", 'summary: "La maire parle d’une fermeture."\ntopics:\n')
    replace(folder / "en.yaml", "topics:\n", 'summary: "The mayor speaks of a closure."\ntopics:\n')


def problems(folder: Path) -> list[str]:
    with pytest.raises(InvalidKnowledge) as refusal:
        load_library(folder)
    return [f"{finding.path.name}: {finding.problem}" for finding in refusal.value.findings]


def labelled(folder: Path, replace: Replace, label: str) -> str:
    """Give the first entry of fr.yaml a label, and return the entry's id."""
    entry = next(iter(load_library(folder).entries.values())).id
    replace(folder / "fr.yaml", f"  {entry}:\n", f'  {entry}:\n    label: "{label}"\n')
    return entry


def test_a_label_stands_on_buttons_in_its_language_alone(folder: Path, replace: Replace) -> None:
    entry_id = labelled(folder, replace, "La date")
    entry = next(each for each in load_library(folder).entries.values() if each.id == entry_id)
    assert entry.label("fr") == "La date"
    assert entry.label("en") == entry.title("en")


def test_check_counts_the_characters_of_a_label(folder: Path, replace: Replace) -> None:
    before = len(check_article(folder))
    labelled(folder, replace, "x" * (LONGEST_BUTTON + 1))
    found = [finding.problem for finding in check_article(folder)]
    assert len(found) == before + 1
    assert "The label is shown on buttons: 31 characters are too many, 30 the most." in found
    load_library(folder)


def test_every_entry_of_the_bundled_article_has_a_label_in_every_language_and_no_two_are_the_same() -> None:
    [article] = load_library(BUNDLED).articles
    for language in article.served:
        labels = [entry.labels[language] for entry in article.entries]
        assert len(set(labels)) == len(labels)
        assert max(map(len, labels)) <= LONGEST_BUTTON


def test_the_bundled_summary_has_three_sentences_in_every_language() -> None:
    [article] = load_library(BUNDLED).articles
    assert article.summary is not None
    assert {code: text.count(".") for code, text in article.summary.texts.items()} == dict.fromkeys(article.served, 3)


def test_a_summary_is_loaded_with_what_it_rests_on(folder: Path, replace: Replace) -> None:
    with_summary(folder, replace)
    [article] = load_library(folder).articles
    assert article.summary is not None
    assert article.summary.evidence == (2, 5)
    assert article.summary.texts["en"] == "The mayor speaks of a closure."


def test_a_summary_without_words_or_sentences_is_refused(folder: Path, replace: Replace) -> None:
    with_summary(folder, replace)
    replace(folder / "en.yaml", 'summary: "The mayor speaks of a closure."\n', "")
    assert problems(folder) == ["en.yaml: The summary is missing: write it."]
    replace(folder / "faq.yaml", "summary: {evidence: [2, 5]}\n", "")
    [problem] = problems(folder)
    assert problem.startswith("fr.yaml: It rests on nothing: put `summary: {evidence: […]}` into faq.yaml")


def test_a_summary_that_rests_on_no_sentence_is_refused(folder: Path, replace: Replace) -> None:
    with_summary(folder, replace)
    replace(folder / "faq.yaml", "summary: {evidence: [2, 5]}", "summary: {evidence: [2, 99]}")
    [problem] = problems(folder)
    assert problem.startswith("faq.yaml: evidence.lock knows no sentence 99")


def test_an_editor_is_asked_about_a_number_in_a_summary_that_its_sentences_do_not_state(
    folder: Path, text: Path, replace: Replace
) -> None:
    with_summary(folder, replace)
    replace(folder / "fr.yaml", "La maire parle d’une fermeture.", "La maire parle de 400 fermetures.")
    asked = [each.problem for each in proofread_article(folder, text) if each.warning is WarningKind.NUMBER]
    assert any(problem.startswith("The summary states 400") for problem in asked)


def test_entries_without_a_label_are_asked_about_where_others_have_one(folder: Path, replace: Replace) -> None:
    def asked() -> list[str]:
        return [each.problem for each in proofread_article(folder) if each.warning is WarningKind.LABEL]

    assert asked() == []
    labelled(folder, replace, "La date")
    french, english = asked()
    assert french.startswith("Buttons show the whole question of")
    others = [entry.id for entry in load_library(folder).entries.values()][1:]
    assert all(entry in french for entry in others)
    assert len(english) > len(french)


def test_a_summary_follows_its_sentences_into_a_corrected_text(folder: Path, text: Path, replace: Replace) -> None:
    with_summary(folder, replace)
    content = text.read_text(encoding="utf-8")
    text.write_text(content.replace("Le 3 mai", "Une phrase de plus. Le 3 mai", 1), encoding="utf-8")
    renumber_article(folder, text, write=True)
    [article] = load_library(folder).articles
    assert article.summary is not None
    assert article.summary.evidence == (3, 6)
