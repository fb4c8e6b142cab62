"""Paid ahead, points that are off until somebody wants them, and the evening's one question."""

from datetime import timedelta

import pytest

from bot.actions.unit import Unit
from bot.playground.people import inline_buttons
from storage.database import Database
from tests import cast, sample
from tests.chat import Chat, ShopUnderTest, open_shop


@pytest.fixture
async def owner(shop: ShopUnderTest) -> Chat:
    await shop.assistant.runtime.write(sample.fill)
    return await shop.owner()


async def test_what_is_paid_ahead_is_used_and_never_goes_below_zero(owner: Chat) -> None:
    await owner.says("김수연 10만원 충전")
    owner.sees("김수연님(6781)", "선불 100,000원", "잔액 100,000원")
    await owner.says("잔액?")
    owner.sees("김수연님(6781)", "100,000원")

    await owner.says("김수연 와이셔츠 3장 7500 잔액에서")
    owner.sees("선불에서 뺐어요. 잔액 92,500원")
    await owner.says("김수연")
    owner.sees("선불 잔액 92,500원")
    await owner.says("김수연 코트 10벌 150000 잔액에서")
    owner.sees("잔액은 92,500원", "뺄 수 없어요")
    await owner.says("김수연 잔액 얼마야?")
    owner.sees("92,500원")


async def test_undo_gives_back_what_was_used_and_stops_at_what_was_spent(owner: Chat) -> None:
    await owner.says("김수연 선불 1만원 현금")
    await owner.says("김수연 와이셔츠 3장 7500 잔액에서")
    charged = next(m for m in owner.person.sees() if "선불 10,000원 받았어요" in str(m.get("text", "")))
    data = inline_buttons(charged)[0]["callback_data"]
    await owner.taps_data(data, under=charged["message_id"])
    owner.sees("그 뒤에 쓰셔서")

    await owner.says("되돌려줘")
    await owner.says("김수연 잔액?")
    owner.sees("10,000원")
    await owner.says("되돌려줘")
    await owner.says("김수연 잔액?")
    owner.sees("0원")


async def test_a_correction_of_a_prepaid_visit_moves_the_balance_once(owner: Chat) -> None:
    await owner.says("김수연 10만원 충전")
    await owner.says("김수연 와이셔츠 3장 7500 잔액에서")
    await owner.says("아니 8000원")

    owner.sees("8,000원", "잔액 92,000원")


async def test_points_are_off_until_they_are_wanted(owner: Chat) -> None:
    await owner.says("김수연 포인트 500점 적립")
    owner.sees("잘 못 알아들었어요")
    await owner.says("김수연 포인트 몇 점이야?")
    owner.sees("잘 못 알아들었어요")
    owner.sees_nothing_of("포인트")

    await owner.says("포인트 켜줘")
    owner.sees("포인트", "켜져")
    await owner.says("김수연 포인트 500점 적립")
    owner.sees("500점을 드렸어요", "남은 포인트 500점")
    await owner.says("김수연 포인트 700점 사용")
    owner.sees("500점뿐")
    await owner.says("김수연 포인트 200점 사용")
    owner.sees("남은 포인트 300점")
    await owner.says("포인트 꺼줘")
    await owner.says("김수연")
    assert "포인트" not in owner.last
    await owner.says("되돌려줘")
    await owner.says("김수연")
    owner.sees("포인트 300점")


@pytest.mark.parametrize("preset", ["cafe", "theatre"])
async def test_a_cafe_knows_no_prepaid(sqlite_database: Database, preset: str) -> None:
    def people(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "김민지", "010-1234-5678"), 3)

    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        await shop.assistant.runtime.write(people)
        owner = await shop.owner()
        for sentence in ("김민지 10만원 충전", "김민지 잔액?", "김민지 포인트 100점 적립"):
            await owner.says(sentence)
            owner.sees("잘 못 알아들었어요")
        await owner.says("김민지")
        owner.sees_nothing_of("선불", "잔액", "포인트")


async def test_the_day_is_closed_in_one_line_and_nothing_is_written_twice(shop: ShopUnderTest, owner: Chat) -> None:
    await owner.says("김수연 와이셔츠 3장 7500")
    shop.clock.forward(timedelta(hours=10, minutes=15))
    await shop.tick()
    owner.sees("방문 1건", "7,500원", "오늘 빠진 손님 있나요?")
    before = len(owner.texts)
    await shop.moves_on(minutes=10)
    assert len(owner.texts) == before

    await owner.says("김수연 와이셔츠 3장 7500, 박민수 바지 2장 9000, 유진석 패딩 1벌 18000")
    closed = owner.texts[-2]
    assert "2분" in closed and "박민수님" in closed and "이미 적혀 있어" in closed and "김수연" in closed
    owner.sees("더 빠진 손님")
    await owner.says("없어요")
    owner.sees("방문 3건", "34,500원", "마감했어요")
    await owner.says("오늘 매출 얼마야?")
    owner.sees("34,500원")


