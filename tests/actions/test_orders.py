"""Orders across the counter: ready, taken back, listed."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.actions import counter_undo, orders
from bot.actions.orders import HandedOver, MadeReady, OrderList, ReadyTakenBack
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.outgoing import Kind, Money
from bot.domain.permissions import Actor, Role
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.runtime import Runtime
from bot.understanding.asks.orders import OrderReady
from bot.understanding.asks.values import Period, Spoken
from storage import orders as stored
from storage import outbox
from storage.models import Order, OrderItem
from tests import cast, sample

SUYEON = OrderReady(Spoken("김수연"))


def at(day: int, hour: int) -> datetime:
    return datetime(2026, 11, day, hour, tzinfo=sample.SEOUL)


async def drop_off(
    shop: Runtime, *promises: datetime | None, linked: bool = False, unpaid: int = 0, phone: str = "010-2345-6781"
) -> None:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", phone)
        if linked:
            cast.linked(unit, person, 501)
        for promised_at in promises:
            cast.order(unit, person, ("코트", 1, 15_000), ("바지", 2, 9_000), promised_at=promised_at, unpaid=unpaid)

    await shop.write(write)


async def states(shop: Runtime) -> list[tuple[str, datetime | None, list[str]]]:
    def read(unit: Unit) -> list[tuple[str, datetime | None, list[str]]]:
        items = {
            order.id: list(unit.session.exec(select(OrderItem.state).where(OrderItem.order_id == order.id)))
            for order in unit.session.exec(select(Order))
        }
        found = unit.session.exec(select(Order).order_by(col(Order.id)))
        return [(order.state, order.ready_at, items[order.id]) for order in found]

    return await shop.read(read)


async def ready(shop: Runtime) -> MadeReady:
    done = await shop.write(lambda unit: orders.make_ready(unit, SUYEON), cast.OWNER_ACTOR)
    assert isinstance(done, MadeReady)
    return done


async def undo(shop: Runtime) -> ReadyTakenBack:
    back = await shop.write(counter_undo.undo, cast.OWNER_ACTOR)
    assert isinstance(back, ReadyTakenBack)
    return back


async def test_everything_of_the_person_in_work_is_ready_and_read_back(shop: Runtime) -> None:
    await drop_off(shop, at(24, 18), None, unpaid=12_000)

    done = await ready(shop)

    assert (done.name, done.last4, done.unpaid, done.reach) == ("김수연", "6781", Money(24_000), Reach.PHONE)
    assert [one.items for one in done.orders] == [(("코트", 1), ("바지", 2))] * 2
    assert await states(shop) == [("ready", sample.NOW, ["ready", "ready"])] * 2


async def test_what_is_ready_already_stays_as_it_was(shop: Runtime, clock: MovableClock) -> None:
    await drop_off(shop, None)
    await ready(shop)
    clock.forward(timedelta(hours=1))

    with pytest.raises(Refusal) as refused:
        await ready(shop)

    assert (refused.value.name, refused.value.facts) == ("no-open-order", {"person": "김수연"})
    assert await states(shop) == [("ready", sample.NOW, ["ready", "ready"])]


async def test_marking_ready_sends_nothing_by_itself(shop: Runtime) -> None:
    await drop_off(shop, None, linked=True)

    done = await ready(shop)

    assert (done.reach, done.told_now) == (Reach.TELEGRAM, True)
    assert await shop.read(lambda unit: outbox.next_due(unit.session)) is None


async def test_at_night_the_word_goes_out_in_the_morning(shop: Runtime, clock: MovableClock) -> None:
    await drop_off(shop, None, linked=True)
    clock.forward_to(at(21, 22))

    done = await ready(shop)

    assert not done.told_now
    assert done.told_at.astimezone(sample.SEOUL).strftime("%d %H:%M") == "22 08:05"


async def test_undo_puts_the_order_back_to_work(shop: Runtime) -> None:
    await drop_off(shop, at(24, 18))
    before = await states(shop)
    await ready(shop)

    back = await undo(shop)

    assert (back.name, back.told) == ("김수연", False)
    assert await states(shop) == before


@pytest.mark.parametrize(
    ("state", "told"), [("sent", True), ("uncertain", True), ("pending", False), ("expired", False)]
)
async def test_undo_says_when_the_customer_was_told_already(shop: Runtime, state: str, told: bool) -> None:
    await drop_off(shop, None, linked=True)
    await ready(shop)

    def notice(unit: Unit) -> None:
        message = outbox.Message("ready:1:x", 501, Kind.ORDER_NOTICE, "{}", unit.now, customer_id=1, subject_id=1)
        outbox.add(unit.session, unit.vault, message, unit.now, state=state)

    await shop.write(notice)

    assert (await undo(shop)).told is told


async def test_undo_is_refused_after_the_hand_over(shop: Runtime) -> None:
    await drop_off(shop, None)
    await ready(shop)

    def hand_over(unit: Unit) -> None:
        stored.move(unit.session, unit.session.exec(select(Order)).one(), "handed_over", unit.now)

    await shop.write(hand_over)

    with pytest.raises(Refusal, match="undo-order-moved"):
        await undo(shop)
    assert [state for state, _, _ in await states(shop)] == ["handed_over"]


async def test_two_who_fit_are_asked_about(shop: Runtime) -> None:
    await drop_off(shop, None)
    await drop_off(shop, None, phone="010-9999-0001")

    meant = await shop.write(lambda unit: orders.make_ready(unit, SUYEON), cast.OWNER_ACTOR)

    assert isinstance(meant, WhoIsMeant) and meant.total == 2
    assert [state for state, _, _ in await states(shop)] == ["received", "received"]


async def test_a_number_in_the_list_makes_that_order_ready_once(shop: Runtime) -> None:
    await drop_off(shop, at(24, 18), at(25, 18))
    listed = await shop.read(orders.in_work, cast.OWNER_ACTOR)

    second = listed.orders[1].public_id
    await shop.write(lambda unit: orders.make_one_ready(unit, second), cast.OWNER_ACTOR)

    assert [state for state, _, _ in await states(shop)] == ["received", "ready"]
    for gone in (second, "x" * 12):
        with pytest.raises(Refusal, match="order-not-open"):
            await shop.write(lambda unit, gone=gone: orders.make_one_ready(unit, gone), cast.OWNER_ACTOR)  # type: ignore[misc]


async def test_what_is_in_work_is_listed_by_promise_with_what_is_late(shop: Runtime) -> None:
    await drop_off(shop, None, at(25, 0), at(21, 9), at(21, 0), at(20, 0), at(21, 18))

    found = await shop.read(orders.in_work, cast.OWNER_ACTOR)

    assert [one.promised for one in found.orders] == [
        date(2026, 11, 20),
        date(2026, 11, 21),
        at(21, 9),
        at(21, 18),
        date(2026, 11, 25),
        None,
    ]
    # Yesterday's, and nine o'clock this morning; a promise of today without an hour holds until tonight.
    assert (found.of_all.total, found.of_all.overdue) == (6, 2)
    assert (found.of_all.people, found.of_all.reachable) == (1, 1)


async def test_what_is_due_lies_in_the_shops_own_days(shop: Runtime) -> None:
    await drop_off(shop, at(21, 0), at(21, 23), at(22, 0), at(20, 23))

    async def due(start: int, end: int) -> OrderList:
        period = Period(date(2026, 11, start), date(2026, 11, end), "span")
        return await shop.read(lambda unit: orders.due(unit, period), cast.OWNER_ACTOR)

    assert [one.promised for one in (await due(21, 22)).orders] == [date(2026, 11, 21), at(21, 23)]
    assert (await due(20, 23)).of_all.total == 4


async def test_what_waits_is_what_is_ready(shop: Runtime) -> None:
    await drop_off(shop, None)
    assert (await shop.read(orders.waiting, cast.OWNER_ACTOR)).of_all.total == 0

    await ready(shop)

    waiting = await shop.read(orders.waiting, cast.OWNER_ACTOR)
    assert [one.ready_on for one in waiting.orders] == [sample.TODAY]
    assert (await shop.read(orders.in_work, cast.OWNER_ACTOR)).of_all.total == 0


async def test_a_page_of_orders_holds_ten(shop: Runtime) -> None:
    await drop_off(shop, *(at(22, 0) + timedelta(days=number) for number in range(12)))

    first = await shop.read(orders.in_work, cast.OWNER_ACTOR)
    second = await shop.read(lambda unit: orders.in_work(unit, 10), cast.OWNER_ACTOR)

    assert (len(first.orders), len(second.orders), second.of_all.total) == (10, 2, 12)
    assert {one.received_on for one in first.orders} == {sample.TODAY}


@pytest.mark.parametrize("role", [Role.READER, Role.CUSTOMER, Role.STRANGER])
async def test_only_those_with_hands_at_the_counter_make_things_ready(shop: Runtime, role: Role) -> None:
    await drop_off(shop, None)
    one = (await shop.read(orders.in_work, cast.OWNER_ACTOR)).orders[0].public_id

    for work in (lambda unit: orders.make_ready(unit, SUYEON), lambda unit: orders.make_one_ready(unit, one)):
        with pytest.raises(Refusal, match="not-allowed"):
            await shop.write(work, Actor(role, 77, 77, 1))
    assert [state for state, _, _ in await states(shop)] == ["received"]


async def test_what_was_fetched_is_off_the_list_and_undo_brings_it_back_as_it_was(
    shop: Runtime, clock: MovableClock
) -> None:
    await drop_off(shop, None, unpaid=24_000)
    await ready(shop)
    clock.forward(timedelta(days=1))
    waiting = (await shop.read(orders.waiting, cast.OWNER_ACTOR)).orders[0].public_id

    done = await shop.write(lambda unit: orders.hand_over(unit, waiting), cast.OWNER_ACTOR)

    assert (done.order.name, done.order.unpaid) == ("김수연", Money(24_000))
    assert (await shop.read(orders.waiting, cast.OWNER_ACTOR)).of_all.total == 0
    with pytest.raises(Refusal, match="order-not-open"):
        await shop.write(lambda unit: orders.hand_over(unit, waiting), cast.OWNER_ACTOR)

    back = await shop.write(counter_undo.undo, cast.OWNER_ACTOR)

    assert isinstance(back, HandedOver)
    # The moment at which it became ready is the notice's key: another one would be told a second time.
    assert await states(shop) == [("ready", sample.NOW, ["ready", "ready"])]
    assert (await shop.read(orders.waiting, cast.OWNER_ACTOR)).of_all.total == 1


async def test_what_is_not_ready_cannot_be_fetched(shop: Runtime) -> None:
    await drop_off(shop, None)
    in_work = (await shop.read(orders.in_work, cast.OWNER_ACTOR)).orders[0].public_id

    with pytest.raises(Refusal, match="order-not-open"):
        await shop.write(lambda unit: orders.hand_over(unit, in_work), cast.OWNER_ACTOR)
