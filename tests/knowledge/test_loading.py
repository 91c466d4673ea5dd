"""A folder of articles is loaded article by article: one that does not hold takes none of the others down."""

from __future__ import annotations

import pickle
import subprocess
import sys
from pathlib import Path
from shutil import copytree, rmtree

import pytest

from knowledge.article_variant import ArticleVariant
from knowledge.errors import KnowledgeNotFound
from knowledge.library import Library
from knowledge.loading import FolderChanges, LoadedArticles, file_digests, folder_changes, load_articles
from knowledge.loading_process import LoadingRequest


@pytest.fixture
def two(folder: Path) -> Path:
    """A folder of two articles, `marche` and `passerelle`."""
    copytree(folder, folder.parent / "marche")
    return folder.parent


def again(loaded: LoadedArticles, folder: Path) -> LoadedArticles:
    """The articles after what has changed."""
    return loaded.after(folder_changes(folder, loaded.digests))


def slugs(loaded: LoadedArticles) -> list[str]:
    return [article.slug for article in loaded.articles]


def damage(path: Path) -> bytes:
    """Writes half a file; returns what it held."""
    content = path.read_bytes()
    path.write_bytes(content[: len(content) // 2] + b'\n"')
    return content


def test_all_articles_that_hold_are_loaded_in_the_order_of_their_folders(two: Path) -> None:
    loaded = load_articles(two)
    assert slugs(loaded) == ["marche", "passerelle"]
    assert loaded.refused == {}
    assert loaded.digests == file_digests(two)


@pytest.mark.parametrize("name", ["article.yaml", "faq.yaml", "fr.yaml", "evidence.lock"])
def test_an_article_that_is_damaged_is_left_out(two: Path, name: str) -> None:
    damage(two / "marche" / name)
    loaded = load_articles(two)
    assert slugs(loaded) == ["passerelle"]
    assert {finding.path for finding in loaded.refused["marche"].findings} == {two / "marche" / name}


def test_a_missing_file_is_a_finding_of_its_article(two: Path) -> None:
    (two / "marche" / "faq.yaml").unlink()
    loaded = load_articles(two)
    assert slugs(loaded) == ["passerelle"]
    [finding] = loaded.refused["marche"].findings
    assert str(finding).startswith(f"{two / 'marche' / 'faq.yaml'}: It cannot be read: ")


def test_a_link_that_leads_out_is_a_finding_of_its_own(two: Path, tmp_path: Path) -> None:
    (two / "marche").rename(tmp_path / "elsewhere")
    (two / "marche").symlink_to(tmp_path / "elsewhere")
    loaded = load_articles(two)
    assert slugs(loaded) == ["passerelle"]
    assert "leads out" in loaded.refused["marche"].findings[0].problem
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
    assert list(broken.refused) == ["marche"]
    assert folder_changes(two, broken.digests).changed == {}
    (two / "marche" / "fr.yaml").write_bytes(content)
    mended = again(broken, two)
    assert mended.refused == {}
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
    assert {slug: model.matcher for slug, model in after.models.items()} == matchers
    assert after.by_slug["marche"].entries[0].answers["fr"].endswith("juillet.")
    path.write_text(path.read_text(encoding="utf-8").replace("ferme-t-elle", "fermera-t-elle"), encoding="utf-8")
    after = after.with_articles(again(reworded, two).articles, (), {})
    assert after.models["passerelle"].matcher is matchers["passerelle"]
    assert after.models["marche"].matcher is not matchers["marche"]


def in_a_process(request: LoadingRequest) -> FolderChanges | KnowledgeNotFound:
    """What the process that loads answers."""
    command = [sys.executable, "-P", "-m", "knowledge.loading_process"]
    ran = subprocess.run(command, input=pickle.dumps(request), capture_output=True, timeout=60, check=True)
    assert ran.stderr == b""
    answer: FolderChanges | KnowledgeNotFound = pickle.loads(ran.stdout)
    return answer


def test_a_process_loads_what_has_changed_and_leaves_what_was_learnt_in_the_cache(two: Path, tmp_path: Path) -> None:
    loaded, cache = load_articles(two), tmp_path / "cache"
    known = {slug: digest for slug, digest in loaded.digests.items() if slug != "marche"}
    taught = (ArticleVariant("marche", "closing", "fr", "c'est quand la fermeture du marché"),)
    changes = in_a_process(LoadingRequest(two, cache, known, taught))
    assert changes == folder_changes(two, known)
    written = {path: path.stat().st_size for path in (cache / "selon-trained").iterdir()}
    library = loaded.library(cache).with_taught(taught)
    library.models["marche"].matcher.warm_up()
    assert {path: path.stat().st_size for path in (cache / "selon-trained").iterdir()} == written


def test_a_process_says_that_there_is_no_folder(tmp_path: Path) -> None:
    answer = in_a_process(LoadingRequest(tmp_path / "nowhere", tmp_path, {}, ()))
    assert isinstance(answer, KnowledgeNotFound)
    assert "set KNOWLEDGE_DIR" in str(answer)
