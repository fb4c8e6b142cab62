"""When the shop is open, and when what comes by itself comes: set in chat, read back, taken back."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import islice

from bot.actions import shop
from bot.actions.concerned import concerned
from bot.actions.shop import FactsChanged, ShopChanged
from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds
from bot.domain.message_policy import DAY_ENDS, DAY_STARTS
from bot.domain.opening import (
    Day,
    Hours,
    OfDay,
    Opening,
    read_clauses,
    read_week,
    weekday_said,
    with_clause,
    written_days,
    written_hours,
)
from bot.domain.owners_day import BRIEF_FROM, BRIEF_UNTIL
from bot.domain.refusals import Refusal
from bot.domain.reminders import RECEIPT_UNTIL
from bot.domain.shop import Quiet, ShopField
from bot.understanding.normalise import flat
from bot.understanding.periods import find_spans
from storage import appointments, orders

_AHEAD = 60
_MOST_CLOSED, _MOST_TOLD = 10, 3
# A shop that closes before this hour closes at night.
_SMALL_HOURS = time(6, 0)
# From when to when each hour may lie. A reminder and a receipt keep clear of the night, as their rules say.
HOURS = {
    "brief": ("brief_time", BRIEF_FROM, BRIEF_UNTIL),
    "receipt": ("receipt_time", DAY_STARTS, RECEIPT_UNTIL),
    "reminder": ("reminder_time", DAY_STARTS, DAY_ENDS),
    "closing": ("closing_time", time(15, 0), time(22, 0)),
}
_OF_THE_MORNING = {"week": "brief", "month": "brief"}


@dataclass(frozen=True, slots=True)
class OpenWeek:
    """The hours of the coming week by their days, what is closed after it, and whether the words could be read."""

    days: tuple[Day, ...]
    later: tuple[Day, ...]
    free: bool
    country: str
    text: str
    is_read: bool


@dataclass(frozen=True, slots=True)
class OpenOn:
    """One day, whether it is over by now, and the next day on which the shop opens if this one is no use."""

    day: Day
    following: Day | None
    is_over: bool


@dataclass(frozen=True, slots=True)
class DaysChanged:
    """Days that are closed (or open after all) now, with what was promised or booked on them."""

    changed: FactsChanged
    days: tuple[Day, ...]
    bookings: int
    promised: int


def open_week(unit: Unit) -> OpenWeek:
    """When the shop is open from today on."""
    unit.permit("see the shop's settings")
    opening = unit.shop.opening
    days = [opening.of(unit.today + timedelta(days=ahead)) for ahead in range(_AHEAD)]
    later = [day for day in days[7:] if day.why in ("closing_day", "holiday")]
    return OpenWeek(
        tuple(days[:7]),
        tuple(later[:_MOST_CLOSED]),
        opening.free,
        opening.country,
        opening.text,
        read_week(opening.text) is not None,
    )


def set_week(unit: Unit, text: str) -> ShopChanged:
    """Hours of single days of the week, as the owner says them. Raises Refusal hours-unreadable, shop-text-unusable."""
    clauses = read_clauses(text)
    if not clauses:
        raise Refusal("hours-unreadable")
    before = unit.shop.hours if read_week(unit.shop.hours) else ""
    for clause in clauses:
        before = with_clause(before, clause)
    return shop.change(unit, ShopField.HOURS, before)


def set_weekday_end(unit: Unit, days: Sequence[int], opens: time | None, closes: time | None) -> ShopChanged:
    """The hour at which the shop opens or closes on these days of the week; the other end stays as it is.

    Raises Refusal day-hours-unknown where the other end is not known.
    """
    usual = read_week(unit.shop.hours)
    then: dict[Hours, list[int]] = {}
    for day in days:
        then.setdefault(_with_end((usual[day] if usual else None,), opens, closes), []).append(day)
    said = (weekday_said(some, hours, unit.shop.language) for hours, some in then.items())
    return set_week(unit, ", ".join(said))


def weekdays_of(text: str) -> tuple[int, ...]:
    """The days of the week, 0 for Monday, that such words about hours speak of."""
    return tuple(sorted({day for clause in read_clauses(text) or () for day in clause.days}))


def booked_wrongly(unit: Unit, weekdays: Sequence[int]) -> list[date]:
    """The next of these days of the week on which somebody is booked at an hour that is not open."""
    days = (unit.today + timedelta(days=ahead) for ahead in range(_AHEAD))
    found = (
        day for day in days if day.weekday() in weekdays and any(one.bookings for one in concerned(unit, day, day))
    )
    return list(islice(found, _MOST_TOLD))


def every_day(first: date, last: date) -> tuple[date, ...]:
    """The days of a stretch, both ends in it."""
    return tuple(first + timedelta(days=ahead) for ahead in range((last - first).days + 1))


def set_days(
    unit: Unit,
    named: Sequence[date],
    *,
    closed: bool,
    opens: time | None = None,
    closes: time | None = None,
) -> DaysChanged:
    """Close on these days, or open on them after all, from then to then; an end that is not said stays as it is. Days
    that are over are forgotten.

    Raises Refusal day-hours-unknown where the other end of a day's hours is not known.
    """
    unit.permit("change the shop")
    opening = unit.shop.opening
    days = frozenset(named)
    own = {day: hours for day, hours in opening.own if day not in days}
    shut, open_ = (opening.closed | days, opening.opened - days) if closed else (opening.closed - days, opening.opened)
    if opens is not None or closes is not None:
        own |= {day: _hours_of(opening, day, opens, closes) for day in days}
    elif not closed:
        # A day of the week on which the shop opens anyhow needs no word of its own.
        usual = Opening(opening.text, free=opening.free, country=opening.country)
        open_ = open_ | frozenset(day for day in days if usual.is_closed(day))
    kept = [frozenset(day for day in some if day >= unit.today) for some in (shut, open_)]
    changed = shop.change_facts(
        unit,
        closed_on=written_days(kept[0]),
        opened_on=written_days(kept[1]),
        hours_on=written_hours((day, hours) for day, hours in own.items() if day >= unit.today),
    )
    bookings = promised = 0
    for day in days:
        start, end = day_bounds(day, unit.shop.zone)
        bookings += len(appointments.between(unit.session, max(start, unit.now), end))
        promised += orders.count(unit.session, orders.in_state("received", start, end), unit.now, start).total
    return DaysChanged(changed, tuple(unit.shop.opening.of(day) for day in sorted(days)), bookings, promised)


def _hours_of(opening: Opening, day: date, opens: time | None, closes: time | None) -> Hours:
    """That day's hours; the end that was not said stays as it is, or as it usually is."""
    if opens is None or closes is None:
        return _with_end((opening.of(day).hours, Opening(opening.text).of(day).hours), opens, closes)
    if opens == closes:
        raise Refusal("hours-unreadable")
    return Hours(opens, closes)


