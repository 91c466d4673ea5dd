"""Numbers follow their sentences into a corrected text, and nothing is ever pointed at another sentence unsaid."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from knowledge.alignment import SentenceFate
from knowledge.errors import InvalidKnowledge, KnowledgeNotWritten
from knowledge.files import check_article, load_library, renumber_article
from knowledge.folder_contents import LOCK
from knowledge.library import Library
from knowledge.renumbering import Renumbering

Replace = Callable[[Path, str, str], int]

WRITTEN = ("article.yaml", "faq.yaml", LOCK)


@pytest.fixture
def was(text: Path) -> Path:
    """The article's text as it was, in a place of its own."""
    path = text.with_name("was.txt")
    path.write_bytes(text.read_bytes())
    return path


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir())}


def corrected(text: Path, *changes: tuple[str, str]) -> None:
    """Correct the article: what a first word stands for is put before its sentence, or in its place."""
    content = text.read_text(encoding="utf-8")
    for old, new in changes:
        assert content.count(old) == 1, old
        content = content.replace(old, new)
    text.write_text(content, encoding="utf-8")


def numbers(folder: Path) -> dict[str, tuple[tuple[int, ...], list[int]]]:
    """Evidence and sentences of statements of each entry, as loaded."""
    library: Library = load_library(folder)
    return {
        entry.id: (entry.evidence, [each.sentence for each in entry.statements]) for entry in library.entries.values()
    }


def refused(folder: Path) -> list[str | None]:
    """The entries that keep a folder from loading."""
    with pytest.raises(InvalidKnowledge) as refusal:
        load_library(folder)
    return [finding.entry_id for finding in refusal.value.findings]


def renumbered(folder: Path, text: Path, was: Path | None = None) -> Renumbering:
    found = renumber_article(folder, text, was=was, write=True)
    assert found is not None
    return found


TOP = ("La passerelle", "Mis à jour mardi.\nLa passerelle")


def test_a_sentence_inserted_at_the_top_leaves_every_entry_on_its_own(folder: Path, text: Path) -> None:
    before = numbers(folder)
    corrected(text, TOP)
    found = renumbered(folder, text)
    after = numbers(folder)
    assert after == {
        entry: (tuple(each + 1 for each in evidence), [each + 1 for each in statements])
        for entry, (evidence, statements) in before.items()
    }
    assert (found.remarks, found.moved_entries, found.added) == ([], ["closing", "safety", "cable"], (1,))
    assert [each for each in check_article(folder, text) if "variant" not in each.problem] == []
    assert renumber_article(folder, text) is None


def test_everything_but_numbers_and_digests_stays_as_it_was(folder: Path, text: Path, replace: Replace) -> None:
    faq = folder / "faq.yaml"
    replace(faq, "evidence: [1, 2]", "evidence:   # where it stands\n      - 1   # the heading\n\n      - 2")
    replace(faq, "    evidence: [5, 6]", "    evidence: [ 5,6 ]  # both")
    shared = "{speaker: arnaud, kind: quote, venue: null, via: null, quote: [Nous voulons un pont sûr], sentence: 3}"
    replace(faq, "entries:\n", f"# Sentences are numbered from 1.\nstatements:\n  - &safe {shared}\nentries:\n")
    replace(
        faq,
        "        quote: [Nous voulons un pont sûr, le temps qu'il faut]\n        sentence: 3\n",
        "        quote: [Nous voulons un pont sûr, le temps qu'il faut]\n        sentence: 3\n      - *safe\n",
    )
    replace(folder / "en.yaml", "quotes:\n", 'quotes:\n  "Nous voulons un pont sûr": "We want a safe bridge"\n')
    content = ("\ufeff# 😀\n" + faq.read_text(encoding="utf-8")).replace("\n", "\r\n")
    faq.write_bytes(content.encode())
    article = folder / "article.yaml"
    old = sha256(text.read_bytes()).hexdigest()
    replace(article, old, f"'{old}'  # of 3 May")
    assert [each for each in check_article(folder, text, write_lock=True) if "variant" not in each.problem] == []
    languages = {name: content for name, content in contents(folder).items() if name in ("fr.yaml", "en.yaml")}
    article_before = article.read_text(encoding="utf-8")
    corrected(text, TOP)
    renumbered(folder, text)
    expected = content.replace("- 1   # the", "- 2   # the").replace("      - 2\r", "      - 3\r")
    for before, after in (
        ("[ 5,6 ]", "[ 6,7 ]"),
        ("evidence: [3]", "evidence: [4]"),
        ("sentence: 6", "sentence: 7"),
        ("sentence: 5", "sentence: 6"),
        ("sentence: 3", "sentence: 4"),
        ("sentence: 2", "sentence: 3"),
    ):
        expected = expected.replace(before, after)
    assert faq.read_bytes().decode() == expected
    assert article.read_text(encoding="utf-8") == article_before.replace(old, sha256(text.read_bytes()).hexdigest())
    assert {name: content for name, content in contents(folder).items() if name in languages} == languages
    assert numbers(folder)["safety"] == ((4,), [4, 4])


