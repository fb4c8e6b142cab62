"""What is taken out: everything, in the contract's words, safe to open, and the same again after it came back in."""

import csv
import io
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import select

from bot.actions import exporting
from bot.actions.unit import Unit
from bot.domain.birthday import parse_birthday
from bot.domain.exporting import Sheet
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.jobs.exporting import write_files
from storage import appointments, outbox, people
from storage.database import Database
from storage.models import AccessEntry, LedgerEntry, OutboxRow, Visit
from tests import cast, sample
from tests.importing import Books, Files, files_in, taken_out

CONTRACT = {
    "customers": "name,phone,member_no,email,birthday,address,note",
    "visits": "name,phone,member_no,visited_at,item,quantity,price,amount,paid_by",
    "orders": "name,phone,member_no,tag,item,quantity,received_at,promised_at,status,amount,unpaid,note",
    "appointments": "name,phone,member_no,at,service,staff,status",
    "ledger": "name,phone,member_no,at,kind,amount,note",
    "messages": "name,phone,member_no,at,kind,status,reason,text",
}


@pytest.fixture
def books(database: Database) -> Books:
    return Books(database)


def rows(files: Files, sheet: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[sheet].decode("utf-8-sig"), newline="")))


async def round_trip(books: Books, other_books: Books, tmp_path: Path) -> tuple[Files, Files]:
    """What the first shop takes out, and what the second one does after taking that in. Nothing is refused."""
    first = await taken_out(books, tmp_path / "first")
    kinds = [sheet for sheet in ("customers", "visits", "orders", "appointments") if rows(first, sheet)]
    results = await other_books.take_all(*(first[kind] for kind in kinds))
    assert [result.reasons for result in results] == [[] for _ in kinds]
    return first, await taken_out(other_books, tmp_path / "second")


# What the files are.


