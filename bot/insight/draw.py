"""Who is held back from a campaign, to compare with."""

import random
from collections.abc import Sequence

from bot.domain.campaigns import HELD_BACK


def held_back(ids: Sequence[int], seed: int) -> frozenset[int]:
    """Who is not written to: drawn from the recorded seed alone, so that the draw can be repeated by anybody."""
    ordered = sorted(ids)
    return frozenset(random.Random(seed).sample(ordered, len(ordered) // HELD_BACK))
