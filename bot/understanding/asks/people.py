"""One customer of the shop: their card, what is noted of them, and who they are."""

from dataclasses import dataclass
from typing import ClassVar, TypeAlias

from bot.understanding.asks.values import Spoken


@dataclass(frozen=True, slots=True)
class Find:
    kind: ClassVar[str] = "find"
    name: Spoken


@dataclass(frozen=True, slots=True)
class GuardianAgreed:
    """A guardian has agreed for a child; `how` that was checked: person, phone, message or document."""

    kind: ClassVar[str] = "guardian"
    name: Spoken
    guardian: str
    how: str


@dataclass(frozen=True, slots=True)
class Photos:
    """Pictures that were kept of somebody's things."""

    kind: ClassVar[str] = "photos"
    name: Spoken


@dataclass(frozen=True, slots=True)
class Doubles:
    """Who may be in the books twice."""

    kind: ClassVar[str] = "doubles"


@dataclass(frozen=True, slots=True)
class Merge:
    """Two entries are one person."""

    kind: ClassVar[str] = "merge"
    name: Spoken
    other: Spoken


@dataclass(frozen=True, slots=True)
class Note:
    kind: ClassVar[str] = "note"
    name: Spoken
    note: str


@dataclass(frozen=True, slots=True)
class SetDetail:
    """A detail of somebody is set right: `detail` is phone, email, name, address or birthday, `value` as said. Without
    a value it is to be empty.
    """

    kind: ClassVar[str] = "set_detail"
    name: Spoken
    detail: str
    value: str


@dataclass(frozen=True, slots=True)
class Looked:
    """Who of the shop looked at somebody's record."""

    kind: ClassVar[str] = "looked"
    name: Spoken


@dataclass(frozen=True, slots=True)
class Recommended:
    """Somebody brought `other`, or (None) speaks well of the shop."""

    kind: ClassVar[str] = "recommended"
    name: Spoken
    other: Spoken | None = None


@dataclass(frozen=True, slots=True)
class NextVisit:
    """When somebody is likely to come again."""

    kind: ClassVar[str] = "next_visit"
    name: Spoken


@dataclass(frozen=True, slots=True)
class FindMember:
    """Whose member or card number this is."""

    kind: ClassVar[str] = "find_member"
    number: str


@dataclass(frozen=True, slots=True)
class AddProspect:
    """Somebody asked, and has not bought anything: `name` and `phone` as they were written, `about` what they asked."""

    kind: ClassVar[str] = "add_prospect"
    name: str
    phone: str
    about: str = ""


OwnerAsk: TypeAlias = (
    Find
    | GuardianAgreed
    | Photos
    | Doubles
    | Merge
    | Note
    | SetDetail
    | Looked
    | Recommended
    | NextVisit
    | FindMember
    | AddProspect
)
