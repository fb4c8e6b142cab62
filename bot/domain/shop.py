"""The shop as everything below the settings sees it."""

from dataclasses import dataclass
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo


class Preset(StrEnum):
    LAUNDRY = "laundry"
    SALON = "salon"
    CAFE = "cafe"
    THEATRE = "theatre"


class Part(StrEnum):
    """A part of the product that a kind of shop has or has not. What is off is not mentioned anywhere."""

    ORDERS = "orders"
    APPOINTMENTS = "appointments"


class ShopField(StrEnum):
    """What the owner can set in chat."""

    NAME = "name"
    PRESET = "preset"
    HOURS = "hours"
    PRICES = "prices"
    ANSWERED_BY = "answered_by"
    CONTACT = "contact"
    ADDRESS = "address"


_PARTS = {
    Preset.LAUNDRY: frozenset({Part.ORDERS}),
    Preset.SALON: frozenset({Part.APPOINTMENTS}),
    Preset.CAFE: frozenset[Part](),
    Preset.THEATRE: frozenset[Part](),
}


UNNAMED = "단골"
"""What a shop is called that has not said its name yet."""


@dataclass(frozen=True, slots=True)
class Shop:
    """Who the shop is, when it reads and sends, and which parts are on.

    `answered_by` is the person who answers, and signs; `bot` is the bot's own name at Telegram, without the @.
    """

    name: str
    preset: Preset = Preset.LAUNDRY
    language: str = "ko"
    zone: ZoneInfo = ZoneInfo("Asia/Seoul")
    currency: str = "KRW"
    contact: str = ""
    address: str = ""
    hours: str = ""
    answered_by: str = ""
    bot: str = ""
    retention_years: int = 3
    reminder_time: time = time(11, 0)
    receipt_time: time = time(19, 30)

    @property
    def is_named(self) -> bool:
        """Whether anybody has said what it is called."""
        return self.name != UNNAMED

    def has(self, part: Part) -> bool:
        return part in _PARTS[self.preset]

    def day_of(self, moment: datetime) -> date:
        """The shop's own calendar day of an aware moment."""
        return moment.astimezone(self.zone).date()
