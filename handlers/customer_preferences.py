"""What the shop should remember, in the customer's own words; and why it wants to know anything at all."""

from bot.actions import preferences, profile
from bot.actions.preferences import Asked
from bot.actions.profile import Changed
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, words
from bot.domain.said import Said
from bot.domain.shop import Part
from bot.understanding.asks.account import DropDetail, DropPreference, Prefer, WhyField
from handlers import paging
from handlers.customer_details import readback

_A_PAGE = 5
_MOST_READ_BACK = 3
_WHY = {
    "phone": "why-phone",
    "email": "why-email",
    "address": "why-address",
    "birthday": "why-birthday",
    "name": "why-name",
    "preferences": "why-preferences",
}
_NO = buttons.button(words("button-cancel"), "stop")


def prefer(said: Said, unit: Unit, ask: Prefer) -> Replies:
    """ "기억해 주세요: 앞머리는 짧게": kept at once; what was only said in passing, or tells of health, after a yes."""
    done = preferences.tell(unit, ask.about, sure=ask.sure)
    if isinstance(done, Changed):
        return _read_back(done)
    return _ask(done)


def yes(said: Said, unit: Unit) -> Replies:
    """Yes, remember it."""
    return _read_back(preferences.yes(unit))


def mine(said: Said, unit: Unit, page: object = None) -> Replies:
    """What is remembered, each line with the number that strikes it."""
    kept = preferences.mine(unit)
    if not kept:
        return Reply(words("preferences-none"))
    turned = isinstance(page, str)
    offset = min(paging.offset_of(page) if isinstance(page, str) else 0, len(kept) - 1)
    some = kept[offset : offset + _A_PAGE]
    rows = tuple(words("preferences-row", number=at, text=one.text) for at, one in enumerate(some, start=offset + 1))
    strike = paging.numbers(offset, "forget-it", [one.token for one in some])
    turn = paging.turn(offset, len(kept), "preferences", size=_A_PAGE)
    text = words("preferences", rows=rows)
    return Reply(text, buttons=(*strike, *turn), edits=said.message_id if turned else None)


def strike(said: Said, unit: Unit, token: str) -> Replies:
    """The button of a line."""
    return _read_back(preferences.strike(unit, token))


def strike_said(said: Said, unit: Unit, ask: DropPreference) -> Replies:
    """ "취향에서 두피 예민 빼 주세요"; where the words fit none or several, the lines with their buttons."""
    done = preferences.strike_said(unit, ask.about)
    return _read_back(done) if done is not None else mine(said, unit)


def drop(said: Said, unit: Unit, ask: DropDetail) -> Replies:
    """ "생일 지워 주세요"."""
    done = profile.drop(unit, ask.field)
    if isinstance(done, Changed) and ask.field == profile.PREFERENCES:
        return _read_back(done)
    return readback(done)


def why(said: Said, unit: Unit, ask: WhyField) -> Replies:
    """ "왜 생일을 물어봐요?": the one use, and that everything else works without it."""
    things, times = unit.shop.has(Part.ORDERS), unit.shop.has(Part.APPOINTMENTS)
    use = "things" if things else "times" if times else "other"
    return Reply(words(_WHY[ask.field], use=use) if ask.field in ("phone", "address") else words(_WHY[ask.field]))


def _ask(asked: Asked) -> Reply:
    text = words("preference-whether", text=asked.text, health=words("preference-health") if asked.health else None)
    return Reply(text, buttons=((buttons.button(words("button-remember"), "prefer-yes"), _NO),))


def _read_back(done: Changed) -> Reply:
    lines = list(preferences.lines(done.after))
    kept = tuple(words("preferences-line", text=line) for line in lines[-_MOST_READ_BACK:])
    text = words(
        "preferences-changed",
        rows=kept or words("preferences-empty"),
        count=len(lines) if len(lines) > _MOST_READ_BACK else None,
        until=done.undo_until,
    )
    return Reply(text, buttons=((buttons.button(words("button-undo"), "undo-own", done.entry),),))
