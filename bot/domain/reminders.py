"""When the scheduled messages are due, and from when on they are too late to be kind.

Each answer is a span of time or the reason why there is none. The hours are the shop's own wall clock, so the spans are
computed in its zone and told in UTC.
"""

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.local_time import moment_of
from bot.domain.message_policy import DAY_ENDS, DAY_STARTS, Drop
from bot.domain.opening import Opening

REMINDER_AT = time(11, 0)
RECEIPT_AT = time(19, 30)
RECEIPT_UNTIL = time(22, 0)
ORDER_READY_DAYS = 7
UNCOLLECTED_AFTER = timedelta(days=21)
_UNCOLLECTED_FOR = timedelta(days=7)
BIRTHDAY_AT, BIRTHDAY_UNTIL = time(10, 0), time(20, 0)
STATEMENT_FOR = timedelta(days=7)
MOST_HOURS_BEFORE = 12


@dataclass(frozen=True, slots=True)
class Due:
    """A message may go from `at` on and is not sent any more from `expires` on; both are UTC."""

    at: datetime
    expires: datetime

    def is_too_late(self, now: datetime) -> bool:
        return now >= self.expires


def appointment_reminder(
    appointment_at: datetime, made_at: datetime, zone: ZoneInfo, reminder_at: time = REMINDER_AT
) -> Due | Drop:
    """The reminder of the day before: from `reminder_at` until 20:50 on that day.

    `made_at` is when the appointment was made or last moved: whoever settled it after the reminder's hour knows it.
    Drop reason: made_after_reminder. Raises ValueError for an hour at which no reminder could be sent.
    """
    if not DAY_STARTS <= reminder_at < DAY_ENDS:
        raise ValueError(f"a reminder is sent between {DAY_STARTS} and {DAY_ENDS}")
    day_before = appointment_at.astimezone(zone).date() - timedelta(days=1)
    due = Due(moment_of(day_before, reminder_at, zone), moment_of(day_before, DAY_ENDS, zone))
    return Drop("made_after_reminder") if made_at >= due.at else due


def appointment_slot(appointment_at: datetime) -> str:
    """The part of the message's unique key that changes when the appointment is moved."""
    return appointment_at.astimezone(UTC).strftime("%Y%m%dT%H%MZ")


def order_ready(ready_at: datetime, zone: ZoneInfo, keep_days: int = ORDER_READY_DAYS) -> Due:
    """The notice that an order is ready: at once by day (08:05-20:50), else the next morning.

    It stays worth sending for `keep_days` days, so a computer that was switched off over a holiday still sends it.
    """
    local = ready_at.astimezone(zone)
    at = ready_at.astimezone(UTC)
    if local.time() < DAY_STARTS:
        at = moment_of(local.date(), DAY_STARTS, zone)
    elif local.time() >= DAY_ENDS:
        at = moment_of(local.date() + timedelta(days=1), DAY_STARTS, zone)
    return Due(at, at + timedelta(days=keep_days))


def evening_receipt(day: date, recorded_at: datetime, zone: ZoneInfo, receipt_at: time = RECEIPT_AT) -> Due | Drop:
    """The receipt with thanks for a visit on `day`: from `receipt_at` until 22:00 on the same day.

    A visit written down later in the evening is thanked for at once; one written down after 22:00, or on another day,
    not at all. Drop reason: too_late. Raises ValueError for an hour at which no receipt could be sent.
    """
    if not DAY_STARTS <= receipt_at < RECEIPT_UNTIL:
        raise ValueError(f"a receipt is sent between {DAY_STARTS} and {RECEIPT_UNTIL}")
    due = Due(
        max(moment_of(day, receipt_at, zone), recorded_at.astimezone(UTC)),
        moment_of(day, RECEIPT_UNTIL, zone),
    )
    return Drop("too_late") if due.is_too_late(due.at) else due


def uncollected(ready_at: datetime, zone: ZoneInfo, opening: Opening) -> Due:
    """The question when somebody comes, three weeks after their things were ready: at eleven on the first open day from
    then on, for a week.
    """
    day = opening.next_open(ready_at.astimezone(zone).date() + UNCOLLECTED_AFTER)
    at = moment_of(day, REMINDER_AT, zone)
    return Due(at, at + _UNCOLLECTED_FOR)


def hours_before(appointment_at: datetime, made_at: datetime, hours: int, zone: ZoneInfo) -> Due | Drop:
    """A second reminder `hours` before, on the same day and not before 8:05; worth sending until half an hour before.

    Drop reasons: made_after_reminder, too_late (so early an appointment has no such moment).
    """
    day = appointment_at.astimezone(zone).date()
    at = max(appointment_at - timedelta(hours=hours), moment_of(day, DAY_STARTS, zone))
    due = Due(at.astimezone(UTC), (appointment_at - timedelta(minutes=30)).astimezone(UTC))
    if due.at >= due.expires:
        return Drop("too_late")
    return Drop("made_after_reminder") if made_at >= due.at else due


def birthday_greeting(day: date, zone: ZoneInfo) -> Due:
    """On the day itself, by day."""
    return Due(moment_of(day, BIRTHDAY_AT, zone), moment_of(day, BIRTHDAY_UNTIL, zone))


def quarter_of(day: date) -> date:
    """The first day of the quarter that this day lies in."""
    return date(day.year, (day.month - 1) // 3 * 3 + 1, 1)


def statement(quarter: date, zone: ZoneInfo, opening: Opening) -> Due:
    """The account in short, on the first open day of a quarter at eleven, for a week."""
    at = moment_of(opening.next_open(quarter), REMINDER_AT, zone)
    return Due(at, at + STATEMENT_FOR)
