"""Visits out of a file: receipts, money, and the same file again."""

import asyncio
from datetime import date, timedelta

import pytest
from sqlmodel import select

from bot.actions import visits as counter
from bot.actions.unit import Unit
from bot.understanding.asks.values import Item, Spoken
from bot.understanding.asks.visits import RecordVisit
from storage import lists, people
from storage.database import Database
from storage.models import Customer, Order, OutboxRow, Visit
from tests import cast, sample
from tests.importing import SEOUL, Books

HEAD = "고객명,휴대폰,방문일시,품목,수량,단가,금액,결제\n"
SUYEON = "김수연,010-2345-6781"
DAY = date(2026, 11, 20)


@pytest.fixture
def books(database: Database) -> Books:
    return Books(database)


def rows(*lines: str) -> str:
    return HEAD + "".join(f"{line}\n" for line in lines)


async def test_lines_of_one_person_at_one_moment_are_one_visit(books: Books) -> None:
    await books.take(
        rows(
            f"{SUYEON},2026-11-20 15:05,셔츠,2,2500,5000,카드",
            "박민수,010-8161-6464,2026-11-20 15:05,이불,1,20000,20000,",
            f"{SUYEON},2026-11-20 15:05,코트,1,15000,15000,카드",
            f"{SUYEON},2026-11-20 18:30,바지,1,4000,4000,카드",
        )
    )

    assert await books.visits() == [
        ("김수연", DAY, 20_000, (("셔츠", 2, 5_000), ("코트", 1, 15_000))),
        ("박민수", DAY, 20_000, (("이불", 1, 20_000),)),
        ("김수연", DAY, 4_000, (("바지", 1, 4_000),)),
    ]


async def test_the_lines_of_a_receipt_find_each_other_however_far_apart_they_stand(books: Books) -> None:
    others = [
        f"손님{n % 50},,2026-{1 + n % 9:02}-{1 + n % 28:02} 1{n % 9}:0{n % 7},셔츠,1,,2500," for n in range(2_500)
    ]
    ends = [f"{SUYEON},2026-11-20 15:05,{item},1,,{amount}," for item, amount in (("셔츠", 2_500), ("코트", 15_000))]

    result = await books.take(rows(ends[0], *others, ends[1]))

    assert result.counts.created == 2_502
    assert (await books.visits())[-1] == ("김수연", DAY, 17_500, (("셔츠", 1, 2_500), ("코트", 1, 15_000)))


async def test_a_file_that_comes_again_changes_nothing(books: Books) -> None:
    file = rows(
        f"{SUYEON},2026-11-20 15:05,셔츠,2,2500,5000,카드",
        ",,2026-11-20 16:00,단추,1,,500,현금",
        "공지훈,,2026-11-20 17:00,코트,1,,15000,",
    )
    first = await books.take(file)
    before = await books.visits()
    second = await books.take(file)

    assert (first.four, second.four) == ((3, 0, 0, 0), (0, 0, 3, 0))
    assert await books.visits() == before


async def test_equal_lines_of_one_file_are_as_many_lines_and_count_by_occurrence(books: Books) -> None:
    shirt = f"{SUYEON},2026-11-20 15:05,셔츠,1,2500,2500,"
    await books.take(rows(shirt, shirt))

    with_a_third = await books.take(rows(shirt, shirt, shirt))

    assert with_a_third.four == (1, 0, 2, 0)
    assert await books.visits() == [("김수연", DAY, 7_500, (("셔츠", 1, 2_500),) * 3)]


async def test_the_same_file_in_two_spellings_is_the_same_file(books: Books) -> None:
    await books.take(rows(f"{SUYEON},2026-11-20 15:05,셔츠,1,2500,2500,"))

    # A Korean Windows writes the won sign as a backslash.
    other = (
        "방문일시\t휴대폰\t고객명\t금액\t품목\t단가\n"
        "2026.11.20 오후 3:05\t82-10-2345-6781\t김수연님\t2,500원\t셔츠\t\\2500\n"
    )
    again = await books.take(other.encode("cp949"))

    assert again.four == (0, 0, 1, 0)


async def test_two_imports_of_one_file_at_once_do_not_double_it(books: Books) -> None:
    file = rows(*(f"손님{n % 40},,2026-11-{1 + n % 20:02} 1{n % 9}:00,셔츠,1,,2500," for n in range(2_400)))

    both = await asyncio.gather(books.take(file), books.take(file))

    assert sum(result.counts.created for result in both) == 2_400
    assert sum(result.counts.unchanged for result in both) == 2_400
    assert sum(amount for _, _, amount, _ in await books.visits()) == 2_400 * 2_500


