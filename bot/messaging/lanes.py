"""Inbox -> function. Order within a chat, chats side by side.

A lane is a chat. At most one row of a lane is in hand at a time, up to `MOST` lanes work at once. What an update did
is judged by its row's own transaction and never by python-telegram-bot's `process_update`, which swallows errors.
"""

import asyncio
import json
import sqlite3
import time
from collections import deque
from collections.abc import Callable, Coroutine
from contextlib import suppress
from contextvars import ContextVar
from dataclasses import dataclass
from functools import partial
from typing import Any

import structlog
from sqlalchemy.exc import OperationalError
from telegram import CallbackQuery, Update
from telegram.error import TelegramError
from telegram.ext import Application

from bot.actions import sending
from bot.actions.unit import Unit
from bot.domain.outgoing import Reply, words
from bot.messaging.reading import said_from
from bot.runtime import Router, Runtime, TakenOver
from storage import inbox
from storage.leader import LeadLost

log = structlog.get_logger()

AnyApplication = Application[Any, Any, Any, Any, Any, Any]

MOST = 16
_LOOK_AGAIN = 5.0
_RETRY_AFTER = 5.0
_LONGEST_FINISH = 10.0
_ENVIRONMENT = (OperationalError, sqlite3.OperationalError, OSError)


@dataclass(slots=True)
class InHand:
    """The row that the current task works on, whether some function took it, and how its transaction failed."""

    row: inbox.Claimed
    taken: bool = False
    failure: Exception | None = None


_in_hand: ContextVar[InHand] = ContextVar("in_hand")


