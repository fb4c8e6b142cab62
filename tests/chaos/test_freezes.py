"""Whoever was frozen for longer than the lease must not send what was taken in hand before; and the judge would see it.

A run with freezes passes. The same run without the one check before the request does not: that is how we know that the
check is what keeps the promise, and that the judge is awake.
"""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.chaos.run import Plan, Run

FREEZES = Plan(updates=120, seed=3, moments=(), freezes=2)
TWICE = "without a death between"


async def test_a_message_in_hand_during_a_freeze_is_sent_once(tmp_path: Path) -> None:
    verdict = await Run(FREEZES, f"sqlite:///{tmp_path / 'shop.db'}", tmp_path).verdict()
    assert verdict.violations == [], "\n".join(verdict.violations)


async def test_the_same_run_without_the_lease_check_is_found_out(tmp_path: Path) -> None:
    careless = replace(FREEZES, without_lease_check=True)
    verdict = await Run(careless, f"sqlite:///{tmp_path / 'shop.db'}", tmp_path).verdict()
    assert any(TWICE in violation for violation in verdict.violations)


@pytest.mark.parametrize("empty_url", ["postgresql"], indirect=True)
async def test_whoever_was_taken_over_while_frozen_neither_sends_nor_writes(tmp_path: Path, empty_url: str) -> None:
    plan = Plan(updates=160, seed=5, moments=(), takeovers=1)
    verdict = await Run(plan, empty_url, tmp_path).verdict()
    assert verdict.violations == [], "\n".join(verdict.violations)
