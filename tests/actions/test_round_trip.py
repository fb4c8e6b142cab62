"""A shop that moves: what it takes out fills an empty shop, which answers the same and takes the same out again."""

import random
from datetime import time, timedelta
from pathlib import Path

import pytest
from sqlmodel import col, select

from bot.actions import importing as importing_actions
from bot.actions import importing_undo
from bot.actions.unit import Unit
from bot.domain.phone import parse_phone
from storage import appointments, importing, orders, people, visits
from storage.database import Database
from storage.models import Customer, JournalEntry, Order, Visit
from tests import cast
from tests.importing import Books, Files, taken_out

NUMBER = parse_phone("010-2345-6781")


@pytest.fixture
def books(sqlite_database: Database) -> Books:
    return Books(sqlite_database)


async def taken_in(books: Books, files: Files) -> list[tuple[int, int, int]]:
    """created, updated, refused of every file that has rows."""
    filled = [content for content in files.values() if content.count(b"\r\n") > 1]
    results = await books.take_all(*filled)
    return [(result.counts.created, result.counts.updated, result.counts.refused) for result in results]


def answers(unit: Unit) -> list[tuple[str, int, int, int]]:
    """What the shop answers of everybody: name, days they were here, what they spent, what they owe."""
    everybody = unit.session.exec(select(Customer))
    return sorted(
        (one.name, one.visit_days, one.spent_minor, visits.unpaid_of(unit.session, one.id or 0)) for one in everybody
    )


async def test_debts_come_back_once_and_to_the_won(books: Books, other_books: Books, tmp_path: Path) -> None:
    def fill(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781")
        cast.visit(unit, suyeon, 30, ("코트", 1, 12_000), unpaid=12_000)
        cast.visit(unit, suyeon, 9, ("코트", 1, 12_000), ("셔츠", 1, 3_000), unpaid=5_000)
        cast.order(unit, suyeon, ("이불", 1, 20_000), promised_at=None, unpaid=7_000)
        cast.order(unit, cast.customer(unit, "Emily Carter"), ("코트", 1, 9_000), promised_at=None, unpaid=9_000)
        cast.order(unit, cast.customer(unit, "박서준"), ("코트", 1, 9_000), promised_at=None)

    await books.runtime.write(fill)
    first = await taken_out(books, tmp_path / "first")
    assert all(refused == 0 for *_, refused in await taken_in(other_books, first))

    assert await taken_out(other_books, tmp_path / "second") == first
    assert await other_books.runtime.read(answers) == await books.runtime.read(answers)
    assert ("김수연", 3, 47_000, 24_000) in await other_books.runtime.read(answers)


@pytest.mark.parametrize("visits_first", [True, False])
async def test_an_order_of_a_file_belongs_to_the_visit_that_opened_it(books: Books, visits_first: bool) -> None:
    lines = {
        "visits": "이름,휴대폰,방문일시,품목,금액,결제\n김수연,010-2345-6781,2026-11-20 15:00,코트,12000,외상\n",
        "orders": "이름,휴대폰,접수일시,품목,금액,미수금\n김수연,010-2345-6781,2026-11-20 15:00,코트,12000,5000\n",
    }
    for name in ("visits", "orders") if visits_first else ("orders", "visits"):
        assert (await books.take(lines[name])).counts.created == 1

    def opened(unit: Unit) -> tuple[bool, int]:
        order = unit.session.exec(select(Order)).one()
        visit = unit.session.exec(select(Visit)).one()
        return order.visit_id == visit.id, visits.unpaid_of(unit.session, order.customer_id)

    assert await books.runtime.read(opened) == (True, 5_000)
    assert (await books.take(lines["orders"].replace("5000", "2000"))).counts.updated == 1
    assert await books.runtime.read(opened) == (True, 2_000)


async def test_visits_that_are_taken_back_leave_the_orders_that_were_there_before(books: Books) -> None:
    await books.take("이름,접수일시,품목,금액,미수금\n김수연,2026-11-20 15:00,코트,12000,5000\n")
    await books.take("이름,방문일시,품목,금액\n김수연,2026-11-20 15:00,코트,12000\n")

    def undo(unit: Unit) -> None:
        newest = unit.session.exec(
            select(JournalEntry)
            .where(JournalEntry.deed == importing_actions.STARTED)
            .order_by(col(JournalEntry.id).desc())
        ).first()
        assert newest is not None
        while importing_undo.undo_some(unit, newest.id or 0) is not None:
            pass

    await books.runtime.write(undo)

    assert await books.visits() == []
    assert [row[3] for row in await books.runtime.read(answers)] == [5_000]


async def test_two_people_of_one_name_and_no_number_stay_two(books: Books, other_books: Books, tmp_path: Path) -> None:
    def fill(unit: Unit) -> None:
        for days, phone in ((3, ""), (5, ""), (7, "010-2345-6781")):
            cast.visit(unit, cast.customer(unit, "김민지", phone), days, ("커트", 1, 1_000 * days))

    await books.runtime.write(fill)
    first = await taken_out(books, tmp_path / "first")

    assert await taken_in(other_books, first) == [(3, 0, 0), (3, 0, 0)]
    assert await taken_out(other_books, tmp_path / "second") == first
    assert await other_books.runtime.read(answers) == [("김민지", 1, 1_000 * days, 0) for days in (3, 5, 7)]
    for shop in (books, other_books):
        assert await taken_in(shop, first) == [(0, 0, 0), (0, 0, 0)]


async def test_a_number_that_finds_somebody_else_stays_with_both(
    books: Books, other_books: Books, tmp_path: Path
) -> None:
    def fill(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "박민수", "010-2345-6781"), 300)
        newcomer = cast.customer(unit, "김수연")
        newcomer.phone = "+821023456781"
        unit.session.add(newcomer)
        cast.visit(unit, newcomer, 2)

    await books.runtime.write(fill)
    first = await taken_out(books, tmp_path / "first")

    assert await taken_in(other_books, first) == [(2, 0, 0), (2, 0, 0)]
    assert await taken_out(other_books, tmp_path / "second") == first
    for shop in (books, other_books):
        assert await taken_in(shop, first) == [(0, 0, 0), (0, 0, 0)]
        assert await shop.runtime.read(lambda unit: people.by_phone(unit.session, unit.vault, NUMBER)) is not None


