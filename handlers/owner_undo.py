"""Undo across the counter, by button or by "되돌려줘"."""

from bot.actions import counter_undo
from bot.actions.appointments import Booking
from bot.actions.booking_deeds import BookingChanged
from bot.actions.by_hand import Marked, RecentDeals
from bot.actions.doubles import MadeOne
from bot.actions.extras import Extra
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
from bot.actions.visits import SeveralTakenBack, VisitTakenBack, WalkedIn
from bot.domain.outgoing import Reply, Words, words
from bot.domain.said import Said
from bot.understanding.asks.anywhere import Undo
from handlers import (
    owner_doubles,
    owner_drafts,
    owner_extras,
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
    match counter_undo.undo(unit, entry_id):
        case VisitTakenBack() as visit:
            return Reply(_visit(visit))
        case SeveralTakenBack(visits=taken):
            return Reply(words("visits-undone", total=len(taken), rows=tuple(_visit(visit) for visit in taken)))
        case WalkedIn() as gone:
            return Reply(words("walk-ins-undone", count=gone.count, amount=gone.amount))
        case TabTakenBack(paid=paid):
            return Reply(words("tab-undone", name=paid.name, amount=paid.amount, left=paid.left))
        case ReadyTakenBack() as back:
            items = tuple(row for order in back.orders for row in item_rows(order.items))
            told = words("ready-undone-told") if back.told else None
            return Reply(words("ready-undone", name=back.name, items=items, told=told))
        case OrdersTakenBack() as again:
            return Reply(
                words(
                    "orders-undone",
                    rows=tuple(
                        words("order-undone-row", name=one.name, last4=one.last4, order=order_row(one))
                        for one in again.orders[:_MOST_ROWS]
                    ),
                    told=words("orders-undone-told") if again.told else None,
                )
            )
        case Kindness() as kind:
            return Reply(words("kindness-undone", name=kind.name, defect=kind.defect))
        case HandedOver(order=order):
            return Reply(words("handed-over-undone", name=order.name, items=item_rows(order.items)))
        case Prepaid() | PointsMoved() | PartSwitched() as back:
            return Reply(owner_prepaid.undone(back))
        case Dismissed() as again:
            return Reply(owner_staff.undone(again))
        case MadeOne() as two:
            return Reply(owner_doubles.undone(two))
        case Noted() as noted:
            return Reply(words("note-undone", name=noted.name, note=noted.note or None))
        case Reminding() as reminder:
            return Reply(words("remind-undone", about=reminder.about, at=reminder.at))
        case Struck(name=name):
            return Reply(words("unstruck", name=name))
        case SentenceStruck() as sentence:
            return owner_not_understood.put_back(sentence)
        case GuardianKept() as guardian:
            return owner_guardians.undone(guardian)
        case PhotoKept() as gone:
            return Reply(words("photo-undone", name=gone.name, count=gone.count))
        case WaitsAgain() as waits:
            return Reply(words("remind-made", about=waits.about, at=waits.at))
        case Thanked() as thanked:
            return Reply(owner_groups.recommendation_undone(thanked))
        case Extra() as extra:
            return Reply(owner_extras.undone(extra))
        case RuleChanged() as ruled:
            return Reply(owner_groups.rule_undone(ruled))
        case OwnWords() as message:
            return Reply(words("message-undone", name=message.name, text=message.text))
        case Marked() as mark:
            return owner_drafts.marked(mark)
        case RecentDeals() as deals:
            return owner_drafts.switched(deals)
        case BookingChanged() as back:
            return Reply(
                words(
                    "appointment-change-undone",
                    name=back.booking.name,
                    at=back.booking.at,
                    service=back.booking.service or None,
                    told=words("orders-undone-told") if back.told else None,
                )
            )
        case Booking() as booking:
            return Reply(words("appointment-undone", name=booking.name, at=booking.at, service=booking.service or None))
        case ProspectTakenBack(name=name):
            return Reply(words("prospect-undone", name=name))
        case ImportGoesBack(name=name):
            return Reply(words("import-going-back", file=name))
        case TextShown() as shown:
            return owner_texts.text_undone(shown)
        case CareChanged() as care:
            return owner_texts.undone(care)
        case FactsChanged() as facts:
            return owner_open_days.undone(unit, facts)
        case ShopChanged() | PricesTakenBack() as taken:
            return owner_shop.undone(taken)


def _visit(visit: VisitTakenBack) -> Words:
    return words(
        "visit-undone",
        name=visit.name,
        items=item_rows(visit.items),
        amount=visit.amount,
        on=visit.on,
        gone=words("visit-undone-person") if visit.gone else None,
    )


def undo_last(said: Said, unit: Unit, ask: Undo) -> Replies:
    """The sentence: whatever this person wrote down last."""
    return undo(said, unit)
