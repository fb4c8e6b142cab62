"""Who is meant by what somebody said, and the card of whoever it is."""

import unicodedata
from datetime import date, datetime, timedelta

import pytest

from bot.actions import appointments, cards
from bot.actions.cards import Card
from bot.actions.people import WhoIsMeant, who_is_meant
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.outgoing import Money
from bot.domain.permissions import Actor, Role
from bot.domain.reach import Reach
from bot.domain.refusals import Refusal
from bot.domain.shop import Preset, Shop
from bot.runtime import Runtime
from bot.understanding.asks.appointments import MakeAppointment
from bot.understanding.asks.values import Spoken
from storage import people
from storage.database import Database
from storage.models import Customer
from tests import cast, sample


@pytest.fixture
async def names(sqlite_database: Database) -> Runtime:
    """The people of the sample shop without their visits: names are looked up in memory, on either database."""
    runtime = Runtime(sqlite_database, MovableClock(sample.NOW), Shop("맑은세탁"))
    await runtime.write(sample.fill_people)
    return runtime


async def meant(shop: Runtime, name: str = "", last4: str | None = None, *, writing: bool = False) -> list[str] | str:
    """The name of the one who is meant, or the names and digits of the choice."""

    def ask(unit: Unit) -> list[str] | str:
        found = who_is_meant(unit, Spoken(name, name, last4), for_writing=writing)
        if isinstance(found, Customer):
            return found.name
        return [f"{one.name}{one.last4}" for one in found.candidates]

    return await shop.read(ask, cast.OWNER_ACTOR)


@pytest.mark.parametrize(
    ("said", "name"),
    [
        ("김수연", "김수연"),
        ("김수연님", "김수연"),
        ("수연 씨", "김수연"),
        ("ㄱㅅㅇ", "김수연"),
        ("김수욘", "김수연"),
        ("박민수 고객님", "박민수"),
        ("남궁철", "남궁철"),
        ("Emily", "Emily Carter"),
        ("emily carter", "Emily Carter"),
        ("Oliva Brown", "Olivia Brown"),
        ("에밀리", "Emily Carter"),
        ("Suyeon Kim", "김수연"),
    ],
)
async def test_one_person_is_found_by_what_people_say(names: Runtime, said: str, name: str) -> None:
    assert await meant(names, said) == name


async def test_the_end_of_the_number_is_enough(names: Runtime) -> None:
    assert await meant(names, "", "6781") == "김수연"
    assert await meant(names, "", "0000") == []


async def test_two_people_of_one_name_are_told_apart_by_number_and_last_visit(shop: Runtime) -> None:
    await shop.write(sample.fill)

    found = await shop.read(lambda unit: who_is_meant(unit, Spoken("이영희")), cast.OWNER_ACTOR)

    assert isinstance(found, WhoIsMeant)
    told = {one.last4: (one.last_on, one.last_item) for one in found.candidates}
    assert told == {"2020": (date(2026, 11, 9), "코트"), "3131": (date(2026, 5, 25), "운동화")}
    assert await meant(shop, "이영희", "3131") == "이영희"
    assert await meant(shop, "영희", "3131", writing=True) == "이영희"


@pytest.mark.parametrize("said", ["김수욘", "Oliva Brown", "김수"])
async def test_a_slip_or_a_part_of_a_name_is_asked_about_before_anything_is_written(names: Runtime, said: str) -> None:
    found = await names.read(lambda unit: who_is_meant(unit, Spoken(said), for_writing=True), cast.OWNER_ACTOR)

    assert isinstance(found, WhoIsMeant) and found.near and found.candidates
    assert found.new_name == said


async def test_a_slip_in_the_name_does_not_matter_where_the_number_fits(names: Runtime) -> None:
    assert await meant(names, "김수욘", "6781", writing=True) == "김수연"


async def test_a_number_that_does_not_fit_the_name_is_never_passed_over(names: Runtime) -> None:
    assert await meant(names, "김수연", "1203") == ["김수연6781"]
    assert await meant(names, "홍길동", "6781") == ["김수연6781"]


@pytest.mark.parametrize(
    ("said", "namesakes"),
    [
        ("최수연", ["김수연6781"]),
        ("박지훈", ["공지훈", "최지훈1495"]),
        ("Emily Park", ["Emily Carter7810"]),
        ("홍길동", []),
    ],
)
async def test_of_a_name_that_nobody_has_the_namesakes_are_suggested_and_never_taken(
    names: Runtime, said: str, namesakes: list[str]
) -> None:
    assert await meant(names, said) == namesakes
    assert await meant(names, said, writing=True) == namesakes


@pytest.mark.parametrize(
    "said",
    ["%", "_", "김%", "' OR 1=1 --", "<b>x</b>", "\0", "🙂", "가" * 4096, "ㄱ" * 4096, "a" * 4096, " ", "\u200b", "*"],
)
async def test_any_text_is_just_text(names: Runtime, said: str) -> None:
    assert await meant(names, said) == []
    assert await meant(names, said, writing=True) == []


async def test_a_decomposed_name_is_the_same_name(names: Runtime) -> None:
    assert await meant(names, unicodedata.normalize("NFD", "김수연")) == "김수연"


