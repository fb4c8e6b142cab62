"""An import by chat and its way back on both databases: every kind of row, what others have done since, and restarts
of the desk between any two steps.
"""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from sqlmodel import Session, col, func, select

from bot.actions import counter_undo, import_files, tabs
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.said import SharedFile
from bot.domain.shop import Shop
from bot.jobs.import_desk import ImportDesk
from bot.runtime import Runtime
from bot.texts.catalog import Catalog
from bot.understanding.asks.money import PaidTab
from bot.understanding.asks.values import Spoken
from storage.database import Database
from storage.models import (
    AccessEntry,
    Appointment,
    Customer,
    ErasedAccess,
    ImportFile,
    JournalEntry,
    Order,
    OrderItem,
    OutboxRow,
    Visit,
    VisitLine,
)
from tests import cast
from tests.sample import NOW

WHO = "김민지,010-1234-5678"
HEADS = {
    "visits": "고객명,휴대폰,방문일시,품목,금액,결제\n",
    "orders": "고객명,휴대폰,접수일시,품목,금액,미수금,상태\n",
    "appointments": "고객명,휴대폰,예약일시,서비스,상태\n",
    "customers": "고객명,휴대폰,이메일,생년월일,주소,메모,회원번호\n",
}


class Shelf:
    """A shop whose owner sends files; what they hold lies here instead of at Telegram."""

    def __init__(self, database: Database) -> None:
        self.clock = MovableClock(NOW)
        self.runtime = Runtime(database, self.clock, Shop("맑은세탁"))
        self.database = database
        self.files: dict[str, bytes] = {}

    async def fetch(self, file_id: str) -> bytes:
        return self.files[file_id]

    async def works(self) -> None:
        """Do all that is to be done, each step at a desk that knows of no other."""
        while await ImportDesk(self.runtime, self.fetch, Catalog(), lambda: None).step():
            self.clock.forward(timedelta(seconds=1))

    async def owner(self, work: Callable[[Unit], object]) -> object:
        return await self.runtime.write(work, cast.OWNER_ACTOR)

    async def brings_in(self, text: str) -> str:
        """Returns the public id of its entry in the journal."""
        name = f"file{len(self.files)}"
        self.files[name] = text.encode()
        await self.owner(lambda unit: import_files.receive(unit, SharedFile(name, f"{name}.csv", "", len(text)), "ko"))
        await self.works()
        asked = select(ImportFile.public_id).where(ImportFile.state == "asked")
        public_id = await self.database.read(lambda session: session.exec(asked).one())
        await self.owner(lambda unit: import_files.want(unit, public_id, None))
        await self.works()

        def entry(session: Session) -> str:
            newest = select(JournalEntry).where(JournalEntry.deed == "import_started").order_by(col(JournalEntry.id))
            return session.exec(newest).all()[-1].public_id

        return await self.database.read(entry)

    async def undoes(self, entry: str) -> None:
        await self.owner(lambda unit: counter_undo.undo(unit, entry))
        await self.works()

    async def books(self) -> dict[str, list[Any]]:
        """All that the books say, without ids."""

        def read(session: Session) -> dict[str, list[Any]]:
            people = session.exec(select(Customer).order_by(col(Customer.id))).all()
            return {
                "people": [
                    (p.name, p.phone, p.member_no, p.email, p.birthday, p.address, p.note, p.visit_days, p.spent_minor)
                    for p in people
                ],
                "tags": [(p.phone_tag, p.email_tag, p.member_tag, p.birthday_tag) for p in people],
                "visits": list(session.exec(select(Visit.visited_at, Visit.amount_minor, Visit.unpaid_minor))),
                "lines": list(session.exec(select(VisitLine.item, VisitLine.amount_minor))),
                "orders": list(session.exec(select(Order.state, Order.amount_minor, Order.unpaid_minor))),
                "items": list(session.exec(select(OrderItem.item, OrderItem.state, OrderItem.amount_minor))),
                "bookings": list(session.exec(select(Appointment.at, Appointment.state))),
            }

        return await self.database.read(read)

    async def last_words(self) -> str:
        def read(session: Session) -> str:
            row = session.exec(select(OutboxRow).order_by(col(OutboxRow.id))).all()[-1]
            return self.database.vault.open(row.sealed_reply or b"", "outbox.sealed_reply", row.dedupe_key)

        return await self.database.read(read)


