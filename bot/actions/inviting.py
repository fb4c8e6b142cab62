"""Whom to invite: those who saw so many plays, and whether an invitation may reach them. Three counts are everybody.

An invitation is advertising. Of a number that a ticket office's list brought, nothing is used for it until its person
has linked in the lobby and agreed there.
"""

from dataclasses import dataclass
from datetime import date

from bot.actions import by_hand
from bot.actions.people import last4, reach
from bot.actions.unit import Unit
from bot.domain.followers import most_followed
from bot.domain.freshness import months_after
from bot.domain.reach import Reach
from bot.understanding.asks.campaigns import Invite
from bot.understanding.lexicon import of_theatres
from storage import attendance, consents
from storage.models import Customer

PAGE = 10
_SOLD = attendance.Sold(of_theatres("seats"), of_theatres("no_plays"))


@dataclass(frozen=True, slots=True)
class Guest:
    """Somebody to invite. `may` is yes, no_contact, refused, or not_asked (about advertising)."""

    public_id: str
    name: str
    last4: str
    seen: int
    last_on: date | None
    may: str
    reach: Reach


@dataclass(frozen=True, slots=True)
class Invitations:
    """A page of them. `may_send`, `no_contact` and `no_consent` add up to `total`; `refused` are those who said no.

    `followed` names whom several come for, and for nobody else.
    """

    shows: int
    months: int
    rows: tuple[Guest, ...]
    offset: int
    total: int
    may_send: int
    by_hand: int
    no_contact: int
    no_consent: int
    refused: int
    followed: tuple[tuple[str, int], ...]


def whom(unit: Unit, ask: Invite, offset: int = 0) -> Invitations:
    """The list with its counts."""
    unit.permit("see lists")
    since = months_after(unit.today, -ask.months)
    found = attendance.attended(unit.session, since, ask.shows, _SOLD)
    guests = [(customer, _guest(unit, customer, seen)) for customer, seen in found]
    plays = attendance.plays_of(unit.session, [customer.id or 0 for customer, _ in found], since, _SOLD)
    for customer, _ in guests[offset : offset + PAGE]:
        unit.saw(customer.id or 0, "list")
    ways = [guest.may for _, guest in guests]
    return Invitations(
        ask.shows,
        ask.months,
        tuple(guest for _, guest in guests[offset : offset + PAGE]),
        offset,
        len(guests),
        ways.count("yes"),
        sum(1 for _, guest in guests if guest.may == "yes" and guest.reach is not Reach.TELEGRAM),
        ways.count("no_contact"),
        ways.count("refused") + ways.count("not_asked"),
        ways.count("refused"),
        tuple(most_followed(plays.values())),
    )


def everybody(unit: Unit, ask: Invite) -> list[Customer]:
    """Everybody on that list, in its order."""
    since = months_after(unit.today, -ask.months)
    return [customer for customer, _ in attendance.attended(unit.session, since, ask.shows, _SOLD)]


def _guest(unit: Unit, customer: Customer, seen: int) -> Guest:
    way = reach(customer)
    decision = consents.newest(unit.session, customer.id or 0, "advertising")
    if (decision is not None and not decision.given and decision.text_version != consents.LAPSED) or customer.quiet:
        may = "refused"
    elif way is Reach.NONE:
        may = "no_contact"
    else:
        may = "yes" if by_hand.may_advertise(unit, customer) else "not_asked"
    return Guest(customer.public_id, customer.name, last4(customer), seen, customer.last_visit_on, may, way)
