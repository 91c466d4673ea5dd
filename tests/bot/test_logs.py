"""No log line holds the token, wherever it stood."""

from __future__ import annotations

import json
import logging
import sys
from collections.abc import Iterator

import pytest

from bot.logs import Redaction, error_location, set_up_logs

TOKEN = "123456:not-a-token-of-anybody"
LIBRARIES = ("httpx", "httpcore", "telegram")


@pytest.fixture(autouse=True)
def _logging_as_it_was() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    levels = {name: logging.getLogger(name).level for name in LIBRARIES}
    yield
    root.handlers[:] = handlers
    root.setLevel(level)
    for name, kept in levels.items():
        logging.getLogger(name).setLevel(kept)


def written(capsys: pytest.CaptureFixture[str]) -> str:
    """Return what went to standard error; fails if anything went to standard output."""
    out, err = capsys.readouterr()
    assert out == ""
    return err


def test_a_token_in_a_message_is_redacted(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [TOKEN])
    logging.getLogger("anywhere").info("POST https://api.telegram.org/bot%s/getMe", TOKEN)
    assert TOKEN not in (line := written(capsys))
    assert "https://api.telegram.org/bot" in line
    assert "/getMe" in line


def test_a_token_in_an_argument_that_is_no_text_is_redacted(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [TOKEN])
    logging.getLogger("anywhere").warning("%s %r", {"url": f"/bot{TOKEN}/"}, ValueError(TOKEN))
    assert TOKEN not in written(capsys)


def test_a_token_in_a_traceback_is_redacted_and_the_traceback_kept(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [TOKEN])
    try:
        try:
            raise ConnectionError(f"https://api.telegram.org/bot{TOKEN}/getUpdates")
        except ConnectionError as error:
            raise RuntimeError("outer") from error
    except RuntimeError:
        logging.getLogger("anywhere").exception("It failed")
    text = written(capsys)
    assert TOKEN not in text
    for kept in ("It failed", "Traceback", "ConnectionError", "/getUpdates", "RuntimeError: outer"):
        assert kept in text


def test_a_traceback_that_another_handler_has_formatted_is_redacted_too() -> None:
    try:
        raise ConnectionError(f"/bot{TOKEN}/")
    except ConnectionError:
        record = logging.LogRecord("x", logging.ERROR, __file__, 1, "failed", None, sys.exc_info())
    formatter = logging.Formatter("%(message)s")
    assert TOKEN in formatter.format(record)
    assert Redaction([TOKEN]).filter(record)
    assert TOKEN not in formatter.format(record)


def test_every_one_of_several_secrets_is_redacted(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [TOKEN, "webhook-secret"])
    logging.getLogger("anywhere").info("%s and webhook-secret", TOKEN)
    text = written(capsys)
    assert TOKEN not in text
    assert "webhook-secret" not in text


def test_an_empty_secret_redacts_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [""])
    logging.getLogger("anywhere").info("as it is")
    assert "as it is" in written(capsys)


def test_a_wrong_log_call_stops_nobody(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(logging, "raiseExceptions", False)
    set_up_logs("INFO", [TOKEN])
    logging.getLogger("anywhere").info("%d apples", "some")


@pytest.mark.parametrize("name", LIBRARIES)
@pytest.mark.parametrize("level", ["DEBUG", "INFO", "WARNING"])
def test_libraries_that_log_addresses_and_updates_only_warn(
    name: str, level: str, capsys: pytest.CaptureFixture[str]
) -> None:
    set_up_logs(level, [])
    logger = logging.getLogger(f"{name}.inner")
    logger.info("somebody's words")
    logger.warning("a warning")
    text = written(capsys)
    assert "somebody's words" not in text
    assert "a warning" in text


def test_the_level_is_kept(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("ERROR", [])
    for name in ("anywhere", *LIBRARIES):
        logging.getLogger(name).warning("quiet")
        logging.getLogger(name).error("loud")
    text = written(capsys)
    assert "quiet" not in text
    assert text.count("loud") == 1 + len(LIBRARIES)


def test_setting_up_twice_writes_once(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [])
    set_up_logs("INFO", [])
    logging.getLogger("anywhere").info("once")
    assert written(capsys).count("once") == 1


def test_json_logs_are_one_object_a_line_with_fields(capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [TOKEN], style="json")
    fields = {"update_id": 5, "surface": "private"}
    logging.getLogger("anywhere").info("Two\nlines of %s", TOKEN, extra={"fields": fields})
    [line] = written(capsys).splitlines()
    entry = json.loads(line)
    assert entry["message"] == "Two\nlines of [redacted]"
    assert (entry["level"], entry["logger"], entry["update_id"]) == ("INFO", "anywhere", 5)
    assert entry["time"].endswith("+00:00")


def test_where_something_failed_is_told_without_what_it_says() -> None:
    try:
        int("somebody's words")
    except ValueError as error:
        where = error_location(error)
    assert where.startswith("ValueError at test_logs.py:")
    assert "words" not in where


@pytest.mark.parametrize("style", ["console", "json"])
def test_a_line_commands_no_terminal(style: str, capsys: pytest.CaptureFixture[str]) -> None:
    set_up_logs("INFO", [], style=style)
    logging.getLogger("bot").warning("The path %s is unknown.", "a\x1b[2J\x9b31m\u202eb")
    line = capsys.readouterr().err
    assert "[2J 31m b is unknown." in line
    assert not {"\x1b", "\x9b", "\u202e"} & set(line)
