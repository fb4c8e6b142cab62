"""When customers mean to fetch what is ready: said with a button or in a sentence, and told to the shop."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import profile, sending
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, words
from bot.domain.refusals import Refusal
from bot.domain.visits import item_words
from storage import orders
from storage.models import Order

TODAY, WEEKS = "today", ("this", "next")
_MOST_ITEMS = 3


@dataclass(frozen=True, slots=True)
class FetchedWhen:
    """When somebody means to fetch their things: `when` is a word of `TODAY` or `WEEKS`, or "day" where it is `at`."""

    when: str
    hours: str
    at: date | datetime | None = None


@dataclass(frozen=True, slots=True)
class ClosedThen:
    """It is known that nobody is there on that day; `following` is the first one after it."""

    on: date
    following: date


def days_to_choose(unit: Unit, order_id: str, on: date) -> tuple[tuple[Button, ...], ...]:
    """The buttons beneath a notice of that day: two days on which the shop may be open, or a word."""
    opening, first = unit.shop.opening, on
    if opening.is_closed(on):
        first = opening.next_open(on)
    days = (first, opening.next_open(first + timedelta(days=1)))
    row = tuple(
        button(
            words("button-fetch-today") if day == on else words("button-fetch-day", day=day),
            "fetch-when",
            order_id,
            TODAY if day == on else day.isoformat(),
        )
        for day in days
    )
    return ((*row, button(words("button-talk"), "fetch-talk")),)


def say_when(unit: Unit, entry: str, when: str) -> FetchedWhen | ClosedThen:
    """The button of a notice about what is ready. Raises Refusal things-fetched, late-past."""
    unit.permit("be heard")
    order = orders.by_public_id(unit.session, entry)
    if order is None or order.customer_id != profile.own_record(unit).id or order.state != "ready":
        raise Refusal("things-fetched")
    if when in WEEKS:
        return _told(unit, [order], when, None)
    try:
        return _on(unit, [order], unit.today if when == TODAY else date.fromisoformat(when))
    except ValueError as nothing:
        raise Refusal("things-fetched") from nothing


def say_day(unit: Unit, at: date | datetime) -> FetchedWhen | ClosedThen | None:
    """A day, or a time of it, that was said for all that is ready; None where nothing is. Raises Refusal late-past."""
    unit.permit("be heard")
    ready = orders.of_customer(unit.session, profile.own_record(unit).id or 0, ("ready",))
    return _on(unit, ready, at) if ready else None


def _on(unit: Unit, ready: list[Order], at: date | datetime) -> FetchedWhen | ClosedThen:
    on = unit.shop.day_of(at) if isinstance(at, datetime) else at
    if on < unit.today or (isinstance(at, datetime) and at <= unit.now):
        raise Refusal("late-past")
    if unit.shop.opening.is_closed(on):
        return ClosedThen(on, unit.shop.opening.next_open(on))
    if on == unit.today and not isinstance(at, datetime):
        return _told(unit, ready, TODAY, None)
    return _told(unit, ready, "day", at)


def _told(unit: Unit, ready: list[Order], when: str, at: date | datetime | None) -> FetchedWhen:
    here = [one for order in ready for one in orders.items_of(unit.session, order.id or 0) if one.state == "ready"]
    items = tuple(item_words(item, quantity) for item, quantity in orders.pieces(here)[:_MOST_ITEMS])
    text = words("fetch-when-owner", name=profile.own_record(unit).name, when=when, at=at, items=items)
    sending.tell_owners(unit, f"fetch-when:{ready[0].public_id}:{unit.cause}", Reply(text))
    return FetchedWhen(when, unit.shop.hours, at)
