"""What is found on a thing that is here already, noted with it, so that it is asked about before it is handed over."""

from dataclasses import dataclass

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.order_deeds import holding
from bot.actions.orders import is_called
from bot.actions.people import WhoIsMeant, last4, meant_or_chosen
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.asks.orders import NoteDefect
from storage import journal, orders
from storage.models import Customer, JournalEntry, OrderItem

NOTED = "order_defect"
_LONGEST = 80


@dataclass(frozen=True, slots=True)
class DefectNoted:
    """What was noted of which thing; taken back, no `undo`."""

    undo: str
    name: str
    last4: str
    item: str
    defect: str


def note(unit: Unit, ask: NoteDefect, *, to: str = "") -> DefectNoted | WhoIsMeant:
    """Note it with the thing. Raises Refusal: no-open-order, order-no-such-item, person-gone."""
    unit.permit("record")
    customer = meant_or_chosen(unit, ask.name, to=to)
    if isinstance(customer, WhoIsMeant):
        return customer
    here = orders.of_customer(unit.session, customer.id or 0, orders.OPEN)
    if not here:
        raise Refusal("no-open-order", person=customer.name)
    held = holding(unit, customer, here, ask.items)
    things = [item for order in held for item in orders.items_of(unit.session, order.id or 0)]
    fitting = [item for item in things if is_called(item.item, ask.items[0]) and item.state in orders.OPEN]
    thing = min(fitting, key=lambda item: (item.defect is not None, item.state != "received"))
    before = {"defect": thing.defect, "kindness": thing.kindness}
    noted = f"{thing.defect}, {ask.what}" if thing.defect and thing.kindness is None else ask.what
    thing.defect, thing.kindness = one_line(noted)[:_LONGEST], None
    unit.session.add(thing)
    unit.session.flush()
    entry = write_entry(
        unit,
        NOTED,
        customer_id=customer.id,
        subject_id=thing.id,
        before=before,
        after={"defect": thing.defect},
        undo_for=UNDO_FOR,
    )
    return DefectNoted(entry.public_id, customer.name, last4(customer), thing.item, thing.defect)


def take_back(unit: Unit, entry: JournalEntry) -> DefectNoted:
    """Undo: nothing, or what was noted before. Raises Refusal undo-changed-since."""
    thing = unit.session.get(OrderItem, entry.subject_id)
    what = journal.after(unit.vault, entry)["defect"]
    if thing is None or thing.defect != what or thing.kindness is not None:
        raise Refusal("undo-changed-since")
    before = journal.before(unit.vault, entry)
    thing.defect, thing.kindness = before["defect"], before["kindness"]
    unit.session.add(thing)
    customer = unit.session.get_one(Customer, entry.customer_id)
    return DefectNoted("", customer.name, last4(customer), thing.item, what)
