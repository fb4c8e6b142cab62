"""By when a person answers."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.domain.answering import answer_by
from bot.domain.opening import Opening

SEOUL = ZoneInfo("Asia/Seoul")


@pytest.mark.parametrize(
    ("hour", "minute", "day", "by"),
    [(0, 0, 21, 20), (10, 0, 21, 20), (16, 59, 21, 20), (17, 0, 22, 12), (23, 59, 22, 12)],
)
def test_the_same_evening_or_noon_of_the_next_day(hour: int, minute: int, day: int, by: int) -> None:
    now = datetime(2026, 11, 21, hour, minute, tzinfo=SEOUL).astimezone(UTC)

    assert answer_by(now, SEOUL) == datetime(2026, 11, day, by, tzinfo=SEOUL)


@pytest.mark.parametrize(
    ("hours", "day", "hour", "minute", "answered_on", "at"),
    [
        ("10:00-18:00", 20, 14, 59, 20, (18, 0)),
        ("10:00-18:00", 20, 15, 1, 21, (12, 0)),
        ("평일 10:00-18:00, 토 10:00-15:00, 일요일은 쉬어요", 21, 11, 0, 21, (15, 0)),
        ("평일 10:00-18:00, 토 10:00-15:00, 일요일은 쉬어요", 21, 13, 0, 23, (12, 0)),
        ("평일 10:00-18:00, 토 10:00-15:00, 일요일은 쉬어요", 22, 9, 0, 23, (12, 0)),
        ("14:00-22:00", 20, 16, 0, 20, (20, 0)),
        ("14:00-22:00", 20, 21, 0, 21, (15, 0)),
        ("18:00-02:00", 20, 12, 0, 20, (20, 0)),
        ("weekdays 9am-6pm, closed on weekends", 20, 17, 0, 23, (12, 0)),
    ],
)
def test_nothing_is_promised_for_when_the_shop_is_closed(
    hours: str, day: int, hour: int, minute: int, answered_on: int, at: tuple[int, int]
) -> None:
    now = datetime(2026, 11, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)

    assert answer_by(now, SEOUL, Opening(hours)) == datetime(2026, 11, answered_on, *at, tzinfo=SEOUL)


def test_a_closing_day_of_the_owners_is_no_day_for_an_answer() -> None:
    now = datetime(2026, 11, 21, 21, 0, tzinfo=SEOUL).astimezone(UTC)
    closed = Opening("10:00-20:00", closed=frozenset({date(2026, 11, 22), date(2026, 11, 23)}))

    assert answer_by(now, SEOUL, closed) == datetime(2026, 11, 24, 12, tzinfo=SEOUL)
