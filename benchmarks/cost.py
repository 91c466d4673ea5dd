"""The cost of an update: CPU time of the whole bot, beside python-telegram-bot's echo bot on the same server.

    python benchmarks/cost.py [--pairs 3] [--messages 2000] [--typo-every 3] [--profile]

Both run as processes of their own, in turn, against a small Bot API server on loopback in a third: the bot as
`selon run` with SEND_RATE=0 and a new database, the echo bot as an Application with its Updater and one MessageHandler
that calls `reply_text`. Each is sent the same messages from 200 private chats: variants of the bundled article in its
four languages, with a typo in every third. A variant without a typo is recognised by itself, without being compared
with the others; --typo-every 1 leaves none. CPU time (user and system, all threads) is read from /proc before and
after, once 200 messages have warmed it up; so this runs on Linux only. Then the bot, with default settings, is sent 25
updates a second for 20 seconds, and the time from an update to its reply is taken. The server answers at once: what
Telegram and the network take comes on top.

--profile runs the bot in this process under cProfile instead, and prints where its time goes. A profiler makes calls
dearer than they are: read the shares, not the milliseconds.
"""

from __future__ import annotations

import argparse
import asyncio
import cProfile
import json
import os
import pstats
import random
import re
import signal
import statistics
import subprocess
import sys
import time
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Final
from unittest.mock import patch
from urllib.parse import parse_qsl

_Json = dict[str, Any]
Function = tuple[str, int, str]

TOKEN: Final = "123456:benchmark-token-of-nobody"  # noqa: S105 - it opens nothing
_CHATS = 200
_BATCH = 100
_RATE, _RATE_SECONDS = 25, 20
# For what goes on after the last reply: its commit, and emptying the write-ahead log.
_REST_SECONDS = 1.0
_STOP_SECONDS = 20
# After the last update of a load; what was not answered by then is lost.
_PATIENCE = 60.0
_BOT = {"id": 123456, "is_bot": True, "first_name": "Selon", "username": "SelonBenchmarkBot"}
_TAG = re.compile(r"<(/?)(\w+)[^>]*>")
_ENTITIES = {"b": "bold", "i": "italic", "a": "text_link", "blockquote": "blockquote"}


def updates(count: int, chance: random.Random, typo_every: int = 3) -> list[_Json]:
    """Return updates from private chats one after the other, with bodies as long as Telegram's.

    Args:
        count: The number of updates.
        chance: Chooses the questions and the typos.
        typo_every: One in so many has a typo.
    """
    from knowledge.files import load_library

    variants = [
        (language, text)
        for article in load_library().articles
        for language in article.served
        for texts in (*(entry.questions(language) for entry in article.entries), article.out_of_scope[language])
        for text in texts
    ]
    asked = [chance.choice(variants) for _ in range(count)]
    return [
        update(number, language, text if number % typo_every else _typo(text, chance))
        for number, (language, text) in enumerate(asked)
    ]


def update(number: int, language: str, text: str) -> _Json:
    """Return an update with a question from a private chat; its number tells both."""
    chat_id = 10_000_000 + number % _CHATS
    name = {"first_name": "Camille", "last_name": "Martin", "username": f"reader_{chat_id}"}
    message = {
        "message_id": 1 + number,
        "from": {"id": chat_id, "is_bot": False, **name, "language_code": language},
        "chat": {"id": chat_id, **name, "type": "private"},
        "date": int(time.time()),
        "text": text,
    }
    return {"update_id": 900_000_000 + number, "message": message}


def _typo(text: str, chance: random.Random) -> str:
    """Return a text with two neighbouring characters in each other's place."""
    place = chance.randrange(len(text) - 1) if len(text) > 1 else 0
    return text[:place] + text[place + 1 : place + 2] + text[place : place + 1] + text[place + 2 :]


