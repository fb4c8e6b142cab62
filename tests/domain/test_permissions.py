"""Who may do what: every deed, every role, and no deed that nobody may do."""

import pytest

from bot.domain.permissions import ALLOWED, Actor, Role, require
from bot.domain.refusals import Refusal


@pytest.mark.parametrize("deed", sorted(ALLOWED))
@pytest.mark.parametrize("role", list(Role))
def test_only_those_in_the_table_may(deed: str, role: Role) -> None:
    if role in ALLOWED[deed]:
        require(Actor(role), deed)
    else:
        with pytest.raises(Refusal):
            require(Actor(role), deed)


def test_a_stranger_is_asked_in_and_not_turned_away_from_what_would_be_theirs() -> None:
    with pytest.raises(Refusal) as refused:
        require(Actor(Role.STRANGER), "see own account")
    assert refused.value.name == "not-linked"


def test_nothing_of_the_shop_is_open_to_those_outside() -> None:
    outside = {Role.CUSTOMER, Role.STRANGER}
    shop = {"see lists", "see a customer", "record", "undo at the counter", "see what was not sent", "import"}
    assert all(not ALLOWED[deed] & outside for deed in shop)
