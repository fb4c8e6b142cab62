"""Messages to customers that a shop may put into its own words, and the blanks that each of them can hold."""

from enum import StrEnum

from bot.domain.shop import Part


class OwnText(StrEnum):
    REMINDER = "reminder"
    READY = "ready"
    RECEIPT = "receipt"
    UNCOLLECTED = "uncollected"


PART_OF = {OwnText.REMINDER: Part.APPOINTMENTS, OwnText.READY: Part.ORDERS, OwnText.UNCOLLECTED: Part.ORDERS}
"""The part of the product that a message belongs to; without it, it is never sent."""


class Blank(StrEnum):
    """What is filled in for each customer, by the word that an owner writes between braces."""

    NAME = "이름"
    TIME = "시간"
    SERVICE = "내용"
    THINGS = "물건"
    AMOUNT = "금액"
    DAY = "날짜"

    @property
    def english(self) -> str:
        return self.name.lower()


BLANKS: dict[OwnText, tuple[Blank, ...]] = {
    OwnText.REMINDER: (Blank.NAME, Blank.TIME, Blank.SERVICE),
    OwnText.READY: (Blank.NAME, Blank.THINGS),
    OwnText.RECEIPT: (Blank.NAME, Blank.THINGS, Blank.AMOUNT),
    OwnText.UNCOLLECTED: (Blank.NAME, Blank.THINGS, Blank.DAY),
}


def all_words_of(which: OwnText) -> tuple[str, ...]:
    """The blanks of this message, as they are called in both languages."""
    return tuple(word for blank in BLANKS[which] for word in (blank.value, blank.english))
