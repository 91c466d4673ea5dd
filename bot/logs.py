"""Logs that hold neither the token nor anybody's words."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterable

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_REDACTED = "[redacted]"


class Redaction(logging.Filter):
    """Takes secrets out of every record, wherever in it they stand."""

    def __init__(self, secrets: Iterable[str]) -> None:
        super().__init__()
        self._secrets = tuple(secret for secret in secrets if secret)

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrites the record; it is always kept."""
        try:
            message = record.getMessage()
        except Exception:  # noqa: BLE001 - a library's wrong log call must not raise into the library
            message = str(record.msg)
        if record.exc_info:
            message = f"{message}\n{logging.Formatter().formatException(record.exc_info)}"
            record.exc_info = None
            record.exc_text = None
        for secret in self._secrets:
            message = message.replace(secret, _REDACTED)
        record.msg, record.args = message, None
        return True


def set_up_logs(level: str, secrets: Iterable[str]) -> None:
    """Logs to standard error; httpx, whose lines hold the token in the URL, only warns."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(logging.Formatter(_FORMAT))
    handler.addFilter(Redaction(secrets))
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in ("httpx", "httpcore", "telegram"):
        logging.getLogger(name).setLevel(max(logging.WARNING, logging.getLogger().level))
