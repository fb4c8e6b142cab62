"""What is ready first, or another day: the customer asks with a button, the shop says with one tap, both hear of it."""

from datetime import UTC, datetime

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from bot.playground.people import inline_buttons
from storage import orders
from storage.database import Database
from storage.models import Order
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

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
    return await shop.customer(502, "민지", phone=NUMBER, language=language)


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
    forged = [button["callback_data"] for button in inline_buttons(owner.person.sees()[-1])]

    await owner.taps("안 돼요")
    chat.sees("먼저 드리기는 어려워요")
    before = len(chat.texts)
    await owner.taps_data(forged[0], under=question)

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

    old = inline_buttons(question)[0]["callback_data"]
    await owner.taps_data(old, under=question["message_id"])

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
    data = inline_buttons(chat.person.sees()[-1])[0]["callback_data"]
    with shop.database.reading() as session:
        order = session.exec(select(Order.public_id)).one()
    stranger = shop.person(777, "남")
    await stranger.starts()
    shown = stranger.person.sees()[-1]["message_id"]

    await stranger.taps_data(f"{data.rstrip(':')}:{order}", under=shown)

    stranger.sees_nothing_of("재킷", "김민지")
    assert "김민지" not in owner.last


@pytest.mark.parametrize(
    ("language", "sentence", "asked"),
    [
        ("ko", "셔츠 먼저 찾을 수 있을까요?", "흰 셔츠"),
        ("ko", "다 된 것부터 먼저 찾아갈게요", "흰 셔츠"),
        ("en", "could I pick up the shirt first and the rest later?", "흰 셔츠"),
        ("en", "can I get what's ready first?", "흰 셔츠"),
    ],
)
async def test_one_sentence_wishes_what_is_ready_first(
    shop: ShopUnderTest, language: str, sentence: str, asked: str
) -> None:
    owner, chat = await shop.owner(), await minji(shop, language)

    await chat.says(sentence)

    chat.sees(asked, "11/21(토) 20시" if language == "ko" else "Sat 21 Nov 8 pm")
    owner.sees("먼저 찾고 싶어 하세요", asked)
    assert "재킷" not in owner.last
    await owner.taps("그렇게 할게요")
    chat.sees(asked, "준비해 둘게요" if language == "ko" else "have it at hand")


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("ko", "재킷 수요일로 미뤄주세요"),
        ("ko", "찾는 날을 월요일에서 수요일로 바꿔주세요"),
        ("ko", "재킷 월요일 말고 수요일에 찾을 수 있을까요?"),
        ("en", "can you move my jacket to Wednesday"),
        ("en", "please change the pickup date from Monday to Wednesday"),
    ],
)
async def test_one_sentence_wishes_another_day(shop: ShopUnderTest, language: str, sentence: str) -> None:
    owner, chat = await shop.owner(), await minji(shop, language)

    await chat.says(sentence)

    chat.sees("검정 재킷", "11/25(수)" if language == "ko" else "Wed 25 Nov")
    owner.sees("11/23(월) 18시", "11/25(수)")
    await owner.taps("그렇게 할게요")
    assert promised(shop) == [datetime(2026, 11, 24, 15, 0, tzinfo=UTC)]


async def test_of_several_orders_the_thing_that_was_named_or_the_one_that_is_tapped(shop: ShopUnderTest) -> None:
    owner, chat = await shop.owner(), await minji(shop, orders_left=2)

    await chat.says("코트 수요일로 미뤄주세요")
    owner.sees("코트", "11/25(수)")
    await chat.says("찾는 날 목요일 3시로 바꿔주세요")
    chat.sees("어느 것")
    await chat.taps("검정 재킷 11/23(월) 18시")

    owner.sees("검정 재킷", "11/26(목) 15시")


@pytest.mark.parametrize(
    ("language", "sentence", "heard"),
    [("ko", "재킷 먼저 찾을 수 있을까요?", "접수 1번"), ("en", "can I get the jacket first?", "case 1")],
)
async def test_what_is_still_in_work_is_a_request_to_the_shop(
    shop: ShopUnderTest, language: str, sentence: str, heard: str
) -> None:
    owner, chat = await shop.owner(), await minji(shop, language)

    await chat.says(sentence)

    chat.sees(heard)
    owner.sees(sentence)


