"""Whether two entries in the books may be one person, and what speaks for it."""

from dataclasses import dataclass
from enum import StrEnum


class Sign(StrEnum):
    """What two entries have in common."""

    NAME = "name"
    LIKE_NAME = "like_name"
    LAST4 = "last4"
    EMAIL = "email"
    BIRTHDAY = "birthday"
    NO_NUMBER = "no_number"


@dataclass(frozen=True, slots=True)
class Entry:
    """What is compared of one entry; the tags are keyed and tell nothing but that two are the same."""

    id: int
    name: str
    has_number: bool
    last4_tag: bytes | None
    email_tag: bytes | None
    birthday_tag: bytes | None


def signs(one: Entry, other: Entry, *, same_name: bool, like_name: bool) -> tuple[Sign, ...]:
    """What speaks for one person, the strongest first; empty where it is not enough.

    A name alone is not: people share names. A name that is the same or sounds alike counts with the end of the number,
    the e-mail address or the birthday; and the same name, where one of the two has no number at all.
    """
    if not (same_name or like_name):
        return ()
    found = [
        sign
        for sign, mine, theirs in (
            (Sign.LAST4, one.last4_tag, other.last4_tag),
            (Sign.EMAIL, one.email_tag, other.email_tag),
            (Sign.BIRTHDAY, one.birthday_tag, other.birthday_tag),
        )
        if mine is not None and mine == theirs
    ]
    if same_name and not (one.has_number and other.has_number):
        found.append(Sign.NO_NUMBER)
    if not found:
        return ()
    return (Sign.NAME if same_name else Sign.LIKE_NAME, *found)
