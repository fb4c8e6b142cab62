"""Setting the shop up in chat: five questions, one after the other. Each can be put off, and changed later."""

from dataclasses import dataclass
from typing import Any

from bot.actions import forms, price_list, shop
from bot.actions.price_list import PricesChanged
from bot.actions.shop import ShopChanged
from bot.actions.unit import Unit
from bot.domain.opening import beside_hours
from bot.domain.permissions import Role
from bot.domain.shop import ShopField
from storage import facts, lists

ORDER = (ShopField.NAME, ShopField.PRESET, ShopField.HOURS, ShopField.PRICES, ShopField.ANSWERED_BY)

_FACT = "setup"


@dataclass(frozen=True, slots=True)
class Next:
    """What follows an answer: the next of several questions, or (guided, and no field) that it was the last one."""

    guided: bool
    field: ShopField | None = None


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of an answer, and what follows."""

    field: ShopField
    changed: ShopChanged | PricesChanged
    then: Next


def form_of(field: ShopField) -> str:
    """The name of the form that waits for this setting."""
    return f"shop-{field}"


def is_due(unit: Unit) -> bool:
    """Whether the owner stands in an empty shop that nobody has set up, or begun to and neither finished nor left."""
    said = _fact(unit)
    untouched = not unit.shop.is_named or "answered" in said
    return (
        unit.actor.role is Role.OWNER and untouched and "over" not in said and lists.everybody(unit.session).total == 0
    )


def begin(unit: Unit) -> ShopField | None:
    """Ask the first question that has no answer yet; None when there is none."""
    unit.permit("change the shop")
    return _ask_next(unit)


def ask_for(unit: Unit, field: ShopField) -> None:
    """Ask one question by itself."""
    unit.permit("change the shop")
    forms.begin(unit, form_of(field), {"guided": False})


def waits_for(unit: Unit) -> ShopField | None:
    """The setting that is being asked for in this chat."""
    begun = forms.open_form(unit)
    return next((field for field in ShopField if form_of(field) == begun), None)


def answer(unit: Unit, field: ShopField, text: str) -> Answered:
    """Set one of the settings: what a question waited for, or said of oneself at any time.

    A refusal (those of `shop.change` and `price_list.take`) leaves the question open for another try.
    """
    unit.permit("change the shop")
    if field is ShopField.HOURS:
        text = beside_hours(unit.shop.hours, text)
    changed = price_list.take(unit, text) if field is ShopField.PRICES else shop.change(unit, field, text)
    return Answered(field, changed, _go_on(unit, field))


def put_off(unit: Unit) -> Next | None:
    """Go on without an answer; None when nothing was asked."""
    unit.permit("change the shop")
    waiting = waits_for(unit)
    return None if waiting is None else _go_on(unit, waiting)


def leave(unit: Unit) -> None:
    """Enough: nobody is asked again of themselves."""
    unit.permit("change the shop")
    forms.end(unit)
    _put(unit, over=True)


def is_guided(unit: Unit) -> bool:
    """Whether the question that waits is one of several, one after the other."""
    waiting = waits_for(unit)
    return waiting is not None and bool((forms.draft(unit, form_of(waiting)) or {}).get("guided"))


def _go_on(unit: Unit, field: ShopField) -> Next:
    """After an answer, or without one."""
    if waits_for(unit) is not field:
        return Next(guided=False)
    guided = is_guided(unit)
    forms.end(unit)
    if not guided:
        return Next(guided=False)
    _put(unit, answered=[*_answered(unit), field.value])
    return Next(guided=True, field=_ask_next(unit))


def _ask_next(unit: Unit) -> ShopField | None:
    said = dict(shop.settings(unit).values)
    known = {field for field in ORDER if field is not ShopField.PRESET and said.get(field)} | set(_answered(unit))
    following = next((field for field in ORDER if field not in known), None)
    if following is None:
        _put(unit, over=True)
    else:
        forms.begin(unit, form_of(following), {"guided": True}, kept=forms.KEPT_LONG)
    return following


def _answered(unit: Unit) -> list[str]:
    answered: list[str] = _fact(unit).get("answered", [])
    return answered


def _fact(unit: Unit) -> dict[str, Any]:
    said: dict[str, Any] = facts.get(unit.session, unit.vault, _FACT) or {}
    return said


def _put(unit: Unit, **said: object) -> None:
    facts.put(unit.session, unit.vault, _FACT, _fact(unit) | said)
