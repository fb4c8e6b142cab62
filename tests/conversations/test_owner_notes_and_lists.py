"""Notes, reminders, a message in one's own words, and a list that is narrowed and picked from."""

import pytest

from bot.actions.unit import Unit
from tests import cast, sample
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"


async def known(shop: ShopUnderTest) -> Chat:
    def write(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "김수연", NUMBER), 5)
        cast.visit(unit, cast.customer(unit, "박민수", "010-8161-6464"), 5)

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER)


@pytest.mark.parametrize(
    ("language", "sentence", "person", "note"),
    [
        ("ko", "메모: 김수연 풀 먹이지 말 것", "김수연", "풀 먹이지 말 것"),
        ("ko", "김수연 메모: 풀 먹이지 말 것", "김수연", "풀 먹이지 말 것"),
        ("en", "note for Suyeon: no starch please", "Suyeon", "no starch"),
    ],
)
async def test_a_note_stands_on_the_card_and_goes_with_undo(
    shop: ShopUnderTest, language: str, sentence: str, person: str, note: str
) -> None:
    await known(shop)
    owner = await shop.owner(language=language)

    await owner.says(sentence)
    owner.sees("김수연", note)
    await owner.says(person)
    owner.sees(note)
    await owner.says("되돌려줘" if language == "ko" else "undo")
    await owner.says(person)

    assert note not in owner.last


async def test_a_second_note_stands_behind_the_first_and_health_is_warned_of(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner()
    await owner.says("메모: 김수연 풀 먹이지 말 것")
    await owner.says("김수연 메모: 아토피 있음")

    owner.sees("풀 먹이지 말 것 / 아토피 있음", "건강에 관한 말")


async def test_a_note_about_somebody_new_is_asked_about(shop: ShopUnderTest) -> None:
    await known(shop)
    owner = await shop.owner(language="en")

    await owner.says("note for Minji: no starch please")
    owner.sees("Minji")
    await owner.taps("New customer")
    owner.sees("Minji", "no starch")


async def test_a_reminder_comes_once_at_its_time(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says("내일 3시에 수선집 전화하라고 알려줘")
    owner.sees("11/22(일) 15시", "수선집 전화하기")
    await owner.says("내일 4시에 은행 가라고 알려줘")
    await owner.taps("되돌리기")

    await shop.moves_on(hours=28)
    assert "말씀하신" not in owner.last
    await shop.moves_on(hours=2)
    await shop.moves_on(minutes=5)

    told = [text for text in owner.texts if "말씀하신 알림" in text]
    assert len(told) == 1 and "수선집 전화하기" in told[0]


async def test_a_message_is_shown_before_it_is_sent_and_can_be_held_back(shop: ShopUnderTest) -> None:
    suyeon = await known(shop)
    owner = await shop.owner()
    before = len(suyeon.texts)

    await owner.says("김수연님께 내일 쉰다고 보내줘")
    owner.sees("김수연님(6781)", "이렇게 보낼까요?", "맑은세탁")
    await shop.moves_on(minutes=5)
    assert len(suyeon.texts) == before
    await owner.taps("보내기")
    await owner.taps("되돌리기")
    owner.sees("되돌렸어요")
    await shop.moves_on(minutes=5)
    assert len(suyeon.texts) == before

    await owner.says("김수연님께 내일 쉰다고 보내줘")
    await owner.taps("보내기")
    await shop.moves_on(minutes=1)
    suyeon.sees("김수연님", "맑은세탁")
    await owner.says("되돌려줘")
    owner.sees("이미 보내서")


@pytest.mark.parametrize(
    ("sentence", "seen"),
    [
        ("박민수님께 내일 쉰다고 보내줘", "카카오톡이나 문자로"),
        ("김수연님께 30% 할인한다고 보내줘", "광고"),
        ("김수연님께 문자 보내줘", "뭐라고 보낼까요"),
    ],
)
async def test_what_is_not_sent_says_why(shop: ShopUnderTest, sentence: str, seen: str) -> None:
    await known(shop)
    owner = await shop.owner()

    await owner.says(sentence)

    owner.sees(seen)
    assert "보내기" not in owner.buttons


async def test_the_last_list_is_narrowed_step_by_step_and_a_number_opens_the_card(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner()
    await owner.says("그중 연락되는 분만")
    owner.sees("잘 못 알아들었어요")

    await owner.says("단골 누구야?")
    total = int(owner.last.split("분")[0].split()[-1])
    await owner.says("그중 연락되는 분만")
    owner.sees(f"그 {total}분 가운데", "오늘 연락되는 분")
    await owner.says("그중 30만원 넘는 분")
    owner.sees("300,000원 넘게 쓰신 분", "오늘 연락되는 분")
    first = next(line for line in owner.last.splitlines() if line.startswith("1. "))
    await owner.says("1번")

    owner.sees(first[3:].split("님")[0])
    owner.sees("연락:")
    await owner.says("99번")
    owner.sees("잘 못 알아들었어요")


async def test_the_big_key_and_english_narrow_as_well(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")

    await owner.says("who hasn't come in a month?")
    await owner.says("only the reachable ones")
    owner.sees("of those", "can be reached today")
    await owner.says("of those, who spent over 300,000")
    owner.sees("₩300,000")
