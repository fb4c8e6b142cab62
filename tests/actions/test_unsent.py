"""Messages that were not sent, with the reason."""

from datetime import timedelta

import pytest

from bot.actions import unsent
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.runtime import Runtime
from storage import outbox
from tests import cast


def message(
    unit: Unit, key: str, state: str, reason: str | None, *, days_ago: float = 0, whose: int | None = 1
) -> None:
    at = unit.now - timedelta(days=days_ago)
    planned = outbox.Message(key, 501, Kind.RECEIPT, "{}", at, customer_id=whose)
    outbox.add(unit.session, unit.vault, planned, at, state=state, reason=reason)


async def test_what_was_not_sent_is_listed_newest_first_with_person_kind_and_reason(shop: Runtime) -> None:
    def write(unit: Unit) -> None:
        cast.customer(unit, "김수연", "010-2345-6781")
        message(unit, "a", "expired", "too_late", days_ago=2)
        message(unit, "b", "dead", "blocked", days_ago=1)
        message(unit, "c", "uncertain", "lapsed", whose=None)
        message(unit, "d", "sent", None)
        message(unit, "e", "pending", None)
        message(unit, "f", "cancelled", "event_undone", days_ago=6.9)
        message(unit, "h", "pending", "night")
        message(unit, "i", "pending", "paused")
        message(unit, "g", "dead", "gone", days_ago=7.1)

    await shop.write(write)

    found = await shop.read(unsent.not_sent, cast.OWNER_ACTOR)

    assert [(one.name, one.kind, one.reason, one.uncertain) for one in found.messages] == [
        ("김수연", "receipt", "night", False),
        ("김수연", "receipt", "event_undone", False),
        (None, "receipt", "lapsed", True),
        ("김수연", "receipt", "blocked", False),
        ("김수연", "receipt", "too_late", False),
    ]
    assert (found.total, found.days) == (5, 7)


async def test_a_page_holds_ten(shop: Runtime) -> None:
    def write(unit: Unit) -> None:
        cast.customer(unit, "김수연", "010-2345-6781")
        for number in range(12):
            message(unit, str(number), "dead", "blocked")

    await shop.write(write)

    second = await shop.read(lambda unit: unsent.not_sent(unit, 10), cast.OWNER_ACTOR)

    assert (len(second.messages), second.total) == (2, 12)


@pytest.mark.parametrize("role", [Role.READER, Role.CUSTOMER, Role.STRANGER])
async def test_only_those_who_answer_for_it_may_see_it(shop: Runtime, role: Role) -> None:
    with pytest.raises(Refusal, match="not-allowed"):
        await shop.read(unsent.not_sent, Actor(role, 77, 77, 1))
