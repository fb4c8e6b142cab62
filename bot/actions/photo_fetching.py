"""The bytes of a picture: fetched by the desk in `bot/jobs`, given up after some tries, gone when nobody needs them."""

from dataclasses import dataclass
from datetime import timedelta

from bot.actions.photo_cases import LOOSE_FOR, tell_shop
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.domain.outgoing import Kind, Reply, words
from bot.domain.packing import pack
from bot.domain.pictures import kind_of
from storage import outbox, photos
from storage.models import Photo

KEPT_DAYS = 90
_TRIES = 5
_WAIT = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Coming:
    """A picture that is still at Telegram."""

    id: int
    file_id: str


def next_coming(unit: Unit) -> Coming | None:
    """What is to be fetched next."""
    photo = photos.next_coming(unit.session, unit.now)
    return Coming(photo.id or 0, photos.file_id(unit.vault, photo)) if photo else None


def arrived(unit: Unit, photo_id: int, data: bytes) -> None:
    """The bytes are here. Nothing happens to a picture that was taken back or erased meanwhile."""
    unit.permit("plan messages")
    photo = unit.session.get(Photo, photo_id)
    if photo is None or photo.state != "coming":
        return
    if kind_of(data) is None:
        lost(unit, photo_id)
        return
    photos.keep(unit.session, unit.vault, photo, data)
    if photo.case_id is not None:
        tell_shop(unit, photo, data)


def not_now(unit: Unit, photo_id: int) -> None:
    """The line is in trouble: again in a minute, a few times."""
    unit.permit("plan messages")
    photo = unit.session.get(Photo, photo_id)
    if photo is None:
        return
    photo.attempts += 1
    if photo.attempts >= _TRIES:
        lost(unit, photo_id)
        return
    photo.not_before = unit.now + _WAIT * photo.attempts
    unit.session.add(photo)


def lost(unit: Unit, photo_id: int) -> None:
    """It will never come; whoever sent it hears so."""
    unit.permit("plan messages")
    photo = unit.session.get(Photo, photo_id)
    if photo is None or photo.state != "coming":
        return
    photo.state, photo.sealed_file = "gone", None
    unit.session.add(photo)
    message = outbox.Message(
        dedupe_key=f"photo-lost:{photo.public_id}",
        chat_id=photo.chat_id,
        kind=Kind.ANSWER,
        reply=pack(Reply(words("photo-lost"))),
        not_before=unit.now,
        customer_id=photo.customer_id if photo.case_id is not None else None,
    )
    outbox.add(unit.session, unit.vault, message, unit.now)


def forget_old(unit: Unit) -> Planned:
    """Let go of what nobody needs any more."""
    unit.permit("plan messages")
    over = photos.over(unit.session, unit.now - timedelta(days=KEPT_DAYS), unit.now - LOOSE_FOR)
    photos.forget(unit.session, over)
    return Planned()
