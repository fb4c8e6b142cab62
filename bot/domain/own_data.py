"""What somebody takes home of their own record: one JSON file for programs, one table for spreadsheets.

Values are text, whole numbers, True, False or None; amounts are written in the currency's major unit.
"""

import json
from collections.abc import Mapping, Sequence

from bot.domain.exporting import BYTE_ORDER_MARK, csv_line

Cell = str | int | bool | None
Row = Mapping[str, Cell]
Parts = Mapping[str, Sequence[Row]]


def as_json(parts: Parts) -> bytes:
    """Everything by part, UTF-8."""
    whole = {part: [dict(row) for row in rows] for part, rows in parts.items()}
    return (json.dumps(whole, ensure_ascii=False, indent=2) + "\n").encode("utf-8", "replace")


def as_csv(parts: Parts) -> bytes:
    """One line a value: part, number of the row in it, field, value. Safe to open in a spreadsheet."""
    lines = [csv_line(("part", "row", "field", "value"))]
    for part, rows in parts.items():
        for number, row in enumerate(rows, start=1):
            for name, value in row.items():
                if value is not None:
                    lines.append(csv_line((part, str(number), name, str(value))))
    return (BYTE_ORDER_MARK + "".join(lines)).encode("utf-8", "replace")
