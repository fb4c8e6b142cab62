"""Two records that are one person's: made one for the chat that asked, and two again.

The chat that had the record is told, and what was before is kept with the deed, so that it can be undone.
"""

from datetime import datetime
from typing import Any

from bot.actions import profile, sending
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Kind, Reply, Words, words
from bot.domain.packing import pack
from bot.domain.phone import parse_phone
from bot.domain.refusals import Refusal
from storage import journal, linking, outbox, people
from storage.models import Customer, JournalEntry

UNDO_DAYS = 7


def make_one(unit: Unit, record: Customer, newcomer: Customer, how: str) -> journal.Facts:
    """Open the record to the newcomer's chat; what was before is returned, so that it can be undone.

    `how` it was proved: "shop" (a tap), "counter" (its code), "purchase".
    """
    confirmed = people.confirmation(unit.session, record.id or 0, "phone")
    before: dict[str, Any] = {
        "record": {
            "chat_id": record.chat_id,
            "linked_at": packed(record.linked_at),
            "blocked_at": packed(record.blocked_at),
            "confirmed": [packed(confirmed.at), confirmed.by, confirmed.how] if confirmed else None,
        },
        "newcomer": {
            "name": newcomer.name,
            "phone": newcomer.phone,
            "chat_id": newcomer.chat_id,
            "linked_at": packed(newcomer.linked_at),
            "details": {detail: getattr(newcomer, detail) for detail in linking.DETAILS if getattr(newcomer, detail)},
            "taken": [
                detail for detail in linking.DETAILS if not getattr(record, detail) and getattr(newcomer, detail)
            ],
        },
    }
    chat_id, blocked_at = newcomer.chat_id, newcomer.blocked_at
    before["moved"] = linking.absorb(unit.session, newcomer, record)
    unit.names_changed = True
    record.chat_id, record.linked_at, record.blocked_at = chat_id, unit.now, blocked_at
    unit.session.add(record)
    people.refresh_figures(unit.session, record.id or 0, unit.shop.rhythm)
    by, seen = ("self", "contact") if how == "purchase" else ("shop", "counter")
    people.confirm(unit.session, record.id or 0, "phone", unit.now, by=by, how=seen)
    opened = words("link-opened", name=record.name, how=how)
    tell(unit, record, f"link-opened:{record.public_id}:{unit.cause}", opened)
    return before


def make_two(unit: Unit, entry: JournalEntry) -> str:
    """Two records again, as far as nobody has changed what was made one. Returns the name of the older one.

    Raises Refusal link-settled.
    """
    session = unit.session
    record = session.get(Customer, entry.customer_id)
    if record is None:
        raise Refusal("link-settled")
    facts = journal.before(unit.vault, entry)
    was, own = facts["record"], facts["newcomer"]
    newcomer = people.create(session, own["name"], unit.now)
    unit.names_changed = True
    if own["phone"]:
        people.set_phone(session, unit.vault, newcomer, parse_phone(own["phone"]))
        newcomer.phone_tag = None
    for detail, value in own["details"].items():
        profile.write(unit, newcomer, detail, value) if detail in profile.DETAILS else setattr(newcomer, detail, value)
        if detail in own["taken"] and getattr(record, detail) == value:
            profile.write(unit, record, detail, None) if detail in profile.DETAILS else setattr(record, detail, None)
    opened_chat = record.chat_id
    record.chat_id, record.linked_at, record.blocked_at = None, moment(was["linked_at"]), moment(was["blocked_at"])
    session.add(record)
    session.flush()
    if opened_chat == own["chat_id"]:
        newcomer.chat_id, newcomer.linked_at = opened_chat, moment(own["linked_at"])
    if was["chat_id"] is not None and people.by_chat(session, was["chat_id"]) is None:
        record.chat_id = was["chat_id"]
    session.add_all((record, newcomer))
    session.flush()
    linking.split(session, record, newcomer, facts["moved"])
    for person in (record, newcomer):
        people.refresh_figures(session, person.id or 0, unit.shop.rhythm)
    _confirm_again(unit, record, was["confirmed"])
    entry.undone_at = unit.now
    session.add(entry)
    if newcomer.chat_id is not None:
        tell(unit, newcomer, f"link-closed:{entry.public_id}", words("link-closed"))
    if record.chat_id is not None:
        tell(unit, record, f"link-restored:{entry.public_id}", words("link-restored", name=record.name))
    return record.name


def tell_old_chat(unit: Unit, chat_id: int | None, entry: str, how: str) -> None:
    """The chat that the record was open to until now: it is nobody's any more, so this goes to the chat itself."""
    if chat_id is None:
        return
    mine = button(words("button-not-me"), "link-not-me", entry)
    message = outbox.Message(
        dedupe_key=f"link-moved:{entry}",
        chat_id=chat_id,
        kind=Kind.ANSWER,
        reply=pack(Reply(words("link-moved", days=UNDO_DAYS, how=how), buttons=((mine,),))),
        not_before=unit.now,
    )
    outbox.add(unit.session, unit.vault, message, unit.now)


def packed(moment: datetime | None) -> str | None:
    return moment.isoformat() if moment else None


def moment(packed: str | None) -> datetime | None:
    return datetime.fromisoformat(packed) if packed else None


def tell(unit: Unit, person: Customer, key: str, text: Words) -> None:
    """Word about the safety of one's own account. It goes out at once and at any hour."""
    sending.to_customer(unit, person, key, Reply(text), kind=Kind.ACCOUNT)


def _confirm_again(unit: Unit, record: Customer, confirmed: list[str] | None) -> None:
    if confirmed is None:
        people.unconfirm(unit.session, record.id or 0, "phone")
    else:
        at = datetime.fromisoformat(confirmed[0])
        people.confirm(unit.session, record.id or 0, "phone", at, by=confirmed[1], how=confirmed[2])
