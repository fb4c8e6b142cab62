"""Rows of a list of customers: who is new, and what the file knows that the books do not."""

from typing import Any

from bot.actions.importing_people import People, Person
from bot.actions.importing_run import Batch, Counts, Run, Taken
from bot.actions.profile import GUARDED_YEARS
from bot.actions.unit import Unit
from bot.domain.birthday import Birthday, is_younger
from bot.domain.email import email_key
from bot.domain.refusals import Refusal
from bot.domain.rows import CustomerRow, RefusedRow
from storage import people as books
from storage.models import Guardian


def take(unit: Unit, run: Run, batch: Batch) -> Taken:
    people = People(
        unit, run, (item.verdict.who for item in batch if isinstance(item.verdict, CustomerRow)), details=True
    )
    created = updated = unchanged = 0
    refused: list[RefusedRow] = []
    for item in batch:
        if not isinstance(item.verdict, CustomerRow):
            refused += [item.verdict] if isinstance(item.verdict, RefusedRow) else []
            continue
        known, changes = people.newcomers, people.changes
        try:
            person = people.of(item.verdict.who)
        except Refusal as refusal:
            refused.append(item.refused(refusal))
            continue
        _learn(unit, people, person, item.verdict)
        if people.newcomers > known:
            created += 1
        elif people.changes > changes:
            updated += 1
        else:
            unchanged += 1
    new = people.write()
    run.journal(unit, people=new)
    counts = Counts(created, updated, unchanged, len(refused), len(new), kept=people.kept)
    return Taken(counts, tuple(refused))


def _learn(unit: Unit, people: People, person: Person, row: CustomerRow) -> None:
    told: list[tuple[str, str | None, dict[str, Any]]] = [
        ("address", row.address, {"address": row.address}),
        ("note", row.note, {"note": row.note}),
    ]
    if row.email is not None:
        email = email_key(row.email)
        told.append(("email", email, books.email_columns(unit.vault, email)))
    if row.birthday is not None and not _of_a_child(unit, person, row.birthday):
        told.append(("birthday", str(row.birthday), books.birthday_columns(unit.vault, row.birthday)))
    for detail, value, columns in told:
        if value is not None:
            people.learn(person, detail, value, columns)


def _of_a_child(unit: Unit, person: Person, birthday: Birthday) -> bool:
    """A birthday that nobody's guardian has agreed to keep (PIPA 22-2); the rest of the row is taken."""
    if not is_younger(birthday, GUARDED_YEARS, unit.today):
        return False
    return person.id == 0 or unit.session.get(Guardian, person.id) is None
