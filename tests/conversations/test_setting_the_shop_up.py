"""An owner sets the shop up in chat, corrects an answer in one sentence, and the price list fills amounts in."""

from collections.abc import AsyncIterator

import pytest

from bot.actions import claiming
from bot.playground.people import inline_buttons
from storage.database import Database
from tests import cast
from tests.chat import OWNER, Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"
PRICES = {
    "ko": "와이셔츠 2500\n바지 4,500원\n코트 12000\n염색 50,000~80,000",
    "en": "shirt 2500\ntrousers 4,500 won\ncoat ₩12,000\ndye 50,000~80,000",
}


@pytest.fixture
async def new_shop(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    """A shop of which nothing is known, and which nobody owns yet."""
    async with open_shop(sqlite_database, owner_ids=(), shop_name="", shop_hours="") as opened:
        yield opened


async def claims(shop: ShopUnderTest, language: str) -> Chat:
    code = (shop.assistant.claim_link or "").partition("?start=")[2]
    assert code.startswith(claiming.PREFIX)
    owner = shop.person(OWNER, "Owner", language=language)
    await owner.starts(code)
    return owner


async def test_five_questions_make_a_shop(new_shop: ShopUnderTest) -> None:
    owner = await claims(new_shop, "ko")
    owner.sees("가게 이름")

    await owner.says("맑은세탁")
    owner.sees("맑은세탁", "어떤 가게")
    await owner.taps("세탁소")
    owner.sees("영업시간")
    await owner.says("10시부터 8시까지, 일요일은 쉬어요")
    owner.sees("10시부터 8시까지, 일요일은 쉬어요", "가격표")
    await owner.says(PRICES["ko"])
    owner.sees("3가지", "와이셔츠 2,500원", "코트 12,000원", "‘염색 50,000~80,000’", "누가 대답")
    await owner.says("김정호")
    owner.sees("김정호", "준비가 끝났어요", "김수연 와이셔츠 3장 7500")

    await owner.says("가게 설정")
    owner.sees("맑은세탁", "세탁소", "10시부터 8시까지", "3가지", "김정호")


async def test_five_questions_make_a_shop_in_english(new_shop: ShopUnderTest) -> None:
    owner = await claims(new_shop, "en")

    await owner.says("Clear Laundry")
    owner.sees("Clear Laundry", "What kind of shop")
    await owner.says("it's a coffee shop")
    owner.sees("one of laundry, salon, cafe and theatre")
    await owner.says("dry cleaner's")
    owner.sees("When are you open")
    await owner.says("10:00-20:00")
    owner.sees("10:00-20:00", "price list")
    await owner.says(PRICES["en"])
    owner.sees("3 prices", "coat ₩12,000", "‘dye 50,000~80,000’", "Who answers")
    await owner.says("Jungho Kim")
    owner.sees("Jungho Kim", "All set")


@pytest.mark.parametrize("skip", ["tap", "건너뛰기", "나중에"])
async def test_every_question_can_be_put_off(new_shop: ShopUnderTest, skip: str) -> None:
    owner = await claims(new_shop, "ko")

    for _ in range(5):
        await (owner.taps("건너뛰기") if skip == "tap" else owner.says(skip))

    owner.sees("준비가 끝났어요")
    await owner.starts()
    owner.sees("무엇을 도와드릴까요")


async def test_a_question_in_between_is_answered_and_the_next_step_still_waits(new_shop: ShopUnderTest) -> None:
    owner = await claims(new_shop, "ko")
    await owner.says("맑은세탁")

    answers = await owner.says("손님 몇 분이야?")

    assert "0분" in answers[0]
    owner.sees("이어서", "어떤 가게")
    await owner.says("미용실")
    owner.sees("미용실", "영업시간")


@pytest.mark.parametrize("word", ["그만", "tap"])
async def test_enough_is_enough_and_what_was_answered_stays(new_shop: ShopUnderTest, word: str) -> None:
    owner = await claims(new_shop, "ko")
    await owner.says("맑은세탁")

    await (owner.taps("그만하기") if word == "tap" else owner.says(word))

    owner.sees("그대로 남아 있어요")
    await owner.starts()
    owner.sees("맑은세탁", "무엇을 도와드릴까요")
    await owner.says("가게 설정")
    owner.sees("맑은세탁", "아직 없음")


async def test_an_owner_of_the_settings_is_asked_at_the_first_start_and_again_until_it_is_done(
    sqlite_database: Database,
) -> None:
    async with open_shop(sqlite_database, shop_name="", shop_hours="") as shop:
        owner = await shop.owner()
        owner.sees("가게 이름")
        await owner.says("맑은세탁")
        await shop.moves_on(days=2)

        await owner.starts()

        owner.sees("어떤 가게")


async def test_a_shop_that_the_settings_name_is_left_in_peace(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    owner.sees("맑은세탁", "무엇을 도와드릴까요")


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("영업시간 9시-19시로 바꿔줘", ["10:00-20:00", "9시-19시"]),
        ("가게 이름은 새세탁이야", ["맑은세탁", "새세탁"]),
        ("담당자 김정호로 해줘", ["김정호"]),
        ("업종 카페로 바꿔줘", ["세탁소", "카페"]),
        ("가게 번호 02-987-6543", ["02-123-4567", "02-987-6543"]),
        ("와이셔츠 3000원으로 올려줘", ["와이셔츠 3,000원"]),
    ],
)
async def test_one_sentence_changes_a_setting_and_one_tap_takes_it_back(
    shop: ShopUnderTest, sentence: str, seen: list[str]
) -> None:
    owner = await shop.owner()
    await owner.says("가게 설정")
    before = owner.last

    await owner.says(sentence)
    owner.sees(*seen)
    await owner.taps("되돌리기")
    owner.sees("되돌렸어요")

    await owner.says("가게 설정")
    assert owner.last == before


