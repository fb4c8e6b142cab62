"""Whose chat opens whose record."""

from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from sqlmodel import col, select

from bot.actions import account, language, linking, profile
from bot.actions.linking import Linked, Question
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.said import SharedContact
from bot.domain.shop import Shop
from bot.runtime import Runtime
from storage.database import Database
from storage.models import Consent, Customer, JournalEntry, OutboxRow, Visit
from tests import cast
from tests.statements import statements

NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
SUYEON, NUMBER = 501, "+821023456781"


@pytest.fixture
def shop(database: Database, clock: MovableClock) -> Runtime:
    return Runtime(database, clock, Shop("맑은세탁", contact="02-123-4567"))


def own_card(user_id: int, phone: str = NUMBER, name: str = "수연 Kim") -> SharedContact:
    return SharedContact(phone, user_id, name)


def sharing(card: SharedContact, *, forwarded: bool = False) -> Callable[[Unit], object]:
    return lambda unit: linking.share_contact(unit, card, forwarded=forwarded, update_id=77, telegram_name="텔레그램")


async def share(shop: Runtime, user_id: int, card: SharedContact | None = None) -> Linked:
    linked = await shop.write(sharing(card or own_card(user_id)), cast.stranger(user_id))
    assert isinstance(linked, Linked)
    return linked


async def known(shop: Runtime, name: str = "김수연", phone: str = NUMBER, *, days_ago: int = 20) -> int:
    def write(unit: Unit) -> int:
        person = cast.customer(unit, name, phone)
        cast.visit(unit, person, days_ago)
        return person.id or 0

    return await shop.write(write)


async def record(shop: Runtime, customer_id: int) -> Customer:
    return await shop.read(lambda unit: unit.session.get_one(Customer, customer_id))


async def of_chat(shop: Runtime, chat_id: int) -> Customer:
    return await shop.read(lambda unit: unit.session.exec(select(Customer).where(Customer.chat_id == chat_id)).one())


async def test_a_known_number_opens_its_record(shop: Runtime) -> None:
    customer_id = await known(shop)

    linked = await share(shop, SUYEON)

    assert linked == Linked("김수연", None)
    person = await record(shop, customer_id)
    assert (person.chat_id, person.linked_at, person.name) == (SUYEON, NOW, "김수연")


@pytest.mark.parametrize("written", ["821023456781", "+82 10-2345-6781", "010-2345-6781"])
async def test_a_number_is_known_however_its_card_writes_it(shop: Runtime, written: str) -> None:
    customer_id = await known(shop)

    await share(shop, SUYEON, own_card(SUYEON, written))

    assert (await of_chat(shop, SUYEON)).id == customer_id


async def test_a_new_number_makes_a_record_with_the_name_as_typed(shop: Runtime) -> None:
    assert await share(shop, SUYEON) == Linked("수연 Kim", None)

    person = await of_chat(shop, SUYEON)
    assert (person.name, person.phone) == ("수연 Kim", NUMBER)


@pytest.mark.parametrize(
    ("on_card", "on_telegram", "called"), [("✨", "민지", "민지"), ("", "🙂🙂", "6781"), ("<b>A</b>", "", "<b>A</b>")]
)
async def test_whoever_goes_by_no_letters_is_called_by_the_next_best(
    shop: Runtime, on_card: str, on_telegram: str, called: str
) -> None:
    card = own_card(SUYEON, name=on_card)

    linked = await shop.write(
        lambda unit: linking.share_contact(unit, card, forwarded=False, update_id=1, telegram_name=on_telegram),
        cast.stranger(SUYEON),
    )
    assert isinstance(linked, Linked) and linked.name == called


async def test_linking_keeps_which_text_was_agreed_to_and_confirms_the_number(shop: Runtime) -> None:
    await share(shop, SUYEON)

    person = await of_chat(shop, SUYEON)
    consent = await shop.read(lambda unit: unit.session.exec(select(Consent)).one())
    assert (consent.customer_id, consent.purpose, consent.given) == (person.id, "keeping", True)
    assert (consent.at, consent.text_version, consent.update_id) == (NOW, linking.KEEPING_TEXT, 77)
    mine = await shop.read(account.my_account, Actor(Role.CUSTOMER, SUYEON, SUYEON, person.id))
    assert [(detail.name, detail.how) for detail in mine.details] == [("phone", "contact")]


@pytest.mark.parametrize("phone", [NUMBER, "+821099998888"], ids=["known number", "unknown number"])
@pytest.mark.parametrize("whose", [502, None], ids=["of somebody else", "of nobody on Telegram"])
async def test_a_card_that_is_not_ones_own_proves_nothing(shop: Runtime, phone: str, whose: int | None) -> None:
    await known(shop)

    with pytest.raises(Refusal) as refused:
        await shop.write(sharing(SharedContact(phone, whose, "김수연")), cast.stranger(SUYEON))

    assert (refused.value.name, refused.value.facts) == ("contact-not-own", {})
    assert not await shop.read(lambda unit: unit.session.exec(select(Customer).where(Customer.chat_id == SUYEON)).all())


