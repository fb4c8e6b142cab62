"""Undo across the counter: the last thing somebody wrote down, or the one whose button was pressed."""

from collections.abc import Callable
from typing import TypeAlias

from bot.actions import (
    appointments,
    booking_deeds,
    by_hand,
    defects,
    details,
    doubles,
    extras,
    gifts,
    guardians,
    import_files,
    importing,
    not_understood,
    notes,
    order_deeds,
    orders,
    own_texts,
    own_words,
    owners_day,
    photos,
    prepaid,
    price_list,
    profile,
    prospects,
    reminding,
    segments,
    shop,
    shop_texts,
    staffing,
    tabs,
    visit_undo,
    visits,
    walk_ins,
)
from bot.actions.appointments import Booking
from bot.actions.booking_deeds import BookingChanged
from bot.actions.by_hand import Marked, RecentDeals
from bot.actions.defects import DefectNoted
from bot.actions.details import DetailSet
from bot.actions.doubles import MadeOne
from bot.actions.extras import Extra
from bot.actions.gifts import Gift
from bot.actions.guardians import GuardianKept
from bot.actions.import_files import ImportGoesBack
from bot.actions.not_understood import Struck as SentenceStruck
from bot.actions.notes import Noted
from bot.actions.order_deeds import Kindness, OrdersTakenBack
from bot.actions.orders import HandedOver, ReadyTakenBack
from bot.actions.own_texts import TextShown
from bot.actions.own_words import OwnWords
from bot.actions.owners_day import Struck
from bot.actions.photos import PhotoKept
from bot.actions.prepaid import PointsMoved, Prepaid
from bot.actions.price_list import PricesTakenBack
from bot.actions.prospects import ProspectTakenBack
from bot.actions.reminding import Reminding, WaitsAgain
from bot.actions.segments import Thanked
from bot.actions.shop import FactsChanged, PartSwitched, RuleChanged, ShopChanged
from bot.actions.shop_texts import CareChanged
from bot.actions.staffing import Dismissed
from bot.actions.tabs import TabTakenBack
from bot.actions.unit import Unit
from bot.actions.visit_undo import SeveralTakenBack, VisitTakenBack
from bot.actions.walk_ins import WalkedIn
from bot.domain.refusals import Refusal
from bot.domain.shop import ShopField
from storage import journal
from storage.models import JournalEntry

TakenBack: TypeAlias = (
    OrdersTakenBack
    | Kindness
    | Dismissed
    | MadeOne
    | Prepaid
    | PointsMoved
    | PartSwitched
    | Noted
    | DetailSet
    | DefectNoted
    | Reminding
    | Struck
    | SentenceStruck
    | WaitsAgain
    | Thanked
    | Extra
    | Gift
    | RuleChanged
    | OwnWords
    | Marked
    | RecentDeals
    | PhotoKept
    | GuardianKept
    | BookingChanged
    | SeveralTakenBack
    | WalkedIn
    | TabTakenBack
    | VisitTakenBack
    | ReadyTakenBack
    | HandedOver
    | Booking
    | ShopChanged
    | FactsChanged
    | CareChanged
    | TextShown
    | PricesTakenBack
    | ProspectTakenBack
    | ImportGoesBack
)

_WAYS_BACK: dict[str, Callable[[Unit, JournalEntry], TakenBack]] = {
    visits.RECORDED: visit_undo.take_back,
    visits.RECORDED_SEVERAL: visit_undo.take_several_back,
    walk_ins.WALKED_IN: walk_ins.take_back,
    tabs.PAID: tabs.take_back,
    orders.READY: orders.take_back,
    orders.HANDED_OVER: orders.take_hand_over_back,
    orders.READY_PARTLY: order_deeds.take_back,
    order_deeds.ALL_READY: order_deeds.take_back,
    order_deeds.TAGGED: order_deeds.take_back,
    order_deeds.LATE: order_deeds.take_back,
    order_deeds.DAY_AGREED: order_deeds.take_back,
    order_deeds.FETCHED: order_deeds.take_back,
    defects.NOTED: defects.take_back,
    order_deeds.KIND: order_deeds.take_kindness_back,
    appointments.MADE: appointments.take_back,
    notes.NOTED: notes.take_back,
    **{profile.deed_of(detail): details.take_back for detail in profile.DETAILS},
    reminding.MADE: reminding.take_back,
    reminding.STRUCK: reminding.take_strike_back,
    segments.RECOMMENDED: segments.take_back,
    extras.GIVEN: extras.take_back,
    gifts.USED: gifts.take_back,
    shop.RULES_CHANGED: shop.take_rule_back,
    own_words.SENT: own_words.take_back,
    by_hand.SENT: by_hand.take_back,
    by_hand.RECENT_DEALS: by_hand.take_switch_back,
    owners_day.STRUCK: owners_day.take_back,
    photos.KEPT: photos.take_back,
    guardians.RECORDED: guardians.take_back,
    not_understood.STRUCK: not_understood.take_back,
    prepaid.CHARGED: prepaid.take_charge_back,
    prepaid.REFUNDED: prepaid.take_refund_back,
    prepaid.POINTED: prepaid.take_points_back,
    shop.PART_SWITCHED: shop.take_switch_back,
    shop.FACTS_CHANGED: shop.take_facts_back,
    own_texts.CHANGED: own_texts.take_back,
    shop_texts.CARE_CHANGED: shop_texts.take_care_back,
    staffing.REMOVED: staffing.take_removal_back,
    doubles.MERGED: doubles.take_back,
    booking_deeds.MOVED: booking_deeds.take_back,
    booking_deeds.CANCELLED: booking_deeds.take_back,
    booking_deeds.MISSED: booking_deeds.take_back,
    **{shop.deed_of(field): shop.take_back for field in ShopField},
    price_list.CHANGED: price_list.take_back,
    prospects.ADDED: prospects.take_back,
    importing.STARTED: import_files.take_back,
}


def undo(unit: Unit, entry_id: str = "") -> TakenBack:
    """Take back the entry of a button, or without one the actor's own newest.

    Raises Refusal: nothing-to-undo, undo-not-yours (no entry of the counter), undo-done, undo-order-moved,
    undo-changed-since, undo-person-needed.
    """
    unit.permit("undo at the counter")
    if entry_id:
        entry = journal.by_public_id(unit.session, entry_id)
    else:
        entry = journal.newest_of_actor(unit.session, unit.actor)
        if entry is None:
            raise Refusal("nothing-to-undo")
    if entry is None or entry.deed not in _WAYS_BACK:
        raise Refusal("undo-not-yours")
    if entry.undone_at is not None:
        raise Refusal("undo-done")
    entry.undone_at = unit.now
    unit.session.add(entry)
    return _WAYS_BACK[entry.deed](unit, entry)
