"""A shop's file from end to end: what its rows say, and why others are refused."""

import csv
import io
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.domain.birthday import Birthday
from bot.domain.cells import safe_cell
from bot.domain.headings import SheetKind
from bot.domain.phone import PhoneKind, parse_phone
from bot.domain.refusals import Refusal
from bot.domain.rows import AppointmentRow, CustomerRow, OrderRow, RefusedRow, Verdict, VisitRow, Who
from bot.domain.spreadsheet import Occurrences, Sheet, open_sheet
from bot.domain.states import AppointmentState, OrderState
from bot.domain.table_reading import read_table
from bot.domain.visits import Line
from bot.domain.written_dates import DateOrder

SHOP = Path(__file__).parents[1] / "data" / "shop"
SEOUL = ZoneInfo("Asia/Seoul")
TODAY = date(2026, 11, 21)
SUYEON = Who("김수연", parse_phone("010-2345-6781"))


def sheet_of(text: str, *, currency: str = "KRW", kind: SheetKind | None = None) -> Sheet:
    content = io.BytesIO(text.encode())
    return open_sheet(read_table(content), today=TODAY, zone=SEOUL, currency=currency, kind=kind)


def verdicts_of(text: str, *, currency: str = "KRW", kind: SheetKind | None = None) -> list[Verdict]:
    return list(sheet_of(text, currency=currency, kind=kind).verdicts())


def verdict_of(headings: str, row: str) -> Verdict:
    (verdict,) = verdicts_of(f"{headings}\n{row}\n")
    return verdict


def test_a_customer_row_is_read_with_every_detail() -> None:
    assert verdict_of(
        "고객명,휴대폰,회원번호,이메일,생년월일,주소,메모",
        '김수연님,01023456781,1001.0,Suyeon@Example.com,(음)85.10.13,서울 마포구,"단추 헐거움\r\n880115-1234567"',
    ) == CustomerRow(
        line_no=2,
        who=Who("김수연", parse_phone("010-2345-6781"), "1001"),
        email="Suyeon@example.com",
        birthday=Birthday(10, 13, 1985, lunar=True),
        address="서울 마포구",
        note="단추 헐거움\n880115-*******",
    )


def test_a_blank_cell_says_nothing() -> None:
    row = verdict_of("고객명,휴대폰,회원번호,이메일,생년월일,주소,메모", "김수연,-,N/A,, ,없음,")
    assert row == CustomerRow(2, Who("김수연"))


def test_a_dead_number_is_read_and_known_to_be_dead() -> None:
    row = verdict_of("name,phone", "조남희,016-234-5678")
    assert isinstance(row, CustomerRow) and row.who.phone is not None
    assert row.who.phone.kind is PhoneKind.DEAD


def test_first_and_last_names_make_one_name() -> None:
    assert verdict_of("First Name,Last Name,Mobile", "Emily,Carter,") == CustomerRow(2, Who("Emily Carter"))


def test_an_apostrophe_that_saves_a_zero_is_no_part_of_the_number() -> None:
    assert verdict_of("name,phone,member_no", "김수연,'01023456781,'0042") == CustomerRow(
        2, Who("김수연", parse_phone("010-2345-6781"), "0042")
    )


@pytest.mark.parametrize(
    ("cell", "at", "on"),
    [
        ("2026-11-20 15:05", datetime(2026, 11, 20, 6, 5, tzinfo=UTC), date(2026, 11, 20)),
        ("2026년 11월 20일 오후 3:05", datetime(2026, 11, 20, 6, 5, tzinfo=UTC), date(2026, 11, 20)),
        ("2026-11-20", datetime(2026, 11, 19, 15, 0, tzinfo=UTC), date(2026, 11, 20)),
        ("2026-11-20 00:30", datetime(2026, 11, 19, 15, 30, tzinfo=UTC), date(2026, 11, 20)),
        ("46346", datetime(2026, 11, 19, 15, 0, tzinfo=UTC), date(2026, 11, 20)),
        ("2026-11-20T20:00:00Z", datetime(2026, 11, 20, 20, 0, tzinfo=UTC), date(2026, 11, 21)),
        ("2026-11-21 23:59", datetime(2026, 11, 21, 14, 59, tzinfo=UTC), TODAY),
    ],
)
def test_a_visit_has_its_moment_and_the_shops_own_day(cell: str, at: datetime, on: date) -> None:
    row = verdict_of("고객명,휴대폰,방문일시", f"김수연,010-2345-6781,{cell}")
    assert row == VisitRow(2, SUYEON, at, on, Line("", 1, None, 0))


