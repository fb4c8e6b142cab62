"""The small laundry that the corpus speaks of, on Saturday 21 November 2026, ten in the morning in Seoul."""

import csv
import json
from datetime import datetime
from functools import cache
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding.asks.closed_list import Ask
from bot.understanding.lexicon import Lexicon, default_items
from bot.understanding.names import NameIndex
from bot.understanding.reader import read_customer, read_owner
from bot.understanding.understood import Understood

SEOUL = ZoneInfo("Asia/Seoul")
NOW = datetime(2026, 11, 21, 10, tzinfo=SEOUL)
TESTS = Path(__file__).resolve().parent.parent
CORPUS = Path(__file__).parent / "corpus"


@cache
def lexicon() -> Lexicon:
    with (TESTS / "data/shop/customers.csv").open(encoding="utf-8-sig", newline="") as file:
        names = [row["고객명"] for row in csv.DictReader(file)]
    return Lexicon(NameIndex(enumerate(names, start=1)), default_items("laundry"))


def owner(text: str) -> Understood:
    return read_owner(text, now=NOW, lexicon=lexicon())


def customer(text: str) -> Understood:
    return read_customer(text, now=NOW, lexicon=lexicon())


def read(side: str, text: str) -> Ask | None:
    return (owner if side == "owner" else customer)(text).ask


def lines(name: str) -> list[dict[str, Any]]:
    """The lines of one file of the corpus."""
    return [json.loads(line) for line in (CORPUS / f"{name}.jsonl").read_text("utf-8").splitlines()]