class Telegram:
    """The state of the server: updates that are due, and replies that are awaited.

    Args:
        pending: Every update of the run, in order.
    """

    def __init__(self, pending: Sequence[_Json]) -> None:
        self._messages = [update["message"] for update in pending]
        self._bodies = [json.dumps(update).encode() for update in pending]
        self._first_id = int(pending[0]["update_id"])
        self._due: list[float] = []
        self._polls: list[tuple[BotConnection, int]] = []
        self._awaited: dict[int, deque[float]] = defaultdict(deque)
        self._ids = 1_000_000
        self.latencies: list[float] = []
        self.repeated = 0

    def release(self, count: int, rate: float) -> None:
        """Make the next updates due: all now, or a number of them a second."""
        now = time.monotonic()
        start = len(self._due)
        for number, message in enumerate(self._messages[start : start + count]):
            moment = now + number / rate if rate else now
            self._due.append(moment)
            self._awaited[message["chat"]["id"]].append(moment)
        self.wake()

    def poll(self, connection: BotConnection, parameters: dict[str, str]) -> None:
        """Answer a poll now, or once an update is due or the poll's time is over."""
        position = max(0, int(parameters.get("offset", 0)) - self._first_id)
        self._polls.append((connection, position))
        seconds = int(parameters.get("timeout", 0))
        asyncio.get_running_loop().call_later(seconds, self._give_up, connection, position)
        self.wake()

    def wake(self) -> None:
        """Answer the polls that can be answered."""
        now = time.monotonic()
        waiting, self._polls = self._polls, []
        for connection, position in waiting:
            end = position
            while end < min(len(self._due), position + _BATCH) and self._due[end] <= now:
                end += 1
            if end > position:
                connection.answer(b"[" + b",".join(self._bodies[position:end]) + b"]")
            else:
                self._polls.append((connection, position))
                if position < len(self._due):
                    asyncio.get_running_loop().call_later(self._due[position] - now, self.wake)

    def _give_up(self, connection: BotConnection, position: int) -> None:
        if (connection, position) in self._polls:
            self._polls.remove((connection, position))
            connection.answer(b"[]")

    def sent(self, parameters: dict[str, str]) -> bytes:
        """The message that a bot has sent, with all that Telegram tells of it."""
        chat_id = int(parameters["chat_id"])
        if self._awaited[chat_id]:
            self.latencies.append(time.monotonic() - self._awaited[chat_id].popleft())
        else:
            self.repeated += 1
        self._ids += 1
        text, entities = _parsed(parameters["text"]) if "parse_mode" in parameters else (parameters["text"], [])
        question = self._messages[chat_id % _CHATS]
        message = {"message_id": self._ids, "from": _BOT, "chat": question["chat"], "date": int(time.time())}
        if "reply_parameters" in parameters:
            message["reply_to_message"] = question
        message["text"] = text
        if entities:
            message["entities"] = entities
        for name in ("link_preview_options", "reply_markup"):
            if name in parameters:
                message[name] = json.loads(parameters[name])
        return json.dumps(message).encode()


def _parsed(markup: str) -> tuple[str, list[_Json]]:
    """The text without its tags, and the entities that they stand for; character references stay."""
    text, entities, opened, end = "", [], list[_Json](), 0
    for tag in _TAG.finditer(markup):
        text += markup[end : tag.start()]
        end = tag.end()
        if tag[1] and opened:
            entity = opened.pop()
            entity["length"] = len(text) - entity["offset"]
        elif not tag[1]:
            opened.append({"type": _ENTITIES.get(tag[2], "underline"), "offset": len(text), "length": 0})
            if tag[2] == "a":
                opened[-1]["url"] = "https://example.org/article"
            entities.append(opened[-1])
    return text + markup[end:], entities