def _with_end(usual: Sequence[OfDay], opens: time | None, closes: time | None) -> Hours:
    """The first of these hours of which this can be the one end, with it."""
    for hours in usual:
        if not isinstance(hours, Hours):
            continue
        then = Hours(opens or hours.opens, closes or hours.closes)
        is_at_night = hours.closes <= hours.opens or (closes is not None and closes < _SMALL_HOURS)
        if then.opens < then.closes or (then.closes < then.opens and is_at_night):
            return then
    raise Refusal("day-hours-unknown")


def set_holidays(unit: Unit, *, closed: bool) -> FactsChanged:
    """Whether public holidays are closing days. Raises Refusal holidays-unknown where they are not known."""
    unit.permit("change the shop")
    if closed and not unit.shop.opening.country:
        raise Refusal("holidays-unknown", zone=unit.shop.zone.key)
    return shop.change_facts(unit, holidays="closed" if closed else "open")


def set_clock(unit: Unit, what: str, at: time) -> FactsChanged:
    """The hour at which something comes by itself. Raises Refusal hour-not-possible."""
    unit.permit("change the shop")
    field, first, last = HOURS[_OF_THE_MORNING.get(what, what)]
    if not first <= at < last:
        raise Refusal("hour-not-possible", at=on_day(unit, first), due=on_day(unit, last))
    return shop.change_facts(unit, **{field: f"{at:%H:%M}"})


def set_wanted(unit: Unit, what: str, *, on: bool) -> FactsChanged:
    """Whether it comes by itself at all. Raises Refusal not-to-be-switched for what is not the owner's alone."""
    unit.permit("change the shop")
    if what not in set(Quiet):
        raise Refusal("not-to-be-switched")
    others = [one for one in unit.shop.unwanted.split(",") if one and one != what]
    return shop.change_facts(unit, unwanted=",".join(others if on else sorted([*others, what])))


def on_day(unit: Unit, clock: time) -> datetime:
    """That hour of today, so that it can be told."""
    return datetime.combine(unit.today, clock, unit.shop.zone)


def asked_about(unit: Unit, text: str) -> OpenOn | None:
    """Whether the shop is open on the day that a question names, today if it names none.

    None where the hours are not known by the day and nothing else was said of it.
    """
    opening, local = unit.shop.opening, unit.now.astimezone(unit.shop.zone)
    named = [span.coming.start for span in find_spans(flat(text), local) if span.coming]
    on = opening.of(named[0] if named and named[0] >= unit.today else unit.today)
    if on.open is None:
        return None
    is_over = on.on == unit.today and on.hours is not None and on.hours.opens < on.hours.closes <= local.time()
    following = None
    if on.open is False or is_over:
        after = opening.of(opening.next_open(on.on + timedelta(days=1)))
        following = after if after.hours else None
    return OpenOn(on, following, is_over)
