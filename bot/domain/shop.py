"""The shop as everything below the settings sees it."""

from dataclasses import dataclass, fields, replace
from datetime import date, datetime, time
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.freshness import AGAIN_AFTER_MONTHS, STALE_AFTER_MONTHS
from bot.domain.opening import Opening, country_of, read_days, read_hours, speaks_of_holidays
from bot.domain.people import USUAL_STAGES, StageRule
from bot.domain.rhythm import USUAL_RULE, RhythmRule


class Preset(StrEnum):
    LAUNDRY = "laundry"
    SALON = "salon"
    CAFE = "cafe"
    THEATRE = "theatre"


class Part(StrEnum):
    """A part of the product that a kind of shop has or has not. What is off is not mentioned anywhere."""

    ORDERS = "orders"
    APPOINTMENTS = "appointments"
    PREPAID = "prepaid"
    POINTS = "points"
    INVITATIONS = "invitations"


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
    Preset.LAUNDRY: frozenset({Part.ORDERS, Part.PREPAID}),
    Preset.SALON: frozenset({Part.APPOINTMENTS, Part.PREPAID}),
    Preset.CAFE: frozenset[Part](),
    Preset.THEATRE: frozenset({Part.INVITATIONS}),
}
_OWN_PART = {
    Preset.LAUNDRY: Part.ORDERS,
    Preset.SALON: Part.APPOINTMENTS,
    Preset.THEATRE: Part.INVITATIONS,
}


class Quiet(StrEnum):
    """What comes by itself and the owners can do without: to them, and (the last three) to their customers."""

    BRIEF = "brief"
    WEEK = "week"
    MONTH = "month"
    UNCOLLECTED = "uncollected"
    BIRTHDAY = "birthday"
    STATEMENT = "statement"


UNNAMED = "단골"
"""What a shop is called that has not said its name yet."""


