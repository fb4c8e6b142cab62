"""Groups, pictures, extras and forecasts on both database systems: the same counts, and rules that hold at once."""

from functools import partial

import pytest

from bot.actions import charts, extras, forecasts, prospects, segments, shop
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.people import Group
from bot.domain.permissions import SYSTEM, Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.said import SharedContact
from bot.domain.shop import Shop
from bot.runtime import Runtime
from bot.understanding.asks.lists import ChangeRule
from bot.understanding.asks.people import Recommended
from bot.understanding.asks.values import Spoken
from bot.understanding.asks.visits import GiveExtra
from storage.database import Database
from storage.models import Customer
from tests import cast, sample


@pytest.fixture
async def runtime(database: Database, clock: MovableClock) -> Runtime:
    opened = Runtime(database, clock, Shop("맑은세탁"))
    await opened.write(sample.fill)
    return opened


async def test_groups_add_up_and_a_rule_holds_at_once_and_is_undone(runtime: Runtime) -> None:
    before = await runtime.read(segments.overview, cast.OWNER_ACTOR)
    assert sum(count for _, count in before.counts) == before.everybody.total == len(sample.everybody())

    ask = ChangeRule("regular", count=3, days=30)
    changed = await runtime.write(lambda unit: shop.change_rule(unit, ask), cast.OWNER_ACTOR)
    after = await runtime.read(segments.overview, cast.OWNER_ACTOR)
    assert sum(count for _, count in after.counts) == len(sample.everybody())
    assert (changed.rhythm.regular_visit_days, changed.rhythm.regular_days) == (3, 30)
    recent = sum(
        one.lines != []
        and (sample.TODAY - one.days[-1]).days <= 365
        and sum((one.days[-1] - day).days <= 30 for day in one.days) >= 3
        for one in sample.everybody()
    )
    counts = dict(after.counts)
    assert counts[Group.CORE] + counts[Group.LOYAL] + counts[Group.REGULAR] == recent


async def test_a_member_of_staff_changes_no_rule(runtime: Runtime) -> None:
    with pytest.raises(Refusal, match="not-allowed"):
        await runtime.write(lambda unit: shop.change_rule(unit, ChangeRule("lost", days=180)), Actor(Role.STAFF, 5, 5))


async def test_extras_recommendations_pictures_and_forecasts_work_on_either_system(runtime: Runtime) -> None:
    def deeds(unit: Unit) -> None:
        extras.give(unit, GiveExtra(Spoken("김수연"), "단추"))
        segments.recommend(unit, Recommended(Spoken("김수연"), Spoken("박민수")))

    await runtime.write(deeds, cast.OWNER_ACTOR)

    without = await runtime.read(extras.without, cast.OWNER_ACTOR)
    assert (without.total, without.never) == (13, 12)
    core = await runtime.read(lambda unit: segments.why(unit, Spoken("김수연")), cast.OWNER_ACTOR)
    assert isinstance(core, segments.Where)
    assert (core.group, core.through, core.rank) == (Group.CORE, "박민수", 6)
    for draw in (charts.weeks, charts.hours, charts.regulars):
        picture = await runtime.read(partial(draw, language="ko"), cast.OWNER_ACTOR)
        assert picture is not None
        assert picture.data.startswith(b"\x89PNG")
    table = await runtime.read(forecasts.rfm, cast.OWNER_ACTOR)
    assert sum(count for _, count in table.counts) == table.total == 30


async def test_only_those_who_asked_and_never_came_are_forgotten(runtime: Runtime, clock: MovableClock) -> None:
    def ask(unit: Unit) -> None:
        prospects.keep(unit, SharedContact("010-7777-1111", None, "나새롬"), "이불")
        prospects.keep(unit, SharedContact("010-7777-2222", None, "한가람"))
        stays = unit.names.who("한가람")[0].id
        cast.visit(unit, unit.session.get_one(Customer, stays))

    await runtime.write(ask, cast.OWNER_ACTOR)
    clock.forward(prospects.EXPIRES)
    await runtime.write(prospects.forget_old, SYSTEM)
    assert (await runtime.read(segments.overview, cast.OWNER_ACTOR)).everybody.total == len(sample.everybody()) + 2
    clock.forward(prospects.EXPIRES)
    await runtime.write(prospects.forget_old, SYSTEM)

    left = await runtime.read(segments.overview, cast.OWNER_ACTOR)
    assert left.everybody.total == len(sample.everybody()) + 1
