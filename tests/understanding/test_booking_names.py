"""Who is to come at a time that was asked for, and an answer to "when?" that names no day."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.booking_names import whose_booking
from bot.understanding.vague_times import read_vague

NOW = datetime(2026, 11, 21, 10, 0, tzinfo=ZoneInfo("Asia/Seoul"))


@pytest.mark.parametrize(
    ("text", "whose"),
    [
        ("친구 이름으로 모레 오후 2시에 커트 예약해 주세요", "친구"),
        ("내일 3시 커트 친구 이름으로", "친구"),
        ("제 남편 김철수 이름으로 12월 3일 3시 예약이요", "남편 김철수"),
        ("우리 딸 커트 금요일 11시 예약", "딸"),
        ("Tom 이름으로 예약", "Tom"),
        ("제 이름으로 예약해 주세요", None),
        ("다른 이름으로 예약", None),
        ("내일 오후 이름으로", None),
        ("친구 소개로 예약", None),
        ("친구랑 같이 갈게요 3시 예약", None),
        ("book for my husband Tom at 3", "husband Tom"),
        ("table for Tom tomorrow at 6pm", "Tom"),
        ("in my friend's name please", "friend"),
        ("book it under Kim Minji at 5", "Kim Minji"),
        ("the name is Tom Hanks", "Tom Hanks"),
        ("table for two on Friday", None),
        ("book for Friday at 3", None),
        ("reserve a table for March 3 at 7pm", None),
        ("Book a haircut for Saturday", None),
    ],
)
def test_who_is_to_come(text: str, whose: str | None) -> None:
    assert whose_booking(text) == whose


@pytest.mark.parametrize(
    ("text", "first", "after"),
    [
        ("봄에", date(2027, 3, 1), date(2027, 6, 1)),
        ("in winter", date(2026, 12, 1), date(2027, 3, 1)),
        ("가을이요", date(2026, 11, 21), date(2026, 12, 1)),
        ("다음 달 초에요", date(2026, 12, 1), date(2026, 12, 11)),
    ],
)
def test_a_stretch_is_what_is_left_of_the_next_of_it(text: str, first: date, after: date) -> None:
    vague = read_vague(text, NOW)

    assert vague is not None and vague.days is not None
    assert (vague.days.start, vague.days.end) == (first, after)


@pytest.mark.parametrize("text", ["글쎄요", "what?", "김수연", "일어나면"])
def test_what_says_nothing_of_when_is_not_vague(text: str) -> None:
    assert read_vague(text, NOW) is None
