"""Whom a deed is about that had to wait for an answer: see `owner_asking`."""

from bot.actions import drafts
from bot.actions.unit import Replies, Unit
from bot.domain.refusals import Refusal
from bot.domain.said import Said
from bot.understanding.asks import MakeAppointment, OrderReady, RecordVisit
from handlers import owner_appointments, owner_orders, owner_visits


def chosen(said: Said, unit: Unit, token: str, public_id: str) -> Replies:
    """One of those who fit."""
    ask = drafts.take(unit, token)
    match ask:
        case RecordVisit():
            return owner_visits.record_for(unit, ask, to=public_id)
        case OrderReady():
            return owner_orders.ready_for(unit, ask, to=public_id)
        case MakeAppointment():
            return owner_appointments.make_for(unit, ask, to=public_id)


def newcomer(said: Said, unit: Unit, token: str) -> Replies:
    """Nobody of them: somebody new."""
    ask = drafts.take(unit, token)
    match ask:
        case RecordVisit():
            return owner_visits.record_for(unit, ask, new=True)
        case MakeAppointment():
            return owner_appointments.make_for(unit, ask, new=True)
        case OrderReady():
            raise Refusal("draft-gone")
