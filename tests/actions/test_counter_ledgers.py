"""What is owed, paid ahead and made one: the same sums on either database, and only for those who may."""

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from sqlmodel import select

from bot.actions import (
    booking_deeds,
    closing,
    counter_undo,
    doubles,
    notes,
    order_deeds,
    points_end,
    prepaid,
    staffing,
    tabs,
    visits,
    walk_ins,
)
from bot.actions import shop as shop_settings
from bot.actions.doubles import MadeOne, Pair
from bot.actions.prepaid import Prepaid
from bot.actions.tabs import TabPaid
from bot.actions.unit import Unit
from bot.actions.visits import Recorded
from bot.clock import MovableClock
from bot.domain.outgoing import Money
from bot.domain.permissions import SYSTEM, Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.shop import Part, Shop
from bot.runtime import Runtime
from bot.understanding.asks.appointments import CancelAppointment
from bot.understanding.asks.money import Balance, Charge, GivePoints, PaidTab, Points
from bot.understanding.asks.orders import AllReady, HandOver
from bot.understanding.asks.people import Note
from bot.understanding.asks.values import Item, Spoken
from bot.understanding.asks.visits import RecordVisit, WalkIns
from storage.database import Database
from storage.models import Customer, LedgerEntry, Visit
from tests import cast, sample

SUYEON = Spoken("김수연")


