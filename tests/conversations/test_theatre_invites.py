"""A theatre asks whom to invite: by the plays seen, and three counts that are everybody."""

import re
from collections.abc import AsyncIterator

import pytest

from bot.actions.unit import Unit
from storage import consents, facts, people
from storage.database import Database
from tests import cast
from tests.chat import ShopUnderTest, open_shop

PLAYS = ("햄릿 (박지훈)", "갈매기 (박지훈)", "맥베스 (박지훈)", "리어왕 (이은하)", "템페스트")


@pytest.fixture
async def theatre(sqlite_database: Database) -> AsyncIterator[ShopUnderTest]:
    async with open_shop(sqlite_database, shop_preset="theatre", shop_name="달빛극장") as opened:
        yield opened


async def audience(shop: ShopUnderTest) -> None:
    """Six people: five saw three plays or more within two years, one of them a play twice."""

    def write(unit: Unit) -> None:
        def saw(name: str, phone: str, *plays: int, days: int = 30) -> int:
            person = cast.customer(unit, name, phone)
            for at, play in enumerate(plays):
                cast.visit(unit, person, days + at * 40, (PLAYS[play], 1, 30_000))
            return person.id or 0

        for name, phone, plays in (
            ("김수연", "010-2345-6781", (0, 1, 2)),
            ("박민수", "010-8161-6464", (0, 1, 2)),
            ("이영희", "", (0, 3, 4)),
            ("정하늘", "010-5550-1111", (0, 3, 4, 1)),
            ("오세진", "011-200-1234", (1, 2, 3)),
            ("한지원", "010-5550-2222", (0, 0, 0, 1)),
        ):
            person = saw(name, phone, *plays)
            if name == "정하늘":
                consents.decide(
                    unit.session, person, "advertising", unit.now, given=False, text_version="ads-1", update_id=1
                )
            if phone:
                people.confirm(unit.session, person, "phone", unit.now, by="shop", how="import")
        saw("최지훈", "010-5550-3333", 0, 1, 2, days=800)

    await shop.assistant.runtime.write(write)


@pytest.mark.parametrize(
    ("language", "sentence", "seen", "counts"),
    [
        (
            "ko",
            "이번에 초대할 단골은?",
            ["5분", "3편 이상", "24개월", "2분은 박지훈 작품만"],
            r"있음 (\d).*없음 (\d).*거부 (\d)\(",
        ),
        (
            "en",
            "who should we invite this time?",
            ["5 people", "3 or more", "24 months", "2 came only for 박지훈"],
            r"invite (\d).*contact (\d).*consent (\d)",
        ),
    ],
)
async def test_the_three_counts_add_up_and_the_rule_is_printed(
    theatre: ShopUnderTest, language: str, sentence: str, seen: list[str], counts: str
) -> None:
    await audience(theatre)
    suyeon = theatre.person(501, "수연", phone="+821023456781", language=language)
    await suyeon.starts()
    await suyeon.shares_contact()
    await suyeon.taps("동의해요" if language == "ko" else "I agree")
    owner = await theatre.owner(language=language)

    await owner.says(sentence)

    owner.sees(*seen, "김수연", "박민수", "이영희", "정하늘", "오세진")
    assert "한지원" not in owner.last and "최지훈" not in owner.last
    found = re.search(counts, owner.last)
    assert found is not None and [int(number) for number in found.groups()] == [1, 2, 2]


async def test_the_rule_is_another_when_the_question_is(theatre: ShopUnderTest) -> None:
    await audience(theatre)
    owner = await theatre.owner()

    await owner.says("1년 동안 4편 이상 본 관객 보여줘")

    owner.sees("1분", "정하늘", "12개월", "4편")


async def test_a_ticket_offices_numbers_are_used_for_nothing_before_a_yes(theatre: ShopUnderTest) -> None:
    await audience(theatre)
    owner = await theatre.owner()
    await theatre.assistant.runtime.write(_allow)

    await owner.says("이번에 초대할 단골은?")
    owner.sees("보낼 수 있음 0", "예매처 명단의 번호는")

    await owner.says("명단은 우리가 직접 받은 거야")
    await owner.says("이번에 초대할 단골은?")
    owner.sees("보낼 수 있음 2")
    assert "예매처 명단" not in owner.last


async def test_a_laundry_knows_no_invitations(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    await owner.says("이번에 초대할 단골은?")

    owner.sees("잘 못 알아들었어요")


def _allow(unit: Unit) -> None:
    facts.put(unit.session, unit.vault, "recent_deals", True)
