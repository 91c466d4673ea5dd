"""`selon init`: an empty article whose files say what belongs into them."""

from __future__ import annotations

from pathlib import Path

from commandline import Selon

from knowledge.shape import ArticleShape, EntryShape, FaqShape, LanguageShape, StatementShape, WordsShape

TEXT = "Larkmead footbridge shut until summer\nThe footbridge at Larkmead has been shut since 3 May.\n"


def test_the_files_hold_and_name_every_key(selon: Selon, tmp_path: Path) -> None:
    article = tmp_path / "bridge.txt"
    article.write_text(TEXT, encoding="utf-8")
    folder = tmp_path / "articles" / "bridge"
    ran = selon("init", str(folder), "--article", str(article))
    assert (ran.status, ran.err) == (0, "")
    checked = selon("check", "--folder", str(folder), "--article", str(article))
    assert (checked.status, checked.err) == (0, "")
    assert "1 entries (1 of them drafts)" in checked.out or "of them drafts" in checked.out
    written = "".join(path.read_text("utf-8") for path in folder.iterdir())
    for shape in (ArticleShape, FaqShape, EntryShape, StatementShape, LanguageShape, WordsShape):
        for key, field in shape.model_fields.items():
            assert f"{key}:" in written
            assert str(field.description).split("`")[0][:40] in written


def test_without_a_text_the_digest_is_still_to_be_given(selon: Selon, tmp_path: Path) -> None:
    ran = selon("init", str(tmp_path / "bridge"), "--language", "fr")
    assert (ran.status, ran.err) == (0, "")
    assert "digest" in ran.out
    assert 'language: "fr"' in (tmp_path / "bridge" / "article.yaml").read_text("utf-8")


def test_a_folder_with_files_is_left_as_it_is(selon: Selon, tmp_path: Path) -> None:
    (tmp_path / "bridge").mkdir()
    (tmp_path / "bridge" / "faq.yaml").write_text("mine")
    ran = selon("init", str(tmp_path / "bridge"))
    assert (ran.status, ran.out) == (2, "")
    assert "nothing is overwritten" in ran.err
    assert (tmp_path / "bridge" / "faq.yaml").read_text() == "mine"
    assert selon("init", str(tmp_path / "Bridge!")).status == 2
    assert "--language" in selon("init", str(tmp_path / "new"), "--language", "de").err
