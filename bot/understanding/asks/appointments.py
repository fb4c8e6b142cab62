"""Appointments: the shop's side, and a customer who asks for one."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import ClassVar, TypeAlias

from bot.understanding.asks.values import Period, Spoken


@dataclass(frozen=True, slots=True)
class Appointments:
    kind: ClassVar[str] = "appointments"
    period: Period


@dataclass(frozen=True, slots=True)
class MoveAppointment:
    """`before` is the time it was at, where that was said. With `hour_only` no day was said: it keeps its own.
    `by_minutes` moves it by so many from where it is, and `to` says nothing then.
    """

    kind: ClassVar[str] = "move_appointment"
    name: Spoken
    to: datetime | date
    before: datetime | date | None = None
    hour_only: bool = False
    by_minutes: int = 0


@dataclass(frozen=True, slots=True)
class CancelAppointment:
    """Without a name it is the booking `at` that time."""

    kind: ClassVar[str] = "cancel_appointment"
    name: Spoken
    at: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class NoShow:
    """Somebody did not come; without a name, whoever was expected `at` that time."""

    kind: ClassVar[str] = "no_show"
    name: Spoken
    at: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class NoShows:
    """Who did not come to a time kept for them, ever or in the period."""

    kind: ClassVar[str] = "no_shows"
    period: Period | None = None


@dataclass(frozen=True, slots=True)
class Brief:
    """Who comes at this time, and what is good to know; None is whoever comes next."""

    kind: ClassVar[str] = "brief"
    at: datetime | None = None


@dataclass(frozen=True, slots=True)
class MakeAppointment:
    """`at` is None or a bare date where no time was said: ask for it."""

    kind: ClassVar[str] = "make_appointment"
    name: Spoken
    at: datetime | date | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True)
class Book:
    """Asks for a time; with `move` for another one than is booked, `on` being that day where it was named."""

    kind: ClassVar[str] = "book"
    when: datetime | date | None = None
    service: str | None = None
    move: bool = False
    on: datetime | date | None = None


@dataclass(frozen=True, slots=True)
class Cancel:
    """Cancel an appointment, the one of that time or service where it was named."""

    kind: ClassVar[str] = "cancel"
    on: datetime | date | None = None
    service: str | None = None


OwnerAsk: TypeAlias = Appointments | MoveAppointment | CancelAppointment | NoShow | NoShows | Brief | MakeAppointment
CustomerAsk: TypeAlias = Book | Cancel
