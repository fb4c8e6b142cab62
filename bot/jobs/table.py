"""The one table of jobs. The scheduler only ticks; what is due is a question to the database.

How late is still kind stands with each message's rule in `bot/domain/reminders.py`, for it differs by message and not
by job: a reminder until 20:50 of the day before, a ready notice for a week, the evening's receipt until 22:00.
"""

from collections.abc import Callable
from dataclasses import dataclass

from bot.actions import planning
from bot.actions.planning import Planned
from bot.actions.unit import Unit


@dataclass(frozen=True, slots=True)
class Job:
    """Something to look after, with every tick or with the first tick of the shop's day."""

    name: str
    run: Callable[[Unit], Planned]
    once_a_day: bool = False


JOBS = (
    Job("appointment-reminders", planning.appointment_reminders),
    Job("ready-notices", planning.ready_notices),
    Job("evening-receipts", planning.evening_receipts),
    Job("forget-old-updates", planning.forget_old_updates, once_a_day=True),
)
