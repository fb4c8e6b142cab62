"""A visit written down across the counter: what is in the books then, what is read back, and what an Undo leaves."""

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import col, select

from bot.actions import cards, counter_undo, insights, orders, visits
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Unit
from bot.actions.visit_undo import VisitTakenBack
from bot.actions.visits import Recorded
from bot.clock import MovableClock
from bot.domain.outgoing import Money
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.shop import Preset, Shop
from bot.runtime import Runtime
from bot.understanding.asks.orders import OrderReady
from bot.understanding.asks.values import Item, Spoken
from bot.understanding.asks.visits import RecordVisit
from storage.database import Database
from storage.models import Customer, JournalEntry, Order, OrderItem, Visit, VisitLine
from tests import cast, sample

SUYEON = Spoken("김수연", "김수연")


@pytest.fixture
async def shop(database: Database, clock: MovableClock) -> Runtime:
    """A laundry that knows 김수연 of every seventh day, the last time three days ago, and two people called 이영희."""

    def people(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781")
        for weeks in range(5):
            cast.visit(unit, suyeon, 3 + 7 * weeks, ("와이셔츠", 2, 5_000))
        cast.customer(unit, "이영희", "010-5151-2020")
        cast.customer(unit, "이영희", "010-9090-3131")

    runtime = Runtime(database, clock, Shop("맑은세탁"))
    await runtime.write(people)
    return runtime


async def record(shop: Runtime, ask: RecordVisit, *, to: str = "", new: bool = False) -> Recorded:
    done = await shop.write(lambda unit: visits.record(unit, ask, to=to, new=new), cast.OWNER_ACTOR)
    assert isinstance(done, Recorded)
    return done


async def undo(shop: Runtime, entry: str = "") -> counter_undo.TakenBack:
    return await shop.write(lambda unit: counter_undo.undo(unit, entry), cast.OWNER_ACTOR)


async def books(shop: Runtime) -> tuple[int, int, int, int, int]:
    """Everything there is: customers, visits, lines, orders and journal entries."""

    def count(unit: Unit) -> tuple[int, ...]:
        return tuple(
            len(unit.session.exec(select(table)).all()) for table in (Customer, Visit, VisitLine, Order, JournalEntry)
        )

    customers, visits_, lines, orders_, entries = await shop.read(count)
    return customers, visits_, lines, orders_, entries


async def newest(shop: Runtime) -> tuple[Visit, list[tuple[str, int, int]]]:
    def read(unit: Unit) -> tuple[Visit, list[tuple[str, int, int]]]:
        visit = unit.session.exec(select(Visit).order_by(col(Visit.id).desc())).first()
        assert visit is not None
        lines = unit.session.exec(select(VisitLine).where(VisitLine.visit_id == visit.id).order_by(col(VisitLine.id)))
        return visit, [(line.item, line.quantity, line.amount_minor) for line in lines]

    return await shop.read(read)


async def test_a_visit_is_written_with_its_line_and_read_back_with_the_rhythm(shop: Runtime) -> None:
    done = await record(shop, RecordVisit(SUYEON, (Item("와이셔츠", 3),), 7_500))

    assert (done.name, done.last4, done.items, done.amount) == ("김수연", "6781", (("와이셔츠", 3),), Money(7_500))
    assert (done.coming.nth, done.coming.days_since_last, done.coming.usual_range) == (6, 3, (7, 7))
    visit, lines = await newest(shop)
    assert lines == [("와이셔츠", 3, 7_500)]
    assert (visit.amount_minor, visit.visited_on, visit.source, visit.recorded_by) == (
        7_500,
        sample.TODAY,
        "chat",
        9001,
    )


async def test_the_kept_figures_are_those_of_all_visits(shop: Runtime) -> None:
    await record(shop, RecordVisit(SUYEON, (), 7_500))

    def figures(unit: Unit) -> tuple[object, ...]:
        one = unit.session.exec(select(Customer).where(Customer.visit_days > 0)).one()
        return one.visit_days, one.year_visits, one.last_visit_on, one.usual_gap, one.overdue_on, one.spent_minor

    assert await shop.read(figures) == (6, 6, sample.TODAY, 7, sample.TODAY + timedelta(days=9), 32_500)


@pytest.mark.parametrize(
    ("items", "amount", "lines"),
    [
        ((), None, [("", 1, 0)]),
        ((), 25_000, [("", 1, 25_000)]),
        ((Item("바지", 2),), None, [("바지", 2, 0)]),
        ((Item("바지", 2, 9_000),), None, [("바지", 2, 9_000)]),
        ((Item("바지", 2, 9_000),), 9_000, [("바지", 2, 9_000)]),
        ((Item("바지"), Item("와이셔츠", 3)), 12_000, [("바지", 1, 0), ("와이셔츠", 3, 0), ("", 1, 12_000)]),
        ((Item("바지", 1, 4_500), Item("와이셔츠", 3)), 12_000, [("바지", 1, 4_500), ("와이셔츠", 3, 7_500)]),
        ((Item("바지", 1, 4_500), Item("와이셔츠", 3)), 4_500, [("바지", 1, 4_500), ("와이셔츠", 3, 0)]),
    ],
)
async def test_the_lines_of_a_visit_add_up_to_what_was_charged(
    shop: Runtime, items: tuple[Item, ...], amount: int | None, lines: list[tuple[str, int, int]]
) -> None:
    await record(shop, RecordVisit(SUYEON, items, amount))

    visit, written = await newest(shop)

    assert written == lines
    assert visit.amount_minor == sum(line[2] for line in lines)


@pytest.mark.parametrize(
    ("ask", "reason"),
    [
        (RecordVisit(SUYEON, (Item("바지", 0),)), "visit-quantity"),
        (RecordVisit(SUYEON, (Item("바지", 1000),)), "visit-quantity"),
        (RecordVisit(SUYEON, (), -1), "visit-amount-negative"),
        (RecordVisit(SUYEON, (Item("바지", 1),), -7_500), "visit-amount-negative"),
        (RecordVisit(SUYEON, (), 100_000_001), "visit-amount-absurd"),
        (RecordVisit(SUYEON, tuple(Item("바지", 1, 60_000_000) for _ in range(2))), "visit-amount-absurd"),
        (RecordVisit(SUYEON, (Item("바지", 1, 4_500), Item("와이셔츠", 1, 2_500)), 8_000), "visit-sum-differs"),
        (RecordVisit(SUYEON, (Item("바지", 1, 4_500), Item("와이셔츠", 1)), 4_000), "visit-sum-differs"),
        (RecordVisit(SUYEON, (), 1, on=sample.TODAY + timedelta(days=1)), "visit-in-future"),
        (RecordVisit(SUYEON, (), 1, on=date(1969, 12, 31)), "visit-too-old"),
        (RecordVisit(SUYEON, (Item("바지"),), 1, promised=sample.TODAY - timedelta(days=1)), "promise-before-received"),
    ],
)
async def test_what_cannot_be_is_refused_and_nothing_is_written(shop: Runtime, ask: RecordVisit, reason: str) -> None:
    before = await books(shop)

    with pytest.raises(Refusal) as refused:
        await record(shop, ask)

    assert refused.value.name == reason
    assert await books(shop) == before


async def test_a_past_day_is_that_day_and_the_gap_looks_back_from_it(shop: Runtime) -> None:
    done = await record(shop, RecordVisit(SUYEON, (), 5_000, on=sample.TODAY - timedelta(days=5)))

    assert (done.on, done.coming.nth, done.coming.days_since_last) == (date(2026, 11, 16), 5, 5)
    visit, _ = await newest(shop)
    assert (visit.visited_on, visit.visited_at) == (date(2026, 11, 16), datetime(2026, 11, 16, 3, tzinfo=UTC))


async def test_a_second_receipt_of_the_day_is_no_second_coming(shop: Runtime) -> None:
    first = await record(shop, RecordVisit(SUYEON, (), 5_000))
    second = await record(shop, RecordVisit(SUYEON, (), 2_500))

    assert (first.coming.same_day, second.coming.same_day) == (False, True)
    assert first.coming.nth == second.coming.nth == 6


@pytest.mark.parametrize("paid_by", ["card", "cash", "transfer", None])
async def test_what_was_paid_is_not_owed(shop: Runtime, paid_by: str | None) -> None:
    await record(shop, RecordVisit(SUYEON, (), 5_000, paid_by=paid_by))

    visit, _ = await newest(shop)

    assert (visit.paid_by, visit.unpaid_minor) == (paid_by, 0)


async def test_what_was_put_on_the_tab_is_owed(shop: Runtime) -> None:
    await record(shop, RecordVisit(SUYEON, (Item("바지"),), 5_000, paid_by="unpaid"))

    visit, _ = await newest(shop)
    card = await shop.read(lambda unit: cards.find(unit, SUYEON), cast.OWNER_ACTOR)

    assert (visit.paid_by, visit.amount_minor, visit.unpaid_minor) == (None, 5_000, 5_000)
    assert isinstance(card, cards.Card) and card.unpaid == Money(5_000)


async def test_a_laundry_opens_an_order_with_what_was_left(shop: Runtime) -> None:
    promised = datetime(2026, 11, 24, 9, tzinfo=UTC)
    done = await record(
        shop, RecordVisit(SUYEON, (Item("코트", 1), Item("바지", 2)), 24_000, paid_by="unpaid", promised=promised)
    )

    def opened(unit: Unit) -> tuple[object, ...]:
        order = unit.session.exec(select(Order)).one()
        items = unit.session.exec(select(OrderItem).order_by(col(OrderItem.id))).all()
        return (
            order.state,
            order.promised_at,
            order.amount_minor,
            order.unpaid_minor,
            [(item.item, item.quantity, item.state) for item in items],
        )

    assert done.promised == promised
    assert await shop.read(opened) == (
        "received",
        promised,
        24_000,
        24_000,
        [("코트", 1, "received"), ("바지", 2, "received")],
    )


async def test_a_promise_without_an_hour_stays_a_day(shop: Runtime) -> None:
    done = await record(shop, RecordVisit(SUYEON, (Item("코트"),), 15_000, promised=date(2026, 11, 24)))

    listed = await shop.read(orders.in_work, cast.OWNER_ACTOR)

    assert done.promised == listed.orders[0].promised == date(2026, 11, 24)
    assert not isinstance(done.promised, datetime)


async def test_nothing_left_behind_opens_no_order(shop: Runtime) -> None:
    await record(shop, RecordVisit(SUYEON, (), 5_000))

    assert (await books(shop))[3] == 0


@pytest.mark.parametrize("preset", [Preset.SALON, Preset.CAFE, Preset.THEATRE])
async def test_other_shops_open_no_orders(database: Database, preset: Preset) -> None:
    other = Runtime(database, MovableClock(sample.NOW), Shop("은하헤어", preset))

    done = await record(
        other, RecordVisit(Spoken("김민지"), (Item("커트"),), 25_000, promised=date(2026, 11, 24)), new=True
    )

    assert (await books(other))[3] == 0
    assert done.promised is None


async def test_two_who_fit_are_asked_about_and_the_chosen_one_gets_the_visit(shop: Runtime) -> None:
    ask = RecordVisit(Spoken("이영희"), (Item("코트"),), 15_000)
    before = await books(shop)

    meant = await shop.write(lambda unit: visits.record(unit, ask), cast.OWNER_ACTOR)

    assert isinstance(meant, WhoIsMeant) and len(meant.candidates) == 2
    assert await books(shop) == before
    other = next(one for one in meant.candidates if one.last4 == "3131")
    assert (await record(shop, ask, to=other.public_id)).last4 == "3131"


async def test_an_unknown_name_is_asked_about_and_may_be_written_down_as_new(shop: Runtime) -> None:
    ask = RecordVisit(Spoken("강감찬"), (Item("코트"),), 15_000)
    before = await books(shop)

    meant = await shop.write(lambda unit: visits.record(unit, ask), cast.OWNER_ACTOR)
    assert isinstance(meant, WhoIsMeant) and meant.new_name == "강감찬"
    assert await books(shop) == before

    done = await record(shop, ask, new=True)
    assert (done.new, done.name, done.last4, done.coming.nth) == (True, "강감찬", "", 1)
    assert done.coming.days_since_last is None
    again = await record(shop, RecordVisit(Spoken("강감찬"), (), 5_000))
    assert not again.new, "the next time the name is known"


async def test_what_is_no_name_makes_nobody_new(shop: Runtime) -> None:
    before = await books(shop)

    with pytest.raises(Refusal, match="name-unusable"):
        await record(shop, RecordVisit(Spoken("7500"), (), 5_000), new=True)

    assert await books(shop) == before


async def test_undo_takes_the_visit_and_its_order_out_of_every_figure(shop: Runtime) -> None:
    def picture(unit: Unit) -> tuple[object, ...]:
        found = cards.find(unit, SUYEON)
        assert isinstance(found, cards.Card)
        return found, orders.in_work(unit).of_all, insights.how_many(unit)

    before = await shop.read(picture, cast.OWNER_ACTOR)
    done = await record(shop, RecordVisit(SUYEON, (Item("코트"),), 15_000, paid_by="unpaid"))
    assert await shop.read(picture, cast.OWNER_ACTOR) != before

    back = await undo(shop, done.undo)

    assert isinstance(back, VisitTakenBack)
    assert (back.name, back.items, back.amount, back.gone) == ("김수연", (("코트", 1),), Money(15_000), False)
    assert await shop.read(picture, cast.OWNER_ACTOR) == before


async def test_undo_without_a_button_takes_back_the_last_thing_and_then_the_one_before(shop: Runtime) -> None:
    await record(shop, RecordVisit(SUYEON, (), 1_000))
    await record(shop, RecordVisit(SUYEON, (), 2_000))

    amounts = [await undo(shop), await undo(shop)]

    assert [one.amount for one in amounts if isinstance(one, VisitTakenBack)] == [Money(2_000), Money(1_000)]
    with pytest.raises(Refusal, match="nothing-to-undo"):
        await undo(shop)


async def test_nothing_is_undone_twice_and_nothing_that_is_not_there(shop: Runtime) -> None:
    done = await record(shop, RecordVisit(SUYEON, (), 1_000))
    await undo(shop, done.undo)

    for entry, reason in ((done.undo, "undo-done"), ("x" * 12, "undo-not-yours")):
        with pytest.raises(Refusal, match=reason):
            await undo(shop, entry)


async def test_undo_is_refused_with_the_reason_once_the_order_has_moved_on(shop: Runtime) -> None:
    done = await record(shop, RecordVisit(SUYEON, (Item("코트"),), 15_000))
    await shop.write(lambda unit: orders.make_ready(unit, OrderReady(SUYEON)), cast.OWNER_ACTOR)
    before = await books(shop)

    with pytest.raises(Refusal, match="undo-order-moved"):
        await undo(shop, done.undo)

    assert await books(shop) == before
    await undo(shop)  # The order is in work again …
    assert isinstance(await undo(shop, done.undo), VisitTakenBack)  # … and the visit can be taken back.


async def test_undoing_the_visit_of_somebody_new_takes_the_person_away_too(shop: Runtime) -> None:
    before = await books(shop)
    done = await record(shop, RecordVisit(Spoken("강감찬"), (Item("코트"),), 15_000), new=True)

    back = await undo(shop, done.undo)

    assert isinstance(back, VisitTakenBack) and back.gone
    customers, _, _, orders_, _ = await books(shop)
    assert (customers, orders_) == (before[0], before[3])
    found = await shop.read(lambda unit: cards.find(unit, Spoken("강감찬")), cast.OWNER_ACTOR)
    assert isinstance(found, WhoIsMeant) and not found.candidates


async def test_somebody_new_who_came_again_stays_when_the_first_visit_is_undone(shop: Runtime) -> None:
    first = await record(shop, RecordVisit(Spoken("강감찬"), (), 15_000), new=True)
    await record(shop, RecordVisit(Spoken("강감찬"), (), 5_000))

    back = await undo(shop, first.undo)

    assert isinstance(back, VisitTakenBack) and not back.gone
    found = await shop.read(lambda unit: cards.find(unit, Spoken("강감찬")), cast.OWNER_ACTOR)
    assert isinstance(found, cards.Card) and (found.visits, found.spent) == (1, Money(5_000))


@pytest.mark.parametrize("role", [Role.READER, Role.CUSTOMER, Role.STRANGER])
async def test_only_those_with_hands_at_the_counter_write_and_undo(shop: Runtime, role: Role) -> None:
    done = await record(shop, RecordVisit(SUYEON, (), 1_000))
    before = await books(shop)
    works: list[Callable[[Unit], object]] = [
        lambda unit: visits.record(unit, RecordVisit(SUYEON, (), 1_000)),
        lambda unit: counter_undo.undo(unit, done.undo),
        counter_undo.undo,
    ]

    for work in works:
        with pytest.raises(Refusal, match="not-allowed"):
            await shop.write(work, Actor(role, 77, 77, 1))

    assert await books(shop) == before
