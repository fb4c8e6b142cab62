"""What somebody has earned by coming, was promised, and has not taken yet."""

from dataclasses import dataclass

from bot.actions.unit import Unit
from bot.domain.visit_gifts import all_of, current
from storage import ledger, people


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is free for somebody, and how often."""

    what: str
    count: int


def owed(unit: Unit, customer_id: int) -> tuple[Owed, ...]:
    """What is free for this person today, the oldest promise first; nothing where the shop promises nothing.

    What was taken counts against the oldest promise. A visit that was undone after its gift was taken leaves none,
    never less.
    """
    if current(unit.shop.nth_gift) is None:
        return ()
    days = people.visit_days(unit.session, customer_id)
    taken = ledger.gifts_taken(unit.session, customer_id)
    found: dict[str, int] = {}
    for gift in all_of(unit.shop.nth_gift):
        earned = gift.earned(days)
        used = min(taken, earned)
        taken -= used
        if earned > used:
            found[gift.what] = found.get(gift.what, 0) + earned - used
    return tuple(Owed(what, count) for what, count in found.items())
