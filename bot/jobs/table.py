"""The one table of jobs. The scheduler only ticks; what is due is a question to the database.

How late is still kind stands with each message's rule in `bot/domain/reminders.py`, for it differs by message and not
by job: a reminder until 20:50 of the day before, a ready notice for a week, the evening's receipt until 22:00.
"""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import time
from functools import partial

from bot.actions import (
    campaign_run,
    cases,
    closing,
    consent_checks,
    events,
    holding,
    ideas,
    introducing,
    not_understood,
    own_data,
    owners_day,
    owners_month,
    owners_week,
    photo_fetching,
    planning,
    points_by_hand,
    points_end,
    promises_of_today,
    promises_of_tomorrow,
    prospects,
    refresh_asking,
    reminding,
    things_waiting,
    times_decided,
)
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.jobs.backing_up import Keeping, back_up, remind_of_key
from bot.runtime import Runtime


@dataclass(frozen=True, slots=True)
class Job:
    """Something to look after, with every tick or with the first tick of the shop's day."""

    name: str
    run: Callable[[Unit], Planned]
    once_a_day: bool = False


@dataclass(frozen=True, slots=True)
class Errand:
    """Something to do once in the shop's day from the hour `at` on, for as long as it takes: in no transaction of its
    own, and beside everything else. One that failed is tried again in the next hour.
    """

    name: str
    run: Callable[[Runtime], Awaitable[None]]
    at: time


JOBS = (
    Job("appointment-reminders", planning.appointment_reminders),
    Job("ready-notices", planning.ready_notices),
    Job("morning-brief", owners_day.tell_owners),
    Job("week-in-short", owners_week.tell_owners),
    Job("month-card", owners_month.tell_owners),
    Job("promise-warnings", promises_of_tomorrow.warn),
    Job("promises-of-today", promises_of_today.warn),
    Job("reminders", reminding.tell_due),
    Job("closing", closing.ask_owners),
    Job("introductions", introducing.thank, once_a_day=True),
    Job("campaigns", campaign_run.plan),
    Job("campaign-results", campaign_run.tell_results),
    Job("evening-receipts", planning.evening_receipts),
    Job("refresh-asks", refresh_asking.ask_today),
    Job("ideas-due", ideas.remind, once_a_day=True),
    Job("hours-before", events.of_bookings),
    Job("nth-visits", events.of_visits),
    Job("uncollected", events.of_things, once_a_day=True),
    Job("birthdays", events.of_birthdays, once_a_day=True),
    Job("statements", events.of_quarters, once_a_day=True),
    Job("points-that-end", points_end.of_points, once_a_day=True),
    Job("points-by-hand", points_by_hand.write_drafts),
    Job("prepaid-that-rests", points_end.of_prepaid, once_a_day=True),
    Job("forget-old-updates", planning.forget_old_updates, once_a_day=True),
    Job("held-notice", holding.announce),
    Job("late-answers", cases.escalate),
    Job("late-times", times_decided.escalate),
    Job("late-wishes", things_waiting.escalate),
    Job("erasures", own_data.finish_erasures),
    Job("consent-checks", consent_checks.remind, once_a_day=True),
    Job("forget-old-photos", photo_fetching.forget_old, once_a_day=True),
    Job("forget-sentences", not_understood.forget_old, once_a_day=True),
    Job("forget-nobodys", own_data.forget_nobodys, once_a_day=True),
    Job("forget-prospects", prospects.forget_old, once_a_day=True),
)


def errands(shop: Keeping) -> tuple[Errand, ...]:
    """What a shop needs that keeps its books on this machine."""
    return (
        Errand("backup", partial(back_up, shop=shop), at=time(3, 0)),
        Errand("key-reminder", remind_of_key, at=time(11, 0)),
    )
