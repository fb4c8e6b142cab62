"""What goes to one person, and what became of it."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from bot.understanding.asks.values import NOBODY, Spoken


@dataclass(frozen=True, slots=True)
class Undelivered:
    """Messages that could not be sent; `by_reason`: how many for which reason."""

    kind: ClassVar[str] = "undelivered"
    by_reason: bool = False


@dataclass(frozen=True, slots=True)
class MessageOne:
    kind: ClassVar[str] = "message_one"
    name: Spoken
    about: str | None = None


@dataclass(frozen=True, slots=True)
class DraftFor:
    """A word to somebody who is late, to be copied: by name, or by the number of a row in the list shown last."""

    kind: ClassVar[str] = "draft_for"
    name: Spoken = NOBODY
    number: int | None = None


@dataclass(frozen=True, slots=True)
class Drafts:
    """The drafts that nobody has sent yet."""

    kind: ClassVar[str] = "drafts"


@dataclass(frozen=True, slots=True)
class SentTo:
    """What this person was sent, and why."""

    kind: ClassVar[str] = "sent_to"
    name: Spoken


OwnerAsk: TypeAlias = Undelivered | MessageOne | DraftFor | Drafts | SentTo
