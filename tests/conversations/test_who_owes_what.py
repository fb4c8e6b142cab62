"""What somebody owes is asked and told, and asking never pays it."""

import pytest

from storage.database import Database
from tests import cast
from tests.chat import ShopUnderTest, open_shop

ASKED = {
    "ko": ("김수연 외상 얼마야", "수연씨 안 낸 돈 얼마", "김수연 외상 있어?"),
    "en": ("what does Emily owe", "does Emily owe anything?", "Emily's tab"),
}


async def owing(shop: ShopUnderTest, name: str) -> None:
    await shop.assistant.runtime.write(
        lambda unit: cast.visit(unit, cast.customer(unit, name, "010-1234-6781"), 3, ("코트", 1, 12_000), unpaid=12_000)
    )


@pytest.mark.parametrize(
    ("language", "owes", "nothing"),
    [("ko", "받을 돈 12,000원이에요", "받을 돈이 없어요"), ("en", "owes ₩12,000", "owes nothing")],
)
async def test_asking_pays_nothing(sqlite_database: Database, language: str, owes: str, nothing: str) -> None:
    async with open_shop(sqlite_database) as shop:
        await owing(shop, "김수연" if language == "ko" else "Emily Carter")
        owner = await shop.owner(language=language)
        for sentence in ASKED[language]:
            await owner.says(sentence)
            owner.sees(owes)
        await owner.says("김수연 외상 갚음" if language == "ko" else "Emily paid her tab")
        owner.sees("12,000")
        await owner.says(ASKED[language][0])
        owner.sees(nothing)