async def test_six_files_with_the_headings_of_the_contract(books: Books, tmp_path: Path) -> None:
    files = await taken_out(books, tmp_path / "out")

    assert {name: data.decode("utf-8-sig").splitlines() for name, data in files.items()} == {
        name: [headings] for name, headings in CONTRACT.items()
    }
    assert all(data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n") for data in files.values())


def fill(unit: Unit) -> None:
    suyeon = cast.customer(unit, "김수연", "010-2345-6781", email="suyeon@example.com")
    suyeon.note, suyeon.address = "깃에 풀 먹이지 않기\n목요일 오후", "서울 마포구 성산로 12"
    people.set_birthday(unit.session, unit.vault, suyeon, parse_birthday("음력 1962-05-05", today=unit.today))
    emily = cast.customer(unit, "Emily Carter", "+14155552671")
    people.set_member_no(unit.session, unit.vault, emily, "00042")
    by_card = cast.customer(unit, "7788")
    people.set_member_no(unit.session, unit.vault, by_card, "7788")
    cast.customer(unit, "박서준", "016-234-5678")
    cast.visit(unit, suyeon, 30, ("와이셔츠", 3, 7_500), ("", 1, 500), ("정장", 1, 9_000))
    cast.visit(unit, suyeon, 9, ("코트", 1, 12_000), unpaid=12_000)
    cast.visit(unit, emily, 9, ("Shirt", 2, 5_000))
    cast.visit(unit, by_card, 3)
    cast.sale(unit, ("라떼", 4_500), ("쿠키", 2_000))
    cast.sale(unit, ("라떼", 4_500))
    undone = cast.visit(unit, emily, 2, ("실수", 1, 1))
    for visit in unit.session.exec(select(Visit).where(Visit.visited_on == undone)):
        visit.undone_at = unit.now
    for days, service, state in ((2, "커트", "booked"), (-3, "염색", "no_show"), (-3, "염색", "cancelled")):
        booking = appointments.add(
            unit.session, customer_id=suyeon.id or 0, at=unit.now + timedelta(days=days), service=service, now=unit.now
        )
        booking.state, booking.with_whom = state, "은하 원장"


async def test_people_are_written_as_people_write_them(books: Books, tmp_path: Path) -> None:
    await books.runtime.write(fill)
    files = await taken_out(books, tmp_path / "out")

    assert [(row["name"], row["phone"], row["member_no"]) for row in rows(files, "customers")] == [
        ("", "", "7788"),
        ("Emily Carter", "'+1 415-555-2671", "00042"),
        ("김수연", "010-2345-6781", ""),
        ("박서준", "016-234-5678", ""),
    ]
    suyeon = rows(files, "customers")[2]
    assert (suyeon["email"], suyeon["birthday"]) == ("suyeon@example.com", "lunar 1962-05-05")
    assert suyeon["note"] == "깃에 풀 먹이지 않기\n목요일 오후"


async def test_a_visit_is_a_row_an_item_in_the_shops_time_and_what_was_undone_is_none(
    books: Books, tmp_path: Path
) -> None:
    await books.runtime.write(fill)
    files = await taken_out(books, tmp_path / "out")

    assert [tuple(row.values())[3:] for row in rows(files, "visits") if row["name"] == "김수연"] == [
        ("2026-10-22 15:00", "와이셔츠", "3", "", "7500", "card"),
        ("2026-10-22 15:00", "", "1", "", "500", "card"),
        ("2026-10-22 15:00", "정장", "1", "", "9000", "card"),
        ("2026-11-12 15:00", "코트", "1", "", "12000", "tab"),
    ]
    assert "실수" not in files["visits"].decode()
    assert [row["item"] for row in rows(files, "visits") if not row["name"] and not row["member_no"]] == [
        "라떼",
        "라떼",
        "쿠키",
    ]


async def test_an_order_is_a_row_an_item_with_its_share_of_what_is_owed(books: Books, tmp_path: Path) -> None:
    def work(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781")
        order = cast.order(
            unit,
            suyeon,
            ("와이셔츠", 3, 7_500),
            ("코트", 1, 12_000),
            promised_at=unit.now + timedelta(days=2),
            unpaid=9_500,
        )
        order.tag, order.note, order.amount_minor = "A-12", "급해요", 20_000
        unit.session.add(order)

    await books.runtime.write(work)
    files = await taken_out(books, tmp_path / "out")

    assert [tuple(row.values())[3:] for row in rows(files, "orders")] == [
        ("A-12", "와이셔츠", "3", "2026-11-21 10:00", "2026-11-23 10:00", "received", "7500", "7500", "급해요"),
        ("A-12", "코트", "1", "2026-11-21 10:00", "2026-11-23 10:00", "received", "12000", "2000", "급해요"),
        ("A-12", "", "1", "2026-11-21 10:00", "2026-11-23 10:00", "received", "500", "0", "급해요"),
    ]


async def test_bookings_ledger_and_messages_are_there_too(books: Books, tmp_path: Path) -> None:
    def work(unit: Unit) -> None:
        fill(unit)
        suyeon = people.by_last4(unit.session, unit.vault, "6781")[0]
        unit.session.add(
            LedgerEntry(customer_id=suyeon.id or 0, kind="prepaid", amount_minor=-4_200, at=unit.now, note="선불")
        )
        for key, state in (("sent", "sent"), ("late", "expired"), ("now", "pending")):
            message = outbox.Message(key, 7, Kind.RECEIPT, pack(Reply(words("later"))), unit.now, customer_id=suyeon.id)
            outbox.add(unit.session, unit.vault, message, unit.now, state=state)
        row = unit.session.exec(select(OutboxRow).where(OutboxRow.dedupe_key == "sent")).one()
        row.sealed_text = unit.vault.seal("<b>고맙습니다</b> &lt;3", outbox.TEXT, "sent")
        unit.session.add(row)

    await books.runtime.write(work)
    files = await taken_out(books, tmp_path / "out")

    assert [tuple(row.values())[3:] for row in rows(files, "appointments")] == [
        ("2026-11-18 10:00", "염색", "은하 원장", "no_show"),
        ("2026-11-18 10:00", "염색", "은하 원장", "cancelled"),
        ("2026-11-23 10:00", "커트", "은하 원장", "booked"),
    ]
    assert [tuple(row.values())[3:] for row in rows(files, "ledger")] == [
        ("2026-11-21 10:00", "prepaid", "'-4200", "선불")
    ]
    assert [tuple(row.values())[4:] for row in rows(files, "messages")] == [
        ("receipt", "sent", "", "고맙습니다 <3"),
        ("receipt", "expired", "", ""),
    ]


async def test_money_of_other_currencies_is_in_major_units(database: Database, tmp_path: Path) -> None:
    books = Books(database, currency="USD")
    await books.runtime.write(lambda unit: cast.sale(unit, ("Latte", 450)))

    assert rows(await taken_out(books, tmp_path / "out"), "visits")[0]["amount"] == "4.50"


@pytest.mark.parametrize("cell", ["=1+1", "+82 10", "@SUM(A1)", "-2", "＝1", "'=x", "Nan", "없음", "n/a", "-", "'"])
async def test_no_note_runs_in_a_spreadsheet_and_each_comes_back_as_it_was(
    sqlite_database: Database, other_books: Books, tmp_path: Path, cell: str
) -> None:
    books = Books(sqlite_database)

    def work(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", "010-2345-6781")
        person.note = cell
        cast.visit(unit, person, 1, (cell, 1, 100))

    await books.runtime.write(work)
    first, second = await round_trip(books, other_books, tmp_path)

    assert not rows(first, "customers")[0]["note"].startswith(("=", "+", "-", "@", "\t", "＝"))
    assert first["customers"] == second["customers"]
    assert first["visits"] == second["visits"]


# There and back.


async def test_what_comes_back_in_goes_out_the_same_to_the_byte(
    books: Books, other_books: Books, tmp_path: Path
) -> None:
    await books.runtime.write(fill)
    first, second = await round_trip(books, other_books, tmp_path)

    for sheet in ("customers", "visits", "appointments"):
        assert second[sheet] == first[sheet], sheet


async def test_orders_come_back_in_as_they_went_out(books: Books, other_books: Books, tmp_path: Path) -> None:
    def work(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781")
        emily = cast.customer(unit, "Emily Carter")
        for person, tag, note in ((suyeon, "12", "급해요"), (emily, None, None)):
            order = cast.order(
                unit,
                person,
                ("와이셔츠", 3, 7_500),
                ("", 1, 1_000),
                ("코트", 1, 12_000),
                promised_at=unit.now + timedelta(days=1),
                unpaid=20_500,
            )
            order.tag, order.note = tag, note
            unit.session.add(order)

    await books.runtime.write(work)
    first, second = await round_trip(books, other_books, tmp_path)

    assert second["orders"] == first["orders"]
    assert second["visits"] == first["visits"]


async def test_the_sample_shop_goes_there_and_back(
    sqlite_database: Database, other_books: Books, tmp_path: Path
) -> None:
    books = Books(sqlite_database)
    await books.runtime.write(sample.fill)
    first, second = await round_trip(books, other_books, tmp_path)

    assert len(rows(first, "visits")) == len(sample.rows("visits"))
    assert second == first


async def test_the_order_of_writing_and_the_moment_of_writing_do_not_matter(
    sqlite_database: Database, other_books: Books, tmp_path: Path
) -> None:
    books = Books(sqlite_database)

    def write(unit: Unit, names: list[str]) -> None:
        for name in names:
            person = cast.customer(unit, name, f"010-2345-{1000 + len(name)}")
            cast.visit(unit, person, 1, ("커트", 1, 20_000), at=time(10, 0, 30))

    names = ["가", "나나", "다다다"]
    await books.runtime.write(partial(write, names=names))
    other_books.clock.forward(timedelta(microseconds=123))
    await other_books.runtime.write(partial(write, names=names[::-1]))

    assert await taken_out(books, tmp_path / "a") == await taken_out(other_books, tmp_path / "b")


async def test_a_time_that_the_clock_shows_twice_comes_back_as_the_one_it_was(
    sqlite_database: Database, other_books: Books, tmp_path: Path
) -> None:
    books = Books(sqlite_database)
    for each in (books, other_books):
        each.runtime.configured = replace(each.runtime.configured, zone=ZoneInfo("America/New_York"))
    moments = [datetime(2026, 11, 1, hour, 30, tzinfo=UTC) for hour in (4, 5, 6)]

    def work(unit: Unit) -> None:
        for moment in moments:
            cast.sale(unit, ("Latte", 450))
            newest = unit.session.exec(select(Visit)).all()[-1]
            newest.visited_at = moment
            unit.session.add(newest)

    await books.runtime.write(work)
    first, second = await round_trip(books, other_books, tmp_path)

    assert [row["visited_at"] for row in rows(first, "visits")] == [
        "2026-11-01 00:30",
        "2026-11-01 01:30",
        "2026-11-01 01:30-05:00",
    ]
    assert second == first


# Who may, and what is written down about it.


async def test_everybody_who_was_taken_out_was_seen(books: Books, tmp_path: Path) -> None:
    await books.runtime.write(fill)
    await taken_out(books, tmp_path / "out")

    seen = await books.runtime.read(lambda unit: unit.session.exec(select(AccessEntry)).all())
    assert {(entry.actor_role, entry.what) for entry in seen} == {("system", "export-console")}
    assert {entry.customer_id for entry in seen} == {person.id for person in await books.customers()}


@pytest.mark.parametrize("role", [Role.STAFF, Role.READER, Role.CUSTOMER, Role.STRANGER])
async def test_nobody_but_the_owner_may(books: Books, role: Role) -> None:
    with pytest.raises(Refusal) as refusal:
        await books.runtime.read(lambda unit: exporting.files_for_chat(unit, "keep"), Actor(role, 5, 5, 1))
    assert refusal.value.name in ("not-allowed", "not-linked")


async def test_files_for_the_chat_are_those_with_rows_and_say_how_many(books: Books, tmp_path: Path) -> None:
    await books.runtime.write(fill)
    files = await books.runtime.read(lambda unit: exporting.files_for_chat(unit, "keep"), cast.OWNER_ACTOR)

    assert [(file.sheet, file.rows) for file in files] == [
        (Sheet.CUSTOMERS, 4),
        (Sheet.VISITS, 9),
        (Sheet.APPOINTMENTS, 3),
    ]
    on_disk = await taken_out(books, tmp_path / "out")
    assert {file.sheet.value: file.data for file in files}.items() <= on_disk.items()


async def test_files_that_telegram_would_not_take_are_refused_whole(books: Books) -> None:
    await books.runtime.write(fill)
    with pytest.raises(Refusal) as refusal:
        await books.runtime.read(lambda unit: exporting.files_for_chat(unit, "keep", most=400), cast.OWNER_ACTOR)
    assert refusal.value.name == "export-too-large"


async def test_files_that_are_there_are_replaced_whole(books: Books, tmp_path: Path) -> None:
    before = await taken_out(books, tmp_path / "out")
    await books.runtime.write(fill)
    await write_files(books.runtime, tmp_path / "out")

    after = files_in(tmp_path / "out")
    assert after.keys() == before.keys()
    assert len(rows(after, "customers")) == 4
