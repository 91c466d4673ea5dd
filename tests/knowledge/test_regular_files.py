"""Only regular files of a folder are read, within a limit, and written; a hostile one gives a finding and no more."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from knowledge.errors import Finding, InvalidKnowledge, KnowledgeError, KnowledgeNotWritten
from knowledge.files import add_variants, check_article, load_library
from knowledge.folder_contents import LOCK
from knowledge.matcher import Variant
from knowledge.regular_files import MOST_BYTES, read, replace

Replace = Callable[[Path, str, str], int]

SECRET = "TELEGRAM_BOT_TOKEN=12345:s3cret\n"
NAMES = ["article.yaml", "faq.yaml", "fr.yaml", LOCK]


def refused(folder: Path) -> tuple[Finding, ...]:
    """Return the error that keeps a folder from loading."""
    with pytest.raises(InvalidKnowledge) as refusal:
        load_library(folder)
    assert "s3cret" not in str(refusal.value)
    return refusal.value.findings


@pytest.fixture
def secret(tmp_path: Path) -> Path:
    """A file beside the knowledge that nobody should see."""
    path = tmp_path / ".env"
    path.write_text(SECRET, encoding="utf-8")
    return path


def listening(path: Path) -> None:
    """Put a socket in the place of a path."""
    with socket.socket(socket.AF_UNIX) as server:
        server.bind(os.path.relpath(path))


@pytest.mark.parametrize("name", NAMES)
def test_a_link_that_leads_out_is_refused(folder: Path, secret: Path, name: str) -> None:
    (folder / name).unlink()
    (folder / name).symlink_to(Path("../../.env"))
    findings = refused(folder.parent)
    assert [finding.path for finding in findings] == [folder / name]
    assert "leads out of its folder" in findings[0].problem


def test_a_link_to_a_link_that_leads_out_is_refused(folder: Path, secret: Path) -> None:
    (folder / "inner").symlink_to(secret)
    (folder / "faq.yaml").unlink()
    (folder / "faq.yaml").symlink_to("inner")
    assert "leads out of its folder" in refused(folder)[0].problem


def test_a_link_to_itself_is_refused(folder: Path) -> None:
    (folder / "faq.yaml").unlink()
    (folder / "faq.yaml").symlink_to("faq.yaml")
    with pytest.raises(KnowledgeError, match=r"faq\.yaml"):
        load_library(folder)


def test_links_that_stay_in_the_folder_are_read(folder: Path) -> None:
    (folder / "..data").mkdir()
    for name in NAMES:
        (folder / name).rename(folder / "..data" / name)
        (folder / name).symlink_to(Path("..data") / name)
    assert len(load_library(folder).entries) == 3


def test_a_folder_of_an_article_that_leads_out_is_refused(folder: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    folder.rename(elsewhere)
    folder.symlink_to(elsewhere)
    (finding,) = refused(folder.parent)
    assert finding.path == folder


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("made", [os.mkfifo, os.mkdir, listening], ids=lambda made: made.__name__)
def test_what_is_no_regular_file_is_refused_at_once(
    folder: Path, name: str, made: Callable[[Path], None], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    (folder / name).unlink()
    made(folder / name)
    with pytest.raises(KnowledgeError, match=name) as refusal:
        load_library(folder)
    assert len(str(refusal.value).splitlines()) == 1


@pytest.mark.parametrize("device", ["/dev/zero", "/dev/tty", "/proc/self/environ"])
def test_a_link_to_a_device_is_refused_at_once(folder: Path, device: str) -> None:
    (folder / "faq.yaml").unlink()
    (folder / "faq.yaml").symlink_to(device)
    assert "leads out of its folder" in refused(folder)[0].problem


@pytest.mark.parametrize("name", NAMES)
def test_a_file_beyond_the_limit_is_refused(folder: Path, name: str) -> None:
    os.truncate(folder / name, MOST_BYTES + 1)
    assert [(each.path, each.problem) for each in refused(folder)] == [
        (folder / name, "It holds more than 8 MB, which is the most: split the article.")
    ]


def test_a_file_is_read_no_further_than_the_limit_whatever_it_says_of_its_size(tmp_path: Path) -> None:
    os.truncate(os.open(tmp_path / "most", os.O_CREAT | os.O_WRONLY), MOST_BYTES)
    assert len(read(tmp_path / "most", tmp_path)) == MOST_BYTES
    # Files of /proc say that they hold nothing.
    assert read(Path("/proc/self/status"), Path("/proc")).startswith(b"Name:")


def test_languages_are_read_from_the_folder_only(folder: Path, secret: Path, replace: Replace) -> None:
    secret.with_name("creds.yaml").write_text("s3cret: 1", encoding="utf-8")
    replace(folder / "article.yaml", "served: [fr, en]", "served: [fr, en, ../../creds]")
    (finding,) = refused(folder)
    assert "has to be the code of a language" in finding.problem


@pytest.mark.parametrize("kind", ["link", "fifo", "folder"])
def test_the_text_of_an_article_is_a_regular_file_too(folder: Path, text: Path, secret: Path, kind: str) -> None:
    text.unlink()
    if kind == "link":
        (folder.parent / "text.txt").symlink_to(secret)
        text = folder.parent / "text.txt"
    elif kind == "fifo":
        os.mkfifo(text)
    else:
        text.mkdir()
    (finding,) = check_article(folder, text)
    assert finding.path == text
    assert "s3cret" not in finding.problem


@pytest.mark.parametrize("kind", ["link", "fifo", "folder"])
def test_a_lock_is_written_to_a_regular_file_of_the_folder_only(
    unlocked: Path, text: Path, secret: Path, kind: str
) -> None:
    lock = unlocked / LOCK
    if kind == "link":
        lock.symlink_to(secret)
    elif kind == "fifo":
        os.mkfifo(lock)
    else:
        lock.mkdir()
    with pytest.raises(KnowledgeNotWritten, match=LOCK):
        check_article(unlocked, text, write_lock=True)
    assert secret.read_text(encoding="utf-8") == SECRET
    assert {path.name for path in unlocked.iterdir()} == {*NAMES, "en.yaml"}


def test_a_lock_is_written_anew_though_it_is_damaged(folder: Path, text: Path) -> None:
    before = (folder / LOCK).read_bytes()
    (folder / LOCK).write_text("<<<<<<< HEAD", encoding="utf-8")
    check_article(folder, text, write_lock=True)
    assert (folder / LOCK).read_bytes() == before


def test_variants_are_written_to_files_of_the_folder_only(folder: Path, tmp_path: Path) -> None:
    outside = tmp_path / "fr.yaml"
    (folder / "fr.yaml").rename(outside)
    (folder / "fr.yaml").symlink_to(outside)
    before = outside.read_bytes()
    with pytest.raises(InvalidKnowledge, match="leads out of its folder"):
        add_variants(folder, {"passerelle": [Variant("safety", "fr", "elle veut quoi ?")]})
    assert outside.read_bytes() == before


def test_a_link_stays_one_when_what_it_leads_to_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "real").chmod(0o640)
    (tmp_path / "link").symlink_to("real")
    replace({tmp_path / "link": "new"}, tmp_path)
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"
    assert (tmp_path / "real").stat().st_mode & 0o777 == 0o640


def test_a_path_out_of_the_folder_is_not_written(tmp_path: Path) -> None:
    (tmp_path / "in").mkdir()
    with pytest.raises(KnowledgeNotWritten):
        replace({tmp_path / "in" / "a": "x", tmp_path / "in" / ".." / "out": "x"}, tmp_path / "in")
    assert [path.name for path in tmp_path.rglob("*")] == ["in"]


HOSTILE = {
    "aliases to aliases": "a0: &a0 [x,x,x,x,x,x,x,x,x]\n"
    + "".join(f"a{n}: &a{n} [{','.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 10)),
    "brackets": "[" * 50_000,
    "brackets that close": "entries: " + "[" * 50_000 + "]" * 50_000,
    "a mapping in each mapping": "{a: " * 50_000,
    "dashes": "- " * 50_000,
    "digits": "entries: [{id: a, topic: " + "9" * 5000 + "}]",
    "anchors in a circle": "entries: &a [*a]",
    "NUL": "entries: \0",
    "a tag of Python": "entries: !!python/object/apply:os.system [true]",
    "many documents": "---\nentries: []\n" * 1000,
    "directives": "%TAG !a! tag:x,2000:\n" * 100_000 + "---\nentries: []",
    "empty": "",
}


@pytest.mark.slow
@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_file_ends_in_findings_soon_and_in_little_memory(folder: Path, content: str) -> None:
    (folder / "faq.yaml").write_text(content, encoding="utf-8")
    program = (
        "import resource, sys; resource.setrlimit(resource.RLIMIT_AS, (1_000_000_000, -1));"
        "resource.setrlimit(resource.RLIMIT_CPU, (10, 10));"
        "from pathlib import Path; from knowledge.files import check_article;"
        "print(*check_article(Path(sys.argv[1])), sep='\\n')"
    )
    command = [sys.executable, "-c", program, str(folder)]
    ran = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    assert (ran.returncode, ran.stderr) == (0, "")
    assert ran.stdout.startswith(str(folder / "faq.yaml"))


@pytest.mark.parametrize("content", [b"\xff\xfee\0n\0t\0", b"entries: \xe9", b"\xfe\xff\0e", b"\x89PNG\r\n\x1a\n\0\0"])
def test_bytes_that_are_no_utf_8_are_a_finding(folder: Path, content: bytes) -> None:
    (folder / "faq.yaml").write_bytes(content)
    assert [finding.path.name for finding in refused(folder)] == ["faq.yaml"]


def test_everything_that_cannot_be_read_is_said_at_once(folder: Path) -> None:
    (folder / "faq.yaml").write_bytes(b"\xff")
    (folder / "fr.yaml").write_text("a: ]", encoding="utf-8")
    (folder / LOCK).write_text("{", encoding="utf-8")
    assert [finding.path.name for finding in refused(folder)] == ["faq.yaml", "fr.yaml", LOCK]
