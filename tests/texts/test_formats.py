from datetime import UTC, date, datetime, time
from zoneinfo import ZoneInfo

import pytest

from bot.domain.outgoing import Money
from bot.texts import formats

SEOUL = ZoneInfo("Asia/Seoul")
TODAY = date(2026, 3, 12)


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        (date(2026, 3, 13), "3/13(금)", "Fri 13 Mar"),
        (date(2026, 1, 1), "1/1(목)", "Thu 1 Jan"),
        (date(2026, 12, 31), "12/31(목)", "Thu 31 Dec"),
        (date(2026, 9, 6), "9/6(일)", "Sun 6 Sep"),
        (date(2025, 12, 31), "2025.12.31(수)", "Wed 31 Dec 2025"),
        (date(2027, 1, 1), "2027.1.1(금)", "Fri 1 Jan 2027"),
        (date(2024, 2, 29), "2024.2.29(목)", "Thu 29 Feb 2024"),
    ],
)
def test_a_day_has_its_weekday_and_a_year_that_is_not_this_one(value: date, korean: str, english: str) -> None:
    assert formats.day(value, "ko", TODAY) == korean
    assert formats.day(value, "en", TODAY) == english


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        (time(18, 0), "18시", "6 pm"),
        (time(18, 30), "18:30", "6:30 pm"),
        (time(9, 5), "09:05", "9:05 am"),
        (time(9, 0), "9시", "9 am"),
        (time(0, 0), "0시", "12 am"),
        (time(0, 30), "00:30", "12:30 am"),
        (time(12, 0), "12시", "noon"),
        (time(12, 0, 59, 7), "12시", "noon"),
        (time(12, 1), "12:01", "12:01 pm"),
    ],
)
def test_a_time_of_day_is_written_as_on_a_shop_door(value: time, korean: str, english: str) -> None:
    assert formats.time_of_day(value, "ko") == korean
    assert formats.time_of_day(value, "en") == english


def test_a_moment_is_told_on_the_shops_clock() -> None:
    late_evening_in_utc = datetime(2026, 3, 12, 15, 30, tzinfo=UTC)

    assert formats.moment(late_evening_in_utc, "ko", SEOUL, TODAY) == "3/13(금) 00:30"
    assert formats.moment(late_evening_in_utc, "en", SEOUL, TODAY) == "Fri 13 Mar 12:30 am"


def test_the_year_of_a_moment_is_that_of_the_shops_clock() -> None:
    new_year_in_seoul = datetime(2025, 12, 31, 15, 0, tzinfo=UTC)

    assert formats.moment(new_year_in_seoul, "ko", SEOUL, TODAY) == "1/1(목) 0시"


def test_a_moment_without_a_zone_is_refused() -> None:
    naive = datetime(2026, 3, 12, 15, 30)  # noqa: DTZ001 - naive is what is refused here

    with pytest.raises(ValueError, match="zone"):
        formats.moment(naive, "ko", SEOUL, TODAY)


@pytest.mark.parametrize(
    ("value", "korean", "english"),
    [
        (Money(18_000), "18,000원", "₩18,000"),
        (Money(0), "0원", "₩0"),
        (Money(-4_200), "-4,200원", "-₩4,200"),
        (Money(123_456_789), "123,456,789원", "₩123,456,789"),
        (Money(550, "USD"), "US$5.50", "$5.50"),
        (Money(1_800, "JPY"), "JP¥1,800", "¥1,800"),
        (Money(1_500, "KWD"), "KWD1.500", "KWD1.500"),
    ],
)
def test_money_is_grouped_in_its_own_currency(value: Money, korean: str, english: str) -> None:
    assert formats.money(value, "ko") == korean
    assert formats.money(value, "en") == english


@pytest.mark.parametrize(
    ("days", "korean", "english"),
    [
        (0, "0일", "0 days"),
        (1, "1일", "1 day"),
        (6, "6일", "6 days"),
        (7, "1주", "1 week"),
        (28, "4주", "4 weeks"),
        (31, "31일", "31 days"),
        (1204, "172주", "172 weeks"),
        (1205, "1,205일", "1,205 days"),
    ],
)
def test_whole_weeks_are_said_as_weeks(days: int, korean: str, english: str) -> None:
    assert formats.gap(days, "ko") == korean
    assert formats.gap(days, "en") == english


def test_counts_are_grouped() -> None:
    assert formats.count(1_204, "ko") == formats.count(1_204, "en") == "1,204"


@pytest.mark.parametrize(
    ("stored", "written"),
    [
        ("+821012345678", "010-1234-5678"),
        ("01012345678", "010-1234-5678"),
        ("010 1234 5678", "010-1234-5678"),
        ("+82112345678", "011-234-5678"),
        ("+8225551234", "02-555-1234"),
        ("+14155552671", "+1 415-555-2671"),
        ("+82", "+82"),
        ("전화 없음", "전화 없음"),
        ("12", "12"),
        ("12-34-56", "12-34-56"),
    ],
)
def test_phones_are_written_as_at_home(stored: str, written: str) -> None:
    assert formats.phone(stored) == written


def test_people_are_called_by_their_full_name_with_one_honorific() -> None:
    assert formats.person("김수연", "ko") == "김수연님"
    assert formats.person("Emily Carter", "ko") == "Emily Carter님"
    assert formats.person("원장님", "ko") == "원장님"
    assert formats.person("Emily Carter", "en") == "Emily Carter"
    assert formats.person("김수연", "en") == "김수연"


@pytest.mark.parametrize(
    ("preset", "item", "korean"),
    [
        ("laundry", "와이셔츠", "2점"),
        ("cafe", "라떼", "2잔"),
        ("cafe", "크림 라떼 (ICE)", "2잔"),
        ("cafe", "라떼 케이크", "2조각"),
        ("cafe", "쿠키", "2개"),
        ("salon", "커트", "2회"),
        ("salon", "헤어 에센스", "2개"),
        ("theatre", "프로그램북", "2권"),
        ("", "", "2점"),
    ],
)
def test_a_thing_is_counted_with_its_own_word(preset: str, item: str, korean: str) -> None:
    assert formats.pieces(2, item, preset, "ko") == korean
    assert formats.pieces(2, item, preset, "en") == "×2"