@pytest.mark.parametrize(
    ("day", "clock", "hour"),
    [("2026-11-20", "15:05", 6), ("2026-11-20 00:00:00", "오후 3:05", 6), ("2026-11-20", "", 15)],
)
def test_a_time_may_stand_in_a_column_of_its_own(day: str, clock: str, hour: int) -> None:
    row = verdict_of("고객명,방문일,방문시간,금액", f"김수연,{day},{clock},5000")
    assert isinstance(row, VisitRow)
    assert row.at.hour == hour and row.on == date(2026, 11, 20)


@pytest.mark.parametrize(
    ("cells", "line"),
    [
        ("와이셔츠,3,2500,7500", Line("와이셔츠", 3, 2500, 7500)),
        ('와이셔츠,3장,"2,500원",', Line("와이셔츠", 3, 2500, 7500)),
        ('와이셔츠,3,,"₩7,000"', Line("와이셔츠", 3, None, 7000)),
        ("단추,1,,무료", Line("단추", 1, None, 0)),
        ("와이셔츠,,,1.8만", Line("와이셔츠", 1, None, 18000)),
        (",,,12000.0", Line("", 1, None, 12000)),
    ],
)
def test_items_and_money_are_read_as_people_write_them(cells: str, line: Line) -> None:
    row = verdict_of("고객명,방문일,품목,수량,단가,금액", f"김수연,2026-11-20,{cells}")
    assert isinstance(row, VisitRow)
    assert row.line == line and not row.rounded


@pytest.mark.parametrize(
    ("written", "paid_by"),
    [
        ("현금", "cash"),
        ("신용 카드", "card"),
        ("외상", None),
        ("card + tab 5000", "card"),
        ("tab 5000", None),
        ("Transfer", "transfer"),
        ("지역화폐", "지역화폐"),
        ("", None),
    ],
)
def test_the_usual_ways_to_pay_have_one_name(written: str, paid_by: str | None) -> None:
    row = verdict_of("고객명,방문일,금액,결제", f"김수연,2026-11-20,7500,{written}")
    assert isinstance(row, VisitRow) and row.paid_by == paid_by
    assert row.unpaid_minor == (7_500 if written == "외상" else 5_000 if "tab" in written else 0)


@pytest.mark.parametrize("name", ["", "비회원", "현금손님", "Walk-in"])
def test_a_cash_sale_is_a_visit_of_nobody(name: str) -> None:
    row = verdict_of("고객명,방문일,금액", f"{name},2026-11-20,5000")
    assert isinstance(row, VisitRow) and row.who.is_nobody


def test_an_order_row_is_read_with_promise_state_and_unpaid_money() -> None:
    assert verdict_of(
        "고객명,휴대폰,택번호,품목,수량,접수일시,약속일시,상태,금액,미수금",
        "김수연,010-2345-6781,A-17,코트,1,2026-11-19 10:00,2026-11-23,완료,15000,5000",
    ) == OrderRow(
        line_no=2,
        who=SUYEON,
        received_at=datetime(2026, 11, 19, 1, 0, tzinfo=UTC),
        on=date(2026, 11, 19),
        line=Line("코트", 1, None, 15000),
        tag="A-17",
        promised_at=datetime(2026, 11, 22, 15, 0, tzinfo=UTC),
        state=OrderState.READY,
        unpaid_minor=5000,
    )


def test_an_appointment_row_is_read_and_may_lie_ahead() -> None:
    assert verdict_of(
        "고객명,휴대폰,예약일시,서비스,담당,상태", "김수연,010-2345-6781,27/1/5 오후 2시,커트,은하 원장,예약확정"
    ) == AppointmentRow(2, SUYEON, datetime(2027, 1, 5, 5, 0, tzinfo=UTC), "커트", "은하 원장", AppointmentState.BOOKED)


