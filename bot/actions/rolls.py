"""Lists of people by one fact: the regulars, the new, the best, birthdays, missing details, buyers of something."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta

from bot.actions import prospects, segments
from bot.actions.people import last4, reach
from bot.actions.unit import Unit
from bot.domain.birthday import month_days_on, next_birthday, parse_birthday
from bot.domain.local_time import day_bounds
from bot.domain.outgoing import Money
from bot.domain.people import Group
from bot.domain.reach import Reach
from bot.domain.shop import Preset
from bot.understanding.asks.appointments import NoShows
from bot.understanding.asks.lists import Birthdays, Bought, Missing, New, Regulars, Segments, Top, Visitors
from bot.understanding.lexicon import default_items, of_theatres
from storage import appointments, ledger, lists, people, visits
from storage.models import Customer

PAGE = 10
MOST_RANKED = 100
_LONGEST_BIRTHDAYS = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class Entry:
    """One person on a roll with the facts that rolls speak of; a fact that this roll does not use may be there too."""

    public_id: str
    name: str
    last4: str
    reach: Reach
    first_on: date | None
    last_on: date | None
    visits: int
    year_visits: int
    spent: Money
    phone: str | None
    on: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Roll:
    """A page of people. `total` and `reachable` speak of the whole roll; `left_out` of those it cannot judge.

    `of` is how many there would be without a limit: "the five best of thirty".
    """

    entries: tuple[Entry, ...]
    offset: int
    total: int
    reachable: int
    of: int
    left_out: int = 0


def regulars(unit: Unit, ask: Regulars, offset: int = 0) -> Roll:
    """The regulars, who comes most often first."""
    unit.permit("see lists")
    year_ago = unit.today - timedelta(days=unit.shop.rhythm.lost_days)
    found = _ranked(unit, lists.regulars(year_ago, unit.shop.rhythm.regular_visit_days), ask.top, offset)
    been_here = lists.everybody(unit.session).total - lists.count(unit.session, lists.never_here()).total
    return replace(found, left_out=been_here - found.of)


def newcomers(unit: Unit, ask: New, offset: int = 0) -> Roll:
    """Whose first visit falls in the period."""
    unit.permit("see lists")
    return _ranked(unit, lists.first_here(ask.period.start, ask.period.end), None, offset)


def best(unit: Unit, ask: Top, offset: int = 0) -> Roll:
    """Who spent most or came most often, of all time or in the period."""
    unit.permit("see takings")
    top = min(ask.top, MOST_RANKED)
    if ask.period is None:
        return _ranked(unit, lists.best(ask.by), top, offset)
    found = visits.best(unit.session, ask.by, ask.period.start, ask.period.end, top)
    entries = [_of_period(unit, customer, ask.by, figure) for customer, figure in found]
    came, _ = visits.count_buyers(unit.session, (), ask.period.start, ask.period.end)
    return replace(_paged(unit, [customer for customer, _ in found], entries, offset), of=came)


def missing(unit: Unit, ask: Missing, offset: int = 0) -> Roll:
    """Whose detail is not known."""
    unit.permit("see lists")
    found = _ranked(unit, without(unit, ask), None, offset)
    dead = lists.count(unit.session, lists.dead_numbers()).total if ask == Missing("phone") else 0
    return replace(found, left_out=dead)


def without(unit: Unit, ask: Missing) -> lists.Range:
    """Everybody on that roll, in its order."""
    which = lists.unreached() if ask.field == "reach" else lists.without(ask.field)
    if not ask.regulars_only:
        return which
    rhythm = unit.shop.rhythm
    return lists.regulars_of(which, unit.today - timedelta(days=rhythm.lost_days), rhythm.regular_visit_days)


def dead_numbers(unit: Unit, offset: int = 0) -> Roll:
    """Whose number reaches nobody any more."""
    unit.permit("see lists")
    found = _ranked(unit, lists.dead_numbers(), None, offset)
    return replace(found, left_out=lists.count(unit.session, lists.without("phone")).total)


def group(unit: Unit, ask: Segments, offset: int = 0) -> Roll:
    """Who is in one of the groups; of those who only asked, `on` is the day on which they were written down."""
    unit.permit("see lists")
    found = _ranked(unit, segments.members(unit, Group(ask.group or "")), None, offset)
    if ask.group != Group.PROSPECT:
        return found
    rows = [people.by_public_id(unit.session, entry.public_id) for entry in found.entries]
    told = [
        (unit.shop.day_of(one.created_at), prospects.expires_on(unit, one.id or 0)) if one else (None, None)
        for one in rows
    ]
    entries = (replace(one, on=on, until=until) for one, (on, until) in zip(found.entries, told, strict=True))
    return replace(found, entries=tuple(entries))


def birthdays(unit: Unit, ask: Birthdays, offset: int = 0) -> Roll:
    """Who keeps a birthday in the period, the next first. A lunar one is kept on its day of this year."""
    unit.permit("see lists")
    kept = _kept_birthdays(unit, ask)
    entries = [replace(_entry(unit, customer), on=day) for day, customer in kept]
    unknown = lists.count(unit.session, without(unit, Missing("birthday", ask.regulars_only))).total
    return _paged(unit, [customer for _, customer in kept], entries, offset, left_out=unknown)


def who_has_birthday(unit: Unit, ask: Birthdays) -> list[Customer]:
    """Everybody on that roll, in its order."""
    return [customer for _, customer in _kept_birthdays(unit, ask)]


def _kept_birthdays(unit: Unit, ask: Birthdays) -> list[tuple[date, Customer]]:
    start = ask.period.start
    end = min(ask.period.end, start + _LONGEST_BIRTHDAYS)
    days = [start + timedelta(days=number) for number in range((end - start).days)]
    asked = {month_day for day in days for month_day in month_days_on(day)}
    kept = []
    for customer in people.by_birthdays(unit.session, unit.vault, asked):
        birthday = parse_birthday(customer.birthday or "", today=unit.today)
        on = next_birthday(birthday, start)
        if on is not None and on < end and (not ask.regulars_only or _is_regular(unit, customer)):
            kept.append((on, customer))
    return sorted(kept, key=lambda pair: (pair[0], pair[1].id))


def _is_regular(unit: Unit, customer: Customer) -> bool:
    rhythm, last = unit.shop.rhythm, customer.last_visit_on
    here = last is not None and last >= unit.today - timedelta(days=rhythm.lost_days)
    return here and customer.year_visits >= rhythm.regular_visit_days


def buyers(unit: Unit, ask: Bought, offset: int = 0) -> Roll:
    """Who brought or bought the item, under any of the words that the price list has for it."""
    unit.permit("see lists")
    return _with_visits(unit, *bought(unit, ask), offset)


def visitors(unit: Unit, ask: Visitors, offset: int = 0) -> Roll:
    """Who came in the period, whatever they brought."""
    unit.permit("see lists")
    return _with_visits(unit, (), ask.period.start, ask.period.end, offset)


def prepaid_left(unit: Unit, offset: int = 0) -> Roll:
    """Who has something left of what they paid ahead, the most first; `spent` is what is left."""
    unit.permit("see lists")
    held = ledger.held(unit.session, ledger.PREPAID)
    entries = [replace(_entry(unit, one), spent=Money(left, unit.shop.currency)) for one, left in held]
    return _paged(unit, [one for one, _ in held], entries, offset)


def no_shows(unit: Unit, ask: NoShows, offset: int = 0) -> Roll:
    """Who did not come to a time kept for them, the last one first; `visits` is how often."""
    unit.permit("see lists")
    missed = who_missed(unit, ask)
    entries = [replace(_entry(unit, one), visits=times, on=unit.shop.day_of(last)) for one, times, last in missed]
    return _paged(unit, [one for one, _, _ in missed], entries, offset)


def who_missed(unit: Unit, ask: NoShows) -> list[tuple[Customer, int, datetime]]:
    """Everybody on that roll: how often, and when last."""
    start, end = (ask.period.start, ask.period.end) if ask.period else (date(1970, 1, 1), unit.today + timedelta(1))
    begins, _ = day_bounds(start, unit.shop.zone)
    _, ends = day_bounds(end - timedelta(days=1), unit.shop.zone)
    return appointments.missed(unit.session, begins, ends)


def _with_visits(unit: Unit, items: Sequence[str], start: date | None, end: date | None, offset: int) -> Roll:
    total, reachable = visits.count_buyers(unit.session, items, start, end)
    found = visits.buyers(unit.session, items, start, end, offset, PAGE)
    for customer, _, _ in found:
        unit.saw(customer.id or 0, "list")
    entries = [replace(_entry(unit, customer), on=last, visits=times) for customer, times, last in found]
    return Roll(tuple(entries), offset, total, reachable, total)


def bought(unit: Unit, ask: Bought) -> tuple[tuple[str, ...], date | None, date | None]:
    """The words for the item, and from and until when."""
    words = next((one for one in default_items(unit.shop.preset) if one.name == ask.item), None)
    items = (ask.item, *words.also) if words else (ask.item,)
    if unit.shop.preset is Preset.THEATRE:
        items += tuple(f"{ask.item} {seat}" for seat in of_theatres("seats"))
    start, end = (ask.period.start, ask.period.end) if ask.period else (None, None)
    return items, start, end


def _ranked(unit: Unit, which: lists.Range, top: int | None, offset: int) -> Roll:
    """A page of a range, cut off after `top`."""
    counted = lists.count(unit.session, which)
    total = counted.total if top is None else min(top, counted.total)
    rows = lists.page(unit.session, which, offset, max(0, min(PAGE, total - offset)), counted.first)
    reachable = counted.reachable
    if total < counted.total:
        first = lists.page(unit.session, which, 0, total, counted.first)
        reachable = sum(1 for customer in first if reach(customer) is not Reach.NONE)
    for customer in rows:
        unit.saw(customer.id or 0, "list")
    return Roll(tuple(_entry(unit, customer) for customer in rows), offset, total, reachable, counted.total)


def _paged(
    unit: Unit, customers: Sequence[Customer], entries: Sequence[Entry], offset: int, *, left_out: int = 0
) -> Roll:
    """A page of people who were counted one by one."""
    for customer in customers[offset : offset + PAGE]:
        unit.saw(customer.id or 0, "list")
    reachable = sum(1 for entry in entries if entry.reach is not Reach.NONE)
    return Roll(tuple(entries[offset : offset + PAGE]), offset, len(entries), reachable, len(entries), left_out)


def _of_period(unit: Unit, customer: Customer, by: str, figure: int) -> Entry:
    """With the period's own figure in the place of that of all time."""
    entry = _entry(unit, customer)
    if by == "spent":
        return replace(entry, spent=Money(figure, unit.shop.currency))
    return replace(entry, visits=figure)


def _entry(unit: Unit, customer: Customer) -> Entry:
    return Entry(
        public_id=customer.public_id,
        name=customer.name,
        last4=last4(customer),
        reach=reach(customer),
        first_on=customer.first_visit_on,
        last_on=customer.last_visit_on,
        visits=customer.visit_days,
        year_visits=customer.year_visits,
        spent=Money(customer.spent_minor, unit.shop.currency),
        phone=customer.phone,
    )
