"""Lists of people, from the figures kept with each person: ranges of an index, and no visit is ever aggregated.

A page costs what it shows. The counts that go with a list (how many in all, how many can be reached, who was left out)
look at every row of the range, or at every person: a few milliseconds for ten thousand.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import ColumnElement, and_, case, func, or_, true
from sqlmodel import Session, col, select

from bot.domain.phone import PhoneKind
from storage.models import Customer

Condition = ColumnElement[bool]
Sorting = ColumnElement[Any]


@dataclass(frozen=True, slots=True)
class Range:
    """People to be listed: who is in it, in which order, and who of them comes before all the others."""

    inside: Condition
    order: tuple[Sorting, ...]
    first: Condition


_LAST_HERE: tuple[Sorting, ...] = (
    col(Customer.last_visit_on).is_(None),
    col(Customer.last_visit_on).desc(),
    col(Customer.id).desc(),
)


@dataclass(frozen=True, slots=True)
class Count:
    """How many are in a range: in all, of those who come first, and by how the shop can reach them today."""

    total: int
    first: int
    by_telegram: int
    by_phone: int

    @property
    def reachable(self) -> int:
        return self.by_telegram + self.by_phone


@dataclass(frozen=True, slots=True)
class LeftOut:
    """People who have been here, and why a list of late people does not hold them."""

    visitors: int
    rhythm_unknown: int
    away_for_long: int


def reachable() -> Condition:
    """Linked to Telegram and not blocked, or a living phone number: `bot.domain.reach` in the database's words."""
    return or_(_by_telegram(), col(Customer.phone_kind) == PhoneKind.LIVING)


def late(today: date, year_ago: date, regular_visits: int) -> Range:
    """People away longer than their own rhythm explains but here within the year, regulars first.

    Newest first: who has only just become late is the easiest to win back. The order is that of the index.
    """
    inside = and_(col(Customer.overdue_on) <= today, col(Customer.last_visit_on) >= year_ago)
    order = (col(Customer.overdue_on).desc(), col(Customer.year_visits).desc(), col(Customer.id).desc())
    return Range(inside, order, _regular(year_ago, regular_visits))


def away(before: date, year_ago: date, regular_visits: int) -> Range:
    """People last here before a day, regulars first, then who was here last. Nobody who has never been here."""
    order = (col(Customer.last_visit_on).desc(), col(Customer.id).desc())
    return Range(col(Customer.last_visit_on) < before, order, _regular(year_ago, regular_visits))


def regulars(year_ago: date, regular_visits: int) -> Range:
    """The regulars, who comes most often first."""
    order = (col(Customer.year_visits).desc(), col(Customer.last_visit_on).desc(), col(Customer.id).desc())
    return Range(_regular(year_ago, regular_visits), order, true())


def first_here(start: date, end: date) -> Range:
    """People whose first visit falls from `start` up to, not including, `end`; the newest first."""
    inside = and_(col(Customer.first_visit_on) >= start, col(Customer.first_visit_on) < end)
    return Range(inside, (col(Customer.first_visit_on).desc(), col(Customer.id).desc()), true())


def without(detail: str) -> Range:
    """People whose phone, email, birthday or address is not known, who was here last in front."""
    missing = {
        "phone": col(Customer.phone),
        "email": col(Customer.email),
        "birthday": col(Customer.birthday),
        "address": col(Customer.address),
    }
    return Range(missing[detail].is_(None), _LAST_HERE, true())


def unreached() -> Range:
    """People whom the shop cannot reach today, who was here last in front."""
    return Range(~reachable(), _LAST_HERE, true())


def dead_numbers() -> Range:
    """People whose number has a prefix at which nobody answers any more."""
    return Range(col(Customer.phone_kind) == PhoneKind.DEAD, _LAST_HERE, true())


def best(by: str) -> Range:
    """Who has spent most, or was here on most days, of all time."""
    figure = col(Customer.spent_minor) if by == "spent" else col(Customer.visit_days)
    return Range(figure > 0, (figure.desc(), col(Customer.id).asc()), true())


def never_here() -> Range:
    """People without a visit, the newest in the books first."""
    return Range(col(Customer.last_visit_on).is_(None), (col(Customer.id).desc(),), true())


def lost(before: date) -> Range:
    """People whose last visit was before a day, whoever left last in front."""
    return Range(col(Customer.last_visit_on) < before, _LAST_HERE, true())


