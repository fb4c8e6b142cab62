"""What holds for the import of any file."""

from pathlib import Path

import pytest
from sqlmodel import col, select

from bot.actions import importing
from bot.actions.importing_run import BATCH
from bot.actions.unit import Unit
from bot.domain.headings import SheetKind
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.jobs.exporting import write_files
from bot.runtime import Runtime
from storage import appointments, journal
from storage.database import Database
from storage.models import JournalEntry
from tests import cast, sample
from tests.importing import Books

CUSTOMERS = (sample.FOLDER / "customers.csv").read_bytes()
VISITS = (sample.FOLDER / "visits.csv").read_bytes()


@pytest.fixture
def books(database: Database) -> Books:
    return Books(database)


async def test_the_sample_shop_comes_in_whole_and_only_once(books: Books) -> None:
    assert [one.four for one in await books.take_all(CUSTOMERS, VISITS)] == [(32, 0, 0, 0), (549, 0, 0, 0)]
    assert [one.four for one in await books.take_all(CUSTOMERS, VISITS)] == [(0, 0, 32, 0), (0, 0, 549, 0)]
    assert len(await books.people()) == 32


async def test_everything_an_import_writes_can_be_found_again_by_its_entry(books: Books) -> None:
    await books.take_all(CUSTOMERS, VISITS)

    def read(unit: Unit) -> list[tuple[str, dict[str, int]]]:
        """For each import: its file's kind, and how many rows of which kind its batches have written."""
        entries = unit.session.exec(select(JournalEntry).order_by(col(JournalEntry.id))).all()
        found = []
        for start in entries:
            if start.deed != importing.STARTED:
                continue
            batches = [one for one in entries if one.deed == BATCH and one.subject_id == start.id]
            written: dict[str, int] = {}
            for batch in batches:
                for what, ids in journal.after(unit.vault, batch).items():
                    written[what] = written.get(what, 0) + len(ids)
            found.append((journal.after(unit.vault, start)["kind"], written))
        return found

    receipts = len({(row["고객명"], row["휴대폰"], row["방문일시"]) for row in sample.rows("visits")})
    assert await books.runtime.read(read) == [("customers", {"people": 32}), ("visits", {"visits": receipts})]


async def test_no_name_and_no_number_of_a_file_can_be_read_in_the_database(
    sqlite_database: Database, sqlite_url: str
) -> None:
    books = Books(sqlite_database)
    canaries = [
        "카나리아",
        "1077316622",
        "7731-6622",
        "canary7731@example.com",
        "카나리로",
        "C7731X",
        "카나리메모",
        "canary.csv",
    ]
    head = "고객명,휴대폰,회원번호,이메일,주소,메모\n"
    await books.take(head + "카나리아,010-7731-6622,C7731X,canary7731@example.com,카나리로 12,카나리메모\n")
    await books.take("고객명,휴대폰,방문일시,금액\n카나리아,010-7731-6622,2026-11-20,2500\n")
    await books.take("고객명,휴대폰,접수일시,품목,택번호,메모\n카나리아,010-7731-6622,2026-11-20,코트,1,카나리메모\n")
    await books.take("고객명,휴대폰,예약일시,서비스,담당\n카나리아,010-7731-6622,2026-11-29 10:00,커트,카나리아 원장\n")

    file = Path(sqlite_url.removeprefix("sqlite:///"))
    raw = b"".join(part.read_bytes() for part in file.parent.glob(f"{file.name}*"))
    assert [canary for canary in canaries if canary.encode() in raw] == []
    assert "커트".encode() in raw


async def test_a_stranger_and_a_customer_may_not_import(books: Books) -> None:
    runtime: Runtime = books.runtime
    for actor in (cast.stranger(7), Actor(Role.CUSTOMER, 501, 501, 1), Actor(Role.STAFF, 77, 77)):
        with pytest.raises(Refusal) as refusal:
            await runtime.read(lambda unit: importing.prepare(unit, []), actor)
        assert refusal.value.name == "not-allowed"


async def test_a_kind_that_is_said_wins_over_the_headings(books: Books) -> None:
    file = "고객명,휴대폰,날짜\n김수연,010-2345-6781,2026-11-20\n"
    assert (await books.take(file, kind=SheetKind.CUSTOMERS)).four == (1, 0, 0, 0)
    assert await books.visits() == []
    assert (await books.take(file)).four == (1, 0, 0, 0)
    assert len(await books.visits()) == 1


async def test_a_file_that_is_no_list_is_refused_before_anything_is_written(books: Books) -> None:
    with pytest.raises(Refusal) as refusal:
        await books.take("가,나,다\n1,2,3\n")
    assert refusal.value.name == "file-headings-unknown"
    assert await books.people() == []


async def test_a_shop_that_takes_in_what_it_has_taken_out_stays_as_it_is(books: Books, tmp_path: Path) -> None:
    await books.take_all(CUSTOMERS, VISITS)

    def counter(unit: Unit) -> None:
        """What the chat has written down since."""
        person = cast.customer(unit, "한새봄", "010-6161-7272")
        cast.order(unit, person, ("코트", 1, 15_000), ("셔츠", 2, 5_000), promised_at=None, unpaid=20_000)
        cast.visit(unit, person, 9, ("바지", 1, 4_000), ("바지", 1, 4_000))
        appointments.add(unit.session, customer_id=person.id or 0, at=unit.now, service="커트", now=unit.now)

    await books.runtime.write(counter)
    folders = [tmp_path / "before", tmp_path / "after"]
    for folder in folders:
        folder.mkdir()
    await write_files(books.runtime, folders[0])

    files = [folders[0] / f"{name}.csv" for name in ("customers", "visits", "orders", "appointments")]
    results = await books.take_all(*(file.read_bytes() for file in files))
    await write_files(books.runtime, folders[1])

    assert [(result.counts.created, result.counts.updated, result.reasons) for result in results] == [(0, 0, [])] * 4
    assert [(folders[1] / file.name).read_bytes() for file in files] == [file.read_bytes() for file in files]