class BotConnection(asyncio.Protocol):
    """One connection of a bot; requests come one after the other."""

    def __init__(self, telegram: Telegram) -> None:
        self._telegram = telegram
        self._received = b""
        self._transport: asyncio.Transport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """Keep the transport that answers are written to."""
        assert isinstance(transport, asyncio.Transport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        """Answer a request as soon as it is complete."""
        self._received += data
        head, ended, body = self._received.partition(b"\r\n\r\n")
        length = re.search(rb"content-length: (\d+)", head.lower())
        if not ended or len(body) < (int(length[1]) if length else 0):
            return
        self._received = b""
        path, _, query = head.split(b" ", 2)[1].partition(b"?")
        parameters = dict(parse_qsl(f"{query.decode()}&{body.decode()}"))
        match path.rpartition(b"/")[2]:
            case b"getUpdates":
                self._telegram.poll(self, parameters)
            case b"sendMessage":
                self.answer(self._telegram.sent(parameters))
            case b"getMe":
                self.answer(json.dumps(_BOT).encode())
            case b"getMyCommands":
                self.answer(b"[]")
            case _:
                self.answer(b"true")

    def answer(self, result: bytes) -> None:
        """Write the result of a method as Telegram's JSON.

        Args:
            result: A JSON value.
        """
        body = b'{"ok":true,"result":' + result + b"}"
        head = b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n" % len(body)
        if self._transport is not None:
            self._transport.write(head + body)


async def _serve_telegram(file: str) -> None:
    """The server's process: prints its port, takes `COUNT RATE` lines, and prints what came of each as JSON."""
    telegram = Telegram(json.loads(Path(file).read_text(encoding="utf-8")))
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: BotConnection(telegram), "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    while line := await loop.run_in_executor(None, sys.stdin.readline):
        count, rate = line.split()
        telegram.latencies.clear()
        started = time.monotonic()
        telegram.release(int(count), float(rate))
        until = started + (int(count) / float(rate) if float(rate) else 0.0) + _PATIENCE
        while len(telegram.latencies) < int(count) and time.monotonic() < until:
            await asyncio.sleep(0.01)
        took = time.monotonic() - started
        result = {"seconds": took, "latencies": telegram.latencies, "repeated": telegram.repeated}
        print(json.dumps(result), flush=True)


def _echo(url: str) -> None:
    """The echo bot's process."""
    from telegram import Update
    from telegram.ext import Application, ContextTypes, MessageHandler, filters

    async def reply(update: Update, _: ContextTypes.DEFAULT_TYPE) -> None:
        if update.message is not None and update.message.text is not None:
            await update.message.reply_text(update.message.text)

    application = Application.builder().token(TOKEN).base_url(f"{url}/bot").build()
    application.add_handler(MessageHandler(filters.TEXT, reply))
    application.run_polling()


@dataclass(frozen=True)
class Load:
    """The times and costs of some messages that were sent to the bot.

    Attributes:
        seconds: From the first update to the last reply.
        latencies: Seconds from each update to its reply.
        cpu: CPU seconds that the bot took.
        repeated: The replies that nobody waited for, since the server has begun.
    """

    seconds: float
    latencies: list[float]
    cpu: float
    repeated: int


class ServerProcess:
    """The server's process.

    Args:
        file: The updates.
    """

    def __init__(self, file: Path) -> None:
        command = [sys.executable, __file__, "--serve", str(file)]
        self._process = subprocess.Popen(  # noqa: S603 - this file
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        self.url = f"http://127.0.0.1:{self._read().strip()}"

    def send(self, count: int, rate: float, process: int) -> Load:
        """Send the next updates to the bot, and wait for the replies.

        Args:
            count: The number of updates.
            rate: Updates a second; 0 for all at once.
            process: The id of the bot's process.
        """
        before = cpu_seconds(process)
        self._process.stdin.write(f"{count} {rate}\n")  # type: ignore[union-attr]
        self._process.stdin.flush()  # type: ignore[union-attr]
        result = json.loads(self._read())
        time.sleep(_REST_SECONDS)
        return Load(result["seconds"], result["latencies"], cpu_seconds(process) - before, result["repeated"])

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def _read(self) -> str:
        line: str = self._process.stdout.readline()  # type: ignore[union-attr]
        if not line:
            raise SystemExit("The server has ended by itself.")
        return line


def cpu_seconds(process: int) -> float:
    """The CPU time of a process until now, user and system, all threads."""
    fields = Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def measured(
    file: Path, command: Sequence[str], environment: dict[str, str], loads: Sequence[tuple[int, float]]
) -> Load:
    """Start a bot, send it some loads, and return the figures of the last.

    Args:
        file: The updates.
        command: The bot's; `{url}` stands for the server's address.
        environment: Added to that of this process; `{url}` and `{folder}` are filled in.
        loads: Of each, the number of messages, and how many a second, 0 for all at once; the first warm it up.
    """
    with TemporaryDirectory() as folder, (Path(folder) / "log").open("w") as log:
        server = ServerProcess(file)
        filled = {name: value.format(url=server.url, folder=folder) for name, value in environment.items()}
        bot = subprocess.Popen(  # noqa: S603 - this file, or the bot
            [part.format(url=server.url) for part in command], env=os.environ | filled, cwd=folder, stderr=log
        )
        try:
            return [server.send(count, rate, bot.pid) for count, rate in loads][-1]
        finally:
            bot.send_signal(signal.SIGTERM)
            bot.wait(_STOP_SECONDS)
            server.close()


_SELON = {
    "TELEGRAM_BOT_TOKEN": TOKEN,
    "TELEGRAM_API_URL": "{url}",
    "DATABASE_URL": "sqlite:///{folder}/selon.db",
}
_UNPACED = _SELON | {"SEND_RATE": "0"}


def compare(file: Path, pairs: int, count: int) -> None:
    """Print a Markdown table of both bots, a pair as soon as it is measured."""
    loads = [(_CHATS, 0.0), (count, 0.0)]
    costs: list[tuple[float, float, float]] = []
    print("| run | bot, ms an update | echo bot, ms an update | ratio | bot, updates a second | echo bot |")
    print(f"|---|{'---:|' * 5}")
    for number in range(pairs):
        bot = measured(file, [sys.executable, "-m", "bot", "run"], _UNPACED, loads)
        echo = measured(file, [sys.executable, __file__, "--echo", "{url}"], {}, loads)
        costs.append((1000 * bot.cpu / count, 1000 * echo.cpu / count, bot.cpu / echo.cpu))
        print(_row(str(number + 1), costs[-1], f"{count / bot.seconds:.0f} | {count / echo.seconds:.0f}"), flush=True)
    for name, statistic in (("least", min), ("median", statistics.median), ("most", max)):
        print(_row(name, [statistic(column) for column in zip(*costs, strict=True)], "| "))


def _row(name: str, figures: Sequence[float], rest: str) -> str:
    return f"| {name} | {' | '.join(f'{figure:.2f}' for figure in figures)} | {rest} |"


def paced(file: Path) -> None:
    """Print the times that replies take at a steady rate."""
    load = measured(file, [sys.executable, "-m", "bot", "run"], _SELON, [(_CHATS, 0.0), (_RATE * _RATE_SECONDS, _RATE)])
    percentiles = statistics.quantiles(load.latencies, n=100)
    cpu = load.cpu / (load.seconds + _REST_SECONDS)
    print(f"\n| {_RATE} updates a second for {_RATE_SECONDS} s, default settings | |\n|---|---:|")
    print(f"| from update to reply, median | {1000 * percentiles[49]:.1f} ms |")
    print(f"| 99th percentile | {1000 * percentiles[98]:.1f} ms |")
    print(f"| longest | {1000 * max(load.latencies):.1f} ms |")
    print(f"| of one core | {100 * cpu:.0f} % |")


# Whose time a function's own time is, by a part of its file's path; the first that fits.
_GROUPS = (
    ("matching", ("/knowledge/", "/numpy/", "/rapidfuzz/", "/py3langid/")),
    ("dialogue and rendering", ("/bot/dialogue/", "/bot/rendering/", "/bot/phrases", "/fluent/", "/html/")),
    ("store", ("/bot/store/",)),
    ("SQLAlchemy", ("/sqlalchemy/",)),
    ("python-telegram-bot", ("/telegram/",)),
    ("HTTP client", ("/bot/transport", "/aiohttp/", "/yarl/", "/multidict/", "/urllib/")),
    ("JSON", ("/json/",)),
    ("logging", ("/logging/", "/bot/logs")),
    ("asyncio", ("/asyncio/", "/selectors")),
    ("handlers and the rest of the bot", ("/bot/",)),
)
_MOST_FUNCTIONS = 25


def profile(file: Path, count: int) -> None:
    """Print the CPU time of the bot by function, in its loop's thread and in its store's."""
    from bot.store.writer import Writer

    loop, store, commit = cProfile.Profile(), cProfile.Profile(), Writer._commit

    def profiled(self: Writer, jobs: list[Any]) -> None:
        with store:
            commit(self, jobs)

    server = ServerProcess(file)
    with TemporaryDirectory() as folder:
        filled = {name: value.format(url=server.url, folder=folder) for name, value in _UNPACED.items()}
        try:
            with patch.dict(os.environ, filled), patch.object(Writer, "_commit", profiled):
                asyncio.run(_profiled_bot(server, count, loop))
        finally:
            server.close()
    for name, one in (("the loop's thread", loop), ("the store's thread", store)):
        _print_profile(name, pstats.Stats(one), count)


async def _profiled_bot(server: ServerProcess, count: int, loop: cProfile.Profile) -> None:
    from bot.app import serve
    from bot.settings import read_settings
    from knowledge.files import load_library

    settings = read_settings()
    bot = asyncio.create_task(serve(settings, load_library(settings.knowledge_dir, cache=settings.cache_dir)))
    await asyncio.to_thread(server.send, _CHATS, 0, os.getpid())
    with loop:
        await asyncio.to_thread(server.send, count, 0, os.getpid())
    bot.cancel()
    await asyncio.wait([bot])


def _print_profile(name: str, stats: pstats.Stats, count: int) -> None:
    """Print a table by group and one by function, in milliseconds an update."""
    own: dict[str, float] = defaultdict(float)
    functions: dict[str, float] = {}
    for function, (_, _, self_time, total_time, callers) in _entries(stats):
        if "select.epoll" in function[2]:
            continue
        # A builtin's time is that of who called it.
        shares = [(caller, share[2]) for caller, share in callers.items()] if function[0] == "~" else []
        for owner, seconds in shares or [(function, self_time)]:
            own[_group(owner)] += seconds
        functions[f"{'/'.join(Path(function[0]).parts[-2:])} {function[2]}"] = total_time
    total = sum(own.values())
    print(f"\n| {name} | own ms an update | % |\n|---|---:|---:|")
    for group, seconds in _dearest(own):
        print(f"| {group} | {1000 * seconds / count:.3f} | {100 * seconds / total:.1f} |")
    print(f"\n| {name} | with what it calls, ms an update |\n|---|---:|")
    for label, seconds in _dearest(functions)[:_MOST_FUNCTIONS]:
        print(f"| `{label}` | {1000 * seconds / count:.3f} |")


def _dearest(seconds: Mapping[str, float]) -> list[tuple[str, float]]:
    return sorted(seconds.items(), key=lambda item: -item[1])


def _entries(
    stats: pstats.Stats,
) -> Iterator[tuple[Function, tuple[int, int, float, float, dict[Function, tuple[float, ...]]]]]:
    yield from stats.stats.items()  # type: ignore[attr-defined]


def _group(function: Function) -> str:
    path = function[0].replace(os.sep, "/")
    return next((name for name, parts in _GROUPS if any(part in path for part in parts)), "the rest of Python")


def main() -> None:
    """Print Markdown tables."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pairs", type=int, default=3, help="how often each is run")
    parser.add_argument("--messages", type=int, default=2000, help="how many each is sent")
    parser.add_argument("--typo-every", type=int, default=3, help="one message in how many has a typo")
    parser.add_argument("--profile", action="store_true", help="print where the bot's time goes, nothing else")
    parser.add_argument("--serve", metavar="FILE", help=argparse.SUPPRESS)
    parser.add_argument("--echo", metavar="URL", help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.serve:
        asyncio.run(_serve_telegram(args.serve))
        return
    if args.echo:
        _echo(args.echo)
        return
    with TemporaryDirectory() as folder:
        file = Path(folder) / "updates.json"
        count = max(args.messages, _RATE * _RATE_SECONDS)
        file.write_text(json.dumps(updates(_CHATS + count, random.Random(7), args.typo_every)), encoding="utf-8")
        if args.profile:
            profile(file, args.messages)
            return
        compare(file, args.pairs, args.messages)
        paced(file)


if __name__ == "__main__":
    main()
