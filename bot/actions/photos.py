"""Photos: of somebody's things, taken across the counter, and with what a customer said.

A picture comes in three steps. What it belongs to is settled in the chat, its bytes are fetched by the desk in
`bot/jobs`, and whoever should see it is shown it. What belongs to nothing after a day is gone, and so is what nobody
needs any more (`photo_fetching.forget_old`).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.actions import drafts, forms
from bot.actions.entries import write_entry
from bot.actions.people import WhoIsMeant, chosen, last4, who_is_meant
from bot.actions.photo_cases import LOOSE_FOR
from bot.actions.photo_gallery import items_with
from bot.actions.price_list import known_items
from bot.actions.unit import Unit
from bot.actions.visits import RECORDED
from bot.domain.refusals import Refusal
from bot.domain.said import SharedFile
from bot.domain.written_text import one_line
from bot.understanding.captions import Caption, read_caption
from bot.understanding.lexicon import Lexicon
from storage import accounts, journal, orders, photos, visits
from storage.models import Customer, JournalEntry, Photo, Visit

MOST_BYTES = 5 * 1024 * 1024
MOST_A_DAY = 30
WHOSE = "photo-whose"
KEPT = "photo_kept"
_LONGEST_CAPTION = 300
_UNDO_FOR = timedelta(days=7)
_LAST_VISITS = 10


@dataclass(frozen=True, slots=True)
class PhotoKept:
    """Pictures and whose they are. `items` and `on` are of the visit that they are with. Taken back, no `undo`.

    `count` is None while the rest of an album may still come.
    """

    undo: str
    name: str
    last4: str
    count: int | None
    items: tuple[tuple[str, int], ...]
    on: date | None
    here: bool


@dataclass(frozen=True, slots=True)
class Whose:
    """It is asked whose a picture is: `meant` fit, or (None) nobody was named."""

    entry: str
    meant: WhoIsMeant | None


def receive(unit: Unit, file: SharedFile, album: str, text: str) -> Photo:
    """Take a picture in, as yet belonging to nothing. Raises Refusal: photo-too-large, photo-too-many."""
    unit.permit("send a photo")
    if file.size > MOST_BYTES:
        raise Refusal("photo-too-large", most=MOST_BYTES // 1024 // 1024)
    if photos.count_since(unit.session, unit.actor.chat_id, unit.now - timedelta(days=1)) >= MOST_A_DAY:
        raise Refusal("photo-too-many", most=MOST_A_DAY)
    unit.pulse.files_wait = True
    return photos.add(
        unit.session,
        unit.vault,
        chat_id=unit.actor.chat_id,
        file_id=file.file_id,
        album=album or None,
        caption=one_line(text)[:_LONGEST_CAPTION] or None,
        customer_id=None,
        now=unit.now,
    )


def joins_album(unit: Unit, photo: Photo) -> bool:
    """Whether it came with others that were answered already; it then belongs to whatever they do."""
    if not photo.album:
        return False
    others = [one for one in photos.of_album(unit.session, photo.chat_id, photo.album) if one.id != photo.id]
    if not others or photo.caption:
        return False
    first = others[0]
    photo.customer_id, photo.visit_id, photo.case_id = first.customer_id, first.visit_id, first.case_id
    photo.waits_for, photo.caption = first.waits_for, first.caption
    unit.session.add(photo)
    return True


def settle(unit: Unit, photo: Photo, caption: Caption) -> PhotoKept | Whose:
    """Keep it with what its words name: a tag, or a person and the things they left. Raises Refusal tag-unknown.

    One that nobody is named with waits for an answer, with any that wait already.
    """
    unit.permit("record")
    return _settle(unit, [photo], caption)


def _settle(unit: Unit, waiting: list[Photo], caption: Caption) -> PhotoKept | Whose:
    number = caption.tag or (caption.number if caption.name is None else "")
    tagged = orders.by_tag(unit.session, number) if number else []
    if tagged:
        visit = unit.session.get(Visit, tagged[0].visit_id) if tagged[0].visit_id else None
        return _keep(unit, waiting, unit.session.get_one(Customer, tagged[0].customer_id), visit)
    if caption.tag:
        raise Refusal("tag-unknown", tag=caption.tag)
    meant = who_is_meant(unit, caption.name, for_writing=True) if caption.name is not None else None
    if meant is None or isinstance(meant, WhoIsMeant):
        earlier = _waiting(unit) if meant is None else []
        together = [*(one for one in earlier if one not in waiting), *waiting]
        forms.begin(unit, WHOSE, {"photos": [one.public_id for one in together]})
        return Whose(waiting[-1].public_id, meant)
    return _keep(unit, waiting, meant, _visit_of(unit, meant, waiting[-1]))


def settle_named(unit: Unit, caption: Caption) -> PhotoKept | Whose:
    """The words that say whose the picture is. Raises Refusal draft-gone."""
    unit.permit("record")
    waiting = _waiting(unit)
    if not waiting:
        raise Refusal("draft-gone")
    done = _settle(unit, waiting, caption)
    if isinstance(done, PhotoKept):
        forms.end(unit)
    return done


def settle_chosen(unit: Unit, person: str, entry: str) -> PhotoKept:
    """The button of one of those it can be. Raises Refusal: draft-gone, person-gone."""
    unit.permit("record")
    photo = photos.by_public_id(unit.session, entry)
    if photo is None or photo.customer_id is not None:
        raise Refusal("draft-gone")
    customer = chosen(unit, person)
    asked = _waiting(unit)
    if photo not in asked:
        return _keep(unit, [photo], customer, _visit_of(unit, customer, photo))
    forms.end(unit)
    return _keep(unit, asked, customer, _visit_of(unit, customer, photo))


def with_visit(unit: Unit, photo: Photo) -> bool:
    """Keep it with the visit that its words have just written down; where it was asked whom they mean, it waits."""
    unit.permit("record")
    entry = journal.newest_of_actor(unit.session, unit.actor)
    if entry is not None and entry.at == unit.now and entry.deed == RECORDED:
        _bind(unit, photo, entry)
        return True
    draft = forms.draft(unit, drafts.FORM)
    photo.waits_for = draft["token"] if draft else None
    unit.session.add(photo)
    return False


def adopt(unit: Unit, token: str) -> int:
    """What was asked is answered: pictures that waited for it go with the visit. Returns how many."""
    unit.permit("record")
    if not token:
        return 0
    entry = journal.newest_of_actor(unit.session, unit.actor)
    if entry is None or entry.at != unit.now or entry.deed != RECORDED:
        return 0
    waiting = [
        one for one in photos.loose(unit.session, unit.actor.chat_id, unit.now - LOOSE_FOR) if one.waits_for == token
    ]
    for photo in waiting:
        _bind(unit, photo, entry)
    return len(waiting)


def take_back(unit: Unit, entry: JournalEntry) -> PhotoKept:
    """Undo: the pictures are gone. Raises Refusal photo-gone."""
    facts = journal.after(unit.vault, entry)
    kept = [photo for one in facts["photos"] if (photo := photos.by_public_id(unit.session, one)) is not None]
    # The rest of an album comes after it was answered.
    found = list({one.id: one for photo in kept for one in [photo, *_album(unit, photo)]}.values())
    customer = unit.session.get(Customer, entry.customer_id)
    if not found or customer is None:
        raise Refusal("photo-gone")
    visit = unit.session.get(Visit, found[0].visit_id) if found[0].visit_id else None
    photos.forget(unit.session, found)
    return _kept(unit, customer, visit, "", len(found))


def _waiting(unit: Unit) -> list[Photo]:
    """Those of which it was asked whose they are, the newest last."""
    draft = forms.draft(unit, WHOSE) or {"photos": ()}
    found = (photos.by_public_id(unit.session, one) for one in draft["photos"])
    return [photo for photo in found if photo is not None and photo.customer_id is None]


def _keep(unit: Unit, waiting: list[Photo], customer: Customer, visit: Visit | None) -> PhotoKept:
    together = list({one.id: one for photo in waiting for one in [photo, *_together(unit, photo)]}.values())
    for one in together:
        one.customer_id, one.visit_id, one.waits_for = customer.id, visit.id if visit else None, None
        unit.session.add(one)
    entry = write_entry(
        unit,
        KEPT,
        customer_id=customer.id,
        after={"photos": [one.public_id for one in together]},
        undo_for=_UNDO_FOR,
    )
    coming = any(one.album and one.sent_at == unit.now for one in together)
    return _kept(unit, customer, visit, entry.public_id, None if coming else len(together))


def _bind(unit: Unit, photo: Photo, entry: JournalEntry) -> None:
    photo.customer_id, photo.visit_id, photo.waits_for = entry.customer_id, entry.subject_id, None
    unit.session.add(photo)


def _album(unit: Unit, photo: Photo) -> list[Photo]:
    return photos.of_album(unit.session, photo.chat_id, photo.album) if photo.album else []


def _together(unit: Unit, photo: Photo) -> list[Photo]:
    """The others of its album that belong to nobody yet."""
    return [one for one in _album(unit, photo) if one.id != photo.id and one.customer_id is None]


def _visit_of(unit: Unit, customer: Customer, photo: Photo) -> Visit | None:
    """The visit that the words are about: of a thing that they name and that is still here, or whatever is newest."""
    lexicon = Lexicon(unit.names, known_items(unit), unit.shop.currency)
    caption = photo.caption or ""
    things = read_caption(caption, now=unit.now.astimezone(unit.shop.zone), lexicon=lexicon).things
    here = {order.visit_id for order in orders.of_customer(unit.session, customer.id or 0) if order.visit_id}
    newest = accounts.newest_visits(unit.session, customer.id or 0, _LAST_VISITS)

    def fits(visit: Visit) -> tuple[bool, bool]:
        lines = visits.lines_of(unit.session, visit.id or 0)
        named = any(line.item and (line.item in things or line.item in caption) for line in lines)
        return named, visit.id in here

    return max(newest, key=fits, default=None)


def _kept(unit: Unit, customer: Customer, visit: Visit | None, undo: str, count: int | None) -> PhotoKept:
    here = visit is not None and any(one.state in orders.OPEN for one in orders.of_visit(unit.session, visit.id or 0))
    items = items_with(unit, visit)
    return PhotoKept(undo, customer.name, last4(customer), count, items, visit.visited_on if visit else None, here)
