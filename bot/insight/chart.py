"""A chart as a picture: bars with a label below and a figure above each, in Noto Sans KR as on the counter's sheet.

Nothing in it is a sentence: what the bars are stands in the message around the picture.
"""

import io
from collections.abc import Sequence
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFont
from pylopdf_fonts_ko import sans_path

_WIDTH, _HEIGHT, _MARGIN = 1200, 720, 60
_LABEL, _FIGURE = 30, 26
_INK, _PALE, _STRONG, _LINE, _PAPER = "#222222", "#9db7d5", "#2f6db5", "#d5d5d5", "#ffffff"
_MOST_BARS = 31


@dataclass(frozen=True, slots=True)
class Bar:
    """`label` stands below, `figure` above; `strong` bars are those that are spoken of, the others are beside them."""

    label: str
    value: int
    figure: str = ""
    strong: bool = True


def draw(bars: Sequence[Bar]) -> bytes:
    """The chart as PNG. Raises ValueError for no bars, or more than 31, or a value below zero."""
    if not 1 <= len(bars) <= _MOST_BARS or any(bar.value < 0 for bar in bars):
        raise ValueError("a chart has 1 to 31 bars of zero or more")
    page = Image.new("RGB", (_WIDTH, _HEIGHT), _PAPER)
    pen = ImageDraw.Draw(page)
    step = (_WIDTH - 2 * _MARGIN) / len(bars)
    ground, top = _HEIGHT - _MARGIN - 50, _MARGIN + 50
    label = _fitting([bar.label for bar in bars], _LABEL, step - 8)
    figure = _fitting([bar.figure for bar in bars], _FIGURE, step - 8)
    pen.line((_MARGIN, ground, _WIDTH - _MARGIN, ground), fill=_LINE, width=2)
    highest = max(1, *(bar.value for bar in bars))
    for at, bar in enumerate(bars):
        middle = _MARGIN + step * (at + 0.5)
        height = (ground - top) * bar.value / highest
        half = min(step * 0.36, 60)
        if bar.value:
            pen.rectangle(
                (middle - half, ground - max(2, height), middle + half, ground), fill=_STRONG if bar.strong else _PALE
            )
        pen.text((middle, ground + 14), bar.label, _INK, font=label, anchor="ma")
        if bar.figure and bar.value:
            pen.text((middle, ground - max(2, height) - 10), bar.figure, _INK, font=figure, anchor="mb")
    file = io.BytesIO()
    page.save(file, "PNG", optimize=True)
    return file.getvalue()


def _fitting(texts: Sequence[str], size: int, width: float) -> ImageFont.FreeTypeFont:
    """The font at `size`, or as much smaller as the widest of the texts needs."""
    while size > 10:
        font = ImageFont.truetype(sans_path(), size)
        if all(font.getlength(text) <= width for text in texts):
            return font
        size -= 2
    return ImageFont.truetype(sans_path(), size)
