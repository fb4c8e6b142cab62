"""Photos taken across the counter: kept with whoever and whatever their words name, and shown again."""

from collections.abc import Callable

from bot.actions import photo_gallery, photos
from bot.actions.people import WhoIsMeant
from bot.actions.photo_gallery import Gallery, Shown
from bot.actions.photos import PhotoKept, Whose
from bot.actions.price_list import known_items
from bot.actions.unit import Replies, Unit
from bot.domain import buttons
from bot.domain.outgoing import Reply, Words, words
from bot.domain.refusals import Refusal
from bot.domain.said import Said, SharedFile
from bot.understanding.asks.people import Photos
from bot.understanding.captions import Caption, read_caption
from bot.understanding.lexicon import Lexicon
from handlers.owner_asking import which_card
from handlers.owner_rows import item_rows

FORM = photos.WHOSE
_LEAVE = buttons.button(words("button-cancel"), "leave")


def receive(said: Said, unit: Unit) -> Replies:
    """A picture with a name, a tag or nothing under it."""
    photo = photos.receive(unit, _file(said), said.album, said.text)
    if photos.joins_album(unit, photo):
        return None
    return _settled(photos.settle(unit, photo, _caption_of(said, unit)))


def with_visit(said: Said, unit: Unit, record: Callable[[Said, Unit], Replies]) -> Replies:
    """A picture under which a visit is written down: the visit first, and the picture with it."""
    photo = photos.receive(unit, _file(said), said.album, said.text)
    given = record(said, unit)
    replies = [given] if isinstance(given, Reply) else list(given or ())
    if not photos.with_visit(unit, photo):
        return replies
    return [*replies, Reply(words("photo-with-visit", count=None if said.album else 1))]


def with_deed(said: Said, unit: Unit, deed: Callable[[Said, Unit], Replies]) -> Replies:
    """A picture under which something is said of what was left: that is done, and the picture is kept."""
    done, kept = deed(said, unit), receive(said, unit)
    return [reply for given in (done, kept) for reply in ([given] if isinstance(given, Reply) else given or ())]


def whose(said: Said, unit: Unit) -> Replies:
    """The name that was asked for."""
    return _settled(photos.settle_named(unit, _caption_of(said, unit)))


def chosen(said: Said, unit: Unit, person: str, entry: str) -> Replies:
    """One of those it can be."""
    return _settled(photos.settle_chosen(unit, person, entry))


def show(said: Said, unit: Unit, ask: Photos) -> Replies:
    """ "김민지 사진 보여줘"."""
    found = photo_gallery.find(unit, ask.name)
    return which_card(found, "photos") if isinstance(found, WhoIsMeant) else pictures(found)


def show_chosen(said: Said, unit: Unit, public_id: str) -> Replies:
    """The button of a card."""
    return pictures(photo_gallery.of_button(unit, public_id))


def pictures(found: Gallery) -> Replies:
    """The newest pictures, each with what it is of."""
    if not found.newest:
        return Reply(words("photos-none", name=found.name))
    left = found.total - len(found.newest)
    replies = [Reply(_caption(one), document=one.document) for one in reversed(found.newest)]
    return [Reply(words("photos-left", shown=len(found.newest), count=left)), *replies] if left > 0 else replies


def _settled(done: PhotoKept | Whose) -> Reply:
    if isinstance(done, PhotoKept):
        text = words(
            "photo-kept",
            name=done.name,
            last4=done.last4 or None,
            count=done.count,
            items=item_rows(done.items),
            on=done.on,
            here=done.here,
        )
        return Reply(text, buttons=((buttons.button(words("button-undo"), "undo", done.undo),),))
    if done.meant is None or not done.meant.candidates:
        said = done.meant.said if done.meant is not None else None
        return Reply(words("photo-whose", query=said), buttons=((_LEAVE,),))
    return which_card(done.meant, "photo-of", done.entry)


def _caption_of(said: Said, unit: Unit) -> Caption:
    lexicon = Lexicon(unit.names, known_items(unit), unit.shop.currency)
    return read_caption(said.text, now=unit.now.astimezone(unit.shop.zone), lexicon=lexicon)


def _caption(one: Shown) -> Words:
    return words("photo-caption", on=one.on, items=item_rows(one.items), text=one.text, number=one.case)


def _file(said: Said) -> SharedFile:
    if said.file is None:
        raise Refusal("photo-gone")
    return said.file
