"""The shop's words about its hours, in either language."""

import pytest

from bot.domain.spoken_hours import hours_in, spoken_hours


@pytest.mark.parametrize(
    ("text", "korean", "english"),
    [
        ("10:00-20:00", "10:00-20:00", "10:00-20:00"),
        ("10:00-20:00, 일요일은 쉬어요", "10:00-20:00, 일요일은 쉬어요", "10:00-20:00, Sun closed"),
        ("평일 9시부터 6시까지", "평일 9시부터 6시까지", "Weekdays 09:00-18:00"),
        ("Weekdays 9-6, Sat 10-3", "평일 09:00-18:00, 토요일 10:00-15:00", "Weekdays 9-6, Sat 10-3"),
        (
            "10am-8pm, closed on Sundays and public holidays",
            "10:00-20:00, 일요일 휴무, 공휴일 휴무",
            "10am-8pm, closed on Sundays and public holidays",
        ),
        ("사장님 마음대로", "사장님 마음대로", "사장님 마음대로"),
        ("", "", ""),
    ],
)
def test_the_hours_are_said_in_the_readers_language(text: str, korean: str, english: str) -> None:
    assert (hours_in(text, "ko"), hours_in(text, "en")) == (korean, english)


def test_what_both_read_alike_stays_a_plain_text() -> None:
    assert spoken_hours("10:00-20:00") == "10:00-20:00"
