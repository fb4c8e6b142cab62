"""From the cells of a row to what it says, or to the name of the reason why it cannot be taken."""

from collections.abc import Callable

from bot.domain.birthday import parse_birthday
from bot.domain.cells import is_blank
from bot.domain.csv_reading import Row
from bot.domain.email import parse_email
from bot.domain.headings import Column, SheetKind
from bot.domain.refusals import Refusal
from bot.domain.row_cells import Reading
from bot.domain.rows import AppointmentRow, CustomerRow, OrderRow, RefusedRow, RowValue, Verdict, VisitRow, Who
from bot.domain.states import parse_appointment_state, parse_order_state
from bot.domain.visits import check_visit_day


def read_row(row: Row, reading: Reading) -> Verdict:
    """What the row says, or why it was refused; never raises for anything that a file can hold."""
    try:
        if row.broken:
            raise Refusal(row.broken)
        width = len(reading.columns.headings)
        if len(row.cells) > width and any(not is_blank(cell) for cell in row.cells[width:]):
            # More cells than headings: a comma in an amount without quotes has moved everything after it.
            raise Refusal("row-too-wide")
        return _READERS[reading.columns.kind](row, reading)
    except Refusal as refusal:
        return RefusedRow(row.line_no, row.cells, refusal.name, refusal.facts)


def read_customer_row(row: Row, reading: Reading) -> CustomerRow:
    """Raises Refusal: row-nobody, text-too-long, and those of name, phone, e-mail and birthday."""
    birthday = reading.figure(row.cells, Column.BIRTHDAY)
    email = reading.cell(row.cells, Column.EMAIL)
    return CustomerRow(
        line_no=row.line_no,
        who=_somebody(row, reading),
        email=None if email is None else parse_email(email.strip()),
        birthday=None if birthday is None else parse_birthday(birthday, today=reading.today, order=reading.order),
        address=reading.text(row.cells, Column.ADDRESS),
        note=reading.note(row.cells, Column.NOTE),
    )


def read_visit_row(row: Row, reading: Reading) -> VisitRow:
    """A visit may be nobody's: a cash sale. Raises Refusal: row-no-date, and those of dates, money and visits."""
    at = reading.moment(row.cells, Column.VISITED_AT)
    if at is None:
        raise Refusal("row-no-date")
    line, rounded = reading.line(row.cells)
    paid_by, unpaid = reading.paid_by(row.cells, line.amount_minor)
    return VisitRow(
        line_no=row.line_no,
        who=reading.who(row.cells),
        at=at,
        on=check_visit_day(at.astimezone(reading.zone).date(), reading.today),
        line=line,
        paid_by=paid_by,
        unpaid_minor=unpaid,
        rounded=rounded,
    )


def read_order_row(row: Row, reading: Reading) -> OrderRow:
    """Raises Refusal: row-nobody, row-no-date, promise-before-received, unpaid-above-amount, status-unknown, and those
    of dates, money and visits.
    """
    received_at = reading.moment(row.cells, Column.RECEIVED_AT)
    if received_at is None:
        raise Refusal("row-no-date")
    on = check_visit_day(received_at.astimezone(reading.zone).date(), reading.today)
    promised_at = reading.moment(row.cells, Column.PROMISED_AT, ahead=True)
    if promised_at is not None and (day := promised_at.astimezone(reading.zone).date()) < on:
        raise Refusal("promise-before-received", day=day)
    line, rounded = reading.line(row.cells)
    unpaid, unpaid_rounded = reading.money(row.cells, Column.UNPAID)
    if unpaid is not None and (unpaid < 0 or unpaid > line.amount_minor > 0):
        raise Refusal("unpaid-above-amount")
    state = reading.cell(row.cells, Column.STATUS)
    return OrderRow(
        line_no=row.line_no,
        who=_somebody(row, reading),
        received_at=received_at,
        on=on,
        line=line,
        tag=reading.number_text(row.cells, Column.TAG),
        promised_at=promised_at,
        state=None if state is None else parse_order_state(state),
        unpaid_minor=unpaid,
        note=reading.note(row.cells, Column.NOTE),
        rounded=rounded or unpaid_rounded,
    )


def read_appointment_row(row: Row, reading: Reading) -> AppointmentRow:
    """Raises Refusal: row-nobody, row-no-date, status-unknown, and those of dates."""
    at = reading.moment(row.cells, Column.AT, ahead=True)
    if at is None:
        raise Refusal("row-no-date")
    state = reading.cell(row.cells, Column.STATUS)
    return AppointmentRow(
        line_no=row.line_no,
        who=_somebody(row, reading),
        at=at,
        service=reading.text(row.cells, Column.SERVICE),
        staff=reading.text(row.cells, Column.STAFF),
        state=None if state is None else parse_appointment_state(state),
    )


def _somebody(row: Row, reading: Reading) -> Who:
    who = reading.who(row.cells)
    if who.is_nobody:
        raise Refusal("row-nobody")
    return who


_READERS: dict[SheetKind, Callable[[Row, Reading], RowValue]] = {
    SheetKind.CUSTOMERS: read_customer_row,
    SheetKind.VISITS: read_visit_row,
    SheetKind.ORDERS: read_order_row,
    SheetKind.APPOINTMENTS: read_appointment_row,
}
