"""Standard input, output and error, made usable whatever the process was started with."""

from __future__ import annotations

import errno
import os
import sys
from codecs import lookup
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from io import BufferedReader, BufferedWriter, FileIO, TextIOWrapper
from typing import TextIO

from bot.errors import SelonError

_INPUT, _OUTPUT, _ERROR = range(3)
# What a closed one becomes: reading from the first fails, so does writing to the second; the third takes all.
_CLOSED = {_INPUT: os.O_WRONLY, _OUTPUT: os.O_RDONLY, _ERROR: os.O_WRONLY}


class UnwritableOutput(SelonError):
    """Standard output is closed, or its disk is full."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Standard output cannot be written to: {reason}.")


class UnreadableInput(SelonError):
    """Standard input is closed, or is no file to read from."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"Standard input cannot be read: {reason}.")


class BrokenOutputPipe(Exception):
    """The reader of our output has gone, as in `selon … | head`: nothing is wrong."""


class _Output(TextIOWrapper):
    """A text stream that fails with a sentence; a character that its encoding lacks becomes a question mark."""

    def write(self, text: str, /) -> int:
        with _writing():
            return super().write(text)

    def flush(self) -> None:
        with _writing():
            super().flush()


class _Errors(TextIOWrapper):
    """A text stream that drops what it cannot write: there is no other stream to report it on."""

    def write(self, text: str, /) -> int:
        with suppress(OSError):
            super().write(text)
        return len(text)

    def flush(self) -> None:
        with suppress(OSError):
            super().flush()


def open_streams() -> None:
    """Open the streams that are closed, and let none of them fail at a character."""
    for number, mode in _CLOSED.items():
        try:
            os.fstat(number)
        except OSError:
            # The lowest number that is free, which is this one: else the next file to be opened would get it.
            os.open(os.devnull, mode)
    if sys.stdin is None:
        sys.stdin = TextIOWrapper(BufferedReader(FileIO(_INPUT, closefd=False)), encoding="utf-8")
    if isinstance(sys.stdin, TextIOWrapper):
        sys.stdin.reconfigure(errors="replace")
    if sys.stdout is sys.__stdout__:
        sys.stdout = _opened(_Output, _OUTPUT, sys.stdout, "replace")
    if sys.stderr is sys.__stderr__:
        sys.stderr = _opened(_Errors, _ERROR, sys.stderr, "backslashreplace")


def discard_output() -> None:
    """Discard output that could not be written, which Python would try again at the end of the process."""
    with suppress(OSError, ValueError):
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)


def is_utf8(stream: TextIO) -> bool:
    """Tell whether a stream writes every character, and as UTF-8."""
    try:
        return lookup(stream.encoding or "").name == "utf-8"
    except LookupError:
        return False


@contextmanager
def explained_input_errors() -> Iterator[None]:
    """Raise errors of reading standard input as sentences while the block lasts.

    Raises:
        UnreadableInput: It cannot be.
    """
    try:
        yield
    except OSError as error:
        raise UnreadableInput(_reason(error)) from None


@contextmanager
def _writing() -> Iterator[None]:
    try:
        yield
    except BrokenPipeError:
        raise BrokenOutputPipe from None
    except OSError as error:
        raise UnwritableOutput(_reason(error)) from None


def _reason(error: OSError) -> str:
    return "it is closed" if error.errno == errno.EBADF else error.strerror or str(error)


def _opened(kind: type[TextIOWrapper], number: int, standard: TextIO | None, errors: str) -> TextIOWrapper:
    """A stream of a kind in the place of a standard one, which is None where it was closed."""
    if isinstance(standard, TextIOWrapper):
        standard.flush()
        encoding, by_lines, at_once = standard.encoding, standard.line_buffering, standard.write_through
    else:
        encoding, by_lines, at_once = "utf-8", False, False
    # A file of its own: that of the standard stream is closed with it.
    file = FileIO(number, "wb", closefd=False)
    return kind(BufferedWriter(file), encoding, errors, line_buffering=by_lines, write_through=at_once)
