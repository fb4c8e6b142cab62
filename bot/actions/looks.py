"""Who of the shop looked at somebody's record, for the owner."""

from dataclasses import dataclass

from bot.actions.own_data import LOOKS_A_PAGE, Look, Looks
from bot.actions.people import WhoIsMeant, chosen, last4, who_is_meant
from bot.actions.unit import Unit
from bot.understanding.asks.values import Spoken
from storage import access_log, staff


@dataclass(frozen=True, slots=True)
class LooksAtOne:
    """A page of the looks at one record, newest first."""

    public_id: str
    name: str
    last4: str
    looks: Looks


def at_record(unit: Unit, who: Spoken | str, offset: int = 0) -> LooksAtOne | WhoIsMeant:
    """Who looked at the record of whoever is meant, or of the person of a button. Raises Refusal person-gone."""
    unit.permit("see who looked")
    customer = who_is_meant(unit, who) if isinstance(who, Spoken) else chosen(unit, who)
    if isinstance(customer, WhoIsMeant):
        return customer
    customer_id = customer.id or 0
    names = {one.user_id: one.name for one in staff.everybody(unit.session)}
    rows = access_log.newest(unit.session, customer_id, LOOKS_A_PAGE, offset)
    looks = tuple(Look(row.at, row.actor_role, names.get(row.actor_id), row.what) for row in rows)
    total = access_log.count(unit.session, customer_id)
    return LooksAtOne(customer.public_id, customer.name, last4(customer), Looks(looks, total))
