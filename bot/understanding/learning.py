"""Learn from the lines of examples/ what each kind of sentence is like: `make learn`, after lines were added.

One line of weights a kind against all others: a support vector machine with squared hinge loss, trained by dual
coordinate descent (Hsieh et al. 2008, "A dual coordinate descent method for large-scale linear SVM", algorithm 1).
Kinds with few lines count as much as those with many.
"""

import hashlib
import math
import random
from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import datetime
from importlib.resources import files
from pathlib import Path
from zoneinfo import ZoneInfo

from bot.understanding import customer, owner
from bot.understanding.lexicon import Lexicon, default_items
from bot.understanding.likeness import NOTHING, Model, features_of, packed, weighed
from bot.understanding.names import NameIndex
from bot.understanding.normalise import tidy

SIDES = ("owner", "customer")
_ROUNDS = 15
_COST = 1.0
# A weight below this changes no decision.
_LEAST = 0.05
_FEWEST_LINES = 2
_NOW = datetime(2026, 11, 21, 10, tzinfo=ZoneInfo("Asia/Seoul"))

Vector = Sequence[tuple[int, float]]


def examples(side: str) -> list[tuple[str, str]]:
    """(kind, line) of the file of one side: a kind in square brackets, below it a line for each way to say it."""
    kind, found = "", []
    for line in _read(f"{side}.txt"):
        if line.startswith("["):
            kind = line.strip("[]")
        else:
            found.append((kind, line))
    return found


def digest(side: str) -> str:
    """What tells one state of the examples of a side from another."""
    return hashlib.sha256("\n".join([*_read(f"{side}.txt"), *_read("names.txt")]).encode()).hexdigest()


def learn(side: str) -> Model:
    """A model of all the examples of one side."""
    names = NameIndex(enumerate(_read("names.txt"), start=1))
    lexicon = Lexicon(names, default_items("laundry"))
    kinds, found = [], []
    for kind, line in examples(side):
        text = tidy(line)
        read, chunks = (owner if side == "owner" else customer).pieces(text, _NOW, lexicon)
        kinds.append(kind)
        found.append(features_of(read, chunks))
    times = Counter(feature for one in found for feature in one)
    rarity = {
        feature: round(math.log((1 + len(found)) / (1 + count)) + 1, 2)
        for feature, count in times.items()
        if count >= _FEWEST_LINES
    }
    features = list(rarity)
    number_of = {feature: number for number, feature in enumerate(features)}
    vectors = [tuple((number_of[one], value) for one, value in weighed(counted, rarity).items()) for counted in found]
    names_of = tuple(sorted(set(kinds)))
    weights: dict[str, list[tuple[int, float]]] = defaultdict(list)
    bias = []
    groups = [([one == kind for one in kinds], len(names_of)) for kind in names_of]
    for number, (inside, of) in enumerate([*groups, ([one != NOTHING for one in kinds], 2)]):
        row, offset = _separate(vectors, len(features), inside, of)
        bias.append(round(offset, 3))
        for feature, weight in zip(features, row, strict=True):
            if abs(weight) >= _LEAST:
                weights[feature].append((number, round(weight, 2)))
    return Model(digest(side), names_of, tuple(bias), {one: rarity[one] for one in weights}, weights)


def _separate(
    vectors: Sequence[Vector], features: int, inside: Sequence[bool], kinds: int
) -> tuple[list[float], float]:
    """Weights and offset that are above 0 for the vectors inside and below for the others.

    The fewer lines of `kinds` are inside, the more each of them costs to get wrong.
    """
    count = sum(inside)
    loss = {True: kinds * count / (2 * _COST * len(vectors)), False: 1 / (2 * _COST)}
    weights = [0.0] * features
    offset, pull = 0.0, [0.0] * len(vectors)
    places, order = list(range(len(vectors))), random.Random(count)
    for turn in range(_ROUNDS):
        order.shuffle(places)
        still = []
        for at in places:
            side = 1.0 if inside[at] else -1.0
            extra = loss[inside[at]]
            wrong = side * (offset + sum(weights[one] * value for one, value in vectors[at])) - 1 + extra * pull[at]
            if pull[at] == 0 and wrong >= 0:
                if turn < 2:
                    still.append(at)
                continue
            still.append(at)
            before = pull[at]
            pull[at] = max(0.0, before - wrong / (2.0 + extra))  # a vector of length 1 and the offset's own 1
            step = (pull[at] - before) * side
            offset += step
            for one, value in vectors[at]:
                weights[one] += step * value
        places = still
    return weights, offset


def _read(name: str) -> list[str]:
    text = (files("bot.understanding") / "examples" / name).read_text(encoding="utf-8")
    return [line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#")]


def main() -> None:
    folder = Path(str(files("bot.understanding") / "learned"))
    for side in SIDES:
        (folder / f"{side}.json.gz").write_bytes(packed(learn(side)))


if __name__ == "__main__":
    main()
