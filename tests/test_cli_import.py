"""`python -m bot import`: what it says, what it leaves behind, and how it ends."""

import csv
import io
import os
import re
import shutil
import time
from datetime import datetime
from pathlib import Path

import pytest
from sqlmodel import select

from bot.cli_import import import_files
from bot.clock import MovableClock
from bot.config import Settings
from bot.domain.headings import SheetKind
from bot.domain.shop import Shop
from bot.runtime import Runtime
from storage.database import Database
from storage.leader import leader_for
from storage.models import Visit
from tests import sample
from tests.forks import program
from tests.workbook import Cell, workbook

ROOT = Path(__file__).parents[1]
HEAD = "고객명,휴대폰,방문일시,품목,금액\n"


class Terminal:
    """The command in this process, with what it said."""

    def __init__(self, database: Database, folder: Path, capsys: pytest.CaptureFixture[str], language: str) -> None:
        self.runtime = Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁", language=language))
        self.folder = folder
        self._capsys = capsys
        self.out = self.err = ""

    def file(self, name: str, text: str | bytes) -> Path:
        file = self.folder / name
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return file

    async def imports(self, *files: Path, kind: SheetKind | None = None, asks: bool = False) -> bool:
        read = await import_files(self.runtime, files, kind, asks=asks)
        self.out, self.err = self._capsys.readouterr()
        return read


def refused_rows(file: Path) -> list[list[str]]:
    raw = file.with_name(f"{file.name}.refused.csv").read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(raw.decode("utf-8-sig"))))


