"""Fixtures and rules that all tests share."""

from __future__ import annotations

import contextlib
import os

if "PYTEST_XDIST_WORKER" in os.environ:
    # Each process of a run has a core; threads of several would wait for each other. NumPy looks when it is imported.
    os.environ.update(OPENBLAS_NUM_THREADS="1", OMP_NUM_THREADS="1")

import gc
import shutil
import socket
import sys
from collections.abc import Iterable, Sequence
from importlib import import_module
from itertools import chain, islice, repeat
from pathlib import Path
from typing import Any

import pytest
from articles import sole
from filelock import FileLock, Timeout
from hypothesis import settings

from knowledge.files import load_library
from knowledge.library import Library

_MEMORY = Path("/dev/shm")
_ROOM = 4 * 2**30
_LOOPBACK = ("127.0.0.1", "::1", "localhost")
# Texts that a property is tried on in the quick run; the whole run tries as many as Hypothesis does by itself. Neither
# has a deadline: machines are busy.
_QUICK_EXAMPLES = 10
_QUICK_CASES = 2
_MOST_UNCOLLECTED = 50_000
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
    """Two processes more than there are cores for the quick run: half of the time of its tests is waiting.

    Slow tests measure times, and have a core each.
    """
    return (os.cpu_count() or 1) + 2 * int(config.option.markexpr == "not slow")


def pytest_collection(session: pytest.Session) -> None:
    """Import the test modules beginning at another one in each process, so that each is compiled by one of them.

    Compiling them, with what shows the values of a failed assertion, takes longer than all else before the first test.
    Where this fails, pytest's own import comes later and tells why.
    """
    if "PYTEST_XDIST_WORKER" not in os.environ or len(session.config.args) != 1:
        return
    sys.dont_write_bytecode = False
    root = session.config.rootpath
    modules = sorted(path.relative_to(root) for path in Path(session.config.args[0]).resolve().rglob("test_*.py"))
    number, count = int(os.environ["PYTEST_XDIST_WORKER"][2:]), int(os.environ["PYTEST_XDIST_WORKER_COUNT"])
    first = len(modules) * number // count
    for path in modules[first:] + modules[:first]:
        with contextlib.suppress(Exception):
            import_module(".".join(path.with_suffix("").parts))


def pytest_collection_finish() -> None:
    """Look for garbage seldom, and not among what was imported: it took a fifteenth of the time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(_MOST_UNCOLLECTED)


def pytest_generate_tests(metafunc: pytest.Metafunc) -> None:
    """Collect few cases of each test for the quick run, so that it grows with the tests and not with their parameters.

    The first parameter has two cases, each further one has one; so has the first where a fixture is made for each case,
    or where all cases are slow anyway.
    """
    if metafunc.config.option.markexpr != "not slow":
        return
    parametrize = metafunc.parametrize
    counts = chain([1 if _has_dear_cases(metafunc) else _QUICK_CASES], repeat(1))

    def of_the_first(argnames: str | Sequence[str], argvalues: Iterable[object], *args: Any, **kwargs: Any) -> None:
        names = kwargs.get("ids")
        quick = ((value, name) for value, name in zip(argvalues, _each(names), strict=False) if not _is_slow(value))
        first = list(islice(quick, next(counts)))
        if names is not None and not callable(names):
            kwargs["ids"] = [name for _, name in first]
        parametrize(argnames, [value for value, _ in first], *args, **kwargs)

    metafunc.parametrize = of_the_first  # type: ignore[method-assign]


def _has_dear_cases(metafunc: pytest.Metafunc) -> bool:
    """Tell whether a case of a test is slow or needs a fixture, such as a file, a database, or a bot that runs."""
    parameters: set[str] = set()
    for mark in metafunc.definition.iter_markers("parametrize"):
        names = mark.args[0]
        parameters.update(map(str.strip, names.split(",")) if isinstance(names, str) else names)
    fixtures = set(metafunc.fixturenames) - parameters - {_only_loopback.__name__}
    return bool(fixtures) or metafunc.definition.get_closest_marker("slow") is not None


def _each(names: Any) -> Iterable[Any]:
    """The names of cases one by one, or nothing without end where they have none of their own."""
    return repeat(None) if names is None or callable(names) else names


def _is_slow(value: object) -> bool:
    """Tell whether a case is marked by itself."""
    return any(mark.name == "slow" for mark in getattr(value, "marks", ()))


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
