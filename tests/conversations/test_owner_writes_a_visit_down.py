"""The owner writes a visit down in one line, sees it read back and takes it back."""

import pytest

from bot.playground.people import inline_buttons
from storage.database import Database
from tests import sample
from tests.chat import Chat, ShopUnderTest, open_shop


@pytest.fixture
async def owner(shop: ShopUnderTest) -> Chat:
    await shop.assistant.runtime.write(sample.fill)
    return await shop.owner()


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("김수연 와이셔츠 3장 7500", ["김수연님(6781)", "와이셔츠 3점 7,500원", "61번째", "3일(평소 6~8일)"]),
        ("ㅂㅁㅅ 와이셔츠2 5000원 방문기록", ["박민수님(6464)", "와이셔츠 2점 5,000원", "41번째", "4일(평소 9~11일)"]),
        ("김수연 바지 2개 외상 9000원", ["바지 2점 9,000원", "외상"]),
        ("유진석 패딩 1개 만팔천원 카드", ["유진석님(7133)", "18,000원", "카드", "2번째", "아직 몰라요"]),
    ],
)
async def test_one_line_is_read_back_in_full_and_undone(owner: Chat, sentence: str, seen: list[str]) -> None:
    await owner.says(sentence)
    owner.sees(*seen)
    assert owner.buttons == ["되돌리기"]

    await owner.taps("되돌리기")
    owner.sees("되돌렸어요", seen[0].split("님")[0] if "님" in seen[0] else "9,000원")
    await owner.taps("되돌리기")
    owner.sees("이미 되돌렸어요")


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("emily 3 blouses 12000", ["Emily Carter (7810)", "블라우스", "₩12,000", "Visit 27", "5 days", "13–15 days"]),
        (
            "I received now from James Miller four shirts, ten thousand won",
            ["James Miller (4101)", "₩10,000", "Visit 41"],
        ),
    ],
)
async def test_one_line_is_read_back_and_undone_in_english(shop: ShopUnderTest, sentence: str, seen: list[str]) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")

    await owner.says(sentence)
    owner.sees(*seen)
    await owner.says("undo")

    owner.sees("Undone", seen[0].split(" (")[0])


async def test_two_who_fit_are_asked_about_and_the_tap_writes_it(owner: Chat) -> None:
    await owner.says("이영희 코트 1벌 15000")
    assert owner.buttons == ["이영희 2020 · 11/9(월) 코트", "이영희 3131 · 5/25(월) 운동화", "새 손님"]

    await owner.taps("이영희 3131 · 5/25(월) 운동화")

    owner.sees("이영희님(3131)", "코트", "15,000원", "2번째")
    await owner.taps("이영희 2020 · 11/9(월) 코트")
    owner.sees("이미 끝났거나")
    await owner.says("3131")
    owner.sees("2번 오셨어요")


async def test_the_end_of_the_number_answers_the_question_too(owner: Chat) -> None:
    await owner.says("이영희 코트 1벌 15000")
    await owner.says("6781")
    owner.sees("김수연님")  # Another number is another question, and the first one waits on.

    await owner.says("2020")

    owner.sees("이영희님(2020)", "15,000원", "17번째")


async def test_somebody_new_is_written_down_with_one_tap_and_gone_with_another(owner: Chat) -> None:
    await owner.says("강감찬 바지 2장 9000")
    owner.sees("강감찬", "처음")
    await owner.taps("새 손님")
    owner.sees("강감찬님", "바지 2점", "9,000원", "첫 방문", "새 손님으로")

    await owner.says("강감찬")
    owner.sees("1번 오셨어요")
    await owner.says("손님 몇 분?")
    owner.sees("33분")


async def test_undo_of_a_new_customer_leaves_no_trace_in_the_lists(owner: Chat) -> None:
    await owner.says("강감찬 바지 2장 9000")
    await owner.taps("새 손님")
    await owner.taps("되돌리기")
    owner.sees("되돌렸어요", "손님도 지웠어요")

    await owner.says("손님 몇 분?")
    owner.sees("32분")
    await owner.presses("찾기")
    await owner.says("강감찬")
    owner.sees("찾은 손님이 없어요")


async def test_a_name_with_a_slip_is_asked_about_before_it_is_written(owner: Chat) -> None:
    await owner.says("oliva brown 1 coat 15k")

    assert any("Olivia Brown 4828" in button for button in owner.buttons) and len(owner.buttons) == 2


@pytest.mark.parametrize("sentence", ["김수연 와이셔츠 5000장 7500", "김수연 와이셔츠 3장 9억원"])
async def test_what_cannot_be_is_said_and_nothing_is_written(owner: Chat, sentence: str) -> None:
    await owner.says(sentence)

    assert "되돌리기" not in owner.buttons
    await owner.says("김수연")
    owner.sees("60번")


async def test_an_undo_stops_at_what_came_after(owner: Chat) -> None:
    await owner.says("김수연 와이셔츠 3장 7500")
    await owner.says("김수연 다 됐어요")
    recorded = next(m for m in owner.person.sees() if "61번째" in str(m.get("text", "")))

    data = inline_buttons(recorded)[0]["callback_data"]
    await owner.taps_data(data, under=recorded["message_id"])

    owner.sees("되돌릴 수 없어요")


async def test_old_words_are_not_taken_for_new_ones(owner: Chat) -> None:
    await owner.says("이영희 코트 1벌 15000")
    await owner.says("그만")
    await owner.taps("이영희 2020 · 11/9(월) 코트")

    owner.sees("다시 말씀해 주세요")


@pytest.mark.parametrize("preset", ["cafe", "theatre", "salon"])
async def test_a_shop_that_keeps_nothing_says_nothing_of_orders(sqlite_database: Database, preset: str) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        owner = await shop.owner()
        await owner.says("김민지 라떼 2잔 11000")
        await owner.taps("새 손님")
        owner.sees("김민지님", "11,000원", "첫 방문")

        await owner.says("김민지 다 됐어요")
        owner.sees("잘 못 알아들었어요")
        await owner.says("김민지")

        owner.sees("1번 오셨어요")
        owner.sees_nothing_of("맡김", "작업 중", "다 됨")