@pytest.fixture
def terminal(sqlite_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(sqlite_database, tmp_path, capsys, "ko")


@pytest.fixture
def english(sqlite_database: Database, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Terminal:
    return Terminal(sqlite_database, tmp_path, capsys, "en")


async def test_customers_are_taken_before_visits_in_whichever_order_they_are_named(terminal: Terminal) -> None:
    assert await terminal.imports(sample.FOLDER / "visits.csv", sample.FOLDER / "customers.csv")

    assert terminal.out.index("손님 32줄") < terminal.out.index("방문 549줄")
    assert "새로 적음 32 · 고침 0 · 그대로 0 · 못 읽음 0" in terminal.out
    assert "새로 적음 549 · 고침 0 · 그대로 0 · 못 읽음 0" in terminal.out


async def test_the_four_counts_are_told_in_english_too(english: Terminal) -> None:
    await english.imports(sample.FOLDER / "visits.csv")
    await english.imports(sample.FOLDER / "visits.csv")
    assert "created 0 · updated 0 · unchanged 549 · refused 0" in english.out


async def test_refused_rows_are_written_with_their_columns_and_the_reason(terminal: Terminal) -> None:
    file = terminal.file(
        "a.csv", HEAD + "김수연,010-12,2026-11-20,셔츠,2500\n박민수,010-8161-6464,2026-11-20,셔츠,2500\n"
    )

    assert await terminal.imports(file)

    assert refused_rows(file) == [
        ["고객명", "휴대폰", "방문일시", "품목", "금액", "까닭"],
        ["김수연", "010-12", "2026-11-20", "셔츠", "2500", "전화번호 숫자가 모자라요. 예: 010-2345-6789"],
    ]
    assert "2번째 줄: 전화번호 숫자가 모자라요." in terminal.out
    assert "a.csv.refused.csv" in terminal.out


async def test_only_its_owner_can_read_the_refused_rows(terminal: Terminal) -> None:
    file = terminal.file("a.csv", HEAD + "김수연,010-12,2026-11-20,셔츠,2500\n")
    await terminal.imports(file)
    assert file.with_name("a.csv.refused.csv").stat().st_mode & 0o077 == 0


async def test_no_cell_of_the_refused_rows_runs_in_a_spreadsheet(terminal: Terminal) -> None:
    file = terminal.file("a.csv", '고객명,휴대폰,메모\n"=HYPERLINK(""x"")",010-12,+1\n\'=1,010-13,@x\n')
    await terminal.imports(file)

    assert [row[::2] for row in refused_rows(file)[1:]] == [['\'=HYPERLINK("x")', "'+1"], ["'=1", "'@x"]]


async def test_rows_of_any_width_keep_their_cells_and_the_reason_its_column(terminal: Terminal) -> None:
    file = terminal.file("a.csv", HEAD + "김수연,010-12\n김수연,,2026-11-20,셔츠,12,000\n")
    await terminal.imports(file)

    narrow, wide = refused_rows(file)[1:]
    assert narrow[:5] == ["김수연", "010-12", "", "", ""] and len(narrow) == 6
    assert wide[:5] == ["김수연", "", "2026-11-20", "셔츠", "12"] and wide[6:] == ["000"]


async def test_the_refused_rows_can_be_mended_and_brought_in(terminal: Terminal) -> None:
    file = terminal.file("a.csv", HEAD + "김수연,010-12,2026-11-20,셔츠,2500\n이영희,010-13,2026-11-20,셔츠,2500\n")
    await terminal.imports(file)
    mended = file.with_name("a.csv.refused.csv")
    mended.write_text(mended.read_text("utf-8-sig").replace("010-12", "010-2345-6781"), "utf-8-sig")

    assert await terminal.imports(mended)

    assert "새로 적음 1 · 고침 0 · 그대로 0 · 못 읽음 1" in terminal.out
    assert refused_rows(mended)[0] == ["고객명", "휴대폰", "방문일시", "품목", "금액", "까닭"]
    assert refused_rows(mended)[1][:2] == ["이영희", "010-13"]


async def test_refused_rows_of_an_earlier_time_do_not_stay(terminal: Terminal) -> None:
    file = terminal.file("a.csv", HEAD + "김수연,010-12,2026-11-20,셔츠,2500\n")
    await terminal.imports(file)
    terminal.file("a.csv", HEAD + "김수연,010-2345-6781,2026-11-20,셔츠,2500\n")
    await terminal.imports(file)
    assert not file.with_name("a.csv.refused.csv").exists()


async def test_rows_are_imported_also_where_the_refused_ones_cannot_be_written(terminal: Terminal) -> None:
    file = terminal.file("a.csv", HEAD + "김수연,010-12,2026-11-20,셔츠,2500\n박민수,,2026-11-20,셔츠,2500\n")
    file.with_name("a.csv.refused.csv").mkdir()

    assert await terminal.imports(file)

    assert "새로 적음 1 · 고침 0 · 그대로 0 · 못 읽음 1" in terminal.out
    assert "못 읽은 줄을" in terminal.err and "적지 못했어요" in terminal.err


async def test_a_file_with_nothing_to_be_read_is_a_failure(terminal: Terminal) -> None:
    file = terminal.file("a.csv", HEAD + "김수연,010-12,2026-11-20,셔츠,2500\n")
    assert not await terminal.imports(file)
    assert "읽을 수 있는 줄이 없었어요" in terminal.err


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "빈 파일이에요"),
        (b"%PDF-1.7\n", "PDF는 읽을 수 없어요"),
        (b"PK\x03\x04\x14\x00\x06\x00[Content_Types].xml", "엑셀 파일이에요"),
        ("가,나\n1,2\n".encode(), "어떤 칸인지 알 수 없어요: 가, 나"),
        ("고객명,휴대폰,품목,금액\n".encode(), "내용이 없는 파일이에요"),
        (b"\xff\xfe\xfd" * 40, "글자를 읽을 수 없는 파일"),
    ],
)
async def test_a_file_that_cannot_be_read_is_told_of_in_plain_words_and_the_others_go_on(
    terminal: Terminal, content: bytes, sentence: str
) -> None:
    bad = terminal.file("bad.csv", content)
    good = terminal.file("good.csv", HEAD + "박민수,010-8161-6464,2026-11-20,셔츠,2500\n")

    assert not await terminal.imports(bad, terminal.folder / "missing.csv", good)

    assert f"{bad}: " in terminal.err and sentence in terminal.err
    assert "missing.csv 파일이 없어요" in terminal.err
    assert "새로 적음 1" in terminal.out


async def test_a_column_that_is_missing_is_called_by_its_name(terminal: Terminal) -> None:
    await terminal.imports(terminal.file("a.csv", "고객명,품목,금액\n김수연,셔츠,2500\n"), kind=SheetKind.ORDERS)
    assert "접수일시 칸이 없어요" in terminal.err and "(주문)" in terminal.err


async def test_what_had_to_be_guessed_is_told(terminal: Terminal) -> None:
    rows = "".join(f"{month}/{month}/2026,ANON-1,38.7,Latte,x\n" for month in (3, 4))
    file = terminal.file("a.csv", "datetime,card,money,coffee_name,등급\n3/4/2026,ANON-1,38.7,Latte,x\n" + rows)

    await terminal.imports(file)

    assert "짐작해서 읽은 칸: coffee_name" in terminal.out
    assert "날짜 ‘3/4/2026’은 3/4(수)로 읽었어요" in terminal.out
    assert "읽지 않은 칸: 등급" in terminal.out
    assert "금액 3건은 소수점을 반올림했어요(KRW)" in terminal.out
    assert "처음 나온 손님 1분" in terminal.out


