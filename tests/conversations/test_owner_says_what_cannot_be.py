"""Money, dates and counts that nobody can mean: the reason is said with what was read, and nothing is written."""

import pytest
from sqlalchemy import func
from sqlmodel import select

from storage.database import Database
from storage.models import JournalEntry
from tests import sample
from tests.chat import Chat, ShopUnderTest, open_shop

# What is said, what the answer names, and what is wrong with it.
LAUNDRY = {
    "ko": [
        ("김수연 코트 -5000원", "‘-5000원’", "0보다 커야"),
        ("김수연 코트 1벌 -15000", "‘-15000’", "0보다 커야"),
        ("아니 -5000원이야", "‘-5000원’", "0보다 커야"),
        ("김수연 외상 -5000원 갚음", "‘-5000원’", "0보다 커야"),
        ("김수연 외상 0원 갚음", "‘0원’", "0보다 커야"),
        ("손님 5명 -20000원", "‘-20000원’", "0보다 커야"),
        ("김수연 코트 99999999999원", "‘99999999999원’", "너무 큰"),
        ("김수연 코트 15000,5원", "‘15000,5원’", "얼마인지"),
        ("김수연 코트 1벌 15.000원", "‘15.000원’", "얼마인지"),
        ("김수연 코트 만만원", "‘만만원’", "얼마인지"),
        ("김수연 셔츠 3장 만팔쳔원", "‘만팔쳔원’", "얼마인지"),
        ("김수연 셔츠 3장 칠처오백", "‘칠처오백’", "얼마인지"),
        ("김수연 셔츠 3장 75oo원", "‘75oo원’", "얼마인지"),
        ("김수연 셔츠 3장 7500 - 1000", "‘-’", "빼는 셈"),
        ("김수연 셔츠 3장 천원 할인", "‘할인’", "빼는 셈"),
        ("김수연 셔츠 3장 7500 10% 할인", "‘할인’", "빼는 셈"),
        ("김수연 코트 1/2벌 6000", "‘1/2벌’", "999까지"),
        ("김수연 코트 2분의 1벌", "‘2분의 1벌’", "999까지"),
        ("상위 0명", "‘0’", "1분부터"),
        ("-30일 안 온 손님", "‘-30일’", "볼 수 없는 기간"),
        ("김수연 코트 1e9", "‘1e9’", "얼마인지"),
        ("코트 1000벌", "‘1000’", "999까지"),
        ("김수연 셔츠 1001장 7500", "‘1001’", "999까지"),
        ("김수연 코트 천벌", "‘천’", "999까지"),
        ("김수연 코트 0벌", "‘0’", "999까지"),
        ("김수연 코트 1.5벌", "‘1.5’", "999까지"),
        ("김수연 코트 반벌 15000", "‘반’", "999까지"),
        ("김수연 코트 -2벌", "‘-2’", "999까지"),
        ("김수연 코트 두 벌 반 15000", "‘두 벌 반’", "999까지"),
        ("김수연 단추 -3개", "‘-3’", "999까지"),
        ("손님 1000명 5000원", "‘1000’", "999까지"),
        ("김수연 코트 1벌 15000 2월 30일까지", "‘2월 30일’", "달력에 없는"),
        ("2월 30일 김수연 코트 1벌 15000", "‘2월 30일’", "달력에 없는"),
        ("김수연 코트 1벌 15000 2/30", "‘2/30’", "달력에 없는"),
        ("김수연 코트 1벌 13월 45일까지", "‘13월 45일’", "달력에 없는"),
        ("김수연 늦어져요 11월 31일까지", "‘11월 31일’", "달력에 없는"),
        ("김수연 외상 2월 30일에 갚는대", "‘2월 30일’", "달력에 없는"),
        ("2월 30일에 세제 주문하라고 알려줘", "‘2월 30일’", "달력에 없는"),
        ("2월 30일 매출?", "‘2월 30일’", "달력에 없는"),
        ("이월 삼십일 매출", "‘이월 삼십일’", "달력에 없는"),
        ("13월 매출", "‘13월’", "달력에 없는"),
        ("11월 31일까지 찾아갈 거", "‘11월 31일’", "달력에 없는"),
        ("2월 29일 매출", "2026년, 2027년", "2월 29일이 없"),
        ("김수연 코트 1벌 2027년 2월 29일까지", "2027년", "2월 29일이 없"),
        ("김수연 코트 1벌 오늘 25시까지", "‘25시’", "시계에 없는"),
        ("김수연 코트 1벌 내일 9시 75분까지", "‘9시 75분’", "시계에 없는"),
        ("김수연 코트 1벌 내일 14:75까지", "‘14:75’", "시계에 없는"),
        ("김수연 코트 15000 지난주", "‘지난주’", "어느 날"),
        ("아니 지난주야", "‘지난주’", "어느 날"),
        ("0일 이상 안 온 손님", "‘0일’", "볼 수 없는 기간"),
        ("9999999일 안 온 손님", "‘9999999일’", "볼 수 없는 기간"),
        ("김수연 코트 1벌 2099년 1월 1일까지", "2099.1.1(목)", "너무 먼"),
        ("내일 김수연 왔다감", "11/22(일)", "아직 오지 않은"),
        ("12월 25일에 김수연 다녀감", "12/25(금)", "아직 오지 않은"),
        ("김수연 코트 1벌 15000 어제까지", "11/20(금)", "맡기신 날보다"),
        ("김수연 코트 1벌 15000 11월 3일까지", "11/3(화)", "맡기신 날보다"),
    ],
    "en": [
        ("emily 3 shirts eigteen thousand", "“eigteen”", "how much"),
        ("emily 3 shirts 9ooo", "“9ooo”", "how much"),
        ("emily 3 shirts 9000 - 1000", "“-”", "only the sum you took"),
        ("emily 3 shirts 10% off", "“% off”", "only the sum you took"),
        ("emily 1/2 coat", "“1/2”", "1 to 999"),
        ("emily half coat 9000", "“half”", "1 to 999"),
        ("top 0", "“0”", "starts with 1"),
        ("no visit in -30 days", "“-30 days”", "no stretch of time"),
        ("emily coat -5000 won", "“-5000 won”", "above zero"),
        ("emily paid -5000 on her tab", "“-5000”", "above zero"),
        ("emily coat 99999999999 won", "“99999999999 won”", "too large"),
        ("emily coat 1e9", "“1e9”", "how much"),
        ("emily 1000 coats", "“1000”", "1 to 999"),
        ("emily a thousand coats", "“a thousand”", "1 to 999"),
        ("emily 0 coats", "“0”", "1 to 999"),
        ("emily zero coats 15000", "“zero”", "1 to 999"),
        ("emily 1.5 coats 15000", "“1.5”", "1 to 999"),
        ("emily half a coat 15000", "“half”", "1 to 999"),
        ("emily 1 coat 15000 by feb 30", "“feb 30”", "No calendar"),
        ("emily 1 coat 15000 on the 30th of february", "“30th of february”", "No calendar"),
        ("emily 1 coat 15000 by Nov 31", "“Nov 31”", "No calendar"),
        ("emily 1 coat 15000 by 2/30", "“2/30”", "No calendar"),
        ("emily 1 coat by the 32nd", "“the 32nd”", "No calendar"),
        ("remind me on feb 30 to call the boiler guy", "“feb 30”", "No calendar"),
        ("sales on feb 30", "“feb 30”", "No calendar"),
        ("orders due by feb 30", "“feb 30”", "No calendar"),
        ("emily 1 coat by feb 29 2027", "in 2027", "no 29 February"),
        ("sales on feb 29", "in 2026 or 2027", "no 29 February"),
        ("emily 1 coat tomorrow 14:75", "“14:75”", "No clock"),
        ("emily 1 coat by tomorrow at 25:00", "“25:00”", "No clock"),
        ("emily 1 coat 15000 last week", "“last week”", "Which day"),
        ("emily 2 coats 30000 by next week", "“next week”", "Which day"),
        ("sales in the last 0 days", "“0 days”", "no stretch"),
        ("emily 2 coats ₩-5000", "“₩-5000”", "above zero"),
        ("emily minus two coats", "“minus two”", "1 to 999"),
        ("emily came tomorrow", "Sun 22 Nov", "not come yet"),
        ("emily 1 coat 15000 by yesterday", "Fri 20 Nov", "before the day"),
    ],
}
SALON = {
    "ko": [
        ("김수연 커트 -20000원", "‘-20000원’", "0보다 커야"),
        ("김수연 -10만원 충전", "‘-10만원’", "0보다 커야"),
        ("김수연 0원 충전", "‘0원’", "0보다 커야"),
        ("김수연 999999999999원 충전", "‘999999999999원’", "너무 큰"),
        ("김수연 2월 30일 3시 커트", "‘2월 30일’", "달력에 없는"),
        ("김수연 예약 11월 31일 3시로 옮겨줘", "‘11월 31일’", "달력에 없는"),
        ("2월 30일 예약 있어?", "‘2월 30일’", "달력에 없는"),
        ("2월 30일에 쉬어요", "‘2월 30일’", "달력에 없는"),
        ("김수연 내일 25시 커트", "‘25시’", "시계에 없는"),
        ("김수연 내일 9시 75분 커트", "‘9시 75분’", "시계에 없는"),
        ("김수연 내일 오전 13시 커트", "‘오전 13시’", "시계에 없는"),
        ("영업시간 10시부터 25시", "‘25시’", "시계에 없는"),
        ("김수연 어제 3시 커트 예약", "11/20(금) 15시", "이미 지난"),
        ("김수연 11월 3일 3시 커트", "11/3(화) 15시", "이미 지난"),
    ],
    "en": [
        ("book emily for feb 30 2pm cut", "“feb 30”", "No calendar"),
        ("book emily tomorrow at 25:00", "“25:00”", "No clock"),
        ("emily prepaid -100000", "“-100000”", "above zero"),
        ("appointments on 31 november", "“31 november”", "No calendar"),
        ("book emily yesterday 3pm", "Fri 20 Nov 3 pm", "over already"),
        ("book emily for nov 3 3pm cut", "Tue 3 Nov 3 pm", "over already"),
        ("emily 2.5 cuts 20000", "“2.5”", "1 to 999"),
    ],
}
CAFE = {
    "ko": [
        ("김수연 아메리카노 0잔", "‘0’", "999까지"),
        ("김수연 아메리카노 2잔 -9000원", "‘-9000원’", "0보다 커야"),
        ("김수연 라떼 2잔 구천구천원", "‘구천구천원’", "얼마인지"),
        ("김수연 포인트 -500점 적립", "‘-500점’", "0보다 커야"),
        ("김수연 포인트 1.5점 적립", "‘1.5점’", "얼마인지"),
        ("손님 -3명 12000", "‘-3’", "999까지"),
        ("2월 30일 매출", "‘2월 30일’", "달력에 없는"),
    ],
    "en": [("emily 0.5 lattes 4500", "“0.5”", "1 to 999"), ("sales on nov 31", "“nov 31”", "No calendar")],
}
# What is just possible is still written down.
POSSIBLE = {
    "ko": [
        ("김수연 코트 12벌 150000", "12점 150,000원"),
        ("김수연 셔츠 999장", "999점"),
        ("1000원짜리 양말 3켤레 김수연", "양말 3점 3,000원"),
        ("김수연 코트 1벌 1만 5천원", "15,000원"),
        ("김수연 코트 1벌 1.8만", "18,000원"),
        ("김수연 코트 1벌 0원", "코트"),
        ("김수연 코트 1벌 2월 28일까지", "2027.2.28(일)"),
        ("김수연 코트 1벌 31일까지", "12/31(목)"),
        ("김수연 코트 1벌 내일 24시까지", "11/23(월)"),
        ("김수연 코트 1벌 내일 오후 13시까지", "13시"),
        ("11월 3일 김수연 코트 1벌 15000", "11/3(화)"),
        ("김수연 메모: 2월 30일은 없는 날이라고 농담함", "2월 30일"),
    ],
    "en": [
        ("emily 12 coats 150000", "×12"),
        ("emily 15000 coat", "₩15,000"),
        ("emily 100 shirts 250000", "×100 ₩250,000"),
        ("emily half a dozen shirts 15000", "×6"),
        ("emily 1 coat by feb 28", "Sun 28 Feb 2027"),
        ("emily 1 coat by the 31st", "Thu 31 Dec"),
        ("emily 1 coat by 13:30 tomorrow", "1:30 pm"),
    ],
}


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_laundry_hears_the_reason_and_nothing_is_written(shop: ShopUnderTest, language: str) -> None:
    await _says_why(shop, language, LAUNDRY[language])


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(("preset", "lines"), [("salon", SALON), ("cafe", CAFE)])
async def test_a_salon_and_a_cafe_hear_the_reason_and_nothing_is_written(
    sqlite_database: Database, preset: str, lines: dict[str, list[tuple[str, str, str]]], language: str
) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        await _says_why(shop, language, lines[language])


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_what_is_just_possible_is_written(shop: ShopUnderTest, language: str) -> None:
    owner = await _owner(shop, language)
    for sentence, seen in POSSIBLE[language]:
        before = await _written(shop)
        await owner.says(sentence)
        owner.sees(seen)
        assert await _written(shop) > before, sentence


