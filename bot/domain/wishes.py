"""What somebody wants to hear of, and when: their own wishes, beside what the law asks for.

An answer to what was just asked and word about the safety of one's own account are outside of all wishes.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum

from bot.domain.outgoing import Kind


class Topic(StrEnum):
    """What can be switched off by itself. Advertising and greetings go by consent instead."""

    ORDERS = "orders"
    BOOKINGS = "bookings"
    RECEIPTS = "receipts"


TOPIC_OF = {
    Kind.ORDER_NOTICE: Topic.ORDERS,
    Kind.UNCOLLECTED: Topic.ORDERS,
    Kind.APPOINTMENT: Topic.BOOKINGS,
    Kind.RECEIPT: Topic.RECEIPTS,
    Kind.STATEMENT: Topic.RECEIPTS,
    Kind.BALANCE: Topic.RECEIPTS,
    Kind.GIFT: Topic.RECEIPTS,
    Kind.REFRESH: Topic.RECEIPTS,
}
_MORNING = time(9)
WEEKEND = frozenset({5, 6})

ADVERTISING_BY_PRIORITY = (
    Kind.BIRTHDAY,
    Kind.GREETING,
    Kind.EXPIRY,
    Kind.INVITATION,
    Kind.CAMPAIGN,
    Kind.ADVERTISING,
)
"""What is advertising by its kind; of several that wait for one person the first of these goes first."""

# What a pause or a limit is about: what nobody waits for. News of one's own things goes on.
EXTRAS = frozenset({Kind.RECEIPT, Kind.STATEMENT, Kind.GIFT, Kind.REFRESH, *ADVERTISING_BY_PRIORITY})


@dataclass(frozen=True, slots=True)
class Hours:
    """Hours of the shop's clock in which nothing may come: from `start` up to `end`, over midnight if it is earlier."""

    start: time
    end: time

    def after(self, local: datetime) -> datetime:
        """`local` itself if it lies outside, else the moment at which the hours are over."""
        now = local.time()
        over_midnight = self.end <= self.start
        if self.start == self.end:
            return local
        inside = (now >= self.start or now < self.end) if over_midnight else self.start <= now < self.end
        if not inside:
            return local
        day = local.date() + timedelta(days=1) if over_midnight and now >= self.start else local.date()
        return datetime.combine(day, self.end, local.tzinfo)

    def __str__(self) -> str:
        return f"{self.start:%H:%M}-{self.end:%H:%M}"

    @classmethod
    def parse(cls, text: str) -> "Hours":
        """What `str` wrote."""
        start, _, end = text.partition("-")
        return cls(time.fromisoformat(start), time.fromisoformat(end))


@dataclass(frozen=True, slots=True)
class Wishes:
    """`silent_until` is the first day on which extras may come again; `every_days` is their shortest distance.

    `days_off` are the weekdays on which nothing comes, 0 is Monday; never all seven.
    """

    off: frozenset[Topic] = frozenset()
    hours: Hours | None = None
    silent_until: date | None = None
    every_days: int | None = None
    days_off: frozenset[int] = frozenset()

    def next_moment(self, local: datetime) -> datetime:
        """`local` itself, or the first moment after the hours and days in which nothing may come."""
        while True:
            later = self.hours.after(local) if self.hours else local
            while later.weekday() in self.days_off:
                later = datetime.combine(later.date() + timedelta(days=1), _MORNING, local.tzinfo)
            if later == local:
                return local
            local = later


NO_WISHES = Wishes()
