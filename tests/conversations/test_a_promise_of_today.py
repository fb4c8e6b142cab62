"""What is promised for today: the owner hears of it once before it breaks, and not of what was named yesterday.

It is Saturday, 21 November 2026, ten in the morning in Seoul.
"""

from datetime import UTC, datetime

import pytest

from tests.chat import ShopUnderTest

SAID = {
    "ko": (
        "김수연 코트 15000 오늘 6시까지",
        "새 손님",
        "오늘 18시까지 약속한 것",
        "김수연님 코트",
        "김수연 코트 다 됐어",
    ),
    "en": (
        "Emily Carter coat 15000 by 6 pm today",
        "New customer",
        "for today by 6 pm",
        "Emily Carter",
        "Emily coat ready",
    ),
}


def seoul(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour - 9, minute, tzinfo=UTC)


@pytest.mark.parametrize("language", SAID)
async def test_the_owner_is_warned_once_an_hour_before(shop: ShopUnderTest, language: str) -> None:
    sentence, new, warned, what, _ = SAID[language]
    owner = await shop.owner(language=language)
    await owner.says(sentence)
    await owner.taps(new)
    before = len(owner.texts)
    await shop.wakes_at(seoul(21, 16, 50))
    assert not any(warned in text for text in owner.texts[before:])
    for hour, minute in ((17, 0), (17, 20), (17, 59), (18, 30)):
        await shop.wakes_at(seoul(21, hour, minute))
    assert sum(warned in text and what in text for text in owner.texts[before:]) == 1


@pytest.mark.parametrize("language", SAID)
async def test_what_is_ready_in_time_is_not_warned_of(shop: ShopUnderTest, language: str) -> None:
    sentence, new, warned, _, ready = SAID[language]
    owner = await shop.owner(language=language)
    await owner.says(sentence)
    await owner.taps(new)
    await owner.says(ready)
    for hour in (17, 18):
        await shop.wakes_at(seoul(21, hour, 10))
    assert not any(warned in text for text in owner.texts)


async def test_a_promise_without_an_hour_is_one_until_the_shop_closes(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("김수연 코트 15000 오늘까지")
    await owner.taps("새 손님")
    await shop.wakes_at(seoul(21, 18, 59))
    assert not any("오늘 20시까지" in text for text in owner.texts)
    await shop.wakes_at(seoul(21, 19, 0))
    assert any("오늘 20시까지 약속한 것" in text for text in owner.texts)


async def test_what_was_named_the_evening_before_is_not_named_again(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("김수연 코트 15000 내일 6시까지")
    await owner.taps("새 손님")
    await shop.wakes_at(seoul(21, 17, 30))
    assert sum("내일" in text and "아직 작업 중" in text for text in owner.texts) == 1
    await shop.wakes_at(seoul(22, 17, 30))
    assert not any("오늘 18시까지" in text for text in owner.texts)


async def test_where_the_machine_slept_through_that_evening_it_is_named_on_the_day(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("김수연 코트 15000 내일 6시까지")
    await owner.taps("새 손님")
    await shop.wakes_at(seoul(22, 17, 30))
    assert sum("오늘 18시까지" in text for text in owner.texts) == 1
