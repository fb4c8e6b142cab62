"""An update in, its effect, its answer out: beside python-telegram-bot doing less, in the same process and round.

Two anchors. Without a network: python-telegram-bot's `process_update` with a handler that echoes, which keeps nothing.
With one: python-telegram-bot sending alone, as many in flight, to the same Telegram in memory over its own HTTP client.
Goals: the handler path >= 0.10 of the bare echo; the whole durable path >= 0.5, and draining the outbox >= 0.9, of
sending alone.
"""

import asyncio
import json
import logging
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

import structlog
from telegram import Bot, Update
from telegram.ext import Application, ApplicationBuilder, MessageHandler, filters
from telegram.request import BaseRequest

from bench.anchor import Variant, measure, table
from bot.actions.sending import Pace
from bot.app import Assistant, Wiring
from bot.clock import MovableClock
from bot.config import Settings
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from bot.messaging.courier import IN_FLIGHT
from bot.playground.ledger import Event
from bot.playground.telegram import FakeTelegram
from bot.playground.transport import BASE_URL, playground_request
from storage import inbox, outbox
from storage.database import Database
from storage.migrate import climb
from storage.vault import Vault

UPDATES = 300
CHATS = 100
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
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


class Shop:
    """The assistant on a real SQLite file, with Telegram in memory."""

    def __init__(self, folder: Path) -> None:
        url = f"sqlite:///{folder / 'bench.db'}"
        climb(url, now=NOW)
        self.database = Database.open(url, Vault({1: bytes(range(32))}))
        self.clock = MovableClock(NOW)
        self.telegram = FakeTelegram(clock=self.clock)
        settings = Settings.model_validate({"telegram_bot_token": self.telegram.token, "owner_ids": (9001,)})
        wiring = Wiring(
            request=playground_request(self.telegram),
            polling_request=playground_request(self.telegram),
            pace=UNPACED,
        )
        self.assistant = Assistant(settings, self.database, self.clock, wiring)
        for number in range(CHATS):
            self.telegram.person(1000 + number, "민지", started=True)

    async def keep(self) -> None:
        await self.assistant.intake.keep([update(next(_numbers)) for _ in range(UPDATES)])

    async def handle(self) -> int:
        """Updates in, effects and answers committed; nothing is sent."""
        before = await self.answers("pending")
        await self.keep()
        while await self.assistant.lanes.step():
            await self.assistant.lanes.finish()
        return await self.answers("pending") - before

    async def durable(self) -> int:
        """Updates in, effects committed, answers at Telegram and their outcome written."""
        before = len(self.telegram.ledger.of(Event.SENT))
        await self.keep()
        while await self._both():
            pass
        return len(self.telegram.ledger.of(Event.SENT)) - before

    async def _both(self) -> bool:
        moved = await self.assistant.lanes.step()
        moved |= await self.assistant.courier.step()
        if moved:
            return True
        await asyncio.sleep(0.002)
        return bool(await self.database.read(inbox.waiting) or await self.answers("pending", "sending"))

    async def plan(self) -> None:
        """Messages to be drained."""

        def work(session: Any) -> None:
            for _ in range(UPDATES):
                number = next(_numbers)
                message = outbox.Message(
                    f"bench:{number}", 1000 + number % CHATS, Kind.ANSWER, pack(Reply(words("hours-unknown"))), NOW
                )
                outbox.add(session, self.database.vault, message, NOW)

        await self.database.write(work)

    async def drain(self) -> int:
        """What is planned goes out; every outcome is written."""
        before = len(self.telegram.ledger.of(Event.SENT))
        while await self.answers("pending", "sending"):
            await self.assistant.courier.step()
            await self.assistant.courier.finish()
        return len(self.telegram.ledger.of(Event.SENT)) - before

    async def answers(self, *states: str) -> int:
        return await self.database.read(lambda session: outbox.in_states(session, states))


class Alone:
    """python-telegram-bot sending, `IN_FLIGHT` at a time, and keeping nothing."""

    def __init__(self) -> None:
        self.telegram = FakeTelegram(clock=MovableClock(NOW))
        for number in range(CHATS):
            self.telegram.person(1000 + number, "민지", started=True)
        self.bot = Bot(self.telegram.token, base_url=BASE_URL, request=playground_request(self.telegram))

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
    loop = asyncio.new_event_loop()
    try:
        echo, alone = Echo(), Alone()
        unsent, shop, full = (Shop(folder / name) for name in ("unsent", "shop", "full"))
        for each in (echo.begin(), alone.bot.initialize(), *(one.assistant.begin() for one in (unsent, shop, full))):
            loop.run_until_complete(each)

        def run(work: Any) -> Any:
            return lambda: loop.run_until_complete(work())

        handled = measure(
            [Variant("bare echo", run(echo.run), UPDATES), Variant("handler path", run(unsent.handle), UPDATES)]
        )
        print(table("Without a network (goal: handler path >= 0.10)", handled))
        sent = measure(
            [
                Variant("python-telegram-bot sending alone", run(alone.send), UPDATES),
                Variant("durable path, in to out", run(shop.durable), UPDATES),
            ]
        )
        print(table(f"With Telegram in memory, {IN_FLIGHT} in flight (goal: durable path >= 0.5)", sent))
        drained = measure(
            [
                Variant("python-telegram-bot sending alone", run(alone.send), UPDATES),
                Variant("outbox planned and drained", run(lambda: _plan_and_drain(full)), UPDATES),
            ]
        )
        print(table(f"The outbox, {IN_FLIGHT} in flight (goal: >= 0.9; planning is counted in)", drained))
        for one in (unsent, shop, full):
            one.database.close()
    finally:
        loop.close()
        shutil.rmtree(folder, ignore_errors=True)


async def _plan_and_drain(shop: Shop) -> int:
    await shop.plan()
    return await shop.drain()


if __name__ == "__main__":
    main()