@pytest.fixture
async def shop(database: Database) -> Runtime:
    runtime = Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁"))

    def write(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781")
        cast.visit(unit, suyeon, 40, ("코트", 1, 15_000), unpaid=15_000)
        cast.visit(unit, suyeon, 10, ("바지", 2, 9_000), unpaid=9_000)
        cast.visit(unit, cast.customer(unit, "김수현", "016-999-6781"), 20, ("셔츠", 1, 2_500), unpaid=2_500)

    await runtime.write(write)
    return runtime


async def do(shop: Runtime, deed: Callable[[Unit], Any], actor: Actor = cast.OWNER_ACTOR) -> Any:
    return await shop.write(deed, actor)


async def unpaid(shop: Runtime) -> list[int]:
    return await shop.read(lambda unit: [one.unpaid_minor for one in unit.session.exec(select(Visit).order_by("id"))])


async def test_a_payment_settles_the_oldest_first_and_undo_owes_it_again(shop: Runtime) -> None:
    paid = await do(shop, lambda unit: tabs.pay(unit, PaidTab(SUYEON, 20_000, "cash")))

    assert isinstance(paid, TabPaid) and paid.left == Money(4_000)
    assert await unpaid(shop) == [0, 4_000, 2_500]
    owing = await shop.read(tabs.who_owes, cast.OWNER_ACTOR)
    assert [(one.name, one.owed) for one in owing.people] == [("김수연", Money(4_000)), ("김수현", Money(2_500))]
    assert (owing.sum, owing.total, owing.reachable) == (Money(6_500), 2, 1)
    await do(shop, counter_undo.undo)
    assert await unpaid(shop) == [15_000, 9_000, 2_500]


@pytest.mark.parametrize(
    ("amount", "reason"), [(24_001, "tab-less"), (0, "visit-amount-negative"), (-5, "visit-amount-negative")]
)
async def test_an_impossible_payment_is_refused_and_nothing_changes(shop: Runtime, amount: int, reason: str) -> None:
    with pytest.raises(Refusal, match=reason):
        await do(shop, lambda unit: tabs.pay(unit, PaidTab(SUYEON, amount)))

    assert await unpaid(shop) == [15_000, 9_000, 2_500]


async def test_the_balance_is_the_sum_of_the_ledger_and_never_below_zero(shop: Runtime) -> None:
    await do(shop, lambda unit: prepaid.charge(unit, Charge(SUYEON, 10_000)))
    ask = RecordVisit(SUYEON, (Item("와이셔츠", 3, 7_500),), 7_500, paid_by="prepaid")
    done = await do(shop, lambda unit: visits.record(unit, ask))
    assert isinstance(done, Recorded) and done.left == Money(2_500)

    with pytest.raises(Refusal, match="prepaid-too-little"):
        await do(shop, lambda unit: visits.record(unit, ask))
    await do(shop, counter_undo.undo)

    found = await shop.read(lambda unit: prepaid.balance(unit, Balance(SUYEON)), cast.OWNER_ACTOR)
    assert isinstance(found, Prepaid) and found.balance == Money(10_000)
    rows = await shop.read(lambda unit: [one.amount_minor for one in unit.session.exec(select(LedgerEntry))])
    assert sorted(rows) == [-7_500, 7_500, 10_000]


@pytest.mark.parametrize("amount", [0, -1, 100_000_001])
async def test_an_impossible_sum_is_not_charged(shop: Runtime, amount: int) -> None:
    with pytest.raises(Refusal, match="visit-amount"):
        await do(shop, lambda unit: prepaid.charge(unit, Charge(SUYEON, amount)))


async def test_points_stop_at_nothing(shop: Runtime) -> None:
    await do(shop, lambda unit: prepaid.give_points(unit, GivePoints(SUYEON, 300)))
    for points in (-301, 0, 1_000_001):
        ask = GivePoints(SUYEON, points)
        with pytest.raises(Refusal, match="points-"):
            await do(shop, partial(prepaid.give_points, ask=ask))
    await do(shop, lambda unit: prepaid.give_points(unit, GivePoints(SUYEON, -300)))


async def test_two_entries_become_one_with_both_histories_and_two_again(shop: Runtime) -> None:
    await do(shop, lambda unit: prepaid.charge(unit, Charge(Spoken("김수현"), 5_000)))
    pair = await shop.read(doubles.likely, cast.OWNER_ACTOR)
    assert isinstance(pair, Pair) and (pair.keep.name, pair.other.name) == ("김수연", "김수현")

    one = await do(shop, lambda unit: doubles.make_one(unit, pair.keep.public_id, pair.other.public_id))
    assert isinstance(one, MadeOne) and (one.visits, one.spent) == (3, Money(26_500))
    held = await shop.read(lambda unit: prepaid.balance(unit, Balance(SUYEON)), cast.OWNER_ACTOR)
    assert isinstance(held, Prepaid) and held.balance == Money(5_000)
    assert await shop.read(doubles.likely, cast.OWNER_ACTOR) is None

    await do(shop, counter_undo.undo)

    def people(unit: Unit) -> list[tuple[str, str | None, int, int]]:
        found = unit.session.exec(select(Customer))
        return sorted((one.name, one.phone, one.visit_days, one.spent_minor) for one in found)

    assert await shop.read(people) == [
        ("김수연", "+821023456781", 2, 24_000),
        ("김수현", "+82169996781", 1, 2_500),
    ]


async def test_a_copy_of_a_visit_is_known_in_the_evening(shop: Runtime) -> None:
    ask = RecordVisit(SUYEON, (Item("와이셔츠", 3, 7_500),), 7_500)
    await do(shop, lambda unit: visits.record(unit, ask))
    again = await do(shop, lambda unit: visits.record_several(unit, (ask,), once=True))
    assert (again.written, again.there) == ((), ("김수연",))
    day = await shop.read(closing.day, cast.OWNER_ACTOR)
    assert (day.visits, day.amount) == (1, Money(7_500))


@pytest.mark.parametrize("count", [0, 100])
async def test_an_impossible_number_of_walk_ins_is_refused(shop: Runtime, count: int) -> None:
    with pytest.raises(Refusal, match="visit-quantity"):
        await do(shop, lambda unit: walk_ins.record(unit, WalkIns(count, 12_000)))


@pytest.mark.parametrize(
    "deed",
    [
        lambda unit: tabs.pay(unit, PaidTab(SUYEON)),
        lambda unit: prepaid.charge(unit, Charge(SUYEON, 1_000)),
        lambda unit: prepaid.give_points(unit, GivePoints(SUYEON, 10)),
        lambda unit: walk_ins.record(unit, WalkIns(1, 1_000)),
        lambda unit: notes.add(unit, Note(SUYEON, "풀 먹이지 말 것")),
        lambda unit: order_deeds.hand_over(unit, HandOver(SUYEON)),
        lambda unit: order_deeds.make_all_ready(unit, AllReady()),
        lambda unit: booking_deeds.cancel(unit, CancelAppointment(SUYEON)),
        lambda unit: staffing.invite(unit, reader=False),
        staffing.everybody,
        lambda unit: doubles.make_one(unit, "a", "b"),
    ],
)
async def test_who_only_looks_or_comes_in_does_none_of_it(
    sqlite_database: Database, deed: Callable[[Unit], Any]
) -> None:
    shop = Runtime(sqlite_database, MovableClock(sample.NOW), Shop("맑은세탁"))
    for role in (Role.READER, Role.CUSTOMER, Role.STRANGER):
        with pytest.raises(Refusal, match="not-allowed"):
            await do(shop, deed, Actor(role, 77, 77))


async def test_points_end_by_rows_and_money_that_rests_is_told_on_either_database(shop: Runtime) -> None:
    assert isinstance(shop.clock, MovableClock)

    def agrees(unit: Unit) -> None:
        person = unit.session.exec(select(Customer).order_by("id")).all()[0]
        cast.agrees(unit, person)

    def begin(unit: Unit) -> None:
        shop_settings.switch_part(unit, Part.POINTS, on=True)
        cast.linked(unit, unit.session.exec(select(Customer).order_by("id")).all()[0], 501)
        points_end.set_rule(unit, 6)

    await do(shop, begin)
    await do(shop, lambda unit: prepaid.charge(unit, Charge(SUYEON, 50_000)))
    for amount in (300, 200, -350):
        await do(shop, partial(prepaid.give_points, ask=GivePoints(SUYEON, amount)))
    for days, planned in ((170, (0, 0)), (20, (0, 0)), (180, (0, 1)), (1, (0, 0))):
        shop.clock.forward(timedelta(days=days))
        told = await do(shop, points_end.of_points, SYSTEM)
        rests = await do(shop, points_end.of_prepaid, SYSTEM)
        assert (told.planned, rests.planned) == planned

    assert (await do(shop, lambda unit: prepaid.points(unit, Points(SUYEON)))).balance == 150

    # What was given ends once it may be spoken of, and not before the day that is named.
    await do(shop, agrees)
    for days, notices in ((1, 1), (8, 0)):
        shop.clock.forward(timedelta(days=days))
        assert (await do(shop, points_end.of_points, SYSTEM)).planned == notices
    rows = await shop.read(lambda unit: unit.session.exec(select(LedgerEntry).order_by("id")).all())
    of_points = [(row.amount_minor, row.reason) for row in rows if row.kind == "points"]
    assert of_points == [(300, None), (200, None), (-350, None), (-150, "ended")]
    assert (await do(shop, lambda unit: prepaid.points(unit, Points(SUYEON)))).balance == 0
