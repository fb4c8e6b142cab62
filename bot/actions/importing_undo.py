"""Taking an import back, batch by batch and the newest first: what it wrote goes, what it changed is as it was.

What people have done since is theirs: a person whom the books need by now, an order that has moved, a detail that was
corrected stay as they are and are named.
"""

from collections.abc import Collection
from dataclasses import dataclass, field, fields
from datetime import datetime

from bot.actions import profile, tabs
from bot.actions.importing_run import BATCH
from bot.actions.unit import Unit
from bot.domain.phone import parse_phone
from storage import import_undo, journal, people, removal
from storage.importing import BY_IMPORT, DETAILS
from storage.models import Customer, JournalEntry

_CHANGED = {f"{detail}_changed": detail for detail in DETAILS}
_DEEDS = (BATCH, *_CHANGED)
_DETAILS_A_STEP = 50
_BOOKED = "booked"


@dataclass(frozen=True, slots=True)
class Gone:
    """How much was taken back: people, visits, orders, bookings that are gone, and details that are as they were."""

    people: int = 0
    visits: int = 0
    orders: int = 0
    appointments: int = 0
    details: int = 0

    def __add__(self, other: "Gone") -> "Gone":
        return Gone(*(getattr(self, each.name) + getattr(other, each.name) for each in fields(self)))


@dataclass(slots=True)
class Step:
    """What one step came to. `kept` are (person, why) that stay; `touched` are those whose visits have changed."""

    gone: Gone = Gone()
    kept: list[tuple[int, str]] = field(default_factory=list)
    touched: set[int] = field(default_factory=set)


def undo_some(unit: Unit, entry_id: int) -> Step | None:
    """Take the newest standing part of the import back; None when nothing of it stands any more."""
    unit.permit("import")
    entries = import_undo.newest_standing(unit.session, entry_id, _DEEDS, _DETAILS_A_STEP)
    if not entries:
        return None
    if entries[0].deed == BATCH:
        entries = entries[:1]
        step = _Batch(unit, entry_id, entries[0]).undo()
    else:
        # Up to the next batch, which has to wait for its turn.
        end = next((at for at, entry in enumerate(entries) if entry.deed == BATCH), len(entries))
        entries = entries[:end]
        step = Step()
        for entry in entries:
            _detail(unit, entry, step)
    import_undo.mark_undone(unit.session, entries, unit.now)
    return step


def _detail(unit: Unit, entry: JournalEntry, step: Step) -> None:
    """A detail that the import changed gets its old value back, if it still has the new one."""
    customer = unit.session.get(Customer, entry.customer_id) if entry.customer_id else None
    if customer is None:
        return
    detail = _CHANGED[entry.deed]
    before, after = journal.before(unit.vault, entry), journal.after(unit.vault, entry)
    old, customer_id = before.get("value"), customer.id or 0
    if getattr(customer, detail) != after.get("value") or _is_taken(unit, customer, detail, old):
        step.kept.append((customer_id, "detail"))
        return
    if detail == "member_no":
        people.set_member_no(unit.session, unit.vault, customer, old)
    elif detail == "note":
        customer.note = old
        unit.session.add(customer)
    else:
        profile.write(unit, customer, detail, old)
    unit.session.flush()
    if confirmed_at := before.get("confirmed_at"):
        moment = datetime.fromisoformat(confirmed_at)
        people.confirm(unit.session, customer_id, detail, moment, by="shop", how=BY_IMPORT)
    else:
        people.unconfirm(unit.session, customer_id, detail)
    step.gone += Gone(details=1)


def _is_taken(unit: Unit, customer: Customer, detail: str, old: str | None) -> bool:
    """Whether the number that was theirs is somebody else's by now."""
    if old is None or detail not in ("phone", "member_no"):
        return False
    if detail == "phone":
        other = people.by_phone(unit.session, unit.vault, parse_phone(old))
    else:
        other = people.by_member_no(unit.session, unit.vault, old)
    return other is not None and other.id != customer.id


