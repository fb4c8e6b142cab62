"""The shop's word about a time that a customer asked for: one tap."""

from bot.actions import own_bookings
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said


def agree(said: Said, unit: Unit, entry: str) -> Replies:
    """Booked, and told."""
    done = own_bookings.decide(unit, entry, yes=True)
    told = own_bookings.tell(unit, entry, Reply(words("time-agreed", at=done.at, service=done.service or None)))
    text = words("time-agreed-owner", name=done.name, at=done.at, service=done.service or None, told=told)
    return Reply(text, edits=said.message_id)


def decline(said: Said, unit: Unit, entry: str) -> Replies:
    """Not then: the customer is asked for another time."""
    done = own_bookings.decide(unit, entry, yes=False)
    own_bookings.tell(unit, entry, Reply(words("time-declined", at=done.at)))
    return Reply(words("time-declined-owner", name=done.name, at=done.at), edits=said.message_id)
