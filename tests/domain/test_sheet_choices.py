"""What is shown of a file before it is brought in, and what can be decided about it."""

from datetime import date
from zoneinfo import ZoneInfo

import pytest

from bot.domain.headings import Column, SheetKind
from bot.domain.sheet_choices import (
    can_do_without_guesses,
    equal_kinds,
    first_rows,
    kinds_of,
    open_date,
    read_otherwise,
)
from bot.domain.spreadsheet import Sheet, open_sheet
from bot.domain.table_reading import read_table
from bot.domain.written_dates import DateOrder


def sheet(text: str, kind: SheetKind | None = None) -> Sheet:
    return open_sheet(
        read_table(text.encode()), today=date(2026, 11, 21), zone=ZoneInfo("Asia/Seoul"), currency="KRW", kind=kind
    )


@pytest.mark.parametrize(
    ("headings", "cells", "shown"),
    [
        ("고객명,휴대폰", "김민지,010-1234-5678", ("김민지", "010-****-5678")),
        ("고객명,이메일", "김민지,minji@example.com", ("김민지", "mi***@example.com")),
        ("고객명,주소", "김민지,서울 마포구 성산로 12", ("김민지", "서울 ***")),
        ("고객명,생년월일", "김민지,1990. 5. 1", ("김민지", "****. 5. 1")),
        ("고객명,메모", "김민지,두피 예민", ("김민지", "***")),
        ("고객명,회원번호", "김민지,9410112233", ("김민지", "***2233")),
        ("고객명,휴대폰", "김민지,없는 번호", ("김민지", "***는 번호")),
        ("등급,고객명", "VIP,김민지", ("김민지",)),
    ],
)
def test_private_details_are_masked_and_only_what_is_read_is_shown(
    headings: str, cells: str, shown: tuple[str, ...]
) -> None:
    assert first_rows(sheet(f"{headings}\n{cells}\n")) == (shown,)


def test_so_many_rows_are_shown_and_no_more() -> None:
    assert len(first_rows(sheet("고객명\n" + "김민지\n" * 9))) == 3


@pytest.mark.parametrize(
    ("headings", "kinds", "equal"),
    [
        ("고객명,휴대폰", ("customers",), ("customers",)),
        ("고객명,방문일시,품목", ("customers", "visits"), ("visits",)),
        ("고객명,날짜,품목", ("customers", "visits", "orders"), ("visits", "orders")),
        ("고객명,예약일시,서비스", ("customers", "appointments"), ("appointments",)),
    ],
)
def test_which_kinds_of_file_it_could_be(headings: str, kinds: tuple[str, ...], equal: tuple[str, ...]) -> None:
    columns = sheet(f"{headings}\na,2026-11-02,b\n").columns
    assert tuple(map(str, kinds_of(columns))) == kinds
    assert tuple(map(str, equal_kinds(columns))) == equal


def test_a_date_shows_in_which_order_day_and_month_stand() -> None:
    told = sheet("고객명,방문일시\na,2026-11-02\na,03/04/2026\n")
    found = open_date(told)
    assert found is not None and found.written == "03/04/2026"
    assert found.days[DateOrder.DMY] == date(2026, 4, 3)
    assert found.days[DateOrder.MDY] == date(2026, 3, 4)
    turned = read_otherwise(told, order=DateOrder.DMY)
    assert turned.reading.order is DateOrder.DMY and not turned.order_guessed
    assert open_date(sheet("고객명,방문일시\na,2026-11-02\n")) is None


def test_guessed_columns_can_be_left_out_but_for_those_without_which_nothing_is_left() -> None:
    told = sheet("고객명,손님특이메모란\na,b\n")
    assert can_do_without_guesses(told.columns)
    left = read_otherwise(told, without_guesses=True).columns
    assert (left.guessed, left.left_out, set(left.places)) == ((), ("손님특이메모란",), {Column.NAME})
    assert not can_do_without_guesses(sheet("고객명,휴대폰\na,\n").columns)
    when = sheet("고객명,예약을잡은날\na,2026-11-02\n", SheetKind.APPOINTMENTS).columns
    assert when.guessed == ("예약을잡은날",)
    assert not can_do_without_guesses(when)
