"""Files that nobody here wrote, read where they lie beside the checkout (../shared/data/import_files); none of them
may be committed, so elsewhere these tests are skipped and tests/domain/test_csv_reading.py holds tables of their shape.

What they must come to is worked out here without the project's own reader.
"""

import csv
import io
import json
from collections import Counter
from pathlib import Path

import pytest

from bot.domain.columns import find_columns
from bot.domain.csv_reading import Row, open_csv
from bot.domain.headings import COLUMNS_OF, Column
from storage.database import Database
from tests.importing import Books

FILES = Path(__file__).parents[3] / "shared/data/import_files"
pytestmark = pytest.mark.skipif(not FILES.is_dir(), reason="the files of others do not lie beside the checkout")

# The one table that its JSON contradicts: a single object, with another number.
_CONTRADICTED = "location_coordinates"
# What a person sees in them at once.
_HEADINGS = {
    "고객명": Column.NAME,
    "연락처": Column.PHONE,
    "상품명": Column.ITEM,
    "금액": Column.AMOUNT,
    "결제금액": Column.AMOUNT,
    "수량": Column.QUANTITY,
    "주소": Column.ADDRESS,
    "메모": Column.NOTE,
}


def cells_of(content: bytes) -> list[tuple[str, ...]]:
    return [row.cells for row in open_csv(io.BytesIO(content)).rows()]


@pytest.mark.parametrize("name", sorted(file.stem for file in FILES.glob("csv_spectrum/csvs/*.csv")))
def test_each_table_of_the_spectrum_is_read_as_its_json_says(name: str) -> None:
    headings, *rows = cells_of((FILES / f"csv_spectrum/csvs/{name}.csv").read_bytes())
    expected = json.loads((FILES / f"csv_spectrum/json/{name}.json").read_text(encoding="utf-8"))

    read = [dict(zip(headings, row, strict=True)) for row in rows]
    if name == _CONTRADICTED:
        read, expected = [{"Cities": one["Cities"]} for one in read], [{"Cities": expected["Cities"]}]
    assert read == expected


def test_one_table_in_six_encodings_is_one_table() -> None:
    files = sorted(FILES.glob("encodings_ko/*"))
    expected = list(csv.reader(io.StringIO((FILES / "encodings_ko/legal_dong_500_utf8.csv").read_text("utf-8"))))

    assert len(files) == 6
    for file in files:
        assert [list(cells) for cells in cells_of(file.read_bytes())] == expected, file.name


def test_a_long_file_is_read_like_pythons_own_reader_does() -> None:
    content = (FILES / "papaparse/long-sample.csv").read_bytes()

    assert [list(cells) for cells in cells_of(content)] == [
        cells for cells in csv.reader(io.StringIO(content.decode(), newline="")) if cells
    ]


def test_headings_seen_in_shops_mean_what_a_person_sees_in_them() -> None:
    lines = list(csv.reader((FILES / "ko_headers_seen.csv").read_text("utf-8-sig").splitlines()))[1:]

    for _, line in lines:
        headings = tuple(line.split(","))
        columns = find_columns([Row(1, headings), Row(2, tuple("" for _ in headings))])
        found = columns.places
        for heading, column in _HEADINGS.items():
            if heading in headings and column in COLUMNS_OF[columns.kind]:
                assert found.get(column) == headings.index(heading), (line, heading)


async def test_a_cafes_machine_is_brought_in_whole_and_only_once(sqlite_database: Database) -> None:
    content = (FILES / "coffee_vending_excel_bom.csv").read_bytes()
    sales = list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))
    cards = Counter(sale["card"] for sale in sales)
    books = Books(sqlite_database, currency="UAH")

    assert (await books.take(content)).four == (len(sales), 0, 0, 0)
    assert (await books.take(content)).four == (0, 0, len(sales), 0)

    visits = await books.visits()
    by_name = Counter(name for name, *_ in visits)
    assert len(await books.people()) == len(cards) - ("" in cards) == 1_316
    assert by_name[""] == cards[""] == 89
    assert sum(len(lines) for *_, lines in visits) == len(sales) == 3_636
    assert sum(amount for _, _, amount, _ in visits) == sum(round(float(sale["money"]) * 100) for sale in sales)
