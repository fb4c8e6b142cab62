"""Days that are otherwise than their week: hours of one day, and word of a closing day to those whom it concerns."""

from typing import Any

import pytest

from storage.database import Database
from tests.chat import ShopUnderTest, open_shop

OWN_HOURS: dict[str, dict[str, Any]] = {
    "ko": {
        "said": "내일은 9시부터 3시까지 해요",
        "then": ["11/22(일)", "09:00–15:00"],
        "question": "내일 몇 시까지 해요?",
        "told": "09:00–15:00",
        "list": "쉬는 날",
        "listed": "11/22(일) 09:00–15:00",
        "shorter": ("내일은 2시까지만 해요", "09:00–14:00"),
        "closed": ("내일 쉬어요", "11/22(일) 쉬어요"),
        "undo": "되돌리기",
        "unknown": ("내일은 3시까지만 해요", "몇 시부터 몇 시까지"),
    },
    "en": {
        "said": "tomorrow we're open 9 to 3",
        "then": ["Sun 22 Nov", "09:00–15:00"],
        "question": "are you open tomorrow?",
        "told": "09:00–15:00",
        "list": "closing days",
        "listed": "Sun 22 Nov 09:00–15:00",
        "shorter": ("tomorrow we close at 2", "09:00–14:00"),
        "closed": ("closed tomorrow", "Sun 22 Nov closed"),
        "undo": "Undo",
        "unknown": ("tomorrow we close at 3", "both hours"),
    },
}


@pytest.mark.parametrize("language", OWN_HOURS)
async def test_one_day_has_hours_of_its_own(shop: ShopUnderTest, language: str) -> None:
    how = OWN_HOURS[language]
    owner, minji = await shop.owner(language=language), shop.person(7001, "Minji", language=language)
    await minji.starts()
    await owner.says(how["said"])
    owner.sees(*how["then"])
    await minji.says(how["question"])
    minji.sees(how["told"])
    await owner.says(how["list"])
    owner.sees(how["listed"])
    sentence, seen = how["shorter"]
    await owner.says(sentence)
    owner.sees(seen)
    sentence, seen = how["closed"]
    await owner.says(sentence)
    await owner.says(how["list"])
    owner.sees(seen)
    for _ in range(3):
        await owner.says(how["undo"])
    await owner.says(how["list"])
    assert how["listed"] not in owner.last
    owner.sees("10:00–20:00")


@pytest.mark.parametrize("language", OWN_HOURS)
async def test_half_of_a_days_hours_says_nothing_where_the_usual_ones_are_not_known(
    sqlite_database: Database, language: str
) -> None:
    async with open_shop(sqlite_database, shop_hours="") as shop:
        owner = await shop.owner(language=language)
        sentence, seen = OWN_HOURS[language]["unknown"]
        await owner.says(sentence)
        owner.sees(seen)
