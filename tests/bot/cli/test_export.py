"""`selon export`: what was taught stands in the files, everything else in them as it was."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Callable
from difflib import unified_diff
from pathlib import Path
from shutil import copytree

import pytest
from articles import sole
from commandline import Selon

from bot.store.database import open_read_only
from bot.store.store import open_store
from bot.store.taught_variants import put_taught, taught_variants
from knowledge.article_folders import BUNDLED
from knowledge.article_variant import ArticleVariant
from knowledge.files import check_article, load_library
from knowledge.library import Library
from knowledge.matcher import Outcome
from knowledge.teaching import usable_variants, with_taught

# Copies and validates all the knowledge again and again.
pytestmark = pytest.mark.slow

ARTICLE = "appel-trump-poutine"
TAUGHT = [
    ArticleVariant(ARTICLE, "call-duration", "fr", 'le bigo : il a duré "longtemps" ou 2 min # sérieux'),
    ArticleVariant(ARTICLE, "call-duration", "fr", "- ça a pris cb de tps leur bla-bla ?"),
    ArticleVariant(ARTICLE, "call-who", "uk", "та хто там кому набрав узагалі"),
    ArticleVariant(ARTICLE, None, "en", "what's Trump's \\ favourite burger: cheese?"),
]
Teach = Callable[..., None]


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the knowledge that comes with Selon, set as KNOWLEDGE_DIR."""
    copy = tmp_path / "articles"
    copytree(BUNDLED, copy)
    monkeypatch.setenv("KNOWLEDGE_DIR", str(copy))
    return copy


