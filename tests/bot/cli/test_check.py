"""`selon check`: everything wrong with the knowledge, by file and line, and the lock that ties it to the article."""

from __future__ import annotations

import json
from pathlib import Path
from shutil import copytree

import pytest
from commandline import Selon
from invented import ARTICLE, REOPENING_QUESTIONS, write_article

LOCK = "evidence.lock"


def change(path: Path, old: str, new: str) -> int:
    """Replace a text in a file; returns the line, from 1, where it stood."""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    return text[: text.index(old)].count("\n") + 1


def test_knowledge_without_faults_passes_with_a_count_for_each_language(selon: Selon, knowledge: Path) -> None:
    ran = selon("check")
    assert (ran.status, ran.err) == (0, "")
    rows = {line.split("│")[1].strip(): line for line in ran.out.splitlines() if line.count("│") > 2}
    assert {"fr", "en"} <= rows.keys()
    assert " 16 " in rows["fr"].replace("│", " "), "two entries with eight variants each"
    assert "2 entries" in ran.out
    assert "sentence 1" in ran.out, "no entry rests on the heading"


def test_keys_under_their_former_names_pass_with_a_warning_that_names_the_present_ones(
    selon: Selon, knowledge: Path
) -> None:
    faq, french = (knowledge / "pont" / name for name in ("faq.yaml", "fr.yaml"))
    faq.write_text(faq.read_text(encoding="utf-8").replace('"statements"', '"said"'), encoding="utf-8")
    line = change(french, ' "venues"', ' "silences": ["Et le tram ?"],\n "venues"')
    ran = selon("check")
    assert ran.status == 0
    warnings = [each for each in ran.out.splitlines() if "former-key" in each]
    assert [each.partition(": ")[0] for each in warnings] == [f"{faq}:9", f"{french}:{line}"]
    assert ["statements" in warnings[0], "out_of_scope" in warnings[1]] == [True, True]
    assert not any("silence" in each for each in ran.out.splitlines() if each not in warnings)


def test_the_folder_may_be_named_of_all_articles_or_of_one(selon: Selon, knowledge: Path) -> None:
    expected = selon("check").out
    assert selon("check", "--folder", str(knowledge)).out == expected
    assert selon("check", "--folder", str(knowledge / "pont")).out == expected


def test_knowledge_without_a_lock_fails_and_says_how_to_write_it(selon: Selon, article: Path) -> None:
    folder = article.parent / "pont"
    ran = selon("check", "--folder", str(folder))
    assert ran.status == 1
    assert "evidence.lock" in ran.out
    assert "--write-lock" in ran.out
    command = ("check", "--folder", str(folder), "--article", str(article))
    assert f"It is not written yet: run `selon {' '.join(command)} --write-lock`." in selon(*command).out


def test_an_article_in_the_folder_of_another_is_said_not_to_be_read(selon: Selon, knowledge: Path) -> None:
    copytree(knowledge / "pont", knowledge / "pont" / "quai")
    for folder in (knowledge, knowledge / "pont"):
        ran = selon("check", "--folder", str(folder))
        assert ran.status == 0
        assert f"{knowledge / 'pont' / 'quai' / 'article.yaml'}: It is not read: move its folder out" in ran.out


def test_a_lock_that_was_written_holds_every_sentence_and_quote(selon: Selon, article: Path) -> None:
    folder = article.parent / "pont"
    assert selon("check", "--folder", str(folder), "--article", str(article), "--write-lock").status == 0
    lock = json.loads((folder / LOCK).read_text(encoding="utf-8"))
    assert [sentence["paragraph"] for sentence in lock["sentences"]] == [1, 2, 2]
    assert [quote["sentence"] for quote in lock["quotes"]] == [3]
    assert ARTICLE.split()[5] not in (folder / LOCK).read_text(encoding="utf-8"), "digests, and no words"
    assert selon("check", "--folder", str(folder)).status == 0
    assert selon("check", "--folder", str(folder), "--article", str(article)).status == 0


