""" "뭐 마실까요?": one thing that this person likes, with its reason; no reason, no guess."""

import pytest

from bot.actions.unit import Unit
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER, OTHER = "+821023456781", "+821023450912"


async def guest(shop: ShopUnderTest, name: str, number: str, *visits: tuple[int, str], language: str = "ko") -> Chat:
    """Somebody with visits so many days ago, a thing in each."""

    def write(unit: Unit) -> None:
        person = cast.customer(unit, name, number)
        for days, item in visits:
            cast.visit(unit, person, days, (item, 1, 4_500))

    await shop.assistant.runtime.write(write)
    return await shop.customer(500 + int(number[-2:]), name, phone=number, language=language)


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "추천 좀 해 주세요", ("최근 4번 중 3번", "라떼", "11/18(수)")),
        ("en", "what do you recommend?", ("라떼", "3 of your last 4", "Wed 18 Nov")),
    ],
)
async def test_what_comes_again_and_again_is_suggested_with_its_reason(
    shop: ShopUnderTest, language: str, sentence: str, seen: tuple[str, ...]
) -> None:
    visits = ((3, "라떼"), (9, "쿠키"), (15, "라떼"), (22, "라떼"))
    chat = await guest(shop, "김수연", NUMBER, *visits, language=language)

    await chat.says(sentence)

    chat.sees(*seen)


async def test_two_people_who_ask_the_same_get_their_own_answers(shop: ShopUnderTest) -> None:
    suyeon = await guest(shop, "김수연", NUMBER, (3, "라떼"), (9, "라떼"))
    emily = await guest(shop, "이민지", OTHER, (4, "드립"), (8, "드립"), (360, "빙수"))

    await suyeon.says("추천해 주세요")
    await emily.says("추천해 주세요")

    suyeon.sees("라떼", "최근 2번 중 2번")
    suyeon.sees_nothing_of("드립")
    emily.sees("빙수", "작년 이맘때", "2025.11.26")
    emily.sees_nothing_of("라떼")


@pytest.mark.parametrize(
    ("language", "sentence", "unknown"),
    [("ko", "추천해 주세요", "아직 취향을 잘 몰라요"), ("en", "any recommendations?", "I don't know your taste yet")],
)
async def test_of_a_newcomer_nothing_is_guessed(
    shop: ShopUnderTest, language: str, sentence: str, unknown: str
) -> None:
    chat = await guest(shop, "김수연", NUMBER, language=language)

    await chat.says(sentence)
    chat.sees(unknown)

    def three_others(unit: Unit) -> None:
        for name in ("박서준", "이하늘", "정유진"):
            cast.visit(unit, cast.customer(unit, name), 5, ("라떼", 1, 4_500))

    await shop.assistant.runtime.write(three_others)
    await chat.says(sentence)
    chat.sees(unknown, "라떼")
    chat.sees_nothing_of("박서준")
