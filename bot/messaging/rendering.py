"""Replies into the words, buttons and keys of one reader, at the moment of sending."""

from dataclasses import dataclass, replace
from datetime import date

from bot.domain.buttons import button
from bot.domain.by_hand import pieces
from bot.domain.outgoing import Button, Document, Keyboard, Reply, Words, words
from bot.domain.promotional import LABEL
from bot.domain.shop import Shop
from bot.texts.catalog import Catalog
from bot.texts.keys import SHARE_CONTACT, rows_of


@dataclass(frozen=True, slots=True)
class RenderedButton:
    label: str
    data: str = ""
    url: str = ""
    copy: str = ""


@dataclass(frozen=True, slots=True)
class Key:
    label: str
    shares_contact: bool = False


@dataclass(frozen=True, slots=True)
class Rendered:
    """A message ready to be sent. `keyboard` None leaves the keys alone, an empty one takes them away.

    With a `document` the text is its caption.
    """

    chat_id: int
    text: str
    buttons: tuple[tuple[RenderedButton, ...], ...] = ()
    keyboard: tuple[tuple[Key, ...], ...] | None = None
    edits: int | None = None
    document: Document | None = None


_REFUSE = button(words("button-refuse-ads"), "no-more", "marketing")


def render(
    catalog: Catalog,
    reply: Reply,
    *,
    chat_id: int,
    language: str,
    shop: Shop,
    today: date,
    advertising: bool = False,
) -> Rendered:
    """Put a reply into `language`. Raises MissingText when the message files do not hold it.

    Advertising gets its label, the sender with the contact, and the free refusal with its button here and nowhere else.
    """
    if advertising:
        reply = _as_advertising(reply, shop)

    def plain(text: Words) -> str:
        return catalog.plain(text, language, zone=shop.zone, today=today, preset=shop.preset)

    def shown(one: Button) -> tuple[RenderedButton, ...]:
        if one.copy is None:
            return (RenderedButton(plain(one.label), one.data, one.url),)
        copied = pieces(plain(one.copy))  # more than Telegram copies at once is copied in pieces
        if len(copied) == 1:
            return (RenderedButton(plain(one.label), copy=copied[0]),)
        return tuple(
            RenderedButton(plain(words("button-copy-piece", number=at, of=len(copied))), copy=piece)
            for at, piece in enumerate(copied, start=1)
        )

    return Rendered(
        chat_id=chat_id,
        text=catalog.render(reply.text, language, zone=shop.zone, today=today, preset=shop.preset),
        buttons=tuple(tuple(rendered for one in row for rendered in shown(one)) for row in reply.buttons),
        keyboard=_keyboard(catalog, reply.keyboard, language, shop, today),
        edits=reply.edits,
        document=reply.document,
    )


def _as_advertising(reply: Reply, shop: Shop) -> Reply:
    text = words("advertising", label=LABEL, shop=shop.name, contact=shop.contact, message=reply.text)
    return replace(reply, text=text, buttons=(*reply.buttons, (_REFUSE,)))


def _keyboard(
    catalog: Catalog, keyboard: Keyboard, language: str, shop: Shop, today: date
) -> tuple[tuple[Key, ...], ...] | None:
    rows = rows_of(keyboard, shop.spoken_as)
    if rows is None:
        return None
    return tuple(
        tuple(
            Key(catalog.plain(words(key), language, zone=shop.zone, today=today), key == SHARE_CONTACT) for key in row
        )
        for row in rows
    )
