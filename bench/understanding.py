"""How well sentences are understood: the share of right readings by kind, on the project's corpus and beside it.

    python bench/understanding.py [--wrong] [FOLDER ...]

A folder holds owner.ko.jsonl, owner.en.jsonl, customer.ko.jsonl and customer.en.jsonl with lines {"text", "ask"}. Without
one the project's own corpus is read, and ../shared/utterances or the folder named by DANGOL_UTTERANCES where present.
`--wrong` prints what was misread.
"""

import csv
import json
import os
import sys
import time
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from bot.understanding.lexicon import Lexicon, default_items
from bot.understanding.names import NameIndex
from bot.understanding.reader import read_customer, read_owner
from tests.understanding.scoring import agrees

ROOT = Path(__file__).resolve().parent.parent
NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Seoul"))


def lexicon() -> Lexicon:
    with (ROOT / "tests/data/shop/customers.csv").open(encoding="utf-8-sig", newline="") as file:
        names = [row["고객명"] for row in csv.DictReader(file)]
    return Lexicon(NameIndex(enumerate(names, start=1)), default_items("laundry"))


def lines(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.jsonl")):
        if path.name.split(".")[0] in ("owner", "customer"):
            for line in path.read_text("utf-8").splitlines():
                yield path.stem, json.loads(line)


def measure(folder: Path, show_wrong: bool) -> None:
    words = lexicon()
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    took: list[float] = []
    for which, line in lines(folder):
        read = read_owner if which.startswith("owner") else read_customer
        began = time.perf_counter()
        understood = read(line["text"], now=NOW, lexicon=words)
        took.append(time.perf_counter() - began)
        kind = line["ask"]["kind"]
        total[which, kind] += 1
        if agrees(line["ask"], understood.ask, words.names):
            right[which, kind] += 1
        elif show_wrong:
            print(f"  {which} {line['text']!r}\n      wanted {line['ask']}\n      got    {understood.ask}")
    print(f"\n{folder.name}")
    for which in sorted({which for which, _ in total}):
        kinds = sorted(kind for source, kind in total if source == which)
        good, all_of = sum(right[which, kind] for kind in kinds), sum(total[which, kind] for kind in kinds)
        print(f"  {which}: {good}/{all_of} = {good / all_of:.1%}")
        weak = [f"{kind} {right[which, kind]}/{total[which, kind]}" for kind in kinds if right[which, kind] < total[which, kind]]
        if weak:
            print("    below all: " + ", ".join(weak))
    took.sort()
    if took:
        print(f"  a sentence takes {took[len(took) // 2] * 1000:.2f} ms (median), {took[-1] * 1000:.1f} ms (worst)")


def main() -> None:
    show_wrong = "--wrong" in sys.argv
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    if not folders:
        beside = Path(os.environ.get("DANGOL_UTTERANCES", ROOT.parent / "shared" / "utterances"))
        folders = [ROOT / "tests/understanding/corpus", *([beside] if beside.is_dir() else [])]
    # The first sentence loads the word lists and is not counted.
    read_owner("오늘 매출 얼마야?", now=NOW, lexicon=lexicon())
    for folder in folders:
        measure(folder, show_wrong)


if __name__ == "__main__":
    main()
