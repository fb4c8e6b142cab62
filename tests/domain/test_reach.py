"""How somebody can be reached."""

import pytest

from bot.domain.reach import Reach, reach_of


@pytest.mark.parametrize(
    ("linked", "blocked", "phone_kind", "reach"),
    [
        (True, False, "living", Reach.TELEGRAM),
        (True, False, "none", Reach.TELEGRAM),
        (True, True, "living", Reach.PHONE),
        (True, True, "dead", Reach.NONE),
        (False, False, "living", Reach.PHONE),
        (False, False, "dead", Reach.NONE),
        (False, False, "none", Reach.NONE),
    ],
)
def test_telegram_comes_before_a_living_number_and_a_dead_one_reaches_nobody(
    linked: bool, blocked: bool, phone_kind: str, reach: Reach
) -> None:
    assert reach_of(linked=linked, blocked=blocked, phone_kind=phone_kind) is reach
