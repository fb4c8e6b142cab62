"""What pictures are drawn from: days with their visits and money, and the moments at which people came."""

from datetime import date, datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from storage.models import Visit
from storage.visits import living


def by_day(session: Session, start: date, end: date) -> dict[date, tuple[int, int]]:
    """(visits, minor units) of each day from `start` up to, not including, `end` that had any."""
    days = (
        select(col(Visit.visited_on), func.count(), func.coalesce(func.sum(Visit.amount_minor), 0))
        .where(col(Visit.visited_on) >= start, col(Visit.visited_on) < end, living())
        .group_by(col(Visit.visited_on))
    )
    return {day: (visits, int(minor)) for day, visits, minor in session.exec(days)}


def moments(session: Session, start: date, end: date) -> list[tuple[date, datetime, datetime, str]]:
    """(day, moment, written down at, source) of every visit from `start` up to, not including, `end`."""
    found = (
        select(col(Visit.visited_on), col(Visit.visited_at), col(Visit.recorded_at), col(Visit.source))
        .where(col(Visit.visited_on) >= start, col(Visit.visited_on) < end, living())
        .order_by(col(Visit.id))
    )
    return [(day, at, recorded_at, source) for day, at, recorded_at, source in session.exec(found)]