@dataclass(frozen=True, slots=True)
class Shop:
    """Who the shop is, when it reads and sends, and which parts are on.

    `parts` holds what was switched otherwise than the kind of shop has it: "+points,-prepaid".
    `brief_time` is when the owners hear what the day holds, `closing_time` when they are asked who was left out, and
    `unwanted` what of it they do without ("brief,week"). `closed_on` and `opened_on` are single days, `holidays` is
    "closed" or "open" for the public ones, "" where only the hours speak of them.
    `rules` holds the numbers of definitions that the owner has changed: "regular_visit_days=6,core_percent=10".
    `hours_on` are hours of single days ("2026-12-24=10:00-15:00").
    `hours_before` is how long before an appointment a second reminder goes ("" for none), `nth_gift` what was promised
    for every so many visits (see `bot.domain.visit_gifts`), `quiet_hours` when nothing goes out to customers by itself
    ("21:00-09:00"), `advertising_every` how many days lie between two advertisements to one person ("" for one).
    `old_after` is after how many months without a confirmation a detail is old, `asked_again_after` how many lie
    between two questions for one ("" for two years and half of one).
    `points_end` says after how many months points run out, and since which day that holds ("12|2026-11-21").
    `gathers_words_of` are the owners (Telegram's ids) whose sentences are kept where they were not understood.
    `answered_by` is the person who answers, and signs; `bot` is the bot's own name at Telegram, without the @.
    `sends_mail`: a mail server is set; `interprets`: an interpreter of sentences is.
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
    parts: str = ""
    brief_time: time = time(8, 30)
    closing_time: time = time(20, 10)
    unwanted: str = ""
    closed_on: str = ""
    opened_on: str = ""
    hours_on: str = ""
    holidays: str = ""
    hours_before: str = ""
    nth_gift: str = ""
    quiet_hours: str = ""
    advertising_every: str = ""
    old_after: str = ""
    asked_again_after: str = ""
    points_end: str = ""
    rules: str = ""
    gathers_words_of: str = ""
    sends_mail: bool = False
    interprets: bool = False

    @property
    def rhythm(self) -> RhythmRule:
        """What this shop calls a regular, late and lost."""
        return replace(USUAL_RULE, **self._numbers(RhythmRule)) if self.rules else USUAL_RULE

    @property
    def stages(self) -> StageRule:
        """What this shop calls new, loyal and core."""
        return replace(USUAL_STAGES, **self._numbers(StageRule)) if self.rules else USUAL_STAGES

    def ruled(self, **numbers: int) -> str:
        """`rules` with these numbers; what is as usual is not kept."""
        usual = {field.name: field.default for kind in (RhythmRule, StageRule) for field in fields(kind)}
        kept = self._numbers(RhythmRule) | self._numbers(StageRule) | numbers
        return ",".join(f"{name}={number}" for name, number in sorted(kept.items()) if number != usual[name])

    def _numbers(self, kind: type[RhythmRule] | type[StageRule]) -> dict[str, int]:
        names = {field.name for field in fields(kind)}
        said = dict(one.split("=") for one in self.rules.split(",") if one)
        return {name: int(number) for name, number in said.items() if name in names}

    @property
    def sold_every(self) -> int:
        """The days between two advertisements to one person, 1 at least."""
        return int(self.advertising_every or 1)

    @property
    def old_months(self) -> int:
        """After how many months without a confirmation a detail had better be asked for again."""
        return int(self.old_after or STALE_AFTER_MONTHS)

    @property
    def asked_again_months(self) -> int:
        """How many months nobody is asked for a detail again."""
        return int(self.asked_again_after or AGAIN_AFTER_MONTHS)

    @property
    def points_rule(self) -> tuple[int, date] | None:
        """After how many months points run out, and since when that holds; None where they never do."""
        months, _, since = self.points_end.partition("|")
        return (int(months), date.fromisoformat(since)) if since else None

    @property
    def is_named(self) -> bool:
        """Whether anybody has said what it is called."""
        return self.name != UNNAMED

    def has(self, part: Part) -> bool:
        """Whether the part is on: as it was switched, else as shops of this kind have it."""
        switched = self.parts.split(",")
        if f"+{part}" in switched or f"-{part}" in switched:
            return f"+{part}" in switched
        return part in _PARTS[self.preset]

    def has_off(self, part: Part) -> bool:
        """Whether somebody has switched the part off: then what is left of it is not mentioned either."""
        return f"-{part}" in self.parts.split(",")

    @property
    def spoken_as(self) -> Preset:
        """The kind of shop whose keys and words tell what it does: without its own part it is spoken of as a cafe,
        which has none.
        """
        own = _OWN_PART.get(self.preset)
        return self.preset if own is None or self.has(own) else Preset.CAFE

    def is_own(self, part: Part) -> bool:
        """Whether the part is what shops of this kind have before all others."""
        return _OWN_PART.get(self.preset) is part

    def switched(self, part: Part, *, on: bool) -> str:
        """`parts` with this part on or off."""
        others = [one for one in self.parts.split(",") if one and one[1:] != part]
        return ",".join([*others, f"{'+' if on else '-'}{part}"])

    @property
    def opening(self) -> Opening:
        """When it is open, day by day."""
        free = self.holidays == "closed" or (not self.holidays and speaks_of_holidays(self.hours))
        return Opening(
            self.hours,
            read_days(self.closed_on),
            read_days(self.opened_on),
            free,
            country_of(self.zone.key),
            read_hours(self.hours_on),
        )

    def wants(self, what: Quiet) -> bool:
        """Whether the owners want this to come by itself."""
        return what not in self.unwanted.split(",")

    def gathers_from(self, user_id: int) -> bool:
        """Whether this owner lets be kept what was not understood."""
        return str(user_id) in self.gathers_words_of.split(",")

    def day_of(self, moment: datetime) -> date:
        """The shop's own calendar day of an aware moment."""
        return moment.astimezone(self.zone).date()
