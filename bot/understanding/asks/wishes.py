"""Which messages a customer wants, and when."""

from dataclasses import dataclass
from datetime import date, time
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class StopMessages:
    """`scope` is marketing, all, orders, bookings, receipts, or None where the sentence leaves it open."""

    kind: ClassVar[str] = "stop_messages"
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class StartMessages:
    kind: ClassVar[str] = "start_messages"
    scope: str | None = None


@dataclass(frozen=True, slots=True)
class MessageWish:
    """When and how often messages may come, in one sentence; what was not spoken of is None.

    `hours` are those in which nothing may come (start, end), `until` the first day after a pause, `every_days` the
    shortest distance, `days_off` the weekdays (0 is Monday) on which nothing may come,
    `quiet` that nobody should make much of the person.
    """

    kind: ClassVar[str] = "message_wish"
    hours: tuple[time, time] | None = None
    until: date | None = None
    every_days: int | None = None
    days_off: frozenset[int] = frozenset()
    quiet: bool = False


@dataclass(frozen=True, slots=True)
class MessageSettings:
    """Show what messages come, and when."""

    kind: ClassVar[str] = "message_settings"


@dataclass(frozen=True, slots=True)
class WhyThis:
    """Why did I get this message."""

    kind: ClassVar[str] = "why_this"


CustomerAsk: TypeAlias = StopMessages | StartMessages | MessageWish | MessageSettings | WhyThis
