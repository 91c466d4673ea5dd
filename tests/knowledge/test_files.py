"""Knowledge is read from folders, held against its article, and locked; every failure is a sentence."""

import os
import resource
from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest

from knowledge.article_folders import BUNDLED, article_folders
from knowledge.documents import Document
from knowledge.errors import Finding, InvalidKnowledge, KnowledgeNotFound, KnowledgeNotWritten
from knowledge.evidence import EvidenceLock
from knowledge.files import add_variants, check_article, load_library, read_files
from knowledge.folder_contents import LOCK
from knowledge.library import ArticleChoice
from knowledge.matcher import Outcome, Variant
from knowledge.model import ArticleDate, StatementKind, Wording

Replace = Callable[[Path, str, str], int]


def refused(folder: Path) -> tuple[Finding, ...]:
    """Return the error that keeps a folder from loading."""
    with pytest.raises(InvalidKnowledge) as refusal:
        load_library(folder)
    return refusal.value.findings


def wrong(folder: Path, text: Path, **options: bool) -> list[Finding]:
    """Return the findings about a folder, apart from variants that are still to be written."""
    owed = ("are too few", "There is no variant", "shares", "shown on buttons")
    return [each for each in check_article(folder, text, **options) if not any(part in each.problem for part in owed)]


def test_a_folder_loads_as_it_was_written(folder: Path) -> None:
    (article,) = load_library(folder).articles
    assert article.slug == "passerelle"
    assert article.title == {"fr": "La fermeture d’une passerelle", "en": "The closure of a footbridge"}
    assert (article.language, article.served) == ("fr", ("fr", "en"))
    assert article.date == ArticleDate(3, 5, None)
    assert (article.place, article.publisher, article.url) == (None, None, None)
    assert list(article.topics) == ["works", "cable"]
    assert article.venues == {"radio": {"fr": "sur la radio locale", "en": "on local radio"}}
    assert article.paragraphs == {1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 5}
    assert article.people["arnaud"].aliases["en"] == ["Arnaud", "the mayor"]
    assert article.people["tessier"].role is None
    assert article.out_of_scope["en"] == ["How much do the works cost?"]
    closing, _, cable = article.entries
    assert (closing.id, closing.article, closing.topic, closing.evidence) == ("closing", "passerelle", "works", (1, 2))
    assert closing.variants["en"][Wording.KEYWORDS] == ["footbridge closing month"]
    assert closing.answers["fr"] == "Selon la maire, elle ferme en juin."
    relayed, told = cable.statements
    assert (relayed.speaker, relayed.kind, relayed.via) == ("tessier", StatementKind.PARAPHRASE, "echo")
    assert (told.speaker, told.kind, told.quote) == (None, StatementKind.REPORT, ())
    assert relayed.quote_line is not None
    assert article.translations["en"][relayed.quote_line] == "worn to a thread"


def test_a_folder_of_articles_is_read_by_name(folder: Path) -> None:
    copytree(folder, folder.parent / "autre")
    (folder.parent / "brouillons").mkdir()
    assert article_folders(folder.parent) == [folder.parent / "autre", folder]
    assert article_folders(folder) == [folder]


def test_the_bundled_articles_are_the_default() -> None:
    assert [article.slug for article in load_library().articles] == [path.name for path in article_folders(BUNDLED)]


def test_a_missing_folder_is_refused_with_its_name(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeNotFound, match="there is no such folder") as refusal:
        load_library(tmp_path / "nowhere")
    assert refusal.value.path == tmp_path / "nowhere"
    assert str(tmp_path / "nowhere") in str(refusal.value)


def test_a_folder_without_articles_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KnowledgeNotFound, match=r"article\.yaml"):
        load_library(tmp_path)


def test_a_file_in_place_of_the_folder_is_refused(text: Path) -> None:
    with pytest.raises(KnowledgeNotFound):
        load_library(text)


