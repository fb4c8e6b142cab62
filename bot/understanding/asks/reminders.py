"""What those who work here are told by the assistant itself: reminders, the day, the week, the month."""

from dataclasses import dataclass
from datetime import date, datetime, time
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class RemindMe:
    """A reminder for whoever asks. `when` is an aware moment in the shop's zone, a date, or None: ask for it."""

    kind: ClassVar[str] = "remind_me"
    when: datetime | date | None
    about: str


@dataclass(frozen=True, slots=True)
class Reminders:
    """What the asker will be reminded of."""

    kind: ClassVar[str] = "reminders"


@dataclass(frozen=True, slots=True)
class StrikeReminder:
    """The reminder of this number in that list is not wanted any more."""

    kind: ClassVar[str] = "strike_reminder"
    number: int


@dataclass(frozen=True, slots=True)
class DayBrief:
    """What the day holds, and what will be sent."""

    kind: ClassVar[str] = "day_brief"


@dataclass(frozen=True, slots=True)
class WeekSummary:
    """This week so far, or (`last`) the one before."""

    kind: ClassVar[str] = "week_summary"
    last: bool = False


@dataclass(frozen=True, slots=True)
class MonthCard:
    """Three customers to ask, and the one thing that went wrong."""

    kind: ClassVar[str] = "month_card"


@dataclass(frozen=True, slots=True)
class Clocks:
    """Everything that comes by itself, to the owners and to their customers, and at what hour."""

    kind: ClassVar[str] = "clocks"


@dataclass(frozen=True, slots=True)
class OwnerClock:
    """When something comes by itself (brief, week, month, receipt, reminder, closing), or whether it comes at all."""

    kind: ClassVar[str] = "owner_clock"
    what: str
    at: time | None = None
    on: bool | None = None


OwnerAsk: TypeAlias = RemindMe | Reminders | StrikeReminder | DayBrief | WeekSummary | MonthCard | Clocks | OwnerClock
