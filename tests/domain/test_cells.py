"""Single cells: what is safe to open in a spreadsheet, what is blank, what is a count."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.cells import is_blank, parse_count, plain_cell, safe_cell
from bot.domain.refusals import Refusal


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("=1+1", "'=1+1"),
        ("+82 10-1234-5678", "'+82 10-1234-5678"),
        ("-5000원 할인", "'-5000원 할인"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("＝1+1", "'＝1+1"),
        ("＠x", "'＠x"),
        ("'=1+1", "''=1+1"),
        ("Nan", "'Nan"),
        ("없음", "'없음"),
        ("''n/a", "'''n/a"),
        ("김수연", "김수연"),
        ("'90s", "'90s"),
        ("", ""),
    ],
)
def test_what_would_be_run_or_taken_for_nothing_gets_an_apostrophe_and_nothing_else_does(text: str, cell: str) -> None:
    assert safe_cell(text) == cell
    assert plain_cell(cell) == text


@given(st.text(alphabet=st.sampled_from("'=+-@\t\r\n＝＋－＠a가 1"), max_size=8))
def test_going_out_and_coming_in_again_changes_nothing(text: str) -> None:
    cell = safe_cell(text)
    assert plain_cell(cell) == text
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"))


@pytest.mark.parametrize("text", ["", " ", "-", " – ", "N/A", "#N/A", "null", "없음", "\u00a0", "\u200b"])
def test_an_empty_cell_has_many_faces(text: str) -> None:
    assert is_blank(text)


@pytest.mark.parametrize("text", ["0", "무료", "김", "none of them", "--", "없음님께"])
def test_a_cell_that_says_something_is_not_blank(text: str) -> None:
    assert not is_blank(text)


@pytest.mark.parametrize(
    ("text", "count"),
    [("3", 3), ("3.0", 3), ("３", 3), ("3장", 3), ("2 켤레", 2), ("x3", 3), ("3 EA", 3), ("1,000", 1000), ("0", 0)],
)
def test_pieces_are_counted(text: str, count: int) -> None:
    assert parse_count(text) == count


@pytest.mark.parametrize("text", ["", "세 장", "1.5", "-2", "3+1", "많이", "1" * 500])
def test_what_is_no_count_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        parse_count(text)
    assert refusal.value.name == "quantity-unreadable"
