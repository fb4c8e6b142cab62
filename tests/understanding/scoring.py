"""Whether a reading is what a line of the corpus wants; the form of the lines is that of ask dictionaries by kind."""

from datetime import date, datetime, timedelta
from typing import Any

from bot.domain.birthday import parse_birthday
from bot.domain.email import parse_email
from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal
from bot.understanding.asks.account import SetLanguage, Update
from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.values import Item, Period, Spoken
from bot.understanding.asks.visits import RecordVisit
from bot.understanding.asks.voices import Voice
from bot.understanding.names import NameIndex
from bot.understanding.spans import calendar
from tests.understanding.shop import NOW

# What people themselves wrote may be cut out more or less tightly; the conversation shows it anyway.
_OWN_WORDS = frozenset({"about", "note", "service"})
# Slots that a line may leave out without meaning that they are empty.
_MAY_GO_UNSAID = (
    "on",
    "hour_only",
    "paid_by",
    "promised",
    "lapsed",
    "at",
    "sort",
    "items",
)


def agrees(wanted: dict[str, Any], got: Ask | None, names: NameIndex) -> bool:
    """Right kind and right slots. A slot that the line does not mention must be empty, own words aside."""
    if wanted["kind"] == "none":
        return got is None
    if got is None:
        return False
    return _agrees(wanted, got, names)


def _agrees(wanted: dict[str, Any], got: Ask, names: NameIndex) -> bool:
    kind = wanted["kind"]
    if kind == "update_bad":
        return isinstance(got, Update) and bool(got.field == wanted["field"]) and got.value is not None
    if isinstance(got, SetLanguage):
        return (kind, wanted.get("field")) == ("update", "language") and bool(wanted.get("value") == got.language)
    if isinstance(got, Voice):
        return bool(got.sort == kind)
    if got.kind != kind:
        return False
    slots = {name for name in got.__dataclass_fields__ if name not in _OWN_WORDS}
    return all(_same(kind, slot, wanted, got, names) for slot in slots)


def _same(kind: str, slot: str, wanted: dict[str, Any], got: Ask, names: NameIndex) -> bool:
    value = getattr(got, slot)
    if isinstance(value, Spoken):
        return slot in wanted and _same_person(wanted[slot], value, names)
    if slot == "period":
        return _same_period(wanted.get("period"), value)
    if slot in ("when", "at", "to", "before") and (slot in wanted or slot == "when"):
        return _same_moment(wanted.get(slot), value)
    if isinstance(got, RecordVisit) and slot == "items":
        return [list(item) for item in wanted.get("items", [])] == [[item.name, item.quantity] for item in value]
    if slot == "hours":
        return wanted.get("hours") == (None if value is None else "-".join(f"{hour:%H:%M}" for hour in value))
    if slot == "days_off":
        return bool(wanted.get("days_off", []) == sorted(value))
    if slot in ("until", "every_days", "quiet"):
        return bool(wanted.get(slot) == (value.isoformat() if isinstance(value, date) else value or None))
    if isinstance(value, tuple) and slot in wanted:
        return bool(wanted[slot] == [[one.name, one.quantity] if isinstance(one, Item) else one for one in value])
    if slot == "regulars_only":
        return bool(value) == (wanted.get("scope") == "regulars")
    if slot == "value":
        return _same_value(wanted, value)
    if slot in _MAY_GO_UNSAID and slot not in wanted:
        return True
    return bool(wanted.get(slot) == value) or (slot not in wanted and not value)


def _same_person(wanted: object, said: Spoken, names: NameIndex) -> bool:
    """By what the index finds; the end of a phone number is for the records and taken as right where it was said."""
    if said.last4 is not None and not said.name:
        return True
    found = {match.name for match in names.who(said.name)} or {said.name}
    return found == (set(wanted["any_of"]) if isinstance(wanted, dict) else {wanted})


def _same_period(wanted: object, got: Period | None) -> bool:
    if wanted is None or got is None:
        return wanted is None and got is None
    if got.name == "span" and isinstance(wanted, str):
        # "From Monday until now" and "this week" ask for the same days that have been.
        whole = calendar(wanted, NOW.date())
        return got.start == whole.start and got.end == NOW.date() + timedelta(days=1)
    if isinstance(wanted, dict):
        return bool((got.count or 0) * (30 if got.name == "months" else 1) == wanted["days"])
    return got.name == wanted


def _same_moment(wanted: str | None, got: object) -> bool:
    if wanted is None or got is None:
        return wanted is None and got is None
    shown = got.strftime("%Y-%m-%dT%H:%M") if isinstance(got, datetime) else str(got)
    return shown == wanted


def _same_value(wanted: dict[str, Any], got: str | None) -> bool:
    """As it would be stored: "3월 8일" is --03-08. Some lines hold the stored form and some the words."""
    value = wanted.get("value")
    if value is None or got is None:
        return value is None and got is None
    return value == got or _stored(wanted["field"], value) == _stored(wanted["field"], got)


def _stored(field: str, typed: str) -> str:
    """What is no number, birthday or address is compared as it was typed."""
    try:
        match field:
            case "phone":
                return parse_phone(typed).e164
            case "email":
                return parse_email(typed).casefold()
            case "birthday":
                return str(parse_birthday(typed, today=NOW.date()))
    except Refusal:
        pass
    return typed.casefold()
