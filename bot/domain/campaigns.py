"""A campaign in numbers: who is held back to compare with, how fast it goes, and when its result is told."""

from datetime import timedelta

from bot.domain.shop import Preset

# One in three is not written to, so that there is something to compare with; among fewer than three nobody is.
HELD_BACK = 3
RESULT_DAYS = 14
# So many are planned with every tick of twenty seconds: the shop can answer those who write back.
A_TICK = 5
# So many drafts for the shop's own hand are written with a tick: they are slow to write and nobody waits for all.
DRAFTS_A_TICK = 50
KEPT = timedelta(days=3)
"""How long a message of a campaign is still worth sending."""

MOST = 2_000

_ALWAYS = ("mend", "ask")
_PROBLEMS = {
    Preset.LAUNDRY: ("season",),
    Preset.SALON: ("shape",),
    Preset.CAFE: ("queue",),
    Preset.THEATRE: ("seats",),
}


def problems(preset: Preset) -> tuple[str, ...]:
    """The problems of customers that a shop of this kind is offered to choose from: names of messages."""
    return tuple(f"campaign-problem-{name}" for name in (*_PROBLEMS[preset], *_ALWAYS))
