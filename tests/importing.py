"""A shop that files are brought into, and a plain view of what is in its books afterwards."""

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import col, select

from bot.actions import importing
from bot.actions.importing_run import Counts, Run
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.headings import SheetKind
from bot.domain.rows import RefusedRow
from bot.domain.shop import Shop
from bot.jobs.exporting import write_files
from bot.jobs.importing import bring_in
from bot.runtime import Runtime
from storage.database import Database
from storage.models import Customer, Visit, VisitLine
from tests.sample import NOW

SEOUL = ZoneInfo("Asia/Seoul")
Files = dict[str, bytes]
"""What a shop takes out: the bytes of each file by its name without ".csv"."""


@dataclass
class Result:
    """What one file came to."""

    counts: Counts
    refused: list[RefusedRow] = field(default_factory=list)
    progress: list[int] = field(default_factory=list)

    @property
    def four(self) -> tuple[int, int, int, int]:
        """created, updated, unchanged, refused"""
        return self.counts.created, self.counts.updated, self.counts.unchanged, self.counts.refused

    @property
    def reasons(self) -> list[tuple[int, str]]:
        return [(row.line_no, row.reason) for row in self.refused]


class Books:
    """A shop and its database."""

    def __init__(self, database: Database, *, currency: str = "KRW") -> None:
        self.clock = MovableClock(NOW)
        self.runtime = Runtime(database, self.clock, Shop("맑은세탁", currency=currency))

    async def take(
        self, text: str | bytes, kind: SheetKind | None = None, progress: Callable[[int], None] | None = None
    ) -> Result:
        """Bring one file in."""
        (result,) = await self.take_all(text, kind=kind, progress=progress)
        return result

    async def take_all(
        self, *texts: str | bytes, kind: SheetKind | None = None, progress: Callable[[int], None] | None = None
    ) -> list[Result]:
        """Bring several files in with one call, in this order."""

        def prepare(unit: Unit) -> list[Run]:
            streams = [io.BytesIO(text if isinstance(text, bytes) else text.encode()) for text in texts]
            return importing.prepare(unit, [importing.understand(unit, stream, kind) for stream in streams])

        results = []
        for run in await self.runtime.read(prepare):
            result = Result(Counts())
            result.counts = await bring_in(
                self.runtime,
                run,
                "file.csv",
                refused=result.refused.append,
                progress=progress or result.progress.append,
            )
            results.append(result)
        return results

    async def people(self) -> list[tuple[str, str]]:
        """(name, phone) of everybody in order of their records, the phone "" where there is none."""
        everybody = await self.customers()
        return [(one.name, one.phone or "") for one in everybody]

    async def customers(self) -> list[Customer]:
        return await self.runtime.read(
            lambda unit: list(unit.session.exec(select(Customer).order_by(col(Customer.id))))
        )

    async def customer(self, name: str) -> Customer:
        (found,) = [one for one in await self.customers() if one.name == name]
        return found

    async def visits(self) -> list[tuple[str, date, int, tuple[tuple[str, int, int], ...]]]:
        """(name, day, amount, lines as (item, quantity, amount)) of every visit, in order of time and record."""

        def read(unit: Unit) -> list[tuple[str, date, int, tuple[tuple[str, int, int], ...]]]:
            names = {one.id: one.name for one in unit.session.exec(select(Customer))}
            names[None] = ""
            visits = unit.session.exec(select(Visit).order_by(col(Visit.visited_at), col(Visit.id))).all()
            return [
                (names[visit.customer_id], visit.visited_on, visit.amount_minor, self._lines(unit, visit.id or 0))
                for visit in visits
            ]

        return await self.runtime.read(read)

    def _lines(self, unit: Unit, visit_id: int) -> tuple[tuple[str, int, int], ...]:
        lines = unit.session.exec(
            select(VisitLine).where(VisitLine.visit_id == visit_id).order_by(col(VisitLine.id))
        ).all()
        return tuple((line.item, line.quantity, line.amount_minor) for line in lines)


async def taken_out(books: Books, folder: Path) -> Files:
    """What the shop takes out into a folder that is not there yet."""
    await write_files(books.runtime, _made(folder))
    return files_in(folder)


def _made(folder: Path) -> Path:
    folder.mkdir()
    return folder


def files_in(folder: Path) -> Files:
    return {file.stem: file.read_bytes() for file in folder.iterdir()}
