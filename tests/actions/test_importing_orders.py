"""Orders out of a file, and a newer file of the same orders."""

from datetime import UTC, datetime

import pytest
from sqlmodel import col, select

from bot.actions.unit import Unit
from storage import orders, visits
from storage.database import Database
from storage.models import Order, OrderItem, OutboxRow, Visit
from tests import cast
from tests.importing import Books

HEAD = "고객명,휴대폰,택번호,품목,수량,접수일시,약속일시,상태,금액,미수금,메모\n"
SUYEON = "김수연,010-2345-6781"


@pytest.fixture
def books(database: Database) -> Books:
    return Books(database)


async def the_orders(books: Books) -> list[tuple[Order, list[tuple[str, int, str]]]]:
    """Every order with its items as (item, quantity, state)."""

    def read(unit: Unit) -> list[tuple[Order, list[tuple[str, int, str]]]]:
        found = unit.session.exec(select(Order).order_by(col(Order.id))).all()
        items = unit.session.exec(select(OrderItem).order_by(col(OrderItem.id))).all()
        return [(one, [(i.item, i.quantity, i.state) for i in items if i.order_id == one.id]) for one in found]

    return await books.runtime.read(read)


async def test_lines_of_one_tag_are_one_order_wherever_they_stand(books: Books) -> None:
    others = "".join(f"손님{n},,,셔츠,1,2026-11-{1 + n % 20:02} 10:00,,출고,2500,,\n" for n in range(150))
    result = await books.take(
        HEAD
        + f"{SUYEON},A-17,코트,1,2026-11-19 10:00,2026-11-23,접수,15000,15000,단추 헐거움\n"
        + others
        + f"{SUYEON},A-17,셔츠,3,2026-11-19 10:00,2026-11-21 18:00,완료,7500,,\n"
    )
    order, items = next(one for one in await the_orders(books) if one[0].tag == "A-17")

    assert result.counts.created == 152
    assert items == [("코트", 1, "received"), ("셔츠", 3, "ready")]
    assert (order.state, order.amount_minor, order.unpaid_minor) == ("received", 22_500, 15_000)
    assert order.promised_at == datetime(2026, 11, 22, 15, 0, tzinfo=UTC)
    assert order.note == "단추 헐거움"
    assert len(await the_orders(books)) == 151


async def test_an_imported_order_is_owed_for_and_is_no_visit(books: Books) -> None:
    await books.take(HEAD + f"{SUYEON},A-17,코트,1,2026-11-19 10:00,2026-11-23,접수,15000,5000,\n")
    suyeon = await books.customer("김수연")

    def read(unit: Unit) -> tuple[int, int, int]:
        session, row = unit.session, suyeon.id or 0
        return (
            visits.unpaid_of(session, row),
            len(orders.of_customer(session, row)),
            len(session.exec(select(Visit)).all()),
        )

    assert await books.runtime.read(read) == (5_000, 1, 0)


async def test_the_same_orders_again_change_nothing(books: Books) -> None:
    file = HEAD + (
        f"{SUYEON},A-17,코트,1,2026-11-19 10:00,2026-11-23,접수,15000,5000,\n"
        f"{SUYEON},A-17,코트,1,2026-11-19 10:00,2026-11-23,접수,15000,5000,\n"
        "박민수,010-8161-6464,,이불,1,2026-11-19 11:00,,완료,20000,,\n"
    )
    first = await books.take(file)
    before = await the_orders(books)
    second = await books.take(file)

    assert (first.four, second.four) == ((3, 0, 0, 0), (0, 0, 3, 0))
    assert await the_orders(books) == before


async def test_a_newer_file_moves_orders_forward_and_takes_payments_off(books: Books) -> None:
    row = f"{SUYEON},A-17,코트,1,2026-11-19 10:00,"
    await books.take(HEAD + row + ",접수,15000,15000,\n")
    result = await books.take(HEAD + row + "2026-11-23,완료,15000,0,얼룩\n")
    ((order, items),) = await the_orders(books)

    assert result.four == (0, 1, 0, 0)
    assert (order.state, order.unpaid_minor, order.note, items[0][2]) == ("ready", 0, "얼룩", "ready")
    assert order.promised_at == datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


