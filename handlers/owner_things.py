"""The shop's word about what a customer wishes of the things they left: one tap."""

from bot.actions import things_wished
from bot.actions.things_wished import Wish
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.domain.spoken_hours import spoken_hours
from handlers.owner_rows import item_rows


def agree(said: Said, unit: Unit, entry: str) -> Replies:
    """It is so, and they are told."""
    return _answered(said, unit, things_wished.answer(unit, entry, yes=True), yes=True)


def decline(said: Said, unit: Unit, entry: str) -> Replies:
    """Not possible, and they are told."""
    return _answered(said, unit, things_wished.answer(unit, entry, yes=False), yes=False)


def _answered(said: Said, unit: Unit, done: Wish, *, yes: bool) -> Reply:
    items, answer = item_rows(done.items), "yes" if yes else "no"
    contact = words("shop-contact", contact=unit.shop.contact) if unit.shop.contact else None
    hours = words("shop-hours", hours=spoken_hours(unit.shop.hours)) if unit.shop.hours else None
    if done.to is None:
        told = words("things-first-answer", items=items, answer=answer, hours=hours)
    else:
        told = words("things-day-answer", items=items, answer=answer, before=done.before, to=done.to, contact=contact)
    reached = things_wished.tell(unit, done.entry, Reply(told))
    text = words(
        "things-answered", name=done.name, items=items, answer=answer, to=done.to, before=done.before, told=reached
    )
    undo = ((buttons.button(words("button-undo"), "undo", done.undo),),) if done.undo else ()
    return Reply(text, buttons=undo, edits=said.message_id)
