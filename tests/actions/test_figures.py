"""Figures of the shop and of people: every one equals what plain Python finds in the sample shop's files."""

from collections import Counter, defaultdict
from datetime import date, datetime

import pytest

from bot.actions import figures, rolls
from bot.actions.figures import AboutOne
from bot.actions.people import WhoIsMeant
from bot.actions.rolls import Roll
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.birthday import parse_birthday
from bot.domain.outgoing import Money
from bot.domain.permissions import Actor, Role
from bot.domain.refusals import Refusal
from bot.domain.shop import Preset, Shop
from bot.runtime import Runtime
from bot.understanding.asks.lists import Birthdays, Bought, Missing, New, Regulars, Top
from bot.understanding.asks.values import Period, Spoken
from storage import people
from storage.database import Database
from tests import cast, sample


def period(start: str, end: str, name: str = "span") -> Period:
    return Period(date.fromisoformat(start), date.fromisoformat(end), name)


NOVEMBER = period("2026-11-01", "2026-12-01", "this_month")
PERIODS = [
    NOVEMBER,
    period("2026-11-09", "2026-11-16", "last_week"),
    period("2026-11-18", "2026-11-19", "day"),
    period("2026-01-01", "2027-01-01", "this_year"),
    period("2026-11-20", "2026-11-22", "span"),
]


@pytest.fixture
async def shop(database: Database) -> Runtime:
    runtime = Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁"))
    await runtime.write(sample.fill)
    return runtime


def lines(when: Period | None = None) -> list[tuple[str, date, str, int, int]]:
    """(who, day, item, pieces, amount) of the files."""
    return [
        (one.name + one.phone[-4:], *line)
        for one in sample.everybody()
        for line in one.lines
        if when is None or when.start <= line[0] < when.end
    ]


def who(found: Roll) -> list[str]:
    return [entry.name + entry.last4 for entry in found.entries]


async def test_takings_and_visits_of_any_days(shop: Runtime) -> None:
    for when in PERIODS:
        found = await shop.read(lambda unit, when=when: figures.takings(unit, when), cast.OWNER_ACTOR)  # type: ignore[misc]

        of_days = lines(when)
        assert found.amount == Money(sum(line[4] for line in of_days))
        # Nobody in the files has two receipts of one day, so a day of somebody is a visit.
        assert found.visits == len({line[:2] for line in of_days})
        assert found.people == len({line[0] for line in of_days})
        assert found.unpaid is None


async def test_what_is_owed_is_shown_apart_and_undone_visits_are_not_counted(database: Database) -> None:
    shop = Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁"))

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김민지", "010-1234-5678")
        cast.visit(unit, person, 1, ("바지", 1, 4_500), unpaid=4_500)
        cast.visit(unit, person, 1, ("코트", 1, 15_000))

    await shop.write(write)

    found = await shop.read(lambda unit: figures.takings(unit, NOVEMBER), cast.OWNER_ACTOR)

    assert (found.amount, found.unpaid, found.visits, found.people) == (Money(19_500), Money(4_500), 2, 1)


async def test_the_figures_of_one_person(shop: Runtime) -> None:
    for name in ("김수연", "Emily Carter", "남궁철"):
        for when in (None, NOVEMBER):
            found = await shop.read(
                lambda unit, name=name, when=when: figures.about(unit, Spoken(name), when),  # type: ignore[misc]
                cast.OWNER_ACTOR,
            )
            assert isinstance(found, AboutOne)
            own = [line for line in lines(when) if line[0].startswith(name)]
            assert found.visits == len({line[1] for line in own})
            assert found.spent == Money(sum(line[4] for line in own))
            every = [line for line in lines() if line[0].startswith(name)]
            assert found.last_on == max(line[1] for line in every)
            assert found.visits_of_all_time == len({line[1] for line in every})


async def test_what_somebody_usually_brings(shop: Runtime) -> None:
    found = await shop.read(lambda unit: figures.about(unit, Spoken("김수연"), None), cast.OWNER_ACTOR)
    assert isinstance(found, AboutOne)

    times, pieces = Counter[str](), Counter[str]()
    for _, item, number, _ in next(one for one in sample.everybody() if one.name == "김수연").lines:
        times[item] += 1
        pieces[item] += number
    expected = sorted((-times[item], -pieces[item], item) for item in times)[:3]
    assert found.usual == tuple((item, -n, -p) for n, p, item in expected)


