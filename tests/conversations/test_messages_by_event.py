"""Messages that follow an event, each at its hour, once, and answered on the message.

It begins on Saturday, 21 November 2026, ten in the morning in Seoul.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.actions.unit import Unit
from bot.domain.birthday import parse_birthday
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from storage import appointments, ledger, orders, outbox, people, told
from storage.database import Database
from storage.models import Customer
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

SEOUL = ZoneInfo("Asia/Seoul")
SUYEON = 501


def seoul(day: int, hour: int, minute: int = 0, month: int = 11, year: int = 2026) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


def suyeon_of(unit: Unit) -> Customer:
    person = people.by_chat(unit.session, SUYEON)
    assert person is not None
    return person


async def linked(shop: ShopUnderTest, language: str = "ko") -> Chat:
    def work(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", "010-1234-6781")
        cast.linked(unit, person, SUYEON)

    chat = shop.person(SUYEON, "수연", language=language)
    await chat.starts()
    await shop.assistant.runtime.write(work)
    return chat


@pytest.fixture
async def salon(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        yield shop


async def books(shop: ShopUnderTest, at: datetime) -> None:
    def work(unit: Unit) -> None:
        appointments.add(
            unit.session, customer_id=suyeon_of(unit).id or 0, at=at, service="커트", now=unit.now - timedelta(days=2)
        )

    await shop.assistant.runtime.write(work)


# An appointment.


THE_DAY_BEFORE = {
    "ko": (
        ["내일 11/23(월) 14시 커트", "20시까지"],
        ["갈게요", "시간 바꾸기", "취소하기"],
        "11/23(월) 14시 커트 예약에 기다릴게요",
        "예약 1: 14시 김수연 커트 ✓",
    ),
    "en": (
        ["tomorrow, Mon 23 Nov 2 pm, 커트", "by Sun 22 Nov 8 pm"],
        ["I'm coming", "Another time", "Cancel it"],
        "we'll expect you: Mon 23 Nov 2 pm 커트",
        "1 booking: 2 pm 김수연 커트 ✓",
    ),
}


@pytest.mark.parametrize("language", THE_DAY_BEFORE)
async def test_the_reminder_is_answered_and_the_brief_shows_it(salon: ShopUnderTest, language: str) -> None:
    told_first, buttons, expected, brief = THE_DAY_BEFORE[language]
    owner, suyeon = await salon.owner(language=language), await linked(salon, language)
    await books(salon, seoul(23, 14))
    await salon.wakes_at(seoul(22, 11))
    suyeon.sees(*told_first)
    assert suyeon.buttons[-3:] == buttons
    for _ in range(2):
        await suyeon.taps(buttons[0])
        suyeon.sees(expected)
    await salon.wakes_at(seoul(23, 8, 30))
    owner.sees(brief)


async def test_somebody_elses_booking_cannot_be_confirmed(salon: ShopUnderTest) -> None:
    await linked(salon)
    await books(salon, seoul(23, 14))
    entry = await salon.assistant.runtime.read(
        lambda unit: appointments.between(unit.session, unit.now, seoul(24, 0))[0]
    )
    other = salon.person(777, "남")
    await other.starts()
    reminder = other.person.sees()[-1]
    await other.taps_data(f"1:booking-coming:{entry.public_id}", under=reminder["message_id"])
    other.sees_nothing_of("커트", "기다릴게요")


@pytest.mark.parametrize(
    ("language", "said", "seen"),
    [
        ("ko", "약속 2시간 전에 손님들께 알려줘", "다 되면 바로"),
        ("en", "remind customers 2 hours before", "when it is ready"),
    ],
)
async def test_where_nobody_books_it_says_what_customers_hear_instead(
    shop: ShopUnderTest, language: str, said: str, seen: str
) -> None:
    owner = await shop.owner(language=language)
    await owner.says(said)
    owner.sees(seen)
    owner.sees_nothing_of("예약", "booking", "appointment")


async def test_hours_before_only_where_the_shop_wishes_it(salon: ShopUnderTest) -> None:
    owner, suyeon = await salon.owner(), await linked(salon)
    await books(salon, seoul(23, 14))
    await owner.says("예약 2시간 전에도 알려줘")
    owner.sees("이제 예약 2시간 전에도")
    await salon.wakes_at(seoul(22, 11))
    await salon.wakes_at(seoul(23, 11, 59))
    assert "오늘" not in suyeon.last
    await salon.wakes_at(seoul(23, 12))
    suyeon.sees("오늘 14시 커트 예약")
    before = len(suyeon.texts)
    await salon.moves_on(minutes=20)
    assert len(suyeon.texts) == before
    await owner.says("당일 알림 꺼줘")
    owner.sees("보내지 않아요")


async def test_whoever_books_within_the_hours_is_not_reminded_again(salon: ShopUnderTest) -> None:
    owner, suyeon = await salon.owner(), await linked(salon)
    await owner.says("remind customers 3 hours before")
    salon.clock.forward_to(seoul(23, 13))

    def work(unit: Unit) -> None:
        appointments.add(
            unit.session, customer_id=suyeon_of(unit).id or 0, at=seoul(23, 14), service="커트", now=unit.now
        )

    await salon.assistant.runtime.write(work)
    await salon.tick()
    assert "오늘" not in suyeon.last


# Not fetched for three weeks.


async def leaves_ready(shop: ShopUnderTest) -> None:
    def work(unit: Unit) -> None:
        order = cast.order(unit, suyeon_of(unit), ("와이셔츠", 3, 7_500), promised_at=None)
        orders.move(unit.session, order, "ready", unit.now)

    await shop.assistant.runtime.write(work)
    await shop.moves_on(minutes=12)


async def test_three_weeks_later_without_blame_and_the_answer_reaches_the_owner(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)
    await leaves_ready(shop)
    for day in (28, 30):
        await shop.wakes_at(seoul(day, 12))
    await shop.wakes_at(seoul(12, 10, 59, month=12))
    assert "보관하고 있어요" not in suyeon.last
    await shop.wakes_at(seoul(12, 11, month=12))
    suyeon.sees("11/21(토)에 다 된 와이셔츠 3점", "잘 보관하고 있어요", "언제가 편하세요?")
    await suyeon.taps("다음 주")
    suyeon.sees("다음 주에 기다릴게요", "영업시간")
    owner.sees("김수연님이 다음 주에 찾으러 오신대요: 와이셔츠 3점")
    await suyeon.taps("사장님과 얘기")
    suyeon.sees("무엇을 전할까요?")
    before = len(suyeon.texts)
    for day in (13, 14, 20, 27):
        await shop.wakes_at(seoul(day, 12, month=12))
    assert len([text for text in suyeon.texts[before:] if "보관하고" in text]) == 0


async def test_what_was_fetched_is_not_asked_about_and_old_buttons_say_so(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)
    await leaves_ready(shop)
    shop.clock.forward_to(seoul(12, 1, month=12))
    await shop.assistant.tick()
    await owner.says("김수연 찾아갔어요")
    await shop.wakes_at(seoul(12, 12, month=12))
    assert "보관하고 있어요" not in suyeon.last


async def test_it_waits_for_an_open_day(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop, language="en")
    await leaves_ready(shop)
    await owner.says("토요일은 쉬어요")
    await owner.says("일요일은 쉬어요")
    await shop.wakes_at(seoul(12, 12, month=12))
    assert "safe with us" not in suyeon.last
    await shop.wakes_at(seoul(14, 11, month=12))
    suyeon.sees("ready since Sat 21 Nov", "When would suit you?")
    await suyeon.taps("This week")
    suyeon.sees("Fine, this week")


# The n-th visit, care, a birthday, a quarter.


async def test_the_nth_visit_brings_what_was_promised_and_nothing_without_a_promise(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)

    def before(unit: Unit) -> None:
        cast.visit(unit, suyeon_of(unit), 30)

    await shop.assistant.runtime.write(before)
    await owner.says("2번째 방문마다 셔츠 1점 무료")
    owner.sees("2번째 방문마다", "셔츠 1점 무료")
    await owner.says("김수연 와이셔츠 3장 7500")
    await shop.wakes_at(seoul(21, 19, 30))
    told_now = suyeon.texts[-2:]
    assert any("오늘로 2번째" in text and "셔츠 1점 무료" in text for text in told_now)
    await shop.moves_on(minutes=30)
    assert sum("2번째" in text for text in suyeon.texts) == 1
    await owner.says("10번째 방문마다 전부 50% 할인")
    owner.sees("할인·쿠폰·행사 같은 말")
    await owner.says("every 10th visit: one free shirt")
    owner.sees("On every visit number 10", "one free shirt")
    await owner.says("되돌려줘")
    owner.sees("2번째 방문마다")


async def test_advice_on_care_goes_with_the_receipt_of_its_thing(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)
    await owner.says("코트 관리법: 하루는 비닐을 벗겨 두세요")
    owner.sees("코트", "하루는 비닐을 벗겨 두세요")
    await owner.says("셔츠 관리법: (광고) 세제 사세요")
    owner.sees("광고 표시는 제가")
    await owner.says("김수연 코트 12000")
    await shop.wakes_at(seoul(21, 19, 30))
    suyeon.sees("코트", "12,000원", "하루는 비닐을 벗겨 두세요")
    await owner.says("코트 관리법 지워줘")
    owner.sees("덧붙이지 않아요")
    await owner.says("되돌려줘")
    owner.sees("하루는 비닐을 벗겨 두세요")


@pytest.mark.parametrize(
    ("birthday", "day"),
    [
        ("1985-11-24", seoul(24, 10)),
        ("--11-24", seoul(24, 10)),
        ("lunar 1962-10-16", seoul(24, 10)),
        ("1984-02-29", seoul(28, 10, month=2, year=2027)),
        ("lunar leap 1963-04-10", seoul(15, 10, month=5, year=2027)),
    ],
)
async def test_a_birthday_is_kept_as_its_owner_keeps_it(shop: ShopUnderTest, birthday: str, day: datetime) -> None:
    await shop.owner()
    suyeon = await linked(shop)

    def work(unit: Unit) -> None:
        person = suyeon_of(unit)
        people.set_birthday(unit.session, unit.vault, person, parse_birthday(birthday, today=unit.today))
        cast.agrees(unit, person)

    await shop.assistant.runtime.write(work)
    shop.clock.forward_to(day - timedelta(days=1))
    await shop.tick()
    assert "생일" not in suyeon.last
    await shop.wakes_at(day)
    suyeon.sees("(광고)", "생일 축하드려요")
    for _ in range(3):
        await shop.moves_on(hours=6)
    assert sum("생일 축하" in text for text in suyeon.texts) == 1


async def test_nobody_who_has_not_agreed_is_congratulated(shop: ShopUnderTest) -> None:
    await shop.owner()
    suyeon = await linked(shop)

    def work(unit: Unit) -> None:
        people.set_birthday(unit.session, unit.vault, suyeon_of(unit), parse_birthday("11-24", today=unit.today))

    await shop.assistant.runtime.write(work)
    await shop.wakes_at(seoul(24, 12))
    assert "생일" not in suyeon.last


async def test_the_quarters_account_comes_only_with_news_and_the_log_says_why_not(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)

    def pays_ahead(unit: Unit) -> None:
        person = suyeon_of(unit)
        cast.visit(unit, person, 3)
        ledger.add(unit.session, person.id or 0, "prepaid", 100_000, unit.now)

    await shop.assistant.runtime.write(pays_ahead)
    await shop.wakes_at(seoul(1, 11, month=1, year=2027))
    suyeon.sees("내 계정 정리", "1번 오셨고 모두 7,500원", "선불 잔액 100,000원")

    def comes_again(unit: Unit) -> None:
        cast.visit(unit, suyeon_of(unit), 3)

    await shop.wakes_at(seoul(20, 12, month=3, year=2027))
    await shop.assistant.runtime.write(comes_again)
    await shop.wakes_at(seoul(1, 12, month=4, year=2027))
    assert sum("계정 정리" in text for text in suyeon.texts) == 1
    row = await shop.database.read(lambda session: told.by_key(session, "statement:1:2027-04-01"))
    assert row is not None and (row.state, row.reason) == ("cancelled", "no_news")
    await owner.says("못 보낸 메시지 있어?")
    owner.sees("김수연", "계정 정리")
    await owner.says("이유별로 보여줘")
    owner.sees("1건", "새로 알릴 일이 없어요: <b>1건</b>" if "<b>" in owner.last else "새로 알릴 일이 없어요: 1건")


@pytest.mark.parametrize(
    ("language", "on", "account", "never"),
    [
        ("ko", "포인트 켜줘", ["내 계정 정리", "포인트 300점"], "선불"),
        ("en", "turn on points", ["your account in short", "300 points"], "Prepaid"),
    ],
)
async def test_the_quarters_account_says_nothing_of_what_never_was(
    sqlite_database: Database, language: str, on: str, account: list[str], never: str
) -> None:
    def earned(unit: Unit) -> None:
        cast.visit(unit, suyeon_of(unit), 3)
        ledger.add(unit.session, suyeon_of(unit).id or 0, "points", 300, unit.now)

    async with open_shop(sqlite_database, shop_preset="salon") as salon:
        owner, suyeon = await salon.owner(language=language), await linked(salon, language=language)
        await owner.says(on)
        await salon.assistant.runtime.write(earned)
        await salon.wakes_at(seoul(1, 11, month=1, year=2027))
        suyeon.sees(*account)
        assert never not in suyeon.last


async def test_birthday_quarter_and_consent_in_english(shop: ShopUnderTest) -> None:
    """A lunar birthday, an account with news and then without, and word of the consent after 23 and 23.5 months."""
    await shop.owner(language="en")
    suyeon = await linked(shop, language="en")

    def agrees(unit: Unit) -> None:
        person = suyeon_of(unit)
        people.set_birthday(unit.session, unit.vault, person, parse_birthday("lunar 1962-11-15", today=unit.today))
        cast.agrees(unit, person)
        cast.visit(unit, person, 3)
        ledger.add(unit.session, person.id or 0, "prepaid", 100_000, unit.now)

    await shop.assistant.runtime.write(agrees)
    await shop.wakes_at(seoul(22, 10, month=12))
    assert "birthday" not in suyeon.last
    await shop.wakes_at(seoul(23, 10, month=12))
    suyeon.sees("(광고) (Ad) 맑은세탁", "happy birthday", "Free to refuse")
    await shop.wakes_at(seoul(1, 11, month=1, year=2027))
    suyeon.sees("your account in short", "1 visit, ₩7,500", "Prepaid ₩100,000")
    await shop.wakes_at(seoul(1, 12, month=4, year=2027))
    assert sum("your account in short" in text for text in suyeon.texts) == 1

    await shop.wakes_at(seoul(20, 12, month=10, year=2028))
    assert "Two years" not in suyeon.last
    for day, month in ((21, 10), (22, 10), (6, 11), (7, 11)):
        await shop.wakes_at(seoul(day, 12, month=month, year=2028))
    assert sum("Two years are nearly over" in text for text in suyeon.texts) == 2
    await suyeon.taps("Stop ads")
    suyeon.sees("Stopped", "ads and greetings")


async def test_in_the_shops_quiet_hours_nothing_comes_by_itself_and_answers_do(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)
    await owner.says("저녁 7시부터 아침 10시까지는 보내지 마")
    owner.sees("19:00–10:00에는 손님께 먼저 보내지 않아요")
    shop.clock.forward_to(seoul(21, 19, 10))
    await leaves_ready(shop)
    assert "다 됐어요" not in suyeon.last
    await suyeon.says("내 옷 언제 돼요?")
    suyeon.sees("와이셔츠")
    await shop.wakes_at(seoul(22, 9, 59))
    assert not any("3점 다 됐어요" in text for text in suyeon.texts)
    await shop.wakes_at(seoul(22, 10))
    suyeon.sees("와이셔츠 3점 다 됐어요")
    await owner.says("조용한 시간 8시부터 저녁 8시까지")
    owner.sees("적어도 4시간은")
    await owner.says("되돌려줘")
    owner.sees("조용한 시간을 없앴어요")


async def test_one_end_of_the_quiet_hours_is_enough_and_the_other_stays(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("조용한 시간 언제야?")
    owner.sees("따로 정하신 조용한 시간은 없어요")
    await owner.says("저녁 8시 이후엔 손님께 보내지 마")
    owner.sees("20:00–09:00에는 손님께 먼저 보내지 않아요")
    await owner.says("오전 10시 전에는 알림 보내지 마세요")
    owner.sees("20:00–10:00")
    await owner.says("nothing after 9 pm")
    owner.sees("21:00–10:00")
    await owner.says("only send messages between 9am and 9pm")
    owner.sees("21:00–09:00")
    await owner.says("what are the quiet hours?")
    owner.sees("21:00–09:00", "turn off quiet hours")


SOON = {
    "ko": ("예약 2시간 전에도 알려줘", "갈게요", "기다릴게요", "사장님과 얘기", "브리핑"),
    "en": ("remind customers 2 hours before", "I'm coming", "we'll expect you", "Talk to the owner", "brief"),
}


@pytest.mark.parametrize("language", SOON)
async def test_the_reminder_of_the_day_is_answered_on_the_message(salon: ShopUnderTest, language: str) -> None:
    said, coming, thanked, talk, brief = SOON[language]
    owner, suyeon = await salon.owner(language=language), await linked(salon, language=language)
    await books(salon, seoul(23, 14))
    await owner.says(said)
    await salon.wakes_at(seoul(23, 12))
    assert [coming, talk] == suyeon.buttons[-2:]
    await suyeon.taps(coming)
    suyeon.sees(thanked)
    await owner.says(brief)
    owner.sees("✓")


WHY_NOT = {
    "ko": ("이유별로 보여줘", "1", "계정 정리", "새로 알릴 일이 없어요"),
    "en": ("by reason", "1", "account statement", "nothing new for them"),
}


@pytest.mark.parametrize("language", WHY_NOT)
async def test_each_reason_opens_the_messages_that_it_kept_back(shop: ShopUnderTest, language: str) -> None:
    said, number, message, reason = WHY_NOT[language]
    owner = await shop.owner(language=language)
    await linked(shop, language=language)

    def without_news(unit: Unit) -> None:
        person = suyeon_of(unit)
        cast.visit(unit, person, 3)
        for number, kept in enumerate(("no_news", "no_news", "night")):
            message = outbox.Message(
                dedupe_key=f"statement:1:{number}",
                chat_id=person.chat_id or 0,
                kind=Kind.STATEMENT,
                reply=pack(Reply(words("thanks-back", shop="맑은세탁"))),
                not_before=unit.now + timedelta(days=9),
                customer_id=person.id,
            )
            state = "pending" if kept == "night" else "cancelled"
            outbox.add(unit.session, unit.vault, message, unit.now, state=state, reason=kept)

    await shop.assistant.runtime.write(without_news)
    await owner.says(said)
    owner.sees("1. ", "2. ")
    await owner.taps(number)
    owner.sees(message, reason)
    assert owner.last.count("수연") == 2
