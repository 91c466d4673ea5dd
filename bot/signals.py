"""Signals that ask the process to stop, or to read its articles anew."""

from __future__ import annotations

import asyncio
import contextlib
import signal
from collections.abc import Callable, Coroutine, Iterator, Sequence
from typing import Any

from bot.store.writer import Writer

_STOPPING = ("SIGINT", "SIGTERM", "SIGBREAK")


async def run_until_stopped(work: Coroutine[None, None, None], writer: Writer) -> None:
    """Run until the work ends by itself, or a signal asks to stop; a second signal ends the process at once.

    The signals are SIGINT and SIGTERM. Windows knows Ctrl+C (SIGINT) and Ctrl+Break (SIGBREAK) only; whatever else ends
    a process there, as `taskkill /F` does, ends this one as `kill -9` would.

    Raises:
        StoreLost: The database can no longer be used.
    """
    task, loss = asyncio.ensure_future(work), asyncio.ensure_future(writer.wait_until_lost())
    numbers = [getattr(signal, name) for name in _STOPPING if hasattr(signal, name)]
    with _stopping(numbers, task.cancel), contextlib.suppress(asyncio.CancelledError):
        await asyncio.wait((task, loss), return_when=asyncio.FIRST_COMPLETED)
    for each in (task, loss):
        each.cancel()
    await asyncio.wait((task, loss))
    if writer.loss is not None:
        raise writer.loss
    if not task.cancelled():
        task.result()


def ignore_hangups() -> None:
    """Let no SIGHUP end the process; Windows has none."""
    if hasattr(signal, "SIGHUP"):
        signal.signal(signal.SIGHUP, signal.SIG_IGN)


@contextlib.contextmanager
def on_hangups(asked: Callable[[], object]) -> Iterator[None]:
    """Call something at each SIGHUP while the block lasts."""
    number = getattr(signal, "SIGHUP", None)
    if number is None:
        yield
        return
    loop, before = asyncio.get_running_loop(), signal.getsignal(number)
    try:
        loop.add_signal_handler(number, asked)
    except NotImplementedError:
        signal.signal(number, lambda *_: loop.call_soon_threadsafe(asked))
    try:
        yield
    finally:
        with contextlib.suppress(NotImplementedError):
            loop.remove_signal_handler(number)
        signal.signal(number, signal.SIG_DFL if before is None else before)


@contextlib.contextmanager
def _stopping(numbers: Sequence[signal.Signals], stop: Callable[[], object]) -> Iterator[None]:
    """Let a first signal stop the work while the block lasts, and a second one end the process."""
    loop = asyncio.get_running_loop()
    before = {number: signal.getsignal(number) for number in numbers}

    def handle(number: signal.Signals, handler: Any) -> None:
        with contextlib.suppress(NotImplementedError):
            loop.remove_signal_handler(number)
        signal.signal(number, signal.SIG_DFL if handler is None else handler)

    def asked() -> None:
        before.clear()
        for number in numbers:
            handle(number, signal.SIG_DFL)
        stop()

    for number in numbers:
        try:
            loop.add_signal_handler(number, asked)
        except NotImplementedError:
            # The loops of Windows have none; a handler of the interpreter's may run amid whatever the loop does.
            signal.signal(number, lambda *_: loop.call_soon_threadsafe(asked))
    try:
        yield
    finally:
        for number, handler in before.items():
            handle(number, handler)
