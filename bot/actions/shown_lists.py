"""The list somebody has just been shown: narrowed by a sentence, or one row of it picked by its number.

What is kept is the question and not the people: it is asked again, so that nobody is on a narrowed list who would not
be on the whole one now. With it are kept the buttons that can be said as well: those that turn the page, and the
people of the question who is meant.
"""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any, TypeAlias, get_args

from pydantic import TypeAdapter

from bot.actions import extras, forms, inviting, rolls, segments
from bot.actions.cards import Card, card_of
from bot.actions.people import last4, reach
from bot.actions.unit import Unit
from bot.domain.outgoing import Button, Money, Reply
from bot.domain.people import Group
from bot.domain.reach import Reach
from bot.understanding.asks.appointments import NoShows
from bot.understanding.asks.campaigns import Invite
from bot.understanding.asks.lists import (
    Birthdays,
    Bought,
    Lapsed,
    Missing,
    Narrow,
    New,
    NoExtras,
    Regulars,
    Segments,
    Stale,
    Top,
    Visitors,
)
from bot.understanding.asks.money import PrepaidLeft, Unpaid
from storage import ledger, lists, shown_lists, visits
from storage.consents import has_consent
from storage.models import Customer

PAGE = 10
# "Of those" is about what stands on the screen.
_KEPT = timedelta(hours=12)
# More people than this nobody narrows by hand; the whole list says how many there are.
_MOST = 5_000

Listed: TypeAlias = (
    Lapsed
    | Segments
    | NoExtras
    | Regulars
    | Top
    | New
    | Birthdays
    | Missing
    | Stale
    | Bought
    | Visitors
    | PrepaidLeft
    | NoShows
    | Unpaid
    | Invite
)
LISTS = get_args(Listed)
# The labels of the buttons that can be said instead of pressed.
_TURNS = {"button-next": "next", "button-previous": "previous"}
_PERSON, _NEW = "pick-person", "button-new-person"
_KINDS: dict[str, type[Any]] = {kind.kind: kind for kind in LISTS}


@dataclass(frozen=True, slots=True)
class Row:
    public_id: str
    name: str
    last4: str
    spent: Money
    reach: Reach


@dataclass(frozen=True, slots=True)
class Narrowed:
    """Those of a list who fit. `before` is how many were on it; `conditions` all that was asked of them so far."""

    rows: tuple[Row, ...]
    offset: int
    total: int
    reachable: int
    before: int
    conditions: tuple[Narrow, ...]


@dataclass(frozen=True, slots=True)
class PeopleAsked:
    """A question who is meant: (name, last four digits, data of the button) of each, and that for somebody new."""

    rows: tuple[tuple[str, str, str], ...]
    new: str


def show(unit: Unit, ask: Listed, conditions: Sequence[Narrow] = ()) -> None:
    """The answer shows this list; it is kept with the answer."""
    unit.shown = json.dumps(
        {
            "kind": ask.kind,
            "ask": TypeAdapter(type(ask)).dump_json(ask).decode(),
            "conditions": [TypeAdapter(Narrow).dump_json(one).decode() for one in conditions],
        }
    )


def remember(unit: Unit, replies: Sequence[Reply]) -> None:
    """Keep what was shown, in the transaction that writes the answer."""
    pressed = [button for reply in replies for row in reply.buttons for button in row]
    turns = {name: button.data for button in pressed if (name := _TURNS.get(button.label.key))}
    people = [button for button in pressed if button.label.key == _PERSON]
    new = next((button.data for button in pressed if button.label.key == _NEW), "")
    if not (unit.shown or ((turns or people or new) and unit.actor.works_here)):
        return
    facts: dict[str, Any] = json.loads(unit.shown) if unit.shown else _facts(unit)
    if people or new:
        at = unit.now.isoformat()
        facts["people"] = {"rows": [_said_of(button) for button in people], "new": new, "at": at}
    else:
        facts |= {"people": None, "turns": turns}
    shown_lists.put(unit.session, unit.vault, unit.actor.chat_id, json.dumps(facts), unit.now)


def is_narrowed(unit: Unit) -> bool:
    """Whether the list shown last is a narrowed one."""
    kept = _kept(unit)
    return kept is not None and bool(kept[1])


def turns_shown(unit: Unit) -> dict[str, str] | None:
    """The data of the buttons `next` and `previous` of the page shown last; None where no list was shown."""
    facts = _facts(unit)
    return facts.get("turns", {}) if facts else None


def people_asked_about(unit: Unit) -> PeopleAsked | None:
    """The question who is meant, while it is the newest that can be answered so."""
    kept = _facts(unit).get("people")
    if kept is None or datetime.fromisoformat(kept["at"]) + forms.KEPT < unit.now:
        return None
    return PeopleAsked(tuple((one["name"], one["last4"], one["data"]) for one in kept["rows"]), kept["new"])


def _said_of(button: Button) -> dict[str, str]:
    return {"data": button.data} | {name: str(button.label.args.get(name) or "") for name in ("name", "last4")}


def narrow(unit: Unit, ask: Narrow | None, offset: int = 0) -> Narrowed | None:
    """The last list without those who do not fit, or (None) as it was narrowed last; None where no list was shown."""
    unit.permit("see lists")
    kept = _kept(unit)
    if kept is None:
        return None
    listed, conditions = kept
    if ask is not None:
        conditions = (*conditions, ask)
    people = _people(unit, listed)
    fitting = _fitting(unit, people, conditions)
    page = fitting[offset : offset + PAGE]
    for customer in page:
        unit.saw(customer.id or 0, "list")
    show(unit, listed, conditions)
    currency = unit.shop.currency
    return Narrowed(
        tuple(Row(one.public_id, one.name, last4(one), Money(one.spent_minor, currency), reach(one)) for one in page),
        offset,
        len(fitting),
        sum(reach(one) is not Reach.NONE for one in fitting),
        len(people),
        conditions,
    )


