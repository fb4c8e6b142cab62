"""Work beside the chats, one thing after the other: what the desks for files and photos share with the postman."""

import asyncio
from abc import ABC, abstractmethod
from collections.abc import Callable
from contextlib import suppress
from typing import ClassVar

import structlog

from storage.leader import LeadLost

log = structlog.get_logger()


class Desk(ABC):
    """Does one step after the other until stopped; without anything to do it rests until it is woken or looks again."""

    looks_again_after: ClassVar[float] = 20.0
    """Seconds."""

    rests_after_trouble: ClassVar[float] = 5.0
    """Seconds."""

    trouble: ClassVar[str]
    """What the log says when a step has failed."""

    def __init__(self, may_work: Callable[[float], bool] | None = None) -> None:
        """`may_work` is asked, with the monotonic time, before each step."""
        self._may_work = may_work or (lambda moment: True)
        self._stopping = False
        self._awake = asyncio.Event()

    @abstractmethod
    async def step(self) -> bool:
        """Do the next thing that is to be done. Returns whether there was any."""

    def wake(self) -> None:
        """There may be something to do."""
        self._awake.set()

    def stop(self) -> None:
        """Begin no further step."""
        self._stopping = True
        self.wake()

    async def run(self) -> None:
        """Work until stopped. Raises LeadLost."""
        while not self._stopping:
            self._awake.clear()
            try:
                worked = await self.step()
            except LeadLost:
                raise
            except Exception:
                log.exception(self.trouble)
                await self._rest(self.rests_after_trouble)
                continue
            if not worked and not self._stopping:
                await self._rest(self.looks_again_after)

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._awake.wait(), seconds)
