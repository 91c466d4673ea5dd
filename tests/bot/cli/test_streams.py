"""Every command with streams that are closed, full, left by their reader, or of few characters: no traceback."""

from __future__ import annotations

import asyncio
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from invented import REOPENING_QUESTIONS, write_article

from bot.dialogue.miss_reason import MissReason
from bot.dialogue.surface import Surface
from bot.store.misses import Miss
from bot.store.store import open_store
from knowledge.files import check_article, load_library

QUESTION = REOPENING_QUESTIONS["fr"]
PRINTING = [["ask", QUESTION], ["ask", "--json", QUESTION], ["check"], ["--help"], ["ask", "--help"], ["--version"]]
ENCODINGS = ["ascii", "latin-1", "cp1252", "cp866"]


class Shell:
    """A runner of lines of a shell in which `selon` is the command, as a process of its own."""

    def __init__(self, environment: dict[str, str], folder: Path) -> None:
        self.environment = environment
        self.folder = folder

    def __call__(
        self, redirection: str, *arguments: str, typed: bytes = b"", **environment: str
    ) -> subprocess.CompletedProcess[bytes]:
        """Run `selon`, with what a shell does to its streams."""
        ran = subprocess.run(
            ["sh", "-c", f'"$@" {redirection}', "sh", sys.executable, "-m", "bot", *arguments],
            input=typed,
            capture_output=True,
            env={**self.environment, **environment},
            cwd=self.folder,
            check=False,
            timeout=60,
        )
        assert b"Traceback" not in ran.stderr, ran.stderr.decode()
        assert b"Exception ignored" not in ran.stderr
        return ran