async def test_names_of_all_scripts_come_back(books: Books, other_books: Books, tmp_path: Path) -> None:
    names = [
        "Zoë Müller",
        "王小明",
        "Владимир",
        "아이유 ❤",
        "O'Brien",
        "김,수연",
        'Anna "Ann" Lee',
        "Nan",
        "여",
        "손님",
        "Guest",
    ]

    def fill(unit: Unit) -> None:
        for number, name in enumerate(names):
            cast.visit(unit, cast.customer(unit, name, f"010-2345-{1000 + number}"), number, ("컷", 1, 1_000))

    await books.runtime.write(fill)
    first = await taken_out(books, tmp_path / "first")
    await taken_in(other_books, first)

    assert await taken_out(other_books, tmp_path / "second") == first
    assert sorted(name for name, _ in await other_books.people()) == sorted(names)


async def test_two_visits_in_one_second_stay_two(books: Books, other_books: Books, tmp_path: Path) -> None:
    def fill(unit: Unit) -> None:
        suyeon, emily = cast.customer(unit, "김수연", "010-2345-6781"), cast.customer(unit, "Emily Carter")
        for person, at in ((suyeon, 59), (suyeon, 59), (emily, 59)):
            cast.visit(unit, person, 2, ("커트", 1, 1_000), at=time(15, 0, at))
        cast.visit(unit, suyeon, 2, ("염색", 1, 5_000), at=time(15, 1))
        cast.visit(unit, emily, 2, ("염색", 1, 5_000), at=time(15, 1))

    await books.runtime.write(fill)
    first = await taken_out(books, tmp_path / "first")
    await taken_in(other_books, first)

    assert await taken_out(other_books, tmp_path / "second") == first
    assert len(await other_books.visits()) == len(await books.visits()) == 5
    assert await taken_in(books, first) == [(0, 0, 0), (0, 0, 0)]


