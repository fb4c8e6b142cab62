"""Appointments: times kept for customers."""

from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, col, select

from bot.domain.outgoing import Kind
from storage.models import Appointment, Customer, OutboxRow
from storage.writing import new_public_id


def add(
    session: Session, *, customer_id: int, at: datetime, service: str, now: datetime, whose: str | None = None
) -> Appointment:
    """A time kept for somebody, or by them for `whose`."""
    booking = Appointment(
        public_id=new_public_id(), customer_id=customer_id, at=at, service=service, whose=whose, made_at=now
    )
    session.add(booking)
    session.flush()
    return booking


def next_of(session: Session, customer_id: int, now: datetime) -> Appointment | None:
    """The next time kept for this person."""
    return next(iter(coming_of(session, customer_id, now, 1)), None)


def coming_of(session: Session, customer_id: int, now: datetime, most: int) -> list[Appointment]:
    """The times kept for this person, the next first."""
    coming = (
        select(Appointment)
        .where(Appointment.customer_id == customer_id, Appointment.state == "booked", col(Appointment.at) >= now)
        .order_by(col(Appointment.at), col(Appointment.id))
        .limit(most)
    )
    return list(session.exec(coming))


def between(session: Session, start: datetime, end: datetime) -> list[Appointment]:
    """What is booked from `start` up to (not including) `end`, the earliest first."""
    booked = (
        select(Appointment)
        .where(Appointment.state == "booked", col(Appointment.at) >= start, col(Appointment.at) < end)
        .order_by(col(Appointment.at), col(Appointment.id))
    )
    return list(session.exec(booked))


def of_customer(session: Session, customer_id: int, start: datetime, end: datetime) -> list[Appointment]:
    """This person's bookings from `start` up to (not including) `end`, the earliest first."""
    booked = (
        select(Appointment)
        .where(Appointment.customer_id == customer_id, Appointment.state == "booked")
        .where(col(Appointment.at) >= start, col(Appointment.at) < end)
        .order_by(col(Appointment.at), col(Appointment.id))
    )
    return list(session.exec(booked))


def missed(session: Session, start: datetime, end: datetime) -> list[tuple[Customer, int, datetime]]:
    """Whoever did not come from `start` up to (not including) `end`: how often and when last; the last one first."""
    last = func.max(Appointment.at)
    found = (
        select(Appointment.customer_id, func.count(), last)
        .where(Appointment.state == "no_show", col(Appointment.at) >= start, col(Appointment.at) < end)
        .group_by(col(Appointment.customer_id))
        .order_by(last.desc(), col(Appointment.customer_id))
    )
    return [(session.get_one(Customer, one), times, at) for one, times, at in session.exec(found)]


def was_told(session: Session, appointment_id: int, since: datetime) -> bool:
    """Whether a message about this booking has left, or may have left, that was planned after `since`."""
    told = (
        select(OutboxRow.id)
        .where(OutboxRow.kind == Kind.APPOINTMENT, OutboxRow.subject_id == appointment_id)
        .where(col(OutboxRow.state).in_(("sending", "sent", "unknown", "uncertain")))
        .where(col(OutboxRow.planned_at) >= since)
        .limit(1)
    )
    return session.exec(told).first() is not None


def by_public_id(session: Session, public_id: str) -> Appointment | None:
    return session.exec(select(Appointment).where(Appointment.public_id == public_id)).first()
