"""What somebody has begun in this chat and not finished."""

from datetime import timedelta
from typing import Any

from bot.actions.unit import Unit
from storage import forms

KEPT = timedelta(minutes=15)
KEPT_LONG = timedelta(days=1)  # for what somebody does between two customers


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


def end(unit: Unit) -> None:
    """Finished, or left."""
    forms.end(unit.session, unit.actor.chat_id)
