"""Whom a row of a file means, and who is never made one with somebody else."""

from pathlib import Path

import pytest

from bot.actions import profile, profile_history
from bot.actions.unit import Unit
from bot.domain.permissions import Actor, Role
from storage import people
from storage.database import Database
from tests import cast
from tests.importing import Books

LIST = "고객명,휴대폰,회원번호,이메일,생년월일,주소,메모\n"
VISITS = "고객명,휴대폰,회원번호,방문일시,품목,금액\n"
SUYEON = "010-2345-6781"
ON = "2026-11-20 15:05,셔츠,2500"

PAGE = Path(__file__).parents[2] / "docs" / "how-it-decides" / "whom-a-row-means.md"


def examples() -> list[list[str]]:
    """The rows of the page's table: who is in the books, what the file says, what happens."""
    lines = [line for line in PAGE.read_text(encoding="utf-8").splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def cells_of(person: str) -> str:
    """ "김수연 010-2345-6781 #1001" as the cells name,phone,member number."""
    words = person.split()
    phone = next((word for word in words if word.startswith("010")), "")
    card = next((word[1:] for word in words if word.startswith("#")), "")
    return f"{' '.join(word for word in words if word[0] not in '0#')},{phone},{card}"


@pytest.fixture
def books(database: Database) -> Books:
    return Books(database)


async def corrects(books: Books, name: str, detail: str, typed: str) -> None:
    """Somebody changes a detail of their own in the chat."""
    person = await books.customer(name)

    def change(unit: Unit) -> object:
        return profile.change(unit, detail, typed)

    actor = Actor(Role.CUSTOMER, 501, 501, person.id)
    await books.runtime.write(change, actor)


async def test_a_list_brings_people_with_everything_it_says_of_them(books: Books) -> None:
    result = await books.take(
        LIST + f"김수연,{SUYEON},1001,Suyeon@Example.com,1985-11-24,서울 마포구 성산로 12,단추 헐거움\n"
    )
    suyeon = await books.customer("김수연")

    assert result.four == (1, 0, 0, 0)
    assert (suyeon.phone, suyeon.phone_kind, suyeon.member_no) == ("+821023456781", "living", "1001")
    assert (suyeon.email, suyeon.birthday) == ("suyeon@example.com", "1985-11-24")
    assert (suyeon.address, suyeon.note) == ("서울 마포구 성산로 12", "단추 헐거움")


async def test_who_came_by_a_file_is_found_like_who_was_told(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},1001,,,,\n")

    def found(unit: Unit) -> list[str]:
        by_member = people.by_member_no(unit.session, unit.vault, "1001")
        by_last4 = people.by_last4(unit.session, unit.vault, "6781")
        by_name = unit.names.who("김수연", 5)
        return [by_member.name if by_member else "", *(one.name for one in by_last4), *(one.name for one in by_name)]

    assert await books.runtime.read(found) == ["김수연"] * 3


async def test_a_number_with_a_dead_prefix_is_kept_as_one(books: Books) -> None:
    await books.take(LIST + "조남희,016-234-5678,,,,,\n")
    assert (await books.customer("조남희")).phone_kind == "dead"


async def test_details_of_a_file_are_noted_by_the_shop_and_not_confirmed_by_the_person(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},,suyeon@example.com,,,\n")
    suyeon = await books.customer("김수연")

    def noted(unit: Unit) -> dict[str, tuple[str, str] | None]:
        rows = {
            detail: people.confirmation(unit.session, suyeon.id or 0, detail)
            for detail in ("phone", "email", "address")
        }
        return {detail: (row.by, row.how) if row else None for detail, row in rows.items()}

    by_file = ("shop", "import")
    assert await books.runtime.read(noted) == {"phone": by_file, "email": by_file, "address": None}


async def test_a_later_list_changes_what_is_different_and_leaves_what_it_does_not_say(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},,old@example.com,,서울 마포구,\n박민수,010-8161-6464,,,,,\n")
    result = await books.take(LIST + f"김수연,{SUYEON},,new@example.com,1985-11-24,,\n박민수,010-8161-6464,,,,,\n")
    suyeon = await books.customer("김수연")

    assert result.four == (0, 1, 1, 0)
    assert (suyeon.email, suyeon.birthday, suyeon.address) == ("new@example.com", "1985-11-24", "서울 마포구")


async def test_a_detail_that_a_file_has_changed_stands_in_the_persons_history(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},,old@example.com,,,\n")
    await books.take(LIST + f"김수연,{SUYEON},,new@example.com,,,\n")
    suyeon = await books.customer("김수연")

    rows = await books.runtime.read(profile_history.history, Actor(Role.CUSTOMER, 501, 501, suyeon.id))
    assert [(row.detail, row.who) for row in rows] == [("email", "file")]


async def test_what_somebody_has_corrected_in_the_chat_is_newer_than_any_file(books: Books) -> None:
    file = LIST + f"김수연,{SUYEON},,old@example.com,,,\n"
    await books.take(file)
    await corrects(books, "김수연", "phone", "010-5555-1234")
    await corrects(books, "김수연", "email", "mine@example.com")

    result = await books.take(file)
    suyeon = await books.customer("김수연")

    assert result.four == (0, 0, 1, 0)
    assert result.counts.kept == 2
    assert (suyeon.phone, suyeon.email) == ("+821055551234", "mine@example.com")


async def test_visits_under_a_number_and_a_name_of_before_still_find_the_person(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},,,,,\n")
    await corrects(books, "김수연", "phone", "010-5555-1234")
    await corrects(books, "김수연", "name", "김지수")

    result = await books.take(VISITS + f"김수연,{SUYEON},,{ON}\n")

    assert result.four == (1, 0, 0, 0)
    assert await books.people() == [("김지수", "+821055551234")]


async def test_somebody_elses_former_number_says_nothing_about_a_new_person(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},,,,,\n")
    await corrects(books, "김수연", "phone", "010-5555-1234")

    await books.take(VISITS + f"박민수,{SUYEON},,{ON}\n")

    assert await books.people() == [("김수연", "+821055551234"), ("박민수", "+821023456781")]


@pytest.mark.parametrize(
    ("row", "created"),
    [
        (f"김수연,{SUYEON},", True),
        ("김수연,,1001", True),
        ("김수연,,", True),
        (",,1001", True),
        (f",{SUYEON},", False),
    ],
)
async def test_a_visit_brings_its_customer_along_if_it_says_enough(books: Books, row: str, created: bool) -> None:
    result = await books.take(VISITS + f"{row},{ON}\n")

    assert len(await books.people()) == created
    assert result.counts.newcomers == created
    assert [reason for _, reason in result.reasons] == ([] if created else ["row-unknown-person"])


@pytest.mark.parametrize(
    "row",
    [
        f"김수연,{SUYEON},",
        "김수연,+82 10 2345 6781,",
        ",010 2345 6781,",
        "김수연,,1001",
        ",,1001",
        "김수연,,",
        "수연,,1001",
    ],
)
async def test_a_visit_finds_its_customer_by_number_or_by_the_only_name(books: Books, row: str) -> None:
    await books.take(LIST + f"김수연,{SUYEON},1001,,,,\n")

    result = await books.take(VISITS + f"{row},{ON}\n")

    assert result.four == (1, 0, 0, 0)
    assert await books.people() == [("김수연", "+821023456781")]
    assert [name for name, *_ in await books.visits()] == ["김수연"]


async def test_a_surname_in_front_or_a_different_case_is_the_same_name(books: Books) -> None:
    await books.take(LIST + "Emily Carter,010-2644-7810,,,,,\n")

    result = await books.take(VISITS + f"CARTER Emily,010-2644-7810,,{ON}\nemily,010-2644-7810,,{ON}\n")

    assert result.four == (2, 0, 0, 0)


async def test_a_name_that_two_people_have_is_refused_without_a_number(books: Books) -> None:
    await books.take(LIST + "이영희,010-5151-2020,,,,,\n이영희,010-9090-3131,,,,,\n")

    result = await books.take(VISITS + f"이영희,,,{ON}\n이영희,010-9090-3131,,{ON}\n")

    assert result.reasons == [(2, "row-which-person")]
    assert len(await books.people()) == 2 and len(await books.visits()) == 1


async def test_a_name_that_the_file_itself_gives_two_numbers_is_refused_without_one(books: Books) -> None:
    rows = [f"이영희,,,{ON}", f"이영희,010-5151-2020,,{ON}", f"이영희,010-9090-3131,,{ON}"]

    result = await books.take(VISITS + "\n".join(rows) + "\n")

    assert result.reasons == [(2, "row-which-person")]
    assert await books.people() == [("이영희", "+821051512020"), ("이영희", "+821090903131")]


async def test_a_name_whose_number_in_the_file_is_not_the_one_in_the_books_is_refused_alone(books: Books) -> None:
    await books.take(LIST + "이영희,010-5151-2020,,,,,\n")

    result = await books.take(VISITS + f"이영희,,,{ON}\n이영희,010-9090-3131,,{ON}\n")

    assert result.reasons == [(2, "row-which-person")]


async def test_two_people_of_one_name_in_a_list_are_refused_where_they_have_no_number(books: Books) -> None:
    file = LIST + "김민수,,,,,서울,\n김민수,,,,,부산,\n이영희,,,,,,\n이영희,010-5151-2020,,,,,\n"

    for _ in range(2):
        result = await books.take(file)
        assert result.reasons == [(2, "row-which-person"), (3, "row-which-person"), (4, "row-which-person")]
    assert await books.people() == [("이영희", "+821051512020")]


async def test_the_visits_of_a_name_that_the_list_could_not_tell_apart_are_refused_too(books: Books) -> None:
    _, visits = await books.take_all(LIST + "김민수,,,,,서울,\n김민수,,,,,부산,\n", VISITS + f"김민수,,,{ON}\n")

    assert visits.reasons == [(2, "row-which-person")]
    assert await books.people() == []


async def test_a_number_under_another_name_is_refused_and_changes_nothing(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},,,,서울,\n")

    by_list = await books.take(LIST + f"박민수,{SUYEON},,,,부산,\n")
    by_visit = await books.take(VISITS + f"박민수,{SUYEON},,{ON}\n")

    assert by_list.reasons == by_visit.reasons == [(2, "row-other-name")]
    assert await books.people() == [("김수연", "+821023456781")]
    assert (await books.customer("김수연")).address == "서울"


@pytest.mark.parametrize("row", ["김수연,010-2345-6781,2002", "김수연,010-8161-6464,1001", ",010-2345-6781,2002"])
async def test_two_numbers_of_two_people_in_one_row_are_refused(books: Books, row: str) -> None:
    await books.take(LIST + f"김수연,{SUYEON},1001,,,,\n박민수,010-8161-6464,2002,,,,\n")

    result = await books.take(VISITS + f"{row},{ON}\n")

    assert [reason for _, reason in result.reasons] == ["row-two-people"]


async def test_a_second_card_under_one_number_is_refused(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},1001,,,,\n")
    assert (await books.take(LIST + f"김수연,{SUYEON},3003,,,,\n")).reasons == [(2, "row-two-people")]


async def test_somebody_known_by_name_alone_gets_the_number_that_comes_with_the_name(books: Books) -> None:
    await books.take(VISITS + f"공지훈,,,{ON}\n")

    result = await books.take(LIST + "공지훈,010-4040-5050,,,,,\n")

    assert result.four == (0, 1, 0, 0)
    assert await books.people() == [("공지훈", "+821040405050")]


async def test_a_namesake_with_a_number_of_their_own_stays_somebody_else(books: Books) -> None:
    await books.take(LIST + "공지훈,010-4040-5050,,,,,\n")
    await books.take(VISITS + f"공지훈,010-6060-7070,,{ON}\n")

    assert await books.people() == [("공지훈", "+821040405050"), ("공지훈", "+821060607070")]


async def test_a_card_without_a_name_gets_the_name_that_comes_with_it_later(books: Books) -> None:
    await books.take(VISITS + f",,C-77,{ON}\n")
    assert await books.people() == [("C-77", "")]

    result = await books.take(LIST + f"김수연,{SUYEON},C-77,,,,\n")

    assert result.four == (0, 1, 0, 0)
    assert await books.people() == [("김수연", "+821023456781")]


async def test_a_list_brings_a_newer_phone_number_for_a_member(books: Books) -> None:
    await books.take(LIST + f"김수연,{SUYEON},1001,,,,\n")
    await books.take(LIST + "김수연,010-5555-1234,1001,,,,\n박민수,010-2345-6781,,,,,\n")

    assert await books.people() == [("김수연", "+821055551234"), ("박민수", "+821023456781")]


async def test_rows_of_one_batch_about_one_person_are_one_person(books: Books) -> None:
    rows = f"김수연,{SUYEON},,,,,\n김수연,{SUYEON},,suyeon@example.com,,,\n김수연,{SUYEON},1001,,,,\n,,1001,,,서울,\n"

    result = await books.take(LIST + rows)

    assert result.four == (1, 3, 0, 0)
    suyeon = await books.customer("김수연")
    assert (suyeon.email, suyeon.member_no, suyeon.address) == ("suyeon@example.com", "1001", "서울")


async def test_a_number_alone_is_nobodys_name_in_a_list(books: Books) -> None:
    assert (await books.take(LIST + f",{SUYEON},,,,,\n")).reasons == [(2, "row-no-name")]


async def test_somebody_whom_the_chat_brought_is_found_by_a_file(books: Books) -> None:
    await books.runtime.write(lambda unit: cast.customer(unit, "김수연", SUYEON).id)

    result = await books.take(VISITS + f"김수연,{SUYEON},,{ON}\n")

    assert result.counts.newcomers == 0 and len(await books.people()) == 1


async def test_a_chat_whose_number_finds_somebody_else_keeps_its_own_number(books: Books) -> None:
    """See docs/decisions/0004: such a record has a number and no tag."""

    def newcomer(unit: Unit) -> None:
        person = cast.customer(unit, "김수연")
        person.phone, person.chat_id = "+821055551234", 501
        unit.session.add(person)

    await books.runtime.write(newcomer)
    await books.take(VISITS + f"김수연,{SUYEON},,{ON}\n")

    assert await books.people() == [("김수연", "+821055551234"), ("김수연", "+821023456781")]


@pytest.mark.parametrize("example", examples(), ids=lambda example: f"{example[0]} and {example[1]}")
async def test_the_page_tells_the_truth(books: Books, example: list[str]) -> None:
    known, told, happens = example
    await books.take(LIST + "".join(f"{cells_of(person)},,,,\n" for person in known.split(", ")))
    before = await books.people()

    result = await books.take(VISITS + f"{cells_of(told)},{ON}\n")
    after = await books.people()

    new = after[len(before) :]
    assert [f"refused: {reason}" for _, reason in result.reasons] == ([happens] if "refused" in happens else [])
    assert len(new) == happens.startswith("new")
    assert (after[: len(before)] != before) is happens.endswith("the number is noted")
    if "called 1001" in happens:
        assert new == [("1001", "")]
