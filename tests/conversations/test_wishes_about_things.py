"""What is ready first, or another day: the customer asks with a button, the shop says with one tap, both hear of it."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from storage import orders
from storage.models import Order
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"
MONDAY_SIX = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
STATUS = {"ko": "내 옷 언제 돼요?", "en": "when will my clothes be ready?"}


async def minji(shop: ShopUnderTest, language: str = "ko", *, ready: bool = True, orders_left: int = 1) -> Chat:
    """Her white shirt is ready, her black jacket is promised for Monday at six; other orders are coats in work."""

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김민지", NUMBER)
        person.language = language
        order = cast.order(unit, person, ("흰 셔츠", 1, 4_000), ("검정 재킷", 1, 10_000), promised_at=MONDAY_SIX)
        for _ in range(orders_left - 1):
            cast.order(unit, person, ("코트", 1, 12_000), promised_at=MONDAY_SIX)
        if ready:
            shirt = orders.items_of(unit.session, order.id or 0)[0]
            orders.move_items(unit.session, order, [shirt], "ready", unit.now)

    await shop.assistant.runtime.write(write)
    chat = shop.person(502, "민지", phone=NUMBER, language=language)
    await chat.starts()
    await chat.shares_contact()
    return chat


def promised(shop: ShopUnderTest) -> list[datetime | None]:
    with shop.database.reading() as session:
        return [order.promised_at for order in session.exec(select(Order).order_by(Order.id)).all()]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "first", "asked", "yes"),
    [
        ("ko", "흰 셔츠 먼저 찾기", "전했어요", "준비해 둘게요"),
        ("en", "흰 셔츠 first", "passed on", "have it at hand"),
    ],
)
async def test_what_is_ready_is_wanted_first(
    shop: ShopUnderTest, language: str, first: str, asked: str, yes: str
) -> None:
    owner, chat = await shop.owner(), await minji(shop, language)

    await chat.says(STATUS[language])
    await chat.taps(first)
    chat.sees("흰 셔츠", asked)
    owner.sees("김민지님", "먼저 찾고 싶어 하세요", "흰 셔츠")
    assert "재킷" not in owner.last
    await owner.taps("그렇게 할게요")

    chat.sees("흰 셔츠", yes)
    owner.sees("먼저 찾아가시게", "알려 드렸어요")


async def test_the_shop_cannot_give_it_first_and_answers_once(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await minji(shop)
    await chat.says(STATUS["ko"])
    await chat.taps("흰 셔츠 먼저 찾기")
    question = owner.person.sees()[-1]["message_id"]
    forged = [b["callback_data"] for row in owner.person.sees()[-1]["reply_markup"]["inline_keyboard"] for b in row]

    await owner.taps("안 돼요")
    chat.sees("먼저 드리기는 어려워요")
    before = len(chat.texts)
    await owner.does(lambda: owner.person.taps_data(question, forged[0]))

    owner.sees("이미 정해졌거나")
    assert len(chat.texts) == before


@pytest.mark.parametrize(
    ("language", "another", "day", "asked", "agreed"),
    [
        ("ko", "날짜 바꾸기", "수요일", "11/25(수)", "11/25(수)에 드릴게요"),
        ("en", "Another day", "Wednesday", "Wed 25 Nov", "on Wed 25 Nov"),
    ],
)
async def test_another_day_is_promised_with_one_tap_and_can_be_undone(
    shop: ShopUnderTest, language: str, another: str, day: str, asked: str, agreed: str
) -> None:
    owner, chat = await shop.owner(), await minji(shop, language)

    await chat.says(STATUS[language])
    await chat.taps(another)
    told = await chat.says("고마워요" if language == "ko" else "thank you")
    assert len(told) == 2
    await chat.says(day)
    chat.sees(asked, "재킷")
    assert promised(shop) == [MONDAY_SIX]
    owner.sees("약속을 바꾸고 싶어 하세요", "11/23(월) 18시", "11/25(수)")
    await owner.taps("그렇게 할게요")

    chat.sees(agreed)
    assert promised(shop) == [datetime(2026, 11, 24, 15, 0, tzinfo=UTC)]
    await owner.taps("되돌리기")
    assert promised(shop) == [MONDAY_SIX]


async def test_a_day_that_does_not_suit_the_shop_leaves_the_promise(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await minji(shop)
    await chat.says(STATUS["ko"])
    await chat.taps("날짜 바꾸기")
    await chat.says("어제")
    assert "약속을 바꾸고" not in owner.last
    await chat.says("화요일 3시")

    await owner.taps("안 돼요")

    chat.sees("11/24(화) 15시", "어려워요", "11/23(월) 18시 약속은 그대로")
    assert promised(shop) == [MONDAY_SIX]


async def test_a_time_that_has_come_without_an_answer_is_not_promised_any_more(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await minji(shop)
    await chat.says(STATUS["ko"])
    await chat.taps("날짜 바꾸기")
    await chat.says("오늘 3시")
    await shop.moves_on(hours=6)

    await owner.taps("그렇게 할게요")

    owner.sees("이미 지난 때예요")
    assert promised(shop) == [MONDAY_SIX]


async def test_a_newer_wish_replaces_the_one_before_it(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await minji(shop)
    await chat.says(STATUS["ko"])
    await chat.taps("날짜 바꾸기")
    await chat.says("수요일")
    question = owner.person.sees()[-1]
    await chat.taps("날짜 바꾸기")
    await chat.says("목요일")

    old = question["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    await owner.does(lambda: owner.person.taps_data(question["message_id"], old))

    owner.sees("이미 정해졌거나")
    assert promised(shop) == [MONDAY_SIX]


async def test_of_several_orders_the_one_that_was_tapped(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await minji(shop, orders_left=2)
    await chat.says(STATUS["ko"])
    await chat.taps("날짜 바꾸기")
    chat.sees("어느 것")
    await chat.taps("코트 11/23(월) 18시")
    await chat.says("수요일")

    await owner.taps("그렇게 할게요")

    assert promised(shop) == [MONDAY_SIX, datetime(2026, 11, 24, 15, 0, tzinfo=UTC)]


@pytest.mark.parametrize(
    ("language", "labels"),
    [
        ("ko", ["흰 셔츠 먼저 찾기", "날짜 바꾸기", "사장님과 얘기"]),
        ("en", ["흰 셔츠 first", "Another day", "Talk to the owner"]),
    ],
)
async def test_a_late_notice_has_the_ways_out(shop: ShopUnderTest, language: str, labels: list[str]) -> None:
    owner, chat = await shop.owner(), await minji(shop, language)
    await owner.says("김민지 얼룩 때문에 화요일 12시로 늦어져")
    await shop.moves_on(minutes=5)

    assert chat.buttons == labels
    await chat.taps(labels[1])
    await chat.says("목요일" if language == "ko" else "Thursday")

    owner.sees("11/24(화) 12시", "11/26(목)")


async def test_nobody_else_wishes_and_what_is_all_in_work_is_not_wanted_first(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await minji(shop, ready=False)
    await chat.says(STATUS["ko"])
    assert chat.buttons == ["날짜 바꾸기", "사장님과 얘기"]
    data = chat.person.sees()[-1]["reply_markup"]["inline_keyboard"][0][0]["callback_data"]
    with shop.database.reading() as session:
        order = session.exec(select(Order.public_id)).one()
    stranger = shop.person(777, "남")
    await stranger.starts()
    shown = stranger.person.sees()[-1]["message_id"]

    await stranger.does(lambda: stranger.person.taps_data(shown, f"{data.rstrip(':')}:{order}"))

    stranger.sees_nothing_of("재킷", "김민지")
    assert "김민지" not in owner.last
