"""The clock's tick. APScheduler keeps no jobs of ours: it says "look now", every twenty seconds, and that is all.

Its zone is UTC and its store is memory, because a scheduler zone with daylight saving can make it spin for ever at the
autumn change (agronholm/apscheduler#1021), and a stored job is lost, dropped or doubled where a row with a unique key
is not. `misfire_grace_time=None` lets a late tick happen; a machine that slept simply looks when it wakes.
"""

import asyncio
from collections.abc import Callable, Collection, Sequence
from datetime import UTC, date, timedelta
from functools import partial

import structlog
from apscheduler.schedulers.asyncio import AsyncIOScheduler

from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.jobs.table import JOBS, Errand, Job
from bot.runtime import Runtime
from storage import job_runs

log = structlog.get_logger()

TICK = timedelta(seconds=20)
_AT_ONCE = 8


async def tick(
    runtime: Runtime,
    wake_courier: Callable[[], None],
    errands: Sequence[Errand] = (),
    *,
    jobs: Sequence[Job] = JOBS,
) -> Planned:
    """Run every job that is due, each behind a savepoint of its own, so that one's trouble is not another's; then the
    errands.

    A few are handed to the writer at once: the way there and back, and the commit, cost more than looking what is due.
    Not all of them: an answer that is waited for stands behind them.
    """
    total = Planned()
    names = [job.name for job in jobs]
    begun = await runtime.read(lambda unit: job_runs.begun(unit.session, names, unit.today))
    over = {name for name, _ in begun}
    due = [job for job in jobs if not (job.once_a_day and job.name in over)]
    for start in range(0, len(due), _AT_ONCE):
        some = due[start : start + _AT_ONCE]
        works = [runtime.write(partial(_run, job, begun), cause=f"job:{job.name}") for job in some]
        for job, done in zip(some, await asyncio.gather(*works, return_exceptions=True), strict=True):
            if isinstance(done, Planned):
                total += done
            elif isinstance(done, Exception):
                log.error("a job failed", job=job.name, exc_info=done)
            else:
                raise done
    if total.planned:
        wake_courier()
    for errand in errands:
        try:
            await _send_on(errand, runtime)
        except Exception:
            log.exception("an errand failed", errand=errand.name)
    return total


def scheduler(runtime: Runtime, wake_courier: Callable[[], None], errands: Sequence[Errand] = ()) -> AsyncIOScheduler:
    """A scheduler that ticks once it is started."""
    ticking = AsyncIOScheduler(timezone=UTC)
    ticking.add_job(
        tick,
        "interval",
        (runtime, wake_courier, errands),
        seconds=int(TICK.total_seconds()),
        coalesce=True,
        max_instances=1,
        misfire_grace_time=None,
    )
    return ticking


async def _send_on(errand: Errand, runtime: Runtime) -> None:
    day = await runtime.write(lambda unit: _begin(errand, unit))
    if day is not None:
        await errand.run(runtime)
        await runtime.write(lambda unit: job_runs.end_errand(unit.session, errand.name, day, unit.now))


def _begin(errand: Errand, unit: Unit) -> date | None:
    """The day for which the errand is to run now, or None."""
    clock = unit.now.astimezone(unit.shop.zone).time()
    if clock < errand.at:
        return None
    begun = job_runs.begin_errand(unit.session, errand.name, unit.today, unit.now, hour=clock.hour)
    return unit.today if begun else None


def _run(job: Job, begun: Collection[tuple[str, date]], unit: Unit) -> Planned:
    # Asked once a tick and not by each job: hardly any of them is the first one of its day.
    first = (job.name, unit.today) not in begun and job_runs.begin_day(unit.session, job.name, unit.today, unit.now)
    if job.once_a_day and not first:
        return Planned()
    done = job.run(unit)
    if done.planned or done.missed:
        job_runs.add(unit.session, job.name, unit.today, unit.now, planned=done.planned, missed=done.missed)
    return done
