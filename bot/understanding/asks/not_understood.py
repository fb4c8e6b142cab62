"""What meant nothing: whether it may be kept, and what was."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class GatherWords:
    """Whether the speaker's own sentences that are not understood may be kept."""

    kind: ClassVar[str] = "gather_words"
    on: bool


@dataclass(frozen=True, slots=True)
class GatheredWords:
    """What was kept of what was not understood: to look at, or `as_file`."""

    kind: ClassVar[str] = "gathered_words"
    as_file: bool = False


OwnerAsk: TypeAlias = GatherWords | GatheredWords
CustomerAsk: TypeAlias = GatherWords
