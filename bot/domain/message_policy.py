"""May this message go to this person now? Asked when a message is planned and once more when it is claimed.

Every kind has a class in law. What completes a deal, keeps an account or answers a question is informational; a
greeting, plain thanks and everything that is tied to no order, booking or question is advertising (Network Act 50(1),
KISA's list of exceptions). A word of selling raises any message to advertising (`bot/domain/promotional.py`),
and nothing lowers a class. Nights are 21:00-08:00 in Seoul (50(3)); the margin of a few minutes is for the way to the
phone. An answer is always sent: the person has just asked. Word about the safety of one's own account, and about one's
own consent, never waits, and nothing that sells may stand in it (50(8)).

Beside the law stand the person's own wishes (`bot/domain/wishes.py`): topics, hours, a pause, a distance; and the house
rules for advertising: one a day or fewer, no third in a row without anything done for the person in between, nothing
unless something useful to that person has changed.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.domain.outgoing import Kind
from bot.domain.wishes import ADVERTISING_BY_PRIORITY, EXTRAS, NO_WISHES, TOPIC_OF, Wishes

DAY_STARTS = time(8, 5)
DAY_ENDS = time(20, 50)
LAW_ZONE = ZoneInfo("Asia/Seoul")
SOLD_IN_A_ROW = 2


class MessageClass(StrEnum):
    """What a message is in law."""

    INFORMATIONAL = "informational"
    ADVERTISING = "advertising"


CLASS_OF: dict[Kind, MessageClass] = {
    kind: MessageClass.ADVERTISING if kind in ADVERTISING_BY_PRIORITY else MessageClass.INFORMATIONAL for kind in Kind
}

DROPS = (
    "gone",
    "event_undone",
    "blocked",
    "not_linked",
    "too_late",
    "sells_in_duty",
    "sender_unknown",
    "refused",
    "no_consent",
    "sells_without_consent",
    "quiet_treatment",
    "asked_not_to",
    "asked_to_pause",
    "often_enough",
    "no_news",
    "third_in_a_row",
    "shop_cap",
    "asked_not_now",
)
HOLDS = ("night", "one_a_day", "shop_cap", "asked_hours")
"""The names of all reasons, as `judge` gives them. The owner's list has a sentence for each."""

_TO_THE_SHOP = frozenset({Kind.OWNER_NOTICE})
# A break of a promise and what was waited for are told at once, whatever else stands in them.
_NEVER_CAPPED = frozenset({Kind.ANSWER, Kind.ORDER_NOTICE})
_QUIET_LEAVES_OUT = frozenset({Kind.GIFT, Kind.STATEMENT, Kind.REFRESH})
_ONLY_WITH_NEWS = frozenset({Kind.STATEMENT, Kind.GREETING, Kind.EXPIRY, Kind.INVITATION, Kind.CAMPAIGN})


@dataclass(frozen=True, slots=True)
class Send:
    """Yes, now."""


@dataclass(frozen=True, slots=True)
class Hold:
    """Not before `until` (aware)."""

    until: datetime
    reason: str


@dataclass(frozen=True, slots=True)
class Drop:
    """Never. The reason is a name that the owner's list and a test know."""

    reason: str


Verdict = Send | Hold | Drop


