"""Mails of the shop: planned with what they belong to, sent by the postman, and what becomes of them."""

from datetime import timedelta

from bot.actions import sending
from bot.actions.unit import Unit
from bot.domain.masking import masked
from bot.domain.outgoing import Kind, Reply, words
from storage import mails
from storage.mails import Claimed
from storage.models import Customer

# A server that is busy, or does not know us yet (greylisting), wants minutes and not seconds.
_WAITS = tuple(timedelta(minutes=minutes) for minutes in (1, 5, 15, 30, 60))


def is_any_due(unit: Unit) -> bool:
    """Whether the postman has anything to do."""
    unit.permit("plan messages")
    return mails.is_any_due(unit.session, unit.now)


def claim(unit: Unit, token: str, lease: timedelta) -> Claimed | None:
    """The next mail, in hand for `lease`."""
    unit.permit("plan messages")
    return mails.claim(unit.session, unit.vault, unit.now, token, lease)


def taken(unit: Unit, one: Claimed) -> bool:
    """The mail server has it."""
    unit.permit("plan messages")
    return mails.sent(unit.session, one, unit.now)


def not_taken(unit: Unit, one: Claimed, reason: str, *, lasting: bool) -> None:
    """It was not taken: try again later, or tell the person that their address does not work."""
    unit.permit("plan messages")
    if not lasting and one.attempts <= len(_WAITS):
        mails.again(unit.session, one, unit.now + _WAITS[one.attempts - 1], reason)
        return
    if not mails.dead(unit.session, one, reason):
        return
    customer = unit.session.get(Customer, one.customer_id)
    if customer is not None:
        text = words("mail-failed", address=masked("email", one.letter.to))
        sending.to_customer(unit, customer, f"mail-failed:{one.key}", Reply(text), kind=Kind.ACCOUNT)
