""" "이거 왜 보냈어요?": always the event, its day and the count."""

from datetime import UTC, datetime, timedelta

import pytest

from bot.actions import sending
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, Reply, words
from storage import appointments, orders
from storage.database import Database
from storage.models import Customer
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"


async def told(shop: ShopUnderTest, language: str = "ko") -> Chat:
    """김수연, whose coat is ready and who gets the receipt of the same day in the evening."""

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER)
        person.language = language
        opened = cast.order(unit, person, ("코트", 1, 12_000), promised_at=None)
        orders.move(unit.session, opened, "ready", unit.now)

    await shop.assistant.runtime.write(write)
    chat = await shop.customer(501, "수연", phone=NUMBER, language=language)
    await shop.moves_on(minutes=1)
    await shop.wakes_at(datetime(2026, 11, 21, 11, 0, tzinfo=UTC))
    return chat


@pytest.mark.parametrize(
    ("language", "sentence", "receipt", "ready"),
    [
        (
            "ko",
            "이거 왜 보냈어요?",
            ["11/21(토)에 다녀가셔서", "30일 동안 2번"],
            ["11/21(토)에 맡기신 것", "광고가 아니에요"],
        ),
        (
            "en",
            "why did I get this message?",
            ["You were here on Sat 21 Nov"],
            ["What you left on Sat 21 Nov", "Not an ad"],
        ),
    ],
)
async def test_the_last_message_is_explained_or_the_one_replied_to(
    shop: ShopUnderTest, language: str, sentence: str, receipt: list[str], ready: list[str]
) -> None:
    chat = await told(shop, language)

    await chat.says(sentence)
    chat.sees(*receipt)

    notice = next(message for message in chat.person.sees() if "코트" in message.get("text", ""))
    await chat.does(lambda: chat.person.says(sentence, reply_to=notice["message_id"]))
    chat.sees(*ready)


async def test_from_there_it_is_turned_off_or_all_of_it_is_seen(shop: ShopUnderTest) -> None:
    chat = await told(shop)
    await chat.says("이거 왜 보냈어요?")

    await chat.taps("받은 것 모두")
    chat.sees("11/21(토) 20시 오늘 내역", "11/21(토) 10:01 완성 알림")
    await chat.says("왜 보냈어요")
    await chat.taps("이 알림 끄기")

    chat.sees("안 보내는 것: 다녀가신 날 내역", "그대로 가는 것: 물어보신 것에 대한 답, 다 됐다는 알림.")


async def test_a_reminder_names_the_booking_and_the_day_it_was_made(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:

        def book(unit: Unit) -> None:
            person = cast.customer(unit, "김수연", NUMBER)
            at = unit.now + timedelta(days=2)
            appointments.add(unit.session, customer_id=person.id or 0, at=at, service="커트", now=unit.now)

        await shop.assistant.runtime.write(book)
        chat = await shop.customer(501, "수연", phone=NUMBER)
        await shop.wakes_at(datetime(2026, 11, 22, 3, 0, tzinfo=UTC))

        await chat.says("이거 왜 보냈어요?")

        chat.sees("11/21(토)에 11/23(월) 10시 커트 예약을", "광고가 아니에요", "1번")


async def test_whoever_got_nothing_is_told_so_and_hears_of_nobody_elses(shop: ShopUnderTest) -> None:
    await told(shop)
    minji = await shop.customer(502, "민지", phone="+821011112222")

    await minji.says("이거 왜 보냈어요?")

    minji.sees("먼저 보낸 메시지가 없어요")
    minji.sees_nothing_of("코트", "맡기신 것이 다")


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "저한테 보낸 메시지 다 보여 주세요", ["2건", "11/21(토)"]),
        ("ko", "받은 것 모두 보여줘", ["2건"]),
        ("en", "show me everything you sent me", ["2 in all", "Sat 21 Nov"]),
        ("en", "what messages have you sent me?", ["2 in all"]),
    ],
)
async def test_everything_that_came_by_itself_is_listed_in_words(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    chat = await told(shop, language)

    await chat.says(sentence)

    chat.sees(*seen)
    assert chat.last.count("·") == 2


async def test_what_came_by_itself_turns_its_pages(shop: ShopUnderTest) -> None:
    chat = await told(shop)

    def more(unit: Unit) -> None:
        for number in range(10):
            sending.to_customer(
                unit, unit.session.get_one(Customer, 1), f"w{number}", Reply(words("old-button")), kind=Kind.PERSONAL
            )

    await shop.assistant.runtime.write(more)
    await shop.settle()
    await chat.says("받은 메시지 모두 보여줘")
    chat.sees("12건")
    assert chat.last.count("·") == 10

    await chat.taps("다음 ▶")

    assert chat.last.count("·") == 2
