"""Which lines are tried at all: never one too few."""

import pytest

from bot.understanding.beginnings import Lines, beginnings


@pytest.mark.parametrize(
    ("pattern", "begin"),
    [
        ("외상값?|미수금", {"외상", "미수"}),
        ("(?:외상|tab)", {"외상", "ta"}),
        ("(?:(?:선불|충전)금|balance)", {"선불", "충전", "ba"}),
        (r"안\s*낸", {"안"}),
        ("아니+야", {"아"}),
        (r"a(?:\s+|$)list", {"a"}),
        # A beginning that may be missing, or is any of several letters, tells nothing.
        ("값?만", set()),
        ("(?:다|전부)?됐어", set()),
        ("(?:다){0,2}됐어", set()),
        ("(?:|초대)", set()),
        ("외상|", set()),
        ("[가-힣]외상", set()),
        (r"\d번|외상", set()),
        ("(?:[|)]|외상)", set()),
        ("(?=외상)", set()),
    ],
)
def test_the_beginnings_of_a_pattern(pattern: str, begin: set[str]) -> None:
    assert beginnings(pattern) == begin


def test_a_line_is_found_by_the_piece_that_tells_most_and_in_its_place() -> None:
    lines = Lines([[beginnings("외상|tab"), beginnings("돈")], [], [beginnings("돈")], [beginnings("예약")]])

    assert lines.that_may_fit("외상 돈") == [0, 1, 2]
    assert lines.that_may_fit("돈이야") == [1, 2]
    assert lines.that_may_fit("") == [1]
