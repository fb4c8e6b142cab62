"""Dates as people write them into lists."""

from datetime import date, time, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.refusals import Refusal
from bot.domain.written_dates import DateOrder, WrittenDate, read_written_date

DAY = (2026, 11, 20)


@pytest.mark.parametrize(
    "text",
    [
        "2026-11-20",
        "2026.11.20",
        "2026. 11. 20.",
        "2026/11/20",
        "２０２６－１１－２０",
        "20261120",
        "20261120.0",
        "261120",
        "26/11/20",
        "26.11.20",
        "26-11-20",
        "2026년 11월 20일",
        "26년 11월 20일",
        "2026년11월20일(금)",
        "2026-11-20 (금)",
        "2026.11.20 금요일",
        "20 Nov 2026",
        "20th November 2026",
        "November 20, 2026",
        "Fri, 20 Nov 2026",
        "20-Nov-26",
        "46346",
        "46346.0",
        "11/20/2026",
    ],
)
def test_every_way_of_writing_one_day_is_the_same_day(text: str) -> None:
    assert read_written_date(text, newest_year=2026) == WrittenDate(*DAY)


@pytest.mark.parametrize(
    ("text", "clock"),
    [
        ("2026-11-20 15:05", time(15, 5)),
        ("2026-11-20T15:05:30", time(15, 5, 30)),
        ("2026-11-20 15:05:30.123", time(15, 5, 30)),
        ("2026.11.20 15:05", time(15, 5)),
        ("2026년 11월 20일 오후 3:05", time(15, 5)),
        ("2026년 11월 20일 오후 3시 5분", time(15, 5)),
        ("2026년 11월 20일 15시 05분 30초", time(15, 5)),
        ("2026-11-20(금) 오전 10시", time(10, 0)),
        ("2026-11-20 오후 3시 반", time(15, 30)),
        ("2026-11-20 오후 12:30", time(12, 30)),
        ("2026-11-20 오전 12:30", time(0, 30)),
        ("2026-11-20 오후 3:05:00", time(15, 5)),
        ("11/20/2026 3:05 PM", time(15, 5)),
        ("11/20/2026 3:05:00 p.m.", time(15, 5)),
        ("Nov 20, 2026, 12:00 AM", time(0, 0)),
        ("20 Nov 2026 3pm", time(15, 0)),
        ("20261120150530", time(15, 5, 30)),
        ("202611201505", time(15, 5)),
        ("46346.5", time(12, 0)),
        ("46346.628472222219", time(15, 5)),
        ("26/11/20 9:00", time(9, 0)),
    ],
)
def test_a_time_of_day_is_read_with_it(text: str, clock: time) -> None:
    assert read_written_date(text, newest_year=2026) == WrittenDate(*DAY, clock)


@pytest.mark.parametrize(
    ("text", "offset"),
    [("2026-11-20T15:05:00Z", 0), ("2026-11-20T15:05:00+09:00", 540), ("2026-11-20T15:05:00.000-0330", -210)],
)
def test_an_offset_from_universal_time_is_kept(text: str, offset: int) -> None:
    assert read_written_date(text, newest_year=2026).offset == timedelta(minutes=offset)


@pytest.mark.parametrize(
    ("text", "order", "day"),
    [
        ("03/04/2026", DateOrder.MDY, (2026, 3, 4)),
        ("03/04/2026", DateOrder.DMY, (2026, 4, 3)),
        ("03/04/05", DateOrder.YMD, (2003, 4, 5)),
        ("03/04/05", DateOrder.MDY, (2005, 3, 4)),
        ("03/04/05", DateOrder.DMY, (2005, 4, 3)),
        ("2026/03/04", DateOrder.DMY, (2026, 3, 4)),
        ("3.4.2026 10:15", DateOrder.DMY, (2026, 4, 3)),
    ],
)
def test_the_order_decides_only_where_the_spelling_leaves_it_open(
    text: str, order: DateOrder, day: tuple[int, int, int]
) -> None:
    written = read_written_date(text, newest_year=2026, order=order)
    assert (written.year, written.month, written.day) == day


@pytest.mark.parametrize(
    ("text", "order", "month", "day"),
    [("11월 20일", DateOrder.YMD, 11, 20), ("11/20", DateOrder.YMD, 11, 20), ("20.11.", DateOrder.DMY, 11, 20)],
)
def test_a_day_without_a_year_is_read_and_is_no_date_yet(text: str, order: DateOrder, month: int, day: int) -> None:
    written = read_written_date(text, newest_year=2026, order=order)
    assert written == WrittenDate(None, month, day)
    with pytest.raises(Refusal) as refusal:
        written.as_date()
    assert refusal.value.name == "date-without-year"


@pytest.mark.parametrize(("text", "year"), [("26.1.2", 2026), ("27.1.2", 1927), ("85.1.2", 1985), ("00.1.2", 2000)])
def test_a_short_year_is_the_latest_one_that_is_not_in_the_future(text: str, year: int) -> None:
    assert read_written_date(text, newest_year=2026).year == year


@pytest.mark.parametrize("text", ["2026-02-29", "2026-13-05", "2026-11-31", "20261332", "0000-01-01", "31 Nov 2026"])
def test_a_day_that_no_calendar_has_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_written_date(text, newest_year=2026).as_date()
    assert refusal.value.name == "date-impossible"


def test_the_leap_day_exists() -> None:
    assert read_written_date("28/2/29", newest_year=2028).as_date() == date(2028, 2, 29)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "어제",
        "다음 주",
        "2026-11",
        "2026",
        "15:05",
        "2026-11-20 25:00",
        "1/2/3/4",
        "abc",
        "123",
        "May",
        "1e5",
        "1" * 5000,
        "2026-11-20T15:05:00+99:00",
    ],
)
def test_what_names_no_day_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        read_written_date(text, newest_year=2026)
    assert refusal.value.name == "date-unreadable"


@given(st.dates(date(1990, 1, 1), date(2026, 12, 31)), st.sampled_from(["%Y-%m-%d", "%Y.%m.%d", "%Y%m%d", "%y/%m/%d"]))
def test_every_day_is_read_back_from_the_usual_spellings(day: date, spelling: str) -> None:
    assert read_written_date(day.strftime(spelling), newest_year=2026).as_date() == day


@given(st.text(alphabet="0123456789/-.: 년월일시분오전후apmTZ+janov,()금", max_size=30))
def test_no_text_breaks_the_reader(text: str) -> None:
    try:
        name, written = "", read_written_date(text, newest_year=2026)
    except Refusal as refusal:
        name, written = refusal.name, None
    assert (name == "date-unreadable") == (written is None)
