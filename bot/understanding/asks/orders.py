"""Things that were left here: in work, finished, fetched, and under which tag they hang."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, TypeAlias

from bot.understanding.asks.values import Period, Spoken


@dataclass(frozen=True, slots=True)
class OrdersDue:
    kind: ClassVar[str] = "orders_due"
    period: Period


@dataclass(frozen=True, slots=True)
class OrdersWaiting:
    """Finished and not picked up."""

    kind: ClassVar[str] = "orders_waiting"


@dataclass(frozen=True, slots=True)
class FindTag:
    """Whose things hang under this tag, and where."""

    kind: ClassVar[str] = "find_tag"
    tag: str


@dataclass(frozen=True, slots=True)
class SetTag:
    """Things of a person (or what hangs under a tag already) got this tag, or hang on this rack now."""

    kind: ClassVar[str] = "set_tag"
    name: Spoken | None
    tag: str = ""
    rack: str = ""


@dataclass(frozen=True, slots=True)
class TagReady:
    kind: ClassVar[str] = "tag_ready"
    tag: str


@dataclass(frozen=True, slots=True)
class TagFetched:
    kind: ClassVar[str] = "tag_fetched"
    tag: str


@dataclass(frozen=True, slots=True)
class AllReady:
    """Everything that was promised up to the end of the period is finished; with None, everything in work."""

    kind: ClassVar[str] = "all_ready"
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Late:
    """A promise will be kept later: `to` is the new time, None where none was said; `items` where only of these.

    `by` is so many days later than it was promised, 0 where that was not said.
    """

    kind: ClassVar[str] = "late"
    name: Spoken
    to: datetime | date | None = None
    reason: str = ""
    items: tuple[str, ...] = ()
    by: int = 0


@dataclass(frozen=True, slots=True)
class HandOver:
    """Somebody has fetched their things, or only these; `paid` when they paid at once what they owed for them, or
    `amount` of it.

    `pieces` is how many of each of them, 0 for all.
    """

    kind: ClassVar[str] = "hand_over"
    name: Spoken
    items: tuple[str, ...] = ()
    paid: bool = False
    paid_by: str | None = None
    pieces: tuple[int, ...] = ()
    amount: int | None = None


@dataclass(frozen=True, slots=True)
class OrderReady:
    """This person's order is finished, or only these things of it: `pieces` of each, 0 for all. `extra` is a kindness
    that was done besides, unasked.
    """

    kind: ClassVar[str] = "order_ready"
    name: Spoken
    items: tuple[str, ...] = ()
    pieces: tuple[int, ...] = ()
    extra: str = ""


@dataclass(frozen=True, slots=True)
class NoteDefect:
    """Something is wrong with a thing of somebody's that is here, the one of `items`."""

    kind: ClassVar[str] = "note_defect"
    name: Spoken
    items: tuple[str]
    what: str


@dataclass(frozen=True, slots=True)
class InWork:
    """What is left here and not ready yet."""

    kind: ClassVar[str] = "in_work"


@dataclass(frozen=True, slots=True)
class ThingsFirst:
    """A customer would like what is ready, or this thing of it, before the rest is."""

    kind: ClassVar[str] = "things_first"
    item: str | None = None


@dataclass(frozen=True, slots=True)
class ThingsDay:
    """A customer would like their things, or this one, on another day than was promised, or (`at_latest`) by then."""

    kind: ClassVar[str] = "things_day"
    item: str | None = None
    when: datetime | date | None = None
    at_latest: bool = False


@dataclass(frozen=True, slots=True)
class ThingsFetched:
    """A customer says when they come to fetch what they left."""

    kind: ClassVar[str] = "things_fetched"
    when: datetime | date


OwnerAsk: TypeAlias = (
    OrdersDue
    | OrdersWaiting
    | FindTag
    | SetTag
    | TagReady
    | TagFetched
    | AllReady
    | Late
    | HandOver
    | OrderReady
    | NoteDefect
    | InWork
)
CustomerAsk: TypeAlias = ThingsFirst | ThingsDay | ThingsFetched
