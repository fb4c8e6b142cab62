"""Every zone of the world, 2020 to 2037, around the changes of its clocks: what comes once a day comes once a day.

Zones that keep the same clocks all the time are looked at once; what is asked of each is asked on the days on both
sides of every change, and of a clock with one.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

import pytest

from bot.domain.cut_off import change_until
from bot.domain.local_time import day_bounds, moment_of
from bot.domain.message_policy import Drop
from bot.domain.owners_day import brief_due, month_before, month_due, week_due
from bot.domain.reminders import Due, appointment_reminder, evening_receipt, order_ready

FIRST, LAST = datetime(2020, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
DAY = timedelta(days=1)
# The hours that stand in the house's rules, and those at which clocks are changed.
CLOCKS = (time(0, 0), time(2, 30), time(8, 5), time(8, 30), time(11, 0), time(19, 30), time(20, 50), time(22, 0))


@cache
def changes() -> dict[str, tuple[datetime, ...]]:
    """One name for each set of clocks that is kept anywhere, with the moments (to a day) at which it is changed.

    A week is the finest step at which no clock has been changed twice, there and back.
    """
    known: dict[tuple[tuple[int, timedelta | None], ...], str] = {}
    found: dict[str, tuple[datetime, ...]] = {}
    weeks = [FIRST + number * 7 * DAY for number in range((LAST - FIRST).days // 7 + 1)]
    for name in sorted(available_timezones() - {"localtime", "posixrules", "Factory"}):
        zone = ZoneInfo(name)
        offsets = [week.astimezone(zone).utcoffset() for week in weeks]
        changed = [at for at in range(1, len(weeks)) if offsets[at] != offsets[at - 1]]
        moments = tuple(_day_of_change(zone, weeks[at - 1]) for at in changed)
        key = tuple((int(moment.timestamp()), moment.astimezone(zone).utcoffset()) for moment in moments)
        whole = (*key, (0, offsets[0]))
        if whole not in known:
            known[whole] = name
            found[name] = moments
    return found


def _day_of_change(zone: ZoneInfo, week: datetime) -> datetime:
    before = week.astimezone(zone).utcoffset()
    return next(moment for number in range(8) if (moment := week + number * DAY).astimezone(zone).utcoffset() != before)


def days_around_changes() -> Iterator[tuple[ZoneInfo, date]]:
    for name, moments in changes().items():
        zone = ZoneInfo(name)
        for moment in moments:
            day = moment.astimezone(zone).date()
            for ahead in range(-2, 2):
                yield zone, day + ahead * DAY


def test_the_whole_world_is_looked_at() -> None:
    assert len(changes()) > 60
    assert {len(moments) for moments in changes().values()} >= {0, 36}


def test_every_hour_of_every_day_comes_once_in_order_and_on_its_day() -> None:
    wrong = []
    for zone, day in days_around_changes():
        start, end = day_bounds(day, zone)
        moments = [moment_of(day, clock, zone) for clock in CLOCKS]
        if moments != sorted(moments) or not all(start <= moment < end for moment in moments):
            wrong.append((zone.key, day))
        if not timedelta(hours=21) <= end - start <= timedelta(hours=27):
            wrong.append((zone.key, day))
    assert wrong == []


def test_days_follow_each_other_without_a_gap_or_an_overlap() -> None:
    wrong = [
        (zone.key, day)
        for zone, day in days_around_changes()
        if day_bounds(day, zone)[1] != day_bounds(day + DAY, zone)[0]
    ]
    assert wrong == []


def test_the_brief_is_due_once_on_every_local_day_and_never_on_another() -> None:
    """Asked at its moment, just before, and every ten minutes of the day at which a tick may come."""
    wrong = []
    for zone, day in days_around_changes():
        begins = moment_of(day, time(8, 30), zone)
        if brief_due(begins, zone, time(8, 30)) != day:
            wrong.append((zone.key, day, "at its moment"))
        if brief_due(begins - timedelta(microseconds=1), zone, time(8, 30)) is not None:
            wrong.append((zone.key, day, "too early"))
        start, end = day_bounds(day, zone)
        asked = [brief_due(start + hour * timedelta(hours=1), zone, time(8, 30)) for hour in range(23)]
        if set(asked) != {None, day} or brief_due(end - timedelta(minutes=1), zone, time(8, 30)) is not None:
            wrong.append((zone.key, day, "through the day"))
    assert wrong == []


def test_a_reminder_and_a_receipt_lie_on_the_day_that_they_are_for() -> None:
    wrong = []
    for zone, day in days_around_changes():
        noon = moment_of(day, time(12), zone)
        reminder = appointment_reminder(noon, noon - 30 * DAY, zone)
        receipt = evening_receipt(day, noon, zone)
        ready = order_ready(noon, zone)
        if isinstance(reminder, Drop) or isinstance(receipt, Drop):
            wrong.append((zone.key, day, "dropped"))
            continue
        if not _on(reminder, day - DAY, zone) or not _on(receipt, day, zone) or ready.at != noon:
            wrong.append((zone.key, day, "elsewhere"))
        if change_until(noon, zone).astimezone(zone).date() != day - DAY:
            wrong.append((zone.key, day, "cut-off"))
    assert wrong == []


def _on(due: Due, day: date, zone: ZoneInfo) -> bool:
    return due.at.astimezone(zone).date() == day and due.at < due.expires


@pytest.mark.parametrize("zone", ["Asia/Seoul", "America/New_York", "Africa/Casablanca", "Australia/Lord_Howe"])
def test_every_week_and_every_month_is_told_once_over_ten_years(zone: str) -> None:
    """Looked at once a day, as after a sleep: each Monday and each first of a month is due, and no other day's."""
    clock = ZoneInfo(zone)
    weeks: set[date] = set()
    months: set[date] = set()
    for number in range(3653):
        now = moment_of(date(2024, 1, 1) + number * DAY, time(9), clock)
        weeks |= {one for one in [week_due(now, clock, time(8, 30))] if one is not None}
        months |= {one for one in [month_due(now, clock, time(8, 30))] if one is not None}
    assert len(weeks) == 522 and all(week.weekday() == 0 for week in weeks)
    assert len(months) == 120
    assert all(month.day == 1 for month in months)


def test_the_month_before_is_one_also_on_the_31st_and_in_march() -> None:
    assert month_before(date(2028, 3, 1)) == date(2028, 2, 1)
    assert month_before(date(2027, 1, 1)) == date(2026, 12, 1)
    assert month_due(datetime(2026, 10, 31, 9, tzinfo=UTC), ZoneInfo("UTC"), time(8, 30)) is None


def test_a_machine_that_slept_for_a_day_hears_of_the_new_day_only() -> None:
    seoul = ZoneInfo("Asia/Seoul")
    asked = [brief_due(moment_of(date(2026, 11, day), time(9), seoul), seoul, time(8, 30)) for day in (21, 23)]
    assert asked == [date(2026, 11, 21), date(2026, 11, 23)]
    monday = moment_of(date(2026, 11, 24), time(9), seoul)  # the Tuesday after
    assert week_due(monday, seoul, time(8, 30)) == date(2026, 11, 16)
    assert week_due(monday + 3 * DAY, seoul, time(8, 30)) is None