async def test_nobody_asks_on_a_day_without_a_line(shop: ShopUnderTest, owner: Chat) -> None:
    before = len(owner.texts)
    shop.clock.forward(timedelta(hours=10, minutes=15))

    await shop.tick()

    assert len(owner.texts) == before


async def test_the_balance_is_kept_and_the_day_closed_in_english(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")
    await owner.says("Emily topped up 100,000")
    owner.sees("Emily Carter", "prepaid ₩100,000", "Balance ₩100,000")
    await owner.says("emily 3 blouses 12000 from her balance")
    owner.sees("Balance ₩88,000")
    await owner.says("how much prepaid does Emily have left?")
    owner.sees("₩88,000")
    await owner.says("close the day")
    owner.sees("1 visit,", "₩12,000", "Was anybody left out")
    await owner.says("james miller 2 shirts 5000")
    assert "James Miller" in owner.texts[-2]
    await owner.says("nobody")
    owner.sees("2 visits", "₩17,000")


async def test_two_who_fit_are_asked_about_before_money_moves(owner: Chat) -> None:
    await owner.says("이영희 10만원 충전")
    assert owner.buttons == ["이영희 2020 · 11/9(월) 코트", "이영희 3131 · 5/25(월) 운동화", "새 손님"]
    await owner.says("2020")
    owner.sees("이영희님(2020)", "잔액 100,000원")

    await owner.says("이영희 잔액?")
    assert len(owner.buttons) == 2 and "100,000" not in owner.last
    await owner.says("이영희 외상 받았어")
    await owner.taps("이영희 3131 · 5/25(월) 운동화")
    owner.sees("이영희님", "외상이 없어요")


@pytest.mark.parametrize("sentence", ["김수연 100억원 충전", "손님 200명 12000원", "김수연 선불 0원"])
async def test_what_cannot_be_is_not_written(owner: Chat, sentence: str) -> None:
    await owner.says(sentence)

    assert "되돌리기" not in owner.buttons
    await owner.says("오늘 매출 얼마야?")
    owner.sees("0원")
    await owner.says("김수연 잔액?")
    owner.sees("0원")


@pytest.mark.parametrize(
    ("language", "begun", "hello", "greeted", "later", "put_off", "visit", "seen"),
    [
        (
            "ko",
            "마감할게",
            "안녕하세요",
            "빠진 손님이 있나요",
            "월요일에 알려줄게",
            "나중에 말씀해",
            "어제 김수연 와이셔츠 2장 5000",
            "11/20(금)",
        ),
        (
            "en",
            "close the day",
            "hi",
            "Was anybody left out",
            "I'll tell you on Monday",
            "tell me then",
            "yesterday James 2 shirts 5000",
            "Fri 20 Nov",
        ),
    ],
)
async def test_in_the_evenings_question_a_greeting_is_greeted_and_another_time_is_accepted(
    shop: ShopUnderTest,
    language: str,
    begun: str,
    hello: str,
    greeted: str,
    later: str,
    put_off: str,
    visit: str,
    seen: str,
) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language=language)
    await owner.says(begun)
    await owner.says(hello)
    owner.sees(greeted)
    await owner.says(later)
    owner.sees(put_off)
    await owner.says(visit)
    owner.sees(seen)
    assert not any("더 빠진" in text or "Anybody else" in text for text in owner.texts)


@pytest.mark.parametrize(
    ("language", "hello", "greeted"), [("ko", "안녕하세요", "사장님, 안녕하세요"), ("en", "hello", "Hello, boss")]
)
async def test_a_greeting_of_the_owner_is_greeted(shop: ShopUnderTest, language: str, hello: str, greeted: str) -> None:
    owner = await shop.owner(language=language)
    await owner.says(hello)
    owner.sees(greeted)


async def test_what_is_left_open_while_the_day_is_closed_is_said(owner: Chat) -> None:
    await owner.says("하루 마감하자")
    await owner.says("뭐라고 하더라 그거")
    owner.sees("적지 않았어요", "더 빠진 손님")
    await owner.says("탁소민 코트 1벌 15000")
    owner.sees("‘탁소민’ 손님은 처음이에요")
    await owner.says("최민호 코트 1벌 15000")
    await owner.says("없어요")
    assert "‘최민호’ 손님은 어느 분인지 몰라서 적지 않았어요" in owner.texts[-2]
    owner.sees("방문 0건", "마감했어요")


@pytest.mark.parametrize(
    ("language", "line", "seen"),
    [
        ("ko", "김수연 바지 2장 9000, 이름 없는 손님 셔츠 2장 5000", "따로 적어 주세요"),
        ("ko", "손님 한 분 5000, 손님 두 분 9000", "따로 적어 주세요"),
        ("en", "김수연 2 trousers 9000 and a walk-in 12000", "line of its own"),
    ],
)
async def test_nobody_of_a_line_is_lost_in_silence(shop: ShopUnderTest, language: str, line: str, seen: str) -> None:
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김수연", "010-2345-6781").id)
    owner = await shop.owner(language=language)
    await owner.says(line)
    owner.sees(seen)
    await owner.says("오늘 매출" if language == "ko" else "sales today")
    owner.sees("방문 0번" if language == "ko" else "0 visits")