@pytest.mark.parametrize("name", ["faq.yaml", "article.yaml"])
def test_a_missing_file_is_refused_with_its_name(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(KnowledgeNotFound) as refusal:
        read_files(folder)
    assert refusal.value.path == folder / name


@pytest.mark.parametrize("name", ["faq.yaml", "article.yaml", "en.yaml"])
def test_a_file_that_is_not_utf_8_is_refused_with_its_name(folder: Path, name: str) -> None:
    (folder / name).write_bytes("title: été".encode("latin-1"))
    (finding,) = refused(folder)
    assert finding.path == folder / name
    assert "not UTF-8" in finding.problem


@pytest.mark.parametrize("name", ["faq.yaml", "article.yaml", "fr.yaml"])
def test_invalid_yaml_is_refused_with_file_and_line(folder: Path, name: str) -> None:
    (folder / name).write_text("a: 1\nb: ]", encoding="utf-8")
    (finding,) = refused(folder)
    assert finding.path == folder / name
    assert finding.line == 2
    assert "not valid YAML" in finding.problem


def test_a_key_that_stands_twice_is_refused_with_file_and_line(folder: Path, replace: Replace) -> None:
    line = replace(folder / "article.yaml", "publisher: null", "publisher: null\nlanguage: fr") + 1
    (finding,) = refused(folder)
    assert (finding.path, finding.line) == (folder / "article.yaml", line)
    assert "language stands twice" in finding.problem


def test_a_missing_lock_is_refused(folder: Path) -> None:
    (folder / LOCK).unlink()
    (finding,) = refused(folder)
    assert finding.path == folder / LOCK
    assert "selon check --article FILE --write-lock" in finding.problem


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b"\xff\xfe", b'{"article": "x", "sentences": 1, "quotes": []}'])
def test_a_damaged_lock_is_refused(folder: Path, content: bytes) -> None:
    (folder / LOCK).write_bytes(content)
    (finding,) = refused(folder)
    assert finding.path == folder / LOCK
    assert finding.problem.startswith("It is damaged")


def test_what_is_wrong_with_several_articles_is_said_at_once(folder: Path, replace: Replace) -> None:
    copytree(folder, folder.parent / "autre")
    replace(folder / "faq.yaml", "speaker: arnaud, kind: paraphrase", "speaker: dupont, kind: paraphrase")
    (folder.parent / "autre" / LOCK).unlink()
    assert {finding.path.parent.name for finding in refused(folder.parent)} == {"autre", "passerelle"}


def test_an_id_in_two_articles_is_accepted_and_both_are_kept_apart(folder: Path, replace: Replace) -> None:
    other = folder.parent / "zoo"
    copytree(folder, other)
    for name in ("faq.yaml", "fr.yaml", "en.yaml"):
        path = other / name
        content = path.read_text(encoding="utf-8").replace("closing", "gates").replace("safety", "lions")
        path.write_text(content, encoding="utf-8")
    replace(other / "fr.yaml", "M. Tessier le juge usé.", "M. Tessier dit qu'il ne tient plus.")
    library = load_library(folder.parent)
    kept = {key: entry.answers["fr"] for key, entry in library.entries.items() if entry.id == "cable"}
    assert kept == {"passerelle/cable": "M. Tessier le juge usé.", "zoo/cable": "M. Tessier dit qu'il ne tient plus."}


def test_articles_with_the_same_ids_are_answered_apart(folder: Path) -> None:
    copytree(folder, folder.parent / "zoo")
    library = load_library(folder.parent)
    for slug in ("passerelle", "zoo"):
        match = library.decide("Dans quel état est le câble ?", ArticleChoice(frozenset({slug})))
        assert (match.outcome, [each.entry_id for each in match.shown_candidates]) == (
            Outcome.ANSWER,
            [f"{slug}/cable"],
        )


def test_a_good_folder_needs_nothing_but_more_variants(folder: Path, text: Path) -> None:
    assert wrong(folder, text) == []
    assert check_article(folder) == check_article(folder, text) != []


def test_writing_the_lock_makes_a_folder_loadable(unlocked: Path, text: Path) -> None:
    assert LOCK in [finding.path.name for finding in refused(unlocked)]
    assert wrong(unlocked, text, write_lock=True) == []
    lock = read_files(unlocked).lock
    assert lock is not None
    assert [len(lock.sentences), len(lock.quotes)] == [6, 3]
    assert len(load_library(unlocked).entries) == 3


def test_checking_without_writing_writes_nothing(unlocked: Path, text: Path) -> None:
    (finding,) = check_article(unlocked, text)
    assert finding.path == unlocked / LOCK
    assert "--write-lock" in finding.problem
    assert not (unlocked / LOCK).exists()


