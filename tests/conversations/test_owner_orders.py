"""Things come in, are finished, and the customer hears of it once, unless it was a slip."""

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage.models import Customer
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"


async def known(shop: ShopUnderTest, *, linked: bool = True) -> Chat:
    """김수연, who has opened the chat and confirmed her number."""

    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 5)

    await shop.assistant.runtime.write(write)
    suyeon = shop.person(501, "수연", phone=NUMBER)
    await suyeon.starts()
    if linked:
        await suyeon.shares_contact()
    return suyeon


@pytest.mark.parametrize(
    ("language", "line", "done", "seen"),
    [
        ("ko", "김수연 코트 1벌 15000 화요일까지", "김수연 다 됐어요", ["다 됐어요: 코트", "텔레그램으로"]),
        ("en", "Suyeon 1 coat 15000 by tuesday", "Suyeon's is ready", ["Ready: 코트", "on Telegram"]),
    ],
)
async def test_what_is_ready_is_told_to_the_customer_once(
    shop: ShopUnderTest, language: str, line: str, done: str, seen: list[str]
) -> None:
    suyeon = await known(shop)
    owner = await shop.owner(language=language)
    await owner.says(line)
    owner.sees("11/24(화)" if language == "ko" else "Tue 24 Nov", "15,000")
    before = len(suyeon.texts)

    await owner.says(done)
    owner.sees(*seen)
    assert len(suyeon.texts) == before, "there is half a minute to undo it"
    await shop.moves_on(seconds=40)
    await shop.moves_on(seconds=40)

    assert len(suyeon.texts) == before + 1
    suyeon.sees("코트", "다 됐어요")


async def test_a_slip_that_was_undone_in_time_is_never_heard_of(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000")
    before = len(suyeon.texts)

    await owner.says("김수연 다 됐어요")
    await owner.taps("되돌리기")
    owner.sees("되돌렸어요", "다시 작업 중")
    await shop.moves_on(minutes=5)

    assert len(suyeon.texts) == before


async def test_an_undo_that_comes_too_late_says_that_the_customer_knows(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000")
    await owner.says("김수연 다 됐어요")
    await shop.moves_on(minutes=1)

    await owner.says("되돌려줘")

    owner.sees("되돌렸어요", "이미", "알렸어요")


async def test_who_is_not_on_telegram_is_called_with_a_draft_to_copy(shop: ShopUnderTest) -> None:
    await known(shop, linked=False)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 외상 15000")

    await owner.says("김수연 다 됐어요")

    owner.sees("전화나 문자", "010-2345-6781", "받을 돈 15,000원")
    copied = [
        button["copy_text"]["text"]
        for row in owner.person.last()["reply_markup"]["inline_keyboard"]
        for button in row
        if "copy_text" in button
    ]
    assert copied == ["김수연님, 맑은세탁이에요. 맡기신 코트 다 됐어요. 내실 금액은 15,000원이에요."]


@pytest.mark.parametrize(
    ("language", "ready", "labels"),
    [
        ("ko", "김수연 다 됐어요", ["글 복사 1/2", "글 복사 2/2"]),
        ("en", "김수연 is ready", ["Copy part 1/2", "Copy part 2/2"]),
    ],
)
async def test_a_draft_longer_than_telegram_copies_is_copied_in_pieces(
    shop: ShopUnderTest, language: str, ready: str, labels: list[str]
) -> None:
    await known(shop, linked=False)
    owner = await shop.owner(language=language)
    colours = ("까만", "하얀", "빨간", "파란", "노란", "푸른", "밝은", "짙은", "옅은", "검은")
    things = [f"아주 길고 곱고 두툼하고 따뜻한 {colour} 모직 겨울 외투" for colour in colours]

    def left(unit: Unit) -> None:
        person = unit.session.exec(select(Customer)).one()
        cast.order(unit, person, *((thing, 1, 9_000) for thing in things), promised_at=None)

    await shop.assistant.runtime.write(left)
    await owner.says(ready)

    copied = {
        button["text"]: button["copy_text"]["text"]
        for row in owner.person.last()["reply_markup"]["inline_keyboard"]
        for button in row
        if "copy_text" in button
    }
    assert list(copied) == labels
    assert all(thing in " ".join(copied.values()) for thing in things)
    assert all(len(piece) <= 256 for piece in copied.values())


async def test_the_big_key_lists_what_is_in_work_and_a_number_finishes_it(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000 화요일까지")
    await owner.says("김수연 바지 2장 9000")

    await owner.presses("다 됨")
    owner.sees("2건", "1. 김수연님(6781) 코트: 11/21(토) 맡김, 11/24(화) 약속", "2. ", "바지 2점")
    await owner.taps("2")
    owner.sees("다 됐어요: 바지 2점")

    await owner.presses("다 됨")
    owner.sees("1건", "코트")
    assert "바지" not in owner.last


async def test_nothing_in_work_is_said_plainly(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()

    await owner.says("김수연 다 됐어요")

    owner.sees("김수연님", "없어요")


async def test_what_waits_is_listed_and_a_number_says_that_it_was_fetched(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 15000")
    await owner.says("김수연 다 됐어요")

    await owner.says("안 찾아간 옷")
    owner.sees("1건", "김수연님(6781) 코트", "다 됨")
    await owner.taps("1")
    owner.sees("찾아가셨어요", "코트")
    await owner.taps("되돌리기")
    owner.sees("되돌렸어요", "아직 여기")
    await owner.says("안 찾아간 옷")
    owner.sees("1건")


async def test_what_is_due_is_listed_with_its_day(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner(language="en")
    await owner.says("Suyeon 1 coat 15000 by tuesday")
    await owner.says("Suyeon 2 trousers 9000 by tomorrow")

    await owner.says("what's due tomorrow?")

    owner.sees("1 order", "바지", "promised Sun 22 Nov")
    assert "코트" not in owner.last
