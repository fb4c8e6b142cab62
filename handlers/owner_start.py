"""The first words with those who work here, what can be said, and leaving what was begun."""

from bot.actions import forms, import_files, setup, staff
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Keyboard, Reply, Words, words
from bot.domain.permissions import may
from bot.domain.said import Said
from bot.domain.shop import Part
from handlers import owner_shop


def start(said: Said, unit: Unit, rest: str = "") -> Replies:
    """/start: where things stand, and the big keys."""
    met = staff.greet(unit, said.telegram_name)
    text = words(
        "start-owner",
        shop=unit.shop.name,
        owner=met.owner,
        customers=met.people.total,
        reachable=met.people.reachable,
    )
    greeting = Reply(text, keyboard=keys_for(unit))
    return [greeting, *owner_shop.begin(unit)] if setup.is_due(unit) else greeting


def can_say(said: Said, unit: Unit, ask: object = None, rest: str = "") -> Replies:
    """What whoever asks can say, without the parts that this shop has not."""
    return Reply(words("help-owner", rows=_lines(unit)), keyboard=keys_for(unit))


def keys_for(unit: Unit) -> Keyboard:
    """The big keys of whoever works here: who may write nothing down has none for it."""
    return Keyboard.OWNER if may(unit.actor, "record") else Keyboard.READER


def _lines(unit: Unit) -> tuple[Words, ...]:
    """What of it they may say, and what their shop has."""
    preset, owner = unit.shop.preset, may(unit.actor, "change the shop")
    takings = may(unit.actor, "see takings")
    parts = (
        ("record", None, words("owner-says-visit", preset=preset)),
        ("record", None, words("owner-says-mend")),
        ("record", Part.ORDERS, words("owner-says-ready")),
        ("record", Part.ORDERS, words("owner-says-late")),
        ("record", Part.APPOINTMENTS, words("owner-says-appointment")),
        ("record", Part.APPOINTMENTS, words("owner-says-brief")),
        ("record", Part.PREPAID, words("owner-says-prepaid")),
        ("see lists", None, words("owner-says-lapsed")),
        ("see lists", None, words("owner-says-days")),
        ("see lists", None, words("owner-says-narrow")),
        ("see a customer", None, words("owner-says-find")),
        ("record", None, words("owner-says-note", preset=preset)),
        ("be reminded", None, words("owner-says-remind")),
        ("see lists", None, words("owner-says-figures", takings=takings)),
        ("see what was not sent", None, words("owner-says-unsent")),
        ("undo at the counter", None, words("owner-says-undo")),
        ("see lists", None, words("owner-says-day", takings=takings, owner=owner)),
        ("change the shop", None, words("owner-says-open", preset=preset)),
        ("change the shop", None, words("owner-says-shop")),
        ("import", None, words("owner-says-import")),
    )
    return tuple(row for deed, part, row in parts if may(unit.actor, deed) and (part is None or unit.shop.has(part)))


def stop(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Leave what was begun; of the questions about the shop, what is answered stays."""
    if setup.is_guided(unit):
        return owner_shop.enough(said, unit)
    begun = forms.open_form(unit) is not None or import_files.leave_all(unit) > 0
    forms.end(unit)
    return Reply(words("stopped" if begun else "nothing-to-stop"))
