"""Which of somebody's things a complaint is about: the likeliest is named with its day, and whoever complained says.

Their word goes into the case, as a line of it, and to the shop. Nothing is looked at but their own visits.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from bot.actions import profile
from bot.actions.price_list import known_items
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.domain.written_text import one_line
from bot.understanding.lexicon import ItemWord
from storage import accounts, cases, visits
from storage.models import Case, Customer

_LAST_VISITS = 5
MOST_OTHERS = 2


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing of a visit. `place` names it in a button: the visit's public id and which line of it."""

    item: str
    on: date
    place: tuple[str, str]


def likeliest(unit: Unit, person: Customer, text: str) -> Thing | None:
    """The thing that the words name best, of equals the newest; None where they name none of them."""
    known, best, found = known_items(unit), 0, None
    for thing in _things(unit, person):
        fit = _fit(thing.item, text, known)
        if fit > best:
            best, found = fit, thing
    return found


def others(unit: Unit, entry: str, place: tuple[str, str]) -> tuple[Thing, ...]:
    """The newest things besides the one that it is not. Raises Refusal case-gone."""
    unit.permit("be heard")
    own_case(unit, entry)
    person = profile.own_record(unit)
    not_it = next((thing for thing in _things(unit, person) if thing.place == place), None)
    kept: dict[tuple[str, date], Thing] = {}
    for thing in _things(unit, person):
        if not_it is None or (thing.item, thing.on) != (not_it.item, not_it.on):
            kept.setdefault((thing.item, thing.on), thing)
    return tuple(kept.values())[:MOST_OTHERS]


def say_which(unit: Unit, entry: str, place: tuple[str, str]) -> tuple[Case, Thing]:
    """It is this one: written into the case. Raises Refusal case-gone."""
    unit.permit("be heard")
    case = own_case(unit, entry)
    thing = next((one for one in _things(unit, profile.own_record(unit)) if one.place == place), None)
    if thing is None:
        raise Refusal("case-gone")
    cases.add_line(unit.session, case, "customer", f"{thing.item} ({thing.on})", unit.now)
    return case, thing


def own_case(unit: Unit, entry: str) -> Case:
    """The case of whoever speaks. Raises Refusal case-gone."""
    case = cases.by_public_id(unit.session, entry)
    if case is None or case.customer_id != unit.actor.customer_id or case.state == "withdrawn":
        raise Refusal("case-gone")
    return case


def _things(unit: Unit, person: Customer) -> list[Thing]:
    return [
        Thing(line.item, visit.visited_on, (visit.public_id, str(at)))
        for visit in accounts.newest_visits(unit.session, person.id or 0, _LAST_VISITS)
        for at, line in enumerate(visits.lines_of(unit.session, visit.id or 0))
        if line.item
    ]


def _fit(item: str, text: str, known: Iterable[ItemWord]) -> int:
    """How well a text names an item: the length of the longest word for it that is said.

    "바지" and "trousers" name a "남색 바지" too: its last word says what kind of thing it is.
    """
    kind = one_line(item).split()[-1:]
    words = {item, *kind}
    for thing in known:
        if words & {thing.name, *thing.also}:
            words |= {thing.name, *thing.also}
    return max((len(word) for word in words if _is_said(word, text)), default=0)


def _is_said(word: str, text: str) -> bool:
    """Korean takes particles behind a word and compounds before it; other words stand alone."""
    if not word.isascii():
        return word in text
    return re.search(rf"(?<![a-z]){re.escape(word)}(?![a-z])", text, re.IGNORECASE) is not None
