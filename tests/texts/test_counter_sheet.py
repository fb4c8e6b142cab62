"""The sheet for the counter: it is A4, its code opens the chat, and nothing runs off the page."""

import io
from dataclasses import replace

import pytest
import segno
from PIL import Image

from bot.domain.shop import Preset, Shop
from bot.texts.catalog import Catalog
from bot.texts.counter_sheet import counter_sheet, sheet_link

SHOP = Shop("맑은세탁", hours="10:00-20:00", contact="02-123-4567", bot="clear_laundry_bot")
SHOPS = [
    SHOP,
    *(replace(SHOP, preset=preset, language="en") for preset in Preset),
    replace(
        SHOP, name="The Very Long Name Of A Little Theatre In A Side Street Of Hongdae, Seoul", hours="", contact=""
    ),
    replace(SHOP, name="☕🥐", bot="a" * 32),
    replace(SHOP, name="가" * 60, hours="평일 10:00-20:00, 토요일 10:00-17:00, 일요일과 공휴일은 쉬어요"),
]


@pytest.mark.parametrize("shop", SHOPS, ids=range(len(SHOPS)))
def test_the_sheet_is_an_a4_page_with_nothing_on_its_margins(shop: Shop) -> None:
    page = picture(shop)

    assert [round(side / 300 * 25.4) for side in page.size] == [210, 297]
    assert page.info["dpi"] == pytest.approx((300, 300), abs=0.1)
    left, top, right, bottom = ink(page)
    assert min(left, top, page.width - right, page.height - bottom) > 150


@pytest.mark.parametrize("shop", SHOPS, ids=range(len(SHOPS)))
def test_its_code_opens_the_chat_with_this_bot(shop: Shop) -> None:
    page = picture(shop)
    wanted = [
        [bool(module) for module in row] for row in segno.make(sheet_link(shop.bot), error="q", micro=False).matrix
    ]

    assert sheet_link(shop.bot) == f"https://t.me/{shop.bot}?start=counter"
    assert modules_in(page, len(wanted)) == wanted


def test_it_can_be_printed_as_a_pdf() -> None:
    data = counter_sheet(Catalog(), SHOP, "PDF")

    assert data.startswith(b"%PDF-")
    assert b"/MediaBox [ 0 0 595.2 841.92 ]" in data


def test_the_name_of_the_shop_is_written_on_it() -> None:
    assert picture(SHOP).tobytes() != picture(replace(SHOP, name="맑은세탄")).tobytes()
    assert picture(SHOP).tobytes() == picture(replace(SHOP, name="맑은세탁 🧺")).tobytes()


_CORNER = 210  # dots; no stroke of a letter is as long


def picture(shop: Shop) -> Image.Image:
    return Image.open(io.BytesIO(counter_sheet(Catalog(), shop, "PNG")))


def ink(page: Image.Image) -> tuple[int, int, int, int]:
    box = page.point(lambda shade: 255 - shade).getbbox()
    assert box is not None
    return box


def modules_in(page: Image.Image, count: int) -> list[list[bool]]:
    """The code as it stands on the page: the widest stretch of black in a row is the top of a corner mark."""
    rows = page.width
    pixels = page.load()
    assert pixels is not None
    for y in range(page.height):
        black = [x for x in range(rows) if pixels[x, y] == 0]
        corner = _run(black)
        if len(corner) >= _CORNER:
            module = len(corner) // 7
            left, top = corner[0], y
            centre = module // 2
            return [
                [pixels[left + at * module + centre, top + down * module + centre] == 0 for at in range(count)]
                for down in range(count)
            ]
    raise AssertionError("no code on the page")


def _run(black: list[int]) -> list[int]:
    """The first unbroken stretch."""
    run: list[int] = []
    for x in black:
        if run and x != run[-1] + 1:
            if len(run) >= _CORNER:
                return run
            run = []
        run.append(x)
    return run
