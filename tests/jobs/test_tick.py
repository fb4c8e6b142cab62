"""A look at what is due: the jobs go to the writer a few at a time, and each keeps its trouble to itself."""

from collections.abc import Callable

import pytest

from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.shop import Shop
from bot.jobs.scheduler import tick
from bot.jobs.table import Job
from bot.runtime import Runtime
from storage import people
from storage.database import Database
from tests import sample

FAILING = {0, 5, 11}


@pytest.fixture
def runtime(database: Database) -> Runtime:
    return Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁"))


def writes(number: int) -> Callable[[Unit], Planned]:
    def run(unit: Unit) -> Planned:
        people.create(unit.session, f"손님{number}", unit.now)
        unit.names_changed = True
        unit.session.flush()
        if number in FAILING:
            raise ValueError(number)
        return Planned(1)

    return run


async def test_a_job_that_fails_takes_nothing_of_the_others_with_it(runtime: Runtime) -> None:
    jobs = [Job(f"job-{number}", writes(number)) for number in range(20)]
    woken: list[int] = []
    assert await tick(runtime, lambda: woken.append(1), jobs=jobs) == Planned(17)
    known = await runtime.read(lambda unit: {number for number in range(20) if unit.names.who(f"손님{number}")})
    assert known >= set(range(20)) - FAILING
    assert len(await runtime.read(lambda unit: people.all_ids(unit.session))) == 17
    assert woken == [1]


async def test_what_is_done_once_a_day_is_done_once_a_day(runtime: Runtime) -> None:
    jobs = [Job("now and then", writes(1)), Job("daily", writes(2), once_a_day=True)]
    assert [await tick(runtime, lambda: None, jobs=jobs) for _ in range(3)] == [Planned(2), Planned(1), Planned(1)]
