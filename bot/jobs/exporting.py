"""An export into a folder: whole files or none, and who was in them is written down before they are there."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from tempfile import TemporaryDirectory

from bot.actions import exporting
from bot.actions.unit import Unit
from bot.domain.exporting import BYTE_ORDER_MARK, HEADINGS, Sheet, csv_line
from bot.runtime import Runtime
from storage.database import prepare_file


async def write_files(runtime: Runtime, folder: Path) -> dict[Sheet, int]:
    """Write the six files, in place of those that are there. Returns how many rows each has."""
    with TemporaryDirectory(prefix=".exporting-", dir=folder) as scratch:
        rows, looked_at = await runtime.read(partial(_write, folder=Path(scratch)))
        await runtime.write(lambda unit: exporting.note(unit, looked_at))
        _put(Path(scratch), folder)
    return rows


def _write(unit: Unit, folder: Path) -> tuple[dict[Sheet, int], Sequence[tuple[int, str]]]:
    written = {}
    for sheet, rows in exporting.sheets(unit, "console"):
        file = folder / sheet.file_name
        prepare_file(file)
        with file.open("w", encoding="utf-8", errors="replace", newline="") as lines:
            lines.write(BYTE_ORDER_MARK + csv_line(HEADINGS[sheet]))
            written[sheet] = sum(1 for row in rows if lines.write(csv_line(row)))
    return written, unit.looked_at


def _put(scratch: Path, folder: Path) -> None:
    for sheet in Sheet:
        (scratch / sheet.file_name).replace(folder / sheet.file_name)
