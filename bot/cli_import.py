"""`python -m bot import FILE...`: what is asked and told on the terminal while a shop's files are brought in."""

import sys
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

import typer

from bot.actions import importing, importing_told
from bot.actions.importing_refused import RefusedRows, reason
from bot.actions.importing_run import Run
from bot.domain.headings import SheetKind
from bot.domain.outgoing import Words, words
from bot.domain.refusals import Refusal
from bot.domain.rows import RefusedRow
from bot.domain.shop import Shop
from bot.domain.spreadsheet import Sheet
from bot.jobs.importing import bring_in
from bot.runtime import Runtime
from bot.texts.catalog import Catalog

# Where nobody watches the terminal, a short file has nothing to say on its way, and a long one says so ten times.
_LONG_FILE = 5_000
_STEPS = 10


async def import_files(runtime: Runtime, files: Sequence[Path], kind: SheetKind | None, *, asks: bool) -> bool:
    """Bring the files in, customers first. `asks` says whether somebody is there to be asked where a file was guessed.

    Returns whether something could be read of every file. Raises KeyboardInterrupt as it comes; what was written stays.
    """
    shop, today = await runtime.read(lambda unit: (unit.shop, unit.today))
    console = _Console(shop, today, Catalog())
    with ExitStack() as open_files:
        found: list[tuple[Path, Sheet]] = []
        for file in files:
            try:
                stream = open_files.enter_context(file.open("rb"))
                found.append((file, await runtime.read(partial(importing.understand, content=stream, kind=kind))))
            except FileNotFoundError:
                console.complain(words("console-file-missing", file=str(file)))
            except OSError as error:
                console.complain(words("import-file-refused", file=str(file), reason=error.strerror or ""))
            except Refusal as refusal:
                console.complain(words("import-file-refused", file=str(file), reason=reason(refusal)))
        found.sort(key=lambda one: importing.IN_ORDER.index(one[1].kind))
        unsure = any(importing_told.guesses(sheet) or sheet.table.other_sheets for _, sheet in found)
        if unsure and asks and not console.agrees(found):
            console.say(words("import-not-begun"))
            return False
        runs = await runtime.read(partial(importing.prepare, sheets=[sheet for _, sheet in found]))
        read = [await _bring_in(runtime, console, file, run) for (file, _), run in zip(found, runs, strict=True)]
    return len(found) == len(files) and all(read)


async def _bring_in(runtime: Runtime, console: "_Console", file: Path, run: Run) -> bool:
    console.say(words("import-reading", file=file.name))
    headings = run.sheet.columns.headings
    refused_rows = RefusedRows(file, headings, console.render)
    first: list[RefusedRow] = []

    def refused(row: RefusedRow) -> None:
        refused_rows.add(row)
        if len(first) < importing_told.REASONS_TOLD:
            first.append(row)

    try:
        progress = _Progress(console, run.sheet.row_count)
        counts = await bring_in(runtime, run, file.name, refused=refused, progress=progress.is_at)
    finally:
        refused_rows.close()
    console.say(importing_told.outcome(file.name, run.sheet, counts, console.shop.currency))
    for told in importing_told.refused_rows(first):
        console.say(told)
    if refused_rows.problem is not None:
        problem = refused_rows.problem.strerror or ""
        console.complain(words("import-refused-not-written", file=str(refused_rows.path), reason=problem))
    elif counts.refused:
        console.say(words("import-refused-file", file=str(refused_rows.path)))
    if counts.refused == counts.rows:
        console.complain(words("import-nothing-read", file=file.name))
        return False
    return True


@dataclass(frozen=True, slots=True)
class _Console:
    """The terminal, in the shop's language."""

    shop: Shop
    today: date
    catalog: Catalog

    def render(self, text: Words) -> str:
        return self.catalog.plain(text, self.shop.language, zone=self.shop.zone, today=self.today)

    def say(self, text: Words) -> None:
        typer.echo(self.render(text))

    def complain(self, text: Words) -> None:
        typer.echo(self.render(text), err=True)

    def agrees(self, found: Sequence[tuple[Path, Sheet]]) -> bool:
        for file, sheet in found:
            self.say(importing_told.terminal_preview(file.name, sheet))
        return typer.confirm(self.render(words("import-go-on")))


class _Progress:
    """How far it is: on one line that is written over where somebody watches, else now and then for a long file."""

    def __init__(self, console: _Console, total: int) -> None:
        self._console = console
        self._total = total
        self._watched = sys.stdout.isatty()
        self._told = 0

    def is_at(self, done: int) -> None:
        text = self._console.render(words("import-progress", done=done, total=self._total))
        if self._watched:
            typer.echo(f"\r{text}", nl=done >= self._total)
        elif self._total >= _LONG_FILE and (step := done * _STEPS // self._total) > self._told:
            self._told = step
            typer.echo(text)
