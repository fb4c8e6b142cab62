"""The evening's one minute: "was anybody left out today?", answered in one line."""

from dataclasses import dataclass
from datetime import time, timedelta

from bot.actions import forms
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, Money, Reply, words
from bot.domain.packing import pack
from storage import forms as stored_forms
from storage import outbox, staff, visits

FORM = "closing"
# After the receipts have gone and before anybody goes home.
ASKED_AT, ASKED_UNTIL = time(20, 10), time(22, 0)
# Long enough to think of somebody, short enough not to follow every other word of the evening.
_KEPT = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Closing:
    """The day as it is written down so far. `unpaid` is part of `amount`."""

    visits: int
    people: int
    amount: Money
    unpaid: Money | None


def begin(unit: Unit) -> Closing:
    """Ask for what was left out; what is told next is compared with what is there."""
    unit.permit("record")
    forms.begin(unit, FORM, kept=_KEPT)
    return day(unit)


def is_open(unit: Unit) -> bool:
    """Whether the day is being closed in this chat."""
    return forms.open_form(unit) == FORM


def go_on(unit: Unit) -> None:
    """Something else was asked in between; the day is still being closed."""
    forms.begin(unit, FORM, kept=_KEPT)


def finish(unit: Unit) -> Closing:
    """Nobody is missing."""
    unit.permit("record")
    forms.end(unit)
    return day(unit)


def put_off(unit: Unit) -> Closing:
    """Not now: the question is over, and nothing is lost by it."""
    unit.permit("record")
    forms.end(unit)
    return day(unit)


def day(unit: Unit) -> Closing:
    """Today's visits and takings."""
    total = visits.total(unit.session, unit.today, unit.today + timedelta(days=1))
    currency = unit.shop.currency
    return Closing(
        total.visits,
        total.people,
        Money(total.amount_minor, currency),
        Money(total.unpaid_minor, currency) if total.unpaid_minor else None,
    )


def ask_owners(unit: Unit) -> Planned:
    """On a day on which something was written down, ask the owners once. Whoever is in the middle of something is not
    interrupted in it: the question stands, and a line answers it as on any other day.
    """
    unit.permit("plan messages")
    local = unit.now.astimezone(unit.shop.zone)
    if not ASKED_AT <= local.time() < ASKED_UNTIL or not visits.was_told_on(unit.session, unit.today):
        return Planned()
    told, so_far = 0, day(unit)
    for owner in staff.owners(unit.session):
        message = outbox.Message(
            dedupe_key=f"closing:{unit.today}:{owner.user_id}",
            chat_id=owner.user_id,
            kind=Kind.OWNER_NOTICE,
            reply=pack(
                Reply(
                    words(
                        "closing-ask",
                        preset=unit.shop.preset,
                        visits=so_far.visits,
                        amount=so_far.amount,
                        unpaid=so_far.unpaid,
                    )
                )
            ),
            not_before=unit.now,
            language=owner.language,
        )
        new = outbox.add(unit.session, unit.vault, message, unit.now)
        if new and stored_forms.current(unit.session, unit.vault, owner.user_id, unit.now) is None:
            stored_forms.begin(unit.session, unit.vault, owner.user_id, FORM, "", {}, unit.now + _KEPT)
        told += new
    return Planned(told)
