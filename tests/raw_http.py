"""A server on loopback that answers in bytes, so that a test can answer what no server should."""

from __future__ import annotations

import asyncio
import contextlib
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager


def response(status: int, body: bytes, *headers: str) -> bytes:
    """A response of HTTP as it is written."""
    head = (f"HTTP/1.1 {status} Status", f"Content-Length: {len(body)}", "Connection: close", *headers)
    return "\r\n".join((*head, "", "")).encode() + body


@asynccontextmanager
async def answering(answer: Callable[[str], Awaitable[bytes]]) -> AsyncIterator[str]:
    """The root of a server; what is given the target of a request says what is written in return."""

    serving: set[asyncio.Task[None]] = set()
    ended = asyncio.Event()

    async def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        with contextlib.suppress(ConnectionError, asyncio.IncompleteReadError):
            head = await reader.readuntil(b"\r\n\r\n")
            answered = asyncio.ensure_future(answer(head.split()[1].decode()))
            await _first(answered, reader.read(), ended.wait())
            if not answered.cancelled():
                writer.write(answered.result())
                await writer.drain()
        writer.close()

    def begin(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.create_task(serve(reader, writer))
        serving.add(task)
        task.add_done_callback(serving.discard)

    listening = await asyncio.start_server(begin, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{listening.sockets[0].getsockname()[1]}"
    finally:
        listening.close()
        ended.set()
        if serving:
            await asyncio.wait(serving, timeout=5)


async def _first(*awaited: Awaitable[object]) -> None:
    """Wait for one of several, and cancel the others."""
    futures = [asyncio.ensure_future(each) for each in awaited]
    _, late = await asyncio.wait(futures, return_when=asyncio.FIRST_COMPLETED)
    for future in late:
        future.cancel()
    if late:
        await asyncio.wait(late)