@pytest.fixture
def shelf(database: Database) -> Shelf:
    return Shelf(database)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("", HEADS["visits"] + f"{WHO},2026-10-01 10:00,코트,12000,외상\n{WHO},2026-10-02,바지,1000,카드\n"),
        (
            HEADS["visits"] + f"{WHO},2026-10-01 10:00,코트,12000,카드\n",
            HEADS["visits"] + f"{WHO},2026-10-01 10:00,바지,3000,외상\n박서준,,2026-10-03,바지,1,카드\n",
        ),
        ("", HEADS["orders"] + f"{WHO},2026-10-01,코트,12000,12000,접수\n"),
        (
            HEADS["orders"] + f"{WHO},2026-10-01,코트,12000,12000,접수\n",
            HEADS["orders"] + f"{WHO},2026-10-01,코트,12000,0,완료\n{WHO},2026-10-01,바지,3000,3000,접수\n",
        ),
        ("", HEADS["appointments"] + f"{WHO},2026-11-27 14:00,커트,예약\n"),
        (
            HEADS["appointments"] + f"{WHO},2026-11-20 14:00,커트,예약\n",
            HEADS["appointments"] + f"{WHO},2026-11-20 14:00,커트,노쇼\n",
        ),
        (
            HEADS["customers"] + f"{WHO},a@example.com,1990-05-01,서울,처음,7\n박서준,,,,,,8\n",
            HEADS["customers"]
            + f"{WHO},b@example.com,1991-05-01,부산,다음,7\n박서준,010-7777-8888,,,,,8\n한지원,,,,,,\n",
        ),
    ],
)
async def test_the_books_are_as_they_were(shelf: Shelf, first: str, second: str) -> None:
    if first:
        await shelf.brings_in(first)
    before = await shelf.books()
    entry = await shelf.brings_in(second)
    assert await shelf.books() != before
    await shelf.undoes(entry)
    assert await shelf.books() == before
    # And once more, so that nothing of the first time stands in the way.
    await shelf.undoes(await shelf.brings_in(second))
    assert await shelf.books() == before


async def test_a_look_at_somebody_is_no_reason_to_keep_them(shelf: Shelf) -> None:
    entry = await shelf.brings_in(HEADS["customers"] + f"{WHO},,,,,\n")

    def look(unit: Unit) -> None:
        customer_id = unit.session.exec(select(Customer.id)).one() or 0
        unit.session.add(
            AccessEntry(at=unit.now, actor_role="owner", actor_id=9001, customer_id=customer_id, what="card")
        )

    await shelf.owner(look)
    await shelf.undoes(entry)
    assert (await shelf.books())["people"] == []
    looks = select(ErasedAccess.what, ErasedAccess.actor_id)
    assert await shelf.database.read(lambda session: session.exec(looks).all()) == [("card", 9001)]


@pytest.mark.parametrize("what", ["visit", "order", "chat", "payment"])
async def test_whom_the_books_need_stays_with_the_reason(shelf: Shelf, what: str) -> None:
    entry = await shelf.brings_in(
        HEADS["visits"] + f"{WHO},2026-10-01 10:00,코트,12000,외상\n박서준,,2026-10-02,바지,1,\n"
    )

    def need(unit: Unit) -> None:
        minji = unit.session.exec(select(Customer).where(col(Customer.phone).is_not(None))).one()
        match what:
            case "visit":
                cast.visit(unit, minji, 1)
            case "order":
                cast.order(unit, minji, ("코트", 1, 1), promised_at=None)
            case "chat":
                cast.linked(unit, minji, 1001)
            case _:
                tabs.pay(unit, PaidTab(Spoken("김민지"), None, "cash"))

    await shelf.owner(need)
    await shelf.undoes(entry)
    books = await shelf.books()
    assert [person[0] for person in books["people"]] == ["김민지"]
    assert len(books["visits"]) == {"visit": 1, "order": 1, "chat": 0, "payment": 1}[what]
    words = await shelf.last_words()
    assert "import-kept-" in words and "\\uae40\\ubbfc\\uc9c0" in words


async def test_an_import_is_taken_back_once(shelf: Shelf) -> None:
    entry = await shelf.brings_in(HEADS["customers"] + f"{WHO},,,,,\n")
    await shelf.undoes(entry)
    with pytest.raises(Refusal, match="undo-done"):
        await shelf.undoes(entry)


async def test_whoever_does_not_own_the_shop_takes_no_import_back(shelf: Shelf) -> None:
    entry = await shelf.brings_in(HEADS["customers"] + f"{WHO},,,,,\n")
    staff = Actor(Role.STAFF, 42, 42)
    with pytest.raises(Refusal, match="not-allowed"):
        await shelf.runtime.write(lambda unit: counter_undo.undo(unit, entry), staff)
    count = select(func.count()).select_from(Customer)
    assert await shelf.database.read(lambda session: session.exec(count).one()) == 1
