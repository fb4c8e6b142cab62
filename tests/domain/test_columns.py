"""Headings, in any order, language and spelling, and the kind of file that they make."""

import pytest

from bot.domain.columns import Columns, find_columns
from bot.domain.csv_reading import Row
from bot.domain.headings import Column, SheetKind
from bot.domain.refusals import Refusal


def columns_of(headings: str, kind: SheetKind | None = None) -> Columns:
    return find_columns([Row(1, tuple(headings.split(",")))], kind)


def understood(columns: Columns) -> dict[str, str]:
    return {column.value: columns.headings[place] for column, place in columns.places.items()}


CONTRACT = [
    (
        SheetKind.CUSTOMERS,
        "고객명,휴대폰,회원번호,이메일,생년월일,주소,메모",
        "name,phone,member_no,email,birthday,address,note",
    ),
    (
        SheetKind.VISITS,
        "고객명,휴대폰,회원번호,방문일시,품목,수량,단가,금액,결제",
        "name,phone,member_no,visited_at,item,quantity,price,amount,paid_by",
    ),
    (
        SheetKind.ORDERS,
        "고객명,휴대폰,택번호,품목,수량,접수일시,약속일시,상태,금액,미수금",
        "name,phone,tag,item,quantity,received_at,promised_at,status,amount,unpaid",
    ),
    (SheetKind.APPOINTMENTS, "고객명,휴대폰,예약일시,서비스,담당,상태", "name,phone,at,service,staff,status"),
]


@pytest.mark.parametrize(("kind", "korean", "english"), CONTRACT)
def test_the_headings_of_the_contract_are_understood_in_both_languages(
    kind: SheetKind, korean: str, english: str
) -> None:
    for headings in (korean, english):
        columns = columns_of(headings)
        assert columns.kind is kind
        assert understood(columns) == dict(zip(english.split(","), headings.split(","), strict=True))
        assert (columns.left_out, columns.guessed) == ((), ())


@pytest.mark.parametrize(("kind", "korean", "english"), CONTRACT)
def test_the_order_of_headings_does_not_matter(kind: SheetKind, korean: str, english: str) -> None:
    backwards = ",".join(reversed(korean.split(",")))
    assert columns_of(backwards).kind is kind
    assert understood(columns_of(backwards)) == understood(columns_of(korean))


@pytest.mark.parametrize(
    ("headings", "kind", "found"),
    [
        # Header lines of public Korean shop programs.
        (
            "ID,고객명,연락처,상품명,금액,결제방식,픽업일시,접수일시,메모",
            "orders",
            {
                "name": "고객명", "phone": "연락처", "item": "상품명", "amount": "금액", "promised_at": "픽업일시",
                "received_at": "접수일시", "note": "메모",
            },
        ),
        (
            "주문번호,주문일시,주문상태,고객명,연락처,주소,운송장번호,결제금액",
            "orders",
            {
                "tag": "주문번호", "received_at": "주문일시", "status": "주문상태", "name": "고객명", "phone": "연락처",
                "amount": "결제금액",
            },
        ),
        (
            "No,고객명,연락처,등급,등록일,주소,메모",
            "customers",
            {"name": "고객명", "phone": "연락처", "address": "주소", "note": "메모"},
        ),
        (
            "주문번호,고객명,연락처,주소,상품명,수량,금액,상태",
            "customers",
            {"name": "고객명", "phone": "연락처", "address": "주소"},
        ),
        ("고객명,연락처뒷자리,잔액", "customers", {"name": "고객명"}),
        (
            "관객명,연락처,관람일시,공연명,매수,결제금액",
            "visits",
            {
                "name": "관객명", "phone": "연락처", "visited_at": "관람일시", "item": "공연명", "quantity": "매수",
                "amount": "결제금액",
            },
        ),
        (
            "Guest Name,Phone #,Reservation Time,Party Size,Notes",
            "appointments",
            {"name": "Guest Name", "phone": "Phone #", "at": "Reservation Time"},
        ),
        # A cafe's vending machine.
        (
            "date,datetime,cash_type,card,money,coffee_name",
            "visits",
            {
                "visited_at": "datetime", "paid_by": "cash_type", "member_no": "card", "amount": "money",
                "item": "coffee_name",
            },
        ),
        # A till, which numbers its receipts and keeps no promises.
        (
            "주문번호,주문일시,메뉴,수량,금액,결제수단",
            "visits",
            {"visited_at": "주문일시", "item": "메뉴", "quantity": "수량", "amount": "금액", "paid_by": "결제수단"},
        ),
        (
            "예약일,예약시간,예약자,연락처,시술,디자이너",
            "appointments",
            {
                "at": "예약일", "time": "예약시간", "name": "예약자", "phone": "연락처", "service": "시술",
                "staff": "디자이너",
            },
        ),
        (
            "First Name,Last Name,Mobile Phone,Email Address,Birthday (MM/DD)",
            "customers",
            {
                "first_name": "First Name", "last_name": "Last Name", "phone": "Mobile Phone", "email": "Email Address",
                "birthday": "Birthday (MM/DD)",
            },
        ),
        ("성명 *,연 락 처,VISIT-DATE", "visits", {"name": "성명 *", "phone": "연 락 처", "visited_at": "VISIT-DATE"}),
        (
            "날짜,이름,내용,금액(원),결제",
            "visits",
            {"visited_at": "날짜", "name": "이름", "item": "내용", "amount": "금액(원)", "paid_by": "결제"},
        ),
    ],
)  # fmt: skip
def test_other_headings_are_understood_by_meaning(headings: str, kind: str, found: dict[str, str]) -> None:
    columns = columns_of(headings)
    assert columns.kind.value == kind
    assert understood(columns) == found