@pytest.fixture
def teach(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Teach:
    """Put taught variants into the database, as a curator in the chat does."""
    url = f"sqlite:///{tmp_path / 'selon.db'}"
    monkeypatch.setenv("DATABASE_URL", url)

    def put(*some: ArticleVariant) -> None:
        with open_store(url) as store:
            asyncio.run(store.writer.run(lambda c: put_taught(c, 1, some)))

    put()
    return put


def contents(folder: Path) -> dict[str, bytes]:
    """All files of a folder by their paths in it."""
    return {str(path.relative_to(folder)): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def changes(before: bytes, after: bytes) -> list[str]:
    """The lines that were added and removed."""
    old, new = (text.decode().splitlines(keepends=True) for text in (before, after))
    return [line.rstrip("\n") for line in unified_diff(old, new, n=0) if re.match("[+-] ", line)]


def test_what_was_taught_is_written_below_the_others(selon: Selon, folder: Path, teach: Teach) -> None:
    teach(*TAUGHT)
    before = contents(folder)
    ran = selon("export")
    assert (ran.status, ran.err) == (0, "")
    after = contents(folder)
    changed = {name: changes(before[name], after[name]) for name in after if after[name] != before.get(name)}
    assert changed == {
        f"{ARTICLE}/fr.yaml": [
            '+        - "le bigo : il a duré \\"longtemps\\" ou 2 min # sérieux"',
            '+        - "- ça a pris cb de tps leur bla-bla ?"',
        ],
        f"{ARTICLE}/uk.yaml": ['+        - "та хто там кому набрав узагалі"'],
        f"{ARTICLE}/en.yaml": ["+  - \"what's Trump's \\\\ favourite burger: cheese?\""],
    }
    assert before.keys() == after.keys()
    assert f"{ARTICLE}/fr.yaml: 2 variants" in ran.out
    assert f"{ARTICLE}/en.yaml: 1 out-of-scope example" in ran.out
    assert all(variant.text in ran.out for variant in TAUGHT)
    assert "commit" in ran.out


def test_the_files_hold_what_was_taught_for_a_bot_that_knows_no_database(
    selon: Selon, folder: Path, teach: Teach
) -> None:
    teach(*TAUGHT)
    variants = list(TAUGHT)
    assert usable_variants(load_library(folder), variants) == tuple(variants)
    assert selon("export").status == 0
    library = load_library(folder)
    assert set(variants) <= set(library.variants)
    assert with_taught(library, variants) is library, "nothing counts twice"
    for variant in TAUGHT[:3]:
        assert variant.text in library.entries[str(variant.key)].questions(variant.language)
        assert library.entries[str(variant.key)].title(variant.language) != variant.text
    assert check_article(folder / ARTICLE) == []


NEAR = ("on repasse dessus kan alors", "on repasse dessus quand", "kan on repasse dessus ptdr")


def answers(library: Library) -> list[str | None]:
    """Return the entries that answer a wording that was taught, and two near it."""
    matches = [sole(library).matcher.decide(text) for text in NEAR]
    return [match.candidates[0].entry_id if match.outcome is Outcome.ANSWER else None for match in matches]


def test_a_taught_variant_outlives_a_restart_and_after_an_export_the_database(
    selon: Selon, knowledge: Path, teach: Teach, tmp_path: Path
) -> None:
    teach(ArticleVariant("pont", "reopening", "fr", NEAR[0]))
    assert answers(load_library(knowledge)) != ["reopening"] * 3
    with open_read_only(tmp_path / "selon.db") as connection:
        kept = taught_variants(connection)
    assert answers(with_taught(load_library(knowledge), kept)) == ["reopening"] * 3
    assert selon("export").status == 0
    assert answers(load_library(knowledge)) == ["reopening"] * 3


def test_run_twice_it_changes_nothing(selon: Selon, folder: Path, teach: Teach) -> None:
    teach(*TAUGHT)
    selon("export")
    before = contents(folder)
    ran = selon("export")
    assert (ran.status, ran.err) == (0, "")
    assert "nothing to export" in ran.out
    assert contents(folder) == before


@pytest.mark.usefixtures("folder")
def test_where_nothing_was_taught_there_is_nothing_to_export(selon: Selon, teach: Teach) -> None:
    ran = selon("export")
    assert (ran.status, ran.out) == (0, "There is nothing to export: the files have all that was taught.\n")


def test_a_dry_run_writes_nothing(selon: Selon, folder: Path, teach: Teach) -> None:
    teach(*TAUGHT)
    before = contents(folder)
    ran = selon("export", "--dry-run")
    assert ran.status == 0
    assert contents(folder) == before
    assert all(variant.text in ran.out for variant in TAUGHT)
    assert "Nothing was written" in ran.out


def test_it_works_while_a_bot_has_the_database(selon: Selon, knowledge: Path, teach: Teach, tmp_path: Path) -> None:
    with open_store(f"sqlite:///{tmp_path / 'selon.db'}") as store:
        variant = ArticleVariant("pont", None, "fr", "et le tram ?")
        asyncio.run(store.writer.run(lambda c: put_taught(c, 1, [variant])))
        assert selon("export").status == 0
    assert load_library(knowledge).articles[0].out_of_scope["fr"][-1] == "et le tram ?"


def test_the_folder_may_be_named(selon: Selon, knowledge: Path, teach: Teach, tmp_path: Path) -> None:
    teach(ArticleVariant("pont", None, "fr", "et le tram ?"))
    other = tmp_path / "other"
    copytree(knowledge, other)
    before = contents(knowledge)
    assert selon("export", "--folder", str(other / "pont")).status == 0
    assert contents(knowledge) == before
    assert "et le tram ?" in load_library(other).articles[0].out_of_scope["fr"]


def test_what_has_no_place_is_left_out_with_the_reason(selon: Selon, knowledge: Path, teach: Teach) -> None:
    before = contents(knowledge)
    title = load_library(knowledge).entries["pont/reopening"].title("fr")
    other = next(entry.id for entry in load_library(knowledge).entries.values() if entry.id != "reopening")
    teach(
        ArticleVariant("pont", "gone", "fr", "quoi d'autre"),
        ArticleVariant("pont", "reopening", "uk", "коли відкриють"),
        ArticleVariant("gone", None, "fr", "et le tram ?"),
        ArticleVariant("pont", None, "uk", "а трамвай?"),
        ArticleVariant("pont", other, "fr", title.upper()),
    )
    ran = selon("export")
    assert (ran.status, ran.err) == (0, "")
    left_out = [line for line in ran.out.splitlines() if line.startswith("Left out: ")]
    assert len(left_out) == 5
    assert any("reopening" in line and title.upper() in line for line in left_out)
    assert contents(knowledge) == before


def test_a_list_that_cannot_be_extended_leaves_every_file_alone(selon: Selon, knowledge: Path, teach: Teach) -> None:
    path = knowledge / "pont" / "fr.yaml"
    text = path.read_text(encoding="utf-8").rstrip().removesuffix("}")
    text, keywords = re.subn(r'"keywords": \[[^]]*\]', '"keywords": &none []', text, count=1)
    assert keywords == 1
    path.write_text(f'{text}, "out_of_scope": *none}}', encoding="utf-8")
    teach(ArticleVariant("pont", None, "en", "and the tram?"), ArticleVariant("pont", None, "fr", "et le tram ?"))
    before = contents(knowledge)
    ran = selon("export")
    assert (ran.status, ran.out) == (1, "")
    assert re.match(rf"{re.escape(str(path))}:\d+: .*out_of_scope", ran.err)
    assert contents(knowledge) == before


def test_knowledge_that_does_not_load_is_not_written(selon: Selon, knowledge: Path, teach: Teach) -> None:
    teach(ArticleVariant("pont", None, "fr", "et le tram ?"))
    path = knowledge / "pont" / "fr.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("reopening", "closing"), encoding="utf-8")
    before = contents(knowledge)
    ran = selon("export")
    assert (ran.status, ran.out) == (2, "")
    assert str(path) in ran.err
    assert contents(knowledge) == before


def test_an_article_that_does_not_hold_holds_up_no_other(selon: Selon, knowledge: Path, teach: Teach) -> None:
    copytree(knowledge / "pont", knowledge / "quai")
    broken = knowledge / "quai" / "fr.yaml"
    broken.write_text(broken.read_text(encoding="utf-8").replace("reopening", "closing"), encoding="utf-8")
    teach(ArticleVariant("pont", None, "fr", "et le tram ?"), ArticleVariant("quai", None, "fr", "et le train ?"))
    before = contents(knowledge)
    ran = selon("export")
    assert ran.status == 0
    assert "quai" in ran.err
    assert "et le train ?" in ran.out
    after = contents(knowledge)
    assert [name for name in after if after[name] != before[name]] == ["pont/fr.yaml"]


@pytest.mark.usefixtures("knowledge")
def test_a_database_that_is_not_there_is_a_sentence(
    selon: Selon, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DATABASE_URL", f"sqlite:///{tmp_path / 'nowhere.db'}")
    ran = selon("export")
    assert (ran.status, ran.out) == (2, "")
    assert len(ran.err.splitlines()) == 1
    assert not (tmp_path / "nowhere.db").exists()


def test_links_and_rights_stay(selon: Selon, knowledge: Path, teach: Teach, tmp_path: Path) -> None:
    teach(ArticleVariant("pont", None, "fr", "et le tram ?"))
    path, target = knowledge / "pont" / "fr.yaml", knowledge / "pont" / "texts-in-french.yaml"
    path.rename(target)
    path.symlink_to(target)
    target.chmod(0o640)
    assert selon("export").status == 0
    assert path.is_symlink()
    assert target.stat().st_mode & 0o777 == 0o640
    assert "et le tram ?" in target.read_text(encoding="utf-8")
    assert sorted(each.name for each in tmp_path.glob(".*")) == []


def test_what_was_taught_commands_no_terminal_and_leaves_no_controls_in_the_files(
    selon: Selon, knowledge: Path, teach: Teach
) -> None:
    commands = "\x1b]52;c;eA==\x07 \x9b2J \u202e\u2066 \x00"
    teach(
        ArticleVariant("pont", None, "fr", f"et le tram {commands}?"),
        ArticleVariant("gone", None, "fr", f"et le bus {commands}?"),
    )
    ran = selon("export")
    assert (ran.status, ran.err) == (0, "")
    assert ran.out.count("]52;c;eA== 2J") == 2
    assert not set("\x1b\x07\x9b\u202e\u2066\x00") & set(ran.out)
    assert load_library(knowledge).articles[0].out_of_scope["fr"][-1] == "et le tram ]52;c;eA== 2J ?"
    assert "\\u001b" not in (knowledge / "pont" / "fr.yaml").read_text(encoding="utf-8")
    assert "nothing to export" in selon("export").out
