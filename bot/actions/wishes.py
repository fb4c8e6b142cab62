"""What customers decide about messages: stop and start, topics, hours, pauses, and consent by purpose.

A stop is done at once and its result told with its time (Network Act 50(7) allows 14 days). Consent to advertising is
given by one button under its own text and nowhere else, and withdrawn by any word or tap (50(1), 50(2), 50(5)).
"""

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta

from bot.actions import profile
from bot.actions.entries import write_entry
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.domain.shop import Part
from bot.domain.wishes import ADVERTISING_BY_PRIORITY, TOPIC_OF, WEEKEND, Hours, Topic, Wishes
from storage import consents, journal, outbox, wishes
from storage.models import Customer, JournalEntry

UNDO_DAYS = 7
_ALL_DAYS = 7
CHANGED = "wishes_changed"

# Which text somebody agreed to: raised whenever the question says something else.
CONSENT_TEXTS = {"advertising": "advertising-1", "night": "night-1"}
_PARTS = {Topic.ORDERS: Part.ORDERS, Topic.BOOKINGS: Part.APPOINTMENTS}


@dataclass(frozen=True, slots=True)
class Setting:
    """One kind of message: whether it comes, and for a consent the day of the decision."""

    name: str
    on: bool
    decided_on: date | None = None


@dataclass(frozen=True, slots=True)
class Settings:
    """Everything that somebody has decided. `settings` are what this shop sends, in the order of the card."""

    settings: tuple[Setting, ...]
    wishes: Wishes
    quiet: bool
    changed_at: datetime
    undo: str | None = None

    def named(self, *, on: bool) -> tuple[str, ...]:
        """The kinds of messages that come, or that do not."""
        return tuple(one.name for one in self.settings if one.on is on)

    def has(self, name: str) -> bool:
        return any(one.name == name and one.on for one in self.settings)


def settings(unit: Unit) -> Settings:
    """What comes and what does not."""
    unit.permit("decide about messages")
    return _settings(unit, profile.own_record(unit))


def stop(unit: Unit, scope: str | None, update_id: int) -> Settings:
    """No more of it, from this moment on: what waits already is not sent either.

    `scope` is marketing (advertising and greetings), a topic, all, or None: all that is not news of one's own things.
    """
    unit.permit("decide about messages")
    person = profile.own_record(unit)
    mine = wishes.of_customer(unit.session, person.id or 0)
    off = set(mine.off)
    if scope == "all":
        off |= set(Topic)
    elif scope is None:
        off.add(Topic.RECEIPTS)
    elif scope != "marketing":
        off.add(_topic(scope))
    if scope in (None, "all", "marketing"):
        _withdraw(unit, person, update_id)
    return _decide(unit, person, replace(mine, off=frozenset(off)), update_id)


def only(unit: Unit, wanted: Collection[str], update_id: int) -> Settings:
    """Of what can be switched off, these topics and no other; advertising ends."""
    unit.permit("decide about messages")
    person = profile.own_record(unit)
    mine = wishes.of_customer(unit.session, person.id or 0)
    _withdraw(unit, person, update_id)
    off = frozenset(topic for topic in Topic if topic.value not in wanted)
    return _decide(unit, person, replace(mine, off=off), update_id)


def start(unit: Unit, scope: str | None, update_id: int) -> Settings:
    """What was switched off comes again; without a topic all of it, and pauses end. Advertising is asked for apart."""
    unit.permit("decide about messages")
    person = profile.own_record(unit)
    mine = wishes.of_customer(unit.session, person.id or 0)
    if scope in (None, "all"):
        wanted = replace(mine, off=frozenset(), silent_until=None)
    else:
        wanted = replace(mine, off=mine.off - {_topic(scope)})
    return _decide(unit, person, wanted, update_id)


def wish(
    unit: Unit,
    update_id: int,
    *,
    hours: tuple[time, time] | None = None,
    until: date | None = None,
    every_days: int | None = None,
    days_off: frozenset[int] = frozenset(),
    quiet: bool = False,
) -> Settings:
    """Hours, a pause, a distance, days of the week or quiet treatment, beside what was wished before."""
    unit.permit("decide about messages")
    person = profile.own_record(unit)
    mine = wishes.of_customer(unit.session, person.id or 0)
    wanted = replace(
        mine,
        hours=Hours(*hours) if hours else mine.hours,
        silent_until=until or mine.silent_until,
        every_days=every_days or mine.every_days,
        days_off=days_off if len(mine.days_off | days_off) == _ALL_DAYS else mine.days_off | days_off,
    )
    return _decide(unit, person, wanted, update_id, quiet=quiet or person.quiet)


def no_limits(unit: Unit, update_id: int) -> Settings:
    """Hours, pause, distance, days and quiet treatment are forgotten; the topics stay as they are."""
    unit.permit("decide about messages")
    person = profile.own_record(unit)
    mine = wishes.of_customer(unit.session, person.id or 0)
    return _decide(unit, person, Wishes(off=mine.off), update_id, quiet=False)


def agree(unit: Unit, purpose: str, update_id: int) -> Settings:
    """Yes to the text of this purpose. Raises Refusal consent-unknown; night needs the one to advertising before it."""
    unit.permit("decide about messages")
    person = profile.own_record(unit)
    customer_id = person.id or 0
    if purpose not in CONSENT_TEXTS:
        raise Refusal("consent-unknown")
    if purpose == "night" and not consents.has_consent(unit.session, customer_id, "advertising"):
        raise Refusal("consent-unknown")
    _write_consent(unit, customer_id, purpose, True, update_id)
    return _settings(unit, person)


