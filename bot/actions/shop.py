"""The shop's settings: what the environment says, and what the owner has set in chat, which wins."""

from dataclasses import dataclass, replace
from datetime import time
from typing import Any

from sqlmodel import Session

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.unit import Unit
from bot.domain.names import parse_name
from bot.domain.people import StageRule
from bot.domain.refusals import Refusal
from bot.domain.rhythm import RhythmRule
from bot.domain.shop import Part, Preset, Shop, ShopField
from bot.domain.written_text import one_line
from bot.understanding.asks.lists import ChangeRule
from bot.understanding.shop_sentences import preset_said
from storage import facts, journal, people, prices
from storage.models import JournalEntry
from storage.vault import Vault

# Nothing about a shop's settings runs out: only what came after can stand in the way of an Undo.

PART_SWITCHED = "shop_part"
FACTS_CHANGED = "shop_facts"
RULES_CHANGED = "shop_rules"

_FACT = "shop"
# By what is ruled: the number that counts, and the number of days.
_RULES: dict[str, tuple[str, str]] = {
    "regular": ("regular_visit_days", "regular_days"),
    "loyal": ("", "loyal_days"),
    "core": ("core_percent", ""),
    "new": ("new_until_visit_days", ""),
    "lost": ("", "lost_days"),
    "late": ("late_percent", ""),
    "existing": ("", ""),
    "prospect": ("", ""),
}
_RULE_LIMITS = {
    "regular_visit_days": (2, 300),
    "regular_days": (14, 1095),
    "loyal_days": (30, 3650),
    "core_percent": (1, 50),
    "new_until_visit_days": (1, 30),
    "lost_days": (30, 1825),
    "late_percent": (105, 500),
}
_LONGEST = {
    ShopField.NAME: 40,
    ShopField.HOURS: 80,
    ShopField.ANSWERED_BY: 30,
    ShopField.CONTACT: 40,
    ShopField.ADDRESS: 100,
}


@dataclass(frozen=True, slots=True)
class ShopChanged:
    """One setting as it was and is; `undo` names its entry in the journal and is None where nothing has changed."""

    field: ShopField
    before: str
    after: str
    undo: str | None


@dataclass(frozen=True, slots=True)
class PartSwitched:
    """A part that is on or off now; `undo` is None where it was so already, or after an Undo."""

    part: Part
    on: bool
    undo: str | None


@dataclass(frozen=True, slots=True)
class RuleChanged:
    """What holds now; `undo` is None where it held already, or after an Undo."""

    group: str
    rhythm: RhythmRule
    stages: StageRule
    undo: str | None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that is set, as text; "" where it is not. `prices` counts the things on the price list."""

    values: tuple[tuple[ShopField, str], ...]
    prices: int


def current_shop(session: Session, vault: Vault, configured: Shop) -> Shop:
    """The shop as of this transaction."""
    said = facts.get(session, vault, _FACT)
    return _with(configured, said) if said else configured


def settings(unit: Unit) -> Settings:
    """What is set now."""
    unit.permit("see the shop's settings")
    values = tuple((field, _value(unit.shop, field)) for field in ShopField if field is not ShopField.PRICES)
    return Settings(values, len(prices.price_list(unit.session)))


def change(unit: Unit, field: ShopField, text: str) -> ShopChanged:
    """Set one of the settings, the price list aside. Raises Refusal shop-text-unusable, shop-kind-unknown."""
    unit.permit("change the shop")
    before, after = _value(unit.shop, field), _checked(field, text)
    if before == after:
        return ShopChanged(field, before, after, None)
    said = facts.get(unit.session, unit.vault, _FACT) or {}
    entry = write_entry(
        unit,
        deed_of(field),
        before={"value": said.get(field), "shown": getattr(unit.shop, field)},
        after={"value": after},
        undo_for=UNDO_FOR,
    )
    _put(unit, field, after, after)
    return ShopChanged(field, before, after, entry.public_id)


def take_back(unit: Unit, entry: JournalEntry) -> ShopChanged:
    """Undo: what was set before holds again, or what the environment says. Raises Refusal undo-changed-since."""
    unit.permit("change the shop")
    if journal.later_change(unit.session, entry) is not None:
        raise Refusal("undo-changed-since")
    field = next(one for one in ShopField if deed_of(one) == entry.deed)
    taken, before = _value(unit.shop, field), journal.before(unit.vault, entry)
    _put(unit, field, before["value"], before["shown"])
    return ShopChanged(field, taken, _value(unit.shop, field), None)


def switch_part(unit: Unit, part: Part, *, on: bool) -> PartSwitched:
    """Switch a part of the assistant on or off; what is off is not mentioned anywhere."""
    unit.permit("change the shop")
    if unit.shop.has(part) is on:
        return PartSwitched(part, on, None)
    before, after = unit.shop.parts, unit.shop.switched(part, on=on)
    entry = write_entry(
        unit,
        PART_SWITCHED,
        before={"parts": before},
        after={"parts": after, "part": part.value, "on": on},
        undo_for=UNDO_FOR,
    )
    _put_fact(unit, "parts", after, after)
    return PartSwitched(part, on, entry.public_id)


def take_switch_back(unit: Unit, entry: JournalEntry) -> PartSwitched:
    """Undo: the part is as it was. Raises Refusal undo-changed-since."""
    unit.permit("change the shop")
    after, before = journal.after(unit.vault, entry), journal.before(unit.vault, entry)["parts"]
    if unit.shop.parts != after["parts"]:
        raise Refusal("undo-changed-since")
    _put_fact(unit, "parts", before or None, before)
    return PartSwitched(Part(after["part"]), not after["on"], None)


@dataclass(frozen=True, slots=True)
class FactsChanged:
    """Settings that are no text of the owner's (hours of messages, closing days), before and after, by their names."""

    before: dict[str, str]
    after: dict[str, str]
    undo: str | None