def test_a_plan_changes_nothing(folder: Path, text: Path) -> None:
    before = contents(folder)
    corrected(text, TOP)
    found = renumber_article(folder, text)
    assert found is not None
    assert found.moved_entries == ["closing", "safety", "cable"]
    assert contents(folder) == before


def test_an_entry_whose_sentence_is_gone_does_not_load_until_somebody_has_looked(
    folder: Path, text: Path, replace: Replace
) -> None:
    corrected(text, TOP, (" Personne n’a été blessé.", " Le préfet viendra."))
    found = renumbered(folder, text)
    assert [(each.entry_id, each.line) for each in found.remarks] == [("cable", 19)]
    assert "--was" in found.remarks[0].problem
    assert refused(folder) == ["cable"]
    (finding,) = [each for each in check_article(folder, text) if "variant" not in each.problem]
    assert (finding.entry_id, finding.line) == ("cable", 19)
    assert "sentence 6 of the article before it was corrected" in finding.problem
    assert "selon sentences" in finding.problem
    assert "evidence: [6, -6]" in (folder / "faq.yaml").read_text(encoding="utf-8")
    replace(folder / "faq.yaml", "evidence: [6, -6]", "evidence: [6, 7]")
    assert refused(folder) == ["cable"], "its statement still names it"
    replace(folder / "faq.yaml", "sentence: -6", "sentence: 7")
    assert numbers(folder)["cable"] == ((6, 7), [6, 7])


def test_a_lost_number_survives_the_next_correction(folder: Path, text: Path) -> None:
    corrected(text, (" Personne n’a été blessé.", " Le préfet viendra."))
    renumbered(folder, text)
    corrected(text, TOP)
    renumbered(folder, text)
    assert "evidence: [6, -6]" in (folder / "faq.yaml").read_text(encoding="utf-8")
    assert refused(folder) == ["cable"]


REWORDED = ("Personne n’a été blessé.", "Personne n’a été blessé mardi.")


def test_a_reworded_sentence_is_found_by_the_text_as_it_was_and_shown(folder: Path, text: Path, was: Path) -> None:
    corrected(text, TOP, REWORDED)
    found = renumbered(folder, text, was)
    assert numbers(folder)["cable"] == ((6, 7), [6, 7])
    (remark,) = found.reworded_entries
    assert remark.entry_id == "cable"
    assert all(words in remark.problem for words in ("Sentence 6", "as sentence 7", *REWORDED))


def test_a_quote_that_was_corrected_away_is_not_locked(folder: Path, text: Path, was: Path) -> None:
    corrected(text, TOP, ("«dès le mois de juin»", "«dès le mois de mai»"))
    renumbered(folder, text, was)
    assert refused(folder) == ["closing"]
    (finding,) = [each for each in check_article(folder, text) if "does not quote" in each.problem]
    assert finding.entry_id == "closing"


def test_parts_and_wholes_are_named(folder: Path, text: Path, was: Path) -> None:
    corrected(text, ("a indiqué sur la radio locale que", "a parlé sur la radio locale mardi matin. Elle a dit que"))
    found = renumbered(folder, text, was)
    assert [(each.number, each.fate, each.found) for each in found.aligned if each.fate is not SentenceFate.KEPT] == [
        (2, SentenceFate.SPLIT, (2, 3))
    ]
    assert ["2 and 3" in remark.problem for remark in found.remarks] == [True]
    assert set(refused(folder)) == {"closing"}


def test_a_text_that_is_hardly_the_article_is_refused(folder: Path, text: Path) -> None:
    before = contents(folder)
    text.write_text("Le tram de Lorvault\nIl roulera en mai. Personne n’a été blessé.\n", encoding="utf-8")
    with pytest.raises(InvalidKnowledge, match="is it the right file"):
        renumber_article(folder, text, write=True)
    assert contents(folder) == before


def test_a_copied_lock_of_another_article_is_none(folder: Path, text: Path, replace: Replace) -> None:
    (folder / LOCK).write_text(
        json.dumps(
            {
                "article": "a" * 64,
                "sentences": [{"number": 1, "paragraph": 1, "sha256": "b" * 64}],
                "quotes": [],
                "entries": [{"id": "bridge", "evidence": [1], "statements": [1]}],
            }
        ),
        encoding="utf-8",
    )
    assert renumber_article(folder, text, write=True) is None
    check_article(folder, text, write_lock=True)
    assert numbers(folder)["closing"] == ((1, 2), [2])


def test_numbers_that_were_changed_since_the_lock_are_not_guessed_at(
    folder: Path, text: Path, replace: Replace
) -> None:
    corrected(text, TOP)
    replace(folder / "faq.yaml", "evidence: [5, 6]", "evidence: [6, 7]")
    replace(folder / "faq.yaml", "quote: null, sentence: 6", "quote: null, sentence: 7")
    replace(folder / "faq.yaml", "[usé jusqu'à la corde], sentence: 5", "[usé jusqu'à la corde], sentence: 6")
    before = contents(folder)
    with pytest.raises(InvalidKnowledge) as refusal:
        renumber_article(folder, text, write=True)
    assert {finding.entry_id for finding in refusal.value.findings} == {"cable"}
    assert all("remove evidence.lock" in finding.problem for finding in refusal.value.findings)
    assert contents(folder) == before


