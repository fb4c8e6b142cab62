"""What is advertising is told so, in the spelling of the law, by code and not by a template."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlmodel import Session

from bot.domain.outgoing import Button, Kind, Reply, words
from bot.domain.packing import pack
from bot.domain.shop import Shop
from bot.messaging.rendering import Rendered, render
from bot.texts.catalog import Catalog
from storage import outbox, people
from tests.chat import Chat, ShopUnderTest
from tests.messaging.rows import link, row_of, state_of

SHOP = Shop("은하헤어", contact="02-123-4567")


def rendered(language: str, *, advertising: bool = True, shop: Shop = SHOP) -> Rendered:
    reply = Reply(
        words("own-words", name="박서준", text="염색 할인 중이에요", shop=shop.name, who="은하"),
        buttons=((Button(words("button-undo"), data="1:undo:x"),),),
    )
    return render(
        Catalog(), reply, chat_id=1, language=language, shop=shop, today=date(2026, 11, 21), advertising=advertising
    )


def test_the_label_the_sender_the_contact_and_the_free_refusal_in_korean() -> None:
    lines = rendered("ko").text.split("\n")
    assert lines[0] == "(광고) 은하헤어, 02-123-4567"
    assert lines[-1] == "무료 수신거부: 아래 버튼 또는 ‘거부’라고 답장"
    assert [button.label for button in rendered("ko").buttons[-1]] == ["수신거부"]
    assert [button.data for button in rendered("ko").buttons[-1]] == ["1:no-more:marketing"]


def test_the_label_keeps_its_spelling_for_whoever_reads_english() -> None:
    lines = rendered("en").text.split("\n")
    assert lines[0] == "(광고) (Ad) 은하헤어, 02-123-4567"
    assert lines[-1] == "Free to refuse: the button below, or reply “stop”"


def test_what_is_no_advertising_has_none_of_it() -> None:
    plain = rendered("ko", advertising=False)
    assert "광고" not in plain.text
    assert len(plain.buttons) == 1


@pytest.mark.parametrize("name", ["(광 고) 세탁", "[광고] 세탁", "<b>세탁</b>"])
def test_no_name_of_a_shop_changes_the_label(name: str) -> None:
    assert rendered("ko", shop=Shop(name, contact="02-1")).text.startswith("(광고) ")


async def plan_own_words(shop: ShopUnderTest, key: str, minji: Chat, text: str, kind: Kind = Kind.PERSONAL) -> None:
    reply = Reply(words("own-words", name="민지", text=text, shop="맑은세탁", who=None))

    def work(session: Session) -> None:
        known = people.by_chat(session, minji.id)
        now = shop.clock.now()
        message = outbox.Message(key, minji.id, kind, pack(reply), now, customer_id=known.id if known else None)
        outbox.add(session, shop.database.vault, message, now)

    await shop.database.write(work)
    await shop.settle()


async def test_words_of_selling_make_any_message_advertising(shop: ShopUnderTest, minji: Chat) -> None:
    await link(shop, minji, consents=True)
    await plan_own_words(shop, "k1", minji, "내일은 쉬어요")
    assert "광고" not in minji.last
    await plan_own_words(shop, "k2", minji, "이번 주 이불 20% 할인이에요")
    assert minji.last.startswith("(광고) 맑은세탁, 02-123-4567\n")
    assert (await row_of(shop, "k1")).advertising is False
    assert (await row_of(shop, "k2")).advertising is True


async def test_without_a_consent_they_keep_the_message_back_with_a_reason(shop: ShopUnderTest, minji: Chat) -> None:
    await link(shop, minji)
    await plan_own_words(shop, "k1", minji, "이번 주 이불 20% 할인이에요", Kind.ORDER_NOTICE)
    assert (await state_of(shop, "k1"), (await row_of(shop, "k1")).reason) == ("cancelled", "sells_without_consent")


async def test_one_tap_ends_all_advertising_at_once(shop: ShopUnderTest, minji: Chat) -> None:
    await link(shop, minji, consents=True)
    await plan_own_words(shop, "k1", minji, "감사합니다", Kind.GREETING)
    await minji.taps("수신거부")
    shop.clock.forward(timedelta(days=1))
    await plan_own_words(shop, "k2", minji, "감사합니다", Kind.GREETING)
    assert (await state_of(shop, "k2"), (await row_of(shop, "k2")).reason) == ("cancelled", "refused")
    assert (await row_of(shop, "k1")).answered_at is not None


@pytest.mark.parametrize("word", ["거부", "수신거부", "수신 거부", "STOP", "stop"])
async def test_a_reply_of_one_word_ends_it_too(shop: ShopUnderTest, minji: Chat, word: str) -> None:
    await link(shop, minji, consents=True)
    await minji.says(word)
    await plan_own_words(shop, "k1", minji, "감사합니다", Kind.GREETING)
    assert (await row_of(shop, "k1")).reason == "refused"


async def test_a_second_one_on_the_same_day_waits_for_tomorrow(shop: ShopUnderTest, minji: Chat) -> None:
    await link(shop, minji, consents=True)
    await plan_own_words(shop, "k1", minji, "감사합니다", Kind.GREETING)
    await plan_own_words(shop, "k2", minji, "감사합니다", Kind.CAMPAIGN)
    row = await row_of(shop, "k2")
    assert (row.state, row.reason) == ("pending", "one_a_day")
    assert row.not_before == datetime(2026, 11, 21, 23, 5, tzinfo=UTC)  # 08:05 in Seoul
    shop.clock.forward_to(row.not_before)
    await shop.settle()
    assert await state_of(shop, "k2") == "sent"


async def test_the_shop_may_set_a_longer_distance_and_take_it_back(shop: ShopUnderTest, minji: Chat) -> None:
    owner = await shop.owner()
    await link(shop, minji, consents=True)
    await owner.says("광고는 일주일에 한 번만 보내줘")
    owner.sees("한 분께 광고는 1주에 한 번까지만")
    await plan_own_words(shop, "k1", minji, "감사합니다", Kind.GREETING)
    await shop.moves_on(days=2)
    await plan_own_words(shop, "k2", minji, "감사합니다", Kind.CAMPAIGN)
    row = await row_of(shop, "k2")
    assert (row.state, row.reason) == ("pending", "shop_cap")
    assert row.not_before == datetime(2026, 11, 27, 23, 5, tzinfo=UTC)  # 08:05 in Seoul, a week after the first
    await owner.says("못 보낸 메시지 있어?")
    owner.sees("정하신 광고 간격보다 일러요")
    await owner.says("되돌려줘")
    owner.sees("하루에 하나까지")
    await plan_own_words(shop, "k3", minji, "감사합니다", Kind.GREETING)
    assert await state_of(shop, "k3") == "sent"


async def test_it_is_set_in_english_too_and_never_to_more_than_one_a_day(shop: ShopUnderTest) -> None:
    owner = await shop.owner(language="en")
    await owner.says("no more than one ad a month")
    owner.sees("at most one ad in a month")
    await owner.says("one ad every 500 days")
    owner.sees("one in 365 days")
    await owner.says("remove the ad limit")
    owner.sees("at most one ad a day")


async def test_a_third_in_a_row_is_never_sent_before_something_was_done_for_the_person(
    shop: ShopUnderTest, minji: Chat
) -> None:
    await link(shop, minji, consents=True)
    for number in range(3):
        await plan_own_words(shop, f"sold {number}", minji, "감사합니다", Kind.CAMPAIGN)
        shop.clock.forward(timedelta(days=1))
    assert (await row_of(shop, "sold 2")).reason == "third_in_a_row"
    await plan_own_words(shop, "served", minji, "내일은 쉬어요")
    await plan_own_words(shop, "sold 3", minji, "감사합니다", Kind.CAMPAIGN)
    assert await state_of(shop, "sold 3") == "sent"


async def test_of_several_that_wait_the_more_personal_one_goes_first(shop: ShopUnderTest, minji: Chat) -> None:
    await link(shop, minji, consents=True)
    await plan_own_words(shop, "first", minji, "감사합니다", Kind.CAMPAIGN)
    await plan_own_words(shop, "campaign", minji, "감사합니다", Kind.CAMPAIGN)
    await plan_own_words(shop, "birthday", minji, "감사합니다", Kind.BIRTHDAY)
    await plan_own_words(shop, "served", minji, "내일은 쉬어요")
    shop.clock.forward(timedelta(hours=22, minutes=5))
    await shop.settle()
    assert [await state_of(shop, key) for key in ("birthday", "campaign")] == ["sent", "pending"]
