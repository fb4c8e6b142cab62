"""Two groups compared, against the figures of the paper that the method is from."""

import pytest

from bot.insight.difference import Difference, Group, wilson


@pytest.mark.parametrize(
    ("one", "other", "points", "lowest", "highest"),
    [
        # Newcombe 1998, table II, method 10: (a) to (h).
        ((56, 70), (48, 80), 20.00, 5.24, 33.39),
        ((9, 10), (3, 10), 60.00, 17.05, 80.90),
        ((6, 7), (2, 7), 57.14, 5.82, 80.62),
        ((5, 56), (0, 29), 8.93, -3.81, 19.34),
        ((0, 10), (0, 20), 0.00, -16.11, 27.75),
        ((0, 10), (0, 10), 0.00, -27.75, 27.75),
        ((10, 10), (0, 20), 100.00, 67.91, 100.00),
        ((10, 10), (0, 10), 100.00, 60.75, 100.00),
        # The example of the product, flow 23.
        ((6, 16), (2, 8), 12.5, -27.0, 42.0),
    ],
)
def test_the_published_examples(
    one: tuple[int, int], other: tuple[int, int], points: float, lowest: float, highest: float
) -> None:
    found = Difference.of(Group(*one), Group(*other))
    shown = (found.points, found.lowest, found.highest)
    assert all(abs(ours - published) <= 0.5 for ours, published in zip(shown, (points, lowest, highest), strict=True))
    assert found.is_sure is (lowest > 0)


def test_a_difference_in_the_other_direction_is_the_same_turned_over() -> None:
    one, other = Group(6, 16), Group(2, 8)
    there, back = Difference.of(one, other), Difference.of(other, one)
    assert (there.lowest, there.highest) == (-back.highest, -back.lowest)


def test_a_share_stays_between_nothing_and_all() -> None:
    assert wilson(Group(0, 3))[0] == pytest.approx(0)
    assert wilson(Group(3, 3))[1] == pytest.approx(1)


@pytest.mark.parametrize(("came", "of"), [(0, 0), (2, 1), (-1, 3)])
def test_a_group_that_cannot_be_is_refused(came: int, of: int) -> None:
    with pytest.raises(ValueError, match="a group"):
        Group(came, of)
