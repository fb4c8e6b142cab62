"""What somebody has begun in this chat and not finished: one form on top, and what waits beneath it."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any

from bot.actions.unit import Unit
from storage import forms, outbox

KEPT = timedelta(minutes=15)
KEPT_LONG = timedelta(days=1)  # for what somebody does between two customers
_TOP, _WITHIN = "top", "beneath"

Entered = dict[str, Any]


def open_form(unit: Unit) -> str | None:
    """The name of the form that waits in this chat, if any."""
    return next((one.name for one in _all(unit)), None)


def draft(unit: Unit, name: str) -> Entered | None:
    """What was entered so far into the form `name`, on top or beneath; None when it is not open any more."""
    return next((one.entered for one in _all(unit) if one.name == name), None)


def begin(unit: Unit, name: str, entered: Entered | None = None, *, kept: timedelta = KEPT) -> None:
    """Begin a form, or write down what was entered so far; any other is left. It is forgotten after `kept`."""
    _put(unit, [_Open(name, entered or {}, unit.now + kept)])


def begin_within(unit: Unit, name: str, entered: Entered | None = None, *, kept: timedelta = KEPT) -> None:
    """Begin a form in the middle of whatever is open, or move it on: the rest waits beneath until it is finished."""
    opened = _all(unit)
    if entered is None:
        entered = next((one.entered for one in opened if one.name == name), {})
    _put(unit, [_Open(name, entered, unit.now + kept), *(one for one in opened if one.name != name)])


def hold(unit: Unit, name: str, entered: Entered | None = None, *, kept: timedelta = KEPT) -> None:
    """Keep what a button will need. A form that waits for words goes on as if nothing had been said."""
    others = [one for one in _all(unit) if one.name != name]
    on_top = 1 if others and not others[0].held else 0
    _put(unit, [*others[:on_top], _Open(name, entered or {}, unit.now + kept, held=True), *others[on_top:]])


def asked_last(unit: Unit) -> tuple[str, Entered] | None:
    """What waits for its button and is the last that was said in this chat: its name, and what was kept for it."""
    newest = next((one for one in _all(unit) if one.held), None)
    said_at = outbox.last_planned(unit.session, unit.actor.chat_id)
    if newest is None or said_at is None or newest.until - said_at not in (KEPT, KEPT_LONG):
        return None
    return newest.name, newest.entered


def began_last(unit: Unit) -> str | None:
    """The form on top, if its question is the last that was said in this chat."""
    top = next((one for one in _all(unit) if not one.held), None)
    said_at = outbox.last_planned(unit.session, unit.actor.chat_id)
    if top is None or said_at is None or top.until - said_at not in (KEPT, KEPT_LONG):
        return None
    return top.name


def in_hand(unit: Unit) -> str | None:
    """The open form, as a word of leaving means it: what only waits for a button further up is not in hand any more."""
    top = next(iter(_all(unit)), None)
    return None if top is None or (top.held and asked_last(unit) is None) else top.name


def waits_beneath(unit: Unit) -> str:
    """The name of the form that goes on when the open one is finished; empty if there is none."""
    return next((one.name for one in _all(unit)[1:]), "")


def finish(unit: Unit, name: str) -> None:
    """Finished: what waits beneath goes on, with a quarter of an hour again."""
    opened = _all(unit)
    left = [one for one in opened if one.name != name]
    if len(left) == len(opened):
        return
    if left and left[0] is not opened[0]:
        left[0] = replace(left[0], until=max(left[0].until, unit.now + KEPT))
    _put(unit, left)


def end(unit: Unit) -> None:
    """Left, or finished, with whatever waits beneath."""
    forms.end(unit.session, unit.actor.chat_id)


@dataclass(frozen=True, slots=True)
class _Open:
    """One form, what was entered, and when it is forgotten; `held` only waits for a button."""

    name: str
    entered: Entered
    until: datetime
    held: bool = False


def _all(unit: Unit) -> list[_Open]:
    """The form that waits on top, then those beneath it."""
    form = forms.current(unit.session, unit.vault, unit.actor.chat_id, unit.now)
    if form is None:
        return []
    name, _, entered = form
    beneath = entered.pop(_WITHIN, [])
    rows = [entered.pop(_TOP, {"held": False, "until": None}) | {"name": name, "entered": entered}, *beneath]
    opened = (_Open(one["name"], one["entered"], _until(unit, one["until"]), held=one["held"]) for one in rows)
    return [one for one in opened if one.until > unit.now]


def _until(unit: Unit, written: str | None) -> datetime:
    return datetime.fromisoformat(written) if written else unit.now + KEPT_LONG


def _put(unit: Unit, opened: list[_Open]) -> None:
    """Write them down as one row, which is there as long as any of them."""
    if not opened:
        end(unit)
        return
    top, *beneath = ({"held": one.held, "until": one.until.isoformat()} for one in opened)
    below = [row | {"name": one.name, "entered": one.entered} for row, one in zip(beneath, opened[1:], strict=True)]
    entered = opened[0].entered | {_TOP: top, _WITHIN: below}
    until = max(one.until for one in opened)
    forms.begin(unit.session, unit.vault, unit.actor.chat_id, opened[0].name, "", entered, until)
