"""A customer wishes what is ready first, or another day for what is in work; the shop is asked with one tap."""

from bot.actions import sending, things_wished
from bot.actions.things_wished import Choice, Wish
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.answers import read_time
from handlers.owner_rows import item_rows

FORM = things_wished.FORM
_STOP = buttons.button(words("button-cancel"), "stop")


def first(said: Said, unit: Unit) -> Replies:
    """[셔츠 먼저 찾기]: the shop is asked to have it at hand."""
    done = things_wished.wish_first(unit)
    _ask_owners(
        unit, done, words("things-first-question", name=done.name, last4=done.last4, items=item_rows(done.items))
    )
    return Reply(words("things-first-asked", items=item_rows(done.items)))


def day(said: Said, unit: Unit, order: str = "") -> Replies:
    """[날짜 바꾸기]: of which, where there are several, and which day?"""
    if order:
        return _which_day(things_wished.begin_day(unit, order))
    found = things_wished.in_work(unit)
    if not found:
        return Reply(words("orders-none"))
    if len(found) == 1:
        return _which_day(things_wished.begin_day(unit, found[0].order))
    rows = tuple((buttons.button(_named(one), "things-day", one.order),) for one in found)
    return Reply(words("things-day-which"), buttons=(*rows, (_STOP,)))


def day_typed(said: Said, unit: Unit) -> Replies:
    """The day that was asked for goes to the shop."""
    done = things_wished.wish_day(unit, read_time(said.text, now=unit.now.astimezone(unit.shop.zone)))
    question = words(
        "things-day-question",
        name=done.name,
        last4=done.last4,
        items=item_rows(done.items),
        before=done.before,
        to=done.to,
    )
    _ask_owners(unit, done, question)
    return Reply(words("things-day-asked", items=item_rows(done.items), to=done.to))


def _which_day(chosen: Choice) -> Reply:
    return Reply(words("things-day-ask"), buttons=((_STOP,),))


def _named(one: Choice) -> Words:
    item = one.items[0][0] if one.items else words("thing-unnamed")
    return words("button-things-of", item=item, promised=one.promised)


def _ask_owners(unit: Unit, done: Wish, question: Words) -> None:
    yes = buttons.button(words("button-things-yes"), "things-yes", done.entry)
    no = buttons.button(words("button-time-no"), "things-no", done.entry)
    sending.tell_owners(unit, f"things-wished:{done.entry}", Reply(question, buttons=((yes, no),)))
