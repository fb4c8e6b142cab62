"""Withdrawals race a running campaign: nothing is claimed after a withdrawal was committed."""

import asyncio
from datetime import timedelta

import pytest
from sqlmodel import col, select

from bot.actions import campaign_run, campaigns, sending, wishes
from bot.actions.sending import Pace
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor
from bot.domain.shop import Shop
from bot.runtime import Runtime
from bot.texts.catalog import Catalog
from bot.understanding.asks.campaigns import MessageMany
from storage.database import Database
from storage.models import Consent, OutboxRow
from tests import cast, sample

SHOP = Shop("맑은세탁", contact="02-123-4567")
FULL_PACE = Pace(per_second=0, chat_pause=timedelta(0))
LEASE = timedelta(seconds=60)


async def regulars(runtime: Runtime, count: int) -> list[Actor]:
    """So many who agreed to advertising and have not come for a month."""

    def write(unit: Unit) -> list[Actor]:
        actors = []
        for number in range(count):
            person = cast.customer(unit, f"손님{number}")
            person.last_visit_on = unit.today - timedelta(days=40)
            person.usual_gap, person.visit_days, person.year_visits = 10, 6, 6
            actors.append(cast.linked(unit, person, 5000 + number))
            cast.agrees(unit, person)
        return actors

    return await runtime.write(write)


async def race(database: Database, count: int) -> tuple[int, int, int]:
    """Everybody withdraws, three at a time, while the campaign goes on.

    Returns how many messages were claimed, how many of those after the person's no was committed, and how many were
    kept back. A claim and a withdrawal are one writing transaction each, so what a claim sees was committed before it.
    """
    clock = MovableClock(sample.NOW)
    runtime = Runtime(database, clock, SHOP)
    actors = await regulars(runtime, count)
    view = await runtime.write(lambda unit: campaigns.begin(unit, MessageMany(30)), cast.OWNER_ACTOR)
    await runtime.write(lambda unit: campaigns.solve(unit, view.public_id, "campaign-problem-mend"), cast.OWNER_ACTOR)
    await runtime.write(lambda unit: campaigns.start(unit, view.public_id), cast.OWNER_ACTOR)
    catalog = Catalog()

    def claim(unit: Unit) -> tuple[int, int]:
        noes = set(unit.session.exec(select(Consent.customer_id).where(col(Consent.given).is_(False))))
        taken = sending.claim(unit, catalog, most=16, pace=FULL_PACE, token="t", lease=LEASE, file_lease=LEASE)
        ids = [one.id for one in taken]
        whose = unit.session.exec(select(OutboxRow.customer_id).where(col(OutboxRow.id).in_(ids))).all()
        return len(ids), sum(customer_id in noes for customer_id in whose)

    async def withdraw(actor: Actor, update_id: int) -> None:
        await runtime.write(lambda unit: wishes.withdraw(unit, "advertising", update_id), actor)

    claimed = late = 0
    for start in range(0, count, 3):
        some = actors[start : start + 3]
        leaving = [withdraw(actor, 10_000 + start + at) for at, actor in enumerate(some)]
        results = await asyncio.gather(
            runtime.write(campaign_run.plan), *leaving[:1], runtime.write(claim), *leaving[1:]
        )
        taken, after = next(result for result in results if isinstance(result, tuple))
        claimed, late = claimed + taken, late + after
        clock.forward(timedelta(milliseconds=1))
    taken, after = await runtime.write(claim)
    kept = await runtime.read(_kept_back)
    return claimed + taken, late + after, kept


def _kept_back(unit: Unit) -> int:
    rows = unit.session.exec(select(OutboxRow).where(OutboxRow.kind == "campaign")).all()
    assert {row.reason for row in rows if row.state == "cancelled"} <= {"refused"}
    return sum(row.state == "cancelled" for row in rows)


async def test_nothing_is_claimed_after_a_withdrawal(sqlite_database: Database) -> None:
    claimed, late, kept = await race(sqlite_database, 60)
    assert (late, claimed > 0, kept > 0) == (0, True, True)


@pytest.mark.long
async def test_nothing_is_claimed_after_one_of_a_thousand_withdrawals(database: Database) -> None:
    claimed, late, kept = await race(database, 1_000)
    assert (late, claimed > 100, kept > 100) == (0, True, True)
