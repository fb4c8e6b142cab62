"""Which ideas are the same: most of their telling words are."""

import pytest

from bot.understanding.ideas import alike, gist

SUNDAY = "일요일에도 열어 주세요"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (SUNDAY, "일요일도 영업해 주시면 좋겠어요", True),
        (SUNDAY, "일요일에 문 열면 어때요?", True),
        (SUNDAY, "please open on Sundays", True),
        ("it would be great if you opened on Sundays", "please open on Sundays", True),
        ("문 앞에 우산꽂이 있으면 좋겠어요", "우산꽂이가 있으면 좋겠네요", True),
        ("매장에 의자 좀 더 있으면 좋겠네요", "의자 더 놔 주시면 좋겠어요", True),
        ("you should offer home delivery", "a delivery service would be nice", True),
        ("배달도 해 주시면 좋겠어요", "배달 서비스 해보시는 거 어때요?", True),
        (SUNDAY, "토요일에도 열어 주세요", False),
        (SUNDAY, "카카오페이 되면 좋겠어요", False),
        ("픽업 서비스 있으면 좋을 것 같아요", "배달 서비스 해보시는 거 어때요?", False),
        ("How about a discount for students?", "it'd be nice to have wifi in the shop", False),
        ("좋겠어요", "어때요?", False),
    ],
)
def test_ideas_that_want_the_same_are_one(one: str, other: str, same: bool) -> None:
    assert alike(gist(one), gist(other)) is same
    assert alike(gist(other), gist(one)) is same
