"""The file `.env`, read as `docker run --env-file` and systemd's EnvironmentFile both read it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

_NAME = re.compile(r"[A-Za-z_][A-Za-z0-9_]*")
_QUOTES = ("'", '"')


class MalformedLine(Exception):
    """A line that the readers of such files do not agree on, as the end of a sentence that begins with the file."""

    def __init__(self, number: int, advice: str) -> None:
        super().__init__(f"has a line {number} that cannot be read: {advice}")


def read_env_file(path: Path) -> dict[str, str]:
    """Read a file of `NAME=value` lines; of a name that stands twice, the last one counts.

    Blank lines and those that begin with # are passed over. Nothing in a value means anything but quotation marks
    around all of it: no #, no backslash, no ${…}.

    Args:
        path: Of the file.

    Returns:
        What it sets; nothing if there is no such file.

    Raises:
        OSError: It cannot be read.
        UnicodeDecodeError: It is not UTF-8.
        MalformedLine: A line is something else.
    """
    if not path.is_file():
        return {}
    # Not `splitlines`: to the others, only line feeds end lines.
    lines = path.read_bytes().decode("utf-8-sig").split("\n")
    return dict(_settings(lines))


def strip_quotation_marks(value: str) -> str:
    """Return a value without the white space and the quotation marks around all of it.

    However often they were put there: whoever handed it on may have taken some off already.
    """
    bare = value.strip()
    while len(bare) > 1 and bare[0] == bare[-1] and bare[0] in _QUOTES:
        bare = bare[1:-1].strip()
    return bare


def _settings(lines: list[str]) -> Iterator[tuple[str, str]]:
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if not text or text.startswith("#"):
            continue
        name, equals, value = text.partition("=")
        if name.split()[:1] == ["export"] and equals:
            raise MalformedLine(number, "leave out export.")
        if not equals or not _NAME.fullmatch(name):
            raise MalformedLine(number, "write NAME=value, with no space before the sign.")
        value = value.strip()
        if value.startswith(_QUOTES) and not (len(value) > 1 and value[0] == value[-1]):
            raise MalformedLine(number, "a quotation mark at the beginning of a value needs another at its end.")
        yield name, strip_quotation_marks(value)
