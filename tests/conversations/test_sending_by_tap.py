"""When and in which words customers are written to, looked at and changed with taps."""

from typing import Any

import pytest

from storage.database import Database
from tests.chat import ShopUnderTest, open_shop

TAPS: dict[str, dict[str, Any]] = {
    "ko": {
        "card": ["가게 설정", "보내는 때와 글"],
        "at first": ["따로 없음", "하루에 하나까지", "직접 쓰신 글: 0가지", "공휴일에도 열어요"],
        "change": [
            ("밤 9시~아침 9시 조용히", "21:00–09:00"),
            ("광고 1주에 한 번", "1주에 한 번까지"),
            ("공휴일은 쉬어요", "쉬는 날이에요"),
        ],
        "then": ["21:00–09:00", "1주에 한 번까지", "공휴일은 쉬어요"],
        "texts": ("보내는 글", "원래 말 그대로"),
        "undo": "되돌리기",
        "own": "다 됐다는 알림 문구: {이름}님, {물건} 다 됐어요. 천천히 오세요",
        "counted": "직접 쓰신 글: 1가지",
        "said": [("저녁 8시 이후엔 보내지 마", "20:00–"), ("광고는 2주에 한 번만", "2주에 한 번")],
    },
    "en": {
        "card": ["shop settings", "Times and texts"],
        "at first": ["none of your own", "one a day at most", "Texts of your own: 0", "open on public holidays"],
        "change": [
            ("Quiet 9 pm to 9 am", "21:00–09:00"),
            ("Ads: one in 1 week", "at most one ad"),
            ("Closed on holidays", "closing days"),
        ],
        "then": ["21:00–09:00", "one in 1 week", "Public holidays are closing days"],
        "texts": ("My texts", "the usual words"),
        "undo": "Undo",
        "own": "ready text: {name}, {things} are ready. Take your time",
        "counted": "Texts of your own: 1",
        "said": [("nothing after 8 pm", "20:00–"), ("send ads only once every two weeks", "2 weeks")],
    },
}


@pytest.mark.parametrize("language", TAPS)
async def test_what_is_sent_is_set_with_taps(shop: ShopUnderTest, language: str) -> None:
    how = TAPS[language]
    owner = await shop.owner(language=language)

    async def card() -> None:
        await owner.says(how["card"][0])
        await owner.taps(how["card"][1])

    await card()
    owner.sees(*how["at first"])
    for tap, seen in how["change"]:
        await card()
        await owner.taps(tap)
        owner.sees(seen)
    await card()
    owner.sees(*how["then"])
    assert not {tap for tap, _ in how["change"]} & set(owner.buttons)
    tap, seen = how["texts"]
    await owner.taps(tap)
    owner.sees(seen)
    await owner.says(how["own"])
    await card()
    owner.sees(how["counted"])
    for sentence, seen in how["said"]:
        await owner.says(sentence)
        owner.sees(seen)
    await owner.taps(how["undo"])
    await card()
    owner.sees(how["then"][1])


@pytest.mark.parametrize(
    ("language", "listed", "turned", "has", "has_not"),
    [
        ("ko", "저절로 오는 거 뭐 있어?", "미수령 알림 꺼줘", ["예약", "아침 브리핑"], "찾아가"),
        ("en", "what do you send automatically?", "turn off the pick-up reminders", ["reminder", "brief"], "collected"),
    ],
)
async def test_what_comes_by_itself_is_listed_and_nothing_that_this_shop_has_not(
    sqlite_database: Database, language: str, listed: str, turned: str, has: list[str], has_not: str
) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as salon:
        owner = await salon.owner(language=language)
        for sentence in (listed, turned):
            await owner.says(sentence)
            assert [word for word in has if word not in owner.last] == []
            assert has_not not in owner.last
