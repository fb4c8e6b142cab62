"""Promises with an hour and promises of a day."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.promises import promised_moment, shown_promise
from bot.domain.refusals import Refusal

SEOUL = ZoneInfo("Asia/Seoul")
MONDAY = date(2026, 11, 23)


@pytest.mark.parametrize("zone", [SEOUL, ZoneInfo("America/New_York"), UTC], ids=str)
@pytest.mark.parametrize("day", [MONDAY, date(2026, 3, 8), date(2026, 11, 1), date(2028, 2, 29)])
def test_a_day_without_an_hour_comes_back_as_that_day(day: date, zone: ZoneInfo) -> None:
    kept = promised_moment(day, day, zone)

    shown = shown_promise(kept, zone)
    assert shown == day and not isinstance(shown, datetime)


def test_an_hour_comes_back_as_that_moment() -> None:
    six = datetime(2026, 11, 23, 18, tzinfo=SEOUL)

    assert shown_promise(promised_moment(six, MONDAY, SEOUL), SEOUL) == six


@pytest.mark.parametrize("promised", [date(2026, 11, 22), datetime(2026, 11, 22, 23, 59, tzinfo=SEOUL)])
def test_nothing_is_promised_for_a_day_before_it_was_there(promised: date | datetime) -> None:
    with pytest.raises(Refusal) as refused:
        promised_moment(promised, MONDAY, SEOUL)

    assert (refused.value.name, refused.value.facts) == ("promise-before-received", {"day": date(2026, 11, 22)})


def test_nothing_is_promised_for_more_than_a_year_later() -> None:
    assert promised_moment(date(2027, 11, 23), MONDAY, SEOUL) == datetime(2027, 11, 23, tzinfo=SEOUL)

    with pytest.raises(Refusal, match="date-too-far"):
        promised_moment(date(2099, 1, 1), MONDAY, SEOUL)


def test_the_day_of_a_promise_is_the_shops_own() -> None:
    late_on_sunday_in_utc = datetime(2026, 11, 22, 15, 30, tzinfo=UTC)  # Half past midnight on Monday in Seoul.

    assert promised_moment(late_on_sunday_in_utc, MONDAY, SEOUL) == late_on_sunday_in_utc
