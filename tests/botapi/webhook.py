"""Delivery of updates to the URL that setWebhook set: in order for each chat, again until the bot takes them."""

from __future__ import annotations

import asyncio
import threading
import time
from collections import deque
from contextlib import suppress

import httpx
from botapi.monitor import Monitor
from botapi.polling import Polling
from botapi.updates import Pending, Updates
from botapi.wire import Json

_MESSAGES = ("message", "edited_message", "channel_post", "edited_channel_post")
_LONGEST_BACKOFF = 2.0
_PATIENCE = 5.0


def queue_of(update: Json) -> tuple[str, int]:
    """Return the queue that an update waits in: messages by chat, queries by user, each kind apart."""
    kind = next((name for name in update if name != "update_id"), "")
    value = update.get(kind)
    if not isinstance(value, dict):
        return kind, 0
    owner = value.get("chat") or value.get("from") or {}
    return "message" if kind in _MESSAGES else kind, int(owner.get("id", 0))


class WebhookDelivery:
    """Posts pending updates from a thread of its own.

    Args:
        monitor: The lock of the server.
        updates: The queue.
        polling: Knows the webhook.
        backoff: Seconds before the first repetition; doubled each time, up to 2 seconds.
    """

    def __init__(self, monitor: Monitor, updates: Updates, polling: Polling, *, backoff: float) -> None:
        self._monitor = monitor
        self._updates = updates
        self._polling = polling
        self._backoff = backoff
        self._loop: asyncio.AbstractEventLoop | None = None
        self._news: asyncio.Event | None = None
        self._stopped = False
        self._queues: dict[tuple[str, int], deque[Pending]] = {}
        self._taken: set[int] = set()
        self._workers: set[asyncio.Task[None]] = set()
        self._thread = threading.Thread(target=asyncio.run, args=(self._run(),), name="webhook", daemon=True)

    def start(self) -> None:
        """Begin, with what is pending."""
        self._updates.on_push.append(self._wake)
        self._polling.on_webhook.append(self._wake)
        self._thread.start()

    def stop(self) -> None:
        """End, leaving unconfirmed what the bot has not taken."""
        self._updates.on_push.remove(self._wake)
        self._polling.on_webhook.remove(self._wake)
        self._stopped = True
        self._wake()
        self._thread.join(_PATIENCE)

    def _wake(self) -> None:
        if self._loop and self._news:
            with suppress(RuntimeError):  # the loop is closed: delivery has ended
                self._loop.call_soon_threadsafe(self._news.set)

    async def _run(self) -> None:
        self._loop, self._news = asyncio.get_running_loop(), asyncio.Event()
        limit = asyncio.Semaphore(self._polling.webhook.max_connections)
        async with httpx.AsyncClient(trust_env=False, timeout=_PATIENCE) as client:
            while not self._stopped:
                self._news.clear()
                if self._polling.webhook.url:
                    self._distribute(client, limit)
                await self._news.wait()
            for worker in self._workers:
                worker.cancel()
            await asyncio.gather(*self._workers, return_exceptions=True)

    def _distribute(self, client: httpx.AsyncClient, limit: asyncio.Semaphore) -> None:
        for pending in self._updates.pending:
            if pending.sequence in self._taken:
                continue
            self._taken.add(pending.sequence)
            name = queue_of(pending.value)
            if name in self._queues:
                self._queues[name].append(pending)
                continue
            self._queues[name] = deque([pending])
            worker = asyncio.create_task(self._work(name, client, limit))
            self._workers.add(worker)
            worker.add_done_callback(self._workers.discard)

    async def _work(self, name: tuple[str, int], client: httpx.AsyncClient, limit: asyncio.Semaphore) -> None:
        """Deliver one queue, the next update only once the bot has taken the one before."""
        queue = self._queues[name]
        delay = self._backoff
        while queue and self._polling.webhook.url:
            async with limit:
                taken = await self._post(client, queue[0].value)
            if taken:
                self._updates.confirm(queue.popleft().sequence)
                delay = self._backoff
            else:
                await asyncio.sleep(delay)
                delay = min(delay * 2, _LONGEST_BACKOFF)
        del self._queues[name]
        self._taken.difference_update(pending.sequence for pending in queue)

    async def _post(self, client: httpx.AsyncClient, update: Json) -> bool:
        webhook = self._polling.webhook
        headers = {"X-Telegram-Bot-Api-Secret-Token": webhook.secret_token} if webhook.secret_token else {}
        try:
            response = await client.post(webhook.url, json=update, headers=headers)
        except httpx.HTTPError as error:
            problem = f"Connection failed: {type(error).__name__}"
        else:
            if response.is_success:
                return True
            problem = f"Wrong response from the webhook: {response.status_code} {response.reason_phrase}"
        with self._monitor.changing():
            webhook.last_error = {"last_error_date": int(time.time()), "last_error_message": problem}
        return False
