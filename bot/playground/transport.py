"""The playground as a network: plugs a `FakeTelegram` under httpx, so under python-telegram-bot, in one process.

A fault becomes the very exception that httpx raises for it on a real wire, so that python-telegram-bot's own mapping
and its `__cause__` are the real ones.
"""

import httpx
from telegram.request import HTTPXRequest

from bot.playground.telegram import Answer, FakeTelegram, Wire

ORIGIN = "http://telegram.playground"
BASE_URL = f"{ORIGIN}/bot"
BASE_FILE_URL = f"{ORIGIN}/file/bot"


class PlaygroundTransport(httpx.AsyncBaseTransport):
    """Answers every request from a `FakeTelegram`."""

    def __init__(self, telegram: FakeTelegram) -> None:
        self._telegram = telegram

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        body = await request.aread()
        token, _, rest = request.url.path.removeprefix("/file").removeprefix("/bot").partition("/")
        if request.url.path.startswith("/file/"):
            answer = await self._telegram.serve_file(token, rest)
        else:
            kind = request.headers.get("content-type", "")
            answer = await self._telegram.serve(token, rest, kind, body, request.url.query.decode())
        return _response(answer, request)


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
