"""Which customers: the lists the shop can ask for, its groups, and what is done with the list shown last."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from bot.understanding.asks.values import Period, Spoken


@dataclass(frozen=True, slots=True)
class Lapsed:
    """Who has not visited: for more than `days` days, or (None) longer than their own rhythm allows."""

    kind: ClassVar[str] = "lapsed"
    days: int | None = None
    regulars_only: bool = False


@dataclass(frozen=True, slots=True)
class Regulars:
    kind: ClassVar[str] = "regulars"
    top: int | None = None


@dataclass(frozen=True, slots=True)
class Top:
    """The best customers, `by` "spent" or "visits"."""

    kind: ClassVar[str] = "top"
    by: str = "spent"
    top: int = 10
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Birthdays:
    """Whose birthday falls in the period; of everybody or of the regulars."""

    kind: ClassVar[str] = "birthdays"
    period: Period
    regulars_only: bool = False


@dataclass(frozen=True, slots=True)
class New:
    """Customers whose first visit falls in the period."""

    kind: ClassVar[str] = "new"
    period: Period


@dataclass(frozen=True, slots=True)
class HowMany:
    """How many customers the shop has."""

    kind: ClassVar[str] = "how_many"


@dataclass(frozen=True, slots=True)
class Bought:
    """Who brought or bought the item."""

    kind: ClassVar[str] = "bought"
    item: str
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Visitors:
    """Who came in the period."""

    kind: ClassVar[str] = "visitors"
    period: Period


@dataclass(frozen=True, slots=True)
class Missing:
    """Whose `field` (phone, email, birthday, address) is empty, or who cannot be reached today ("reach"); of everybody
    or of the regulars.
    """

    kind: ClassVar[str] = "missing"
    field: str
    regulars_only: bool = False


@dataclass(frozen=True, slots=True)
class Stale:
    """Whose number is of a dead kind (011, 016-019)."""

    kind: ClassVar[str] = "stale"


@dataclass(frozen=True, slots=True)
class Narrow:
    """Of the people listed last, only those who fit everything that is said here."""

    kind: ClassVar[str] = "narrow"
    reach: str = ""
    regulars_only: bool = False
    over: int | None = None
    under: int | None = None


@dataclass(frozen=True, slots=True)
class Pick:
    """The row of this number in the list shown last."""

    kind: ClassVar[str] = "pick"
    number: int


@dataclass(frozen=True, slots=True)
class Segments:
    """The customers in groups with their counts, or who is in one of `bot.domain.people.Group`."""

    kind: ClassVar[str] = "segments"
    group: str | None = None


@dataclass(frozen=True, slots=True)
class Rfm:
    """The customers by recency, frequency and money."""

    kind: ClassVar[str] = "rfm"


@dataclass(frozen=True, slots=True)
class ChangeRule:
    """What the shop calls a `group` (or late) is otherwise: a `count` of visits, per cent, and a number of `days`.

    Without either, what holds is asked about.
    """

    kind: ClassVar[str] = "change_rule"
    group: str
    count: int | None = None
    days: int | None = None


@dataclass(frozen=True, slots=True)
class WhyCore:
    """Where somebody stands and why."""

    kind: ClassVar[str] = "why_core"
    name: Spoken


@dataclass(frozen=True, slots=True)
class NoExtras:
    """Which regulars got no extra for long."""

    kind: ClassVar[str] = "no_extras"


OwnerAsk: TypeAlias = (
    Lapsed
    | Regulars
    | Top
    | Birthdays
    | New
    | HowMany
    | Bought
    | Visitors
    | Missing
    | Stale
    | Narrow
    | Pick
    | Segments
    | Rfm
    | ChangeRule
    | WhyCore
    | NoExtras
)
