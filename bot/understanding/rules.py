"""The lines of asks.toml: which concepts together make which question."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from bot.understanding.phrasebook import phrases
from bot.understanding.pieces import Chunk, Sort, concepts_of
from bot.understanding.vocabulary import Vocabulary, load

# Slots are concepts without a list of words.
SLOTS = frozenset({"name", "item", "span", "length", "until", "money", "count", "number", "unknown",
                   "phone_value", "email_value", "birth_value"})  # fmt: skip

# A sentence with three telling words is believed in spite of one unknown word more, unless its line says "~" less.
_TRUST = 0.5
# Words of another world (a flight, the weather, my mother) speak against the shop more than an unknown one does.
_ELSEWHERE = 2.0


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of asks.toml."""

    kind: str
    required: tuple[frozenset[str], ...]
    optional: frozenset[str]
    forbidden: frozenset[str]
    slack: float

    def fits(self, said: frozenset[str]) -> bool:
        """Whether everything is there that this line cannot do without."""
        for group in self.required:  # noqa: SIM110 - asked of every line with every sentence; `all` takes twice as long
            if said.isdisjoint(group):
                return False
        return True

    def cost(self, chunks: Sequence[Chunk], soft: frozenset[str]) -> float | None:
        """How much of a sentence that fits this line leaves unexplained; None where something is said against it."""
        named = self.optional.union(*self.required)
        # A word of two meanings is forbidden only where the line has no use for the other one.
        useful = named | soft - {"filler"} - self.forbidden
        if any(chunk.concepts & self.forbidden and not chunk.concepts & useful for chunk in chunks):
            return None
        allowed = named | soft
        total = 0.0
        for chunk in chunks:
            if chunk.sort is Sort.UNKNOWN:
                total += 0.2 if "unknown" in allowed else chunk.weight
            elif chunk.concepts & allowed:
                total += chunk.weight
            else:
                total += _ELSEWHERE if chunk.concepts & {"elsewhere", "kin"} else 1.0
        telling = sum(1 for chunk in chunks if chunk.concepts & (named - soft))
        return total - (_TRUST if telling >= 3 and self.slack >= _TRUST else 0.0)


@dataclass(frozen=True, slots=True)
class Book:
    """All rules of one side of the counter with the words that they speak of."""

    rules: tuple[Rule, ...]
    words: Vocabulary

    def best(self, chunks: Sequence[Chunk], without: frozenset[str] = frozenset()) -> tuple[Rule, float] | None:
        """The rule that explains the sentence best; the one that asks for most among equals, then the first.

        Rules of the kinds in `without` are left out.
        """
        found: tuple[Rule, float] | None = None
        said = concepts_of(chunks)
        for rule in self.rules:
            fits = rule.kind not in without and rule.fits(said)
            cost = rule.cost(chunks, self.words.soft) if fits else None
            if cost is None:
                continue
            if found is None or (cost - rule.slack, -len(rule.required)) < (
                found[1] - found[0].slack,
                -len(found[0].required),
            ):
                found = (rule, cost)
        return found


@cache
def book(side: str) -> Book:
    """The rules for "owner" or "customer"."""
    file = phrases("asks")
    soft = frozenset(file["soft"][side])
    rules = tuple(_rule(kind, line) for kind, lines in file[side].items() for line in lines)
    spoken = frozenset().union(*(rule.optional.union(rule.forbidden, *rule.required) for rule in rules))
    return Book(rules, load((spoken | soft | frozenset(file["cues"][side])) - SLOTS, soft))


def _rule(kind: str, line: str) -> Rule:
    required, optional, forbidden, slack = [], set(), set(), 0.5
    for word in line.split():
        if word[0] == "?":
            optional |= set(word[1:].split("|"))
        elif word[0] == "-":
            forbidden |= set(word[1:].split("|"))
        elif word[0] == "~":
            slack = float(word[1:])
        else:
            required.append(frozenset(word.split("|")))
    return Rule(kind, tuple(required), frozenset(optional), frozenset(forbidden), slack)
