"""Measuring against an anchor, fairly.

A time by itself says little on a shared machine: it drifts by a factor of two within a minute. So the anchor and every
candidate run in turn, round after round, on the same data in one process, and only the ratios inside that run are
quoted: the median of the rounds, with the fastest and the slowest beside it.

A measurement is a page `bench/bench_<what>.py` that prints its tables when run; `make bench` runs them all.
"""

import statistics
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

Work = Callable[[], int]
"""Does a batch of work and returns how many units were really done, so that a dropped unit cannot pass for speed."""


@dataclass(frozen=True, slots=True)
class Variant:
    """One way of doing the work. `units` is what a round must have done; anything else ends the measurement."""

    name: str
    work: Work
    units: int


@dataclass(frozen=True, slots=True)
class Figures:
    """Units a second of one variant, one figure for each round."""

    name: str
    rates: tuple[float, ...]

    @property
    def median(self) -> float:
        return statistics.median(self.rates)

    @property
    def slowest(self) -> float:
        return min(self.rates)

    @property
    def fastest(self) -> float:
        return max(self.rates)


def measure(
    variants: Sequence[Variant], rounds: int = 7, timer: Callable[[], float] = time.perf_counter
) -> list[Figures]:
    """Run all variants in turn, `rounds` times after one round of warming up. The first variant is the anchor.

    Raises ValueError below five rounds, and RuntimeError when a variant did not do the units that it promised.
    """
    if rounds < 5:
        raise ValueError("fewer than five rounds say nothing")
    for variant in variants:
        _rate(variant, timer)
    rates: dict[str, list[float]] = {variant.name: [] for variant in variants}
    for _ in range(rounds):
        for variant in variants:
            rates[variant.name].append(_rate(variant, timer))
    return [Figures(name, tuple(measured)) for name, measured in rates.items()]


def _rate(variant: Variant, timer: Callable[[], float]) -> float:
    started = timer()
    done = variant.work()
    seconds = timer() - started
    if done != variant.units:
        raise RuntimeError(f"{variant.name}: did {done} of {variant.units}")
    return done / seconds


def ratio(figures: Figures, anchor: Figures) -> float:
    """How the variant compares with the anchor: the median of the ratios taken round by round."""
    return statistics.median(own / other for own, other in zip(figures.rates, anchor.rates, strict=True))


def table(title: str, figures: Sequence[Figures]) -> str:
    """The figures as a Markdown table; the first row is the anchor and has the ratio 1."""
    anchor = figures[0]
    rows = [
        f"### {title}",
        "| variant | units/s, median | min | max | x of anchor |",
        "| --- | ---: | ---: | ---: | ---: |",
    ]
    rows += [
        f"| {each.name} | {each.median:,.0f} | {each.slowest:,.0f} | {each.fastest:,.0f} | {ratio(each, anchor):.2f} |"
        for each in figures
    ]
    return "\n".join(rows)
