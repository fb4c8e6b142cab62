"""A real server on this machine that speaks as much of OpenAI's chat completions as a model's answer needs."""

import asyncio
import json
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import uvicorn
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route


@dataclass
class Model:
    """What was asked, and what is said. `says` None: it waits for `over`. `raw` is sent as the whole body instead."""

    says: str | None = ""
    raw: bytes | None = None
    status: int = 200
    asked: list[dict[str, Any]] = field(default_factory=list)
    keys: list[str] = field(default_factory=list)
    port: int = 0
    arrived: asyncio.Event = field(default_factory=asyncio.Event)
    over: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}/v1"

    @property
    def sentences(self) -> list[str]:
        return [str(one["messages"][-1]["content"]) for one in self.asked]

    def picks(self, kind: str, **slots: str) -> None:
        self.says = json.dumps({"kind": kind, "slots": slots}, ensure_ascii=False)


@asynccontextmanager
async def model_server() -> AsyncIterator[Model]:
    """Listen while the block runs."""
    model = Model()

    async def complete(request: Request) -> Response:
        model.asked.append(await request.json())
        model.keys.append(request.headers.get("authorization", ""))
        model.arrived.set()
        if model.raw is not None:
            return Response(model.raw, model.status)
        if model.says is None:
            await model.over.wait()
        return JSONResponse({"choices": [{"message": {"role": "assistant", "content": model.says}}]}, model.status)

    web = Starlette(routes=[Route("/v1/chat/completions", complete, methods=["POST"])])
    server = uvicorn.Server(uvicorn.Config(web, log_config=None, access_log=False, lifespan="off"))
    with socket.create_server(("127.0.0.1", 0)) as listening:
        model.port = listening.getsockname()[1]
        serving = asyncio.create_task(server._serve([listening]))  # without uvicorn's own handling of signals
        try:
            yield model
        finally:
            model.over.set()
            server.should_exit = True
            await serving
