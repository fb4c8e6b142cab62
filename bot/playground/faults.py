"""Faults on demand: what a network, a proxy or Telegram itself can do to a call."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from bot.playground.calls import Call


class FaultKind(StrEnum):
    TOO_MANY = "too_many"
    """429 with `retry_after`; the call has no effect."""
    SERVER_ERROR = "server_error"
    """`status` (5xx), with or without the effect."""
    REFUSED = "refused"
    """The connection is refused, nothing was sent. Over real HTTP the socket is closed as soon as the call is known."""
    CUT = "cut"
    """The request was read, then the connection is closed without an answer, before or after the effect."""
    HANG = "hang"
    """The request was read and no answer comes: the client's read timeout, before or after the effect."""
    HALF_ANSWER = "half_answer"
    """The effect happens, the 200 arrives, and the connection breaks in the middle of the body."""
    SLOW = "slow"
    """Nothing but latency: the call works after `latency` seconds."""


@dataclass(frozen=True, slots=True)
class Fault:
    """One thing that goes wrong. `after_effect`: the message exists although the client never hears so."""

    kind: FaultKind
    after_effect: bool = False
    retry_after: int = 1
    status: int = 502
    latency: float = 0.0


@dataclass(slots=True)
class _Planned:
    fault: Fault
    methods: frozenset[str]
    left: int | None
    when: Callable[[Call], bool] | None
    share: float


class Faults:
    """Plans of faults, tried in the order in which they were made; at most one strikes a call."""

    def __init__(self, seed: int = 0) -> None:
        self._plans: list[_Planned] = []
        self._chance = random.Random(seed)

    def plan(
        self,
        fault: Fault,
        *methods: str,
        times: int | None = 1,
        when: Callable[[Call], bool] | None = None,
        share: float = 1.0,
    ) -> None:
        """Let `fault` strike the next `times` calls (None: until `clear`) of `methods` (none named: every method).

        `when` picks calls by their content; `share` is the chance that a fitting call is struck. Downloads of files
        count as the method "file".
        """
        self._plans.append(_Planned(fault, frozenset(methods), times, when, share))

    def clear(self) -> None:
        self._plans.clear()

    def strike(self, call: Call) -> Fault | None:
        """The fault that this call meets, used up by asking."""
        for plan in self._plans:
            if plan.methods and call.method not in plan.methods:
                continue
            if plan.when is not None and not plan.when(call):
                continue
            if plan.share < 1.0 and self._chance.random() >= plan.share:
                continue
            if plan.left is not None:
                plan.left -= 1
                if plan.left == 0:
                    self._plans.remove(plan)
            return plan.fault
        return None
