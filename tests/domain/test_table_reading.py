"""Workbooks as shops have them, files that are something else than they seem, and archives made to do harm."""

import io
import tracemalloc
import zipfile
from datetime import UTC, date, datetime, time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal
from bot.domain.rows import VisitRow, Who
from bot.domain.spreadsheet import open_sheet
from bot.domain.table_reading import read_table
from bot.domain.xlsx_reading import LARGEST_FILE, LARGEST_UNPACKED
from tests.importing import SEOUL
from tests.workbook import HEAD, Cell, archive, sheet_xml, text, workbook

TODAY = date(2026, 11, 21)
LIST = [["고객명", "휴대폰"], ["김수연", "010-2345-6781"]]
CELLS = [("고객명", "휴대폰"), ("김수연", "010-2345-6781")]


def cells_of(content: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(content).rows()]


def refusal_of(content: bytes) -> Refusal:
    with pytest.raises(Refusal) as refused:
        read_table(content)
    return refused.value


def test_a_workbook_and_a_text_file_with_the_same_table_read_the_same() -> None:
    assert cells_of(workbook(LIST)) == CELLS
    assert cells_of("고객명,휴대폰\n김수연,010-2345-6781\n".encode("cp949")) == CELLS


def test_every_kind_of_cell_is_written_as_a_person_would_write_it() -> None:
    row: list[Cell] = [
        datetime.fromisoformat("2026-11-01 10:30"),
        date(2026, 11, 2),
        time(9, 5),
        1012345678,
        25000.0,
        38.7,
        33.800000000000004,
        1234567890123456,
        True,
        "=SUM(A1:A2) -> 14000",
        '=IF(A1,"","") -> ',
        None,
        " 두 칸 ",
    ]
    assert cells_of(workbook([row])) == [
        (
            "2026-11-01 10:30:00",
            "2026-11-02",
            "09:05:00",
            "1012345678",
            "25000",
            "38.7",
            "33.8",
            "1234567890123460",
            "TRUE",
            "14000",
            "",
            "",
            " 두 칸 ",
        )
    ]


@pytest.mark.parametrize("from_1904", [False, True])
def test_a_workbook_counts_its_days_from_1900_or_1904(from_1904: bool) -> None:
    content = workbook([[date(2026, 11, 2), datetime.fromisoformat("2024-02-29 23:59")]], from_1904=from_1904)
    assert cells_of(content) == [("2026-11-02", "2024-02-29 23:59:00")]


def test_a_visit_out_of_a_workbook_has_its_phone_number_with_the_zero_that_excel_has_eaten() -> None:
    content = workbook(
        [
            ["고객명", "휴대폰", "방문일시", "품목", "금액"],
            ["김수연", 1023456781, datetime.fromisoformat("2026-11-20 15:05"), "코트", 15000],
        ]
    )
    (row,) = open_sheet(read_table(content), today=TODAY, zone=SEOUL).verdicts()
    assert isinstance(row, VisitRow)
    assert (row.who, row.at) == (Who("김수연", parse_phone("010-2345-6781")), datetime(2026, 11, 20, 6, 5, tzinfo=UTC))
    assert row.line.amount_minor == 15_000


def test_rows_keep_the_numbers_that_excel_shows_beside_them() -> None:
    content = workbook([["11월 손님"], [], *LIST, [None, None], ["이하늘", None]], top=3, left="C")
    assert [(row.line_no, row.cells) for row in read_table(content).rows()] == [
        (3, ("11월 손님", "")),
        (5, ("고객명", "휴대폰")),
        (6, ("김수연", "010-2345-6781")),
        (8, ("이하늘", "")),
    ]


def test_a_title_above_the_headings_and_headings_over_two_rows_are_no_hindrance() -> None:
    content = workbook(
        [
            ["9월 방문 내역", None, None, None],
            ["고객명", "방문일", "결제", None],
            [None, None, "금액", "결제수단"],
            ["김수연", date(2026, 11, 2), 15000, "카드"],
        ],
        merged=["A1:D1", "A2:A3", "B2:B3", "C2:D2"],
    )
    sheet = open_sheet(read_table(content), today=TODAY, zone=SEOUL)
    (row,) = sheet.verdicts()
    assert isinstance(row, VisitRow)
    assert (row.who.name, row.line.amount_minor, row.paid_by) == ("김수연", 15_000, "card")


def test_a_name_joined_over_three_rows_belongs_to_all_of_them_and_a_sum_to_the_first() -> None:
    content = workbook(
        [["고객명", "품목", "금액"], ["김수연", "코트", 30000], [None, "니트", None], [None, "이불", None]],
        merged=["A2:A4", "C2:C4"],
    )
    assert cells_of(content)[1:] == [("김수연", "코트", "30000"), ("김수연", "니트", ""), ("김수연", "이불", "")]


def test_the_sheet_that_is_read_is_named_and_so_are_the_others() -> None:
    content = workbook(
        sheets={"안내": [["이 파일은"]], "빈 시트": [], "손님": LIST, "숨김": LIST, "예전": [["고객명"]]},
        hidden=["숨김"],
    )
    table = read_table(content)
    assert (table.sheet, table.other_sheets) == ("손님", ("안내", "예전"))
    assert [row.cells for row in table.rows()] == CELLS
    assert read_table(workbook(sheets={"가": [["x"]], "나": [["y"]]})).sheet == "가"
    assert read_table(b"name\nKim\n").sheet is None


def test_macros_and_pictures_are_not_looked_at() -> None:
    content = workbook(LIST, more={"xl/vbaProject.bin": b"\0" * (LARGEST_UNPACKED + 1), "xl/media/image1.png": b"x"})
    assert cells_of(content) == CELLS


