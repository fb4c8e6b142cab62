"""The example files hold what the contract names, and nothing that a spreadsheet would run."""

import csv
import io

import pytest

from bot.domain.example_files import CONTRACT, example_file
from bot.domain.exporting import HEADINGS, Sheet
from bot.domain.headings import SheetKind


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize("kind", SheetKind)
def test_an_example_opens_in_a_spreadsheet(kind: SheetKind, language: str) -> None:
    name, data = example_file(kind, language)
    assert name.endswith(".csv")
    assert data.startswith(b"\xef\xbb\xbf")
    headings, *rows = csv.reader(io.StringIO(data.decode("utf-8-sig")))
    assert set(headings) <= CONTRACT
    assert len(rows) == 2 and {len(row) for row in rows} == {len(headings)}


@pytest.mark.parametrize("sheet", [Sheet.CUSTOMERS, Sheet.VISITS, Sheet.APPOINTMENTS])
def test_the_english_headings_are_those_of_an_export(sheet: Sheet) -> None:
    _, data = example_file(SheetKind(sheet.value), "en")
    headings = data.decode("utf-8-sig").splitlines()[0].split(",")
    assert set(headings) <= set(HEADINGS[sheet])