def no_regulars(lost_before: date, regular_visits: int, few: int, *, new: bool) -> Range:
    """People who still come and are no regulars: with at most `few` visit days (new), or with more."""
    times = col(Customer.visit_days) <= few if new else col(Customer.visit_days) > few
    inside = and_(~_regular(lost_before, regular_visits), col(Customer.last_visit_on) >= lost_before, times)
    return Range(inside, _LAST_HERE, true())


def came_at_least(visit_days: int) -> Condition:
    """People who were here on so many days."""
    return col(Customer.visit_days) >= visit_days


def these(ids: Sequence[int]) -> Range:
    """These people, who comes most often first."""
    order = (col(Customer.year_visits).desc(), col(Customer.last_visit_on).desc(), col(Customer.id).desc())
    return Range(col(Customer.id).in_(ids), order, true())


def regulars_of(people: Range, year_ago: date, regular_visits: int) -> Range:
    """Those of a range who are regulars."""
    return Range(and_(people.inside, _regular(year_ago, regular_visits)), people.order, people.first)


def only_first(people: Range) -> Range:
    """Those of a range who come first, and nobody else."""
    return Range(and_(people.inside, people.first), people.order, true())


def page(session: Session, people: Range, offset: int, most: int, first_ones: int) -> list[Customer]:
    """`most` people from `offset` on. `first_ones` is how many of the range come first (see `Count`)."""
    found = (
        _slice(session, and_(people.inside, people.first), people.order, offset, most) if offset < first_ones else []
    )
    if len(found) < most:
        rest = max(0, offset - first_ones)
        found += _slice(session, and_(people.inside, ~people.first), people.order, rest, most - len(found))
    return found


def count(session: Session, people: Range) -> Count:
    """Looks at every row of the range."""
    counted = select(
        func.count(),
        func.coalesce(func.sum(case((people.first, 1), else_=0)), 0),
        func.coalesce(func.sum(case((_by_telegram(), 1), else_=0)), 0),
        func.coalesce(func.sum(case((reachable(), 1), else_=0)), 0),
    ).where(people.inside)
    total, first, by_telegram, reached = session.exec(counted.select_from(Customer)).one()
    return Count(total, int(first), int(by_telegram), int(reached - by_telegram))


def everybody(session: Session) -> Count:
    """All customers."""
    return count(session, Range(true(), (), true()))


def left_out(session: Session, last_seen_before: date) -> LeftOut:
    """Of those who have been here: whose rhythm is not known, and who with a known one was last here before a day."""
    unknown = col(Customer.overdue_on).is_(None)
    long_away = and_(~unknown, col(Customer.last_visit_on) < last_seen_before)
    counted = select(
        func.count(),
        func.coalesce(func.sum(case((unknown, 1), else_=0)), 0),
        func.coalesce(func.sum(case((long_away, 1), else_=0)), 0),
    ).where(col(Customer.last_visit_on).is_not(None))
    visitors, rhythm_unknown, away = session.exec(counted).one()
    return LeftOut(visitors, int(rhythm_unknown), int(away))


def seen_since(session: Session, since: date, most: int) -> list[Customer]:
    """Those who were here since that day, who comes most first."""
    found = (
        select(Customer)
        .where(col(Customer.last_visit_on) >= since)
        .order_by(col(Customer.year_visits).desc(), col(Customer.id))
        .limit(most)
    )
    return list(session.exec(found))


def of_ids(session: Session, ids: Sequence[int]) -> list[Customer]:
    """These people in this order; who is not there any more is left out."""
    found = {customer.id: customer for customer in session.exec(select(Customer).where(col(Customer.id).in_(ids)))}
    return [found[one] for one in ids if one in found]


def _by_telegram() -> Condition:
    return and_(col(Customer.chat_id).is_not(None), col(Customer.blocked_at).is_(None))


def _regular(year_ago: date, regular_visits: int) -> Condition:
    return and_(col(Customer.year_visits) >= regular_visits, col(Customer.last_visit_on) >= year_ago)


def _slice(session: Session, inside: Condition, order: tuple[Sorting, ...], offset: int, most: int) -> list[Customer]:
    return list(session.exec(select(Customer).where(inside).order_by(*order).offset(offset).limit(most)))
