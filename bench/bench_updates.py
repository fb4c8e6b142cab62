"""An update in, its effect, its answer out: beside python-telegram-bot doing less, in the same process and round.

Two anchors. Without a network: python-telegram-bot's `process_update` with a handler that echoes, which keeps nothing.
With one: python-telegram-bot sending alone, as many in flight, over HTTP to the same fake Telegram, which is a process
of its own on this machine. Goals: the handler path >= 0.10 of the bare echo; the whole durable path >= 0.5, and
draining the outbox >= 0.9, of sending alone.
"""

import asyncio
import json
import logging
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Awaitable, Callable, Coroutine, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import httpx
import structlog
from sqlalchemy import func
from sqlmodel import Session, col, select
from telegram import Bot, Update
from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters
from telegram.request import BaseRequest, HTTPXRequest

from bench.anchor import Variant, measure, table
from bot.actions.sending import Pace
from bot.app import Assistant, Wiring
from bot.clock import MovableClock
from bot.config import Settings
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from bot.messaging.courier import IN_FLIGHT
from storage import outbox
from storage.database import Database
from storage.migrate import climb
from storage.models import OutboxRow
from storage.vault import Vault

UPDATES = 300
CHATS = 100
TOKEN = "1:bench"
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
PATIENCE = timedelta(seconds=10)
UNPACED = Pace(per_second=0, chat_pause=timedelta(0), alone=timedelta(0))
_numbers = count(1)


def update(number: int) -> dict[str, Any]:
    """A sentence from one of the chats, as Telegram writes it."""
    person = {"id": 1000 + number % CHATS, "is_bot": False, "first_name": "민지", "language_code": "ko"}
    message = {"message_id": number, "date": 1795222800, "chat": {"id": person["id"], "type": "private"}}
    return {"update_id": number, "message": message | {"from": person, "text": "/help"}}


class _Instant(BaseRequest):
    """A network that costs nothing: every call is answered at once."""

    @property
    def read_timeout(self) -> float | None:
        return None

    async def initialize(self) -> None: ...

    async def shutdown(self) -> None: ...

    async def do_request(self, url: str, *args: Any, **kwargs: Any) -> tuple[int, bytes]:
        if url.endswith("getMe"):
            result: dict[str, Any] = {"id": 1, "is_bot": True, "first_name": "b", "username": "b_bot"}
        else:
            result = {"message_id": 1, "date": 0, "chat": {"id": 1, "type": "private"}, "text": "x"}
        return 200, json.dumps({"ok": True, "result": result}).encode()


class Echo:
    """python-telegram-bot alone: one handler, one answer, nothing kept."""

    def __init__(self) -> None:
        self.answered = 0
        self.application: Application[Any, Any, Any, Any, Any, Any] = (
            ApplicationBuilder().token("1:a").request(_Instant()).get_updates_request(_Instant()).updater(None).build()
        )
        self.application.add_handler(MessageHandler(filters.ALL, self._echo))

    async def _echo(self, one: Update, context: Any) -> None:
        assert one.effective_message is not None
        await one.effective_message.reply_text(one.effective_message.text or "")
        self.answered += 1

    async def run(self) -> int:
        self.answered = 0
        for number in range(UPDATES):
            await self.application.process_update(self.parsed[number])
        return self.answered

    async def begin(self) -> None:
        await self.application.initialize()
        self.parsed = [Update.de_json(update(next(_numbers)), self.application.bot) for _ in range(UPDATES)]


