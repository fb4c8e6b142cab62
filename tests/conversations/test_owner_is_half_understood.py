"""What comes near something is asked about, and what comes near nothing is said to be not understood."""

import pytest
from sqlalchemy import func
from sqlmodel import select

from bot.actions.unit import Unit
from bot.domain.shop import Part
from bot.understanding.nearest import nearest_examples
from bot.understanding.phrasebook import phrases
from storage.models import JournalEntry
from tests import cast, sample
from tests.chat import ShopUnderTest
from tests.understanding.shop import customer, owner


async def _written(shop: ShopUnderTest) -> int:
    return await shop.database.read(lambda session: session.exec(select(func.count()).select_from(JournalEntry)).one())


HALF = [
    ("ko", "조카도 이 창 쓰게 하려는데", "직원 추가", "네, 맞아요", "t.me"),
    ("en", "my cousin minho joins as a helper monday, give access", "add a colleague", "Yes, that", "t.me"),
]


@pytest.mark.parametrize(("language", "sentence", "question", "yes", "answer"), HALF)
async def test_a_deed_that_is_half_understood_is_asked_about_and_done_with_one_tap(
    shop: ShopUnderTest, language: str, sentence: str, question: str, yes: str, answer: str
) -> None:
    chat = await shop.owner(language=language)

    await chat.says(sentence)

    chat.sees(question)
    chat.sees_nothing_of(answer)

    await chat.taps(yes)

    chat.sees(answer)


async def test_a_guess_that_is_not_meant_changes_nothing(shop: ShopUnderTest) -> None:
    def known(unit: Unit) -> None:
        cast.customer(unit, "김수연", "010-2345-6781")

    await shop.assistant.runtime.write(known)
    chat = await shop.owner()
    before = await _written(shop)

    await chat.says("수연씨 저번달 것까지 얼추 만팔천원 정리하고 갔다")
    chat.sees("혹시 이 말씀이세요", "수연", "18,000")
    await chat.taps("그만두기")

    chat.sees("바뀐 것은 없어요")
    assert await _written(shop) == before


TOLD = [
    (
        "ko",
        "수연씨 생일이라면서 이불 하나 맡기고 갔네 22000",
        ("수연", "이불", "22,000"),
        "네, 맞아요",
        "방문",
    ),
    ("en", "김수연 just had a birthday so two pants, 9k, put that down", ("김수연", "9,000"), "Yes, that", "visit"),
]


@pytest.mark.parametrize(("language", "sentence", "told", "yes", "answer"), TOLD)
async def test_a_visit_told_as_a_story_is_read_back_and_written_with_one_tap(
    shop: ShopUnderTest, language: str, sentence: str, told: tuple[str, ...], yes: str, answer: str
) -> None:
    await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김수연", "010-2345-6781"))
    chat = await shop.owner(language=language)
    before = await _written(shop)

    await chat.says(sentence)
    chat.sees(*told)
    assert await _written(shop) == before

    await chat.taps(yes)
    chat.sees("김수연", answer)
    assert await _written(shop) > before


DEEDS = [
    ("ko", "목요일 건강검진이라 쉴게", ("쉬는 날", "11/26"), "네, 맞아요", ("11/26",)),
    ("ko", "부모님 제사라 26일 27일 못 열어", ("11/26", "11/27"), "네, 맞아요", ("11/26", "11/27")),
    ("en", "memorial rite on the 26th, can't open", ("26 Nov",), "Yes, that", ("26 Nov",)),
    ("ko", "박민수 코트 하나고 김수연은 치마 둘이야", ("박민수", "김수연"), "네, 맞아요", ("코트", "치마")),
]


@pytest.mark.parametrize(("language", "sentence", "told", "yes", "done"), DEEDS)
async def test_a_deed_told_from_its_pieces_names_them_before_it_is_done(
    shop: ShopUnderTest, language: str, sentence: str, told: tuple[str, ...], yes: str, done: tuple[str, ...]
) -> None:
    def known(unit: Unit) -> None:
        cast.customer(unit, "김수연", "010-2345-6781")
        cast.customer(unit, "박민수", "010-2345-6782")

    await shop.assistant.runtime.write(known)
    chat = await shop.owner(language=language)
    before = await _written(shop)

    await chat.says(sentence)
    chat.sees(*told)
    assert await _written(shop) == before

    await chat.taps(yes)
    chat.sees(*done)
    assert await _written(shop) > before


@pytest.mark.parametrize(
    ("language", "sentence", "example"),
    [("ko", "택이 어디 있어", "택 127 어디 있어?"), ("en", "where is the tag", "where is tag 127")],
)
async def test_the_nearest_examples_are_shown(shop: ShopUnderTest, language: str, sentence: str, example: str) -> None:
    chat = await shop.owner(language=language)

    await chat.says(sentence)

    chat.sees(example)


def test_nothing_is_near_to_what_has_nothing_to_do_with_the_shop() -> None:
    assert nearest_examples("qwertyuiop zxcvbnm", "owner") == ()
    assert nearest_examples("🙂", "customer") == ()


def test_every_example_is_understood() -> None:
    sides = {"owner": owner, "customer": customer}
    book = phrases("examples")
    examples = [
        (read, example)
        for side, read in sides.items()
        for group in (book[side], *(book[side].get(part.value, {}) for part in Part))
        for language in ("ko", "en")
        for example in group.get(language, ())
    ]

    assert len(examples) > 100
    assert [example for read, example in examples if read(example).ask is None] == []


def test_nothing_of_a_part_that_is_off_is_named() -> None:
    assert "내일 예약" in nearest_examples("내일 예약들", "owner")
    assert "내일 예약" not in nearest_examples("내일 예약들", "owner", frozenset({Part.ORDERS}))


# Which sentence is just between two kinds depends on what was learned last.
TWO_THINGS = {
    "ko": [
        "수연 카드 횟수",
        "수연 단골 횟수",
        "수연 횟수 외상",
        "수연 생일 단골",
        "수연 단골 자주",
        "수연 금액 방문",
        "수연 횟수 보통",
        "수연 포인트 보통",
        "수연 금액 자주",
        "수연 마지막 보통",
        "수연 적립 보통",
    ],
    "en": [
        "suyeon tab visits",
        "suyeon tab often",
        "suyeon birthday points",
        "suyeon regular card",
        "suyeon card brought",
    ],
}


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_where_two_are_as_likely_both_are_to_choose_from(shop: ShopUnderTest, language: str) -> None:
    def known(unit: Unit) -> None:
        cast.customer(unit, "김수연", "010-2345-6781")

    await shop.assistant.runtime.write(known)
    chat = await shop.owner(language=language)
    before = await _written(shop)
    between = [sentence for sentence in TWO_THINGS[language] if owner(sentence).instead is not None]

    await chat.says(between[0])
    chat.sees("1.", "2.", "어느 쪽" if language == "ko" else "Which of these")
    assert await _written(shop) == before

    await chat.taps("2")

    assert "어느 쪽" not in chat.last and "Which of these" not in chat.last


async def test_a_booking_where_none_are_taken_is_not_taken_for_something_else(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(sample.fill)
    owner = await shop.owner(language="en")
    await owner.says("tomorrow half four Emily cut")
    owner.sees("didn't get that")
