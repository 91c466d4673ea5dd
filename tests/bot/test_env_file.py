"""The file .env is read as docker and systemd read it, and a line that they do not agree on is named."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.env_file import MalformedLine, read_env_file, strip_quotation_marks
from bot.errors import SettingsError
from bot.settings import read_settings


def read(tmp_path: Path, content: str | bytes) -> dict[str, str]:
    """Read a file with some content."""
    path = tmp_path / ".env"
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return read_env_file(path)


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("abc", "abc"),
        ('"abc"', "abc"),
        ("'abc'", "abc"),
        ("  abc \t", "abc"),
        ('" abc "', "abc"),
        ("abc${NOPE}def", "abc${NOPE}def"),
        ('"abc${NOPE}def"', "abc${NOPE}def"),
        ("$HOME", "$HOME"),
        ("abc # no comment", "abc # no comment"),
        ("#abc", "#abc"),
        ("a=b", "a=b"),
        ("it's", "it's"),
        (r"a\nb", r"a\nb"),
        ("", ""),
        ('""', ""),
        ("été", "été"),
    ],
)
@pytest.mark.parametrize("end", ["", "\n", "\r\n"])
def test_a_value_is_what_stands_there_without_the_marks_around_it(
    tmp_path: Path, written: str, value: str, end: str
) -> None:
    assert read(tmp_path, f"VOTE_KEY={written}{end}") == {"VOTE_KEY": value}
    assert strip_quotation_marks(written) == value, "docker hands on the marks"


def test_comments_blank_lines_and_a_byte_order_mark_are_passed_over(tmp_path: Path) -> None:
    content = "\ufeffA=1\r\n\r\n  # B=2\r\n#C=3\r\n  D=4\r\nA=5\r\n"
    assert read(tmp_path, content) == {"A": "5", "D": "4"}


def test_a_file_that_is_not_there_sets_nothing(tmp_path: Path) -> None:
    assert read_env_file(tmp_path / ".env") == {}


@pytest.mark.parametrize(
    "line", ["export A=1", "A", "A =1", "=1", "; a comment", "A B=1", "1A=1", 'A="b', "A='", 'A="b"c', "Ä=1", "A: 1"]
)
def test_a_malformed_line_is_named_by_its_number_in_a_sentence_without_its_words(
    tmp_path: Path, line: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    with pytest.raises(MalformedLine):
        read(tmp_path, f"# comment\n\n{line}\nB=2\n")
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match=r"^\.env has a line 3 that cannot be read: .*\.$") as caught:
        read_settings()
    assert caught.value.exit_status == 2


@pytest.mark.parametrize("written", ["abc", '"abc"', "'abc'", ' "abc" '])
def test_the_key_of_votes_is_the_same_from_the_file_and_from_the_environment(
    tmp_path: Path, written: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("VOTE_KEY", "abc")
    expected = read_settings().votes()
    monkeypatch.setenv("VOTE_KEY", written)
    assert read_settings().votes() == expected
    monkeypatch.delenv("VOTE_KEY")
    (tmp_path / ".env").write_text(f"VOTE_KEY={written}\n")
    assert read_settings().votes() == expected


@given(st.text(st.characters(exclude_characters="\n\r\0", exclude_categories=["Cs"])))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_whatever_a_value_is_the_file_and_the_environment_agree_on_it(tmp_path: Path, value: str) -> None:
    try:
        from_file = read(tmp_path, f"A={value}")["A"]
    except MalformedLine:
        return
    assert from_file == strip_quotation_marks(value) == strip_quotation_marks(from_file)
