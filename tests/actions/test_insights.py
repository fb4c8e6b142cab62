"""Who has not visited: against the sample shop's own files, recomputed in plain Python."""

from collections.abc import Callable
from datetime import date, datetime, timedelta

import pytest
from sqlalchemy import true
from sqlmodel import Session

from bot.actions import insights
from bot.actions.insights import AwayList
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor, Role
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.runtime import Runtime
from bot.understanding.asks.lists import Lapsed
from storage import lists
from storage.database import Database
from storage.models import Customer
from tests import cast, sample
from tests.statements import statements


async def ask(shop: Runtime, *, days: int | None = None, regulars: bool = False, offset: int = 0) -> AwayList:
    who = insights.who_has_not_visited
    return await shop.read(lambda unit: who(unit, Lapsed(days, regulars), offset), cast.OWNER_ACTOR)


def names(found: AwayList) -> list[str]:
    return [row.name for row in found.rows]


async def test_the_late_regulars_of_the_sample_shop_are_listed_and_nobody_in_rhythm(shop: Runtime) -> None:
    await shop.write(sample.fill)

    found = await ask(shop, regulars=True)

    assert sorted(names(found)) == ["James Miller", "강도윤", "윤서아", "임재호", "한지원"]
    assert sorted(names(found)) == sorted(one.name for one in sample.late())
    assert found.of_all.total == found.of_all.reachable == found.of_all.by_phone == 5


async def test_each_row_tells_the_usual_gap_the_days_away_and_how_to_reach_them(shop: Runtime) -> None:
    await shop.write(sample.fill)

    james = next(row for row in (await ask(shop)).rows if row.name == "James Miller")

    assert (james.usual_gap, james.days_away, james.last_on) == (7, 50, date(2026, 10, 2))
    assert (james.reach, james.last4) == (Reach.PHONE, "4101")


async def test_who_was_left_out_of_the_late_is_counted_by_reason(shop: Runtime) -> None:
    await shop.write(sample.fill)
    here = [one for one in sample.everybody() if one.days]

    found = await ask(shop, regulars=True)

    assert found.visitors == len(here) == 30
    assert found.rhythm_unknown == len([one for one in here if len(one.days) < 4]) == 15
    lost = [one.name for one in here if len(one.days) >= 4 and (sample.TODAY - one.days[-1]).days > 365]
    assert found.away_for_long == len(lost) == 2
    assert found.no_regulars == 0


@pytest.mark.parametrize("days", [7, 30, 44, 45, 46, 90, 365, 500])
async def test_who_has_not_been_here_for_more_than_some_days(shop: Runtime, days: int) -> None:
    await shop.write(sample.fill)
    expected = [one for one in sample.everybody() if one.days and (sample.TODAY - one.days[-1]).days > days]

    found = await ask(shop, days=days)
    more = [
        row.name
        for start in range(10, found.of_all.total, 10)
        for row in (await ask(shop, days=days, offset=start)).rows
    ]

    assert sorted(names(found) + more) == sorted(one.name for one in expected)
    assert found.of_all.total == len(expected)
    assert found.never_here == 2


async def test_of_those_away_for_a_month_only_regulars_are_listed_when_asked_for(shop: Runtime) -> None:
    await shop.write(sample.fill)

    found = await ask(shop, days=30, regulars=True)
    everybody = await ask(shop, days=30)

    assert sorted(names(found)) == ["James Miller", "강도윤", "오세진", "윤서아", "임재호", "한지원"]
    assert found.no_regulars == everybody.of_all.total - 6
    assert names(everybody)[:6] == names(found), "regulars come first"


async def test_nobody_is_late_on_the_last_day_that_the_rhythm_explains(shop: Runtime, clock: MovableClock) -> None:
    def weekly(unit: Unit) -> None:
        person = cast.customer(unit, "김민지", "010-1234-5678")
        for weeks in range(4):
            cast.visit(unit, person, 8 + 10 * weeks)

    await shop.write(weekly)  # Every ten days, eight days ago: late from the thirteenth day on.

    assert names(await ask(shop)) == []
    clock.forward(timedelta(days=4))
    assert names(await ask(shop)) == []
    clock.forward(timedelta(days=1))
    assert names(await ask(shop)) == ["김민지"]


