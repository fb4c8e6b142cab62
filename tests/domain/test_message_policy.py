"""May this message go to this person now? Each reason, each hour, each kind."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.domain.message_policy import DROPS, HOLDS, LAW_ZONE, Drop, Hold, Person, Send, Wanted, judge, next_daytime
from bot.domain.outgoing import Kind, words
from bot.domain.wishes import ADVERTISING_BY_PRIORITY
from bot.texts.catalog import Catalog

NOON = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)
AGREED = Person(advertising_consent=True)
UNASKED = [Kind.ORDER_NOTICE, Kind.APPOINTMENT, Kind.RECEIPT, Kind.GREETING, Kind.ADVERTISING]
SALES = [Kind.GREETING, Kind.ADVERTISING]


def at_seoul(hour: int, minute: int = 0) -> datetime:
    return datetime(2026, 11, 21, hour, minute, tzinfo=ZoneInfo("Asia/Seoul"))


@pytest.mark.parametrize("kind", UNASKED)
@pytest.mark.parametrize(
    ("person", "reason"),
    [
        (Person(deleted=True, advertising_consent=True), "gone"),
        (Person(blocked=True, advertising_consent=True), "blocked"),
        (Person(linked=False, advertising_consent=True), "not_linked"),
    ],
)
def test_nobody_is_written_to_who_cannot_or_must_not_be(kind: Kind, person: Person, reason: str) -> None:
    assert judge(Wanted(kind), person, NOON) == Drop(reason)


@pytest.mark.parametrize("kind", UNASKED)
def test_what_is_not_true_any_more_is_not_said(kind: Kind) -> None:
    assert judge(Wanted(kind, still_true=False), AGREED, NOON) == Drop("event_undone")


@pytest.mark.parametrize("kind", UNASKED)
def test_late_is_dropped_on_the_minute(kind: Kind) -> None:
    assert judge(Wanted(kind, expires_at=NOON + timedelta(seconds=1)), AGREED, NOON) == Send()
    assert judge(Wanted(kind, expires_at=NOON), AGREED, NOON) == Drop("too_late")


@pytest.mark.parametrize("kind", SALES)
def test_sales_need_consent_and_quiet_people_get_none(kind: Kind) -> None:
    assert judge(Wanted(kind), Person(), NOON) == Drop("no_consent")
    assert judge(Wanted(kind), Person(advertising_consent=True, quiet=True), NOON) == Drop("quiet_treatment")


@pytest.mark.parametrize("kind", [Kind.ORDER_NOTICE, Kind.APPOINTMENT, Kind.RECEIPT])
def test_quiet_people_still_hear_of_their_own_things(kind: Kind) -> None:
    assert judge(Wanted(kind), Person(quiet=True), NOON) == Send()


@pytest.mark.parametrize(
    ("hour", "minute", "by_day"),
    [(0, 0, False), (8, 4, False), (8, 5, True), (12, 0, True), (20, 49, True), (20, 50, False), (23, 59, False)],
)
def test_sales_wait_for_the_morning(hour: int, minute: int, by_day: bool) -> None:
    now = at_seoul(hour, minute)
    verdict = judge(Wanted(Kind.ADVERTISING), AGREED, now)
    if by_day:
        assert verdict == Send()
    else:
        assert verdict == Hold(next_daytime(now), "night")
        assert judge(Wanted(Kind.ADVERTISING), AGREED, next_daytime(now)) == Send()


def test_the_next_morning_is_the_same_day_before_it_and_the_next_day_after() -> None:
    assert next_daytime(at_seoul(3)) == at_seoul(8, 5)
    assert next_daytime(at_seoul(22)) == at_seoul(8, 5) + timedelta(days=1)
    assert next_daytime(NOON) == NOON


@pytest.mark.parametrize("person", [Person(), Person(quiet=True), Person(blocked=True), Person(linked=False)])
def test_an_answer_is_always_given_to_whoever_just_asked(person: Person) -> None:
    for hour in range(24):
        assert judge(Wanted(Kind.ANSWER), person, at_seoul(hour)) == Send()


@pytest.mark.parametrize("kind", Kind)
def test_words_of_selling_raise_a_message_and_nothing_lowers_one(kind: Kind) -> None:
    assert Wanted(kind, sells=True).is_advertising
    assert Wanted(kind).is_advertising is (kind in ADVERTISING_BY_PRIORITY)


def test_nothing_that_sells_stands_in_word_about_the_account_or_a_consent() -> None:
    assert judge(Wanted(Kind.ACCOUNT, sells=True), AGREED, NOON) == Drop("sells_in_duty")


def test_what_became_advertising_by_its_words_says_so() -> None:
    raised = Wanted(Kind.RECEIPT, sells=True)
    assert judge(raised, Person(), NOON) == Drop("sells_without_consent")
    assert judge(raised, AGREED, NOON) == Send()
    assert judge(raised, AGREED, at_seoul(22)) == Hold(next_daytime(at_seoul(22)), "night")


def test_a_refusal_is_told_apart_from_never_having_been_asked() -> None:
    assert judge(Wanted(Kind.CAMPAIGN), replace(AGREED, refused=True), NOON) == Drop("refused")
    assert judge(Wanted(Kind.CAMPAIGN), Person(refused=True), NOON) == Drop("refused")


def test_advertising_comes_once_a_day() -> None:
    sold_today = replace(AGREED, last_sold_on=date(2026, 11, 21))
    assert judge(Wanted(Kind.GREETING), sold_today, NOON) == Hold(at_seoul(8, 5) + timedelta(days=1), "one_a_day")
    assert judge(Wanted(Kind.GREETING), replace(AGREED, last_sold_on=date(2026, 11, 20)), NOON) == Send()


@pytest.mark.parametrize(("days_ago", "goes"), [(0, False), (1, False), (6, False), (7, True), (30, True)])
def test_a_shop_may_advertise_more_rarely_and_what_would_be_late_by_then_is_not_sent(days_ago: int, goes: bool) -> None:
    sold = replace(AGREED, last_sold_on=date(2026, 11, 21) - timedelta(days=days_ago), sold_every=7)
    again = at_seoul(8, 5) + timedelta(days=7 - days_ago)
    late = Wanted(Kind.CAMPAIGN, expires_at=again)
    assert judge(Wanted(Kind.CAMPAIGN), sold, NOON) == (Send() if goes else Hold(again, "shop_cap"))
    if not goes:
        assert judge(late, sold, NOON) == Drop("shop_cap")
    assert judge(Wanted(Kind.ORDER_NOTICE), sold, NOON) == Send()


def test_there_is_no_third_sale_in_a_row() -> None:
    assert judge(Wanted(Kind.CAMPAIGN), replace(AGREED, sold_in_a_row=1), NOON) == Send()
    assert judge(Wanted(Kind.CAMPAIGN), replace(AGREED, sold_in_a_row=2), NOON) == Drop("third_in_a_row")


@pytest.mark.parametrize("kind", [Kind.CAMPAIGN, Kind.GREETING, Kind.STATEMENT])
def test_nothing_goes_out_without_news(kind: Kind) -> None:
    assert judge(Wanted(kind, news=False), AGREED, NOON) == Drop("no_news")


@pytest.mark.parametrize("kind", [Kind.ORDER_NOTICE, Kind.ANSWER])
@pytest.mark.parametrize("sells", [False, True])
def test_ready_and_late_notices_are_held_by_no_cap(kind: Kind, sells: bool) -> None:
    often = replace(AGREED, last_sold_on=date(2026, 11, 21), sold_in_a_row=5)
    assert judge(Wanted(kind, sells=sells, news=False), often, NOON) == Send()


def test_advertising_needs_a_sender_to_be_named() -> None:
    assert judge(Wanted(Kind.CAMPAIGN, sender_known=False), AGREED, NOON) == Drop("sender_unknown")
    assert judge(Wanted(Kind.RECEIPT, sender_known=False), Person(), NOON) == Send()


@pytest.mark.parametrize("kind", [Kind.GIFT, Kind.STATEMENT])
def test_quiet_people_get_no_attention(kind: Kind) -> None:
    assert judge(Wanted(kind), Person(quiet=True), NOON) == Drop("quiet_treatment")


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("reason", [*DROPS, *HOLDS])
def test_every_reason_has_a_sentence_for_the_owner(reason: str, language: str) -> None:
    key = f"unsent-{reason.replace('_', '-')}"
    assert Catalog().plain(words(key), language, zone=LAW_ZONE, today=NOON.date())
