"""Pictures of bars: as wide as a phone likes it and as high as their rows, whatever stands in them."""

import io

import pytest
from PIL import Image

from bot.insight.drawing import Bar, Panel, draw

UP, DOWN = (47, 125, 107), (200, 85, 61)
LONG = "아주 길어서 한 줄에 다 들어가지 않는 이름 " * 5


def picture(*panels: Panel, title: str = "최근 12주", foot: str = "") -> Image.Image:
    return Image.open(io.BytesIO(draw(title, panels, foot))).convert("RGB")


def longest(shown: Image.Image, colour: tuple[int, int, int]) -> int:
    """The dots of the longest row of this colour."""
    width, height = shown.size
    dots = shown.load()
    assert dots is not None
    return max(sum(dots[x, y] == colour for x in range(width)) for y in range(0, height, 2))


def bars(*values: int, label: str = "월") -> tuple[Bar, ...]:
    return tuple(Bar(label, value, f"{value}건") for value in values)


def test_it_is_as_high_as_its_rows() -> None:
    one, many = picture(Panel("방문", bars(3))), picture(Panel("방문", bars(*range(12))))

    assert one.width == many.width == 1080
    assert many.height - one.height == 11 * 46


def test_bars_are_in_proportion() -> None:
    shown = picture(Panel("방문", bars(8, 4)))

    # The most fills its row, whatever it is.
    assert longest(picture(Panel("방문", bars(3, 0))), UP) == longest(shown, UP)
    lower = shown.crop((0, shown.height - 56 - 92, 1080, shown.height))
    assert abs(longest(lower, UP) / longest(shown, UP) - 0.5) < 0.02


@pytest.mark.parametrize("values", [(), (0,), (0, 0, 0)])
def test_nothing_draws_no_bar(values: tuple[int, ...]) -> None:
    assert longest(picture(Panel("방문", bars(*values), empty="아직 없어요.")), UP) == 0


def test_the_smallest_figure_can_still_be_seen() -> None:
    shown = picture(Panel("매출", bars(1_000_000, 1)))

    assert longest(shown.crop((0, shown.height - 56 - 92, 1080, shown.height)), UP) >= 1


def test_gains_and_losses_stand_on_either_side_with_one_scale() -> None:
    shown = picture(Panel("단골", (Bar("1월", 4, "4", 2, "2"),), both_ways=True))

    assert abs(longest(shown, DOWN) / longest(shown, UP) - 0.5) < 0.03


def test_a_long_label_is_shortened_and_takes_no_room_from_the_bars() -> None:
    shown = picture(Panel(LONG, (Bar(LONG, 5, LONG),)), title=LONG, foot=LONG * 3)

    assert longest(shown, UP) > 200
    edge = shown.crop((1080 - 40, 0, 1080, shown.height))
    assert edge.getcolors() == [(40 * shown.height, (255, 255, 255))]


def test_what_the_font_cannot_draw_is_left_out() -> None:
    assert draw("매출 😀", ()) == draw("매출 ", ())


@pytest.mark.parametrize("label", ["<b>월</b>", "=1+1", "월👩\u200d🦰", "\u202e월", "شنبه", "월\n화", "*월* _화_", ""])
def test_any_label_is_drawn_on_its_row(label: str) -> None:
    shown = picture(Panel("방문", bars(3, 5, label=label)))

    assert shown.size == picture(Panel("방문", bars(3, 5))).size