def test_nothing_is_written_without_being_asked(selon: Selon, article: Path) -> None:
    folder = article.parent / "pont"
    selon("check", "--folder", str(folder), "--article", str(article))
    assert not (folder / LOCK).exists()


def test_a_letter_changed_in_a_quote_fails_without_the_article(selon: Selon, knowledge: Path) -> None:
    faq = knowledge / "pont" / "faq.yaml"
    change(faq, "Nous rouvrirons le pont avant", "Nous rouvririons le pont avant")
    change(knowledge / "pont" / "en.yaml", "Nous rouvrirons le pont avant", "Nous rouvririons le pont avant")
    ran = selon("check")
    assert ran.status == 1
    (line,) = [line for line in ran.out.splitlines() if "reopening" in line]
    assert line.startswith(f"{faq}:")
    assert line.removeprefix(f"{faq}:").split(":")[0].isdigit()
    assert "Nous rouvririons le pont" in line
    assert "sentence 3" in line


def test_a_letter_changed_in_the_article_fails(selon: Selon, knowledge: Path, article: Path) -> None:
    article.write_text(ARTICLE.replace("rouvrirons", "rouvririons"), encoding="utf-8")
    (knowledge / "pont" / LOCK).unlink()
    ran = selon("check", "--article", str(article), "--write-lock")
    assert ran.status == 1
    assert "Sentence 3 does not quote" in ran.out
    assert "sha256" in ran.out
    assert not (knowledge / "pont" / LOCK).exists(), "a lock is written only if nothing is wrong"


@pytest.mark.parametrize(
    ("file", "old", "new", "named"),
    [
        (
            "faq.yaml",
            '"topic": "bridge",\n   "evidence": [\n    2',
            '"topick": "bridge",\n   "evidence": [\n    2',
            "topick",
        ),
        ("faq.yaml", '"sentence": 3', '"sentence": 2', "sentence 2"),
        ("faq.yaml", '"speaker": "mayor"', '"speaker": "nobody"', "nobody"),
        ("en.yaml", '"hall": "at the town hall"', '"stall": "at the town hall"', "hall"),
        ("en.yaml", "bridge closed since", "BRIDGE closure, date!", "line"),
        ("fr.yaml", '"fermeture pont date"', '"fermeture pont date"]', "YAML"),
    ],
)
def test_a_fault_is_named_by_file_and_line(
    selon: Selon, knowledge: Path, file: str, old: str, new: str, named: str
) -> None:
    path = knowledge / "pont" / file
    change(path, old, new)
    ran = selon("check")
    assert ran.status == 1
    assert ran.err == ""
    findings = [line for line in ran.out.splitlines() if line.startswith(f"{path}:")]
    assert any(named in finding for finding in findings), ran.out
    assert all(finding.removeprefix(f"{path}:").split(":")[0].isdigit() for finding in findings)


def test_every_fault_is_found_at_once(selon: Selon, knowledge: Path) -> None:
    change(knowledge / "pont" / "faq.yaml", '"speaker": "mayor"', '"speaker": "nobody"')
    change(knowledge / "pont" / "en.yaml", "bridge closed since", "BRIDGE closure, date!")
    ran = selon("check")
    assert "nobody" in ran.out
    assert "BRIDGE closure" in ran.out
    assert "2 to put right" in ran.out.splitlines()[-1]


def test_a_curators_debt_is_found_though_it_can_be_served(selon: Selon, knowledge: Path) -> None:
    change(knowledge / "pont" / "fr.yaml", '"c fermé depuis qd le pont"', "")
    ran = selon("check")
    assert ran.status == 1
    assert "colloquial" in ran.out
    assert selon("ask", "--json", "Depuis quand le pont est-il fermé ?").status == 0


def test_two_articles_may_have_the_same_ids(selon: Selon, knowledge: Path, article: Path) -> None:
    other = write_article(knowledge / "autre")
    assert selon("check", "--folder", str(knowledge / "autre"), "--article", str(other), "--write-lock").status == 0
    assert selon("check").status == 0
    answered = json.loads(selon("ask", "--json", REOPENING_QUESTIONS["fr"]).out)
    assert answered["outcome"] == "choose"
    found = {(entry["article"], entry["id"]) for entry in answered["entries"]}
    assert found == {("autre", "reopening"), ("pont", "reopening")}


