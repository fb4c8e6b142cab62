"""What is counted in a line is the thing, in every kind of shop, and what is on no price list keeps its name."""

import pytest

from bot.understanding.asks.visits import RecordVisit
from bot.understanding.lexicon import Lexicon, default_items
from bot.understanding.reader import read_owner
from tests.understanding.shop import NOW, lexicon

_NO_ORDERS = frozenset({"set_tag"})


@pytest.mark.parametrize(
    ("preset", "line", "items", "amount"),
    [
        ("cafe", "Emily grabbed two flat whites and a muffin, 14500", [("flat whites", 2), ("muffin", 1)], 14_500),
        ("cafe", "Emily two flat whites one brownie 16,500", [("flat whites", 2), ("brownie", 1)], 16_500),
        ("cafe", "김수연 아메리카노 넷에 라떼 둘 20000", [("아메리카노", 4), ("라떼", 2)], 20_000),
        ("theatre", "Emily 1 student ticket 15000 card", [("student ticket", 1)], 15_000),
        ("theatre", "Emily 4 adult tickets 96000 paid at the door", [("adult ticket", 4)], 96_000),
        ("theatre", "김수연 성인권 2장 5만원 현장결제", [("성인권", 2)], 50_000),
        ("salon", "Emily 1 hair mask 20000", [("hair mask", 1)], 20_000),
        ("laundry", "Emily rug 3 30000", [("카펫", 3)], 30_000),
    ],
)
def test_what_is_counted_is_the_thing(preset: str, line: str, items: list[tuple[str, int]], amount: int) -> None:
    shop = Lexicon(lexicon().names, default_items(preset), without=frozenset() if preset == "laundry" else _NO_ORDERS)

    ask = read_owner(line, now=NOW, lexicon=shop).ask

    assert isinstance(ask, RecordVisit)
    assert [(item.name, item.quantity) for item in ask.items] == items
    assert (ask.amount, ask.tag, ask.missed) == (amount, "", "")
