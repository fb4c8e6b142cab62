"""May this message go to this person now? Asked when a message is planned and once more when it is claimed.

What each kind is in law: a reminder, an order notice and the day's receipt complete a deal and are informational
(Network Act 50(1), KISA's list of exceptions); a greeting or a thank-you by itself counts as advertising. Nights are
21:00-08:00 in Seoul (50(3)); the margin of a few minutes is for the way to the phone. An answer is always sent: the
person has just asked. Word about the safety of one's own account ("account") is informational and never waits.

Beside the law stand the person's own wishes (`bot/domain/wishes.py`): topics, hours, a pause, a distance.
"""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.domain.outgoing import Kind
from bot.domain.wishes import EXTRAS, NO_WISHES, TOPIC_OF, Wishes

DAY_STARTS = time(8, 5)
DAY_ENDS = time(20, 50)
LAW_ZONE = ZoneInfo("Asia/Seoul")

_WANTS_CONSENT = frozenset({Kind.GREETING, Kind.ADVERTISING})
_QUIET_LEAVES_OUT = frozenset({Kind.GREETING, Kind.ADVERTISING})
_TO_THE_SHOP = frozenset({Kind.OWNER_NOTICE})


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

    `zone` is that of the clock that the wishes speak of, `last_extra_on` the day of the last message nobody waits for.
    """

    blocked: bool = False
    linked: bool = True
    deleted: bool = False
    quiet: bool = False
    advertising_consent: bool = False
    night_consent: bool = False
    wishes: Wishes = NO_WISHES
    zone: ZoneInfo = LAW_ZONE
    last_extra_on: date | None = None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What the policy needs to know of the message. `still_true` is False when its event was undone or moved."""

    kind: Kind
    expires_at: datetime | None = None
    still_true: bool = True


def judge(wanted: Wanted, person: Person, now: datetime) -> Verdict:
    """Send, Hold or Drop, at the moment `now` (aware).

    Drop reasons: gone, event_undone, blocked, not_linked, too_late, no_consent, quiet_treatment, asked_not_to,
    asked_to_pause, often_enough, asked_not_now.
    """
    if wanted.kind is Kind.ANSWER or wanted.kind in _TO_THE_SHOP:
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
    if wanted.kind in _WANTS_CONSENT and not person.advertising_consent:
        return Drop("no_consent")
    if person.quiet and wanted.kind in _QUIET_LEAVES_OUT:
        return Drop("quiet_treatment")
    if wanted.kind in _WANTS_CONSENT and not person.night_consent and (morning := next_daytime(now)) != now:
        return Hold(morning, "night")
    return _wished(wanted, person, now) or Send()


def next_daytime(now: datetime) -> datetime:
    """`now` itself if it lies in the hours in which advertising may arrive, else the next morning's first moment."""
    local = now.astimezone(LAW_ZONE)
    if DAY_STARTS <= local.time() < DAY_ENDS:
        return now
    day = local.date() if local.time() < DAY_STARTS else local.date() + timedelta(days=1)
    return datetime.combine(day, DAY_STARTS, LAW_ZONE).astimezone(now.tzinfo)


def _wished(wanted: Wanted, person: Person, now: datetime) -> Drop | Hold | None:
    """What the person's own wishes say against it."""
    wishes, local = person.wishes, now.astimezone(person.zone)
    if TOPIC_OF.get(wanted.kind) in wishes.off:
        return Drop("asked_not_to")
    if wanted.kind in EXTRAS:
        if wishes.silent_until is not None and local.date() < wishes.silent_until:
            return Drop("asked_to_pause")
        last = person.last_extra_on
        if wishes.every_days is not None and last is not None and (local.date() - last).days < wishes.every_days:
            return Drop("often_enough")
    if wanted.kind is Kind.ACCOUNT:
        return None
    later = wishes.next_moment(local).astimezone(now.tzinfo)
    if later == now:
        return None
    return Drop("asked_not_now") if _too_late(wanted, later) else Hold(later, "asked_hours")


def _too_late(wanted: Wanted, now: datetime) -> bool:
    return wanted.expires_at is not None and now >= wanted.expires_at
