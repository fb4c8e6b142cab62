"""Hit and miss look alike: whoever is not known here cannot find out who is."""

import pytest

from bot.actions.unit import Unit
from bot.playground.people import inline_buttons
from tests import cast
from tests.chat import ShopUnderTest

KNOWN, QUIET, UNKNOWN = "+821023456781", "+821034567890", "+821099998888"
CANARIES = ("김수연", "백종철", "suyeon.kim@example.com", "와이셔츠", "이불", "6781", "7890", "20,000", "성산로")

PERSONAL = [
    "내 정보",
    "my account",
    "내 옷 언제 돼요?",
    "김수연 전화번호 뭐예요?",
    "010-2345-6781 손님 있어요?",
    "몇 번 왔죠?",
    "how many times have I been here?",
    "번호 바뀌었어요 010-2345-6781",
    "번호 바꿔 주세요",
    "바뀐 기록 보여줘",
    "되돌려줘",
    "고치기",
    "요즘 안 오신 단골 누구예요?",
    "who hasn't visited lately?",
    "6781",
    "ㅂㅈㅊ 찾아줘",
    "김수연 와이셔츠 3장 7500",
]


@pytest.fixture
async def busy_shop(shop: ShopUnderTest) -> ShopUnderTest:
    def write(unit: Unit) -> None:
        suyeon = cast.customer(unit, "김수연", KNOWN, email="suyeon.kim@example.com")
        suyeon.address = "서울 마포구 성산로 12"
        cast.visit(unit, suyeon, 5, ("와이셔츠", 3, 7_500))
        cast.visit(unit, cast.customer(unit, "백종철", QUIET), 200, ("이불", 1, 20_000))
        cast.linked(unit, suyeon, 777)

    await shop.assistant.runtime.write(write)
    return shop


async def test_a_stranger_who_asks_everything_is_invited_and_told_nothing(busy_shop: ShopUnderTest) -> None:
    stranger = busy_shop.person(501, "아무개", phone=UNKNOWN)
    await stranger.starts()

    for sentence in PERSONAL:
        await stranger.says(sentence)
        assert "본인 확인" in stranger.last or "it's you" in stranger.last

    stranger.sees_nothing_of(*CANARIES)
    assert "📱 내 번호로 확인" in stranger.person.keyboard()


@pytest.mark.parametrize("phone", [KNOWN, QUIET, UNKNOWN])
@pytest.mark.parametrize("forwarded", [False, True])
async def test_somebody_elses_card_is_refused_in_the_same_words_for_every_number(
    busy_shop: ShopUnderTest, phone: str, forwarded: bool
) -> None:
    stranger = busy_shop.person(501, "아무개", phone=UNKNOWN)
    await stranger.starts()

    await stranger.shares_contact(phone=phone, name="김수연 아님", forwarded=forwarded)

    other = busy_shop.person(502, "다른이", phone="+821077776666")
    await other.starts()
    await other.shares_contact(phone="+821011112222", name="아무나", forwarded=forwarded)
    assert stranger.last == other.last
    stranger.sees_nothing_of(*CANARIES)
    await stranger.says("내 정보")
    stranger.sees("내 번호로 확인")


async def test_a_new_number_and_one_that_needs_the_shop_are_told_the_same_throughout(busy_shop: ShopUnderTest) -> None:
    """Whoever got a number that was a customer's before hears word for word what a new customer hears."""
    conversations = []
    for person_id, phone in ((501, UNKNOWN), (502, QUIET), (503, KNOWN)):
        chat = await busy_shop.customer(person_id, "아무개", phone=phone)
        own_number = f"010-{phone[5:9]}-{phone[9:]}"
        for sentence in [*(one for one in PERSONAL if "6781" not in one), f"번호 바뀌었어요 {own_number}"]:
            await chat.says(sentence)
        chat.sees_nothing_of("김수연", "백종철", "suyeon.kim@example.com", "와이셔츠", "이불", "20,000", "성산로")
        conversations.append([text.replace(own_number, "(번호)") for text in chat.texts])

    new, quiet, taken = conversations
    assert new == quiet == taken


async def test_a_customer_cannot_tell_who_else_is_one(busy_shop: ShopUnderTest) -> None:
    customer = await busy_shop.customer(501, "아무개", phone=UNKNOWN)

    await customer.says("번호 바뀌었어요 010-2345-6781")

    customer.sees_nothing_of(*(canary for canary in CANARIES if canary != "6781"))
    await customer.says("내 정보")
    customer.sees("010-9999-8888")


async def test_an_owners_button_does_nothing_for_a_stranger(busy_shop: ShopUnderTest) -> None:
    owner = await busy_shop.owner()
    await owner.says("김수연")
    stranger = busy_shop.person(501, "아무개", phone=UNKNOWN)
    await stranger.starts()
    pressed = [
        button["callback_data"]
        for message in owner.person.sees()
        for button in inline_buttons(message)
        if "callback_data" in button
    ]
    for data in [*pressed, "1:card:AAAAAAAAAAAA", "1:undo:AAAAAAAAAAAA", "1:undo-own:AAAAAAAAAAAA", "1:history", "0:x"]:
        await stranger.taps_data(data)

    stranger.sees_nothing_of(*CANARIES)
