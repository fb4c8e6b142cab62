"""The owner mends what was just written down, settles what is owed, and writes several people down at once."""

import pytest

from tests import sample
from tests.chat import Chat, ShopUnderTest


@pytest.fixture
async def owner(shop: ShopUnderTest) -> Chat:
    await shop.assistant.runtime.write(sample.fill)
    return await shop.owner()


@pytest.mark.parametrize(
    ("first", "correction", "seen", "gone"),
    [
        ("김수연 와이셔츠 3장 7500", "아니 2만원이야", ["와이셔츠 3점", "20,000원", "61번째"], "7,500원"),
        ("김수연 와이셔츠 3장 7500", "아니 4장", ["와이셔츠 4점", "7,500원"], "3점"),
        ("김수연 와이셔츠 3장 7500", "카드로 고쳐줘", ["와이셔츠 3점 7,500원", "카드"], "외상"),
        ("김수연 와이셔츠 3장 7500", "no, 20,000", ["20,000원"], "7,500원"),
        ("김수연 와이셔츠 3장 7500", "아니 바지 2장", ["바지 2점", "7,500원"], "와이셔츠"),
        ("김수연 와이셔츠 3장 7500", "아니 박민수야", ["박민수님(6464)", "41번째"], "김수연"),
        ("손님 셋 12000 현금", "아니 15000원", ["이름 없는 손님", "3분", "15,000원", "현금"], "12,000원"),
    ],
)
async def test_the_last_line_is_corrected_in_a_few_words(
    owner: Chat, first: str, correction: str, seen: list[str], gone: str
) -> None:
    await owner.says(first)
    await owner.says(correction)

    owner.sees(*seen)
    assert gone not in owner.last and owner.buttons == ["되돌리기"]
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요")


async def test_a_correction_counts_once_in_the_takings(owner: Chat) -> None:
    await owner.says("김수연 와이셔츠 3장 7500")
    await owner.says("아니 2만원이야")
    await owner.says("아니 이영희야")
    await owner.taps("이영희 2020 · 11/9(월) 코트")
    owner.sees("이영희님(2020)", "와이셔츠 3점", "20,000원", "17번째")

    await owner.says("오늘 매출 얼마야?")
    owner.sees("20,000원")
    await owner.says("김수연")
    owner.sees("60번")


async def test_without_anything_to_correct_a_correction_is_no_sentence(owner: Chat) -> None:
    await owner.says("아니 2만원이야")

    owner.sees("잘 못 알아들었어요")


async def test_a_new_customer_stays_new_through_a_correction(owner: Chat) -> None:
    await owner.says("강감찬 바지 2장 9000")
    await owner.taps("새 손님")
    await owner.says("아니 3장")
    owner.sees("강감찬님", "바지 3점")
    await owner.says("되돌려줘")

    owner.sees("손님도 지웠어요")


async def test_which_of_several_things_is_asked(owner: Chat) -> None:
    await owner.says("김수연 와이셔츠 3장 바지 1장 12000")
    await owner.says("아니 2장")
    owner.sees("어느 것이")
    await owner.says("아니 바지 2장")

    owner.sees("와이셔츠 3점", "바지 2점", "12,000원")


@pytest.mark.parametrize(
    ("sentence", "left"),
    [("박서준 외상 2만원 받았어", "5,000원"), ("박서준 외상 다 갚았어요 현금", "이제 받을 돈이 없어요")],
)
async def test_what_was_owed_is_paid_back_and_undone(owner: Chat, sentence: str, left: str) -> None:
    await owner.says("박서준 코트 1벌 외상 15000원")
    await owner.taps("새 손님")
    await owner.says("박서준 바지 2장 외상 10000원")
    await owner.says(sentence)
    owner.sees("박서준님", "외상", left)

    await owner.says("외상 누구 있어?")
    assert ("5,000원" in owner.last) == (left == "5,000원")
    await owner.says("되돌려줘")
    owner.sees("되돌렸어요", "25,000원")


async def test_more_than_is_owed_is_not_taken(owner: Chat) -> None:
    await owner.says("김수연 코트 1벌 외상 15000원")

    await owner.says("김수연 외상 30000원 받았어")
    owner.sees("15,000원뿐이에요")
    await owner.says("박민수 외상 갚았어")
    owner.sees("박민수님", "외상이 없어요")


async def test_walk_ins_count_in_the_takings_and_are_nobody(owner: Chat) -> None:
    await owner.says("오늘 매출 얼마야?")
    owner.sees("0원")
    await owner.says("손님 셋 12000 현금")
    owner.sees("이름 없는 손님", "3분", "12,000원", "현금")
    await owner.says("오늘 매출 얼마야?")
    owner.sees("12,000원")
    await owner.says("손님 몇 분?")
    owner.sees("32분")


async def test_several_people_in_one_line(owner: Chat) -> None:
    await owner.says("김수연 와이셔츠 3장 7500, 박민수 바지 2장 9000, 이영희 코트 1벌 15000")

    first = owner.texts[-2]
    assert "2분" in first and "김수연님(6781)" in first and "박민수님(6464)" in first and "이영희" not in first
    owner.sees("이영희", "2분")
    await owner.taps("이영희 2020 · 11/9(월) 코트")
    owner.sees("이영희님(2020)", "15,000원")
    await owner.says("오늘 매출 얼마야?")
    owner.sees("31,500원")


async def test_what_was_written_is_mended_and_settled_in_english(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")

    await owner.says("emily 3 blouses 12000 on tab and james miller 2 shirts 5000")
    owner.sees("2 visits", "Emily Carter", "James Miller")
    await owner.says("Emily paid 5,000 off her tab")
    owner.sees("Emily Carter", "₩5,000", "Still owed: ₩7,000")
    await owner.says("who owes us money?")
    owner.sees("1 customer", "₩7,000", "Emily Carter")
    await owner.says("2 walk-ins 9,000 card")
    owner.sees("2 walk-ins", "₩9,000")
    await owner.says("sorry, it was 8,000")
    owner.sees("₩8,000")
    await owner.says("undo")
    owner.sees("Undone")