@pytest.mark.parametrize(
    ("headings", "row", "reason"),
    [
        ("name,phone", "김수연,010-123", "phone-too-short"),
        ("name,phone", "김수연,1.01E+09", "phone-shortened"),
        ("name,phone,email", "김수연,,suyeon", "email-unreadable"),
        ("name,birthday", "김수연,2031-05-17", "birthday-in-future"),
        ("name,birthday", "김수연,1995-13-05", "birthday-impossible"),
        ("name,phone", "5678,", "name-unusable"),
        ("name,member_no", "김수연,880115-1234567", "resident-number"),
        ("name,phone,note", f"김수연,,{'가' * 2001}", "text-too-long"),
        ("name,phone,note", ",-,단추", "row-nobody"),
        ("name,phone", "김수연,010-2345-6781,남는 칸", "row-too-wide"),
        ("name,phone", '"김수연,010-2345-6781', "row-broken"),
        ("name,visited_at,amount", "김수연,,5000", "row-no-date"),
        ("name,visited_at,amount", "합계,,1234000", "row-no-date"),
        ("name,visited_at,amount", "김수연,어제,5000", "date-unreadable"),
        ("name,visited_at,amount", "김수연,11/20,5000", "date-without-year"),
        ("name,visited_at,amount", "김수연,2026-02-30,5000", "date-impossible"),
        ("name,visited_at,amount", "김수연,2026-11-22,5000", "visit-in-future"),
        ("name,visited_at,amount", "김수연,1926-11-20,5000", "visit-too-old"),
        ("name,visited_at,amount", "김수연,2026-11-20,오천원", "money-unreadable"),
        ("name,visited_at,amount", "김수연,2026-11-20,$5", "money-currency"),
        ("name,visited_at,amount", "김수연,2026-11-20,-5000", "visit-amount-negative"),
        ("name,visited_at,amount", "김수연,2026-11-20,100000001", "visit-amount-absurd"),
        ("name,visited_at,quantity", "김수연,2026-11-20,0", "visit-quantity"),
        ("name,visited_at,quantity", "김수연,2026-11-20,1000", "visit-quantity"),
        ("name,visited_at,quantity", "김수연,2026-11-20,많이", "quantity-unreadable"),
        # An amount with a comma and without quotes has become two cells.
        ("name,visited_at,amount", "김수연,2026-11-20,12,000", "row-too-wide"),
        ("name,tag,received_at,status", "김수연,1,2026-11-20,모름", "status-unknown"),
        ("name,tag,received_at,promised_at", "김수연,1,2026-11-20,2026-11-19", "promise-before-received"),
        ("name,tag,received_at,promised_at", "김수연,1,2026-11-20,2036-11-19", "date-too-far"),
        ("name,tag,received_at,amount,unpaid", "김수연,1,2026-11-20,5000,6000", "unpaid-above-amount"),
        ("name,tag,received_at,amount", ",1,2026-11-20,5000", "row-nobody"),
        ("name,at,service", "김수연,,커트", "row-no-date"),
        ("name,at,service,status", "김수연,2026-11-22,커트,모름", "status-unknown"),
    ],
)
def test_a_row_that_cannot_be_right_is_refused_with_its_reason(headings: str, row: str, reason: str) -> None:
    verdict = verdict_of(headings, row)
    assert isinstance(verdict, RefusedRow)
    assert (verdict.line_no, verdict.reason) == (2, reason)


def test_a_refused_row_does_not_stop_the_others_and_keeps_its_cells() -> None:
    verdicts = verdicts_of("name,phone\n김수연,010-123\n박민수,010-8161-6464\n")
    assert [type(verdict) for verdict in verdicts] == [RefusedRow, CustomerRow]
    assert isinstance(verdicts[0], RefusedRow) and verdicts[0].cells == ("김수연", "010-123")


