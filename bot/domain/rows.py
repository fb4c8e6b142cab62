"""What the rows of a file say, each as one frozen value: a blank cell says nothing and is None.

A row names its person in up to three ways (`Who`); finding or making that person is not decided here. `fingerprint` is
what the row says apart from the person, in one spelling, so that the same row of a file read twice can be known again.
"""

from dataclasses import dataclass
from datetime import date, datetime

from bot.domain.birthday import Birthday
from bot.domain.outgoing import Value
from bot.domain.phone import Phone
from bot.domain.states import AppointmentState, OrderState
from bot.domain.visits import Line


@dataclass(frozen=True, slots=True)
class Who:
    """The person of a row. A member or card number is an identity of its own, like a phone number.

    `public_id` is the shop's own name for somebody whom nothing else tells apart; an export writes it (`own_number`).
    """

    name: str | None = None
    phone: Phone | None = None
    member_no: str | None = None
    public_id: str | None = None

    @property
    def is_nobody(self) -> bool:
        return self.name is None and self.phone is None and self.member_no is None and self.public_id is None

    @property
    def key(self) -> tuple[str, ...]:
        """The person as the file names them, in one spelling."""
        number = self.member_no or (own_number(self.public_id) if self.public_id else "")
        return self.name or "", self.phone.e164 if self.phone else "", number


_NOBODY = frozenset("비회원 일반 일반손님 일반고객 현금손님 손님 고객 익명 guest walk-in walkin anonymous".split())
_OWN = "dangol:"


def somebodys_name(written: str) -> str | None:
    """The name, None for what a till writes where it knows nobody. An apostrophe before that says it is one."""
    if written.startswith("'") and _means_nobody(written[1:]):
        return written[1:]
    return None if _means_nobody(written) else written


def written_name(name: str) -> str:
    """The name as `somebodys_name` reads it."""
    return f"'{name}" if _means_nobody(name) else name


def _means_nobody(name: str) -> bool:
    return name.strip().casefold() in _NOBODY


def own_number(public_id: str) -> str:
    """What an export writes as the number of somebody who has none and shares the name with somebody else."""
    return _OWN + public_id


def read_own_number(number: str) -> str | None:
    """The public id in such a number, None for every other one."""
    return number.removeprefix(_OWN) or None if number.startswith(_OWN) else None


@dataclass(frozen=True, slots=True)
class CustomerRow:
    line_no: int
    who: Who
    email: str | None = None
    birthday: Birthday | None = None
    address: str | None = None
    note: str | None = None


@dataclass(frozen=True, slots=True)
class VisitRow:
    """One line of a receipt. Rows of one person at one `at` (aware, UTC) are one visit.

    `on` is the shop's own day. Where the file tells no time, `at` is the first moment of that day. `unpaid_minor` is
    what of the line still stands on the tab. `rounded` says that an amount was finer than the currency and has been
    rounded half up.
    """

    line_no: int
    who: Who
    at: datetime
    on: date
    line: Line
    paid_by: str | None = None
    unpaid_minor: int = 0
    rounded: bool = False

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """Without how it was paid: what stands on the tab is paid one day, and the visit stays the same one."""
        return "visit", self.at.isoformat(), *_told(self.line)


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One line of an order. Rows of one person with one tag, or without a tag at one `received_at`, are one order."""

    line_no: int
    who: Who
    received_at: datetime
    on: date
    line: Line
    tag: str | None = None
    promised_at: datetime | None = None
    state: OrderState | None = None
    unpaid_minor: int | None = None
    note: str | None = None
    rounded: bool = False

    @property
    def fingerprint(self) -> tuple[str, ...]:
        """Without state, promise and unpaid money: those change, and the order stays the same one."""
        return "order", self.tag or "", self.received_at.isoformat(), *_told(self.line)


@dataclass(frozen=True, slots=True)
class AppointmentRow:
    line_no: int
    who: Who
    at: datetime
    service: str | None = None
    staff: str | None = None
    state: AppointmentState | None = None

    @property
    def fingerprint(self) -> tuple[str, ...]:
        return "appointment", self.at.isoformat(), self.service or "", self.staff or ""


@dataclass(frozen=True, slots=True)
class RefusedRow:
    """A row that was not taken: `reason` and `facts` are those of a Refusal, `cells` the row as it stands."""

    line_no: int
    cells: tuple[str, ...]
    reason: str
    facts: dict[str, Value]


RowValue = CustomerRow | VisitRow | OrderRow | AppointmentRow
Verdict = RowValue | RefusedRow


def _told(line: Line) -> tuple[str, ...]:
    return line.item, str(line.quantity), str(line.price_minor or ""), str(line.amount_minor)