def test_one_text_is_not_held_against_two_articles(selon: Selon, knowledge: Path, article: Path) -> None:
    write_article(knowledge / "autre")
    ran = selon("check", "--article", str(article))
    assert (ran.status, ran.out) == (2, "")
    assert "--folder" in ran.err


def test_a_lock_is_not_written_from_nothing(selon: Selon, knowledge: Path) -> None:
    ran = selon("check", "--write-lock")
    assert (ran.status, ran.out) == (2, "")
    assert "--article" in ran.err


def test_an_article_that_is_not_there_is_a_sentence(selon: Selon, knowledge: Path) -> None:
    for path, status in ((knowledge / "gone.txt", 2), (knowledge, 1)):
        ran = selon("check", "--article", str(path))
        assert ran.status == status
        assert str(path) in (ran.out + ran.err).splitlines()[0]


@pytest.mark.parametrize("encoding", ["latin-1", "utf-16"])
def test_an_article_that_is_not_utf_8_is_a_sentence(
    selon: Selon, knowledge: Path, article: Path, encoding: str
) -> None:
    article.write_bytes(ARTICLE.encode(encoding))
    ran = selon("check", "--article", str(article))
    assert ran.status == 1
    assert "UTF-8" in ran.out + ran.err


def test_a_lock_that_cannot_be_written_is_a_sentence(selon: Selon, article: Path) -> None:
    folder = article.parent / "pont"
    (folder / LOCK).mkdir()
    ran = selon("check", "--folder", str(folder), "--article", str(article), "--write-lock")
    assert ran.status == 1
    assert LOCK in ran.out + ran.err


@pytest.mark.parametrize(
    ("slug", "topic", "person"),
    [
        ("a" * 60, "bridge", "mayor"),
        ("стаття-про-старий-міст-у-селі", "bridge", "mayor"),
        ("pont", "b" * 60, "mayor"),
        ("pont", "bridge", "m" * 60),
    ],
)
def test_an_id_that_is_too_long_for_a_button_is_found(
    selon: Selon, tmp_path: Path, slug: str, topic: str, person: str
) -> None:
    folder = tmp_path / "knowledge" / slug
    article = write_article(folder)
    for path in folder.glob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(
            text.replace('"bridge"', f'"{topic}"')
            .replace('"mayor":', f'"{person}":')
            .replace('"speaker": "mayor"', f'"speaker": "{person}"'),
            encoding="utf-8",
        )
    ran = selon("check", "--folder", str(folder), "--article", str(article), "--write-lock")
    assert ran.status == 1
    assert next(name for name in (slug, topic, person) if len(name) > 20)[:16] in ran.out


def test_warnings_are_printed_and_fail_nothing(selon: Selon, knowledge: Path, article: Path) -> None:
    line = change(knowledge / "pont" / "en.yaml", "It has been since 3 May, the press says.", "Since 4 May, they say.")
    ran = selon("check", "--article", str(article))
    assert (ran.status, ran.err) == (0, "")
    warnings = [each for each in ran.out.splitlines() if ": warning (" in each]
    assert any(each.startswith(f"{knowledge / 'pont' / 'en.yaml'}:{line}: entry closed: ") for each in warnings)
    assert f"{len(warnings)} warnings: where one is meant, list its kind as `allow` of the entry, or of" in ran.out
    assert "2 entries" in ran.out


def test_a_link_to_a_secret_shows_nothing_of_it(selon: Selon, knowledge: Path, tmp_path: Path) -> None:
    (tmp_path / "secret.env").write_text("TELEGRAM_BOT_TOKEN=12345:s3cret", encoding="utf-8")
    (knowledge / "pont" / "faq.yaml").unlink()
    (knowledge / "pont" / "faq.yaml").symlink_to(tmp_path / "secret.env")
    ran = selon("check")
    assert ran.status == 1
    assert "leads out of its folder" in ran.out
    assert "s3cret" not in ran.out + ran.err


