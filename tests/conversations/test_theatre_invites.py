"""A theatre asks whom to invite: by the plays seen, and three counts that are everybody."""

import re
from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from bot.domain.prices import Price
from storage import consents, facts, people
from storage.database import Database
from storage.models import Customer, OutboxRow
from storage.prices import replace_price_list
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

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
    suyeon = await theatre.customer(501, "수연", phone="+821023456781", language=language)
    await suyeon.taps("동의해요" if language == "ko" else "I agree")
    owner = await theatre.owner(language=language)

    await owner.says(sentence)

    owner.sees(*seen, "김수연", "박민수", "이영희", "정하늘", "오세진")
    assert "한지원" not in owner.last and "최지훈" not in owner.last
    found = re.search(counts, owner.last)
    assert found is not None and [int(number) for number in found.groups()] == [1, 2, 2]


@pytest.mark.parametrize(
    ("language", "sentence", "rule"),
    [
        ("ko", "3개월 동안 2편 이상 본 단골 초대해줘", "3개월 동안 서로 다른 작품을 2편"),
        ("en", "invite people who saw two plays in three months", "2 or more different plays within 3 months"),
    ],
)
async def test_the_rule_is_said_with_the_wish(theatre: ShopUnderTest, language: str, sentence: str, rule: str) -> None:
    await audience(theatre)
    owner = await theatre.owner(language=language)
    await owner.says(sentence)
    owner.sees(rule)


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


@pytest.mark.parametrize(
    ("language", "sentence", "button", "what", "send"),
    [
        ("ko", "이번에 초대할 단골은?", "초대하기", "12월 3일 저녁 7시 햄릿 첫 공연에 자리를 두었어요", "보내기"),
        ("en", "who should we invite this time?", "Invite them", "A seat at the first night, 3 December, 7 pm", "Send"),
    ],
)
async def test_from_the_list_to_the_card_only_those_who_agreed_are_invited(
    theatre: ShopUnderTest, language: str, sentence: str, button: str, what: str, send: str
) -> None:
    await audience(theatre)
    suyeon = await agrees(theatre, 501, "수연", "+821023456781", language)
    minsu = await theatre.customer(502, "민수", phone="+821081616464", language=language)
    owner = await theatre.owner(language=language)

    await owner.says(sentence)
    await owner.taps(button)
    left_out, question = owner.texts[-2:]
    assert (
        "5" in question and "1" in question and all(one in left_out for one in ("박민수", "이영희", "정하늘", "오세진"))
    )
    assert "김수연" not in left_out
    await owner.says(what)
    owner.sees(what, "김수연")
    assert "박민수" not in owner.last
    await owner.taps(send)
    for _ in range(3):
        await theatre.moves_on(seconds=20)
    suyeon.sees("(광고)", what, "무료 수신거부" if language == "ko" else "Free to refuse")
    minsu.sees_nothing_of(what)
    assert await sent(theatre) == [("invitation", "sent", "김수연")]
    await suyeon.says("왜 보냈어요?" if language == "ko" else "why did you send this?")
    suyeon.sees("여러 번 와 주셔서 초대하려고" if language == "ko" else "to invite you")

    # She sees another play meanwhile; the same words are no news to her, nor to anybody else.
    await theatre.assistant.runtime.write(suyeon_sees_a_play)
    await theatre.moves_on(days=16)
    owner.sees("1", "비교할 분이 없어" if language == "ko" else "nobody")
    await owner.says(sentence)
    await owner.taps(button)
    await owner.says(what)
    assert send not in owner.buttons


async def test_a_guest_who_came_in_between_is_invited_all_the_same(theatre: ShopUnderTest) -> None:
    await audience(theatre)
    suyeon = await agrees(theatre, 501, "수연", "+821023456781", "ko")
    owner = await theatre.owner()
    theatre.clock.forward(timedelta(hours=12))
    await owner.says("이번에 초대할 단골은?")
    await owner.says("이분들께 초대 보내줘")
    if "무엇에 초대할까요" not in owner.last:
        await owner.taps("초대하기")
    await owner.says("12월 3일 저녁 7시 햄릿 첫 공연에 자리를 두었어요")
    await owner.taps("보내기")
    await theatre.moves_on(seconds=20)
    suyeon.sees_nothing_of("자리를 두었어요")
    await theatre.moves_on(hours=10, minutes=10)
    await theatre.assistant.runtime.write(suyeon_sees_a_play)
    for _ in range(3):
        await theatre.moves_on(seconds=20)
    suyeon.sees("자리를 두었어요")


