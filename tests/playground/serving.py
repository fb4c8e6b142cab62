"""The playground on a free port of this machine, for as long as a block runs."""

import asyncio
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.playground.controls import PlaygroundControls
from bot.playground.server import PlaygroundServer
from bot.playground.telegram import FakeTelegram


@asynccontextmanager
async def serving(telegram: FakeTelegram, controls: PlaygroundControls | None = None) -> AsyncIterator[str]:
    """Gives the origin, such as `http://127.0.0.1:40123`."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        server = PlaygroundServer(telegram, port=0, controls=controls)
        running = asyncio.create_task(server.serve(sockets=[listening]))
        await server.ready.wait()
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
        server.should_exit = True
        await running
