"""When the shop is open, read from its own words."""

from datetime import date, time

import pytest

from bot.domain.opening import Hours, Opening, read_clauses, read_hours, read_week, with_clause, written_hours

TEN_TO_EIGHT, CLOSED, UNKNOWN = "10:00–20:00", "closed", "None"


@pytest.mark.parametrize(
    ("text", "week"),
    [
        ("10:00-20:00", [TEN_TO_EIGHT] * 7),
        ("평일 10:00–20:00, 일요일은 쉬어요", [*[TEN_TO_EIGHT] * 5, UNKNOWN, CLOSED]),
        ("월~금 10시-20시, 토 10시-18시, 일 휴무", [*[TEN_TO_EIGHT] * 5, "10:00–18:00", CLOSED]),
        ("매일 오전 10시부터 오후 8시까지", [TEN_TO_EIGHT] * 7),
        ("10시부터 6시까지", ["10:00–18:00"] * 7),
        ("9 to 6", ["09:00–18:00"] * 7),
        ("18:00-02:00", ["18:00–02:00"] * 7),
        ("Mon-Fri 9am-6pm, Sat 10-2, closed Sundays", [*["09:00–18:00"] * 5, "10:00–14:00", CLOSED]),
        ("화-토 11:00-20:30 (일,월 휴무)", [CLOSED, *["11:00–20:30"] * 5, CLOSED]),
        (
            "평일 10-20시, 수요일 휴무",
            [TEN_TO_EIGHT, TEN_TO_EIGHT, CLOSED, TEN_TO_EIGHT, TEN_TO_EIGHT, UNKNOWN, UNKNOWN],
        ),
        ("월요일은 쉬고 화요일은 10시반부터 8시", [CLOSED, "10:30–20:00", *[UNKNOWN] * 5]),
        ("평일 10-20시, 일요일과 공휴일은 쉬어요", [*[TEN_TO_EIGHT] * 5, UNKNOWN, CLOSED]),
        ("Tuesday closed", [UNKNOWN, CLOSED, *[UNKNOWN] * 5]),
    ],
)
def test_hours_are_read_as_people_write_them(text: str, week: list[str]) -> None:
    assert [str(one) for one in read_week(text) or ()] == week


@pytest.mark.parametrize("text", ["", "아무때나", "전화 주세요", "25시-30시", "점심시간 빼고 10-20", "일요일"])
def test_what_cannot_be_read_is_not_known(text: str) -> None:
    assert read_week(text) is None
    assert Opening(text).of(date(2026, 11, 22)).open is None


def test_a_new_clause_takes_the_place_of_what_it_overrides() -> None:
    sunday, later = read_clauses("일요일은 쉬어요"), read_clauses("일요일 12시-5시")
    assert sunday and later
    text = with_clause("10:00-20:00", sunday[0])
    assert text == "10:00-20:00, 일요일은 쉬어요"
    assert with_clause(text, later[0]) == "10:00-20:00, 일요일 12시-5시"


def test_a_named_day_goes_before_a_holiday_and_that_before_the_week() -> None:
    christmas, sunday = date(2026, 12, 25), date(2026, 11, 22)
    shop = Opening("10:00-20:00, 일요일은 쉬어요", opened=frozenset({sunday}), free=True, country="KR")
    assert (shop.of(christmas).open, shop.of(christmas).why) == (False, "holiday")
    assert shop.of(christmas).holiday
    assert shop.of(sunday).open
    assert shop.of(date(2026, 11, 29)).why == "week"
    busy = Opening("10:00-20:00", opened=frozenset({christmas}), free=True, country="KR")
    assert str(busy.of(christmas).hours) == TEN_TO_EIGHT
    assert Opening("10:00-20:00", country="KR").of(christmas).open


def test_hours_of_one_day_go_before_those_of_its_week_and_are_kept_as_they_were() -> None:
    christmas, monday = date(2026, 12, 25), date(2026, 11, 23)
    kept = ((christmas, Hours(time(10), time(15))), (monday, Hours(time(18), time(2))))
    assert set(read_hours(written_hours(kept))) == set(kept)
    assert read_hours("") == ()
    shop = Opening("10:00-20:00", free=True, country="KR", own=kept)
    assert [str(shop.of(day).hours) for day in (monday, christmas)] == ["18:00–02:00", "10:00–15:00"]
    assert not shop.is_closed(christmas)
    assert Opening("10:00-20:00", closed=frozenset({monday}), own=kept).is_closed(monday)


def test_the_next_open_day_is_found_over_a_run_of_closed_ones() -> None:
    shop = Opening("10:00-20:00, 일요일은 쉬어요", closed=frozenset({date(2026, 11, 23)}))
    assert shop.next_open(date(2026, 11, 22)) == date(2026, 11, 24)
    never = Opening("월화수목금토일 휴무")
    assert never.next_open(date(2026, 11, 22)) == date(2026, 11, 22)


def test_the_days_the_law_moved_are_holidays_too() -> None:
    """Korea's substitute holidays and the moon's: the library's table, not a list of ours."""
    shop = Opening("매일 10:00-20:00", free=True, country="KR")
    assert shop.is_closed(date(2027, 2, 7))  # Seollal
    assert shop.is_closed(date(2026, 8, 17))  # Liberation Day falls on a Saturday
    assert not shop.is_closed(date(2026, 8, 18))
