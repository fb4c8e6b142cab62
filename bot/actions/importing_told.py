"""What is told of a file: how it was understood before it is brought in, and what it came to."""

from collections.abc import Sequence
from dataclasses import fields

from bot.actions.importing_refused import reason
from bot.actions.importing_run import Counts
from bot.actions.importing_undo import Gone
from bot.domain.buttons import button
from bot.domain.example_files import CONTRACT
from bot.domain.headings import Column, SheetKind
from bot.domain.outgoing import Button, Reply, Value, Words, words
from bot.domain.refusals import Refusal
from bot.domain.rows import RefusedRow
from bot.domain.sheet_choices import first_rows, open_date
from bot.domain.spreadsheet import Sheet

REASONS_TOLD = 3
"""So many of the refused rows are told at once; all of them are in the file."""
KEPT_TOLD = 10
_LONGEST_TEXT = 60
_LONGEST_LIST = 20


def outcome(file: str, sheet: Sheet, counts: Counts, currency: str) -> Words:
    """What the import of a table came to."""
    details = [*guesses(sheet)]
    if sheet.columns.left_out:
        details.append(words("import-left-out", headings=sheet.columns.left_out))
    if (one_sheet := _one_sheet(sheet)) is not None:
        details.append(one_sheet)
    if counts.newcomers and sheet.kind is not SheetKind.CUSTOMERS:
        details.append(words("import-newcomers", count=counts.newcomers))
    if counts.kept:
        details.append(words("import-kept", count=counts.kept))
    if counts.rounded:
        details.append(words("import-rounded", count=counts.rounded, currency=currency))
    return words(
        "import-done",
        file=file,
        kind=words(f"kind-{sheet.kind}"),
        total=counts.rows,
        created=counts.created,
        updated=counts.updated,
        unchanged=counts.unchanged,
        refused=counts.refused,
        details=tuple(details),
    )


def guesses(sheet: Sheet) -> list[Words]:
    """What was understood of the file without being certain; of dates one that could have been another day."""
    found = []
    if sheet.columns.guessed:
        found.append(words("import-guessed", headings=sheet.columns.guessed))
    if sheet.order_guessed and (date_read := open_date(sheet)):
        day = date_read.days[sheet.reading.order]
        found.append(words("import-dates-guessed", written=date_read.written, day=day))
    return found


def refused_rows(refused: Sequence[RefusedRow]) -> tuple[Words, ...]:
    """The first of them with their reasons."""
    return tuple(words("import-refused-row", line=row.line_no, reason=reason(row)) for row in refused[:REASONS_TOLD])


def preview(public_id: str, file: str, sheet: Sheet, *, unsure: Sequence[str], otherwise: bool) -> Reply:
    """How a table was understood, and the question whether to bring it in.

    `unsure` are the kinds of file that it could be as well; then that is asked first. `otherwise` says that it can be
    read in another way.
    """
    kind = None if unsure else words(f"kind-{sheet.kind}")
    text = words("import-preview", file=file, kind=kind, unsure=bool(unsure), **_understood(sheet))
    leave = button(words("button-import-leave"), "import-no", public_id)
    if unsure:
        kinds = tuple(kind_button(public_id, kind) for kind in unsure)
        return Reply(text, (kinds, (leave,)))
    go = button(words("button-import-go"), "import-yes", public_id)
    rows: list[tuple[Button, ...]] = [(go, leave)]
    if otherwise:
        rows.append((button(words("button-import-otherwise"), "import-other", public_id),))
    return Reply(text, tuple(rows))


def terminal_preview(file: str, sheet: Sheet) -> Words:
    """The same at a terminal, where the question stands below all files."""
    return words("import-preview-terminal", file=file, kind=words(f"kind-{sheet.kind}"), **_understood(sheet))


def _understood(sheet: Sheet) -> dict[str, Value]:
    columns = sheet.columns
    places = sorted(columns.places, key=lambda column: columns.places[column])
    return {
        "total": sheet.row_count,
        "columns": tuple(_column(columns.headings[columns.places[column]], column) for column in places),
        "left_out": words("import-left-out", headings=columns.left_out) if columns.left_out else None,
        "guesses": tuple(guesses(sheet)),
        "sheets": _one_sheet(sheet),
        "rows": tuple(words("import-row", cells=cells) for cells in first_rows(sheet)),
    }


def kind_button(public_id: str, kind: str) -> Button:
    return button(words(f"button-kind-{kind}"), "import-as", public_id, "kind", kind)


def cards_preview(public_id: str, file: str, total: int, names: Sequence[str]) -> Reply:
    """A long address book: whether all of it is meant."""
    go = button(words("button-import-go"), "import-yes", public_id)
    leave = button(words("button-import-leave"), "import-no", public_id)
    return Reply(words("import-cards-preview", file=file, total=total, names=tuple(names)), ((go, leave),))


def running(public_id: str, file: str, done: int, total: int) -> Reply:
    """How far it is."""
    stop = button(words("button-import-stop"), "import-no", public_id)
    return Reply(words("import-running", file=file, done=done, total=total), ((stop,),))


def refused_file(file: str, refusal: Refusal) -> Reply:
    """Why nothing comes of a file. Where the headings are not understood, an example helps more than words."""
    helps = refusal.name in ("file-headings-unknown", "file-column-missing", "file-no-rows")
    example = ((button(words("button-import-example"), "example", SheetKind.CUSTOMERS.value),),) if helps else ()
    return Reply(words("import-refused", file=file, reason=reason(refusal)), example)


def taken_back(file: str, gone: Gone, kept: Sequence[tuple[str, str]], kept_total: int) -> Reply:
    """What is gone and what stays; `kept` are (name, why)."""
    rows = tuple(words("import-kept-row", name=name, why=words(f"import-kept-{why}")) for name, why in kept)
    told = {each.name: getattr(gone, each.name) for each in fields(gone)}
    text = words(
        "import-undone",
        file=file,
        gone=tuple(words(f"import-gone-{what}", count=count) for what, count in told.items() if count),
        kept=kept_total,
        rows=rows,
    )
    return Reply(text)


def brief(text: Words) -> Words:
    """The same, short enough for one message whatever a file holds: long texts are cut, and so are long lists."""
    return Words(text.key, {name: _brief(value) for name, value in text.args.items()})


def _brief(value: Value) -> Value:
    match value:
        case Words():
            return brief(value)
        case str() if len(value) > _LONGEST_TEXT:
            return f"{value[: _LONGEST_TEXT - 1]}…"
        case tuple() if len(value) > _LONGEST_LIST:
            return (*(_brief(one) for one in value[:_LONGEST_LIST]), "…")
        case tuple():
            return tuple(_brief(one) for one in value)
        case _:
            return value


def _one_sheet(sheet: Sheet) -> Words | None:
    table = sheet.table
    return words("import-one-sheet", sheet=table.sheet, unread=table.other_sheets) if table.other_sheets else None


def _column(heading: str, column: Column) -> Words | str:
    """A heading with what it means, unless it says so itself."""
    if heading.strip() in CONTRACT:
        return heading
    return words("import-column", column=heading, meaning=words(f"column-{column}".replace("_", "-")))
