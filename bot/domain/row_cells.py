"""The cells of one row, each read as what its column holds. A blank cell is None."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timezone
from functools import lru_cache
from operator import itemgetter
from typing import Generic, TypeVar
from zoneinfo import ZoneInfo

from bot.domain.cells import is_blank, parse_count, plain_cell
from bot.domain.columns import Columns
from bot.domain.headings import Column
from bot.domain.local_time import moment_of
from bot.domain.money import parse_money
from bot.domain.names import parse_name
from bot.domain.notes import mask_resident_numbers
from bot.domain.phone import Phone, parse_phone
from bot.domain.refusals import Refusal
from bot.domain.rows import Who, read_own_number, somebodys_name
from bot.domain.visits import Line, make_line
from bot.domain.written_dates import DateOrder, WrittenDate, read_written_date
from bot.domain.written_text import one_line, plain_signs, visible

# Appointments and promises are made ahead, but nobody makes them for further ahead than this.
YEARS_AHEAD = 5
_LONGEST_LINE = 200
_LONGEST_NOTE = 2_000
# A shop sees the same people and things again and again; reading a number costs more than all else in a row.
_REMEMBERED = 20_000
_FREE = frozenset(["무료", "서비스", "증정", "free"])
_PAID_BY = {
    "cash": "현금 cash",
    "card": "카드 신용카드 체크카드 card creditcard debitcard",
    "transfer": "이체 계좌이체 무통장 무통장입금 transfer banktransfer",
    "tab": "외상 미수 tab",
    "prepaid": "선불 선불권 회원권 정액권 prepaid",
}
_PAID_BY_WORD = {word: way for way, words in _PAID_BY.items() for word in words.split()}
_TAB = "tab"
_PART_ON_THE_TAB = re.compile(r"(?:(?P<way>\S.*?)\s*\+\s*)?(?:tab|외상|미수)\s*(?P<unpaid>\d[\d.,]*)", re.IGNORECASE)


_OF_WHO = (Column.NAME, Column.FIRST_NAME, Column.LAST_NAME, Column.PHONE, Column.MEMBER_NO)
_OF_LINE = (Column.ITEM, Column.QUANTITY, Column.PRICE, Column.AMOUNT)

T = TypeVar("T")


class _Remembered(Generic[T]):
    """What some cells of a row say, read once for all rows in which they are the same."""

    def __init__(self, read: Callable[[tuple[str, ...]], T], places: Sequence[int]) -> None:
        self._read = read
        # Of no cell or one alone nothing is worth remembering.
        self._key = itemgetter(*places) if len(places) > 1 else None
        self._known: dict[object, T] = {}

    def of(self, cells: tuple[str, ...]) -> T:
        try:
            key = self._key(cells) if self._key else None
        except IndexError:
            key = None
        if key is None:
            return self._read(cells)
        found = self._known.get(key)
        if found is None:
            found = self._read(cells)
            if len(self._known) < _REMEMBERED:
                self._known[key] = found
        return found


@dataclass(slots=True)
class Reading:
    """How the cells of one file are to be read: its columns and order of day and month, the shop's zone and money."""

    columns: Columns
    today: date
    zone: ZoneInfo
    currency: str = "KRW"
    region: str = "KR"
    order: DateOrder = DateOrder.YMD
    _whos: "_Remembered[Who]" = field(init=False, repr=False)
    _lines: "_Remembered[tuple[Line, bool]]" = field(init=False, repr=False)
    _phone: Callable[[str], Phone] = field(init=False, repr=False)
    _name: Callable[[str], str] = field(init=False, repr=False)
    _line_of_text: Callable[[str], str] = field(init=False, repr=False)

    def __post_init__(self) -> None:
        places = self.columns.places
        self._whos = _Remembered(self._read_who, [places[column] for column in _OF_WHO if column in places])
        self._lines = _Remembered(self._read_line, [places[column] for column in _OF_LINE if column in places])
        self._phone = lru_cache(_REMEMBERED)(lambda text: parse_phone(text, region=self.region))
        self._name = lru_cache(_REMEMBERED)(parse_name)
        self._line_of_text = lru_cache(_REMEMBERED)(lambda text: mask_resident_numbers(one_line(text)))

    def cell(self, cells: tuple[str, ...], column: Column) -> str | None:
        """The cell as it stands, without the apostrophe that marks text in a spreadsheet; None if it says nothing."""
        text = self.columns.cell(cells, column)
        if not text or is_blank(text):
            return None
        return plain_cell(text) if text[0] == "'" else text

    def figure(self, cells: tuple[str, ...], column: Column) -> str | None:
        """A cell with a number or date, without the apostrophe people put before it to save its zeros."""
        text = self.cell(cells, column)
        return None if text is None else text.strip().lstrip("'")

    def text(self, cells: tuple[str, ...], column: Column) -> str | None:
        """One line of text. Raises Refusal text-too-long."""
        text = self.cell(cells, column)
        return None if text is None else _not_longer(self._line_of_text(text), _LONGEST_LINE, column)

    def note(self, cells: tuple[str, ...], column: Column) -> str | None:
        """Text that may have several lines. Raises Refusal text-too-long."""
        text = self.cell(cells, column)
        if text is None:
            return None
        return _not_longer(mask_resident_numbers(visible(text)).replace("\r\n", "\n").strip(), _LONGEST_NOTE, column)

    def number_text(self, cells: tuple[str, ...], column: Column) -> str | None:
        """A number that is a name: a member's, a ticket's. A spreadsheet's ".0" behind it is not part of it.

        Raises Refusal: text-too-long, resident-number (which may not be kept, and masked it is nobody's number).
        """
        text = self.figure(cells, column)
        if text is None:
            return None
        number = plain_signs(text)
        if mask_resident_numbers(number) != number:
            raise Refusal("resident-number")
        return _not_longer(number[:-2] if number.endswith(".0") and number[:-2].isdigit() else number, 60, column)

    def who(self, cells: tuple[str, ...]) -> Who:
        """The person of the row, who may be nobody. Raises Refusal: name-unusable, phone-…"""
        return self._whos.of(cells)

    def _read_who(self, cells: tuple[str, ...]) -> Who:
        name = self.cell(cells, Column.NAME)
        if name is None:
            parts = (self.cell(cells, Column.FIRST_NAME), self.cell(cells, Column.LAST_NAME))
            name = " ".join(part for part in parts if part) or None
        name = None if name is None else somebodys_name(name)
        phone = self.figure(cells, Column.PHONE)
        number = self.number_text(cells, Column.MEMBER_NO)
        public_id = None if number is None else read_own_number(number)
        return Who(
            name=None if name is None else self._name(name),
            phone=None if phone is None else self._phone(phone),
            member_no=None if public_id else number,
            public_id=public_id,
        )

    def money(self, cells: tuple[str, ...], column: Column) -> tuple[int | None, bool]:
        """Minor units, and whether they were rounded to the currency's own. Raises Refusal: money-unreadable, …"""
        text = self.figure(cells, column)
        if text is None:
            return None, False
        if text.casefold() in _FREE:
            return 0, False
        try:
            return parse_money(text, self.currency), False
        except Refusal as refusal:
            if refusal.name != "money-too-fine":
                raise
            return parse_money(text, self.currency, rounding=True), True

    def line(self, cells: tuple[str, ...]) -> tuple[Line, bool]:
        """Item, quantity, price and amount, and whether money was rounded. Raises Refusal: quantity-…, visit-…"""
        return self._lines.of(cells)

    def _read_line(self, cells: tuple[str, ...]) -> tuple[Line, bool]:
        count = self.figure(cells, Column.QUANTITY)
        price, price_rounded = self.money(cells, Column.PRICE)
        amount, amount_rounded = self.money(cells, Column.AMOUNT)
        line = make_line(
            self.text(cells, Column.ITEM) or "",
            quantity=None if count is None else parse_count(count),
            price_minor=price,
            amount_minor=amount,
        )
        return line, price_rounded or amount_rounded

    def paid_by(self, cells: tuple[str, ...], amount_minor: int) -> tuple[str | None, int]:
        """cash, card, transfer or prepaid where one of these is meant, else as written; and what is not paid yet.

        "tab" is all of the amount, "tab 5000" and "card + tab 5000" a part of it. Raises Refusal: text-too-long,
        unpaid-above-amount.
        """
        text = self.text(cells, Column.PAID_BY)
        if text is None:
            return None, 0
        way = _PAID_BY_WORD.get(text.casefold().replace(" ", ""), text)
        if way == _TAB:
            return None, amount_minor
        part = _PART_ON_THE_TAB.fullmatch(text)
        if part is None:
            return way, 0
        unpaid = parse_money(part["unpaid"], self.currency)
        if not 0 <= unpaid <= amount_minor:
            raise Refusal("unpaid-above-amount")
        rest = part["way"]
        return (None if rest is None else _PAID_BY_WORD.get(rest.casefold().replace(" ", ""), rest)), unpaid

    def moment(self, cells: tuple[str, ...], column: Column, *, ahead: bool = False) -> datetime | None:
        """The aware UTC moment of a date cell; a day without a time is the first moment of that day.

        `ahead` is for what lies in the future: a short year may then be a coming one. Raises Refusal: date-unreadable,
        date-impossible, date-without-year, date-too-far (more than five years ahead).
        """
        text = self.figure(cells, column)
        if text is None:
            return None
        newest_year = self.today.year + (YEARS_AHEAD if ahead else 0)
        written = read_written_date(text, newest_year=newest_year, order=self.order)
        day = written.as_date()
        if ahead and day.year > newest_year:
            raise Refusal("date-too-far", day=day)
        clock = self._clock(cells, written)
        if written.offset is not None:
            return datetime.combine(day, clock, timezone(written.offset)).astimezone(UTC)
        return moment_of(day, clock, self.zone)

    def _clock(self, cells: tuple[str, ...], written: WrittenDate) -> time:
        told = written.clock or time(0)
        apart = self.figure(cells, Column.TIME)
        # Spreadsheets write midnight behind a bare day; the column for the time then knows better.
        if apart is None or told != time(0):
            return told
        return read_written_date(f"2000-01-01 {apart}", newest_year=2000).clock or told


def _not_longer(text: str, most: int, column: Column) -> str:
    if len(text) > most:
        raise Refusal("text-too-long", column=column.value, most=most)
    return text
