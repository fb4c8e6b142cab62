"""A play is asked for under its name in either language, and every page of the answer can be turned to."""

import pytest

from bot.actions.unit import Unit
from storage.database import Database
from tests import cast
from tests.chat import open_shop

_AUDIENCE = 12


@pytest.mark.parametrize(
    ("listed", "question"),
    [
        ("햄릿 (박지훈)", "who saw Hamlet?"),
        ("갈매기 (박지훈, 이서연)", "who has seen the seagull"),
        ("Hamlet", "햄릿 보신 분"),
        ("아마데우스", "who saw Amadeus"),
    ],
)
async def test_who_saw_a_play_is_answered_in_either_language(
    sqlite_database: Database, listed: str, question: str
) -> None:
    def seen(unit: Unit) -> None:
        for number in range(_AUDIENCE):
            one = cast.customer(unit, f"관객{chr(0xAC00 + 28 * number)}", f"010-2345-{6000 + number}")
            cast.visit(unit, one, 1 + number, (listed, 1, 30_000))

    async with open_shop(sqlite_database, shop_preset="theatre") as shop:
        owner = await shop.owner(language="en")
        await owner.says("change the price list")
        await owner.says(f"{listed} 30000")
        await shop.assistant.runtime.write(seen)

        await owner.says(question)

        owner.sees(listed, str(_AUDIENCE), "1–10")
        await owner.taps("Next ▶" if question.isascii() else "다음 ▶")

        owner.sees("11–12")
