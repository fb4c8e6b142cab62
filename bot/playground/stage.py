"""The page and what moves behind it: who has a phone, the clock, the fresh shop."""

from pathlib import Path

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response
from starlette.routing import BaseRoute, Route

from bot.playground.calls import Json
from bot.playground.control import json_object, plainly
from bot.playground.controls import PlaygroundControls, Role, Seat, Step
from bot.playground.people import NotPossible
from bot.playground.telegram import FakeTelegram

PAGE_FILES = {file.name: file for file in (Path(__file__).parent / "page").iterdir()}
_HEADERS = {
    "content-security-policy": "default-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'none'",
    "referrer-policy": "no-referrer",
    "cache-control": "no-cache",
}


def stage_routes(telegram: FakeTelegram, controls: PlaygroundControls) -> list[BaseRoute]:
    """The page at `/`, and under `/playground/` what it asks beside the control panel."""
    stage = _Stage(telegram, controls)
    return [
        Route("/", _page_file),
        Route("/page/{name}", _page_file),
        Route("/playground/stage", plainly(stage.show), methods=["GET"]),
        Route("/playground/clock", plainly(stage.clock), methods=["GET"]),
        Route("/playground/clock", plainly(stage.move_clock), methods=["POST"]),
        Route("/playground/fresh", plainly(stage.fresh), methods=["POST"]),
    ]


async def _page_file(request: Request) -> Response:
    file = PAGE_FILES.get(request.path_params.get("name", "index.html"))
    return FileResponse(file, headers=_HEADERS) if file else Response(status_code=404)


class _Stage:
    def __init__(self, telegram: FakeTelegram, controls: PlaygroundControls) -> None:
        self._telegram = telegram
        self._controls = controls

    async def show(self, _: Request) -> Response:
        """Everything that the page must know before it draws; `ledger` is the number of the newest entry."""
        controls, telegram = self._controls, self._telegram
        seats = controls.seats or [Seat(person.id, Role.CUSTOMER) for person in telegram.people]
        return JSONResponse(
            {
                "bot": telegram.world.me(),
                "seats": [{"person_id": seat.person_id, "role": seat.role} for seat in seats],
                "presets": list(controls.presets) if controls.fresh else [],
                "preset": controls.preset,
                "timezone": controls.timezone,
                "tour": list(controls.tour),
                "clock": await self._time(),
                "ledger": len(telegram.ledger.entries),
            }
        )

    async def clock(self, _: Request) -> Response:
        return JSONResponse(await self._time())

    async def move_clock(self, request: Request) -> Response:
        """`step` is one of `Step`. "lived" in the answer is the account of what was lived through, if anything was."""
        if self._controls.move_clock is None:
            raise NotPossible("this clock cannot be moved")
        lived = await self._controls.move_clock(Step((await json_object(request))["step"]))
        return JSONResponse(await self._time() | ({"lived": lived} if lived else {}))

    async def fresh(self, request: Request) -> Response:
        preset = (await json_object(request))["preset"]
        if self._controls.fresh is None or preset not in self._controls.presets:
            raise NotPossible(f"there is no fresh shop of {preset!r}")
        await self._controls.fresh(preset)
        return JSONResponse({})

    async def _time(self) -> Json:
        """Moments in ISO 8601, or null."""
        controls = self._controls
        due = await controls.next_due() if controls.next_due else None
        return {
            "now": controls.now().isoformat() if controls.now else None,
            "next_due": due.isoformat() if due else None,
            "movable": controls.move_clock is not None,
        }