def withdraw(unit: Unit, purpose: str, update_id: int) -> Settings:
    """No to this purpose, at once; without advertising there is no advertising at night either."""
    unit.permit("decide about messages")
    person = profile.own_record(unit)
    if purpose == "night":
        _write_consent(unit, person.id or 0, "night", False, update_id)
    else:
        _withdraw(unit, person, update_id)
    return _settings(unit, person)


def undo(unit: Unit, entry_id: str) -> Settings:
    """Take one change of the wishes back.

    Raises Refusal: undo-not-yours, undo-done, undo-expired, undo-changed-since.
    """
    unit.permit("decide about messages")
    person = profile.own_record(unit)
    entry = journal.by_public_id(unit.session, entry_id)
    if entry is None or entry.deed != CHANGED or entry.customer_id != person.id:
        raise Refusal("undo-not-yours")
    if entry.undone_at is not None:
        raise Refusal("undo-done")
    if entry.undo_until is None or unit.now >= entry.undo_until:
        raise Refusal("undo-expired", days=UNDO_DAYS)
    if journal.later_change(unit.session, entry) is not None:
        raise Refusal("undo-changed-since")
    before = journal.before(unit.vault, entry)
    wishes.write(unit.session, person.id or 0, _unpacked(before), unit.now, None)
    person.quiet = bool(before["quiet"])
    entry.undone_at = unit.now
    unit.session.add_all((person, entry))
    unit.session.flush()
    return _settings(unit, person)


def newest(unit: Unit) -> str | None:
    """The public id of the newest change, where the last thing that this person changed was a wish."""
    entry = journal.newest_of_actor(unit.session, unit.actor)
    is_ours = entry is not None and entry.deed == CHANGED and entry.customer_id == unit.actor.customer_id
    return entry.public_id if entry is not None and is_ours else None


def _decide(unit: Unit, person: Customer, wanted: Wishes, update_id: int, *, quiet: bool | None = None) -> Settings:
    customer_id = person.id or 0
    mine = wishes.of_customer(unit.session, customer_id)
    wants_quiet = person.quiet if quiet is None else quiet
    entry: JournalEntry | None = None
    if wanted != mine or wants_quiet != person.quiet:
        entry = write_entry(
            unit,
            CHANGED,
            customer_id=customer_id,
            before=_packed(mine, person.quiet),
            after=_packed(wanted, wants_quiet),
            undo_for=timedelta(days=UNDO_DAYS),
        )
        wishes.write(unit.session, customer_id, wanted, unit.now, update_id)
        person.quiet = wants_quiet
        unit.session.add(person)
        unit.session.flush()
        kinds = [kind for kind, topic in TOPIC_OF.items() if topic in wanted.off]
        outbox.cancel_for_customer(unit.session, customer_id, kinds, "asked_not_to")
    return replace(_settings(unit, person), undo=entry.public_id if entry else None)


def _settings(unit: Unit, person: Customer) -> Settings:
    customer_id = person.id or 0
    mine = wishes.of_customer(unit.session, customer_id)
    offered = [topic for topic in Topic if topic not in _PARTS or unit.shop.has(_PARTS[topic])]
    rows = [Setting(topic.value, topic not in mine.off) for topic in offered]
    for purpose in CONSENT_TEXTS:
        newest = consents.newest(unit.session, customer_id, purpose)
        on = newest is not None and newest.given
        if purpose == "advertising" or on or any(row.name == "advertising" and row.on for row in rows):
            rows.append(Setting(purpose, on, unit.shop.day_of(newest.at) if newest else None))
    return Settings(tuple(rows), mine, person.quiet, unit.now)


def _withdraw(unit: Unit, person: Customer, update_id: int) -> None:
    """A no to advertising, written down also of somebody who never said yes: it is a refusal with its date."""
    customer_id = person.id or 0
    _write_consent(unit, customer_id, "advertising", False, update_id)
    if consents.has_consent(unit.session, customer_id, "night"):
        _write_consent(unit, customer_id, "night", False, update_id)
    outbox.cancel_for_customer(unit.session, customer_id, ADVERTISING_BY_PRIORITY, "refused")


def _write_consent(unit: Unit, customer_id: int, purpose: str, given: bool, update_id: int) -> None:
    consents.decide(
        unit.session,
        customer_id,
        purpose,
        unit.now,
        given=given,
        text_version=CONSENT_TEXTS[purpose],
        update_id=update_id,
    )
    unit.session.flush()


def _topic(scope: str) -> Topic:
    try:
        return Topic(scope)
    except ValueError:
        raise Refusal("consent-unknown") from None


def _packed(mine: Wishes, quiet: bool) -> dict[str, object]:
    return {
        "off": sorted(mine.off),
        "hours": str(mine.hours) if mine.hours else None,
        "silent_until": mine.silent_until.isoformat() if mine.silent_until else None,
        "every_days": mine.every_days,
        "days_off": sorted(mine.days_off),
        "quiet": quiet,
    }


def _unpacked(facts: journal.Facts) -> Wishes:
    return Wishes(
        off=frozenset(Topic(name) for name in facts["off"]),
        hours=Hours.parse(facts["hours"]) if facts["hours"] else None,
        silent_until=date.fromisoformat(facts["silent_until"]) if facts["silent_until"] else None,
        every_days=facts["every_days"],
        days_off=_days_off(facts),
    )


def _days_off(facts: journal.Facts) -> frozenset[int]:
    """Entries of before other days could be wished say whether the weekend was."""
    return frozenset(facts["days_off"]) if "days_off" in facts else WEEKEND if facts["weekends"] else frozenset()