def pick(unit: Unit, number: int) -> Card | Segments | None:
    """The card of whoever stands under this number, or the group; None where no such row was shown."""
    unit.permit("see a customer")
    kept = _kept(unit)
    if kept is not None and kept[0] == Segments():
        return Segments(list(Group)[number - 1]) if 1 <= number <= len(Group) else None
    customer = row(unit, number)
    return card_of(unit, customer) if customer is not None else None


def row(unit: Unit, number: int) -> Customer | None:
    """Whoever stands under this number in the list shown last; None where no such row was shown."""
    unit.permit("see a customer")
    people = everybody_shown(unit) or []
    return people[number - 1] if 0 < number <= len(people) else None


def everybody_of(unit: Unit, ask: Listed) -> list[Customer]:
    """Everybody on such a list, in its order, for a deed that is about all of them."""
    return _people(unit, ask)


def everybody_shown(unit: Unit) -> list[Customer] | None:
    """Everybody on the list that this chat was shown last, as it was narrowed; None where no list was shown."""
    kept = _kept(unit)
    if kept is None:
        return None
    listed, conditions = kept
    return _fitting(unit, _people(unit, listed), conditions)


def question_shown(unit: Unit) -> Listed | None:
    """The question whose list this chat was shown last."""
    kept = _kept(unit)
    return kept[0] if kept is not None else None


def _facts(unit: Unit) -> dict[str, Any]:
    shown = shown_lists.get(unit.session, unit.vault, unit.actor.chat_id, unit.now - _KEPT)
    return json.loads(shown) if shown is not None else {}


def _kept(unit: Unit) -> tuple[Listed, tuple[Narrow, ...]] | None:
    facts = _facts(unit)
    if "kind" not in facts:
        return None
    listed: Listed = TypeAdapter(_KINDS[facts["kind"]]).validate_json(facts["ask"])
    return listed, tuple(TypeAdapter(Narrow).validate_json(one) for one in facts["conditions"])


def _people(unit: Unit, ask: Listed) -> list[Customer]:
    """Everybody on the list, in its order."""
    session = unit.session
    year_ago = unit.today - timedelta(days=unit.shop.rhythm.lost_days)
    regular = unit.shop.rhythm.regular_visit_days
    match ask:
        case Lapsed(days=days, regulars_only=only):
            before = None if days is None else unit.today - timedelta(days=days)
            which = (
                lists.late(unit.today, year_ago, regular) if before is None else lists.away(before, year_ago, regular)
            )
            return _all(unit, lists.only_first(which) if only else which)
        case Regulars(top=top):
            return _all(unit, lists.regulars(year_ago, regular), top)
        case Segments(group=group):
            return _all(unit, segments.members(unit, Group(group))) if group else []
        case NoExtras():
            return extras.ordered(unit)
        case New(period=period):
            return _all(unit, lists.first_here(period.start, period.end))
        case Missing():
            return _all(unit, rolls.without(unit, ask))
        case Stale():
            return _all(unit, lists.dead_numbers())
        case Top(by=by, top=top, period=None):
            return _all(unit, lists.best(by), min(top, rolls.MOST_RANKED))
        case Top(by=by, top=top, period=period) if period is not None:
            found = visits.best(session, by, period.start, period.end, min(top, rolls.MOST_RANKED))
            return [customer for customer, _ in found]
        case Invite():
            return inviting.everybody(unit, ask)
        case Birthdays():
            return rolls.who_has_birthday(unit, ask)
        case Visitors(period=period):
            came = visits.buyers(session, (), period.start, period.end, 0, _MOST)
            return [customer for customer, _, _ in came]
        case PrepaidLeft():
            return [customer for customer, _ in ledger.held(session, ledger.PREPAID)]
        case NoShows():
            return [customer for customer, _, _ in rolls.who_missed(unit, ask)]
        case Bought():
            items, start, end = rolls.bought(unit, ask)
            return [customer for customer, _, _ in visits.buyers(session, items, start, end, 0, _MOST)]
        case _:
            return [customer for customer, _ in visits.debtors(session)]


def _all(unit: Unit, which: lists.Range, top: int | None = None) -> list[Customer]:
    counted = lists.count(unit.session, which)
    return lists.page(unit.session, which, 0, min(top or _MOST, _MOST), counted.first)


def _fitting(unit: Unit, people: Sequence[Customer], conditions: Sequence[Narrow]) -> list[Customer]:
    return [one for one in people if all(_fits(unit, one, condition) for condition in conditions)]


def _fits(unit: Unit, customer: Customer, ask: Narrow) -> bool:
    reached = reach(customer)
    ways: dict[str, Callable[[], bool]] = {
        "": lambda: True,
        "none": lambda: reached is Reach.NONE,
        "any": lambda: reached is not Reach.NONE,
        "telegram": lambda: reached is Reach.TELEGRAM,
        "phone": lambda: reached is Reach.PHONE,
        "advertising": lambda: has_consent(unit.session, customer.id or 0, "advertising"),
    }
    year_ago = unit.today - timedelta(days=unit.shop.rhythm.lost_days)
    last = customer.last_visit_on
    is_regular = customer.year_visits >= unit.shop.rhythm.regular_visit_days and last is not None and last >= year_ago
    return (
        ways[ask.reach]()
        and (is_regular or not ask.regulars_only)
        and (ask.over is None or customer.spent_minor > ask.over)
        and (ask.under is None or customer.spent_minor < ask.under)
    )
