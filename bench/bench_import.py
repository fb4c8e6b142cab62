"""Visits out of a file into the books, end to end, beside the same rows written by Python's own csv and sqlite3.

The anchor only splits the lines and inserts them, with the same pragmas. Ours understands the file, finds or seals its
people, puts receipts together, tags every row, keeps a journal and computes everybody's figures, in short transactions.
The goal is 20,000 rows a second; a hundred thousand rows in less than a minute and 400 MB, as CSV and as a workbook.
"""

import asyncio
import csv
import gc
import multiprocessing
import random
import resource
import secrets
import shutil
import sqlite3
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path

from bench.anchor import Variant, measure, table
from bot.actions import importing
from bot.actions.importing_run import Run
from bot.actions.unit import Unit
from bot.clock import MovableClock
from bot.domain.shop import Shop
from bot.jobs.importing import bring_in
from bot.runtime import Runtime
from storage.database import Database
from storage.migrate import climb
from storage.vault import Vault
from tests.workbook import workbook

ROWS = 20_000
PEOPLE = 400
MANY_ROWS = 100_000
MANY_PEOPLE = 4_000
ANCHOR = "csv and sqlite3, nothing else"
NOW = datetime(2026, 11, 21, 1, 0, tzinfo=UTC)
ITEMS = (("와이셔츠", 2_500), ("코트", 15_000), ("이불", 20_000), ("니트", 5_000))
VAULT = Vault({1: bytes(range(32))})


def write_file(file: Path, rows: int = ROWS, people: int = PEOPLE) -> None:
    """Two years of a busy shop, in order of time."""
    chance = random.Random(7)
    syllables = "민서지훈도윤하은수연예준시우현주원영희철수"
    everybody = [
        (f"김{chance.choice(syllables)}{chance.choice(syllables)}", f"010-{chance.randint(2000, 9999)}-{number:04}")
        for number in range(people)
    ]
    longest = 50 * 20_000 // rows
    at = datetime(2024, 11, 20, 9, 0)  # noqa: DTZ001 as a shop writes it
    lines = ["고객명,휴대폰,방문일시,품목,수량,단가,금액"]
    while len(lines) <= rows:
        at += timedelta(minutes=chance.randint(1, longest))
        name, phone = chance.choice(everybody)
        for _ in range(chance.choice((1, 1, 1, 2))):
            item, price = chance.choice(ITEMS)
            count = chance.randint(1, 4)
            lines.append(f"{name},{phone},{at:%Y-%m-%d %H:%M},{item},{count},{price},{count * price}")
    file.write_text("\n".join(lines[: rows + 1]) + "\n", encoding="utf-8-sig")


def write_workbook(source: Path, file: Path) -> None:
    """The same rows as a workbook, its numbers as numbers."""
    with source.open(encoding="utf-8-sig") as stream:
        file.write_bytes(
            workbook([[int(cell) if cell.isdigit() else cell for cell in row] for row in csv.reader(stream)])
        )


def in_a_process(work: Callable[..., object], *arguments: object) -> object:
    with ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn")) as pool:
        return pool.submit(work, *arguments).result()


def alone(folder: Path, name: str, file: Path) -> str:
    """One import in a process of its own: what it took of time and memory."""
    gc.set_threshold(200_000, 20, 100)
    target = Path(shutil.copy(folder / "migrated.db", folder / f"{secrets.token_hex(4)}.db"))
    began = time.perf_counter()
    done = asyncio.run(bring(file, target)) if name != ANCHOR else plain_insert(file, folder / "migrated.db", folder)
    seconds = time.perf_counter() - began
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    return f"| {name} | {done:,} | {seconds:.1f} | {done / seconds:,.0f} | {memory:.0f} |"


def large(folder: Path) -> str:
    """The large file, each way of taking it in a fresh process, one after the other."""
    file, book = folder / "many.csv", folder / "many.xlsx"
    write_file(file, MANY_ROWS, MANY_PEOPLE)
    # A process begins with the peak of the one that started it, so this one stays small.
    in_a_process(write_workbook, file, book)
    rows = [
        f"### {MANY_ROWS:,} visit rows of {MANY_PEOPLE:,} people, once, each in a process of its own",
        "| variant | rows | seconds | rows/s | peak MB |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    for name, source in ((ANCHOR, file), ("import of the CSV file", file), ("import of the workbook", book)):
        rows.append(str(in_a_process(alone, folder, name, source)))
    return "\n".join(rows)


def plain_insert(file: Path, migrated: Path, folder: Path) -> int:
    """The anchor: one visit and one line a row."""
    target = Path(shutil.copy(migrated, folder / f"{secrets.token_hex(4)}.db"))
    with (
        closing(sqlite3.connect(target, isolation_level=None)) as connection,
        file.open(encoding="utf-8-sig") as stream,
    ):
        for pragma in ("journal_mode = WAL", "synchronous = FULL", "secure_delete = ON"):
            connection.execute(f"PRAGMA {pragma}")
        rows = list(csv.DictReader(stream))
        for start in range(0, len(rows), 1_000):
            batch = list(enumerate(rows[start : start + 1_000], start + 1))
            connection.execute("BEGIN IMMEDIATE")
            connection.executemany(
                "INSERT INTO visit"
                " (id, public_id, visited_at, visited_on, amount_minor, unpaid_minor, source, recorded_at)"
                " VALUES (?, ?, 0, ?, ?, 0, 'import', 0)",
                [(number, str(number), row["방문일시"][:10], int(row["금액"])) for number, row in batch],
            )
            connection.executemany(
                "INSERT INTO visit_line (visit_id, item, quantity, price_minor, amount_minor, import_tag)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                [
                    (number, row["품목"], int(row["수량"]), int(row["단가"]), int(row["금액"]), secrets.token_bytes(16))
                    for number, row in batch
                ],
            )
            connection.execute("COMMIT")
        done: int = connection.execute("SELECT count(*) FROM visit_line").fetchone()[0]
    return done


async def bring(file: Path, target: Path) -> int:
    """Our import of the file into the database at `target`: how many rows it has taken or found there."""
    database = Database.open(f"sqlite:///{target}", VAULT)
    runtime = Runtime(database, MovableClock(NOW), Shop("맑은세탁"))
    try:
        with file.open("rb") as stream:

            def prepare(unit: Unit) -> list[Run]:
                return importing.prepare(unit, [importing.understand(unit, stream)])

            (run,) = await runtime.read(prepare)
            counts = await bring_in(runtime, run, file.name, refused=print, progress=lambda _: None)
    finally:
        database.close()
    return counts.created + counts.unchanged


def main() -> None:
    gc.set_threshold(200_000, 20, 100)  # as the command sets it
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        climb(f"sqlite:///{folder / 'migrated.db'}", now=NOW)
        print(large(folder), end="\n\n")
        file, migrated, filled = folder / "visits.csv", folder / "migrated.db", folder / "filled.db"
        write_file(file)
        shutil.copy(migrated, filled)
        asyncio.run(bring(file, filled))

        def new() -> int:
            return asyncio.run(bring(file, Path(shutil.copy(migrated, folder / f"{secrets.token_hex(4)}.db"))))

        variants = [
            Variant(ANCHOR, lambda: plain_insert(file, migrated, folder), ROWS),
            Variant("import into empty books", new, ROWS),
            Variant("the same file again", lambda: asyncio.run(bring(file, filled)), ROWS),
        ]
        print(table(f"{ROWS:,} visit rows of {PEOPLE} people", measure(variants, rounds=5)))


if __name__ == "__main__":
    main()
