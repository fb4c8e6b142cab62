"""What people see of themselves, and of nobody else."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.actions import account
from bot.actions.account import Booking, PastVisit, ThingHere
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.outgoing import Money
from bot.domain.permissions import Actor
from bot.domain.shop import Preset, Shop
from bot.runtime import Runtime
from storage import appointments, orders
from storage.database import Database
from tests import cast

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
FRIDAY_SIX = datetime(2026, 11, 27, 9, 0, tzinfo=UTC)


def runtime(database: Database, preset: Preset = Preset.LAUNDRY) -> Runtime:
    return Runtime(database, MovableClock(NOW), Shop("맑은세탁", preset))


async def person_with_everything(shop: Runtime) -> Actor:
    """Four visits, of which one today is an order of two things; a booking; and a neighbour who has it all, too."""

    def write(unit: Unit) -> Actor:
        people = [cast.customer(unit, "김수연", "010-2345-6781"), cast.customer(unit, "박민수", "010-8161-6464")]
        for person in people:
            for days_ago in (90, 60, 30):
                cast.visit(unit, person, days_ago, ("와이셔츠", days_ago // 30, days_ago * 100))
            cast.order(unit, person, ("코트", 1, 12_000), ("바지", 2, 8_000), promised_at=FRIDAY_SIX, unpaid=5_000)
            appointments.add(
                unit.session, customer_id=person.id or 0, at=NOW + timedelta(days=2), service="커트", now=NOW
            )
        return cast.linked(unit, people[0], 501)

    return await shop.write(write)


async def test_the_account_adds_up(database: Database) -> None:
    shop = runtime(database)
    suyeon = await person_with_everything(shop)

    mine = await shop.read(account.my_account, suyeon)

    today = shop.clock.now().date()
    assert (mine.name, mine.statement.visit_days) == ("김수연", 4)
    assert mine.statement.since == today - timedelta(days=90)
    assert (mine.statement.paid, mine.unpaid) == (Money(9_000 + 6_000 + 3_000 + 20_000 - 5_000), Money(5_000))
    past = await shop.read(account.own_visits, suyeon)
    assert (past.days, past.total, past.last_on, past.paid) == (4, 4, today, mine.statement.paid)
    assert (mine.last, *past.rows[1:3]) == (
        PastVisit(today, (("코트", 1), ("바지", 2)), Money(20_000)),
        PastVisit(today - timedelta(days=30), (("와이셔츠", 1),), Money(3_000)),
        PastVisit(today - timedelta(days=60), (("와이셔츠", 2),), Money(6_000)),
    )


async def test_things_at_the_shop_have_their_state_and_promise(database: Database) -> None:
    shop = runtime(database)
    suyeon = await person_with_everything(shop)

    def coat_is_ready(unit: Unit) -> None:
        (order,) = orders.of_customer(unit.session, suyeon.customer_id or 0)
        orders.items_of(unit.session, order.id or 0)[0].state = "ready"

    await shop.write(coat_is_ready)

    assert (await shop.read(account.my_account, suyeon)).things == (
        ThingHere("코트", 1, "ready", FRIDAY_SIX),
        ThingHere("바지", 2, "received", FRIDAY_SIX),
    )


async def test_what_was_picked_up_is_not_at_the_shop(database: Database) -> None:
    shop = runtime(database)
    suyeon = await person_with_everything(shop)

    def picked_up(unit: Unit) -> None:
        (order,) = orders.of_customer(unit.session, suyeon.customer_id or 0)
        orders.move(unit.session, order, "handed_over", unit.now)

    await shop.write(picked_up)
    assert (await shop.read(account.my_account, suyeon)).things == ()


@pytest.mark.parametrize(
    ("preset", "things", "booking"),
    [
        (Preset.LAUNDRY, 2, None),
        (Preset.SALON, 0, Booking(NOW + timedelta(days=2), "커트")),
        (Preset.CAFE, 0, None),
        (Preset.THEATRE, 0, None),
    ],
)
async def test_only_the_parts_of_this_kind_of_shop_are_in_it(
    database: Database, preset: Preset, things: int, booking: Booking | None
) -> None:
    shop = runtime(database, preset)
    suyeon = await person_with_everything(shop)

    mine = await shop.read(account.my_account, suyeon)

    assert (len(mine.things), mine.bookings) == (things, (booking,) if booking else ())


async def test_a_booking_that_is_over_is_not_the_next_one(database: Database) -> None:
    shop = runtime(database, Preset.SALON)

    def write(unit: Unit) -> Actor:
        person = cast.customer(unit, "김수연")
        appointments.add(
            unit.session, customer_id=person.id or 0, at=NOW - timedelta(minutes=1), service="커트", now=NOW
        )
        return cast.linked(unit, person, 501)

    assert (await shop.read(account.my_account, await shop.write(write))).bookings == ()


async def test_whoever_has_never_been_here_sees_that(database: Database) -> None:
    shop = runtime(database)
    nobody = await shop.write(lambda unit: cast.linked(unit, cast.customer(unit, "이하늘"), 501))

    mine = await shop.read(account.my_account, nobody)

    assert (mine.statement.visit_days, mine.statement.since, mine.last, mine.details) == (0, None, None, ())
    assert (mine.statement.paid, mine.unpaid) == (Money(0), Money(0))
