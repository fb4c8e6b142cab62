"""Pictures that are looked at: of a customer by the shop, and their own by themselves."""

from dataclasses import dataclass
from datetime import date

from bot.actions import profile
from bot.actions.people import WhoIsMeant, chosen, who_is_meant
from bot.actions.unit import Unit
from bot.actions.visit_lines import items_of
from bot.domain.outgoing import Document
from bot.domain.pictures import picture
from bot.understanding.asks.values import Spoken
from storage import photos, visits
from storage.models import Customer, Photo, Visit

MOST_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Shown:
    """One picture to be shown. `items` and `on` are of its visit, `text` is what was said with it."""

    document: Document
    on: date
    items: tuple[tuple[str, int], ...]
    text: str | None
    case: int | None


@dataclass(frozen=True, slots=True)
class Gallery:
    """The newest pictures of somebody, and how many there are in all."""

    name: str
    total: int
    newest: tuple[Shown, ...]


def of_person(unit: Unit, customer: Customer) -> Gallery:
    """Somebody's newest pictures, for whoever works here."""
    unit.permit("see a customer")
    unit.saw(customer.id or 0, "photos")
    return _gallery(unit, customer, MOST_SHOWN)


def of_button(unit: Unit, public_id: str) -> Gallery:
    """The same by the button of their card. Raises Refusal person-gone."""
    unit.permit("see a customer")
    return of_person(unit, chosen(unit, public_id))


def find(unit: Unit, spoken: Spoken) -> Gallery | WhoIsMeant:
    """The pictures of whoever is meant."""
    unit.permit("see a customer")
    meant = who_is_meant(unit, spoken)
    return meant if isinstance(meant, WhoIsMeant) else of_person(unit, meant)


def own(unit: Unit, most: int = MOST_SHOWN) -> Gallery:
    """One's own pictures. Raises Refusal not-linked."""
    unit.permit("see own account")
    return _gallery(unit, profile.own_record(unit), most)


def _gallery(unit: Unit, customer: Customer, most: int) -> Gallery:
    newest = photos.of_customer(unit.session, customer.id or 0, most)
    total = photos.count(unit.session, customer.id or 0)
    return Gallery(customer.name, total, tuple(_shown(unit, photo) for photo in newest))


def _shown(unit: Unit, photo: Photo) -> Shown:
    visit = unit.session.get(Visit, photo.visit_id) if photo.visit_id else None
    on = visit.visited_on if visit else unit.shop.day_of(photo.sent_at)
    document = picture(photo.id or 0, photos.data_of(unit.vault, photo))
    return Shown(document, on, items_with(unit, visit), photo.caption, photo.case_id)


def items_with(unit: Unit, visit: Visit | None) -> tuple[tuple[str, int], ...]:
    """The things of the visit that a picture is with."""
    return items_of(visits.lines_of(unit.session, visit.id or 0)) if visit else ()
