"""The month's card: three customers to ask what went wrong, and the one thing that the shop failed at.

What the owner writes down is read back on the next card. Only the names of the records are kept with it: who was
forgotten since is not on any card.
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from bot.actions import forms, sending
from bot.actions.people import last4
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, Words, words
from bot.domain.owners_day import month_before, month_due
from bot.domain.refusals import Refusal
from bot.domain.shop import Quiet
from bot.domain.written_text import one_line
from storage import cases, facts, lists, people
from storage.models import Customer

FORM = "month-failed"
_FACT = "months"
_ASK = 3
_SEEN_WITHIN = timedelta(days=60)
_MONTHS_KEPT = 13
_LONGEST = 300


@dataclass(frozen=True, slots=True)
class Asked:
    """Somebody to ask, and why them."""

    public_id: str
    name: str
    last4: str
    why: Words


@dataclass(frozen=True, slots=True)
class Card:
    """The card of the month that begins with `first`. `failed` is what was written for it, `before` for the last."""

    first: date
    asked: tuple[Asked, ...]
    failed: str
    before: str


def card(unit: Unit) -> Reply:
    """The card of this month, as it came or as it would come."""
    unit.permit("see lists")
    first = unit.today.replace(day=1)
    found = _card(unit, first)
    for one in found.asked:
        person = people.by_public_id(unit.session, one.public_id)
        unit.saw(person.id or 0 if person else 0, "list")
    return _told(found)


def tell_owners(unit: Unit) -> Planned:
    """On the first morning of the month, or up to a week later if the machine slept. Once, if there is whom to ask."""
    unit.permit("plan messages")
    first = month_due(unit.now, unit.shop.zone, unit.shop.brief_time)
    if first is None or not unit.shop.wants(Quiet.MONTH):
        return Planned()
    key = f"month:{first}"
    if sending.was_told_to_owners(unit, key):
        return Planned()
    found = _card(unit, first)
    if not found.asked:
        return Planned()
    _keep(unit, first, asked=[one.public_id for one in found.asked])
    return Planned(sending.tell_owners(unit, key, _told(found)))


def begin(unit: Unit) -> None:
    """The next words of this chat are what went wrong."""
    unit.permit("change the shop")
    forms.begin(unit, FORM, {"month": unit.today.replace(day=1).isoformat()}, kept=forms.KEPT_LONG)


def write(unit: Unit, text: str) -> date:
    """Keep it for the next card. Returns when that comes. Raises Refusal month-empty."""
    unit.permit("change the shop")
    plain = one_line(text)[:_LONGEST]
    if not any(sign.isalnum() for sign in plain):
        raise Refusal("month-empty")
    draft = forms.draft(unit, FORM) or {}
    first = date.fromisoformat(draft.get("month") or unit.today.replace(day=1).isoformat())
    forms.end(unit)
    _keep(unit, first, failed=plain)
    return (first + timedelta(days=32)).replace(day=1)


def _card(unit: Unit, first: date) -> Card:
    months = _months(unit)
    this, before = months.get(first.isoformat(), {}), months.get(month_before(first).isoformat(), {})
    chosen = this.get("asked")
    lately = set(before.get("asked", ()))
    asked = _again(unit, chosen) if chosen else _choose(unit, lately) or _choose(unit, set())
    return Card(first, tuple(asked), this.get("failed", ""), before.get("failed", ""))


def _choose(unit: Unit, lately: set[str]) -> list[Asked]:
    """Whoever complained, then the newest customer, then those who come most: nobody in `lately`."""
    since = unit.today - _SEEN_WITHIN
    found: dict[str, Asked] = {}

    def take(person: Customer, why: Words) -> None:
        if person.public_id not in lately and len(found) < _ASK:
            found.setdefault(person.public_id, Asked(person.public_id, person.name, last4(person), why))

    for case, person in cases.complaints_since(unit.session, unit.now - _SEEN_WITHIN, _ASK):
        take(person, words("month-why-complaint", on=unit.shop.day_of(case.opened_at)))
        break
    for person in lists.page(unit.session, lists.first_here(since, unit.today + timedelta(days=1)), 0, _ASK, _ASK):
        if person.first_visit_on is not None and not person.quiet:
            take(person, words("month-why-new", on=person.first_visit_on))
            break
    for person in lists.seen_since(unit.session, since, _ASK * 4):
        if not person.quiet:
            take(person, words("month-why-regular", count=person.year_visits))
    return list(found.values())


def _again(unit: Unit, public_ids: list[str]) -> list[Asked]:
    """The people of a card that has come already, with the reason that still holds."""
    reasons = {one.public_id: one.why for one in _choose(unit, set())}
    found = (people.by_public_id(unit.session, one) for one in public_ids)
    return [
        Asked(
            one.public_id,
            one.name,
            last4(one),
            reasons.get(one.public_id) or words("month-why-regular", count=one.year_visits),
        )
        for one in found
        if one is not None
    ]


def _told(found: Card) -> Reply:
    rows = tuple(
        words("month-row", number=at, name=one.name, last4=one.last4, why=one.why)
        for at, one in enumerate(found.asked, start=1)
    )
    text = words(
        "month",
        before=words("month-before", text=found.before) if found.before else None,
        rows=rows or words("month-nobody"),
        failed=words("month-written", text=found.failed) if found.failed else words("month-ask"),
    )
    return Reply(text, buttons=((button(words("button-month-write"), "month-write"),),))


def _months(unit: Unit) -> dict[str, dict[str, Any]]:
    return facts.get(unit.session, unit.vault, _FACT) or {}


def _keep(unit: Unit, first: date, **said: object) -> None:
    months = _months(unit)
    months[first.isoformat()] = months.get(first.isoformat(), {}) | said
    kept = dict(sorted(months.items())[-_MONTHS_KEPT:])
    facts.put(unit.session, unit.vault, _FACT, kept)
