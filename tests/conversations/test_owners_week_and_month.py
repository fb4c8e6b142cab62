"""The week in short with its chart, and the month's card whose answer stands on the next one.

It is Saturday, 21 November 2026, ten in the morning in Seoul.
"""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from bot.actions.unit import Unit
from storage import cases
from tests import cast
from tests.chat import Chat, ShopUnderTest

SEOUL = ZoneInfo("Asia/Seoul")


def seoul(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


def two_weeks(unit: Unit) -> None:
    """This week 7,500 on Wednesday and 20,000 on Friday; the week before 10,000."""
    suyeon = cast.customer(unit, "김수연", "010-1234-6781")
    cast.visit(unit, suyeon, 3)
    cast.visit(unit, suyeon, 1, ("코트", 1, 20_000), unpaid=5_000)
    minji = cast.customer(unit, "김민지", "010-1234-5678")
    cast.visit(unit, minji, 9, ("바지", 1, 10_000))
    cast.visit(unit, minji, 40, ("바지", 1, 4_000))
    sua = cast.customer(unit, "정수아", "010-2222-3333")
    cast.visit(unit, sua, 20, ("치마", 1, 6_000))
    cases.add(unit.session, minji.id or 0, "complaint", "단추가 없어졌어요", seoul(12, 12), seoul(25, 12, month=12))


def pictures(owner: Chat) -> int:
    return sum("photo" in message for message in owner.person.sees())


async def test_the_week_is_told_on_monday_once_with_its_chart(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(two_weeks)
    owner = await shop.owner()
    await shop.wakes_at(seoul(23, 8, 30))
    week = next(text for text in owner.texts if "한 주" in text)
    for part in (
        "11/16(월) ~ 11/22(일)",
        "방문 2건",
        "손님 1분",
        "27,500원",
        "그 전 주보다 17,500원 많아요",
        "11/20(금) 20,000원",
    ):
        assert part in week
    assert "처음 오신 분 1분" in week and "아직 못 받은 돈 5,000원" in week
    assert pictures(owner) == 1
    for day, hour in ((23, 12), (24, 9), (25, 9), (29, 9)):
        await shop.wakes_at(seoul(day, hour))
    assert pictures(owner) == 1


async def test_a_machine_asleep_on_monday_tells_the_week_on_tuesday(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(two_weeks)
    owner = await shop.owner()
    await shop.wakes_at(seoul(24, 14))
    assert pictures(owner) == 1


async def test_a_week_in_which_nothing_happened_is_not_told(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    before = len(owner.person.sees())
    await shop.wakes_at(seoul(23, 8, 30))
    assert len(owner.person.sees()) == before


async def test_the_week_is_shown_when_asked_for_in_both_languages(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(two_weeks)
    owner = await shop.owner(language="en")
    await owner.says("how was this week?")
    assert "2 visits by" in owner.texts[-1] and "₩27,500" in owner.texts[-1]
    await owner.says("last week's summary")
    assert "₩10,000" in owner.texts[-1]
    await owner.says("이번 주 요약 보여줘")
    assert pictures(owner) == 3


async def test_the_months_card_comes_once_and_its_answer_is_on_the_next(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(two_weeks)
    owner = await shop.owner()
    await shop.wakes_at(seoul(1, 8, 30, month=12))
    cards = [text for text in owner.texts if "이달의 질문" in text]
    assert len(cards) == 1
    assert "김민지님(5678): 11/12(목)에 불편을 말씀하셨어요" in cards[0] and "처음 오셨어요" in cards[0]
    await owner.taps("못한 것 적기")
    await owner.says("셔츠 단추를 두 번 빠뜨렸어요")
    owner.sees("2027.1.1(금)에 다시")
    for day in (2, 3, 7, 20):
        await shop.wakes_at(seoul(day, 9, month=12))
    assert sum("이달의 질문" in text for text in owner.texts) == 1
    await owner.says("이달의 질문")
    owner.sees("이번 달에 적어 주신 것: “셔츠 단추를 두 번 빠뜨렸어요”", "11/12(목)에 불편을 말씀하셨어요")
    await shop.wakes_at(datetime(2027, 1, 1, 9, tzinfo=SEOUL).astimezone(UTC))
    card = [text for text in owner.texts if "이달의 질문" in text][-1]
    assert "지난달에 적어 주신 것: “셔츠 단추를 두 번 빠뜨렸어요”" in card


async def test_what_a_form_waits_for_can_be_left(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(two_weeks)
    owner = await shop.owner(language="en")
    await owner.says("monthly card")
    owner.sees("Ask three customers", "complained on Thu 12 Nov")
    await owner.taps("Write it down")
    await owner.says("stop")
    await owner.says("monthly card")
    owner.sees("And write down one thing")
