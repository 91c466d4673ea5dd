"""A flood of log lines becomes a few, and its size; nothing that is rare is lost."""

from __future__ import annotations

import io
import json
import logging
import os
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.logs import JsonFormatter, Redaction
from bot.repetition import SAME_LINE, SAME_TEMPLATE, RepetitionHandler

SECRET = "123456:not-a-token-of-anybody"


class Log:
    """A logger of its own, what it wrote, and the time."""

    def __init__(self, formatter: logging.Formatter | None = None) -> None:
        self.now = 0.0
        self.stream = io.StringIO()
        self.handler = RepetitionHandler(self.stream, lambda: self.now)
        self.handler.addFilter(Redaction([SECRET]))
        self.handler.setFormatter(formatter)
        self.logger = logging.Logger("flooded")
        self.logger.addHandler(self.handler)

    @property
    def lines(self) -> list[str]:
        """The lines that were written."""
        return self.stream.getvalue().splitlines()


@pytest.fixture
def log() -> Iterator[Log]:
    log = Log()
    yield log
    log.handler.close()


def test_the_same_line_is_written_a_few_times_and_then_counted(log: Log) -> None:
    for _ in range(1234 + SAME_LINE):
        log.logger.warning("accept() failed: %s", "too many open files")
    assert log.lines == ["accept() failed: too many open files"] * SAME_LINE
    log.now = 61
    log.logger.info("Something else.")
    assert log.lines[SAME_LINE:] == [
        "… repeated 1,234 times: accept() failed: too many open files",
        "Something else.",
    ]


def test_lines_of_one_template_are_counted_whatever_is_put_into_them(log: Log) -> None:
    for number in range(1000):
        log.logger.error("Update %d cannot be parsed (%s).", number, hex(number))
    for number in range(1000):
        log.logger.error(f"Task 0x{number:x} of fd={number} was destroyed.")
    assert len(log.lines) == 2 * SAME_TEMPLATE
    log.handler.close()
    assert log.lines[2 * SAME_TEMPLATE :] == [
        "… repeated 940 times: Update # cannot be parsed (#).",
        "… repeated 940 times: Task # of fd=# was destroyed.",
    ]


def test_a_rare_line_is_written_amid_a_flood_of_its_template(log: Log) -> None:
    for number in range(1000):
        log.logger.warning("Telegram did not answer a poll (%s).", "TimeoutError")
        if number == 700:
            log.logger.warning("Telegram did not answer a poll (%s).", "SSLError")
    assert "Telegram did not answer a poll (SSLError)." in log.lines


def test_templates_that_say_nothing_by_themselves_are_told_apart_by_their_lines(log: Log) -> None:
    for number in range(500):
        log.logger.warning("%s: %s", "line", number)
    assert len(log.lines) == 500


def test_what_happens_to_each_update_is_written(log: Log) -> None:
    for number in range(500):
        log.logger.info("Update %s: private, fr.", number, extra={"fields": {"update_id": number}})
    assert len(log.lines) == 500


def test_every_minute_begins_anew(log: Log) -> None:
    for _ in range(3):
        for _ in range(100):
            log.logger.info("the same again")
        log.now += 60
    log.handler.close()
    assert log.lines == (["the same again"] * SAME_LINE + ["… repeated 90 times: the same again"]) * 3


def test_levels_and_loggers_are_counted_apart(log: Log) -> None:
    other = logging.Logger("other")
    other.addHandler(log.handler)
    for _ in range(SAME_LINE):
        log.logger.info("the same again")
    log.logger.error("the same again")
    other.info("the same again")
    assert len(log.lines) == SAME_LINE + 2


def test_many_different_lines_take_little_memory() -> None:
    logger = logging.Logger("flooded")
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        logger.addHandler(RepetitionHandler(nowhere))
        tracemalloc.start()
        try:
            for number in range(1200):
                logger.warning("".join(chr(ord("a") + int(digit)) for digit in f"{number:04}") * 500)
            held, _ = tracemalloc.get_traced_memory()
        finally:
            tracemalloc.stop()
    assert held < 1_000_000, "500 beginnings of 300 characters, not 1,200 lines of 2,000"


def test_no_sum_holds_a_secret_even_where_it_is_cut(log: Log) -> None:
    for _ in range(100):
        log.logger.warning(f"{'x' * 290}{SECRET}")
        log.logger.warning("a path of the server: %s", SECRET)
    log.handler.close()
    assert "123456" not in log.stream.getvalue()
    assert sum(line.startswith("… repeated") for line in log.lines) == 2


def test_a_sum_is_an_object_in_json_too() -> None:
    log = Log(JsonFormatter())
    for _ in range(1234 + SAME_LINE):
        log.logger.warning("the same again")
    log.handler.close()
    last = json.loads(log.lines[-1])
    assert (last["level"], last["logger"], last["repeated"]) == ("WARNING", "flooded", 1234)
    assert last["message"] == "… repeated 1,234 times: the same again"


@pytest.mark.parametrize("style", ["console", "json"])
def test_the_sum_is_written_when_the_process_ends(style: str) -> None:
    program = (
        "import logging; from bot.logs import set_up_logs\n"
        f"set_up_logs('INFO', [], style='{style}')\n"
        "for _ in range(1000): logging.getLogger('x').warning('the same again')\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True, timeout=20)
    lines = ended.stderr.splitlines()
    assert len(lines) == SAME_LINE + 1
    assert "… repeated 990 times: the same again" in lines[-1]
