"""The methods that answer queries: callback queries, inline queries, guest queries."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from botapi.formatting import inline_text
from botapi.inline import InlineMessages
from botapi.markup import checked
from botapi.transcript import Transcript
from botapi.wire import Arguments, Json, bad_request

_MOST_RESULTS = 50
_LONGEST_TOAST = 200
_START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


@dataclass(slots=True)
class Queries:
    """Queries of one kind: those that can be answered, and the calls that answered some."""

    open: dict[str, Json] = field(default_factory=dict)
    answers: dict[str, Json] = field(default_factory=dict)

    def ask(self, identifier: str, query: Json) -> None:
        """Let a query be answered."""
        self.open[identifier] = query

    def expire(self, identifier: str) -> None:
        """Let it no longer be answered."""
        self.open.pop(identifier, None)

    def answerable(self, identifier: str) -> Json:
        """Return a query.

        Raises:
            ApiError: It is too old or unknown.
        """
        if identifier not in self.open:
            raise bad_request(_TOO_OLD)
        return self.open[identifier]


class Answers:
    """Answers to queries."""

    def __init__(self, inline: InlineMessages, transcript: Transcript) -> None:
        self._inline = inline
        self._transcript = transcript
        self.callback = Queries()
        self.inline = Queries()
        self.guest = Queries()

    def methods(self) -> dict[str, Callable[[Arguments], Any]]:
        """Return what this class answers, by method."""
        return {
            "answerCallbackQuery": self.answer_callback_query,
            "answerInlineQuery": self.answer_inline_query,
            "answerGuestQuery": self.answer_guest_query,
        }

    def answer_callback_query(self, arguments: Arguments) -> bool:
        """End the wait of a pressed button, with a toast or an alert if there is a text."""
        identifier = arguments.text("callback_query_id")
        query = self.callback.answerable(identifier)
        if len(arguments.text("text")) > _LONGEST_TOAST:
            raise bad_request("MESSAGE_TOO_LONG")
        self.callback.answers[identifier] = dict(arguments.body)
        self._transcript.toast(query, arguments.text("text"), alert=arguments.boolean("show_alert"))
        return True

    def answer_inline_query(self, arguments: Arguments) -> bool:
        """List the results of an inline query; the answer is kept with its results and button decoded."""
        identifier = arguments.text("inline_query_id")
        results, button = arguments.json("results"), arguments.json("button")
        if not isinstance(results, list):
            raise bad_request("can't parse inline query results: Expected an Array")
        _check_results(results)
        _check_button(button)
        if len(arguments.text("next_offset").encode()) > 64:
            raise bad_request("NEXT_OFFSET_INVALID")
        query = self.inline.answerable(identifier)
        self.inline.expire(identifier)
        self.inline.answers[identifier] = {**arguments.body, "results": results, "button": button, "query": query}
        self._transcript.inline_answer(query, results, arguments.text("next_offset"), button)
        return True

    def answer_guest_query(self, arguments: Arguments) -> Json:
        """Send one message into a chat that the bot is not in; a guest query takes one answer."""
        identifier = arguments.text("guest_query_id")
        result = arguments.json("result")
        if not isinstance(result, dict):
            raise bad_request("can't parse inline query result: Object expected")
        _check_results([result])
        asked = self.guest.answerable(identifier)
        self.guest.expire(identifier)
        sent = self._inline.send(result)
        self.guest.answers[identifier] = {"result": result, "inline_message_id": sent}
        self._transcript.guest_answer(asked, sent, result, self._inline.messages[sent])
        return {"inline_message_id": sent}


def _check_results(results: list[Json]) -> None:
    if len(results) > _MOST_RESULTS:
        raise bad_request("RESULTS_TOO_MUCH")
    identifiers = [str(result.get("id", "")) for result in results]
    if any(not 1 <= len(identifier.encode()) <= 64 for identifier in identifiers):
        raise bad_request("RESULT_ID_INVALID")
    if len(set(identifiers)) < len(identifiers):
        raise bad_request("RESULT_ID_DUPLICATE")
    for result in results:
        _check_result(result)


def _check_result(result: Json) -> None:
    if result.get("type") == "article":
        if not result.get("title"):
            raise bad_request("ARTICLE_TITLE_EMPTY")
        if not isinstance(result.get("input_message_content"), dict):
            raise bad_request("input_message_content is not specified")
    inline_text(result)
    checked(result.get("reply_markup"))


def _check_button(button: Any) -> None:
    if not button:
        return
    if not button.get("text") or ("web_app" in button) == ("start_parameter" in button):
        raise bad_request("can't parse inline query results button")
    if "start_parameter" in button and not _START_PARAMETER.fullmatch(button["start_parameter"]):
        raise bad_request("START_PARAM_INVALID")
