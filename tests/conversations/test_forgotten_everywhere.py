"""Forgotten: nothing of the person is found in any sealed column of any table, and no old file brings them back.

Before the erasure every hiding place is filled, and the same search finds the person there.
"""

import csv
import io
import json
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import LargeBinary
from sqlalchemy import select as pick
from sqlmodel import SQLModel, select

from bot.actions.unit import Unit
from storage import erased_marks, journal
from storage.database import Database
from storage.models import Customer, ErasedMark, ImportFile, Order
from storage.types import Sealed
from storage.vault import Unreadable
from tests import cast
from tests.chat import Chat, ShopUnderTest
from tests.playground.test_files import png

NUMBER = "+821023456781"
CANARIES = ("김수연", "010-2345-6781", "01023456781", NUMBER, "suyeon.kim@example.com", "M-4711")
FILE = "고객명,휴대폰,회원번호\n김수연,010-2345-6781,M-4711\n박민수,010-3456-7892,M-2\n"


def found(database: Database) -> dict[str, list[str]]:
    """By column: what is sealed there and tells of her. A sealed column that nobody here can open fails the test."""
    places: dict[str, list[str]] = {}
    for column, text in opened(database):
        told = [canary for canary in CANARIES if canary in text or json.dumps(canary)[1:-1] in text]
        if told:
            places.setdefault(column, []).append(text)
    return places


def opened(database: Database) -> Iterator[tuple[str, str]]:
    """Every sealed text of the database, opened."""
    with database.reading() as session:
        files = [str(name) for name in session.exec(select(ImportFile.public_id))]
        for table in SQLModel.metadata.sorted_tables:
            for column in table.columns:
                place = f"{table.name}.{column.name}"
                by_hand = column.name.startswith("sealed_") and isinstance(column.type, LargeBinary)
                if not (by_hand or isinstance(column.type, Sealed)):
                    continue
                for row in session.connection().execute(pick(*table.columns).where(column.is_not(None))).all():
                    value = row._mapping[column.name]
                    yield place, _open(database, place, value, dict(row._mapping), files) if by_hand else str(value)


def _open(database: Database, place: str, blob: bytes, row: dict[str, object], files: list[str]) -> str:
    """Opened with whatever of its row it can be bound to; the parts of a file are bound to the file's name."""
    values = [str(value) for value in row.values() if isinstance(value, str | int)]
    keys = ["", *values, *(f"{name}:{value}" for name in files for value in values)]
    for key in keys:
        try:
            return database.vault.open_bytes(blob, place, key).decode("utf-8", "replace")
        except Unreadable:
            continue
    raise AssertionError(f"nobody knows how {place} is sealed")


@pytest.fixture
async def suyeon(shop: ShopUnderTest) -> Chat:
    """김수연, told of wherever the shop can tell of somebody."""
    owner = await shop.owner()

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김수연", NUMBER, email="suyeon.kim@example.com")
        person.member_no, person.address, person.note = "M-4711", "서울 마포구 성산로 12", "김수연 문 앞에 두지 말 것"
        cast.visit(unit, person, 40, ("코트", 1, 12_000))
        other = cast.customer(unit, "이영희", "+821011112222")
        cast.visit(unit, other, 20, ("바지", 1, 5_000))

    await shop.assistant.runtime.write(write)
    chat = await shop.customer(501, "수연", phone=NUMBER)
    for sentence in (
        "번호 바뀌었어요 010-9999-8888",
        "되돌려줘",
        "바지가 줄었어요, 저는 김수연이에요",
        "기억해 주세요: 김수연은 앞머리를 짧게",
        "저녁엔 보내지 마세요",
    ):
        await chat.says(sentence)
    for sentence in (
        "이영희 메모: 김수연 소개로 오심",
        "내일 3시에 김수연 010-2345-6781 전화하라고 알려줘",
        "김수연 이불 2개 20000원",
        "김수연 이불 다 됐어",
        "찾아갔어 김수연",
        "김수연한테 내일은 쉰다고 문자 초안 써줘",
    ):
        await owner.says(sentence)
    await owner.does(lambda: owner.person.sends_photo(png(10, 10), "김수연 코트 소매 얼룩"))

    def hide(unit: Unit) -> None:
        after = {"several": ["김수연 010-2345-6781", "이영희"]}
        journal.write(unit.session, unit.vault, cast.OWNER_ACTOR, "visits_recorded", unit.now, after=after)
        for order in unit.session.exec(select(Order)):
            order.unpaid_minor, order.state = 0, "handed_over"
            unit.session.add(order)

    await shop.assistant.runtime.write(hide)
    await owner.does(lambda: owner.person.sends_file("손님.csv", FILE.encode("utf-8-sig"), mime="text/csv"))
    return chat


