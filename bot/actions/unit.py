"""What every action works with: an open transaction, the moment, the shop and who acts."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime

from sqlmodel import Session

from bot.actions.name_cache import NameCache
from bot.actions.pulse import Pulse
from bot.domain.outgoing import Reply
from bot.domain.permissions import Actor, require
from bot.domain.said import Said
from bot.domain.shop import Shop
from bot.understanding.names import NameIndex
from storage.vault import Vault


@dataclass(slots=True)
class Unit:
    """One unit of work. A question's session is a snapshot and cannot write; a deed's is the one writing transaction.

    `shown` is the list of people that the answer shows, as `bot.actions.shown_lists` keeps it.

    `not_understood` is a sentence to be kept, and `meant` the kind that was understood this time, as
    `bot.actions.not_understood` writes them down with the answer.

    `cause` names the update or job slot that this unit answers to, for keys that must not repeat. With `erased` the
    log of the database is emptied after the commit.
    """

    session: Session
    vault: Vault
    now: datetime
    shop: Shop
    actor: Actor
    name_cache: NameCache
    cause: str = ""
    pulse: Pulse = field(default_factory=Pulse)
    looked_at: list[tuple[int, str]] = field(default_factory=list)
    shown: str = ""
    not_understood: str = ""
    meant: str = ""
    names_changed: bool = False
    erased: bool = False

    @property
    def today(self) -> date:
        return self.shop.day_of(self.now)

    @property
    def names(self) -> NameIndex:
        """Everybody's names, as of this transaction."""
        return self.name_cache.current(self.session)

    def permit(self, deed: str) -> None:
        """The first line of every action. Raises Refusal."""
        require(self.actor, deed)

    def saw(self, customer_id: int, what: str) -> None:
        """Note for the access log that the actor was shown a customer's data; written with the answer."""
        self.looked_at.append((customer_id, what))


Replies = Reply | Sequence[Reply] | None
Handler = Callable[[Said, Unit], Replies]
