"""The card: all that the shop knows of one person, and where it comes from."""

from dataclasses import dataclass
from datetime import date

from bot.actions import appointments, orders, preferences
from bot.actions.appointments import Booking
from bot.actions.orders import OrderView
from bot.actions.people import WhoIsMeant, chosen, reach, who_is_meant
from bot.actions.unit import Unit
from bot.domain.outgoing import Money
from bot.domain.reach import Reach
from bot.domain.rhythm import USUAL_RULE, Rhythm
from bot.domain.shop import Part
from bot.understanding.asks import Spoken
from storage import ledger, people, photos, visits
from storage.models import Customer


@dataclass(frozen=True, slots=True)
class Card:
    """One person. `visits` counts days on which they were here; unknown is None.

    `phone_kind` is living, dead or none. `confirmed_on` and `confirmed_by` say how fresh the number is.
    `rhythm_from` is the number of visit days from which a rhythm is known.
    """

    name: str
    phone: str | None
    phone_kind: str
    confirmed_on: date | None
    confirmed_by: str | None
    email: str | None
    reach: Reach
    visits: int
    first_on: date | None
    last_on: date | None
    days_away: int | None
    last_items: tuple[tuple[str, int], ...]
    spent: Money | None
    unpaid: Money | None
    usual_gap: int | None
    usual_range: tuple[int, int] | None
    late: bool
    rhythm_from: int
    orders: tuple[OrderView, ...]
    booking: Booking | None
    note: str | None
    prepaid: Money | None = None
    points: int | None = None
    quiet: bool = False
    photos: int = 0
    preferences: tuple[str, ...] = ()
    public_id: str = ""


def find(unit: Unit, spoken: Spoken) -> Card | WhoIsMeant:
    """The card of whoever is meant; a part of the name or a name with one slip in it is enough."""
    unit.permit("see a customer")
    meant = who_is_meant(unit, spoken)
    return meant if isinstance(meant, WhoIsMeant) else card_of(unit, meant)


def open_card(unit: Unit, public_id: str) -> Card:
    """The card of a button. Raises Refusal person-gone."""
    unit.permit("see a customer")
    return card_of(unit, chosen(unit, public_id))


def card_of(unit: Unit, customer: Customer) -> Card:
    """Everything about one person; for whoever may see it."""
    customer_id = customer.id or 0
    unit.saw(customer_id, "card")
    rhythm = Rhythm.of(people.visit_days(unit.session, customer_id))
    last = visits.last_of(unit.session, customer_id)
    lines = visits.lines_of(unit.session, last.id or 0) if last else []
    confirmed = people.confirmation(unit.session, customer_id, "phone")
    currency = unit.shop.currency
    unpaid = visits.unpaid_of(unit.session, customer_id)
    prepaid = ledger.balance(unit.session, customer_id, "prepaid") if unit.shop.has(Part.PREPAID) else 0
    return Card(
        name=customer.name,
        phone=customer.phone,
        phone_kind=customer.phone_kind,
        confirmed_on=unit.shop.day_of(confirmed.at) if confirmed else None,
        confirmed_by=confirmed.by if confirmed else None,
        email=customer.email,
        reach=reach(customer),
        visits=rhythm.visit_days,
        first_on=rhythm.first_on,
        last_on=rhythm.last_on,
        days_away=rhythm.days_away(unit.today),
        last_items=tuple((line.item, line.quantity) for line in lines if line.item),
        spent=Money(customer.spent_minor, currency) if customer.spent_minor else None,
        unpaid=Money(unpaid, currency) if unpaid else None,
        usual_gap=rhythm.usual_gap,
        usual_range=rhythm.usual_range,
        late=rhythm.is_overdue(unit.today),
        quiet=customer.quiet,
        rhythm_from=USUAL_RULE.known_from_visit_days,
        orders=orders.open_orders(unit, customer) if unit.shop.has(Part.ORDERS) else (),
        booking=appointments.next_booking(unit, customer) if unit.shop.has(Part.APPOINTMENTS) else None,
        note=customer.note,
        preferences=tuple(preferences.lines(customer.preferences)),
        photos=photos.count(unit.session, customer_id),
        public_id=customer.public_id,
        prepaid=Money(prepaid, currency) if prepaid else None,
        points=ledger.balance(unit.session, customer_id, "points") if unit.shop.has(Part.POINTS) else None,
    )
