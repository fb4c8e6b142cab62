"""A run: a fake Telegram, people who talk all the time, and an assistant that is killed again and again.

The test's own process is Telegram, the people and the judge. What is said and how each life ends follows from the seed;
the microsecond of a death does not, and is not meant to.
"""

import asyncio
import json
import os
import random
import signal
import socket
import sys
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager, suppress
from dataclasses import asdict, dataclass, replace
from datetime import time
from pathlib import Path
from urllib.parse import urlsplit

import httpx
from sqlmodel import Session, col, func, select, text

from bot.clock import SystemClock
from bot.domain.local_time import moment_of
from bot.domain.shop import Shop
from bot.playground.calls import Json
from bot.playground.ledger import Event
from bot.playground.telegram import FakeTelegram
from storage.database import Database
from storage.models import InboxRow, OutboxRow
from storage.opening import open_shop_database
from tests.chaos.judge import Verdict, judge, proof_in
from tests.chaos.life import CLAIMED, MOMENTS, WEBHOOK, ClockAhead, Life
from tests.chaos.story import CUSTOMERS, OWNERS, Sentence, sentences, settle_in
from tests.playground.serving import serving

ROOT = Path(__file__).parents[2]
PATIENCE = 60.0
"""Seconds until what should happen is taken for what will never happen."""

_EVENING = time(20, 0)
_UNANSWERED = 48
_GREETINGS_A_LIFE = 4
_LONGEST_STAY = 0.2
_AFTER_A_FREEZE = 20
_A_CLAIM = 6  # by then it is answers that are claimed, and no greetings
_WEBHOOK_RETRY = 0.05
_ANYWHERE, _FREEZE, _TAKEOVER = "anywhere", "freeze", "takeover"


@dataclass(frozen=True, slots=True)
class Plan:
    """How much is said, and how the lives end.

    One at each of `moments`, `anywhere` so many; `freezes` are frozen for longer than a lease and killed some messages
    later; `takeovers` are frozen until another process leads, and go on when that one is at work.
    """

    updates: int
    seed: int
    moments: Sequence[str] = MOMENTS
    anywhere: int = 0
    freezes: int = 0
    takeovers: int = 0
    webhook: bool = False
    without_lease_check: bool = False

    @property
    def deaths(self) -> int:
        return len(self.moments) + self.anywhere + self.freezes + self.takeovers


