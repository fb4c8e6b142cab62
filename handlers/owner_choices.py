"""Whom a deed is about that had to wait for an answer: see `owner_asking`."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from bot.actions import drafts, photos
from bot.actions.people import WhoIsMeant
from bot.actions.unit import Replies, Unit
from bot.domain.outgoing import Reply, words
from bot.domain.refusals import Refusal
from bot.domain.said import Said
from bot.understanding.answers import is_value
from bot.understanding.asks.appointments import CancelAppointment, MakeAppointment, MoveAppointment, NoShow
from bot.understanding.asks.messages import MessageOne
from bot.understanding.asks.money import Charge, GivePoints, PaidTab, PayPromise, Refund
from bot.understanding.asks.orders import HandOver, Late, NoteDefect, OrderReady, SetTag
from bot.understanding.asks.people import Find, GuardianAgreed, Note, Recommended, SetDetail
from bot.understanding.asks.values import NOBODY, Spoken
from bot.understanding.asks.visits import Correct, GiveExtra, RecordVisit
from handlers import (
    errors,
    owner_appointments,
    owner_closing,
    owner_details,
    owner_extras,
    owner_find,
    owner_groups,
    owner_guardians,
    owner_notes,
    owner_order_deeds,
    owner_orders,
    owner_prepaid,
    owner_tabs,
    owner_visits,
)
from handlers.owner_asking import ask_whether, ask_whom

FORM = drafts.FORM


def unsure(said: Said, unit: Unit, ask: RecordVisit | MakeAppointment) -> Replies:
    """The sentence leaves a doubt: read back what was understood, and write it down with one tap."""
    meant = drafts.whom(unit, ask)
    return ask_whom(unit, ask, meant) if isinstance(meant, WhoIsMeant) else ask_whether(unit, ask, meant)


def chosen(said: Said, unit: Unit, token: str = "", public_id: str = "") -> Replies:
    """One of those who fit."""
    ask = drafts.take(unit, token)
    done = _with_photos(unit, token, _DO[type(ask)](unit, ask, to=public_id))
    offer = owner_details.offer_number(unit, ask.name or NOBODY, public_id)
    return [*_each(done), offer] if offer is not None else done


def typed(said: Said, unit: Unit) -> Replies:
    """The last four digits instead of a button. The number of somebody else is a question about that one."""
    digits = said.text.strip()
    if drafts.is_of_closing(unit) and owner_closing.can_be(digits):
        left = drafts.take(unit).name or NOBODY
        done = _each(owner_closing.typed(said, unit))
        return [Reply(words("closing-left-out", name=left.name or left.last4)), *done]
    if not is_value("last4", digits):
        return errors.not_understood(said, unit)
    if not drafts.is_answered_by(unit, digits):
        return owner_find.find(said, unit, Find(Spoken("", digits, digits)))
    token = drafts.token(unit)
    ask = drafts.take(unit)
    name = replace(ask.name or NOBODY, last4=digits)
    return _with_photos(unit, token, _DO[type(ask)](unit, replace(ask, name=name)))


def newcomer(said: Said, unit: Unit, token: str = "") -> Replies:
    """Nobody of them: somebody new."""
    ask = drafts.take(unit, token)
    if type(ask) not in _MAY_BE_NEW:
        raise Refusal("draft-gone")
    return _with_photos(unit, token, _DO[type(ask)](unit, ask, new=True))


def _with_photos(unit: Unit, token: str, given: Replies) -> Replies:
    """What was read back, and that the pictures which waited for the answer are with it now."""
    count = photos.adopt(unit, token)
    if not count:
        return given
    return [*_each(given), Reply(words("photo-with-visit", count=count))]


def _each(given: Replies) -> Sequence[Reply]:
    return [given] if isinstance(given, Reply) else given or ()


# What is done with a draft once it is known whom it is about.
_DO: dict[type, Callable[..., Replies]] = {
    RecordVisit: owner_visits.record_for,
    OrderReady: owner_orders.ready_for,
    MakeAppointment: owner_appointments.make_for,
    Correct: owner_visits.correct_for,
    PaidTab: owner_tabs.paid_for,
    PayPromise: owner_tabs.promised_for,
    HandOver: owner_order_deeds.hand_over_for,
    Late: owner_order_deeds.late_for,
    NoteDefect: owner_order_deeds.defect_for,
    SetTag: owner_order_deeds.tag_for,
    MoveAppointment: owner_appointments.move_for,
    CancelAppointment: owner_appointments.cancel_for,
    NoShow: owner_appointments.no_show_for,
    Note: owner_notes.note_for,
    MessageOne: owner_notes.message_for,
    Charge: owner_prepaid.charge_for,
    GivePoints: owner_prepaid.give_points_for,
    GuardianAgreed: owner_guardians.record_for,
    Recommended: owner_groups.recommended_for,
    GiveExtra: owner_extras.give_for,
    SetDetail: owner_details.change_for,
    Refund: owner_prepaid.refund_for,
}
_MAY_BE_NEW = (RecordVisit, MakeAppointment, Correct, Note, Charge)
