"""Who is meant: a person as somebody said them, found among the people the shop knows."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from bot.actions.unit import Unit
from bot.domain.names import as_called, parse_name
from bot.domain.phone import parse_phone
from bot.domain.reach import Reach, reach_of
from bot.domain.refusals import Refusal
from bot.understanding.asks.values import Spoken
from bot.understanding.names import MatchKind
from storage import lists, people, visits
from storage.models import Customer

MOST_CHOICES = 5
TOLD = "told"
"""How a detail was confirmed that the shop has written down as it was told."""
_MOST_MATCHES = 50
_LONGEST_NAME_SAID = 60
_KOREAN_NAME = 3

# A part of a name or a name with a slip in it is good enough to look somebody up by, and not to write anything on them.
_SURE = frozenset({MatchKind.FULL, MatchKind.GIVEN, MatchKind.INITIALS, MatchKind.SOUND})


@dataclass(frozen=True, slots=True)
class Candidate:
    """One of those who could be meant, with what tells them apart. `last4` is empty without a number."""

    public_id: str
    name: str
    last4: str
    last_on: date | None
    last_item: str


@dataclass(frozen=True, slots=True)
class WhoIsMeant:
    """Nobody can be sure: ask. `total` people fit, of whom the first few are here; with `near` they only come close.

    `new_name` is the name under which a new person can be written down, empty where what was said is no name. `phone`
    is the whole number that was said with the name: nobody's, or with `near` that of somebody of another name.
    """

    said: str
    candidates: tuple[Candidate, ...]
    total: int
    near: bool
    new_name: str
    phone: str = ""


def who_is_meant(unit: Unit, spoken: Spoken, *, for_writing: bool = False) -> Customer | WhoIsMeant:
    """The one person who can be meant, or the question. With `for_writing` only what was surely said counts."""
    if spoken.phone and not spoken.last4:
        return _of_number(unit, spoken)
    if spoken.last4 and not spoken.name.strip():
        found = people.by_last4(unit.session, unit.vault, spoken.last4)
        return found[0] if len(found) == 1 else _ask(unit, spoken, found, near=False)
    name = spoken.name[:_LONGEST_NAME_SAID]
    matches = unit.names.who(name, _MOST_MATCHES)
    near = bool(matches) and matches[0].kind not in _SURE
    named = lists.of_ids(unit.session, [match.id for match in matches])
    if spoken.last4:
        # Name and number together are surer than either: a slip in the name does not matter then.
        fitting = [one for one in named if last4(one) == spoken.last4]
        near = not fitting
        named = fitting or named or people.by_last4(unit.session, unit.vault, spoken.last4)
    if len(named) == 1 and not (near and (for_writing or spoken.last4)):
        return named[0]
    if not named:
        return _ask(unit, spoken, _namesakes(unit, name), near=True)
    return _ask(unit, spoken, named, near=near)


def meant_or_chosen(unit: Unit, spoken: Spoken, *, to: str = "", new: bool = False) -> Customer | WhoIsMeant:
    """The person something is written on: chosen by a button (`to`), somebody `new`, or whoever is meant.

    Raises Refusal person-gone, name-unusable.
    """
    if new:
        return new_person(unit, spoken)
    return chosen(unit, to) if to else who_is_meant(unit, spoken, for_writing=True)


def is_surely_new(unit: Unit, spoken: Spoken) -> bool:
    """Whether somebody was said to be new, under a number and a name that nobody here has."""
    if not (spoken.is_new and spoken.phone):
        return False
    if people.by_phone(unit.session, unit.vault, parse_phone(spoken.phone)) is not None:
        return False
    return not any(match.kind in _SURE for match in unit.names.who(spoken.name[:_LONGEST_NAME_SAID], 1))


def _of_number(unit: Unit, spoken: Spoken) -> Customer | WhoIsMeant:
    """Whoever has the number, if the name is theirs; else the question. Raises what `parse_phone` raises."""
    phone = parse_phone(spoken.phone)
    holder = people.by_phone(unit.session, unit.vault, phone)
    matches = unit.names.who(spoken.name[:_LONGEST_NAME_SAID], _MOST_MATCHES)
    if holder is not None:
        if holder.id in {match.id for match in matches}:
            return holder
        return replace(_ask(unit, spoken, [holder], near=True), new_name="", phone=phone.national)
    named = lists.of_ids(unit.session, [match.id for match in matches])
    return replace(_ask(unit, spoken, named, near=False), phone=phone.national)


def _namesakes(unit: Unit, name: str) -> list[Customer]:
    """Nobody is called so; those who share the given name, because surnames are what people mix up."""
    words = name.split()
    parts = words if len(words) > 1 else [name[1:]] if len(name) == _KOREAN_NAME else []
    found = [
        match.id for part in parts for match in unit.names.who(part, _MOST_MATCHES) if match.kind is MatchKind.GIVEN
    ]
    return lists.of_ids(unit.session, list(dict.fromkeys(found)))


def chosen(unit: Unit, public_id: str) -> Customer:
    """The person of a button. Raises Refusal person-gone."""
    customer = people.by_public_id(unit.session, public_id)
    if customer is None:
        raise Refusal("person-gone")
    return customer


def new_person(unit: Unit, spoken: Spoken) -> Customer:
    """Write a new person down, with the number that was said. Raises Refusal name-unusable and of `parse_phone`."""
    customer = people.create(unit.session, parse_name(spoken.name), unit.now)
    phone = parse_phone(spoken.phone) if spoken.phone else None
    if phone is not None and people.by_phone(unit.session, unit.vault, phone) is None:
        people.set_phone(unit.session, unit.vault, customer, phone)
        people.confirm(unit.session, customer.id or 0, "phone", unit.now, by="shop", how=TOLD)
    unit.names_changed = True
    return customer


def forget_new(unit: Unit, customer: Customer) -> bool:
    """Take a person away again who came into the books by mistake, unless something hangs on them by now."""
    unit.session.flush()
    confirmed = people.confirmation(unit.session, customer.id or 0, "phone")
    # The number that came into the books with them goes with them.
    came_along = confirmed is not None and confirmed.how == TOLD
    if not people.is_untouched(unit.session, customer, besides_number=came_along):
        return False
    if came_along:
        people.unconfirm(unit.session, customer.id or 0, "phone")
    people.remove(unit.session, customer)
    unit.names_changed = True
    return True


def last4(customer: Customer) -> str:
    """The last four digits of the number, by which people of one name are told apart; empty without a number."""
    return (customer.phone or "")[-4:]


def reach(customer: Customer) -> Reach:
    return reach_of(
        linked=customer.chat_id is not None, blocked=customer.blocked_at is not None, phone_kind=customer.phone_kind
    )


def as_candidate(unit: Unit, customer: Customer) -> Candidate:
    """The person with what tells them apart from others."""
    unit.saw(customer.id or 0, "choice")
    last = visits.last_of(unit.session, customer.id or 0)
    items = [line.item for line in visits.lines_of(unit.session, last.id or 0) if line.item] if last else []
    return Candidate(
        customer.public_id, customer.name, last4(customer), customer.last_visit_on, items[0] if items else ""
    )


def _ask(unit: Unit, spoken: Spoken, found: Sequence[Customer], *, near: bool) -> WhoIsMeant:
    return WhoIsMeant(
        said=(as_called(spoken.name.strip()) or spoken.last4 or spoken.raw)[:_LONGEST_NAME_SAID],
        candidates=tuple(as_candidate(unit, customer) for customer in found[:MOST_CHOICES]),
        total=len(found),
        near=near,
        new_name=_usable(spoken.name),
    )


def _usable(name: str) -> str:
    try:
        return parse_name(name)
    except Refusal:
        return ""