class Lanes:
    """Takes rows from the inbox and has each answered once."""

    def __init__(
        self,
        runtime: Runtime,
        application: AnyApplication,
        wake_courier: Callable[[], None],
        *,
        may_work: Callable[[float], bool] | None = None,
    ) -> None:
        """`may_work` is asked, with the monotonic time, before anything is taken in hand."""
        self._may_work = may_work or (lambda moment: True)
        self._runtime = runtime
        self._application = application
        self._wake_courier = wake_courier
        self._busy: dict[int, asyncio.Task[None]] = {}
        self._suspects: deque[int] = deque()
        self._alone = False
        self._stopping = False
        self._awake = asyncio.Event()

    def wake(self) -> None:
        """There may be something in the inbox."""
        self._awake.set()

    async def recover(self) -> None:
        """At start: take back what a dead process had in hand, and tell the owner what had to be put aside."""

        def work(unit: Unit) -> inbox.Recovered:
            found = inbox.recover(unit.session, unit.now)
            for row_id in found.aside:
                _tell(unit, row_id)
            return found

        found = await self._runtime.write(work)
        self._suspects.extend(found.suspects)
        self.wake()

    async def step(self) -> bool:
        """Take what can be taken now. Returns whether anything was."""
        alone = bool(self._suspects)
        if self._busy and (alone or self._alone):
            return False
        self._alone = alone
        room = MOST - len(self._busy)
        if room <= 0 or not self._may_work(time.monotonic()):
            return False
        busy = tuple(self._busy)
        only = self._suspects.popleft() if alone else None

        def work(unit: Unit) -> list[inbox.Claimed]:
            if not busy:
                inbox.take_back(unit.session)
            rows, unreadable = inbox.claim(unit.session, unit.vault, most=room, busy=busy, only=only)
            for row in unreadable:
                inbox.put_aside(unit.session, row, "unreadable", unit.now)
                _tell(unit, row.id)
            return rows

        rows = await self._runtime.write(work)
        for row in rows:
            task = asyncio.create_task(self._work(row), name=f"lane {row.lane}")
            self._busy[row.lane] = task
            task.add_done_callback(partial(self._free, row.lane))
        return bool(rows) or alone

    async def run(self) -> None:
        """Work until stopped. Raises LeadLost."""
        while not self._stopping:
            self._awake.clear()
            try:
                took = await self.step()
            except LeadLost:
                raise
            except Exception:
                log.exception("the inbox could not be read")
                await self._rest(_RETRY_AFTER)
                continue
            if not took and not self._stopping:
                await self._rest(_LOOK_AGAIN)

    def stop(self) -> None:
        """Take nothing more in hand. To cancel `run` instead would forget what it has just taken."""
        self._stopping = True
        self.wake()

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._awake.wait(), seconds)

    async def finish(self) -> None:
        """Let what is in hand come to its end; what hangs (no disk, no database) is left for the next start."""
        while self._busy:
            _, hanging = await asyncio.wait(self._busy.values(), timeout=_LONGEST_FINISH)
            for task in hanging:
                task.cancel()

    def callback(self, router: Router) -> Callable[[Update, object], Coroutine[Any, Any, None]]:
        """A python-telegram-bot callback that has the row in hand answered by `router`."""

        async def run(update: Update, context: object) -> None:
            said = said_from(update)
            if said is None:
                return
            in_hand = _in_hand.get()
            in_hand.taken = True
            try:
                await self._runtime.answer(in_hand.row, said, router)
            except Exception as failure:
                in_hand.failure = failure

        return run

    def _free(self, lane: int, done: asyncio.Task[None]) -> None:
        self._busy.pop(lane, None)
        if not done.cancelled() and (error := done.exception()) is not None:
            log.error("a lane broke", error=type(error).__name__)
        self.wake()

    async def _work(self, row: inbox.Claimed) -> None:
        try:
            update = Update.de_json(json.loads(row.raw), self._application.bot)
        except Exception as error:
            log.warning("an update could not be read and was put aside", row=row.id, error=type(error).__name__)
            await self._put_aside(row, "unreadable")
            return
        in_hand = InHand(row)
        _in_hand.set(in_hand)
        await self._application.process_update(update)
        if in_hand.failure is not None:
            await self._try_again(row, in_hand.failure)
            return
        if not in_hand.taken:
            await self._surely(lambda unit: inbox.done(unit.session, row, unit.now))
        self._wake_courier()
        if update.callback_query is not None:
            await self._stop_the_spinner(update.callback_query)

    async def _try_again(self, row: inbox.Claimed, failure: Exception) -> None:
        """The transaction itself failed. A full disk or a lost database is nobody's fault and is waited out."""
        log.error("an update could not be committed", row=row.id, attempts=row.attempts, error=type(failure).__name__)
        if isinstance(failure, TakenOver):
            return
        environment = isinstance(failure, _ENVIRONMENT)
        if not environment and row.attempts >= inbox.ATTEMPTS:
            await self._put_aside(row, "failed")
            return
        await asyncio.sleep(_RETRY_AFTER if environment else 0)
        await self._surely(lambda unit: inbox.release(unit.session, row, counts=not environment))
        if not environment:
            self._suspects.append(row.id)

    async def _put_aside(self, row: inbox.Claimed, reason: str) -> None:
        def work(unit: Unit) -> None:
            if inbox.put_aside(unit.session, row, reason, unit.now):
                _tell(unit, row.id)

        await self._surely(work)
        self._wake_courier()

    async def _surely(self, work: Callable[[Unit], object]) -> None:
        """Write, however long the disk stays full or the database away: a row in hand must not be forgotten there."""
        while True:
            try:
                await self._runtime.write(work)
            except _ENVIRONMENT as trouble:
                log.error("what has become of an update could not be written yet", error=type(trouble).__name__)
                await asyncio.sleep(_RETRY_AFTER)
            else:
                return

    async def _stop_the_spinner(self, press: CallbackQuery) -> None:
        """Answer the press. Too late or not at all does no harm: the effect is on disk already."""
        try:
            await press.answer()
        except TelegramError as error:
            log.info("a press could not be answered", error=type(error).__name__)


def _tell(unit: Unit, row_id: int) -> None:
    sending.tell_owners(unit, f"aside:{row_id}", Reply(words("owner-update-aside", number=row_id)))
