"""The week in short: what came in beside the week before, who was new, what was promised and kept, with a chart."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions import charts, sending
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.local_time import day_bounds
from bot.domain.outgoing import Document, Money, Reply, words
from bot.domain.owners_day import week_due
from bot.domain.shop import Part, Quiet
from storage import cases, lists, orders, told, visits

_PICTURE = "week.png"
WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Week:
    """Seven days from `monday` on. `by_day` are the takings; `late` counts promises of these days kept too late."""

    monday: date
    now: visits.Total
    before: visits.Total
    new: int
    by_day: tuple[int, ...]
    late: int | None
    open_cases: int
    sent: int

    @property
    def is_empty(self) -> bool:
        return not (self.now.visits or self.open_cases)


def summary(unit: Unit, *, last: bool) -> Reply:
    """This week so far, or the last one."""
    unit.permit("see takings")
    monday = unit.today - timedelta(days=unit.today.weekday())
    return _told(unit, _week(unit, monday - WEEK if last else monday))


def tell_owners(unit: Unit) -> Planned:
    """On Monday morning, or up to three days later if the machine slept: the week that is over. Once."""
    unit.permit("plan messages")
    monday = week_due(unit.now, unit.shop.zone, unit.shop.brief_time)
    if monday is None or not unit.shop.wants(Quiet.WEEK):
        return Planned()
    key = f"week:{monday}"
    if sending.was_told_to_owners(unit, key):
        return Planned()
    found = _week(unit, monday)
    return Planned() if found.is_empty else Planned(sending.tell_owners(unit, key, _told(unit, found)))


def _week(unit: Unit, monday: date) -> Week:
    session, end = unit.session, monday + WEEK
    start_at, _ = day_bounds(monday, unit.shop.zone)
    end_at, _ = day_bounds(end, unit.shop.zone)
    amounts = visits.amounts_by_day(session, monday, end)
    late = (
        orders.count_kept_late(session, start_at, min(end_at, unit.now), unit.now)
        if unit.shop.has(Part.ORDERS)
        else None
    )
    return Week(
        monday,
        visits.total(session, monday, end),
        visits.total(session, monday - WEEK, min(end, unit.today + timedelta(days=1)) - WEEK),
        lists.count(session, lists.first_here(monday, end)).total,
        tuple(amounts.get(monday + timedelta(days=ahead), 0) for ahead in range(7)),
        late,
        cases.count_waiting(session),
        told.count_unasked_between(session, start_at, end_at),
    )


def _told(unit: Unit, week: Week) -> Reply:
    currency, last = unit.shop.currency, week.monday + timedelta(days=6)
    difference = week.now.amount_minor - week.before.amount_minor
    best = max(range(7), key=lambda at: week.by_day[at])
    text = words(
        "week",
        start=week.monday,
        last=last,
        visits=week.now.visits,
        who=words("who-came", people=week.now.people, nameless=week.now.nameless),
        amount=Money(week.now.amount_minor, currency),
        compared=words(
            "week-compared",
            amount=Money(abs(difference), currency),
            change="more" if difference > 0 else "less" if difference else "same",
            early=unit.today < last,
        )
        if week.before.visits
        else None,
        best=words("week-best", day=week.monday + timedelta(days=best), amount=Money(week.by_day[best], currency))
        if week.by_day[best]
        else None,
        new=words("week-new", count=week.new) if week.new else None,
        unpaid=words("week-unpaid", amount=Money(week.now.unpaid_minor, currency)) if week.now.unpaid_minor else None,
        late=words("week-late", count=week.late) if week.late else None,
        cases=words("week-cases", count=week.open_cases) if week.open_cases else None,
        sent=words("week-sent", count=week.sent) if week.sent else None,
    )
    return Reply(text, document=_picture(unit, week) if any(week.by_day) else None)


def _picture(unit: Unit, week: Week) -> Document:
    language = unit.actor.language or unit.shop.language
    takings = {week.monday + timedelta(days=ahead): minor for ahead, minor in enumerate(week.by_day)}
    return Document(_PICTURE, charts.draw_days(unit, language, takings), picture=True)