@dataclass(frozen=True, slots=True)
class Person:
    """What the policy needs to know of the one who would read it.

    `refused`: the newest word about advertising is a no. `zone` is that of the clock that the wishes speak of,
    `last_extra_on` the day of the last message nobody waits for, `last_sold_on` that of the last advertising.
    `sold_in_a_row` counts the advertising since the last message or visit by which the person was served.
    `sold_every`: so many days the shop leaves between two advertisements, 1 at least.
    """

    blocked: bool = False
    linked: bool = True
    deleted: bool = False
    quiet: bool = False
    advertising_consent: bool = False
    night_consent: bool = False
    refused: bool = False
    wishes: Wishes = NO_WISHES
    zone: ZoneInfo = LAW_ZONE
    last_extra_on: date | None = None
    last_sold_on: date | None = None
    sold_in_a_row: int = 0
    sold_every: int = 1


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the policy needs to know of the message.

    `still_true` is False when its event was undone or moved. `sells`: its words sell, or whoever planned it called it
    advertising; of answers, whose words are the house's own and were asked for, only the latter is asked. `news` is
    False when nothing useful to this person has changed since the last one. `sender_known`: the shop has a name and a
    contact to put on advertising.
    """

    kind: Kind
    expires_at: datetime | None = None
    still_true: bool = True
    sells: bool = False
    news: bool = True
    sender_known: bool = True

    @property
    def message_class(self) -> MessageClass:
        """Raised by words of selling and never lowered."""
        return MessageClass.ADVERTISING if self.sells else CLASS_OF[self.kind]

    @property
    def is_advertising(self) -> bool:
        return self.message_class is MessageClass.ADVERTISING


def judge(wanted: Wanted, person: Person, now: datetime) -> Verdict:
    """Send, Hold or Drop, at the moment `now` (aware). The reasons are those of `DROPS` and `HOLDS`."""
    if wanted.kind in _TO_THE_SHOP or (wanted.kind is Kind.ANSWER and not wanted.sells):
        return Drop("too_late") if _too_late(wanted, now) else Send()
    if person.deleted:
        return Drop("gone")
    if not wanted.still_true:
        return Drop("event_undone")
    if person.blocked:
        return Drop("blocked")
    if not person.linked:
        return Drop("not_linked")
    if _too_late(wanted, now):
        return Drop("too_late")
    if wanted.kind is Kind.ACCOUNT:
        return Drop("sells_in_duty") if wanted.sells else Send()
    never = (_unlawful(wanted, person) if wanted.is_advertising else None) or _unwished(wanted, person, now)
    if never is not None:
        return Drop(never)
    if wanted.is_advertising:
        if not person.night_consent and (morning := next_daytime(now)) != now:
            return Hold(morning, "night")
        if wanted.kind not in _NEVER_CAPPED and (capped := _capped(wanted, person, now)) is not None:
            return capped
    return _at_asked_hours(wanted, person, now)


def next_daytime(now: datetime) -> datetime:
    """`now` itself if it lies in the hours in which advertising may arrive, else the next morning's first moment."""
    local = now.astimezone(LAW_ZONE)
    if DAY_STARTS <= local.time() < DAY_ENDS:
        return now
    day = local.date() if local.time() < DAY_STARTS else local.date() + timedelta(days=1)
    return datetime.combine(day, DAY_STARTS, LAW_ZONE).astimezone(now.tzinfo)


def _unlawful(wanted: Wanted, person: Person) -> str | None:
    """What the law says against advertising to this person at any hour."""
    if person.refused:
        return "refused"
    if not person.advertising_consent:
        is_raised = CLASS_OF[wanted.kind] is MessageClass.INFORMATIONAL
        return "sells_without_consent" if is_raised else "no_consent"
    return None if wanted.sender_known else "sender_unknown"


def _unwished(wanted: Wanted, person: Person, now: datetime) -> str | None:
    """What the person's wishes and the house rules say against it, at any hour of this day."""
    wishes, today = person.wishes, now.astimezone(person.zone).date()
    if person.quiet and (wanted.is_advertising or wanted.kind in _QUIET_LEAVES_OUT):
        return "quiet_treatment"
    if TOPIC_OF.get(wanted.kind) in wishes.off:
        return "asked_not_to"
    if wanted.is_advertising or wanted.kind in EXTRAS:
        if wishes.silent_until is not None and today < wishes.silent_until:
            return "asked_to_pause"
        last = person.last_extra_on
        if wishes.every_days is not None and last is not None and (today - last).days < wishes.every_days:
            return "often_enough"
    if not wanted.news and wanted.kind in _ONLY_WITH_NEWS:
        return "no_news"
    is_capped = wanted.is_advertising and wanted.kind not in _NEVER_CAPPED
    return "third_in_a_row" if is_capped and person.sold_in_a_row >= SOLD_IN_A_ROW else None


def _capped(wanted: Wanted, person: Person, now: datetime) -> Hold | Drop | None:
    """One advertisement a day, or one in as many days as the shop has set."""
    today = now.astimezone(person.zone).date()
    if person.last_sold_on is None or (again := person.last_sold_on + timedelta(days=person.sold_every)) <= today:
        return None
    until = datetime.combine(again, DAY_STARTS, person.zone).astimezone(now.tzinfo)
    if person.sold_every == 1:
        return Hold(until, "one_a_day")
    return Drop("shop_cap") if _too_late(wanted, until) else Hold(until, "shop_cap")


def _at_asked_hours(wanted: Wanted, person: Person, now: datetime) -> Verdict:
    later = person.wishes.next_moment(now.astimezone(person.zone)).astimezone(now.tzinfo)
    if later == now:
        return Send()
    return Drop("asked_not_now") if _too_late(wanted, later) else Hold(later, "asked_hours")


def _too_late(wanted: Wanted, now: datetime) -> bool:
    return wanted.expires_at is not None and now >= wanted.expires_at
