"""What a sentence is most like, for what no rule reads: compared with the lines of examples/ by its words and letters.

A linear model, one line of weights a kind, learned beforehand from the examples (`learning.py`) and kept in learned/.
It only picks a kind of the closed list. What was said of whom, when and how much is cut out of the sentence by the same
pieces as everywhere (`guesses.py`), and a kind whose pieces are missing is none.
"""

import gzip
import heapq
import json
import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import pairwise

from bot.understanding.pieces import Chunk, surface
from bot.understanding.templates import slotted

NOTHING = "none"
"""The kind of what is not said to the assistant."""

_LETTERS = (2, 3, 4)
_RANKED = 4


@dataclass(frozen=True, slots=True)
class Likeness:
    """The kinds that a sentence is most like, each with its score, the likest first. `said` is how much the sentence is
    like what is said to a shop at all, above 0 more than like other talk. `known` is the share of its words that the
    examples have.
    """

    ranked: tuple[tuple[str, float], ...]
    said: float
    known: float

    @property
    def kind(self) -> str:
        return self.ranked[0][0]

    @property
    def ahead(self) -> float:
        """How far the likest is before the next."""
        return self.ranked[0][1] - self.ranked[1][1]


@dataclass(frozen=True, slots=True)
class Model:
    """`weights` are (number of the kind, weight) by feature; `rarity` is how much a feature tells at all. The number
    behind the last kind stands for everything that is said to a shop, beside all other talk.

    `examples` is the digest of the files that it was learned from.
    """

    examples: str
    kinds: tuple[str, ...]
    bias: tuple[float, ...]
    rarity: Mapping[str, float]
    weights: Mapping[str, Sequence[tuple[int, float]]]

    def likest(self, features: Mapping[str, float], known: float) -> Likeness:
        scores = list(self.bias)
        for feature, value in features.items():
            for kind, weight in self.weights.get(feature, ()):
                scores[kind] += weight * value
        said = scores.pop()
        best = heapq.nlargest(_RANKED, zip(scores, self.kinds, strict=True))
        return Likeness(tuple((kind, score) for score, kind in best), said, known)


def likest(side: str, text: str, chunks: Sequence[Chunk]) -> Likeness:
    """What a tidy text with its chunks is most like; `side` is owner or customer."""
    model = learned(side)
    features = features_of(text, chunks)
    words = [one for one in features if one.startswith("w:")]
    known = sum(word in model.rarity for word in words) / (len(words) or 1)
    return model.likest(weighed(features, model.rarity), known)


def features_of(text: str, chunks: Sequence[Chunk]) -> Counter[str]:
    """The letters, words and known words of a sentence, names and figures as one sign each."""
    said = f" {slotted(surface(text), chunks).text} ".replace("\n", " ")
    words = said.split()
    found = Counter(said[at : at + size] for size in _LETTERS for at in range(len(said) - size + 1))
    found.update(f"w:{word}" for word in words)
    found.update(f"b:{one}_{other}" for one, other in pairwise(words))
    found.update({f"c:{concept}" for chunk in chunks for concept in chunk.concepts})
    return found


def weighed(features: Mapping[str, int], rarity: Mapping[str, float]) -> dict[str, float]:
    """A vector of length 1: rare features weigh more, and repetition little."""
    values = {
        one: rarity[one] if count == 1 else (1 + math.log(count)) * rarity[one]
        for one, count in features.items()
        if one in rarity
    }
    length = math.sqrt(sum(value * value for value in values.values())) or 1.0
    return {one: value / length for one, value in values.items()}


def packed(model: Model) -> bytes:
    """The model as a file: the same model gives the same bytes."""
    facts = {
        "examples": model.examples,
        "kinds": model.kinds,
        "bias": model.bias,
        "rarity": dict(sorted(model.rarity.items())),
        "weights": {feature: _flat(model.weights[feature]) for feature in sorted(model.weights)},
    }
    return gzip.compress(json.dumps(facts, ensure_ascii=False, separators=(",", ":")).encode(), mtime=0)


@cache
def learned(side: str) -> Model:
    """The model of one side, read from its file when it is first needed."""
    facts = json.loads(gzip.decompress((files("bot.understanding") / "learned" / f"{side}.json.gz").read_bytes()))
    # Of half a million pairs most are equal to another; each is kept once.
    once: dict[tuple[int, float], tuple[int, float]] = {}
    return Model(
        facts["examples"],
        tuple(facts["kinds"]),
        tuple(facts["bias"]),
        facts["rarity"],
        {
            feature: tuple(once.setdefault(pair, pair) for pair in zip(row[::2], row[1::2], strict=True))
            for feature, row in facts["weights"].items()
        },
    )


def _flat(row: Iterable[tuple[int, float]]) -> list[float]:
    return [value for pair in row for value in pair]
