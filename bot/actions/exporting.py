"""Everything the shop has on record, as the rows of six files. Read on one snapshot, so that the files agree.

Rows are in an order of what they say and never of their ids, so that the files of a shop that was filled from them are
the same again, byte for byte. What is of one person and one moment keeps the order in which it was written down.
"""

import heapq
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import groupby
from typing import TypeVar

from bot.actions.unit import Unit
from bot.domain.exporting import (
    BYTE_ORDER_MARK,
    HEADINGS,
    Cells,
    Sheet,
    csv_line,
    shares_of,
    to_the_second,
    written_moment,
    written_phone,
    written_ways_of_paying,
)
from bot.domain.money import plain_money
from bot.domain.refusals import Refusal
from bot.domain.rows import own_number, written_name
from bot.texts.catalog import plain_text
from bot.understanding.names import key
from storage import access_log, exporting
from storage.exporting import Line, ToldAppointment, ToldEntry, ToldMessage, ToldOrder, ToldVisit

MOST_BYTES_IN_CHAT = 45_000_000
"""Telegram takes documents of at most 50 MB from a bot."""

Told = TypeVar("Told", bound=ToldVisit | ToldOrder | ToldAppointment | ToldEntry | ToldMessage)
_NOBODY: Cells = ("", "", "")


@dataclass(frozen=True, slots=True)
class File:
    """A whole file, and how many rows stand under its headings."""

    sheet: Sheet
    data: bytes
    rows: int


def sheets(unit: Unit, why: str) -> Iterator[tuple[Sheet, Generator[Cells, None, None]]]:
    """The six files one after the other, each with its rows; take the rows of one before the next.

    Everybody in them was seen by whoever takes them; `why` is kept with that (`keep`, `books`, `move`, or `console`).
    """
    unit.permit("export")
    exporter = _Exporter(unit, why)
    for sheet in Sheet:
        yield sheet, exporter.rows(sheet)


def how_many(unit: Unit) -> int:
    """How many customers an export would be about."""
    unit.permit("export")
    return exporting.count_people(unit.session)


def note(unit: Unit, looked_at: Sequence[tuple[int, str]]) -> None:
    """Write down who was taken out, where that was not done by an answer."""
    unit.permit("export")
    access_log.write(unit.session, unit.actor, looked_at, unit.now)


def files_for_chat(unit: Unit, why: str, most: int = MOST_BYTES_IN_CHAT) -> list[File]:
    """The files that have any rows. Raises Refusal export-too-large when one of them has more than `most` bytes."""
    found = []
    for sheet, rows in sheets(unit, why):
        content = bytearray((BYTE_ORDER_MARK + csv_line(HEADINGS[sheet])).encode())
        count = 0
        with closing(rows):
            for row in rows:
                content += csv_line(row).encode("utf-8", "replace")
                count += 1
                if len(content) > most:
                    raise Refusal("export-too-large")
        if count:
            found.append(File(sheet, bytes(content), count))
    return found