def test_day_and_month_are_settled_by_the_whole_file() -> None:
    rows = "".join(f"김수연,{cell},5000\n" for cell in ("3/1/2026", "3/4/2026", "3/23/2026"))
    sheet = sheet_of(f"name,visited_at,amount\n{rows}")
    assert [row.on for row in sheet.verdicts() if isinstance(row, VisitRow)] == [
        date(2026, 3, 1),
        date(2026, 3, 4),
        date(2026, 3, 23),
    ]
    assert not sheet.order_guessed
    british = sheet_of(
        "name,visited_at,amount\n" + rows.replace("3/23", "23/3").replace("3/4", "4/3").replace("3/1", "1/3")
    )
    assert british.reading.order is DateOrder.DMY
    assert [row.on.month for row in british.verdicts() if isinstance(row, VisitRow)] == [3, 3, 3]


def test_money_finer_than_the_currency_is_rounded_and_says_so() -> None:
    text = "datetime,card,money\n3/23/2024 10:15,ANON-1,38.7\n"
    (won,) = verdicts_of(text)
    assert isinstance(won, VisitRow) and (won.line.amount_minor, won.rounded) == (39, True)
    (hryvnia,) = verdicts_of(text, currency="UAH")
    assert isinstance(hryvnia, VisitRow) and (hryvnia.line.amount_minor, hryvnia.rounded) == (3870, False)
    assert hryvnia.who == Who(member_no="ANON-1")


def test_headings_repeated_on_every_page_are_no_rows() -> None:
    sheet = sheet_of("명단\n이름,연락처\n김수연,010-2345-6781\n이름,연락처\n박민수,010-8161-6464\n")
    assert sheet.row_count == 2
    assert [row.line_no for row in sheet.verdicts()] == [3, 5]


def test_headings_without_rows_are_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        sheet_of("name,phone\n")
    assert refusal.value.name == "file-no-rows"


def test_identical_rows_are_counted_and_the_same_file_gives_the_same_keys() -> None:
    text = "고객명,휴대폰,방문일시,품목,금액\n" + "김수연,010-2345-6781,2026-11-20 15:05,셔츠,2500\n" * 2
    other_spelling = text.replace("010-2345-6781", "+82 10 2345 6781").replace("2500", '"2,500원"')

    def keys(text: str) -> list[tuple[tuple[str, ...], int]]:
        seen = Occurrences()
        rows = [row for row in verdicts_of(text) if isinstance(row, VisitRow)]
        return [(key := row.who.key + row.fingerprint, seen.number(key)) for row in rows]

    assert [number for _, number in keys(text)] == [1, 2]
    assert keys(text) == keys(other_spelling)


def test_the_sample_laundry_is_read_without_a_refusal() -> None:
    for name, kind, rows in (("customers", SheetKind.CUSTOMERS, 32), ("visits", SheetKind.VISITS, 549)):
        with (SHOP / f"{name}.csv").open("rb") as stream:
            sheet = open_sheet(read_table(stream), today=TODAY, zone=SEOUL)
            assert (sheet.kind, sheet.row_count, sheet.columns.left_out) == (kind, rows, ())
            assert not [verdict for verdict in sheet.verdicts() if isinstance(verdict, RefusedRow)]


@given(st.text(alphabet=st.sampled_from("=+-@'＝ 김수a,\"\n;"), min_size=1, max_size=10))
def test_a_note_that_was_exported_is_imported_as_itself(note: str) -> None:
    out = io.StringIO()
    csv.writer(out).writerows([["name", "note"], ["김수연", safe_cell(note)]])
    (row,) = verdicts_of(out.getvalue())
    assert isinstance(row, CustomerRow)
    assert row == CustomerRow(2, Who("김수연"), note=row.note)
    assert row.note in (note.strip(), None)


@given(st.lists(st.text(st.characters(exclude_characters="\x00", codec="utf-8"), max_size=20), min_size=4, max_size=4))
def test_no_cell_breaks_the_reading_of_rows(cells: list[str]) -> None:
    out = io.StringIO()
    csv.writer(out).writerow(cells)
    verdicts = verdicts_of("name,phone,visited_at,amount\n" + out.getvalue() + "김수연,,2026-11-20,5000\n")
    assert isinstance(verdicts[-1], VisitRow | RefusedRow)
