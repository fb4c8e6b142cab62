"""What speaks for two entries being one person, and what does not."""

import pytest

from bot.domain.doubles import Entry, Sign, signs


def entry(last4: bytes | None = None, email: bytes | None = None, birthday: bytes | None = None) -> Entry:
    return Entry(1, "김수연", last4 is not None, last4, email, birthday)


@pytest.mark.parametrize(
    ("one", "other", "same", "like", "found"),
    [
        (entry(b"6781"), entry(b"6781"), True, True, (Sign.NAME, Sign.LAST4)),
        (entry(b"6781"), entry(b"6781"), False, True, (Sign.LIKE_NAME, Sign.LAST4)),
        (entry(b"6781"), entry(b"6781"), False, False, ()),
        (entry(b"6781"), entry(b"1111"), True, True, ()),
        (entry(b"6781"), entry(), True, True, (Sign.NAME, Sign.NO_NUMBER)),
        (entry(b"6781"), entry(), False, True, ()),
        (entry(email=b"e"), entry(b"1111", email=b"e"), False, True, (Sign.LIKE_NAME, Sign.EMAIL)),
        (entry(b"1", birthday=b"b"), entry(b"2", birthday=b"b"), True, True, (Sign.NAME, Sign.BIRTHDAY)),
    ],
)
def test_a_name_alone_is_not_enough(one: Entry, other: Entry, same: bool, like: bool, found: tuple[Sign, ...]) -> None:
    assert signs(one, other, same_name=same, like_name=like) == found