@pytest.mark.parametrize(("answer", "taken"), [("n\n", False), ("y\n", True)])
async def test_somebody_at_the_terminal_is_asked_where_something_was_guessed(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, answer: str, taken: bool
) -> None:
    file = terminal.file("a.csv", "datetime,card,money,coffee_name\n2026-03-04 10:00,ANON-1,38,Latte\n")
    monkeypatch.setattr("sys.stdin", io.StringIO(answer))

    assert await terminal.imports(file, asks=True) is taken

    assert "a.csv: 방문 1줄이에요." in terminal.out and "coffee_name → 품목" in terminal.out
    assert "· 2026-03-04 10:00, ***ON-1, 38, Latte" in terminal.out
    assert "이대로 가져올까요?" in terminal.out
    assert ("새로 적음 1" in terminal.out) is taken
    assert ("아무것도 바꾸지 않았어요" in terminal.out) is not taken


async def test_a_workbook_is_brought_in_and_the_sheet_that_was_read_is_named(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch
) -> None:
    rows: list[list[Cell]] = [
        ["고객명", "휴대폰", "방문일시", "금액"],
        ["김수연", 1023456781, datetime.fromisoformat("2026-11-20 15:00"), 12000],
    ]
    file = terminal.file("손님.xlsx", workbook(sheets={"안내": [["읽어 보세요"]], "11월": rows}))
    monkeypatch.setattr("sys.stdin", io.StringIO("y\n"))

    assert await terminal.imports(file, asks=True)

    assert "‘11월’ 시트만 읽어요. 읽지 않는 시트: 안내" in terminal.out
    assert "새로 적음 1" in terminal.out
    assert await terminal.runtime.read(lambda unit: unit.session.exec(select(Visit.amount_minor)).one()) == 12_000


async def test_nobody_is_asked_where_nothing_was_guessed(terminal: Terminal) -> None:
    assert await terminal.imports(sample.FOLDER / "customers.csv", asks=True)


async def test_a_long_file_tells_how_far_it_is(terminal: Terminal) -> None:
    rows = "".join(
        f"손님{n % 30},,2026-{1 + n % 9:02}-{1 + n % 28:02} 1{n % 9}:0{n % 7},셔츠,2500\n" for n in range(6_000)
    )
    await terminal.imports(terminal.file("a.csv", HEAD + rows))
    steps = re.findall(r"([\d,]+)줄 / 6,000줄", terminal.out)
    assert 1 < len(steps) <= 10 and steps[-1] == "6,000"


def dangol_import(folder: Path, *arguments: str) -> tuple[int, str, str]:
    ours = {name.upper() for name in Settings.model_fields}
    environment = {name: value for name, value in os.environ.items() if name not in ours}
    return program(folder, "import", *arguments, environment=environment | {"SHOP_LANGUAGE": "en"})


def test_the_command_makes_the_shop_and_works_beside_the_running_program(tmp_path: Path) -> None:
    for name in ("customers.csv", "visits.csv"):
        shutil.copy(sample.FOLDER / name, tmp_path)

    first = dangol_import(tmp_path, "visits.csv", "customers.csv")
    leader = leader_for(f"sqlite:///{tmp_path}/data/dangol.db")
    leader.acquire(time.monotonic())
    try:
        second = dangol_import(tmp_path, "customers.csv", "visits.csv", "--yes")
        third = dangol_import(tmp_path, "nothing.csv", "--kind", "visits")
    finally:
        leader.release()

    assert (first[0], first[2]) == (0, "")
    assert "created 549 · updated 0 · unchanged 0 · refused 0" in first[1]
    assert (second[0], second[2]) == (0, "")
    assert "created 0 · updated 0 · unchanged 549 · refused 0" in second[1]
    assert third == (1, "", "There is no file nothing.csv.\n")


def test_new_tables_are_not_laid_while_another_program_leads(tmp_path: Path) -> None:
    shutil.copy(sample.FOLDER / "customers.csv", tmp_path)
    leader = leader_for(f"sqlite:///{tmp_path}/data/dangol.db")
    leader.acquire(time.monotonic())
    try:
        code, _, errors = dangol_import(tmp_path, "customers.csv")
    finally:
        leader.release()

    assert code == 1
    assert len(errors.splitlines()) == 1 and "already" in errors
