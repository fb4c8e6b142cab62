"""What an ask is made of: a stretch of days, a person as somebody said them, one line of a receipt."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of whole days: `start` is in it, `end` is not.

    `name` is for printing: today, yesterday, tomorrow, this_week, last_week, next_week, this_month, last_month,
    next_month, this_year, last_year; days, months (the last `count` of them, today included); month (a named one),
    day (one date), span (anything else), from (all that begins on `start`).
    """

    start: date
    end: date
    name: str
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Spoken:
    """A person as somebody said them: `name` without honorific and particle, `last4` if the number's end was said.

    One of the two may be empty ("6781 고객님"). `raw` is the piece of the sentence that it was taken from. `phone` is
    their whole number as it was said, and `is_new` whether they were said to be new.
    """

    name: str
    raw: str = ""
    last4: str | None = None
    phone: str = ""
    is_new: bool = False


NOBODY = Spoken("")  # nobody was named


@dataclass(frozen=True, slots=True)
class Item:
    """One line of a receipt. `name` is the price list's word where it knows it, else the word as said.

    `quantity` is 1 where none was said. `amount` is the line's own sum in the currency's minor unit, if said.
    """

    name: str
    quantity: int = 1
    amount: int | None = None