@pytest.fixture(scope="module")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the knowledge of an invented article, and what was learnt from it in `cache` beside it."""
    folder = tmp_path_factory.mktemp("bridge") / "knowledge"
    text = write_article(folder / "pont")
    assert check_article(folder / "pont", text, write_lock=True) == []
    load_library(folder, cache=folder.parent / "cache").warm_up()
    return folder


@pytest.fixture
def shell(bridge: Path, environment: dict[str, str], tmp_path: Path) -> Shell:
    """A shell that knows `selon`."""
    environment = {
        **environment,
        "KNOWLEDGE_DIR": str(bridge),
        "CACHE_DIR": str(bridge.parent / "cache"),
        "DATABASE_URL": f"sqlite:///{tmp_path / 'selon.db'}",
    }
    return Shell(environment, tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("arguments", "encoding"),
    [
        *((["ask", QUESTION], encoding) for encoding in ENCODINGS),
        (["ask", "--explain", QUESTION], "ascii"),
        (["check"], "cp1252"),
        (["ask", "--help"], "ascii"),
    ],
)
def test_what_an_encoding_lacks_is_replaced_and_the_rest_is_written(
    shell: Shell, arguments: list[str], encoding: str
) -> None:
    ran = shell("", *arguments, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert (ran.returncode, ran.stderr) == (0, b"")
    written = ran.stdout.decode(encoding)
    assert written.isascii() or encoding != "ascii"
    assert len(written) > 100


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_json_loses_nothing_in_any_encoding(shell: Shell, encoding: str) -> None:
    ran = shell("", "ask", "--json", QUESTION, PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert ran.stdout.isascii()
    assert ran.stdout.decode().count("\\u") > 3


@pytest.mark.slow
def test_json_in_utf8_is_not_escaped(shell: Shell) -> None:
    assert b"\\u201c" not in shell("", "ask", "--json", QUESTION).stdout


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["ascii", "cp866"])
def test_an_error_and_a_conversation_are_written_too(shell: Shell, encoding: str) -> None:
    ran = shell("", "check", "--folder", "nulle-part-é-Й", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert ran.returncode != 0
    assert b"nulle-part" in ran.stdout + ran.stderr
    ran = shell("", "chat", typed=b"\xff\xfe?\n/quit\n", PYTHONIOENCODING=encoding, PYTHONUTF8="0")
    assert ran.returncode == 0


@pytest.mark.parametrize(
    ("arguments", "redirection"),
    [*((arguments, ">/dev/full") for arguments in PRINTING), (PRINTING[0], ">&-"), (PRINTING[-1], ">&-")],
)
def test_output_that_cannot_be_written_is_a_sentence_and_status_1(
    shell: Shell, arguments: list[str], redirection: str
) -> None:
    ran = shell(redirection, *arguments)
    assert ran.returncode == 1
    assert ran.stderr.decode().startswith("Standard output cannot be written to: ")
    assert len(ran.stderr.splitlines()) == 1


@pytest.mark.slow
@pytest.mark.parametrize("redirection", ["2>&-", "2>/dev/full"])
@pytest.mark.parametrize(("arguments", "status"), [(["ask", QUESTION], 0), (["ask", ""], 2), (["nonsense"], 2)])
def test_errors_that_cannot_be_written_change_no_status(
    shell: Shell, arguments: list[str], status: int, redirection: str
) -> None:
    ran = shell(redirection, *arguments)
    assert ran.returncode == status
    assert bool(ran.stdout) == (status == 0)


@pytest.mark.slow
@pytest.mark.parametrize("arguments", [["chat"], ["ask", "--jsonl"]])
def test_input_that_is_closed_is_a_sentence(shell: Shell, arguments: list[str]) -> None:
    ran = shell("<&-", *arguments)
    assert ran.returncode == 1
    assert ran.stderr == b"Standard input cannot be read: it is closed.\n"


@pytest.mark.slow
def test_a_question_needs_no_input_and_no_stream_at_all_is_no_traceback(shell: Shell) -> None:
    assert shell("<&-", "ask", QUESTION).returncode == 0
    assert shell("<&- >&- 2>&-", "ask", QUESTION).returncode == 1


@pytest.mark.parametrize("arguments", [*PRINTING, ["ask", "--jsonl"]])
def test_a_reader_that_has_gone_is_the_ordinary_end(shell: Shell, arguments: list[str]) -> None:
    lines = b'{"question": "Depuis quand ?"}\n' * 50
    reading, writing = os.pipe()
    os.close(reading)
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *arguments],
        stdin=subprocess.PIPE,
        stdout=writing,
        stderr=subprocess.PIPE,
        env=shell.environment,
        cwd=shell.folder,
    ) as process:
        os.close(writing)
        _, complaint = process.communicate(lines)
    assert (process.returncode, complaint) == (0, b"")


def asked_in_vain(database: str) -> None:
    """Keep a question as if it had been asked and not answered."""

    async def keep() -> None:
        with open_store(database) as store:
            await store.misses.add(
                Miss("et le vieux pont alors ?", "fr", Surface.GROUP, MissReason.ABSTAINED, "closed", 20.0)
            )

    asyncio.run(keep())


def test_ctrl_c_while_selon_is_still_being_imported_ends_it_with_130_and_no_word(shell: Shell) -> None:
    interrupting = shell.folder / "earlier" / "typer.py"
    interrupting.parent.mkdir()
    interrupting.write_text("import signal\nsignal.raise_signal(signal.SIGINT)\n")
    path = f"{interrupting.parent}{os.pathsep}{shell.environment['PYTHONPATH']}"
    ran = subprocess.run(
        [sys.executable, "-m", "bot", "--version"],
        env={**shell.environment, "PYTHONPATH": path},
        cwd=shell.folder,
        capture_output=True,
        check=False,
    )
    assert (ran.returncode, ran.stdout, ran.stderr) == (130, b"", b"")


@pytest.mark.parametrize("command", [["chat"], ["ask", "--jsonl"], ["review"]])
def test_ctrl_c_ends_a_command_with_130_and_no_word(shell: Shell, command: list[str]) -> None:
    if command == ["review"]:
        asked_in_vain(shell.environment["DATABASE_URL"])
    with subprocess.Popen(
        [sys.executable, "-m", "bot", *command],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=shell.environment,
        cwd=shell.folder,
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        if command == ["ask", "--jsonl"]:
            process.stdin.write(b'{"question": "Depuis quand ?"}\n')
            process.stdin.flush()
        # It has begun, and waits for input.
        assert process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        process.stdout.read()
        assert process.stderr is not None
        assert process.stderr.read() == b""
    assert process.returncode == 130
