"""Bookings out of a file."""

from datetime import UTC, datetime

import pytest
from sqlmodel import col, select

from bot.actions.unit import Unit
from storage import appointments
from storage.database import Database
from storage.models import Appointment
from tests import cast
from tests.importing import Books

HEAD = "고객명,휴대폰,예약일시,서비스,담당,상태\n"
SUYEON = "김수연,010-2345-6781"


@pytest.fixture
def books(database: Database) -> Books:
    return Books(database)


async def bookings(books: Books) -> list[Appointment]:
    everything = select(Appointment).order_by(col(Appointment.id))
    return await books.runtime.read(lambda unit: list(unit.session.exec(everything)))


async def test_a_booking_is_written_down_with_what_the_file_says(books: Books) -> None:
    result = await books.take(HEAD + f"{SUYEON},2026-11-27 14:00,커트,은하 원장,예약확정\n")
    (booking,) = await bookings(books)

    assert result.four == (1, 0, 0, 0)
    assert (booking.service, booking.with_whom, booking.state) == ("커트", "은하 원장", "booked")
    assert booking.at == datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
    assert booking.made_at == books.clock.now()


async def test_the_same_bookings_again_change_nothing_and_twins_are_two(books: Books) -> None:
    row = f"{SUYEON},2026-11-27 14:00,커트,,\n"
    assert (await books.take(HEAD + row + row)).four == (2, 0, 0, 0)
    assert (await books.take(HEAD + row + row)).four == (0, 0, 2, 0)
    assert len(await bookings(books)) == 2


async def test_a_newer_file_says_how_a_booking_ended(books: Books) -> None:
    row = f"{SUYEON},2026-11-20 14:00,커트,,"
    await books.take(HEAD + row + "예약\n")
    assert (await books.take(HEAD + row + "노쇼\n")).four == (0, 1, 0, 0)
    assert (await books.take(HEAD + row + "예약\n")).four == (0, 0, 1, 0)
    assert [one.state for one in await bookings(books)] == ["no_show"]


async def test_a_booking_of_a_name_that_two_have_is_refused(books: Books) -> None:
    await books.take("고객명,휴대폰\n이영희,010-5151-2020\n이영희,010-9090-3131\n")
    result = await books.take(HEAD + "이영희,,2026-11-27 14:00,커트,,\n정하늘,,2026-11-27 15:00,커트,,\n")

    assert result.four == (1, 0, 0, 1)
    assert result.reasons == [(2, "row-which-person")]


async def test_a_booking_of_the_chat_is_not_made_again_by_a_file_that_has_it(books: Books) -> None:
    def book(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", "010-2345-6781")
        at = datetime(2026, 11, 27, 5, 0, tzinfo=UTC)
        appointments.add(unit.session, customer_id=suyeon.id or 0, at=at, service="커트", now=unit.now)

    await books.runtime.write(book)
    row = f"{SUYEON},2026-11-27 14:00,커트,,"

    for _ in range(2):
        assert (await books.take(HEAD + row + "예약\n")).four == (0, 0, 1, 0)
    assert (await books.take(HEAD + row + "취소\n")).four == (0, 1, 0, 0)
    assert [one.state for one in await bookings(books)] == ["cancelled"]
