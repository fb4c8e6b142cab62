"""What a sentence is taken for: what the rules have read in it, or what it is most like, and how sure that is."""

from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from bot.domain.refusals import Refusal
from bot.understanding import customer, owner
from bot.understanding.asks.account import Prefer, Update
from bot.understanding.asks.closed_list import CustomerAsk, OwnerAsk
from bot.understanding.asks.visits import Correct, RecordVisit
from bot.understanding.asks.voices import Voice
from bot.understanding.guesses import Guess, Weighed

# What the rules read to the day and the hour, and a likeness does not: "2주 동안 알림 꺼주세요" is no plain "꺼주세요".
# Nor are two people's visits one, nor is a detail changed that is to be taken off or asked after.
_EXACT = frozenset(
    "stop message_wish record_several find_member guardian pay_promise drop_detail why_field things_first "
    "things_day things_fetched counter_code looked refund prepaid_left no_show no_shows set_detail".split()
)


class Confidence(StrEnum):
    """UNSURE: show what was understood and ask before anything is written. GUESSED: so much was not understood that
    nothing at all is done before the answer, questions aside. DOUBTFUL: nothing is done or shown before the answer.
    """

    SURE = "sure"
    UNSURE = "unsure"
    GUESSED = "guessed"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence means. `ask` is None where it is none of the list; `nearest` then names kinds to offer.

    `instead` is what it may mean as well, of a DOUBTFUL one. `text` is the sentence as it was read: NFC, without
    invisible characters, emoji and doubled marks. `refusal` is set, and nothing else, where something was said that can
    be nothing: a day that no calendar has, a sum below zero, half a coat.
    """

    ask: OwnerAsk | CustomerAsk | None
    confidence: Confidence
    nearest: tuple[str, ...]
    text: str
    instead: OwnerAsk | CustomerAsk | None = None
    refusal: Refusal | None = None


def taken_for(
    text: str, reading: owner.Reading | customer.Reading | None, nearest: tuple[str, ...], weighed: Weighed[Any]
) -> Understood:
    """What the rules have read, or what the sentence is most like; asked about where neither is plainly to the shop."""
    if weighed.guess is not None and _goes_before(weighed.guess, reading):
        return _guessed(weighed, weighed.guess, nearest, text)
    if reading is None:
        return Understood(None, Confidence.SURE, nearest, text)
    likely = weighed.guess
    plain = _is_whole(reading) or _is_to_the_sum(reading.ask)
    # That a person must hear it is what the rules read where they read nothing else.
    disputes = likely is not None and (likely.disputes or isinstance(reading.ask, Voice))
    if likely is not None and disputes and not plain and _differ(likely.ask, reading.ask):
        return Understood(likely.ask, Confidence.DOUBTFUL, nearest, text, instead=reading.ask)
    if weighed.forbids(reading.ask) and not _is_whole(reading) and not _asks_first(reading.ask):
        return Understood(reading.ask, Confidence.DOUBTFUL, nearest, text)
    if getattr(reading, "guessed", False):
        return Understood(reading.ask, Confidence.GUESSED, nearest, text)
    return Understood(reading.ask, Confidence.SURE if reading.sure else Confidence.UNSURE, nearest, text)


def _is_whole(reading: owner.Reading | customer.Reading) -> bool:
    """Whether it is read in whole sentences only; "이불도 하나 추가" besides does nothing where nothing was written."""
    return getattr(reading, "exact", False) or _comes_on_top(reading.ask)


def _comes_on_top(ask: object) -> bool:
    """Whether something comes on top: a thing of what was written last, a kindness of what is ready."""
    return (isinstance(ask, Correct) and ask.more) or bool(getattr(ask, "extra", ""))


def _is_to_the_sum(ask: object) -> bool:
    """Whether it is a visit with its things and their sum, which is like many things and is one."""
    return isinstance(ask, RecordVisit) and bool(ask.items) and ask.amount is not None


def _asks_first(ask: object) -> bool:
    """Whether it leads to no more than a question: for the new value, or whether to remember what was said."""
    return (isinstance(ask, Update) and ask.value is None) or (isinstance(ask, Prefer) and not ask.sure)


def _guessed(weighed: Weighed[Any], likely: Guess[Any], nearest: tuple[str, ...], text: str) -> Understood:
    sure = likely.sure and not weighed.forbids(likely.ask)
    confidence = Confidence.SURE if sure else Confidence.DOUBTFUL
    return Understood(likely.ask, confidence, nearest, text, likely.instead)


def _goes_before(likely: Guess[Any], reading: owner.Reading | customer.Reading | None) -> bool:
    """Whether the likeness to the examples counts for more than what the rules have read."""
    if reading is None:
        return True
    if getattr(reading, "guessed", False):
        return likely.sure
    return likely.overrules and not _is_whole(reading) and _differ(likely.ask, reading.ask)


def _differ(likely: OwnerAsk | CustomerAsk, read: OwnerAsk | CustomerAsk) -> bool:
    """Whether a likeness and the rules say two things of which the likeness may be right."""
    # To do one thing first is a request; only to have it first is a wish of its own, which the rules read themselves.
    if isinstance(read, Voice) and likely.kind in ("things_first", "things_day"):
        return False
    if read.kind == "stop" and likely.kind == "start_messages":
        return True  # "you can text me again, changed my mind"
    alike = likely == read if isinstance(read, Voice) else type(likely) is type(read)
    return not alike and read.kind not in _EXACT
