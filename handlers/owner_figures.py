"""Takings, visits, one person's figures, and the day so far."""

from typing import TypeAlias

from bot.actions import figures
from bot.actions.figures import AboutOne, AboutThing, Takings
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Money, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.money import Sales, Spent
from bot.understanding.asks.values import Period, Spoken
from bot.understanding.asks.visits import LastVisit, Usual, VisitCount, Visits
from bot.understanding.comparing import BESIDE, compares
from bot.understanding.spans import calendar
from handlers import owner_periods
from handlers.owner_asking import which_card
from handlers.owner_rolls import item_of, packed_item
from handlers.owner_rows import item_rows, paid_word

AskAboutOne: TypeAlias = LastVisit | VisitCount | Spent | Usual


def sales(said: Said, unit: Unit, ask: Sales) -> Replies:
    """How much money came in; "지난달 대비 매출" tells that of both stretches."""
    if ask.parts:
        return _one_by_one(unit, ask)
    if ask.ways:
        return _by_way(unit, ask)
    periods = _side_by_side(said, unit, ask.period)
    found = figures.takings(unit, periods[0], ask.paid_by)
    return Reply(
        words(
            "figures-sales",
            period=owner_periods.said(periods[0]),
            amount=found.amount,
            visits=found.visits,
            who=words("who-came", people=found.people, nameless=found.nameless),
            before=_before(unit, found, periods[1], ask.paid_by) if len(periods) > 1 else None,
            unpaid=words("figures-unpaid", amount=found.unpaid) if found.unpaid else None,
            paid=paid_word(ask.paid_by),
            unsaid=found.unsaid,
        )
    )


def _before(unit: Unit, found: Takings, period: Period, paid_by: str | None = None) -> Words:
    """What the earlier stretch came to, and by how much the later one is above or below as many days of it."""
    beside = figures.beside(unit, found, period, paid_by)
    return words(
        "figures-before",
        period=owner_periods.said(period),
        amount=beside.before.amount,
        visits=beside.before.visits,
        way=_way(beside.more),
        difference=Money(abs(beside.more), found.amount.currency),
        times=abs(beside.visits_more),
        ways=_way(beside.visits_more),
    )


def _way(more: int) -> str:
    return "more" if more > 0 else "less" if more else "same"


def _by_way(unit: Unit, ask: Sales) -> Reply:
    """What was paid in each of several ways."""
    found = [(way, figures.takings(unit, ask.period, way)) for way in ask.ways]
    rows = tuple(words("figures-way", paid=paid_word(way), amount=one.amount, visits=one.visits) for way, one in found)
    unsaid = found[0][1].unsaid
    return Reply(words("figures-ways", period=owner_periods.said(ask.period), rows=rows, unsaid=unsaid))


def _one_by_one(unit: Unit, ask: Sales | Visits) -> Reply:
    """A figure for each stretch that was named."""
    paid_by = ask.paid_by if isinstance(ask, Sales) else None
    found = [figures.takings(unit, period, paid_by) for period in ask.parts]
    rows = tuple(
        words(
            "figures-part",
            period=owner_periods.said(one.period),
            amount=one.amount if isinstance(ask, Sales) else None,
            visits=one.visits,
            who=words("who-came", people=one.people, nameless=one.nameless),
        )
        for one in found
    )
    return Reply(words("figures-parts", rows=rows, paid=paid_word(paid_by), spent=isinstance(ask, Sales)))


def _side_by_side(said: Said, unit: Unit, period: Period) -> tuple[Period, ...]:
    """The stretch that was asked for; where it is to be compared both, the later one first."""
    later = next((name for name in (BESIDE.get(period.name), period.name) if name in BESIDE.values()), None)
    if later is None or not compares(said.text):
        return (period,)
    earlier = next(name for name, beside in BESIDE.items() if beside == later)
    return calendar(later, unit.today), calendar(earlier, unit.today)


def visits(said: Said, unit: Unit, ask: Visits) -> Replies:
    """How many visits there were; "지난달보다 손님 늘었어?" tells that of both stretches."""
    if ask.parts:
        return _one_by_one(unit, ask)
    periods = _side_by_side(said, unit, ask.period)
    found = figures.takings(unit, periods[0])
    return Reply(
        words(
            "figures-visits",
            period=owner_periods.said(periods[0]),
            visits=found.visits,
            who=words("who-came", people=found.people, nameless=found.nameless),
            before=_before(unit, found, periods[1]) if len(periods) > 1 else None,
        )
    )


def about(said: Said, unit: Unit, ask: AskAboutOne) -> Replies:
    """A question about one person."""
    return _answer(unit, ask.kind, ask.name, getattr(ask, "period", None), getattr(ask, "item", None))


def about_chosen(
    said: Said, unit: Unit, public_id: str = "", kind: str = "", period: str = "", item: str = ""
) -> Replies:
    """The same question about the person of a button."""
    return _answer(unit, kind, public_id, owner_periods.unpack(period), item_of(unit, item) if item else None)


def today(said: Said, unit: Unit) -> Replies:
    """The big key: the day so far, and what is still to be done."""
    found = figures.today(unit)
    rows = [words("today-visits", visits=found.takings.visits, amount=found.takings.amount)]
    if found.bookings is not None:
        rows.append(words("today-bookings", total=found.bookings))
    if found.due is not None:
        rows.append(words("today-due", total=found.due, overdue=found.overdue))
    if found.waiting is not None:
        rows.append(words("today-waiting", total=found.waiting))
    return Reply(words("today", day=found.day, rows=tuple(rows)))


def _answer(unit: Unit, kind: str, who: Spoken | str, period: Period | None, item: str | None = None) -> Reply:
    found = figures.about(unit, who, period, item)
    if isinstance(found, WhoIsMeant):
        return which_card(found, "about", kind, owner_periods.pack(period), *([packed_item(item)] if item else ()))
    if isinstance(found, AboutThing):
        return Reply(
            words(
                "about-thing",
                name=found.name,
                last4=found.last4,
                item=found.item,
                visits=found.visits,
                last=found.last_on,
                away=found.days_away,
            )
        )
    if found.last_on is None:
        return Reply(words("about-never", name=found.name, last4=found.last4))
    over = owner_periods.said(period) if period else words("period-ever")
    match kind:
        case VisitCount.kind:
            text = words(
                "about-count",
                name=found.name,
                last4=found.last4,
                period=over,
                visits=found.visits,
                last=_last(found),
            )
        case Spent.kind:
            text = words(
                "about-spent", name=found.name, last4=found.last4, period=over, amount=found.spent, visits=found.visits
            )
        case Usual.kind:
            text = _usual(found, unit)
        case _:
            text = words(
                "about-last", name=found.name, last4=found.last4, last=_last(found), nth=found.visits_of_all_time
            )
    return Reply(text)


def _last(found: AboutOne) -> Words:
    return words(
        "about-last-visit",
        last=found.last_on,
        away=found.days_away,
        items=item_rows(found.last_items),
        amount=found.last_amount,
    )


def _usual(found: AboutOne, unit: Unit) -> Words:
    if not found.usual:
        return words("about-usual-unknown", name=found.name, last4=found.last4)
    rows = tuple(
        words("about-usual-row", item=item, visits=times, pieces=pieces if pieces != times else None)
        for item, times, pieces in found.usual
    )
    things = unit.shop.has(Part.ORDERS)
    return words(
        "about-usual", name=found.name, last4=found.last4, rows=rows, visits=found.visits_of_all_time, things=things
    )