async def test_a_setting_is_changed_and_taken_back_in_english(shop: ShopUnderTest) -> None:
    owner = await shop.owner(language="en")

    await owner.says("change opening hours to 9-19")
    owner.sees("Opening hours", "10:00-20:00", "9-19")
    await owner.taps("Undo")
    await owner.says("what are our opening hours?")
    owner.sees("10:00-20:00")
    await owner.says("raise shirts to 3000")
    owner.sees("와이셔츠 ₩3,000")


async def test_a_setting_is_changed_by_its_number(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("가게 설정")

    await owner.taps("3")
    owner.sees("영업시간")
    await owner.says("24시간")

    owner.sees("10:00-20:00", "24시간")
    assert owner.buttons == ["되돌리기"]


async def test_the_kind_of_shop_brings_its_own_big_buttons(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    assert "다 됨" in owner.person.keyboard()

    await owner.says("업종 미용실")
    assert "예약" in owner.person.keyboard() and "다 됨" not in owner.person.keyboard()
    await owner.taps("되돌리기")

    assert "다 됨" in owner.person.keyboard()


async def test_the_price_list_fills_in_what_was_not_told(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("가격표 바꿔줘")
    await owner.says(PRICES["ko"])

    await owner.says("김수연 와이셔츠 3장")
    if "새 손님" in owner.buttons:
        await owner.taps("새 손님")
    owner.sees("김수연", "와이셔츠 3점", "7,500원", "가격표에서 가져왔어요")
    await owner.says("김수연 shirts 2 넥타이 1장")
    owner.sees("5,000원", "넣지 않은 것: 넥타이")
    await owner.says("김수연 와이셔츠 3장 7000")
    owner.sees("7,000원")
    assert "가격표" not in owner.last


async def test_a_pasted_list_keeps_what_it_does_not_name_unless_told_otherwise(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("가격표 바꿔줘")
    await owner.says(PRICES["ko"])

    await owner.says("가격표 바꿔줘")
    await owner.says("와이셔츠 3000\n이불 20000")
    owner.sees("2가지", "다른 2가지는 그대로")
    await owner.taps("이것만 남기기")
    await owner.says("가격표 보여줘")
    owner.sees("2가지", "와이셔츠 3,000원", "이불 20,000원")
    assert "코트" not in owner.last

    await owner.says("되돌려줘")
    await owner.says("가격표에서 바지 빼줘")
    owner.sees("바지", "4,500원")
    await owner.says("가격표")
    owner.sees("3가지", "코트 12,000원")
    assert "바지" not in owner.last


async def test_what_is_no_price_list_is_said_to_be_none_and_asked_again(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("가격표 바꿔줘")

    await owner.says("음 글쎄요")
    owner.sees("읽지 못했어요")
    await owner.says("코트 12000")

    owner.sees("코트 12,000원")


async def test_only_the_owner_may(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("영업시간 바꿔줘")
    data = [button["callback_data"] for button in inline_buttons(owner.person.last()) if "callback_data" in button]
    stranger = shop.person(501, "아무개")
    await stranger.starts()

    for sentence in ("영업시간 9시-19시로 바꿔줘", "가게 설정", "가격표 바꿔줘", "QR 만들어줘"):
        await stranger.says(sentence)
    for one in (*data, "1:kind:cafe", "1:set-anew:hours", "1:skip", "1:enough", "1:only-these:x", "1:sheet"):
        await stranger.taps_data(one)

    await owner.says("그만")
    await owner.says("영업시간 보여줘")
    owner.sees("10:00-20:00")


@pytest.mark.parametrize("sentence", ["QR 만들어줘", "print the counter sheet"])
async def test_the_sheet_for_the_counter_comes_as_a_file(shop: ShopUnderTest, sentence: str) -> None:
    owner = await shop.owner()

    await owner.says(sentence)

    sheet = owner.person.last()
    assert sheet["document"]["file_name"] == "counter-sheet.pdf"
    owner.sees("https://t.me/dangol_bot?start=counter")
    minji = shop.person(501, "민지")
    await minji.starts("counter")
    minji.sees("맑은세탁", "본인 확인")


async def test_customers_hear_who_it_is_that_writes_to_them(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    suyeon = shop.person(501, "수연", started=True)
    await shop.assistant.runtime.write(lambda unit: cast.linked(unit, cast.customer(unit, "김수연", NUMBER), suyeon.id))
    await owner.says("담당자 김정호로 해줘")

    await owner.says("김수연 와이셔츠 3장 7500")
    await shop.moves_on(hours=10)
    suyeon.sees("김수연님", "7,500원", "— 맑은세탁 김정호 (10:00-20:00)")
    await owner.says("김수연 다 됐어요")
    await shop.moves_on(hours=15)

    suyeon.sees("와이셔츠 3점", "— 맑은세탁 김정호")
