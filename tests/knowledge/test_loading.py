"""A folder of articles is loaded article by article: one that does not hold takes none of the others down."""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from shutil import copytree, rmtree
from tempfile import TemporaryDirectory

import pytest

from knowledge.article_variant import ArticleVariant
from knowledge.construction import construct
from knowledge.errors import InvalidKnowledge, KnowledgeNotFound
from knowledge.files import load_library, read_files
from knowledge.folder_contents import FolderContents
from knowledge.library import Library
from knowledge.loading import FolderChanges, LoadedArticles, file_digests, folder_changes, load_articles
from knowledge.loading_process import SIZE, LoadingRequest


@pytest.fixture
def two(folder: Path) -> Path:
    """A folder of two articles, `marche` and `passerelle`."""
    copytree(folder, folder.parent / "marche")
    return folder.parent


def again(loaded: LoadedArticles, folder: Path) -> LoadedArticles:
    """The articles after what has changed."""
    return loaded.with_changes(folder_changes(folder, loaded.digests))


def slugs(loaded: LoadedArticles) -> list[str]:
    return [article.slug for article in loaded.articles]


def damage(path: Path) -> bytes:
    """Write half a file; return what it held."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + b'\n"')
    return content


def test_all_articles_that_hold_are_loaded_in_the_order_of_their_folders(two: Path) -> None:
    loaded = load_articles(two)
    assert slugs(loaded) == ["marche", "passerelle"]
    assert loaded.refused_articles == {}
    assert loaded.digests == file_digests(two)


@pytest.mark.parametrize("name", ["article.yaml", "faq.yaml", "fr.yaml", "evidence.lock"])
def test_an_article_that_is_damaged_is_left_out(two: Path, name: str) -> None:
    damage(two / "marche" / name)
    loaded = load_articles(two)
    assert slugs(loaded) == ["passerelle"]
    assert {finding.path for finding in loaded.refused_articles["marche"].findings} == {two / "marche" / name}


def test_a_missing_file_is_a_finding_of_its_article(two: Path) -> None:
    (two / "marche" / "faq.yaml").unlink()
    loaded = load_articles(two)
    assert slugs(loaded) == ["passerelle"]
    [finding] = loaded.refused_articles["marche"].findings
    assert str(finding).startswith(f"{two / 'marche' / 'faq.yaml'}: It cannot be read: ")


def test_a_link_that_leads_out_is_a_finding_of_its_own(two: Path, tmp_path: Path) -> None:
    (two / "marche").rename(tmp_path / "elsewhere")
    (two / "marche").symlink_to(tmp_path / "elsewhere")
    loaded = load_articles(two)
    assert slugs(loaded) == ["passerelle"]
    assert "leads out" in loaded.refused_articles["marche"].findings[0].problem
    assert again(loaded, two) == loaded


def test_articles_whose_files_are_unchanged_stay_the_same_objects(two: Path) -> None:
    loaded = load_articles(two)
    path = two / "marche" / "fr.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("en juin.", "en juillet."), encoding="utf-8")
    changed = again(loaded, two)
    assert changed.by_slug["passerelle"] is loaded.by_slug["passerelle"]
    assert changed.articles[0].entries[0].answers["fr"] == "Selon la maire, elle ferme en juillet."
    assert again(changed, two).articles == changed.articles


def test_an_article_that_holds_no_longer_stays_as_it_last_did_until_it_holds_again(two: Path) -> None:
    loaded = load_articles(two)
    content = damage(two / "marche" / "fr.yaml")
    broken = again(loaded, two)
    assert broken.articles[0] is loaded.articles[0]
    assert list(broken.refused_articles) == ["marche"]
    assert folder_changes(two, broken.digests).changed == {}
    (two / "marche" / "fr.yaml").write_bytes(content)
    mended = again(broken, two)
    assert mended.refused_articles == {}
    assert mended == loaded


def test_an_article_that_was_removed_or_renamed_is_forgotten(two: Path) -> None:
    loaded = load_articles(two)
    rmtree(two / "marche")
    (two / "passerelle").rename(two / "pont")
    assert slugs(again(loaded, two)) == ["pont"]
    rmtree(two / "pont")
    with pytest.raises(KnowledgeNotFound):
        folder_changes(two, loaded.digests)


def test_a_changed_answer_keeps_what_was_learnt_and_a_changed_question_does_not(two: Path) -> None:
    loaded = load_articles(two)
    library = Library(loaded.articles)
    matchers = {slug: model.matcher for slug, model in library.models.items()}
    path = two / "marche" / "fr.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("en juin.", "en juillet."), encoding="utf-8")
    reworded = again(loaded, two)
    after = library.with_articles(reworded.articles, (), {})
    assert after.models["passerelle"].matcher is matchers["passerelle"]
    assert after.models["marche"].matcher.scorer("fr") is matchers["marche"].scorer("fr")
    assert after.by_slug["marche"].entries[0].answers["fr"].endswith("juillet.")
    path.write_text(path.read_text(encoding="utf-8").replace("ferme-t-elle", "fermera-t-elle"), encoding="utf-8")
    after = after.with_articles(again(reworded, two).articles, (), {})
    assert after.models["passerelle"].matcher is matchers["passerelle"]
    assert after.models["marche"].matcher.scorer("fr") is not matchers["marche"].scorer("fr")


def in_a_process(*requests: LoadingRequest) -> list[FolderChanges | KnowledgeNotFound]:
    """Return what one process that loads answers to some requests."""
    command = [sys.executable, "-P", "-m", "knowledge.loading_process"]
    given = b"".join(map(pickle.dumps, requests))
    ran = subprocess.run(command, input=given, capture_output=True, timeout=60, check=True)
    assert ran.stderr == b""
    answers: list[FolderChanges | KnowledgeNotFound] = []
    rest = ran.stdout
    while rest:
        [size] = SIZE.unpack_from(rest)
        rest = rest[SIZE.size :]
        answers.append(pickle.loads(rest[:size]))
        rest = rest[size:]
    return answers


@pytest.mark.slow
def test_a_process_loads_what_has_changed_and_leaves_what_was_learnt_in_the_cache(two: Path, tmp_path: Path) -> None:
    loaded, cache = load_articles(two), tmp_path / "cache"
    known = {slug: digest for slug, digest in loaded.digests.items() if slug != "marche"}
    taught = (ArticleVariant("marche", "closing", "fr", "c'est quand la fermeture du marché"),)
    [changes] = in_a_process(LoadingRequest(two, cache, known, taught))
    assert changes == folder_changes(two, known)
    written = {path: path.stat().st_size for path in (cache / "selon-trained").iterdir()}
    library = loaded.library(cache).with_taught(taught)
    library.models["marche"].matcher.warm_up()
    assert {path: path.stat().st_size for path in (cache / "selon-trained").iterdir()} == written


def test_one_process_loads_one_change_after_another(two: Path, tmp_path: Path) -> None:
    digests = load_articles(two).digests
    requests = [LoadingRequest(two, tmp_path / "cache", {slug: digests[slug]}, ()) for slug in digests]
    changes = [each.changed.keys() for each in in_a_process(*requests) if isinstance(each, FolderChanges)]
    assert changes == [digests.keys() - {slug} for slug in digests]


@pytest.mark.slow
def test_a_process_says_that_there_is_no_folder(tmp_path: Path) -> None:
    [answer] = in_a_process(LoadingRequest(tmp_path / "nowhere", tmp_path, {}, ()))
    assert isinstance(answer, KnowledgeNotFound)
    assert "set KNOWLEDGE_DIR" in str(answer)


@pytest.fixture
def readable(two: Path) -> Iterator[Path]:
    """The two articles where an account without rights of its own can read them, which the test runs under."""
    with TemporaryDirectory() as name:
        root = Path(copytree(two, Path(name) / "articles"))
        root.parent.chmod(0o755)
        if os.geteuid() == 0:
            os.seteuid(65_534)
        try:
            yield root
        finally:
            if os.getuid() == 0:
                os.seteuid(0)
            for folder in (root, *(each for each in root.iterdir() if each.is_dir())):
                folder.chmod(0o755)


def set_rights(folder: Path, rights: int) -> None:
    """Set the rights of a folder as its owner."""
    account = os.geteuid()
    os.seteuid(os.getuid())
    folder.chmod(rights)
    os.seteuid(account)


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
@pytest.mark.parametrize("rights", [0o000, 0o444])
def test_an_article_whose_folder_may_not_be_read_stays_as_it_was_with_a_finding(readable: Path, rights: int) -> None:
    loaded = load_articles(readable)
    set_rights(readable / "marche", rights)
    closed = again(loaded, readable)
    assert closed.articles[0] is loaded.articles[0]
    assert all("cannot be read" in finding.problem for finding in closed.refused_articles["marche"].findings)
    assert folder_changes(readable, closed.digests).changed == {}
    set_rights(readable / "marche", 0o755)
    assert again(closed, readable) == loaded


@pytest.mark.skipif(os.name != "posix", reason="rights of POSIX")
@pytest.mark.parametrize("rights", [0o000, 0o444])
def test_a_folder_of_articles_that_may_not_be_read_is_told_in_a_sentence(readable: Path, rights: int) -> None:
    set_rights(readable, rights)
    with pytest.raises(KnowledgeNotFound, match="ermission denied"):
        file_digests(readable)


@pytest.mark.parametrize("name", ["article.yaml", "faq.yaml"])
def test_an_article_that_has_lost_a_file_stays_as_it_was_with_a_finding(two: Path, name: str) -> None:
    loaded = load_articles(two)
    (two / "marche" / name).rename(two.parent / name)
    without = again(loaded, two)
    assert without.articles[0] is loaded.articles[0]
    assert [finding.path.name for finding in without.refused_articles["marche"].findings] == [name]
    (two.parent / name).rename(two / "marche" / name)
    assert again(without, two) == loaded


def test_a_sole_article_that_has_lost_its_article_yaml_stays_as_it_was(folder: Path) -> None:
    loaded = load_articles(folder)
    (folder / "article.yaml").rename(folder.parent / "away")
    without = again(loaded, folder)
    assert without.articles == loaded.articles
    assert list(without.refused_articles) == list(loaded.by_slug)


def test_a_second_folder_of_one_name_is_a_finding_of_its_own(two: Path) -> None:
    copytree(two / "marche", two / "sub" / "marche")
    (two / "alias").symlink_to("passerelle")
    (two / "a-link").symlink_to("sub/marche")
    loaded = load_articles(two)
    assert slugs(loaded) == ["marche", "passerelle"]
    assert list(loaded.refused_articles) == ["a-link", "alias"]
    assert str(two / "marche") in loaded.refused_articles["a-link"].findings[0].problem
    assert again(loaded, two) == loaded
    with pytest.raises(InvalidKnowledge, match="another name"):
        load_library(two)


def test_an_article_is_kept_under_the_digest_of_the_bytes_that_it_was_made_of(two: Path) -> None:
    contents = FolderContents.of(two / "marche")
    path = two / "marche" / "fr.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("en juin.", "en juillet."), encoding="utf-8")
    article = construct(read_files(two / "marche", contents=contents))
    assert article.entries[0].answers["fr"].endswith("juin.")
    assert FolderContents.of(two / "marche").digest != contents.digest