async def test_an_older_file_takes_nothing_back(books: Books) -> None:
    row = f"{SUYEON},A-17,코트,1,2026-11-19 10:00,"
    await books.take(HEAD + row + "2026-11-23,출고,15000,0,\n")
    result = await books.take(HEAD + row + "2026-11-30,접수,15000,15000,\n")
    ((order, _),) = await the_orders(books)

    assert result.four == (0, 0, 1, 0)
    assert (order.state, order.unpaid_minor) == ("handed_over", 0)
    assert order.promised_at == datetime(2026, 11, 22, 15, 0, tzinfo=UTC)


async def test_a_line_that_is_new_joins_its_order(books: Books) -> None:
    row = f"{SUYEON},A-17,코트,1,2026-11-19 10:00,,접수,15000,,\n"
    await books.take(HEAD + row)
    result = await books.take(HEAD + row + f"{SUYEON},A-17,셔츠,2,2026-11-19 10:00,,접수,5000,5000,\n")
    ((order, items),) = await the_orders(books)

    assert result.four[:2] == (1, 1)
    assert (order.amount_minor, order.unpaid_minor, len(items)) == (20_000, 5_000, 2)


async def test_a_tag_that_is_used_again_months_later_is_another_order(books: Books) -> None:
    await books.take(
        HEAD + f"{SUYEON},17,코트,1,2026-03-19 10:00,,출고,15000,,\n{SUYEON},17,코트,1,2026-11-19 10:00,,접수,15000,,\n"
    )
    assert [order.state for order, _ in await the_orders(books)] == ["handed_over", "received"]


async def test_nobody_is_told_that_an_imported_order_is_ready(books: Books) -> None:
    await books.take(HEAD + f"{SUYEON},A-17,코트,1,2026-11-21 09:00,,완료,15000,,\n")
    ((order, _),) = await the_orders(books)

    planned = await books.runtime.read(lambda unit: len(unit.session.exec(select(OutboxRow)).all()))
    assert (order.state, order.ready_at, planned) == ("ready", None, 0)


async def test_all_lines_of_an_order_are_refused_with_its_person(books: Books) -> None:
    await books.take("고객명,휴대폰\n이영희,010-5151-2020\n이영희,010-9090-3131\n")
    result = await books.take(
        HEAD + "이영희,,7,코트,1,2026-11-19 10:00,,접수,15000,,\n이영희,,7,셔츠,1,2026-11-19 10:00,,접수,2500,,\n"
    )
    assert result.reasons == [(2, "row-which-person"), (3, "row-which-person")]


async def test_an_order_that_the_chat_opened_is_not_opened_again_by_a_file_that_has_it(books: Books) -> None:
    promised = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)

    def open_order(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781")
        cast.order(unit, suyeon, ("코트", 1, 15_000), ("", 1, 500), promised_at=promised, unpaid=15_500)

    await books.runtime.write(open_order)
    received = "2026-11-21 10:00:00,2026-11-23 18:00"
    file = HEAD + f"{SUYEON},,코트,1,{received},received,15000,15000,\n{SUYEON},,,1,{received},received,500,500,\n"

    for _ in range(2):
        assert (await books.take(file)).four == (0, 0, 2, 0)
    ((order, items),) = await the_orders(books)
    assert (order.amount_minor, order.unpaid_minor, items) == (15_500, 15_500, [("코트", 1, "received")])

    moved = await books.take(file.replace("received", "ready").replace("ready_at", "received_at"))
    ((order, items),) = await the_orders(books)
    assert moved.counts.created == 0
    assert (order.state, items) == ("ready", [("코트", 1, "ready")])