async def test_somebody_taken_away_in_the_middle_does_not_stop_the_import(books: Books, database: Database) -> None:
    file = rows(*(f"{SUYEON},2026-{1 + n % 9:02}-{1 + n % 28:02} 1{n % 9}:00,셔츠,1,,2500," for n in range(2_100)))
    result_progress: list[int] = []

    def take_away(done: int) -> None:
        result_progress.append(done)
        if len(result_progress) > 1:
            return
        with database.writing() as session:
            for visit in session.exec(select(Visit)):
                visit.customer_id = None
            session.flush()
            people.remove(session, session.exec(select(Customer)).one())

    result = await books.take(file, progress=take_away)

    assert result.counts.created == 2_100
    assert {name for name, *_ in await books.visits()} == {"", "김수연"}


async def test_sales_to_nobody_are_takings_and_a_visit_each(books: Books) -> None:
    await books.take(rows(",,2026-11-20 16:00,단추,1,,500,현금", "비회원,,2026-11-20 16:00,지퍼,1,,3000,현금"))

    assert await books.people() == []
    assert await books.visits() == [("", DAY, 500, (("단추", 1, 500),)), ("", DAY, 3_000, (("지퍼", 1, 3_000),))]


async def test_what_was_put_on_the_tab_is_unpaid(books: Books) -> None:
    await books.take(
        rows(f"{SUYEON},2026-11-20 15:05,셔츠,1,,2500,외상", f"{SUYEON},2026-11-20 15:05,코트,1,,15000,카드")
    )

    def paid(unit: Unit) -> tuple[int, str | None]:
        visit = unit.session.exec(select(Visit)).one()
        return visit.unpaid_minor, visit.paid_by

    assert await books.runtime.read(paid) == (2_500, "card")


async def test_amounts_finer_than_the_currency_are_rounded_and_counted(database: Database) -> None:
    won = await Books(database).take("datetime,card,money\n3/23/2024 10:15,ANON-1,38.7\n3/23/2024 10:20,ANON-1,39\n")
    assert won.counts.rounded == 1

    hryvnia = Books(database, currency="UAH")
    await hryvnia.take("datetime,card,money\n3/24/2024 10:15,ANON-2,38.7\n")
    assert [amount for _, _, amount, _ in await hryvnia.visits()] == [39, 39, 3_870]


async def test_the_figures_of_everybody_are_right_after_the_import(books: Books) -> None:
    await books.take_all((sample.FOLDER / "customers.csv").read_bytes(), (sample.FOLDER / "visits.csv").read_bytes())
    found = {(one.name, one.phone or ""): one for one in await books.customers()}

    assert len(found) == len(sample.everybody())
    for known in sample.everybody():
        phone = known.phone and "+82" + known.phone.replace("-", "")[1:]
        person = found[known.name, phone]
        days = known.days
        assert (person.visit_days, person.spent_minor) == (len(days), known.spent), known.name
        assert (person.first_visit_on, person.last_visit_on) == ((days[0], days[-1]) if days else (None, None))


async def test_the_late_regulars_of_the_sample_shop_are_listed_after_the_import(books: Books) -> None:
    await books.take_all((sample.FOLDER / "visits.csv").read_bytes(), (sample.FOLDER / "customers.csv").read_bytes())
    year_ago = sample.TODAY - timedelta(days=365)

    def late(unit: Unit) -> list[str]:
        late_ones = lists.late(sample.TODAY, year_ago, 4)
        first = lists.count(unit.session, late_ones).first
        return [one.name for one in lists.page(unit.session, late_ones, 0, 20, first)]

    assert sorted(await books.runtime.read(late)) == sorted(one.name for one in sample.late())


async def test_taking_a_file_again_mends_figures_that_a_cut_left_behind(books: Books) -> None:
    file = rows(f"{SUYEON},2026-11-20 15:05,셔츠,1,,2500,")
    await books.take(file)
    person = await books.customer("김수연")

    def forget(unit: Unit) -> None:
        unit.session.get_one(Customer, person.id).visit_days = 0

    await books.runtime.write(forget)
    await books.take(file)

    assert (await books.customer("김수연")).visit_days == 1


