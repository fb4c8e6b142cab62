"""Nothing is lost and nothing is done twice, whenever the process dies: see docs/how-it-decides/delivery.md.

With CI=true, as under `.ci/run`, there are a hundred deaths over two thousand updates, and twenty on PostgreSQL; else a
quarter and a half of that.
"""

import os
from pathlib import Path

import pytest

from tests.chaos.life import MOMENTS
from tests.chaos.run import Plan, Run

FULL = bool(os.environ.get("CI"))


async def judged(plan: Plan, url: str, folder: Path) -> None:
    verdict = await Run(plan, url, folder).verdict()
    print(f"{plan.deaths} deaths, seed {plan.seed}: {verdict}")  # noqa: T201 - the seed, for whoever has to repeat it
    assert verdict.violations == [], "\n".join(verdict.violations)
    assert verdict.answers == plan.updates
    assert verdict.most_repeats_after_a_death <= 1


async def test_deaths_at_every_moment_and_anywhere(tmp_path: Path) -> None:
    deaths, updates = (100, 2000) if FULL else (25, 500)
    plan = Plan(updates=updates, seed=20261121, anywhere=deaths - len(MOMENTS))
    await judged(plan, f"sqlite:///{tmp_path / 'shop.db'}", tmp_path)


async def test_deaths_under_a_webhook(tmp_path: Path) -> None:
    await judged(Plan(updates=200, seed=7, webhook=True), f"sqlite:///{tmp_path / 'shop.db'}", tmp_path)


@pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)
async def test_deaths_on_postgresql(tmp_path: Path, empty_url: str) -> None:
    deaths, updates = (20, 400) if FULL else (10, 200)
    plan = Plan(updates=updates, seed=11, anywhere=deaths - len(MOMENTS))
    await judged(plan, empty_url, tmp_path)
