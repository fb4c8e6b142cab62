"""Paid ahead, and points: charged, asked for, used."""

from bot.actions import points_end, points_left, prepaid, shop
from bot.actions.people import WhoIsMeant
from bot.actions.points_left import words_of
from bot.actions.prepaid import PointsMoved, Prepaid
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Keyboard, Money, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part, Shop
from bot.understanding.asks.money import Balance, Charge, GivePoints, Points, PointsEnd, PrepaidEnd, Refund
from bot.understanding.asks.shop import SwitchPart
from handlers.owner_asking import ask_whom, which_card

_PARTS = {
    Part.ORDERS: "part-orders",
    Part.APPOINTMENTS: "part-appointments",
    Part.PREPAID: "part-prepaid",
    Part.POINTS: "part-points",
    Part.INVITATIONS: "part-invitations",
}


def charge(said: Said, unit: Unit, ask: Charge) -> Replies:
    """Somebody paid ahead."""
    return charge_for(unit, ask)


def charge_for(unit: Unit, ask: Charge, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen, or for somebody new."""
    done = prepaid.charge(unit, ask, to=to, new=new)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    text = words(
        "prepaid-charged",
        name=done.name,
        last4=done.last4,
        amount=done.amount,
        balance=done.balance,
        new=words("visit-new-customer", last4=done.last4) if done.new else None,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def refund(said: Said, unit: Unit, ask: Refund) -> Replies:
    """What was paid ahead is given back."""
    return refund_for(unit, ask)


def refund_for(unit: Unit, ask: Refund, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen."""
    done = prepaid.refund(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    amount = Money(-done.amount.minor, done.amount.currency)
    text = words("prepaid-refunded", name=done.name, last4=done.last4, amount=amount, balance=done.balance)
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def balance(said: Said, unit: Unit, ask: Balance) -> Replies:
    """What is left of it."""
    found = prepaid.balance(unit, ask)
    if isinstance(found, WhoIsMeant):
        return which_card(found)
    return Reply(words("prepaid-balance", name=found.name, last4=found.last4, balance=found.balance))


def give_points(said: Said, unit: Unit, ask: GivePoints) -> Replies:
    """Points for somebody, or used."""
    return give_points_for(unit, ask)


def give_points_for(unit: Unit, ask: GivePoints, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = prepaid.give_points(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    text = words(
        "points-given",
        name=done.name,
        last4=done.last4,
        used=done.points < 0,
        count=abs(done.points),
        rest=done.balance,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def points(said: Said, unit: Unit, ask: Points) -> Replies:
    """How many points somebody has."""
    found = prepaid.points(unit, ask)
    if isinstance(found, WhoIsMeant):
        return which_card(found)
    ending = words_of(found.ending, found.balance)
    return Reply(words("points-balance", name=found.name, last4=found.last4, count=found.balance, ending=ending))


def points_end_after(said: Said, unit: Unit, ask: PointsEnd) -> Replies:
    """ "포인트는 1년 지나면 소멸", "포인트 유효기간 없애줘"; without months: what holds now."""
    if ask.months is None:
        return Reply(points_end_words(unit.shop))
    done = points_end.set_rule(unit, ask.months)
    buttons = ((button(words("button-undo"), "undo", done.undo),),) if done.undo else ()
    return Reply(points_end_words(unit.shop), buttons=buttons)


def points_end_words(shop: Shop) -> Words:
    """When points run out."""
    if shop.points_rule is None:
        return words("points-end-off")
    months, since = shop.points_rule
    return words("points-end-set", months=months, since=since, days=points_left.TOLD_BEFORE.days)


def prepaid_end(said: Said, unit: Unit, ask: PrepaidEnd) -> Replies:
    """What was paid ahead does not run out, and the reason is said."""
    points_end.never_for_prepaid(unit)
    return None


def switch(said: Said, unit: Unit, ask: SwitchPart) -> Replies:
    """A part of the assistant is wanted, or not."""
    done = shop.switch_part(unit, Part(ask.part), on=ask.on)
    text = words("part-switched", part=words(_PARTS[done.part]), on=done.on, same=done.undo is None)
    if done.undo is None:
        return Reply(text)
    told = Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))
    return [Reply(words("keys-changed"), keyboard=Keyboard.OWNER), told] if unit.shop.is_own(done.part) else told


def undone(unit: Unit, taken: Prepaid | PointsMoved | shop.PartSwitched) -> Words | Reply:
    """What was taken back."""
    match taken:
        case Prepaid():
            amount = Money(abs(taken.amount.minor), taken.amount.currency)
            return words("prepaid-undone", name=taken.name, amount=amount, balance=taken.balance)
        case PointsMoved():
            return words("points-undone", name=taken.name, count=taken.balance)
        case shop.PartSwitched():
            text = words("part-undone", part=words(_PARTS[taken.part]), on=taken.on)
            return Reply(text, keyboard=Keyboard.OWNER) if unit.shop.is_own(taken.part) else text
