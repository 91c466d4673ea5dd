"""A Bot API server for tests: on loopback, with a conversation that a test plays and the failures it orders.

Example:
    ::

        with BotApiServer() as server:
            anna = server.user(7, "Anna", "fr")
            ...  # start a bot with base_url=server.base_url and token=server.token
            server.message(server.private(anna), anna, "/start")
            server.wait_for_call("sendMessage")
            server.press(anna, server.sent[7][-1], "Yes")
            print(server.transcript())
"""

from __future__ import annotations

import asyncio
import copy
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import TracebackType
from typing import TypeVar

from botapi.answers import Answers
from botapi.chats import Chats
from botapi.editing import Editing
from botapi.endpoint import Endpoint
from botapi.faults import Drop, Fault, Faults, OnRequest
from botapi.gestures import Gestures
from botapi.inline import InlineMessages
from botapi.listener import HOST, Listener
from botapi.membership import Membership
from botapi.methods import Methods
from botapi.monitor import PATIENCE, Monitor, WaitTimeoutError
from botapi.places import Places
from botapi.polling import Polling
from botapi.profile import Profile
from botapi.recorder import Call, Recorder
from botapi.sending import Sending
from botapi.speech import Speech
from botapi.transcript import Transcript
from botapi.updates import Updates
from botapi.webhook import WebhookDelivery
from botapi.wire import Json

__all__ = ["BotApiServer", "Call", "Drop", "Fault", "WaitTimeoutError"]

_T = TypeVar("_T")
TOKEN = "123456789:test-token-test-token-test-token-te"


