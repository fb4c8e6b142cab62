"""The owner finds a customer by what people say of each other."""

import pytest

from tests import sample
from tests.chat import Chat, ShopUnderTest


@pytest.fixture
async def owner(shop: ShopUnderTest) -> Chat:
    await shop.assistant.runtime.write(sample.fill)
    return await shop.owner()


@pytest.mark.parametrize("sentence", ["김수연", "김수연 찾아줘", "ㄱㅅㅇ", "6781", "김수욘", "6781 고객님"])
async def test_one_person_is_shown_with_everything_that_is_known(owner: Chat, sentence: str) -> None:
    await owner.says(sentence)

    owner.sees("김수연님", "010-2345-6781", "suyeon.kim@example.com", "60번", "11/18(수)", "와이셔츠", "6~8일", "전화")
    assert len(owner.last.splitlines()) <= 6


async def test_somebody_is_found_in_english(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")

    await owner.says("Suyeon Kim")
    owner.sees("김수연", "010-2345-6781", "60 visits")
    await owner.says("find emily")

    owner.sees("Emily Carter", "010-2644-7810", "26 visits", "Mon 16 Nov", "13–15 days", "5 days ago")


async def test_the_name_of_somebody_or_something_changes_no_language(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")

    for sentence in ("show me 김수연", "김수연", "김수연 3 와이셔츠 9000", "6781"):
        await owner.says(sentence)
        assert "님" not in owner.last and "김수연" in owner.last, owner.last
    await owner.says("김수연님 찾아줘")
    owner.sees("김수연님")


async def test_two_of_one_name_are_asked_about_with_what_tells_them_apart(owner: Chat) -> None:
    await owner.says("이영희")

    owner.sees("2분")
    assert owner.buttons == ["이영희 2020 · 11/9(월) 코트", "이영희 3131 · 5/25(월) 운동화"]
    await owner.taps("이영희 3131 · 5/25(월) 운동화")
    owner.sees("010-9090-3131", "1번", "4번부터")


async def test_nobody_is_said_to_be_nobody(owner: Chat) -> None:
    await owner.presses("찾기")
    await owner.says("홍길동")

    owner.sees("홍길동", "찾은 손님이 없어요")
    assert owner.buttons == []


async def test_the_big_key_waits_for_a_name_and_lets_other_questions_through(owner: Chat) -> None:
    await owner.presses("찾기")
    await owner.says("손님 몇 분?")
    owner.sees("32분")
    await owner.says("수연")
    owner.sees("010-2345-6781")


async def test_who_has_no_living_number_is_shown_as_out_of_reach(owner: Chat) -> None:
    await owner.says("백종철")

    owner.sees("017-345-6789", "연락 안 됨", "연락처 없음")
    assert "번호 복사" not in owner.buttons


@pytest.mark.parametrize(
    "text",
    ["%", "_%", "김%", "' OR 1=1 --", "<b>김수연</b>", "ㅁㄴㅇㄹ", "가" * 4096, "\u202e김수연", "🙂🙂", "1:card:x"],
)
async def test_hostile_text_is_just_text(owner: Chat, text: str) -> None:
    await owner.presses("찾기")

    answers = await owner.says(text)

    assert len(answers) == 1 and "문제가 생겼어요" not in answers[0]


@pytest.mark.parametrize(
    "data", ["1:card", "1:card:", "1:card:없음", "1:card:x:y", "1:away", "1:away:x:y:z", "1:who", "1:undo"]
)
async def test_a_forged_button_shows_nobody(owner: Chat, data: str) -> None:
    message = owner.person.last()["message_id"]

    await owner.taps_data(data, under=message)

    assert "김수연" not in owner.last and "010-" not in owner.last


async def test_a_korean_name_in_an_english_chat_is_answered_in_english(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")

    for sentence, seen in (
        ("김수연", "60 visits"),
        ("how much did 김수연 spend this month?", "Spent"),
        ("today", "so far"),
    ):
        await owner.says(sentence)
        owner.sees(seen)


async def test_a_name_is_asked_about_as_it_is_written(shop: ShopUnderTest) -> None:
    owner = await shop.owner(language="en")

    await owner.says("jane doe 3 shirts 7500")

    owner.sees("Jane Doe")