def corrected(article: Path, old: str, new: str) -> Path:
    """Correct an article's text; returns the path of the text as it was."""
    was = article.with_name("was.txt")
    was.write_text(article.read_text(encoding="utf-8"), encoding="utf-8")
    change(article, old, new)
    return was


def test_a_sentence_at_the_top_of_the_article_moves_all_numbers_and_one_line_says_so(
    selon: Selon, knowledge: Path, article: Path
) -> None:
    corrected(article, "Le pont de Valmorel reste", "Mis à jour mardi.\nLe pont de Valmorel reste")
    arguments = ("check", "--folder", str(knowledge / "pont"), "--article", str(article))
    faq = knowledge / "pont" / "faq.yaml"
    before = faq.read_bytes()
    plan = selon(*arguments)
    assert (plan.status, plan.err) == (1, "")
    assert plan.out.splitlines()[-1] == "Nothing was written: this is what --write-lock does."
    assert faq.read_bytes() == before
    ran = selon(*arguments, "--write-lock")
    assert (ran.status, ran.err) == (0, "")
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in ran.out.splitlines() if line.count("│") == 5]
    assert rows == [["1–3", "2–4", "moved", "2 entries"], ["", "1", "new", ""]]
    said = "Entries that rest on the same sentences as before: 2 of 2, 2 of them under new numbers."
    assert said in ran.out.splitlines()
    assert [entry["evidence"] for entry in json.loads(faq.read_text(encoding="utf-8"))["entries"]] == [[3], [4]]
    assert selon(*arguments).status == 0
    assert "same sentences as before" not in selon(*arguments, "--write-lock").out


def test_a_reworded_sentence_is_shown_with_its_entry_and_without_what_commands_a_terminal(
    selon: Selon, knowledge: Path, article: Path
) -> None:
    was = corrected(article, "avancent bien", "avancent \x1b[31mbien mieux")
    arguments = ("check", "--article", str(article), "--was", str(was), "--write-lock")
    ran = selon(*arguments)
    assert (ran.status, ran.err) == (1, "")
    assert "same sentences as before: 1 of 2.\nEntries to look at: 1.\n" in ran.out
    (line,) = [line for line in ran.out.splitlines() if "worded otherwise" in line]
    assert line.startswith(f"{knowledge / 'pont' / 'faq.yaml'}:")
    assert "entry reopening: Sentence 3 is worded otherwise now, as sentence 3" in line
    assert "\x1b" not in ran.out
    assert "2 entries" in ran.out, "it loads"
    assert selon(*arguments).status == 0


def test_an_entry_whose_sentence_is_gone_is_found_at_every_check(selon: Selon, knowledge: Path, article: Path) -> None:
    corrected(article, "Le pont de Valmorel est fermé depuis le 3 mai, selon La Gazette. ", "")
    ran = selon("check", "--article", str(article), "--write-lock")
    assert (ran.status, ran.err) == (1, "")
    for arguments in (("check",), ("check", "--article", str(article), "--write-lock")):
        again = selon(*arguments)
        assert again.status == 1
        (line,) = [line for line in again.out.splitlines() if "entry closed" in line]
        assert "-2 stands for sentence 2 of the article before it was corrected" in line
    asked = selon("ask", "Depuis quand le pont est-il fermé ?")
    assert (asked.status, asked.out) == (2, "")
    assert "entry closed" in asked.err


def test_the_text_as_it_was_is_of_no_use_without_the_one_as_it_is(selon: Selon, knowledge: Path, article: Path) -> None:
    ran = selon("check", "--was", str(article))
    assert (ran.status, ran.out) == (2, "")
    assert "--article" in ran.err


def test_whoever_owns_an_article_sets_terms_that_the_summary_tells(selon: Selon, knowledge: Path) -> None:
    assert "Its text is not public; a fragment of a quote has at most 9 words." in selon("check").out
    change(
        knowledge / "pont" / "article.yaml",
        ' "url": null,',
        ' "url": null, "longest_quote": 40, "text_is_public": true,',
    )
    assert "Its text may be shown to everybody; a fragment of a quote has at most 40 words." in selon("check").out
