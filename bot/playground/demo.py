"""`make demo`: a whole shop to try in the browser. One process, no token, no internet, nothing left behind.

The shop is the real one; only Telegram and the clock are played. Every fresh shop has a database of its own in a
temporary folder, which is gone when the demo ends.
"""

import asyncio
import json
import shutil
import signal
import socket
import tempfile
from collections.abc import Callable
from dataclasses import asdict, dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.actions import planning
from bot.app import Assistant, Wiring
from bot.config import Settings
from bot.domain.shop import Preset
from bot.jobs.scheduler import tick
from bot.playground import sample_shop
from bot.playground.calls import Json
from bot.playground.controls import PlaygroundControls, Role, Seat, Step
from bot.playground.demo_clock import DemoClock
from bot.playground.living import Living
from bot.playground.server import PlaygroundServer
from bot.playground.telegram import FakeTelegram
from bot.playground.transport import playground_request
from storage.database import Database
from storage.opening import open_shop_database

BEGINS = datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Asia/Seoul")).astimezone(UTC)
OWNER, SUYEON, EMILY = 9001, 1001, 1002
_SHOPS = {
    Preset.LAUNDRY: ("맑은세탁", "02-123-4567", "10:00-20:00"),
    Preset.SALON: ("은하헤어", "02-234-5678", "10:30-20:00"),
    Preset.CAFE: ("골목커피", "02-345-6789", "08:00-21:00"),
    Preset.THEATRE: ("작은극장", "02-456-7890", "13:00-21:00"),
}


@dataclass
class _Playing:
    """The shop that is open now."""

    assistant: Assistant
    database: Database
    folder: Path
    work: asyncio.Task[None]


class Demo:
    """The demo: shops one after the other on one played Telegram."""

    def __init__(self, preset: Preset = Preset.LAUNDRY) -> None:
        self.clock = DemoClock(BEGINS)
        self.telegram = FakeTelegram(clock=self.clock)
        self.controls = PlaygroundControls(
            seats=(Seat(OWNER, Role.OWNER), Seat(SUYEON, Role.CUSTOMER), Seat(EMILY, Role.CUSTOMER)),
            now=self.clock.now,
            move_clock=self._move_clock,
            next_due=self._next_due,
            fresh=self._fresh,
            preset=preset,
        )
        self._playing: _Playing | None = None
        self.telegram.person(OWNER, "사장님")
        self.telegram.person(SUYEON, "김수연", phone=sample_shop.phone_of("김수연"))
        phone = sample_shop.phone_of("Emily Carter")
        self.telegram.person(EMILY, "Emily", last_name="Carter", language_code="en", phone=phone)

    async def open(self, preset: Preset) -> None:
        """Open a fresh shop of this kind; the owner has pressed Start already."""
        folder = Path(tempfile.mkdtemp(prefix="dangol-demo-"))
        settings = _settings(preset, folder, self.telegram.token)
        opened = open_shop_database(
            settings.database_url.get_secret_value(),
            data_key="",
            key_file=settings.data_key_file,
            now=self.clock.now(),
        )
        wiring = Wiring(request=playground_request(self.telegram), polling_request=playground_request(self.telegram))
        assistant = Assistant(settings, opened.database, self.clock, wiring)
        shop = assistant.runtime.configured
        with opened.database.writing() as session:
            sample_shop.fill(session, opened.database.vault, shop, self.clock.now())
        await assistant.begin()
        self._playing = _Playing(assistant, opened.database, folder, asyncio.create_task(assistant.run()))
        self.controls.preset, self.controls.tour = preset, tour(preset)
        self.telegram.person(OWNER).starts()

    async def close(self) -> None:
        """Close the shop that is open and leave nothing of it."""
        if self._playing is None:
            return
        playing, self._playing = self._playing, None
        await playing.assistant.end()
        await asyncio.gather(playing.work, return_exceptions=True)
        playing.database.close()
        shutil.rmtree(playing.folder, ignore_errors=True)

    async def _fresh(self, preset: str) -> None:
        await self.close()
        self.telegram.start_afresh()
        self.clock.start_afresh()
        await self.open(Preset(preset))

    async def _move_clock(self, step: Step) -> Json | None:
        if step in (Step.MONTH, Step.YEAR):
            return await self._live(step)
        now = self.clock.now()
        steps = {Step.HOUR: now + timedelta(hours=1), Step.DAY: now + timedelta(days=1)}
        self.clock.forward_to(steps.get(step) or await self._next_due() or now)
        if self._playing is not None:
            await tick(self._playing.assistant.runtime, self._playing.assistant.courier.wake)
            self._playing.assistant.courier.wake()
        return None

    async def _live(self, step: Step) -> Json | None:
        if self._playing is None:
            return None
        living = Living(self._playing.assistant, self.telegram, self.clock, OWNER)
        return asdict(await (living.year() if step is Step.YEAR else living.month()))

    async def _next_due(self) -> datetime | None:
        if self._playing is None:
            return None
        return await self._playing.assistant.runtime.read(planning.next_due)


def tour(preset: Preset) -> list[Json]:
    """Six things to try, in both languages."""
    tours: dict[str, list[Json]] = json.loads((Path(__file__).parent / "tour.json").read_text(encoding="utf-8"))
    return tours[preset]


async def play(preset: Preset, port: int, say_where: Callable[[str], None]) -> None:
    """Serve the demo on `port` of this machine (0: a free one) until cancelled.

    `say_where` is told the address once it is open. To be run by `asyncio.run` in the main thread. Raises OSError when
    something else listens there.
    """
    _end_as_by_ctrl_c()
    listening = socket.create_server(("127.0.0.1", port))
    demo = Demo(preset)
    server = PlaygroundServer(demo.telegram, port, controls=demo.controls)
    await demo.open(preset)
    serving = asyncio.create_task(server.serve(sockets=[listening]))
    try:
        await server.ready.wait()
        say_where(f"http://127.0.0.1:{listening.getsockname()[1]}/")
        await serving
    finally:
        server.should_exit = True
        await demo.close()
        await asyncio.gather(serving, return_exceptions=True)
        demo.telegram.close()


def _end_as_by_ctrl_c() -> None:
    """Let a closed terminal or a `kill` end the demo as Ctrl-C does; otherwise its folder would be left behind."""
    for name in ("SIGTERM", "SIGHUP", "SIGBREAK"):  # the second is unknown on Windows, the third elsewhere
        if number := getattr(signal, name, None):
            signal.signal(number, signal.getsignal(signal.SIGINT))


def _settings(preset: Preset, folder: Path, token: str) -> Settings:
    name, contact, hours = _SHOPS[preset]
    return Settings.model_validate(
        {
            "telegram_bot_token": token,
            "owner_ids": (OWNER,),
            "shop_name": name,
            "shop_contact": contact,
            "shop_hours": hours,
            "shop_preset": preset.value,
            "database_url": f"sqlite:///{folder / 'demo.db'}",
            "data_key_file": folder / "demo.key",
        }
    )
