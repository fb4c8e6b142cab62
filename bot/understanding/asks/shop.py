"""The shop itself: what is set, its days, its people, and its books as files."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class SwitchPart:
    """Switch a part of the assistant on or off: points, prepaid, appointments or orders."""

    kind: ClassVar[str] = "switch_part"
    part: str
    on: bool


@dataclass(frozen=True, slots=True)
class AddStaff:
    """A link for somebody who will work here, or (`reader`) only look."""

    kind: ClassVar[str] = "add_staff"
    reader: bool = False


@dataclass(frozen=True, slots=True)
class StaffList:
    kind: ClassVar[str] = "staff_list"


@dataclass(frozen=True, slots=True)
class RemoveStaff:
    kind: ClassVar[str] = "remove_staff"
    who: str


@dataclass(frozen=True, slots=True)
class ShopSettings:
    """Show what is set: name, preset, hours, prices, answered_by, contact, address, or None for all of it."""

    kind: ClassVar[str] = "shop_settings"
    about: str | None = None


@dataclass(frozen=True, slots=True)
class ChangeShop:
    """Change one of these fields. `value` is the text cut out of the sentence, None where none was given: ask for it.

    For prices it is one thing with its price; a whole list is pasted and not said in a sentence.
    """

    kind: ClassVar[str] = "change_shop"
    field: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class DropPrice:
    """Take a thing off the price list."""

    kind: ClassVar[str] = "drop_price"
    item: str


@dataclass(frozen=True, slots=True)
class CounterSheet:
    """Make the sheet for the counter."""

    kind: ClassVar[str] = "counter_sheet"


@dataclass(frozen=True, slots=True)
class CounterCode:
    """Show the fresh code to whoever stands at the counter, who was here before."""

    kind: ClassVar[str] = "counter_code"


@dataclass(frozen=True, slots=True)
class ExportAll:
    """Take everything the shop has on record out, as files."""

    kind: ClassVar[str] = "export_all"


@dataclass(frozen=True, slots=True)
class ImportHow:
    """How the shop's own lists get into the books."""

    kind: ClassVar[str] = "import_how"


@dataclass(frozen=True, slots=True)
class Health:
    """Is everything all right with the assistant itself?"""

    kind: ClassVar[str] = "health"


@dataclass(frozen=True, slots=True)
class OpenDays:
    """On which days the shop is open, and which closing days come."""

    kind: ClassVar[str] = "open_days"


@dataclass(frozen=True, slots=True)
class WeekHours:
    """Hours of days of the week, or that they are closed, in the owner's own words."""

    kind: ClassVar[str] = "week_hours"
    text: str


@dataclass(frozen=True, slots=True)
class DaysOff:
    """The shop is closed on these days, or (not `closed`) open after all. `last` is in it.

    `opens` and `closes` are hours of these days alone; an end that was not said is None and stays as it is.
    """

    kind: ClassVar[str] = "days_off"
    first: date
    last: date
    closed: bool
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True, slots=True)
class NamedDays:
    """The same of days that lie apart, or of half a day: "24일과 26일 쉬어요", "24일은 오전만 해요".

    `half`: which half of the day was not said ("24일은 반나절만").
    """

    kind: ClassVar[str] = "named_days"
    days: tuple[date, ...]
    closed: bool
    opens: time | None = None
    closes: time | None = None
    half: bool = False


@dataclass(frozen=True, slots=True)
class WeekdayEnd:
    """One end of the hours of days of the week, 0 for Monday; the other stays: "일요일은 6시까지만 해요"."""

    kind: ClassVar[str] = "weekday_end"
    days: tuple[int, ...]
    opens: time | None = None
    closes: time | None = None


@dataclass(frozen=True, slots=True)
class HolidaysOff:
    """Whether the shop is closed on public holidays."""

    kind: ClassVar[str] = "holidays_off"
    closed: bool


@dataclass(frozen=True, slots=True)
class WhatCosts:
    """What a thing of the price list costs; without `item`, the whole list."""

    kind: ClassVar[str] = "what_costs"
    item: str | None = None


@dataclass(frozen=True, slots=True)
class Hours:
    """When the shop is open, or where it is."""

    kind: ClassVar[str] = "hours"


@dataclass(frozen=True, slots=True)
class WhoAnswers:
    """Which person answers here, and when."""

    kind: ClassVar[str] = "who_answers"


OwnerAsk: TypeAlias = (
    SwitchPart
    | AddStaff
    | StaffList
    | RemoveStaff
    | ShopSettings
    | ChangeShop
    | DropPrice
    | CounterSheet
    | CounterCode
    | ExportAll
    | ImportHow
    | Health
    | OpenDays
    | WeekHours
    | DaysOff
    | NamedDays
    | WeekdayEnd
    | HolidaysOff
    | WhatCosts
)
CustomerAsk: TypeAlias = Hours | WhoAnswers | WhatCosts
