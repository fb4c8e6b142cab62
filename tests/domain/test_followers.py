"""Whom somebody comes for, read out of the names of plays."""

import pytest

from bot.domain.followers import follows, most_followed, names_in


@pytest.mark.parametrize(
    ("play", "names"),
    [
        ("햄릿", set()),
        ("햄릿 (박지훈)", {"박지훈"}),
        ("햄릿(박지훈, 이은하)", {"박지훈", "이은하"}),
        ("Hamlet [Park]", {"Park"}),
        ("Hamlet - Mr Park", {"Mr Park"}),
        ("오-마이", set()),
    ],
)
def test_the_names_beside_a_title_are_read(play: str, names: set[str]) -> None:
    assert names_in(play) == names


def test_somebody_follows_a_name_that_stands_beside_all_their_plays() -> None:
    assert follows(["햄릿 (박지훈)", "갈매기 (박지훈, 이은하)"]) == {"박지훈"}
    assert follows(["햄릿 (박지훈)", "갈매기 (이은하)"]) == frozenset()
    assert follows(["햄릿 (박지훈)"]) == frozenset()
    assert most_followed([["a (박)", "b (박)"], ["a (박)", "c (박, 이)"], ["a (박)", "b"]]) == [("박", 2)]
