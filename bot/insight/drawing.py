"""Bars on a picture: a title, one or two panels of rows, each row with its label, its bar and its figure.

The bars lie, so that a label and a figure of any length stay legible on a phone and every figure can be told exactly.
Everything written is handed over ready; the picture knows no language.
"""

import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont
from PIL.ImageFont import FreeTypeFont
from pylopdf_fonts_ko import sans_path

from bot.domain.written_text import one_line

_WIDTH = 1080
_MARGIN = 56
_ROW, _BAR = 46, 28
_TITLE, _HEADING, _TEXT, _SMALL = 44, 30, 26, 22
# Of the room between the margins: what labels may take, and what a figure beside its bar may.
_MOST_LABEL, _MOST_FIGURE = 0.34, 0.30
_GAP = 14
_PAPER, _INK, _GREY, _LINE = "#ffffff", "#1f2933", "#66727f", "#d5dbe1"
_UP, _DOWN = "#2f7d6b", "#c8553d"


@dataclass(frozen=True, slots=True)
class Bar:
    """One row. `value` and `lost` are 0 or more; `lost` goes the other way, and its row has both figures.

    `figure` and `lost_figure` are what stands beside them.
    """

    label: str
    value: int
    figure: str
    lost: int = 0
    lost_figure: str = ""


@dataclass(frozen=True, slots=True)
class Panel:
    """Bars that share one scale; `both_ways` draws them from a line in the middle, `empty` is said instead of none."""

    heading: str
    bars: tuple[Bar, ...]
    empty: str = ""
    both_ways: bool = False


def draw(title: str, panels: tuple[Panel, ...], foot: str = "") -> bytes:
    """The picture as a PNG, 1,080 dots wide and as high as its rows. `foot` is the rule behind it, in small."""
    font = _Fonts()
    height = _MARGIN * 2 + _TITLE * 2 + sum(_height(panel) for panel in panels)
    small = font(_SMALL)
    feet = _lines(foot, small, _WIDTH - 2 * _MARGIN)
    height += len(feet) * _SMALL * 3 // 2
    page = Image.new("RGB", (_WIDTH, height), _PAPER)
    pen = ImageDraw.Draw(page)
    pen.text((_MARGIN, _MARGIN), _fitting(title, font(_TITLE), _WIDTH - 2 * _MARGIN), fill=_INK, font=font(_TITLE))
    y = _MARGIN + _TITLE * 2
    for panel in panels:
        _panel(pen, font, panel, y)
        y += _height(panel)
    for line in feet:
        pen.text((_MARGIN, y), line, fill=_GREY, font=small)
        y += _SMALL * 3 // 2
    file = io.BytesIO()
    page.save(file, "PNG", optimize=True)
    return file.getvalue()


class _Fonts:
    """The bundled Korean font by its size. Fonts must not be shared by threads, so every picture has its own."""

    def __init__(self) -> None:
        self._fonts: dict[int, FreeTypeFont] = {}

    def __call__(self, size: int) -> FreeTypeFont:
        if size not in self._fonts:
            self._fonts[size] = ImageFont.truetype(str(sans_path()), size)
        return self._fonts[size]


def _height(panel: Panel) -> int:
    return _HEADING * 2 + max(1, len(panel.bars)) * _ROW + _ROW


def _panel(pen: ImageDraw.ImageDraw, font: _Fonts, panel: Panel, top: int) -> None:
    room = _WIDTH - 2 * _MARGIN
    pen.text((_MARGIN, top), _fitting(panel.heading, font(_HEADING), room), fill=_GREY, font=font(_HEADING))
    text, top = font(_TEXT), top + _HEADING * 2
    if not panel.bars:
        pen.text((_MARGIN, top), _fitting(panel.empty, text, room), fill=_INK, font=text)
        return
    labels = [_fitting(bar.label, text, room * _MOST_LABEL) for bar in panel.bars]
    figures = [_fitting(bar.figure, text, room * _MOST_FIGURE) for bar in panel.bars]
    losses = [_fitting(bar.lost_figure, text, room * _MOST_FIGURE) for bar in panel.bars]
    left = _MARGIN + max(map(text.getlength, labels)) + _GAP
    right = _WIDTH - _MARGIN - max(map(text.getlength, figures)) - _GAP
    zero, most = left, max(bar.value for bar in panel.bars)
    if panel.both_ways:
        left += max(map(text.getlength, losses)) + _GAP
        # One scale for both ways, and the line where neither side has to give way.
        lost = max(bar.lost for bar in panel.bars)
        zero = left + (right - left) * (lost / (most + lost) if most + lost else 0.5)
        most += lost
    scale = (right - left) / most if most else 0.0
    bottom = top + len(panel.bars) * _ROW
    pen.line([(zero, top), (zero, bottom)], fill=_LINE, width=3)
    for number, bar in enumerate(panel.bars):
        middle = top + number * _ROW + _ROW // 2
        pen.text((_MARGIN, middle), labels[number], fill=_INK, font=text, anchor="lm")
        end = _bar(pen, zero, zero + bar.value * scale, middle, _UP)
        pen.text((end + _GAP, middle), figures[number], fill=_INK, font=text, anchor="lm")
        if panel.both_ways:
            end = _bar(pen, zero, zero - bar.lost * scale, middle, _DOWN)
            pen.text((end - _GAP, middle), losses[number], fill=_INK, font=text, anchor="rm")


def _bar(pen: ImageDraw.ImageDraw, zero: float, end: float, middle: int, colour: str) -> float:
    """Nothing is no bar; anything else is one that can be seen. Returns where it ends."""
    if end == zero:
        return zero
    end = max(end, zero + 4) if end > zero else min(end, zero - 4)
    edges = sorted((zero, end))
    pen.rounded_rectangle([edges[0], middle - _BAR // 2, edges[1], middle + _BAR // 2], radius=4, fill=colour)
    return end


def _fitting(text: str, font: FreeTypeFont, room: float) -> str:
    """The text on one line, shortened with an ellipsis where it is too long. What the font cannot draw is left out."""
    absent = bytes(font.getmask("\U0010fffd"))
    text = "".join(sign for sign in one_line(text) if sign == " " or bytes(font.getmask(sign)) != absent)
    if font.getlength(text) <= room:
        return text
    while text and font.getlength(f"{text}…") > room:
        text = text[:-1]
    return f"{text.rstrip()}…"


def _lines(text: str, font: FreeTypeFont, room: float) -> list[str]:
    lines: list[str] = []
    for word in text.split():
        longer = f"{lines[-1]} {word}" if lines else word
        if lines and font.getlength(longer) <= room:
            lines[-1] = longer
        else:
            lines.append(_fitting(word, font, room))
    return lines