class BotApiServer:
    """Telegram, as far as a bot under test can tell.

    All methods may be called from any thread. Builders return what they told the bot: changing it changes nothing
    here. The ``wait…`` methods block; in a test whose event loop runs the bot, await `until`, `called`,
    `calls_after` and `idle` instead. Predicates and `on_request` must not wait for anything themselves.

    Args:
        token: The only token that is accepted.
        username: The bot's, without @.
        first_name: The bot's name.
    """

    def __init__(self, token: str = TOKEN, username: str = "SelonTestBot", first_name: str = "Selon") -> None:
        self.token = token
        self.bot = _bot(token, username, first_name)
        self._monitor = Monitor()
        self.recorder = Recorder(self._monitor)
        self.faults = Faults(self._monitor)
        self.updates = Updates(self._monitor)
        self.polling = Polling(self._monitor, self.updates)
        self.profile = Profile(self.bot)
        self._chats = Chats(self._monitor, self.bot)
        self._transcript = Transcript(self._topic_name)
        self._sending = Sending(self._chats, self._transcript)
        self._inline = InlineMessages()
        self.answers = Answers(self._inline, self._transcript)
        self._listener = Listener(self._endpoint().app())
        self._delivery: WebhookDelivery | None = None
        self._offer_builders()

    def _endpoint(self) -> Endpoint:
        polling = {
            "setWebhook": self.polling.set_webhook,
            "deleteWebhook": self.polling.delete_webhook,
            "getWebhookInfo": self.polling.get_webhook_info,
        }
        methods = Methods(
            self._monitor,
            polling,
            self._sending.methods(),
            Editing(self._chats, self._inline, self._transcript).methods(),
            Membership(self._chats, self._transcript).methods(),
            self.answers.methods(),
            self.profile.methods(),
        )
        return Endpoint(self.token, methods, self.polling, self.faults, self.recorder)

    def _offer_builders(self) -> None:
        """Offer the methods of the parts under the names that tests use."""
        places = Places(self._chats)
        self.user = places.user
        self.private = places.private
        self.group = places.group
        self.channel = places.channel
        self.topic = places.topic
        self.general_topic = places.general_topic
        self.close_topic = places.close_topic
        self.delete_topic = places.delete_topic
        self.delete_message = places.delete_message
        self.administrator = places.administrator
        self.member = places.member
        speech = Speech(self._chats, self.updates, self._transcript)
        self.message = speech.message
        self.edit = speech.edit
        self.service = speech.service
        gestures = Gestures(self._chats, self.updates, self._transcript, self.answers, self._inline, places, speech)
        self.callback = gestures.callback
        self.callback_inline = gestures.callback_inline
        self.press = gestures.press
        self.inline_query = gestures.inline_query
        self.chosen_inline_result = gestures.chosen_inline_result
        self.guest_message = gestures.guest_message
        self.my_chat_member = gestures.my_chat_member
        self.migrate = gestures.migrate
        self.push_raw = self.updates.push_raw
        self.fail_next = self.faults.fail_next
        self.most_in_flight = self.recorder.most_in_flight
        self.calls_of = self.recorder.of
        self.dump_calls = self.recorder.dump

    def __enter__(self) -> BotApiServer:
        self.listen_again()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop_webhook_delivery()
        self.stop_listening()

    @property
    def url(self) -> str:
        """The root; requests go to ``/bot<token>/<method>`` under it."""
        return f"http://{HOST}:{self._listener.port}"

    @property
    def base_url(self) -> str:
        """The root as python-telegram-bot's ``base_url`` wants it."""
        return f"{self.url}/bot"

    def stop_listening(self) -> None:
        """Refuse connections and cut those that are open; state stays, and updates can still be pushed."""
        self._listener.stop()

    def listen_again(self) -> None:
        """Listen, on the same port as before if there was one."""
        self._listener.start()

    @property
    def on_request(self) -> OnRequest | None:
        """A function that may order a `Fault` for each request, or None."""
        return self.faults.on_request

    @on_request.setter
    def on_request(self, function: OnRequest | None) -> None:
        self.faults.on_request = function

    @property
    def is_polled(self) -> bool:
        """True if a long poll is under way."""
        return self.polling.is_waiting

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Let the bot see what is changed meanwhile only when the block ends."""
        with self._monitor.changing():
            yield

    @property
    def calls(self) -> list[Call]:
        """Every call so far but those of a connection closed before reading, getUpdates included."""
        with self._monitor.reading():
            return list(self.recorder.calls)

    @property
    def sent(self) -> dict[int, list[Json]]:
        """The bot's messages that still exist, as they read now, oldest first, by chat."""
        with self._monitor.reading():
            return copy.deepcopy(self._chats.sent())

    @property
    def photos(self) -> dict[str, bytes]:
        """The photos that the bot has uploaded, by the ``file_id`` of the largest size."""
        with self._monitor.reading():
            return dict(self._sending.photos)

    @property
    def inline(self) -> dict[str, Json]:
        """Messages sent in inline mode or by guest answers, as they read now, by ``inline_message_id``."""
        with self._monitor.reading():
            return copy.deepcopy(self._inline.messages)

    def expire(self, query: Json) -> None:
        """Make a callback, inline or guest query too old to be answered."""
        with self._monitor.changing():
            for queries in (self.answers.callback, self.answers.inline, self.answers.guest):
                queries.expire(str(query.get("guest_query_id") or query["id"]))

    def transcript(self) -> str:
        """Return the conversation so far as readable text."""
        with self._monitor.reading():
            return str(self._transcript)

    def wait_for(self, predicate: Callable[[], _T], timeout: float = PATIENCE, what: str = "a condition") -> _T:
        """Wait until the predicate is true, and return its value.

        Raises:
            WaitTimeoutError: It did not become so in time; the message holds the transcript.
        """
        if value := self._monitor.wait_for(predicate, timeout):
            return value
        counts = ", ".join(call.method for call in self.recorder.of(None)[-20:])
        raise WaitTimeoutError(f"{what} did not come in {timeout} s\ncalls: {counts}\n{self.transcript()}")

    def wait_for_call(self, method: str, count: int = 1, timeout: float = PATIENCE, *, after: int = 0) -> list[Call]:
        """Wait until a method has been called `count` times.

        Args:
            method: Its name.
            count: The number of calls to wait for.
            timeout: In seconds.
            after: A number of calls, as `mark` returned it: earlier calls do not count.

        Returns:
            All calls of this method, in order.
        """
        return self._enough(method, count, timeout, after)

    def mark(self) -> int:
        """Return how many calls there have been, for ``after=``."""
        return len(self.calls)

    def wait_until_idle(self, timeout: float = PATIENCE, *, quiet: float = 0.05) -> None:
        """Wait until every update is confirmed and nothing but getUpdates has been asked for `quiet` seconds."""

        def is_idle() -> bool:
            return not self.updates.pending and self.recorder.quiet_for(quiet)

        deadline = time.monotonic() + timeout
        while not self._monitor.wait_for(is_idle, max(quiet, 0.001)):  # quiet comes without any change to wake us
            if time.monotonic() > deadline:
                waiting = [pending.value for pending in self.updates.pending]
                raise WaitTimeoutError(f"the bot was not idle in {timeout} s: {waiting}\n{self.transcript()}")

    async def until(self, predicate: Callable[[], _T], timeout: float = PATIENCE, what: str = "a condition") -> _T:
        """Await what `wait_for` waits for."""
        return await asyncio.to_thread(self.wait_for, predicate, timeout, what)

    async def called(self, method: str, count: int = 1, timeout: float = PATIENCE, *, after: int = 0) -> list[Call]:
        """Await what `wait_for_call` waits for."""
        return await asyncio.to_thread(self._enough, method, count, timeout, after)

    async def calls_after(
        self, after: int, method: str | None = None, count: int = 1, timeout: float = PATIENCE
    ) -> list[Call]:
        """Await `count` calls after a `mark`, of one method or of any but getUpdates, and return them all."""
        return await asyncio.to_thread(self._enough, method, count, timeout, after)

    async def idle(self, timeout: float = PATIENCE, *, quiet: float = 0.05) -> None:
        """Await what `wait_until_idle` waits for."""
        await asyncio.to_thread(self.wait_until_idle, timeout, quiet=quiet)

    def start_webhook_delivery(self, *, backoff: float = 0.05) -> None:
        """Post updates to the URL of setWebhook, now and as they come, until the server closes."""
        if self._delivery is None:
            self._delivery = WebhookDelivery(self._monitor, self.updates, self.polling, backoff=backoff)
            self._delivery.start()

    def stop_webhook_delivery(self) -> None:
        """Deliver no more; what the bot has not taken stays pending."""
        if self._delivery is not None:
            self._delivery.stop()
            self._delivery = None

    def _enough(self, method: str | None, count: int, timeout: float, after: int) -> list[Call]:
        def enough() -> list[Call]:
            found = self.recorder.of(method, after)
            return found if len(found) >= count else []

        return self.wait_for(enough, timeout, f"{count} × {method or 'any call'}") if count else enough()

    def _topic_name(self, chat_id: int, number: int) -> str | None:
        chat = {"id": chat_id}
        if chat not in self._chats or number not in self._chats[chat].topics:
            return None
        return self._chats[chat].topics[number].name


def _bot(token: str, username: str, first_name: str) -> Json:
    return {
        "id": int(token.partition(":")[0]),
        "is_bot": True,
        "first_name": first_name,
        "username": username,
        "can_join_groups": True,
        "can_read_all_group_messages": False,
        "supports_inline_queries": True,
        "supports_guest_queries": True,
        "can_connect_to_business": False,
        "has_main_web_app": False,
        "has_topics_enabled": False,
        "allows_users_to_create_topics": False,
        "can_manage_bots": False,
    }
