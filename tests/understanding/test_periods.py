"""Expressions of time: the contract that was written elsewhere, and what shops say."""

import json
from datetime import date, datetime, timedelta

import pytest

from bot.understanding.normalise import flat, tidy
from bot.understanding.periods import find_spans
from bot.understanding.spans import TimeSpan
from tests.understanding.shop import NOW, SEOUL, TESTS

CONTRACT = [json.loads(line) for line in (TESTS / "data/korean/date_expressions.jsonl").read_text("utf-8").splitlines()]


def only(text: str, now: datetime = NOW) -> TimeSpan:
    spans = find_spans(flat(tidy(text)), now)
    assert len(spans) == 1, spans
    return spans[0]


@pytest.mark.parametrize("line", CONTRACT, ids=lambda line: line["text"])
def test_the_contract_of_date_expressions_holds(line: dict[str, str]) -> None:
    start, end = datetime.fromisoformat(line["start"]), datetime.fromisoformat(line["end"])

    span = only(line["text"], datetime.fromisoformat(line["now"]).replace(tzinfo=SEOUL))

    if isinstance(span.moment, datetime):
        assert span.moment.replace(tzinfo=None) == start
    else:
        days = [(period.start, period.end) for period in (span.past, span.coming) if period]
        assert (start.date(), end.date() + timedelta(days=1)) in days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("요 두 달", 60),
        ("한 달 넘게", 30),
        ("한달이 넘도록", 30),
        ("석 달째", 90),
        ("120일이상", 120),
        ("이십일 이상", 20),
        ("3주 동안", 21),
        ("보름째", 15),
        ("반년 넘게", 180),
        ("한달 반 넘게", 45),
        ("한 달 전부터", 30),
        ("지난 한 달 동안", 30),
        ("for a month", 30),
        ("> 90 days", 90),
        ("in 6+ weeks", 42),
        ("90d", 90),
        ("over a year", 365),
        ("half a year", 180),
        ("two and a half months", 75),
        ("a couple of weeks", 14),
    ],
)
def test_a_length_is_counted_in_days(text: str, days: int) -> None:
    assert only(text).days == days


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("오늘", "today"),
        ("요번 주", "this_week"),
        ("저번주", "last_week"),
        ("전주", "last_week"),
        ("담주", "next_week"),
        ("이달", "this_month"),
        ("전월", "last_month"),
        ("차월", "next_month"),
        ("올해", "this_year"),
        ("작년", "last_year"),
        ("last night", "yesterday"),
        ("tmrw", "tomorrow"),
        ("this month so far", "this_month"),
        ("last year", "last_year"),
    ],
)
def test_a_calendar_span_has_its_name(text: str, name: str) -> None:
    past = only(text).past

    assert past is not None
    assert past.name == name


@pytest.mark.parametrize(
    ("text", "name", "count"),
    [
        ("최근 30일", "days", 30),
        ("최근 3개월", "months", 3),
        ("in the last two weeks", "days", 14),
        ("past week", "days", 7),
    ],
)
def test_the_last_so_many_days_are_counted(text: str, name: str, count: int) -> None:
    past = only(text).past

    assert past is not None
    assert (past.name, past.count) == (name, count)


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("담주 금욜 저녁 7시", datetime(2026, 11, 27, 19, tzinfo=SEOUL)),
        ("낼 두시", datetime(2026, 11, 22, 14, tzinfo=SEOUL)),
        ("한 시간 뒤", datetime(2026, 11, 21, 11, tzinfo=SEOUL)),
        ("다음 달 5일", date(2026, 12, 5)),
        ("next Tuesday (the 24th) at 7 pm", datetime(2026, 11, 24, 19, tzinfo=SEOUL)),
        ("3pm", datetime(2026, 11, 21, 15, tzinfo=SEOUL)),
        ("5.30pm tmrw", datetime(2026, 11, 22, 17, 30, tzinfo=SEOUL)),
        ("the day after tomorrow 4pm", datetime(2026, 11, 23, 16, tzinfo=SEOUL)),
        ("30 november", date(2026, 11, 30)),
        ("wed 5pm", datetime(2026, 11, 25, 17, tzinfo=SEOUL)),
        ("in 2 hours", datetime(2026, 11, 21, 12, tzinfo=SEOUL)),
    ],
)
def test_a_moment_to_come_is_found(text: str, moment: datetime | date) -> None:
    assert only(text).moment == moment


def test_a_weekday_is_the_last_one_for_a_question_and_the_next_one_for_a_plan() -> None:
    span = only("금요일")

    assert span.past is not None
    assert span.past.start == date(2026, 11, 20)
    assert span.moment == date(2026, 11, 27)


@pytest.mark.parametrize(
    "text", ["김수연 와이셔츠 3장 7500", "may come in", "the sun is up", "31 february", "방금", "이불 2장"]
)
def test_what_is_no_time_is_left_alone(text: str) -> None:
    assert find_spans(flat(tidy(text)), NOW) == []
