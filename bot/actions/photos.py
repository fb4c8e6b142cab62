"""Photos: of somebody's things, taken across the counter, and with what a customer said.

A picture comes in three steps. What it belongs to is settled in the chat, its bytes are fetched by the desk in
`bot/jobs`, and whoever should see it is shown it. What belongs to nothing after a day is gone, and so is what nobody
needs any more after `KEPT_DAYS`.
"""

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from bot.actions import drafts, forms, profile, sending
from bot.actions.entries import write_entry
from bot.actions.people import WhoIsMeant, chosen, last4, who_is_meant
from bot.actions.planning import Planned
from bot.actions.unit import Unit
from bot.actions.visits import RECORDED
from bot.domain.buttons import button
from bot.domain.outgoing import Document, Kind, Reply, words
from bot.domain.packing import pack
from bot.domain.refusals import Refusal
from bot.domain.said import SharedFile
from bot.domain.written_text import one_line
from bot.understanding.asks.values import Spoken
from bot.understanding.captions import Caption
from storage import accounts, cases, journal, orders, outbox, photos, visits
from storage.models import Case, Customer, JournalEntry, Photo, Visit

MOST_BYTES = 5 * 1024 * 1024
MOST_A_DAY = 30
MOST_SHOWN = 5
KEPT_DAYS = 90
WHOSE, FOR_CASE, ABOUT = "photo-whose", "case-photo", "photo-about"
KEPT = "photo_kept"
_LONGEST_CAPTION = 300
_LOOSE_FOR = timedelta(days=1)
_UNDO_FOR = timedelta(days=7)
_TRIES = 5
_WAIT = timedelta(minutes=1)
_LAST_VISITS = 10
_KINDS = {b"\x89PNG\r\n\x1a\n": "png", b"\xff\xd8\xff": "jpg"}


@dataclass(frozen=True, slots=True)
class PhotoKept:
    """Pictures and whose they are. `items` and `on` are of the visit that they are with. Taken back, no `undo`."""

    undo: str
    name: str
    last4: str
    count: int
    items: tuple[tuple[str, int], ...]
    on: date | None
    here: bool


@dataclass(frozen=True, slots=True)
class Whose:
    """It is asked whose a picture is: `meant` fit, or (None) nobody was named."""

    entry: str
    meant: WhoIsMeant | None


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


@dataclass(frozen=True, slots=True)
class Coming:
    """A picture that is still at Telegram."""

    id: int
    file_id: str


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
    photo.waits_for = first.waits_for
    unit.session.add(photo)
    return True


def settle(unit: Unit, photo: Photo, caption: Caption) -> PhotoKept | Whose:
    """Keep it with what its words name: a tag, or a person and the things they left. Raises Refusal tag-unknown."""
    unit.permit("record")
    if caption.tag:
        tagged = orders.by_tag(unit.session, caption.tag)
        if not tagged:
            raise Refusal("tag-unknown", tag=caption.tag)
        visit = unit.session.get(Visit, tagged[0].visit_id) if tagged[0].visit_id else None
        return _keep(unit, photo, unit.session.get_one(Customer, tagged[0].customer_id), visit)
    if caption.name is None:
        forms.begin(unit, WHOSE, {"photo": photo.public_id})
        return Whose(photo.public_id, None)
    meant = who_is_meant(unit, caption.name)
    if isinstance(meant, WhoIsMeant):
        forms.begin(unit, WHOSE, {"photo": photo.public_id})
        return Whose(photo.public_id, meant)
    return _keep(unit, photo, meant, _visit_of(unit, meant, photo.caption or ""))


def settle_named(unit: Unit, caption: Caption) -> PhotoKept | Whose:
    """The words that say whose the picture is. Raises Refusal draft-gone."""
    unit.permit("record")
    draft = forms.draft(unit, WHOSE)
    photo = photos.by_public_id(unit.session, draft["photo"]) if draft else None
    if photo is None:
        raise Refusal("draft-gone")
    forms.end(unit)
    return settle(unit, photo, caption)


def settle_chosen(unit: Unit, person: str, entry: str) -> PhotoKept:
    """The button of one of those it can be. Raises Refusal: draft-gone, person-gone."""
    unit.permit("record")
    photo = photos.by_public_id(unit.session, entry)
    if photo is None or photo.customer_id is not None:
        raise Refusal("draft-gone")
    if forms.open_form(unit) == WHOSE:
        forms.end(unit)
    customer = chosen(unit, person)
    return _keep(unit, photo, customer, _visit_of(unit, customer, photo.caption or ""))


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
    waiting = [one for one in photos.loose(unit.session, unit.actor.chat_id, _lately(unit)) if one.waits_for == token]
    for photo in waiting:
        _bind(unit, photo, entry)
    return len(waiting)


def take_back(unit: Unit, entry: JournalEntry) -> PhotoKept:
    """Undo: the pictures are gone. Raises Refusal photo-gone."""
    facts = journal.after(unit.vault, entry)
    found = [photo for one in facts["photos"] if (photo := photos.by_public_id(unit.session, one)) is not None]
    customer = unit.session.get(Customer, entry.customer_id)
    if not found or customer is None:
        raise Refusal("photo-gone")
    visit = unit.session.get(Visit, found[0].visit_id) if found[0].visit_id else None
    photos.forget(unit.session, found)
    return _kept(unit, customer, visit, "", len(found))


def case_at_hand(unit: Unit, replied_to: str | None) -> str | None:
    """The case that a picture without words goes with: the one replied to, the one that asked for it, or today's."""
    unit.permit("be heard")
    draft = forms.draft(unit, FOR_CASE)
    if draft is not None:
        return str(draft["case"])
    if replied_to is not None:
        return replied_to
    case = cases.newest_open(unit.session, unit.actor.customer_id or 0, _lately(unit))
    return case.public_id if case else None