async def test_pages_hold_ten_and_together_everybody_once(shop: Runtime) -> None:
    def many(unit: Unit) -> None:
        for number in range(23):
            person = cast.customer(unit, f"손님{chr(0xAC00 + number * 28)}", f"010-2000-{number:04}")
            for weeks in range(4 if number % 2 else 3):
                cast.visit(unit, person, 60 + number % 5 + 7 * weeks)

    await shop.write(many)

    pages = [await ask(shop, days=30, offset=offset) for offset in (0, 10, 20)]

    assert [len(page.rows) for page in pages] == [10, 10, 3]
    seen = [row.name for page in pages for row in page.rows]
    assert len(set(seen)) == 23
    usual = [row.usual_gap is not None for page in pages for row in page.rows]
    assert usual == [True] * 11 + [False] * 12, "the regulars are in front, over the pages too"


async def test_reach_is_telegram_then_a_living_number_then_nothing(shop: Runtime) -> None:
    def people(unit: Unit) -> None:
        linked, blocked, dead = (
            cast.customer(unit, "가나다", "016-234-5678"),
            cast.customer(unit, "라마바", "010-1111-2222"),
            cast.customer(unit, "사아자", "017-345-6789"),
        )
        cast.linked(unit, linked, 501)
        cast.linked(unit, blocked, 502)
        blocked.blocked_at = unit.now
        for person in (linked, blocked, dead):
            cast.visit(unit, person, 40)

    await shop.write(people)

    found = await ask(shop, days=30)

    assert {row.name: row.reach for row in found.rows} == {
        "가나다": Reach.TELEGRAM,
        "라마바": Reach.PHONE,
        "사아자": Reach.NONE,
    }
    assert (found.of_all.by_telegram, found.of_all.by_phone, found.of_all.reachable) == (1, 1, 2)


async def test_how_many_counts_everybody_and_whom_the_shop_can_reach(shop: Runtime) -> None:
    await shop.write(sample.fill)

    people = await shop.read(insights.how_many, cast.OWNER_ACTOR)

    living = [one for one in sample.everybody() if one.phone.startswith("010")]
    assert (people.total, people.reachable) == (len(sample.everybody()), len(living)) == (32, 28)


async def test_whoever_is_shown_is_noted_for_the_access_log(shop: Runtime) -> None:
    ids = await shop.write(sample.fill)

    def look(unit: Unit) -> list[tuple[int, str]]:
        insights.who_has_not_visited(unit, Lapsed(regulars_only=True))
        return unit.looked_at

    looked_at = await shop.read(look, cast.OWNER_ACTOR)

    late = ("James Miller4101", "강도윤9554", "윤서아2043", "임재호5696", "한지원9743")
    assert sorted(looked_at) == sorted((ids[one], "list") for one in late)


@pytest.mark.parametrize("actor", [Actor(Role.CUSTOMER, 501, 501, 1), Actor(Role.STRANGER, 502, 502)])
async def test_only_those_who_work_here_may_ask(shop: Runtime, actor: Actor) -> None:
    for question in (lambda unit: insights.who_has_not_visited(unit, Lapsed()), insights.how_many):
        with pytest.raises(Refusal, match="not-allowed"):
            await shop.read(question, actor)


def _plans(session: Session, work: Callable[[], object]) -> list[str]:
    """SQLite's query plan of every SELECT that `work` runs."""
    with statements(session) as seen:
        work()
    return [
        "; ".join(row[3] for row in session.connection().exec_driver_sql(f"EXPLAIN QUERY PLAN {statement}", given))  # type: ignore[arg-type]
        for statement, given in seen
    ]


@pytest.mark.parametrize(
    ("people", "index"),
    [
        (lists.late(sample.TODAY, date(2025, 11, 21), 4), "ix_customer_overdue"),
        (lists.away(date(2026, 10, 22), date(2025, 11, 21), 4), "ix_customer_last_visit"),
    ],
)
def test_a_page_of_the_list_is_a_range_of_an_index_without_sorting(
    sqlite_database: Database, people: lists.Range, index: str
) -> None:
    with sqlite_database.reading() as session:
        plans = _plans(session, lambda: lists.page(session, people, 0, 10, 1))

    assert len(plans) == 2, "regulars, then the others"
    for plan in plans:
        assert plan.startswith(f"SEARCH customer USING INDEX {index} (")
        assert "TEMP B-TREE" not in plan


def test_the_plan_of_an_unindexed_question_looks_different(sqlite_database: Database) -> None:
    with sqlite_database.reading() as session:
        everybody = lists.Range(Customer.visit_days > 3, (), true())  # type: ignore[arg-type]
        plans = _plans(session, lambda: lists.page(session, everybody, 0, 10, 1))

    assert plans[0].startswith("SCAN customer")


def test_today_of_the_sample_shop_is_the_day_of_the_clock() -> None:
    assert datetime.astimezone(sample.NOW, sample.SEOUL).date() == sample.TODAY
