"""A message to one customer in the shop's own words: shown first, sent with a tap, held back for half a minute."""

from dataclasses import dataclass

from bot.actions import by_hand, drafts
from bot.actions.by_hand import Draft
from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, chosen, last4, meant_or_chosen, reach
from bot.actions.planning import GRACE
from bot.actions.telling import tell
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, Words, words
from bot.domain.promotional import sells
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks.messages import MessageOne
from storage import journal, outbox
from storage.models import Customer, JournalEntry
from storage.writing import new_public_id

SENT = "message_sent"
# A customer reads no more.
LONGEST = 180


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A message as the customer would read it. `token` is what its button carries, `undo` set once it is on its way."""

    token: str
    undo: str
    public_id: str
    name: str
    last4: str
    text: str


def preview(unit: Unit, ask: MessageOne, *, to: str = "") -> OwnWords | WhoIsMeant | Draft:
    """What would be sent to whom: a draft where the bot does not reach the person.

    Raises Refusal message-what, message-too-long, message-sells, person-gone.
    """
    unit.permit("write to a customer")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    text = _checked(ask)
    if reach(customer) is not Reach.TELEGRAM:
        return by_hand.write(
            unit, customer, Kind.PERSONAL, f"personal:{new_public_id()}", _signed(unit, customer, text)
        )
    return _view(customer, text, token=drafts.keep(unit, ask))


def send(unit: Unit, token: str, public_id: str) -> OwnWords:
    """Send what was shown. Raises Refusal draft-gone, person-gone, message-unreachable, and those of `preview`."""
    unit.permit("write to a customer")
    ask = drafts.take(unit, token)
    if not isinstance(ask, MessageOne):
        raise Refusal("draft-gone")
    customer = chosen(unit, public_id)
    if reach(customer) is not Reach.TELEGRAM:
        raise Refusal("message-unreachable", person=customer.name)
    text = _checked(ask)
    key = f"personal:{token}"
    tell(unit, customer, Kind.PERSONAL, key, _signed(unit, customer, text), subject_id=None, after=GRACE)
    entry = write_entry(unit, SENT, customer_id=customer.id, after={"key": key, "text": text}, undo_for=UNDO_FOR)
    return _view(customer, text, undo=entry.public_id)


def take_back(unit: Unit, entry: JournalEntry) -> OwnWords:
    """Undo: it is not sent. Raises Refusal message-gone once it may have left."""
    facts = journal.after(unit.vault, entry)
    if not outbox.cancel_pending(unit.session, facts["key"]):
        raise Refusal("message-gone")
    return _view(unit.session.get_one(Customer, entry.customer_id), facts["text"])


def _signed(unit: Unit, customer: Customer, text: str) -> Words:
    return words("own-words", name=customer.name, text=text, shop=unit.shop.name, who=unit.shop.answered_by or None)


def _checked(ask: MessageOne) -> str:
    text = one_line(ask.about or "")
    if len(text) < 2:
        raise Refusal("message-what", person=ask.name.name)
    if len(text) > LONGEST:
        raise Refusal("message-too-long", most=LONGEST)
    if sells(text):
        raise Refusal("message-sells")
    return text


def _view(customer: Customer, text: str, *, token: str = "", undo: str = "") -> OwnWords:
    return OwnWords(token, undo, customer.public_id, customer.name, last4(customer), text)
