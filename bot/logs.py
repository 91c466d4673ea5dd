"""Logs that hold neither the token nor anybody's words."""

from __future__ import annotations

import json
import logging
import sys
import traceback
from collections.abc import Iterable
from datetime import UTC, datetime
from pathlib import Path

from bot.printable import printable
from bot.repetition import RepetitionHandler

_CONSOLE = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_REDACTED = "[redacted]"
_FRAMES = 4


class Redaction(logging.Filter):
    """A filter that takes secrets out of every record, wherever in it they stand."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record: no secret, nothing that commands a terminal; note its template. It is always kept."""
        vars(record)["template"] = self._redacted(str(record.msg))
        try:
            message = record.getMessage()
        except Exception:  # noqa: BLE001 - a library's wrong log call must not raise into the library
            message = str(record.msg)
        if record.exc_info:
            message = f"{message}\n{logging.Formatter().formatException(record.exc_info)}"
            record.exc_info = None
            record.exc_text = None
        record.msg, record.args = printable(self._redacted(message)), None
        return True

    def _redacted(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, _REDACTED)
        return text


class JsonFormatter(logging.Formatter):
    """A formatter of one JSON object a line: time (UTC), level, logger, message, and the fields of a record."""

    def format(self, record: logging.LogRecord) -> str:
        """Return the line of a record."""
        moment = datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds")
        line = {"time": moment, "level": record.levelname, "logger": record.name, "message": record.getMessage()}
        return json.dumps(line | getattr(record, "fields", {}), ensure_ascii=False, default=str)


def error_location(error: BaseException) -> str:
    """Return an error's type and the lines that raised it, not its message: that may be somebody's words."""
    frames = [f"{Path(frame.filename).name}:{frame.lineno}" for frame in traceback.extract_tb(error.__traceback__)]
    return f"{type(error).__name__} at {' < '.join(reversed(frames[-_FRAMES:])) or 'an unknown place'}"


def set_up_logs(level: str, secrets: Iterable[str], *, style: str = "console") -> None:
    """Log to standard error; httpx, whose lines hold the token in the URL, only warns.

    Args:
        level: The least to log.
        secrets: Taken out of every record.
        style: "console" for people, "json" for machines.
    """
    handler = RepetitionHandler(sys.stderr)
    handler.setFormatter(JsonFormatter() if style == "json" else logging.Formatter(_CONSOLE))
    handler.addFilter(Redaction(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "telegram", "uvicorn", "alembic", "sqlalchemy", "filelock", "watchfiles"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))
