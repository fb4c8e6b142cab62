"""What was said that can be nothing, and why: then nothing is asked and nothing is written down."""

import re
from collections.abc import Sequence
from datetime import date, datetime
from decimal import Decimal

from bot.domain.refusals import Refusal
from bot.domain.visits import MOST_MINOR
from bot.understanding.asks.appointments import MakeAppointment, MoveAppointment
from bot.understanding.asks.campaigns import MessageMany, MessageShown
from bot.understanding.asks.closed_list import CustomerAsk, OwnerAsk
from bot.understanding.asks.lists import Regulars, Top
from bot.understanding.asks.messages import MessageOne
from bot.understanding.asks.money import Charge, GivePoints, PaidTab, Refund
from bot.understanding.asks.orders import Late
from bot.understanding.asks.people import AddProspect, Note
from bot.understanding.asks.reminders import RemindMe
from bot.understanding.asks.shop import ChangeShop
from bot.understanding.asks.texts import Care, MessageText, NthGift
from bot.understanding.asks.visits import Correct, RecordSeveral, RecordVisit, WalkIns
from bot.understanding.broken_sums import broken_sum, wants_working_out
from bot.understanding.impossible_figures import impossible_figure, vague_count
from bot.understanding.impossible_times import impossible_time
from bot.understanding.lexicon import Lexicon
from bot.understanding.lines.line import SUM_FROM
from bot.understanding.numbers import Number
from bot.understanding.owner import Cut
from bot.understanding.pieces import Chunk, Sort
from bot.understanding.spans import TimeSpan, just_gone

# Somebody's own words may hold anything.
_OWN_WORDS = (Note, MessageOne, MessageMany, MessageShown, AddProspect, Care, MessageText, NthGift)
_WITH_SUM = (RecordVisit, Charge, Correct, WalkIns, Refund)
_BROUGHT = (RecordVisit, RecordSeveral, WalkIns, Correct)
_TAKEN = (*_BROUGHT, Charge, PaidTab)
_NO_ROWS = re.compile(
    r"(?<![\w.,-])(?P<said>[-−–]\d+|0)\s?(?:명|분|위|등|사람|people|customers|regulars)?(?![\w.,:/%-])"
)
_POINTS = re.compile(r"포인트|적립|\d\s?점|\b(?:points?|pts?)\b")
_MANY_PEOPLE = re.compile(
    r"(?<![\d.,])(?P<count>[-−–]\d+|\d+\.\d+|\d{1,3}(?:,\d{3})+|\d{4,})\s?(?:명|분|사람|people\b|customers?\b|guests?\b|walk)"
)


def impossible(ask: OwnerAsk | CustomerAsk | None, said: Cut, now: datetime, lexicon: Lexicon) -> Refusal | None:
    """The reason why nobody can mean what was `said` and read as this; None where it can be meant.

    Refusals: those of `impossible_time` and `impossible_figure`, sum-negative, sum-absurd, sum-unreadable,
    sum-worked-out, rows-impossible, visit-in-future, visit-which-day.
    """
    if isinstance(ask, _OWN_WORDS) or (isinstance(ask, ChangeShop) and ask.field not in ("hours", "prices")):
        return None
    refusal = impossible_time(said.text, now)
    if refusal is not None or isinstance(ask, RemindMe):
        return refusal
    refusal = impossible_figure(said.text, said.chunks, lexicon)
    if refusal is not None and refusal.name == "sum-negative" and _POINTS.search(said.text.lower()):
        # "포인트 -500" are points that were used.
        refusal = refusal if isinstance(ask, GivePoints) and ask.points > 0 else None
    return refusal or _not_yet(ask, lexicon) or _unbelievable(ask, said, now, lexicon.exponent)


def _not_yet(ask: OwnerAsk | CustomerAsk | None, lexicon: Lexicon) -> Refusal | None:
    """ "내일 커트 25000": where people come at a time and leave nothing behind, tomorrow's visit is none yet."""
    keeps, books = ("orders_due" not in lexicon.without, "make_appointment" not in lexicon.without)
    if keeps or not books or not isinstance(ask, RecordVisit) or ask.promised is None:
        return None
    return Refusal("visit-in-future", day=ask.promised.date() if isinstance(ask.promised, datetime) else ask.promised)


