"""The card: all that the shop knows of one person, and where it comes from."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from bot.actions import appointments, gifts, orders, preferences, segments
from bot.actions.appointments import Booking
from bot.actions.gifts import Gift
from bot.actions.orders import OrderView
from bot.actions.people import WhoIsMeant, chosen, reach, who_is_meant
from bot.actions.points_left import Ending, next_ending
from bot.actions.segments import Where
from bot.actions.unit import Unit
from bot.actions.visit_gifts import Owed, owed
from bot.domain import old_numbers
from bot.domain.outgoing import Money
from bot.domain.reach import Reach
from bot.domain.rhythm import Rhythm
from bot.domain.shop import Part
from bot.domain.written_text import one_line
from bot.insight.next_visit import NextVisit, next_visit
from bot.understanding.asks.values import Spoken
from storage import cases, ledger, people, photos, visits
from storage.models import Customer

_MOST_USUAL = 3
_MOST_OF_WORDS = 60


@dataclass(frozen=True, slots=True)
class Detail:
    """Another detail, and how fresh it is; a birthday in its stored form."""

    name: str
    value: str
    confirmed_on: date | None
    confirmed_by: str | None


@dataclass(frozen=True, slots=True)
class Complaint:
    """The newest complaint: open (somebody waits for an answer), answered, or closed."""

    on: date
    text: str
    state: str


@dataclass(frozen=True, slots=True)
class Card:
    """One person. `visits` counts days on which they were here; unknown is None.

    `phone_kind` is living, dead or none; `candidate` is what a dead number may have become, to be asked about.
    `confirmed_on` and `confirmed_by` say how fresh the number is; a file confirms nothing.
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
    free: tuple[Owed, ...] = ()
    ending: Ending | None = None
    gift: Gift | None = None
    quiet: bool = False
    candidate: str | None = None
    photos: int = 0
    preferences: tuple[str, ...] = ()
    public_id: str = ""
    where: Where | None = None
    expected: NextVisit | None = None
    usual: tuple[tuple[str, int, int], ...] = ()
    details: tuple[Detail, ...] = ()
    complaint: Complaint | None = None
    extras: int = 0
    extra_on: date | None = None
    extra: str = ""


def find(unit: Unit, spoken: Spoken) -> Card | WhoIsMeant:
    """The card of whoever is meant; a part of the name or a name with one slip in it is enough."""
    unit.permit("see a customer")
    meant = who_is_meant(unit, spoken)
    return meant if isinstance(meant, WhoIsMeant) else card_of(unit, meant)


def find_member(unit: Unit, number: str) -> Card | None:
    """The card of whoever has this member or card number."""
    unit.permit("see a customer")
    customer = people.by_member_no(unit.session, unit.vault, number)
    return card_of(unit, customer) if customer is not None else None


def open_card(unit: Unit, public_id: str) -> Card:
    """The card of a button. Raises Refusal person-gone."""
    unit.permit("see a customer")
    return card_of(unit, chosen(unit, public_id))


def card_of(unit: Unit, customer: Customer) -> Card:
    """Everything about one person; for whoever may see it."""
    customer_id = customer.id or 0
    unit.saw(customer_id, "card")
    rhythm = Rhythm.of(people.visit_days(unit.session, customer_id), unit.shop.rhythm)
    last = visits.last_of(unit.session, customer_id)
    lines = visits.lines_of(unit.session, last.id or 0) if last else []
    confirmed = people.confirmation(unit.session, customer_id, "phone")
    if confirmed is not None and confirmed.how == "import":
        confirmed = None
    currency = unit.shop.currency
    unpaid = visits.unpaid_of(unit.session, customer_id)
    extra = ledger.last_extra(unit.session, customer_id)
    prepaid = ledger.balance(unit.session, customer_id, ledger.PREPAID) if unit.shop.has(Part.PREPAID) else 0
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
        rhythm_from=unit.shop.rhythm.known_from_visit_days,
        orders=orders.open_orders(unit, customer) if unit.shop.has(Part.ORDERS) else (),
        booking=appointments.next_booking(unit, customer) if unit.shop.has(Part.APPOINTMENTS) else None,
        note=customer.note,
        preferences=tuple(preferences.lines(customer.preferences)),
        photos=photos.count(unit.session, customer_id),
        public_id=customer.public_id,
        prepaid=Money(prepaid, currency) if prepaid else None,
        points=ledger.balance(unit.session, customer_id, ledger.POINTS) if unit.shop.has(Part.POINTS) else None,
        free=owed(unit, customer_id),
        ending=next_ending(unit, customer_id),
        gift=gifts.newest(unit, customer),
        where=segments.where(unit, customer),
        expected=next_visit(rhythm, unit.today),
        usual=tuple(visits.usual_items(unit.session, customer_id, _MOST_USUAL)),
        details=tuple(_details(unit, customer)),
        complaint=_complaint(unit, customer_id),
        extras=ledger.extras(unit.session, customer_id),
        extra_on=unit.shop.day_of(extra.at) if extra else None,
        extra=(extra.note or "") if extra else "",
        candidate=old_numbers.candidate(customer.phone or ""),
    )


def _details(unit: Unit, customer: Customer) -> Iterator[Detail]:
    """What else is known; the e-mail address stands with the ways to reach somebody, unless it was confirmed."""
    for name in ("email", "birthday", "address", "member_no"):
        value = getattr(customer, name)
        confirmed = people.confirmation(unit.session, customer.id or 0, name)
        if value and (confirmed or name != "email"):
            yield Detail(
                name,
                value,
                unit.shop.day_of(confirmed.at) if confirmed else None,
                confirmed.by if confirmed else None,
            )


def _complaint(unit: Unit, customer_id: int) -> Complaint | None:
    newest = cases.newest_complaint(unit.session, customer_id)
    if newest is None:
        return None
    said = one_line(cases.first_words(unit.session, newest))
    return Complaint(unit.shop.day_of(newest.opened_at), said[:_MOST_OF_WORDS], newest.state)
