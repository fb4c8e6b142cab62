"""The local port that whatever forwards the webhook connects to."""

from collections.abc import Iterator
from contextlib import contextmanager

import uvicorn
from starlette.applications import Starlette
from starlette.routing import Route

_EVERYWHERE = "0.0.0.0"  # noqa: S104 what forwards the webhook may stand on another machine


class WebServer(uvicorn.Server):
    """Serves one route. Its signal handling is left out: the command line decides when the program ends."""

    def __init__(self, route: Route, port: int) -> None:
        web = Starlette(routes=[route])
        super().__init__(
            uvicorn.Config(web, host=_EVERYWHERE, port=port, log_config=None, access_log=False, lifespan="off")
        )

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        yield
