"""A message to one customer in the shop's own words: shown first, sent with a tap, held back for half a minute."""

from dataclasses import dataclass

from bot.actions import drafts
from bot.actions.people import WhoIsMeant, chosen, last4, meant_or_chosen, reach
from bot.actions.planning import GRACE
from bot.actions.telling import tell
from bot.actions.unit import Unit
from bot.actions.visits import UNDO_FOR
from bot.domain.outgoing import Kind, words
from bot.domain.promotional import sells
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks import MessageOne
from storage import journal, outbox
from storage.models import Customer, JournalEntry

SENT = "message_sent"
# Telegram copies 256 signs at most, and a customer reads no more.
LONGEST = 180


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A message as the customer would read it. `token` is what its button carries, `undo` set once it is on its way."""

    token: str
    undo: str
    public_id: str
    name: str
    last4: str
    phone: str | None
    text: str
    reach: Reach


def preview(unit: Unit, ask: MessageOne, *, to: str = "") -> OwnWords | WhoIsMeant:
    """What would be sent to whom. Raises Refusal message-what, message-too-long, message-sells, person-gone."""
    unit.permit("write to a customer")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    text = _checked(ask)
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
    signed = words("own-words", name=customer.name, text=text, shop=unit.shop.name, who=unit.shop.answered_by or None)
    tell(unit, customer, Kind.PERSONAL, key, signed, subject_id=None, after=GRACE)
    entry = journal.write(
        unit.session,
        unit.vault,
        unit.actor,
        SENT,
        unit.now,
        customer_id=customer.id,
        after={"key": key, "text": text},
        undo_until=unit.now + UNDO_FOR,
    )
    return _view(customer, text, undo=entry.public_id)


def take_back(unit: Unit, entry: JournalEntry) -> OwnWords:
    """Undo: it is not sent. Raises Refusal message-gone once it may have left."""
    facts = journal.after(unit.vault, entry)
    if not outbox.cancel_pending(unit.session, facts["key"]):
        raise Refusal("message-gone")
    return _view(unit.session.get_one(Customer, entry.customer_id), facts["text"])


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
    return OwnWords(
        token, undo, customer.public_id, customer.name, last4(customer), customer.phone, text, reach(customer)
    )
