"""Messages to customers that a shop may put into its own words, and the values that each of them can hold.

The names of the values are those that an owner writes between braces, in Korean or in English.
"""

from enum import StrEnum


class OwnText(StrEnum):
    REMINDER = "reminder"
    READY = "ready"
    RECEIPT = "receipt"
    UNCOLLECTED = "uncollected"


ENGLISH = {"이름": "name", "시간": "time", "내용": "service", "물건": "things", "금액": "amount", "날짜": "day"}
VALUES: dict[OwnText, tuple[str, ...]] = {
    OwnText.REMINDER: ("이름", "시간", "내용"),
    OwnText.READY: ("이름", "물건"),
    OwnText.RECEIPT: ("이름", "물건", "금액"),
    OwnText.UNCOLLECTED: ("이름", "물건", "날짜"),
}


def names_of(which: OwnText, language: str) -> tuple[str, ...]:
    """The values of this message, as they are called in a language."""
    return tuple(name if language == "ko" else ENGLISH[name] for name in VALUES[which])


def all_names_of(which: OwnText) -> tuple[str, ...]:
    """The same in both languages."""
    return tuple(name for korean in VALUES[which] for name in (korean, ENGLISH[korean]))
