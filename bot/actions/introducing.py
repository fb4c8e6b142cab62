"""One customer brings another: a personal link, and a word of thanks once the friend has been here.

The link opens nothing; it only says who sent it. A friend is counted once, for the first link they opened, and only if
they had not been here before. Who came is never told to whoever sent them.
"""

from datetime import timedelta
from enum import StrEnum

from bot.actions import profile, sending
from bot.actions.entries import write_entry
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.refusals import Refusal
from storage import introductions, people
from storage.models import Customer

PREFIX = "friend-"
RECOMMENDED = "recommended"
_ARRIVED = "friend_arrived"
_REMEMBERED = timedelta(days=90)


class Arrival(StrEnum):
    """What opening such a link means for whoever opened it; the value is the message that says so."""

    NOTED = "introduced-welcome"
    AGAIN = "introduced-before"
    OWN = "introduced-own"
    CUSTOMER = "introduced-customer"


def own_link(unit: Unit) -> str:
    """The asker's personal link. Raises Refusal not-linked, no-link-yet (the bot's own name is not known so far)."""
    unit.permit("introduce somebody")
    person = profile.own_record(unit)
    if not unit.shop.bot:
        raise Refusal("no-link-yet")
    return f"https://t.me/{unit.shop.bot}?start={PREFIX}{person.public_id}"


def arrive(unit: Unit, code: str) -> Arrival | None:
    """Somebody opened such a link. None where it belongs to nobody."""
    unit.permit("meet the shop")
    sender = people.by_public_id(unit.session, code.removeprefix(PREFIX))
    if sender is None:
        return None
    if unit.actor.customer_id is not None:
        return Arrival.OWN if unit.actor.customer_id == sender.id else Arrival.CUSTOMER
    if introductions.of_chat(unit.session, _ARRIVED, unit.actor.user_id, unit.now - _REMEMBERED) is not None:
        return Arrival.AGAIN
    write_entry(unit, _ARRIVED, customer_id=sender.id)
    return Arrival.NOTED


def recognise(unit: Unit, person: Customer) -> None:
    """The chat showed who it is: whoever had been here before was brought by nobody."""
    entry = introductions.of_chat(unit.session, _ARRIVED, unit.actor.user_id, unit.now - _REMEMBERED)
    if entry is None or entry.customer_id == person.id:
        return
    if person.first_visit_on is not None and person.first_visit_on < unit.shop.day_of(entry.at):
        return
    entry.subject_id = person.id
    unit.session.add(entry)


def thank(unit: Unit) -> Planned:
    """Thank for every friend who was here up to yesterday, once, and tell the owners who brought whom."""
    unit.permit("plan messages")
    planned = 0
    for entry, friend in introductions.been_here(unit.session, _ARRIVED, unit.now - _REMEMBERED, before=unit.today):
        entry.deed = f"{_ARRIVED}_told"
        unit.session.add(entry)
        sender = unit.session.get(Customer, entry.customer_id)
        if sender is None or sender.id == friend.id:
            continue
        write_entry(unit, RECOMMENDED, customer_id=sender.id, subject_id=friend.id, after={"through": ""})
        key = f"introduced:{entry.public_id}"
        thanks = words("introduced-thanks", name=sender.name, shop=unit.shop.name)
        planned += sending.to_customer(unit, sender, key, Reply(thanks), kind=Kind.GREETING)
        told = words("introduced-owner", name=sender.name, newcomer=friend.name)
        planned += sending.tell_owners(unit, key, Reply(told))
    return Planned(planned)
