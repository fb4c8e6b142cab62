"""What the owner says about the shop itself, and what only sounds like it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.understanding.asks.closed_list import Ask
from bot.understanding.asks.shop import ChangeShop, CounterSheet, DropPrice, ExportAll, Health, ShopSettings
from bot.understanding.lexicon import Lexicon
from bot.understanding.reader import read_owner
from bot.understanding.shop_items import shop_items
from bot.understanding.shop_sentences import is_skip, preset_said

NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Seoul"))
LEXICON = Lexicon(items=shop_items("laundry", ("와이셔츠", "바지")))


def understood(sentence: str) -> Ask | None:
    return read_owner(sentence, now=NOW, lexicon=LEXICON).ask


@pytest.mark.parametrize(
    ("sentence", "ask"),
    [
        ("가게 설정", ShopSettings()),
        ("설정 바꿔줘", ShopSettings()),
        ("shop settings", ShopSettings()),
        ("settings please", ShopSettings()),
        ("가격표 보여줘", ShopSettings("prices")),
        ("show me the price list", ShopSettings("prices")),
        ("영업시간이 어떻게 돼요?", ShopSettings("hours")),
        ("what are our opening hours?", ShopSettings("hours")),
        ("가게 이름 뭐야?", ShopSettings("name")),
        ("가격표 바꿔줘", ChangeShop("prices")),
        ("가격표를 새로 적을래", ChangeShop("prices")),
        ("change the price list", ChangeShop("prices")),
        ("영업시간 바꿔줘", ChangeShop("hours")),
        ("change the opening hours", ChangeShop("hours")),
        ("영업시간 10시부터 8시까지로 바꿔줘", ChangeShop("hours", "10시부터 8시까지")),
        ("영업시간은 10:00-20:00이에요", ChangeShop("hours", "10:00-20:00")),
        ("opening hours: 9 to 6", ChangeShop("hours", "9 to 6")),
        ("change opening hours to 9-18", ChangeShop("hours", "9-18")),
        ("우리 가게 이름 맑은세탁으로 바꿔줘", ChangeShop("name", "맑은세탁")),
        ("our shop name is Sunny Laundry", ChangeShop("name", "Sunny Laundry")),
        ("가게 종류 카페로 바꿔줘", ChangeShop("preset", "카페")),
        ("업종 미용실", ChangeShop("preset", "미용실")),
        ("담당자 김정호로 바꿔줘", ChangeShop("answered_by", "김정호")),
        ("가게 전화번호 02-123-4567", ChangeShop("contact", "02-123-4567")),
        ("가게 주소 서울 마포구 성산로 12로 변경해 주세요", ChangeShop("address", "서울 마포구 성산로 12")),
        ("와이셔츠 3000원으로 올려줘", ChangeShop("prices", "와이셔츠 3000원")),
        ("raise shirts to 3000", ChangeShop("prices", "와이셔츠 3000")),
        ("넥타이 가격을 3,500원으로 해줘", ChangeShop("prices", "넥타이 3,500원")),
        ("가격표에 넥타이 3000원 추가해줘", ChangeShop("prices", "넥타이 3000원")),
        ("add necktie 3000 to the price list", ChangeShop("prices", "넥타이 3000")),
        ("가격표에서 바지 빼줘", DropPrice("바지")),
        ("remove pants from the price list", DropPrice("바지")),
        ("QR 만들어줘", CounterSheet()),
        ("계산대 안내지 보내줘", CounterSheet()),
        ("make a QR code for the counter please", CounterSheet()),
        ("전체 내보내기", ExportAll()),
        ("손님 명단 엑셀로 내보내 줘요", ExportAll()),
        ("내보내 줘", ExportAll()),
        ("Export everything, please", ExportAll()),
        ("download the customer list", ExportAll()),
        ("이상 없어?", Health()),
        ("별일 없어요?", Health()),
        ("is everything all right?", Health()),
    ],
)
def test_a_sentence_about_the_shop_is_read_as_a_whole(sentence: str, ask: Ask) -> None:
    assert understood(sentence) == ask


@pytest.mark.parametrize(
    "sentence",
    [
        "김수연 와이셔츠 7500원으로 바꿔줘",
        "김수연 와이셔츠 3장 7500원으로 해줘",
        "change Emily's phone to 01012345678",
        "영업시간 알려달라고 손님한테 보내줘",
        "가격표 손님들한테 보내줘",
        "김수연 QR 코드 찍었대",
        "이상한 손님 없어?",
        "와이셔츠 2500",
        "가격표" * 80,
        "만들어줘" * 70 + "x",
    ],
)
def test_what_only_sounds_like_it_is_left_to_the_others(sentence: str) -> None:
    assert not isinstance(understood(sentence), ShopSettings | ChangeShop | DropPrice | CounterSheet | Health)


@pytest.mark.parametrize(
    ("said", "preset"),
    [
        ("세탁소예요", "laundry"),
        ("헤어샵", "salon"),
        ("Coffee shop", "cafe"),
        ("소극장", "theatre"),
        ("은행", None),
        ("", None),
    ],
)
def test_people_name_their_kind_of_shop(said: str, preset: str | None) -> None:
    assert preset_said(said) == preset


@pytest.mark.parametrize("said", ["건너뛰기", "나중에 할게요", "skip", "Not now", "없어요"])
def test_a_question_can_be_put_off(said: str) -> None:
    assert is_skip(said)
    assert not is_skip(f"{said} 세탁")
