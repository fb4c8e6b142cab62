"""A month or a year of the demo's shop in one go: people come and go, what is due goes out, and all is accounted for.

To the year belong a few more people on Telegram, who have agreed to advertising, and a campaign.
"""

import asyncio
from collections import Counter
from collections.abc import Callable, Collection
from contextlib import suppress
from datetime import datetime, timedelta

from sqlmodel import col, select

from bot.actions import campaigns, planning
from bot.actions.unit import Unit
from bot.app import Assistant
from bot.domain.campaigns import problems
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.jobs.scheduler import tick
from bot.playground.accounts import Account, account
from bot.playground.demo_clock import DemoClock
from bot.playground.telegram import FakeTelegram
from bot.playground.year import Life, days_from, live
from bot.understanding.asks.campaigns import MessageMany
from storage import consents, inbox, outbox
from storage.models import Customer, OutboxRow

MONTH, YEAR = 30, 365
# The year's campaign: so many days after its beginning, to those who have been away for so many.
_CAMPAIGN_AFTER, _AWAY = 60, 3
_AGREED_TO = "1"
# Those who join have chats from this number on.
_JOINED = 20_000
_MOST_JOIN = 5
_MOST_ROUNDS = 600
_A_MOMENT = 0.004


class Living:
    """Lives on in one shop. `owner` is the chat of whoever stands at its counter."""

    def __init__(self, assistant: Assistant, telegram: FakeTelegram, clock: DemoClock, owner: int) -> None:
        self._assistant = assistant
        self._runtime = assistant.runtime
        self._telegram = telegram
        self._clock = clock
        self._owner = Actor(Role.OWNER, owner, owner)
        self._life = Life(self._owner)

    async def month(self) -> Account:
        """Thirty days."""
        since, before = await self._begins()
        await self._live(MONTH)
        return await self._account(since, before)

    async def year(self) -> Account:
        """365 days. In the third month there is a campaign, and one of those who got it wants no more of them."""
        await self._comes_to_rest()
        with_phones = {person.account.phone for person in self._telegram.people}
        joined = await self._runtime.write(lambda unit: _join(unit, with_phones))
        for chat_id, name in joined.items():
            self._telegram.person(chat_id, name).account.started = True
        self._life = Life(self._owner, public_ids=await self._runtime.read(_in_reach))
        since, before = await self._begins()
        await self._live(_CAMPAIGN_AFTER)
        with suppress(Refusal):  # Where the visitor has one under way, that one goes on.
            await self._runtime.write(_begin_a_campaign, self._owner)
        await self._live(2)
        if got_it := await self._runtime.read(_chats_of_the_campaign):
            self._telegram.person(got_it[0]).says("그만 보내세요")
        await self._live(YEAR - _CAMPAIGN_AFTER - 2)
        return await self._account(since, before)

    async def _begins(self) -> tuple[datetime, Counter[int]]:
        """The moment, and what has come into each chat before it."""
        await self._comes_to_rest()
        self._clock.forward_to(self._clock.now() + timedelta(seconds=1))
        return self._clock.now(), self._arrived()

    async def _comes_to_rest(self) -> None:
        """What was said last is answered first."""
        for _ in range(_MOST_ROUNDS):
            await asyncio.sleep(_A_MOMENT)
            in_hand = await self._runtime.read(lambda unit: inbox.waiting(unit.session))
            if not self._telegram.updates.waiting and not in_hand:
                break
        await self._drain()

    async def _account(self, since: datetime, before: Counter[int]) -> Account:
        arrived = self._arrived() - before
        return await self._runtime.read(lambda unit: account(unit, self._life, since, arrived), self._owner)

    def _arrived(self) -> Counter[int]:
        return Counter({person.id: len(person.hears()) for person in self._telegram.people})

    async def _live(self, days: int) -> None:
        zone = (await self._runtime.read(lambda unit: unit.shop)).zone
        coming = days_from(self._clock.now().astimezone(zone), days)
        await live(
            self._life,
            coming,
            zone,
            reach=self._reach,
            write=self._write,
            next_due=lambda: self._runtime.read(planning.next_due),
            tick=self._tick,
        )

    async def _reach(self, moment: datetime) -> None:
        self._clock.forward_to(moment)

    async def _write(self, work: Callable[[Unit], int]) -> int:
        return await self._runtime.write(work)

    async def _tick(self) -> None:
        await tick(self._runtime, self._assistant.courier.wake)
        await self._drain()

    async def _drain(self) -> None:
        """Let what is due go out, over the pause between two messages of one chat."""
        for _ in range(_MOST_ROUNDS):
            due, flying = await self._runtime.read(_on_its_way)
            if not flying:
                if due is None or due > self._clock.now():
                    return
                self._assistant.courier.wake()
                self._clock.forward_to(self._clock.now() + timedelta(seconds=1))
            await asyncio.sleep(_A_MOMENT)


def _on_its_way(unit: Unit) -> tuple[datetime | None, bool]:
    """When the next message may be sent, and whether one is being sent."""
    flying = select(OutboxRow.id).where(OutboxRow.state == "sending").limit(1)
    return outbox.next_due(unit.session), unit.session.exec(flying).first() is not None


def _join(unit: Unit, with_phones: Collection[str]) -> dict[int, str]:
    """A few who are not on Telegram yet link and agree to advertising: chats and names. Who has a phone here does so
    by their own hand.
    """
    joined: dict[int, str] = {}
    waiting = select(Customer).where(col(Customer.chat_id).is_(None), col(Customer.phone).is_not(None))
    others = waiting.where(col(Customer.phone).not_in(with_phones)).order_by(col(Customer.id))
    for person in unit.session.exec(others.limit(_MOST_JOIN)):
        person.chat_id, person.linked_at = _JOINED + (person.id or 0), unit.now
        unit.session.add(person)
        joined[person.chat_id] = person.name
        consents.decide(
            unit.session,
            person.id or 0,
            "advertising",
            given=True,
            now=unit.now,
            text_version=_AGREED_TO,
            update_id=None,
        )
    return joined


def _in_reach(unit: Unit) -> tuple[str, ...]:
    """Who comes in the year: the others of the sample have been here long ago, or the year would take too long."""
    linked = select(Customer.public_id).where(col(Customer.chat_id).is_not(None)).order_by(col(Customer.id))
    return tuple(unit.session.exec(linked))


def _begin_a_campaign(unit: Unit) -> None:
    view = campaigns.begin(unit, MessageMany(days=_AWAY))
    campaigns.solve(unit, view.public_id, problems(unit.shop.preset)[0])
    campaigns.start(unit, view.public_id)


def _chats_of_the_campaign(unit: Unit) -> list[int]:
    sent = select(OutboxRow.chat_id).where(OutboxRow.kind == "campaign", OutboxRow.state == "sent")
    return list(unit.session.exec(sent.order_by(col(OutboxRow.id))))