def suyeon_sees_a_play(unit: Unit) -> None:
    suyeon = people.by_chat(unit.session, 501)
    assert suyeon is not None
    cast.visit(unit, suyeon, 0, ("템페스트", 1, 30_000))


async def agrees(shop: ShopUnderTest, chat: int, name: str, phone: str, language: str) -> Chat:
    """Links in the lobby and says yes there."""
    person = await shop.customer(chat, name, phone=phone, language=language)
    await person.taps("동의해요" if language == "ko" else "I agree")
    return person


async def sent(shop: ShopUnderTest) -> list[tuple[str, str, str]]:
    def read(unit: Unit) -> list[tuple[str, str, str]]:
        rows = select(OutboxRow.kind, OutboxRow.state, Customer.name).join(Customer).where(OutboxRow.subject_id == 1)
        return [row for row in unit.session.exec(rows).all() if row[0] in ("invitation", "campaign")]

    return await shop.assistant.runtime.read(read)


async def test_a_laundry_knows_no_invitations(shop: ShopUnderTest) -> None:
    owner = await shop.owner()

    await owner.says("이번에 초대할 단골은?")

    owner.sees("잘 못 알아들었어요")


def _allow(unit: Unit) -> None:
    facts.put(unit.session, unit.vault, "recent_deals", True)


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "김수연 햄릿 R석 2장 카드", ["햄릿 R석", "카드"]),
        ("ko", "햄릿 R석 김수연 2장", ["햄릿 R석"]),
        ("ko", "김수연 오셀로 티켓 2장 60000", ["오셀로", "60,000원"]),
        ("ko", "김수연 벚꽃 동산 S석 2장 60000", ["벚꽃 동산 S석", "60,000원"]),
        ("ko", "김수연 R석 2장 120000", ["R석", "120,000원"]),
        ("en", "Suyeon Hamlet 2 tickets 60000", ["Hamlet ×2", "₩60,000"]),
        ("en", "Suyeon 2 Macbeth tickets 60000", ["Macbeth ×2", "₩60,000"]),
    ],
)
async def test_a_seat_never_stands_without_the_play_that_was_named(
    theatre: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    await audience(theatre)
    owner = await theatre.owner(language=language)

    await owner.says(sentence)

    owner.sees("김수연", *seen)
    assert "전석" not in owner.last


def list_plays(unit: Unit) -> None:
    replace_price_list(unit.session, [Price(play, 60_000) for play in PLAYS])


async def test_two_seats_of_a_play_are_one_play_and_a_programme_is_none(theatre: ShopUnderTest) -> None:
    await audience(theatre)
    await theatre.assistant.runtime.write(list_plays)
    owner = await theatre.owner()
    for sentence in ("한지원 햄릿 R석 2장 60000", "한지원 프로그램북 1권 8000"):
        await owner.says(sentence)

    await owner.says("이번에 초대할 단골은?")

    owner.sees("5분")
    assert "한지원" not in owner.last


@pytest.mark.parametrize(("language", "sentence"), [("ko", "햄릿 보신 분 누구야?"), ("ko", "햄릿 본 사람")])
async def test_who_saw_a_play_is_asked_by_its_title(theatre: ShopUnderTest, language: str, sentence: str) -> None:
    await audience(theatre)
    await theatre.assistant.runtime.write(list_plays)
    owner = await theatre.owner(language=language)
    await owner.says("강하나 햄릿 R석 1장 60000")
    await owner.taps("새 손님")

    await owner.says(sentence)

    owner.sees("‘햄릿 (박지훈)’ 손님 7분", "김수연", "강하나")
