"""That the shop's books can be had back: a copy every night, and a copy of the key that opens it."""

from datetime import date

from bot.actions import sending
from bot.actions.entries import write_entry
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.buttons import button
from bot.domain.outgoing import Reply, words
from storage import facts

KEY_COPIED = "key_copied"

_FACT = "key_copy"
_FIRST_AFTER_DAYS = 2
_EVERY_DAYS = 7


def remind_of_key(unit: Unit) -> Planned:
    """Once a week, from the third day on, until the owner says that the key was copied."""
    unit.permit("plan messages")
    fact = facts.get(unit.session, unit.vault, _FACT)
    if fact is None:
        facts.put(unit.session, unit.vault, _FACT, {"since": unit.today.isoformat()})
        return Planned()
    days = (unit.today - date.fromisoformat(fact["since"])).days - _FIRST_AFTER_DAYS
    if fact.get("copied") or days < 0:
        return Planned()
    done = button(words("button-key-copied"), "key-copied")
    told = sending.tell_owners(
        unit, f"key-copy:{fact['since']}:{days // _EVERY_DAYS}", Reply(words("owner-key-reminder"), ((done,),))
    )
    return Planned(told)


def key_copied(unit: Unit, *, copied: bool) -> None:
    """The owner says that the key was copied, or that it was not after all."""
    unit.permit("keep the shop")
    fact = facts.get(unit.session, unit.vault, _FACT) or {"since": unit.today.isoformat()}
    facts.put(unit.session, unit.vault, _FACT, fact | {"copied": copied})
    write_entry(unit, KEY_COPIED, after={"copied": copied})


def backup_failed(unit: Unit, cause: str) -> Planned:
    """Tell the owners, once a day, that today has no backup. `cause` is no-room, no-access, damaged or other."""
    unit.permit("plan messages")
    return Planned(sending.tell_owners(unit, f"backup-failed:{unit.today}", Reply(words("backup-failed", cause=cause))))