def _unbelievable(ask: OwnerAsk | CustomerAsk | None, said: Cut, now: datetime, exponent: int) -> Refusal | None:
    """Why this visit or this payment cannot be: its sum, how many came, its day. Or why a list has no such row."""
    if isinstance(ask, Top | Regulars) and (rows := _NO_ROWS.search(said.text)) is not None:
        return Refusal("rows-impossible", said=rows["said"])
    if isinstance(ask, _TAKEN) and (figure := broken_sum(said.chunks, said.marks.rest)) is not None:
        return Refusal("sum-unreadable", said=figure)
    if isinstance(ask, _BROUGHT) and (vague := vague_count(said.text, said.chunks)) is not None:
        return Refusal("visit-quantity", quantity=vague)
    if (
        isinstance(ask, _BROUGHT)
        and not said.marks.prepaid
        and (less := wants_working_out(said.marks.rest)) is not None
    ):
        return Refusal("sum-worked-out", said=less)
    amount = getattr(ask, "amount", None)
    if isinstance(ask, _WITH_SUM) and amount is not None and amount > MOST_MINOR:
        return Refusal("sum-absurd", said=_largest(said.chunks))
    pays_nothing = isinstance(ask, Charge | PaidTab | Refund) or (isinstance(ask, RecordVisit) and not ask.items)
    if pays_nothing and amount == 0:
        return Refusal("sum-negative", said=_largest(said.chunks))
    if isinstance(ask, WalkIns) and (many := _MANY_PEOPLE.search(said.text)) is not None:
        return Refusal("visit-quantity", quantity=many["count"])
    today = now.date()
    if isinstance(ask, MakeAppointment | MoveAppointment | Late):
        return _gone(ask, said.chunks, today)
    broken = next((chunk for chunk in said.chunks if _is_broken(chunk)), None)
    if isinstance(ask, GivePoints) and broken is not None:
        return Refusal("sum-unreadable", said=broken.text)
    if not isinstance(ask, RecordVisit | Correct):
        return None
    if broken is not None and not exponent:
        return Refusal("visit-quantity", quantity=broken.text)
    if isinstance(ask, RecordVisit) and ask.on is not None and ask.on > today:
        return Refusal("visit-in-future", day=ask.on)
    stretch = next((chunk for chunk in said.chunks if _is_stretch(chunk, today)), None)
    if stretch is None or any(isinstance(one.value, TimeSpan) and one.value.moment is not None for one in said.chunks):
        return None
    return Refusal("visit-which-day", said=stretch.text)


def _gone(ask: MakeAppointment | MoveAppointment | Late, chunks: Sequence[Chunk], today: date) -> Refusal | None:
    """Why the time is none to come: it was a day of this month or of one before."""
    to = ask.at if isinstance(ask, MakeAppointment) else ask.to
    spans = [chunk.value for chunk in chunks if isinstance(chunk.value, TimeSpan) and chunk.value.moment == to]
    day = next((gone for span in spans if (gone := just_gone(span, today))), None)
    if day is None:
        return None
    if isinstance(ask, Late):
        return Refusal("late-past")
    return Refusal("appointment-past", at=datetime.combine(day, to.timetz()) if isinstance(to, datetime) else day)


def _is_broken(chunk: Chunk) -> bool:
    """Whether it counts something, and not in whole ones."""
    value = chunk.value.value if isinstance(chunk.value, Number) and chunk.sort is not Sort.MONEY else Decimal(0)
    return value < SUM_FROM and value % 1 != 0


def _largest(chunks: Sequence[Chunk]) -> str:
    """The largest sum, as it was said."""
    sums = [chunk for chunk in chunks if isinstance(chunk.value, Number)]
    return (
        max(sums, key=lambda chunk: chunk.value.value if isinstance(chunk.value, Number) else 0).text if sums else "0"
    )


def _is_stretch(chunk: Chunk, today: date) -> bool:
    """Whether it is a week, a month or a year gone by or to come. This one has today in it, and a length ("in three
    months") says something about the visit."""
    span = chunk.value
    if not isinstance(span, TimeSpan) or span.moment is not None or span.days is not None:
        return False
    return span.past is not None and not span.past.start <= today < span.past.end