@pytest.mark.parametrize(
    ("language", "sentence", "noted"),
    [
        ("ko", "김수연 코트 1벌 단추 헐거움 15000", "살펴 둔 것: 단추 헐거움"),
        ("ko", "김수연 코트 1벌 소매 끝 얼룩 심함 15000 카드", "살펴 둔 것: 소매 끝 얼룩 심함"),
        ("ko", "김수연 코트 1벌 15000 단추 헐거움 금요일까지", "살펴 둔 것: 단추 헐거움"),
        ("en", "emily 1 coat 15000 loose button", "Noted: loose button"),
        ("en", "emily 1 coat torn lining 15000", "Noted: torn lining"),
    ],
)
async def test_what_is_wrong_with_a_thing_is_kept_without_a_comma_too(
    shop: ShopUnderTest, language: str, sentence: str, noted: str
) -> None:
    owner = await _owner(shop, language)

    await owner.says(sentence)

    owner.sees(noted)


async def test_somebody_came_on_the_friday_that_was(shop: ShopUnderTest) -> None:
    owner = await _owner(shop, "ko")

    await owner.says("김수연 금요일에 와서 7000원 냈어")

    owner.sees("7,000원", "11/20(금) 방문")


async def test_no_and_a_number_is_a_tag_and_corrects_nothing(shop: ShopUnderTest) -> None:
    owner = await _owner(shop, "en")
    await owner.says("emily 1 coat 15000 tag 91")
    before = await _written(shop)

    await owner.says("No 91")
    assert await _written(shop) == before
    await owner.says("No 91 ready")

    owner.sees("Emily Carter", "Ready", "코트")
    assert await _written(shop) > before


async def _says_why(shop: ShopUnderTest, language: str, lines: list[tuple[str, str, str]]) -> None:
    owner = await _owner(shop, language)
    await owner.says("포인트 켜줘" if language == "ko" else "turn points on")
    before = await _written(shop)
    for sentence, read, reason in lines:
        await owner.says(sentence)
        owner.sees(read, reason)
        assert owner.buttons == [], sentence
    assert await _written(shop) == before


async def _owner(shop: ShopUnderTest, language: str) -> Chat:
    await shop.assistant.runtime.write(sample.fill)
    return await shop.owner(language=language)


async def _written(shop: ShopUnderTest) -> int:
    return await shop.database.read(lambda session: session.exec(select(func.count()).select_from(JournalEntry)).one())
