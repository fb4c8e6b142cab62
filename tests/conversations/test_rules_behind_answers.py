"""Every list says by which rule it was made and who was left out; what is asked back is told in full."""

import pytest

from bot.actions.unit import Unit
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
        ("how much since Monday", "Mon 16 Nov – Sat 21 Nov"),
        ("chart of the week", "a chart of visits and takings"),
    ],
)
async def test_what_is_asked_back_is_told_in_full(shop: ShopUnderTest, question: str, seen: str) -> None:
    owner = await shop.owner(language="en")

    await owner.says(question)

    owner.sees("Did you mean this?", seen)
