"""What a shop takes out: six files with the headings that the import understands, the same bytes for the same records.

A moment is written as clocks in the shop's zone show it, an amount in the currency's major unit, a name or note so that
a spreadsheet shows it and never runs it. The files are UTF-8 with a byte order mark, because Excel takes anything else
for cp949, and their lines end as RFC 4180 has it.
"""

import csv
import io
from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.cells import safe_cell
from bot.domain.local_time import moment_of
from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal

BYTE_ORDER_MARK = "\ufeff"
Cells = tuple[str, ...]


class Sheet(StrEnum):
    """One file of the six; its name is the value with .csv behind it."""

    CUSTOMERS = "customers"
    VISITS = "visits"
    ORDERS = "orders"
    APPOINTMENTS = "appointments"
    LEDGER = "ledger"
    MESSAGES = "messages"

    @property
    def file_name(self) -> str:
        return f"{self.value}.csv"


_WHO = ("name", "phone", "member_no")
HEADINGS: dict[Sheet, Cells] = {
    Sheet.CUSTOMERS: (*_WHO, "email", "birthday", "address", "note"),
    Sheet.VISITS: (*_WHO, "visited_at", "item", "quantity", "price", "amount", "paid_by"),
    Sheet.ORDERS: (
        *_WHO, "tag", "item", "quantity", "received_at", "promised_at", "status", "amount", "unpaid", "note",
    ),
    Sheet.APPOINTMENTS: (*_WHO, "at", "service", "staff", "status"),
    Sheet.LEDGER: (*_WHO, "at", "kind", "amount", "note"),
    Sheet.MESSAGES: (*_WHO, "at", "kind", "status", "reason", "text"),
}  # fmt: skip

_TAB = "tab"


def csv_line(cells: Iterable[str]) -> str:
    """One row as it stands in the file, its end included."""
    line = io.StringIO()
    csv.writer(line, lineterminator="\r\n").writerow([safe_cell(cell) for cell in cells])
    return line.getvalue()


def to_the_second(moment: datetime) -> datetime:
    """The moment as precisely as it is written, so that rows are in the same order when they come from a file."""
    return moment.replace(microsecond=0)


def written_moment(moment: datetime, zone: ZoneInfo) -> str:
    """2026-11-21 15:00:05 by the shop's clock; the day alone at its very beginning, which is what a file without times
    means. Where the clock shows a time twice, the second one has its offset behind it.
    """
    local = to_the_second(moment).astimezone(zone)
    if local == moment_of(local.date(), datetime.min.time(), zone):
        return local.date().isoformat()
    written = f"{local:%Y-%m-%d %H:%M}" + (f":{local:%S}" if local.second else "")
    return f"{written}{_offset(local)}" if local.fold else written


def written_phone(e164: str | None) -> str:
    """The number as people at home write it, +82 10 … as 010-…"""
    if e164 is None:
        return ""
    try:
        return parse_phone(e164).national
    except Refusal:
        return e164


def written_ways_of_paying(
    paid_by: str | None, unpaid_minor: int, amounts: Sequence[int], money: Callable[[int], str]
) -> list[str]:
    """How each line of a visit was paid. What is owed stands on the tab: whole lines in their order where that comes to
    it, else line after line, the last one in part ("card + tab 5000").
    """
    paid = paid_by if paid_by and paid_by != _TAB else ""
    whole, rest = [], unpaid_minor
    for amount in amounts:
        whole.append(amount if 0 < amount <= rest else 0)
        rest -= whole[-1]
    ways = []
    for amount, owed in zip(amounts, shares_of(unpaid_minor, amounts) if rest else whole, strict=True):
        if owed == 0:
            ways.append(paid)
        elif owed == amount:
            ways.append(_TAB)
        else:
            ways.append(" + ".join(part for part in (paid, f"{_TAB} {money(owed)}") if part))
    return ways


def shares_of(unpaid_minor: int, amounts: Sequence[int]) -> list[int]:
    """What is owed for an order, laid upon its lines in their order; what is left over lies upon the last."""
    shares = []
    for amount in amounts:
        share = min(amount, unpaid_minor)
        unpaid_minor -= share
        shares.append(share)
    if shares:
        shares[-1] += unpaid_minor
    return shares


def _offset(local: datetime) -> str:
    minutes = (local.utcoffset() or timedelta(0)) // timedelta(minutes=1)
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"
