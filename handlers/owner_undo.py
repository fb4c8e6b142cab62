"""Undo across the counter, by button or by "되돌려줘"."""

from bot.actions import counter_undo
from bot.actions.appointments import Booking
from bot.actions.booking_deeds import BookingChanged
from bot.actions.by_hand import Marked, RecentDeals
from bot.actions.counter_undo import TakenBack
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
from bot.actions.unit import Replies, Unit
from bot.actions.visit_undo import SeveralTakenBack, VisitTakenBack
from bot.actions.walk_ins import WalkedIn
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.anywhere import Undo
from handlers import (
    owner_details,
    owner_doubles,
    owner_drafts,
    owner_extras,
    owner_gifts,
    owner_groups,
    owner_guardians,
    owner_not_understood,
    owner_open_days,
    owner_prepaid,
    owner_shop,
    owner_staff,
    owner_texts,
)
from handlers.owner_rows import item_rows, order_row

_MOST_ROWS = 10


def undo(said: Said, unit: Unit, entry_id: str = "") -> Replies:
    """Take back the deed of a button, or the newest one."""
    told = _told(unit, counter_undo.undo(unit, entry_id))
    return Reply(told) if isinstance(told, Words) else told


def undo_last(said: Said, unit: Unit, ask: Undo) -> Replies:
    """The sentence: whatever this person wrote down last."""
    return undo(said, unit)


def _told(unit: Unit, back: TakenBack) -> Words | Reply:
    """What was taken back, or what holds again."""
    match back:
        case VisitTakenBack():
            return _visit(back)
        case SeveralTakenBack(visits=taken):
            return words("visits-undone", total=len(taken), rows=tuple(_visit(visit) for visit in taken))
        case WalkedIn():
            return words("walk-ins-undone", count=back.count, amount=back.amount)
        case TabTakenBack(paid=paid):
            return words("tab-undone", name=paid.name, amount=paid.amount, left=paid.left)
        case ReadyTakenBack():
            return _ready(back)
        case OrdersTakenBack():
            return _orders(back)
        case Kindness():
            return words("kindness-undone", name=back.name, defect=back.defect)
        case HandedOver(order=order):
            return words("handed-over-undone", name=order.name, items=item_rows(order.items))
        case Prepaid() | PointsMoved() | PartSwitched():
            return owner_prepaid.undone(unit, back)
        case Dismissed():
            return owner_staff.undone(back)
        case MadeOne():
            return owner_doubles.undone(back)
        case Noted():
            return words("note-undone", name=back.name, note=back.note or None)
        case DetailSet():
            return owner_details.undone(back)
        case Reminding():
            return words("remind-undone", about=back.about, at=back.at)
        case WaitsAgain():
            return words("remind-made", about=back.about, at=back.at)
        case Struck():
            return words("unstruck", name=back.name)
        case SentenceStruck():
            return owner_not_understood.put_back(back)
        case GuardianKept():
            return owner_guardians.undone(back)
        case DefectNoted():
            return words("defect-undone", name=back.name, item=back.item, defect=back.defect)
        case PhotoKept():
            return words("photo-undone", name=back.name, count=back.count)
        case Thanked():
            return owner_groups.recommendation_undone(back)
        case Gift():
            return owner_gifts.gift_words("gift-undone", back)
        case Extra():
            return owner_extras.undone(back)
        case RuleChanged():
            return owner_groups.rule_undone(back)
        case OwnWords():
            return words("message-undone", name=back.name, text=back.text)
        case Marked():
            return owner_drafts.marked(back)
        case RecentDeals():
            return owner_drafts.switched(back)
        case BookingChanged():
            return _booking(back)
        case Booking():
            return words("appointment-undone", name=back.name, at=back.at, service=back.service or None)
        case ProspectTakenBack():
            return words("prospect-undone", name=back.name)
        case ImportGoesBack():
            return words("import-going-back", file=back.name)
        case TextShown():
            return owner_texts.text_undone(back)
        case CareChanged():
            return owner_texts.undone(back)
        case FactsChanged():
            return owner_open_days.undone(unit, back)
        case ShopChanged() | PricesTakenBack():
            return owner_shop.undone(back)


def _visit(visit: VisitTakenBack) -> Words:
    return words(
        "visit-undone",
        name=visit.name,
        items=item_rows(visit.items),
        amount=visit.amount,
        on=visit.on,
        gone=words("visit-undone-person") if visit.gone else None,
    )


def _ready(back: ReadyTakenBack) -> Words:
    items = tuple(row for order in back.orders for row in item_rows(order.items))
    return words("ready-undone", name=back.name, items=items, told=words("ready-undone-told") if back.told else None)


def _orders(back: OrdersTakenBack) -> Words:
    rows = tuple(
        words("order-undone-row", name=one.name, last4=one.last4, order=order_row(one))
        for one in back.orders[:_MOST_ROWS]
    )
    return words("orders-undone", rows=rows, told=words("orders-undone-told") if back.told else None)


def _booking(back: BookingChanged) -> Words:
    booking = back.booking
    told = words("orders-undone-told") if back.told else None
    service = booking.service or None
    return words("appointment-change-undone", name=booking.name, at=booking.at, service=service, told=told)