async def test_a_forwarded_card_proves_nothing_even_if_it_is_ones_own(shop: Runtime) -> None:
    with pytest.raises(Refusal, match="contact-forwarded"):
        await shop.write(sharing(own_card(SUYEON), forwarded=True), cast.stranger(SUYEON))


async def test_whoever_works_here_is_not_made_a_customer(shop: Runtime) -> None:
    with pytest.raises(Refusal, match="not-allowed"):
        await shop.write(sharing(own_card(9001)), cast.OWNER_ACTOR)


async def test_a_person_may_guess_five_times_a_day(shop: Runtime, clock: MovableClock) -> None:
    await share(shop, SUYEON)
    me = Actor(Role.CUSTOMER, SUYEON, SUYEON, (await of_chat(shop, SUYEON)).id)
    for number in range(linking.SHARES_A_DAY - 1):
        await shop.write(sharing(own_card(SUYEON, f"+82101111000{number}")), me)

    with pytest.raises(Refusal, match="enough-tries"):
        await shop.write(sharing(own_card(SUYEON, "+821011110009")), me)
    await share(shop, 502, own_card(502, "+821011110009"))

    clock.forward(timedelta(days=1))
    again = await shop.write(sharing(own_card(SUYEON)), me)
    assert isinstance(again, profile.Changed)


async def test_the_90th_day_still_opens_and_the_91st_asks(shop: Runtime) -> None:
    await known(shop, days_ago=linking.QUIET_DAYS)
    await known(shop, "백종철", "+821034567890", days_ago=linking.QUIET_DAYS + 1)

    assert (await share(shop, SUYEON)).question is None
    asked = (await share(shop, 502, own_card(502, "+821034567890"))).question

    assert asked is not None
    assert (asked.name, asked.last4, asked.newcomer, asked.linked_before) == ("백종철", "7890", "수연 Kim", False)


async def asked_about(shop: Runtime, user_id: int) -> Question:
    question = (await share(shop, user_id)).question
    assert question is not None
    return question


async def test_a_quiet_record_stays_closed_and_the_newcomer_has_an_account_of_their_own(shop: Runtime) -> None:
    customer_id = await known(shop, days_ago=200)

    linked = await share(shop, SUYEON)

    newcomer = await of_chat(shop, SUYEON)
    mine = await shop.read(account.my_account, Actor(Role.CUSTOMER, SUYEON, SUYEON, newcomer.id))
    assert newcomer.id != customer_id
    assert linked.name == mine.name == "수연 Kim"
    assert (mine.statement.visit_days, mine.last, mine.things) == (0, None, ())
    assert (await record(shop, customer_id)).chat_id is None


async def test_a_linked_record_is_not_taken_over_and_its_chat_is_told(shop: Runtime) -> None:
    customer_id = await known(shop)
    await share(shop, SUYEON)

    assert (await asked_about(shop, 502)).linked_before

    assert (await record(shop, customer_id)).chat_id == SUYEON
    told = await shop.read(lambda unit: unit.session.exec(select(OutboxRow)).one())
    assert (told.chat_id, told.kind, told.customer_id) == (SUYEON, "account", customer_id)


async def test_the_shops_yes_makes_two_records_one(shop: Runtime) -> None:
    customer_id = await known(shop, days_ago=200)
    question = await asked_about(shop, SUYEON)
    newcomer_id = (await of_chat(shop, SUYEON)).id or 0

    def meanwhile(unit: Unit) -> None:
        newcomer = unit.session.get_one(Customer, newcomer_id)
        cast.visit(unit, newcomer, 0)
        profile.change(unit, "email", "suyeon@example.com")

    await shop.write(meanwhile, Actor(Role.CUSTOMER, SUYEON, SUYEON, newcomer_id))

    settled = await shop.write(lambda unit: linking.settle(unit, question.entry, same_person=True), cast.OWNER_ACTOR)

    assert (settled.name, settled.same_person) == ("김수연", True)
    person = await of_chat(shop, SUYEON)
    assert (person.id, person.name, person.email, person.visit_days) == (customer_id, "김수연", "suyeon@example.com", 2)
    assert await shop.read(lambda unit: unit.session.get(Customer, newcomer_id)) is None
    assert not await shop.read(
        lambda unit: unit.session.exec(select(Visit).where(Visit.customer_id == newcomer_id)).all()
    )
    told = await shop.read(lambda unit: unit.session.exec(select(OutboxRow)).one())
    assert (told.chat_id, told.kind) == (SUYEON, "account")


async def test_after_a_yes_the_name_of_the_second_record_is_found_no_more(shop: Runtime) -> None:
    await known(shop, days_ago=200)
    question = await asked_about(shop, SUYEON)
    found = await shop.read(lambda unit: [match.name for match in unit.names.who("수연 Kim")])
    await shop.write(lambda unit: linking.settle(unit, question.entry, same_person=True), cast.OWNER_ACTOR)

    assert found == ["수연 Kim"]
    assert await shop.read(lambda unit: [match.name for match in unit.names.who("수연 Kim")]) == []
    assert await shop.read(lambda unit: [match.name for match in unit.names.who("김수연")]) == ["김수연"]


