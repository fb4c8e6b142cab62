"""What was promised for every so many visits: since when, until when, and how often it was earned."""

from datetime import date, timedelta

import pytest

from bot.domain.visit_gifts import all_of, changed, current

START = date(2026, 11, 1)


def visits(before: int, after: int) -> list[date]:
    """So many visit days before the promise began, and from its first day on."""
    earlier = [START - timedelta(days=day) for day in range(before, 0, -1)]
    return earlier + [START + timedelta(days=day) for day in range(after)]


@pytest.mark.parametrize(
    ("every", "before", "after", "earned"),
    [
        (10, 0, 9, 0),
        (10, 0, 10, 1),
        (10, 0, 25, 2),
        (10, 9, 1, 1),
        (10, 10, 9, 0),
        (10, 35, 0, 0),
        (10, 35, 5, 1),
        (2, 1, 1, 1),
        (3, 0, 0, 0),
    ],
)
def test_only_what_was_reached_since_the_promise_counts(every: int, before: int, after: int, earned: int) -> None:
    (gift,) = all_of(changed("", every, "커피 무료", START))

    assert gift.earned(visits(before, after)) == earned


def test_what_was_earned_under_an_earlier_promise_stays() -> None:
    later = START + timedelta(days=20)
    written = changed(changed("", 5, "커피 무료", START), 10, "라떼 무료", later)
    days = visits(0, 24)

    assert [(gift.what, gift.earned(days)) for gift in all_of(written)] == [("커피 무료", 4), ("라떼 무료", 0)]
    assert (now := current(written)) is not None and (now.every, now.what) == (10, "라떼 무료")


def test_a_slip_mended_on_the_same_day_leaves_no_trace() -> None:
    written = changed(changed("", 5, "커피 무료", START), 6, "커피 무료", START)

    assert written == changed("", 6, "커피 무료", START)
    assert changed(written, 6, "커피 무료", START + timedelta(days=3)) == written


def test_ended_it_brings_nothing_more_and_nothing_holds() -> None:
    written = changed(changed("", 5, "커피 무료", START), 0, "", START + timedelta(days=7))

    assert current(written) is None
    assert [gift.earned(visits(0, 30)) for gift in all_of(written)] == [1]


def test_a_promise_without_its_first_day_is_known_and_counted_for_nobody() -> None:
    (gift,) = all_of("10|a free shirt")

    assert (gift.every, gift.what, gift.earned(visits(30, 30))) == (10, "a free shirt", 0)
    assert current("") is None and all_of("") == ()