def test_an_entry_that_was_added_since_the_lock_is_no_hindrance_where_no_number_changes(
    folder: Path, text: Path, replace: Replace
) -> None:
    text.write_text(text.read_text(encoding="utf-8") + "Le préfet viendra.\n", encoding="utf-8")
    replace(folder / "faq.yaml", "evidence: [5, 6]", "evidence: [5, 6, 7]")
    found = renumbered(folder, text)
    assert (found.moved_entries, found.remarks, found.added) == ([], [], (7,))
    assert numbers(folder)["cable"][0] == (5, 6, 7)


@pytest.mark.parametrize("written", ['"6"', "6.0"])
def test_a_number_that_is_written_oddly_is_refused_and_left(
    folder: Path, text: Path, replace: Replace, written: str
) -> None:
    replace(folder / "faq.yaml", "evidence: [5, 6]", f"evidence: [5, {written}]")
    corrected(text, TOP)
    before = contents(folder)
    with pytest.raises(InvalidKnowledge, match="write them plainly"):
        renumber_article(folder, text, write=True)
    assert contents(folder) == before


def test_without_the_numbers_in_an_earlier_lock_quotes_tell_that_some_were_changed(
    folder: Path, text: Path, replace: Replace
) -> None:
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    del lock["entries"]
    (folder / LOCK).write_text(json.dumps(lock), encoding="utf-8")
    assert len(load_library(folder).entries) == 3
    assert [each for each in check_article(folder, text) if "variant" not in each.problem] == []
    corrected(text, TOP)
    faq = folder / "faq.yaml"
    content = faq.read_bytes()
    replace(faq, "evidence: [1, 2]", "evidence: [2, 3]")
    replace(faq, "sentence: 2", "sentence: 3")
    with pytest.raises(InvalidKnowledge, match="does not hold this quote of sentence 3"):
        renumber_article(folder, text, write=True)
    faq.write_bytes(content)
    renumbered(folder, text)
    assert numbers(folder)["closing"] == ((2, 3), [3])


def test_the_lock_is_not_written_for_another_text_but_by_renumbering(folder: Path, text: Path) -> None:
    corrected(text, TOP)
    path = folder / "article.yaml"
    old = json.loads((folder / LOCK).read_text(encoding="utf-8"))["article"]
    path.write_text(path.read_text().replace(old, sha256(text.read_bytes()).hexdigest()), encoding="utf-8")
    (finding,) = check_article(folder, text, write_lock=True)
    assert finding.path.name == LOCK
    renumbered(folder, text)
    assert numbers(folder)["closing"] == ((2, 3), [3])


def test_another_text_than_the_lock_was_written_for_is_not_the_former_one(folder: Path, text: Path) -> None:
    corrected(text, TOP)
    with pytest.raises(InvalidKnowledge, match="--was"):
        renumber_article(folder, text, was=text, write=True)


@pytest.mark.parametrize("replaced", range(1, 3))
@pytest.mark.parametrize("lost", [False, True])
@pytest.mark.parametrize("earlier", [False, True])
def test_whoever_is_interrupted_has_files_that_say_so_and_are_completed(
    folder: Path, text: Path, was: Path, replaced: int, lost: bool, earlier: bool
) -> None:
    before = contents(folder)
    if earlier:
        lock = json.loads(before[LOCK])
        del lock["entries"]
        (folder / LOCK).write_text(json.dumps(lock), encoding="utf-8")
    corrected(text, TOP, *([(" Personne n’a été blessé.", " Le préfet viendra.")] if lost else []))
    found = renumbered(folder, text, was)
    after = contents(folder)
    assert [name for name in before if before[name] != after[name]] == sorted(WRITTEN)
    for name in WRITTEN[replaced:]:
        (folder / name).write_bytes(before[name])
    with pytest.raises(InvalidKnowledge, match="written for another text"):
        load_library(folder)
    again = renumbered(folder, text, was)
    assert contents(folder) == after
    assert (again.moved_entries, again.remarks) == (found.moved_entries, found.remarks)


@pytest.mark.skipif(os.geteuid() == 0, reason="root writes everything")
def test_nothing_is_written_where_not_all_can_be(folder: Path, text: Path) -> None:
    before = contents(folder)
    corrected(text, TOP)
    folder.chmod(0o555)
    try:
        with pytest.raises(KnowledgeNotWritten):
            renumber_article(folder, text, write=True)
    finally:
        folder.chmod(0o755)
    assert contents(folder) == before


def test_nothing_is_written_where_a_file_is_in_the_way(folder: Path, text: Path, tmp_path: Path) -> None:
    corrected(text, TOP)
    outside = tmp_path / "outside.lock"
    (folder / LOCK).rename(outside)
    (folder / LOCK).symlink_to(outside)
    before = contents(folder)
    assert renumber_article(folder, text, write=True) is None, "the lock cannot be read"
    assert check_article(folder, text, write_lock=True) != []
    assert contents(folder) == before
