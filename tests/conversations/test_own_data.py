"""One's own data: seen, taken home, erased for good; and who of the shop looked at it."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select as pick
from sqlmodel import SQLModel, select

from bot.actions.unit import Unit
from storage import orders, outbox, people
from storage.database import Database
from storage.models import Customer, Erasure, Order, OutboxRow, Visit
from storage.types import Sealed
from tests import cast
from tests.chat import Chat, ShopUnderTest

NUMBER = "+821023456781"
CANARIES = ("김수연", "010-2345-6781", "01023456781", NUMBER, "suyeon.kim@example.com", "성산로 12", "문 앞에 두지")


@pytest.fixture
def file(shop: ShopUnderTest) -> Path:
    with shop.database.reading() as session:
        name = session.connection().exec_driver_sql("PRAGMA database_list").first()
    assert name is not None
    return Path(name[2])


async def suyeon(shop: ShopUnderTest, language: str = "ko") -> Chat:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER, email="suyeon.kim@example.com")
        person.address, person.note, person.language = "서울 마포구 성산로 12", "문 앞에 두지 말 것", language
        cast.visit(unit, person, 40, ("코트", 1, 12_000))
        cast.visit(unit, person, 10, ("와이셔츠", 3, 7_500))

    await shop.assistant.runtime.write(write)
    return await shop.customer(501, "수연", phone=NUMBER, language=language)


def files_of(chat: Chat) -> dict[str, bytes]:
    return {
        message["document"]["file_name"]: chat.person.downloads(message)
        for message in chat.person.sees()
        if "document" in message
    }


def ciphertexts(database: Database, customer_id: int) -> list[bytes]:
    """What is sealed or tagged of this person, as it lies on the disk."""
    customer = SQLModel.metadata.tables["customer"]
    columns = [column for column in customer.columns if isinstance(column.type, Sealed) or column.name.endswith("_tag")]
    with database.reading() as session:
        raw = [f"hex({column.name})" for column in columns]
        row = (
            session.connection()
            .exec_driver_sql(f"SELECT {', '.join(raw)} FROM customer WHERE id = {customer_id}")
            .one()
        )
    return [bytes.fromhex(value) for value in row if value]


def on_disk(file: Path, parts: list[bytes]) -> int:
    """How many of these byte strings stand in the database file or its log."""
    whole = file.read_bytes() + file.with_name(f"{file.name}-wal").read_bytes()
    return sum(part in whole for part in parts)


def opened(database: Database) -> Iterator[str]:
    """Every sealed text of the outbox, opened."""
    with database.reading() as session:
        for row in session.exec(select(OutboxRow)).all():
            if row.sealed_text:
                yield database.vault.open(row.sealed_text, outbox.TEXT, row.dedupe_key)
            if row.sealed_reply:
                yield json.dumps(
                    json.loads(database.vault.open(row.sealed_reply, outbox.REPLY, row.dedupe_key)), ensure_ascii=False
                )


@pytest.mark.parametrize(
    ("language", "ask", "first", "second"),
    [
        ("ko", "내 정보 지워 주세요", "지우기", "네, 모두 지워 주세요"),
        ("en", "delete my data", "Erase", "Yes, erase it all"),
    ],
)
async def test_erased_is_gone_from_the_file_the_log_and_the_outbox(
    shop: ShopUnderTest, file: Path, language: str, ask: str, first: str, second: str
) -> None:
    chat = await suyeon(shop, language)
    owner = await shop.owner()
    await owner.says("김수연")
    await chat.says("내 정보" if language == "ko" else "my account")
    parts = ciphertexts(shop.database, 1)
    assert len(parts) >= 8
    assert on_disk(file, parts) == len(parts)
    assert any("김수연" in text for text in opened(shop.database))

    await chat.says(ask)
    chat.sees("2", "되돌릴 수 없어요" if language == "ko" else "can't be undone")
    await chat.taps(first)
    await chat.taps(second)

    chat.sees("모두 지웠어요" if language == "ko" else "Everything is erased")
    assert on_disk(file, parts) == 0
    texts = "\n".join(opened(shop.database))
    assert [canary for canary in CANARIES if canary in texts] == []
    owner.sees("손님 한 분의 기록", "2건")
    assert "김수연" not in owner.last

    with shop.database.reading() as session:
        assert session.exec(select(Customer)).all() == []
        assert [visit.amount_minor for visit in session.exec(select(Visit)).all()] == [12_000, 7_500]
    await chat.says("내 정보")
    assert "내 번호로 확인" in chat.last or "it's you" in chat.last
    await owner.says("6781")
    owner.sees("찾은 손님이 없어요")


async def test_nothing_that_points_at_the_person_is_left_in_any_table(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("저녁엔 보내지 마세요")
    await chat.says("번호 바뀌었어요 010-9999-8888")
    await chat.says("바지가 줄었어요")
    await chat.says("내 정보 지워 주세요")
    await chat.taps("지우기")
    await chat.taps("네, 모두 지워 주세요")

    chat.sees("모두 지웠어요")
    with shop.database.reading() as session:
        for table in SQLModel.metadata.sorted_tables:
            for column in table.columns:
                if any(key.column.table.name == "customer" for key in column.foreign_keys):
                    left = session.connection().execute(pick(column).where(column.is_not(None))).all()
                    assert left == [], table.name


async def test_a_yes_counts_only_right_after_it_was_asked_for(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    await chat.says("내 정보 지워 주세요")
    await chat.taps("지우기")
    await shop.moves_on(minutes=16)

    await chat.taps("네, 모두 지워 주세요")

    await chat.says("내 정보")
    chat.sees("김수연님")


async def test_what_is_open_comes_first_and_then_it_is_done_by_itself(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)
    owner = await shop.owner()

    def leave(unit: Unit) -> int:
        person = unit.session.exec(select(Customer)).one()
        return cast.order(unit, person, ("정장", 2, 14_000), promised_at=None, unpaid=14_000).id or 0

    order_id = await shop.assistant.runtime.write(leave)
    await chat.says("탈퇴할게요")
    chat.sees("안 내신 금액 14,000원", "맡기신 것 2점")
    await chat.taps("지우기")
    await chat.taps("네, 모두 지워 주세요")

    chat.sees("적어 두고 가게에 알렸어요")
    owner.sees("김수연님 기록을 지워 달라고", "14,000원", "2점")

    def settle(unit: Unit) -> None:
        order = unit.session.get_one(Order, order_id)
        orders.move(unit.session, order, "handed_over", unit.now)
        for row in (order, unit.session.get_one(Visit, order.visit_id)):
            row.unpaid_minor = 0
            unit.session.add(row)

    await shop.assistant.runtime.write(settle)
    await shop.moves_on(minutes=1)

    chat.sees("모두 지웠어요")
    owner.sees("손님 한 분의 기록")
    with shop.database.reading() as session:
        assert session.exec(select(Customer)).all() == []


@pytest.mark.parametrize(
    "sentence", ["내 데이터 받아볼 수 있나요", "export my data", "/export", "내 기록 파일로 받고 싶어요"]
)
async def test_everything_is_taken_home_in_two_files(shop: ShopUnderTest, sentence: str) -> None:
    chat = await suyeon(shop)

    await chat.says(sentence)

    found = files_of(chat)
    whole: dict[str, list[dict[str, Any]]] = json.loads(found["my-data.json"])
    assert whole["person"][0]["name"] == "김수연"
    assert whole["person"][0]["note"] == "문 앞에 두지 말 것"
    assert [(visit["item"], visit["amount"]) for visit in whole["visits"]] == [("코트", "12000"), ("와이셔츠", "7500")]
    assert [consent["purpose"] for consent in whole["consents"]] == ["keeping"]
    table = found["my-data.csv"].decode("utf-8-sig")
    assert "person,1,email,suyeon.kim@example.com" in table and "visits,2,item,와이셔츠" in table


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "누가 제 기록을 봤나요?", ["1번", "11/21(토) 10시 사장님: 내 정보"]),
        ("en", "who has seen my record?", ["once", "Sat 21 Nov 10 am the owner: your details"]),
    ],
)
async def test_who_looked_is_told_and_nobody_elses(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    chat = await suyeon(shop, language)
    await chat.says(sentence)
    chat.sees("아직 아무도" if language == "ko" else "Nobody has opened")
    owner = await shop.owner()
    await owner.says("김수연")

    await chat.says(sentence)

    chat.sees(*seen)


async def test_what_is_kept_is_seen_with_what_was_agreed(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)

    await chat.says("/mydata")

    assert "suyeon.kim@example.com" in chat.texts[-3]
    chat.sees("마지막 이용 후 3년", "다 됐다는 알림")
    assert chat.buttons[-3:] == ["파일로 받기", "누가 봤나요", "지우기"]


@pytest.mark.parametrize(
    ("language", "sentence", "seen"),
    [
        ("ko", "개인정보 어디에 쓰나요?", ["개인정보 안내", "마지막 이용 후 3년"]),
        ("ko", "제 정보 다른 데 넘기나요?", ["보는 사람"]),
        ("en", "what do you use my data for?", ["Privacy at", "3 years"]),
        ("en", "do you share my data with anyone?", ["only the people who work here"]),
    ],
)
async def test_no_command_is_needed_to_read_what_happens_to_ones_data(
    shop: ShopUnderTest, language: str, sentence: str, seen: list[str]
) -> None:
    anybody = shop.person(502, "아무개", language=language)
    await anybody.starts()
    await anybody.says(sentence)
    anybody.sees(*seen)


async def test_a_childs_birthday_is_not_kept(shop: ShopUnderTest) -> None:
    chat = await suyeon(shop)

    await chat.says("제 생일은 2015년 3월 2일이에요")

    chat.sees("보호자와 함께")
    with shop.database.reading() as session:
        assert session.exec(select(Customer.birthday)).one() is None


@pytest.mark.parametrize("sentence", ["/mydata", "/export", "/delete", "내 정보 지워 주세요", "누가 제 기록을 봤나요?"])
async def test_a_stranger_is_invited_and_nothing_is_done(shop: ShopUnderTest, sentence: str) -> None:
    await suyeon(shop)
    stranger = shop.person(502, "아무개")
    await stranger.starts()

    await stranger.says(sentence)

    stranger.sees("내 번호로 확인")
    stranger.sees_nothing_of(*CANARIES)
    with shop.database.reading() as session:
        assert people.by_chat(session, 501) is not None


async def test_messages_to_a_chat_that_is_nobodys_lose_their_text_after_a_day(shop: ShopUnderTest) -> None:
    stranger = shop.person(502, "아무개")
    await stranger.starts()
    await shop.moves_on(hours=15)
    with shop.database.reading() as session:
        assert session.exec(select(OutboxRow)).one().chat_id == 502

    await shop.moves_on(days=1)

    with shop.database.reading() as session:
        row = session.exec(select(OutboxRow)).one()
        assert (row.chat_id, row.sealed_text) == (0, None)


@pytest.mark.parametrize(
    ("language", "erase", "taps", "stay", "seen"),
    [
        ("ko", "탈퇴할게요", ["지우기", "네, 모두 지워 주세요"], "삭제 취소해 주세요", "거두고 가게에도"),
        ("ko", "탈퇴할게요", ["지우기", "네, 모두 지워 주세요"], "제 정보 지우지 마세요", "거두고 가게에도"),
        ("ko", "탈퇴할게요", ["지우기"], "마음이 바뀌었어요. 지우지 말아 주세요", "바뀐 것은 없어요"),
        ("en", "delete my data", ["Erase", "Yes, erase it all"], "I changed my mind, don't delete it", "withdrawn"),
        ("en", "delete my data", ["Erase", "Yes, erase it all"], "please don't erase my data", "withdrawn"),
        ("en", "delete my data", [], "cancel the deletion", "Nothing was changed"),
    ],
)
async def test_an_erasure_is_withdrawn_in_words(
    shop: ShopUnderTest, language: str, erase: str, taps: list[str], stay: str, seen: str
) -> None:
    chat = await suyeon(shop, language)
    owner = await shop.owner()

    def leave(unit: Unit) -> None:
        person = unit.session.exec(select(Customer)).one()
        cast.order(unit, person, ("정장", 2, 14_000), promised_at=None, unpaid=14_000)

    await shop.assistant.runtime.write(leave)
    await chat.says(erase)
    for button in taps:
        await chat.taps(button)

    await chat.says(stay)

    chat.sees(seen)
    assert ("마음을 바꾸셨어요" in owner.last) == (len(taps) == 2)
    with shop.database.reading() as session:
        assert session.exec(select(Erasure)).all() == []
        assert len(session.exec(select(Customer)).all()) == 1
