"""Text in, one value of the closed list out, or None. Nothing here knows a record or writes one."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from bot.understanding import customer, owner
from bot.understanding.asks import CustomerAsk, OwnerAsk
from bot.understanding.day_sentences import read_day
from bot.understanding.lexicon import Lexicon
from bot.understanding.normalise import tidy
from bot.understanding.shop_sentences import read_shop


class Confidence(StrEnum):
    """UNSURE: show what was understood and ask before anything is written. GUESSED: so much was not understood that
    nothing at all is done before the answer, questions aside."""

    SURE = "sure"
    UNSURE = "unsure"
    GUESSED = "guessed"


@dataclass(frozen=True, slots=True)
class Understood:
    """What a sentence means. `ask` is None where it is none of the list; `nearest` then names kinds to offer.

    `text` is the sentence as it was read: NFC, without invisible characters, emoji and doubled marks.
    """

    ask: OwnerAsk | CustomerAsk | None
    confidence: Confidence
    nearest: tuple[str, ...]
    text: str


def read_owner(text: str, *, now: datetime, lexicon: Lexicon) -> Understood:
    """Read the owner's or staff's sentence. `now` is aware and in the shop's zone."""
    tidied = tidy(text)
    about_shop = read_shop(tidied, lexicon) or read_day(tidied, now)
    if about_shop is not None:
        return Understood(about_shop, Confidence.SURE, (), tidied)
    reading, nearest = owner.read(tidied, now, lexicon)
    if reading is None:
        return Understood(None, Confidence.SURE, nearest, tidied)
    if reading.guessed:
        return Understood(reading.ask, Confidence.GUESSED, nearest, tidied)
    return Understood(reading.ask, Confidence.SURE if reading.sure else Confidence.UNSURE, nearest, tidied)


def read_customer(text: str, *, now: datetime, lexicon: Lexicon) -> Understood:
    """Read a customer's sentence, with the customer's list only. `now` is aware and in the shop's zone.

    The lexicon's names are not looked at: a customer's sentence can mean nobody but the asker.
    """
    tidied = tidy(text)
    reading, nearest = customer.read(tidied, now, lexicon)
    if reading is None:
        return Understood(None, Confidence.SURE, nearest, tidied)
    return Understood(reading.ask, Confidence.SURE if reading.sure else Confidence.UNSURE, nearest, tidied)
