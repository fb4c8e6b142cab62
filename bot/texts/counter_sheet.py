"""The sheet for the counter: one A4 page with a QR code that opens the chat, in Korean and in English.

It is drawn at 300 dots an inch in Noto Sans KR, so that it looks the same on every machine and on every printer.
"""

import io
from collections.abc import Iterator
from datetime import date

import segno
from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont
from pylopdf_fonts_ko import sans_path

from bot.domain.outgoing import Value, words
from bot.domain.shop import Shop
from bot.domain.spoken_hours import hours_in
from bot.domain.written_text import one_line
from bot.texts.catalog import Catalog
from bot.texts.languages import LANGUAGES

START_CODE = "counter"
"""What a scanned sheet says to the bot. Anybody may take a picture of the sheet, so the code proves nothing."""

_DOTS = 300
_SIZE = (2480, 3508)
_MARGIN = 220
_QR_SIDE = 1450
_QUIET_ZONE = 4
_MOST_LINES_OF_A_NAME = 2
_BLACK, _GREY, _WHITE = 0, 96, 255


def sheet_link(bot: str) -> str:
    """The address behind the QR code."""
    return f"https://t.me/{bot}?start={START_CODE}"


def counter_sheet(catalog: Catalog, shop: Shop, kind: str) -> bytes:
    """The sheet of this shop as a file, `kind` being "PDF" or "PNG". `shop.bot` must be known."""
    page = Image.new("L", _SIZE, _WHITE)
    pen = _Pen(page)
    say = _Speaker(catalog, shop)
    first, *others = sorted(LANGUAGES, key=lambda language: language != shop.language)
    pen.write(shop.name, 200, not_below=120)
    pen.skip(20)
    pen.write(say("sheet-headline", first), 96)
    for language in others:
        pen.write(say("sheet-headline", language), 64, _GREY)
    pen.skip(20)
    pen.paste(_qr(sheet_link(shop.bot)))
    pen.write(f"@{shop.bot}", 72, not_below=40)
    pen.skip(50)
    for language, size, shade in ((first, 60, _BLACK), *((other, 48, _GREY) for other in others)):
        for sentence in say.explanation(language):
            pen.write(sentence, size, shade)
        pen.skip(40)
    pen.write(say.footer(first), 48, _GREY, at_the_foot=True)
    file = io.BytesIO()
    page.save(file, kind, resolution=_DOTS, dpi=(_DOTS, _DOTS), quality=95)
    return file.getvalue()


def code_picture(link: str) -> bytes:
    """A code to be scanned from a screen, as a PNG."""
    file = io.BytesIO()
    segno.make(link, error="q", micro=False).save(file, kind="png", scale=12, border=_QUIET_ZONE)
    return file.getvalue()


class _Speaker:
    """The sentences of the sheet."""

    def __init__(self, catalog: Catalog, shop: Shop) -> None:
        self._catalog = catalog
        self._shop = shop

    def __call__(self, key: str, language: str, **facts: Value) -> str:
        # No sentence of the sheet holds a date.
        return self._catalog.plain(words(key, **facts), language, zone=self._shop.zone, today=date.min)

    def explanation(self, language: str) -> Iterator[str]:
        """What the chat is good for, and that nobody has to."""
        yield self("sheet-what", language, preset=self._shop.spoken_as.value)
        yield self("sheet-how", language, bot=self._shop.bot)
        yield self("sheet-free", language)

    def footer(self, language: str) -> str:
        facts = []
        if self._shop.hours:
            facts.append(self("shop-hours", language, hours=hours_in(self._shop.hours, language)))
        if self._shop.contact:
            facts.append(self("shop-contact", language, contact=self._shop.contact))
        return "  ·  ".join(facts)


class _Pen:
    """Writes down a page, line by line, in the middle. Its fonts are its own: they must not be shared by threads."""

    def __init__(self, page: Image.Image) -> None:
        self._page = page
        self._draw = ImageDraw.Draw(page)
        self._fonts: dict[int, FreeTypeFont] = {}
        self._y = _MARGIN

    def skip(self, dots: int) -> None:
        self._y += dots

    def paste(self, picture: Image.Image) -> None:
        self._page.paste(picture, ((_SIZE[0] - picture.width) // 2, self._y))
        self._y += picture.height

    def write(
        self, text: str, size: int, shade: int = _BLACK, *, not_below: int | None = None, at_the_foot: bool = False
    ) -> None:
        """A text of `size` dots, wrapped between the margins.

        With `not_below` it is made smaller to fit on one line, and at that size it may take two.
        """
        text = self._drawable(text)
        room = _SIZE[0] - 2 * _MARGIN
        if not_below is not None:
            fitting = int(size * room / max(1.0, self._font(size).getlength(text)))
            size = max(not_below, min(size, fitting))
        font = self._font(size)
        lines = _wrapped(text, font, room)
        while not_below is not None and len(lines) > _MOST_LINES_OF_A_NAME:
            size = size * 9 // 10
            font = self._font(size)
            lines = _wrapped(text, font, room)
        y = _SIZE[1] - _MARGIN - len(lines) * _line_height(size) if at_the_foot else self._y
        for line in lines:
            self._draw.text((_SIZE[0] / 2, y), line, fill=shade, font=font, anchor="ma")
            y += _line_height(size)
        if not at_the_foot:
            self._y = y

    def _drawable(self, text: str) -> str:
        """The text without what the font has no picture for, such as emoji: a shop's name may hold anything."""
        font = self._font(20)
        absent = bytes(font.getmask("\U0010fffd"))
        return one_line("".join(sign for sign in text if sign == " " or bytes(font.getmask(sign)) != absent))

    def _font(self, size: int) -> FreeTypeFont:
        if size not in self._fonts:
            self._fonts[size] = ImageFont.truetype(str(sans_path()), size)
        return self._fonts[size]


def _line_height(size: int) -> int:
    return size * 3 // 2


def _wrapped(text: str, font: FreeTypeFont, room: float) -> list[str]:
    """As few lines as there is room for, and these about equally long: a last line of one word looks like a slip."""
    lines = _filled(text, font, room)
    narrower = lines
    while len(narrower) == len(lines) > 1:
        lines, room = narrower, room * 0.95
        narrower = _filled(text, font, room)
    return lines


def _filled(text: str, font: FreeTypeFont, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
            continue
        lines.append("")
        for sign in word:
            if font.getlength(lines[-1] + sign) > room:
                lines.append("")
            lines[-1] += sign
    return lines


def _qr(link: str) -> Image.Image:
    """The code with its quiet zone, about eleven centimetres wide: legible from a step away."""
    code = segno.make(link, error="q", micro=False)
    modules = int(code.symbol_size(border=_QUIET_ZONE)[0])
    rows = code.matrix_iter(border=_QUIET_ZONE)
    small = Image.new("L", (modules, modules))
    small.putdata([_BLACK if dark else _WHITE for row in rows for dark in row])
    scale = _QR_SIDE // modules
    return small.resize((modules * scale, modules * scale), Image.Resampling.NEAREST)
