"""What nobody understood is kept only of whoever said yes, without people in it, and goes when they say so."""

from collections.abc import AsyncIterator

import pytest
from sqlmodel import select

from bot.actions.unit import Unit
from bot.playground.people import inline_buttons
from storage.database import Database
from storage.models import Consent, Customer, Form, NotUnderstood
from tests import cast
from tests.chat import Chat, ShopUnderTest, open_shop

NUMBER = "+821023456781"
SAYS = {
    "ko": {
        "on": "못 알아들은 말 모아줘",
        "off": "못 알아들은 말 그만 모아줘",
        "show": "못 알아들은 말 보여줘",
        "file": "못 알아들은 말 파일로 줘",
        "riddle": "퐁당퐁당 김수연 도레미파 솔라시 6781",
        "undo": "되돌리기",
        "customer": "수연이네 두루치기가 얼렁뚱땅 거시기한디",
        "help": "알아듣게 돕기",
        "agree": "동의해요",
        "stop": "내 말 모으지 않기",
        "stop_said": "제가 한 말 중에 못 알아들은 거 모으지 마세요",
        "privacy": "못 알아들은 말",
        "said_anew": "내 옷 언제 돼요?",
    },
    "en": {
        "on": "please keep what you don't understand",
        "off": "stop keeping what you don't understand",
        "show": "show me what you didn't understand",
        "file": "give me the sentences you didn't understand as a file",
        "riddle": "김수연 wibbly flummoxed zork 6781",
        "undo": "Undo",
        "customer": "김수연 wibbly flummoxed zork frobnicate",
        "help": "Help me learn",
        "agree": "I agree",
        "stop": "Keep no words",
        "stop_said": "stop keeping what you don't understand",
        "privacy": "What I don't understand",
        "said_anew": "when are my clothes ready?",
    },
}


@pytest.fixture
async def either(database: Database) -> AsyncIterator[ShopUnderTest]:
    """A shop on SQLite and on PostgreSQL."""
    async with open_shop(database) as opened:
        yield opened


async def suyeon(shop: ShopUnderTest, language: str) -> Chat:
    def write(unit: Unit) -> None:
        cast.customer(unit, "김수연", NUMBER).language = language

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


def kept(shop: ShopUnderTest) -> list[NotUnderstood]:
    with shop.database.reading() as session:
        rows = list(session.exec(select(NotUnderstood).order_by(NotUnderstood.public_id)))
        session.expunge_all()
    return rows


def decisions(shop: ShopUnderTest) -> list[tuple[bool, str]]:
    with shop.database.reading() as session:
        rows = session.exec(select(Consent).where(Consent.purpose == "sentences").order_by("id"))
        return [(row.given, row.text_version) for row in rows]


def labels(chat: Chat) -> list[str]:
    return [button["text"] for button in inline_buttons(chat.person.sees()[-1])]


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_an_owner_switches_it_on_looks_strikes_one_out_and_takes_the_file(
    either: ShopUnderTest, language: str
) -> None:
    says = SAYS[language]
    await suyeon(either, language)
    owner = await either.owner(language=language)
    await owner.says(says["riddle"])
    assert kept(either) == []

    await owner.says(says["on"])
    owner.sees("90")
    await owner.says(says["riddle"])
    (row,) = kept(either)
    assert (row.side, row.language, row.customer_id, row.said_by) == ("owner", language, None, owner.id)
    assert "{name}" in row.text and "{last4}" in row.text
    assert "수연" not in row.text and "6781" not in row.text

    await owner.says(says["show"])
    owner.sees("○○", "1.")
    await owner.says(says["file"])
    (file,) = [one for one in owner.person.sees() if one.get("document")]
    assert file["document"]["file_name"] == "owner.txt"

    await owner.says(says["show"])
    await owner.taps("1")
    assert kept(either)[0].struck_at is not None
    await owner.taps(says["undo"])
    assert kept(either)[0].struck_at is None

    await owner.says(says["off"])
    before = len(kept(either))
    await owner.says(says["riddle"])
    assert len(kept(either)) == before


