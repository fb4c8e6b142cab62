"""The playground as a network: plugs a `FakeTelegram` under httpx, so under python-telegram-bot, in one process.

A fault becomes the very exception that httpx raises for it on a real wire, so that python-telegram-bot's own mapping
and its `__cause__` are the real ones.
"""

import asyncio

import httpx
from telegram.request import HTTPXRequest

from bot.playground.telegram import Answer, FakeTelegram, Wire

ORIGIN = "http://telegram.playground"
BASE_URL = f"{ORIGIN}/bot"
BASE_FILE_URL = f"{ORIGIN}/file/bot"


class PlaygroundTransport(httpx.AsyncBaseTransport):
    """Answers every request from a `FakeTelegram`, within the read timeout that the client set."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self._telegram = telegram
        self._given_up: set[asyncio.Task[Answer]] = set()

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        answering = asyncio.create_task(self._answer(request, body))
        patience: float | None = request.extensions.get("timeout", {}).get("read")
        try:
            done, _ = await asyncio.wait({answering}, timeout=patience)
        except asyncio.CancelledError:
            answering.cancel()
            raise
        if not done:
            # Telegram goes on with a call although the client no longer waits, so the effect still happens.
            self._given_up.add(answering)
            answering.add_done_callback(self._given_up.discard)
            raise httpx.ReadTimeout("", request=request)
        return _response(answering.result(), request)

    async def _answer(self, request: httpx.Request, body: bytes) -> Answer:
        token, _, rest = request.url.path.removeprefix("/file").removeprefix("/bot").partition("/")
        if request.url.path.startswith("/file/"):
            return await self._telegram.serve_file(token, rest)
        kind = request.headers.get("content-type", "")
        return await self._telegram.serve(token, rest, kind, body, request.url.query.decode())


def playground_request(telegram: FakeTelegram) -> HTTPXRequest:
    """A request object for python-telegram-bot; the builder's `request` and `get_updates_request` want one each."""
    return HTTPXRequest(httpx_kwargs={"transport": PlaygroundTransport(telegram)})


def _response(answer: Answer, request: httpx.Request) -> httpx.Response:
    match answer.wire:
        case Wire.REFUSED:
            raise httpx.ConnectError("All connection attempts failed", request=request)
        case Wire.CUT:
            raise httpx.RemoteProtocolError("Server disconnected without sending a response.", request=request)
        case Wire.HANG:
            raise httpx.ReadTimeout("", request=request)
        case Wire.HALF:
            reason = "peer closed connection without sending complete message body"
            raise httpx.RemoteProtocolError(f"{reason} (incomplete chunked read)", request=request)
        case Wire.WHOLE:
            headers = {"content-type": answer.content_type}
            return httpx.Response(answer.status, headers=headers, content=answer.body, request=request)
