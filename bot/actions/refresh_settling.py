"""What came of a question: the shop heard it, or the customer shared their contact card."""

from dataclasses import dataclass

from bot.actions import by_hand, gifts, sending
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen
from bot.actions.refresh_asking import gift_for
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.refusals import Refusal
from bot.understanding.asks.campaigns import DetailHolds
from storage import people, refreshing
from storage.models import Customer, RefreshAsk


@dataclass(frozen=True, slots=True)
class Answered:
    """What somebody told the shop about their number. `draft` is the gift to be sent there, if one is owed."""

    name: str
    last4: str
    holds: bool
    draft: by_hand.Draft | None


def answered_by_text(unit: Unit, ask_id: str, *, holds: bool) -> Answered:
    """Somebody answered the shop's text message: the number holds, or it is another's. Raises Refusal draft-gone."""
    unit.permit("write to a customer")
    ask = refreshing.ask(unit.session, ask_id)
    if ask is None or ask.state != "asked":
        raise Refusal("draft-gone")
    customer = unit.session.get_one(Customer, ask.customer_id)
    return _number_checked(unit, customer, ask, holds=holds, how="reply")


def holds(unit: Unit, ask: DetailHolds, *, to: str = "") -> Answered | WhoIsMeant:
    """The shop has checked a number with its person: "김수연 번호 맞대". Raises Refusal no-number, person-gone."""
    unit.permit("record")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    if customer.phone is None or customer.phone_kind != "living":
        raise Refusal("no-number", person=customer.name)
    open_ask = refreshing.open_ask(unit.session, customer.id or 0, "phone")
    return _number_checked(unit, customer, open_ask, holds=True, how="counter")


def contact_confirmed(unit: Unit) -> None:
    """Somebody's own contact card has confirmed their number: if they were asked for it, that is the answer."""
    customer = unit.session.get(Customer, unit.actor.customer_id) if unit.actor.customer_id else None
    ask = refreshing.open_ask(unit.session, customer.id or 0, "phone") if customer is not None else None
    if customer is None or ask is None:
        return
    draft = _confirmed(unit, customer, ask)
    if draft is not None:
        text = words("refresh-gift-due", name=customer.name, last4=last4(customer))
        see = button(words("button-see-draft"), "hand-open", draft.public_id)
        sending.tell_owners(unit, f"refresh-gift:{ask.public_id}", Reply(text, ((see,),)))


def _number_checked(unit: Unit, customer: Customer, ask: RefreshAsk | None, *, holds: bool, how: str) -> Answered:
    if not holds:
        people.unconfirm(unit.session, customer.id or 0, "phone")
        if ask is not None:
            close(unit, ask, "wrong")
        return Answered(customer.name, last4(customer), False, None)
    people.confirm(unit.session, customer.id or 0, "phone", unit.now, by="shop", how=how)
    draft = _confirmed(unit, customer, ask) if ask is not None else None
    return Answered(customer.name, last4(customer), True, draft)


def _confirmed(unit: Unit, customer: Customer, ask: RefreshAsk) -> by_hand.Draft | None:
    """The number is confirmed; the gift that is owed is drafted for that very number."""
    close(unit, ask, "confirmed")
    gift = gift_for(unit, ask)
    if not gift or not ask.gift_told:
        return None
    number = str(gifts.numbered(unit, ask))
    text = words("refresh-gift-by-hand", name=customer.name, shop=unit.shop.name, gift=gift, number=number)
    return by_hand.owe(unit, customer, f"refresh-gift:{ask.key}", text)


def close(unit: Unit, ask: RefreshAsk, state: str) -> None:
    """What has become of a question: confirmed, declined or wrong."""
    ask.state, ask.answered_at = state, unit.now
    ask.value = ask.code_tag = ask.code_until = None
    unit.session.add(ask)
    unit.session.flush()
