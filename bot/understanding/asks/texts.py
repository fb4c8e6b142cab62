"""What the shop has settled about what is sent by itself: when, how often, and in which words."""

from dataclasses import dataclass
from datetime import time
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class HoursBefore:
    """A second reminder so many hours before an appointment; 0: none any more."""

    kind: ClassVar[str] = "hours_before"
    hours: int


@dataclass(frozen=True, slots=True)
class NthGift:
    """What every n-th visit brings; an empty `gift`: nothing any more."""

    kind: ClassVar[str] = "nth_gift"
    every: int
    gift: str


@dataclass(frozen=True, slots=True)
class Care:
    """What is said with the receipt about the care of a thing; an empty `text`: nothing any more."""

    kind: ClassVar[str] = "care"
    item: str
    text: str


@dataclass(frozen=True, slots=True)
class MessageText:
    """The shop's own words for a message (reminder, ready, receipt, uncollected; "" for all of them); None: show them,
    "": the house's.
    """

    kind: ClassVar[str] = "message_text"
    which: str
    text: str | None = None


@dataclass(frozen=True, slots=True)
class QuietHours:
    """Hours in which nothing goes to customers by itself; None: no such hours.

    `unsaid` is the end (start or end) that was not said: it stays as it is, if there is one. `shows`: what holds.
    """

    kind: ClassVar[str] = "quiet_hours"
    hours: tuple[time, time] | None = None
    unsaid: str = ""
    shows: bool = False


@dataclass(frozen=True, slots=True)
class AdvertisingEvery:
    """One advertisement to a person in so many days; 1: one a day again, which is the most there can be."""

    kind: ClassVar[str] = "advertising_every"
    days: int


OwnerAsk: TypeAlias = HoursBefore | NthGift | Care | MessageText | QuietHours | AdvertisingEvery
