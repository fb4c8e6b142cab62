"""A cafe hears of lattes and a theatre of seats; whoever works there hears of what they may do, and of nothing else."""

import pytest

from storage.database import Database
from tests.chat import open_shop

LAUNDRY = "와이셔츠 맡기 맡긴 맡은 풀먹이 코트 예약 선불 포인트 shirt starch coat".split()


SENTENCES = {
    "ko": """도움말 | ㅋㅎㅎ 뭐지 | 브리핑 | 김하나 음료 3개 9000 | 김하나 | 외상 있는 분? | 김하나 자주 하는 거 뭐야?
        | 오늘 | 직원 추가해줘 | 손님 나눠서 보여줘 | 광고는 한 달에 한 번만""",
    "en": """help | blah blah foo | today's brief | Hana Kim 3 snacks 9000 | Hana Kim | who owes money?
        | what does Hana usually have? | add a staff member | groups""",
}


@pytest.mark.parametrize("preset", ["cafe", "theatre"])
@pytest.mark.parametrize("language", ["ko", "en"])
async def test_no_other_kind_of_shop_is_spoken_of(sqlite_database: Database, preset: str, language: str) -> None:
    async with open_shop(sqlite_database, shop_preset=preset, shop_name="가게") as shop:
        owner = await shop.owner(language=language)
        for sentence in SENTENCES[language].split("|"):
            await owner.says(sentence)
            if {"새 손님", "New customer", "Yes"} & set(owner.buttons):
                await owner.taps(owner.buttons[0])

        owner.sees_nothing_of(*LAUNDRY)


async def test_help_and_keys_hold_what_each_of_them_may_do(sqlite_database: Database) -> None:
    async with open_shop(sqlite_database) as shop:
        owner = await shop.owner()
        await owner.says("보기만 하는 직원 추가해줘")
        link = owner.last.rpartition("start=")[2]
        reader = shop.person(9301, "지나")
        await reader.starts(link)
        await reader.says("도움말")

        reader.sees("요즘 안 오신 단골", "손님 몇 분이야?")
        reader.sees_nothing_of("7500", "매출", "되돌려줘", "가게 설정", "엑셀")
        await reader.presses("찾기")
        await owner.says("직원 누구 있어?")
        owner.sees("사장님 · 사장님 (나)", "지나 · 보기만")