class _Batch:
    """One batch on its way back: what happened before whom it happened to."""

    def __init__(self, unit: Unit, entry_id: int, entry: JournalEntry) -> None:
        self._unit = unit
        self._session = unit.session
        self._entry_id = entry_id
        self._before = journal.before(unit.vault, entry)
        self._after = journal.after(unit.vault, entry)
        self._step = Step()

    def undo(self) -> Step:
        self._appointments()
        self._orders()
        self._visits()
        self._people()
        return self._step

    def _ids(self, kind: str) -> list[int]:
        ids: list[int] = self._after.get(kind, [])
        return ids

    def _changed(self, ids: Collection[int], deed_like: str) -> set[int]:
        return import_undo.subjects_changed(self._session, ids, self._entry_id, deed_like)

    def _paid(self, kind: str) -> set[int]:
        """The visits or orders of which something that was owed has been paid since."""
        entries = import_undo.later_entries(self._session, self._entry_id, tabs.PAID)
        parts = [part for entry in entries for part in journal.after(self._unit.vault, entry)["parts"]]
        return {one for what, one, _ in parts if what == kind}

    def _appointments(self) -> None:
        ids, ended = self._ids("appointments"), self._ids("ended_appointments")
        changed = self._changed([*ids, *ended], "appointment\\_%")
        for booking in import_undo.appointments(self._session, [*ids, *ended]):
            if booking.id in changed:
                self._step.kept.append((booking.customer_id, "appointment"))
            elif booking.id in ended:
                booking.state = _BOOKED
                self._session.add(booking)
        self._session.flush()
        gone = [one for one in ids if one not in changed]
        import_undo.drop_appointments(self._session, gone)
        self._step.gone += Gone(appointments=len(gone))

    def _orders(self) -> None:
        ids = self._ids("orders")
        before: dict[str, dict[str, object]] = self._before.get("orders", {})
        items = import_undo.order_items(self._session, self._ids("order_items"))
        concerned = {*ids, *map(int, before), *(item.order_id for item in items)}
        moved = self._changed(concerned, "order\\_%") | self._paid("order")
        gone = []
        for order in import_undo.orders(self._session, concerned):
            order_id = order.id or 0
            if order_id in moved or (order_id in ids and (order.ready_at or order.handed_over_at)):
                self._step.kept.append((order.customer_id, "order"))
            elif order_id in ids:
                gone.append(order_id)
            else:
                mine = [item for item in items if item.order_id == order_id]
                order.amount_minor = max(order.amount_minor - sum(item.amount_minor for item in mine), 0)
                for item in mine:
                    self._session.delete(item)
                self._session.flush()
                if was := before.get(str(order_id)):
                    self._give_back(order_id, was)
        import_undo.drop_orders(self._session, gone)
        self._step.gone += Gone(orders=len(gone))

    def _give_back(self, order_id: int, was: dict[str, object]) -> None:
        promised = was.get("promised")
        columns = {
            "state": was["state"],
            "unpaid_minor": was["unpaid"],
            "promised_at": datetime.fromisoformat(str(promised)) if promised else None,
            "note": was.get("note"),
        }
        states = was.get("items")
        items = {int(item): str(state) for item, state in states.items()} if isinstance(states, dict) else {}
        import_undo.set_order(self._session, order_id, columns, items)

    def _visits(self) -> None:
        ids = self._ids("visits")
        there = import_undo.visits(self._session, ids)
        # Orders that were there before these visits are without one again.
        import_undo.part_from_visits(self._session, self._ids("opened"))
        needed = import_undo.visits_needed(self._session, ids) | (self._paid("visit") & set(ids))
        # Lines that a later file has added to these visits are not this import's to take away.
        others = self._lines_of_later_imports() if there else set()
        shared: dict[int, int] = {}
        if others:
            for line, visit, amount in import_undo.lines_of_visits(self._session, ids):
                if line in others:
                    shared[visit] = shared.get(visit, 0) + amount
            mine = [line for line, visit, _ in import_undo.lines_of_visits(self._session, shared) if line not in others]
            import_undo.drop_lines(self._session, mine)
            for visit, amount in shared.items():
                import_undo.keep_visit_at(self._session, visit, amount)
        for visit in needed & there.keys():
            if (owner := there[visit]) is not None:
                self._step.kept.append((owner, "visit"))
        gone = [visit for visit in there if visit not in needed and visit not in shared]
        import_undo.drop_visits(self._session, gone)
        import_undo.drop_lines(self._session, self._ids("lines"))
        raised: list[list[int]] = self._before.get("raised", [])
        for visit, amount, unpaid in raised:
            import_undo.lower_visit(self._session, visit, amount, unpaid)
        rest = import_undo.visits(self._session, [visit for visit, amount, _ in raised if amount])
        emptied = rest.keys() - {visit for _, visit, _ in import_undo.lines_of_visits(self._session, rest)}
        import_undo.drop_visits(self._session, emptied)
        self._step.touched |= {owner for owner in (*there.values(), *rest.values()) if owner is not None}
        self._step.gone += Gone(visits=len(gone) + len(emptied))

    def _lines_of_later_imports(self) -> set[int]:
        entries = import_undo.later_batches(self._session, self._entry_id, BATCH)
        return {line for entry in entries for line in journal.after(self._unit.vault, entry).get("lines", [])}

    def _people(self) -> None:
        ids = self._ids("people")
        tied = removal.tied(self._session, ids)
        changed = removal.changed_since(self._session, ids, self._entry_id) - tied
        self._step.kept += [(one, "needed") for one in sorted(tied)] + [(one, "changed") for one in sorted(changed)]
        gone = [one for one in ids if one not in tied and one not in changed]
        removal.remove(self._session, gone, self._unit.now)
        self._unit.names_changed |= bool(gone)
        self._step.touched -= set(gone)
        self._step.gone += Gone(people=len(gone))
