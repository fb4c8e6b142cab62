"""A day of a laundry and a day of a salon, from the morning to the evening close, in sixty lines each.

Every figure that is told is the one that comes out of the exported files, read by `tests/books.py` and no other code.
The lines stand in tests/data/days: what is said, then which figures belong into the answer and about whom.
"""

import re
from collections.abc import AsyncIterator, Callable
from datetime import date, datetime, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bot.actions.unit import Unit
from bot.playground import sample_shop
from storage.database import Database
from tests import sample
from tests.books import Books
from tests.chat import Chat, ShopUnderTest, open_shop

Figures = list[int | str]

DAYS = Path(__file__).parents[1] / "data" / "days"
SEOUL = ZoneInfo("Asia/Seoul")
TODAY, TOMORROW = date(2026, 11, 21), date(2026, 11, 22)
MONDAY, NEXT_MONDAY = date(2026, 11, 16), date(2026, 11, 23)
MONTH, NEXT_MONTH = date(2026, 11, 1), date(2026, 12, 1)
YEAR, NEXT_YEAR = date(2026, 1, 1), date(2027, 1, 1)
WEEK = timedelta(days=7)
EVENING = datetime.combine(TODAY, time(23, 59))
EXPORT = {"ko": ("전체 내보내기", "세무·장부에요"), "en": ("export everything", "For the books")}
NOT_UNDERSTOOD = ("못 알아들었", "didn't get that")


def closing(books: Books, now: datetime) -> Figures:
    money, visits, _ = books.figures(TODAY, TOMORROW, now)
    return [money, visits, books.owed]


def busiest(books: Books, now: datetime) -> Figures:
    days = [one.day.weekday() for one in books.receipts(TODAY - 12 * WEEK, TOMORROW, now)]
    return [len(days), max(days.count(day) for day in range(7))]


# What belongs into the answer, by the word behind the sentence; `about` is what stands behind that.
FIGURES: dict[str, Callable[[Books, datetime, list[str]], Figures]] = {
    "people": lambda books, now, about: [books.people, books.reachable],
    "groups": lambda books, now, about: [books.people],
    "late": lambda books, now, about: [books.late(now)],
    "today": lambda books, now, about: [*books.figures(TODAY, TOMORROW, now)],
    "how many": lambda books, now, about: [*books.figures(TODAY, TOMORROW, now)[1:]],
    "week": lambda books, now, about: [*books.figures(MONDAY, NEXT_MONDAY, now)],
    "month": lambda books, now, about: [*books.figures(MONTH, NEXT_MONTH, now)],
    "weeks": lambda books, now, about: [*books.figures(MONDAY - WEEK, MONDAY, now)[:2]],
    "regulars": lambda books, now, about: [books.regulars(now)],
    "new": lambda books, now, about: [books.newcomers(MONTH, NEXT_MONTH, now)],
    "best": lambda books, now, about: [books.most(YEAR, NEXT_YEAR, now)],
    "birthdays": lambda books, now, about: [books.birthdays(11)],
    "no phone": lambda books, now, about: [books.without("phone")],
    "owed": lambda books, now, about: [books.owed],
    "prepaid": lambda books, now, about: [books.ledger("prepaid")],
    "booked": lambda books, now, about: [sum(row["at"].startswith(f"{TODAY}") for row in books.tables["appointments"])],
    "busy": lambda books, now, about: busiest(books, now),
    "close": lambda books, now, about: closing(books, now),
    # Everybody of these days comes once: the visit itself counts, also where it was corrected afterwards.
    "visit": lambda books, now, about: [len(books.days(about[0], EVENING)), int(about[1])],
    "times": lambda books, now, about: [len(books.days(name, now)) for name in about],
    "spent": lambda books, now, about: [books.spent(about[0], MONTH, NEXT_MONTH, now)],
    "usual": lambda books, now, about: [*books.usual(about[0], now)],
    "core": lambda books, now, about: [*books.rank(about[0], now)],
    "buyers": lambda books, now, about: [books.buyers(about[0], now)],
}


@pytest.fixture
async def shop(sqlite_database: Database, preset: str) -> AsyncIterator[ShopUnderTest]:
    def fill(unit: Unit) -> None:
        if preset == "laundry":
            sample.fill(unit)
        else:
            sample_shop.fill(unit.session, unit.vault, unit.shop, unit.now)
            unit.names_changed = True

    async with open_shop(sqlite_database, shop_preset=preset) as opened:
        await opened.assistant.runtime.write(fill)
        yield opened


async def exported(owner: Chat, language: str) -> Books:
    ask, button = EXPORT[language]
    await owner.says(ask)
    await owner.taps(button)
    files = [message for message in owner.person.sees() if "document" in message]
    return Books({one["document"]["file_name"]: owner.person.downloads(one) for one in files})


def is_told(figure: int | str, answer: str) -> bool:
    """A number as it is written in both languages, and not as a part of another one."""
    shown = re.escape(f"{figure:,}" if isinstance(figure, int) else figure)
    return re.search(rf"(?<![\d,.]){shown}(?!\d|,\d)", answer) is not None


@pytest.mark.long
@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("preset", ["laundry", "salon"])
async def test_every_figure_of_the_day_is_that_of_the_files(shop: ShopUnderTest, preset: str, language: str) -> None:
    owner = await shop.owner(language=language)
    told: list[tuple[str, str, datetime, list[str]]] = []
    for line in (DAYS / f"{preset}.{language}.txt").read_text("utf-8").splitlines():
        sentence, *figures = line.split(" | ")
        before = len(owner.texts)
        await owner.says(sentence)
        told.append((sentence, "\n".join(owner.texts[before:]), shop.clock.now(), figures))
        shop.clock.forward(timedelta(minutes=8))
    assert len(told) >= 60

    books = await exported(owner, language)
    wrong = []
    for sentence, answer, at, figures in told:
        now = at.astimezone(SEOUL).replace(tzinfo=None)
        wanted = FIGURES[figures[0]](books, now, figures[1:]) if figures else []
        missing = [one for one in wanted if not is_told(one, answer)]
        if missing or any(sign in answer for sign in NOT_UNDERSTOOD) or not answer:
            wrong.append(f"{sentence!r}: {missing} not in\n{answer}")
    assert not wrong, "\n\n".join(wrong)