class _Exporter:
    """The rows of each file. Who everybody is, as their rows begin, is kept from the first file on."""

    def __init__(self, unit: Unit, why: str) -> None:
        self._unit = unit
        self._why = why
        self._who: dict[int, Cells] = {}
        session = unit.session
        self._rows: dict[Sheet, Callable[[], Iterable[Cells]]] = {
            Sheet.CUSTOMERS: self._customers,
            Sheet.VISITS: lambda: self._events(_one_a_second(exporting.visits(session)), self._visit),
            Sheet.ORDERS: lambda: self._events(_one_a_second(exporting.orders(session)), self._order),
            Sheet.APPOINTMENTS: lambda: self._events(exporting.appointments(session), self._appointment),
            Sheet.LEDGER: lambda: self._events(exporting.ledger(session), self._entry),
            Sheet.MESSAGES: lambda: self._events(exporting.messages(session, unit.vault), self._message),
        }

    def rows(self, sheet: Sheet) -> Generator[Cells, None, None]:
        yield from self._rows[sheet]()

    def _customers(self) -> Iterable[Cells]:
        rows = []
        everybody = list(exporting.people(self._unit.session))
        called = Counter(key(person.name) for person in everybody)
        for person in everybody:
            self._unit.saw(person.id, f"export-{self._why}")
            # Somebody of whom only the card is known goes by its number, which is no name.
            name = "" if person.name == person.member_no else written_name(person.name)
            number = person.member_no or ""
            shares = called[key(person.name)] > 1 if person.phone is None else not person.by_phone
            if not number and shares:
                # Nothing in the files would tell them from whoever else has this name, or this phone number.
                number = own_number(person.public_id)
            who = (name, written_phone(person.phone), number)
            self._who[person.id] = who
            rows.append((*who, person.email or "", person.birthday or "", person.address or "", person.note or ""))
        return sorted(rows)

    def _events(self, told: Iterator[Told], rows_of: Callable[[Told], list[Cells]]) -> Iterator[Cells]:
        """The rows of what happened, by moment and person. Whatever is nobody's is in the order of its words."""
        for _, group in groupby(told, key=lambda one: to_the_second(_moment(one))):
            of_moment: list[tuple[Cells, Cells, Cells]] = []
            for one in group:
                who = self._who.get(one.customer_id, _NOBODY) if one.customer_id else _NOBODY
                of_moment += [(who, row if who == _NOBODY else (), row) for row in rows_of(one)]
            of_moment.sort(key=lambda cells: cells[:2])
            for who, _, row in of_moment:
                yield *who, *row

    def _visit(self, visit: ToldVisit) -> list[Cells]:
        lines = visit.lines or (Line("", 1, None, visit.amount_minor),)
        amounts = [line.amount_minor for line in lines]
        ways = written_ways_of_paying(visit.paid_by, visit.unpaid_minor, amounts, self._money)
        at = written_moment(visit.at, self._unit.shop.zone)
        return [
            (at, line.item, str(line.quantity), self._money(line.price_minor), self._money(line.amount_minor), way)
            for line, way in zip(lines, ways, strict=True)
        ]

    def _order(self, order: ToldOrder) -> list[Cells]:
        lines = order.lines
        rest = order.amount_minor - sum(line.amount_minor for line in lines)
        if rest > 0 or not lines:
            # Money that was written down without a thing belongs to the order all the same.
            lines += (Line("", 1, None, max(rest, 0), order.state),)
        shares = shares_of(order.unpaid_minor, [line.amount_minor for line in lines])
        zone = self._unit.shop.zone
        received, promised = (
            "" if moment is None else written_moment(moment, zone) for moment in (order.received_at, order.promised_at)
        )
        return [
            (
                order.tag or "",
                line.item,
                str(line.quantity),
                received,
                promised,
                line.state,
                self._money(line.amount_minor),
                self._money(share),
                order.note or "",
            )
            for line, share in zip(lines, shares, strict=True)
        ]

    def _appointment(self, booking: ToldAppointment) -> list[Cells]:
        at = written_moment(booking.at, self._unit.shop.zone)
        return [(at, booking.service, booking.with_whom or "", booking.state)]

    def _entry(self, entry: ToldEntry) -> list[Cells]:
        at = written_moment(entry.at, self._unit.shop.zone)
        return [(at, entry.kind, self._money(entry.amount_minor), entry.note or "")]

    def _message(self, message: ToldMessage) -> list[Cells]:
        at = written_moment(message.at, self._unit.shop.zone)
        text = plain_text(message.text) if message.text else ""
        return [(at, message.kind, message.state, message.reason or "", text)]

    def _money(self, minor: int | None) -> str:
        return "" if minor is None else plain_money(minor, self._unit.shop.currency)


def _one_a_second(told: Iterable[Told]) -> Iterator[Told]:
    """Visits or orders in the order of their moments. Two of one person in one second would come back as one, so the
    later one is written a second later; sales to nobody have such a second only if it is not the minute's first.
    """
    waiting: list[tuple[datetime, int, Told]] = []
    last: dict[tuple[int | None, str | None], datetime] = {}
    for number, one in enumerate(told):
        at = to_the_second(_moment(one))
        while waiting and waiting[0][0] <= at:
            yield heapq.heappop(waiting)[2]
        # Orders with two tags are two anyway.
        whose = one.customer_id, one.tag if isinstance(one, ToldOrder) else None
        before = last.get(whose) if one.customer_id is not None or at.second else None
        if before is None or before < at:
            last[whose] = at
            yield one
            continue
        last[whose] = moved = before + timedelta(seconds=1)
        heapq.heappush(waiting, (moved, number, _moved(one, moved)))
    while waiting:
        yield heapq.heappop(waiting)[2]


def _moved(one: Told, to: datetime) -> Told:
    return replace(one, received_at=to) if isinstance(one, ToldOrder) else replace(one, at=to)


def _moment(one: ToldVisit | ToldOrder | ToldAppointment | ToldEntry | ToldMessage) -> datetime:
    return one.received_at if isinstance(one, ToldOrder) else one.at
