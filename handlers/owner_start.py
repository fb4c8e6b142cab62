"""The first words with those who work here, what can be said, and leaving what was begun."""

from bot.actions import forms, import_files, setup, staff
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Keyboard, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part
from handlers import owner_shop


def start(said: Said, unit: Unit, rest: str = "") -> Replies:
    """/start: where things stand, and the big keys."""
    met = staff.greet(unit)
    text = words(
        "start-owner",
        shop=unit.shop.name,
        owner=met.owner,
        customers=met.people.total,
        reachable=met.people.reachable,
    )
    greeting = Reply(text, keyboard=Keyboard.OWNER)
    return [greeting, *owner_shop.begin(unit)] if setup.is_due(unit) else greeting


def can_say(said: Said, unit: Unit, ask: object = None, rest: str = "") -> Replies:
    """What can be said, without the parts that this shop has not."""
    return Reply(words("help-owner", rows=_lines(unit)), keyboard=Keyboard.OWNER)


def _lines(unit: Unit) -> tuple[Words, ...]:
    rows = [words("owner-says-visit", preset=unit.shop.preset), words("owner-says-mend")]
    if unit.shop.has(Part.ORDERS):
        rows += [words("owner-says-ready"), words("owner-says-late")]
    if unit.shop.has(Part.APPOINTMENTS):
        rows += [words("owner-says-appointment"), words("owner-says-brief")]
    if unit.shop.has(Part.PREPAID):
        rows.append(words("owner-says-prepaid"))
    rows += [
        words("owner-says-lapsed"),
        words("owner-says-days"),
        words("owner-says-narrow"),
        words("owner-says-find"),
        words("owner-says-note"),
        words("owner-says-figures"),
        words("owner-says-unsent"),
        words("owner-says-undo"),
        words("owner-says-day"),
        words("owner-says-open"),
        words("owner-says-shop"),
        words("owner-says-import"),
    ]
    return tuple(rows)


def stop(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Leave what was begun; of the questions about the shop, what is answered stays."""
    if setup.is_guided(unit):
        return owner_shop.enough(said, unit)
    begun = forms.open_form(unit) is not None or import_files.leave_all(unit) > 0
    forms.end(unit)
    return Reply(words("stopped" if begun else "nothing-to-stop"))
