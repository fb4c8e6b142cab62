"""Every list says by which rule it was made and who was left out; what is asked back is told in full."""

import pytest

from bot.actions.unit import Unit
from bot.domain.birthday import parse_birthday
from storage import people
from tests import cast
from tests.chat import ShopUnderTest


def _known(unit: Unit) -> None:
    """Two regulars, one newcomer, one with an old number and one who only asked."""
    for number, name in enumerate(("김수연", "Emily Carter")):
        one = cast.customer(unit, name, f"010-2345-678{number}")
        for day in (1, 20, 40, 60):
            cast.visit(unit, one, day, ("셔츠", 1, 1000 * (number + 1)))
    cast.visit(unit, cast.customer(unit, "박민수", "010-5555-1234"), 3, ("코트", 1, 15_000))
    cast.visit(unit, cast.customer(unit, "남궁철", "016-322-4022"), 5, ("셔츠", 1, 1000))
    cast.customer(unit, "나새롬")


@pytest.mark.parametrize(
    ("language", "question", "seen"),
    [
        ("ko", "단골", "나머지 2분은 뺐어요"),
        ("en", "our regulars", "2 others who have been here"),
        ("ko", "이번 달 제일 많이 쓴 손님 2명", "4분 가운데"),
        ("en", "top 2 this month", "Out of 4"),
        ("en", "who is our best customer", "Who spent most, of all time"),
        ("ko", "전화번호 없는 분", "옛 번호(011, 016~019)만 있는 1분은 뺐어요"),
        ("en", "who has no phone number", "1 with only an old number"),
        ("ko", "옛날 번호 쓰는 분", "번호가 없는 1분은 뺐어요"),
        ("en", "who has an old number", "1 without any number"),
        ("ko", "손님 몇 분?", "문의만 하신 1분 포함"),
        ("en", "how many customers can we reach", "2 who cannot be reached"),
        ("ko", "코트 맡긴 분", "이름 없이 적은 방문은 뺐어요"),
        ("en", "new this month", "Left out: visits without a name"),
    ],
)
async def test_an_answer_says_its_rule_and_who_was_left_out(
    shop: ShopUnderTest, language: str, question: str, seen: str
) -> None:
    await shop.assistant.runtime.write(_known)
    owner = await shop.owner(language=language)

    await owner.says(question)

    owner.sees(seen)


@pytest.mark.parametrize(
    ("question", "seen"),
    [
        ("a regular comes 6 times a year", "6+ visits"),
        ("since Tuesday how rich did we get", "Tue 17 Nov – Sat 21 Nov"),
        ("chart of the week", "a chart of visits and takings"),
    ],
)
async def test_what_is_asked_back_is_told_in_full(shop: ShopUnderTest, question: str, seen: str) -> None:
    owner = await shop.owner(language="en")

    await owner.says(question)

    owner.sees("Did you mean this?", seen)


@pytest.mark.parametrize(
    ("language", "question", "seen"),
    [
        ("ko", "오늘 카드 매출", ("카드 매출", "5,000원", "방문 1번", "적지 않은 2번은 뺐어요")),
        ("en", "takings today in cash", ("(cash)", "₩9,000", "1 visit", "2 visits that do not say how")),
    ],
)
async def test_takings_are_told_by_the_way_of_paying(
    shop: ShopUnderTest, language: str, question: str, seen: tuple[str, ...]
) -> None:
    await shop.assistant.runtime.write(_known)
    owner = await shop.owner(language=language)
    for line in (
        "김수연 셔츠 2장 5000 카드",
        "김수연 코트 1벌 9000 현금",
        "박민수 셔츠 1장 3000",
        "박민수 코트 1벌 8000",
    ):
        await owner.says(line)

    await owner.says(question)

    owner.sees(*seen)


@pytest.mark.parametrize(
    ("question", "seen"),
    [("단골인데 생일 모르는 분", "생일을 모르는 단골 2분"), ("regulars without a birthday", "Regulars without")],
)
async def test_a_missing_detail_can_be_asked_of_the_regulars(shop: ShopUnderTest, question: str, seen: str) -> None:
    await shop.assistant.runtime.write(_known)
    owner = await shop.owner()

    await owner.says(question)

    owner.sees(seen)
    assert owner.buttons == ["1", "2"]

    await owner.says("그중 연락 안 되는 분")

    owner.sees("맞는 분이 없어요")


@pytest.mark.parametrize(
    ("question", "seen"),
    [
        ("단골 중 이번 달 생일", "생일인 단골 1분"),
        ("birthdays of regulars this month", "Birthdays of regulars this month"),
    ],
)
async def test_birthdays_can_be_asked_of_the_regulars(shop: ShopUnderTest, question: str, seen: str) -> None:
    def born(unit: Unit) -> None:
        for name, days in (("김수연", (1, 20, 40, 60)), ("박민수", (1,))):
            one = cast.customer(unit, name)
            people.set_birthday(unit.session, unit.vault, one, parse_birthday("1990-11-27", today=unit.today))
            for day in days:
                cast.visit(unit, one, day, ("셔츠", 1, 1000))

    await shop.assistant.runtime.write(born)
    owner = await shop.owner()

    await owner.says(question)

    owner.sees(seen, "김수연")
    assert "박민수" not in owner.last


async def test_asking_whether_it_is_ready_makes_nothing_ready(shop: ShopUnderTest) -> None:
    await shop.assistant.runtime.write(_known)
    owner = await shop.owner()
    await owner.says("김수연 코트 1벌 9000 월요일까지")

    await owner.says("김수연 옷 다 됐어?")

    owner.sees("코트", "맡김")
    assert "되돌리기" not in owner.buttons
