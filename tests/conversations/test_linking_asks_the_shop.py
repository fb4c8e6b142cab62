"""A number alone does not open an old record: the shop is asked with one tap."""

from datetime import timedelta

from bot.actions.unit import Unit
from bot.playground.people import inline_buttons
from storage import journal
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821034567890"


async def jongchul_long_ago(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "백종철", NUMBER), 200, ("이불", 1, 20_000))

    await shop.assistant.runtime.write(write)


async def newcomer(shop: ShopUnderTest, person_id: int = 501, name: str = "종철", language: str = "ko") -> Chat:
    return await shop.customer(person_id, name, phone=NUMBER, language=language)


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
    await owner.taps_data(no, under=question["message_id"])

    await owner.taps_data(yes, under=question["message_id"])

    await chat.says("내 정보")
    chat.sees_nothing_of("백종철", "이불")


async def test_a_newcomer_cannot_answer_for_the_shop(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await jongchul_long_ago(shop)
    chat = await newcomer(shop)
    yes = inline_buttons(owner.person.last())[0]["callback_data"]

    await chat.taps_data(yes)
    await chat.says("내 정보")

    chat.sees_nothing_of("백종철", "이불")


async def linked_before(shop: ShopUnderTest) -> tuple[Chat, Chat, Chat]:
    """The owner, 백종철 in the chat where he is linked, and a newcomer who shares the same number."""
    owner = await shop.owner()

    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "백종철", NUMBER), 5, ("이불", 1, 20_000))

    await shop.assistant.runtime.write(write)
    first = await newcomer(shop)
    second = await newcomer(shop, 502, "다른이")
    await second.says("이메일 second@example.com 으로 바꿔주세요")
    await second.says("바지가 줄었어요")
    return owner, first, second


async def test_the_shop_takes_its_yes_back_and_both_are_as_before(shop: ShopUnderTest) -> None:
    owner, first, second = await linked_before(shop)
    await owner.taps("본인 맞아요")
    await second.says("내 정보")
    second.sees("백종철님", "이불")
    first.sees("다른 텔레그램으로 옮겨졌어요")
    await first.says("내 정보")
    first.sees("내 번호로 확인")

    await owner.taps("되돌리기")

    assert any("되돌렸어요. 백종철님 기록은" in text for text in owner.texts)
    second.sees("본인 확인을 되돌렸어요")
    await second.says("내 정보")
    second.sees("다른이님", "second@example.com")
    assert "이불" not in second.last
    first.sees("다시 이 대화방에 연결됐어요")
    await first.says("내 정보")
    first.sees("백종철님", "이불")
    assert "second@example.com" not in first.last


async def test_whoever_was_linked_before_takes_the_record_back_within_seven_days(shop: ShopUnderTest) -> None:
    owner, first, second = await linked_before(shop)
    await owner.taps("본인 맞아요")
    shop.clock.forward(timedelta(days=6))

    await first.taps("제가 아니에요")

    owner.sees("백종철님", "본인이 아니라고")
    await first.says("내 정보")
    first.sees("백종철님", "이불")
    await second.says("내 정보")
    second.sees("다른이님")


async def test_after_seven_days_it_stays(shop: ShopUnderTest) -> None:
    owner, first, second = await linked_before(shop)
    await owner.taps("본인 맞아요")
    shop.clock.forward(timedelta(days=7))

    await first.taps("제가 아니에요")
    await owner.taps("되돌리기")

    await second.says("내 정보")
    second.sees("백종철님")


async def test_the_button_of_the_old_chat_works_for_nobody_else(shop: ShopUnderTest) -> None:
    owner, first, second = await linked_before(shop)
    await owner.taps("본인 맞아요")
    data = next(
        button["callback_data"]
        for message in first.person.sees()
        for button in inline_buttons(message)
        if button["text"] == "제가 아니에요"
    )
    thief = shop.person(503, "남")
    await thief.starts()
    for person in (thief, second):
        await person.taps_data(data)

    await second.says("내 정보")
    second.sees("백종철님")


async def test_a_link_is_undone_by_the_person_and_the_record_stays_with_the_shop(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "백종철", NUMBER), 5, ("이불", 1, 20_000))

    await shop.assistant.runtime.write(write)
    chat = await newcomer(shop)

    await chat.says("되돌려줘")
    chat.sees("연결을 끊을까요?")
    await chat.taps("연결 끊기")

    chat.sees("연결을 끊었어요")
    await chat.says("내 정보")
    chat.sees("내 번호로 확인")
    await owner.says("7890")
    owner.sees("백종철")
    await chat.shares_contact()
    await chat.says("내 정보")
    chat.sees("백종철님", "이불")


async def test_the_whole_shop_takes_fifty_tries_a_day(shop: ShopUnderTest) -> None:
    await shop.owner()

    def write(unit: Unit) -> None:
        for number in range(50):
            journal.write(unit.session, unit.vault, cast.stranger(7000 + number), "contact_shared", unit.now)

    await shop.assistant.runtime.write(write)
    chat = await newcomer(shop)
    refused = chat.last
    await chat.says("내 정보")
    chat.sees("내 번호로 확인")

    shop.clock.forward(timedelta(days=1))
    await chat.shares_contact()

    assert chat.last != refused
    chat.sees("확인됐어요")


async def test_the_shop_is_asked_about_a_link_in_english(shop: ShopUnderTest) -> None:
    owner = await shop.owner(language="en")
    await owner.says("/language")
    await owner.taps("English")

    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "Emily Carter", NUMBER), 5, ("이불", 1, 20_000))

    await shop.assistant.runtime.write(write)
    first = await newcomer(shop, name="Emily", language="en")
    await first.says("my account")
    first.sees("Emily Carter", "20,000")

    second = await newcomer(shop, 502, "Somebody", language="en")
    second.sees_nothing_of("Carter", "20,000")
    first.sees("from another Telegram account", "02-123-4567")
    owner.sees("Somebody", "Emily Carter", "7890", "Is it the same person?")
    await owner.taps("Same person")
    second.sees("Emily Carter", "You can see your record")
    first.sees("moved to another Telegram", "within 7 days")
    await first.says("my account")
    assert "Carter" not in first.last

    await first.taps("It wasn't me")

    owner.sees("Emily Carter", "it was somebody else")
    second.sees("took back that it's you")
    await second.says("my account")
    assert "Carter" not in second.last
    await first.says("my account")
    first.sees("Emily Carter", "20,000")
    for _ in range(4):
        await first.shares_contact()
    await first.shares_contact()
    first.sees("enough for today")