@pytest.mark.parametrize(
    ("headings", "kind", "meant"),
    [
        (
            "손님 성함,핸펀,E-Mail 주소,태어난 날,사는 곳,특이점,멤버십 No.",
            "customers",
            "name,phone,email,birthday,address,note,member_no",
        ),
        ("고객님 성함,휴대 전화 번호,내원일,시술 내역,결제한 돈", "visits", "name,phone,visited_at,item,amount"),
        ("성함,오신 날,구입품목,구입금액", "visits", "name,visited_at,item,amount"),
        (
            "Customer Full Name,Cell #,Visit Day,Service Rendered,Total Paid,Payment Type",
            "visits",
            "name,phone,visited_at,item,amount,paid_by",
        ),
        (
            "맡긴 분,맡긴 옷,맡긴 날짜,언제까지,택 번호,남은 돈",
            "orders",
            "name,item,received_at,promised_at,tag,unpaid",
        ),
        (
            "고객명,연락처,접수 날짜,인수 예정일,세탁물 종류,처리 상황,받을 돈",
            "orders",
            "name,phone,received_at,promised_at,item,status,unpaid",
        ),
        (
            "Client,Mobile No.,Dropped Off,Pickup By,Garment Type,Balance Due,Progress",
            "orders",
            "name,phone,received_at,promised_at,item,unpaid,status",
        ),
        ("예약하신 분,예약 시간,무슨 시술,담당 선생님", "appointments", "name,at,service,staff"),
        (
            "Booked By,Appointment Date/Time,Treatment Type,Therapist Name,Booking Status",
            "appointments",
            "name,at,service,staff,status",
        ),
    ],
)
def test_headings_that_nobody_has_listed_are_guessed_in_every_kind_of_file(
    headings: str, kind: str, meant: str
) -> None:
    columns = columns_of(headings)
    assert columns.kind.value == kind
    assert understood(columns) == dict(zip(meant.split(","), headings.split(","), strict=True))
    assert columns.guessed


def test_what_stands_in_a_column_tells_what_no_heading_says() -> None:
    rows = ["누구,번호,날,돈", *(f"손님{n},010-2345-678{n},2026-11-0{n},1{n}000" for n in range(1, 5))]
    columns = find_columns([Row(n, tuple(row.split(","))) for n, row in enumerate(rows, 1)])
    assert (columns.kind, columns.line_no) == (SheetKind.VISITS, 1)
    assert understood(columns) == {"name": "누구", "phone": "번호", "visited_at": "날", "amount": "돈"}
    assert set(columns.guessed) == {"누구", "번호", "날", "돈"}


