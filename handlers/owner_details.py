"""What is known of somebody, set right by the shop."""

from bot.actions import details, guesses, profile
from bot.actions.details import DetailSet, NumberOfOther
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.phone import parse_phone
from bot.domain.said import Said
from bot.understanding.asks.people import SetDetail
from bot.understanding.asks.values import Spoken
from handlers.customer_details import shown
from handlers.owner_asking import ask_whom

_FIELDS = {
    "phone": "field-phone",
    "email": "field-email",
    "birthday": "field-birthday",
    "address": "field-address",
    "name": "field-name",
}


def change(said: Said, unit: Unit, ask: SetDetail) -> Replies:
    """ "김수연 생일 3월 8일이래"."""
    return change_for(unit, ask)


def change_for(unit: Unit, ask: SetDetail, *, to: str = "", new: bool = False) -> Reply:
    """The same for the person who was chosen."""
    done = details.change(unit, ask, to=to)
    if isinstance(done, WhoIsMeant):
        return ask_whom(unit, ask, done)
    if isinstance(done, NumberOfOther):
        return Reply(words("detail-of-other", name=done.name, last4=done.last4, holder=done.holder))
    text = words(
        "detail-set" if done.value is not None else "detail-emptied",
        name=done.name,
        last4=done.last4,
        detail=words(_FIELDS[done.detail]),
        before=_shown(done, done.before),
        value=_shown(done, done.value),
        same=not done.undo,
    )
    return Reply(text, buttons=((button(words("button-undo"), "undo", done.undo),),) if done.undo else ())


def undone(back: DetailSet) -> Words:
    """What it is again."""
    field = words(_FIELDS[back.detail])
    return words("detail-undone", name=back.name, last4=back.last4, detail=field, value=_shown(back, back.value))


def offer_number(unit: Unit, whom: Spoken, public_id: str) -> Reply | None:
    """A number that was said with somebody who has another, or none: it is not written down unasked."""
    ask = details.left_out(unit, whom, public_id)
    if ask is None:
        return None
    token = guesses.keep(unit, whom.phone, ask)
    text = words("detail-offered", name=ask.name.name, last4=ask.name.last4, value=parse_phone(whom.phone).national)
    return Reply(text, buttons=((button(words("button-write-number"), "meant", token, "0"),),))


def _shown(done: DetailSet, value: str | None) -> Words | str | None:
    return None if value is None else shown(done.detail, profile.shown(done.detail, value))