async def test_of_many_who_fit_the_first_five_are_shown_with_the_total(shop: Runtime) -> None:
    def seven(unit: Unit) -> None:
        for number in range(7):
            cast.customer(unit, "김민지", f"010-1000-{number:04}")

    await shop.write(seven)

    found = await shop.read(lambda unit: who_is_meant(unit, Spoken("민지")), cast.OWNER_ACTOR)

    assert isinstance(found, WhoIsMeant)
    assert (len(found.candidates), found.total, found.near) == (5, 7, False)


async def test_somebody_new_in_the_same_transaction_is_found(shop: Runtime) -> None:
    def write(unit: Unit) -> str:
        cast.customer(unit, "강감찬", "010-1234-5678")
        found = who_is_meant(unit, Spoken("강감찬"), for_writing=True)
        return found.name if isinstance(found, Customer) else ""

    assert await shop.write(write) == "강감찬"


async def card(shop: Runtime, name: str) -> Card:
    found = await shop.read(lambda unit: cards.find(unit, Spoken(name)), cast.OWNER_ACTOR)
    assert isinstance(found, Card)
    return found


async def test_the_card_tells_what_the_files_tell(shop: Runtime) -> None:
    await shop.write(sample.fill)
    suyeon = next(one for one in sample.everybody() if one.name == "김수연")

    found = await card(shop, "김수연")

    assert (found.phone, found.phone_kind, found.email) == ("+821023456781", "living", "suyeon.kim@example.com")
    assert (found.visits, found.first_on, found.last_on) == (len(suyeon.days), suyeon.days[0], suyeon.days[-1])
    assert (found.days_away, found.last_items) == (3, (("와이셔츠", 2),))
    assert found.spent == Money(suyeon.spent)
    assert (found.usual_gap, found.usual_range, found.late) == (7, (6, 8), False)
    assert found.reach is Reach.PHONE


async def test_the_card_of_somebody_who_never_came_says_so(shop: Runtime) -> None:
    await shop.write(sample.fill)

    found = await card(shop, "선우정민")

    assert (found.visits, found.last_on, found.usual_gap, found.spent) == (0, None, None, None)
    assert (found.phone_kind, found.reach) == ("dead", Reach.NONE)


async def test_a_rhythm_is_not_guessed_from_three_visits(shop: Runtime) -> None:
    await shop.write(sample.fill)

    found = await card(shop, "남궁철")

    assert (found.visits, found.usual_gap, found.usual_range, found.rhythm_from) == (3, None, None, 4)


async def test_the_card_tells_what_is_here_what_is_owed_and_how_fresh_the_number_is(shop: Runtime) -> None:
    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김민지", "010-1234-5678")
        cast.visit(unit, person, 30, ("바지", 1, 4_500), unpaid=4_500)
        cast.order(
            unit, person, ("코트", 1, 15_000), promised_at=datetime(2026, 11, 24, 9, tzinfo=sample.SEOUL), unpaid=15_000
        )
        people.confirm(unit.session, person.id or 0, "phone", unit.now - timedelta(days=9), by="self", how="contact")

    await shop.write(write)

    found = await card(shop, "김민지")

    assert [(one.items, one.unpaid) for one in found.orders] == [((("코트", 1),), Money(15_000))]
    assert found.unpaid == Money(19_500), "the order's debt is its visit's and counts once"
    assert (found.confirmed_on, found.confirmed_by) == (date(2026, 11, 12), "self")


async def test_the_card_of_a_salon_tells_the_next_appointment_and_no_order(database: Database) -> None:
    salon = Runtime(database, MovableClock(sample.NOW), Shop("은하헤어", Preset.SALON))
    at = datetime(2026, 11, 27, 14, tzinfo=sample.SEOUL)

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김민지", "010-1234-5678")
        cast.order(unit, person, ("코트", 1, 15_000), promised_at=None)
        appointments.make(unit, MakeAppointment(Spoken("김민지"), at, "커트"))

    await salon.write(write, cast.OWNER_ACTOR)

    found = await card(salon, "김민지")

    assert found.orders == ()
    assert found.booking is not None and (found.booking.at, found.booking.service) == (at, "커트")


async def test_a_look_at_a_card_and_at_a_choice_is_noted(shop: Runtime) -> None:
    ids = await shop.write(sample.fill)

    def look(unit: Unit) -> list[tuple[int, str]]:
        cards.find(unit, Spoken("김수연"))
        cards.find(unit, Spoken("이영희"))
        return unit.looked_at

    assert await shop.read(look, cast.OWNER_ACTOR) == [
        (ids["김수연6781"], "card"),
        (ids["이영희2020"], "choice"),
        (ids["이영희3131"], "choice"),
    ]


@pytest.mark.parametrize("actor", [Actor(Role.CUSTOMER, 501, 501, 1), Actor(Role.STRANGER, 502, 502)])
async def test_only_those_who_work_here_may_look(shop: Runtime, actor: Actor) -> None:
    await shop.write(sample.fill)

    for name in ("김수연", "없는이름"):
        with pytest.raises(Refusal, match="not-allowed"):
            await shop.read(lambda unit, name=name: cards.find(unit, Spoken(name)), actor)  # type: ignore[misc]
    with pytest.raises(Refusal, match="not-allowed"):
        await shop.read(lambda unit: cards.open_card(unit, "x"), actor)
