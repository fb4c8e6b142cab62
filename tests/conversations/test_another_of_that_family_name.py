"""Sarah Brown is no Olivia Brown: what is said of her is asked about and never written down for the other."""

import pytest

from bot.actions.unit import Unit
from storage.database import Database
from tests import cast
from tests.chat import ShopUnderTest, open_shop


@pytest.mark.parametrize(
    "sentence",
    [
        "sarah brown dropped off 2 coats",
        "Sarah Brown 3 shirts 9000",
        "note for Sarah Brown: no starch",
        "book Sarah Brown tomorrow at 3",
        "how often has Sarah Brown been",
    ],
)
async def test_nothing_is_told_or_written_of_the_one_who_is_known(sqlite_database: Database, sentence: str) -> None:
    async with open_shop(sqlite_database, shop_preset="salon") as shop:
        await shop.assistant.runtime.write(
            lambda unit: cast.visit(unit, cast.customer(unit, "Olivia Brown", "010-1234-6781"), 3)
        )
        owner = await shop.owner(language="en")
        await owner.says(sentence)
        owner.sees("Sarah Brown")
        assert "Olivia" not in owner.last
        await owner.says("Olivia Brown 2 cuts 50000")
        owner.sees("Olivia Brown", "Visit 2.")


async def test_ben_lee_is_no_ann_lee_where_the_shop_knows_a_korean_lee_too(shop: ShopUnderTest) -> None:
    def write(unit: Unit) -> None:
        cast.customer(unit, "Ann Lee", "010-1234-6781")
        cast.customer(unit, "이영희", "010-1234-5678")

    await shop.assistant.runtime.write(write)
    owner = await shop.owner(language="en")

    await owner.says("Ben Lee 2 shirts 5000")

    owner.sees("“Ben Lee”")
    await owner.says("Younghee Lee 2 shirts 5000")
    owner.sees("이영희 (5678)")
