"""The people of a batch of rows: found by phone, member number or an unambiguous name, or written down anew.

Two people are never made one. A number that the books give to somebody of another name, two numbers of two people, a
name that several have: such a row is refused. Only somebody of whom nothing but the name is known is taken to be the
one person of that name who comes with a number later.
"""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from bot.actions.entries import write_entry
from bot.actions.importing_run import Run
from bot.actions.unit import Unit
from bot.domain.refusals import Refusal
from bot.domain.rows import Who
from bot.understanding.names import key
from storage import erased_marks, importing, people
from storage.importing import BY_IMPORT, Known
from storage.models import Confirmation, Customer
from storage.writing import new_public_id

CONFIRMED = ("phone", "email", "birthday", "address")
_EMPTY: dict[str, Any] = {
    **dict.fromkeys((*importing.DETAILS, "phone_tag", "phone_last4_tag", "email_tag", "member_tag", "birthday_tag")),
    "phone_kind": "none",
    "quiet": False,
    "visit_days": 0,
    "year_visits": 0,
    "spent_minor": 0,
}


@dataclass(slots=True, eq=False)
class Person:
    """Somebody of the batch; `id` is 0 until a new person is written. `columns` are those that change, `before` says
    what their details were.
    """

    id: int
    public_id: str | None = None
    phone_tag: bytes | None = None
    member_tag: bytes | None = None
    has_phone: bool = False
    details: dict[str, str | None] = field(default_factory=dict)
    columns: dict[str, Any] = field(default_factory=dict)
    before: dict[str, str | None] = field(default_factory=dict)

    @property
    def has_number(self) -> bool:
        return self.has_phone or self.member_tag is not None


