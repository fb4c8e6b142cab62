"""One life of the assistant: the real program on a real database, wired so that it dies or freezes where it is told to.

The product knows nothing of this. Deaths hang on what is wired into it: a database that dies around a commit, and a
transport that dies around a request. `at` is called at every moment that has a name; the process dies at the n-th.
"""

import asyncio
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, TypeVar

import httpx
from sqlalchemy import Connection, Engine, event
from sqlmodel import Session, col, select
from telegram.request import HTTPXRequest

from bot import logs
from bot.actions.sending import Pace
from bot.actions.unit import Unit
from bot.app import Assistant, Wiring
from bot.clock import SystemClock
from bot.config import Settings
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from bot.messaging.courier import IN_FLIGHT
from storage import outbox, people
from storage.database import Database
from storage.leader import AlreadyRunning, FileLeader, Leader, RowLeader, leader_for
from storage.models import InboxRow, OutboxRow
from storage.opening import open_shop_database

T = TypeVar("T")

# What a transaction is about, by a piece of SQL that only such a transaction contains.
_ABOUT = {
    "intake": ("INSERT INTO inbox",),
    "effect": ("UPDATE inbox SET", "done_at"),
    "claim": ("UPDATE outbox SET", "claimed_at"),
    "outcome": ("UPDATE outbox SET", "sent_at"),
}
REQUEST_SENT, ANSWER_ACCEPTED = "request sent", "answer accepted"
WEBHOOK = "https://shop.test/telegram"
MOMENTS = (
    *(f"{moment}, {when} its commit" for moment in _ABOUT for when in ("before", "after")),
    REQUEST_SENT,
    ANSWER_ACCEPTED,
)
CLAIMED = "claim, after its commit"


@dataclass(frozen=True, slots=True)
class Life:
    """What a process is told. `moment` and `nth` say where it dies; without a moment it says "ready" and is killed.

    An `endless` one does neither.
    """

    url: str
    key_file: str
    telegram: str
    token: str
    owners: tuple[int, ...]
    clock_ahead: float
    greetings: tuple[tuple[int, str], ...] = ()
    moment: str = ""
    nth: int = 1
    freezes: bool = False
    endless: bool = False
    send_timeout: float = 8.0
    lease: float = 60.0
    leader_lease: float = 20.0
    alone: float = 10.0
    without_lease_check: bool = False
    webhook_port: int = 0


class ClockAhead:
    """The machine's clock and some hours, so that it is evening whenever the tests run."""

    def __init__(self, seconds: float) -> None:
        self._ahead = timedelta(seconds=seconds)

    def now(self) -> datetime:
        return SystemClock().now() + self._ahead


class Fate:
    """Counts the moments, once everything that an earlier death left in hand is settled.

    Nobody dies twice over one thing: a message whose sending dies a second time stays uncertain for good, and an update
    that is in hand in three deaths is put aside. Both are promised, and both would be losses to the judge.
    """

    def __init__(self, life: Life) -> None:
        self._life = life
        self._left = life.nth
        self._updates: list[int | None] | None = None
        self._messages: list[int | None] = []
        self._ripe = False

    def inherit(self, session: Session) -> None:
        """Note what the earlier death has left in hand."""
        tried = select(InboxRow.id).where(InboxRow.state == "waiting", col(InboxRow.attempts) > 0)
        self._messages = list(session.exec(select(OutboxRow.id).where(OutboxRow.state == "unknown")))
        self._updates = list(session.exec(tried))

    def is_free(self, session: Session) -> bool:
        """Whether all of that is settled, once this transaction is committed."""
        if self._updates is None or self._life.endless:
            return False
        if self._ripe:
            return True
        updates = select(InboxRow.id).where(col(InboxRow.id).in_(self._updates), InboxRow.state != "done")
        messages = select(OutboxRow.id).where(
            col(OutboxRow.id).in_(self._messages), col(OutboxRow.state).in_(("unknown", "pending", "sending"))
        )
        return not session.exec(updates).all() and not session.exec(messages).all()

    def ripen(self) -> None:
        """From now on it may happen."""
        if not self._ripe and not self._life.moment:
            say("ready")
        self._ripe = True

    def at(self, moment: str) -> None:
        """A moment has come. Does not return if it is the last one."""
        if self._ripe and moment == self._life.moment:
            self._left -= 1
            if self._left == 0:
                os.kill(os.getpid(), signal.SIGSTOP if self._life.freezes else signal.SIGKILL)


class MortalDatabase(Database):
    """A database that dies right before a commit or right after it."""

    fate: Fate

    async def write(self, work: Callable[[Session], T]) -> T:
        abouts: list[str] = []
        free = False

        def watched(session: Session) -> T:
            nonlocal free
            statements = session.connection().info["statements"] = []
            result = work(session)
            session.flush()
            free = self.fate.is_free(session)
            abouts.extend(about for about, parts in _ABOUT.items() if _any_has(statements, parts))
            for about in abouts:
                self.fate.at(f"{about}, before its commit")
            return result

        result = await super().write(watched)
        if free:
            self.fate.ripen()
        for about in abouts:
            self.fate.at(f"{about}, after its commit")
        return result


