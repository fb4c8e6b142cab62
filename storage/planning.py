"""What the planners ask: rows of linked customers around the moment, as plain values."""

from dataclasses import dataclass
from datetime import date, datetime

from sqlmodel import Session, col, select

from storage import orders
from storage.models import Appointment, Customer, Order, OrderItem, Visit, VisitLine


@dataclass(frozen=True, slots=True)
class Booking:
    id: int
    public_id: str
    customer_id: int
    chat_id: int
    name: str
    at: datetime
    made_at: datetime
    service: str
    with_whom: str | None
    whose: str | None


@dataclass(frozen=True, slots=True)
class ReadyOrder:
    """An order that waits to be fetched. `mended` was done unasked; `asked`: of something noted nobody has said yet."""

    id: int
    public_id: str
    customer_id: int
    chat_id: int
    name: str
    ready_at: datetime
    unpaid_minor: int
    items: tuple[tuple[str, int], ...]
    mended: tuple[str, ...]
    asked: bool


@dataclass(frozen=True, slots=True)
class ToldVisit:
    """A visit that somebody wrote down in chat; imported ones are history and nobody is thanked for them."""

    id: int
    customer_id: int
    chat_id: int
    name: str
    day: date
    recorded_at: datetime
    amount_minor: int
    unpaid_minor: int
    promised_at: datetime | None
    items: tuple[tuple[str, int], ...]


def bookings(session: Session, start: datetime, end: datetime) -> list[Booking]:
    """Bookings of linked customers between two moments, the earliest first."""
    rows = session.exec(
        select(Appointment, Customer)
        .join(Customer, col(Customer.id) == Appointment.customer_id)
        .where(Appointment.state == "booked", col(Appointment.at) >= start, col(Appointment.at) < end)
        .where(col(Customer.chat_id).is_not(None))
        .order_by(col(Appointment.at))
    )
    return [
        Booking(
            one.id or 0,
            one.public_id,
            one.customer_id,
            customer.chat_id or 0,
            customer.name,
            one.at,
            one.made_at,
            one.service,
            one.with_whom,
            one.whose,
        )
        for one, customer in rows
    ]


def ready_orders(session: Session, since: datetime, until: datetime) -> list[ReadyOrder]:
    """Orders of linked customers that became ready between two moments and are still waiting."""
    rows = session.exec(
        select(Order, Customer)
        .join(Customer, col(Customer.id) == Order.customer_id)
        .where(Order.state == "ready", col(Order.ready_at) >= since, col(Order.ready_at) <= until)
        .where(col(Customer.chat_id).is_not(None))
        .order_by(col(Order.id))
    ).all()
    found = []
    for order, customer in rows:
        items = session.exec(
            select(OrderItem)
            .where(OrderItem.order_id == order.id, OrderItem.state == "ready")
            .order_by(col(OrderItem.id))
        ).all()
        if order.ready_at is not None:
            found.append(
                ReadyOrder(
                    order.id or 0,
                    order.public_id,
                    order.customer_id,
                    customer.chat_id or 0,
                    customer.name,
                    order.ready_at,
                    order.unpaid_minor,
                    orders.pieces(items),
                    tuple(item.defect for item in items if item.defect and item.kindness == "done"),
                    any(item.defect and item.kindness is None for item in items),
                )
            )
    return found


def told_visits(session: Session, first: date, last: date) -> list[ToldVisit]:
    """Visits of linked customers on the days from `first` to `last`, by customer, day and order of writing."""
    rows = session.exec(
        select(Visit, Customer)
        .join(Customer, col(Customer.id) == Visit.customer_id)
        .where(col(Visit.visited_on) >= first, col(Visit.visited_on) <= last)
        .where(Visit.source == "chat", col(Visit.undone_at).is_(None), col(Customer.chat_id).is_not(None))
        .order_by(col(Visit.customer_id), col(Visit.visited_on), col(Visit.id))
    ).all()
    found = []
    for visit, customer in rows:
        lines = session.exec(
            select(VisitLine.item, VisitLine.quantity).where(VisitLine.visit_id == visit.id).order_by(col(VisitLine.id))
        )
        promised = session.exec(select(Order.promised_at).where(Order.visit_id == visit.id)).first()
        found.append(
            ToldVisit(
                visit.id or 0,
                customer.id or 0,
                customer.chat_id or 0,
                customer.name,
                visit.visited_on,
                visit.recorded_at,
                visit.amount_minor,
                visit.unpaid_minor,
                promised,
                tuple((item, quantity) for item, quantity in lines if item),
            )
        )
    return found
