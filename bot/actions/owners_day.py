"""The owners' morning: what the day holds, who waits for an answer, and what will go to customers by itself and why.

Each of those messages can be struck out before it goes: its place in the outbox is then taken by a row that says so.
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from bot.actions import events, planning, points_end, sending
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.planning import Coming, Planned, as_row, planned_already
from bot.actions.readers import unwanted
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.local_time import day_bounds
from bot.domain.message_names import called
from bot.domain.opening import Day
from bot.domain.outgoing import Button, Reply, Words, in_each_language, words
from bot.domain.owners_day import brief_due
from bot.domain.promises import shown_promise
from bot.domain.refusals import Refusal
from bot.domain.shop import Part, Quiet
from storage import appointments, cases, job_runs, journal, orders, outbox, times_asked, told
from storage.models import Customer, JournalEntry

STRUCK = "message_struck"
# What stands in the outbox of a message that the owner took out.
STRUCK_OUT = "struck"
# Apart from the job of that name: it runs all day, this is the one time in the day at which there is something to say.
_SAID = "brief-told"
_MOST = 5
_MOST_SENDINGS = 10
_LOOK_BACK = timedelta(days=90)


@dataclass(frozen=True, slots=True)
class Sending:
    """A message that goes out by itself today. `token` names it in a button."""

    token: str
    at: datetime
    name: str
    why: Words


@dataclass(frozen=True, slots=True)
class Brief:
    """What the day holds, as rows of at most `_MOST` and their totals."""

    day: Day
    bookings: tuple[Words, ...]
    bookings_total: int
    due: tuple[Words, ...]
    due_total: int
    overdue: tuple[Words, ...]
    overdue_total: int
    waiting: tuple[Words, ...]
    waiting_total: int
    first_case: str
    known: tuple[Words, ...]
    sendings: tuple[Sending, ...]

    @property
    def is_empty(self) -> bool:
        return not (self.bookings_total or self.due_total or self.overdue_total or self.waiting_total or self.sendings)


@dataclass(frozen=True, slots=True)
class Struck:
    """A message that will not be sent, or (`undo` empty) will be after all."""

    undo: str
    name: str
    why: Words


def brief(unit: Unit) -> Reply:
    """The brief of the day, also where there is nothing in it."""
    unit.permit("see lists")
    return _told(unit, _brief(unit))


def tell_owners(unit: Unit) -> Planned:
    """Once on every morning on which there is something to tell, at the hour that the owner has set."""
    unit.permit("plan messages")
    day = brief_due(unit.now, unit.shop.zone, unit.shop.brief_time)
    if day is None or not unit.shop.wants(Quiet.BRIEF):
        return Planned()
    if not job_runs.begin_day(unit.session, _SAID, day, unit.now):
        return Planned()
    found = _brief(unit)
    return Planned() if found.is_empty else Planned(sending.tell_owners(unit, f"brief:{day}", _told(unit, found)))


def sendings(unit: Unit, offset: int) -> Reply:
    """What goes to customers today from that place on, each with its tap. Raises Refusal struck-gone for no more."""
    unit.permit("see lists")
    text, rows = _sendings_told(_all_sendings(unit), offset)
    if text is None:
        raise Refusal("struck-gone")
    return Reply(text, buttons=rows)


def strike(unit: Unit, token: str) -> Struck:
    """This one is not sent. Raises Refusal struck-gone for one that has gone, or never was."""
    unit.permit("write to a customer")
    coming = next((one for one in _sendings(unit) if _token(one.key) == token), None)
    if coming is None:
        raise Refusal("struck-gone")
    row = told.by_key(unit.session, coming.key)
    if row is None:
        outbox.add(unit.session, unit.vault, as_row(coming), unit.now, state="cancelled", reason=STRUCK_OUT)
    elif not outbox.strike(unit.session, coming.key, STRUCK_OUT):
        raise Refusal("struck-gone")
    entry = write_entry(
        unit,
        STRUCK,
        customer_id=coming.customer_id,
        after={"key": coming.key, "planned": row is not None},
        undo_for=UNDO_FOR,
    )
    return Struck(entry.public_id, coming.name, coming.why)


def take_back(unit: Unit, entry: JournalEntry) -> Struck:
    """Undo: it goes after all, when its time has come. Raises Refusal undo-changed-since."""
    said = journal.after(unit.vault, entry)
    if not outbox.unstrike(unit.session, said["key"], STRUCK_OUT, forget=not said["planned"]):
        raise Refusal("undo-changed-since")
    name = unit.session.get_one(Customer, entry.customer_id).name
    return Struck("", name, words("coming-other"))


def _brief(unit: Unit) -> Brief:
    session, shop = unit.session, unit.shop
    start, end = day_bounds(unit.today, shop.zone)
    bookings = appointments.between(session, max(start, unit.now), end) if shop.has(Part.APPOINTMENTS) else []
    comers = [(one, session.get_one(Customer, one.customer_id)) for one in bookings]
    due = orders.in_state("received", start, end)
    overdue = orders.in_state("received", unit.now - _LOOK_BACK, start)
    keeps = shop.has(Part.ORDERS)
    open_cases = cases.waiting(session, _MOST + 1)
    asked = times_asked.waiting(session, unit.now)
    waiting = [
        *(words("morning-waiting-row", name=person.name, since=case.opened_at) for case, person in open_cases),
        *(words("morning-asked-row", name=person.name, since=one.made_at) for one, person in asked),
    ]
    for _, person in [*comers, *open_cases]:
        unit.saw(person.id or 0, "list")
    return Brief(
        day=shop.opening.of(unit.today),
        bookings=tuple(
            words(
                "morning-booking-row",
                at=one.at,
                name=person.name,
                service=one.service or None,
                expected=journal.has(session, events.CONFIRMED, one.id or 0),
            )
            for one, person in comers[:_MOST]
        ),
        bookings_total=len(comers),
        due=_order_rows(unit, due) if keeps else (),
        due_total=orders.count(session, due, unit.now, start).total if keeps else 0,
        overdue=_order_rows(unit, overdue) if keeps else (),
        overdue_total=orders.count(session, overdue, unit.now, start).total if keeps else 0,
        waiting=tuple(waiting[:_MOST]),
        waiting_total=cases.count_waiting(session) + len(asked),
        first_case=open_cases[0][0].public_id if open_cases else "",
        known=tuple(
            words("morning-known-row", at=one.at, name=person.name, text=text.replace("\n", " / "))
            for one, person in comers[:_MOST]
            if (text := person.preferences or person.note)
        )[:2],
        sendings=_all_sendings(unit),
    )


def _order_rows(unit: Unit, which: orders.Which) -> tuple[Words, ...]:
    rows = []
    for order, person in orders.page(unit.session, which, 0, _MOST):
        unit.saw(person.id or 0, "list")
        first = next(iter(orders.items_of(unit.session, order.id or 0)), None)
        promised = shown_promise(order.promised_at, unit.shop.zone) if order.promised_at else None
        rows.append(
            words(
                "morning-order-row",
                name=person.name,
                item=first.item if first else words("thing-unnamed"),
                promised=promised,
            )
        )
    return tuple(rows)


def _told(unit: Unit, found: Brief) -> Reply:
    def line(key: str, total: int, rows: tuple[Words, ...]) -> Words | None:
        more = total - len(rows)
        return (
            words(key, total=total, rows=rows, more=words("morning-more", count=more) if more else None)
            if total
            else None
        )

    sending, strikes = _sendings_told(found.sendings, 0)
    text = words(
        "morning",
        day=found.day.on,
        closed=words("closed-day", holiday=in_each_language(found.day.holiday)) if found.day.open is False else None,
        nothing=words("morning-nothing") if found.is_empty else None,
        bookings=line("morning-bookings", found.bookings_total, found.bookings),
        due=line("morning-due", found.due_total, found.due),
        overdue=line("morning-overdue", found.overdue_total, found.overdue),
        waiting=line("morning-waiting", found.waiting_total, found.waiting),
        known=found.known,
        sending=sending,
    )
    rows = list(strikes)
    if found.first_case:
        rows.append((button(words("button-case-answer"), "case-answer", found.first_case),))
    return Reply(text, buttons=tuple(rows))


def _all_sendings(unit: Unit) -> tuple[Sending, ...]:
    return tuple(Sending(_token(one.key), max(one.due.at, unit.now), one.name, one.why) for one in _sendings(unit))


def _sendings_told(all_: tuple[Sending, ...], offset: int) -> tuple[Words | None, tuple[tuple[Button, ...], ...]]:
    """Some of the messages of the day with a tap for each, and the way to the next ones."""
    shown = all_[offset : offset + _MOST_SENDINGS]
    if not shown:
        return None, ()
    rows = tuple(
        words("morning-sending-row", number=at, at=one.at, name=one.name, why=one.why)
        for at, one in enumerate(shown, start=offset + 1)
    )
    left = len(all_) - offset - len(shown)
    text = words(
        "morning-sending", total=len(all_), rows=rows, more=words("sendings-more", count=left) if left else None
    )
    strikes = [
        button(words("button-strike", number=at), "strike", one.token) for at, one in enumerate(shown, start=offset + 1)
    ]
    buttons = [tuple(strikes[at : at + 4]) for at in range(0, len(strikes), 4)]
    if left:
        buttons.append((button(words("button-next"), "day-sendings", str(offset + len(shown))),))
    return text, tuple(buttons)


def _sendings(unit: Unit) -> Iterator[Coming]:
    """What goes to customers by itself until the day is over, the earliest first; nothing that is not wanted."""
    _, end = day_bounds(unit.today, unit.shop.zone)
    known: dict[str, Coming] = {}
    for row, person in outbox.waiting_for_customers(unit.session, end):
        why = words(f"unsent-kind-{called(row.kind, row.dedupe_key).replace('_', '-')}")
        known[row.dedupe_key] = planned_already(row, person.name, why)
    for one in _coming(unit, end):
        if one.key in known:
            known[one.key] = replace(known[one.key], why=one.why)
        elif told.by_key(unit.session, one.key) is None and unwanted(unit, one.customer_id, one.kind) is None:
            known[one.key] = one
    yield from sorted(known.values(), key=lambda one: (one.due.at, one.key))


def _coming(unit: Unit, until: datetime) -> Iterator[Coming]:
    """What becomes due between now and `until` by what stands in the books, planned already or not."""
    for source in (
        planning.coming_reminders,
        planning.coming_ready,
        planning.coming_receipts,
        events.coming_soon,
        events.coming_gifts,
        events.coming_uncollected,
        events.coming_birthdays,
        events.coming_statements,
        points_end.coming_endings,
        points_end.coming_rests,
    ):
        for one in source(unit):
            if one.due.at < until and one.news and not one.due.is_too_late(max(unit.now, one.due.at)):
                yield one


def _token(key: str) -> str:
    """A message's name in a button: keys are too long for it."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]
