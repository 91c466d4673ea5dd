"""Fixtures and rules that all tests share."""

from __future__ import annotations

import contextlib
import os

if "PYTEST_XDIST_WORKER" in os.environ:
    # Each process of a run has a core; threads of several would wait for each other. NumPy looks when it is imported.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")

import shutil
import socket
from collections import Counter
from pathlib import Path

import pytest
from articles import sole
from filelock import FileLock, Timeout
from hypothesis import settings

from knowledge.files import load_library
from knowledge.library import Library

_MEMORY = Path("/dev/shm")
_ROOM = 4 * 2**30
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
# A fixture that runs a bot or a process, which takes a hundred times as long as a function.
_RUNNING = ("server", "shell")
# Texts that a property is tried on in the quick run; the whole run tries as many as Hypothesis does by itself. Neither
# has a deadline: machines are busy.
_QUICK_EXAMPLES = 20
_QUICK_CASES = 2
settings.register_profile("quick", max_examples=_QUICK_EXAMPLES, deadline=None)
settings.register_profile("whole", deadline=None)


def pytest_configure(config: pytest.Config) -> None:
    """Keep the tests' files in memory where there is room: each commit of a database would wait for the disk.

    Processes begin at different files and take tests from each other at the end, so that what a file's tests share is
    made once.
    """
    if config.getoption("dist", "no") == "load":
        config.option.dist = "worksteal"
    if _is_roomy(_MEMORY):
        os.environ.setdefault("PYTEST_DEBUG_TEMPROOT", str(_MEMORY))
    settings.load_profile("quick" if config.option.markexpr == "not slow" else "whole")


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """One process more than there are cores for the quick run: a third of the time of its tests is waiting.

    Slow tests measure times, and have a core each.
    """
    return (os.cpu_count() or 1) + int(config.option.markexpr == "not slow")


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow all cases of a test but the first few, or but the first if it runs a bot or is `one_case`.

    So the quick run grows with the number of tests and not with their parameters, languages most of all.
    """
    seen: Counter[tuple[Path, str]] = Counter()
    for item in items:
        if isinstance(item, pytest.Function) and item.get_closest_marker("slow") is None:
            test = item.path, item.originalname
            takes_long = item.get_closest_marker("one_case") or not set(_RUNNING).isdisjoint(item.fixturenames)
            if seen[test] >= (1 if takes_long else _QUICK_CASES):
                item.add_marker(pytest.mark.slow)
            seen[test] += 1


def _is_roomy(folder: Path) -> bool:
    """Tell whether a folder has room for all files of a run, and lets programs in it be run."""
    if not folder.is_dir() or not os.access(folder, os.W_OK) or shutil.disk_usage(folder).free < _ROOM:
        return False
    return not os.statvfs(folder).f_flag & os.ST_NOEXEC


@pytest.fixture(scope="session")
def shared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder that all processes of a run share."""
    base = tmp_path_factory.getbasetemp()
    folder = (base.parent if os.environ.get("PYTEST_XDIST_WORKER") else base) / "shared"
    folder.mkdir(exist_ok=True)
    return folder


@pytest.fixture(scope="session")
def trained(shared: Path) -> tuple[Path, Library]:
    """A folder with everything learnt from the articles that come with Selon, and the library that has learnt it."""
    folder = shared / "learnt"
    library = load_library(cache=folder)
    # First each process trains the languages that no other is at, then it reads the others from the folder.
    for timeout in (0, -1):
        for language in library.languages:
            with contextlib.suppress(Timeout), FileLock(shared / f"{language}.lock", timeout=timeout):
                sole(library).matcher.scorer(language)
    return folder, library


@pytest.fixture(scope="session")
def learnt(trained: tuple[Path, Library]) -> Path:
    """A CACHE_DIR for all processes of a run, with everything learnt from the articles that come with Selon."""
    return trained[0]


@pytest.fixture(scope="session")
def library(trained: tuple[Path, Library]) -> Library:
    """The articles that come with Selon."""
    return trained[1]


@pytest.fixture(autouse=True)
def _only_loopback(monkeypatch: pytest.MonkeyPatch) -> None:
    """A connection to anything but this machine fails the test."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: object) -> None:
        if self.family in (socket.AF_INET, socket.AF_INET6) and isinstance(address, tuple):
            assert address[0] in _LOOPBACK, f"A test tried to reach {address[0]}."
        connect(self, address)  # type: ignore[arg-type]

    monkeypatch.setattr(socket.socket, "connect", guarded)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the figures that tests have measured, from whatever process of the run."""
    for reports in list(terminalreporter.stats.values()):
        for report in reports:
            for name, value in getattr(report, "user_properties", ()):
                if name == "figures" and report.when == "call":
                    terminalreporter.write_line(str(value))
