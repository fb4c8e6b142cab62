"""Orders besides becoming ready: tags, lateness, what was fetched, a kindness nobody asked for."""

from bot.actions import defects, late_promises, order_deeds
from bot.actions.late_promises import LateOpen, MadeLate
from bot.actions.order_deeds import Fetched
from bot.actions.orders import OrderView
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Money, Reply, Words, words
from bot.domain.reach import Reach
from bot.domain.said import Said
from bot.understanding.asks.orders import AllReady, FindTag, HandOver, Late, NoteDefect, SetTag, TagFetched, TagReady
from bot.understanding.lateness import read_rest
from handlers import owner_orders, paging
from handlers.owner_asking import ask_whom
from handlers.owner_rows import item_rows, order_row

_MOST_ROWS = 15


def find_tag(said: Said, unit: Unit, ask: FindTag) -> Replies:
    """Whose it is, where it hangs, how far it is."""
    found = order_deeds.under_tag(unit, ask.tag)
    rows = tuple(_tag_row(one) for one in found)
    return Reply(words("tag-found", tag=ask.tag, rows=rows))


def set_tag(said: Said, unit: Unit, ask: SetTag) -> Replies:
    """Something hangs there now."""
    return tag_for(unit, ask)


def tag_for(unit: Unit, ask: SetTag, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = order_deeds.set_tag(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    return Reply(words("tag-set", order=_tag_row(done.order)), buttons=_undo(done.undo))


def all_ready(said: Said, unit: Unit, ask: AllReady) -> Replies:
    """Everything that was promised so far is ready."""
    done = order_deeds.make_all_ready(unit, ask)
    more = len(done.orders) - _MOST_ROWS
    text = words(
        "all-ready",
        total=len(done.orders),
        rows=tuple(
            words("all-ready-row", name=one.name, last4=one.last4, items=item_rows(one.items))
            for one in done.orders[:_MOST_ROWS]
        ),
        more=words("things-more", count=more) if more > 0 else None,
        told=words("all-ready-told", told=done.told, phone=done.to_call),
        defect=owner_orders.kindness_question(done.asked),
    )
    return Reply(text, buttons=(*owner_orders.kindness_buttons(done.asked), *_undo(done.undo)))


def tag_ready(said: Said, unit: Unit, ask: TagReady) -> Replies:
    """What hangs under a tag is ready."""
    return owner_orders.read_back(order_deeds.tag_ready(unit, ask.tag), unit.shop.name)


def late(said: Said, unit: Unit, ask: Late) -> Replies:
    """A promise will be kept later."""
    return late_for(unit, ask)


def late_for(unit: Unit, ask: Late, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = late_promises.make_late(unit, ask, to=to)
    return ask_whom(unit, ask, done) if isinstance(done, WhoIsMeant) else _late_read_back(unit, done)


def late_typed(said: Said, unit: Unit) -> Replies:
    """The new time, or why, which was asked for."""
    local = unit.now.astimezone(unit.shop.zone)
    return _late_read_back(
        unit, late_promises.as_told(unit, *read_rest(said.text, local, when=late_promises.waits(unit).when))
    )


def late_prompt(unit: Unit) -> Words:
    """What of it is asked for."""
    return _late_question(late_promises.waits(unit))


def _late_question(open_: LateOpen) -> Words:
    return words("late-when" if open_.when else "late-why", person=open_.name, to=open_.to)


def _late_read_back(unit: Unit, done: MadeLate | LateOpen) -> Reply:
    if isinstance(done, LateOpen):
        return Reply(_late_question(done), buttons=((button(words("button-cancel"), "leave"),),))
    told = {
        Reach.TELEGRAM: words("late-told"),
        Reach.PHONE: words("late-call", phone=done.phone),
        Reach.NONE: words("ready-cannot-tell"),
    }[done.reach]
    text = words(
        "late-done",
        name=done.name,
        last4=done.last4,
        items=item_rows(done.items),
        before=done.before,
        promised=done.promised,
        reason=done.reason,
        told=told,
    )
    copies: tuple[Button, ...] = ()
    if done.reach is Reach.PHONE:
        draft = words(
            "late-draft",
            name=done.name,
            shop=unit.shop.name,
            items=item_rows(done.items),
            before=done.before,
            promised=done.promised,
            reason=done.reason,
        )
        copies = (Button(words("button-copy-text"), copy=draft),)
    return Reply(text, buttons=((*_undo(done.undo)[0], *copies),))


def defect(said: Said, unit: Unit, ask: NoteDefect) -> Replies:
    """ "김수연 코트 단추 헐거움"."""
    return defect_for(unit, ask)


def defect_for(unit: Unit, ask: NoteDefect, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = defects.note(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    text = words("defect-noted", name=done.name, last4=done.last4, item=done.item, defect=done.defect)
    return Reply(text, buttons=_undo(done.undo))


def hand_over(said: Said, unit: Unit, ask: HandOver) -> Replies:
    """Somebody took their things with them."""
    return hand_over_for(unit, ask)


def hand_over_for(unit: Unit, ask: HandOver, *, to: str = "") -> Replies:
    """The same for the person who was chosen. What they paid with it is settled at once."""
    done = order_deeds.hand_over(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    if not ask.paid or done.unpaid is None:
        return _fetched(done, Money(ask.amount, unit.shop.currency) if ask.paid and ask.amount else None)
    amount = done.unpaid.minor if ask.amount is None else ask.amount
    return [_fetched(done), owner_orders.settle(unit, done.public_id, amount, ask.paid_by)]


def tag_fetched(said: Said, unit: Unit, ask: TagFetched) -> Replies:
    """What hung under a tag was fetched."""
    return _fetched(order_deeds.tag_fetched(unit, ask.tag))


def kindness(said: Said, unit: Unit, item: str = "", answer: str = "") -> Replies:
    """The answer whether something noted at intake was mended."""
    return owner_orders.kindness_done(order_deeds.kindness(unit, paging.offset_of(item), answer == "yes"))


def _fetched(done: Fetched, paid: Money | None = None) -> Reply:
    """What was fetched. A sum that was `paid` where nothing was owed is written nowhere, and that is said."""
    text = words(
        "handed-over",
        name=done.name,
        last4=done.last4,
        items=item_rows(done.items),
        unfinished=words("handed-over-unfinished") if done.unfinished else None,
        left=words("handed-over-left", items=item_rows(done.left)) if done.left else None,
        unpaid=words("ready-unpaid", amount=done.unpaid) if done.unpaid else None,
        unowed=words("handed-over-unowed", amount=paid) if paid else None,
    )
    buttons = _undo(done.undo)
    if done.unpaid is not None:
        settled = button(words("button-paid"), "tab", done.public_id, str(done.unpaid.minor))
        buttons = ((settled, *buttons[0]),)
    return Reply(text, buttons=buttons)


def _tag_row(one: OrderView) -> Words:
    return words(
        "tag-row",
        name=one.name,
        last4=one.last4,
        tag=one.tag or None,
        rack=one.rack or None,
        order=order_row(one)
        if one.state in ("received", "ready")
        else words("order-row-gone", items=item_rows(one.items)),
    )


def _undo(entry: str) -> tuple[tuple[Button, ...], ...]:
    return ((button(words("button-undo"), "undo", entry),),)
