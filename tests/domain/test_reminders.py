"""When a reminder, a ready notice and a receipt are due, in any zone and on every awkward day."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.local_time import day_bounds, moment_of
from bot.domain.message_policy import Drop
from bot.domain.opening import Opening
from bot.domain.reminders import (
    Due,
    appointment_reminder,
    appointment_slot,
    evening_receipt,
    hours_before,
    order_ready,
    quarter_of,
    statement,
    uncollected,
)

SEOUL = ZoneInfo("Asia/Seoul")
BERLIN = ZoneInfo("Europe/Berlin")
NEW_YORK = ZoneInfo("America/New_York")
ZONES = st.sampled_from(
    [SEOUL, BERLIN, NEW_YORK, *map(ZoneInfo, ["UTC", "Australia/Lord_Howe", "Asia/Kathmandu", "Africa/Cairo"])]
)
MOMENTS = st.integers(0, 9_400_000).map(lambda minutes: datetime(2020, 1, 1, tzinfo=UTC) + timedelta(minutes=minutes))
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)


def at(zone: ZoneInfo, *parts: int) -> datetime:
    return datetime(*parts, tzinfo=zone)  # type: ignore[arg-type,misc]


@pytest.mark.parametrize(
    ("zone", "appointment", "due", "expires"),
    [
        (SEOUL, (2026, 11, 22, 14, 0), (2026, 11, 21, 2, 0), (2026, 11, 21, 11, 50)),
        (SEOUL, (2026, 11, 22, 0, 0), (2026, 11, 21, 2, 0), (2026, 11, 21, 11, 50)),
        (SEOUL, (2026, 11, 22, 23, 59), (2026, 11, 21, 2, 0), (2026, 11, 21, 11, 50)),
        (SEOUL, (2028, 3, 1, 10, 0), (2028, 2, 29, 2, 0), (2028, 2, 29, 11, 50)),
        (SEOUL, (2027, 1, 1, 10, 0), (2026, 12, 31, 2, 0), (2026, 12, 31, 11, 50)),
        # The clocks go forward on Sunday 28 March 2027 and back on Sunday 31 October 2027 in Berlin.
        (BERLIN, (2027, 3, 28, 9, 0), (2027, 3, 27, 10, 0), (2027, 3, 27, 19, 50)),
        (BERLIN, (2027, 3, 29, 9, 0), (2027, 3, 28, 9, 0), (2027, 3, 28, 18, 50)),
        (BERLIN, (2027, 10, 31, 9, 0), (2027, 10, 30, 9, 0), (2027, 10, 30, 18, 50)),
        (BERLIN, (2027, 11, 1, 9, 0), (2027, 10, 31, 10, 0), (2027, 10, 31, 19, 50)),
    ],
)
def test_a_reminder_is_due_at_eleven_on_the_day_before(
    zone: ZoneInfo, appointment: tuple[int, ...], due: tuple[int, ...], expires: tuple[int, ...]
) -> None:
    assert appointment_reminder(at(zone, *appointment), LONG_AGO, zone) == Due(
        datetime(*due, tzinfo=UTC),  # type: ignore[arg-type,misc]
        datetime(*expires, tzinfo=UTC),  # type: ignore[arg-type,misc]
    )


def test_the_reminder_hour_is_a_setting_within_the_day() -> None:
    due = appointment_reminder(at(SEOUL, 2026, 11, 22, 14, 0), LONG_AGO, SEOUL, time(18, 30))
    assert isinstance(due, Due) and due.at == at(SEOUL, 2026, 11, 21, 18, 30)
    for hour in (time(8, 4), time(20, 50), time(23, 0)):
        with pytest.raises(ValueError, match="between"):
            appointment_reminder(at(SEOUL, 2026, 11, 22, 14, 0), LONG_AGO, SEOUL, hour)


@pytest.mark.parametrize(
    ("made", "reminded"),
    [((2026, 11, 21, 10, 59), True), ((2026, 11, 21, 11, 0), False), ((2026, 11, 22, 9, 0), False)],
)
def test_who_settles_a_time_after_the_reminders_hour_is_not_reminded(made: tuple[int, ...], reminded: bool) -> None:
    answer = appointment_reminder(at(SEOUL, 2026, 11, 22, 14, 0), at(SEOUL, *made), SEOUL)
    assert isinstance(answer, Due) == reminded
    assert reminded or answer == Drop("made_after_reminder")


def test_a_reminder_after_a_day_asleep_is_sent_in_the_evening_and_not_at_night() -> None:
    due = appointment_reminder(at(SEOUL, 2026, 11, 22, 14, 0), LONG_AGO, SEOUL)
    assert isinstance(due, Due)
    assert due.at == at(SEOUL, 2026, 11, 21, 11, 0)
    assert not due.is_too_late(at(SEOUL, 2026, 11, 21, 20, 49))
    assert due.is_too_late(at(SEOUL, 2026, 11, 21, 20, 50))


def test_a_moved_appointment_has_another_key_and_the_same_moment_has_the_same() -> None:
    appointment = at(SEOUL, 2026, 11, 22, 14, 0)
    assert appointment_slot(appointment) == "20261122T0500Z" == appointment_slot(appointment.astimezone(NEW_YORK))
    assert appointment_slot(appointment + timedelta(minutes=30)) != appointment_slot(appointment)


@pytest.mark.parametrize(
    ("zone", "ready", "due"),
    [
        (SEOUL, (2026, 11, 21, 8, 5), (2026, 11, 21, 8, 5)),
        (SEOUL, (2026, 11, 21, 15, 0), (2026, 11, 21, 15, 0)),
        (SEOUL, (2026, 11, 21, 20, 49), (2026, 11, 21, 20, 49)),
        (SEOUL, (2026, 11, 21, 20, 50), (2026, 11, 22, 8, 5)),
        (SEOUL, (2026, 11, 21, 23, 59), (2026, 11, 22, 8, 5)),
        (SEOUL, (2026, 11, 22, 0, 0), (2026, 11, 22, 8, 5)),
        (SEOUL, (2026, 11, 22, 8, 4), (2026, 11, 22, 8, 5)),
        (SEOUL, (2028, 2, 28, 21, 0), (2028, 2, 29, 8, 5)),
        (BERLIN, (2027, 3, 27, 22, 0), (2027, 3, 28, 8, 5)),
        (BERLIN, (2027, 10, 31, 2, 30), (2027, 10, 31, 8, 5)),
    ],
)
def test_a_ready_notice_goes_at_once_by_day_and_in_the_morning_otherwise(
    zone: ZoneInfo, ready: tuple[int, ...], due: tuple[int, ...]
) -> None:
    assert order_ready(at(zone, *ready), zone).at == at(zone, *due).astimezone(UTC)


def test_a_ready_notice_outlives_a_holiday_and_not_a_month() -> None:
    due = order_ready(at(SEOUL, 2026, 9, 23, 21, 0), SEOUL)
    assert not due.is_too_late(at(SEOUL, 2026, 9, 28, 9, 0))
    assert due.is_too_late(at(SEOUL, 2026, 10, 23, 9, 0))
    assert order_ready(at(SEOUL, 2026, 9, 23, 12, 0), SEOUL, keep_days=1).is_too_late(at(SEOUL, 2026, 9, 24, 12, 0))


@pytest.mark.parametrize(
    ("recorded", "due"),
    [
        ((2026, 11, 21, 9, 0), (2026, 11, 21, 19, 30)),
        ((2026, 11, 21, 19, 30), (2026, 11, 21, 19, 30)),
        ((2026, 11, 21, 20, 10), (2026, 11, 21, 20, 10)),
        ((2026, 11, 21, 21, 59), (2026, 11, 21, 21, 59)),
        ((2026, 11, 21, 22, 0), None),
        ((2026, 11, 22, 0, 1), None),
        ((2026, 11, 24, 12, 0), None),
    ],
)
def test_a_receipt_goes_in_the_evening_of_the_visit_or_never(
    recorded: tuple[int, ...], due: tuple[int, ...] | None
) -> None:
    answer = evening_receipt(date(2026, 11, 21), at(SEOUL, *recorded), SEOUL)
    if due is None:
        assert answer == Drop("too_late")
    else:
        assert answer == Due(at(SEOUL, *due).astimezone(UTC), at(SEOUL, 2026, 11, 21, 22, 0).astimezone(UTC))


def test_the_receipts_hour_is_a_setting_before_ten() -> None:
    recorded = at(SEOUL, 2026, 11, 21, 9, 0)
    answer = evening_receipt(date(2026, 11, 21), recorded, SEOUL, time(18, 0))
    assert isinstance(answer, Due) and answer.at == at(SEOUL, 2026, 11, 21, 18, 0)
    with pytest.raises(ValueError, match="between"):
        evening_receipt(date(2026, 11, 21), recorded, SEOUL, time(22, 0))


@given(MOMENTS, ZONES)
def test_in_every_zone_a_reminder_is_due_on_the_local_day_before_and_before_the_appointment(
    appointment: datetime, zone: ZoneInfo
) -> None:
    due = appointment_reminder(appointment, LONG_AGO, zone)
    assert isinstance(due, Due)
    assert due.at < due.expires < appointment
    local_day_before = appointment.astimezone(zone).date() - timedelta(days=1)
    assert (due.at.astimezone(zone).date(), due.at.astimezone(zone).time()) == (local_day_before, time(11))


@given(MOMENTS, ZONES)
def test_in_every_zone_a_ready_notice_arrives_by_day_within_half_a_day(ready: datetime, zone: ZoneInfo) -> None:
    due = order_ready(ready, zone)
    assert timedelta(0) <= due.at - ready <= timedelta(hours=12, minutes=15)
    assert time(8, 5) <= due.at.astimezone(zone).time() < time(20, 50)


@pytest.mark.parametrize(
    ("zone", "day", "clock", "moment"),
    [
        (BERLIN, date(2027, 3, 28), time(2, 30), (2027, 3, 28, 1, 30)),
        (BERLIN, date(2027, 10, 31), time(2, 30), (2027, 10, 31, 0, 30)),
        (ZoneInfo("Pacific/Apia"), date(2011, 12, 30), time(11, 0), (2011, 12, 30, 21, 0)),
    ],
)
def test_a_wall_clock_time_left_out_or_shown_twice_is_still_one_moment(
    zone: ZoneInfo, day: date, clock: time, moment: tuple[int, ...]
) -> None:
    assert moment_of(day, clock, zone) == datetime(*moment, tzinfo=UTC)  # type: ignore[arg-type,misc]


def test_days_follow_each_other_without_gap_also_when_clocks_change() -> None:
    for zone, day, hours in [
        (BERLIN, date(2027, 3, 28), 23),
        (BERLIN, date(2027, 10, 31), 25),
        (SEOUL, date(2028, 2, 29), 24),
    ]:
        start, end = day_bounds(day, zone)
        assert end - start == timedelta(hours=hours)
        assert end == day_bounds(day + timedelta(days=1), zone)[0]


OPEN = Opening("매일 10:00-20:00, 일요일은 쉬어요")


def test_three_weeks_later_is_an_open_day_at_eleven() -> None:
    ready = datetime(2026, 11, 22, 3, tzinfo=UTC)  # a Sunday, and three weeks later another
    due = uncollected(ready, SEOUL, OPEN)
    assert due.at == datetime(2026, 12, 14, 11, tzinfo=SEOUL)
    assert due.expires - due.at == timedelta(days=7)


@pytest.mark.parametrize(
    ("hour", "hours", "at"),
    [(14, 2, "12:00"), (9, 3, "08:05"), (23, 12, "11:00")],
)
def test_hours_before_stay_on_the_day_and_out_of_the_night(hour: int, hours: int, at: str) -> None:
    booked = datetime(2026, 11, 23, hour, tzinfo=SEOUL)
    due = hours_before(booked, booked - timedelta(days=3), hours, SEOUL)
    assert isinstance(due, Due) and f"{due.at.astimezone(SEOUL):%H:%M}" == at
    assert due.expires == booked - timedelta(minutes=30)


def test_an_hour_that_is_too_early_or_known_already_is_not_told() -> None:
    early = datetime(2026, 11, 23, 8, 30, tzinfo=SEOUL)
    assert hours_before(early, early - timedelta(days=3), 2, SEOUL) == Drop("too_late")
    noon = datetime(2026, 11, 23, 12, tzinfo=SEOUL)
    assert hours_before(noon, noon - timedelta(hours=1), 2, SEOUL) == Drop("made_after_reminder")


@pytest.mark.parametrize(
    ("day", "first"),
    [
        (date(2026, 1, 1), date(2026, 1, 1)),
        (date(2026, 12, 31), date(2026, 10, 1)),
        (date(2028, 2, 29), date(2028, 1, 1)),
    ],
)
def test_a_quarter_begins_on_its_first(day: date, first: date) -> None:
    assert quarter_of(day) == first
    due = statement(first, SEOUL, Opening("매일 10:00-20:00", free=True, country="KR"))
    assert due.at.astimezone(SEOUL).hour == 11 and due.at.astimezone(SEOUL).date() >= first