async def test_two_who_fit_are_asked_about_and_chosen_by_button(shop: Runtime) -> None:
    meant = await shop.read(lambda unit: figures.about(unit, Spoken("이영희"), None), cast.OWNER_ACTOR)
    assert isinstance(meant, WhoIsMeant) and meant.total == 2

    chosen = meant.candidates[0]
    found = await shop.read(lambda unit: figures.about(unit, chosen.public_id, None), cast.OWNER_ACTOR)

    assert isinstance(found, AboutOne) and found.last4 == chosen.last4
    with pytest.raises(Refusal, match="person-gone"):
        await shop.read(lambda unit: figures.about(unit, "x" * 12, None), cast.OWNER_ACTOR)


async def test_the_regulars_are_those_of_the_definition(shop: Runtime) -> None:
    expected = {}
    for one in sample.everybody():
        days = one.days
        if days and (sample.TODAY - days[-1]).days <= 365:
            year = sum(1 for day in days if (days[-1] - day).days <= 365)
            if year >= 4:
                expected[one.name + one.phone[-4:]] = year

    found = await shop.read(lambda unit: rolls.regulars(unit, Regulars()), cast.OWNER_ACTOR)
    rest = await shop.read(lambda unit: rolls.regulars(unit, Regulars(), 10), cast.OWNER_ACTOR)
    three = await shop.read(lambda unit: rolls.regulars(unit, Regulars(3)), cast.OWNER_ACTOR)

    assert {entry.name + entry.last4: entry.year_visits for entry in (*found.entries, *rest.entries)} == expected
    assert (found.total, found.reachable, found.of) == (13, 13, 13)
    assert who(three) == sorted(expected, key=lambda name: -expected[name])[:3]
    assert (three.total, three.of, three.reachable) == (3, 13, 3)


@pytest.mark.parametrize("by", ["spent", "visits"])
async def test_the_best_of_all_time_and_of_some_days(shop: Runtime, by: str) -> None:
    for when in (None, NOVEMBER, PERIODS[3]):
        figure: dict[str, int] = defaultdict(int)
        for name, _day, _, _, amount in lines(when):
            figure[name] += amount if by == "spent" else 0
        if by == "visits":
            figure.update(Counter(name for name, _ in {line[:2] for line in lines(when)}))

        found = await shop.read(lambda unit, when=when: rolls.best(unit, Top(by, 5, when)), cast.OWNER_ACTOR)  # type: ignore[misc]

        told = [entry.spent.minor if by == "spent" else entry.visits for entry in found.entries]
        assert told == sorted(figure.values(), reverse=True)[:5]
        assert [figure[name] for name in who(found)] == told


async def test_newcomers_are_those_whose_first_visit_it_was(shop: Runtime) -> None:
    found = await shop.read(lambda unit: rolls.newcomers(unit, New(NOVEMBER)), cast.OWNER_ACTOR)

    first = {one.name + one.phone[-4:]: one.days[0] for one in sample.everybody() if one.days}
    expected = {name: day for name, day in first.items() if NOVEMBER.start <= day < NOVEMBER.end}
    assert {entry.name + entry.last4: entry.first_on for entry in found.entries} == expected
    assert found.total == len(expected) == 4


async def test_birthdays_of_some_days_in_the_order_of_the_days(shop: Runtime) -> None:
    found = await shop.read(lambda unit: rolls.birthdays(unit, Birthdays(NOVEMBER)), cast.OWNER_ACTOR)

    born = {one.name: one.birthday for one in sample.everybody() if one.birthday}
    expected = sorted((birthday[5:], name) for name, birthday in born.items() if birthday[5:7] == "11")
    assert [(f"{entry.on:%m-%d}", entry.name) for entry in found.entries] == expected
    assert found.left_out == len(sample.everybody()) - len(born)


@pytest.mark.parametrize("field", ["phone", "email", "birthday", "address"])
async def test_missing_details_are_those_that_the_files_leave_empty(shop: Runtime, field: str) -> None:
    found = await shop.read(lambda unit: rolls.missing(unit, Missing(field)), cast.OWNER_ACTOR)

    known = {"phone": "휴대폰", "email": "이메일", "birthday": "생년월일"}
    rows = sample.rows("customers")
    # The sample shop is filled without its addresses.
    assert found.total == sum(1 for row in rows if not row.get(known.get(field, ""), ""))


async def test_dead_numbers_are_listed_and_reach_nobody(shop: Runtime) -> None:
    found = await shop.read(rolls.dead_numbers, cast.OWNER_ACTOR)

    assert sorted(who(found)) == ["백종철6789", "선우정민5432", "조남희5678"]
    assert found.reachable == 0


