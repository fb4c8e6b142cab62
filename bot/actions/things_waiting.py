"""Wishes about things that nobody has answered: brought up again, and ended when their time has come."""

from bot.actions import sending
from bot.actions.entries import write_entry
from bot.actions.planning import Planned
from bot.actions.things_wished import ANSWERED, DAY, FIRST, Wish, due, is_past, seen, yes_or_no
from bot.actions.times_decided import APOLOGIES
from bot.actions.unit import Unit
from bot.domain.answering import answer_by
from bot.domain.outgoing import Reply, Words, words
from bot.domain.visits import item_words
from storage import orders, things_wished
from storage.models import Customer, JournalEntry, Order


def escalate(unit: Unit) -> Planned:
    """Bring up again what the shop has not answered in time, and say so to whoever waits.

    A wish ends by itself: without a word where everything is ready, for that is told, or what was wanted first is
    fetched; and with its reason when the wished day, or the promised time of the rest, has come without an answer.
    """
    unit.permit("plan messages")
    planned = 0
    for entry, order, person in things_wished.undecided(unit.session, (FIRST, DAY), ANSWERED):
        wish = seen(unit, entry, order, person)
        passed = _is_passed(unit, wish, order)
        if passed or _is_told_otherwise(unit, wish, order):
            write_entry(unit, ANSWERED, customer_id=person.id, subject_id=entry.id, after={"ended": _why(wish, passed)})
            planned += _tell_end(unit, wish, person) if passed else 0
        else:
            planned += _bring_up(unit, entry, wish, person)
    return Planned(planned)


def _is_told_otherwise(unit: Unit, wish: Wish, order: Order) -> bool:
    """Whether all of it is ready, or what was wanted first is fetched."""
    return not wish.items or (wish.to is None and not _rest(unit, order))


def _is_passed(unit: Unit, wish: Wish, order: Order) -> bool:
    """Whether the wished day is over, or the time by which all that is in work was promised."""
    if wish.to is not None:
        return bool(wish.items) and is_past(unit, wish.to)
    promised = [one.promised_at for one in _rest(unit, order)]
    return bool(wish.items and promised) and all(at is not None and at <= unit.now for at in promised)


def _why(wish: Wish, passed: bool) -> str:
    """What the shop hears that answers after all: the name of a refusal."""
    return "late-past" if passed else "things-fetched" if wish.to is None else "order-not-open"


def _rest(unit: Unit, order: Order) -> list[Order]:
    return orders.of_customer(unit.session, order.customer_id, ("received",))


def _tell_end(unit: Unit, wish: Wish, person: Customer) -> int:
    ended = words(
        "things-ended",
        items=_rows(wish),
        to=wish.to,
        contact=words("shop-contact", contact=unit.shop.contact) if unit.shop.contact else None,
    )
    return sending.to_customer(unit, person, f"things-ended:{wish.entry}", Reply(ended))


def _bring_up(unit: Unit, entry: JournalEntry, wish: Wish, person: Customer) -> int:
    until, times = due(unit, entry), 0
    while until <= unit.now:
        until, times = answer_by(until, unit.shop.zone, unit.shop.opening), times + 1
    if not times:
        return 0
    late = words("things-late", name=wish.name, items=_rows(wish), before=wish.before, to=wish.to, times=times)
    asked_again = Reply(late, buttons=(yes_or_no(wish),))
    planned = sending.tell_owners(unit, f"things-late:{wish.entry}:{times}", asked_again)
    if times <= APOLOGIES:
        sorry = Reply(words("things-sorry", due=until))
        planned += sending.to_customer(unit, person, f"things-sorry:{wish.entry}:{times}", sorry)
    return planned


def _rows(wish: Wish) -> tuple[Words, ...]:
    return tuple(item_words(item, quantity) for item, quantity in wish.items)
