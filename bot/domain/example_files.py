"""Example files: the headings that are understood at least, and two rows that show how to write under them."""

from bot.domain.exporting import BYTE_ORDER_MARK, csv_line
from bot.domain.headings import SheetKind

Rows = tuple[tuple[str, ...], ...]

_KOREAN: dict[SheetKind, Rows] = {
    SheetKind.CUSTOMERS: (
        ("고객명", "휴대폰", "회원번호", "이메일", "생년월일", "주소", "메모"),
        ("홍길동", "010-1234-5678", "", "gildong@example.com", "1990-05-01", "서울 마포구", "풀 먹이지 않기"),
        ("성춘향", "010-8765-4321", "1002", "", "", "", ""),
    ),
    SheetKind.VISITS: (
        ("고객명", "휴대폰", "회원번호", "방문일시", "품목", "수량", "단가", "금액", "결제"),
        ("홍길동", "010-1234-5678", "", "2026-11-02 14:30", "와이셔츠", "3", "2,500", "7,500", "카드"),
        ("성춘향", "010-8765-4321", "1002", "2026-11-03", "코트", "1", "", "12,000", "현금"),
    ),
    SheetKind.ORDERS: (
        ("고객명", "휴대폰", "택번호", "품목", "수량", "접수일시", "약속일시", "상태", "금액", "미수금"),
        (
            "홍길동",
            "010-1234-5678",
            "1-023",
            "와이셔츠",
            "3",
            "2026-11-02",
            "2026-11-05 18:00",
            "접수",
            "7,500",
            "7,500",
        ),
        ("성춘향", "010-8765-4321", "1-024", "코트", "1", "2026-11-03", "2026-11-06", "완료", "12,000", "0"),
    ),
    SheetKind.APPOINTMENTS: (
        ("고객명", "휴대폰", "예약일시", "서비스", "담당", "상태"),
        ("홍길동", "010-1234-5678", "2026-11-27 14:00", "커트", "은하", "예약"),
        ("성춘향", "010-8765-4321", "2026-11-28 11:30", "염색", "은하", "예약"),
    ),
}
_ENGLISH: dict[SheetKind, Rows] = {
    SheetKind.CUSTOMERS: (
        ("name", "phone", "member_no", "email", "birthday", "address", "note"),
        ("Jane Doe", "010-1234-5678", "", "jane@example.com", "1990-05-01", "12 High Street", "no starch"),
        ("John Smith", "010-8765-4321", "1002", "", "", "", ""),
    ),
    SheetKind.VISITS: (
        ("name", "phone", "member_no", "visited_at", "item", "quantity", "price", "amount", "paid_by"),
        ("Jane Doe", "010-1234-5678", "", "2026-11-02 14:30", "shirt", "3", "2,500", "7,500", "card"),
        ("John Smith", "010-8765-4321", "1002", "2026-11-03", "coat", "1", "", "12,000", "cash"),
    ),
    SheetKind.ORDERS: (
        ("name", "phone", "tag", "item", "quantity", "received_at", "promised_at", "status", "amount", "unpaid"),
        (
            "Jane Doe",
            "010-1234-5678",
            "1-023",
            "shirt",
            "3",
            "2026-11-02",
            "2026-11-05 18:00",
            "received",
            "7,500",
            "7,500",
        ),
        ("John Smith", "010-8765-4321", "1-024", "coat", "1", "2026-11-03", "2026-11-06", "ready", "12,000", "0"),
    ),
    SheetKind.APPOINTMENTS: (
        ("name", "phone", "at", "service", "staff", "status"),
        ("Jane Doe", "010-1234-5678", "2026-11-27 14:00", "cut", "Eunha", "booked"),
        ("John Smith", "010-8765-4321", "2026-11-28 11:30", "colour", "Eunha", "booked"),
    ),
}
CONTRACT = frozenset(heading for files in (_KOREAN, _ENGLISH) for rows in files.values() for heading in rows[0])
"""The headings that need no explanation."""
_NAMES = {
    SheetKind.CUSTOMERS: "손님_예시.csv",
    SheetKind.VISITS: "방문_예시.csv",
    SheetKind.ORDERS: "맡은것_예시.csv",
    SheetKind.APPOINTMENTS: "예약_예시.csv",
}


def example_file(kind: SheetKind, language: str) -> tuple[str, bytes]:
    """(name, bytes) of an example in Korean ("ko") or English, ready for a spreadsheet."""
    rows = (_KOREAN if language == "ko" else _ENGLISH)[kind]
    name = _NAMES[kind] if language == "ko" else f"{kind.value}_example.csv"
    return name, (BYTE_ORDER_MARK + "".join(csv_line(row) for row in rows)).encode()
