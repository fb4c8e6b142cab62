"""How well sentences are understood: the share of right readings by kind, on the project's corpus and beside it.

    python -m bench.bench_understanding [--wrong] [FOLDER ...]

A folder holds owner.ko.jsonl, owner.en.jsonl, customer.ko.jsonl and customer.en.jsonl with lines {"text", "ask"}.
Without one the project's own corpus is read, and what lies beside the checkout: ../shared/utterances (or the folder
named by DANGOL_UTTERANCES), and the chatter of ../shared/data/intents (or DANGOL_CHATTER), which must mean nothing.
`--wrong` prints what was misread.
"""

import csv
import gc
import gzip
import json
import os
import random
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz, process

from bench import anchor
from bench.anchor import Variant, table
from bot.understanding import hangul
from bot.understanding.learning import examples
from bot.understanding.names import NameIndex
from bot.understanding.reader import read_customer, read_owner
from bot.understanding.understood import Understood
from tests.understanding.scoring import agrees
from tests.understanding.shop import CORPUS, NOW, TESTS, lexicon

BESIDE = TESTS.parent.parent / "shared"
CHATTER_LINES = 3000
# Lines of CLINC150 that ask for the very thing that this bot does: no chatter.
SAME_WISH = frozenset(
    ["thank_you", "reminder", "reminder_update", "alarm", "cancel", "cancel_reservation", "confirm_reservation",
     "change_user_name", "user_name", "change_language", "what_can_i_ask_you", "order_status", "schedule_maintenance"]
)  # fmt: skip
NAMES = 100_000
SENTENCES = 100


def read(side: str, text: str) -> Understood:
    reader: Callable[..., Understood] = read_owner if side == "owner" else read_customer
    return reader(text, now=NOW, lexicon=lexicon())