def ask_for_case(unit: Unit, entry: str) -> int:
    """The next picture of this chat goes with that case. Returns its number. Raises Refusal case-gone."""
    unit.permit("be heard")
    case = _own_case(unit, entry)
    forms.hold(unit, FOR_CASE, {"case": entry}, kept=forms.KEPT_LONG)
    return case.id or 0


def ask_about(unit: Unit) -> None:
    """The next words of this chat say what the picture is about."""
    unit.permit("be heard")
    forms.begin_within(unit, ABOUT, kept=forms.KEPT_LONG)


def with_case(unit: Unit, entry: str) -> tuple[int, int]:
    """The pictures that belonged to nothing yet go with that case: its number, and how many.

    Raises Refusal case-gone.
    """
    unit.permit("be heard")
    case = _own_case(unit, entry)
    waiting = photos.loose(unit.session, unit.actor.chat_id, _lately(unit))
    for photo in waiting:
        photo.customer_id, photo.case_id = case.customer_id, case.id
        unit.session.add(photo)
        if photo.state == "kept":
            _tell_shop(unit, photo, photos.data_of(unit.vault, photo))
    for name in (FOR_CASE, ABOUT):
        forms.finish(unit, name)
    return case.id or 0, len(waiting)


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
    if _kind(data) is None:
        lost(unit, photo_id)
        return
    photos.keep(unit.session, unit.vault, photo, data)
    if photo.case_id is not None:
        _tell_shop(unit, photo, data)


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
    over = photos.over(unit.session, unit.now - timedelta(days=KEPT_DAYS), unit.now - _LOOSE_FOR)
    photos.forget(unit.session, over)
    return Planned()


def _keep(unit: Unit, photo: Photo, customer: Customer, visit: Visit | None) -> PhotoKept:
    together = [photo, *_together(unit, photo)]
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
    return _kept(unit, customer, visit, entry.public_id, len(together))


def _bind(unit: Unit, photo: Photo, entry: JournalEntry) -> None:
    photo.customer_id, photo.visit_id, photo.waits_for = entry.customer_id, entry.subject_id, None
    unit.session.add(photo)


def _own_case(unit: Unit, entry: str) -> Case:
    case = cases.by_public_id(unit.session, entry)
    if case is None or case.customer_id != unit.actor.customer_id or case.state == "withdrawn":
        raise Refusal("case-gone")
    return case


def _together(unit: Unit, photo: Photo) -> list[Photo]:
    """The others of its album that belong to nobody yet."""
    if not photo.album:
        return []
    album = photos.of_album(unit.session, photo.chat_id, photo.album)
    return [one for one in album if one.id != photo.id and one.customer_id is None]


def _visit_of(unit: Unit, customer: Customer, caption: str) -> Visit | None:
    """The visit that the words are about: of a thing that they name and that is still here, or whatever is newest."""
    here = {order.visit_id for order in orders.of_customer(unit.session, customer.id or 0) if order.visit_id}
    newest = accounts.newest_visits(unit.session, customer.id or 0, _LAST_VISITS)

    def fits(visit: Visit) -> tuple[bool, bool]:
        named = any(line.item and line.item in caption for line in visits.lines_of(unit.session, visit.id or 0))
        return named, visit.id in here

    return max(newest, key=fits, default=None)


def _kept(unit: Unit, customer: Customer, visit: Visit | None, undo: str, count: int) -> PhotoKept:
    here = visit is not None and any(one.state in orders.OPEN for one in orders.of_visit(unit.session, visit.id or 0))
    items = _items(unit, visit)
    return PhotoKept(undo, customer.name, last4(customer), count, items, visit.visited_on if visit else None, here)


def _gallery(unit: Unit, customer: Customer, most: int) -> Gallery:
    newest = photos.of_customer(unit.session, customer.id or 0, most)
    total = photos.count(unit.session, customer.id or 0)
    return Gallery(customer.name, total, tuple(_shown(unit, photo) for photo in newest))


def _shown(unit: Unit, photo: Photo) -> Shown:
    visit = unit.session.get(Visit, photo.visit_id) if photo.visit_id else None
    on = visit.visited_on if visit else unit.shop.day_of(photo.sent_at)
    return Shown(
        _document(photo, photos.data_of(unit.vault, photo)), on, _items(unit, visit), photo.caption, photo.case_id
    )


def _document(photo: Photo, data: bytes) -> Document:
    return Document(f"photo-{photo.id}.{_kind(data)}", data, picture=True)


def _kind(data: bytes) -> str | None:
    return next((kind for start, kind in _KINDS.items() if data.startswith(start)), None)


def _items(unit: Unit, visit: Visit | None) -> tuple[tuple[str, int], ...]:
    lines = visits.lines_of(unit.session, visit.id or 0) if visit else []
    return tuple((line.item, line.quantity) for line in lines if line.item)


def _tell_shop(unit: Unit, photo: Photo, data: bytes) -> None:
    case = unit.session.get_one(Case, photo.case_id)
    person = unit.session.get_one(Customer, case.customer_id)
    about = photo.caption or cases.first_words(unit.session, case)
    text = words("case-photo", number=case.id or 0, name=person.name, last4=last4(person) or None, text=about or None)
    answer = button(words("button-case-answer"), "case-answer", case.public_id)
    reply = Reply(text, buttons=((answer,),), document=_document(photo, data))
    sending.tell_owners(unit, f"case:{case.public_id}:photo:{photo.public_id}", reply)


def _lately(unit: Unit) -> datetime:
    return unit.now - _LOOSE_FOR
