"""Appointments across the counter: made, taken back, listed."""

from datetime import date, datetime, timedelta

import pytest
from sqlmodel import select

from bot.actions import appointments, counter_undo
from bot.actions.appointments import Booked, Booking, Clash
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.shop import Preset, Shop
from bot.runtime import Runtime
from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.asks.values import Period, Spoken
from storage.database import Database
from storage.models import Appointment, Customer
from tests import cast, sample

FRIDAY_TWO = datetime(2026, 11, 27, 14, tzinfo=sample.SEOUL)


@pytest.fixture
async def salon(database: Database) -> Runtime:
    def people(unit: Unit) -> None:
        cast.customer(unit, "김민지", "010-1234-5678")
        cast.customer(unit, "이영희", "016-234-5678")

    runtime = Runtime(database, MovableClock(sample.NOW), Shop("은하헤어", Preset.SALON))
    await runtime.write(people)
    return runtime


async def book(
    salon: Runtime, name: str = "김민지", at: datetime | date | None = FRIDAY_TWO, *, new: bool = False
) -> Booked:
    ask = MakeAppointment(Spoken(name), at, "커트")
    done = await salon.write(lambda unit: appointments.make(unit, ask, new=new), cast.OWNER_ACTOR)
    assert isinstance(done, Booked)
    return done


async def kept(salon: Runtime) -> list[tuple[str, datetime, str]]:
    def read(unit: Unit) -> list[tuple[str, datetime, str]]:
        return [(one.service, one.at, one.state) for one in unit.session.exec(select(Appointment))]

    return await salon.read(read)


async def test_a_time_is_kept_and_read_back(salon: Runtime) -> None:
    done = await book(salon)

    assert (done.booking.name, done.booking.last4, done.booking.at) == ("김민지", "5678", FRIDAY_TWO)
    assert (done.booking.service, done.new) == ("커트", False)
    assert await kept(salon) == [("커트", FRIDAY_TWO, "booked")]


@pytest.mark.parametrize(
    ("at", "reason"),
    [
        (None, "appointment-when"),
        (date(2026, 11, 27), "appointment-when"),
        (sample.NOW, "appointment-past"),
        (sample.NOW - timedelta(minutes=1), "appointment-past"),
        (sample.NOW + timedelta(days=367), "appointment-too-far"),
    ],
)
async def test_a_time_that_cannot_be_is_refused_and_nothing_is_written(
    salon: Runtime, at: datetime | date | None, reason: str
) -> None:
    with pytest.raises(Refusal, match=reason):
        await book(salon, at=at)

    assert await kept(salon) == []


@pytest.mark.parametrize("minutes", [-29, 0, 29])
async def test_a_clash_is_named_and_nothing_is_written(salon: Runtime, minutes: int) -> None:
    await book(salon, "이영희")

    met = await salon.write(
        lambda unit: appointments.make(
            unit, MakeAppointment(Spoken("김민지"), FRIDAY_TWO + timedelta(minutes=minutes), "커트")
        ),
        cast.OWNER_ACTOR,
    )

    assert isinstance(met, Clash) and [one.name for one in met.others] == ["이영희"]
    assert len(await kept(salon)) == 1
    assert (await book(salon, at=FRIDAY_TWO + timedelta(minutes=30))).booking.name == "김민지"


async def test_undo_cancels_it(salon: Runtime) -> None:
    done = await book(salon)

    back = await salon.write(lambda unit: counter_undo.undo(unit, done.undo), cast.OWNER_ACTOR)

    assert back == done.booking and isinstance(back, Booking)
    assert [state for _, _, state in await kept(salon)] == ["cancelled"]


async def test_undo_is_refused_once_the_person_was_there(salon: Runtime) -> None:
    done = await book(salon)

    def came(unit: Unit) -> None:
        booking = unit.session.exec(select(Appointment)).one()
        booking.state = "done"
        unit.session.add(booking)

    await salon.write(came)

    with pytest.raises(Refusal, match="undo-changed-since"):
        await salon.write(lambda unit: counter_undo.undo(unit, done.undo), cast.OWNER_ACTOR)


async def test_somebody_new_is_asked_about_written_down_and_gone_with_an_undo(salon: Runtime) -> None:
    ask = MakeAppointment(Spoken("강감찬"), FRIDAY_TWO)
    meant = await salon.write(lambda unit: appointments.make(unit, ask), cast.OWNER_ACTOR)
    assert isinstance(meant, WhoIsMeant) and meant.new_name == "강감찬"

    done = await book(salon, "강감찬", new=True)
    assert done.new
    await salon.write(lambda unit: counter_undo.undo(unit, done.undo), cast.OWNER_ACTOR)

    people = await salon.read(lambda unit: [one.name for one in unit.session.exec(select(Customer))])
    assert sorted(people) == ["김민지", "이영희"]
    assert await kept(salon) == []


async def test_the_bookings_of_some_days_are_listed_by_time(salon: Runtime) -> None:
    for hours in (0, 10, -15, 24):
        await book(salon, at=FRIDAY_TWO + timedelta(hours=hours))
    await book(salon, "이영희", at=FRIDAY_TWO + timedelta(minutes=30))
    friday = Period(FRIDAY_TWO.date(), FRIDAY_TWO.date() + timedelta(days=1), "day")

    found = await salon.read(lambda unit: appointments.of_period(unit, friday), cast.OWNER_ACTOR)

    assert [(one.name, one.at.astimezone(sample.SEOUL).strftime("%H:%M")) for one in found.bookings] == [
        ("김민지", "14:00"),
        ("이영희", "14:30"),
    ]
    assert (found.total, found.reachable) == (2, 1)


@pytest.mark.parametrize("role", [Role.READER, Role.CUSTOMER, Role.STRANGER])
async def test_only_those_with_hands_at_the_counter_book(salon: Runtime, role: Role) -> None:
    ask = MakeAppointment(Spoken("김민지"), FRIDAY_TWO)

    with pytest.raises(Refusal, match="not-allowed"):
        await salon.write(lambda unit: appointments.make(unit, ask), Actor(role, 77, 77, 1))

    assert await kept(salon) == []
