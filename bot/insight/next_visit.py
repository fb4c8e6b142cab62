"""When somebody is likely to come again, from their own rhythm and nothing else: in words, with a range and its reason.

The range is that in which their gaps lie (`Rhythm.usual_range`). It is not known before the fourth visit day, and of
somebody who is late nothing is foretold: they have already done what they never did before.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from bot.domain.rhythm import Rhythm


class Outlook(StrEnum):
    UNKNOWN = "unknown"
    WITHIN = "within"
    ANY_DAY = "any_day"
    LATE = "late"


@dataclass(frozen=True, slots=True)
class NextVisit:
    """`within` days from today, between two days; both are None unless they are expected.

    ANY_DAY: their usual range is over, and they are not late yet (`late_from` is the day on which they would be).
    """

    outlook: Outlook
    within: int | None = None
    first_on: date | None = None
    last_on: date | None = None
    late_from: date | None = None


def next_visit(rhythm: Rhythm, today: date) -> NextVisit:
    """What the rhythm says today."""
    if rhythm.usual_range is None or rhythm.last_on is None or rhythm.overdue_on is None:
        return NextVisit(Outlook.UNKNOWN)
    if rhythm.is_overdue(today):
        return NextVisit(Outlook.LATE, late_from=rhythm.overdue_on)
    shortest, longest = (rhythm.last_on + timedelta(days=gap) for gap in rhythm.usual_range)
    if longest < today:
        return NextVisit(Outlook.ANY_DAY, late_from=rhythm.overdue_on)
    return NextVisit(Outlook.WITHIN, (longest - today).days, max(shortest, today), longest, rhythm.overdue_on)
