"""Finding people by what is said or typed of their name."""

import pytest

from bot.understanding.names import MatchKind, NameIndex
from tests.understanding.shop import lexicon


def found(query: str) -> set[str]:
    return {match.name for match in lexicon().names.who(query)}


@pytest.mark.parametrize(
    ("query", "names"),
    [
        ("김수연", {"김수연"}),
        ("김 수 연", {"김수연"}),
        ("김수연님", {"김수연"}),
        ("수연씨가", {"김수연"}),
        ("지훈이", {"최지훈", "공지훈"}),
        ("하늘이 갸", {"정하늘"}),
        ("영희씨한테", {"이영희"}),
        ("김수", {"김수연", "김수현"}),
        ("ㄱㅅㅇ", {"김수연"}),
        ("ㅇㅅㅇ", {"안소연", "윤서아"}),
        ("김수영", {"김수연"}),
        ("정하눌님", {"정하늘"}),
        ("화정호", {"황정호"}),
        ("남궁철", {"남궁철"}),
        ("선우정민", {"선우정민"}),
        ("에밀리", {"Emily Carter"}),
        ("에밀리카터", {"Emily Carter"}),
        ("제임스 밀러", {"James Miller"}),
        ("올리비아브라운", {"Olivia Brown"}),
        ("emilys", {"Emily Carter"}),
        ("Carter, Emily", {"Emily Carter"}),
        ("olvia brown", {"Olivia Brown"}),
        ("Mr. Miller", {"James Miller"}),
        ("Jihoon Choi", {"최지훈"}),
        ("kim sooyeon", {"김수연"}),
        ("Lee Younghee", {"이영희"}),
        ("namgoong chul", {"남궁철"}),
        ("Dong-woo Shin", {"신동우"}),
    ],
)
def test_a_person_is_found_by(query: str, names: set[str]) -> None:
    assert found(query) == names


@pytest.mark.parametrize("query", ["", "멍청아", "매출", "ㅋㅋ", "오늘", "xyz", "손님"])
def test_nobody_is_found_by(query: str) -> None:
    assert found(query) == set()


def test_two_people_of_one_name_are_both_found() -> None:
    assert len(lexicon().names.who("이영희")) == 2


def test_a_full_name_comes_before_a_part_of_one_and_that_before_a_typo() -> None:
    index = NameIndex([(1, "김수"), (2, "김수연"), (3, "김슈")])

    kinds = {match.name: match.kind for match in index.search("김수")}

    assert kinds == {"김수": MatchKind.FULL, "김수연": MatchKind.PART, "김슈": MatchKind.TYPO}
    assert [match.name for match in index.search("김수")] == ["김수", "김수연", "김슈"]


def test_a_key_next_to_the_right_one_is_the_likelier_slip() -> None:
    index = NameIndex([(1, "김민차"), (2, "김민지")])

    assert [match.name for match in index.search("김민자")] == ["김민지", "김민차"]


def test_somebody_new_is_found_at_once() -> None:
    index = NameIndex([(1, "김수연")])

    index.add(2, "박하늘")

    assert [match.id for match in index.who("하늘")] == [2]


def test_somebody_renamed_is_found_by_the_new_name_only() -> None:
    index = NameIndex([(1, "김수연"), (2, "박민수")])

    index.rename(1, "이하나")

    assert [match.name for match in index.who("이하나")] == ["이하나"]
    assert [match.name for match in index.who("ㅇㅎㄴ")] == ["이하나"]
    assert index.who("김수연") == ()
    assert index.who("김슈연") == ()


def test_somebody_removed_is_not_found_by_any_way() -> None:
    index = NameIndex([(1, "김수연"), (2, "Emily Carter")])

    for person in (1, 2, 3):
        index.remove(person)

    assert len(index) == 0
    for query in ("김수연", "수연", "김수", "ㄱㅅㅇ", "김슈연", "sooyeon", "에밀리", "emily", "carter", "emilu"):
        assert index.who(query) == ()


def test_of_two_people_called_the_same_one_may_leave() -> None:
    index = NameIndex([(1, "이영희"), (2, "이영희")])

    index.remove(1)

    assert [match.id for match in index.who("영희")] == [2]