DECLARED = '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>'
SHEET = "xl/worksheets/sheet1.xml"
UNCOUNTED = [
    '<row r="2"><c r="A2"><f>A1+1</f></c><c r="B2"><v>1</v></c></row>',
    '<row r="2"><c r="A2"><f>A1+1</f><v></v></c><c r="B2"><v>1</v></c></row>',
    '<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f>A2+1</f><v/></c></row>',
]


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (workbook([]), "file-empty"),
        (workbook([[None, None]]), "file-empty"),
        (archive({"photo.jpg": b"x", "list.csv": b"a,b"}), "file-is-archive"),
        (archive({"word/document.xml": "<a/>"}), "file-is-document"),
        (archive({"xl/workbook.bin": b"x"}), "file-old-excel"),
        (b"PK\x03\x04" + b"\x00" * 2_000, "file-broken"),
        (workbook(LIST)[:-400], "file-broken"),
        *((workbook(LIST, more={SHEET: sheet_xml(sheet)}), "file-not-counted") for sheet in UNCOUNTED),
        (workbook(LIST, more={SHEET: "<worksheet><sheetData>"}), "file-broken"),
        (workbook(LIST, more={SHEET: sheet_xml('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')}), "file-broken"),
        (workbook(LIST, more={SHEET: sheet_xml(f'<row r="1">{text("ZZZZ99999999", "x")}</row>')}), "file-broken"),
        (workbook(LIST, more={SHEET: sheet_xml('<row r="99999999999"><c><v>1</v></c></row>')}), "file-broken"),
        (workbook(LIST, more={SHEET: HEAD + DECLARED + "<worksheet>&b;</worksheet>"}), "file-xml-entities"),
        (workbook(LIST, more={SHEET: '<?xml version="1.0" encoding="UTFm8"?><worksheet/>'}), "file-broken"),
        (workbook(LIST, more={"docProps/app.xml": DECLARED + "<a/>"}), "file-xml-entities"),
        (
            workbook(LIST, more={SHEET: f'<?xml version="1.0" encoding="UTF-16"?>{DECLARED}<w/>'.encode("utf-16")}),
            "file-xml-entities",
        ),
        (
            workbook(LIST, more={SHEET: '<!DOCTYPE w SYSTEM "file:///etc/passwd"><worksheet/>'}),
            "file-xml-entities",
        ),
        (
            workbook(LIST, more={SHEET: sheet_xml(f'<row r="1048576">{text("XFD1048576", "x")}</row>')}),
            "file-too-sparse",
        ),
        (
            workbook(LIST, more={SHEET: sheet_xml('<row r="1048575"/><row><c r="&#88;FD1048576"><v>1</v></c></row>')}),
            "file-too-sparse",
        ),
        (archive({"xl/workbook.xml": b"<a/>"}) + b"\0" * LARGEST_FILE, "file-too-large"),
    ],
)
def test_what_is_no_honest_workbook_is_refused_by_name(content: bytes, name: str) -> None:
    assert refusal_of(content).name == name


def test_an_encrypted_entry_means_a_password() -> None:
    content = bytearray(archive({"xl/workbook.xml": "<a/>"}))
    content[6] |= 1
    content[content.index(b"PK\x01\x02") + 8] |= 1
    assert refusal_of(bytes(content)).name == "file-password"


@pytest.mark.parametrize("told", [LARGEST_UNPACKED + 1, 100])
def test_a_bomb_is_refused_before_it_takes_memory_also_when_it_lies_about_its_size(told: int) -> None:
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name in ("xl/workbook.xml", SHEET):
            with target.open(name, "w", force_zip64=False) as part:
                part.write(b"<worksheet>")
                for _ in range(LARGEST_UNPACKED >> 20):
                    part.write(b" " * (1 << 20))
    content = bytearray(packed.getvalue())
    where = -1
    while (where := content.find(b"PK\x01\x02", where + 1)) >= 0:
        content[where + 24 : where + 28] = told.to_bytes(4, "little")
    assert len(content) < 200_000
    tracemalloc.start()
    try:
        name = refusal_of(bytes(content)).name
        _, most = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert name == ("file-broken" if told == 100 else "file-bomb")
    assert most < 2_000_000


def test_cells_that_only_have_a_colour_do_not_make_a_sheet_large() -> None:
    rows = "".join(f'<row r="{n}"><c r="XFD{n}" s="0"/></row>' for n in range(2, 1_048_577, 50_000))
    head = f'<row r="1">{text("A1", "고객명")}{text("B1", "휴대폰")}</row>'
    assert cells_of(workbook(LIST, more={SHEET: sheet_xml(head + rows)})) == [CELLS[0]]


@given(
    st.lists(st.tuples(st.integers(0, 2_500), st.integers(0, 255)), min_size=1, max_size=6),
    st.sampled_from(["xl/workbook.xml", "xl/styles.xml", SHEET, "[Content_Types].xml", ""]),
)
def test_a_damaged_workbook_is_rows_or_a_named_refusal(damage: list[tuple[int, int]], part: str) -> None:
    content = workbook([*LIST, [date(2026, 11, 2), 1.5]], merged=["A2:A3"])
    with zipfile.ZipFile(io.BytesIO(content)) as whole:
        broken = bytearray(whole.read(part) if part else content)
    for place, byte in damage:
        broken[place % len(broken)] = byte
    damaged = workbook(LIST, more={part: bytes(broken)}) if part else bytes(broken)
    try:
        name, rows = "", list(read_table(damaged).rows())
    except Refusal as refusal:
        name, rows = refusal.name, []
    assert not name or name.startswith("file-")
    assert all(any(row.cells) for row in rows)
