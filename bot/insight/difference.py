"""Two groups compared: how many of each came, the difference, and the range in which it may truly lie.

The range is Newcombe's hybrid score interval for two independent proportions (R. G. Newcombe, "Interval estimation for
the difference between independent proportions", Statistics in Medicine 17 (1998) 873-890, method 10), made of two
Wilson score intervals. It keeps its promise in groups as small as a shop's, where the textbook interval does not.
"""

from dataclasses import dataclass
from math import sqrt

# Nineteen times in twenty the true difference lies in the range.
_Z = 1.959963984540054


@dataclass(frozen=True, slots=True)
class Group:
    """So many of so many came."""

    came: int
    of: int

    def __post_init__(self) -> None:
        if not 0 <= self.came <= self.of or self.of == 0:
            raise ValueError("a group has somebody in it, and no more came than are in it")


@dataclass(frozen=True, slots=True)
class Difference:
    """In points of a hundred, rounded: the first group's share less the second's, and the 95 % range."""

    points: int
    lowest: int
    highest: int
    is_sure: bool

    @classmethod
    def of(cls, one: Group, other: Group) -> "Difference":
        """`is_sure` when the range, unrounded, leaves out that there is no difference at all."""
        share, other_share = one.came / one.of, other.came / other.of
        low, high = wilson(one)
        other_low, other_high = wilson(other)
        points = share - other_share
        lowest = points - sqrt((share - low) ** 2 + (other_high - other_share) ** 2)
        highest = points + sqrt((high - share) ** 2 + (other_share - other_low) ** 2)
        return cls(round(100 * points), round(100 * lowest), round(100 * highest), not lowest <= 0 <= highest)


def wilson(group: Group) -> tuple[float, float]:
    """The 95 % score interval of a share (E. B. Wilson, 1927), without a correction for continuity."""
    share, of, square = group.came / group.of, group.of, _Z * _Z
    middle = share + square / (2 * of)
    spread = _Z * sqrt(share * (1 - share) / of + square / (4 * of * of))
    whole = 1 + square / of
    return max(0.0, (middle - spread) / whole), min(1.0, (middle + spread) / whole)
