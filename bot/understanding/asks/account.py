"""A customer's own record: everything is about the asker and nobody else."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias


@dataclass(frozen=True, slots=True)
class Status:
    """`about` is statement, points, visits, orders, appointments, details, balance, cases (what was said to the shop),
    or None for the whole account.
    """

    kind: ClassVar[str] = "status"
    about: str | None = None


@dataclass(frozen=True, slots=True)
class Update:
    """Change `field` (phone, email, address, birthday, name) to `value`.

    `value` is the raw text cut out of the sentence, None where none was given. Whether it can be right is the domain's.
    """

    kind: ClassVar[str] = "update"
    field: str
    value: str | None = None


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """`language` is an ISO 639-1 code ("zh" too, though the bot may not speak it), None where none was named."""

    kind: ClassVar[str] = "set_language"
    language: str | None = None


@dataclass(frozen=True, slots=True)
class History:
    """What was changed in my record."""

    kind: ClassVar[str] = "history"


@dataclass(frozen=True, slots=True)
class Export:
    kind: ClassVar[str] = "export"


@dataclass(frozen=True, slots=True)
class Erase:
    kind: ClassVar[str] = "erase"


@dataclass(frozen=True, slots=True)
class Stay:
    """Erase nothing: also takes back the wish to be erased."""

    kind: ClassVar[str] = "stay"


@dataclass(frozen=True, slots=True)
class Received:
    """The messages that came by themselves."""

    kind: ClassVar[str] = "received"


@dataclass(frozen=True, slots=True)
class Privacy:
    """What the shop does with people's data."""

    kind: ClassVar[str] = "privacy"


@dataclass(frozen=True, slots=True)
class WhyField:
    """Why the shop wants to know this: phone, email, address, birthday, name, preferences."""

    kind: ClassVar[str] = "why_field"
    field: str


@dataclass(frozen=True, slots=True)
class DropDetail:
    """Take one detail off the record: email, address, birthday, or all preferences."""

    kind: ClassVar[str] = "drop_detail"
    field: str


@dataclass(frozen=True, slots=True)
class Prefer:
    """Something that the shop should remember, in the customer's own words; `sure` when that was asked for."""

    kind: ClassVar[str] = "prefer"
    about: str
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Preferences:
    """What the shop remembers of the asker's own words."""

    kind: ClassVar[str] = "preferences"


@dataclass(frozen=True, slots=True)
class DropPreference:
    """Strike what the shop remembers: `about` is a part of it."""

    kind: ClassVar[str] = "drop_preference"
    about: str


@dataclass(frozen=True, slots=True)
class OwnPhotos:
    """Pictures of the asker's own things."""

    kind: ClassVar[str] = "own_photos"


@dataclass(frozen=True, slots=True)
class WhoSaw:
    """Who looked at my record."""

    kind: ClassVar[str] = "who_saw"


@dataclass(frozen=True, slots=True)
class BeenBefore:
    """I was here before, and nothing of it is to be seen."""

    kind: ClassVar[str] = "been_before"


@dataclass(frozen=True, slots=True)
class Underage:
    """I am not 14 yet, or (`kin`) a child of mine is not."""

    kind: ClassVar[str] = "underage"
    kin: bool = False


CustomerAsk: TypeAlias = (
    Status
    | Update
    | SetLanguage
    | History
    | Export
    | Erase
    | Stay
    | Received
    | WhyField
    | Privacy
    | DropDetail
    | Prefer
    | Preferences
    | DropPreference
    | OwnPhotos
    | WhoSaw
    | BeenBefore
    | Underage
)