async def test_an_imported_visit_opens_no_order_and_plans_no_message(books: Books) -> None:
    await books.take(rows(f"{SUYEON},2026-11-20 15:05,셔츠,1,,2500,"))

    def written(unit: Unit) -> tuple[int, int, str]:
        session = unit.session
        source = session.exec(select(Visit.source)).one()
        return len(session.exec(select(Order)).all()), len(session.exec(select(OutboxRow)).all()), source

    assert await books.runtime.read(written) == (0, 0, "import")


async def test_what_was_told_in_the_chat_is_not_doubled_by_a_file_that_has_it_too(books: Books) -> None:
    said = RecordVisit(Spoken("김수연"), (Item("셔츠", 1, 2_500), Item("코트", 1, 15_000)))

    def record(unit: Unit) -> None:
        cast.customer(unit, "김수연", "010-2345-6781")
        counter.record(unit, said)

    await books.runtime.write(record, cast.OWNER_ACTOR)
    result = await books.take(
        rows(
            f"{SUYEON},2026-11-21 10:00,셔츠,1,,2500,",
            f"{SUYEON},2026-11-21 10:00,코트,1,,15000,",
            f"{SUYEON},2026-11-21 10:00,코트,1,,15000,",
            f"{SUYEON},2026-11-21 10:30,셔츠,1,,2500,",
        )
    )

    assert result.four == (2, 0, 2, 0)
    assert sum(amount for _, _, amount, _ in await books.visits()) == 35_000


async def test_the_day_of_a_visit_is_the_shops_own(books: Books) -> None:
    await books.take(rows(f"{SUYEON},2026-11-20 00:30,셔츠,1,,2500,"))

    def when(unit: Unit) -> tuple[date, str]:
        visit = unit.session.exec(select(Visit)).one()
        return visit.visited_on, visit.visited_at.astimezone(SEOUL).strftime("%H:%M")

    assert await books.runtime.read(when) == (DAY, "00:30")


async def test_refused_rows_come_in_the_order_of_the_file_with_their_cells(books: Books) -> None:
    result = await books.take(
        rows(
            "김수연,010-12,2026-11-20,셔츠,1,,2500,",
            f"{SUYEON},2026-11-20,셔츠,1,,2500,",
            ",010-9999-8888,2026-11-20,셔츠,1,,2500,",
            f"{SUYEON},2026-11-31,셔츠,1,,2500,",
        )
    )

    assert result.four == (1, 0, 0, 3)
    assert result.reasons == [(2, "phone-too-short"), (4, "row-unknown-person"), (5, "date-impossible")]
    assert result.refused[1].cells[1] == "010-9999-8888"


async def test_progress_grows_to_the_number_of_rows(books: Books) -> None:
    result = await books.take(rows(*(f"손님{n},,2026-11-20 15:00,셔츠,1,,2500," for n in range(2_300))))
    assert result.progress == sorted(set(result.progress)) and len(result.progress) > 1
    assert result.progress[-1] == 2_300


async def test_the_export_of_a_cafes_machine_comes_in_once_with_its_cards_and_its_cash(database: Database) -> None:
    """Of the shape of a real one: a mark at its start, days and moments as Americans write them, decimals, no names."""
    sales = [
        "date,datetime,cash_type,card,money,coffee_name",
        "3/1/2024,3/1/2024 10:15,card,ANON-0000-0000-0001,38.7,Latte",
        "3/1/2024,3/1/2024 10:15,card,ANON-0000-0000-0001,28.9,Americano",
        "3/13/2024,3/13/2024 12:19,card,ANON-0000-0000-0002,38.7,Hot Chocolate",
        "3/13/2024,3/13/2024 12:20,card,ANON-0000-0000-0001,38.7,Latte",
        "3/14/2024,3/14/2024 10:30,cash,,40,Latte",
        "3/14/2024,3/14/2024 10:30,cash,,40,Latte",
    ]
    file = "\r\n".join(sales).encode("utf-8-sig")
    books = Books(database, currency="UAH")

    assert (await books.take(file)).four == (6, 0, 0, 0)
    assert (await books.take(file)).four == (0, 0, 6, 0)

    march = [(1, 6_760, 1), (13, 3_870, 1), (13, 3_870, 1), (14, 4_000, 0), (14, 4_000, 0)]
    assert [(day.day, amount, bool(who)) for who, day, amount, _ in await books.visits()] == march
    cards = {one.name: (one.member_no, one.visit_days, one.spent_minor) for one in await books.customers()}
    assert cards == {
        "ANON-0000-0000-0001": ("ANON-0000-0000-0001", 2, 10_630),
        "ANON-0000-0000-0002": ("ANON-0000-0000-0002", 1, 3_870),
    }
