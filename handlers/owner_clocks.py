"""What comes by itself, to the owners and to their customers: at what hour, or not at all. Each with a tap."""

from datetime import time

from bot.actions import open_days
from bot.actions.open_days import HOURS
from bot.actions.unit import Replies, Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Button, Reply, Words, words
from bot.domain.said import Said
from bot.domain.shop import Part, Quiet
from bot.understanding.asks.reminders import OwnerClock
from handlers import errors, owner_open_days

# The hours that are offered; any others are said.
_OFFERED = {
    "brief": ("07:00", "08:00", "08:30", "09:00", "10:00"),
    "closing": ("18:00", "19:00", "20:10", "21:00"),
    "receipt": ("18:00", "19:30", "20:30", "21:00"),
    "reminder": ("09:00", "11:00", "14:00", "17:00"),
}
# In the order of the card: to the owners, then to their customers.
_ALL = ("brief", "week", "month", "closing", "reminder", "receipt", "uncollected", "birthday", "statement")
_PART_OF = {"reminder": Part.APPOINTMENTS, "uncollected": Part.ORDERS}


def by_word(said: Said, unit: Unit, ask: OwnerClock) -> Replies:
    """One of them is set in a sentence; where this shop has it not, what it has."""
    if ask.what in _PART_OF and not unit.shop.has(_PART_OF[ask.what]):
        return show(said, unit)
    return owner_open_days.clock(said, unit, ask)


def show(said: Said, unit: Unit, ask: object = None) -> Replies:
    """Everything that comes by itself, each with a number."""
    unit.permit("see the shop's settings")
    listed = [what for what in _ALL if what not in _PART_OF or unit.shop.has(_PART_OF[what])]
    rows = tuple(
        words("clock-row", number=at, what=_name(what), state=_state(unit, what)) for at, what in enumerate(listed, 1)
    )
    pressed = [button(words("pick-number", number=at), "clock", what) for at, what in enumerate(listed, 1)]
    return Reply(words("clocks", rows=rows), buttons=(tuple(pressed[:5]), tuple(pressed[5:])))


def one(said: Said, unit: Unit, what: str = "") -> Replies:
    """One of them: the other hours that are offered, and off or on."""
    unit.permit("see the shop's settings")
    if what not in _ALL or (what in _PART_OF and not unit.shop.has(_PART_OF[what])):
        return errors.old_button(said, unit)
    is_on = what not in set(Quiet) or unit.shop.wants(Quiet(what))
    now = _clock(unit, what)
    others = [at for at in _OFFERED.get(what, ()) if is_on and time.fromisoformat(at) != now]
    hours = tuple(
        button(
            words("button-hour", at=open_days.on_day(unit, time.fromisoformat(at))),
            "clock-at",
            what,
            at.replace(":", ""),
        )
        for at in others
    )
    turn: tuple[Button, ...] = ()
    if what in set(Quiet):
        turn = (
            button(words("button-turn", state="off" if is_on else "on"), "clock-turn", what, "off" if is_on else "on"),
        )
    text = words("clock-one", what=_name(what), state=_state(unit, what))
    return Reply(text, buttons=tuple(row for row in (hours[:3], hours[3:], turn) if row))


def at(said: Said, unit: Unit, what: str = "", hour: str = "") -> Replies:
    """It comes at this hour."""
    if f"{hour[:2]}:{hour[2:]}" not in _OFFERED.get(what, ()):
        return errors.old_button(said, unit)
    return owner_open_days.clock(said, unit, OwnerClock(what, at=time(int(hour[:2]), int(hour[2:]))))


def turn(said: Said, unit: Unit, what: str = "", state: str = "") -> Replies:
    """It comes at all, or it does not."""
    if what not in set(Quiet) or state not in ("on", "off"):
        return errors.old_button(said, unit)
    return owner_open_days.clock(said, unit, OwnerClock(what, on=state == "on"))


def _state(unit: Unit, what: str) -> Words:
    if what in set(Quiet) and not unit.shop.wants(Quiet(what)):
        return words("clock-state-off")
    at = _clock(unit, what)
    return (
        words("clock-state-at", at=open_days.on_day(unit, at)) if at is not None else words("clock-state-on", what=what)
    )


def _clock(unit: Unit, what: str) -> time | None:
    found = getattr(unit.shop, HOURS[what][0]) if what in HOURS else None
    return found if isinstance(found, time) else None


def _name(what: str) -> Words:
    return words(owner_open_days.WHATS[what])
