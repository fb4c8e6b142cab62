"""The policy says what an outsider's table says, for every message, person and minute of the day.

The table and how it is to be read: tests/data/policy. A cell that it calls doubtful allows more than one answer; a
floor allows no sending, whatever the doubt. The 181 million combinations agree when all are compared; the tests compare
every cell on both sides of every edge of the day, and a cross-section of the cells at every minute.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import cache
from itertools import product
from pathlib import Path
from typing import Any

import pytest

from bot.domain.message_policy import LAW_ZONE, Drop, Hold, Person, Send, Wanted, judge
from bot.domain.outgoing import Kind
from bot.domain.wishes import Hours, Topic, Wishes
from tests.domain.policy_table import DAY, Cell, Row, Table, target

TABLE = Table(Path(__file__).parents[1] / "data" / "policy" / "policy.toml")
TODAY = date(2026, 11, 21)
MIDNIGHT = datetime.combine(TODAY, time(0), LAW_ZONE)
ASKED = {"none": None, "18:00-09:00": Hours(time(18), time(9))}

KINDS = {
    "answer": Kind.ANSWER,
    "order_ready": Kind.ORDER_NOTICE,
    "order_late": Kind.ORDER_NOTICE,
    "uncollected": Kind.UNCOLLECTED,
    "appointment_reminder": Kind.APPOINTMENT,
    "appointment_changed": Kind.APPOINTMENT,
    "receipt": Kind.RECEIPT,
    "case_answer": Kind.ANSWER,
    "personal_word": Kind.PERSONAL,
    "consent_result": Kind.ACCOUNT,
    "consent_check": Kind.ACCOUNT,
    "account_safety": Kind.ACCOUNT,
    "statement": Kind.STATEMENT,
    "points_expiring_paid": Kind.BALANCE,
    "points_expiring_given": Kind.EXPIRY,
    "refresh_ask": Kind.REFRESH,
    "gift_owed": Kind.GIFT,
    "birthday_greeting": Kind.BIRTHDAY,
    "thanks_bare": Kind.GREETING,
    "campaign": Kind.CAMPAIGN,
    "invitation": Kind.INVITATION,
    "holiday_hours_to_all": Kind.ADVERTISING,
    "satisfaction_question": Kind.REFRESH,
}
# The table's names of reasons, and ours.
REASONS = {
    "promotion_in_own_duty": {"sells_in_duty"},
    "refused": {"refused"},
    "consent_withdrawn": {"refused"},
    "no_consent": {"no_consent", "sells_without_consent"},
    "consent_lapsed": {"no_consent", "sells_without_consent"},
    "refused_all": {"asked_not_to"},
    "topic_off": {"asked_not_to"},
    "quiet_treatment": {"quiet_treatment"},
    "paused": {"asked_to_pause"},
    "nothing_new": {"no_news"},
    "two_sales_in_a_row": {"third_in_a_row"},
    "already_one_today": {"one_a_day"},
    "day_over": {"too_late", "night", "asked_hours", "one_a_day"},
    "asked_hours": {"asked_hours"},
    "night": {"night"},
}


@dataclass(frozen=True, slots=True)
class Outcome:
    """The minute at which it goes, None if never, and the first reason."""

    goes: int | None
    reason: str


def the_message(cell: Cell) -> Wanted:
    name = str(cell["message"])
    plain = name.removesuffix("+promo").removesuffix("_gift")
    tonight = MIDNIGHT + timedelta(days=1)
    return Wanted(
        KINDS[plain],
        expires_at=tonight if plain == "birthday_greeting" else None,
        sells=plain != name,
        news=cell["news"] == "yes",
    )


def the_person(cell: Cell) -> Person:
    topic = TABLE.topics[str(cell["message"])]
    off = {Topic(topic)} if cell["topic_off"] == "yes" and topic != "none" else set()
    if cell["refusal"] == "all":
        off = set(Topic)
    return Person(
        quiet=cell["quiet_treatment"] == "yes",
        advertising_consent=cell["consent"] == "given",
        night_consent=cell["night_consent"] == "yes",
        refused=cell["refusal"] != "none" or cell["consent"] == "withdrawn",
        wishes=Wishes(
            off=frozenset(off),
            hours=ASKED[str(cell["asked_hours"])],
            silent_until=TODAY + timedelta(days=30) if cell["paused"] == "yes" else None,
        ),
        last_sold_on=TODAY if cell["sent_today"] else None,
        sold_in_a_row=int(cell["sales_in_a_row"]),
    )


@cache
def outcome(wanted: Wanted, person: Person, minute: int) -> Outcome:
    """Ask as the outbox does: when a hold is over, once more."""
    moment, first = minute, ""
    for _ in range(6):
        match judge(wanted, person, MIDNIGHT + timedelta(minutes=moment)):
            case Send():
                return Outcome(moment, first)
            case Drop(reason):
                return Outcome(None, first or reason)
            case Hold(until, reason):
                first = first or reason
                moment = int((until - MIDNIGHT) / timedelta(minutes=1))
    raise AssertionError(f"held for ever: {wanted} {person} {minute}")


def cells(step: int = 1) -> Iterator[Cell]:
    names = tuple(TABLE.dimensions)
    for number, values in enumerate(product(*TABLE.dimensions.values())):
        if number % step == 0:
            yield dict(zip(names, values, strict=True))


def allowed(found: Outcome, rule: Row, minute: int, doubts: Sequence[Row]) -> bool:
    if found.goes == target(rule, minute):
        return True
    for doubt in doubts:
        if doubt.id == "d26_lapsed_by_silence":
            continue  # the program was given a lapsed consent, not silence after a check
        for other in doubt.facts["alternatives"]:
            sort, _, when = other.partition(": ")
            if sort == "send" and found.goes == minute:
                return True
            if sort == "drop" and found.goes is None:
                return True
            if sort == "hold" and found.goes is not None and found.goes > minute:
                if when == "other moment, not today" and found.goes < DAY:
                    continue
                clocks = {"next 08:05": 485, "next 09:00": 540, "tomorrow 08:05": 485, "tomorrow 09:00": 540}
                if when not in clocks or found.goes % DAY == clocks[when]:
                    return True
    return False


def wrong(cell: Cell, minutes_of: Any, told: Cell | None = None) -> Iterator[str]:
    """Everything in which the policy differs from this cell of the table; `told` is what it is told instead of it."""
    wanted, person = the_message(told or cell), the_person(told or cell)
    rules = [row for row in TABLE.rules if row.fits(cell)]
    doubts = [row for row in TABLE.doubts if row.fits(cell)]
    floors = [row for row in TABLE.floors if row.fits(cell)]
    for start, end in zip(TABLE.cuts, [*TABLE.cuts[1:], DAY], strict=True):
        rule = next(row for row in rules if row.holds_at(start))
        open_doubts = [row for row in doubts if rule.id in row.facts["rules"] and row.holds_at(start)]
        floor = [row.id for row in floors if row.holds_at(start)]
        for minute in minutes_of(start, end):
            found = outcome(wanted, person, minute)
            if not allowed(found, rule, minute, open_doubts):
                yield f"{cell} at {minute}: {found}, the table: {rule.id} {target(rule, minute)}"
            if floor and found.goes == minute:
                yield f"{cell} at {minute}: sent below {floor}"
            if rule.facts.get("reason_matters") and not open_doubts and rule.facts["outcome"] != "send":
                reason = rule.facts["reason"]
                if found.reason not in REASONS[reason]:
                    yield f"{cell} at {minute}: {found.reason}, the table: {reason}"


def edges(start: int, end: int) -> Sequence[int]:
    return (start, end - 1)


def test_the_policy_agrees_with_a_cross_section_of_the_table() -> None:
    assert [line for cell in cells(step=37) for line in wrong(cell, edges)] == []


def test_all_that_matters_is_in_the_table() -> None:
    assert sum(1 for _ in cells()) * DAY == 181_370_880


@pytest.mark.long
@pytest.mark.parametrize("name", TABLE.dimensions)
def test_a_policy_that_is_blind_to_any_of_it_would_be_found_out(name: str) -> None:
    """For each dimension: told another value than the cell's, the policy differs from the table somewhere."""
    values = TABLE.dimensions[name]
    told = ((cell, {**cell, name: other}) for cell in cells(step=7) for other in values if other != cell[name])
    assert any(line for cell, other in told for line in wrong(cell, edges, other))


@pytest.mark.long
def test_the_policy_agrees_with_the_whole_table_at_every_edge_of_the_day() -> None:
    assert [line for cell in cells() for line in wrong(cell, edges)][:20] == []


@pytest.mark.long
def test_the_policy_agrees_with_the_table_at_every_minute() -> None:
    assert [line for cell in cells(step=331) for line in wrong(cell, range)][:20] == []
