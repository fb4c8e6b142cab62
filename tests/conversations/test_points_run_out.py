"""Points run out only where the owner says so, and nobody loses any without having been told in good time.

It begins on Saturday, 21 November 2026, ten in the morning in Seoul.
"""

from collections.abc import AsyncIterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest
from sqlmodel import col, select

from bot.actions.unit import Unit
from bot.domain.outgoing import Kind
from bot.playground.people import inline_buttons
from storage import people
from storage.database import Database
from storage.models import LedgerEntry, OutboxRow
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

SEOUL = ZoneInfo("Asia/Seoul")
SUYEON = 501


def seoul(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


@pytest.fixture
async def shop(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database, shop_preset="cafe") as cafe:
        yield cafe


async def linked(shop: ShopUnderTest, *, agreed: bool = False, language: str = "ko") -> Chat:
    def work(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", "010-1234-6781")
        person.language = language
        cast.linked(unit, person, SUYEON)
        if agreed:
            cast.agrees(unit, person)

    chat = shop.person(SUYEON, "수연", language=language)
    await chat.starts()
    await shop.assistant.runtime.write(work)
    return chat


async def notices(shop: ShopUnderTest) -> list[tuple[str, str, bool]]:
    def read(unit: Unit) -> list[tuple[str, str, bool]]:
        rows = unit.session.exec(select(OutboxRow).where(col(OutboxRow.dedupe_key).startswith("points-end:")))
        return [(row.kind, row.state, row.advertising) for row in rows]

    return await shop.assistant.runtime.read(read)


async def amounts(shop: ShopUnderTest) -> list[tuple[int, str | None]]:
    return await shop.assistant.runtime.read(
        lambda unit: [(one.amount_minor, one.reason) for one in unit.session.exec(select(LedgerEntry).order_by("id"))]
    )


async def earns(shop: ShopUnderTest, owner: Chat, points: int) -> None:
    """A paid visit and its points."""
    await owner.says("김수연 라떼 5000원")
    await owner.says(f"김수연 {points}점 적립")
    owner.sees(f"{points}점")


async def agrees(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        person = people.by_chat(unit.session, SUYEON)
        assert person is not None
        cast.agrees(unit, person)

    await shop.assistant.runtime.write(write)


async def test_without_a_rule_nothing_runs_out(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)
    await owner.says("포인트 켜줘")
    await earns(shop, owner, 500)
    await owner.says("포인트 유효기간 얼마야?")
    owner.sees("포인트에는 기한이 없어요")
    await shop.wakes_at(seoul(2031, 11, 21, 12))
    await suyeon.says("포인트 얼마 남았어요?")
    suyeon.sees("500")
    assert await notices(shop) == []


async def test_the_rule_the_notice_the_use_and_the_end(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)
    await owner.says("포인트 켜줘")
    await earns(shop, owner, 500)
    await owner.says("포인트는 1년 지나면 소멸")
    owner.sees("드린 지 12개월이 되는 달의 마지막 날까지", "11/21(토) 전에 드린 것은 그날부터", "30일 전에")
    await suyeon.says("포인트 얼마 남았어요?")
    suyeon.sees("포인트 500점(2027.11.30(화)까지)")
    await shop.wakes_at(seoul(2027, 3, 3, 12))
    await earns(shop, owner, 300)
    await owner.says("김수연 포인트?")
    owner.sees("800점", "500점은 11/30(화)까지")
    await shop.wakes_at(seoul(2027, 10, 30, 12))
    assert await notices(shop) == []

    # Thirty days before: a Sunday.
    await shop.wakes_at(seoul(2027, 10, 31, 8, 30))
    owner.sees("11/30(화)에 없어질 포인트")
    assert "쓰실 수 있어요" not in suyeon.last
    await shop.wakes_at(seoul(2027, 10, 31, 11))
    suyeon.sees("구매하실 때 적립해 드린 포인트 500점은 11/30(화)까지", "모두 800점", "먼저 드린 것부터")
    assert await notices(shop) == [(Kind.BALANCE, "sent", False)]
    await suyeon.says("왜 보냈어요?")
    suyeon.sees("포인트에 알려 드릴 일이 있어서", "광고가 아니에요")

    await owner.says("김수연 200점 사용")
    await shop.wakes_at(seoul(2027, 11, 30, 12))
    await suyeon.says("포인트 얼마 남았어요?")
    suyeon.sees("포인트 600점(300점은 11/30(화)까지)")
    await shop.wakes_at(seoul(2027, 12, 1, 9))
    await shop.wakes_at(seoul(2027, 12, 2, 9))
    await suyeon.says("포인트 얼마 남았어요?")
    suyeon.sees("포인트 300점", "2028.3.31(금)까지")
    assert await amounts(shop) == [(500, None), (300, None), (-200, None), (-300, "ended")]
    assert await notices(shop) == [(Kind.BALANCE, "sent", False)]


WORDS = {
    "ko": (
        "포인트 켜줘",
        "포인트는 6개월 지나면 소멸",
        "500점은 5/31(월)까지 쓰실 수 있어요",
        "내 포인트 얼마예요?",
        "포인트 0점",
    ),
    "en": ("turn on points", "points expire after 6 months", "500 points", "how many points do I have?", "0 points"),
}


@pytest.mark.parametrize("language", WORDS)
async def test_the_notice_comes_once_on_its_day_and_nothing_follows(shop: ShopUnderTest, language: str) -> None:
    on, rule, notice, question, none = WORDS[language]
    owner, suyeon = await shop.owner(language=language), await linked(shop, language=language)
    await owner.says(on)
    await earns(shop, owner, 500)
    await owner.says(rule)
    await shop.wakes_at(seoul(2027, 4, 30, 12))
    before = len(suyeon.texts)
    await shop.wakes_at(seoul(2027, 5, 1, 11))
    assert len(suyeon.texts) == before + 1
    suyeon.sees(notice, "5/31" if language == "ko" else "31 May")
    for month, day in ((5, 2), (5, 15), (5, 31), (6, 1), (6, 2)):
        await shop.wakes_at(seoul(2027, month, day, 11))
    assert len(suyeon.texts) == before + 1
    await suyeon.says(question)
    suyeon.sees(none)


async def test_points_that_were_simply_given_are_told_of_as_advertising_or_not_at_all(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(language="en"), await linked(shop, language="en")
    await owner.says("turn on points")
    await owner.says("give 김수연 300 points")
    await owner.says("points expire after 12 months")
    owner.sees("the month in which they are 12 months old", "30 days ahead")
    await shop.wakes_at(seoul(2027, 11, 3, 11))
    assert await notices(shop) == []
    await suyeon.says("how many points do I have?")
    suyeon.sees("300 points (until Tue 30 Nov")
    await agrees(shop)
    await shop.wakes_at(seoul(2027, 11, 4, 11))
    suyeon.sees("(광고)", "300 points that we gave you", "Tue 30 Nov")
    assert await notices(shop) == [(Kind.EXPIRY, "sent", True)]
    await shop.wakes_at(seoul(2027, 12, 1, 11))
    assert (await amounts(shop))[-1] == (-300, "ended")


async def test_a_machine_that_slept_leaves_a_week_after_the_notice(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)
    await owner.says("포인트 켜줘")
    await owner.says("포인트는 6개월 지나면 소멸")
    await earns(shop, owner, 500)
    await shop.wakes_at(seoul(2027, 8, 10, 21))
    await shop.wakes_at(seoul(2027, 8, 11, 11))
    suyeon.sees("500점은 8/17(화)까지")
    for day in (12, 15, 17):
        await shop.wakes_at(seoul(2027, 8, day, 12))
    assert await amounts(shop) == [(500, None)]
    await shop.wakes_at(seoul(2027, 8, 18, 12))
    assert await amounts(shop) == [(500, None), (-500, "ended")]
    assert len(await notices(shop)) == 1


async def not_on_telegram(shop: ShopUnderTest, phone: str, *, agreed: bool = False, language: str = "ko") -> None:
    def work(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", phone)
        person.language = language
        if agreed:
            cast.agrees(unit, person)

    await shop.assistant.runtime.write(work)


@pytest.mark.parametrize(
    ("language", "words", "told", "notice", "sent", "list_of"),
    [
        (
            "ko",
            ["포인트 켜줘", "포인트는 1년 지나면 소멸"],
            ["글 1개", "문자로 보내거나 전화로", "그때까지는"],
            ["구매하실 때 적립해 드린 포인트 500점은 11/30(화)까지", "맑은세탁"],
            "보냈어요",
            "안 보낸 초안?",
        ),
        (
            "en",
            ["turn on points", "points expire after 12 months"],
            ["1 draft is ready", "Text or phone"],
            ["500 points that you earned with your purchases can be used until Tue 30 Nov"],
            "I sent it",
            "unsent drafts",
        ),
    ],
)
async def test_who_is_not_on_telegram_is_told_by_the_shop_before_the_points_end(
    shop: ShopUnderTest,
    language: str,
    words: list[str],
    told: list[str],
    notice: list[str],
    sent: str,
    list_of: str,
) -> None:
    owner = await shop.owner(language=language)
    await not_on_telegram(shop, "010-1234-6781", language=language)
    for sentence in words:
        await owner.says(sentence)
    await owner.says("김수연 라떼 5000원")
    await owner.says("김수연 500점 적립")
    await owner.says(list_of)
    await shop.wakes_at(seoul(2027, 10, 31, 8, 30))
    assert not any(told[0] in text for text in owner.texts)
    await shop.wakes_at(seoul(2027, 10, 31, 11))
    assert any(all(part in text for part in told) for text in owner.texts)
    # Nobody has told them: nothing ends, and the day in the draft moves on with time.
    await shop.wakes_at(seoul(2027, 11, 20, 12))
    await owner.says(list_of)
    await owner.taps("1")
    owner.sees(*notice)
    await shop.wakes_at(seoul(2027, 12, 3, 12))
    assert await amounts(shop) == [(500, None)]
    await owner.says(list_of)
    await owner.taps("1")
    owner.sees("12/10(금)" if language == "ko" else "Fri 10 Dec")
    await owner.taps(sent)
    assert await notices(shop) == [(Kind.BALANCE, "sent", False)]
    await shop.wakes_at(seoul(2027, 12, 10, 12))
    assert await amounts(shop) == [(500, None)]
    await shop.wakes_at(seoul(2027, 12, 11, 12))
    assert await amounts(shop) == [(500, None), (-500, "ended")]
    assert sum(told[0] in text for text in owner.texts) == 1


@pytest.mark.parametrize(
    ("phone", "paid", "agreed", "drafted"),
    [
        ("010-1234-6781", True, False, True),
        ("010-1234-6781", False, True, True),
        ("010-1234-6781", False, False, False),
        ("016-234-6781", True, False, False),
        ("", True, False, False),
    ],
)
async def test_a_draft_is_written_where_the_law_lets_it_and_a_number_lives(
    shop: ShopUnderTest, phone: str, paid: bool, agreed: bool, drafted: bool
) -> None:
    owner = await shop.owner()
    await not_on_telegram(shop, phone, agreed=agreed)
    await owner.says("포인트 켜줘")
    await owner.says("포인트는 1년 지나면 소멸")
    if paid:
        await owner.says("김수연 라떼 5000원")
    await owner.says("김수연 500점 적립")
    await shop.wakes_at(seoul(2027, 10, 31, 11))
    await owner.says("안 보낸 초안?")
    if drafted:
        await owner.taps("1")
        owner.sees("포인트 500점")
        assert ("(광고)" in owner.last) is not paid
    else:
        owner.sees("초안이 없어요")
    await shop.wakes_at(seoul(2027, 12, 1, 12))
    assert ((await amounts(shop))[-1] == (-500, "ended")) is not drafted


async def test_a_draft_goes_with_the_points_and_one_put_away_lets_them_end(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await not_on_telegram(shop, "010-1234-6781")
    await owner.says("포인트 켜줘")
    await owner.says("포인트는 1년 지나면 소멸")
    await earns(shop, owner, 500)
    await shop.wakes_at(seoul(2027, 10, 31, 11))
    await owner.says("김수연 500점 사용")
    await shop.wakes_at(seoul(2027, 11, 1, 11))
    await owner.says("안 보낸 초안?")
    owner.sees("초안이 없어요")
    await earns(shop, owner, 300)
    await shop.wakes_at(seoul(2028, 10, 31, 11))
    await owner.says("안 보낸 초안?")
    await owner.taps("1")
    await owner.taps("안 보낼게요")
    await shop.wakes_at(seoul(2028, 12, 1, 12))
    assert (await amounts(shop))[-1] == (-300, "ended")


async def test_the_rule_is_taken_back_and_a_used_point_is_not_spoken_of(shop: ShopUnderTest) -> None:
    owner, suyeon = await shop.owner(), await linked(shop)
    await owner.says("포인트 켜줘")
    await earns(shop, owner, 500)
    await owner.says("포인트는 3개월 지나면 소멸")
    owner.sees("6개월부터 5년까지")
    await owner.says("포인트는 1년 지나면 소멸")
    await owner.says("포인트 유효기간 없애줘")
    owner.sees("기한이 없어요")
    await owner.taps("되돌리기")
    owner.sees("12개월이 되는 달")
    # Planned in the morning, used before it goes out at eleven.
    await shop.wakes_at(seoul(2027, 10, 31, 9))
    await owner.says("김수연 500점 사용")
    await shop.wakes_at(seoul(2027, 10, 31, 11))
    assert await notices(shop) == [(Kind.BALANCE, "cancelled", False)]
    suyeon.sees_nothing_of("없어져요")


async def test_a_credit_that_has_ended_cannot_be_taken_back(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await linked(shop)
    await owner.says("포인트 켜줘")
    await owner.says("포인트는 6개월 지나면 소멸")
    await owner.says("김수연 라떼 5000원")
    await owner.says("김수연 500점 적립")
    given = owner.person.sees()[-1]
    await shop.wakes_at(seoul(2027, 5, 1, 12))
    await shop.wakes_at(seoul(2027, 6, 1, 12))
    assert (await amounts(shop))[-1] == (-500, "ended")
    data = inline_buttons(given)[0]["callback_data"]
    await owner.taps_data(data, under=given["message_id"])
    owner.sees("기한이 지나 없어져서")


async def test_what_was_paid_ahead_never_runs_out_and_is_told_of_after_a_year(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        owner, suyeon = await shop.owner(), await linked(shop)
        await owner.says("선불은 1년 지나면 소멸")
        owner.sees("미리 받은 돈에는 기한을 두지 않아요")
        await owner.says("김수연 10만원 충전")
        await shop.wakes_at(seoul(2027, 11, 20, 12))
        assert "그대로 있어요" not in suyeon.last
        for _ in range(2):
            await shop.wakes_at(shop.clock.now().replace(day=22, hour=3))
            suyeon.sees("미리 내신 100,000원이", "11.21(토) 뒤로", "기한 없이 쓰실 수 있어요")
            suyeon.sees_nothing_of("(광고)")
        told = [text for text in suyeon.texts if "그대로 있어요" in text]
        assert len(told) == 1
        await suyeon.says("포인트 얼마 남았어요?")
        suyeon.sees_nothing_of("포인트 0점")


async def test_the_sentences_are_unknown_where_there_are_no_points(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("포인트는 1년 지나면 소멸")
    assert "12개월" not in owner.last


KEEPS = {
    "ko": ("포인트 켜줘", "김수연 300점 적립", "포인트는 6개월 지나면 소멸", "내 포인트 얼마예요?", "300점", "까지"),
    "en": (
        "turn on points",
        "give 김수연 300 points",
        "points expire after 6 months",
        "my points?",
        "300 points",
        "until",
    ),
}


@pytest.mark.parametrize("language", KEEPS)
async def test_what_was_given_to_somebody_who_may_not_be_told_stays_until_they_may(
    shop: ShopUnderTest, language: str
) -> None:
    on, give, rule, question, points, until = KEEPS[language]
    owner, suyeon = await shop.owner(language=language), await linked(shop, language=language)
    await owner.says(on)
    await owner.says(give)
    await owner.says(rule)
    owner.sees("알리지 못한" if language == "ko" else "could not be told keeps them")
    await shop.wakes_at(seoul(2027, 2, 10, 12))
    # Earned beside it, in a later month: it ends on its own day.
    await earns(shop, owner, 200)
    await shop.wakes_at(seoul(2027, 5, 20, 12))
    await suyeon.says(question)
    suyeon.sees("5/31" if language == "ko" else "31 May")
    await shop.wakes_at(seoul(2027, 7, 2, 12))
    assert await amounts(shop) == [(300, None), (200, None)]
    await shop.wakes_at(seoul(2027, 8, 2, 12))
    await shop.wakes_at(seoul(2027, 9, 2, 12))
    assert await amounts(shop) == [(300, None), (200, None), (-200, "ended")]
    await suyeon.says(question)
    suyeon.sees(points)
    assert until not in suyeon.last
    await agrees(shop)
    await shop.wakes_at(seoul(2027, 9, 3, 11))
    suyeon.sees("(광고)", "9/10" if language == "ko" else "10 Sep")
    await suyeon.says(question)
    suyeon.sees("9/10" if language == "ko" else "10 Sep")
    await shop.wakes_at(seoul(2027, 9, 10, 12))
    assert len(await amounts(shop)) == 3
    await shop.wakes_at(seoul(2027, 9, 11, 12))
    assert (await amounts(shop))[-1] == (-300, "ended")
