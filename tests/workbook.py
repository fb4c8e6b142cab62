"""Workbooks as Excel saves them, and as somebody makes them who means harm: written by hand, part by part."""

import io
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from xml.sax.saxutils import escape, quoteattr

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_KIND = "application/vnd.openxmlformats-officedocument.spreadsheetml"
HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'
# The styles below, by their place: as it is, a moment, a day, a time, a phone number with its lost zero.
_STYLES = f"""{HEAD}<styleSheet xmlns="{_MAIN}"><numFmts count="2">
<numFmt numFmtId="164" formatCode="yyyy-mm-dd hh:mm"/><numFmt numFmtId="165" formatCode="000-0000-0000"/></numFmts>
<cellXfs count="5"><xf numFmtId="0"/><xf numFmtId="164"/><xf numFmtId="14"/><xf numFmtId="20"/><xf numFmtId="165"/>
</cellXfs></styleSheet>"""

_HIDDEN = ' state="hidden"'

Cell = str | int | float | bool | date | datetime | time | None
Rows = Sequence[Sequence[Cell]]


def workbook(
    rows: Rows = (),
    *,
    top: int = 1,
    left: str = "A",
    merged: Sequence[str] = (),
    sheets: Mapping[str, Rows] | None = None,
    hidden: Sequence[str] = (),
    from_1904: bool = False,
    more: Mapping[str, str | bytes] | None = None,
) -> bytes:
    """A workbook with `rows` on one sheet that begins at row `top` and column `left`, or with several `sheets`.

    `more` are further parts of the archive, which replace those of the same name.
    """
    pages = sheets if sheets is not None else {"Sheet1": rows}
    numbers = range(1, len(pages) + 1)
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": _content_types(len(pages)),
        "_rels/.rels": _relations([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(list(pages), hidden, from_1904=from_1904),
        "xl/_rels/workbook.xml.rels": _relations(
            [*(("worksheet", f"worksheets/sheet{number}.xml") for number in numbers), ("styles", "styles.xml")]
        ),
        "xl/styles.xml": _STYLES,
    }
    day_zero = date(1904, 1, 1) if from_1904 else date(1899, 12, 30)
    for number, page in zip(numbers, pages.values(), strict=True):
        lines = [_row(top + index, left, cells, day_zero) for index, cells in enumerate(page)]
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet_xml("".join(lines), merged)
    return archive({**parts, **(more or {})})


def sheet_xml(rows: str, merged: Sequence[str] = ()) -> str:
    """A sheet part from the XML of its rows."""
    joined = "".join(f"<mergeCell ref={quoteattr(place)}/>" for place in merged)
    joined = f'<mergeCells count="{len(merged)}">{joined}</mergeCells>' if merged else ""
    return f'{HEAD}<worksheet xmlns="{_MAIN}"><sheetData>{rows}</sheetData>{joined}</worksheet>'


def archive(parts: Mapping[str, str | bytes]) -> bytes:
    """An archive of these files."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in parts.items():
            target.writestr(name, content)
    return packed.getvalue()


def text(place: str, content: str) -> str:
    """The XML of one cell with a text."""
    return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(content)}</t></is></c>'


def _row(number: int, left: str, cells: Sequence[Cell], day_zero: date) -> str:
    filled = (_cell(f"{chr(ord(left) + index)}{number}", cell, day_zero) for index, cell in enumerate(cells))
    return f'<row r="{number}">{"".join(filled)}</row>'


def _cell(place: str, cell: Cell, day_zero: date) -> str:
    match cell:
        case None:
            return f'<c r="{place}" s="0"/>'
        case str() if cell.startswith("="):
            formula, _, value = cell[1:].partition(" -> ")
            kind = "" if value else ' t="str"'
            return f'<c r="{place}"{kind}><f>{escape(formula)}</f><v>{value}</v></c>'
        case str():
            return text(place, cell)
        case bool():
            return f'<c r="{place}" t="b"><v>{int(cell)}</v></c>'
        case datetime():
            serial = (cell - datetime.combine(day_zero, time(0))) / timedelta(days=1)
            return f'<c r="{place}" s="1"><v>{serial!r}</v></c>'
        case date():
            return f'<c r="{place}" s="2"><v>{(cell - day_zero).days}</v></c>'
        case time():
            return f'<c r="{place}" s="3"><v>{(cell.hour * 60 + cell.minute) / 1440!r}</v></c>'
        case _:
            style = ' s="4"' if 1_000_000_000 <= cell < 2_000_000_000 else ""
            return f'<c r="{place}"{style}><v>{cell!r}</v></c>'


def _book(names: Sequence[str], hidden: Sequence[str], *, from_1904: bool) -> str:
    pages = "".join(
        f'<sheet name={quoteattr(name)} sheetId="{number}" r:id="rId{number}"{_HIDDEN if name in hidden else ""}/>'
        for number, name in enumerate(names, 1)
    )
    base = '<workbookPr date1904="1"/>' if from_1904 else "<workbookPr/>"
    return f'{HEAD}<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}">{base}<sheets>{pages}</sheets></workbook>'


def _relations(targets: Sequence[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(targets, 1)
    )
    return f'{HEAD}<Relationships xmlns="{_RELATIONS}">{lines}</Relationships>'


def _content_types(sheets: int) -> str:
    pages = "".join(
        f'<Override PartName="/xl/worksheets/sheet{number}.xml" ContentType="{_KIND}.worksheet+xml"/>'
        for number in range(1, sheets + 1)
    )
    return (
        f'{HEAD}<Types xmlns="{_TYPES}"><Default Extension="rels" '
        'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{_KIND}.sheet.main+xml"/>'
        f'<Override PartName="/xl/styles.xml" ContentType="{_KIND}.styles+xml"/>{pages}</Types>'
    )
