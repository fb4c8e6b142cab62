"""A number alone does not open an old record: the shop is asked with one tap."""

from bot.actions.unit import Unit
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821034567890"


async def jongchul_long_ago(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "백종철", NUMBER), 200, ("이불", 1, 20_000))

    await shop.assistant.runtime.write(write)


async def newcomer(shop: ShopUnderTest, person_id: int = 501, name: str = "종철", language: str = "ko") -> Chat:
    chat = shop.person(person_id, name, phone=NUMBER, language=language)
    await chat.starts()
    await chat.shares_contact()
    return chat


async def test_the_shop_says_yes_and_the_old_visits_appear(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await jongchul_long_ago(shop)
    chat = await newcomer(shop)
    owner.sees("종철", "백종철", "7890")
    await chat.says("내 정보")
    chat.sees_nothing_of("백종철", "이불", "20,000")

    await owner.taps("본인 맞아요")

    owner.sees("백종철")
    assert "본인 맞아요" not in owner.buttons
    chat.sees("백종철님")
    await chat.says("내 정보")
    chat.sees("백종철님", "이불", "20,000원")


async def test_each_side_is_told_in_its_own_language(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await jongchul_long_ago(shop)
    chat = await newcomer(shop, language="en")
    owner.sees("같은 분인가요?")

    await owner.taps("본인 맞아요")

    chat.sees("백종철", "You can see your record")
    owner.sees("백종철님", "확인했어요")


async def test_the_shop_says_no_and_the_newcomer_keeps_an_account_of_their_own(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("/language")
    await owner.taps("English")
    await jongchul_long_ago(shop)
    chat = await newcomer(shop)
    before = list(chat.texts)

    await owner.taps("Someone else")

    assert chat.texts == before
    await chat.says("내 정보")
    chat.sees("종철님", "010-3456-7890")
    chat.sees_nothing_of("백종철", "이불")


async def test_whoever_is_linked_hears_that_somebody_else_tried(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    first = await newcomer(shop)

    second = await newcomer(shop, 502, "다른이")

    first.sees("다른 텔레그램")
    first.sees_nothing_of("다른이")
    second.sees_nothing_of("종철")
    owner.sees("다른이", "종철")
    await first.says("내 정보")
    first.sees("종철님", "010-3456-7890")


async def test_a_second_tap_changes_nothing(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await jongchul_long_ago(shop)
    chat = await newcomer(shop)
    question = owner.person.last()
    yes, no = (button["callback_data"] for button in question["reply_markup"]["inline_keyboard"][0])
    await owner.does(lambda: owner.person.taps_data(question["message_id"], no))

    await owner.does(lambda: owner.person.taps_data(question["message_id"], yes))

    await chat.says("내 정보")
    chat.sees_nothing_of("백종철", "이불")


async def test_a_newcomer_cannot_answer_for_the_shop(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await jongchul_long_ago(shop)
    chat = await newcomer(shop)
    yes = owner.person.last()["reply_markup"]["inline_keyboard"][0][0]["callback_data"]

    await chat.does(lambda: chat.person.taps_data(chat.person.last()["message_id"], yes))
    await chat.says("내 정보")

    chat.sees_nothing_of("백종철", "이불")