async def erase(chat: Chat) -> None:
    await chat.says("내 정보 지워 주세요")
    await chat.taps("지우기")
    await chat.taps("네, 모두 지워 주세요")
    chat.sees("모두 지웠어요")


async def test_recorded_before_found_before_not_found_after(shop: ShopUnderTest, suyeon: Chat) -> None:
    before = found(shop.database)
    assert {
        "customer.name",
        "customer.note",
        "customer.preferences",
        "case_line.text",
        "reminder.about",
        "journal.sealed_after",
        "outbox.sealed_text",
        "import_part.sealed_data",
        "photo.caption",
    } <= before.keys()

    await erase(suyeon)

    assert found(shop.database) == {}
    with shop.database.reading() as session:
        other = session.exec(select(Customer)).one()
        assert (other.name, other.note) == ("이영희", "○○ 소개로 오심")


async def test_nothing_is_left_in_the_file_or_its_log(shop: ShopUnderTest, suyeon: Chat) -> None:
    with shop.database.reading() as session:
        file = Path(session.connection().exec_driver_sql("PRAGMA database_list").all()[0][2])
        hers = {"customer": "id = 1", "photo": "customer_id = 1", "reminder": "1 = 1"}
        blobs = [
            bytes.fromhex(value)
            for table, column in (
                *(("customer", name) for name in ("note", "preferences", "member_no", "phone_tag", "email_tag")),
                ("photo", "sealed_data"),
                ("photo", "caption"),
                ("reminder", "about"),
            )
            for (value,) in session.connection().exec_driver_sql(
                f"SELECT hex({column}) FROM {table} WHERE {column} IS NOT NULL AND {hers[table]}"
            )
        ]

    def on_disk() -> int:
        whole = file.read_bytes() + file.with_name(f"{file.name}-wal").read_bytes()
        return sum(blob in whole for blob in blobs)

    assert len(blobs) == 8
    assert on_disk() == len(blobs)

    await erase(suyeon)

    assert on_disk() == 0


async def test_an_old_file_does_not_bring_the_person_back(shop: ShopUnderTest, suyeon: Chat) -> None:
    owner = shop.person(9001, "사장님")
    await erase(suyeon)

    await owner.does(lambda: owner.person.sends_file("old.csv", FILE.encode("utf-8-sig"), mime="text/csv"))
    await owner.taps("들여오기")

    with shop.database.reading() as session:
        assert sorted(session.exec(select(Customer.name))) == ["박민수", "이영희"]
    refused = next(m for m in reversed(owner.person.sees()) if "document" in m)
    rows = list(csv.reader(io.StringIO(owner.person.downloads(refused).decode("utf-8-sig"))))
    assert len(rows) == 2 and rows[1][0] == "김수연" and "지워 달라고" in rows[1][-1]


async def test_who_comes_back_by_themselves_is_known_again(shop: ShopUnderTest, suyeon: Chat) -> None:
    await erase(suyeon)

    await suyeon.shares_contact()

    suyeon.sees("확인됐어요")
    with shop.database.reading() as session:
        marks = set(session.exec(select(ErasedMark.tag)))
        assert erased_marks.tag(shop.database.vault, "phone", NUMBER) not in marks


async def test_the_mark_is_gone_when_its_time_is_over(shop: ShopUnderTest, suyeon: Chat) -> None:
    await erase(suyeon)
    with shop.database.reading() as session:
        assert len(session.exec(select(ErasedMark)).all()) == 3

    shop.clock.forward(timedelta(days=366))
    await shop.tick()

    with shop.database.reading() as session:
        assert session.exec(select(ErasedMark)).all() == []