class Nursery:
    """The process that forks lives, seen from here."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process
        self.pid = 0

    async def bear(self, life: Life) -> None:
        """Begin a life."""
        assert self._process.stdin
        self._process.stdin.write(json.dumps(asdict(life)).encode() + b"\n")
        self.pid = int((await self.hears("born ")).removeprefix("born "))

    async def hears(self, start: str) -> str:
        """The next line, which must begin with `start`."""
        line = await self.line(PATIENCE)
        if not line.startswith(start):
            raise AssertionError(f"expected {start!r}, heard {line!r}")
        return line

    async def line(self, within: float) -> str:
        """The next line that it or the life says. Raises TimeoutError."""
        assert self._process.stdout
        async with asyncio.timeout(within):
            return (await self._process.stdout.readline()).decode().rstrip("\n")

    def send(self, number: signal.Signals) -> None:
        """A signal to the life."""
        os.kill(self.pid, number)


@asynccontextmanager
async def nursery(log: Path) -> AsyncIterator[Nursery]:
    """A nursery, closed with whatever still lives in it. What the lives log goes to `log`."""
    with log.open("ab") as errors:
        process = await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.chaos.nursery",
            cwd=ROOT,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
            stderr=errors,
        )
    opened = Nursery(process)
    try:
        yield opened
    finally:
        assert process.stdin
        process.stdin.close()
        if opened.pid:
            with suppress(ProcessLookupError):
                opened.send(signal.SIGKILL)
        await process.wait()


class Run:
    """One run over one database."""

    def __init__(self, plan: Plan, url: str, folder: Path) -> None:
        self._plan = plan
        self._folder = folder
        self._chance = random.Random(plan.seed)
        now = SystemClock().now()
        shop = Shop("맑은세탁")
        self._telegram = FakeTelegram(
            ledger_file=folder / "ledger.jsonl", deliver=self._deliver, webhook_retry=_WEBHOOK_RETRY
        )
        self._life = Life(
            url=url,
            key_file=str(folder / "key"),
            telegram="",
            token=self._telegram.token,
            owners=OWNERS,
            clock_ahead=(moment_of(shop.day_of(now), _EVENING, shop.zone) - now).total_seconds(),
            webhook_port=_free_port() if plan.webhook else 0,
            without_lease_check=plan.without_lease_check,
        )
        self._said: list[Sentence] = []
        self._unanswered: set[tuple[int | None, str | None]] = set()
        self._heard = 0
        self._greetings: list[tuple[int, str]] = []
        self._births: list[int] = []

    async def verdict(self) -> Verdict:
        """Run it all and judge it."""
        now = SystemClock().now()
        opened = open_shop_database(self._life.url, data_key="", key_file=self._folder / "key", now=now)
        database = opened.database
        try:
            with database.writing() as session:
                settle_in(session, database.vault, now)
            for person in (*CUSTOMERS, *OWNERS):
                self._telegram.person(person, CUSTOMERS.get(person, "사장님"), started=True)
            async with serving(self._telegram) as origin, nursery(self._folder / "lives.log") as lives:
                self._life = replace(self._life, telegram=origin)
                await self._live(lives, database)
            greetings = [text for _, text in self._greetings]
            return judge(self._said, greetings, self._telegram.ledger.entries, self._births, database)
        finally:
            database.close()
            self._telegram.close()

    async def _live(self, lives: Nursery, database: Database) -> None:
        talking = asyncio.create_task(self._talk())
        try:
            for end in self._ends():
                await self._die(lives, end, database)
            await self._bear(lives, replace(self._life, endless=True))
            await talking
            await until(database, _nothing_hangs)
            lives.send(signal.SIGTERM)
            await lives.hears("gone 0")
        finally:
            talking.cancel()

    def _ends(self) -> list[str]:
        plan = self._plan
        ends = [*plan.moments, *[_ANYWHERE] * plan.anywhere, *[_FREEZE] * plan.freezes, *[_TAKEOVER] * plan.takeovers]
        self._chance.shuffle(ends)
        return ends

    async def _die(self, lives: Nursery, end: str, database: Database) -> None:
        """One life with a violent end, however it comes about."""
        if end == _ANYWHERE:
            await self._bear(lives, self._life)
            await lives.hears("ready")
            with suppress(TimeoutError):
                line = await lives.line(self._chance.uniform(0, _LONGEST_STAY))
                raise AssertionError(f"it ended by itself: {line}")
            lives.send(signal.SIGKILL)
        elif end == _FREEZE:
            await self._bear(
                lives,
                replace(self._life, moment=CLAIMED, nth=_A_CLAIM, freezes=True, send_timeout=2.0, lease=3.0, alone=1.0),
            )
            await lives.hears("stopped")
            await until(database, _no_lease_is_left(self._life.clock_ahead))
            lives.send(signal.SIGCONT)
            await self._until_sent(_AFTER_A_FREEZE)
            lives.send(signal.SIGKILL)
        elif end == _TAKEOVER:
            await self._be_taken_over(lives, database)
            return
        else:
            await self._bear(lives, replace(self._life, moment=end, nth=self._chance.randint(1, 3)))
        await lives.hears("gone -9")
        if database.dialect_name == "postgresql":
            await database.write(_its_lease_runs_out)
        if self._chance.random() < 0.1:
            known = [update["update_id"] for update in self._telegram.updates.history]
            self._telegram.updates.redeliver(self._chance.sample(known, min(20, len(known))))

    async def _be_taken_over(self, lives: Nursery, database: Database) -> None:
        """One is frozen until its leadership is over, another takes over, and then the first one wakes up."""
        short = replace(self._life, send_timeout=2.0, leader_lease=4.0)
        await self._bear(lives, replace(short, moment=CLAIMED, nth=_A_CLAIM, freezes=True))
        await lives.hears("stopped")
        await until(database, _nobody_leads)
        async with nursery(self._folder / "lives.log") as others:
            await self._bear(others, replace(short, endless=True))
            await self._until_sent(_AFTER_A_FREEZE)
            lives.send(signal.SIGCONT)
            await lives.hears("gone 1")
            await self._until_sent(_AFTER_A_FREEZE)
            others.send(signal.SIGTERM)
            await others.hears("gone 0")

    async def _bear(self, lives: Nursery, life: Life) -> None:
        """Begin a life that plans some greetings; half of them were planned by the one before."""
        for _ in range(_GREETINGS_A_LIFE):
            self._greetings.append((self._chance.choice(list(CUSTOMERS)), f"인사{len(self._greetings):04}"))
        await lives.bear(replace(life, greetings=tuple(self._greetings[-2 * _GREETINGS_A_LIFE :])))
        self._births.append(len(self._telegram.ledger.entries))

    async def _deliver(self, url: str, headers: dict[str, str], update: Json) -> int:
        """What the proxy in front of the shop does: take the https address apart and post to the local port."""
        assert url == WEBHOOK
        port, path = self._life.webhook_port, urlsplit(url).path
        async with httpx.AsyncClient(verify=False, trust_env=False) as client:
            return (await client.post(f"http://127.0.0.1:{port}{path}", headers=headers, json=update)).status_code

    async def _talk(self) -> None:
        """Everybody says what they have to say, never far ahead of the answers. Ends with the last answer."""
        for sentence in sentences(self._plan.updates, self._plan.seed):
            await self._until_unanswered_below(_UNANSWERED)
            self._said.append(sentence)
            self._unanswered.add((sentence.chat_id, sentence.proof))
            self._telegram.person(sentence.chat_id).says(sentence.text)
        with suppress(TimeoutError):  # The judge will tell whose answer is missing.
            await self._until_unanswered_below(1)

    async def _until_unanswered_below(self, few: int) -> None:
        ledger = self._telegram.ledger
        while True:
            for entry in ledger.entries[self._heard :]:
                if entry.event is Event.SENT:
                    self._unanswered.discard((entry.chat_id, proof_in(entry.details["text"])))
            self._heard = len(ledger.entries)
            if len(self._unanswered) < few:
                return
            await ledger.until(lambda: len(ledger.entries) > self._heard, PATIENCE)

    async def _until_sent(self, more: int) -> None:
        ledger = self._telegram.ledger
        enough = len(ledger.of(Event.SENT)) + more
        await ledger.until(lambda: len(ledger.of(Event.SENT)) >= enough, PATIENCE)


async def until(database: Database, true: Callable[[Session], bool]) -> None:
    """Wait until the records say so, which may be a moment after the ledger moves. Raises TimeoutError."""
    async with asyncio.timeout(PATIENCE):
        while not await database.read(true):  # noqa: ASYNC110 - no event tells that records have changed
            await asyncio.sleep(0.05)


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        return int(listening.getsockname()[1])


def _its_lease_runs_out(session: Session) -> None:
    """Time passes until the dead leader's lease is over, without waiting for it."""
    session.connection().execute(text("UPDATE leader SET lease_until = clock_timestamp()"))


def _nobody_leads(session: Session) -> bool:
    held = text("SELECT count(*) FROM leader WHERE lease_until > clock_timestamp()")
    return bool(session.connection().execute(held).scalar_one() == 0)


def _nothing_hangs(session: Session) -> bool:
    inbox = select(func.count()).where(col(InboxRow.state).in_(("waiting", "claimed")))
    outbox = select(func.count()).where(col(OutboxRow.state).in_(("pending", "sending", "unknown")))
    return session.exec(inbox).one() == 0 and session.exec(outbox).one() == 0


def _no_lease_is_left(clock_ahead: float) -> Callable[[Session], bool]:
    clock = ClockAhead(clock_ahead)

    def ask(session: Session) -> bool:
        held = select(func.count()).where(OutboxRow.state == "sending", col(OutboxRow.lease_until) > clock.now())
        return session.exec(held).one() == 0

    return ask