def test_a_lock_is_not_written_while_something_is_wrong(unlocked: Path, text: Path, replace: Replace) -> None:
    replace(unlocked / "faq.yaml", "dès le mois de juin", "dès le mois de mai")
    assert wrong(unlocked, text, write_lock=True) != []
    assert not (unlocked / LOCK).exists()


def test_a_lock_of_another_numbering_is_named_by_the_check(folder: Path, text: Path) -> None:
    files = read_files(folder)
    assert files.lock is not None
    stale = EvidenceLock(files.lock.article, files.lock.sentences[:-1], files.lock.quotes)
    (folder / LOCK).write_text(stale.to_json(), encoding="utf-8")
    (finding,) = check_article(folder, text)
    assert finding.path == folder / LOCK


@pytest.mark.parametrize(
    ("old", "new", "line_of"),
    [
        ("dès le mois de juin", "dès le mois de jujn", "{speaker: arnaud"),
        ("Nous voulons un pont sûr", "Nous voulons un pont sur", "- speaker: arnaud"),
        ("usé jusqu'à la corde", "usé jusqu'a la corde", "{speaker: tessier"),
    ],
)
def test_one_letter_of_a_quote_changed_is_refused_with_or_without_the_article(
    folder: Path, text: Path, replace: Replace, old: str, new: str, line_of: str
) -> None:
    replace(folder / "faq.yaml", old, new)
    replace(folder / "en.yaml", old, new)
    lines = (folder / "faq.yaml").read_text(encoding="utf-8").splitlines()
    line = next(number for number, content in enumerate(lines, start=1) if line_of in content)
    (without,) = refused(folder)
    assert (without.path, without.line) == (folder / "faq.yaml", line)
    assert without.entry_id in {"closing", "safety", "cable"}
    assert new in without.problem
    (beside,) = check_article(folder, text)
    assert (beside.path, beside.line, beside.entry_id) == (without.path, line, without.entry_id)
    assert "does not quote" in beside.problem


def test_a_letter_changed_in_a_quote_alone_is_told_before_its_missing_translation(
    folder: Path, text: Path, replace: Replace
) -> None:
    quote = next(
        statement.quote
        for entry in load_library(folder).entries.values()
        for statement in entry.statements
        if statement.quote
    )
    replace(folder / "faq.yaml", quote[0], quote[0] + "s")
    findings = check_article(folder, text)
    assert "does not quote" in findings[0].problem
    assert any("translation" in finding.problem for finding in findings)


def test_a_quote_may_be_typed_with_another_apostrophe(folder: Path, text: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "usé jusqu'à la corde", "usé jusqu’à  la corde")
    replace(folder / "en.yaml", "usé jusqu'à la corde", "usé jusqu’à  la corde")
    assert wrong(folder, text) == []


def test_a_quote_moved_to_another_sentence_is_refused_with_or_without_the_article(
    folder: Path, text: Path, replace: Replace
) -> None:
    replace(
        folder / "faq.yaml", "quote: [dès le mois de juin], sentence: 2", "quote: [dès le mois de juin], sentence: 1"
    )
    (without,) = refused(folder)
    assert (without.entry_id, "evidence.lock" in without.problem) == ("closing", True)
    (beside,) = check_article(folder, text)
    assert beside.entry_id == "closing"


def test_fragments_in_another_order_are_refused(folder: Path, text: Path, replace: Replace) -> None:
    order, other = "Nous voulons un pont sûr, le temps qu'il faut", "le temps qu'il faut, Nous voulons un pont sûr"
    replace(folder / "faq.yaml", order, other)
    replace(folder / "en.yaml", order.replace(",", " […]"), other.replace(",", " […]"))
    assert [finding.entry_id for finding in refused(folder)] == ["safety"]
    assert [finding.entry_id for finding in check_article(folder, text)] == ["safety"]


def test_a_sentence_that_the_article_does_not_have_is_refused(folder: Path, text: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "evidence: [5, 6]", "evidence: [5, 6, 7]")
    replace(folder / "faq.yaml", "quote: null, sentence: 6", "quote: null, sentence: 7")
    assert {finding.entry_id for finding in refused(folder)} == {"cable"}
    (finding,) = check_article(folder, text)
    assert "no sentence 7" in finding.problem


