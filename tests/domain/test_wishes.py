"""What somebody wishes about messages holds beside what the law asks for."""

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.message_policy import Drop, Hold, Person, Send, Verdict, Wanted, judge
from bot.domain.outgoing import Kind
from bot.domain.wishes import EXTRAS, Hours, Topic, Wishes

SEOUL = ZoneInfo("Asia/Seoul")
EVENING = Hours(time(18), time(9))


def at(hour: int, minute: int = 0, day: int = 20) -> datetime:
    """On Friday 20 November 2026, or another day of that month, in Seoul."""
    return datetime(2026, 11, day, hour, minute, tzinfo=SEOUL).astimezone(UTC)


def verdict(kind: Kind, wishes: Wishes, now: datetime, **more: date | datetime) -> Verdict:
    last = more.get("last")
    expires = more.get("expires")
    person = Person(
        advertising_consent=True, wishes=wishes, zone=SEOUL, last_extra_on=last if isinstance(last, date) else None
    )
    return judge(Wanted(kind, expires if isinstance(expires, datetime) else None), person, now)


@pytest.mark.parametrize(
    ("kind", "topic"),
    [(Kind.ORDER_NOTICE, Topic.ORDERS), (Kind.APPOINTMENT, Topic.BOOKINGS), (Kind.RECEIPT, Topic.RECEIPTS)],
)
def test_a_topic_that_is_off_is_not_sent_and_the_others_are(kind: Kind, topic: Topic) -> None:
    assert verdict(kind, Wishes(off=frozenset({topic})), at(12)) == Drop("asked_not_to")
    assert verdict(kind, Wishes(off=frozenset(set(Topic) - {topic})), at(12)) == Send()


@pytest.mark.parametrize(
    ("hours", "now", "until"),
    [
        (EVENING, at(17, 59), None),
        (EVENING, at(18), at(9, day=21)),
        (EVENING, at(23, 59), at(9, day=21)),
        (EVENING, at(0), at(9)),
        (EVENING, at(8, 59), at(9)),
        (EVENING, at(9), None),
        (Hours(time(12), time(13)), at(12, 30), at(13)),
        (Hours(time(12), time(13)), at(13), None),
        (Hours(time(9), time(9)), at(9), None),
    ],
)
def test_a_message_waits_for_the_end_of_the_hours(hours: Hours, now: datetime, until: datetime | None) -> None:
    expected = Send() if until is None else Hold(until, "asked_hours")

    assert verdict(Kind.ORDER_NOTICE, Wishes(hours=hours), now) == expected


def test_weekends_and_hours_together_end_on_monday_morning() -> None:
    wishes = Wishes(hours=EVENING, days_off=frozenset({5, 6}))

    assert verdict(Kind.ORDER_NOTICE, wishes, at(19)) == Hold(at(9, day=23), "asked_hours")
    assert verdict(Kind.ORDER_NOTICE, wishes, at(12, day=22)) == Hold(at(9, day=23), "asked_hours")
    assert verdict(Kind.ORDER_NOTICE, wishes, at(12)) == Send()


def test_what_is_stale_by_then_is_not_sent_at_all() -> None:
    assert verdict(Kind.RECEIPT, Wishes(hours=EVENING), at(19, 30), expires=at(22)) == Drop("asked_not_now")


@pytest.mark.parametrize("kind", [Kind.RECEIPT, Kind.GREETING, Kind.ADVERTISING, Kind.ORDER_NOTICE, Kind.APPOINTMENT])
def test_a_pause_and_a_distance_are_about_what_nobody_waits_for(kind: Kind) -> None:
    pause = verdict(kind, Wishes(silent_until=date(2026, 11, 21)), at(12))
    often = verdict(kind, Wishes(every_days=30), at(12), last=date(2026, 10, 22))

    assert pause == (Drop("asked_to_pause") if kind in EXTRAS else Send())
    assert often == (Drop("often_enough") if kind in EXTRAS else Send())


def test_a_pause_ends_and_a_distance_is_walked() -> None:
    assert verdict(Kind.RECEIPT, Wishes(silent_until=date(2026, 11, 20)), at(0)) == Send()
    assert verdict(Kind.RECEIPT, Wishes(every_days=30), at(12), last=date(2026, 10, 21)) == Send()
    assert verdict(Kind.RECEIPT, Wishes(every_days=30), at(12)) == Send()


@pytest.mark.parametrize("kind", [Kind.ANSWER, Kind.ACCOUNT])
def test_answers_and_the_safety_of_the_account_are_outside_of_all_wishes(kind: Kind) -> None:
    everything = Wishes(
        frozenset(Topic), Hours(time(0), time(23, 59)), date(2027, 1, 1), 365, days_off=frozenset({5, 6})
    )

    assert verdict(kind, everything, at(12) + timedelta(days=1)) == Send()
