"""Who may do what: one table, asked on the first line of every action.

A role is decided by the numeric Telegram id alone, from the database, with every update. Names, user names and what a
chat looks like prove nothing; an anonymous group admin or a channel is a stranger.
"""

from dataclasses import dataclass
from enum import StrEnum

from bot.domain.refusals import Refusal


class Role(StrEnum):
    OWNER = "owner"
    STAFF = "staff"
    READER = "reader"
    CUSTOMER = "customer"
    STRANGER = "stranger"
    SYSTEM = "system"


@dataclass(frozen=True, slots=True)
class Actor:
    """Who acts. `customer_id` is set for a linked customer, `user_id` and `chat_id` for everyone on Telegram."""

    role: Role
    user_id: int = 0
    chat_id: int = 0
    customer_id: int | None = None
    language: str | None = None

    @property
    def works_here(self) -> bool:
        return self.role in _SHOP


SYSTEM = Actor(Role.SYSTEM)

_SHOP = frozenset({Role.OWNER, Role.STAFF, Role.READER})
_HANDS = frozenset({Role.OWNER, Role.STAFF})
_OWNER = frozenset({Role.OWNER})
_SELF = frozenset({Role.CUSTOMER})
_OUTSIDE = frozenset({Role.CUSTOMER, Role.STRANGER})
_ANYONE = _SHOP | _OUTSIDE

ALLOWED: dict[str, frozenset[Role]] = {
    "see lists": _SHOP,
    "see a customer": _SHOP,
    "see takings": _HANDS,
    "record": _HANDS,
    "undo at the counter": _HANDS,
    "write to a customer": _HANDS,
    "run a campaign": _OWNER,
    "be reminded": _SHOP,
    "see what was not sent": _HANDS,
    "claim the shop": _OUTSIDE,
    "import": _OWNER | {Role.SYSTEM},
    "export": _OWNER | {Role.SYSTEM},
    "keep the shop": _OWNER,
    "keep the staff": _OWNER,
    "see who looked": _OWNER,
    "join the staff": _OUTSIDE,
    "make two one": _OWNER,
    "see the shop's settings": _SHOP,
    "change the shop": _OWNER,
    "look after the assistant": _OWNER,
    "see what was not understood": _OWNER,
    "make the counter sheet": _HANDS,
    "meet the shop": _ANYONE,
    "choose a language": _ANYONE,
    "link own account": _OUTSIDE,
    "decide about a link": _HANDS,
    "see own account": _SELF,
    "change own details": _SELF,
    "decide about messages": _SELF,
    "take own data": _SELF,
    "keep own sentences": _SELF,
    "be heard": _SELF,
    "introduce somebody": _SELF,
    "send a photo": _HANDS | _SELF,
    "ask for a time": _SELF,
    "answer a customer": _HANDS,
    "decide about a time": _HANDS,
    "plan messages": frozenset({Role.SYSTEM}),
}


def may(actor: Actor, deed: str) -> bool:
    """Whether the actor may do it."""
    return actor.role in ALLOWED[deed]


def require(actor: Actor, deed: str) -> None:
    """Raise Refusal("not-allowed") unless the actor may do it; for a stranger's own account, Refusal("not-linked")."""
    if may(actor, deed):
        return
    if actor.role is Role.STRANGER and ALLOWED[deed] == _SELF:
        raise Refusal("not-linked")
    raise Refusal("not-allowed")
