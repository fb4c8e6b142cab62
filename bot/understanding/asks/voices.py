"""What customers tell the shop, and what the shop asks about it."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Voices:
    """Open complaints, requests and ideas."""

    kind: ClassVar[str] = "voices"


@dataclass(frozen=True, slots=True)
class Ideas:
    """What customers propose, with the votes."""

    kind: ClassVar[str] = "ideas"


@dataclass(frozen=True, slots=True)
class AskOwner:
    """Wants to speak with a person: `about` is what is to be passed on, None where only that was said."""

    kind: ClassVar[str] = "ask_owner"
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Voice:
    """Something a person must answer: `sort` is complaint, request or idea; `about` is the customer's own words."""

    kind: ClassVar[str] = "voice"
    sort: str
    about: str


@dataclass(frozen=True, slots=True)
class Recommend:
    kind: ClassVar[str] = "recommend"


@dataclass(frozen=True, slots=True)
class Refer:
    """Bring a friend."""

    kind: ClassVar[str] = "refer"


OwnerAsk: TypeAlias = Voices | Ideas
CustomerAsk: TypeAlias = AskOwner | Voice | Recommend | Refer
