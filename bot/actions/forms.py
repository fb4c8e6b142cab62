"""What somebody has begun in this chat and not finished."""

from datetime import timedelta
from typing import Any

from bot.actions.unit import Unit
from storage import forms

KEPT = timedelta(minutes=15)
KEPT_LONG = timedelta(days=1)  # for what somebody does between two customers
_WITHIN = "within"


def open_form(unit: Unit) -> str | None:
    """The name of the form that waits in this chat, if any."""
    form = forms.current(unit.session, unit.vault, unit.actor.chat_id, unit.now)
    return form[0] if form else None


def draft(unit: Unit, name: str) -> dict[str, Any] | None:
    """What was entered so far into the form `name`; None when it is not open any more."""
    form = forms.current(unit.session, unit.vault, unit.actor.chat_id, unit.now)
    return form[2] if form and form[0] == name else None


def begin(unit: Unit, name: str, entered: dict[str, Any] | None = None, *, kept: timedelta = KEPT) -> None:
    """Begin a form, or write down what was entered so far. It is forgotten after `kept`."""
    forms.begin(unit.session, unit.vault, unit.actor.chat_id, name, "", entered or {}, unit.now + kept)


def begin_within(unit: Unit, name: str) -> None:
    """Begin a short form in the middle of whatever is open: that waits underneath until this one is finished."""
    form = forms.current(unit.session, unit.vault, unit.actor.chat_id, unit.now)
    if form is None or form[0] == name:
        begin(unit, name, form[2] if form else None)
    else:
        begin(unit, name, {_WITHIN: {"form": form[0], "entered": form[2]}})


def waits_beneath(unit: Unit) -> str:
    """The name of the form that goes on when the open one is finished; empty if there is none."""
    form = forms.current(unit.session, unit.vault, unit.actor.chat_id, unit.now)
    return form[2].get(_WITHIN, {}).get("form", "") if form else ""


def finish(unit: Unit) -> None:
    """Finished: what waits beneath goes on."""
    form = forms.current(unit.session, unit.vault, unit.actor.chat_id, unit.now)
    end(unit)
    if form is not None and (beneath := form[2].get(_WITHIN)) is not None:
        begin(unit, beneath["form"], beneath["entered"])


def end(unit: Unit) -> None:
    """Left, or finished, with whatever waits beneath."""
    forms.end(unit.session, unit.actor.chat_id)
