"""Birthdays, solar and lunar."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.birthday import Birthday, make_birthday, month_days_on, next_birthday, parse_birthday
from bot.domain.refusals import Refusal
from bot.domain.written_dates import DateOrder

TODAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("text", "birthday"),
    [
        ("1985-11-24", Birthday(11, 24, 1985)),
        ("1985년 11월 24일", Birthday(11, 24, 1985)),
        ("1985년 11월 24일생", Birthday(11, 24, 1985)),
        ("85년 11월 24일생", Birthday(11, 24, 1985)),
        ("1985 November 24", Birthday(11, 24, 1985)),
        ("24/11/1985", Birthday(11, 24, 1985)),
        ("11/24/1985", Birthday(11, 24, 1985)),
        ("851124", Birthday(11, 24, 1985)),
        ("19851124", Birthday(11, 24, 1985)),
        ("85.11.24", Birthday(11, 24, 1985)),
        ("Nov 24, 1985", Birthday(11, 24, 1985)),
        ("1985-11-24 00:00:00", Birthday(11, 24, 1985)),
        ("양력 1985.11.24", Birthday(11, 24, 1985)),
        ("11월 24일", Birthday(11, 24)),
        ("11/24", Birthday(11, 24)),
        ("2월 29일", Birthday(2, 29)),
        ("2000-02-29", Birthday(2, 29, 2000)),
        ("음력 1962.5.5", Birthday(5, 5, 1962, lunar=True)),
        ("(음)62.05.05", Birthday(5, 5, 1962, lunar=True)),
        ("1962-05-05(음)", Birthday(5, 5, 1962, lunar=True)),
        ("lunar 1962-05-05", Birthday(5, 5, 1962, lunar=True)),
        ("음력 5월 30일", Birthday(5, 30, lunar=True)),
        ("1963년 윤4월 10일", Birthday(4, 10, 1963, lunar=True, leap_month=True)),
        ("음력 1963.4.10 윤달", Birthday(4, 10, 1963, lunar=True, leap_month=True)),
        ("1990년 음력 윤5월 3일생", Birthday(5, 3, 1990, lunar=True, leap_month=True)),
        ("90년생 5월 3일", Birthday(5, 3, 1990)),
        ("윤달 4월 10일 1963년생", Birthday(4, 10, 1963, lunar=True, leap_month=True)),
        ("leap month 4/10 1963", Birthday(4, 10, 1963, lunar=True, leap_month=True)),
        ("음력 5.12, 63년생", Birthday(5, 12, 1963, lunar=True)),
        ("14/2 1988", Birthday(2, 14, 1988)),
        ("1906-11-21", Birthday(11, 21, 1906)),
        ("2026-11-21", Birthday(11, 21, 2026)),
    ],
)
def test_a_birthday_is_read_as_written(text: str, birthday: Birthday) -> None:
    assert parse_birthday(text, today=TODAY) == birthday


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("2031-05-17", "birthday-in-future"),
        ("2031년 5월 3일", "birthday-in-future"),
        ("2026-11-22", "birthday-in-future"),
        ("음력 2026-11-21", "birthday-in-future"),
        ("1905-12-31", "birthday-too-old"),
        ("1058-02-03", "birthday-too-old"),
        ("1995년 13월 5일", "birthday-impossible"),
        ("1958년 2월 31일", "birthday-impossible"),
        ("1999-02-29", "birthday-impossible"),
        ("2월 30일", "birthday-impossible"),
        ("음력 5월 31일", "birthday-impossible"),
        ("음력 2025-12-30", "birthday-impossible"),
        ("1964년 윤4월 10일", "birthday-no-leap-month"),
        ("내 생일", "birthday-unreadable"),
        ("", "birthday-unreadable"),
    ],
)
def test_a_birthday_that_cannot_be_right_is_refused_by_name(text: str, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_birthday(text, today=TODAY)
    assert refusal.value.name == name


@pytest.mark.parametrize("order", list(DateOrder))
@pytest.mark.parametrize(
    "birthday",
    [
        Birthday(4, 3, 1985),
        Birthday(4, 3),
        Birthday(5, 4, 1962, lunar=True),
        Birthday(5, 30, lunar=True),
        Birthday(4, 10, 1963, lunar=True, leap_month=True),
    ],
)
def test_the_stored_form_is_read_back_in_any_order_of_day_and_month(birthday: Birthday, order: DateOrder) -> None:
    assert parse_birthday(str(birthday), today=TODAY, order=order) == birthday


@pytest.mark.parametrize(
    ("birthday", "today", "kept_on"),
    [
        (Birthday(11, 24, 1985), TODAY, date(2026, 11, 24)),
        (Birthday(11, 21, 1985), TODAY, TODAY),
        (Birthday(11, 20), TODAY, date(2027, 11, 20)),
        (Birthday(2, 29, 2000), TODAY, date(2027, 2, 28)),
        (Birthday(2, 29, 2000), date(2027, 3, 1), date(2028, 2, 29)),
        (Birthday(2, 29, 2000), date(2028, 2, 28), date(2028, 2, 29)),
        # From the almanac of the Korea Astronomy and Space Science Institute: Chuseok 2026 is 25 September.
        (Birthday(8, 15, lunar=True), date(2026, 1, 1), date(2026, 9, 25)),
        (Birthday(1, 1, 1960, lunar=True), TODAY, date(2027, 2, 7)),
        # The twelfth month of the lunar year 2025 has 29 days.
        (Birthday(12, 30, lunar=True), date(2026, 1, 1), date(2026, 2, 16)),
        (Birthday(12, 29, lunar=True), date(2026, 1, 1), date(2026, 2, 16)),
        # 2025 has a leap sixth month, 2026 has none.
        (Birthday(6, 10, lunar=True, leap_month=True), date(2025, 7, 1), date(2025, 8, 3)),
        (Birthday(6, 10, lunar=True), date(2025, 7, 1), date(2025, 7, 4)),
        (Birthday(6, 10, lunar=True, leap_month=True), date(2026, 1, 1), date(2026, 7, 23)),
    ],
)
def test_the_next_birthday_is_kept_as_families_keep_it(birthday: Birthday, today: date, kept_on: date) -> None:
    assert next_birthday(birthday, today) == kept_on


def test_a_lunar_birthday_beyond_the_table_is_not_guessed() -> None:
    assert next_birthday(Birthday(8, 15, lunar=True), date(2051, 1, 1)) is None


BIRTHDAYS = st.one_of(
    st.builds(lambda day: Birthday(day.month, day.day), st.dates(date(2000, 1, 1), date(2000, 12, 31))),
    st.builds(Birthday, st.integers(1, 12), st.integers(1, 30), lunar=st.just(True), leap_month=st.booleans()),
)


@given(BIRTHDAYS, st.dates(date(2020, 1, 1), date(2040, 12, 31)))
def test_everybody_has_a_birthday_within_thirteen_months_and_the_look_up_finds_it(
    birthday: Birthday, today: date
) -> None:
    kept_on = next_birthday(birthday, today)
    assert kept_on is not None
    assert today <= kept_on <= today + timedelta(days=385)
    assert birthday.month_day in month_days_on(kept_on)


def test_a_birthday_made_of_numbers_is_checked_like_a_written_one() -> None:
    assert make_birthday(11, 24, 1985, today=TODAY) == Birthday(11, 24, 1985)
    with pytest.raises(Refusal):
        make_birthday(0, 24, 1985, today=TODAY)
