"""The examples of docs/how-it-decides are true."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from bot.domain.message_policy import Drop, Hold, Person, Send, Wanted, judge
from bot.domain.outgoing import Kind
from bot.domain.people import Group, group_of, standing_of
from bot.domain.retries import REPEATABLE
from bot.domain.rhythm import Rhythm
from bot.insight import difference

PAGES = Path(__file__).parents[2] / "docs" / "how-it-decides"
AT_NIGHT = datetime(2026, 11, 21, 15, 0, tzinfo=UTC)  # midnight in Seoul
BY_DAY = datetime(2026, 11, 21, 3, 0, tzinfo=UTC)  # noon


def rows(page: str, after: str = "", *, before: str = "\0") -> list[list[str]]:
    """The cells of the page's one table (of that part of the page), without its head."""
    text = (PAGES / page).read_text(encoding="utf-8").partition(before)[0]
    lines = [line for line in text[text.index(after) :].splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


@pytest.mark.parametrize("cells", rows("rhythm.md"), ids=lambda cells: f"{cells[0][-10:]} on {cells[1]}")
def test_rhythm(cells: list[str]) -> None:
    days, today, usual, late_from, late, regular = cells
    rhythm = Rhythm.of([date.fromisoformat(day.strip()) for day in days.split(",")])
    on = date.fromisoformat(today)
    assert rhythm.usual_gap == (None if usual == "not known" else int(usual))
    assert rhythm.overdue_on == (None if late_from == "-" else date.fromisoformat(late_from))
    assert rhythm.is_overdue(on) is (late == "yes")
    assert rhythm.is_regular(on) is (regular == "yes")


@pytest.mark.parametrize("cells", rows("messages.md"), ids=lambda cells: cells[0])
def test_messages(cells: list[str]) -> None:
    kind = Kind(cells[0])
    needs_consent, waits_at_night, repeated = cells[2] == "yes", cells[3] == "yes", cells[4] == "sent once more"
    without = judge(Wanted(kind), Person(), BY_DAY)
    assert without == (Drop("no_consent") if needs_consent else Send())
    agreed = Person(advertising_consent=True)
    assert judge(Wanted(kind), agreed, BY_DAY) == Send()
    assert isinstance(judge(Wanted(kind), agreed, AT_NIGHT), Hold) is waits_at_night
    night_owl = Person(advertising_consent=True, night_consent=True)
    assert judge(Wanted(kind), night_owl, AT_NIGHT) == Send()
    assert (kind in REPEATABLE) is repeated


@pytest.mark.parametrize("cells", rows("segments.md", "## Examples"), ids=lambda cells: f"{cells[4]} {cells[1]}")
def test_segments(cells: list[str]) -> None:
    days = [date.fromisoformat(day.strip()) for day in cells[0].split(",") if day != "-"]
    today = date.fromisoformat(cells[1])
    standing = standing_of(
        days,
        today,
        asked_on=date(2026, 11, 1),
        spent_minor=int(cells[2]),
        cut_minor=400_000,
        recommended_on=None if cells[3] == "-" else date.fromisoformat(cells[3]),
    )
    assert group_of(standing, days[-1] if days else None, today) == cells[4]
    assert standing.since == date.fromisoformat(cells[5])


def test_every_group_is_on_the_page() -> None:
    assert [cells[0] for cells in rows("segments.md", before="## Examples")] == [group.value for group in Group]


def test_every_kind_is_on_the_page() -> None:
    assert {cells[0] for cells in rows("messages.md")} == {kind.value for kind in Kind}


@pytest.mark.parametrize("cells", rows("campaigns.md", "## Whether it worked"), ids=lambda cells: " ".join(cells[:4]))
def test_campaigns(cells: list[str]) -> None:
    of, came, held, held_came = (int(cell) for cell in cells[:4])
    found = difference.Difference.of(difference.Group(came, of), difference.Group(held_came, held))
    lowest, highest = cells[5].split(" to ")
    assert (f"{found.points:+d}", f"{found.lowest:+d}", f"{found.highest:+d}") == (
        cells[4],
        lowest,
        highest,
    )
    assert found.is_sure is (cells[6] != "too few to tell")
