"""The HTTP face: /bot<token>/<method>, faults first, then the method, then the record of the call."""

from __future__ import annotations

import asyncio
import json
import time
from dataclasses import dataclass
from typing import Any

from botapi.faults import HTML_502, Fault, Faults
from botapi.methods import Methods
from botapi.polling import ClientGoneError, Polling
from botapi.recorder import Recorder
from botapi.wire import ApiError, Arguments, Json
from starlette.applications import Starlette
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import HTMLResponse, JSONResponse, Response
from starlette.routing import Route
from starlette.types import Receive, Scope, Send


class Dropped(Response):
    """No response: the connection is closed."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Close the connection, and wait until it is closed."""
        scope["state"]["abort"]()
        while (await receive())["type"] != "http.disconnect":
            pass


@dataclass(frozen=True, slots=True)
class Endpoint:
    """Answers requests."""

    token: str
    methods: Methods
    polling: Polling
    faults: Faults
    recorder: Recorder

    def app(self) -> Starlette:
        """Return the ASGI application."""
        routes = [Route("/bot{token}/{method}", self.answer, methods=["GET", "POST"])]
        return Starlette(routes=routes, exception_handlers={404: _not_found})

    async def answer(self, request: Request) -> Response:
        """Answer one request."""
        at, method = time.monotonic(), request.path_params["method"]
        if request.path_params["token"] != self.token:
            return _refusal(ApiError(401, "Unauthorized"))
        nth = self.recorder.arrive(method)
        try:
            fault = self.faults.take(method)
            if fault and fault.drop == "before_reading":
                return Dropped()
            arguments = await _arguments(request)
            fault = fault or self.faults.asked(method, arguments.body, nth) or Fault()
            if fault.drop == "before_reading":
                return Dropped()
            return await self._respond(request, method, arguments, fault, at)
        finally:
            self.recorder.leave(method)

    async def _respond(self, request: Request, method: str, arguments: Arguments, fault: Fault, at: float) -> Response:
        await asyncio.sleep(fault.delay)
        try:
            told, response = await self._outcome(request, method, arguments, fault)
        except ClientGoneError:
            return Dropped()
        self.recorder.record(method, dict(arguments.body), at, told)
        return response

    async def _outcome(
        self, request: Request, method: str, arguments: Arguments, fault: Fault
    ) -> tuple[Json, Response]:
        """Return what the bot is told, and the response that tells it."""
        if fault.drop == "after_reading":
            return {}, Dropped()
        if error := fault.error():
            if fault.is_html:
                return {}, HTMLResponse(HTML_502, error.code)
            return error.payload(), _refusal(error)
        try:
            told: Json = {"ok": True, "result": await self._result(request, method, arguments)}
        except ApiError as refused:
            return refused.payload(), _refusal(refused)
        if fault.drop == "after_work":
            return {}, Dropped()
        return told, JSONResponse(told)

    async def _result(self, request: Request, method: str, arguments: Arguments) -> Any:
        if method.lower() != "getupdates":
            return self.methods.call(method, arguments)
        gone = asyncio.create_task(_disconnected(request))
        try:
            return await self.polling.get_updates(arguments, gone)
        finally:
            gone.cancel()


async def _disconnected(request: Request) -> None:
    while (await request.receive())["type"] != "http.disconnect":
        pass


async def _arguments(request: Request) -> Arguments:
    """Read the parameters, wherever they are: in the URL, a form, multipart parts, or a JSON object."""
    body = dict(request.query_params)
    files: dict[str, bytes] = {}
    if request.headers.get("content-type", "").startswith("application/json"):
        for name, value in (await request.json()).items():
            body[name] = value if isinstance(value, str) else json.dumps(value)
        return Arguments(body, files)
    async with request.form() as form:
        for name, value in form.multi_items():
            if isinstance(value, UploadFile):
                files[name] = await value.read()
                body[name] = f"attach://{value.filename}"
            else:
                body[name] = value
    return Arguments(body, files)


def _refusal(error: ApiError) -> Response:
    return JSONResponse(error.payload(), error.code)


async def _not_found(_request: Request, _error: Exception) -> Response:
    return _refusal(ApiError(404, "Not Found"))
