"""What anybody can say at any time."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Undo:
    kind: ClassVar[str] = "undo"


@dataclass(frozen=True, slots=True)
class Help:
    kind: ClassVar[str] = "help"


@dataclass(frozen=True, slots=True)
class Stop:
    """Leave what is being done: "그만", "cancel" as the whole message."""

    kind: ClassVar[str] = "stop"


@dataclass(frozen=True, slots=True)
class Thanks:
    kind: ClassVar[str] = "thanks"


OwnerAsk: TypeAlias = Undo | Help | Stop
CustomerAsk: TypeAlias = Undo | Help | Stop | Thanks