def test_another_article_than_the_one_described_is_refused(folder: Path, text: Path) -> None:
    text.write_text(text.read_text(encoding="utf-8").replace("blessé", "touché"), encoding="utf-8")
    findings = check_article(folder, text, write_lock=True)
    assert [(finding.path.name, finding.problem.partition(":")[0]) for finding in findings] == [
        (LOCK, "It was written for another text, whose sentences may have other numbers")
    ]
    (folder / LOCK).unlink()
    findings = check_article(folder, text, write_lock=True)
    assert [finding.path.name for finding in findings] == ["article.yaml"]
    assert "sha256" in findings[0].problem


def test_an_article_that_is_missing_is_refused_with_its_name(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(KnowledgeNotFound) as refusal:
        check_article(folder, tmp_path / "nowhere.txt")
    assert refusal.value.path == tmp_path / "nowhere.txt"


def test_an_article_that_is_not_utf_8_is_refused_with_a_sentence(folder: Path, text: Path) -> None:
    text.write_bytes(text.read_text(encoding="utf-8").encode("cp1252"))
    (finding,) = check_article(folder, text)
    assert finding.path == text
    assert "not UTF-8" in finding.problem


def test_a_lock_that_cannot_be_written_is_a_knowledge_error(unlocked: Path, text: Path) -> None:
    (unlocked / LOCK).mkdir()
    with pytest.raises(KnowledgeNotWritten):
        check_article(unlocked, text, write_lock=True)


def test_variants_are_written_to_all_files_or_to_none(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    additions = {"passerelle": [Variant(None, "en", "And trams?"), Variant("safety", "fr", "elle veut quoi ?")]}
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    # The disk takes the smaller of the two files.
    sizes = [len(before[folder / f"{code}.yaml"]) for code in ("en", "fr")]
    resource.setrlimit(resource.RLIMIT_FSIZE, (max(sizes) - 50, limits[1]))
    try:
        with pytest.raises(KnowledgeNotWritten) as refusal:
            add_variants(folder, additions)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
    assert refusal.value.path in (folder / "en.yaml", folder / "fr.yaml")
    assert {path: path.read_bytes() for path in folder.iterdir()} == before
    assert [path for path, _ in add_variants(folder, additions)] == [folder / "en.yaml", folder / "fr.yaml"]
    assert set(additions["passerelle"]) <= {each.variant for each in load_library(folder).variants}


def test_variants_that_would_spoil_the_files_are_not_written(folder: Path) -> None:
    before = {path: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(InvalidKnowledge) as refusal:
        add_variants(folder, {"passerelle": [Variant("cable", "fr", "que veut la maire")]})
    assert "remove one" in refusal.value.findings[0].problem
    assert {path: path.read_bytes() for path in folder.iterdir()} == before


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_a_file_that_may_not_be_read_is_refused_with_its_name(folder: Path) -> None:
    (folder / "faq.yaml").chmod(0)
    with pytest.raises(KnowledgeNotFound) as refusal:
        load_library(folder)
    assert refusal.value.path == folder / "faq.yaml"


def test_a_check_reports_what_a_load_refuses(folder: Path, text: Path, replace: Replace) -> None:
    replace(folder / "faq.yaml", "topic: cable", "topic: câbles")
    loaded = refused(folder)
    assert tuple(check_article(folder)) == loaded
    assert tuple(check_article(folder, text)) == loaded


def test_documents_of_a_language_that_is_not_served_are_not_read(folder: Path) -> None:
    (folder / "de.yaml").write_text("[", encoding="utf-8")
    assert set(read_files(folder).languages) == {"fr", "en"}


def test_reading_gives_documents_with_their_paths(folder: Path) -> None:
    files = read_files(folder)
    documents: list[Document] = [files.article, files.faq, *files.languages.values()]
    assert [document.path for document in documents] == [
        folder / name for name in ("article.yaml", "faq.yaml", "fr.yaml", "en.yaml")
    ]
    assert files.slug == "passerelle"


def test_a_folder_given_by_a_relative_path_keeps_its_name(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    (article,) = load_library(Path()).articles
    assert article.slug == "passerelle"
