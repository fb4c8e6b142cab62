"""Visits: writing them down, correcting them, and what they were."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, TypeAlias

from bot.understanding.asks.values import Item, Period, Spoken


@dataclass(frozen=True, slots=True)
class LastVisit:
    """When somebody was here last, or was for this `item`."""

    kind: ClassVar[str] = "last_visit"
    name: Spoken
    item: str | None = None


@dataclass(frozen=True, slots=True)
class VisitCount:
    kind: ClassVar[str] = "visit_count"
    name: Spoken
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Usual:
    """What a person usually leaves or buys."""

    kind: ClassVar[str] = "usual"
    name: Spoken


@dataclass(frozen=True, slots=True)
class Visits:
    """How many visits there were; `parts` as of `Sales`."""

    kind: ClassVar[str] = "visits"
    period: Period
    parts: tuple[Period, ...] = ()


@dataclass(frozen=True, slots=True)
class RecordVisit:
    """Write a visit down. `amount` is the whole sum in the currency's minor unit, None where no sum was said.

    `on` is a past day, None for today. `paid_by` is card, cash, transfer or unpaid (외상). `promised` is when the
    things will be ready: a date, or an aware moment in the shop's zone. `tag` and `rack` name where they hang, `defect`
    is what was wrong with them at intake. `missed` is what was said besides and nobody understood.
    """

    kind: ClassVar[str] = "record_visit"
    name: Spoken
    items: tuple[Item, ...] = ()
    amount: int | None = None
    on: date | None = None
    paid_by: str | None = None
    promised: datetime | date | None = None
    tag: str = ""
    rack: str = ""
    defect: str = ""
    missed: str = ""


@dataclass(frozen=True, slots=True)
class RecordSeveral:
    """Visits of several people in one line."""

    kind: ClassVar[str] = "record_several"
    visits: tuple[RecordVisit, ...]


@dataclass(frozen=True, slots=True)
class WalkIns:
    """`count` people without a name, who together paid `amount`."""

    kind: ClassVar[str] = "walk_ins"
    count: int
    amount: int
    items: tuple[Item, ...] = ()
    on: date | None = None
    paid_by: str | None = None


@dataclass(frozen=True, slots=True)
class Correct:
    """What was written down last was otherwise: only what is said here changes. `quantity` is a number of pieces of
    whatever it was; `when` is a past day or a promise, as the visit has it. `whose` is who it must have been of. With
    `more` the things, and their sum, come on top of it."""

    kind: ClassVar[str] = "correct"
    name: Spoken | None = None
    items: tuple[Item, ...] = ()
    quantity: int | None = None
    amount: int | None = None
    paid_by: str | None = None
    when: datetime | date | None = None
    on: date | None = None
    whose: Spoken | None = None
    more: bool = False


@dataclass(frozen=True, slots=True)
class CloseDay:
    """The day's work is done: what was not written down yet?"""

    kind: ClassVar[str] = "close_day"


@dataclass(frozen=True, slots=True)
class GiveExtra:
    """Somebody got something on top, at no charge; `owed`: what was promised for so many visits."""

    kind: ClassVar[str] = "give_extra"
    name: Spoken
    what: str = ""
    owed: bool = False


@dataclass(frozen=True, slots=True)
class Chart:
    """A picture: weeks (visits and takings), hours (when it is busy), regulars (gained and lost)."""

    kind: ClassVar[str] = "chart"
    about: str


OwnerAsk: TypeAlias = (
    LastVisit
    | VisitCount
    | Usual
    | Visits
    | RecordVisit
    | RecordSeveral
    | WalkIns
    | Correct
    | CloseDay
    | GiveExtra
    | Chart
)
