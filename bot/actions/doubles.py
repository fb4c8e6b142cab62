"""One person who stands in the books twice: found with the evidence, made one, and two again."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from itertools import combinations
from typing import Any

from bot.actions.entries import UNDO_FOR, write_entry
from bot.actions.people import WhoIsMeant, chosen, last4, who_is_meant
from bot.actions.unit import Unit
from bot.domain.doubles import Entry, Sign, signs
from bot.domain.outgoing import Money
from bot.domain.phone import PhoneKind
from bot.domain.refusals import Refusal
from bot.understanding.asks.people import Merge
from bot.understanding.names import MatchKind, NameIndex, key
from storage import doubles, journal, linking, people
from storage.models import Customer, JournalEntry

MERGED = "made_one"
TWO = "said_to_be_two"
# In a bigger group of one name or one ending number nobody is compared: that is a common name and no double.
_MOST_IN_GROUP = 12
_LONGEST_NOTE = 300
_PHONE = ("phone", "phone_tag", "phone_last4_tag", "phone_kind")
_MEMBER = ("member_no", "member_tag")
_OWN = (
    "public_id", "name", "phone", "phone_tag", "phone_last4_tag", "phone_kind", "email", "email_tag", "member_no",
    "member_tag", "birthday", "birthday_tag", "address", "note", "preferences", "language", "quiet",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Side:
    """One of two entries."""

    public_id: str
    name: str
    phone: str | None
    last4: str
    visits: int
    last_on: date | None
    spent: Money


@dataclass(frozen=True, slots=True)
class Pair:
    """Two entries that may be one person; the first is the one that would stay. `total` pairs are left to look at."""

    keep: Side
    other: Side
    signs: tuple[Sign, ...]
    total: int


@dataclass(frozen=True, slots=True)
class MadeOne:
    """Two entries are one, or (taken back, without `undo`) two again."""

    undo: str
    name: str
    last4: str
    visits: int
    spent: Money


def likely(unit: Unit) -> Pair | None:
    """The likeliest pair that nobody has decided about; None where there is none."""
    unit.permit("make two one")
    settled = doubles.said_to_be_two(unit.session, TWO)
    found: dict[tuple[int, int], tuple[Sign, ...]] = {}
    for one, other in _pairs(doubles.entries(unit.session)):
        ids = (min(one.id, other.id), max(one.id, other.id))
        if ids in settled or ids in found:
            continue
        same = key(one.name) == key(other.name)
        evidence = signs(one, other, same_name=same, like_name=same or _sounds_like(one.name, other.name))
        if evidence:
            found[ids] = evidence
    if not found:
        return None
    ids = max(found, key=lambda pair: (len(found[pair]), -pair[0], -pair[1]))
    a, b = (unit.session.get_one(Customer, one) for one in ids)
    return _pair(unit, a, b, found[ids], len(found))


def look(unit: Unit, ask: Merge) -> Pair | WhoIsMeant:
    """The two of a sentence, side by side. Raises Refusal merge-same."""
    unit.permit("make two one")
    a = who_is_meant(unit, ask.name, for_writing=True)
    b = who_is_meant(unit, ask.other, for_writing=True)
    if isinstance(a, WhoIsMeant) and isinstance(b, WhoIsMeant) and a.total == b.total == 2:
        first = [one.public_id for one in a.candidates]
        if first == [one.public_id for one in b.candidates]:
            a, b = chosen(unit, first[0]), chosen(unit, first[1])
    if isinstance(a, WhoIsMeant):
        return a
    if isinstance(b, WhoIsMeant):
        return b
    if a.id == b.id:
        raise Refusal("merge-same")
    return _pair(unit, a, b, (), 1)


def make_one(unit: Unit, keep: str, other: str) -> MadeOne:
    """All that belongs to `other` becomes `keep`'s; what only `other` knew is taken over. Nothing is lost.

    Raises Refusal person-gone, merge-same, merge-two-chats.
    """
    unit.permit("make two one")
    record, newcomer = chosen(unit, keep), chosen(unit, other)
    if record.id == newcomer.id:
        raise Refusal("merge-same")
    if record.chat_id is not None and newcomer.chat_id is not None:
        raise Refusal("merge-two-chats")
    was = _columns(record) | _chat(record)
    before = {
        "record": was,
        "newcomer": _columns(newcomer) | _chat(newcomer),
        "confirmed": _confirmed(unit, newcomer),
    }
    own = {name: getattr(newcomer, name) for name in _OWN}
    chat = (newcomer.chat_id, newcomer.linked_at, newcomer.blocked_at)
    newcomer.chat_id = newcomer.phone_tag = newcomer.member_tag = None
    unit.session.add(newcomer)
    moved = linking.absorb(unit.session, newcomer, record)
    unit.names_changed = True
    if record.phone is None or (record.phone_kind != PhoneKind.LIVING and own["phone_kind"] == PhoneKind.LIVING):
        _take(record, own, _PHONE)
    if record.member_no is None:
        _take(record, own, _MEMBER)
    if was["note"] and own["note"] and own["note"] != was["note"]:
        record.note = f"{was['note']} / {own['note']}"[:_LONGEST_NOTE]
    if record.chat_id is None and chat[0] is not None:
        record.chat_id, record.linked_at, record.blocked_at = chat
    unit.session.add(record)
    unit.session.flush()
    people.refresh_figures(unit.session, record.id or 0, unit.shop.rhythm)
    entry = write_entry(
        unit,
        MERGED,
        customer_id=record.id,
        before=before | {"moved": moved},
        after=_columns(record) | _chat(record),
        undo_for=UNDO_FOR,
    )
    return _made(unit, entry.public_id, record)


def take_back(unit: Unit, entry: JournalEntry) -> MadeOne:
    """Undo: two people again, each with their own; what came since stays with the one that was kept."""
    unit.permit("make two one")
    record = unit.session.get(Customer, entry.customer_id)
    if record is None:
        raise Refusal("undo-changed-since")
    facts, after = journal.before(unit.vault, entry), journal.after(unit.vault, entry)
    was, own = facts["record"], facts["newcomer"]
    now = _columns(record) | _chat(record)
    for name, value in was.items():
        if now[name] == after[name] and name not in ("public_id", "name"):
            _put(record, name, value)
    unit.session.add(record)
    unit.session.flush()
    newcomer = people.create(unit.session, own["name"], unit.now)
    unit.names_changed = True
    for name, value in own.items():
        if name != "name":
            _put(newcomer, name, value)
    unit.session.add(newcomer)
    unit.session.flush()
    linking.split(unit.session, record, newcomer, facts["moved"])
    for detail, at, by, how in facts["confirmed"]:
        people.confirm(unit.session, newcomer.id or 0, detail, datetime.fromisoformat(at), by=by, how=how)
    for person in (record, newcomer):
        people.refresh_figures(unit.session, person.id or 0, unit.shop.rhythm)
    return _made(unit, "", record)


def two_people(unit: Unit, one: str, other: str) -> None:
    """They are two, and are not asked about again. Raises Refusal person-gone."""
    unit.permit("make two one")
    a, b = chosen(unit, one), chosen(unit, other)
    write_entry(unit, TWO, customer_id=a.id, subject_id=b.id)


def _pairs(entries: list[Entry]) -> Iterator[tuple[Entry, Entry]]:
    """Those who share a name, the end of a number, an e-mail address or a birthday."""
    groups: dict[tuple[str, str | bytes], list[Entry]] = defaultdict(list)
    for entry in entries:
        groups["name", key(entry.name)].append(entry)
        for kind, tag in (("last4", entry.last4_tag), ("email", entry.email_tag), ("birthday", entry.birthday_tag)):
            if tag is not None:
                groups[kind, tag].append(entry)
    for group in groups.values():
        if 2 <= len(group) <= _MOST_IN_GROUP:
            yield from combinations(group, 2)


def _sounds_like(one: str, other: str) -> bool:
    """A slip of the finger, the other script, or the given name alone."""
    alone = NameIndex([(1, other)]).who(one, 1, slips=1)
    return bool(alone) and alone[0].kind is not MatchKind.INITIALS


def _pair(unit: Unit, a: Customer, b: Customer, evidence: tuple[Sign, ...], total: int) -> Pair:
    """The one whom the shop knows better stays: by chat, by visits, by number, by age of the entry."""

    def weight(one: Customer) -> tuple[bool, int, bool, int]:
        return one.chat_id is not None, one.visit_days, one.phone_kind == PhoneKind.LIVING, -(one.id or 0)

    keep, other = sorted((a, b), key=weight, reverse=True)
    for one in (keep, other):
        unit.saw(one.id or 0, "double")
    return Pair(_side(unit, keep), _side(unit, other), evidence, total)


def _side(unit: Unit, one: Customer) -> Side:
    spent = Money(one.spent_minor, unit.shop.currency)
    return Side(one.public_id, one.name, one.phone, last4(one), one.visit_days, one.last_visit_on, spent)


def _made(unit: Unit, undo: str, record: Customer) -> MadeOne:
    unit.session.refresh(record)
    spent = Money(record.spent_minor, unit.shop.currency)
    return MadeOne(undo, record.name, last4(record), record.visit_days, spent)


def _columns(one: Customer) -> dict[str, Any]:
    """What is known of somebody, as plain values for the journal."""
    found = {name: getattr(one, name) for name in _OWN}
    return {name: value.hex() if isinstance(value, bytes) else value for name, value in found.items()}


def _chat(one: Customer) -> dict[str, Any]:
    return {
        "chat_id": one.chat_id,
        "linked_at": one.linked_at.isoformat() if one.linked_at else None,
        "blocked_at": one.blocked_at.isoformat() if one.blocked_at else None,
    }


def _put(one: Customer, name: str, value: Any) -> None:
    if name.endswith("_tag") and value is not None:
        value = bytes.fromhex(value)
    if name.endswith("_at") and value is not None:
        value = datetime.fromisoformat(value)
    setattr(one, name, value)


def _take(record: Customer, own: dict[str, Any], names: tuple[str, ...]) -> None:
    for name in names:
        setattr(record, name, own[name])


def _confirmed(unit: Unit, one: Customer) -> list[list[str]]:
    found = [(detail, people.confirmation(unit.session, one.id or 0, detail)) for detail in ("phone", "email")]
    return [[detail, row.at.isoformat(), row.by, row.how] for detail, row in found if row is not None]
