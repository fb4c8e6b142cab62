"""What the playground's page needs from the shop behind it: its clock, its presets, its tour."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.playground.calls import Json


class Step(StrEnum):
    """How far the clock is moved at once. NEXT is to the next moment at which the shop does something by itself.

    MONTH lives through thirty days in which people come and go, YEAR through 365 with a campaign in them.
    """

    HOUR = "hour"
    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    NEXT = "next"


class Role(StrEnum):
    OWNER = "owner"
    CUSTOMER = "customer"


@dataclass(frozen=True, slots=True)
class Seat:
    """One phone on the page; the person is one of the `FakeTelegram`'s."""

    person_id: int
    role: Role


@dataclass(slots=True)
class PlaygroundControls:
    """Given by whoever runs the playground, and read anew by the page after each fresh shop.

    What is not given does not appear on the page: without seats everybody has a phone as a customer, without a callable
    its buttons are missing. `now` and what `next_due` answers are aware; `timezone` is the shop's, an IANA name.
    What `move_clock` answers is what was lived through (`bot.playground.accounts.Account`), and None where nothing was.
    `fresh` gets one of `presets`, empties everything and sets `preset`.
    `tour` is a list of {"seat": 0, "ko": {"title", "text", "say"}, "en": {...}, "move": "next"}: whose phone (an index
    into `seats`), the words in both languages, and, where it helps, a sentence to put into the phone's input field and
    a step to offer for the clock. "seat", "say" and "move" may be missing; a "seat" among the words of one language
    stands above the step's own.
    """

    seats: Sequence[Seat] = ()
    now: Callable[[], datetime] | None = None
    move_clock: Callable[[Step], Awaitable[Json | None]] | None = None
    next_due: Callable[[], Awaitable[datetime | None]] | None = None
    fresh: Callable[[str], Awaitable[None]] | None = None
    presets: Sequence[str] = ("laundry", "salon", "cafe", "theatre")
    preset: str = "laundry"
    timezone: str = "Asia/Seoul"
    tour: Sequence[Json] = ()
