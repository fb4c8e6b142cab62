"""Text files as shops have them, and the files that are none."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.csv_reading import LONGEST_LINE, MOST_LINES_A_ROW, Row, open_csv
from bot.domain.refusals import Refusal

TABLE = "고객명,휴대폰,메모\r\n김수연,010-2345-6781,단추\r\nEmily Carter,010-2644-7810,\r\n"
CELLS = [("고객명", "휴대폰", "메모"), ("김수연", "010-2345-6781", "단추"), ("Emily Carter", "010-2644-7810", "")]


def cells_of(content: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in open_csv(io.BytesIO(content)).rows()]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp949", "euc-kr", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("separator", [",", "\t", ";", "|"])
@pytest.mark.parametrize("line_end", ["\r\n", "\n", "\r"])
def test_one_table_reads_the_same_in_every_encoding_and_separator(encoding: str, separator: str, line_end: str) -> None:
    content = TABLE.replace(",", separator).replace("\r\n", line_end).encode(encoding)
    assert cells_of(content) == CELLS


def test_a_utf_16_file_with_its_mark_loses_the_mark() -> None:
    assert cells_of(b"\xff\xfe" + TABLE.encode("utf-16-le")) == CELLS
    assert cells_of(b"\xfe\xff" + TABLE.encode("utf-16-be")) == CELLS


def test_one_korean_name_alone_in_cp949_is_not_taken_for_chinese() -> None:
    assert cells_of("고객명\n김수연\n".encode("cp949")) == [("고객명",), ("김수연",)]


def test_signs_that_were_damaged_before_the_file_was_written_do_not_change_its_encoding() -> None:
    content = "이름,곳\n수연,37\ufffd36'37.8\"N\n".encode()
    assert cells_of(content)[1] == ("수연", "37\ufffd36'37.8\"N")


# Tables of the same shape as those of csv-spectrum, and what is in them.
SHAPES = [
    (b'first,last,address\nJohn,Doe,"120 any st.\nAnytown, WW"\n', ("John", "Doe", "120 any st.\nAnytown, WW")),
    (b'a,b,c\n1,"",""\n', ("1", "", "")),
    (b'a,b\r\n1,"ha ""ha"" ha"\r\n', ("1", 'ha "ha" ha')),
    (b'key,val\n1,"{""type"": ""Point"", ""at"": [102.0, 0.5]}"\n', ("1", '{"type": "Point", "at": [102.0, 0.5]}')),
    (b'a,b,c\r\n"Once upon\r\na time",5,6\r\n', ("Once upon\r\na time", "5", "6")),
    (b'a,b\n1,"ha \n""ha"" \nha"\n', ("1", 'ha \n"ha" \nha')),
    ("a,b\n1,ʤ\n".encode(), ("1", "ʤ")),
    (b"a,b\n1,2", ("1", "2")),
]


@pytest.mark.parametrize(("content", "row"), SHAPES)
def test_every_shape_of_a_row_is_taken_apart(content: bytes, row: tuple[str, ...]) -> None:
    assert cells_of(content)[1] == row


def test_a_cp949_sign_far_behind_a_long_plain_beginning_is_still_found() -> None:
    content = b"name,note\n" + b"a,b\n" * 50_000 + "이불,x\n".encode("cp949")
    assert cells_of(content)[-1] == ("이불", "x")


def test_quotes_line_breaks_and_separators_inside_a_cell_stay_inside() -> None:
    assert cells_of(b'a,b\n"1,2","x ""y"" z"\n"two\r\nlines",3\n') == [
        ("a", "b"),
        ("1,2", 'x "y" z'),
        ("two\r\nlines", "3"),
    ]


def test_every_row_knows_the_line_it_starts_on_and_empty_lines_are_left_out() -> None:
    rows = list(open_csv(io.BytesIO(b'a,b\n\n"x\ny",1\n,,\n2,3\n')).rows())
    assert [(row.line_no, row.cells) for row in rows] == [(1, ("a", "b")), (3, ("x\ny", "1")), (6, ("2", "3"))]


def test_a_quote_that_is_never_closed_breaks_one_row_and_not_the_rest() -> None:
    rows = list(open_csv(io.BytesIO(b'a,b\n"open,1\n2,3\n4,5\n')).rows())
    assert rows == [Row(1, ("a", "b")), Row(2, ('"open,1',), "row-broken"), Row(3, ("2", "3")), Row(4, ("4", "5"))]


def test_many_open_quotes_in_a_long_file_each_break_their_own_row() -> None:
    length = MOST_LINES_A_ROW + 50
    content = "a,b\n" + "".join(f"{n},x\n" if n % length else f'"{n},x\n' for n in range(3 * length))
    rows = list(open_csv(io.BytesIO(content.encode())).rows())
    # The second quote closes the first one only if it stands near it, which is what the limit is for.
    assert [row.cells[0] for row in rows if row.broken] == ['"0,x', f'"{length},x', f'"{2 * length},x']
    assert len(rows) == 1 + 3 * length


def test_excels_own_first_line_names_the_separator() -> None:
    file = open_csv(io.BytesIO(b"sep=;\na;b,c\n1;2,5\n"))
    assert file.separator == ";"
    assert [row.cells for row in file.rows()][1:] == [("a", "b,c"), ("1", "2,5")]


def test_the_rows_can_be_read_twice() -> None:
    file = open_csv(io.BytesIO(TABLE.encode()))
    assert list(file.rows()) == list(file.rows())


@pytest.mark.parametrize(
    ("content", "name"),
    [
        (b"", "file-empty"),
        (b"\xef\xbb\xbf", "file-empty"),
        (b"\r\n \n\n", "file-empty"),
        (b"%PDF-1.7\n1 0 obj", "file-is-pdf"),
        (b"PK\x03\x04", "file-is-archive"),
        (b"\x1f\x8b\x08\x00", "file-is-archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\x00" * 600 + "Workbook".encode("utf-16-le"), "file-old-excel"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1" + b"\x00" * 600 + b"HWP Document File", "file-is-document"),
        (b"{\\rtf1\\ansi", "file-is-document"),
        (b"<html><table><tr><td>a", "file-is-web-page"),
        ("\ufeff\n<!DOCTYPE html>".encode(), "file-is-web-page"),
        ("\ufeff<TABLE>".encode("utf-16-le"), "file-is-web-page"),
        (b'<?xml version="1.0"?><Workbook/>', "file-is-web-page"),
        (b"\xd0\xcf\x11\xe0" + b"." * 65_530 + "EncryptedPackage".encode("utf-16-le"), "file-password"),
        (b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR", "file-is-image"),
        (b"\xff\xd8\xff\xe0\x00\x10JFIF\x00", "file-is-image"),
        (b"\xff\xfea", "file-not-text"),
        (b"\x00" * 300, "file-not-text"),
        (b"a,b\n\xc3\x28,\xff\n", "file-not-text"),
        (b"a,b\n" + b"x" * (LONGEST_LINE + 1), "file-line-too-long"),
        (b"a,b\n" + b"x" * (LONGEST_LINE + 1) + b"\n1,2\n", "file-line-too-long"),
    ],
)
def test_what_is_no_list_is_refused_by_name(content: bytes, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        open_csv(io.BytesIO(content))
    assert refusal.value.name == name


@pytest.mark.parametrize("damage", [b"\xff", b"\x00", "\ufffd".encode(), "이불".encode("cp949")])
def test_a_few_damaged_signs_cost_their_row_and_not_the_file(damage: bytes) -> None:
    content = TABLE.encode() * 10 + b"x" + damage + b",1,2\n" + TABLE.encode()
    rows = list(open_csv(io.BytesIO(content)).rows())
    assert [row.line_no for row in rows if row.broken] == [31]
    assert {row.broken for row in rows} == {None, "row-garbled"}
    assert [row.cells for row in rows[-3:]] == CELLS


def test_a_cell_longer_than_any_breaks_its_row_only() -> None:
    rows = list(open_csv(io.BytesIO(b"a,b\n" + b"x" * 200_000 + b",1\n2,3\n")).rows())
    assert [row.broken for row in rows] == [None, "row-too-long", None]


@given(st.binary(max_size=400))
def test_any_bytes_are_rows_with_something_in_them_or_a_named_refusal(content: bytes) -> None:
    try:
        name, rows = "", list(open_csv(io.BytesIO(content)).rows())
    except Refusal as refusal:
        name, rows = refusal.name, []
    assert not name or name.startswith("file-")
    assert all(any(cell.strip() for cell in row.cells) for row in rows)