@pytest.mark.parametrize("language", ["ko", "en"])
async def test_a_customer_is_asked_once_and_a_no_deletes_at_once(either: ShopUnderTest, language: str) -> None:
    says = SAYS[language]
    customer, owner = await suyeon(either, language), await either.owner(language=language)
    await customer.says(says["customer"])
    assert says["help"] not in labels(customer)  # nobody gathers here so far

    await owner.says(says["on"])
    await customer.says(says["customer"])
    assert says["help"] in labels(customer)
    await customer.says(says["customer"])
    assert says["help"] not in labels(customer)  # once
    assert (kept(either), decisions(either)) == ([], [(False, "asked")])

    await customer.taps(says["help"])
    customer.sees("90")
    await customer.taps(says["agree"])
    (row,) = kept(either)
    assert (row.side, "수연" in row.text) == ("customer", False)
    assert decisions(either)[-1] == (True, "sentences-1")

    await customer.says(says["said_anew"])
    assert kept(either)[0].meant == "status_orders"
    await owner.says(says["show"])
    owner.sees("○○")
    owner.sees_nothing_of(says["customer"])

    await customer.says(says["stop_said"])
    assert (kept(either), decisions(either)[-1]) == ([], (False, "sentences-1"))
    await customer.says(says["customer"])
    assert kept(either) == []


async def test_what_is_kept_is_in_ones_own_data_on_the_card_and_gone_with_the_person(shop: ShopUnderTest) -> None:
    says = SAYS["ko"]
    customer, owner = await suyeon(shop, "ko"), await shop.owner()
    await owner.says(says["on"])
    await customer.says(says["customer"])
    await customer.taps(says["help"])
    await customer.taps(says["agree"])

    await customer.does(lambda: customer.person.says("/privacy"))
    customer.sees(says["privacy"], "90일")
    await owner.says(says["show"])
    await customer.says("누가 제 기록을 봤나요?")
    customer.sees("못 알아들은 말")
    await customer.says("알림 설정")
    assert says["stop"] in labels(customer)

    await customer.says("내 정보 지워 주세요")
    await customer.taps("지우기")
    await customer.taps("네, 모두 지워 주세요")

    with shop.database.reading() as session:
        assert session.exec(select(Customer)).all() == []
    assert kept(shop) == []


async def test_nothing_of_health_of_others_words_of_staff_or_of_strangers_is_kept(shop: ShopUnderTest) -> None:
    customer, owner = await suyeon(shop, "ko"), await shop.owner()
    await owner.says(SAYS["ko"]["on"])
    await customer.says(SAYS["ko"]["customer"])
    await customer.taps("알아듣게 돕기")
    await customer.taps("동의해요")
    before = len(kept(shop))

    await customer.says("두루치기가 당뇨라서 얼렁뚱땅 거시기한디")
    stranger = shop.person(777, "지나가던")
    await stranger.starts()
    said = stranger.person.says("두루치기 얼렁뚱땅 거시기")["message"]
    await shop.settle()
    await customer.does(lambda: customer.person.forwards(said))
    await owner.does(lambda: owner.person.forwards(said))

    assert len(kept(shop)) == before


async def test_after_ninety_days_it_is_gone(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says(SAYS["ko"]["on"])
    await owner.says("두루치기 얼렁뚱땅 거시기")
    assert len(kept(shop)) == 1

    await shop.moves_on(days=90)
    assert len(kept(shop)) == 1
    await shop.moves_on(days=1)

    assert kept(shop) == []


async def test_what_was_meant_is_only_taken_from_what_is_said_within_minutes(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says(SAYS["ko"]["on"])
    await owner.says("두루치기 얼렁뚱땅 거시기")
    await owner.says("도움말")
    assert kept(shop)[0].meant is None
    await owner.says("오늘 매출")
    assert kept(shop)[0].meant == "sales"

    await owner.says("두루치기 얼렁뚱땅 뭐시기")
    await shop.moves_on(minutes=6)
    await owner.says("직원 목록")
    await owner.says("못 알아들은 말 보여줘")

    assert sorted(str(row.meant) for row in kept(shop)) == ["None", "sales"]
    owner.sees("아마 “매출 보기”")


async def test_a_form_that_waits_is_not_disturbed(shop: ShopUnderTest) -> None:
    owner = await shop.owner()
    await owner.says(SAYS["ko"]["on"])
    await owner.says("두루치기 얼렁뚱땅 거시기")

    with shop.database.reading() as session:
        assert session.exec(select(Form)).all() == []