@pytest.mark.parametrize(
    ("language", "sentence", "sorry", "ended"),
    [
        ("ko", "재킷 일요일로 당겨주세요", "답이 늦어 죄송해요", "답을 드리지 못한 채 그날이"),
        ("en", "can you move my jacket to Sunday instead", "Sorry to keep you waiting", "nobody answered"),
    ],
)
async def test_silence_about_a_wish_is_brought_up_again_and_ended_with_its_reason(
    shop: ShopUnderTest, language: str, sentence: str, sorry: str, ended: str
) -> None:
    owner, chat = await shop.owner(), await minji(shop, language)
    await chat.says(sentence)

    await shop.wakes_at(datetime(2026, 11, 21, 11, 0, tzinfo=UTC))
    await shop.tick()
    owner.sees("답하기로 한 시간이 지났어요(1번째)", "검정 재킷", "11/22(일)")
    chat.sees(sorry)
    assert sum(sorry in text for text in chat.texts) == 1
    await shop.wakes_at(datetime(2026, 11, 22, 16, 0, tzinfo=UTC))  # 01:00 on Monday
    await shop.wakes_at(datetime(2026, 11, 23, 1, 0, tzinfo=UTC))

    assert sum(ended in text for text in chat.texts) == 1
    await owner.taps("그렇게 할게요")
    owner.sees("이미 지난 때예요")
    assert promised(shop) == [MONDAY_SIX]


@pytest.mark.parametrize("how", ["fetched", "promise passed"])
async def test_what_was_wanted_first_ends_when_it_is_fetched_or_the_rest_is_due(shop: ShopUnderTest, how: str) -> None:
    owner, chat = await shop.owner(), await minji(shop)
    await chat.says("셔츠 먼저 찾고 싶어요")
    question = owner.person.sees()[-1]
    yes = inline_buttons(question)[0]["callback_data"]

    if how == "fetched":
        await owner.says("김민지님 찾아가셨어")
        await shop.wakes_at(datetime(2026, 11, 21, 12, 0, tzinfo=UTC))
    else:
        await shop.wakes_at(datetime(2026, 11, 23, 9, 0, tzinfo=UTC))
        chat.sees("먼저 찾으시겠다는 부탁에 답을 드리지 못한 채")
    await owner.taps_data(yes, under=question["message_id"])

    owner.sees("이미 찾아가셨거나" if how == "fetched" else "이미 지난 때예요")
    assert not [text for text in chat.texts if "준비해 둘게요" in text]


@pytest.mark.parametrize(
    ("language", "sentence"), [("ko", "코트 목요일로 미뤄 주세요"), ("en", "my coat on Thursday instead, please")]
)
async def test_a_thing_that_is_not_here_moves_no_other(shop: ShopUnderTest, language: str, sentence: str) -> None:
    owner, chat = await shop.owner(), await minji(shop, language)
    heard = len(owner.texts)

    await chat.says(sentence)

    chat.sees("흰 셔츠", "검정 재킷")
    assert len(owner.texts) == heard


async def test_without_bookings_and_things_it_is_handed_on(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="cafe") as cafe:
        await cafe.owner()
        chat = await minji(cafe)

        await chat.says("커피 목요일로 미뤄주세요")

        chat.sees_nothing_of("재킷", "약속")
        assert "전하기" in chat.buttons or "사장님께 전하기" in chat.buttons


@pytest.mark.parametrize(
    ("language", "in_time", "sooner", "not_here", "asked", "passed_on"),
    [
        (
            "ko",
            "검정 재킷 목요일까지 찾을 수 있을까요?",
            "검정 재킷 내일까지 될까요?",
            "이불 목요일까지 해주실 수 있나요?",
            "11/22(일)로 바꿔도 될지",
            "이불",
        ),
        (
            "en",
            "could I have the jacket by Thursday?",
            "can you have my jacket ready by tomorrow?",
            "could I have the duvet by Thursday?",
            "Sun 22 Nov instead",
            "duvet",
        ),
    ],
)
async def test_who_wants_it_by_then_hears_what_is_promised_or_the_shop_is_asked(
    shop: ShopUnderTest, language: str, in_time: str, sooner: str, not_here: str, asked: str, passed_on: str
) -> None:
    owner, chat = await shop.owner(), await minji(shop, language, ready=False)

    await chat.says(in_time)
    chat.sees("11/23(월) 18시" if language == "ko" else "Mon 23 Nov 6 pm")
    owner.sees_nothing_of("재킷")
    await chat.says(sooner)
    chat.sees(asked)
    owner.sees("11/23(월) 18시 → 11/22(일)")
    await chat.says(not_here)

    owner.sees(passed_on, "접수")
    assert promised(shop) == [MONDAY_SIX]
