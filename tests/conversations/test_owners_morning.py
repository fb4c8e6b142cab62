"""The owner's morning: the brief once, what goes out with a tap to strike it, and the days on which the shop is closed.

It is Saturday, 21 November 2026, ten in the morning in Seoul.
"""

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions import counter_undo, open_days, owners_day, planning
from bot.actions.unit import Unit
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from storage import appointments, cases, told
from storage.database import Database
from tests import cast
from tests.chat import ShopUnderTest, open_shop

SEOUL = ZoneInfo("Asia/Seoul")


def seoul(day: int, hour: int, minute: int = 0, month: int = 11) -> datetime:
    return datetime(2026, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


def people(unit: Unit) -> None:
    """Suyeon (linked) is booked for Monday, Minji's coat is due today, Sua waits for an answer."""
    suyeon = cast.customer(unit, "김수연", "010-1234-6781")
    cast.linked(unit, suyeon, 501)
    suyeon.preferences = "두피 예민"
    appointments.add(unit.session, customer_id=suyeon.id or 0, at=seoul(23, 14), service="커트", now=seoul(20, 9))
    minji = cast.customer(unit, "김민지", "010-1234-5678")
    cast.order(unit, minji, ("코트", 1, 12_000), promised_at=seoul(22, 18))
    sua = cast.customer(unit, "정수아", "010-2222-3333")
    cases.add(unit.session, sua.id or 0, "question", "주말에도 하시나요?", seoul(20, 17, 20), seoul(25, 12, month=12))


@pytest.fixture
async def salon(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        await shop.assistant.runtime.write(people)
        yield shop


async def test_the_brief_comes_once_with_everything_of_the_day(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(people)
    owner = await shop.owner()
    await shop.wakes_at(seoul(22, 8, 29))
    before = len(owner.texts)
    await shop.wakes_at(seoul(22, 8, 30))
    owner.sees("11/22(일) 브리핑", "오늘 마감 1: 김민지 코트", "답을 기다리는 분 1: 정수아님")
    assert "예약 1" not in owner.last, "a laundry has no appointments"
    for hour in (9, 11, 12, 15):
        await shop.wakes_at(seoul(22, hour))
    assert [text for text in owner.texts[before:] if "브리핑" in text] == [owner.texts[before]]


async def test_two_planners_at_once_tell_it_once(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(people)
    owner = await shop.owner()
    shop.clock.forward_to(seoul(22, 8, 30))
    await asyncio.gather(*(shop.assistant.tick() for _ in range(4)))
    await shop.settle()
    assert sum("브리핑" in text for text in owner.texts) == 1


async def test_a_machine_that_slept_over_the_morning_says_nothing_late(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(people)
    owner = await shop.owner()
    await shop.wakes_at(seoul(22, 13))
    assert not any("브리핑" in text for text in owner.texts)
    await shop.wakes_at(seoul(23, 9))
    assert sum("브리핑" in text for text in owner.texts) == 1


async def test_a_morning_without_anything_is_quiet_and_an_asked_one_says_so(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    before = len(owner.texts)
    for hour in (8, 9, 11):
        await shop.wakes_at(seoul(22, hour, 40))
    assert len(owner.texts) == before
    await owner.says("오늘 브리핑")
    owner.sees("11/22(일)", "보낼 것도 없어요")


async def test_a_message_struck_out_is_not_sent_and_undo_sends_it(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await salon.wakes_at(seoul(22, 8, 30))
    owner.sees("오늘 손님께 보낼 것 1건", "1. 11시 김수연님 · 11/23(월) 14시 예약 알림")
    await owner.taps("1번 빼기")
    owner.sees("김수연님께 가는 11/23(월) 14시 예약 알림을 뺐어요")
    suyeon = salon.person(501, "수연")
    await suyeon.starts()
    await salon.wakes_at(seoul(22, 12))
    assert "예약이에요" not in suyeon.last
    await owner.says("못 보낸 메시지 있어?")
    owner.sees("김수연", "사장님이 빼셨어요")
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요", "때가 되면 보낼게요")
    await salon.tick()
    suyeon.sees("11/23(월) 14시")


async def test_what_has_gone_cannot_be_struck(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await salon.wakes_at(seoul(22, 8, 30))
    await salon.wakes_at(seoul(22, 11))
    await owner.taps("1번 빼기")
    owner.sees("벌써 나갔거나")


async def test_a_message_that_waits_already_can_be_struck_and_put_back(salon: ShopUnderTest) -> None:
    key, runtime = "remind:1:20261123T0500Z", salon.assistant.runtime
    salon.clock.forward_to(seoul(22, 11))

    def work(unit: Unit) -> list[tuple[str, str | None]]:
        planning.appointment_reminders(unit)
        unit.actor = cast.OWNER_ACTOR
        token = owners_day.brief(unit).buttons[0][0].data.removeprefix("1:strike:")
        fates = []
        struck = owners_day.strike(unit, token)
        fates.append(_fate(unit, key))
        counter_undo.undo(unit, struck.undo)
        fates.append(_fate(unit, key))
        return fates

    assert await runtime.write(work) == [("cancelled", "struck"), ("pending", None)]


def _fate(unit: Unit, key: str) -> tuple[str, str | None]:
    row = told.by_key(unit.session, key)
    assert row is not None
    unit.session.refresh(row)
    return row.state, row.reason


async def test_a_booking_of_the_day_is_named_with_what_is_good_to_know(salon: ShopUnderTest) -> None:
    owner = await salon.owner()
    await salon.wakes_at(seoul(23, 8, 30))
    brief = next(text for text in owner.texts if "11/23(월) 브리핑" in text)
    assert "예약 1: 14시 김수연 커트" in brief and "14시 김수연: 두피 예민" in brief


async def test_the_morning_is_told_in_english(salon: ShopUnderTest) -> None:
    owner = await salon.owner(language="en")
    await salon.wakes_at(seoul(22, 8, 30))
    owner.sees("Sun 22 Nov", "1 waiting for an answer: 정수아", "Going to customers today: 1")
    await owner.taps("Leave out 1")
    owner.sees("Left out: 김수연", "It won't be sent")
    await owner.says("undo")
    owner.sees("Undone", "김수연")
    await owner.says("send the morning brief at 7:30")
    owner.sees("The morning brief now: 7:30 am")
    await owner.says("we're closed tomorrow")
    owner.sees("Closed on Mon 23 Nov", "1 booked")
    await owner.says("closed on Sundays")
    await owner.says("when are we closed?")
    owner.sees("Mon 23 Nov closed")


async def test_the_hour_is_set_in_one_sentence_and_can_be_taken_back(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(people)
    owner = await shop.owner()
    await owner.says("브리핑 7시에 보내줘")
    owner.sees("아침 브리핑은 7시에")
    await shop.wakes_at(seoul(22, 7))
    owner.sees("11/22(일) 브리핑")
    await owner.says("브리핑 꺼줘")
    owner.sees("보내지 않을게요")
    await shop.wakes_at(seoul(23, 9))
    assert sum("</b>" not in text and "브리핑이에요" in text for text in owner.texts) == 1
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요", "모두 보내 드려요")
    await owner.says("영수증 새벽 3시에 보내줘")
    assert "3시" not in owner.last and "되돌리기" not in owner.buttons
    await owner.says("영수증 11시에 보내줘")
    owner.sees("8:05부터 22시 사이로")


async def test_closing_days_are_said_in_words_and_read_back(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("일요일은 쉬어요")
    assert any("10:00-20:00, 일요일은 쉬어요" in text for text in owner.texts)
    owner.sees("11/22(일) 쉬어요", "11/23(월) 10:00–20:00")
    await owner.says("공휴일은 쉬어요")
    owner.sees("공휴일은 쉬는 날이에요", "12/25(금)")
    await owner.says("이번 일요일은 열어요")
    owner.sees("11/22(일)에는 문을 여는 것으로")
    await owner.says("11월 30일부터 12월 2일까지 휴가예요")
    owner.sees("11/30(월) ~ 12/2(수) 동안 쉬는 날")
    await owner.says("쉬는 날 보여줘")
    owner.sees("11/22(일) 열어요", "그 뒤에 쉬는 날", "11/30(월) 쉬어요", "12/25(금) 쉬어요")
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요")
    assert "11/30(월) 쉬어요" not in owner.last


@pytest.mark.parametrize(
    ("language", "closed", "hours", "seen", "half", "asked"),
    [
        (
            "ko",
            "일요일은 쉬어요",
            "9시부터 7시까지 영업해요",
            ("11/22(일) 쉬어요", "11/23(월) 09:00–19:00"),
            "8시에 문 닫아요",
            "영업시간",
        ),
        (
            "en",
            "closed on Sundays",
            "we open at 9 and close at 7",
            ("Sun 22 Nov closed", "Mon 23 Nov 09:00–19:00"),
            "we open at 9",
            "When are you open?",
        ),
    ],
)
async def test_hours_of_no_day_in_particular_are_those_of_the_days_that_are_open(
    shop: ShopUnderTest, language: str, closed: str, hours: str, seen: tuple[str, str], half: str, asked: str
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(closed)
    await owner.says(hours)
    owner.sees(*seen)
    await owner.says(half)
    owner.sees(asked)


async def test_a_holiday_is_called_in_the_language_that_is_read(shop: ShopUnderTest) -> None:
    owner, minji = await shop.owner(language="en"), shop.person(7001, "Minji", language="ko")
    await owner.says("closed on public holidays")
    await owner.says("closing days")
    owner.sees("Fri 25 Dec closed (Christmas Day)")
    await minji.starts()
    await minji.says("12월 25일에 열어요?")
    minji.sees("기독탄신일")


async def test_closing_days_hold_everywhere(shop: ShopUnderTest) -> None:
    """Whether it is open, by when an answer comes, what is warned of, and what is promised for such a day."""
    owner = await shop.owner()
    minji = await shop.customer(555, "민지", phone="010-1234-5678")
    await minji.says("오늘 열어요?")
    minji.sees("11/21(토)에는 10:00–20:00에 열어요")
    await owner.says("일요일은 쉬어요")
    await owner.says("월요일 휴무")
    await minji.says("내일 열어요?")
    minji.sees("11/22(일)에는 쉬어요", "다음은 11/24(화) 10:00–20:00에 열어요")
    await owner.says("김민지 코트 12000 모레까지")
    await owner.taps("새 손님")
    owner.sees("약속: 11/23(월)", "그날은 쉬는 날이에요")
    await shop.wakes_at(seoul(21, 17, 30))
    owner.sees("다음 여는 날까지 약속한 것", "김민지님 코트: 11/23(월)")
    await shop.wakes_at(seoul(21, 20, 30))
    await minji.says("오늘 열어요?")
    minji.sees("지금은 닫았어요", "11/24(화)")
    await minji.says("사장님께 전해 주세요 단추 하나가 없어요")
    minji.sees("11/24(화) 12시까지")


async def test_a_passing_stranger_sets_nothing(shop: ShopUnderTest) -> None:
    stranger = shop.person(777, "손님")
    await stranger.starts()
    await stranger.says("일요일은 쉬어요")
    await stranger.says("브리핑 7시에 보내줘")
    await stranger.says("오늘 브리핑")

    def look(unit: Unit) -> tuple[str, str]:
        return unit.shop.hours, f"{unit.shop.brief_time:%H:%M}"

    assert await shop.assistant.runtime.read(look) == ("10:00-20:00", "08:30")
    stranger.sees_nothing_of("브리핑이에요", "답을 기다리는")


async def test_staff_may_read_the_brief_and_not_change_its_hour(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(people)
    staff = Actor(Role.STAFF, 9100, 9100)
    assert await shop.assistant.runtime.read(lambda unit: owners_day.brief(unit).buttons is not None, staff)
    with pytest.raises(Refusal, match="not-allowed"):
        await shop.assistant.runtime.write(lambda unit: open_days.set_wanted(unit, "brief", on=False), staff)
    customer = Actor(Role.CUSTOMER, 501, 501, 1)
    with pytest.raises(Refusal, match="not-allowed"):
        await shop.assistant.runtime.read(owners_day.brief, customer)


@pytest.mark.parametrize(
    ("language", "closed", "warned"),
    [("ko", "일요일은 쉬어요", "다음 여는 날까지 약속한 것"), ("en", "closed on Sundays", "up to the next open day")],
)
async def test_a_promise_behind_a_closing_day_is_warned_of_once(
    shop: ShopUnderTest, language: str, closed: str, warned: str
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(closed)

    def leave(unit: Unit) -> None:
        cast.order(unit, cast.customer(unit, "김수연", "010-2345-6781"), ("코트", 1, 15_000), promised_at=unit.now)
        cast.order(unit, cast.customer(unit, "이지은"), ("바지", 1, 5_000), promised_at=unit.now + timedelta(days=2))

    await shop.assistant.runtime.write(leave)
    for hours in (7, 24):
        await shop.moves_on(hours=hours)
    assert sum(warned in text and "이지은" in text for text in owner.texts) == 1
    assert sum("이지은" in text and "바지" in text for text in owner.texts) == 1


@pytest.mark.parametrize(
    ("language", "said", "has", "has_not"),
    [("ko", "다음주 월요일 쉽니다", "약속한 것이 1건", "예약"), ("en", "closed next Monday", "1 promised", "booked")],
)
async def test_a_closing_day_speaks_of_nothing_that_a_laundry_has_not(
    sqlite_database: Database, language: str, said: str, has: str, has_not: str
) -> None:
    def promise(unit: Unit) -> None:
        minji = cast.customer(unit, "김민지", "010-1234-5678")
        cast.order(unit, minji, ("코트", 1, 12_000), promised_at=seoul(23, 18))

    async with open_shop(sqlite_database) as laundry:
        await laundry.assistant.runtime.write(promise)
        owner = await laundry.owner(language=language)
        await owner.says(said)
        owner.sees(has)
        assert has_not not in owner.last


@pytest.mark.parametrize(
    ("language", "brief", "told", "following", "struck"),
    [
        ("ko", "오늘 브리핑", ["보낼 것 12건", "그 밖에 2건"], "다음 ▶", ("12번 빼기", "뺐어요")),
        ("en", "brief", ["to customers today: 12", "and 2 more"], "Next ▶", ("Leave out 12", "12")),
    ],
)
async def test_every_message_of_a_busy_day_can_be_struck(
    salon: ShopUnderTest, language: str, brief: str, told: list[str], following: str, struck: tuple[str, str]
) -> None:
    def booked(unit: Unit) -> None:
        for number in range(12):
            person = cast.customer(unit, f"손님{number}", f"010-3000-10{number:02}")
            cast.linked(unit, person, 700 + number)
            at = seoul(22, 12 + number // 2, 30 * (number % 2))
            appointments.add(unit.session, customer_id=person.id or 0, at=at, service="커트", now=seoul(20, 9))

    await salon.assistant.runtime.write(booked)
    owner = await salon.owner(language=language)
    await owner.says(brief)
    owner.sees(*told)
    await owner.taps(following)
    owner.sees("11. ", "12. ")
    assert "10. " not in owner.last
    tap, _ = struck
    await owner.taps(tap)
    await owner.says(brief)
    owner.sees(told[0].replace("12", "11"))
