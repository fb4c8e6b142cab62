"""The desk for photos: their bytes are fetched from Telegram, one after the other, and sealed."""

import asyncio
import time
from collections.abc import Callable
from contextlib import suppress
from functools import partial

import structlog

from bot.actions import photos
from bot.domain.fetching import Fetch, NotNow
from bot.domain.refusals import Refusal
from bot.runtime import Runtime
from storage.leader import LeadLost

log = structlog.get_logger()

_LOOK_AGAIN = 20.0
_TROUBLE = 5.0


class PhotoDesk:
    """Fetches what is coming. A picture that was taken back meanwhile is dropped."""

    def __init__(
        self,
        runtime: Runtime,
        fetch: Fetch,
        wake_courier: Callable[[], None],
        *,
        may_work: Callable[[float], bool] | None = None,
    ) -> None:
        """`may_work` is asked, with the monotonic time, before each picture."""
        self._runtime = runtime
        self._fetch = fetch
        self._wake_courier = wake_courier
        self._may_work = may_work or (lambda moment: True)
        self._stopping = False
        self._awake = asyncio.Event()

    def wake(self) -> None:
        """There may be a picture."""
        self._awake.set()

    def stop(self) -> None:
        """Begin nothing further."""
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
                log.exception("the desk for photos could not work")
                await self._rest(_TROUBLE)
                continue
            if not worked and not self._stopping:
                await self._rest(_LOOK_AGAIN)

    async def step(self) -> bool:
        """Fetch the next picture. Returns whether there was one."""
        if not self._may_work(time.monotonic()):
            return False
        coming = await self._runtime.read(photos.next_coming)
        if coming is None:
            return False
        try:
            data = await self._fetch(coming.file_id)
        except Refusal:
            await self._runtime.write(partial(photos.lost, photo_id=coming.id))
        except NotNow:
            await self._runtime.write(partial(photos.not_now, photo_id=coming.id))
        else:
            await self._runtime.write(partial(photos.arrived, photo_id=coming.id, data=data))
        self._wake_courier()
        return True

    async def _rest(self, seconds: float) -> None:
        with suppress(TimeoutError):
            await asyncio.wait_for(self._awake.wait(), seconds)
