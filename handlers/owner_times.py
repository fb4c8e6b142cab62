"""The shop's word about a time that a customer asked for: one tap, or another time offered."""

from bot.actions import times_decided
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.answers import read_time

OFFER = times_decided.OFFER
_LEAVE = buttons.button(words("button-cancel"), "leave")


def agree(said: Said, unit: Unit, entry: str) -> Replies:
    """Booked, and told."""
    done = times_decided.decide(unit, entry, yes=True)
    told = times_decided.tell(unit, entry, Reply(words("time-agreed", at=done.at, service=done.service or None)))
    text = words("time-agreed-owner", name=done.name, at=done.at, service=done.service or None, told=told)
    return Reply(text, edits=said.message_id)


def decline(said: Said, unit: Unit, entry: str) -> Replies:
    """Not then: the customer is asked for another time."""
    done = times_decided.decide(unit, entry, yes=False)
    times_decided.tell(unit, entry, Reply(words("time-declined", at=done.at)))
    return Reply(words("time-declined-owner", name=done.name, at=done.at), edits=said.message_id)


def ask_for_other(said: Said, unit: Unit, entry: str) -> Replies:
    """Not then, but at another time: at which?"""
    asked = times_decided.begin_offer(unit, entry)
    return Reply(words("time-ask-other", name=asked.name, at=asked.at), buttons=((_LEAVE,),))


def offer(said: Said, unit: Unit) -> Replies:
    """The time that was asked for goes to the customer, who takes it with one tap."""
    local = unit.now.astimezone(unit.shop.zone)
    done = times_decided.offer(unit, read_time(said.text, now=local))
    yes = buttons.button(words("button-take-it"), "time-take", done.entry)
    no = buttons.button(words("button-not-that"), "time-leave", done.entry)
    text = words("time-offered", wished=done.wished, at=done.at, service=done.service or None)
    times_decided.tell(unit, done.asked, Reply(text, buttons=((yes, no),)), key=f"time-offer:{done.entry}")
    return Reply(words("time-offered-owner", name=done.name, at=done.at))
