"""Photos: what is kept of each, sealed and bound to its own public id."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, func, or_
from sqlmodel import Session, col, select

from storage.models import Case, Order, Photo
from storage.vault import Vault
from storage.writing import new_public_id

_FILE, _DATA = "photo.sealed_file", "photo.sealed_data"
_OPEN_ORDERS = ("received", "ready")


def add(
    session: Session,
    vault: Vault,
    *,
    chat_id: int,
    file_id: str,
    album: str | None,
    caption: str | None,
    customer_id: int | None,
    now: datetime,
) -> Photo:
    """A picture that has just come; its bytes are still at Telegram, under `file_id`."""
    public_id = new_public_id()
    photo = Photo(
        public_id=public_id,
        customer_id=customer_id,
        chat_id=chat_id,
        album=album,
        caption=caption,
        sealed_file=vault.seal(file_id, _FILE, public_id),
        sent_at=now,
        not_before=now,
    )
    session.add(photo)
    session.flush()
    return photo


def next_coming(session: Session, now: datetime) -> Photo | None:
    """The picture to be fetched next."""
    coming = select(Photo).where(Photo.state == "coming", col(Photo.not_before) <= now)
    return session.exec(coming.order_by(col(Photo.id)).limit(1)).first()


def file_id(vault: Vault, photo: Photo) -> str:
    return vault.open(photo.sealed_file or b"", _FILE, photo.public_id)


def keep(session: Session, vault: Vault, photo: Photo, data: bytes) -> None:
    """Its bytes are here; where they lay is forgotten."""
    photo.sealed_data = vault.seal_bytes(data, _DATA, photo.public_id)
    photo.sealed_file, photo.state = None, "kept"
    session.add(photo)
    session.flush()


def data_of(vault: Vault, photo: Photo) -> bytes:
    return vault.open_bytes(photo.sealed_data or b"", _DATA, photo.public_id)


def by_public_id(session: Session, public_id: str) -> Photo | None:
    return session.exec(select(Photo).where(Photo.public_id == public_id)).first()


def of_customer(session: Session, customer_id: int, most: int) -> list[Photo]:
    """The newest pictures of this person that are here, newest first."""
    kept = select(Photo).where(Photo.customer_id == customer_id, Photo.state == "kept")
    return list(session.exec(kept.order_by(col(Photo.id).desc()).limit(most)))


def count(session: Session, customer_id: int) -> int:
    kept = select(func.count()).select_from(Photo).where(Photo.customer_id == customer_id, Photo.state == "kept")
    return session.exec(kept).one()


def of_visit(session: Session, visit_id: int) -> list[Photo]:
    return list(session.exec(select(Photo).where(Photo.visit_id == visit_id).order_by(col(Photo.id))))


def of_album(session: Session, chat_id: int, album: str) -> list[Photo]:
    """The pictures of one album that have come so far."""
    return list(
        session.exec(select(Photo).where(Photo.chat_id == chat_id, Photo.album == album).order_by(col(Photo.id)))
    )


def loose(session: Session, chat_id: int, since: datetime) -> list[Photo]:
    """Pictures of this chat that belong to nothing yet: to nobody, or to no case of whoever sent them."""
    without = and_(col(Photo.visit_id).is_(None), col(Photo.case_id).is_(None))
    found = select(Photo).where(Photo.chat_id == chat_id, without, col(Photo.sent_at) > since, Photo.state != "gone")
    return list(session.exec(found.order_by(col(Photo.id))))


def count_since(session: Session, chat_id: int, since: datetime) -> int:
    counted = select(func.count()).select_from(Photo).where(Photo.chat_id == chat_id, col(Photo.sent_at) > since)
    return session.exec(counted).one()


def forget(session: Session, photos: Sequence[Photo]) -> None:
    for photo in photos:
        session.delete(photo)
    session.flush()


def over(session: Session, before: datetime, loose_before: datetime) -> list[Photo]:
    """Pictures that nobody needs any more: sent before that moment, of nothing that is still here and of no open case;
    and those that belonged to nothing by `loose_before`.
    """
    still_here = select(Order.visit_id).where(col(Order.state).in_(_OPEN_ORDERS), col(Order.visit_id).is_not(None))
    open_cases = select(Case.id).where(col(Case.state).in_(("open", "answered")))
    old = and_(
        col(Photo.sent_at) < before,
        or_(col(Photo.visit_id).is_(None), col(Photo.visit_id).not_in(still_here)),
        or_(col(Photo.case_id).is_(None), col(Photo.case_id).not_in(open_cases)),
    )
    lost = and_(
        col(Photo.sent_at) < loose_before,
        or_(
            col(Photo.customer_id).is_(None),
            col(Photo.state) == "gone",
            and_(col(Photo.visit_id).is_(None), col(Photo.case_id).is_(None)),
        ),
    )
    return list(session.exec(select(Photo).where(or_(old, lost))))
