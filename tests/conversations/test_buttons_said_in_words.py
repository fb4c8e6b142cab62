"""Whoever types on answers a question in words and turns pages in words; a tap is never needed."""

import pytest

from bot.actions.unit import Unit
from tests import cast, sample
from tests.chat import ShopUnderTest


def two_of_a_name(unit: Unit) -> None:
    for name, numbers in (("김민지", ("4821", "0912")), ("Emily Carter", ("1234", "1999"))):
        for number, days in zip(numbers, (20, 60), strict=True):
            cast.visit(unit, cast.customer(unit, name, f"010-1111-{number}"), days)


@pytest.mark.parametrize(
    ("language", "sentence", "choice", "seen"),
    [
        ("ko", "김민지 와이셔츠 3장 7500", "4821 쪽", ["김민지님(4821)", "7,500원"]),
        ("ko", "김민지 와이셔츠 3장 7500", "뒷번호 0912", ["김민지님(0912)", "7,500원"]),
        ("ko", "김민지 와이셔츠 3장 7500", "김민지 0912", ["김민지님(0912)", "7,500원"]),
        ("ko", "김민지 와이셔츠 3장 7500", "새 손님이요", ["김민지님", "첫 방문"]),
        ("ko", "김민지 5만원 충전", "두 번째 분이요", ["김민지님(0912)", "50,000원"]),
        ("ko", "김민지 메모: 풀 먹이지 말 것", "첫번째", ["김민지님(4821)", "풀 먹이지 말 것"]),
        ("ko", "김민지 잔액?", "아래 분", ["010-1111-0912"]),
        ("ko", "김민지", "2번", ["010-1111-0912"]),
        ("en", "Emily Carter 3 shirts 7500", "the second", ["Emily Carter (1999)", "₩7,500"]),
        ("en", "Emily Carter 3 shirts 7500", "the one ending in 1234", ["Emily Carter (1234)", "₩7,500"]),
        ("en", "note for Emily: no starch", "number 2", ["Emily Carter (1999)", "no starch"]),
        ("en", "Emily's balance?", "the first one please", ["010-1111-1234"]),
    ],
)
async def test_one_of_two_is_chosen_in_words(
    shop: ShopUnderTest, language: str, sentence: str, choice: str, seen: list[str]
) -> None:
    await shop.assistant.runtime.write(two_of_a_name)
    owner = await shop.owner(language=language)
    await owner.says(sentence)
    assert len(owner.buttons) in (2, 3)

    await owner.says(choice)

    owner.sees(*seen)


async def test_a_place_means_the_newest_question_or_list(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(two_of_a_name)
    owner = await shop.owner()
    await owner.says("김민지 와이셔츠 3장 7500")
    await owner.says("와이셔츠 하신 분 누구야?")

    await owner.says("1번")
    owner.sees("연락: 전화", "010-1111-")

    await owner.says("김민지 와이셔츠 3장 7500")
    await owner.taps("김민지 4821 · 11/1(일) 와이셔츠")
    owner.sees("김민지님(4821)", "7,500원")
    await owner.says("2번")
    owner.sees("연락: 전화", "010-1111-")


@pytest.mark.parametrize(
    ("language", "ask", "on", "narrow", "back", "again", "end"),
    [
        ("ko", "단골 누구야?", "다음", "그중 연락되는 분만", "이전", "목록으로", "더 없어요"),
        ("en", "who are the regulars?", "next page", "only the reachable ones", "previous", "back to the list", "end"),
    ],
)
async def test_pages_turn_in_words_and_a_card_leads_back(
    shop: ShopUnderTest, language: str, ask: str, on: str, narrow: str, back: str, again: str, end: str
) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language=language)
    await owner.says(ask)
    whole = owner.last

    await owner.says(on)
    second = owner.last
    assert second != whole and "\n11. " in second
    await owner.says("12번" if language == "ko" else "number 12")
    assert "010-" in owner.last
    await owner.says(again)
    assert owner.last == second
    await owner.says(back)
    assert owner.last == whole
    await owner.says(back)
    owner.sees(end)

    await owner.says(narrow)
    narrowed = owner.last
    assert narrowed != whole
    await owner.says(on)
    assert owner.last != narrowed and "\n11. " in owner.last
    await owner.says(back)
    assert owner.last == narrowed


async def test_words_that_turn_pages_are_nothing_without_a_list(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    await owner.says("다음")

    owner.sees("잘 못 알아들었어요")


async def test_what_waits_for_any_words_takes_these_too(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner()
    await owner.says("단골 누구야?")
    await owner.says("가게 설정")
    await owner.taps("1")

    await owner.says("돌아가기")

    owner.sees("가게 이름", "돌아가기")


@pytest.mark.parametrize(
    ("language", "sentence", "yes", "no", "seen"),
    [
        ("ko", "강감찬 와이셔츠 3장 7500", "네", "아니요", ["강감찬님", "첫 방문"]),
        ("ko", "강감찬 와이셔츠 3장 7500", "새 손님", "아니", ["강감찬님", "첫 방문"]),
        ("ko", "강감찬 와이셔츠 3장 7500", "응 새로 적어줘", "아니요", ["강감찬님", "첫 방문"]),
        ("ko", "김나라 코트 거의 다 됐어", "네", "아뇨", ["김나라님", "앞으로 맡은 것이 없어요"]),
        ("en", "Ann Lee 3 shirts 7500", "yes", "no", ["Ann Lee", "First visit"]),
        ("en", "Ann Lee 3 shirts 7500", "new customer", "no thanks", ["Ann Lee", "First visit"]),
    ],
)
async def test_a_yes_presses_the_one_button_of_the_newest_question(
    shop: ShopUnderTest, language: str, sentence: str, yes: str, no: str, seen: list[str]
) -> None:
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김나라", "010-1111-7777").id)
    owner = await shop.owner(language=language)
    await owner.says(sentence)
    await owner.says(no)
    owner.sees("바뀐 것은 없어요" if language == "ko" else "Nothing was changed")
    await owner.says(sentence)
    await owner.says("어제 매출" if language == "ko" else "sales yesterday")
    await owner.says("네" if language == "ko" else "yes")
    owner.sees_nothing_of(seen[-1])

    await owner.says(sentence)
    await owner.says(yes)
    owner.sees(*seen)