def lines(folder: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    for path in sorted(folder.glob("*.jsonl")):
        if path.name.split(".")[0] in ("owner", "customer"):
            for line in path.read_text("utf-8").splitlines():
                yield path.stem, json.loads(line)


def measure(folder: Path, *, show_wrong: bool) -> None:
    right: Counter[tuple[str, str]] = Counter()
    total: Counter[tuple[str, str]] = Counter()
    took: list[float] = []
    for which, line in lines(folder):
        began = time.perf_counter()
        understood = read(which.split(".")[0], line["text"])
        took.append(time.perf_counter() - began)
        kind = line["ask"]["kind"]
        total[which, kind] += 1
        if agrees(line["ask"], understood.ask, lexicon().names):
            right[which, kind] += 1
        elif show_wrong:
            print(f"  {which} {line['text']!r}\n      wanted {line['ask']}\n      got    {understood.ask}")
    print(f"\n{folder.name}")
    for which in sorted({which for which, _ in total}):
        kinds = sorted(kind for source, kind in total if source == which)
        good, every = sum(right[which, kind] for kind in kinds), sum(total[which, kind] for kind in kinds)
        print(f"  {which}: {good}/{every} = {good / every:.1%}")
        print("    " + ", ".join(f"{kind} {right[which, kind]}/{total[which, kind]}" for kind in kinds))
    took.sort()
    if took:
        median, slow = took[len(took) // 2] * 1000, took[len(took) * 99 // 100] * 1000
        print(f"  a sentence takes {median:.2f} ms (median), {slow:.1f} ms (99th of 100)")


def chatter(folder: Path, *, show_wrong: bool) -> None:
    """The share of other people's sentences that are taken for a question or deed of ours."""
    print("\nchatter taken for a wish")
    for path in sorted(folder.glob("*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8", newline="") as file:
            rows = [row for row in csv.DictReader(file) if row.get("label") not in SAME_WISH]
        rows = random.Random(1).sample(rows, min(CHATTER_LINES, len(rows)))
        for side in ("owner", "customer"):
            taken: Counter[str] = Counter()
            for row in rows:
                ask = read(side, row["text"]).ask
                if ask is not None:
                    taken[ask.kind] += 1
                    if show_wrong:
                        print(f"  {ask.kind}: {row['text']!r} ({row.get('label')})")
            share = sum(taken.values()) / len(rows)
            print(f"  {path.name.split('_train')[0]}, {side}: {share:.2%} of {len(rows)}; {dict(taken.most_common(6))}")


def speed() -> None:
    """Sentences of the corpus a second, beside the plainest way to read one by examples: RapidFuzz over them all."""
    gc.collect()
    gc.freeze()  # as at the program's start
    for side in ("owner", "customer"):
        corpus = [line["text"] for which, line in lines(CORPUS) if which.startswith(side)]
        texts = random.Random(1).sample(corpus, SENTENCES)
        known = [text for _, text in examples(side)]

        def scan(texts: list[str] = texts, known: list[str] = known) -> int:
            return sum(process.extractOne(text, known, scorer=fuzz.ratio) is not None for text in texts)

        def ours(texts: list[str] = texts, side: str = side) -> int:
            return sum(read(side, text) is not None for text in texts)

        variants = [Variant(f"RapidFuzz over {len(known):,} examples", scan, SENTENCES)]
        print(table(f"Reading, {side}", anchor.measure([*variants, Variant("read", ours, SENTENCES)])), end="\n\n")


def names() -> None:
    """Finding people by a name with one slip of the fingers: in the first place, among the first five, and how fast."""
    print("\nnames with one slip")
    for count in (300, NAMES):
        chance = random.Random(count)
        people = [_somebody(chance) for _ in range(count)]
        began = time.perf_counter()
        index = NameIndex(enumerate(people))
        built = time.perf_counter() - began
        first = five = 0
        took, asked = [], 0
        while asked < 500:
            name = chance.choice(people)
            typed = _slip(name, chance)
            began = time.perf_counter()
            found = list(dict.fromkeys(match.name for match in index.search(typed, 50)))
            took.append(time.perf_counter() - began)
            asked += 1
            first += found[:1] == [name]
            five += name in found[:5]
        took.sort()
        print(
            f"  {count} people ({len(set(people))} names): first {first / asked:.1%}, among five {five / asked:.1%}, "
            f"{took[asked // 2] * 1000:.2f} ms (median), {took[asked * 95 // 100] * 1000:.1f} ms (95th of 100), "
            f"built in {built:.1f} s"
        )


def _somebody(chance: random.Random) -> str:
    surnames, givens = _tables()
    return chance.choices(list(surnames), list(surnames.values()))[0] + chance.choice(givens)


def _slip(name: str, chance: random.Random) -> str:
    """One key wrong in one syllable: another first consonant, vowel or last consonant, or the last one left out."""
    while True:
        at = chance.randrange(len(name))
        first, middle, last = hangul.parts(name[at])
        place = chance.randrange(3)
        if place == 0:
            first = chance.choice("ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎ")
        elif place == 1:
            middle = chance.choice("ㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔ")
        else:
            last = chance.choice(["", "ㄱ", "ㄴ", "ㄹ", "ㅁ", "ㅂ", "ㅅ", "ㅇ"])
        typed = name[:at] + hangul.join(first, middle, last) + name[at + 1 :]
        if typed != name:
            return typed


def _tables() -> tuple[dict[str, float], list[str]]:
    folder = TESTS / "data/korean"
    with (folder / "surnames.csv").open(encoding="utf-8", newline="") as file:
        surnames = {
            row["surname"]: float(row["npm_korean_name_generator_per_5000"] or 0.2) for row in csv.DictReader(file)
        }
    with (folder / "given_names.csv").open(encoding="utf-8", newline="") as file:
        givens = [row["given_name"] for row in csv.DictReader(file)]
    return surnames, givens


def main() -> None:
    show_wrong = "--wrong" in sys.argv
    folders = [Path(argument) for argument in sys.argv[1:] if not argument.startswith("--")]
    # The first sentence loads the word lists and is not counted.
    read("owner", "오늘 매출 얼마야?")
    read("customer", "내 옷 언제 돼요?")
    if folders:
        for folder in folders:
            measure(folder, show_wrong=show_wrong)
        return
    speed()
    measure(CORPUS, show_wrong=show_wrong)
    beside = Path(os.environ.get("DANGOL_UTTERANCES", BESIDE / "utterances"))
    if beside.is_dir():
        measure(beside, show_wrong=show_wrong)
    intents = Path(os.environ.get("DANGOL_CHATTER", BESIDE / "data/intents"))
    if intents.is_dir():
        chatter(intents, show_wrong=show_wrong)
    names()


if __name__ == "__main__":
    main()
