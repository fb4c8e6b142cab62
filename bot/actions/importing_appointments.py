"""Rows of a list of bookings: new ones, and what has become of those that are in the books."""

from bot.actions.importing_people import People, Person
from bot.actions.importing_run import Batch, Counts, Item, Run, Taken
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.domain.rows import AppointmentRow, RefusedRow
from bot.domain.states import AppointmentState
from storage import importing
from storage.models import Appointment
from storage.writing import new_public_id

New = tuple[Item, AppointmentRow, Person]


def take(unit: Unit, run: Run, batch: Batch) -> Taken:
    """Write the bookings that are not in the books yet; a booked one may come to its end by the file."""
    there = importing.appointments_of_rows(unit.session, [item.tag for item in batch if item.tag])
    refused = [item.verdict for item in batch if isinstance(item.verdict, RefusedRow)]
    told = [(item, item.verdict) for item in batch if isinstance(item.verdict, AppointmentRow)]
    people = People(unit, run, [row.who for item, row in told if item.tag not in there])
    new: list[New] = []
    ended: list[int] = []
    for item, row in told:
        known = there.get(item.tag)
        if known is not None:
            ended += _end(unit, known, row.state)
            continue
        try:
            new.append((item, row, people.of(row.who)))
        except Refusal as refusal:
            refused.append(item.refused(refusal))
    new_people = people.write()
    fresh = _leave_out_known(unit, run, new, ended)
    ids = list(importing.new_ids(unit.session, Appointment, len(fresh)))
    rows = [
        {
            "id": row_id,
            "public_id": new_public_id(),
            "customer_id": person.id,
            "at": row.at,
            "service": row.service or "",
            "with_whom": row.staff,
            "state": row.state or AppointmentState.BOOKED,
            "made_at": unit.now,
            "import_tag": item.tag,
        }
        for row_id, (item, row, person) in zip(ids, fresh, strict=True)
    ]
    importing.write_rows(unit.session, Appointment, rows)
    run.journal(unit, people=new_people, appointments=ids, ended_appointments=ended)
    unchanged = len(there) + len(new) - len(fresh) - len(ended)
    counts = Counts(len(fresh), len(ended), unchanged, len(refused), len(new_people))
    return Taken(counts, tuple(sorted(refused, key=lambda one: one.line_no)))


def _leave_out_known(unit: Unit, run: Run, bookings: list[New], ended: list[int]) -> list[New]:
    """What was booked in the chat is known from now on by the rows of a file that has it too; and so is what an earlier
    file had that names the person in another way. Returns the others.
    """
    there = importing.appointments_of(unit.session, {person.id for *_, person in bookings})
    told = [one for one in there if one.import_tag is None or one.import_tag not in run.given]
    fresh = []
    for item, row, person in bookings:
        what = (person.id, importing.minute(row.at), row.service or "")
        same = next((one for one in told if (one.customer_id, importing.minute(one.at), one.service) == what), None)
        if same is None:
            fresh.append((item, row, person))
            continue
        told.remove(same)
        same.import_tag = same.import_tag or item.tag
        unit.session.add(same)
        ended += _end(unit, same, row.state)
    return fresh


def _end(unit: Unit, booking: Appointment, state: AppointmentState | None) -> list[int]:
    """A booking that is still open takes the state of the file; one that has ended stays as it ended."""
    if state is None or booking.state != AppointmentState.BOOKED or state is AppointmentState.BOOKED:
        return []
    booking.state = state
    unit.session.add(booking)
    return [booking.id or 0]
