"""What one person is suggested, and why."""

from datetime import date, timedelta

import pytest

from bot.insight.suggestions import Bought, Suggestion, Usual, Yearly, suggest

TODAY = date(2026, 11, 21)


def ago(days: int, *items: str) -> Bought:
    return Bought(TODAY - timedelta(days=days), items)


def day(days: int) -> date:
    return TODAY - timedelta(days=days)


@pytest.mark.parametrize(
    ("history", "suggested"),
    [
        ([], None),
        ([ago(3, "라떼")], None),
        ([ago(3, "라떼"), ago(9, "쿠키")], None),
        ([ago(3), ago(9)], None),
        ([ago(3, "라떼"), ago(9, "라떼")], Usual("라떼", 2, 2, day(3))),
        ([ago(9, "라떼"), ago(3, "쿠키"), ago(20, "라떼")], Usual("라떼", 2, 3, day(9))),
        # Only the newest five count, and visits of which nobody wrote down a thing do not.
        ([ago(1), *(ago(2 + n, "드립") for n in range(4)), ago(8, "라떼")], Usual("드립", 4, 5, day(2))),
        ([ago(1, "드립"), ago(2, "드립"), *(ago(9 + n, "라떼") for n in range(9))], Usual("라떼", 3, 5, day(9))),
        # Of equals the newest.
        ([ago(1, "쿠키"), ago(2, "라떼"), ago(3, "라떼"), ago(4, "쿠키")], Usual("쿠키", 2, 4, day(1))),
        # The time of the year comes first, and only for what was not here since.
        ([ago(3, "셔츠"), ago(9, "셔츠"), ago(360, "패딩")], Yearly("패딩", day(360))),
        ([ago(3, "셔츠"), ago(9, "셔츠"), ago(360, "셔츠")], Usual("셔츠", 3, 3, day(3))),
        ([ago(150, "패딩"), ago(360, "패딩")], Usual("패딩", 2, 2, day(150))),
        ([ago(387, "패딩")], None),
        ([ago(386, "패딩"), ago(370, "이불")], Yearly("이불", day(370))),
    ],
)
def test_one_thing_with_its_reason(history: list[Bought], suggested: Suggestion | None) -> None:
    assert suggest(history, TODAY) == suggested
    assert suggest(history[::-1], TODAY) == suggested


def test_nothing_is_ever_suggested_that_this_person_never_bought() -> None:
    history = [ago(3, "라떼"), ago(9, "라떼", "쿠키"), ago(365, "빙수")]
    found = suggest(history, TODAY)
    assert found is not None
    assert found.item in {item for bought in history for item in bought.items}