class People:
    """Finds the people of one batch and writes what became of them. `details` reads what is known of each in full."""

    def __init__(self, unit: Unit, run: Run, whos: Iterable[Who], *, details: bool = False) -> None:
        self._unit = unit
        self._run = run
        self._details = details
        self._new: list[Person] = []
        self._persons: dict[int, Person] = {}
        self._by_id: dict[int, Person] = {}
        self._by_phone: dict[bytes, Person] = {}
        self._by_member: dict[bytes, Person] = {}
        self._by_public_id: dict[str, Person] = {}
        self._named_now: dict[str, list[Person]] = {}
        self._names: dict[Person, str] = {}
        self._answers: dict[tuple[str, ...], Person | Refusal] = {}
        self._erased: set[bytes] = set()
        self.changes = 0
        self.kept = 0
        run.names.refresh(unit.session)
        distinct = {who.key: who for who in whos}
        if not details:
            for known_key in distinct.keys() & run.found.keys():
                self._answers[known_key] = self._person(run.found[known_key])
        self._load([who for known_key, who in distinct.items() if known_key not in self._answers])

    @property
    def newcomers(self) -> int:
        return len(self._new)

    @property
    def found(self) -> dict[tuple[str, ...], int]:
        """Whom the numbers of this batch have found; a name alone may come to mean two people later."""
        return {
            who: answer.id for who, answer in self._answers.items() if isinstance(answer, Person) and (who[1] or who[2])
        }

    def of(self, who: Who) -> Person:
        """The person of a row. Raises Refusal: row-which-person, row-other-name, row-two-people, row-no-name."""
        answer = self._answers.get(who.key)
        if answer is None:
            try:
                answer = self._find(who)
            except Refusal as refusal:
                answer = refusal
            self._answers[who.key] = answer
        if isinstance(answer, Refusal):
            raise Refusal(answer.name, **answer.facts)
        return answer

    def learn(self, person: Person, detail: str, value: str, columns: dict[str, Any]) -> bool:
        """Take a detail over, unless it was confirmed by word of mouth, which is newer than any file.

        Returns whether it was new.
        """
        old = person.details.get(detail)
        if old == value:
            return False
        if old is not None and (person.id, detail) in self._confirmed:
            self.kept += 1
            return False
        if person.id:
            person.before.setdefault(detail, old)
        person.details[detail] = value
        person.columns.update(columns)
        self.changes += 1
        return True

    def write(self) -> list[int]:
        """Write new people and changed details; everybody of the batch has an id then. Returns the new ids."""
        changed = [person for person in self._by_id.values() if person.before]
        for person in changed:
            if person.before.get("phone"):
                # Somebody else of this batch may have the number now.
                importing.change_row(self._unit.session, Customer, person.id, {"phone_tag": None})
        for person in changed:
            self._write_changed(person)
        self._write_new()
        return [person.id for person in self._new]

    def _load(self, whos: Collection[Who]) -> None:
        tags, session = self._run.tags, self._unit.session
        phones = {tags.phone(who.phone) for who in whos if who.phone}
        members = {tags.member(who.member_no) for who in whos if who.member_no}
        own = {who.public_id for who in whos if who.public_id}
        for known in importing.people_by_numbers(session, phones, members, details=self._details):
            self._know(known)
        for known in importing.people_by_public_ids(session, own, details=self._details):
            self._know(known)
        ids: set[int] = set()
        for who in whos:
            if who.name and who.public_id is None and self._by_number(who) == (None, None):
                called = self._run.names.called(key(who.name))
                ids |= set(called) if len(called) == 1 else set()
                ids |= {self._run.former_phones.get(tags.phone(who.phone), 0)} if who.phone else set()
        for known in importing.people_by_ids(session, ids - self._by_id.keys(), details=self._details):
            self._know(known)
        if erased_marks.any_there(session, self._unit.now):
            wanted = {mark for who in whos for mark in _marks(self._unit, who)}
            self._erased = erased_marks.among(session, wanted, self._unit.now)
        self._confirmed = importing.confirmed_otherwise(session, self._by_id.keys()) if self._details else set()

    def _know(self, known: Known) -> None:
        person = self._by_id[known.id] = self._person(known.id)
        person.phone_tag, person.member_tag, person.has_phone = known.phone_tag, known.member_tag, known.has_phone
        person.public_id = known.public_id
        person.details = known.details
        self._names[person] = self._run.names.name_of(known.id)
        self._register(person)

    def _person(self, row_id: int) -> Person:
        """The one object of a person, in whichever way they come into the batch."""
        person = self._persons.get(row_id)
        if person is None:
            person = self._persons[row_id] = Person(row_id)
        return person

    def _register(self, person: Person) -> None:
        if person.phone_tag is not None:
            self._by_phone[person.phone_tag] = person
        if person.member_tag is not None:
            self._by_member[person.member_tag] = person
        if person.public_id is not None:
            self._by_public_id[person.public_id] = person

    def _by_number(self, who: Who) -> tuple[Person | None, Person | None]:
        tags = self._run.tags
        return (
            self._by_phone.get(tags.phone(who.phone)) if who.phone else None,
            self._by_member.get(tags.member(who.member_no)) if who.member_no else None,
        )

    def _find(self, who: Who) -> Person:
        if who.public_id is not None:
            return self._by_own_number(who, who.public_id)
        by_phone, by_member = self._by_number(who)
        if by_phone and by_member and by_phone is not by_member:
            raise Refusal("row-two-people")
        if person := by_member or by_phone:
            return self._checked(person, who)
        if who.name is None:
            if who.member_no is None:
                raise Refusal("row-no-name" if self._details else "row-unknown-person")
            # A card is all that is known of this person, so they go by its number.
            return self._create(who, who.member_no)
        if former := self._formerly(who):
            return former
        name = key(who.name)
        total, only = self._called(name)
        if who.phone is None and who.member_no is None:
            return self._by_name_alone(who, name, total, only)
        if total == 1 and only and not only.has_number and not self._run.told.is_shared(name):
            return self._with_numbers(only, who)
        return self._create(who, who.name)

    def _checked(self, person: Person, who: Who) -> Person:
        """Somebody found by a number, if nothing else in the row speaks against it."""
        if who.name is not None and not self._goes_by(person, key(who.name)):
            if who.member_no is None or self._names[person] != key(who.member_no):
                raise Refusal("row-other-name")
            self._give_name(person, who.member_no, who.name)
        member_tag = self._run.tags.member(who.member_no) if who.member_no else None
        if member_tag and person.member_tag and person.member_tag != member_tag:
            raise Refusal("row-two-people")
        return self._with_numbers(person, who)

    def _goes_by(self, person: Person, told: str) -> bool:
        """Whether they are called so, or have been: in full, in part (수연), or with the surname in front."""
        known = self._names[person]
        if told == known or told in self._run.former_names.get(person.id, ()):
            return True
        shorter, longer = sorted((told, known), key=len)
        return (len(shorter) >= 2 and shorter in longer) or (len(told) == len(known) and told in known + known)

    def _with_numbers(self, person: Person, who: Who) -> Person:
        """The person, with the numbers of the row that the books have not got yet.

        A list of customers may also bring a newer phone number for somebody who was found by their member number.
        """
        vault, tags = self._unit.vault, self._run.tags
        if who.phone and (self._details or not person.has_phone):
            columns = people.phone_columns(vault, who.phone)
            if self.learn(person, "phone", who.phone.e164, columns):
                self._by_phone.pop(person.phone_tag or b"", None)
                person.phone_tag, person.has_phone = columns["phone_tag"], True
        if who.member_no and person.member_tag is None:
            person.member_tag = tags.member(who.member_no)
            self.learn(person, "member_no", who.member_no, people.member_columns(vault, who.member_no))
        self._register(person)
        return person

    def _formerly(self, who: Who) -> Person | None:
        """Who had this number before, if it is their name too: numbers are given to somebody else after a while."""
        if who.phone is None or who.name is None:
            return None
        person = self._by_id.get(self._run.former_phones.get(self._run.tags.phone(who.phone), 0))
        if person is None or not self._goes_by(person, key(who.name)):
            return None
        self.kept += 1
        return person

    def _by_own_number(self, who: Who, public_id: str) -> Person:
        """Somebody of an export of this shop, or of another one whose books come in here: there they keep that name.

        A phone number beside it is theirs and finds somebody else (docs/decisions/0004).
        """
        if person := self._by_public_id.get(public_id):
            if who.name is not None and not self._goes_by(person, key(who.name)):
                raise Refusal("row-other-name")
            return person
        if who.name is None:
            raise Refusal("row-no-name" if self._details else "row-unknown-person")
        self._not_forgotten(who)
        person = self._create(Who(who.name), who.name)
        person.public_id = person.columns["public_id"] = public_id
        if who.phone is not None:
            columns = people.phone_columns(self._unit.vault, who.phone)
            self.learn(person, "phone", who.phone.e164, {**columns, "phone_tag": None})
            person.has_phone = True
        self._register(person)
        return person

    def _called(self, name: str) -> tuple[int, Person | None]:
        """How many have this name, and the person if it is one."""
        ids, now = self._run.names.called(name), self._named_now.get(name, [])
        total = len(ids) + len(now)
        if total != 1:
            return total, None
        return total, now[0] if now else self._by_id.get(ids[0])

    def _by_name_alone(self, who: Who, name: str, total: int, only: Person | None) -> Person:
        if total > 1 or self._run.told.is_shared(name):
            raise Refusal("row-which-person")
        if only is None:
            return self._create(who, who.name or "")
        number = self._run.told.number_of(name)
        if number and only.has_number and number not in (only.phone_tag, only.member_tag):
            # The file knows somebody of this name with another number, so there are two.
            raise Refusal("row-which-person")
        return only

    def _not_forgotten(self, who: Who) -> None:
        """Raises Refusal row-person-erased for a number of somebody who has asked to be forgotten."""
        if self._erased and self._erased.intersection(_marks(self._unit, who)):
            raise Refusal("row-person-erased")

    def _create(self, who: Who, name: str) -> Person:
        self._not_forgotten(who)
        person = Person(0, details={"name": name}, columns={"name": name})
        self._new.append(person)
        self._names[person] = key(name)
        self._named_now.setdefault(key(name), []).append(person)
        return self._with_numbers(person, who)

    def _give_name(self, person: Person, card: str, name: str) -> None:
        """Somebody who went by their card has a name now."""
        self._unit.names_changed = True
        person.details["name"] = card
        self.learn(person, "name", name, {"name": name, "name_version": people.next_name_version(self._unit.session)})
        self._names[person] = key(name)
        self._named_now.setdefault(key(name), []).append(person)

    def _write_new(self) -> None:
        if not self._new:
            return
        unit = self._unit
        unit.names_changed = True
        version = people.next_name_version(unit.session)
        ids = importing.new_ids(unit.session, Customer, len(self._new))
        for person, row_id in zip(self._new, ids, strict=True):
            person.id = row_id
        rows = [
            {
                **_EMPTY,
                "public_id": new_public_id(),
                **person.columns,
                "id": person.id,
                "name_version": version,
                "created_at": unit.now,
            }
            for person in self._new
        ]
        importing.write_rows(unit.session, Customer, rows)
        fresh = [
            {"customer_id": person.id, "detail": detail, "at": unit.now, "by": "shop", "how": BY_IMPORT}
            for person in self._new
            for detail in CONFIRMED
            if detail in person.details
        ]
        importing.write_rows(unit.session, Confirmation, fresh)

    def _write_changed(self, person: Person) -> None:
        unit = self._unit
        importing.change_row(unit.session, Customer, person.id, person.columns)
        for detail, old in person.before.items():
            confirmed = people.confirmation(unit.session, person.id, detail)
            write_entry(
                unit,
                f"{detail}_changed",
                customer_id=person.id,
                subject_id=self._run.entry_id,
                before={"value": old, "confirmed_at": confirmed.at.isoformat() if confirmed else None},
                after={"value": person.details[detail]},
            )
            if detail in CONFIRMED:
                people.confirm(unit.session, person.id, detail, unit.now, by="shop", how=BY_IMPORT)


def _marks(unit: Unit, who: Who) -> Iterator[bytes]:
    """The marks that a row's person would have left behind on being forgotten."""
    told = {
        "phone": who.phone.e164 if who.phone else None,
        "member_no": who.member_no,
        "public_id": who.public_id,
    }
    for sort, value in told.items():
        if value:
            yield erased_marks.tag(unit.vault, sort, value)
