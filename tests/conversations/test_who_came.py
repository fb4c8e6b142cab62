"""Who came on a day or in a week, by name, with what the shop's people do not see left out."""

import pytest

from bot.actions.unit import Unit
from storage.database import Database
from tests import cast
from tests.chat import open_shop


def some_days(unit: Unit) -> None:
    cast.visit(unit, cast.customer(unit, "김수연", "010-1234-6781"), 1)
    cast.visit(unit, cast.customer(unit, "박민수", "010-2222-1111"), 1)
    cast.visit(unit, cast.customer(unit, "Emily Carter", "010-3333-2222"), 4)


@pytest.mark.parametrize(
    ("language", "yesterday", "week", "nobody"),
    [
        ("ko", "어제 누가 왔어?", "이번 주에 다녀가신 분들 명단", "오늘 온 손님 누구야"),
        ("en", "who came in yesterday?", "who has been in this week", "who was in today"),
    ],
)
async def test_who_came_is_a_list(
    sqlite_database: Database, language: str, yesterday: str, week: str, nobody: str
) -> None:
    async with open_shop(sqlite_database) as shop:
        await shop.assistant.runtime.write(some_days)
        owner = await shop.owner(language=language)
        await owner.says(yesterday)
        owner.sees("김수연", "박민수", "2")
        assert "Emily" not in owner.last
        await owner.says(week)
        owner.sees("김수연", "박민수", "Emily Carter", "3")
        await owner.taps("1")
        owner.sees("김수연", "010-1234-6781")
        await owner.says(nobody)
        owner.sees("오신 분이 없어요" if language == "ko" else "Nobody came")
