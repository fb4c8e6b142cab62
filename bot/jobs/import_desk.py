"""The desk for files that came by chat: fetched, read, brought in and taken back, one short step after the other.

What is to be done stands in the database, so a death costs no more than the step at hand. Between two steps everybody
else gets their turn. Nothing here waits for a person: a file that is asked about is no work.
"""

import asyncio
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import TypeVar

import structlog
from sqlalchemy.exc import OperationalError

from bot.actions import import_steps
from bot.actions.import_steps import Opened, Work
from bot.actions.importing_run import Run, Taken
from bot.actions.prospects import CardRun
from bot.desk import Desk
from bot.domain.fetching import Fetch, NotNow
from bot.domain.refusals import Refusal
from bot.runtime import Runtime
from bot.texts.catalog import Catalog
from storage.importing import Collision
from storage.leader import LeadLost

T = TypeVar("T")
log = structlog.get_logger()

_TRIES = 3
_PEOPLE_A_BATCH = 100
_ENVIRONMENT = (OperationalError, sqlite3.OperationalError, OSError)


class ImportDesk(Desk):
    """Works on one file at a time."""

    trouble = "the desk for files could not work"

    def __init__(
        self,
        runtime: Runtime,
        fetch: Fetch,
        catalog: Catalog,
        wake_courier: Callable[[], None],
        *,
        may_work: Callable[[float], bool] | None = None,
    ) -> None:
        super().__init__(may_work)
        self._runtime = runtime
        self._fetch = fetch
        self._catalog = catalog
        self._wake_courier = wake_courier
        self._at_hand: _Running | None = None
        self._touched: tuple[int, set[int]] | None = None

    def finish(self) -> None:
        """Let go of the file at hand, when no step is under way any more; the next start takes it up again."""
        self._at_hand = None

    async def step(self) -> bool:
        """Do the next thing that is to be done. Returns whether there was any."""
        if not self._may_work(time.monotonic()):
            return False
        work = await self._runtime.read(import_steps.next_work)
        if work is None:
            if await self._runtime.read(import_steps.is_any_unanswered):
                await self._runtime.write(import_steps.forget_unanswered)
            return False
        try:
            await self._do(work)
        except Refusal as refusal:
            await self._write(work, import_steps.refuse, refusal)
        except NotNow:
            await self._write(work, partial(import_steps.failed, reason="file-not-fetched"))
        except (LeadLost, *_ENVIRONMENT):
            raise
        except Exception:
            reference = secrets.token_hex(3).upper()
            log.exception("a file could not be worked on", file=work.id, state=work.state, reference=reference)
            self._at_hand = None
            await self._write(work, partial(import_steps.failed, reason="import-broke"))
        self._wake_courier()
        return True

    async def _do(self, work: Work) -> None:
        match work.state:
            case "coming":
                await self._write(work, import_steps.arrived, await self._fetch(work.file_id))
            case "reading":
                await self._write(work, import_steps.show, await self._open(work))
            case "wanted":
                await self._bring_in(work)
            case "stopping":
                await self._finish(work, await self._running(work))
            case "undoing":
                await self._take_back(work)

    async def _bring_in(self, work: Work) -> None:
        running = await self._running(work)
        # Reading costs as much as writing, so it is done in a thread of its own.
        batch = await asyncio.to_thread(next, running.batches, None)
        if batch is None:
            await self._finish(work, running)
            return
        started = time.perf_counter()
        taken = await self._take(work, running.run, batch)
        if taken is None:
            self._at_hand = None
            return
        running.run.fit(len(batch), time.perf_counter() - started)
        running.run.note(taken)

    async def _take(self, work: Work, run: Run | CardRun, batch: Sequence[object]) -> Taken | None:
        for _ in range(_TRIES - 1):
            try:
                return await self._write(work, import_steps.take, run, batch)
            except Collision:
                # The bot has just written one of these people, or taken them away: look them all up anew.
                run.found.clear()
        return await self._write(work, import_steps.take, run, batch)

    async def _finish(self, work: Work, running: "_Running") -> None:
        await self._refresh(work, running.run.touched)
        await self._write(work, import_steps.finish, running.opened, running.run, self._catalog)
        self._at_hand = None

    async def _take_back(self, work: Work) -> None:
        self._at_hand = None
        if self._touched is None or self._touched[0] != work.id:
            self._touched = work.id, await self._read(work, import_steps.touched_before)
        step = await self._write(work, import_steps.take_back_some)
        if step is not None:
            self._touched[1].update(step.touched)
            return
        await self._refresh(work, self._touched[1])
        await self._write(work, import_steps.all_taken_back)
        self._touched = None

    async def _running(self, work: Work) -> "_Running":
        """What is at hand; after a start, or after another file, it is taken up where it was."""
        if self._at_hand is None or self._at_hand.id != work.id:
            opened = await self._open(work)
            told = await asyncio.to_thread(import_steps.look_through, opened, self._runtime.database.vault)
            run = await self._read(work, import_steps.run_of, opened, told)
            done = await self._write(work, import_steps.begin, run, opened.name)
            run.touched |= await self._read(work, import_steps.touched_before)
            self._at_hand = _Running(work.id, opened, run, _after(run.batches(), done))
        return self._at_hand

    async def _open(self, work: Work) -> Opened:
        return await asyncio.to_thread(import_steps.understand, await self._read(work, import_steps.source))

    async def _refresh(self, work: Work, customer_ids: set[int]) -> None:
        rest = iter(sorted(customer_ids))
        while some := list(islice(rest, _PEOPLE_A_BATCH)):
            await self._write(work, import_steps.refresh_figures, some)

    async def _read(self, work: Work, step: Callable[..., T], *more: object) -> T:
        return await self._runtime.read(lambda unit: step(unit, work, *more), work.actor)

    async def _write(self, work: Work, step: Callable[..., T], *more: object) -> T:
        return await self._runtime.write(lambda unit: step(unit, work, *more), work.actor)


@dataclass(frozen=True, slots=True)
class _Running:
    """The file at hand, with what is left of its batches."""

    id: int
    opened: Opened
    run: Run | CardRun
    batches: Iterator[Sequence[object]]


def _after(batches: Iterator[Sequence[object]], done: int) -> Iterator[Sequence[object]]:
    """What is left when the first `done` rows are in the books already."""
    for batch in batches:
        if done >= len(batch):
            done -= len(batch)
            continue
        yield batch[done:]
        done = 0