async def test_a_yes_moves_a_record_from_the_chat_that_had_it(shop: Runtime) -> None:
    customer_id = await known(shop)
    await share(shop, SUYEON)
    question = await asked_about(shop, 502)

    await shop.write(lambda unit: linking.settle(unit, question.entry, same_person=True), cast.OWNER_ACTOR)

    assert (await of_chat(shop, 502)).id == customer_id
    assert not await shop.read(lambda unit: unit.session.exec(select(Customer).where(Customer.chat_id == SUYEON)).all())


async def test_the_shops_no_opens_nothing(shop: Runtime) -> None:
    customer_id = await known(shop, days_ago=200)
    question = await asked_about(shop, SUYEON)

    await shop.write(lambda unit: linking.settle(unit, question.entry, same_person=False), cast.OWNER_ACTOR)

    assert (await record(shop, customer_id)).chat_id is None
    assert (await of_chat(shop, SUYEON)).id != customer_id


@pytest.mark.parametrize("first", [True, False])
async def test_a_question_is_settled_once(shop: Runtime, first: bool) -> None:
    await known(shop, days_ago=200)
    question = await asked_about(shop, SUYEON)
    await shop.write(lambda unit: linking.settle(unit, question.entry, same_person=first), cast.OWNER_ACTOR)

    with pytest.raises(Refusal, match="link-settled"):
        await shop.write(lambda unit: linking.settle(unit, question.entry, same_person=not first), cast.OWNER_ACTOR)


@pytest.mark.parametrize(
    "actor", [cast.stranger(SUYEON), Actor(Role.CUSTOMER, SUYEON, SUYEON, 1), Actor(Role.READER, 9002, 9002)]
)
async def test_nobody_settles_their_own_question(shop: Runtime, actor: Actor) -> None:
    await known(shop, days_ago=200)
    question = await asked_about(shop, SUYEON)

    with pytest.raises(Refusal, match="not-allowed"):
        await shop.write(lambda unit: linking.settle(unit, question.entry, same_person=True), actor)


async def test_only_a_question_can_be_settled(shop: Runtime) -> None:
    await share(shop, SUYEON)
    linked = await shop.read(
        lambda unit: unit.session.exec(select(JournalEntry).where(JournalEntry.deed == "linked")).one().public_id
    )
    for entry in (linked, "AAAAAAAAAAAA", ""):
        with pytest.raises(Refusal, match="link-settled"):
            await shop.write(partial(linking.settle, entry_id=entry, same_person=True), cast.OWNER_ACTOR)


async def test_a_language_chosen_before_being_known_is_kept(shop: Runtime) -> None:
    await shop.write(lambda unit: language.choose(unit, "en"), cast.stranger(SUYEON))
    await share(shop, SUYEON)

    assert (await of_chat(shop, SUYEON)).language == "en"
    everybody = await shop.read(lambda unit: unit.session.exec(select(Customer).order_by(col(Customer.id))).all())
    assert len(everybody) == 1


async def work_of(shop: Runtime, user_id: int, card: SharedContact, *, forwarded: bool = False) -> list[str]:
    """The statements that a shared contact costs, whatever comes of it."""

    def watched(unit: Unit) -> list[str]:
        with statements(unit.session) as seen, suppress(Refusal):
            sharing(card, forwarded=forwarded)(unit)
            unit.session.flush()
        return [statement for statement, _ in seen]

    return await shop.write(watched, cast.stranger(user_id))


@pytest.mark.parametrize("forwarded", [False, True])
async def test_somebody_elses_card_costs_the_same_whether_the_number_is_known_or_not(
    shop: Runtime, forwarded: bool
) -> None:
    await known(shop)
    hit = await work_of(shop, 777, own_card(SUYEON), forwarded=forwarded)
    miss = await work_of(shop, 778, own_card(SUYEON, "+821099998888"), forwarded=forwarded)

    assert hit == miss == []


async def test_a_record_that_needs_a_second_proof_costs_what_an_unknown_number_does_but_for_asking_the_shop(
    shop: Runtime,
) -> None:
    await known(shop, days_ago=200)
    hit = await work_of(shop, SUYEON, own_card(SUYEON))
    miss = await work_of(shop, 778, own_card(778, "+821099998888"))

    def reads(statements: list[str]) -> list[str]:
        return [statement for statement in statements if statement.startswith("SELECT")]

    def writes(statements: list[str]) -> Counter[str]:
        """By table; which columns of a row are new is not to be felt."""
        shown = (statement.partition(" SET")[0].partition(" (")[0] for statement in statements)
        return Counter(statement for statement in shown if not statement.startswith("SELECT"))

    assert reads(hit) == reads(miss) != []
    more, less = writes(hit) - writes(miss), writes(miss) - writes(hit)
    assert (dict(more), dict(less)) == ({"INSERT INTO journal": 1}, {})
