"""Whose points run out when: what is left of each credit, by the day on which it ends."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta

from bot.actions.unit import Unit
from bot.domain.lots import Lot, Move, ends_on, lots
from bot.domain.outgoing import Kind, Words, words
from bot.domain.shop import Part
from storage import ledger, told, visits
from storage.models import LedgerEntry

KEY = "points-end"
EARNED, GIVEN = "earned", "given"
TOLD_BEFORE = timedelta(days=30)
AT_LEAST = timedelta(days=7)
# What was earned by paying is the person's own. Word of what was simply given is advertising.
GROUNDS = ((EARNED, Kind.BALANCE), (GIVEN, Kind.EXPIRY))


@dataclass(frozen=True, slots=True)
class Ending:
    """Points that run out together, after the day `on`. `given` came on days without a paid visit."""

    on: date
    earned: tuple[Lot, ...]
    given: tuple[Lot, ...]

    @property
    def points(self) -> int:
        return self.of(EARNED) + self.of(GIVEN)

    def lots(self, ground: str) -> tuple[Lot, ...]:
        return self.given if ground == GIVEN else self.earned

    def of(self, ground: str) -> int:
        return sum(lot.left for lot in self.lots(ground))


def endings(unit: Unit, customer_id: int) -> tuple[Ending, ...]:
    """What of this person's points runs out, the next first; nothing where they never do."""
    if unit.shop.points_rule is None or not unit.shop.has(Part.POINTS):
        return ()
    return endings_of(unit, customer_id, ledger.rows(unit.session, ledger.POINTS, customer_id).get(customer_id, ()))


def next_ending(unit: Unit, customer_id: int) -> Ending | None:
    """The next points of this person to run out, with the day that they have read; what waits for its word has none."""
    for ending in endings(unit, customer_id):
        on = max(told_day(unit, customer_id, ending, ground) for ground, _ in GROUNDS if ending.of(ground))
        if on >= unit.today:
            return replace(ending, on=on)
    return None


def told_day(unit: Unit, customer_id: int, ending: Ending, ground: str) -> date:
    """The last day that the person has read of: a machine that slept has told them later."""
    if ending.on >= unit.today + AT_LEAST:
        return ending.on
    row = told.by_key(unit.session, key_of(customer_id, ending, ground))
    return ending.on if row is None else max(ending.on, unit.shop.day_of(row.planned_at) + AT_LEAST)


def words_of(ending: Ending | None, balance: int) -> Words | None:
    """What of a balance runs out next, as it stands behind it in brackets."""
    if ending is None:
        return None
    return words("points-ending", count=ending.points, all=ending.points == balance, on=ending.on)


def endings_of(unit: Unit, customer_id: int, rows: Sequence[LedgerEntry], until: date = date.max) -> tuple[Ending, ...]:
    """The same of rows at hand, up to a last day."""
    rule = unit.shop.points_rule
    if rule is None:
        return ()
    by_day: dict[date, list[Lot]] = {}
    for lot in lots(_move(unit, row) for row in rows):
        on = ends_on(lot.on, *rule)
        if on <= until:
            by_day.setdefault(on, []).append(lot)
    paid = visits.paid_days(unit.session, customer_id) if by_day else frozenset()
    return tuple(
        Ending(on, tuple(lot for lot in some if lot.on in paid), tuple(lot for lot in some if lot.on not in paid))
        for on, some in sorted(by_day.items())
    )


def all_endings(unit: Unit, until: date) -> list[tuple[int, Ending]]:
    """Whose points run out until that day, by the customer's id."""
    if unit.shop.points_rule is None or not unit.shop.has(Part.POINTS):
        return []
    return [
        (customer_id, ending)
        for customer_id, rows in ledger.rows(unit.session, ledger.POINTS).items()
        for ending in endings_of(unit, customer_id, rows, until)
    ]


def key_of(customer_id: int, ending: Ending, ground: str) -> str:
    """The key of the one message about these points."""
    return f"{KEY}:{customer_id}:{ending.on}:{ground}"


def _move(unit: Unit, row: LedgerEntry) -> Move:
    return Move(row.id or 0, unit.shop.day_of(row.at), row.amount_minor, row.of_id, row.reason)