async def test_what_was_undone_stays_undone_also_when_an_older_file_has_it(
    books: Books, other_books: Books, tmp_path: Path
) -> None:
    def fill(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781")
        cast.visit(unit, suyeon, 2, ("커트", 1, 1_000))
        cast.visit(unit, suyeon, 1, ("염색", 1, 5_000))

    def undo(unit: Unit) -> None:
        newest = unit.session.exec(select(Visit).order_by(col(Visit.id).desc())).first()
        assert newest is not None
        newest.undone_at = unit.now
        unit.session.add(newest)

    await books.runtime.write(fill)
    older = await taken_out(books, tmp_path / "older")
    await books.runtime.write(undo)
    newer = await taken_out(books, tmp_path / "newer")

    assert await taken_in(books, older) == [(0, 0, 0), (0, 0, 0)]
    assert await taken_out(books, tmp_path / "still") == newer
    await taken_in(other_books, newer)
    assert await taken_out(other_books, tmp_path / "second") == newer


async def test_a_shop_knows_its_own_export_however_the_first_file_named_the_people(
    books: Books, tmp_path: Path
) -> None:
    await books.take("이름,휴대폰,회원번호\n김수연,010-2345-6781,77\n")
    await books.take(
        "회원번호,방문일시,품목,금액,결제\n77,2026-11-20 15:00,코트,12000,외상\n77,2026-11-20 15:00,코트,12000,\n"
    )
    await books.take("휴대폰,접수일시,품목,금액,택번호\n010-2345-6781,2026-11-19 15:00,이불,20000,7\n")
    await books.take("휴대폰,예약일시,서비스\n010-2345-6781,2026-11-29 15:00,커트\n")

    def sell(unit: Unit) -> None:
        for item in ("라떼", "쿠키"):
            cast.sale(unit, (item, 4_500))

    await books.runtime.write(sell)
    first = await taken_out(books, tmp_path / "first")

    assert await taken_in(books, first) == [(0, 0, 0)] * 4
    assert await taken_out(books, tmp_path / "second") == first
    again = b"\r\n".join([*first["visits"].splitlines()[:2], b"", first["visits"].splitlines()[1]])
    assert (await books.take(again)).counts.created == 0


async def test_the_id_of_a_row_that_was_taken_away_is_not_given_again(books: Books) -> None:
    await books.take("이름,방문일시,품목,금액\n김수연,2026-11-20 15:00,코트,12000\n")

    def take_away(unit: Unit) -> int:
        visit = unit.session.exec(select(Visit)).one()
        gone = visit.id or 0
        unit.session.delete(visit)
        return gone

    gone = await books.runtime.write(take_away)
    (following,) = await books.runtime.write(lambda unit: list(importing.new_ids(unit.session, Visit, 1)))
    assert following > gone


async def test_a_receipt_of_nobody_with_its_second_stays_one(books: Books, other_books: Books, tmp_path: Path) -> None:
    def sell(unit: Unit) -> None:
        cast.sale(unit, ("라떼", 4_500), ("쿠키", 2_000), at=unit.now + timedelta(seconds=-3))

    await books.runtime.write(sell)
    first = await taken_out(books, tmp_path / "first")
    await taken_in(other_books, first)

    assert await taken_out(other_books, tmp_path / "second") == first
    assert len(await other_books.visits()) == 1


@pytest.mark.parametrize("seed", range(6))
async def test_any_shop_goes_there_and_back(books: Books, other_books: Books, tmp_path: Path, seed: int) -> None:
    await books.runtime.write(lambda unit: _fill(unit, random.Random(seed)))
    first = await taken_out(books, tmp_path / "first")

    assert all(refused == 0 for *_, refused in await taken_in(other_books, first))
    assert await taken_out(other_books, tmp_path / "second") == first
    assert await other_books.runtime.read(answers) == await books.runtime.read(answers)
    for shop in (books, other_books):
        assert set(await taken_in(shop, first)) == {(0, 0, 0)}


def _fill(unit: Unit, chance: random.Random) -> None:
    """A small shop in which everything happens at the same few moments."""
    everybody = [_somebody(unit, chance, number) for number in range(chance.randint(1, 8))]
    for _ in range(chance.randint(1, 25)):
        person, what = chance.choice(everybody), chance.random()
        items = [
            (chance.choice(["코트", "셔츠", "", "=x"]), chance.randint(1, 3), chance.choice([0, 1_000, 2_500, 2_500]))
            for _ in range(chance.randint(1, 3))
        ]
        total = sum(amount for *_, amount in items)
        unpaid = chance.choice([0, total, chance.randint(0, total)])
        if what < 0.55:
            at = time(chance.choice([0, 9, 15]), chance.choice([0, 30, 59]), chance.choice([0, 0, 59]))
            cast.visit(unit, person, chance.choice([0, 0, 1, 400]), *items, unpaid=unpaid, at=at)
        elif what < 0.85:
            promised_at = chance.choice([None, unit.now + timedelta(days=2)])
            order = cast.order(unit, person, *items, promised_at=promised_at, unpaid=unpaid)
            order.tag, order.note = chance.choice([None, "7", "A-1"]), chance.choice([None, "급해요"])
            orders.move(unit.session, order, chance.choice(["ready", "handed_over"]), unit.now)
        else:
            at_all = unit.now + timedelta(days=chance.choice([1, 1, -3]))
            booked = appointments.add(
                unit.session, customer_id=person.id or 0, at=at_all, service=chance.choice(["커트", ""]), now=unit.now
            )
            booked.state = chance.choice(["booked", "no_show", "cancelled"])
    opened = set(unit.session.exec(select(Order.visit_id)))
    for visit in unit.session.exec(select(Visit)):
        if visit.id not in opened and chance.random() < 0.1:
            visit.undone_at = unit.now
    unit.session.flush()
    for person in everybody:
        people.refresh_figures(unit.session, person.id or 0)


def _somebody(unit: Unit, chance: random.Random, number: int) -> Customer:
    name = chance.choice(["김민지", "김 민지", "Emily", "emily", "박서준", "Nan", "O'Neil, Jr"])
    phone = chance.choice(["", f"010-2345-{1000 + number}", f"016-234-{1000 + number}", f"02-312-{1000 + number}"])
    person = cast.customer(unit, name, phone)
    if chance.random() < 0.2:
        people.set_member_no(unit.session, unit.vault, person, f"{number:05}")
    person.note = chance.choice([None, None, "=1+1", "a\nb", "'x"])
    unit.session.add(person)
    return person
