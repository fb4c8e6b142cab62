"""Pictures of the shop's figures: weekly visits and takings, busy hours, regulars gained and lost."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache

from bot.actions.unit import Unit
from bot.domain.local_time import moment_of
from bot.domain.outgoing import Money, Value, words
from bot.domain.people import regular_spells
from bot.texts.catalog import Catalog
from storage import charts, groups, lists

WEEKS, MONTHS = 12, 12
_WEEK = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Picture:
    """A PNG under its name, and the figures that the words beside it speak of.

    weeks: visits and takings of the last whole week and of the one before. hours: the busiest weekday (0 is Monday)
    and hour. regulars: gained and lost in the months drawn, and how many there are.
    """

    name: str
    data: bytes = field(repr=False)
    facts: dict[str, Value]


def weeks(unit: Unit, language: str) -> Picture | None:
    """Visits and takings of the last weeks; None where there was nothing in them."""
    unit.permit("see takings")
    return draw_weeks(unit, language)


def draw_weeks(unit: Unit, language: str) -> Picture | None:
    """The same for whoever plans a message. A week begins on Monday; the last one is the week that still runs."""
    this_week = unit.today - timedelta(days=unit.today.weekday())
    starts = [this_week - _WEEK * back for back in reversed(range(WEEKS))]
    days = charts.by_day(unit.session, starts[0], this_week + _WEEK)
    if not days:
        return None
    # Weeks before the first visit of the shop are no weeks of nothing.
    starts = [start for start in starts if start + _WEEK > min(days)]
    totals = [(start, *_sums(days, start, start + _WEEK)) for start in starts]
    say, currency = _Speaker(unit, language), unit.shop.currency
    from bot.insight.drawing import Bar, Panel, draw

    visits = Panel(
        say("chart-visits"),
        tuple(Bar(say("chart-week", on=on), count, say("chart-count", count=count)) for on, count, _ in totals),
    )
    takings = Panel(
        say("chart-takings"),
        tuple(
            Bar(say("chart-week", on=on), minor, say("chart-money", amount=Money(minor, currency)))
            for on, _, minor in totals
        ),
    )
    data = draw(say("chart-weeks-title", count=len(starts)), (visits, takings), say("chart-weeks-foot"))
    count, minor = _sums(days, this_week - _WEEK, this_week)
    before = _sums(days, this_week - 2 * _WEEK, this_week - _WEEK)
    facts: dict[str, Value] = {
        "from": this_week - _WEEK,
        "to": this_week - timedelta(days=1),
        "visits": count,
        "amount": Money(minor, currency),
        "before-visits": before[0],
        "before-amount": Money(before[1], currency),
    }
    return Picture("weeks.png", data, facts)


def draw_days(unit: Unit, language: str, takings: Mapping[date, int]) -> bytes:
    """The takings of days in a row as a PNG, in minor units by day; at least one day."""
    say, currency = _Speaker(unit, language), unit.shop.currency
    from bot.insight.drawing import Bar, Panel, draw

    bars = tuple(
        Bar(say("chart-day", on=on), minor, say("chart-money", amount=Money(minor, currency)))
        for on, minor in takings.items()
    )
    return draw(say("chart-days-title", start=min(takings), last=max(takings)), (Panel(say("chart-takings"), bars),))


def hours(unit: Unit, language: str) -> Picture | None:
    """When people came in the last weeks, by weekday and by hour; None where no time is known.

    A visit that was written down on another day, or that a file brought without an hour, has a day and no time.
    """
    unit.permit("see lists")
    start = unit.today - WEEKS * _WEEK
    found = charts.moments(unit.session, start, unit.today + timedelta(days=1))
    if not found:
        return None
    on_days = Counter(day.weekday() for day, *_ in found)
    timed = [
        at.astimezone(unit.shop.zone) for day, at, wrote, source in found if _has_time(unit, day, at, wrote, source)
    ]
    at_hours = Counter(at.hour for at in timed)
    say = _Speaker(unit, language)
    from bot.insight.drawing import Bar, Panel, draw

    weekdays = Panel(
        say("chart-by-weekday"),
        tuple(
            Bar(say("weekday-name", day=number), on_days[number], say("chart-count", count=on_days[number]))
            for number in range(7)
        ),
    )
    open_hours = range(min(at_hours), max(at_hours) + 1) if at_hours else range(0)
    by_hour = Panel(
        say("chart-by-hour"),
        tuple(
            Bar(
                say("chart-hour", at=moment_of(unit.today, time(hour), unit.shop.zone)),
                at_hours[hour],
                say("chart-count", count=at_hours[hour]),
            )
            for hour in open_hours
        ),
        empty=say("chart-no-hours"),
    )
    data = draw(say("chart-hours-title", count=WEEKS), (weekdays, by_hour), say("chart-hours-foot", since=start))
    busiest_hour = _busiest(at_hours)
    facts: dict[str, Value] = {
        "day": words("weekday-name", day=_busiest(on_days) or 0),
        "day-visits": max(on_days.values()),
        "at": moment_of(unit.today, time(busiest_hour), unit.shop.zone) if busiest_hour is not None else None,
        "hour-visits": at_hours[busiest_hour] if busiest_hour is not None else None,
        "visits": len(found),
        "timed": len(timed),
    }
    return Picture("hours.png", data, facts)


def regulars(unit: Unit, language: str) -> Picture | None:
    """Who became a regular and who was one no more, month by month; None where nobody ever was one."""
    unit.permit("see lists")
    rule = unit.shop.rhythm
    months = _months(unit.today)
    end = unit.today + timedelta(days=1)
    gained, lost, there = [0] * len(months), [0] * len(months), 0
    ever = False
    for _, _, days in groups.with_days(unit.session, lists.came_at_least(rule.regular_visit_days)):
        for begun, over in regular_spells(days, rule):
            ever = True
            there += begun <= unit.today < over
            _put(gained, months, begun, end)
            _put(lost, months, over, end)
    if not ever:
        return None
    say = _Speaker(unit, language)
    from bot.insight.drawing import Bar, Panel, draw

    bars = tuple(
        Bar(
            say("chart-month", year=str(month.year), month=month.month),
            gained[number],
            str(gained[number]),
            lost[number],
            str(lost[number]),
        )
        for number, month in enumerate(months)
    )
    panel = Panel(say("chart-regulars-sides"), bars, both_ways=True)
    foot = say(
        "chart-regulars-foot",
        visits=rule.regular_visit_days,
        regular_days=rule.regular_days,
        lost_days=rule.lost_days,
    )
    data = draw(say("chart-regulars-title", count=MONTHS), (panel,), foot)
    facts: dict[str, Value] = {"gained": sum(gained), "lost": sum(lost), "total": there, "count": MONTHS}
    return Picture("regulars.png", data, facts)


def _sums(days: dict[date, tuple[int, int]], start: date, end: date) -> tuple[int, int]:
    """Visits and minor units of the days from `start` up to, not including, `end`."""
    inside = [figures for day, figures in days.items() if start <= day < end]
    return sum(visits for visits, _ in inside), sum(minor for _, minor in inside)


def _has_time(unit: Unit, day: date, at: datetime, wrote: datetime, source: str) -> bool:
    if source == "chat":
        return unit.shop.day_of(wrote) == day
    return at.astimezone(unit.shop.zone).time() != time(0)


def _busiest(counts: Counter[int]) -> int | None:
    """The first of the fullest."""
    return min(counts, key=lambda one: (-counts[one], one)) if counts else None


def _months(today: date) -> list[date]:
    """The first days of the months up to this one, the oldest first."""
    number = today.year * 12 + today.month - 1
    return [date(one // 12, one % 12 + 1, 1) for one in range(number - MONTHS + 1, number + 1)]


def _put(counts: list[int], months: Sequence[date], day: date, end: date) -> None:
    if months[0] <= day < end:
        counts[max(number for number, month in enumerate(months) if month <= day)] += 1


class _Speaker:
    """The words of a picture, in the language of whoever will look at it."""

    def __init__(self, unit: Unit, language: str) -> None:
        self._unit = unit
        self._language = language

    def __call__(self, key: str, **facts: Value) -> str:
        unit = self._unit
        return _catalog().plain(words(key, **facts), self._language, zone=unit.shop.zone, today=unit.today)


@cache
def _catalog() -> Catalog:
    return Catalog()
