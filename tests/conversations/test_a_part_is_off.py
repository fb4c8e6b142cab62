"""A part that was switched off is mentioned nowhere: not in help, examples, cards, settings, greetings and messages."""

import re
from datetime import timedelta

import pytest

from bot.actions.unit import Unit
from storage import appointments
from storage.database import Database
from tests import cast
from tests.chat import open_shop

_NUMBER = "+821012345678"
_OWNER = {
    "ko": (
        "뭐 할 수 있어?",
        "김민지",
        "가게 설정",
        "손님 나눠서 보여줘",
        "아침 브리핑",
        "하루 마감하자",
        "asdf qwer",
        "안녕",
    ),
    "en": (
        "what can you do?",
        "김민지",
        "shop settings",
        "split my customers",
        "morning brief",
        "close the day",
        "asdf",
    ),
}
_CUSTOMER = {
    "ko": ("도움말", "내 정보", "내 계정", "알림 설정", "영업시간", "아무 말"),
    "en": ("help", "my data", "my account", "message settings", "opening hours?", "blargh"),
}


@pytest.mark.parametrize("language", ["ko", "en"])
@pytest.mark.parametrize(
    ("preset", "off", "words"),
    [
        ("salon", ("예약 기능 꺼줘", "turn off appointments"), "예약|appointment|booking|booked"),
        ("laundry", ("맡기기 꺼줘", "turn off orders"), "맡기|맡아|다 됐|찾아가|drop off|pick up|promis|ready"),
        ("theatre", ("초대 꺼줘", "turn off invitations"), "초대|invit"),
        ("salon", ("선불 꺼줘", "turn off prepaid"), "선불|잔액|prepaid|paid ahead"),
    ],
)
async def test_no_word_of_a_part_that_is_off_is_said(
    sqlite_database: Database, preset: str, off: tuple[str, str], words: str, language: str
) -> None:
    def fill(unit: Unit) -> None:
        minji = cast.customer(unit, "김민지", _NUMBER)
        cast.visit(unit, minji, 30)
        at = unit.now + timedelta(days=1, hours=3)
        appointments.add(unit.session, customer_id=minji.id or 0, at=at, service="커트", now=unit.now)

    async with open_shop(sqlite_database, shop_preset=preset, shop_name="은하") as shop:
        await shop.assistant.runtime.write(fill)
        owner = await shop.owner(language=language)
        await owner.says(off[language == "en"])
        before = len(owner.everything)
        minji = await shop.customer(501, "민지", phone=_NUMBER, language=language)
        for line in _OWNER[language]:
            await owner.says(line)
        for line in _CUSTOMER[language]:
            await minji.says(line)
        for _ in range(2):
            await shop.moves_on(hours=12)
        shown = [*owner.everything[before:], *owner.person.keyboard(), *minji.everything, *minji.person.keyboard()]

        assert [text for text in shown if re.search(words, text, re.IGNORECASE)] == []


@pytest.mark.parametrize("preset", ["cafe", "theatre", "laundry"])
async def test_where_no_times_are_kept_nobody_is_moved(sqlite_database: Database, preset: str) -> None:
    async with open_shop(sqlite_database, shop_preset=preset) as shop:
        await shop.assistant.runtime.write(lambda unit: cast.customer(unit, "김민지", _NUMBER))
        owner = await shop.owner()
        for line in ("10분 늦는대", "김민지 10분 늦는대", "running 10 minutes late", "노쇼 목록", "모레 3시 취소"):
            await owner.says(line)
            assert not re.search("예약|appointment|booking|늦어", owner.last)
