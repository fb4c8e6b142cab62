"""The shop puts a message into its own words: looked through, shown filled in for somebody, and used."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.actions.unit import Unit
from storage import appointments
from storage.database import Database
from tests import cast
from tests.chat import ShopUnderTest, open_shop

SEOUL = ZoneInfo("Asia/Seoul")


def seoul(day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


def two_booked(unit: Unit) -> None:
    """Suyeon reads Korean, Emily English; both are booked for Monday."""
    for number, name in enumerate(("Emily Carter", "김수연")):
        person = cast.customer(unit, name, f"010-1234-678{number}")
        cast.linked(unit, person, 500 + number)
        person.language = "en" if number == 0 else "ko"
        cast.visit(unit, person, 3)
        appointments.add(
            unit.session, customer_id=person.id or 0, at=seoul(23, 14 + number), service="커트", now=seoul(20, 9)
        )


async def test_a_reminder_in_the_shops_own_words(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        owner = await shop.owner()
        emily, suyeon = shop.person(500, "Emily", language="en"), shop.person(501, "수연")
        await emily.starts()
        await suyeon.starts()
        await shop.assistant.runtime.write(two_booked)
        await owner.says("예약 알림 문구 보여줘")
        owner.sees("원래 말 그대로", "{이름}, {시간}, {내용}")
        await owner.says("예약 알림 문구: {이름}님, {시간}에 {내용} 준비해 둘게요. 주차는 뒤편이에요")
        owner.sees("김수연님께 간다면", "“김수연님, 11/22(일) 14시에 커트 준비해 둘게요. 주차는 뒤편이에요”")
        await shop.wakes_at(seoul(22, 11))
        suyeon.sees("김수연님, 11/23(월) 15시에 커트 준비해 둘게요. 주차는 뒤편이에요", "20시까지")
        assert suyeon.buttons[-3:] == ["갈게요", "시간 바꾸기", "취소하기"]
        emily.sees("Emily Carter", "Mon 23 Nov 2 pm")
        assert "주차" not in emily.last
        await owner.says("되돌려줘")
        owner.sees("다시 원래 말로")


@pytest.mark.parametrize(
    ("sentence", "reason"),
    [
        ("완성 알림 문구: {이름}님 다 됐어요. 이번 주 20% 할인!", "할인·쿠폰·행사 같은 말"),
        ("완성 알림 문구: (광 고) {이름}님 다 됐어요", "광고 표시는 제가"),
        ("완성 알림 문구: [광고] {이름}님 다 됐어요", "광고 표시는 제가"),
        ("완성 알림 문구: {이름}님 {나이}살", "“나이”에 넣을 값이 없어요. 쓸 수 있는 것: {이름}"),
        ("완성 알림 문구: {이름님 다 됐어요", "중괄호의 짝"),
        ("완성 알림 문구: " + "가" * 401, "400자까지"),
    ],
)
async def test_what_the_law_or_the_values_refuse_is_refused_with_the_reason(
    shop: ShopUnderTest, sentence: str, reason: str
) -> None:
    owner = await shop.owner()
    await owner.says(sentence)
    owner.sees(reason)
    assert "되돌리기" not in owner.buttons
    await owner.says("완성 알림 문구 보여줘")
    owner.sees("원래 말 그대로")


@pytest.mark.parametrize(
    ("language", "sentence", "shown"),
    [
        (
            "ko",
            "완성 알림 문구: {이름}님, {물건} 다 됐어요",
            ["아직 적힌 손님이 없어서, 보기로", "“김단골님,", "다른 언어로"],
        ),
        ("en", "ready text: {name}, {things} are ready", ["Nobody is on record yet, so as an example", "김단골, "]),
    ],
)
async def test_where_nobody_is_on_record_the_preview_says_that_it_is_an_example(
    shop: ShopUnderTest, language: str, sentence: str, shown: list[str]
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(sentence)
    owner.sees(*shown)
    await owner.says("완성 알림 문구 보여줘" if language == "ko" else "show the ready text")
    owner.sees("{이름}" if language == "ko" else "{name}, {things}")
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "오새봄"))
    await owner.says(sentence)
    await owner.says(sentence.replace("다 됐어요", "됐어요").replace("are ready", "wait"))
    owner.sees("오새봄")


async def test_own_texts_are_written_in_english_and_only_by_the_owner(shop: ShopUnderTest) -> None:
    owner = await shop.owner(language="en")
    await owner.says("ready notice text: {name}, your {things} wait for you")
    owner.sees("in these words from now on", "wait for you")
    await owner.says("show the ready text")
    owner.sees("{name}, your {things} wait for you")
    await owner.says("reset the ready notice text")
    owner.sees("back to the usual words")
    stranger = shop.person(777, "Somebody", language="en")
    await stranger.starts()
    await stranger.says("ready notice text: hello {name}")
    await owner.says("show the ready text")
    owner.sees("the usual words")


@pytest.mark.parametrize(
    ("preset", "sentence", "shown", "never"),
    [
        ("laundry", "알림 문구 보여줘", ("완성 알림: 원래 말", "저녁 내역", "3주 알림"), "예약 알림"),
        ("salon", "문구 다 보여줘", ("예약 알림: 원래 말", "저녁 내역"), "완성 알림"),
        ("cafe", "show the texts", ("Receipt: the usual words",), "Reminder"),
    ],
)
async def test_all_texts_are_shown_that_this_shop_sends(
    sqlite_database: Database, preset: str, sentence: str, shown: tuple[str, ...], never: str
) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        owner = await shop.owner(language="en" if sentence.isascii() else "ko")
        await owner.says(sentence)
        owner.sees(*shown)
        assert never not in owner.last


@pytest.mark.parametrize(
    ("language", "said", "listed", "off"),
    [
        ("ko", "예약 알림 문구: {이름}님 {시간}에 뵐게요", "완성 알림", "예약"),
        ("en", "reminder text: {name}, see you {time}", "Ready notice", "Reminder"),
    ],
)
async def test_a_message_that_this_shop_never_sends_gets_no_text(
    shop: ShopUnderTest, language: str, said: str, listed: str, off: str
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(said)
    owner.sees(listed)
    assert off not in owner.last
