"""`selon sentences`: a text's sentences by the numbers that evidence names."""

from __future__ import annotations

from pathlib import Path

import pytest
from commandline import Selon
from invented import ARTICLE

from knowledge.regular_files import MOST_BYTES
from knowledge.text.sentences import number_sentences


def test_every_sentence_is_a_line_of_three_columns_for_programs(selon: Selon, article: Path) -> None:
    ran = selon("sentences", str(article), "--tsv")
    assert (ran.status, ran.err) == (0, "")
    heading, *lines = [line.split("\t") for line in ran.out.splitlines()]
    assert heading == ["n", "paragraph", "sentence"]
    assert lines == [[str(each.number), str(each.paragraph), each.text] for each in number_sentences(ARTICLE)]


def test_people_get_a_table(selon: Selon, article: Path) -> None:
    ran = selon("sentences", str(article))
    assert (ran.status, ran.err) == (0, "")
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in ran.out.splitlines() if "│" in line]
    assert rows == [[str(each.number), str(each.paragraph), each.text] for each in number_sentences(ARTICLE)]


@pytest.mark.parametrize("options", [(), ("--tsv",)])
def test_standard_input_is_read_as_a_file_is(selon: Selon, article: Path, options: tuple[str, ...]) -> None:
    expected = selon("sentences", str(article), *options)
    assert selon("sentences", "-", *options, typed=ARTICLE) == expected
    assert selon("sentences", "-", *options, typed="\ufeff" + ARTICLE.replace("\n", "\r\n")) == expected


def test_tabs_quotation_marks_and_markup_part_no_column(selon: Selon) -> None:
    ran = selon("sentences", "-", "--tsv", typed='Un\t"pont" [red]fermé[/red].\n')
    assert ran.out.splitlines()[1:] == ['1\t1\tUn "pont" [red]fermé[/red].']
    assert "[red]fermé[/red]" in selon("sentences", "-", typed="Un [red]fermé[/red].").out


@pytest.mark.parametrize("options", [(), ("--tsv",)])
def test_nothing_of_a_text_commands_the_terminal(selon: Selon, options: tuple[str, ...]) -> None:
    ran = selon("sentences", "-", *options, typed="Un \x1b[31mpont\x07 \u202efermé.\n")
    assert ran.status == 0
    assert not any(sign in ran.out for sign in "\x1b\x07\u202e")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"\x89PNG\r\n\x1a\n\x00\xff", "not UTF-8"),
        ("Un pont.".encode("utf-16"), "not UTF-8"),
        ("Un pont.".encode("utf-16-le"), "not UTF-8"),
        (b"a" * (MOST_BYTES + 1), "8 MB"),
        (b"", "holds no sentence"),
        (b" \n--\n", "holds no sentence"),
    ],
    ids=["picture", "utf-16", "utf-16 without its mark", "too long", "empty", "no words"],
)
def test_what_holds_no_sentences_is_said_in_one(selon: Selon, tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "text"
    path.write_bytes(content)
    for ran in (selon("sentences", str(path)), selon("sentences", "-", typed=content)):
        assert (ran.status, ran.out) == (1, "")
        assert len(ran.err.splitlines()) == 1
        assert said in ran.err


@pytest.mark.parametrize(("name", "status"), [("gone.txt", 2), (".", 1)])
def test_a_file_that_cannot_be_read_is_a_sentence(selon: Selon, tmp_path: Path, name: str, status: int) -> None:
    ran = selon("sentences", str(tmp_path / name))
    assert (ran.status, ran.out) == (status, "")
    assert len(ran.err.splitlines()) == 1
    assert str(tmp_path / name) in ran.err
