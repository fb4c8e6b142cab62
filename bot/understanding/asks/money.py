"""Money: what was taken, what is owed, what was paid ahead, and points."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, TypeAlias

from bot.understanding.asks.values import Period, Spoken


@dataclass(frozen=True, slots=True)
class Spent:
    kind: ClassVar[str] = "spent"
    name: Spoken
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Sales:
    """The sum of the money taken; with `paid_by` (card, cash, transfer) of what was paid so.

    `parts` are the stretches where several were named, one figure each: `period` is the whole of those that adjoin,
    else the first of them. `ways` are the ways of paying where several were named.
    """

    kind: ClassVar[str] = "sales"
    period: Period
    paid_by: str | None = None
    parts: tuple[Period, ...] = ()
    ways: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Points:
    kind: ClassVar[str] = "points"
    name: Spoken


@dataclass(frozen=True, slots=True)
class PaidTab:
    """Somebody has paid what they owed, or `amount` of it."""

    kind: ClassVar[str] = "paid_tab"
    name: Spoken
    amount: int | None = None
    paid_by: str | None = None


@dataclass(frozen=True, slots=True)
class PayPromise:
    """Somebody is going to pay what they owe: nothing is paid yet. `when` is None where no time was named, `about` what
    was said of it.
    """

    kind: ClassVar[str] = "pay_promise"
    name: Spoken
    about: str
    when: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Unpaid:
    """Who owes the shop money."""

    kind: ClassVar[str] = "unpaid"


@dataclass(frozen=True, slots=True)
class Owed:
    """How much somebody owes the shop."""

    kind: ClassVar[str] = "owed"
    name: Spoken


@dataclass(frozen=True, slots=True)
class Charge:
    """Somebody has paid ahead."""

    kind: ClassVar[str] = "charge"
    name: Spoken
    amount: int
    paid_by: str | None = None


@dataclass(frozen=True, slots=True)
class Refund:
    """What somebody had paid ahead is given back: `amount` of it, or (None) all that is left."""

    kind: ClassVar[str] = "refund"
    name: Spoken
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class PrepaidLeft:
    """Who has something left of what they paid ahead."""

    kind: ClassVar[str] = "prepaid_left"


@dataclass(frozen=True, slots=True)
class Balance:
    """What is left of what somebody paid ahead; without a name, of whom it was about last."""

    kind: ClassVar[str] = "balance"
    name: Spoken


@dataclass(frozen=True, slots=True)
class GivePoints:
    """Points for somebody, or (below zero) points that they used."""

    kind: ClassVar[str] = "give_points"
    name: Spoken
    points: int


@dataclass(frozen=True, slots=True)
class PointsEnd:
    """Points run out so many months after they were given; 0: never; None: when do they?"""

    kind: ClassVar[str] = "points_end"
    months: int | None = None


@dataclass(frozen=True, slots=True)
class PrepaidEnd:
    """What was paid ahead should run out, or whether it does."""

    kind: ClassVar[str] = "prepaid_end"


OwnerAsk: TypeAlias = (
    Spent
    | Sales
    | Points
    | PaidTab
    | PayPromise
    | Owed
    | Unpaid
    | Charge
    | Refund
    | PrepaidLeft
    | Balance
    | GivePoints
    | PointsEnd
    | PrepaidEnd
)
