"""The playground behind a port: any Bot API client may be pointed at it, here or in another process.

`/bot<token>/<method>` and `/file/bot<token>/<path>` are Telegram's own addresses; `/playground/...` is the control
panel (`bot.playground.control`). A bot is led here by `TELEGRAM_API_URL=http://127.0.0.1:<port>`.
Stand-alone: `python -m bot.playground.server --port 8081 --token 1:x --ledger ledger.jsonl`.
"""

import argparse
import asyncio
import socket
from pathlib import Path

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import BaseRoute, Route
from starlette.types import Receive, Scope, Send
from uvicorn.protocols.http.h11_impl import H11Protocol

from bot import logs
from bot.playground.control import control_routes
from bot.playground.controls import PlaygroundControls
from bot.playground.stage import stage_routes
from bot.playground.telegram import PLAY_TOKEN, Answer, FakeTelegram, Wire

log = structlog.get_logger("bot.playground.server")  # also when run alone as __main__


class CuttingProtocol(H11Protocol):
    """uvicorn's HTTP/1.1 with one addition: a request can reach the connection it came on, to break it."""

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        # asyncio does this only for sockets that it opened itself; on one that was handed over, each answer would wait
        # 40 ms for the client's delayed acknowledgement.
        transport.get_extra_info("socket").setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
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


def playground_app(telegram: FakeTelegram, controls: PlaygroundControls | None = None) -> Starlette:
    """The Bot API, the control panel and the page in one app."""
    stage = stage_routes(telegram, controls or PlaygroundControls())
    return Starlette(routes=[*bot_api_routes(telegram), *control_routes(telegram), *stage])


class PlaygroundServer(uvicorn.Server):
    """Serves a playground: run with `await server.serve()`, ended with `server.should_exit = True`.

    `ready` is set once it listens. Port 0 takes a free one; the log says which.
    """

    def __init__(
        self,
        telegram: FakeTelegram,
        port: int,
        host: str = "127.0.0.1",
        controls: PlaygroundControls | None = None,
    ) -> None:
        config = uvicorn.Config(
            playground_app(telegram, controls),
            host=host,
            port=port,
            http=CuttingProtocol,
            lifespan="off",
            log_level="warning",
            access_log=False,
            timeout_graceful_shutdown=1,
        )
        super().__init__(config)
        self.ready = asyncio.Event()
        self._telegram = telegram

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        await super().startup(sockets)
        for listening in (listener for server in self.servers for listener in server.sockets):
            log.info("playground listens", port=listening.getsockname()[1])
        self.ready.set()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._telegram.hang_up()
        await super().shutdown(sockets)


def main() -> None:
    """Run the playground alone, until it is interrupted."""
    arguments = argparse.ArgumentParser(prog="python -m bot.playground.server", description=main.__doc__)
    arguments.add_argument("--host", default="127.0.0.1")
    arguments.add_argument("--port", type=int, default=8081)
    arguments.add_argument("--token", default=PLAY_TOKEN)
    arguments.add_argument("--ledger", type=Path, help="append every ledger entry to this file as a JSON line")
    given = arguments.parse_args()
    logs.configure("INFO", [given.token])
    telegram = FakeTelegram(given.token, ledger_file=given.ledger)
    PlaygroundServer(telegram, given.port, given.host).run()
    telegram.close()


if __name__ == "__main__":
    main()
