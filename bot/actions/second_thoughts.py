""" "생각이 바뀌었어요": what somebody did last that can be undone or still waits, so that exactly this is offered."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.actions import own_bookings, own_data, profile, wishes
from bot.actions.unit import Unit
from storage import cases, erasing, ideas, journal, times_asked

JUST_NOW = timedelta(hours=1)
_UNDONE_BY = {wishes.CHANGED: ("wish", "undo-wish"), own_bookings.CANCELLED: ("cancelled", "booking-keep")}


@dataclass(frozen=True, slots=True)
class Done:
    """What was done at `at`, and the button that takes it back."""

    what: str
    verb: str
    entry: str
    at: datetime


def newest(unit: Unit) -> Done | None:
    """The last thing of the last hour; a request to be erased goes before all else for as long as it waits."""
    unit.permit("see own account")
    person, since, session = profile.own_record(unit), unit.now - JUST_NOW, unit.session
    customer_id = person.id or 0
    if own_data.is_asked(unit) and erasing.asked(session, customer_id) is not None:
        return Done("erasure", "erase-no", "", unit.now)
    found: list[Done] = []
    entry = journal.newest_of_actor(session, unit.actor)
    if entry is not None and entry.customer_id == customer_id and entry.undo_until and unit.now < entry.undo_until:
        change = ("change", "undo-own") if entry.deed in profile.DEEDS else None
        if (by := _UNDONE_BY.get(entry.deed, change)) is not None:
            found.append(Done(*by, entry.public_id, entry.at))
    case = cases.newest_open(session, customer_id, since)
    if case is not None and case.answered_at is None:
        found.append(Done("case", "case-withdraw", case.public_id, case.opened_at))
    if (asked := times_asked.newest_of(session, customer_id)) is not None:
        found.append(Done("time", "time-withdraw", asked.public_id, asked.made_at))
    if (voted := ideas.newest_vote(session, customer_id)) is not None:
        idea, vote = voted
        found.append(Done("vote", "idea-back", idea.public_id, vote.at))
    return max((one for one in found if one.at > since), key=lambda one: one.at, default=None)