def _any_has(statements: list[str], parts: tuple[str, ...]) -> bool:
    return any(all(part in statement for part in parts) for statement in statements)


@event.listens_for(Engine, "before_cursor_execute")
def _note(connection: Connection, _cursor: Any, statement: str, *_: Any) -> None:
    connection.info.setdefault("statements", []).append(statement)


class MortalTransport(httpx.AsyncHTTPTransport):
    """A network that dies when a message has left, or when Telegram's answer to it has come."""

    def __init__(self, fate: Fate) -> None:
        super().__init__(limits=httpx.Limits(max_connections=IN_FLIGHT + 4), trust_env=False)
        self._fate = fate

    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        if not request.url.path.endswith("/sendMessage"):
            return await super().handle_async_request(request)

        async def trace(name: str, _: Any) -> None:
            if name == "http11.send_request_body.complete":
                self._fate.at(REQUEST_SENT)

        request.extensions["trace"] = trace
        response = await super().handle_async_request(request)
        await response.aread()
        self._fate.at(ANSWER_ACCEPTED)
        return response


def say(line: str) -> None:
    """A line to whoever watches this process; short enough to arrive in one piece."""
    os.write(sys.stdout.fileno(), f"{line}\n".encode())


def live(life: Life) -> None:
    """Run the assistant as `life` says, until SIGTERM ends it in order or something worse happens."""
    logs.configure("INFO", [life.token])
    settings = _settings(life)
    leader = _lead(life)
    now = ClockAhead(life.clock_ahead).now()
    opened = open_shop_database(life.url, data_key="", key_file=Path(life.key_file), now=now)
    opened.database.close()
    database = MortalDatabase.open(life.url, opened.database.vault)
    database.fate = Fate(life)
    asyncio.run(_serve(life, settings, database, leader))
    database.close()
    leader.release()


async def _serve(life: Life, settings: Settings, database: MortalDatabase, leader: Leader) -> None:
    wiring = Wiring(
        request=_request(MortalTransport(database.fate), life.send_timeout),
        pace=Pace(per_second=0, chat_pause=timedelta(0), alone=timedelta(seconds=life.alone)),
        send_timeout=timedelta(seconds=life.send_timeout),
        lease=timedelta(seconds=life.lease),
    )
    assistant = Assistant(settings, database, ClockAhead(life.clock_ahead), wiring, leader)
    if life.without_lease_check:
        # The one line that the run without the check does without.
        assistant.courier._lease_holds = lambda started: True  # type: ignore[method-assign]
    await assistant.begin()
    await database.read(database.fate.inherit)
    await assistant.runtime.write(lambda unit: _plan_greetings(unit, life.greetings))
    stop = asyncio.Event()
    asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    working, stopping = asyncio.create_task(assistant.run()), asyncio.create_task(stop.wait())
    await asyncio.wait({working, stopping}, return_when=asyncio.FIRST_COMPLETED)
    if working.done():
        working.result()
    await assistant.end()
    working.cancel()


def _plan_greetings(unit: Unit, greetings: tuple[tuple[int, str], ...]) -> None:
    """Plan what a job would plan, of a kind that is never sent twice; every life plans the same again, and each exists
    once.
    """
    for chat_id, text in greetings:
        customer = people.by_chat(unit.session, chat_id)
        assert customer is not None
        reply = pack(Reply(words("item-line", item=text, quantity=1)))
        message = outbox.Message(
            f"greeting:{text}", chat_id, Kind.GIFT, reply, not_before=unit.now, customer_id=customer.id
        )
        outbox.add(unit.session, unit.vault, message, unit.now)


def _settings(life: Life) -> Settings:
    values: dict[str, Any] = {
        "telegram_bot_token": life.token,
        "telegram_api_url": life.telegram,
        "owner_ids": life.owners,
        "shop_name": "맑은세탁",
    }
    if life.webhook_port:
        values |= {"webhook_url": WEBHOOK, "webhook_secret": "chaos", "webhook_port": life.webhook_port}
    return Settings.model_validate(values)


def _request(transport: httpx.AsyncBaseTransport, seconds: float) -> HTTPXRequest:
    return HTTPXRequest(
        connect_timeout=seconds,
        read_timeout=seconds,
        write_timeout=seconds,
        pool_timeout=seconds,
        httpx_kwargs={"transport": transport},
    )


def _lead(life: Life) -> Leader:
    """Become the leader; on PostgreSQL that means to wait until the lease of whoever died has run out."""
    leader = leader_for(life.url)
    if not isinstance(leader, FileLeader):
        leader = RowLeader(life.url, timedelta(seconds=life.leader_lease))
    while True:
        try:
            leader.acquire(time.monotonic())
        except AlreadyRunning as running:
            if running.seconds is None:
                raise
            threading.Event().wait(running.seconds)
        else:
            return leader
