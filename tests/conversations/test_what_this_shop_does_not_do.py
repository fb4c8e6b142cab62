"""What is said in words of a part that this shop has not: a visit where it tells of one, and else nothing at all."""

import pytest

from bot.actions.unit import Unit
from storage.database import Database
from tests import cast
from tests.chat import open_shop


def _known(unit: Unit) -> None:
    cast.customer(unit, "Emily Carter", "010-7109-4884")
    cast.customer(unit, "김수연", "010-2345-6781")


@pytest.mark.parametrize(
    ("preset", "sentence", "seen"),
    [
        ("salon", "done with Emily, cut 25000", "커트 ₩25,000"),
        ("theatre", "Emily took two balcony seats, paid 70000", "발코니석 ×2 ₩70,000"),
        ("theatre", "Mr Lucien Moreau has taken two balcony places, he paid 70,000", "Lucien Moreau"),
        ("cafe", "고객카드에 추가해줄래? 김수연 우유 안 돼", "우유 안 돼"),
    ],
)
async def test_what_would_be_an_order_elsewhere_is_a_visit_or_a_note_here(
    sqlite_database: Database, preset: str, sentence: str, seen: str
) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        await shop.assistant.runtime.write(_known)
        owner = await shop.owner(language="en")

        await owner.says(sentence)

        owner.sees(seen)
        owner.sees_nothing_of("Ready", "ready", "picked up")


@pytest.mark.parametrize(
    ("preset", "language", "sentence"),
    [
        ("salon", "ko", "안 찾아간 손님"),
        ("salon", "en", "Emily is ready"),
        ("cafe", "ko", "김수연 선불 얼마 남았어"),
        ("cafe", "en", "what's Emily's balance?"),
        ("laundry", "ko", "오늘 예약 몇 건?"),
        ("theatre", "ko", "김수연 찾아갔어요"),
        ("laundry", "en", "take 200 points off Emily"),
    ],
)
async def test_no_question_is_answered_with_the_next_best(
    sqlite_database: Database, preset: str, language: str, sentence: str
) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        await shop.assistant.runtime.write(_known)
        owner = await shop.owner(language=language)

        await owner.says(sentence)

        owner.sees("잘 못 알아들었어요" if language == "ko" else "I didn't get that")