@pytest.mark.parametrize(
    ("item", "written"), [("이불", {"이불"}), ("정장", {"정장 한 벌"}), ("코트", {"코트"}), ("우주복", set())]
)
async def test_who_brought_something_under_any_word_for_it(shop: Runtime, item: str, written: set[str]) -> None:
    for when in (None, period("2026-10-01", "2026-11-01")):
        days: dict[str, set[date]] = defaultdict(set)
        for name, day, said, _, _ in lines(when):
            if said in written:
                days[name].add(day)

        found = await shop.read(lambda unit, when=when: rolls.buyers(unit, Bought(item, when)), cast.OWNER_ACTOR)  # type: ignore[misc]

        assert {entry.name + entry.last4: (entry.visits, entry.on) for entry in found.entries} == {
            name: (len(seen), max(seen)) for name, seen in days.items()
        }
        assert found.total == len(days)


async def test_the_day_so_far_counts_what_the_shop_has(database: Database) -> None:
    clock = MovableClock(sample.NOW)
    shop = Runtime(database, clock, Shop("맑은세탁"))

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김민지", "010-1234-5678")
        for promised in (
            datetime(2026, 11, 21, 18, tzinfo=sample.SEOUL),
            datetime(2026, 11, 20, 18, tzinfo=sample.SEOUL),
        ):
            cast.order(unit, person, ("코트", 1, 15_000), promised_at=promised)

    await shop.write(write)
    found = await shop.read(figures.today, cast.OWNER_ACTOR)

    assert (found.takings.visits, found.takings.amount) == (2, Money(30_000))
    assert (found.due, found.overdue, found.waiting, found.bookings) == (1, 1, 0, None)
    salon = Runtime(database, clock, Shop("은하헤어", Preset.SALON))
    day = await salon.read(figures.today, cast.OWNER_ACTOR)
    assert (day.due, day.overdue, day.waiting, day.bookings) == (None, None, None, 0)


@pytest.mark.parametrize("role", [Role.READER, Role.CUSTOMER, Role.STRANGER])
async def test_takings_are_for_those_who_take_money(database: Database, role: Role) -> None:
    shop = Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁"))
    actor = Actor(role, 77, 77, 1)
    for question in (
        lambda unit: figures.takings(unit, NOVEMBER),
        figures.today,
        lambda unit: rolls.best(unit, Top()),
    ):
        with pytest.raises(Refusal, match="not-allowed"):
            await shop.read(question, actor)


@pytest.mark.parametrize("role", [Role.CUSTOMER, Role.STRANGER])
async def test_lists_of_people_are_for_those_who_work_here(database: Database, role: Role) -> None:
    shop = Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁"))
    actor = Actor(role, 77, 77, 1)
    for question in (
        lambda unit: rolls.regulars(unit, Regulars()),
        lambda unit: rolls.newcomers(unit, New(NOVEMBER)),
        lambda unit: rolls.birthdays(unit, Birthdays(NOVEMBER)),
        lambda unit: rolls.missing(unit, Missing("phone")),
        rolls.dead_numbers,
        lambda unit: rolls.buyers(unit, Bought("코트")),
        lambda unit: figures.about(unit, Spoken("김수연"), None),
    ):
        with pytest.raises(Refusal, match="not-allowed"):
            await shop.read(question, actor)


async def test_who_is_shown_on_a_list_is_noted_and_nobody_else(shop: Runtime) -> None:
    def look(unit: Unit) -> list[tuple[int, str]]:
        shown = rolls.regulars(unit, Regulars(2))
        assert len(shown.entries) == 2
        return unit.looked_at

    assert len(await shop.read(look, cast.OWNER_ACTOR)) == 2


async def test_a_lunar_birthday_is_found_on_its_day_of_this_year(database: Database) -> None:
    shop = Runtime(database, MovableClock(sample.NOW), Shop("맑은세탁"))

    def write(unit: Unit) -> None:
        person = cast.customer(unit, "김민지", "010-1234-5678")
        birthday = parse_birthday("음력 1962-10-15", today=unit.today)
        people.set_birthday(unit.session, unit.vault, person, birthday)

    await shop.write(write)
    found = await shop.read(lambda unit: rolls.birthdays(unit, Birthdays(NOVEMBER)), cast.OWNER_ACTOR)

    # The fifteenth day of the tenth lunar month of 2026 is 23 November.
    assert [(entry.name, entry.on) for entry in found.entries] == [("김민지", date(2026, 11, 23))]
