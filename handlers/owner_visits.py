"""Writing a visit down in one line."""

from bot.actions import visits
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.actions.visits import Recorded
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks import RecordVisit
from handlers.buttons import button
from handlers.owner_asking import ask_whom
from handlers.owner_rows import item_rows

_PAID_BY = {
    "unpaid": "paid-by-nobody-yet",
    "card": "paid-by-card",
    "cash": "paid-by-cash",
    "transfer": "paid-by-transfer",
}


def record(said: Said, unit: Unit, ask: RecordVisit) -> Replies:
    """Somebody came."""
    return record_for(unit, ask)


def record_for(unit: Unit, ask: RecordVisit, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen, or for somebody new."""
    done = visits.record(unit, ask, to=to, new=new)
    return ask_whom(unit, ask, done) if isinstance(done, WhoIsMeant) else _read_back(unit, done)


def ask_for_a_line(said: Said, unit: Unit) -> Replies:
    """The big key: what such a line looks like."""
    return Reply(words("visit-ask-line", preset=unit.shop.preset))


def _read_back(unit: Unit, done: Recorded) -> Reply:
    text = words(
        "visit-recorded",
        name=done.name,
        last4=done.last4,
        items=item_rows(done.items),
        amount=done.amount,
        paid=words(_PAID_BY[done.paid_by]) if done.paid_by in _PAID_BY else None,
        nth=done.coming.nth,
        since=_since(done),
        promised=words("visit-promised", promised=done.promised) if done.promised else None,
        on=words("visit-on", on=done.on) if done.on != unit.today else None,
        same_day=words("visit-same-day") if done.coming.same_day else None,
        new=words("visit-new-customer") if done.new else None,
        priced=words("visit-priced") if done.from_list else None,
        unpriced=words("visit-unpriced", items=done.unpriced) if done.unpriced else None,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def _since(done: Recorded) -> Words | None:
    if done.coming.days_since_last is None:
        return None
    if done.coming.usual_range is None:
        return words("visit-since-rhythm-unknown", days=done.coming.days_since_last)
    shortest, longest = done.coming.usual_range
    return words("visit-since", days=done.coming.days_since_last, **{"from": shortest, "to": longest})
