"""What comes by itself and when, and when the shop is open: looked at and changed with taps."""

from typing import Any

import pytest

from storage.database import Database
from tests.chat import ShopUnderTest, open_shop

TAPS: dict[str, dict[str, Any]] = {
    "ko": {
        "card": ["가게 설정", "보내는 때와 글"],
        "clocks": "오는 것과 시각",
        "listed": [
            "1. 아침 브리핑: 08:30",
            "2. 주간 요약: 월요일 브리핑 때",
            "마감 질문: 20:10",
            "생일 인사: 보내요",
        ],
        "brief": ("1", "9시", "아침 브리핑은 9시에 보낼게요"),
        "week": ("2", "끄기", "주간 요약은 보내지 않을게요"),
        "then": ["아침 브리핑: 9시", "주간 요약: 안 보내요"],
        "on": ("2", "켜기", "주간 요약을 보내 드릴게요"),
        "laundry": "안 찾아가신 분",
        "salon": "예약 전날 알림",
        "days": "여는 날과 시간",
        "weekdays": ("쉬는 요일", "일요일 쉬기", "11/22(일) 쉬어요"),
        "open again": ("쉬는 요일", "일요일 열기", "11/22(일) 10:00–20:00"),
        "dates": ("쉬는 날", "11/23(월) 쉬기", "11/23(월), 쉬는 날로"),
        "hours": ("여는 시간", "9시", "19시", "11/24(화) 09:00–19:00"),
        "undo": "되돌리기",
    },
    "en": {
        "card": ["shop settings", "Times and texts"],
        "clocks": "What comes when",
        "listed": [
            "1. The morning brief: 8:30 am",
            "with Monday's brief",
            "closing question: 8:10 pm",
            "Birthday greetings: on",
        ],
        "brief": ("1", "9 am", "The morning brief now: 9 am"),
        "week": ("2", "Turn off", "won't send it any more"),
        "then": ["The morning brief: 9 am", "The weekly summary: off"],
        "on": ("2", "Turn on", "I'll send it from now on"),
        "laundry": "uncollected",
        "salon": "reminder of the day before",
        "days": "Opening days",
        "weekdays": ("Weekdays", "Close Sundays", "Sun 22 Nov closed"),
        "open again": ("Weekdays", "Open Sundays", "Sun 22 Nov 10:00–20:00"),
        "dates": ("Single days", "Close Mon 23 Nov", "Closed on Mon 23 Nov"),
        "hours": ("Hours", "9 am", "7 pm", "Tue 24 Nov 09:00–19:00"),
        "undo": "Undo",
    },
}


async def _tapped(owner: Any, how: dict[str, Any], *taps: str) -> None:
    await owner.says(how["card"][0])
    for tap in (how["card"][1], *taps):
        await owner.taps(tap)


@pytest.mark.parametrize("language", TAPS)
async def test_what_comes_by_itself_is_set_with_taps(shop: ShopUnderTest, language: str) -> None:
    how = TAPS[language]
    owner = await shop.owner(language=language)
    await _tapped(owner, how, how["clocks"])
    owner.sees(*how["listed"], how["laundry"])
    assert how["salon"] not in owner.last
    for step in ("brief", "week"):
        number, tap, seen = how[step]
        await _tapped(owner, how, how["clocks"], number, tap)
        owner.sees(seen)
    await _tapped(owner, how, how["clocks"])
    owner.sees(*how["then"])
    number, tap, seen = how["on"]
    await _tapped(owner, how, how["clocks"], number, tap)
    owner.sees(seen)
    await owner.taps(how["undo"])
    await _tapped(owner, how, how["clocks"])
    owner.sees(*how["then"])


@pytest.mark.parametrize("language", TAPS)
async def test_a_salon_is_offered_its_reminder_and_nothing_uncollected(
    sqlite_database: Database, language: str
) -> None:
    how = TAPS[language]
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        owner = await shop.owner(language=language)
        await _tapped(owner, how, how["clocks"])
        owner.sees(how["salon"])
        assert how["laundry"] not in owner.last


@pytest.mark.parametrize("language", TAPS)
async def test_when_the_shop_is_open_is_set_with_taps(shop: ShopUnderTest, language: str) -> None:
    how = TAPS[language]
    owner = await shop.owner(language=language)
    for step in ("weekdays", "open again", "dates", "hours"):
        *taps, seen = how[step]
        await _tapped(owner, how, how["days"], *taps)
        owner.sees(seen)
    await _tapped(owner, how, how["days"])
    owner.sees(how["hours"][-1])
    assert how["dates"][1].split()[-2] in owner.last


@pytest.mark.parametrize("language", TAPS)
async def test_hours_that_nobody_has_said_are_asked_for_first(sqlite_database: Database, language: str) -> None:
    how = TAPS[language]
    async with open_shop(sqlite_database, shop_hours="") as shop:
        owner = await shop.owner(language=language)
        tap, _, _ = how["weekdays"]
        await _tapped(owner, how, how["days"], tap)
        _, opens, closes, seen = how["hours"]
        await owner.taps(opens)
        await owner.taps(closes)
        owner.sees(seen)


@pytest.mark.parametrize(
    ("language", "change", "closed", "seen"),
    [
        ("ko", "영업시간 바꿔줘", "월요일은 정기휴무", "10:00-20:00, 월요일은 정기휴무"),
        ("en", "change our hours", "closed on Mondays", "10:00-20:00, closed on Mondays"),
    ],
)
async def test_a_closing_day_written_for_the_hours_leaves_the_hours(
    shop: ShopUnderTest, language: str, change: str, closed: str, seen: str
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(change)
    await owner.says(closed)
    owner.sees(seen)


@pytest.mark.parametrize(
    ("language", "said", "asked", "half", "seen"),
    [
        ("ko", "24일은 반나절만 해", "11/24(화)에는 언제 여세요", "12시까지", "10:00–12:00"),
        ("ko", "24일이랑 26일은 반나절만 영업해요", "11/24(화), 11/26(목)", "12시부터", "12:00–20:00"),
        ("en", "half day on the 24th", "When are you open on Tue 24 Nov", "Until noon", "10:00–12:00"),
        ("en", "we only work half a day on the 24th", "Tue 24 Nov", "From noon", "12:00–20:00"),
    ],
)
async def test_which_half_of_a_day_is_asked(
    shop: ShopUnderTest, language: str, said: str, asked: str, half: str, seen: str
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(said)
    owner.sees(asked)
    await owner.taps(half)
    owner.sees(seen)
