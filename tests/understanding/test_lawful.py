"""What may not be set about advertising is answered with the reason, and what only sounds like it is not."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.lawful import forbidden
from bot.understanding.lexicon import Lexicon
from bot.understanding.reader import read_owner

NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Seoul"))


@pytest.mark.parametrize(
    ("what", "sentences"),
    [
        (
            "label",
            "광고 표시 빼줘|광고에서 (광고) 빼고 보내줘|광고 표시 좀 없애줘|(광고) 표시 안 붙게 해줘"
            "|remove the ad label|send it without the (광고) label|take off the advertising tag|hide the ad mark",
        ),
        (
            "refusal",
            "수신거부 버튼 없애줘|수신거부 빼줘|광고에서 수신거부 문구 지워줘|remove the unsubscribe button"
            "|take the unsubscribe button out|leave out the opt-out link",
        ),
        (
            "night",
            "밤에도 광고 보내줘|광고 새벽에 보내줘|밤 11시에 광고 보내|심야에 광고 문자 돌려줘|send ads at night too"
            "|send promotions after 10 pm|at night please send the ads",
        ),
        (
            "consent",
            "동의 안 한 손님한테도 광고 보내줘|동의 없이 광고 보내줘|수신거부한 분께 광고 보내줘"
            "|send ads to people who did not agree|send promotions without consent|send ads to those who opted out",
        ),
        (
            "often",
            "광고 하루에 세 번까지 보내줘|하루에 광고 두 번 보내줘|광고는 하루 5통|ads three times a day|two ads a day"
            "|send ads twice a day",
        ),
    ],
)
def test_what_may_not_be_is_named(what: str, sentences: str) -> None:
    for sentence in sentences.split("|"):
        read = read_owner(sentence, now=NOW, lexicon=Lexicon())
        assert read.refusal is not None and read.refusal.name == f"law-{what}", sentence


@pytest.mark.parametrize(
    "sentence",
    (
        "밤에는 광고 보내지 마|수신거부한 분은 빼줘|이준호님 빼줘|광고는 일주일에 한 번만|광고 하루에 한 번"
        "|밤 9시부터 아침 9시까지는 보내지 마|광고 그만 보내줘|예약 표시 빼줘|광고 동의하신 분 몇 명이야?"
        "|동의 안 한 손님 누구야|야간 광고 동의하신 분께 보내줘|광고 받겠다는 분께 보내줘"
        "|no ads at night|don't send ads at night|one ad a day|stop the ads|who opted out of ads?"
        "|remove Emily Carter from the list|why is there an ad label?"
    ).split("|"),
)
def test_what_only_sounds_like_it_goes_on(sentence: str) -> None:
    assert forbidden(sentence) is None
