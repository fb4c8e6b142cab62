"""Days that are otherwise than their week: hours of one day, and word of a closing day to those whom it concerns."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from typing import Any

import pytest

from bot.actions.unit import Unit
from storage import appointments
from storage.database import Database
from tests import cast
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


NOTICES: dict[str, dict[str, Any]] = {
    "ko": {
        "close": "이번 월요일 쉬어요",
        "tell": "해당되는 분께 알리기",
        "looked": ["2분이에요", "김수연님(6781): 11/23(월) 14시 커트 예약", "직접 보내실 글", "모두에게 보내면 광고"],
        "send": "보내기",
        "done": ["1분께 알려요", "1분께 직접 보내실 글"],
        "read": ["11/23(월)에는 쉬어요", "커트 예약은 다른 때로 옮겨", "다시 여는 날은 11/24(화)"],
        "move": "시간 바꾸기",
        "why": ("이거 왜 보냈어요?", ["언제 쉬는지", "광고가 아니에요"]),
        "told": ("김수연님께 뭐 보냈어?", ["쉬는 날 안내", "정한 사람: 사장님"]),
        "in one": "월요일에 쉰다고 손님들께 알려줘",
        "closed": "11/23(월), 쉬는 날로",
        "drafts": "안 보낸 초안?",
        "nobody": ("화요일에 쉰다고 손님들께 알려줘", ["알릴 분이 없어요", "광고로 봐요"]),
        "undo": "되돌리기",
        "next": ("휴무 안내 보내줘", "김수연"),
    },
    "en": {
        "close": "closed next Monday",
        "tell": "Tell who it concerns",
        "looked": [
            "2 people",
            "김수연 (6781): booked Mon 23 Nov 2 pm",
            "write 1 for you",
            "Sent to everybody it would be one",
        ],
        "send": "Send",
        "done": ["1 will be told", "1 written for you to send"],
        "read": ["closed on Mon 23 Nov", "has to move", "open again on Tue 24 Nov"],
        "move": "Another time",
        "why": ("why did I get this?", ["when we are closed", "Not an ad"]),
        "told": ("what did we send 김수연", ["word of closing days", "Decided by the owner"]),
        "in one": "tell customers we are closed on Monday",
        "closed": "Closed on Mon 23 Nov",
        "drafts": "unsent drafts",
        "nobody": ("let everyone know we are closed on Tuesday", ["nobody to tell", "counts as an ad"]),
        "undo": "Undo",
        "next": ("send customers a notice about the closing days", "김수연"),
    },
}


def booked(unit: Unit) -> None:
    """Suyeon (linked) and Minji (a number) are booked for Monday; Jieun is booked for Wednesday."""
    for name, phone, day in (("김수연", "010-1234-6781", 23), ("김민지", "010-1234-5678", 23), ("이지은", "", 25)):
        person = cast.customer(unit, name, phone)
        at = datetime(2026, 11, day, 14, tzinfo=unit.shop.zone).astimezone(UTC)
        appointments.add(unit.session, customer_id=person.id or 0, at=at, service="커트", now=unit.now)
        if name == "김수연":
            cast.linked(unit, person, 501)


@pytest.fixture
async def salon(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        await shop.assistant.runtime.write(booked)
        yield shop


@pytest.mark.parametrize("language", NOTICES)
async def test_a_closing_day_is_told_to_those_whom_it_concerns_and_to_nobody_else(
    salon: ShopUnderTest, language: str
) -> None:
    how = NOTICES[language]
    owner, suyeon = await salon.owner(language=language), salon.person(501, "수연", language=language)
    await suyeon.starts()
    await owner.says(how["close"])
    await owner.taps(how["tell"])
    owner.sees(*how["looked"])
    assert "이지은" not in owner.last
    await owner.taps(how["send"])
    owner.sees(*how["done"])
    await salon.moves_on(hours=0.1)
    suyeon.sees(*how["read"])
    assert how["move"] in suyeon.buttons
    await salon.moves_on(hours=0.1)
    assert sum(how["read"][0] in text for text in suyeon.texts) == 1
    question, seen = how["why"]
    await suyeon.says(question)
    suyeon.sees(*seen)
    question, seen = how["told"]
    await owner.says(question)
    owner.sees(*seen)
    await owner.says(how["drafts"])
    owner.sees("김민지")
    sentence, name = how["next"]
    await owner.says(sentence)
    owner.sees(name)


@pytest.mark.parametrize("language", NOTICES)
async def test_one_sentence_closes_the_day_and_shows_whom_it_concerns(salon: ShopUnderTest, language: str) -> None:
    how = NOTICES[language]
    owner = await salon.owner(language=language)
    await owner.says(how["in one"])
    assert any(how["closed"] in text for text in owner.texts)
    owner.sees(*how["looked"][:2])
    sentence, seen = how["nobody"]
    await owner.says(sentence)
    owner.sees(*seen)


@pytest.mark.parametrize("language", NOTICES)
async def test_a_closing_day_that_was_taken_back_is_told_to_nobody(salon: ShopUnderTest, language: str) -> None:
    how = NOTICES[language]
    owner, suyeon = await salon.owner(language=language), salon.person(501, "수연", language=language)
    await suyeon.starts()
    await owner.says(how["close"])
    await owner.taps(how["tell"])
    await owner.taps(how["send"])
    await owner.taps(how["undo"])
    await salon.moves_on(hours=0.1)
    suyeon.sees_nothing_of(*how["read"])


async def test_a_day_that_ends_earlier_concerns_only_what_no_longer_fits(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await owner.says("월요일은 3시까지만 해요")
    assert "해당되는 분께 알리기" not in owner.buttons
    await owner.says("월요일은 1시까지만 해요")
    await owner.taps("해당되는 분께 알리기")
    owner.sees("2분이에요", "10:00–13:00에만 열어요")


@pytest.mark.parametrize(
    ("language", "said", "seen", "listed"),
    [
        (
            "ko",
            "24일과 26일 쉬어요",
            ["11/24(화), 11/26(목)", "쉬는 날로"],
            ["11/24(화) 쉬어요", "11/25(수) 10:00", "11/26(목) 쉬어요"],
        ),
        ("ko", "24일은 오전만 해요", ["11/24(화)", "10:00–12:00"], ["11/24(화) 10:00–12:00", "11/25(수) 10:00–20:00"]),
        (
            "ko",
            "일요일은 6시까지만 해요",
            ["11/22(일) 10:00–18:00"],
            ["11/22(일) 10:00–18:00", "11/23(월) 10:00–20:00"],
        ),
        (
            "en",
            "closed on the 24th and the 26th",
            ["Closed on Tue 24 Nov, Thu 26 Nov"],
            ["Tue 24 Nov closed", "Wed 25 Nov 10:00", "Thu 26 Nov closed"],
        ),
        ("en", "closed until noon on the 24th", ["Tue 24 Nov", "12:00–20:00"], ["Tue 24 Nov 12:00–20:00"]),
        ("en", "we close at 6 on Sundays", ["Sun 22 Nov 10:00–18:00"], ["Sun 22 Nov 10:00–18:00"]),
    ],
)
async def test_days_apart_halves_of_days_and_the_end_of_every_such_day(
    shop: ShopUnderTest, language: str, said: str, seen: list[str], listed: list[str]
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(said)
    owner.sees(*seen)
    await owner.says("쉬는 날" if language == "ko" else "closing days")
    owner.sees(*listed)
    await owner.says("되돌려줘" if language == "ko" else "undo")
    await owner.says("쉬는 날" if language == "ko" else "closing days")
    assert [row for row in listed if row not in owner.last and "10:00–20:00" not in row] != []


@pytest.mark.parametrize(
    ("again", "kept"), [("월요일은 7시까지만 해요", "10:00–19:00"), ("월요일은 9시부터 해요", "09:00")]
)
async def test_the_end_of_a_weekday_holds_every_week(shop: ShopUnderTest, again: str, kept: str) -> None:
    owner = await shop.owner()
    await owner.says(again)
    owner.sees(kept)
    await shop.moves_on(days=7)
    await owner.says("쉬는 날")
    assert next(row for row in owner.last.splitlines() if "(월)" in row).find(kept) > 0


async def test_an_end_on_the_wrong_side_of_the_other_is_asked_for(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("월요일은 밤 9시부터 해요")
    owner.sees("몇 시부터 몇 시까지")


async def test_what_is_promised_or_waits_is_told_too(shop: ShopUnderTest) -> None:
    def left(unit: Unit) -> None:
        suyeon, minji = cast.customer(unit, "김수연", "010-1234-6781"), cast.customer(unit, "김민지", "010-1234-5678")
        monday = datetime(2026, 11, 23, 18, tzinfo=unit.shop.zone).astimezone(UTC)
        cast.order(unit, suyeon, ("코트", 1, 12_000), promised_at=monday)
        shirts = cast.order(unit, minji, ("셔츠", 2, 5_000), promised_at=unit.now)
        shirts.state, shirts.ready_at = "ready", unit.now
        unit.session.add(shirts)

    await shop.assistant.runtime.write(left)
    owner = await shop.owner()
    await owner.says("이번 월요일 쉬어요")
    await owner.taps("해당되는 분께 알리기")
    owner.sees("김수연님(6781): 코트 약속", "김민지님(5678): 셔츠 2점 찾아갈 것", "2분께 직접 보내실 글")


@pytest.mark.parametrize(
    ("language", "said", "set_", "told", "nobody"),
    [
        (
            "ko",
            "23일과 25일에 쉰다고 손님들께 알려줘",
            "11/23(월), 11/25(수), 쉬는 날로",
            ["11/23(월) 쉬는 것이", "김수연님"],
            "24일과 26일에 쉰다고 손님들께 알려줘",
        ),
        (
            "en",
            "tell customers we are closed on the 23rd and the 25th",
            "Closed on Mon 23 Nov, Wed 25 Nov",
            ["Mon 23 Nov concerns", "김수연"],
            "tell everyone we're closed on the 24th and 26th",
        ),
    ],
)
async def test_days_that_lie_apart_are_told_to_those_whom_they_concern(
    shop: ShopUnderTest, language: str, said: str, set_: str, told: list[str], nobody: str
) -> None:
    def left(unit: Unit) -> None:
        monday = datetime(2026, 11, 23, 18, tzinfo=unit.shop.zone).astimezone(UTC)
        cast.order(unit, cast.customer(unit, "김수연", "010-1234-6781"), ("코트", 1, 12_000), promised_at=monday)

    await shop.assistant.runtime.write(left)
    owner = await shop.owner(language=language)
    await owner.says(said)
    assert set_ in owner.texts[-2]
    owner.sees(*told)
    await owner.says(nobody)
    owner.sees(*(["11/24(화), 11/26(목)"] if language == "ko" else ["Tue 24 Nov, Thu 26 Nov"]))