@contextmanager
def fake_telegram() -> Iterator[str]:
    """A fake Telegram in a process of its own, which everybody has written to. Gives its origin."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    command = [sys.executable, "-m", "bot.playground.server", "--port", str(port), "--token", TOKEN]
    server = subprocess.Popen(command, stderr=subprocess.PIPE, text=True)
    try:
        assert server.stderr is not None
        server.stderr.readline()  # It says when it listens.
        origin = f"http://127.0.0.1:{port}"
        for number in range(CHATS):
            person = {"id": 1000 + number, "first_name": "민지", "started": True}
            httpx.post(f"{origin}/playground/people", json=person, trust_env=False).raise_for_status()
        yield origin
    finally:
        server.kill()
        server.communicate()


class Shop:
    """The assistant on a real SQLite file. `origin` is that of the fake Telegram."""

    def __init__(self, folder: Path, origin: str) -> None:
        url = f"sqlite:///{folder / 'bench.db'}"
        climb(url, now=NOW)
        self.database = Database.open(url, Vault({1: bytes(range(32))}))
        self.clock = MovableClock(NOW)
        self._working: list[asyncio.Task[None]] = []
        values = {"telegram_bot_token": TOKEN, "telegram_api_url": origin, "owner_ids": (9001,)}
        self.assistant = Assistant(
            Settings.model_validate(values), self.database, self.clock, Wiring(pace=UNPACED, send_timeout=PATIENCE)
        )

    async def begin(self, *, sends: bool) -> None:
        """Meet Telegram; with `sends` the lanes and the courier go on working from now on."""
        await self.assistant.begin()
        if sends:
            self._working = [asyncio.create_task(one.run()) for one in (self.assistant.lanes, self.assistant.courier)]

    async def end(self) -> None:
        for one in (self.assistant.lanes, self.assistant.courier):
            one.stop()
            await one.finish()
        await asyncio.gather(*self._working)
        await self.assistant.end()
        self.database.close()

    async def handle(self) -> int:
        """Updates in, effects and answers committed; nothing is sent."""
        before = await self.answers("pending")
        await self.keep()
        while await self.assistant.lanes.step():
            await self.assistant.lanes.finish()
        return await self.answers("pending") - before

    async def durable(self) -> int:
        """Updates in, effects committed, answers at Telegram and their outcome written."""
        return await self._sent_by(self.keep)

    async def drain(self) -> int:
        """Messages are planned, go out, and every outcome is written."""
        return await self._sent_by(self.plan)

    async def _sent_by(self, work: Callable[[], Awaitable[None]]) -> int:
        before = await self.answers("sent")
        await work()
        while (sent := await self.answers("sent") - before) < UPDATES:  # noqa: ASYNC110 - it happens on disk
            await asyncio.sleep(0.01)
        return sent

    async def keep(self) -> None:
        await self.assistant.intake.keep([update(next(_numbers)) for _ in range(UPDATES)])

    async def plan(self) -> None:
        def work(session: Any) -> None:
            for _ in range(UPDATES):
                number = next(_numbers)
                message = outbox.Message(
                    f"bench:{number}", 1000 + number % CHATS, Kind.ANSWER, pack(Reply(words("hours-unknown"))), NOW
                )
                outbox.add(session, self.database.vault, message, NOW)

        await self.database.write(work)
        self.assistant.courier.wake()

    async def answers(self, *states: str) -> int:
        return await self.database.read(lambda session: _in_states(session, states))


def _in_states(session: Session, states: Sequence[str]) -> int:
    return session.exec(select(func.count()).where(col(OutboxRow.state).in_(states))).one()


class Alone:
    """python-telegram-bot sending, `IN_FLIGHT` at a time, and keeping nothing."""

    def __init__(self, origin: str) -> None:
        request = HTTPXRequest(connection_pool_size=IN_FLIGHT + 4, read_timeout=PATIENCE.total_seconds())
        self.bot = Bot(TOKEN, base_url=f"{origin}/bot", request=request)

    async def send(self) -> int:
        room = asyncio.Semaphore(IN_FLIGHT)

        async def one(number: int) -> int:
            async with room:
                await self.bot.send_message(
                    1000 + number % CHATS, "영업시간은 가게에 물어봐 주세요.", parse_mode="HTML"
                )
                return 1

        return sum(await asyncio.gather(*(one(number) for number in range(UPDATES))))


def main() -> None:
    logging.disable(logging.CRITICAL)
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(logging.CRITICAL))
    folder = Path(tempfile.mkdtemp(prefix="dangol-bench-"))
    try:
        with fake_telegram() as origin, asyncio.Runner() as runner:
            _measure(folder, origin, runner)
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _measure(folder: Path, origin: str, runner: asyncio.Runner) -> None:
    echo, alone = Echo(), Alone(origin)
    unsent, shop = (Shop(folder / name, origin) for name in ("unsent", "shop"))
    for beginning in (echo.begin(), alone.bot.initialize(), unsent.begin(sends=False), shop.begin(sends=True)):
        runner.run(beginning)

    def variant(name: str, work: Callable[[], Coroutine[Any, Any, int]]) -> Variant:
        return Variant(name, lambda: runner.run(work()), UPDATES)

    handled = measure([variant("bare echo", echo.run), variant("handler path", unsent.handle)])
    print(table("Without a network (goal: handler path >= 0.10)", handled))
    sent = measure(
        [
            variant("python-telegram-bot sending alone", alone.send),
            variant("durable path, in to out (goal >= 0.5)", shop.durable),
            variant("outbox planned and drained (goal >= 0.9)", shop.drain),
        ]
    )
    print(table(f"Over loopback, {IN_FLIGHT} in flight", sent))
    for each in (unsent, shop):
        runner.run(each.end())


if __name__ == "__main__":
    main()