@pytest.mark.parametrize(
    "rows",
    [
        # No headings at all, a day that is no visit, and what is a number of another kind.
        ["Kim,kim@example.com,010-2345-6781", *(f"Lee{n},lee{n}@example.com,010-2345-678{n}" for n in range(4))],
        ["이름,가입일,번호", *(f"손님{n},2026-11-0{n},{n}" for n in range(1, 5))],
        ["이름,연락처,갱신", *(f"손님{n},010-2345-678{n},2026-11-0{n}" for n in range(1, 5))],
        ["이름,최근 방문일,코드", *(f"손님{n},2026-11-0{n},8801234567890" for n in range(1, 5))],
    ],
)
def test_what_could_be_something_else_is_left_alone(rows: list[str]) -> None:
    try:
        columns = find_columns([Row(n, tuple(row.split(","))) for n, row in enumerate(rows, 1)])
        found = (columns.kind, columns.guessed)
    except Refusal as refusal:
        found = (SheetKind.CUSTOMERS, ()) if refusal.name == "file-headings-unknown" else (SheetKind.VISITS, ())
    assert found == (SheetKind.CUSTOMERS, ())


def test_what_a_program_has_counted_is_never_guessed_to_be_a_visit() -> None:
    columns = columns_of("회원,전화번호,마지막 방문일,총 방문 횟수,누적 금액,연락처 뒷자리")
    assert (columns.kind, columns.guessed) == (SheetKind.CUSTOMERS, ())
    assert understood(columns) == {"name": "회원", "phone": "전화번호"}


def test_two_words_in_a_row_that_sound_like_headings_are_no_headings() -> None:
    with pytest.raises(Refusal, match="file-headings-unknown"):
        columns_of("김이름,서비스 좋아요,1")


def test_what_was_guessed_and_what_was_left_out_can_be_shown() -> None:
    columns = columns_of("datetime,money,coffee_name,weather")
    assert columns.guessed == ("coffee_name",)
    assert columns.left_out == ("weather",)


def test_the_more_telling_of_two_headings_wins() -> None:
    assert understood(columns_of("고객명,전화번호,휴대폰"))["phone"] == "휴대폰"
    assert understood(columns_of("이름,date,방문일시"))["visited_at"] == "방문일시"


def test_titles_above_the_headings_are_passed_over() -> None:
    rows = [Row(1, ("2026년 고객 명단", "", "")), Row(3, ("이름", "연락처", "메모")), Row(4, ("김수연", "010", "x"))]
    columns = find_columns(rows)
    assert (columns.line_no, columns.kind) == (3, SheetKind.CUSTOMERS)


def test_a_kind_that_is_named_is_believed() -> None:
    assert columns_of("고객명,휴대폰,방문일시,메모", SheetKind.CUSTOMERS).kind is SheetKind.CUSTOMERS


def test_a_short_row_has_empty_cells_at_its_end() -> None:
    columns = columns_of("고객명,휴대폰,메모")
    assert columns.cell(("김수연",), Column.NOTE) == ""
    assert columns.cell(("김수연",), Column.EMAIL) == ""


@pytest.mark.parametrize(
    ("headings", "kind", "name"),
    [
        ("시도코드,시도명,법정동코드", None, "file-headings-unknown"),
        ("a,b,c", None, "file-headings-unknown"),
        ("Grant,Dyer,Donec.elementum@orciluctuset.example", None, "file-headings-unknown"),
        ("고객명,휴대폰,메모", SheetKind.VISITS, "file-column-missing"),
        ("주소,메모", None, "file-column-missing"),
        ("품목,수량,금액", None, "file-column-missing"),
    ],
)
def test_a_file_that_cannot_be_used_is_refused_by_name(headings: str, kind: SheetKind | None, name: str) -> None:
    with pytest.raises(Refusal) as refusal:
        columns_of(headings, kind)
    assert refusal.value.name == name
