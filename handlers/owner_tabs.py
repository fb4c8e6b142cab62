"""What is owed: paid back, and who owes."""

from bot.actions import guesses, tabs
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.understanding.asks.money import Owed, PaidTab, PayPromise, Unpaid
from bot.understanding.asks.values import NOBODY
from handlers import paging
from handlers.owner_asking import ask_whom, which_card
from handlers.owner_rows import paid_word, reached


def paid(said: Said, unit: Unit, ask: PaidTab) -> Replies:
    """Somebody has paid what they owed."""
    return paid_for(unit, ask)


def paid_for(unit: Unit, ask: PaidTab, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = tabs.pay(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    text = words(
        "tab-paid",
        name=done.name,
        last4=done.last4,
        amount=done.amount,
        paid=paid_word(done.paid_by),
        left=done.left,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),))


def promised(said: Said, unit: Unit, ask: PayPromise) -> Replies:
    """ "수연씨 외상 내일 준대": nothing is paid yet; a reminder is one tap away."""
    return promised_for(unit, ask)


def promised_for(unit: Unit, ask: PayPromise, *, to: str = "") -> Reply:
    """The same for the person who was chosen."""
    done = tabs.promised(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    text = words(
        "tab-promised",
        name=done.name,
        last4=done.last4 or None,
        amount=done.owed,
        at=done.when,
        remind=bool(done.remind),
    )
    if done.remind is None:
        return Reply(text)
    yes = button(words("button-tab-remind"), "meant", guesses.keep(unit, "", done.remind))
    return Reply(text, buttons=((yes,),))


def paid_now(said: Said, unit: Unit, public_id: str = "", minor: str = "") -> Replies:
    """The button under what was fetched: it is paid now."""
    return paid_for(unit, PaidTab(NOBODY, paging.offset_of(minor) or None), to=public_id)


def owed(said: Said, unit: Unit, ask: Owed) -> Replies:
    """ "김수연 외상 얼마야?"."""
    found = tabs.owed(unit, ask)
    if isinstance(found, WhoIsMeant):
        return which_card(found)
    return Reply(words("tab-owed", name=found.name, last4=found.last4 or None, amount=found.owed))


def unpaid(said: Said, unit: Unit, ask: Unpaid) -> Replies:
    """Who owes."""
    return _list(unit, 0)


def turn(said: Said, unit: Unit, offset: str = "") -> Replies:
    """Another page of that list."""
    return _list(unit, paging.offset_of(offset), said.message_id)


def _list(unit: Unit, offset: int, edits: int | None = None) -> Reply:
    found = tabs.who_owes(unit, offset)
    if not found.total:
        return Reply(words("debtors-none"), edits=edits)
    text = words(
        "roll",
        heading=words("debtors", total=found.total, amount=found.sum),
        rows=tuple(
            words(
                "debtor-row",
                number=offset + at,
                name=one.name,
                last4=one.last4,
                amount=one.owed,
                reached=reached(one.reach),
            )
            for at, one in enumerate(found.people, start=1)
        ),
        page=paging.place(offset, len(found.people), found.total),
        reach=words("reach-of", total=found.total, reachable=found.reachable),
        rule=words("debtors-rule"),
    )
    numbers = paging.numbers(offset, "card", [one.public_id for one in found.people])
    return Reply(text, buttons=(*numbers, *paging.turn(offset, found.total, "debtors")), edits=edits)
