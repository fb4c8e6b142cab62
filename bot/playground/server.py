"""The playground behind a port: any Bot API client may be pointed at it, here or in another process.

`/bot<token>/<method>` and `/file/bot<token>/<path>` are Telegram's own addresses; `/playground/...` is the control
panel (`bot.playground.control`). A bot is led here by `TELEGRAM_API_URL=http://127.0.0.1:<port>`.
Stand-alone: `python -m bot.playground.server --port 8081 --token 1:x --ledger ledger.jsonl`.
"""

import argparse
import asyncio
import socket
from pathlib import Path

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot.playground.control import control_routes
from bot.playground.telegram import PLAY_TOKEN, Answer, FakeTelegram, Wire


class CuttingProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 with one addition: a request can reach the connection it came on, to break it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        self.app_state = {**self.app_state, "connection": transport}


class WireAnswer(Response):
    """An `Answer` as an HTTP response, broken connections included."""

    def __init__(self, answer: Answer) -> None:
        super().__init__(answer.body, answer.status, media_type=answer.content_type)
        self._answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        wire = self._answer.wire
        if wire is Wire.WHOLE:
            await super().__call__(scope, receive, send)
            return
        connection: asyncio.Transport = scope["state"]["connection"]
        if wire is Wire.HALF:
            await self._send_all_but_the_end(send)
            connection.close()
        elif wire is not Wire.HANG:
            connection.abort()
        while (await receive())["type"] != "http.disconnect":
            pass

    async def _send_all_but_the_end(self, send: Send) -> None:
        await send({"type": "http.response.start", "status": self.status_code, "headers": self.raw_headers})
        await send({"type": "http.response.body", "body": self._answer.body[:-1], "more_body": True})


def bot_api_routes(telegram: FakeTelegram) -> list[BaseRoute]:
    """Telegram's own addresses."""

    async def call(request: Request) -> Response:
        path, kind = request.path_params, request.headers.get("content-type", "")
        body = await request.body()
        return WireAnswer(await telegram.serve(path["token"], path["method"], kind, body, request.url.query))

    async def file(request: Request) -> Response:
        return WireAnswer(await telegram.serve_file(request.path_params["token"], request.path_params["path"]))

    return [
        Route("/file/bot{token}/{path:path}", file, methods=["GET"]),
        Route("/bot{token}/{method}", call, methods=["GET", "POST"]),
    ]


def playground_app(telegram: FakeTelegram) -> Starlette:
    """The Bot API and the control panel in one app."""
    return Starlette(routes=[*bot_api_routes(telegram), *control_routes(telegram)])


class PlaygroundServer(uvicorn.Server):
    """A server that tells when it listens."""

    def __init__(self, config: uvicorn.Config) -> None:
        super().__init__(config)
        self.ready = asyncio.Event()

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        self.ready.set()


def playground_server(app: Starlette, port: int, host: str = "127.0.0.1") -> PlaygroundServer:
    """A server to be run with `await server.serve()` and ended with `server.should_exit = True`."""
    config = uvicorn.Config(
        app,
        host=host,
        port=port,
        http=CuttingProtocol,
        lifespan="off",
        log_level="warning",
        access_log=False,
        timeout_graceful_shutdown=1,
    )
    return PlaygroundServer(config)


def main() -> None:
    """Run the playground alone, until it is interrupted."""
    arguments = argparse.ArgumentParser(prog="python -m bot.playground.server", description=main.__doc__)
    arguments.add_argument("--host", default="127.0.0.1")
    arguments.add_argument("--port", type=int, default=8081)
    arguments.add_argument("--token", default=PLAY_TOKEN)
    arguments.add_argument("--ledger", type=Path, help="append every ledger entry to this file as a JSON line")
    given = arguments.parse_args()
    telegram = FakeTelegram(given.token, ledger_file=given.ledger)
    playground_server(playground_app(telegram), given.port, given.host).run()
    telegram.close()


if __name__ == "__main__":
    main()
