"""Forgetting a person leaves nothing that points at them, on both databases."""

import json
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select as pick
from sqlmodel import SQLModel, select

from bot.actions import cases, own_data, profile, times_wished, wishes
from bot.actions.own_data import Erased
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor
from bot.domain.refusals import Refusal
from bot.domain.shop import Preset, Shop
from bot.runtime import Runtime
from storage import access_log, consents, journal
from storage import own_data as stored
from storage.database import Database
from storage.models import (
    Campaign,
    CampaignPerson,
    Customer,
    ErasedAccess,
    Erasure,
    HandDraft,
    LedgerEntry,
    OrderItem,
    Visit,
)
from tests import cast

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)


@pytest.fixture
def shop(database: Database) -> Runtime:
    return Runtime(database, MovableClock(NOW), Shop("은하헤어", Preset.SALON))


async def suyeon(shop: Runtime) -> Actor:
    """Somebody with something in every table."""

    def write(unit: Unit) -> Actor:
        person = cast.customer(unit, "김수연", "+821023456781", email="suyeon.kim@example.com")
        cast.visit(unit, person, 10, ("커트", 1, 25_000))
        me = cast.linked(unit, person, 501)
        consents.decide(
            unit.session, person.id or 0, "keeping", unit.now, given=True, text_version="keeping-2", update_id=1
        )
        journal.write(
            unit.session, unit.vault, me, "name_changed", unit.now, customer_id=person.id, before={"value": "a"}
        )
        access_log.write(unit.session, cast.OWNER_ACTOR, [(person.id or 0, "card")], unit.now)
        return me

    return await shop.write(write)


async def test_nothing_is_left_but_nameless_sums_and_who_had_looked(shop: Runtime) -> None:
    me = await suyeon(shop)

    def live(unit: Unit) -> None:
        wishes.stop(unit, None, 2)
        cases.hear(unit, "complaint", "앞머리가 짧아요")
        times_wished.ask(unit, NOW + timedelta(days=2), "커트", move=False)
        own_data.sure(unit)

    await shop.write(live, me)
    done = await shop.write(lambda unit: own_data.erase(unit, 3), me)

    assert done == Erased(1)
    with shop.database.reading() as session:
        for table in SQLModel.metadata.sorted_tables:
            for column in table.columns:
                if any(key.column.table.name == "customer" for key in column.foreign_keys):
                    assert session.connection().execute(pick(column).where(column.is_not(None))).all() == [], table.name
        assert session.exec(select(Customer)).all() == []
        assert [visit.amount_minor for visit in session.exec(select(Visit))] == [25_000]
        assert [(look.actor_role, look.what) for look in session.exec(select(ErasedAccess))] == [("owner", "card")]
        assert [request.done_at for request in session.exec(select(Erasure))] == [NOW]


async def test_a_second_yes_is_needed_and_a_request_can_be_taken_back(shop: Runtime) -> None:
    me = await suyeon(shop)

    with pytest.raises(Refusal, match="draft-gone"):
        await shop.write(lambda unit: own_data.erase(unit, 3), me)

    def owe(unit: Unit) -> None:
        visit = unit.session.exec(select(Visit)).one()
        visit.unpaid_minor = 5_000
        unit.session.add(visit)

    await shop.write(owe)
    await shop.write(own_data.sure, me)
    left = await shop.write(lambda unit: own_data.erase(unit, 3), me)
    assert not isinstance(left, Erased) and left.open.unpaid.minor == 5_000
    assert await shop.write(own_data.stay, me)
    await shop.write(own_data.finish_erasures)
    with shop.database.reading() as session:
        assert len(session.exec(select(Customer)).all()) == 1


async def test_the_files_hold_everything_of_one_and_nothing_of_another(shop: Runtime) -> None:
    me = await suyeon(shop)

    def other(unit: Unit) -> None:
        cast.visit(unit, cast.customer(unit, "백종철", "+821034567890"), 3, ("염색", 1, 80_000))

    await shop.write(other)
    *files, _ = await shop.read(own_data.take, me)

    for file in files:
        text = file.data.decode("utf-8-sig")
        assert "김수연" in text and "25000" in text and "keeping-2" in text
        assert "백종철" not in text and "염색" not in text


def test_no_table_that_points_at_a_person_is_left_out_of_what_they_take_home() -> None:
    pointing = {
        table.name
        for table in SQLModel.metadata.sorted_tables
        if any(key.column.table.name == "customer" for key in table.foreign_keys)
    }

    assert pointing == stored.TABLES


async def test_the_files_tell_of_changes_campaigns_texts_by_hand_and_of_what_was_noted_on_a_thing(
    shop: Runtime,
) -> None:
    me = await suyeon(shop)

    def live(unit: Unit) -> None:
        profile.change(unit, "email", "new@example.com")
        person = profile.own_record(unit)
        cast.order(unit, person, ("정장", 2, 14_000), promised_at=None)
        item = unit.session.exec(select(OrderItem)).one()
        item.defect = "단추 헐거움"
        campaign = Campaign(public_id="c", user_id=9001, seed=1, made_at=unit.now)
        unit.session.add_all([item, campaign])
        unit.session.flush()
        unit.session.add(CampaignPerson(campaign_id=campaign.id or 0, customer_id=person.id or 0, part="held"))
        draft = HandDraft(
            public_id="d", customer_id=person.id or 0, kind="order_notice", key="k", sealed_text=b"", made_at=unit.now
        )
        draft.sealed_text = unit.vault.seal("정장 다 됐어요", "hand_draft.sealed_text", "d")
        unit.session.add(draft)
        own_data.sure(unit)
        own_data.erase(unit, 3)

    await shop.write(live, me)
    as_json, as_csv, _ = await shop.read(own_data.take, me)

    whole = json.loads(as_json.data)
    change = whole["changes"][-1]
    assert (change["deed"], change["before"], change["after"]) == (
        "email_changed",
        "suyeon.kim@example.com",
        "new@example.com",
    )
    assert (whole["campaigns"][0]["part"], whole["messages_by_hand"][0]["text"]) == ("held", "정장 다 됐어요")
    assert (whole["orders"][0]["defect"], len(whole["erasure_asked_for"])) == ("단추 헐거움", 1)
    table = as_csv.data.decode("utf-8-sig")
    assert all(f"{part},1," in table for part in whole)


async def test_what_was_paid_ahead_is_paid_back_first(shop: Runtime) -> None:
    me = await suyeon(shop)

    def pay(unit: Unit, amount: int) -> None:
        entry = LedgerEntry(customer_id=me.customer_id or 0, kind="prepaid", amount_minor=amount, at=unit.now)
        unit.session.add(entry)

    await shop.write(lambda unit: pay(unit, 4_200))
    await shop.write(own_data.sure, me)
    left = await shop.write(lambda unit: own_data.erase(unit, 3), me)
    assert not isinstance(left, Erased) and left.open.prepaid.minor == 4_200
    await shop.write(own_data.finish_erasures)
    with shop.database.reading() as session:
        assert len(session.exec(select(Customer)).all()) == 1

    await shop.write(lambda unit: pay(unit, -4_200))
    await shop.write(own_data.finish_erasures)

    with shop.database.reading() as session:
        assert session.exec(select(Customer)).all() == []