def change_facts(unit: Unit, **after: str) -> FactsChanged:
    """Set fields of `Shop` by their names; times as HH:MM."""
    unit.permit("change the shop")
    before = {name: _shown(unit.shop, name) for name in after}
    if before == after:
        return FactsChanged(before, after, None)
    said = facts.get(unit.session, unit.vault, _FACT) or {}
    entry = write_entry(
        unit,
        FACTS_CHANGED,
        before={"values": {name: said.get(name) for name in after}, "shown": before},
        after={"values": after},
        undo_for=UNDO_FOR,
    )
    for name, value in after.items():
        _put_fact(unit, name, value, value)
    return FactsChanged(before, after, entry.public_id)


def take_facts_back(unit: Unit, entry: JournalEntry) -> FactsChanged:
    """Undo: what was set before holds again. Raises Refusal undo-changed-since."""
    unit.permit("change the shop")
    after = journal.after(unit.vault, entry)["values"]
    if any(_shown(unit.shop, name) != value for name, value in after.items()):
        raise Refusal("undo-changed-since")
    before = journal.before(unit.vault, entry)
    for name, value in before["values"].items():
        _put_fact(unit, name, value, before["shown"][name])
    return FactsChanged(after, before["shown"], None)


def _shown(shop: Shop, name: str) -> str:
    value = getattr(shop, name)
    return f"{value:%H:%M}" if isinstance(value, time) else str(value)


def change_rule(unit: Unit, ask: ChangeRule) -> RuleChanged:
    """Call somebody a regular, late, lost … by other numbers, and count everybody anew where that is needed.

    Raises Refusal rule-unclear (nothing was said that this rule has), rule-impossible.
    """
    unit.permit("change the shop")
    numbers = _rule_numbers(ask)
    before, after = unit.shop.rules, unit.shop.ruled(**numbers)
    if before == after:
        return RuleChanged(ask.group, unit.shop.rhythm, unit.shop.stages, None)
    entry = write_entry(
        unit,
        RULES_CHANGED,
        before={"rules": before},
        after={"rules": after, "group": ask.group},
        undo_for=UNDO_FOR,
    )
    _put_rules(unit, after)
    return RuleChanged(ask.group, unit.shop.rhythm, unit.shop.stages, entry.public_id)


def ruled_by(unit: Unit, ask: ChangeRule) -> Shop:
    """The shop as it would be with that rule; nothing is changed. Raises Refusal as `change_rule` does."""
    unit.permit("see lists")
    return replace(unit.shop, rules=unit.shop.ruled(**_rule_numbers(ask)))


def take_rule_back(unit: Unit, entry: JournalEntry) -> RuleChanged:
    """Undo: the numbers are as they were. Raises Refusal undo-changed-since."""
    unit.permit("change the shop")
    after = journal.after(unit.vault, entry)
    if unit.shop.rules != after["rules"]:
        raise Refusal("undo-changed-since")
    _put_rules(unit, journal.before(unit.vault, entry)["rules"])
    return RuleChanged(after["group"], unit.shop.rhythm, unit.shop.stages, None)


def _put_rules(unit: Unit, rules: str) -> None:
    """The kept figures of each person rest on two of the numbers."""
    was = unit.shop.rhythm
    _put_fact(unit, "rules", rules or None, rules)
    now = unit.shop.rhythm
    if (was.regular_days, was.late_percent) != (now.regular_days, now.late_percent):
        people.refresh_figures_of(unit.session, people.all_ids(unit.session), now)


def _rule_numbers(ask: ChangeRule) -> dict[str, int]:
    """What is said of which rule, in its own numbers."""
    counted, days = _RULES[ask.group]
    said = {name: number for name, number in ((counted, ask.count), (days, ask.days)) if name and number is not None}
    if not said or (ask.count is not None and not counted):
        raise Refusal("rule-unclear")
    for name, number in said.items():
        least, most = _RULE_LIMITS[name]
        if not least <= number <= most:
            raise Refusal("rule-impossible", least=least, most=most)
    return said


def deed_of(field: ShopField) -> str:
    """The journal's name for a change of this setting."""
    return f"shop_{field}"


def _put(unit: Unit, field: ShopField, value: str | None, shown: str) -> None:
    _put_fact(unit, field.value, value, shown)


def _put_fact(unit: Unit, name: str, value: str | None, shown: str) -> None:
    """Write the setting, or (None) forget it. The rest of this unit sees the shop as it then is: with `shown`."""
    said = {key: other for key, other in (facts.get(unit.session, unit.vault, _FACT) or {}).items() if key != name}
    if value is not None:
        said[name] = value
    facts.put(unit.session, unit.vault, _FACT, said)
    unit.shop = _with(unit.shop, {name: shown})


def _with(shop: Shop, said: dict[str, str]) -> Shop:
    values: dict[str, Any] = {
        name: time.fromisoformat(value) if name.endswith("_time") else value for name, value in said.items()
    }
    shop = replace(shop, **values)
    return replace(shop, preset=Preset(shop.preset))


def _value(shop: Shop, field: ShopField) -> str:
    if field is ShopField.NAME and not shop.is_named:
        return ""
    return str(getattr(shop, field))


def _checked(field: ShopField, text: str) -> str:
    if field is ShopField.PRESET:
        preset = preset_said(text)
        if preset is None:
            raise Refusal("shop-kind-unknown")
        return preset
    value = parse_name(text) if field is ShopField.ANSWERED_BY else one_line(text)
    if not any(sign.isalnum() for sign in value) or len(value) > _LONGEST[field]:
        raise Refusal("shop-text-unusable", most=_LONGEST[field])
    return value
